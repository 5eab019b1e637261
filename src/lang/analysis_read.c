/* Reading twosource.analysis/1 back. Every span and index is checked, since the record may come
 * from anybody. */
#include "lang/analysis_names.h"

struct reader {
    struct analysis *analysis;
    struct labels *labels;
    struct arena *arena;
    struct ts_error *err;
    uint32_t statements; /* how many the record has */
    int status;          /* the first that is not TS_OK stays */
};

static void bad(struct reader *r, const char *key) {
    if (r->status == TS_OK)
        r->status =
            err_set(r->err, TS_E_FORMAT, "bad_record",
                    "not a twosource.analysis/1 object: key \"%s\" is absent or wrong", key);
}

static void no_memory(struct reader *r) {
    if (r->status == TS_OK)
        r->status = arena_fail(r->arena, r->err);
}

static struct str text_at(struct reader *r, const json_t *object, const char *key) {
    struct str s = json_in_str(object, key);
    if (!s.at) {
        bad(r, key);
        return STR("");
    }
    s = str_copy(r->arena, s);
    if (!s.at)
        no_memory(r);
    return s;
}

static const json_t *array_at(struct reader *r, const json_t *object, const char *key) {
    const json_t *array = json_object_get(object, key);
    if (!json_is_array(array) || json_array_size(array) > UINT32_MAX / 2) {
        bad(r, key);
        return NULL;
    }
    return array;
}

/* A span inside the text of the index; bytes. */
static struct span span_of(struct reader *r, const json_t *object, const struct utf8_index *index,
                           const char *key) {
    uint32_t start, end;
    struct span span = {0, 0};
    if (!json_in_u32(&start, object, "start") || !json_in_u32(&end, object, "end") || start > end) {
        bad(r, key);
        return span;
    }
    span.start = utf8_index_byte(index, start);
    span.end = utf8_index_byte(index, end);
    if (span.end == UINT32_MAX) {
        bad(r, key);
        return (struct span){0, 0};
    }
    return span;
}

static struct span optional_span(struct reader *r, const json_t *object, const char *key,
                                 const struct utf8_index *index) {
    const json_t *value = json_object_get(object, key);
    return value ? span_of(r, value, index, key) : (struct span){0, 0};
}

/* The place of a name in a list of count names; the first one when it is absent and not needed. */
static int name_of(struct reader *r, const json_t *object, const char *key,
                   const char *(*name)(int), int count, bool needed) {
    struct str s = json_in_str(object, key);
    if (!s.at && !needed)
        return 0;
    for (int i = 0; i < count; i++)
        if (str_eq(s, str_of(name(i))))
            return i;
    bad(r, key);
    return 0;
}

static const char *type_name(int i) {
    return statement_type_name((enum statement_type)i);
}
static const char *class_name(int i) {
    return source_class_name((enum source_class)i);
}
static const char *check_name(int i) {
    return statement_check_name((enum statement_check)i);
}

static const char *attitude_name_of(int i) {
    return attitude_name((enum attitude)i);
}
static const char *modality_name_of(int i) {
    return modality_name((enum modality)i);
}
static const char *voice_name_of(int i) {
    return voice_name((enum voice)i);
}
static const char *form_name_of(int i) {
    return mention_form_name((enum mention_form)i);
}

/* "e12" with letter e: 11. It must be below count. */
static uint32_t id_of(struct reader *r, const json_t *value, const char *key, char letter,
                      uint32_t count) {
    struct str s = str_of(json_string_value(value));
    uint64_t n;
    if (s.n < 2 || s.n > 11 || s.at[0] != letter || !str_uint(&n, str_cut(s, 1, s.n)) || n == 0 ||
        n > count) {
        bad(r, key);
        return NO_INDEX;
    }
    return (uint32_t)n - 1;
}

static uint32_t optional_id(struct reader *r, const json_t *object, const char *key, char letter,
                            uint32_t count) {
    const json_t *value = json_object_get(object, key);
    return value ? id_of(r, value, key, letter, count) : NO_INDEX;
}

static uint16_t label_of(struct reader *r, const json_t *object, const char *key) {
    struct str name = json_in_str(object, key);
    uint32_t label = name.at ? labels_add(r->labels, name) : LABELS_MAX;
    if (label < LABELS_MAX)
        return (uint16_t)label;
    if (r->arena->refused)
        no_memory(r);
    bad(r, key);
    return LABEL_NONE;
}

