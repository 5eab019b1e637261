/*
 * Two propositions are alike by the words that they share: those of their clauses, and less those
 * of the sentences around, which tell of the same happening. Names, figures and times that can
 * hardly be those of one fact take from it, the same doer and the same object add to it. Groups are
 * joined by average link (grouping.c): every two members of a claim must be alike on the whole, so
 * that no chain of likenesses joins two facts. What is not like the member that the others are most
 * like (the medoid; Kaufman and Rousseeuw 1987) leaves the group: it was let in by a few of them.
 */
#include "compare/claim_alignment.h"

#include <math.h>

/* Work: propositions of one key, or with one telling word, are compared with the first most of them
 * alone; fewer the more propositions there are. */
enum { POSTINGS_MAX = 400, POSTINGS_MIN = 8, PAIRS_ABOUT = 400000, WORDS_FOLLOWED = 8 };
enum { LEAD_SENTENCES = 3, FIGURE_CLASSES_MAX = 8, MANY = 1000 };
/* Claims that a group is split into, behind which each member is alone; members that are tried for
 * the centre of one. */
enum { CENTRES_MAX = 64, CENTRE_TRIED = 64 };

static const double JOIN_AT = 0.287; /* mean likeness of a claim's members */
static const double CENTRE_AT = 0.3; /* likeness of each to the one that they are most like */
/* A report tells a fact more rarely twice than two of one kind. */
static const double ONE_REPORT = 0.3;
static const double HALF_AT = 2;       /* weight of shared words that is a likeness of a half */
static const double OF_CLAUSE = 1.5;   /* a word shared by the clauses, and */
static const double OF_SENTENCE = 0.5; /* one that only their sentences share */
static const double OF_KEY = 0.8; /* the predicate's own word is shared by all that are compared */
/* Clauses that share little but their kind of event tell hardly one fact. */
static const double KEY_AND_LITTLE = 1.4, LITTLE = 0.5;
/* The words that a clause which describes shares with a negated one. */
static const double DENIED_PART = 0.5;
static const double BOTH_LEAD = 1.75;  /* reports of one event begin with it */
static const double FIGURE_WEIGHT = 1; /* of a word for a figure, as any rare word has */
/* Clauses with no key in common: the words beside names tell most, and have to make up for it. */
static const double OF_NAME = 0.5, NO_KEY = 2.25, TELLING_WEIGHT = 1;
/* Factors: of a predicate that says little, of an event that is only named by a noun; of what tells
 * two facts apart; of a shared date, and of the same doer and the same object. */
static const double LIGHT = 0.8, NOUN = 0.8;
static const double OTHER_ROLE = 0.7, SWAPPED_ROLES = 0.2, OTHER_NAMES = 0.7, OTHER_DOER = 0.5,
                    OTHER_FIGURES = 0.3, OTHER_TIME = 0.5, SEVERAL = 0.7, OTHER_AGE = 0.15,
                    PAST = 0.5, NOT_YET = 0.75, NEGATED = 0.7, NEGATED_NOUN = 0.55, SAME_TIME = 1.3,
                    SAME_DOER = 1.1, SAME_OBJECT = 1.4;
static const double FOLLOWED_WEIGHT = 0.75; /* of a word by which they are found */

struct aligning {
    struct work *w;
    const struct event_words *words;
    const struct proposition_list *propositions;
    uint32_t most;   /* propositions that each is compared with, by one key */
    bool *is_name;   /* of each word: the story has it in names */
    uint32_t *stamp; /* of each proposition: the last one that it was paired with, plus one */
    VEC_OF(struct likeness) pairs;
};

struct posting {
    VEC_OF(uint32_t) at;
};

static double weight_of(const struct aligning *g, uint32_t word) {
    return g->words->words.at[word].weight;
}

/* The weight of the words that two sets share; *names that of names among them. */
static double shared_weight(double *names, const struct aligning *g, struct word_set a,
                            struct word_set b) {
    double sum = 0;
    *names = 0;
    for (uint32_t i = 0, k = 0; i < a.n && k < b.n;) {
        if (a.at[i] < b.at[k]) {
            i++;
        } else if (a.at[i] > b.at[k]) {
            k++;
        } else {
            sum += weight_of(g, a.at[i]);
            *names += g->is_name[a.at[i]] ? weight_of(g, a.at[i]) : 0;
            i++;
            k++;
        }
    }
    return sum;
}

