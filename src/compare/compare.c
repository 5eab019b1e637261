#include "compare/compare.h"

#include "compare/work.h"

#include <stdlib.h>

int work_memory(struct work *w) {
    return arena_fail(w->scratch->over_budget ? w->scratch : w->a, w->err);
}

void *work_zero(struct work *w, size_t count, size_t item_bytes) {
    return arena_zero(w->scratch, count, item_bytes);
}

bool work_rule(const struct work *w, const char *id) {
    for (uint32_t i = 0; i < w->options->rules_off_count; i++)
        if (str_eq(w->options->rules_off[i], str_of(id)))
            return false;
    return true;
}

static struct str input_name(const struct article *a) {
    return a->source.path.at ? a->source.path : a->source.url;
}

/* By published time (unknown last), then article id, then path, then place in a file of many
 * records. */
static int report_order(const void *x, const void *y) {
    const struct article *a = ((const struct report *)x)->article,
                         *b = ((const struct report *)y)->article;
    bool known_a = a->published.when.precision != WHEN_NONE,
         known_b = b->published.when.precision != WHEN_NONE;
    if (known_a != known_b)
        return known_a ? -1 : 1;
    int c = known_a ? when_cmp(&a->published.when, &b->published.when) : 0;
    if (!c)
        c = str_cmp(str_of(a->id), str_of(b->id));
    if (!c)
        c = str_cmp(input_name(a), input_name(b));
    if (!c)
        c = str_cmp(a->text, b->text);
    return c;
}

static bool unfit(const struct analysis *analysis) {
    enum article_kind kind = analysis->article->kind;
    return !analysis->supported || kind == ARTICLE_NOT_ARTICLE || !analysis->article->text.n;
}

static int take_reports(struct work *w, const struct analysis *const *in, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        struct report *r = VEC_PUSH(w->a, &w->c->reports);
        if (!r)
            return work_memory(w);
        *r = (struct report){.analysis = in[i],
                             .article = in[i]->article,
                             .story = NO_INDEX,
                             .alone_because_unfit = unfit(in[i])};
    }
    if (count)
        qsort(w->c->reports.at, count, sizeof *w->c->reports.at, report_order);
    return TS_OK;
}

static bool path_known(const struct work *w, struct str path) {
    for (uint32_t i = 0; i < w->c->reports.n; i++)
        if (str_eq(input_name(w->c->reports.at[i].article), path))
            return true;
    return false;
}

static int note_overrides(struct work *w, const struct compare_pair *pairs, uint32_t n,
                          struct str kind) {
    for (uint32_t i = 0; i < n; i++) {
        struct str missing = !path_known(w, pairs[i].a)   ? pairs[i].a
                             : !path_known(w, pairs[i].b) ? pairs[i].b
                                                          : STR_NONE;
        if (missing.at)
            return err_set(w->err, TS_E_USAGE, "unknown_path", "--%.*s: no input is called `%.*s`",
                           STR_FMT(kind), (int)(missing.n < 200 ? missing.n : 200), missing.at);
        struct override_note *note = VEC_PUSH(w->a, &w->c->overrides);
        if (!note)
            return work_memory(w);
        *note = (struct override_note){kind, pairs[i].a, pairs[i].b};
    }
    return TS_OK;
}

static int str_order(const void *x, const void *y) {
    return str_cmp(*(const struct str *)x, *(const struct str *)y);
}

static int skipped_order(const void *x, const void *y) {
    const struct skipped_input *a = x, *b = y;
    int c = str_cmp(a->path, b->path);
    return c ? c : str_cmp(a->outcome, b->outcome);
}

