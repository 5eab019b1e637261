/*
 * Claims: propositions that were found to tell one fact, ranked: those that most reports tell
 * first, of these those that can be read by themselves, then by their place. Of what one report
 * alone tells, the ONLY_IN_MAX propositions that stand first and can be read by themselves are
 * claims.
 */
#include "compare/claim_alignment.h"
#include "compare/claim_stances.h"

#include <stdlib.h>

enum {
    ONLY_IN_MAX = 12,
    NEAR_SENTENCES = 2,
    USUAL_WORDS = 4,
    FEW_WORDS = 3,
    FEW_BYTES = 32,
    WELL_KNOWN = 5
};

/* Of what a clause with a second fact says is about the claim. */
static const double MIXED_SHARE = 0.5;

struct claiming {
    struct work *w;
    struct event_words words;
    struct proposition_list propositions; /* of the story at hand, by report, then place */
    uint32_t story;
    uint32_t *group;        /* of each proposition */
    uint32_t *members_with; /* of each word: members of the claim at hand; all 0 between claims */
    uint32_t *told_by;      /* of each word: reports of the story that have it in a clause */
};

/* A claim and what it is ranked by. */
struct ranked {
    struct claim claim;
    bool readable;  /* it is shown in words that can be read by themselves */
    double place;   /* mean number of the sentence in which its reports tell it first */
    uint32_t first; /* its first proposition */
};

struct ranked_list {
    VEC_OF(struct ranked) at;
};

static int rank_order(const void *x, const void *y) {
    const struct ranked *a = x, *b = y;
    if (a->claim.reports.n != b->claim.reports.n)
        return a->claim.reports.n > b->claim.reports.n ? -1 : 1;
    if (a->readable != b->readable)
        return a->readable ? -1 : 1;
    if (a->place < b->place || a->place > b->place)
        return a->place < b->place ? -1 : 1;
    return a->first < b->first ? -1 : a->first > b->first;
}

/* How much of what the other members say a proposition says, for its length. */
static double centrality(const struct claiming *k, const struct proposition *x) {
    double sum = 0;
    for (uint32_t i = 0; i < x->words.n; i++)
        sum += k->words.words.at[x->words.at[i]].weight * (k->members_with[x->words.at[i]] - 1);
    return (x->shown.mixed || x->shown.line || x->shown.label ? MIXED_SHARE : 1) * sum /
           (x->words.n + USUAL_WORDS);
}

/* How clear a claim of so many reports has to be shown: what several tell is not lost for want of
 * clear words. */
static int least_clarity(uint32_t reports) {
    return reports == 1           ? CLARITY_SAID
           : reports == 2         ? CLARITY_KNOWN
           : reports < WELL_KNOWN ? CLARITY_BACK
                                  : CLARITY_SENTENCE;
}

static bool can_show(const struct proposition *x, int least) {
    return !x->noun && x->reference.kind == REFERENCE_NONE && x->shown.clarity >= least;
}

/* "Not a ship", "no train": clear as they may be, who denies a claim does not show it. */
static bool denies_in_words(const struct proposition *x) {
    return x->negated || x->denied || x->none != NO_INDEX || x->shown.denies;
}

/* Whether a shows the claim better than b: it can stand alone, and tells it plainly. */
static bool shows_better(const struct claiming *k, const struct proposition *a,
                         const struct proposition *b, uint32_t reports) {
    int least = least_clarity(reports);
    if (can_show(a, least) && can_show(b, least) && a->negated != b->negated)
        return !a->negated;
    bool refers = a->reference.kind != REFERENCE_NONE;
    if (refers != (b->reference.kind != REFERENCE_NONE))
        return !refers;
    if (a->noun != b->noun)
        return !a->noun;
    if (a->shown.clarity != b->shown.clarity)
        return a->shown.clarity > b->shown.clarity;
    bool unlike = a->shown.mixed != b->shown.mixed || a->shown.vague != b->shown.vague;
    if (unlike && denies_in_words(a) != denies_in_words(b))
        return denies_in_words(b);
    if (a->shown.mixed != b->shown.mixed)
        return !a->shown.mixed;
    if (a->shown.vague != b->shown.vague)
        return !a->shown.vague;
    if (reports <= 2 &&
        a->shown.outside != b->shown.outside) /* of more, it is shown all the same */
        return !a->shown.outside;
    return centrality(k, a) > centrality(k, b);
}