/* The mean of the parts of two sets that they share. */
static double shared_part(struct word_set a, struct word_set b) {
    double shared = word_sets_share(a, b);
    return a.n && b.n ? (shared / a.n + shared / b.n) / 2 : 0;
}

/* Both have words, and none in common. */
static bool disjoint(struct word_set a, struct word_set b) {
    for (uint32_t i = 0, k = 0; i < a.n && k < b.n;) {
        if (a.at[i] == b.at[k])
            return false;
        if (a.at[i] < b.at[k])
            i++;
        else
            k++;
    }
    return a.n && b.n;
}

enum fit { FIT_UNKNOWN, FIT_SAME, FIT_OTHER };

static bool same_value(double x, double y) {
    double d = x > y ? x - y : y - x;
    return d <= 1e-9 * ((x < 0 ? -x : x) + (y < 0 ? -y : y));
}

/* 15.2 billion, rounded to the digits of 15 billion. */
static bool is_rounded(double coarse, double fine) {
    enum { DIGITS_MAX = 4 };
    if (!(coarse > 0) || !(fine > 0) || fabs(coarse - fine) > coarse / 10)
        return false;
    double unit = pow(10, floor(log10(coarse)));
    for (unsigned d = 0; d < DIGITS_MAX; d++, unit /= 10)
        if (same_value(round(coarse / unit) * unit, coarse))
            return same_value(round(fine / unit) * unit, coarse);
    return false;
}

static enum fit figures_fit(const struct quantity *x, const struct quantity *y) {
    bool count = str_eq(x->kind, STR("count"));
    if (!str_eq(x->kind, y->kind) || !str_eq(x->unit, y->unit) || (count && !x->unit.n))
        return FIT_UNKNOWN;
    bool rough = !count || x->value >= MANY || str_eq(x->bound, STR("about")) ||
                 str_eq(y->bound, STR("about"));
    bool same = same_value(x->value, y->value) ||
                (rough && (is_rounded(x->value, y->value) || is_rounded(y->value, x->value)));
    return same ? FIT_SAME : FIT_OTHER;
}

static bool has_year(const struct time_expression *t) {
    return t->value.n >= 4 && ascii_digit(t->value.at[0]) && ascii_digit(t->value.at[2]);
}

static bool is_date(const struct time_expression *t) {
    return str_eq(t->type, STR("DATE"));
}

/* "in 2008", "in May 2008": so dates are given that are no part of the news. */
static bool is_past(const struct time_expression *t) {
    return is_date(t) && has_year(t) && t->value.n <= sizeof "2008-05" - 1;
}

static enum fit times_fit(const struct time_expression *x, const struct time_expression *y) {
    if (!is_date(x) || !is_date(y))
        return FIT_UNKNOWN;
    if (str_starts(x->value, y->value) || str_starts(y->value, x->value))
        return FIT_SAME;
    if (has_year(x) == has_year(y))
        return has_year(x) || x->value.n == y->value.n ? FIT_OTHER : FIT_UNKNOWN;
    return is_past(x) || is_past(y) ? FIT_OTHER : FIT_UNKNOWN;
}

static const struct analysis *analysis_of(const struct aligning *g, const struct proposition *x) {
    return g->w->c->reports.at[x->report].analysis;
}

/* One figure in common is enough; else two of one kind that differ tell the facts apart. */
static enum fit all_figures_fit(const struct aligning *g, const struct proposition *a,
                                const struct proposition *b) {
    enum fit all = FIT_UNKNOWN;
    for (uint32_t i = a->quantities.first; i < a->quantities.end && all != FIT_SAME; i++)
        for (uint32_t k = b->quantities.first; k < b->quantities.end && all != FIT_SAME; k++) {
            enum fit fit = figures_fit(&analysis_of(g, a)->quantities.at[i],
                                       &analysis_of(g, b)->quantities.at[k]);
            all = fit == FIT_UNKNOWN ? all : fit;
        }
    return all;
}

