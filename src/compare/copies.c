/*
 * Passages that two reports share. All runs of GRAM words of all reports are indexed; each one that
 * stands in an earlier report too is a seed, which is extended both ways over equal words and over
 * small edits.
 *
 * Work: a run that stands at many places is followed to PLACES_EACH_WAY of the first and of the
 * nearest earlier ones, and a report's extensions together to STEPS_A_WORD times its length, so
 * that all is linear in the words.
 */
#include "compare/work.h"

#include <stdlib.h>

enum {
    GRAM = 5,
    WORDS_MIN = 8,         /* equal words of a passage, in a row */
    EDITED_WORDS_MIN = 16, /* equal words of one that has no such row */
    EDIT_MAX = 5,          /* words put in, left out or replaced at one place */
    RUN_AFTER_EDIT = 3,    /* equal words that must follow an edit */
    DROP_MAX = 6,          /* how far the score may fall below its best before an extension ends */
    FORMULA_OUTSIDE_MAX = 2, /* words of a credit's formula outside its sentence */
    PLACES_EACH_WAY = 32,
    STEPS_A_WORD = 256 /* of extensions, for each word of a report; no real text comes near */
};
static const double EQUAL_SHARE_MIN = 0.75; /* equal words of a passage, of the longer side's */

struct place {
    uint32_t hash, word;
};

struct index {
    struct place *places; /* by hash, then word */
    uint32_t n;
    uint32_t *run_first; /* of each place: the first with its hash */
    uint32_t *of_word;   /* word -> its place, or NO_INDEX */
};

/* A passage while it is extended: words [a0,a1) and [b0,b1). */
struct passage {
    uint32_t a0, a1, b0, b1, equal;
    uint32_t run; /* the most equal words in a row */
    bool exact;
};

/* How far a pair's passages reach in the later report. */
struct reach {
    uint32_t stamp, until, failed_until;
    int64_t failed_diagonal;
};

static uint32_t gram_hash(const struct word *w) {
    uint64_t h = 0;
    for (unsigned i = 0; i < GRAM; i++)
        h = hash_mix(h + w[i].id + 0x9E3779B97F4A7C15u);
    return (uint32_t)h;
}

/* Stable sort by hash: two passes of 16 bits, least significant first. */
static bool sort_places(struct work *w, struct place *places, uint32_t n) {
    struct place *other = work_zero(w, n, sizeof *other);
    uint32_t *starts = work_zero(w, 65537, sizeof *starts);
    if (!other || !starts)
        return false;
    for (unsigned shift = 0; shift <= 16; shift += 16) {
        for (uint32_t i = 0; i <= 65536; i++)
            starts[i] = 0;
        for (uint32_t i = 0; i < n; i++)
            starts[(places[i].hash >> shift & 0xFFFF) + 1]++;
        for (uint32_t i = 0; i < 65536; i++)
            starts[i + 1] += starts[i];
        for (uint32_t i = 0; i < n; i++)
            other[starts[places[i].hash >> shift & 0xFFFF]++] = places[i];
        struct place *swap = places;
        places = other;
        other = swap;
    }
    return true; /* two passes: the result is in the first array again */
}

static bool index_make(struct index *x, struct work *w) {
    *x = (struct index){0};
    x->places = work_zero(w, w->words.n, sizeof *x->places);
    x->run_first = work_zero(w, w->words.n, sizeof *x->run_first);
    x->of_word = work_zero(w, w->words.n, sizeof *x->of_word);
    if (!x->places || !x->run_first || !x->of_word)
        return false;
    for (uint32_t i = 0; i < w->words.n; i++)
        x->of_word[i] = NO_INDEX;
    for (uint32_t r = 0; r < w->c->reports.n; r++)
        for (uint32_t i = w->reports[r].first; i + GRAM <= w->reports[r].end; i++)
            x->places[x->n++] = (struct place){gram_hash(&w->words.at[i]), i};
    if (!sort_places(w, x->places, x->n))
        return false;
    for (uint32_t i = 0; i < x->n; i++) {
        x->run_first[i] = i && x->places[i].hash == x->places[i - 1].hash ? x->run_first[i - 1] : i;
        x->of_word[x->places[i].word] = i;
    }
    return true;
}

static bool same_word(const struct work *w, uint32_t a, uint32_t b) {
    return w->words.at[a].id == w->words.at[b].id;
}

/* The limits of two reports, as an extension must not leave them. */
struct room {
    uint32_t a0, a1, b0, b1;
};