static const struct proposition *best_shown(struct claiming *k, const uint32_t *members, uint32_t n,
                                            uint32_t reports) {
    const struct proposition *all = k->propositions.at.at, *shown = &all[members[0]];
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t w = 0; w < all[members[i]].words.n; w++)
            k->members_with[all[members[i]].words.at[w]]++;
    for (uint32_t i = 1; i < n; i++)
        if (shows_better(k, &all[members[i]], shown, reports))
            shown = &all[members[i]];
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t w = 0; w < all[members[i]].words.n; w++)
            k->members_with[all[members[i]].words.at[w]] = 0;
    return shown;
}

/* Some member tells by a word of its own that something is no longer there. */
static bool tells_of_drop(const struct proposition *all, const uint32_t *members, uint32_t n) {
    for (uint32_t i = 0; i < n; i++)
        if (all[members[i]].absent && !all[members[i]].denied)
            return true;
    return false;
}

/* "The ferry drops its mast", "it has a mast". */
static bool contradict(const struct proposition *x, const struct proposition *y) {
    return x->absent && !x->denied && y->present && x->heads[HEAD_OBJECT] != NO_INDEX &&
           x->heads[HEAD_OBJECT] == y->heads[HEAD_OBJECT];
}

/* Of two that tell something is not there one may deny and the other not: "it has no mast", "it
 * drops its mast". */
static bool is_against(const struct proposition *x, const struct proposition *shown, bool dropped) {
    if (contradict(x, shown) || contradict(shown, x))
        return true;
    bool alike = x->absent && (shown->absent || (x->denied && dropped && !shown->present));
    return alike ? shown->negated : claim_stance_denies(x);
}

static bool add_use(struct claiming *k, struct claim *c, const struct proposition *x, bool denies) {
    const struct analysis *n = k->w->c->reports.at[x->report].analysis;
    struct claim_report *r = c->reports.n ? &c->reports.at[c->reports.n - 1] : NULL;
    if (!r || r->report != x->report) {
        r = VEC_PUSH(k->w->a, &c->reports);
        if (!r)
            return false;
        const struct sentence *s = &n->sentences.at[x->sentence];
        *r = (struct claim_report){.report = x->report, .voice = s->voice, .carried = s->carried};
    }
    if (x->statement != NO_INDEX && r->hedge.start == r->hedge.end)
        r->hedge = n->statements.at[x->statement].hedge;
    struct claim_use *use = VEC_PUSH(k->w->a, &r->uses);
    if (use)
        *use = (struct claim_use){.text = x->text,
                                  .sentence = x->sentence,
                                  .statement = x->statement,
                                  .predicate = x->noun ? NO_INDEX : x->clause,
                                  .denies = denies,
                                  .noun = x->noun,
                                  .rumour = x->rumour,
                                  .rumours = x->rumours,
                                  .presupposed = x->presupposed,
                                  .refuted = x->refuted,
                                  .recalled = x->refuted && x->reference.kind != REFERENCE_NONE,
                                  .pictured = x->by_picture};
    return use;
}

static bool has_figure(const struct analysis *n, struct item_range r) {
    for (uint32_t i = r.first; i < r.end; i++)
        if (!str_eq(n->quantities.at[i].kind, STR("ordinal")))
            return true;
    return false;
}

static enum claim_kind kind_of(const struct claiming *k, const struct proposition *x) {
    if (x->negated != x->opposite)
        return CLAIM_DENIAL;
    if (x->modality == MODALITY_PLANNED)
        return CLAIM_PLAN;
    if (has_figure(k->w->c->reports.at[x->report].analysis, x->quantities))
        return CLAIM_FIGURE;
    return x->state ? CLAIM_STATE : CLAIM_EVENT;
}

