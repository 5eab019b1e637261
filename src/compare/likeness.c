/*
 * A report is a vector of its words, weighed by how much each tells (Salton and Buckley 1988:
 * tf-idf with cosine). Two reports cannot show how common a word is at large, so the count over the
 * reports is joined to a prior: as if PRIOR_REPORTS more had been seen, in which a word of its tier
 * stands in the share given below. The first OF_ONE_STORY reports that have a word do not make it
 * common: they may be the story that it is of.
 */
#include "compare/likeness.h"

#include <math.h>
#include <stdlib.h>

enum { PRIOR_REPORTS = 300, OF_ONE_STORY = 12 };
static const double SHARE_OF_TIER[] = {
    [TIER_RARE] = 0.004, [TIER_KNOWN] = 0.05, [TIER_COMMON] = 0.2, [TIER_STOP] = 1};
static const double LEAST = 0.03; /* less is taken as nothing */
static const double NAME_FACTOR = 1.5, NUMBER_FACTOR = 1.4;
/* Of the names and figures of each of two beginnings: what the other may lack before the reports
 * are taken to tell of two events, and from where on they surely do; and how many at least. */
static const double LACKED_FROM = 0.5, LACKED_TO = 0.6;
enum { LACKED_MIN = 3 };
enum { FEW_REPORTS = 12, MANY_REPORTS = 60, LEAD_WORDS = 60 };
static const double USUAL_COVER = 0.4;   /* of the beginnings of two reports of one event */
static const double COVERED_FROM = 0.06; /* likenesses below are no join's, whatever is covered */
/* Work: candidates come from each report's TELLING_TERMS heaviest words, each followed to at most
 * POSTINGS_MAX reports. */
enum { TELLING_TERMS = 40, POSTINGS_MAX = 400 };

struct use {
    uint32_t stem, word;
};

static int use_order(const void *x, const void *y) {
    const struct use *a = x, *b = y;
    if (a->stem != b->stem)
        return a->stem < b->stem ? -1 : 1;
    return a->word < b->word ? -1 : a->word > b->word;
}

static bool tells(const struct work *w, const struct word *word) {
    const struct vocabulary_word *v = &w->vocabulary.words.at[word->id];
    return !(word->flags & WORD_OUTLET) && v->tier != TIER_STOP && word->end - word->start > 1 &&
           w->vocabulary.words.at[v->stem].tier != TIER_STOP;
}

/* The uses of telling words, by stem. */
static uint32_t gather(struct use *uses, const struct work *w, uint32_t report) {
    uint32_t n = 0;
    for (uint32_t i = w->reports[report].first; i < w->reports[report].title_end; i++)
        if (tells(w, &w->words.at[i]))
            uses[n++] = (struct use){w->vocabulary.words.at[w->words.at[i].id].stem, i};
    if (n)
        qsort(uses, n, sizeof *uses, use_order);
    return n;
}

/* One term for each stem. How often it is used is left out: it says more of a report's length than
 * of its event. */
static bool list_terms(struct term_list *list, struct work *w, uint32_t report,
                       const struct use *uses, uint32_t n) {
    const struct report_words *r = &w->reports[report];
    uint32_t distinct = 0;
    for (uint32_t i = 0; i < n; i++)
        distinct += i == 0 || uses[i].stem != uses[i - 1].stem;
    list->at = work_zero(w, distinct, sizeof *list->at);
    if (!list->at)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        const struct word *word = &w->words.at[uses[i].word];
        if (i == 0 || uses[i].stem != uses[i - 1].stem)
            list->at[list->n++] = (struct term){.stem = uses[i].stem, .example = uses[i].word};
        struct term *t = &list->at[list->n - 1];
        t->lead = t->lead || uses[i].word < r->first + LEAD_WORDS || uses[i].word >= r->title_first;
        t->name = t->name || (word->flags & WORD_NAME);
        t->number = t->number || (word->flags & WORD_NUMBER);
    }
    return true;
}