/* Equal words from a and b on, at most RUN_AFTER_EDIT, in direction step. */
static unsigned run_at(const struct work *w, const struct room *room, int64_t a, int64_t b,
                       int step) {
    unsigned n = 0;
    while (n < RUN_AFTER_EDIT && a >= room->a0 && a < room->a1 && b >= room->b0 && b < room->b1 &&
           same_word(w, (uint32_t)a, (uint32_t)b)) {
        n++;
        a += step;
        b += step;
    }
    return n;
}

/* The smallest edit after which words are equal again. */
static bool find_edit(int *da, int *db, const struct work *w, const struct room *room, int64_t a,
                      int64_t b, int step) {
    for (int size = 1; size <= EDIT_MAX; size++)
        for (int other = size; other >= 0; other--) /* like for like first */
            for (int side = 0; side < 2; side++) {
                int x = side ? other : size, y = side ? size : other;
                if (run_at(w, room, a + x * step, b + y * step, step) == RUN_AFTER_EDIT) {
                    *da = x;
                    *db = y;
                    return true;
                }
            }
    return false;
}

enum { FACT = WORD_NAME | WORD_OUTLET | WORD_NUMBER };

/* Whether one of n words from at on is a name or a number that the other words do not have. */
static bool has_other_fact(const struct work *w, int64_t at, int n, int64_t other, int other_n,
                           int step) {
    for (int i = 0; i < n; i++) {
        bool found = !(w->words.at[at + i * step].flags & FACT);
        for (int k = 0; k < other_n && !found; k++)
            found = same_word(w, (uint32_t)(at + i * step), (uint32_t)(other + k * step));
        if (!found)
            return true;
    }
    return false;
}

/* An edit that puts a name or number in place of another: what follows is the same form filled in
 * for something else, or a formula, and no light edit. */
static bool replaces_fact(const struct work *w, int64_t a, int da, int64_t b, int db, int step) {
    return has_other_fact(w, a, da, b, db, step) && has_other_fact(w, b, db, a, da, step);
}

/*
 * Goes from a and b (the first words not yet taken) in direction step; *a and *b become the ends of
 * the best stretch: an equal word scores one, an edited one costs one (after the X-drop extension
 * of Zhang, Schwartz, Wagner, Miller 2000). Returns the length of the first row of equal words.
 */
static uint32_t extend(struct passage *p, const struct work *w, const struct room *room, int64_t *a,
                       int64_t *b, int step) {
    int64_t at_a = *a, at_b = *b;
    uint32_t equal = 0, first = 0;
    int score = 0, best = 0;
    bool exact = true;
    for (;;) {
        uint32_t before = equal;
        while (at_a >= room->a0 && at_a < room->a1 && at_b >= room->b0 && at_b < room->b1 &&
               same_word(w, (uint32_t)at_a, (uint32_t)at_b)) {
            at_a += step;
            at_b += step;
            equal++;
            score++;
        }
        uint32_t run = equal - before;
        first = exact ? run : first;
        p->run = run > p->run ? run : p->run;
        if (score > best) {
            best = score;
            *a = at_a;
            *b = at_b;
            p->equal += equal;
            p->exact = p->exact && exact;
            equal = 0;
        }
        int da, db;
        if (!find_edit(&da, &db, w, room, at_a, at_b, step) ||
            replaces_fact(w, at_a, da, at_b, db, step))
            return first;
        score -= da > db ? da : db;
        if (score < best - DROP_MAX)
            return first;
        at_a += da * step;
        at_b += db * step;
        exact = false;
    }
}

static struct passage passage_at(const struct work *w, const struct room *room, uint32_t a,
                                 uint32_t b) {
    struct passage p = {.exact = true};
    int64_t from_a = (int64_t)a - 1, from_b = (int64_t)b - 1, to_a = a, to_b = b;
    uint32_t run = extend(&p, w, room, &to_a, &to_b, 1);
    run += extend(&p, w, room, &from_a, &from_b, -1);
    p.run = run > p.run ? run : p.run;
    p.a0 = (uint32_t)(from_a + 1);
    p.b0 = (uint32_t)(from_b + 1);
    p.a1 = (uint32_t)to_a;
    p.b1 = (uint32_t)to_b;
    return p;
}

/* Words of the passage that are outside quotations on one side; a quotation is its speaker's,
 * whoever prints it. */
static uint32_t unquoted(const struct work *w, uint32_t from, uint32_t to) {
    uint32_t n = 0;
    for (uint32_t i = from; i < to; i++)
        n += !w->words.at[i].quote;
    return n;
}