/* A figure or a time is told. */
static bool is_measured(const struct proposition *x) {
    return x->age || x->quantities.first < x->quantities.end || x->times.first < x->times.end;
}

/* A name, if only by a pronoun, a figure or a time: what one report alone says can be checked by
 * it; not how something is by nobody's measure, nor two or three words on one name. */
static bool tells_particulars(const struct proposition *x) {
    bool brief = x->words.n < FEW_WORDS && x->names.n < 2 &&
                 x->shown.text.end - x->shown.text.start < FEW_BYTES;
    return is_measured(x) || (!x->quality && !brief && x->names.n);
}

/* About "the mill", which few reports of the story name, with no figure or time: which, is told
 * elsewhere. */
static bool is_about_unknown(const struct claiming *k, const struct proposition *x) {
    uint32_t reports = k->w->c->stories.at[k->story].reports.n;
    uint32_t of = x->heads[HEAD_DOER] != NO_INDEX ? x->heads[HEAD_DOER] : x->heads[HEAD_OBJECT];
    return x->shown.bare && !is_measured(x) && of != NO_INDEX && k->told_by[of] * 2 < reports;
}

/* Whether what one or two reports alone tell can be understood by itself, and of one is one fact
 * that can be checked. What somebody denies stays. */
static bool stands_alone(const struct claiming *k, const struct proposition *x, uint32_t reports,
                         bool contested) {
    if (reports > 2 || (x->shown.vague && !contested))
        return reports > 2;
    if (reports == 2)
        return contested || !x->shown.outside;
    return !x->shown.line && !x->shown.laden && !x->shown.outside && !x->shown.weighed &&
           !is_about_unknown(k, x) && tells_particulars(x);
}

/* Makes a claim of propositions members[0..n-1]; none when no clause among them can be read. */
/* "He" of what somebody denies: who that is. */
static bool add_denier(struct claiming *k, struct claim *c, const struct shown_words *shown) {
    if (shown->back.start >= shown->back.end)
        return true;
    struct pronoun_meaning *added = VEC_PUSH(k->w->a, &c->means);
    if (added)
        *added = (struct pronoun_meaning){shown->back, shown->by};
    return added;
}

static bool make_claim(struct claiming *k, struct ranked_list *out, const uint32_t *members,
                       uint32_t n) {
    const struct proposition *all = k->propositions.at.at;
    uint32_t reports = 0, denials = 0;
    for (uint32_t i = 0; i < n; i++) {
        reports += i == 0 || all[members[i]].report != all[members[i - 1]].report;
        denials += claim_stance_denies(&all[members[i]]) || denies_in_words(&all[members[i]]);
    }
    int least = least_clarity(reports);
    const struct proposition *shown = best_shown(k, members, n, reports);
    if (shown->noun || shown->shown.clarity < least ||
        !stands_alone(k, shown, reports, denials > 0 && denials < n))
        return true;
    struct ranked *r = VEC_PUSH(k->w->scratch, &out->at);
    if (!r)
        return false;
    *r = (struct ranked){.readable = shown->shown.clarity == CLARITY_WHOLE, .first = members[0]};
    struct claim *c = &r->claim;
    bool dropped = tells_of_drop(all, members, n);
    for (uint32_t i = 0; i < n; i++) {
        bool new = i == 0 || all[members[i]].report != all[members[i - 1]].report;
        r->place += new ? all[members[i]].sentence : 0;
        if (!add_use(k, c, &all[members[i]], is_against(&all[members[i]], shown, dropped)))
            return false;
    }
    claim_stances_settle(c, shown->negated);
    r->place /= c->reports.n;
    c->story = k->story;
    c->report = shown->report;
    c->text = shown->shown.text;
    c->kind = kind_of(k, shown);
    return add_denier(k, c, &shown->shown);
}