static int note_options(struct work *w) {
    const struct compare_options *o = w->options;
    for (uint32_t i = 0; i < o->rules_off_count; i++) {
        if (!compare_rule_known(o->rules_off[i]))
            return err_set(
                w->err, TS_E_USAGE, "unknown_rule", "--rule-off: there is no rule `%.*s`",
                (int)(o->rules_off[i].n < 80 ? o->rules_off[i].n : 80), o->rules_off[i].at);
        struct str *id = VEC_PUSH(w->a, &w->c->rules_off);
        if (!id)
            return work_memory(w);
        *id = o->rules_off[i];
    }
    if (w->c->rules_off.n)
        qsort(w->c->rules_off.at, w->c->rules_off.n, sizeof *w->c->rules_off.at, str_order);
    for (uint32_t i = 0; i < o->skipped_count; i++) {
        struct skipped_input *s = VEC_PUSH(w->a, &w->c->skipped);
        if (!s)
            return work_memory(w);
        *s = o->skipped[i];
    }
    if (w->c->skipped.n)
        qsort(w->c->skipped.at, w->c->skipped.n, sizeof *w->c->skipped.at, skipped_order);
    int status = note_overrides(w, o->same, o->same_count, STR("same"));
    return status == TS_OK ? note_overrides(w, o->apart, o->apart_count, STR("apart")) : status;
}

struct str compare_report_name(const struct report *r) {
    const struct article *a = r->article;
    if (a->outlet_name.n)
        return a->outlet_name;
    if (a->outlet_domain.n)
        return a->outlet_domain;
    struct str path = input_name(a);
    for (size_t i = path.n; i-- > 0;)
        if (path.at[i] == '/')
            return str_cut(path, i + 1, path.n);
    return path;
}

static int evidence_order(const struct evidence *a, const struct evidence *b) {
    if (a->report != b->report)
        return a->report < b->report ? -1 : 1;
    if (a->in_title != b->in_title)
        return a->in_title ? -1 : 1;
    if (a->text.start != b->text.start)
        return a->text.start < b->text.start ? -1 : 1;
    return a->text.end < b->text.end ? -1 : a->text.end > b->text.end;
}

bool compare_list_add(struct work *w, struct evidence_list *list, struct evidence e) {
    uint32_t at = list->n; /* what comes is mostly the last */
    while (at > 0 && evidence_order(&list->at[at - 1], &e) > 0)
        at--;
    if (at > 0 && evidence_order(&list->at[at - 1], &e) == 0)
        return true;
    struct evidence *added = VEC_PUSH(w->a, list);
    if (!added)
        return false;
    for (uint32_t i = list->n - 1; i > at; i--)
        list->at[i] = list->at[i - 1];
    list->at[at] = e;
    return true;
}

static int read_lemma_classes(struct work *w) {
    return lemma_classes_read(&w->lemma_classes, w->scratch, table_embedded("lemma_classes"),
                              w->err);
}

int compare_analyses(struct comparison **out, struct arena *a, const struct analysis *const *in,
                     uint32_t count, const struct outlets *outlets,
                     const struct compare_options *options, const struct limits *limits,
                     struct ts_error *err) {
    *out = NULL;
    if (count > limits->reports)
        return err_set(err, TS_E_LIMIT, "too_many",
                       "%u reports are more than the %u that one comparison takes", (unsigned)count,
                       (unsigned)limits->reports);
    struct arena scratch;
    arena_init(&scratch, &(struct mem){a->mem.resize, a->mem.context}, limits->compare_bytes);
    struct comparison *c = arena_zero(a, 1, sizeof *c);
    struct work w = {
        .a = a, .scratch = &scratch, .c = c, .outlets = outlets, .options = options, .err = err};
    if (!c)
        return arena_fail(a, err);
    int (*const parts[])(struct work *) = {
        compare_words_read, compare_copies, compare_stories,        compare_words_name,
        read_lemma_classes, compare_claims, compare_claim_pronouns, compare_origins,
        compare_figures,    compare_quotes, compare_open_years};
    c->stories_only = options->stories_only;
    size_t part_count = options->stories_only ? 3 : sizeof parts / sizeof *parts;
    int status = take_reports(&w, in, count);
    if (status == TS_OK)
        status = note_options(&w);
    for (size_t i = 0; i < part_count && status == TS_OK; i++)
        status = parts[i](&w);
    arena_clear(&scratch);
    if (status == TS_OK)
        *out = c;
    return status;
}