static void take_tokens(struct reader *r, const json_t *sentence, struct sentence *s) {
    const json_t *tokens = array_at(r, sentence, "tokens");
    size_t i;
    json_t *value;
    s->first_token = r->analysis->tokens.n;
    uint32_t last = s->text.start;
    json_array_foreach(tokens, i, value) {
        struct token *t = r->status == TS_OK ? VEC_PUSH(r->arena, &r->analysis->tokens) : NULL;
        if (!t) {
            no_memory(r);
            return;
        }
        uint32_t head = 0;
        if (!json_in_u32(&head, value, "head") || head >= json_array_size(tokens))
            bad(r, "head");
        *t = (struct token){.text = span_of(r, value, &r->analysis->article->index, "tokens"),
                            .lemma = text_at(r, value, "lemma"),
                            .head = s->first_token + head,
                            .tag = label_of(r, value, "tag"),
                            .pos = label_of(r, value, "pos"),
                            .dep = label_of(r, value, "dep")};
        if (t->text.start < last || t->text.end > s->text.end || t->text.start >= t->text.end)
            bad(r, "tokens");
        last = t->text.end;
    }
    s->token_count = r->analysis->tokens.n - s->first_token;
}

static void take_voice(struct reader *r, const json_t *sentence, struct sentence *s) {
    const json_t *because = json_object_get(sentence, "voice_because");
    s->voice = (enum voice)name_of(r, sentence, "voice", voice_name_of, VOICES, true);
    s->voice_rule = text_at(r, because, "rule");
    if (json_object_get(because, "start"))
        s->voice_cue = span_of(r, because, &r->analysis->article->index, "voice_because");
    s->on = optional_id(r, sentence, "on", 's', r->statements);
    s->carried = json_in_bool(sentence, "carried");
}

static void take_sentences(struct reader *r, const json_t *root) {
    const struct article *article = r->analysis->article;
    const json_t *array = array_at(r, root, "sentences");
    size_t i;
    json_t *value;
    uint32_t paragraph = 0, last = 0;
    json_array_foreach(array, i, value) {
        struct sentence *s =
            r->status == TS_OK ? VEC_PUSH(r->arena, &r->analysis->sentences) : NULL;
        if (!s) {
            no_memory(r);
            return;
        }
        *s = (struct sentence){.text = span_of(r, value, &article->index, "sentences")};
        take_voice(r, value, s);
        while (paragraph + 1 < article->paragraphs.n &&
               s->text.start >= article->paragraphs.at[paragraph].text.end)
            paragraph++;
        s->paragraph = paragraph;
        if (s->text.start < last || paragraph >= article->paragraphs.n ||
            s->text.start < article->paragraphs.at[paragraph].text.start ||
            s->text.end > article->paragraphs.at[paragraph].text.end)
            bad(r, "sentences");
        last = s->text.end;
        take_tokens(r, value, s);
    }
}

/* The sentence that holds a byte; the last one before it when none does. */
static uint32_t sentence_at(const struct analysis *a, uint32_t byte) {
    uint32_t i = SPANS_FIND(a->sentences, byte);
    return i < a->sentences.n ? i : i - (i > 0);
}

static void take_mentions(struct reader *r, const json_t *entity, struct entity *e) {
    const json_t *array = array_at(r, entity, "mentions");
    size_t i;
    json_t *value;
    json_array_foreach(array, i, value) {
        struct mention *m = r->status == TS_OK ? VEC_PUSH(r->arena, &e->mentions) : NULL;
        if (!m) {
            no_memory(r);
            return;
        }
        m->text = span_of(r, value, &r->analysis->article->index, "mentions");
        m->sentence = sentence_at(r->analysis, m->text.start);
        m->form = (enum mention_form)name_of(r, value, "as", form_name_of, MENTION_FORMS, true);
    }
}

static void take_entities(struct reader *r, const json_t *root) {
    const json_t *array = array_at(r, root, "entities");
    size_t i;
    json_t *value;
    json_array_foreach(array, i, value) {
        struct entity *e = r->status == TS_OK ? VEC_PUSH(r->arena, &r->analysis->entities) : NULL;
        if (!e) {
            no_memory(r);
            return;
        }
        *e = (struct entity){.name = text_at(r, value, "name"),
                             .kind = text_at(r, value, "kind"),
                             .outlet = json_in_bool(value, "outlet")};
        take_mentions(r, value, e);
    }
}

static void take_times(struct reader *r, const json_t *root) {
    const json_t *array = array_at(r, root, "times");
    size_t i;
    json_t *value;
    json_array_foreach(array, i, value) {
        struct time_expression *t =
            r->status == TS_OK ? VEC_PUSH(r->arena, &r->analysis->times) : NULL;
        if (!t) {
            no_memory(r);
            return;
        }
        *t = (struct time_expression){.text =
                                          span_of(r, value, &r->analysis->article->index, "times"),
                                      .type = text_at(r, value, "type"),
                                      .value = text_at(r, value, "value"),
                                      .precision = text_at(r, value, "precision")};
        if (json_object_get(value, "anchor"))
            t->anchor = text_at(r, value, "anchor");
    }
}

