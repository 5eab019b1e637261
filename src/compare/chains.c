/* Follows credits through the reports that are among the inputs, to the last name. */
#include "compare/origin_parts.h"

enum { CIRCLE_LOOKED_AT = 64 };

static bool add_edge(struct origin_work *o, uint32_t from, uint32_t to) {
    for (uint32_t i = 0; i < o->edges.n; i++)
        if (o->edges.at[i].from == from && o->edges.at[i].to == to)
            return true;
    struct node_edge *e = VEC_PUSH(o->w->scratch, &o->edges);
    if (e)
        *e = (struct node_edge){from, to};
    return e != NULL;
}

static bool credited_by_another(const struct origin_work *o, const struct carrier *k) {
    return k->own != NO_INDEX &&
           o->credited_by[k->own] > 0; /* a report's own outlet is no counted credit of its */
}

/*
 * Whether what others take from this report is somebody else's word. It is when the report credits
 * it at its beginning; a credit further down leaves a report that has word of its own, or that
 * others credit, the origin of what it leads with.
 */
static bool passes_on(const struct origin_work *o, const struct carrier *k) {
    if (k->own == NO_INDEX || !k->credited.at.n)
        return false;
    if (k->lead_credit)
        return true;
    if (k->reports_itself)
        return false;
    uint32_t sentences = o->w->c->reports.at[k->report].analysis->sentences.n;
    return !(credited_by_another(o, k) && k->first_credit > sentences / 3);
}

static bool has_report(const struct origin_work *o, uint32_t node) {
    return o->first_own[node] != NO_INDEX;
}

/* A credited outlet whose report is here passes on to what that report credits. */
static bool edges_through_reports(struct origin_work *o) {
    bool *stays =
        work_zero(o->w, o->nodes.at.n, sizeof *stays); /* one of its reports does not pass on */
    if (!stays)
        return false;
    for (uint32_t i = 0; i < o->n; i++)
        if (o->carriers[i].own != NO_INDEX && !passes_on(o, &o->carriers[i]))
            stays[o->carriers[i].own] = true;
    for (uint32_t i = 0; i < o->n; i++) {
        const struct carrier *k = &o->carriers[i];
        if (k->opinion || k->own == NO_INDEX || stays[k->own])
            continue;
        for (uint32_t j = 0; j < k->credited.at.n; j++)
            if (!add_edge(o, k->own, k->credited.at.at[j]))
                return false;
    }
    return true;
}

static const struct statement *statement_of(const struct work *w, const struct credit *c) {
    return &w->c->reports.at[c->report].analysis->statements.at[c->statement];
}

/*
 * "X, citing Y": what X tells is Y's word. And agency copy that itself credits Y at its beginning:
 * its agency passes on to Y, though the agency's own report is not here.
 */
static bool edges_of_credit(struct origin_work *o, uint32_t i, uint32_t report_first,
                            uint32_t report_end) {
    struct work *w = o->w;
    const struct statement *s = statement_of(w, &w->c->credits.at[i]);
    uint32_t from = o->credit_nodes.at[i].node;
    bool agency_copy = s->credit_line && !s->partial && o->nodes.at.at[from].agency &&
                       !compare_is_one_of_several(w, w->c->credits.at[i].report, s);
    for (uint32_t j = report_first; j < report_end; j++) {
        const struct credit *y = &w->c->credits.at[j];
        const struct statement *t = statement_of(w, y);
        uint32_t to = o->credit_nodes.at[j].node;
        if (y->not_counted.at || to == from || t->credit_line)
            continue;
        bool cited = !s->credit_line && s->in_title == t->in_title && s->sentence == t->sentence &&
                     str_eq(t->cue_lemma, STR("cite")) && !str_eq(s->cue_lemma, STR("cite")) &&
                     t->cue.start > s->source.start;
        bool begins = t->in_title || t->sentence < LEAD_SENTENCES;
        if (((agency_copy && begins) || cited) && !add_edge(o, from, to))
            return false;
    }
    return true;
}

