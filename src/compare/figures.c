/*
 * Figures of one thing over the reports of a story. Two figures are of one thing when they count in
 * the same unit and their sentences share telling words: a few for equal values, many for different
 * ones, since a wrong difference is worse than a missed one. Work: of one unit at most GROUPS_MAX
 * different figures are set against each other.
 */
#include "compare/work.h"

#include "base/buf.h"

#include <math.h>
#include <stdlib.h>

enum { GROUPS_MAX = 64, SAMPLES = 4, SMALL_COUNT = 3, SHARED_SHOWN = 3 };
enum { WORDS_EACH_SIDE = 100 };            /* of a figure's sentence that are looked at */
static const double ALIKE_SMALL = 0.2;     /* context for equal small counts */
static const double ALIKE_DIFFERENT = 0.5; /* for different values */
static const double ALIKE_ONLY_ONES =
    0.4; /* the same when both reports have one value alone of the unit */
static const double ALIKE_SLIP = 0.02; /* and when the values are a slip of the pen apart */

struct context_word {
    uint32_t stem;
    double weight;
    bool name;
};

/* A figure where it stands. */
struct figure_use {
    const struct quantity *q;
    uint32_t report, sentence;
    bool only_value;              /* its report has no other value of the unit */
    struct context_word *context; /* by stem */
    uint32_t context_n;
    double context_weight;
};

/* Uses of one value for one thing; or of several values, once groups are joined. */
struct figure_group {
    VEC_OF(uint32_t) uses; /* by report, then place */
    uint32_t joined;       /* the group that it became part of; its own number at first */
};

struct figures {
    struct work *w;
    const struct story *story;
    uint32_t story_index;
    uint32_t *sentences_with, *stamp; /* of each stem */
    uint32_t sentence_count, stamps;
    uint32_t *first_use, *last_use, *report_stamp; /* of each report */
    uint32_t report_stamps;
    VEC_OF(struct figure_use) uses;
    VEC_OF(struct figure_group) groups; /* of one unit */
};

static bool is_time_unit(struct str unit) {
    static const char *const units[] = {"second", "minute", "hour", "day", "week", "month", "year",
                                        "decade", "s",      "min",  "h",   "a",    "d"};
    if (unit.n > 2 && unit.at[unit.n - 1] == 's')
        unit.n--;
    return str_is_one_of(unit, units, sizeof units / sizeof *units);
}

/* Words [*from, *to) of a sentence. */
static void sentence_words(uint32_t *from, uint32_t *to, const struct work *w, uint32_t report,
                           struct span sentence) {
    *from = *to = compare_word_at(w, report, sentence.start);
    while (*to < w->reports[report].end && w->words.at[*to].start < sentence.end)
        ++*to;
}

/* Words [*from, *to) of a figure's sentence; of a very long one those around the figure. */
static void use_words(uint32_t *from, uint32_t *to, const struct work *w,
                      const struct figure_use *use) {
    const struct analysis *n = w->c->reports.at[use->report].analysis;
    uint32_t at = compare_word_at(w, use->report, use->q->text.start);
    *from = compare_word_at(w, use->report, n->sentences.at[use->sentence].text.start);
    *from = at > *from + WORDS_EACH_SIDE ? at - WORDS_EACH_SIDE : *from;
    *to = at > *from ? at : *from;
    while (*to < w->reports[use->report].end && *to <= at + WORDS_EACH_SIDE &&
           w->words.at[*to].start < n->sentences.at[use->sentence].text.end)
        ++*to;
}

/* A figure's sentence; of a very long one the words around the figure. */
static struct span use_text(const struct work *w, const struct figure_use *use) {
    struct span text = w->c->reports.at[use->report].analysis->sentences.at[use->sentence].text;
    uint32_t from, to;
    use_words(&from, &to, w, use);
    if (from < to && from > w->reports[use->report].first &&
        w->words.at[from - 1].start >= text.start)
        text.start = w->words.at[from].start;
    if (from < to && to < w->reports[use->report].end && w->words.at[to].start < text.end)
        text.end = w->words.at[to - 1].end;
    return text;
}

static bool is_context(const struct work *w, const struct word *x) {
    return !(x->flags & (WORD_NUMBER | WORD_OUTLET)) &&
           w->vocabulary.words.at[x->id].tier != TIER_STOP && x->end - x->start > 2;
}

