#include "english/ruler.h"

#include "english/string_id.h"

/* No spelling of the rules; one more than any number that values can hold. */
enum { NO_LOWER = UINT16_MAX, MOST_ROWS = 4096, MOST_ITEMS = 1 << 20 };

enum { ROW_NUMBERS = 4 + RULER_ATTRIBUTES, SPEC_NUMBERS = 10 };
_Static_assert(sizeof(struct ruler_pattern) == ROW_NUMBERS * sizeof(uint32_t), "a row of the file");
_Static_assert(sizeof(struct ruler_spec) == SPEC_NUMBERS * sizeof(uint32_t), "a row of the file");

/* ---- Opening */

struct opening {
    struct ruler *r;
    struct arena *arena;
    const struct model_file *m;
    struct ts_error *err;
    struct labels *labels;
    struct string_list strings;
    const uint32_t *raw; /* the values as strings' numbers */
    size_t spec_count, value_count;
    uint16_t *values;
    uint8_t *meanings; /* of each value */
};

/* What a value is a number of. One that were both would be out of range as one of them. */
enum meaning { MEANS_NOTHING, MEANS_LABEL, MEANS_LOWER };

static int damaged(struct opening *o) {
    return model_bad(o->err, o->m, "the attribute ruler is damaged");
}

static int get_tensors(struct opening *o) {
    struct tensor patterns, specs, values;
    size_t pattern_dims[] = {0, ROW_NUMBERS}, spec_dims[] = {0, SPEC_NUMBERS};
    int status = model_get(&patterns, o->m, "ruler.patterns", TENSOR_U32, 2, pattern_dims, o->err);
    if (status == TS_OK)
        status = model_get(&specs, o->m, "ruler.specs", TENSOR_U32, 2, spec_dims, o->err);
    if (status == TS_OK)
        status = model_get(&values, o->m, "ruler.values", TENSOR_U32, 1, NULL, o->err);
    if (status == TS_OK)
        status = string_list_open(&o->strings, o->m, "ruler.strings", o->err);
    if (status != TS_OK)
        return status;
    if (pattern_dims[0] > MOST_ROWS || spec_dims[0] > MOST_ROWS || values.count > MOST_ROWS ||
        o->strings.n > MOST_ROWS)
        return damaged(o);
    o->r->patterns = patterns.at;
    o->r->pattern_count = (uint32_t)pattern_dims[0];
    o->r->specs = specs.at;
    o->raw = values.at;
    o->spec_count = spec_dims[0];
    o->value_count = values.count;
    return TS_OK;
}

static bool pattern_is_good(const struct opening *o, uint32_t i) {
    const struct ruler_pattern *p = &o->r->patterns[i];
    bool good = p->first <= p->end && p->end <= o->spec_count && p->end - p->first <= RULER_SPAN &&
                p->target < p->end - p->first && (!i || o->r->patterns[i - 1].rule <= p->rule);
    for (uint32_t a = 0; a < RULER_ATTRIBUTES; a++)
        good = good && p->set[a] <= o->strings.n;
    return good;
}

static bool set_is_good(const struct opening *o, const struct ruler_set *s) {
    return s->kind <= RULER_NOT_IN && s->first <= s->end && s->end <= o->value_count;
}

static int check_rows(struct opening *o) {
    for (uint32_t i = 0; i < o->r->pattern_count; i++)
        if (!pattern_is_good(o, i))
            return damaged(o);
    for (size_t i = 0; i < o->spec_count; i++) {
        const struct ruler_spec *s = &o->r->specs[i];
        if (!set_is_good(o, &s->tag) || !set_is_good(o, &s->lower) || !set_is_good(o, &s->dep))
            return damaged(o);
    }
    for (size_t i = 0; i < o->value_count; i++)
        if (o->raw[i] >= o->strings.n)
            return damaged(o);
    return TS_OK;
}

static int label_of(uint16_t *out, struct opening *o, uint32_t string) {
    uint32_t label = labels_add(o->labels, string_list_at(&o->strings, string));
    if (label >= LABELS_MAX)
        return o->labels->arena->refused ? arena_fail(o->labels->arena, o->err) : damaged(o);
    *out = (uint16_t)label;
    return TS_OK;
}

static int means(struct opening *o, const struct ruler_set *s, enum meaning meaning) {
    for (uint32_t i = s->first; i < s->end; i++) {
        if (o->meanings[i] != MEANS_NOTHING && o->meanings[i] != meaning)
            return damaged(o);
        o->meanings[i] = (uint8_t)meaning;
    }
    return TS_OK;
}