static void weigh(struct term_list *list, const struct work *w, const uint32_t *reports_with,
                  uint32_t report_count) {
    double square = 0;
    for (uint32_t i = 0; i < list->n; i++) {
        struct term *t = &list->at[i];
        double prior = SHARE_OF_TIER[w->vocabulary.words.at[t->stem].tier];
        uint32_t others =
            reports_with[t->stem] > OF_ONE_STORY ? reports_with[t->stem] - OF_ONE_STORY : 0;
        double seen = 1 + others + PRIOR_REPORTS * prior;
        double telling = log((report_count + (double)PRIOR_REPORTS) / seen);
        double kind = t->name ? NAME_FACTOR : t->number ? NUMBER_FACTOR : 1;
        t->weight = telling > 0 ? telling * kind : 0;
        square += t->weight * t->weight;
    }
    double length = square > 0 ? sqrt(square) : 1;
    for (uint32_t i = 0; i < list->n; i++)
        list->at[i].weight /= length;
}

int compare_terms(struct term_list **out, struct work *w) {
    uint32_t n = w->c->reports.n, longest = 0;
    for (uint32_t r = 0; r < n; r++)
        if (w->reports[r].title_end - w->reports[r].first > longest)
            longest = w->reports[r].title_end - w->reports[r].first;
    struct term_list *lists = work_zero(w, n, sizeof *lists);
    struct use *uses = work_zero(w, longest, sizeof *uses);
    uint32_t *reports_with = work_zero(w, w->vocabulary.words.n, sizeof *reports_with);
    if (!lists || !uses || !reports_with)
        return work_memory(w);
    for (uint32_t r = 0; r < n; r++) {
        if (!list_terms(&lists[r], w, r, uses, gather(uses, w, r)))
            return work_memory(w);
        for (uint32_t i = 0; i < lists[r].n; i++)
            reports_with[lists[r].at[i].stem]++;
    }
    for (uint32_t r = 0; r < n; r++)
        weigh(&lists[r], w, reports_with, n);
    *out = lists;
    return TS_OK;
}

double compare_doubt(uint32_t report_count) {
    if (report_count <= FEW_REPORTS)
        return 1;
    if (report_count >= MANY_REPORTS)
        return 0;
    return (double)(MANY_REPORTS - report_count) / (MANY_REPORTS - FEW_REPORTS);
}

/* Which share of the weight of a's beginning b has too, anywhere. */
static double cover(const struct term_list *a, const struct term_list *b) {
    double all = 0, shared = 0;
    for (uint32_t i = 0, k = 0; i < a->n; i++) {
        if (!a->at[i].lead)
            continue;
        while (k < b->n && b->at[k].stem < a->at[i].stem)
            k++;
        double square = a->at[i].weight * a->at[i].weight;
        all += square;
        if (k < b->n && b->at[k].stem == a->at[i].stem)
            shared += square;
    }
    return all > 0 ? shared / all : 0;
}

static double covered_likeness(double value, const struct term_list *a, const struct term_list *b,
                               double doubt) {
    if (doubt <= 0 || value < COVERED_FROM)
        return value;
    return value * pow(sqrt(cover(a, b) * cover(b, a)) / USUAL_COVER, doubt);
}

/* The names and figures of a report's beginning, and those of them that another lacks. */
struct lead_facts {
    double names, names_lacked, all, all_lacked; /* by weight */
    uint32_t lacked;
};

static struct lead_facts lead_facts(const struct term_list *a, const struct term_list *b) {
    struct lead_facts f = {0};
    for (uint32_t i = 0, k = 0; i < a->n; i++) {
        const struct term *t = &a->at[i];
        if (!t->lead || !(t->name || t->number))
            continue;
        while (k < b->n && b->at[k].stem < t->stem)
            k++;
        bool lacked = k == b->n || b->at[k].stem != t->stem;
        f.lacked += lacked;
        f.all += t->weight;
        f.all_lacked += lacked ? t->weight : 0;
        f.names += t->name ? t->weight : 0;
        f.names_lacked += t->name && lacked ? t->weight : 0;
    }
    return f;
}