static void take_quantities(struct reader *r, const json_t *root) {
    const json_t *array = array_at(r, root, "quantities");
    size_t i;
    json_t *value;
    json_array_foreach(array, i, value) {
        struct quantity *q =
            r->status == TS_OK ? VEC_PUSH(r->arena, &r->analysis->quantities) : NULL;
        if (!q) {
            no_memory(r);
            return;
        }
        *q =
            (struct quantity){.text = span_of(r, value, &r->analysis->article->index, "quantities"),
                              .unit = text_at(r, value, "unit"),
                              .kind = text_at(r, value, "kind"),
                              .bound = text_at(r, value, "bound")};
        const json_t *number = json_object_get(value, "value");
        if (!json_is_number(number))
            bad(r, "value");
        q->value = json_number_value(number);
    }
}

static void take_source(struct reader *r, const json_t *object, struct statement *s,
                        const struct utf8_index *index) {
    const json_t *source = json_object_get(object, "source");
    s->source_class = SOURCE_UNKNOWN;
    s->entity = NO_INDEX;
    if (!source)
        return;
    s->source = span_of(r, source, index, "source");
    s->source_class =
        (enum source_class)name_of(r, source, "class", class_name, SOURCE_CLASSES, true);
    uint32_t entities = r->analysis->entities.n;
    s->entity = optional_id(r, source, "entity", 'e', entities);
    size_t i;
    json_t *value;
    json_array_foreach(json_object_get(source, "candidates"), i, value) {
        uint32_t *candidate = r->status == TS_OK ? VEC_PUSH(r->arena, &s->candidates) : NULL;
        if (!candidate) {
            no_memory(r);
            return;
        }
        *candidate = id_of(r, value, "candidates", 'e', entities);
    }
    if (json_object_get(source, "count") && !json_in_u32(&s->stated_people, source, "count"))
        bad(r, "count");
    s->described_as = optional_span(r, source, "described", index);
    s->stands_for = optional_span(r, source, "stands_for", index);
    s->self = json_in_bool(source, "self");
}

static void take_cue(struct reader *r, const json_t *object, struct statement *s,
                     const struct utf8_index *index) {
    const json_t *cue = json_object_get(object, "cue");
    if (!cue) {
        s->force = STR("neutral");
        return;
    }
    s->cue = span_of(r, cue, index, "cue");
    s->cue_lemma = text_at(r, cue, "lemma");
    s->force = text_at(r, cue, "force");
}

static void take_content(struct reader *r, const json_t *object, struct statement *s,
                         const struct utf8_index *index) {
    const json_t *array = array_at(r, object, "content");
    size_t i;
    json_t *value;
    json_array_foreach(array, i, value) {
        struct span *span = r->status == TS_OK ? VEC_PUSH(r->arena, &s->content) : NULL;
        if (!span) {
            no_memory(r);
            return;
        }
        *span = span_of(r, value, index, "content");
    }
}

static void take_statement(struct reader *r, const json_t *object, struct statement *s) {
    struct str in = json_in_str(object, "in");
    s->in_title = str_eq(in, STR("title"));
    if (!s->in_title && !str_eq(in, STR("text")))
        bad(r, "in");
    const struct utf8_index *index =
        s->in_title ? &r->analysis->title_index : &r->analysis->article->index;
    s->type = (enum statement_type)name_of(r, object, "type", type_name, STATEMENT_TYPES, true);
    take_source(r, object, s, index);
    take_cue(r, object, s, index);
    take_content(r, object, s, index);
    bool inside = s->in_title || (json_in_u32(&s->sentence, object, "sentence") &&
                                  (s->sentence < r->analysis->sentences.n || s->sentence == 0));
    if (!inside)
        bad(r, "sentence");
    s->check =
        (enum statement_check)name_of(r, object, "check", check_name, STATEMENT_CHECKS, false);
    s->means = optional_span(r, object, "means", index);
    s->negated = json_in_bool(object, "negated");
    s->attitude = (enum attitude)name_of(r, object, "attitude", attitude_name_of, ATTITUDES, true);
    s->modality = (enum modality)name_of(r, object, "modality", modality_name_of, MODALITIES, true);
    s->hedge = optional_span(r, object, "hedge", index);
    s->reason_unnamed = optional_span(r, object, "reason_unnamed", index);
    s->within = optional_id(r, object, "within", 's', r->statements);
    s->relayed = json_in_bool(object, "relayed");
    s->opinion_piece = json_in_bool(object, "opinion_piece");
    s->credit_line = json_in_bool(object, "credit_line");
    s->partial = json_in_bool(object, "partial");
    s->rule = text_at(r, object, "rule");
}

