#include "english/lemmatizer.h"

#include "english/py_chars.h"
#include "english/string_id.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* ---- Opening */

/* A label as a part of speech, and as a morphology. */
struct lemma_label {
    const struct lemma_table *table; /* NULL: none */
    bool keeps;                      /* proper nouns without tables keep their spelling */
    bool noun, verb;
    bool base, base_noun, base_verb; /* uninflected: any word, a noun, a verb */
};

static int damaged(const struct model_file *m, struct ts_error *err) {
    return model_bad(err, m, "the lemmatizer's tables are damaged");
}

static bool bytes_are_few(const struct string_list *l) {
    for (uint32_t i = 0; i < l->n; i++)
        if (string_list_at(l, i).n > LEMMA_BYTES)
            return false;
    return true;
}

static bool table_is_good(const struct lemma_table *t, size_t ends_n) {
    bool good =
        t->rules.n % 2 == 0 && t->rules.n / 2 <= LEMMA_RULES && ends_n == t->exceptions.list.n;
    uint32_t before = 0;
    for (size_t i = 0; good && i < ends_n; before = t->ends[i++])
        good = t->ends[i] >= before && t->ends[i] - before <= LEMMA_CHOICES;
    return good && before <= t->lemmas.n && bytes_are_few(&t->rules) &&
           bytes_are_few(&t->index.list);
}

static int open_table(struct lemma_table *t, const struct model_file *m, uint32_t k,
                      struct ts_error *err) {
    char name[MODEL_NAME];
    struct tensor ends;
    snprintf(name, sizeof name, "lemma.%u.rules", (unsigned)k);
    int status = string_list_open(&t->rules, m, name, err);
    snprintf(name, sizeof name, "lemma.%u.index", (unsigned)k);
    if (status == TS_OK)
        status = string_table_open(&t->index, m, name, err);
    snprintf(name, sizeof name, "lemma.%u.exceptions", (unsigned)k);
    if (status == TS_OK)
        status = string_table_open(&t->exceptions, m, name, err);
    snprintf(name, sizeof name, "lemma.%u.lemmas", (unsigned)k);
    if (status == TS_OK)
        status = string_list_open(&t->lemmas, m, name, err);
    snprintf(name, sizeof name, "lemma.%u.ends", (unsigned)k);
    if (status == TS_OK)
        status = model_get(&ends, m, name, TENSOR_U32, 1, NULL, err);
    if (status != TS_OK)
        return status;
    t->ends = ends.at;
    return table_is_good(t, ends.count) ? TS_OK : damaged(m, err);
}

/* The value of a feature ("Number") in a morphology ("Number=Sing|Person=3"); none when absent. */
static struct str feature(struct str morph, const char *name) {
    while (morph.at) {
        struct str value = str_split(&morph, '|');
        if (str_eq(str_split(&value, '='), str_of(name)))
            return value;
    }
    return STR_NONE;
}

static bool has(struct str morph, const char *name, const char *value) {
    return str_eq(feature(morph, name), str_of(value));
}

static struct lemma_label as_morphology(struct str morph) {
    return (struct lemma_label){
        .base = has(morph, "VerbForm", "Inf") || has(morph, "VerbForm", "None") ||
                has(morph, "Degree", "Pos"),
        .base_noun = has(morph, "Number", "Sing"),
        .base_verb = has(morph, "VerbForm", "Fin") && has(morph, "Tense", "Pres") &&
                     !feature(morph, "Number").at,
    };
}

static bool has_tables(const struct lemma_table *t) {
    return t->rules.n || t->index.list.n || t->exceptions.list.n;
}

static int open_labels(struct lemmatizer *z, struct arena *a, const struct tensor *keys,
                       const struct labels *l, struct ts_error *err) {
    z->label_count = l->at.n;
    z->labels = arena_zero(a, l->at.n, sizeof *z->labels);
    if (!z->labels)
        return arena_fail(a, err);
    for (uint32_t i = 0; i < l->at.n; i++) {
        struct str name = str_lower_ascii(a, l->at.at[i]);
        if (!name.at)
            return arena_fail(a, err);
        struct lemma_label *to = &z->labels[i];
        *to = as_morphology(l->at.at[i]);
        to->noun = str_eq(name, STR("noun"));
        to->verb = str_eq(name, STR("verb"));
        bool nothing = !name.n || str_eq(name, STR("eol")) || str_eq(name, STR("space"));
        for (size_t k = 0; k < keys->count && !nothing; k++)
            if (((const uint64_t *)keys->at)[k] == string_id(name) && has_tables(&z->tables[k]))
                to->table = &z->tables[k];
        to->keeps = !to->table && str_eq(name, STR("propn"));
    }
    return TS_OK;
}

int lemmatizer_open(struct lemmatizer *out, struct arena *a, const struct model_file *m,
                    const struct labels *l, struct ts_error *err) {
    struct tensor keys;
    *out = (struct lemmatizer){0};
    int status = model_get(&keys, m, "lemma.keys", TENSOR_U64, 1, NULL, err);
    if (status == TS_OK && keys.count > LEMMA_TABLES)
        status = damaged(m, err);
    for (uint32_t k = 0; status == TS_OK && k < keys.count; k++)
        status = open_table(&out->tables[k], m, k, err);
    return status == TS_OK ? open_labels(out, a, &keys, l, err) : status;
}

/* ---- Running */

/* A word on its way; a candidate lemma is a beginning of the word and an ending put to it. */
struct word {
    struct str text, lower;
    struct arena *arena;
};

struct candidate {
    size_t stem_bytes;
    struct str ending; /* none: no candidate */
};