static int label_values(struct opening *o, const struct ruler_set *s) {
    int status = means(o, s, MEANS_LABEL);
    for (uint32_t i = s->first; i < s->end && status == TS_OK; i++)
        status = label_of(&o->values[i], o, o->raw[i]);
    return status;
}

static int lower_values(struct opening *o, const struct ruler_set *s) {
    int status = means(o, s, MEANS_LOWER);
    for (uint32_t i = s->first; i < s->end && status == TS_OK; i++) {
        struct str lower = string_list_at(&o->strings, o->raw[i]);
        uint32_t *number = map_put_u64(&o->r->lowers, string_id(lower));
        if (!number)
            return arena_fail(o->arena, o->err);
        if (*number == MAP_NONE)
            *number = o->r->lower_count++; /* no more than there are strings */
        o->values[i] = (uint16_t)*number;
    }
    return status;
}

/* Strings to labels, spellings and lemmas. */
static int resolve(struct opening *o) {
    struct ruler *r = o->r;
    uint16_t(*set)[RULER_ATTRIBUTES] = arena_zero(o->arena, r->pattern_count, sizeof *set);
    struct str *lemmas = arena_zero(o->arena, r->pattern_count, sizeof *lemmas);
    o->values = arena_zero(o->arena, o->value_count, sizeof *o->values);
    o->meanings = arena_zero(o->arena, o->value_count, sizeof *o->meanings);
    if (!set || !lemmas || !o->values || !o->meanings)
        return arena_fail(o->arena, o->err);
    int status = TS_OK;
    for (size_t i = 0; i < o->spec_count && status == TS_OK; i++) {
        status = label_values(o, &r->specs[i].tag);
        if (status == TS_OK)
            status = label_values(o, &r->specs[i].dep);
        if (status == TS_OK)
            status = lower_values(o, &r->specs[i].lower);
    }
    for (uint32_t i = 0; i < r->pattern_count && status == TS_OK; i++) {
        const uint32_t *from = r->patterns[i].set;
        for (uint32_t a = 0; a < RULER_LEMMA && status == TS_OK; a++)
            if (from[a])
                status = label_of(&set[i][a], o, from[a] - 1);
        if (from[RULER_LEMMA])
            lemmas[i] = string_list_at(&o->strings, from[RULER_LEMMA] - 1);
    }
    r->values = o->values;
    r->set = (const uint16_t(*)[RULER_ATTRIBUTES])set;
    r->lemmas = lemmas;
    r->label_count = o->labels->at.n;
    return status;
}

/* ---- Buckets: by the target's spelling, else its tag, else its dependency, else for any token */

static uint32_t first_tag_bucket(const struct ruler *r) {
    return 1 + r->lower_count;
}

static uint32_t first_dep_bucket(const struct ruler *r) {
    return first_tag_bucket(r) + r->label_count;
}

/* Counts in places[b] the patterns of bucket b, and puts them there when items is not NULL. */
static void fill_buckets(const struct ruler *r, uint32_t *places, uint32_t *items) {
    for (uint32_t i = 0; i < r->pattern_count; i++) {
        const struct ruler_spec *s = &r->specs[r->patterns[i].first + r->patterns[i].target];
        const struct ruler_set *by = NULL;
        uint32_t bucket = 0;
        if (s->lower.kind == RULER_IN)
            by = &s->lower, bucket = 1;
        else if (s->tag.kind == RULER_IN)
            by = &s->tag, bucket = first_tag_bucket(r);
        else if (s->dep.kind == RULER_IN)
            by = &s->dep, bucket = first_dep_bucket(r);
        for (uint32_t v = by ? by->first : 0; v < (by ? by->end : 1); v++) {
            uint32_t *place = &places[by ? bucket + r->values[v] : bucket];
            if (items)
                items[*place] = i;
            (*place)++;
        }
    }
}

static int build_buckets(struct opening *o) {
    struct ruler *r = o->r;
    uint32_t count = first_dep_bucket(r) + r->label_count;
    uint32_t *ends = arena_zero(o->arena, (size_t)count + 2, sizeof *ends);
    if (!ends)
        return arena_fail(o->arena, o->err);
    fill_buckets(r, ends + 2, NULL);
    for (uint32_t b = 2; b < count + 2; b++)
        ends[b] += ends[b - 1];
    /* ends[b + 1] is now where bucket b begins, and moves to where it ends */
    if (ends[count + 1] > MOST_ITEMS)
        return damaged(o);
    uint32_t *items = arena_zero(o->arena, ends[count + 1], sizeof *items);
    if (!items)
        return arena_fail(o->arena, o->err);
    fill_buckets(r, ends + 1, items);
    r->ends = ends;
    r->items = items;
    return TS_OK;
}