static void take_statements(struct reader *r, const json_t *root) {
    const json_t *array = array_at(r, root, "statements");
    size_t i;
    json_t *value;
    json_array_foreach(array, i, value) {
        struct statement *s =
            r->status == TS_OK ? VEC_PUSH(r->arena, &r->analysis->statements) : NULL;
        if (!s) {
            no_memory(r);
            return;
        }
        *s = (struct statement){0};
        take_statement(r, value, s);
    }
}

/* No statement is within itself, and no chain is longer than analyses have them. */
static void check_chains(struct reader *r) {
    const struct analysis *a = r->analysis;
    for (uint32_t i = 0; i < a->statements.n; i++) {
        uint32_t n = 0;
        for (uint32_t k = a->statements.at[i].within; k != NO_INDEX && n <= CHAIN_MAX; n++)
            k = a->statements.at[k].within;
        if (n > CHAIN_MAX)
            bad(r, "within");
    }
}

static struct model_mark mark_at(struct reader *r, const json_t *root, const char *key) {
    const json_t *mark = json_object_get(root, key);
    return mark ? (struct model_mark){text_at(r, mark, "name"), text_at(r, mark, "sha256")}
                : (struct model_mark){STR_NONE, STR_NONE};
}

static void take_vector(struct reader *r, const json_t *sentence, float *vector) {
    const json_t *array = json_object_get(sentence, "vector");
    if (json_array_size(array) != VECTOR_WIDTH) {
        bad(r, "vector");
        return;
    }
    for (size_t i = 0; i < VECTOR_WIDTH; i++) {
        const json_t *value = json_array_get(array, i);
        double v = json_number_value(value);
        if (!json_is_number(value) || !(v >= -1 && v <= 1))
            bad(r, "vector");
        else
            vector[i] = (float)v;
    }
}

/* All sentences have one, or none has. */
static void take_vectors(struct reader *r, const json_t *root) {
    struct analysis *a = r->analysis;
    const json_t *sentences = json_object_get(root, "sentences");
    a->vectors_model = mark_at(r, root, "vectors_model");
    if (r->status != TS_OK || !a->sentences.n)
        return;
    if (!json_object_get(root, "vectors_model")) {
        for (uint32_t i = 0; i < a->sentences.n; i++)
            if (json_object_get(json_array_get(sentences, i), "vector"))
                bad(r, "vectors_model");
        return;
    }
    if (!a->vectors_model.name.n) {
        bad(r, "vectors_model");
        return;
    }
    float(*vectors)[VECTOR_WIDTH] = arena_zero(r->arena, a->sentences.n, sizeof *vectors);
    for (uint32_t i = 0; i < a->sentences.n && vectors; i++)
        take_vector(r, json_array_get(sentences, i), vectors[i]);
    if (!vectors)
        no_memory(r);
    a->vectors = (const float(*)[VECTOR_WIDTH])vectors;
}

int analysis_from_json(struct analysis **out, struct arena *a, const struct article *article,
                       const json_t *root, struct ts_error *err) {
    struct analysis *analysis = arena_zero(a, 1, sizeof *analysis);
    struct labels *labels = arena_zero(a, 1, sizeof *labels);
    struct reader r = {
        .analysis = analysis, .labels = labels, .arena = a, .err = err, .status = TS_OK};
    if (!analysis || !labels || !labels_init(labels, a))
        return arena_fail(a, err);
    analysis->article = article;
    analysis->labels = labels;
    analysis->supported = json_in_bool(root, "supported");
    if (!utf8_index_init(&analysis->title_index, a, article->title))
        no_memory(&r);
    if (!str_eq(json_in_str(root, "schema"), STR("twosource.analysis/1")))
        bad(&r, "schema");
    analysis->model = mark_at(&r, root, "model");
    if (json_object_get(root, "kind_revised"))
        analysis->kind_revised = text_at(&r, root, "kind_revised");
    r.statements = (uint32_t)json_array_size(array_at(&r, root, "statements"));
    take_sentences(&r, root);
    take_entities(&r, root);
    take_times(&r, root);
    take_quantities(&r, root);
    take_statements(&r, root);
    if (r.status == TS_OK)
        check_chains(&r);
    take_vectors(&r, root);
    if (r.status == TS_OK)
        *out = analysis;
    return r.status;
}
