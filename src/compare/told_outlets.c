#include "compare/told_outlets.h"

#include "compare/claim_origins.h"

enum { OTHERS_MIN = 2 }; /* reports that credit the outlet */

/* "An official told the Herald": it may be the Herald that says so. */
static bool is_told(const struct statement *s) {
    return str_eq(s->rule, STR("told-outlet"));
}

/* "new details published by the Herald": also the Herald's own way to speak of its earlier piece.
 */
static bool is_of_piece(const struct statement *s) {
    return str_eq(s->rule, STR("by-outlet"));
}

/* "told us", "told this newspaper": it is the outlet's own people that speak. */
static bool is_told_here(const struct analysis *n, const struct statement *s) {
    static const char *const own[] = {"us", "me"};
    if (statement_of_outlet(s))
        return s->self && is_told(s);
    struct str rest = str_cut(n->article->text, s->cue.end + 1, n->article->text.n);
    return !s->in_title && str_eq(s->cue_lemma, STR("tell")) &&
           str_is_one_of(str_split(&rest, ' '), own, sizeof own / sizeof *own);
}

int told_outlet(uint32_t *node, struct origin_work *o, const struct carrier *k) {
    const struct analysis *n = o->w->c->reports.at[k->report].analysis;
    uint32_t told = NO_INDEX, any = NO_INDEX;
    bool several = false;
    *node = NO_INDEX;
    if (k->own != NO_INDEX || k->lead_credit || k->opinion)
        return TS_OK;
    for (uint32_t i = 0; i < n->statements.n; i++) {
        const struct statement *s = &n->statements.at[i];
        uint32_t of;
        if (is_told_here(n, s))
            return TS_OK;
        if (!statement_of_outlet(s) || is_of_piece(s))
            continue;
        int status = outlet_nodes_source(&of, &o->nodes, k->report, s);
        if (status != TS_OK)
            return status;
        several = several || !is_told(s) || (any != NO_INDEX && any != of);
        any = of;
        told = s->described_as.start < s->described_as.end ? of : told;
    }
    if (!several && told != NO_INDEX && told < o->node_room && o->credited_by[told] >= OTHERS_MIN)
        *node = told;
    return TS_OK;
}

/* A report gives the claim on the outlet's word. */
static int credits(bool *does, struct claim_work *c, const struct claim_report *r, uint32_t node) {
    int status = TS_OK;
    *does = false;
    for (uint32_t u = 0; u < r->uses.n && u < USES_LOOKED_AT && !*does; u++) {
        uint32_t i = r->uses.at[u].statement;
        for (uint32_t n = 0; n <= CHAIN_MAX && i != NO_INDEX && !*does; n++) {
            const struct statement *s = claim_statement(c, r->report, i);
            uint32_t of = NO_INDEX;
            if (statement_of_outlet(s))
                status = outlet_nodes_source(&of, &c->o->nodes, r->report, s);
            if (status != TS_OK)
                return status;
            *does = of == node;
            i = s->within;
        }
    }
    return TS_OK;
}

int told_outlet_of_claim(uint32_t *node, struct claim_work *c, uint32_t report) {
    uint32_t told = c->words.of[c->o->carrier_of[report]].told, others = 0;
    *node = NO_INDEX;
    for (uint32_t r = 0; told != NO_INDEX && r < c->claim->reports.n && others < OTHERS_MIN; r++) {
        bool does = false;
        const struct claim_report *other = &c->claim->reports.at[r];
        int status = other->report == report ? TS_OK : credits(&does, c, other, told);
        if (status != TS_OK)
            return status;
        others += does;
    }
    if (others == OTHERS_MIN)
        *node = told;
    return TS_OK;
}