int ruler_open(struct ruler *out, struct arena *a, const struct model_file *m, struct labels *l,
               struct ts_error *err) {
    *out = (struct ruler){0};
    map_init(&out->lowers, a);
    struct opening o = {.r = out, .arena = a, .m = m, .err = err, .labels = l};
    int status = get_tensors(&o);
    if (status == TS_OK)
        status = check_rows(&o);
    if (status == TS_OK)
        status = resolve(&o);
    return status == TS_OK ? build_buckets(&o) : status;
}

/* ---- Running */

/* The pattern that decides each attribute of a token, + 1; 0: none. */
struct change {
    uint32_t by[RULER_ATTRIBUTES];
};

struct run {
    const struct ruler *r;
    const struct forms *f;
    const struct doc_token *tokens;
    uint32_t n;
};

static uint32_t lower_of(const struct run *run, const struct doc_token *t) {
    uint32_t lower = map_get_u64(&run->r->lowers, run->f->at.at[t->form].lower_id);
    return lower == MAP_NONE ? NO_LOWER : lower;
}

static bool holds(const struct ruler *r, const struct ruler_set *s, uint32_t value) {
    if (s->kind == RULER_ANY)
        return true;
    for (uint32_t i = s->first; i < s->end; i++)
        if (r->values[i] == value)
            return s->kind == RULER_IN;
    return s->kind == RULER_NOT_IN;
}

static bool fits(const struct run *run, const struct ruler_spec *s, uint32_t at) {
    const struct doc_token *t = &run->tokens[at];
    return (!s->is_space || (s->is_space == 2) == (t->is_space != 0)) &&
           holds(run->r, &s->tag, t->tag) && holds(run->r, &s->dep, t->dep) &&
           (s->lower.kind == RULER_ANY || holds(run->r, &s->lower, lower_of(run, t)));
}

static bool matches(const struct run *run, const struct ruler_pattern *p, uint32_t at) {
    uint32_t count = p->end - p->first;
    if (at < p->target || run->n - (at - p->target) < count)
        return false;
    if (!fits(run, &run->r->specs[p->first + p->target], at))
        return false;
    for (uint32_t i = 0; i < count; i++)
        if (i != p->target && !fits(run, &run->r->specs[p->first + i], at - p->target + i))
            return false;
    return true;
}

static void try_bucket(struct change *c, const struct run *run, uint32_t bucket, uint32_t at) {
    const struct ruler *r = run->r;
    for (uint32_t i = r->ends[bucket]; i < r->ends[bucket + 1]; i++) {
        const struct ruler_pattern *p = &r->patterns[r->items[i]];
        if (!matches(run, p, at))
            continue;
        for (uint32_t a = 0; a < RULER_ATTRIBUTES; a++)
            if (p->set[a] && c->by[a] <= r->items[i])
                c->by[a] = r->items[i] + 1;
    }
}

static void find_change(struct change *c, const struct run *run, uint32_t at) {
    const struct ruler *r = run->r;
    const struct doc_token *t = &run->tokens[at];
    uint32_t lower = lower_of(run, t);
    *c = (struct change){0};
    try_bucket(c, run, 0, at);
    if (lower != NO_LOWER)
        try_bucket(c, run, 1 + lower, at);
    if (t->tag < r->label_count)
        try_bucket(c, run, first_tag_bucket(r) + t->tag, at);
    if (t->dep < r->label_count)
        try_bucket(c, run, first_dep_bucket(r) + t->dep, at);
}

static void apply(struct doc_token *t, const struct change *c, const struct ruler *r) {
    uint16_t *const to[RULER_LEMMA] = {&t->tag, &t->pos, &t->morph, &t->dep};
    for (uint32_t a = 0; a < RULER_LEMMA; a++)
        if (c->by[a])
            *to[a] = r->set[c->by[a] - 1][a];
    t->lemma = c->by[RULER_LEMMA] ? r->lemmas[c->by[RULER_LEMMA] - 1] : STR_NONE;
}

void ruler_run(const struct ruler *r, const struct forms *f, struct doc *doc) {
    struct run run = {.r = r, .f = f, .tokens = doc->tokens.at, .n = doc->tokens.n};
    /* A token is changed once no pattern can look at it any more. */
    struct change waiting[RULER_SPAN];
    for (uint32_t at = 0; at < run.n; at++) {
        if (at >= RULER_SPAN)
            apply(&doc->tokens.at[at - RULER_SPAN], &waiting[at % RULER_SPAN], r);
        find_change(&waiting[at % RULER_SPAN], &run, at);
    }
    for (uint32_t at = run.n > RULER_SPAN ? run.n - RULER_SPAN : 0; at < run.n; at++)
        apply(&doc->tokens.at[at], &waiting[at % RULER_SPAN], r);
}
