/* Who writes for an outlet: what its reporter tells is the outlet's word. */
#ifndef COMPARE_OUTLET_WRITERS_H
#define COMPARE_OUTLET_WRITERS_H

#include "compare/claim_sources.h"
#include "compare/outlet_nodes.h"

/** A person's number among the sources, and the outlet for which he reports. */
struct outlet_writer {
    uint32_t source, node;
};

/** Of a story: the first few dozen. */
struct outlet_writers {
    VEC_OF(struct outlet_writer) at;
};

/** "The Herald's Ann Roe reports", "wrote Ann Roe in the Herald": beside her name the source has
 * one other, and what she does is an outlet's; not "Ann Roe of the Herald wrote in her memoir". */
bool reports_for_outlet(const struct claim_sources *s, uint32_t report,
                        const struct statement *statement);

/** Adds whom a report calls an outlet's by name ("Ann Roe, writing for the Herald") and lets report
 * in the same sentence; in the work's scratch arena. TS_E_MEMORY. */
int outlet_writers_read(struct outlet_writers *out, struct outlet_nodes *nodes,
                        struct claim_sources *s, uint32_t report);

/** The outlet whose word a statement is, as its source is a writer of it who does not tell of
 * himself, or people who spoke to one: "Roe says", "Roe's sources say". *node is NO_INDEX for none.
 * TS_E_MEMORY. */
int outlet_writers_outlet(uint32_t *node, const struct outlet_writers *w, struct claim_sources *s,
                          uint32_t report, const struct statement *statement);

#endif