/* Names decide, as a later report of one event has other figures; figures decide with them, as
 * filled-in forms name their issuer in common. */
static double lacked_share(const struct lead_facts *f) {
    if (f->lacked < LACKED_MIN || f->names <= 0)
        return 0;
    return sqrt(f->names_lacked / f->names * (f->all_lacked / f->all));
}

double compare_agreement(const struct term_list *a, const struct term_list *b) {
    struct lead_facts of_a = lead_facts(a, b), of_b = lead_facts(b, a);
    double x = lacked_share(&of_a), y = lacked_share(&of_b), lacked = x < y ? x : y;
    if (lacked <= LACKED_FROM)
        return 1;
    return lacked >= LACKED_TO ? 0 : (LACKED_TO - lacked) / (LACKED_TO - LACKED_FROM);
}

static int heavier(const void *x, const void *y) {
    const struct term *a = x, *b = y;
    if (a->weight > b->weight || a->weight < b->weight)
        return a->weight > b->weight ? -1 : 1;
    return a->stem < b->stem ? -1 : a->stem > b->stem;
}

struct posting_list {
    VEC_OF(uint32_t) reports;
};

struct candidates {
    struct posting_list *postings; /* of each stem: reports in which it is telling */
    uint32_t *stamp;      /* of each report: the last one that it was paired with, plus one */
    double *dense;        /* of each stem: its weight in the report at hand */
    struct term *telling; /* scratch */
    double doubt;
};

/* Pairs report r with the earlier ones that share a telling word, and lists r under its own. */
static bool pair_up(struct likeness_list *out, struct candidates *k, struct work *w,
                    const struct term_list *terms, uint32_t r) {
    const struct term_list *own = &terms[r];
    for (uint32_t i = 0; i < own->n; i++) {
        k->telling[i] = own->at[i];
        k->dense[own->at[i].stem] = own->at[i].weight;
    }
    if (own->n)
        qsort(k->telling, own->n, sizeof *k->telling, heavier);
    for (uint32_t i = 0; i < own->n && i < TELLING_TERMS; i++) {
        struct posting_list *p = &k->postings[k->telling[i].stem];
        for (uint32_t j = 0; j < p->reports.n; j++) {
            uint32_t other = p->reports.at[j];
            if (k->stamp[other] == r + 1)
                continue;
            k->stamp[other] = r + 1;
            double value = 0;
            for (uint32_t t = 0; t < terms[other].n; t++)
                value += terms[other].at[t].weight * k->dense[terms[other].at[t].stem];
            value = covered_likeness(value, own, &terms[other], k->doubt);
            if (value < LEAST)
                continue;
            struct likeness *pair = VEC_PUSH(w->scratch, &out->at);
            if (!pair)
                return false;
            *pair = (struct likeness){other, r, value};
        }
        uint32_t *added = p->reports.n < POSTINGS_MAX ? VEC_PUSH(w->scratch, &p->reports) : &r;
        if (!added)
            return false;
        *added = r;
    }
    for (uint32_t i = 0; i < own->n; i++)
        k->dense[own->at[i].stem] = 0;
    return true;
}

int compare_likeness(struct likeness_list *out, struct work *w, const struct term_list *terms) {
    uint32_t n = w->c->reports.n, longest = 0;
    for (uint32_t r = 0; r < n; r++)
        longest = terms[r].n > longest ? terms[r].n : longest;
    struct candidates k = {.postings = work_zero(w, w->vocabulary.words.n, sizeof *k.postings),
                           .stamp = work_zero(w, n, sizeof *k.stamp),
                           .dense = work_zero(w, w->vocabulary.words.n, sizeof *k.dense),
                           .telling = work_zero(w, longest, sizeof *k.telling),
                           .doubt = compare_doubt(n)};
    *out = (struct likeness_list){0};
    if (!k.postings || !k.stamp || !k.dense || !k.telling)
        return work_memory(w);
    for (uint32_t r = 0; r < n; r++)
        if (!pair_up(out, &k, w, terms, r))
            return work_memory(w);
    return TS_OK;
}