static void count_sentences(struct figures *f) {
    const struct work *w = f->w;
    for (uint32_t i = 0; i < w->vocabulary.words.n; i++)
        f->sentences_with[i] = 0;
    f->sentence_count = 0;
    for (uint32_t r = 0; r < f->story->reports.n; r++) {
        uint32_t report = f->story->reports.at[r];
        const struct analysis *n = w->c->reports.at[report].analysis;
        f->sentence_count += n->sentences.n;
        for (uint32_t s = 0; s < n->sentences.n; s++) {
            uint32_t from, to;
            sentence_words(&from, &to, w, report, n->sentences.at[s].text);
            f->stamps++;
            for (uint32_t i = from; i < to; i++) {
                uint32_t stem = w->vocabulary.words.at[w->words.at[i].id].stem;
                f->sentences_with[stem] += f->stamp[stem] != f->stamps;
                f->stamp[stem] = f->stamps;
            }
        }
    }
}

static int context_order(const void *x, const void *y) {
    const struct context_word *a = x, *b = y;
    return a->stem < b->stem ? -1 : a->stem > b->stem;
}

/* The telling words of the figure's sentence, without the figure itself. */
static bool read_context(struct figures *f, struct figure_use *use) {
    const struct work *w = f->w;
    uint32_t from, to;
    use_words(&from, &to, w, use);
    use->context = work_zero(f->w, to - from, sizeof *use->context);
    if (!use->context)
        return false;
    f->stamps++;
    for (uint32_t i = from; i < to; i++) {
        const struct word *x = &w->words.at[i];
        uint32_t stem = w->vocabulary.words.at[x->id].stem;
        bool inside = x->start < use->q->text.end && x->end > use->q->text.start;
        if (inside || f->stamp[stem] == f->stamps || !is_context(w, x))
            continue;
        f->stamp[stem] = f->stamps;
        double weight = log(1 + (double)f->sentence_count / (1 + f->sentences_with[stem]));
        if (w->vocabulary.words.at[x->id].tier == TIER_COMMON)
            weight /= 2;
        use->context[use->context_n++] = (struct context_word){stem, weight, x->flags & WORD_NAME};
        use->context_weight += weight;
    }
    if (use->context_n)
        qsort(use->context, use->context_n, sizeof *use->context, context_order);
    return true;
}

/* Shared weight over the geometric mean of both. */
static double alike(const struct figure_use *a, const struct figure_use *b) {
    double shared = 0;
    for (uint32_t i = 0, k = 0; i < a->context_n && k < b->context_n;) {
        if (a->context[i].stem == b->context[k].stem) {
            shared += a->context[i++].weight;
            k++;
        } else if (a->context[i].stem < b->context[k].stem) {
            i++;
        } else {
            k++;
        }
    }
    double both = sqrt(a->context_weight * b->context_weight);
    return both > 0 ? shared / both : 0;
}

static bool same_value(double a, double b) {
    return fabs(a - b) <= 1e-9 * (fabs(a) + fabs(b));
}

/* The digits that count, without the zeros at the end: at most 9. */
static unsigned significant(char out[9], double v) {
    unsigned n = 0;
    if (!(v > 0) || v > 1e15)
        return 0;
    while (v < 1e8)
        v *= 10;
    while (v >= 1e9)
        v /= 10;
    for (uint64_t digits = (uint64_t)(v + 0.5), unit = 100000000; unit; unit /= 10)
        out[n++] = (char)(digits / unit % 10);
    while (n && !out[n - 1])
        n--;
    return n;
}

/* Two neighbouring digits changed places, or the same digits with a zero more or less: an error in
 * copying. */
static bool slip_apart(double a, double b) {
    char x[9], y[9];
    unsigned m = significant(x, a), n = significant(y, b);
    if (!m || m != n)
        return false;
    unsigned different = 0, first = 0;
    for (unsigned i = 0; i < n; i++)
        if (x[i] != y[i] && different++ == 0)
            first = i;
    if (!different)
        return n > 1;
    double ratio = a > b ? a / b : b / a;
    return different == 2 && ratio < 10 && first + 1 < n && x[first] == y[first + 1] &&
           x[first + 1] == y[first];
}