/* Counts the reports that have each word. */
static bool count_tellers(struct claiming *k) {
    uint32_t *last = work_zero(k->w, k->words.words.n, sizeof *last); /* that has it, plus one */
    k->told_by = work_zero(k->w, k->words.words.n, sizeof *k->told_by);
    for (uint32_t i = 0; last && k->told_by && i < k->propositions.at.n; i++) {
        const struct proposition *x = &k->propositions.at.at[i];
        for (uint32_t j = 0; j < x->words.n; j++)
            if (last[x->words.at[j]] != x->report + 1) {
                last[x->words.at[j]] = x->report + 1;
                k->told_by[x->words.at[j]]++;
            }
    }
    return last && k->told_by;
}

/* The number of reports that have each group. */
static uint32_t *carriers(struct claiming *k) {
    const struct proposition *all = k->propositions.at.at;
    uint32_t n = k->propositions.at.n, *count = work_zero(k->w, n, sizeof *count),
             *last = work_zero(k->w, n, sizeof *last); /* report that counted last, plus one */
    for (uint32_t i = 0; count && last && i < n; i++)
        if (last[k->group[i]] != all[i].report + 1) {
            last[k->group[i]] = all[i].report + 1;
            count[k->group[i]]++;
        }
    return last ? count : NULL;
}

/* What a reference may mean, of what its report told before and several reports carry: the numbers
 * of propositions, or NO_INDEX. */
struct antecedents {
    uint32_t near;    /* the one told last; of one sentence, that most reports have */
    uint32_t said;    /* told on somebody's word last */
    uint32_t main;    /* told on somebody's word, that most reports have */
    uint32_t picture; /* what a picture shows, anywhere in the report */
    uint32_t taken;   /* that one is taken, anywhere in it, that most reports have */
    bool pictures;    /* pictures of two claims */
};

static uint32_t meant_by(const struct claiming *k, const struct antecedents *a,
                         const struct proposition *x) {
    const struct proposition *all = k->propositions.at.at;
    uint32_t away = a->near == NO_INDEX ? UINT32_MAX : x->sentence - all[a->near].sentence;
    switch (x->reference.kind) {
    case REFERENCE_NONE:
        return NO_INDEX;
    case REFERENCE_NEAR:
        return away > NEAR_SENTENCES ? NO_INDEX : a->near;
    case REFERENCE_BEFORE:
        return away == 1 && !all[a->near].denied && !all[a->near].withheld ? a->near : NO_INDEX;
    case REFERENCE_HERE:
        return away == 0 ? a->near : NO_INDEX;
    case REFERENCE_SAID:
        return a->said != NO_INDEX && x->sentence - all[a->said].sentence <= NEAR_SENTENCES
                   ? a->said
                   : a->main;
    case REFERENCE_PICTURE:
        if (a->pictures || a->picture != NO_INDEX)
            return a->pictures ? NO_INDEX : a->picture;
        return a->taken != NO_INDEX && (all[a->taken].takes_pictures & x->known_pictures)
                   ? a->taken
                   : NO_INDEX;
    case REFERENCE_OWN:
        return away == 0 ? a->near : a->main;
    case REFERENCE_MAIN:
        break;
    }
    return a->main;
}

/* "No such panel will take place": what was told last of one, where that is told nowhere else. */
static uint32_t such_as(const struct claiming *k, const uint32_t *count, uint32_t i) {
    enum { LOOKED_AT = 400 };
    const struct proposition *all = k->propositions.at.at, *x = &all[i];
    bool now = x->times.first == x->times.end && x->modality != MODALITY_POSSIBLE;
    if (x->such == NO_INDEX || !x->denied || !now || count[k->group[i]] > 1)
        return NO_INDEX;
    for (uint32_t j = i; j-- > 0 && i - j < LOOKED_AT && all[j].report == x->report;) {
        bool other = all[j].sentence == x->sentence || all[j].reference.kind != REFERENCE_NONE;
        bool of_one = all[j].heads[HEAD_DOER] == x->such || all[j].heads[HEAD_OBJECT] == x->such;
        if (!other && of_one && count[k->group[j]] > 1)
            return all[j].denied ? NO_INDEX : j;
    }
    return NO_INDEX;
}

