/* Who writes for an outlet: what its reporter tells is the outlet's word. */
#ifndef COMPARE_OUTLET_WRITERS_H
#define COMPARE_OUTLET_WRITERS_H

#include "compare/claim_sources.h"
#include "compare/outlet_nodes.h"

/** A person's full name, and the outlet for which he reports. */
struct outlet_writer {
    struct str name; /* an entity's, of the analysis */
    uint32_t node;
};

/** Of a story: the first few dozen. */
struct outlet_writers {
    VEC_OF(struct outlet_writer) at;
};

/** Adds whom a report calls an outlet's by name ("Ann Roe, writing for the Herald") and lets report
 * in the same sentence; in the work's scratch arena. TS_E_MEMORY. */
int outlet_writers_read(struct outlet_writers *out, struct outlet_nodes *nodes,
                        const struct claim_sources *s, uint32_t report);

/** The outlet whose word a statement is, as its source is a writer of it or people who spoke to
 * one: "Roe says", "Roe's sources say". NO_INDEX: none. */
uint32_t outlet_writers_outlet(const struct outlet_writers *w, const struct claim_sources *s,
                               uint32_t report, const struct statement *statement);

#endif