/* "$249", "$250": a figure that the one rounds is a word that both have; not of two names. */
static bool share_rounded(const struct aligning *g, const struct proposition *a,
                          const struct proposition *b) {
    if (disjoint(a->names, b->names) || disjoint(a->who, b->who))
        return false;
    for (uint32_t i = a->quantities.first; i < a->quantities.end; i++)
        for (uint32_t k = b->quantities.first; k < b->quantities.end; k++) {
            const struct quantity *x = &analysis_of(g, a)->quantities.at[i],
                                  *y = &analysis_of(g, b)->quantities.at[k];
            if (!same_value(x->value, y->value) && figures_fit(x, y) == FIT_SAME)
                return true;
        }
    return false;
}

/* "Two years", "ten years"; of "two years" and "18 months" nothing is known. */
static enum fit durations_fit(struct str x, struct str y) {
    if (!x.n || !y.n || x.at[x.n - 1] != y.at[y.n - 1])
        return FIT_UNKNOWN;
    return str_eq(x, y) ? FIT_SAME : FIT_OTHER;
}

/* What is counted may be called otherwise: "three men", "two women". */
static enum fit places_fit(const struct analysis *m, const struct figure_place *a,
                           const struct analysis *n, const struct figure_place *b) {
    if (a->role != b->role || a->duration != b->duration)
        return FIT_UNKNOWN;
    if (a->duration)
        return durations_fit(m->times.at[a->at].value, n->times.at[b->at].value);
    const struct quantity *x = &m->quantities.at[a->at], *y = &n->quantities.at[b->at];
    bool counts = str_eq(x->kind, STR("count")) && str_eq(y->kind, STR("count")) && x->unit.n &&
                  y->unit.n && !str_eq(x->unit, y->unit);
    if (counts)
        return same_value(x->value, y->value) ? FIT_UNKNOWN : FIT_OTHER;
    return figures_fit(x, y);
}

/* The figures that belong to the predicates themselves. */
static enum fit own_figures_fit(const struct aligning *g, const struct proposition *a,
                                const struct proposition *b) {
    enum fit all = FIT_UNKNOWN;
    for (unsigned i = 0; i < a->figure_count && all != FIT_SAME; i++)
        for (unsigned k = 0; k < b->figure_count && all != FIT_SAME; k++) {
            enum fit fit =
                places_fit(analysis_of(g, a), &a->figures[i], analysis_of(g, b), &b->figures[k]);
            all = fit == FIT_UNKNOWN ? all : fit;
        }
    return all;
}

static enum fit all_times_fit(const struct aligning *g, const struct proposition *a,
                              const struct proposition *b) {
    enum fit all = FIT_UNKNOWN;
    for (uint32_t i = a->times.first; i < a->times.end && all != FIT_SAME; i++)
        for (uint32_t k = b->times.first; k < b->times.end && all != FIT_SAME; k++) {
            enum fit fit =
                times_fit(&analysis_of(g, a)->times.at[i], &analysis_of(g, b)->times.at[k]);
            all = fit == FIT_UNKNOWN ? all : fit;
        }
    return all;
}

static bool in_the_past(const struct aligning *g, const struct proposition *x) {
    for (uint32_t i = x->times.first; i < x->times.end; i++)
        if (is_past(&analysis_of(g, x)->times.at[i]))
            return true;
    return false;
}

static bool share_key(const struct proposition *a, const struct proposition *b) {
    for (unsigned i = 0; i < a->key_count; i++)
        for (unsigned k = 0; k < b->key_count; k++)
            if (a->keys[i] == b->keys[k])
                return true;
    return false;
}

/* "Harrow hired Quillby", "Quillby hired a diver": who does it there suffers it here. */
static bool roles_swapped(const struct proposition *a, const struct proposition *b) {
    bool crossed = (a->whom.n && b->who.n && !disjoint(a->whom, b->who)) ||
                   (a->who.n && b->whom.n && !disjoint(a->who, b->whom));
    return crossed && (disjoint(a->who, b->who) || disjoint(a->whom, b->whom));
}

static bool same_head(const struct proposition *a, const struct proposition *b, unsigned i) {
    return a->heads[i] == b->heads[i] && a->heads[i] != NO_INDEX;
}