static void remember(struct antecedents *a, const struct claiming *k, const uint32_t *count,
                     uint32_t i) {
    const struct proposition *all = k->propositions.at.at, *x = &all[i];
    uint32_t group = k->group[i];
    if (count[group] < 2)
        return;
    if (x->aside || x->of_text) /* "it is a hoax" is said of the article */
        return;
    if (a->near == NO_INDEX || all[a->near].sentence != x->sentence ||
        count[group] > count[k->group[a->near]])
        a->near = i;
    bool told = x->statement != NO_INDEX || x->rumour || x->denied != x->negated;
    if (told && (a->said == NO_INDEX || all[a->said].sentence != x->sentence ||
                 count[group] > count[k->group[a->said]]))
        a->said = i;
    if (told && (a->main == NO_INDEX || count[group] > count[k->group[a->main]]))
        a->main = i;
}

/* What a report's pictures show and that they are taken; i: the report's first proposition. */
static struct antecedents with_pictures(const struct claiming *k, const uint32_t *count,
                                        uint32_t i) {
    const struct proposition *all = k->propositions.at.at;
    struct antecedents a = {NO_INDEX, NO_INDEX, NO_INDEX, NO_INDEX, NO_INDEX, false};
    for (uint32_t j = i; j < k->propositions.at.n && all[j].report == all[i].report; j++) {
        uint32_t group = k->group[j];
        if (count[group] < 2)
            continue;
        if (all[j].in_picture) {
            a.pictures = a.pictures || (a.picture != NO_INDEX && k->group[a.picture] != group);
            a.picture = j;
        }
        if (all[j].takes_pictures &&
            (a.taken == NO_INDEX || count[group] > count[k->group[a.taken]]))
            a.taken = j;
    }
    return a;
}

/* Gives each reference to a claim to that claim: of those that several reports carry the one told
 * just before it, or the one told on somebody's word before it that most do. */
static bool place_references(struct claiming *k) {
    const struct proposition *all = k->propositions.at.at;
    uint32_t *count = carriers(k);
    struct antecedents a;
    for (uint32_t i = 0; count && i < k->propositions.at.n; i++) {
        if (!i || all[i - 1].report != all[i].report)
            a = with_pictures(k, count, i);
        uint32_t to = meant_by(k, &a, &all[i]);
        to = to == NO_INDEX ? such_as(k, count, i) : to;
        if (to == NO_INDEX) {
            remember(&a, k, count, i);
            continue;
        }
        k->group[i] = k->group[to];
        struct proposition *x = &k->propositions.at.at[i];
        if (all[to].takes_pictures)
            x->by_picture = false; /* that very picture is called false */
        if (x->reference.kind == REFERENCE_HERE && x->statement == all[to].statement)
            x->statement = NO_INDEX; /* "it sank, Roe said, but this is false" is not Roe's word */
    }
    return count;
}

struct member {
    uint32_t group, proposition;
};

static int member_order(const void *x, const void *y) {
    const struct member *a = x, *b = y;
    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    return a->proposition < b->proposition ? -1 : a->proposition > b->proposition;
}

static bool make_claims(struct claiming *k, struct ranked_list *out) {
    const struct proposition *all = k->propositions.at.at;
    uint32_t n = k->propositions.at.n;
    struct member *order = work_zero(k->w, n, sizeof *order);
    uint32_t *members = work_zero(k->w, n, sizeof *members);
    uint32_t *alike = work_zero(k->w, n, sizeof *alike); /* of them, those that tell one fact */
    if (!order || !members || !alike)
        return false;
    for (uint32_t i = 0; i < n; i++)
        order[i] = (struct member){k->group[i], i};
    if (n)
        qsort(order, n, sizeof *order, member_order);
    for (uint32_t i = 0, end; i < n; i = end) {
        for (end = i; end < n && order[end].group == order[i].group; end++)
            members[end] = order[end].proposition;
        uint32_t kept = claim_stances_alike(alike, k->w, all, &members[i], end - i);
        if (!make_claim(k, out, alike, kept))
            return false;
    }
    return true;
}