static bool bound_is(const struct quantity *q, const char *bound) {
    return str_eq(q->bound, str_of(bound));
}

/* Whether both can be true of one thing. */
static bool agree(const struct quantity *a, const struct quantity *b) {
    if (same_value(a->value, b->value))
        return true;
    const struct quantity *low = a->value < b->value ? a : b, *high = low == a ? b : a;
    if (bound_is(low, "at_least") || bound_is(high, "at_most"))
        return true;
    return (bound_is(low, "about") || bound_is(high, "about")) && high->value <= 1.1 * low->value;
}

static bool may_be_compared(const struct quantity *q) {
    bool kind = str_eq(q->kind, STR("money")) || str_eq(q->kind, STR("measure")) ||
                str_eq(q->kind, STR("percent")) || str_eq(q->kind, STR("count"));
    return kind && (q->unit.n || str_eq(q->kind, STR("percent")));
}

static int use_order(const void *x, const void *y) {
    const struct figure_use *a = x, *b = y;
    int c = str_cmp(a->q->kind, b->q->kind);
    if (!c)
        c = str_cmp(a->q->unit, b->q->unit);
    if (c)
        return c;
    if (a->q->value > b->q->value || a->q->value < b->q->value)
        return a->q->value < b->q->value ? -1 : 1;
    if (a->report != b->report)
        return a->report < b->report ? -1 : 1;
    return a->q->text.start < b->q->text.start ? -1 : a->q->text.start > b->q->text.start;
}

/* Marks the figures (they stand in the order of the text) that are inside a span. */
static void mark_inside(uint8_t *marks, const struct analysis *n, struct span s) {
    uint32_t low = 0, high = n->quantities.n;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (n->quantities.at[mid].text.start < s.start)
            low = mid + 1;
        else
            high = mid;
    }
    for (; low < n->quantities.n && n->quantities.at[low].text.end <= s.end; low++)
        marks[low] = 1;
}

/* "two officials told": how many speak is part of whose word it is, and is kept there. */
static uint8_t *mark_speakers(struct figures *f, const struct analysis *n) {
    uint8_t *marks = work_zero(f->w, n->quantities.n, 1);
    for (uint32_t i = 0; marks && i < n->statements.n; i++) {
        const struct statement *s = &n->statements.at[i];
        if (s->in_title)
            continue;
        mark_inside(marks, n, s->described_as);
        if (s->stated_people)
            mark_inside(marks, n, s->source);
    }
    return marks;
}

static bool gather(struct figures *f) {
    f->uses.n = 0;
    for (uint32_t r = 0; r < f->story->reports.n; r++) {
        uint32_t report = f->story->reports.at[r];
        const struct analysis *n = f->w->c->reports.at[report].analysis;
        const uint8_t *speakers = mark_speakers(f, n);
        if (!speakers)
            return false;
        for (uint32_t i = 0; i < n->quantities.n; i++) {
            uint32_t sentence = compare_sentence_at(n, n->quantities.at[i].text.start);
            if (!may_be_compared(&n->quantities.at[i]) || sentence == NO_INDEX || speakers[i])
                continue;
            struct figure_use *use = VEC_PUSH(f->w->scratch, &f->uses);
            if (!use)
                return false;
            *use = (struct figure_use){
                .q = &n->quantities.at[i], .report = report, .sentence = sentence};
            if (!read_context(f, use))
                return false;
        }
    }
    if (f->uses.n)
        qsort(f->uses.at, f->uses.n, sizeof *f->uses.at, use_order);
    return true;
}

static bool is_same_thing(const struct figure_use *a, const struct figure_use *b) {
    if (str_eq(a->q->kind, STR("count")) && a->q->value <= SMALL_COUNT)
        return alike(a, b) >= ALIKE_SMALL;
    return a->report != b->report || alike(a, b) > 0;
}

static bool is_other_value_of(const struct figure_use *a, const struct figure_use *b) {
    double how = alike(a, b);
    if (is_time_unit(a->q->unit) || (str_eq(a->q->kind, STR("count")) && a->q->value <= 1))
        return false;
    if (a->only_value && b->only_value)
        return how >= (slip_apart(a->q->value, b->q->value) ? ALIKE_SLIP : ALIKE_ONLY_ONES);
    return how >= ALIKE_DIFFERENT;
}

