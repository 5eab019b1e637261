/* Writing twosource.analysis/1. */
#include "lang/analysis_names.h"

#include <math.h>

const char *source_class_name(enum source_class c) {
    static const char *const names[SOURCE_CLASSES] = {
        "outlet", "agency", "person", "organisation", "document", "unnamed", "unknown"};
    return names[c];
}

const char *statement_type_name(enum statement_type t) {
    static const char *const names[] = {"direct", "indirect", "mixed"};
    return names[t];
}

const char *statement_check_name(enum statement_check c) {
    static const char *const names[] = {"none", "own", "none_made"};
    return names[c];
}

const char *attitude_name(enum attitude a) {
    static const char *const names[ATTITUDES] = {"says", "believes", "knows", "intends"};
    return names[a];
}

const char *modality_name(enum modality m) {
    static const char *const names[MODALITIES] = {"fact", "planned", "conditional", "possible"};
    return names[m];
}

const char *voice_name(enum voice v) {
    static const char *const names[VOICES] = {"own", "attributed", "opinion"};
    return names[v];
}

const char *mention_form_name(enum mention_form f) {
    static const char *const names[MENTION_FORMS] = {"name", "nominal", "pronoun"};
    return names[f];
}

/* Start and end as code points, into the open object. */
static void put_span(struct json_out *j, const struct utf8_index *index, struct span span) {
    jout_key_uint(j, "start", utf8_index_cp(index, span.start));
    jout_key_uint(j, "end", utf8_index_cp(index, span.end));
}

/* The same as an object of its own; nothing when it is empty. */
static void put_words(struct json_out *j, const char *key, const struct utf8_index *index,
                      struct span span) {
    if (span.start >= span.end)
        return;
    jout_key(j, key);
    jout_object(j);
    put_span(j, index, span);
    jout_object_end(j);
}

/* Into an array when key is NULL. */
static void put_id(struct json_out *j, const char *key, char letter, uint32_t index) {
    char text[12];
    size_t n = sizeof text;
    uint32_t v = index + 1;
    do {
        text[--n] = (char)('0' + v % 10);
    } while ((v /= 10) != 0);
    text[--n] = letter;
    struct str id = {text + n, sizeof text - n};
    if (key)
        jout_key_str(j, key, id);
    else
        jout_str(j, id);
}

/* Six decimals: more than the network's own error, and the same when read and written again. */
static void put_vector(struct json_out *j, const float *vector) {
    jout_key(j, "vector");
    jout_array(j);
    for (size_t i = 0; i < VECTOR_WIDTH; i++)
        jout_real(j, round((double)vector[i] * 1e6) / 1e6);
    jout_array_end(j);
}

static void put_voice(struct json_out *j, const struct sentence *s,
                      const struct utf8_index *index) {
    jout_key_str(j, "voice", str_of(voice_name(s->voice)));
    jout_key(j, "voice_because");
    jout_object(j);
    jout_key_str(j, "rule", s->voice_rule);
    if (s->voice_cue.start < s->voice_cue.end)
        put_span(j, index, s->voice_cue);
    jout_object_end(j);
    if (s->on != NO_INDEX)
        put_id(j, "on", 's', s->on);
    if (s->carried)
        jout_key_bool(j, "carried", true);
}

static void put_sentences(struct json_out *j, const struct analysis *a) {
    jout_key(j, "sentences");
    jout_array(j);
    for (uint32_t i = 0; i < a->sentences.n; i++) {
        const struct sentence *s = &a->sentences.at[i];
        jout_object(j);
        put_span(j, &a->article->index, s->text);
        put_voice(j, s, &a->article->index);
        jout_key(j, "tokens");
        jout_array(j);
        for (uint32_t k = s->first_token; k < s->first_token + s->token_count; k++) {
            jout_object(j);
            const struct token *t = &a->tokens.at[k];
            put_span(j, &a->article->index, t->text);
            jout_key_str(j, "lemma", t->lemma);
            jout_key_str(j, "tag", labels_name(a->labels, t->tag));
            jout_key_str(j, "pos", labels_name(a->labels, t->pos));
            jout_key_uint(j, "head", t->head - s->first_token);
            jout_key_str(j, "dep", labels_name(a->labels, t->dep));
            jout_object_end(j);
        }
        jout_array_end(j);
        if (a->vectors)
            put_vector(j, a->vectors[i]);
        jout_object_end(j);
    }
    jout_array_end(j);
}

static void put_entities(struct json_out *j, const struct analysis *a) {
    jout_key(j, "entities");
    jout_array(j);
    for (uint32_t i = 0; i < a->entities.n; i++) {
        const struct entity *e = &a->entities.at[i];
        jout_object(j);
        put_id(j, "id", 'e', i);
        jout_key_str(j, "name", e->name);
        jout_key_str(j, "kind", e->kind);
        if (e->outlet)
            jout_key_bool(j, "outlet", true);
        jout_key(j, "mentions");
        jout_array(j);
        for (uint32_t k = 0; k < e->mentions.n; k++) {
            jout_object(j);
            put_span(j, &a->article->index, e->mentions.at[k].text);
            jout_key_str(j, "as", str_of(mention_form_name(e->mentions.at[k].form)));
            jout_object_end(j);
        }
        jout_array_end(j);
        jout_object_end(j);
    }
    jout_array_end(j);
}

