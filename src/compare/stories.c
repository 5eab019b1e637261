/* Which reports tell of the same event. A wrong join is the worst error, so what is doubtful stands
 * alone. */
#include "compare/story_reasons.h"

#include <stdlib.h>

/*
 * The least mean likeness of two groups that are joined, set on labelled news: among many reports,
 * and among few, where one likeness alone often decides.
 */
static const double JOIN_AT_MANY = 0.185, JOIN_AT_FEW = 0.23;
static const double COPY_SHARE_MIN = 0.3, COPY_GAIN = 0.5; /* copied text makes two reports alike */
static const double SHARED_TEXT_MIN = 0.1;
static const double LINK_GAIN = 0.04;
enum { NEAR_MISSES_MAX = 5, ALL_OUTSIDERS_UP_TO = 12 };
static const double NEAR_MISS_AT = 0.3; /* of what joins */

static double join_at(const struct work *w) {
    return JOIN_AT_MANY + compare_doubt(w->c->reports.n) * (JOIN_AT_FEW - JOIN_AT_MANY);
}

/* The longer between two reports, the less likely one event; the more so when little else tells. */
static double for_days(double days, double doubt) {
    static const struct {
        double up_to, many, few;
    } rows[] = {{4, 1, 1}, {10, 1, 0.74}, {31, 0.85, 0.41}, {120, 0.7, 0.32}};
    if (days < 0)
        return 1;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (days <= rows[i].up_to)
            return rows[i].many + doubt * (rows[i].few - rows[i].many);
    return 0.5 - doubt * 0.27;
}

static double copied_share(const struct share *s) {
    return s->of_a > s->of_b ? s->of_a : s->of_b;
}

static uint64_t pair_key(uint32_t a, uint32_t b) {
    return (uint64_t)a << 32 | b;
}

/* The pairs that share text -> their index in shares. */
static bool map_shares(struct map *shared, struct work *w) {
    map_init(shared, w->scratch);
    for (uint32_t i = 0; i < w->c->shares.n; i++) {
        const struct share *s = &w->c->shares.at[i];
        if (copied_share(s) < SHARED_TEXT_MIN)
            continue;
        uint32_t *slot = map_put_u64(shared, pair_key(s->a, s->b));
        if (!slot)
            return false;
        *slot = i;
    }
    return true;
}

/* Text that is shared by reports whose leading names and figures contradict each other is a form
 * filled in twice, and makes them no more alike in anything. Without such text that is known only
 * of few reports: among many, the words of a form weigh little anyhow. */
static double for_contradiction(double value, const struct likeness *x, const struct share *s,
                                const struct term_list *terms, double doubt) {
    double agreement = compare_agreement(&terms[x->a], &terms[x->b]);
    if (!s)
        return value * (1 - doubt * (1 - agreement));
    double share = copied_share(s);
    return (value + (share >= COPY_SHARE_MIN ? COPY_GAIN * share : 0)) * agreement;
}

/* Adds copied text, links and time to the likeness of words, and takes away what contradicts. */
static int adjust(struct work *w, struct likeness_list *list, const struct term_list *terms) {
    struct map shared; /* MAP_NONE once the share is taken into account */
    double doubt = compare_doubt(w->c->reports.n);
    if (!map_shares(&shared, w))
        return work_memory(w);
    for (uint32_t i = 0; i < list->at.n; i++) {
        struct likeness *x = &list->at.at[i];
        const struct report *a = &w->c->reports.at[x->a], *b = &w->c->reports.at[x->b];
        x->value *= for_days(compare_days_apart(a, b), doubt);
        if (x->value > join_at(w) / 2 && (a->article->links.n || b->article->links.n) &&
            (compare_links_to(a, b) || compare_links_to(b, a)))
            x->value += LINK_GAIN;
        uint32_t share = shared.n ? map_get_u64(&shared, pair_key(x->a, x->b)) : MAP_NONE;
        x->value = for_contradiction(
            x->value, x, share == MAP_NONE ? NULL : &w->c->shares.at[share], terms, doubt);
        if (share != MAP_NONE)
            *map_put_u64(&shared, pair_key(x->a, x->b)) = MAP_NONE; /* it is there */
    }
    for (uint32_t i = 0; shared.n && i < w->c->shares.n;
         i++) { /* alike in nothing but the text that they share */
        const struct share *s = &w->c->shares.at[i];
        if (copied_share(s) < COPY_SHARE_MIN ||
            map_get_u64(&shared, pair_key(s->a, s->b)) == MAP_NONE)
            continue;
        struct likeness *x = VEC_PUSH(w->scratch, &list->at);
        if (!x)
            return work_memory(w);
        *x = (struct likeness){s->a, s->b, 0};
        x->value = for_contradiction(0, x, s, terms, doubt);
    }
    return TS_OK;
}

static bool has_path(const struct report *r, struct str path) {
    return str_eq(r->article->source.path.at ? r->article->source.path : r->article->source.url,
                  path);
}