static bool edges_inside_reports(struct origin_work *o) {
    const struct comparison *c = o->w->c;
    for (uint32_t first = o->first_credit, end; first < c->credits.n; first = end) {
        for (end = first;
             end < c->credits.n && c->credits.at[end].report == c->credits.at[first].report;)
            end++;
        for (uint32_t i = first; i < end; i++)
            if (!c->credits.at[i].not_counted.at && !has_report(o, o->credit_nodes.at[i].node) &&
                !edges_of_credit(o, i, first, end))
                return false;
    }
    return true;
}

/* All nodes that the chains from node lead to, itself too. */
static bool reach(struct origin_work *o, struct node_set *reached, uint32_t node) {
    bool ok = node_set_add(o->w, reached, node);
    for (bool grew = true; ok && grew;) {
        uint32_t before = reached->at.n;
        for (uint32_t i = 0; ok && i < o->edges.n; i++)
            if (node_set_has(reached, o->edges.at[i].from))
                ok = node_set_add(o->w, reached, o->edges.at[i].to);
        grew = reached->at.n > before;
    }
    return ok;
}

/*
 * Of nodes that lead to one another without a way out: the circle is what the one that leads to the
 * fewest leads to; others only lead into it. It is kept to be asked about.
 */
static bool find_circle(struct origin_work *o, const struct node_set *reached) {
    struct node_set least = {0};
    for (uint32_t i = 0; i < reached->at.n && i < CIRCLE_LOOKED_AT; i++) {
        struct node_set from = {0};
        if (!reach(o, &from, reached->at.at[i]))
            return false;
        if (!least.at.n || from.at.n < least.at.n)
            least = from;
    }
    o->circle = least;
    return true;
}

/* A circle ends at the outlet whose report came first. */
static bool end_at_circle(struct origin_work *o, struct node_set *ends,
                          const struct node_set *reached) {
    if (!find_circle(o, reached))
        return false;
    uint32_t best = o->circle.at.at[0];
    for (uint32_t i = 1; i < o->circle.at.n; i++)
        if (o->first_own[o->circle.at.at[i]] < o->first_own[best])
            best = o->circle.at.at[i];
    return node_set_add(o->w, ends, best);
}

const struct node_set *compare_chain_ends(struct origin_work *o, uint32_t node) {
    if (o->ends[node])
        return o->ends[node];
    struct node_set reached = {0}, *ends = work_zero(o->w, 1, sizeof *ends);
    bool ok = ends && reach(o, &reached, node);
    for (uint32_t i = 0; ok && i < reached.at.n; i++) {
        uint32_t at = reached.at.at[i];
        bool goes_on = false;
        for (uint32_t e = 0; e < o->edges.n; e++)
            goes_on = goes_on || o->edges.at[e].from == at;
        if (!goes_on)
            ok = node_set_add(o->w, ends, at);
    }
    if (ok && !ends->at.n)
        ok = end_at_circle(o, ends, &reached);
    if (!ok)
        return NULL;
    o->used_passes = o->used_passes || !node_set_has(ends, node);
    return o->ends[node] = ends;
}

int compare_follow_chains(struct origin_work *o) {
    bool ok = true;
    o->edges.n = 0;
    if (work_rule(o->w, "credit-passes"))
        ok = edges_through_reports(o) && edges_inside_reports(o);
    for (uint32_t i = 0; i < o->n && ok; i++) {
        struct carrier *k = &o->carriers[i];
        for (uint32_t j = 0; j < k->credited.at.n && ok; j++) {
            const struct node_set *ends = compare_chain_ends(o, k->credited.at.at[j]);
            ok = ends != NULL;
            for (uint32_t e = 0; ok && e < ends->at.n; e++)
                ok = node_set_add(o->w, &k->rests_on, ends->at.at[e]);
        }
    }
    for (uint32_t i = 0; i < o->n && ok;
         i++) { /* a report's own outlet, when others rest on it or it has its own word */
        struct carrier *k = &o->carriers[i];
        bool own =
            k->own != NO_INDEX && !k->opinion && (credited_by_another(o, k) || k->reports_itself);
        if (own && (!work_rule(o->w, "credit-passes") || !passes_on(o, k)))
            ok = node_set_add(o->w, &k->rests_on, k->own);
    }
    return ok ? TS_OK : work_memory(o->w);
}
