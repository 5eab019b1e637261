#include "compare/told_outlets.h"

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

int told_outlet(uint32_t *node, struct origin_work *o, const struct carrier *k) {
    const struct analysis *n = o->w->c->reports.at[k->report].analysis;
    uint32_t told = NO_INDEX;
    bool several = false;
    *node = NO_INDEX;
    if (k->own != NO_INDEX || k->lead_credit || k->opinion)
        return TS_OK;
    for (uint32_t i = 0; i < n->statements.n; i++) {
        const struct statement *s = &n->statements.at[i];
        uint32_t of;
        if (!statement_of_outlet(s) || is_of_piece(s))
            continue;
        int status = outlet_nodes_source(&of, &o->nodes, k->report, s);
        if (status != TS_OK)
            return status;
        bool people = is_told(s) && s->described_as.start < s->described_as.end;
        several = several || !is_told(s) || (people && told != NO_INDEX && told != of);
        told = people ? of : told;
    }
    if (!several && told != NO_INDEX && told < o->node_room && o->credited_by[told] >= OTHERS_MIN)
        *node = told;
    return TS_OK;
}