/* What speaks against one fact, and for it beside the words. */
static double fact_factor(const struct aligning *g, const struct proposition *a,
                          const struct proposition *b) {
    double factor = 1;
    if (a->light || b->light)
        factor *= LIGHT;
    if (a->noun || b->noun)
        factor *= NOUN;
    if (disjoint(a->who, b->who) || disjoint(a->whom, b->whom))
        factor *= OTHER_ROLE;
    if (roles_swapped(a, b))
        factor *= SWAPPED_ROLES;
    bool other_names = disjoint(a->names, b->names);
    if (same_head(a, b, HEAD_DOER) || word_sets_share(a->who, b->who))
        factor *= SAME_DOER;
    if (!other_names && (same_head(a, b, HEAD_OBJECT) || word_sets_share(a->whom, b->whom)))
        factor *= SAME_OBJECT;
    if (other_names)
        factor *= disjoint(a->who, b->who) ? OTHER_DOER : OTHER_NAMES;
    if (all_figures_fit(g, a, b) == FIT_OTHER)
        factor *= OTHER_FIGURES;
    if (a->several != b->several)
        factor *= SEVERAL;
    if (a->age && b->age && a->age != b->age)
        factor *= OTHER_AGE;
    if (a->negated != b->negated)
        factor *= a->noun || b->noun ? NEGATED_NOUN : NEGATED;
    if (in_the_past(g, a) != in_the_past(g, b))
        factor *= PAST;
    if ((a->modality == MODALITY_PLANNED) != (b->modality == MODALITY_PLANNED))
        factor *= NOT_YET; /* "sank", "will sink" */
    enum fit times = all_times_fit(g, a, b);
    return factor * (times == FIT_SAME ? SAME_TIME : times == FIT_OTHER ? OTHER_TIME : 1);
}

/* What the words of two propositions and of their places speak for one fact. */
static double word_sum(const struct aligning *g, const struct proposition *a,
                       const struct proposition *b) {
    const bool key = share_key(a, b);
    const double rounded = key && share_rounded(g, a, b) ? FIGURE_WEIGHT : 0;
    double names, words = shared_weight(&names, g, a->words, b->words) + rounded;
    if (!key) {
        if (a->noun || b->noun || words - names < TELLING_WEIGHT)
            return 0;
        return OF_CLAUSE * (words - names) + OF_NAME * names - NO_KEY;
    }
    bool both_lead = a->sentence < LEAD_SENTENCES && b->sentence < LEAD_SENTENCES;
    if (words < KEY_AND_LITTLE && !both_lead)
        words -= LITTLE;
    double around = shared_weight(&names, g, a->around, b->around) + rounded - words;
    double sum = OF_CLAUSE * words - OF_KEY + (around > 0 ? OF_SENTENCE * around : 0);
    return sum + (both_lead ? BOTH_LEAD : 0);
}

static bool has_word(struct word_set s, uint32_t word) {
    for (uint32_t i = 0; i < s.n && s.at[i] <= word; i++)
        if (s.at[i] == word)
            return true;
    return false;
}

/* Whether there is none, as a says, of what b tells of. */
static bool says_none_of(const struct proposition *a, const struct proposition *b) {
    return a->none == NONE_AT_ALL ? share_key(a, b) : has_word(b->words, a->none);
}

/* "No diver drowned" denies what is told of a diver, or of "them", not of what a whole sentence
 * tells of others, "there was no diver" only what is told of one; that the police did not name the
 * mayor denies nothing that is told of him. */
static bool speak_past(const struct proposition *a, const struct proposition *b) {
    return a->withheld != b->withheld ||
           (a->aside && !a->negated && b->negated && /* "the Herald, which spoke to a diver" */
            shared_part(a->words, b->words) < DENIED_PART) ||
           (a->barred && !b->barred && !b->negated) ||
           (a->none != NO_INDEX && b->none == NO_INDEX && !b->negated &&
            (a->there_is || b->shown.clarity == CLARITY_WHOLE) && !says_none_of(a, b));
}

/* From 0 to 1; -1 for two clauses of one sentence, which tell two facts. */
static double alike(const struct aligning *g, const struct proposition *a,
                    const struct proposition *b) {
    if ((a->report == b->report && a->sentence == b->sentence) || speak_past(a, b) ||
        speak_past(b, a))
        return -1;
    if (share_key(a, b) && own_figures_fit(g, a, b) == FIT_OTHER)
        return 0;
    double sum = word_sum(g, a, b);
    sum = sum > 0 ? sum * fact_factor(g, a, b) : 0;
    return sum / (sum + HALF_AT) * (a->report == b->report ? ONE_REPORT : 1);
}