/* Puts the uses [from, to) of one unit into groups of one value and one thing. */
static bool group_values(struct figures *f, uint32_t from, uint32_t to) {
    f->groups.n = 0;
    uint32_t first = 0; /* of the groups of the value at hand */
    for (uint32_t i = from; i < to; i++) {
        const struct figure_use *use = &f->uses.at[i];
        if (i == from || !same_value(use->q->value, f->uses.at[i - 1].q->value))
            first = f->groups.n;
        struct figure_group *home = NULL;
        for (uint32_t g = first; g < f->groups.n && g < first + SAMPLES && !home; g++)
            for (uint32_t k = 0; k < f->groups.at[g].uses.n && k < SAMPLES && !home; k++)
                if (is_same_thing(&f->uses.at[f->groups.at[g].uses.at[k]], use))
                    home = &f->groups.at[g];
        if (!home) {
            home = VEC_PUSH(f->w->scratch, &f->groups);
            if (!home)
                return false;
            *home = (struct figure_group){.joined = f->groups.n - 1};
        }
        uint32_t *added = VEC_PUSH(f->w->scratch, &home->uses);
        if (!added)
            return false;
        *added = i;
    }
    return true;
}

/* The uses [from, to) of one unit stand by value: a report whose first and last use differ has
 * several. */
static void mark_only_values(struct figures *f, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++)
        f->first_use[f->uses.at[i].report] = NO_INDEX;
    for (uint32_t i = from; i < to; i++) {
        uint32_t *first = &f->first_use[f->uses.at[i].report];
        *first = *first == NO_INDEX ? i : *first;
        f->last_use[f->uses.at[i].report] = i;
    }
    for (uint32_t i = from; i < to; i++) {
        uint32_t report = f->uses.at[i].report;
        f->uses.at[i].only_value = same_value(f->uses.at[f->first_use[report]].q->value,
                                              f->uses.at[f->last_use[report]].q->value);
    }
}

static bool share_report(struct figures *f, const struct figure_group *a,
                         const struct figure_group *b) {
    f->report_stamps++;
    for (uint32_t i = 0; i < a->uses.n; i++)
        f->report_stamp[f->uses.at[a->uses.at[i]].report] = f->report_stamps;
    for (uint32_t k = 0; k < b->uses.n; k++)
        if (f->report_stamp[f->uses.at[b->uses.at[k]].report] == f->report_stamps)
            return true;
    return false;
}

static bool are_one_thing(const struct figures *f, const struct figure_group *a,
                          const struct figure_group *b) {
    for (uint32_t i = 0; i < a->uses.n && i < 4 * SAMPLES; i++)
        for (uint32_t k = 0; k < b->uses.n && k < 4 * SAMPLES; k++)
            if (is_other_value_of(&f->uses.at[a->uses.at[i]], &f->uses.at[b->uses.at[k]]))
                return true;
    return false;
}

/* Joins groups of different values of one thing. A report that has both values speaks of two
 * things. */
static bool join_values(struct figures *f) {
    uint32_t n = f->groups.n < GROUPS_MAX ? f->groups.n : GROUPS_MAX;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = i + 1; k < n; k++) {
            struct figure_group *a = &f->groups.at[f->groups.at[i].joined], *b = &f->groups.at[k];
            if (b->joined != k ||
                same_value(f->uses.at[f->groups.at[i].uses.at[0]].q->value,
                           f->uses.at[b->uses.at[0]].q->value) ||
                share_report(f, a, b) || !are_one_thing(f, &f->groups.at[i], b))
                continue;
            for (uint32_t u = 0; u < b->uses.n; u++) {
                uint32_t *added = VEC_PUSH(f->w->scratch, &a->uses);
                if (!added)
                    return false;
                *added = b->uses.at[u];
            }
            b->joined = f->groups.at[i].joined;
        }
    return true;
}

/* "tonnes of silt": the words after the number, and what they are of; empty when only the number
 * and a sign stand there. */