static bool add_copy(struct work *w, uint32_t a, uint32_t b, const struct passage *p) {
    struct copy *copy = VEC_PUSH(w->a, &w->c->copies);
    if (!copy)
        return false;
    const struct word *words = w->words.at;
    *copy = (struct copy){.a = a,
                          .b = b,
                          .in_a = {words[p->a0].start, words[p->a1 - 1].end},
                          .in_b = {words[p->b0].start, words[p->b1 - 1].end},
                          .words = p->a1 - p->a0,
                          .exact = p->exact};
    return true;
}

struct search {
    struct work *w;
    struct index index;
    struct reach *reach; /* one for each earlier report, valid with the stamp of the later one */
    uint32_t *report_of; /* word -> report */
    uint64_t steps_left; /* of the later report at hand */
    uint8_t *
        *crediting; /* of each report, for each sentence: credits an outlet, or tells of a check */
};

static bool mark_crediting(struct search *s) {
    struct work *w = s->w;
    s->crediting = work_zero(w, w->c->reports.n, sizeof *s->crediting);
    for (uint32_t r = 0; s->crediting && r < w->c->reports.n; r++) {
        const struct analysis *n = w->c->reports.at[r].analysis;
        s->crediting[r] = work_zero(w, n->sentences.n, 1);
        if (!s->crediting[r])
            return false;
        for (uint32_t i = 0; i < n->statements.n; i++) {
            const struct statement *x = &n->statements.at[i];
            if ((statement_of_outlet(x) || x->check != CHECK_NONE) && !x->in_title &&
                x->sentence < n->sentences.n)
                s->crediting[r][x->sentence] = 1;
        }
    }
    return s->crediting != NULL;
}

/* A short passage that is the wording of a credit and no more: "according to a report published on
 * its website by". Two outlets that credit in the same words have not copied each other. */
static bool is_formula(const struct search *s, uint32_t report, uint32_t from, uint32_t to) {
    const struct work *w = s->w;
    const struct analysis *n = w->c->reports.at[report].analysis;
    uint32_t outside = 0, last = NO_INDEX;
    bool credit = false;
    if (to - from >= EDITED_WORDS_MIN)
        return false;
    for (uint32_t i = from; i < to; i++) {
        if (w->words.at[i].flags & (WORD_NAME | WORD_NUMBER))
            return false;
        uint32_t sentence = compare_sentence_at(n, w->words.at[i].start);
        if (sentence != last)
            credit = sentence != NO_INDEX && s->crediting[report][sentence];
        last = sentence;
        outside += !credit;
    }
    return outside <= FORMULA_OUTSIDE_MAX;
}

static bool is_copy(const struct search *s, uint32_t a_report, uint32_t b_report,
                    const struct passage *p) {
    const struct work *w = s->w;
    uint32_t a = p->a1 - p->a0, b = p->b1 - p->b0, longer = a > b ? a : b;
    if ((p->run < WORDS_MIN && p->equal < EDITED_WORDS_MIN) || p->equal < EQUAL_SHARE_MIN * longer)
        return false;
    if (is_formula(s, a_report, p->a0, p->a1) && is_formula(s, b_report, p->b0, p->b1))
        return false;
    uint32_t own_a = unquoted(w, p->a0, p->a1), own_b = unquoted(w, p->b0, p->b1);
    return own_a >= WORDS_MIN || own_b >= WORDS_MIN;
}

static bool worth_extending(struct reach *r, uint32_t b_report, uint32_t a, uint32_t b) {
    if (r->stamp != b_report + 1)
        *r = (struct reach){.stamp = b_report + 1};
    return b >= r->until && !(b < r->failed_until && r->failed_diagonal == (int64_t)b - a);
}

/* Follows the seed at b into places [from, to), all in earlier reports; of several in one report
 * the best counts. */
static bool follow(struct search *s, uint32_t b, uint32_t from, uint32_t to) {
    struct work *w = s->w;
    uint32_t later = s->report_of[b];
    for (uint32_t i = from; i < to;) {
        uint32_t report = s->report_of[s->index.places[i].word];
        struct room room = {w->reports[report].first, w->reports[report].end,
                            w->reports[later].first, w->reports[later].end};
        struct passage best = {0};
        struct reach *r = &s->reach[report];
        for (; i < to && s->report_of[s->index.places[i].word] == report; i++) {
            uint32_t a = s->index.places[i].word;
            if (!s->steps_left || !worth_extending(r, later, a, b))
                continue;
            if (room.b0 < r->until)
                room.b0 = r->until; /* no word of the later report is in two passages of one pair */
            struct passage p = passage_at(w, &room, a, b);
            uint32_t steps = p.a1 - p.a0 + GRAM;
            s->steps_left = s->steps_left > steps ? s->steps_left - steps : 0;
            if (!is_copy(s, report, later, &p)) {
                r->failed_until = p.b1;
                r->failed_diagonal = (int64_t)b - a;
            } else if (p.equal > best.equal) {
                best = p;
            }
        }
        if (!best.equal)
            continue;
        r->until = best.b1;
        if (!add_copy(w, report, later, &best))
            return false;
    }
    return true;
}