/* Pairs proposition i with those of a posting list, and adds it to the list while that has room. */
static bool follow(struct aligning *g, struct posting *p, uint32_t i, uint32_t most) {
    const struct proposition *all = g->propositions->at.at;
    for (uint32_t j = 0; j < p->at.n; j++) {
        uint32_t other = p->at.at[j];
        if (g->stamp[other] == i + 1)
            continue;
        g->stamp[other] = i + 1;
        double value = alike(g, &all[other], &all[i]);
        if (value <= 0 && value >= 0)
            continue;
        struct likeness *pair = VEC_PUSH(g->w->scratch, &g->pairs);
        if (!pair)
            return false;
        *pair = (struct likeness){other, i, value};
    }
    uint32_t *added = p->at.n < most ? VEC_PUSH(g->w->scratch, &p->at) : &i;
    if (added)
        *added = i;
    return added;
}

/* Pairs proposition i with the earlier ones of its keys, and of its telling words. */
static bool pair_up(struct aligning *g, const struct map *keys, struct posting *by_key,
                    struct posting *by_word, uint32_t i) {
    const struct proposition *x = &g->propositions->at.at[i];
    if (x->reference.kind != REFERENCE_NONE)
        return true;
    for (unsigned k = 0; k < x->key_count; k++)
        if (!follow(g, &by_key[map_get_u64(keys, x->keys[k])], i, g->most))
            return false;
    uint32_t followed = 0;
    for (uint32_t k = 0; k < x->words.n && followed < WORDS_FOLLOWED && !x->noun; k++) {
        if (weight_of(g, x->words.at[k]) < FOLLOWED_WEIGHT)
            continue;
        followed++;
        if (!follow(g, &by_word[x->words.at[k]], i, g->most / 4))
            return false;
    }
    return true;
}

/* Numbers the keys from 0. */
static bool number_keys(struct map *keys, const struct proposition_list *propositions) {
    for (uint32_t i = 0; i < propositions->at.n; i++)
        for (unsigned k = 0; k < propositions->at.at[i].key_count; k++) {
            uint32_t *slot = map_put_u64(keys, propositions->at.at[i].keys[k]);
            if (!slot)
                return false;
            if (*slot == MAP_NONE)
                *slot = keys->n - 1;
        }
    return true;
}

/* The members of one group by their figures: the first of each class, and how many it has. */
struct figure_classes {
    uint32_t first[FIGURE_CLASSES_MAX], members[FIGURE_CLASSES_MAX], n;
};

/* The class of a member's figures, made when they are other than those of all classes; NO_INDEX: it
 * has none that tell, or there is no room for another. */
static uint32_t figure_class(struct figure_classes *f, const struct aligning *g, uint32_t member) {
    const struct proposition *all = g->propositions->at.at;
    bool other = !f->n && all[member].figure_count;
    for (uint32_t k = 0; k < f->n; k++) {
        enum fit fit = own_figures_fit(g, &all[f->first[k]], &all[member]);
        if (fit == FIT_SAME)
            return k;
        other = other || fit == FIT_OTHER;
    }
    if (!other || f->n == FIGURE_CLASSES_MAX)
        return NO_INDEX;
    f->first[f->n] = member;
    return f->n++;
}

/* Takes from the group of these members those whose figures are not the ones that most have: "14
 * died", "11 died" can be joined by "many died". of: a member's class, by its number. */
static void split_by_figures(uint32_t *group, uint32_t *of, const struct aligning *g,
                             const uint32_t *members, uint32_t n) {
    struct figure_classes f = {.n = 0};
    uint32_t most = 0, lead = NO_INDEX;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t k = of[i] = figure_class(&f, g, members[i]);
        if (k != NO_INDEX && ++f.members[k] > f.members[most])
            most = k;
    }
    for (uint32_t i = 0; f.n > 1 && i < n; i++) {
        uint32_t at = members[i];
        bool stays = of[i] == NO_INDEX || of[i] == most;
        lead = stays && lead == NO_INDEX ? at : lead;
        group[at] = stays ? lead : f.first[of[i]];
    }
}