static void put_times(struct json_out *j, const struct analysis *a) {
    jout_key(j, "times");
    jout_array(j);
    for (uint32_t i = 0; i < a->times.n; i++) {
        const struct time_expression *t = &a->times.at[i];
        jout_object(j);
        put_span(j, &a->article->index, t->text);
        jout_key_str(j, "type", t->type);
        jout_key_str(j, "value", t->value);
        if (t->anchor.n)
            jout_key_str(j, "anchor", t->anchor);
        jout_key_str(j, "precision", t->precision);
        jout_object_end(j);
    }
    jout_array_end(j);
}

static void put_quantities(struct json_out *j, const struct analysis *a) {
    jout_key(j, "quantities");
    jout_array(j);
    for (uint32_t i = 0; i < a->quantities.n; i++) {
        const struct quantity *q = &a->quantities.at[i];
        jout_object(j);
        put_span(j, &a->article->index, q->text);
        jout_key_real(j, "value", q->value);
        jout_key_str(j, "unit", q->unit);
        jout_key_str(j, "kind", q->kind);
        jout_key_str(j, "bound", q->bound);
        jout_object_end(j);
    }
    jout_array_end(j);
}

static void put_source(struct json_out *j, const struct statement *s,
                       const struct utf8_index *index) {
    bool absent = s->source.start >= s->source.end && s->entity == NO_INDEX && !s->self;
    if (absent)
        return;
    jout_key(j, "source");
    jout_object(j);
    put_span(j, index, s->source);
    if (s->entity != NO_INDEX)
        put_id(j, "entity", 'e', s->entity);
    jout_key_str(j, "class", str_of(source_class_name(s->source_class)));
    if (s->stated_people)
        jout_key_uint(j, "count", s->stated_people);
    if (s->described_as.start < s->described_as.end) {
        jout_key_str(j, "described_as", str_span(index->text, s->described_as));
        put_words(j, "described", index, s->described_as);
    }
    put_words(j, "stands_for", index, s->stands_for);
    if (s->candidates.n) {
        jout_key(j, "candidates");
        jout_array(j);
        for (uint32_t i = 0; i < s->candidates.n; i++)
            put_id(j, NULL, 'e', s->candidates.at[i]);
        jout_array_end(j);
    }
    if (s->self)
        jout_key_bool(j, "self", true);
    jout_object_end(j);
}

static void put_cue(struct json_out *j, const struct statement *s, const struct utf8_index *index) {
    if (s->cue.start >= s->cue.end)
        return;
    jout_key(j, "cue");
    jout_object(j);
    put_span(j, index, s->cue);
    jout_key_str(j, "lemma", s->cue_lemma);
    jout_key_str(j, "force", s->force);
    jout_object_end(j);
}

static void put_flags(struct json_out *j, const struct statement *s,
                      const struct utf8_index *index) {
    const struct {
        const char *key;
        bool set;
    } flags[] = {{"relayed", s->relayed},
                 {"opinion_piece", s->opinion_piece},
                 {"credit_line", s->credit_line},
                 {"partial", s->partial}};
    jout_key_str(j, "attitude", str_of(attitude_name(s->attitude)));
    jout_key_bool(j, "negated", s->negated);
    jout_key_str(j, "modality", str_of(modality_name(s->modality)));
    if (s->check != CHECK_NONE)
        jout_key_str(j, "check", str_of(statement_check_name(s->check)));
    put_words(j, "means", index, s->means);
    put_words(j, "hedge", index, s->hedge);
    put_words(j, "reason_unnamed", index, s->reason_unnamed);
    if (s->within != NO_INDEX)
        put_id(j, "within", 's', s->within);
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (flags[i].set)
            jout_key_bool(j, flags[i].key, true);
    jout_key_str(j, "rule", s->rule);
}

static void put_statement(struct json_out *j, const struct statement *s, uint32_t i,
                          const struct utf8_index *index) {
    jout_object(j);
    put_id(j, "id", 's', i);
    jout_key_str(j, "type", str_of(statement_type_name(s->type)));
    put_source(j, s, index);
    put_cue(j, s, index);
    jout_key(j, "content");
    jout_array(j);
    for (uint32_t k = 0; k < s->content.n; k++) {
        jout_object(j);
        put_span(j, index, s->content.at[k]);
        jout_object_end(j);
    }
    jout_array_end(j);
    jout_key_str(j, "in", s->in_title ? STR("title") : STR("text"));
    if (!s->in_title)
        jout_key_uint(j, "sentence", s->sentence);
    put_flags(j, s, index);
    jout_object_end(j);
}

static void put_model(struct json_out *j, const char *key, struct model_mark mark) {
    if (!mark.name.n)
        return;
    jout_key(j, key);
    jout_object(j);
    jout_key_str(j, "name", mark.name);
    jout_key_str(j, "sha256", mark.sha256);
    jout_object_end(j);
}

void analysis_json(struct json_out *j, const struct analysis *analysis) {
    jout_object(j);
    jout_key_str(j, "schema", STR("twosource.analysis/1"));
    article_json_keys(j, analysis->article);
    jout_key_bool(j, "supported", analysis->supported);
    put_model(j, "model", analysis->model);
    put_model(j, "vectors_model", analysis->vectors_model);
    if (analysis->kind_revised.n)
        jout_key_str(j, "kind_revised", analysis->kind_revised);
    put_sentences(j, analysis);
    put_entities(j, analysis);
    put_times(j, analysis);
    put_quantities(j, analysis);
    jout_key(j, "statements");
    jout_array(j);
    for (uint32_t i = 0; i < analysis->statements.n; i++) {
        const struct statement *s = &analysis->statements.at[i];
        put_statement(j, s, i, s->in_title ? &analysis->title_index : &analysis->article->index);
    }
    jout_array_end(j);
    jout_object_end(j);
}