static bool follow_seed(struct search *s, uint32_t b) {
    uint32_t place = s->index.of_word[b];
    if (place == NO_INDEX)
        return true;
    uint32_t first = s->index.run_first[place], end = place;
    while (end > first && s->index.places[end - 1].word >= s->w->reports[s->report_of[b]].first &&
           place - end < PLACES_EACH_WAY)
        end--; /* places in this report itself */
    if (end > first && s->report_of[s->index.places[end - 1].word] == s->report_of[b])
        return true;
    if (end - first <= 2 * PLACES_EACH_WAY)
        return follow(s, b, first, end);
    return follow(s, b, first, first + PLACES_EACH_WAY) && follow(s, b, end - PLACES_EACH_WAY, end);
}

static int copy_order(const void *x, const void *y) {
    const struct copy *a = x, *b = y;
    const uint32_t keys[][2] = {{a->a, b->a},
                                {a->b, b->b},
                                {a->in_a.start, b->in_a.start},
                                {a->in_b.start, b->in_b.start},
                                {a->in_a.end, b->in_a.end}};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i][0] != keys[i][1])
            return keys[i][0] < keys[i][1] ? -1 : 1;
    return 0;
}

/* Share of a report's words inside the spans of copies [from, to); side_b: of the later report's.
 */
static double covered(const struct work *w, uint32_t report, uint32_t from, uint32_t to,
                      bool side_b, uint8_t *mark) {
    const struct report_words *r = &w->reports[report];
    uint32_t n = 0;
    for (uint32_t i = from; i < to; i++) {
        struct span s = side_b ? w->c->copies.at[i].in_b : w->c->copies.at[i].in_a;
        for (uint32_t k = compare_word_at(w, report, s.start);
             k < r->end && w->words.at[k].start < s.end; k++) {
            n += !mark[k];
            mark[k] = 1;
        }
    }
    for (uint32_t i = from; i < to; i++) { /* the marks are taken back for the next pair */
        struct span s = side_b ? w->c->copies.at[i].in_b : w->c->copies.at[i].in_a;
        for (uint32_t k = compare_word_at(w, report, s.start);
             k < r->end && w->words.at[k].start < s.end; k++)
            mark[k] = 0;
    }
    return r->end > r->first ? (double)n / (r->end - r->first) : 0;
}

static bool add_shares(struct work *w) {
    uint8_t *mark = work_zero(w, w->words.n, 1);
    if (!mark)
        return false;
    for (uint32_t i = 0; i < w->c->copies.n;) {
        const struct copy first = w->c->copies.at[i];
        uint32_t end = i;
        while (end < w->c->copies.n && w->c->copies.at[end].a == first.a &&
               w->c->copies.at[end].b == first.b)
            end++;
        struct share *share = VEC_PUSH(w->a, &w->c->shares);
        if (!share)
            return false;
        *share = (struct share){.a = first.a,
                                .b = first.b,
                                .of_a = covered(w, first.a, i, end, false, mark),
                                .of_b = covered(w, first.b, i, end, true, mark)};
        i = end;
    }
    return true;
}

int compare_copies(struct work *w) {
    struct search s = {.w = w};
    if (!w->words.n)
        return TS_OK;
    s.reach = work_zero(w, w->c->reports.n, sizeof *s.reach);
    s.report_of = work_zero(w, w->words.n, sizeof *s.report_of);
    if (!s.reach || !s.report_of || !index_make(&s.index, w) || !mark_crediting(&s))
        return work_memory(w);
    for (uint32_t r = 0; r < w->c->reports.n; r++)
        for (uint32_t i = w->reports[r].first; i < w->reports[r].title_end; i++)
            s.report_of[i] = r;
    for (uint32_t r = 0; r < w->c->reports.n; r++) {
        s.steps_left =
            STEPS_A_WORD * (uint64_t)(w->reports[r].end - w->reports[r].first + WORDS_MIN);
        for (uint32_t i = w->reports[r].first; i < w->reports[r].end; i++)
            if (!follow_seed(&s, i))
                return work_memory(w);
    }
    if (w->c->copies.n)
        qsort(w->c->copies.at, w->c->copies.n, sizeof *w->c->copies.at, copy_order);
    return add_shares(w) ? TS_OK : work_memory(w);
}