static struct str counted_words(const struct work *w, const struct figure_use *use) {
    static const char *const scales[] = {"hundred",  "thousand", "million", "billion",
                                         "trillion", "m",        "bn",      "k"};
    struct str text = w->c->reports.at[use->report].article->text;
    uint32_t i = compare_word_at(w, use->report, use->q->text.start),
             end = w->reports[use->report].end;
    const struct word *words = w->words.at;
    while (i < end && words[i].start < use->q->text.end) {
        bool scale = words[i].flags & WORD_NUMBER;
        for (size_t s = 0; s < sizeof scales / sizeof *scales; s++)
            scale = scale || str_eq(w->vocabulary.words.at[words[i].id].text, str_of(scales[s]));
        if (!scale)
            break;
        i++;
    }
    if (i >= end || words[i].start >= use->q->text.end || str_eq(use->q->kind, STR("money")))
        return STR("");
    uint32_t from = words[i].start, to = use->q->text.end;
    while (i < end && words[i].end <= to)
        i++;
    if (i + 1 < end && str_eq(str_cut(text, words[i].start, words[i].end), STR("of")) &&
        words[i].start == to + 1 && words[i + 1].start == words[i].end + 1 &&
        w->vocabulary.words.at[words[i + 1].id].tier != TIER_STOP)
        to = words[i + 1].end;
    return str_cut(text, from, to);
}

/* The most telling words that the sentences of two reports share, as the first has them and in its
 * order. */
static struct str shared_context(const struct work *w, const struct figure_use *a,
                                 const struct figure_use *b) {
    struct context_word best[SHARED_SHOWN] = {{.stem = NO_INDEX}};
    for (uint32_t i = 0, k = 0; i < a->context_n; i++) {
        while (k < b->context_n && b->context[k].stem < a->context[i].stem)
            k++;
        if (k == b->context_n || b->context[k].stem != a->context[i].stem)
            continue;
        struct context_word x = a->context[i];
        x.weight /= a->context[i].name ? 2 : 1; /* what is counted says more than where */
        for (unsigned at = 0; at < SHARED_SHOWN; at++)
            if (x.weight > best[at].weight) {
                struct context_word swap = best[at];
                best[at] = x;
                x = swap;
            }
    }
    struct buf out;
    uint32_t from, to;
    buf_init(&out, w->a, 400);
    use_words(&from, &to, w, a);
    for (uint32_t i = from; i < to; i++)
        for (unsigned at = 0; at < SHARED_SHOWN; at++)
            if (best[at].weight > 0 &&
                w->vocabulary.words.at[w->words.at[i].id].stem == best[at].stem) {
                best[at].weight = 0;
                if (out.n)
                    buf_put(&out, STR("; "));
                buf_put(&out, str_cut(w->c->reports.at[a->report].article->text,
                                      w->words.at[i].start, w->words.at[i].end));
            }
    return out.n ? buf_str(&out) : STR("");
}

static bool add_value(struct figures *f, struct figure *figure, const struct figure_use *use) {
    struct work *w = f->w;
    struct figure_value *v = NULL;
    struct str text = w->c->reports.at[use->report].article->text;
    for (uint32_t i = 0; i < figure->values.n && !v; i++)
        if (same_value(figure->values.at[i].value, use->q->value) &&
            str_eq(figure->values.at[i].bound, use->q->bound))
            v = &figure->values.at[i];
    if (!v) {
        v = VEC_PUSH(w->a, &figure->values);
        if (!v)
            return false;
        *v = (struct figure_value){.value = use->q->value,
                                   .unit = use->q->unit,
                                   .bound = use->q->bound,
                                   .words = str_span(text, use->q->text)};
    }
    struct evidence e = {use->report, use_text(w, use), false};
    if (!compare_list_add(w, &v->evidence, e))
        return false;
    if (v->reports.n && v->reports.at[v->reports.n - 1] == use->report)
        return true;
    uint32_t *report = VEC_PUSH(w->a, &v->reports);
    if (report)
        *report = use->report;
    return report != NULL;
}

static int value_order(const void *x, const void *y) {
    const struct figure_value *a = x, *b = y;
    if (a->value > b->value || a->value < b->value)
        return a->value < b->value ? -1 : 1;
    return str_cmp(a->bound, b->bound);
}

