/* Whose text a report has, and what it takes over with it. */
#include "compare/origin_parts.h"

static const double COPIED_SHARE_MIN = 0.3, NEARLY_THE_MOST = 0.8;
enum { ROUNDS_MAX = 32 }; /* of taking over from a report that itself took over */

/* Who of two carriers came first: -1 a, 1 b, 0 not known. */
static int first_of(const struct origin_work *o, uint32_t a, uint32_t b) {
    const struct carrier *x = &o->carriers[a], *y = &o->carriers[b];
    bool a_credits = y->own != NO_INDEX && node_set_has(&x->credited, y->own);
    bool b_credits = x->own != NO_INDEX && node_set_has(&y->credited, x->own);
    if (a_credits != b_credits)
        return a_credits ? 1 : -1;
    const struct when *p = &o->w->c->reports.at[x->report].article->published.when;
    const struct when *q = &o->w->c->reports.at[y->report].article->published.when;
    if (p->precision < WHEN_DAY || q->precision < WHEN_DAY || !p->year || !q->year)
        return 0;
    int64_t days = (when_seconds(p) - when_seconds(q)) / 86400;
    bool exact =
        p->precision >= WHEN_MINUTE && q->precision >= WHEN_MINUTE && p->has_zone == q->has_zone;
    if (!exact && days > -2 && days < 2)
        return 0;
    return when_cmp(p, q);
}

/* Of the texts that the carrier shares the least part of, the most; the earliest of those that are
 * nearly as large. */
static void choose_source(struct origin_work *o, const uint32_t *first_share,
                          const uint32_t *next_a, const uint32_t *next_b, uint32_t i) {
    struct carrier *k = &o->carriers[i];
    double most = 0;
    for (int round = 0; round < 2; round++)
        for (uint32_t s = first_share[i]; s != NO_INDEX;) {
            const struct share *x = &o->w->c->shares.at[s];
            bool is_a = x->a == k->report;
            double share = is_a ? x->of_a : x->of_b;
            uint32_t other = o->carrier_of[is_a ? x->b : x->a];
            s = is_a ? next_a[s] : next_b[s];
            int order = first_of(o, other, i);
            if (share < COPIED_SHARE_MIN || order > 0 || (order == 0 && other > i))
                continue;
            if (round == 0)
                most = share > most ? share : most;
            else if (share >= NEARLY_THE_MOST * most &&
                     (k->copies_from == NO_INDEX || other < k->copies_from)) {
                k->copies_from = other;
                k->copied = share;
                k->direction_unknown = order == 0;
            }
        }
}

static bool take_over(struct origin_work *o, struct carrier *to, uint32_t from, double share,
                      bool unknown) {
    if (o->carriers[from].copies_from == o->carrier_of[to->report])
        o->carriers[from].copies_from =
            NO_INDEX; /* one of two that share a text is said to have it from the other */
    for (uint32_t i = 0; i < o->carriers[from].rests_on.at.n; i++)
        if (!node_set_add(o->w, &to->rests_on, o->carriers[from].rests_on.at.at[i]))
            return false;
    to->took_over = to->rests_on.at.n > 0;
    if (to->copies_from == NO_INDEX || to->copies_from != from) {
        to->copies_from = from;
        to->copied = share;
        to->direction_unknown = unknown;
    }
    return true;
}

/* One round: carriers that rest on nothing take over from the largest text they share that rests on
 * something. */
static bool take_over_round(struct origin_work *o, bool *changed) {
    uint32_t *from = work_zero(o->w, o->n, sizeof *from);
    double *share = work_zero(o->w, o->n, sizeof *share);
    if (!from || !share)
        return false;
    for (uint32_t s = 0; s < o->w->c->shares.n; s++) {
        const struct share *x = &o->w->c->shares.at[s];
        if (o->w->c->reports.at[x->a].story != o->story)
            continue;
        uint32_t a = o->carrier_of[x->a], b = o->carrier_of[x->b];
        for (int side = 0; side < 2; side++) {
            uint32_t to = side ? b : a, of = side ? a : b;
            double value = side ? x->of_b : x->of_a;
            bool wants = !o->carriers[to].rests_on.at.n && !o->carriers[to].opinion &&
                         o->carriers[of].rests_on.at.n;
            if (wants && value >= COPIED_SHARE_MIN && value > share[to]) {
                share[to] = value;
                from[to] = of;
            }
        }
    }
    *changed = false;
    for (uint32_t i = 0; i < o->n; i++) {
        if (share[i] <= 0)
            continue;
        *changed = true;
        if (!take_over(o, &o->carriers[i], from[i], share[i], first_of(o, from[i], i) >= 0))
            return false;
    }
    return true;
}

/* Copied text for which nobody is credited: one origin, by the name of the earliest. */
static bool text_origins(struct origin_work *o) {
    for (uint32_t i = 0; i < o->n; i++) {
        struct carrier *k = &o->carriers[i];
        if (k->rests_on.at.n || k->opinion || k->copies_from == NO_INDEX)
            continue;
        uint32_t root = k->copies_from;
        for (uint32_t steps = 0; steps < o->n && o->carriers[root].copies_from != NO_INDEX; steps++)
            root = o->carriers[root].copies_from;
        struct carrier *first = &o->carriers[root];
        if (first->opinion)
            continue;
        if (!first->rests_on.at.n) {
            uint32_t node =
                first->own != NO_INDEX
                    ? first->own
                    : outlet_nodes_unnamed(
                          &o->nodes, compare_report_name(&o->w->c->reports.at[first->report]));
            if (node == NO_INDEX || !node_set_add(o->w, &first->rests_on, node))
                return false;
        }
        if (!take_over(o, k, root, k->copied, k->direction_unknown))
            return false;
    }
    return true;
}

int compare_follow_copies(struct origin_work *o) {
    struct work *w = o->w;
    uint32_t *first = work_zero(w, o->n, sizeof *first);
    uint32_t *next_a = work_zero(w, w->c->shares.n, sizeof *next_a),
             *next_b = work_zero(w, w->c->shares.n, sizeof *next_b);
    if (!first || !next_a || !next_b)
        return work_memory(w);
    if (!work_rule(w, "copy-one"))
        return TS_OK;
    for (uint32_t i = 0; i < o->n; i++)
        first[i] = NO_INDEX;
    for (uint32_t s = w->c->shares.n; s-- > 0;) { /* a list of its shares for each carrier */
        const struct share *x = &w->c->shares.at[s];
        if (w->c->reports.at[x->a].story != o->story)
            continue;
        next_a[s] = first[o->carrier_of[x->a]];
        first[o->carrier_of[x->a]] = s;
        next_b[s] = first[o->carrier_of[x->b]];
        first[o->carrier_of[x->b]] = s;
    }
    for (uint32_t i = 0; i < o->n; i++)
        choose_source(o, first, next_a, next_b, i);
    bool changed = true;
    for (int round = 0; round < ROUNDS_MAX && changed; round++)
        if (!take_over_round(o, &changed))
            return work_memory(w);
    if (!text_origins(o))
        return work_memory(w);
    for (uint32_t i = 0; i < o->n; i++) {
        const struct carrier *k = &o->carriers[i];
        if (k->copies_from == NO_INDEX)
            continue;
        uint32_t source = o->carriers[k->copies_from].own;
        o->used_copy = o->used_copy || k->rests_on.at.n;
        o->used_agency = o->used_agency || (source != NO_INDEX && o->nodes.at.at[source].agency);
    }
    return TS_OK;
}