struct wish_list {
    VEC_OF(struct likeness) at;
};

/* The reports that the user's paths name; a path of many records names all of them. */
static int wishes(struct wish_list *out, struct work *w, const struct compare_pair *pairs,
                  uint32_t n) {
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t a = 0; a < w->c->reports.n; a++)
            for (uint32_t b = 0; has_path(&w->c->reports.at[a], pairs[i].a) && b < w->c->reports.n;
                 b++) {
                const struct report *x = &w->c->reports.at[a], *y = &w->c->reports.at[b];
                if (a == b || !has_path(y, pairs[i].b) || x->alone_because_unfit ||
                    y->alone_because_unfit)
                    continue;
                struct likeness *added = VEC_PUSH(w->scratch, &out->at);
                if (!added)
                    return work_memory(w);
                *added = (struct likeness){a < b ? a : b, a < b ? b : a, 1};
            }
    return TS_OK;
}

static bool has_pair(const struct wish_list *list, uint32_t a, uint32_t b) {
    for (uint32_t i = 0; i < list->at.n; i++)
        if ((list->at.at[i].a == a && list->at.at[i].b == b) ||
            (list->at.at[i].a == b && list->at.at[i].b == a))
            return true;
    return false;
}

/* The other report of a pair, or NO_INDEX when the report is not of it. */
static uint32_t other_of(const struct likeness *pair, uint32_t report) {
    return pair->a == report ? pair->b : pair->b == report ? pair->a : NO_INDEX;
}

/* Whoever is to stand with a report, which is kept apart from another, is kept apart from that too.
 */
static int keep_apart(struct work *w, struct wish_list *apart, uint32_t other, uint32_t from) {
    if (other == NO_INDEX || other == from || has_pair(apart, other, from))
        return TS_OK;
    struct likeness *added = VEC_PUSH(w->scratch, &apart->at);
    if (!added)
        return work_memory(w);
    *added = (struct likeness){other < from ? other : from, other < from ? from : other, 1};
    return TS_OK;
}

/* What is to stand with one of two reports that are kept apart stands apart from the other. At most
 * WISHES_MAX pairs and one. */
static int spread_apart(struct work *w, struct wish_list *apart, const struct wish_list *same) {
    enum { WISHES_MAX = 4096 };
    int status = TS_OK;
    for (uint32_t i = 0; i < apart->at.n; i++)
        for (uint32_t k = 0; k < same->at.n && apart->at.n < WISHES_MAX && status == TS_OK; k++) {
            const struct likeness x = apart->at.at[i];
            status = keep_apart(w, apart, other_of(&same->at.at[k], x.a), x.b);
            if (status == TS_OK)
                status = keep_apart(w, apart, other_of(&same->at.at[k], x.b), x.a);
        }
    return status;
}

static int list_stories(struct work *w, const uint32_t *group) {
    uint32_t n = w->c->reports.n;
    uint32_t *size = work_zero(w, n, sizeof *size);
    if (!size)
        return work_memory(w);
    for (uint32_t i = 0; i < n; i++)
        size[group[i]]++;
    for (uint32_t i = 0; i < n; i++) {
        if (size[group[i]] < 2)
            continue;
        uint32_t *story = &w->c->reports.at[i].story;
        if (group[i] == i) {
            struct story *added = VEC_PUSH(w->a, &w->c->stories);
            if (!added)
                return work_memory(w);
            *added = (struct story){.supporting.because = STR("")};
            *story = w->c->stories.n - 1;
        } else {
            *story = w->c->reports.at[group[i]].story;
        }
        uint32_t *member = VEC_PUSH(w->a, &w->c->stories.at[*story].reports);
        if (!member)
            return work_memory(w);
        *member = i;
    }
    return TS_OK;
}

struct outsider {
    uint32_t story, report;
    double sum;
    bool user_said;
};

struct outsiders {
    struct map at;
    VEC_OF(struct outsider) list;
};

static bool add_outsider(struct outsiders *o, struct work *w, uint32_t story, uint32_t report,
                         double value, bool user_said) {
    if (story == NO_INDEX || story == w->c->reports.at[report].story ||
        w->c->reports.at[report].alone_because_unfit)
        return true;
    uint32_t *slot = map_put_u64(&o->at, pair_key(story, report));
    if (!slot)
        return false;
    if (*slot == MAP_NONE) {
        *slot = o->list.n;
        struct outsider *added = VEC_PUSH(w->scratch, &o->list);
        if (!added)
            return false;
        *added = (struct outsider){story, report, 0, false};
    }
    o->list.at[*slot].sum += value;
    o->list.at[*slot].user_said = o->list.at[*slot].user_said || user_said;
    return true;
}

static int outsider_order(const void *x, const void *y) {
    const struct outsider *a = x, *b = y;
    if (a->story != b->story)
        return a->story < b->story ? -1 : 1;
    if (a->user_said != b->user_said)
        return a->user_said ? -1 : 1;
    if (a->sum > b->sum || a->sum < b->sum)
        return a->sum > b->sum ? -1 : 1;
    return a->report < b->report ? -1 : a->report > b->report;
}