static bool add_figure(struct figures *f, const struct figure_group *g) {
    struct work *w = f->w;
    const struct figure_use *first = &f->uses.at[g->uses.at[0]], *other = NULL, *described = NULL;
    for (uint32_t i = 0; i < g->uses.n; i++) {
        const struct figure_use *use = &f->uses.at[g->uses.at[i]];
        if (use->report < first->report)
            first = use;
    }
    for (uint32_t i = 0; i < g->uses.n; i++) {
        const struct figure_use *use = &f->uses.at[g->uses.at[i]];
        if (use->report != first->report && (!other || use->report < other->report))
            other = use;
        if (counted_words(w, use).n &&
            (!described || counted_words(w, use).n > counted_words(w, described).n))
            described = use;
    }
    struct figure *figure = other ? VEC_PUSH(w->a, &w->c->figures) : NULL;
    if (!figure)
        return !other; /* a figure of one report is not compared */
    *figure = (struct figure){.story = f->story_index, .kind = first->q->kind};
    figure->what = described ? counted_words(w, described) : shared_context(w, first, other);
    for (uint32_t i = 0; i < g->uses.n; i++) {
        if (!add_value(f, figure, &f->uses.at[g->uses.at[i]]))
            return false;
        for (uint32_t k = 0; k < i && !figure->differs && i < GROUPS_MAX; k++)
            figure->differs = !agree(f->uses.at[g->uses.at[i]].q, f->uses.at[g->uses.at[k]].q);
    }
    qsort(figure->values.at, figure->values.n, sizeof *figure->values.at, value_order);
    return true;
}

static bool story_figures(struct figures *f) {
    count_sentences(f);
    if (!gather(f))
        return false;
    for (uint32_t from = 0, to; from < f->uses.n; from = to) {
        const struct quantity *q = f->uses.at[from].q;
        for (to = from; to < f->uses.n && str_eq(f->uses.at[to].q->kind, q->kind) &&
                        str_eq(f->uses.at[to].q->unit, q->unit);)
            to++;
        mark_only_values(f, from, to);
        if (!group_values(f, from, to) || !join_values(f))
            return false;
        for (uint32_t g = 0; g < f->groups.n; g++)
            if (f->groups.at[g].joined == g && !add_figure(f, &f->groups.at[g]))
                return false;
    }
    return true;
}

/* That two reports both say "two officials" tells nothing; that one says three does. */
static void drop_small_counts(struct comparison *c) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < c->figures.n; i++) {
        const struct figure *x = &c->figures.at[i];
        if (x->differs || !str_eq(x->kind, STR("count")) || x->values.at[0].value > SMALL_COUNT)
            c->figures.at[kept++] = *x;
    }
    c->figures.n = kept;
}

static int figure_order(const void *x, const void *y) {
    const struct figure *a = x, *b = y;
    if (a->story != b->story)
        return a->story < b->story ? -1 : 1;
    if (a->differs != b->differs)
        return a->differs ? -1 : 1;
    const struct evidence *p = &a->values.at[0].evidence.at[0],
                          *q = &b->values.at[0].evidence.at[0];
    if (p->report != q->report)
        return p->report < q->report ? -1 : 1;
    if (p->text.start != q->text.start)
        return p->text.start < q->text.start ? -1 : 1;
    int c = str_cmp(a->kind, b->kind);
    if (!c)
        c = str_cmp(a->values.at[0].unit, b->values.at[0].unit);
    return c ? c
           : a->values.at[0].value < b->values.at[0].value
               ? -1
               : a->values.at[0].value > b->values.at[0].value;
}

int compare_figures(struct work *w) {
    struct figures f = {.w = w};
    f.sentences_with = work_zero(w, w->vocabulary.words.n, sizeof *f.sentences_with);
    f.stamp = work_zero(w, w->vocabulary.words.n, sizeof *f.stamp);
    f.first_use = work_zero(w, w->c->reports.n, sizeof *f.first_use);
    f.last_use = work_zero(w, w->c->reports.n, sizeof *f.last_use);
    f.report_stamp = work_zero(w, w->c->reports.n, sizeof *f.report_stamp);
    if (!f.sentences_with || !f.stamp || !f.first_use || !f.last_use || !f.report_stamp)
        return work_memory(w);
    for (uint32_t i = 0; i < w->c->stories.n; i++) {
        f.story = &w->c->stories.at[i];
        f.story_index = i;
        if (!story_figures(&f))
            return work_memory(w);
    }
    drop_small_counts(w->c);
    if (w->c->figures.n)
        qsort(w->c->figures.at, w->c->figures.n, sizeof *w->c->figures.at, figure_order);
    return TS_OK;
}