/* The member that those of other reports are most like; of two the first. */
static uint32_t centre_of(const struct aligning *g, const uint32_t *members, uint32_t n) {
    const struct proposition *all = g->propositions->at.at;
    const uint32_t tried = n == 2 ? 1 : n < CENTRE_TRIED ? n : CENTRE_TRIED;
    double sum[CENTRE_TRIED] = {0};
    uint32_t best = 0;
    for (uint32_t i = 0; i < tried; i++)
        for (uint32_t k = i + 1; k < tried; k++) {
            const struct proposition *a = &all[members[i]], *b = &all[members[k]];
            double value = a->report == b->report ? 0 : alike(g, a, b);
            sum[i] += value;
            sum[k] += value;
        }
    for (uint32_t i = 1; i < tried; i++)
        best = sum[i] > sum[best] ? i : best;
    return members[best];
}

/* Two clauses of one sentence are in one group for what others tell; those of two sentences of a
 * report are as like as if they stood in two. */
static bool stays(const struct aligning *g, uint32_t member, uint32_t centre) {
    const struct proposition *a = &g->propositions->at.at[member],
                             *b = &g->propositions->at.at[centre];
    if (member == centre || (a->report == b->report && a->sentence == b->sentence))
        return true;
    return alike(g, a, b) / (a->report == b->report ? ONE_REPORT : 1) >= CENTRE_AT;
}

/* Splits the group of these members into groups of those that are like one of them. kept: scratch
 * for two numbers a member. */
static void split_group(uint32_t *group, uint32_t *kept, const struct aligning *g,
                        uint32_t *members, uint32_t n) {
    for (uint32_t centres = 0; n && centres < CENTRES_MAX; centres++) {
        const uint32_t centre = centre_of(g, members, n);
        uint32_t keeps = 0, leave = 0;
        for (uint32_t i = 0; i < n; i++)
            if (stays(g, members[i], centre))
                kept[keeps++] = members[i];
            else
                members[leave++] = members[i];
        for (uint32_t i = 0; i < keeps; i++)
            group[kept[i]] = kept[0];
        split_by_figures(group, &kept[keeps], g, kept, keeps);
        n = leave;
    }
    for (uint32_t i = 0; i < n; i++)
        group[members[i]] = members[i];
}

/* Splits all groups; false: no memory. */
static bool split_groups(uint32_t *group, const struct aligning *g) {
    const uint32_t n = g->propositions->at.n;
    uint32_t *end = work_zero(g->w, n, sizeof *end), *kept = work_zero(g->w, n, 2 * sizeof *kept),
             *members = work_zero(g->w, n, sizeof *members); /* group after group */
    if (!end || !kept || !members)
        return false;
    for (uint32_t i = 0; i < n; i++)
        end[group[i]]++;
    for (uint32_t i = 0, sum = 0; i < n; i++) {
        sum += end[i];
        end[i] = sum - end[i]; /* where the group begins, and then how far it is filled */
    }
    for (uint32_t i = 0; i < n; i++)
        members[end[group[i]]++] = i;
    for (uint32_t i = 0, from = 0; i < n; from = end[i++])
        if (end[i] - from > 1)
            split_group(group, kept, g, &members[from], end[i] - from);
    return true;
}

int claim_alignment(uint32_t *group, struct work *w, const struct event_words *words,
                    const struct proposition_list *propositions) {
    struct aligning g = {.w = w, .words = words, .propositions = propositions};
    struct map keys;
    uint32_t n = propositions->at.n, most = n ? PAIRS_ABOUT / n : 0;
    g.most = most > POSTINGS_MAX ? POSTINGS_MAX : most < POSTINGS_MIN ? POSTINGS_MIN : most;
    map_init(&keys, w->scratch);
    if (!number_keys(&keys, propositions))
        return work_memory(w);
    struct posting *by_key = work_zero(w, keys.n, sizeof *by_key);
    struct posting *by_word = work_zero(w, words->words.n, sizeof *by_word);
    g.stamp = work_zero(w, n, sizeof *g.stamp);
    g.is_name = work_zero(w, words->words.n, sizeof *g.is_name);
    if (!by_key || !by_word || !g.stamp || !g.is_name)
        return work_memory(w);
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = 0; k < propositions->at.at[i].names.n; k++)
            g.is_name[propositions->at.at[i].names.at[k]] = true;
    for (uint32_t i = 0; i < n; i++)
        if (!pair_up(&g, &keys, by_key, by_word, i))
            return work_memory(w);
    int status = compare_grouping(group, w, n, g.pairs.at, g.pairs.n, JOIN_AT, NULL, 0, NULL, 0);
    return status == TS_OK && !split_groups(group, &g) ? work_memory(w) : status;
}