/* Sums for each story and each report outside it how alike they are. */
static bool gather_outsiders(struct outsiders *o, struct work *w, const struct likeness_list *pairs,
                             const struct wish_list *apart) {
    bool ok = true;
    const struct report *r = w->c->reports.at;
    for (uint32_t i = 0; i < pairs->at.n && ok; i++) {
        struct likeness x = pairs->at.at[i];
        if (x.value < NEAR_MISS_AT * join_at(w) || r[x.a].story == r[x.b].story)
            continue;
        ok = add_outsider(o, w, r[x.a].story, x.b, x.value, false) &&
             add_outsider(o, w, r[x.b].story, x.a, x.value, false);
    }
    for (uint32_t i = 0; i < apart->at.n && ok; i++) {
        struct likeness x = apart->at.at[i];
        ok = add_outsider(o, w, r[x.a].story, x.b, 0, true) &&
             add_outsider(o, w, r[x.b].story, x.a, 0, true);
    }
    for (uint32_t s = 0; s < w->c->stories.n && w->c->reports.n <= ALL_OUTSIDERS_UP_TO; s++)
        for (uint32_t i = 0; i < w->c->reports.n && ok; i++)
            ok = add_outsider(o, w, s, i, 0, false);
    return ok;
}

static int near_misses(struct work *w, const struct likeness_list *pairs,
                       const struct wish_list *apart, const struct term_list *terms) {
    struct outsiders o = {0};
    map_init(&o.at, w->scratch);
    if (!gather_outsiders(&o, w, pairs, apart))
        return work_memory(w);
    for (uint32_t i = 0; i < o.list.n; i++)
        o.list.at[i].sum /= w->c->stories.at[o.list.at[i].story].reports.n;
    if (o.list.n)
        qsort(o.list.at, o.list.n, sizeof *o.list.at, outsider_order);
    for (uint32_t i = 0; i < o.list.n; i++) {
        const struct outsider *x = &o.list.at[i];
        struct story *story = &w->c->stories.at[x->story];
        bool worth = x->user_said || w->c->reports.n <= ALL_OUTSIDERS_UP_TO ||
                     x->sum >= NEAR_MISS_AT * join_at(w);
        if (!worth ||
            (story->near_misses.n >= NEAR_MISSES_MAX && w->c->reports.n > ALL_OUTSIDERS_UP_TO))
            continue;
        struct near_miss *miss = VEC_PUSH(w->a, &story->near_misses);
        if (!miss)
            return work_memory(w);
        *miss = (struct near_miss){x->report,
                                   compare_why_not(w, story, x->report, terms, x->user_said)};
        if (!miss->why_not.at)
            return work_memory(w);
    }
    return TS_OK;
}

/* Text that reports of different stories share is nobody's copy of the story: boilerplate, or an
 * older report. */
static void drop_outside_copies(struct comparison *c) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < c->copies.n; i++)
        if (c->reports.at[c->copies.at[i].a].story != NO_INDEX &&
            c->reports.at[c->copies.at[i].a].story == c->reports.at[c->copies.at[i].b].story)
            c->copies.at[kept++] = c->copies.at[i];
    c->copies.n = kept;
    kept = 0;
    for (uint32_t i = 0; i < c->shares.n; i++)
        if (c->reports.at[c->shares.at[i].a].story != NO_INDEX &&
            c->reports.at[c->shares.at[i].a].story == c->reports.at[c->shares.at[i].b].story)
            c->shares.at[kept++] = c->shares.at[i];
    c->shares.n = kept;
}

int compare_stories(struct work *w) {
    struct term_list *terms;
    struct likeness_list pairs;
    struct wish_list same = {0}, apart = {0};
    uint32_t *group = work_zero(w, w->c->reports.n, sizeof *group);
    int status = group ? compare_terms(&terms, w) : work_memory(w);
    if (status == TS_OK)
        status = compare_likeness(&pairs, w, terms);
    if (status == TS_OK)
        status = adjust(w, &pairs, terms);
    if (status == TS_OK)
        status = wishes(&same, w, w->options->same, w->options->same_count);
    if (status == TS_OK)
        status = wishes(&apart, w, w->options->apart, w->options->apart_count);
    if (status == TS_OK)
        status = spread_apart(w, &apart, &same);
    if (status == TS_OK)
        status = compare_grouping(group, w, w->c->reports.n, pairs.at.at, pairs.at.n, join_at(w),
                                  same.at.at, same.at.n, apart.at.at, apart.at.n);
    if (status == TS_OK)
        status = list_stories(w, group);
    for (uint32_t i = 0; status == TS_OK && i < w->c->stories.n; i++)
        status = compare_story_reasons(w, &w->c->stories.at[i], terms);
    if (status == TS_OK)
        status = near_misses(w, &pairs, &apart, terms);
    drop_outside_copies(w->c);
    return status;
}