/* Whether the claim kept last of those that begin at the same byte has the same words; *refused: no
 * memory. */
static bool is_shown(bool *refused, struct map *shown, const struct claim *c) {
    uint64_t key = (uint64_t)c->report << 32 | c->text.start;
    bool same = map_get_u64(shown, key) == c->text.end;
    uint32_t *slot = map_put_u64(shown, key);
    if (slot)
        *slot = c->text.end;
    *refused = !slot;
    return same;
}

/* Keeps the ranked claims: all that several reports carry, and the first of each single report. */
static bool keep_claims(struct claiming *k, const struct ranked_list *ranked) {
    uint32_t *alone = work_zero(k->w, k->w->c->reports.n, sizeof *alone);
    struct span *last = work_zero(k->w, k->w->c->reports.n, sizeof *last);
    struct map shown;
    map_init(&shown, k->w->scratch);
    bool refused = !alone || !last;
    for (uint32_t i = 0; !refused && i < ranked->at.n; i++) {
        const struct claim *c = &ranked->at.at[i].claim;
        if (is_shown(&refused, &shown, c))
            continue;
        if (c->reports.n == 1) { /* of clauses one in the other, the first */
            struct span *before = &last[c->report];
            if ((c->text.start < before->end && before->start < c->text.end) ||
                alone[c->report]++ >= ONLY_IN_MAX)
                continue;
            *before = c->text;
        }
        struct claim *kept = VEC_PUSH(k->w->a, &k->w->c->claims);
        refused = refused || !kept;
        if (kept)
            *kept = *c;
    }
    return !refused;
}

static int story_claims(struct claiming *k, uint32_t story) {
    const struct story *s = &k->w->c->stories.at[story];
    struct ranked_list ranked = {0};
    k->story = story;
    k->propositions.at.n = 0;
    for (uint32_t i = 0; i < s->reports.n; i++) {
        int status = propositions_read(&k->propositions, &k->words, s->reports.at[i]);
        if (status != TS_OK)
            return status;
    }
    k->group = work_zero(k->w, k->propositions.at.n, sizeof *k->group);
    k->members_with = work_zero(k->w, k->words.words.n, sizeof *k->members_with);
    if (!k->group || !k->members_with || !count_tellers(k))
        return work_memory(k->w);
    int status = claim_alignment(k->group, k->w, &k->words, &k->propositions);
    if (status != TS_OK)
        return status;
    if (!place_references(k) || !make_claims(k, &ranked))
        return work_memory(k->w);
    if (ranked.at.n)
        qsort(ranked.at.at, ranked.at.n, sizeof *ranked.at.at, rank_order);
    return keep_claims(k, &ranked) ? TS_OK : work_memory(k->w);
}

/* The claims of one report alone, by report. */
static bool list_only_in(struct work *w) {
    struct comparison *c = w->c;
    uint32_t *place = work_zero(w, c->reports.n, sizeof *place); /* in only_in, plus one */
    if (!place)
        return false;
    for (uint32_t i = 0; i < c->claims.n; i++)
        if (c->claims.at[i].reports.n == 1)
            place[c->claims.at[i].report] = 1;
    for (uint32_t r = 0; r < c->reports.n; r++) {
        if (!place[r])
            continue;
        struct only_in *added = VEC_PUSH(w->a, &c->only_in);
        if (!added)
            return false;
        *added = (struct only_in){.report = r};
        place[r] = c->only_in.n;
    }
    for (uint32_t i = 0; i < c->claims.n; i++) {
        if (c->claims.at[i].reports.n != 1)
            continue;
        uint32_t *added = VEC_PUSH(w->a, &c->only_in.at[place[c->claims.at[i].report] - 1].claims);
        if (!added)
            return false;
        *added = i;
    }
    return true;
}

int compare_claims(struct work *w) {
    struct claiming k = {.w = w};
    int status = event_words_init(&k.words, w);
    for (uint32_t i = 0; status == TS_OK && i < w->c->stories.n; i++)
        status = story_claims(&k, i);
    return status == TS_OK && !list_only_in(w) ? work_memory(w) : status;
}