/* The first n bytes of the lower-case spelling, in the text where they are the same there; none
 * when memory is refused. */
static struct str lower_part(const struct word *w, size_t n) {
    if (n <= w->text.n && memcmp(w->text.at, w->lower.at, n) == 0)
        return str_cut(w->text, 0, n);
    return str_copy(w->arena, str_cut(w->lower, 0, n));
}

/* In the model when it is in the index; else none. */
static struct str in_index(const struct lemma_table *t, const struct word *w,
                           const struct candidate *c) {
    char bytes[LEMMA_BYTES];
    size_t n = c->stem_bytes + c->ending.n;
    if (n > LEMMA_BYTES)
        return STR_NONE;
    struct str form = str_cut(w->lower, 0, n);
    if (c->ending.n) {
        memcpy(bytes, w->lower.at, c->stem_bytes);
        memcpy(bytes + c->stem_bytes, c->ending.at, c->ending.n);
        form = (struct str){bytes, n};
    }
    uint32_t found = string_table_find(&t->index, form);
    return found == MAP_NONE ? STR_NONE : string_list_at(&t->index.list, found);
}

static bool all_alpha(const struct word *w, const struct candidate *c) {
    return (!c->stem_bytes || py_all_alpha(str_cut(w->lower, 0, c->stem_bytes))) &&
           (!c->ending.n || py_all_alpha(c->ending));
}

/* What rule i makes of the word; false when it does not apply or leaves nothing. */
static bool apply_rule(struct candidate *c, const struct lemma_table *t, const struct word *w,
                       uint32_t i) {
    struct str old = string_list_at(&t->rules, 2 * i);
    if (!str_ends(w->lower, old))
        return false;
    *c = (struct candidate){w->lower.n - old.n, string_list_at(&t->rules, 2 * i + 1)};
    return c->stem_bytes + c->ending.n > 0;
}

/* The rules alone give this lemma too, and it is a known word or no word of letters. */
static bool rules_give(const struct lemma_table *t, const struct word *w, struct str lemma) {
    struct candidate c;
    for (uint32_t i = 0; i < t->rules.n / 2; i++)
        if (apply_rule(&c, t, w, i) && lemma.n == c.stem_bytes + c.ending.n &&
            str_ends(lemma, c.ending) &&
            str_eq(str_cut(lemma, 0, c.stem_bytes), str_cut(w->lower, 0, c.stem_bytes)))
            return in_index(t, w, &c).at || !all_alpha(w, &c);
    return false;
}

/* The last of the word's irregular lemmas that is new: not given before it, nor by the rules. */
static struct str irregular(const struct lemma_table *t, const struct word *w) {
    uint32_t found = string_table_find(&t->exceptions, w->lower);
    if (found == MAP_NONE)
        return STR_NONE;
    uint32_t first = found ? t->ends[found - 1] : 0;
    for (uint32_t i = t->ends[found]; i-- > first;) {
        struct str lemma = string_list_at(&t->lemmas, i);
        bool again = false;
        for (uint32_t j = first; j < i && !again; j++)
            again = str_eq(string_list_at(&t->lemmas, j), lemma);
        if (!again && !rules_give(t, w, lemma))
            return lemma;
    }
    return STR_NONE;
}

static struct str built(const struct word *w, const struct candidate *c) {
    if (!c->ending.n)
        return lower_part(w, c->stem_bytes);
    char *at = arena_alloc(w->arena, c->stem_bytes + c->ending.n);
    if (!at)
        return STR_NONE;
    memcpy(at, w->lower.at, c->stem_bytes);
    memcpy(at + c->stem_bytes, c->ending.at, c->ending.n);
    return (struct str){at, c->stem_bytes + c->ending.n};
}

/* The last rule that gives a known word, else the first that gives one not of letters, else the
 * first that gives anything, else the spelling. */
static struct str by_rules(const struct lemma_table *t, const struct word *w) {
    struct str known = STR_NONE;
    struct candidate c, odd = {0}, other = {0};
    for (uint32_t i = 0; i < t->rules.n / 2; i++) {
        if (!apply_rule(&c, t, w, i))
            continue;
        struct str in = in_index(t, w, &c);
        if (in.at)
            known = in;
        else if (!known.at && !odd.ending.at && !all_alpha(w, &c))
            odd = c;
        else if (!other.ending.at)
            other = c;
    }
    if (known.at)
        return known;
    if (odd.ending.at)
        return built(w, &odd);
    return other.ending.at ? built(w, &other) : w->text;
}

static struct str lemma_of(const struct word *w, const struct lemma_label *pos,
                           const struct lemma_label *morph) {
    bool base = morph->base || (pos->noun && morph->base_noun) || (pos->verb && morph->base_verb);
    if (pos->table && !base) {
        struct str lemma = irregular(pos->table, w);
        return lemma.at ? lemma : by_rules(pos->table, w);
    }
    return pos->keeps && !base ? w->text : lower_part(w, w->lower.n);
}

int lemmatizer_run(const struct lemmatizer *z, const struct forms *f, struct doc *doc,
                   struct ts_error *err) {
    for (uint32_t i = 0; i < doc->tokens.n; i++) {
        struct doc_token *t = &doc->tokens.at[i];
        if (t->lemma.at)
            continue;
        assert(t->pos < z->label_count && t->morph < z->label_count);
        struct word w = {str_span(doc->text, t->text), f->at.at[t->form].lower, doc->arena};
        t->lemma = lemma_of(&w, &z->labels[t->pos], &z->labels[t->morph]);
        if (!t->lemma.at)
            return arena_fail(doc->arena, err);
    }
    return TS_OK;
}
