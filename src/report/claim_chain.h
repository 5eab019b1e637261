/* The way from a report to whose word a claim is, as every form shows it. */
#ifndef REPORT_CLAIM_CHAIN_H
#define REPORT_CLAIM_CHAIN_H

#include "compare/comparison.h"

/** A name on the way; it is borrowed from the comparison. */
struct claim_link {
    struct str name;
    enum source_class source_class;
};

enum { CLAIM_LINKS = 2 * (CHAIN_MAX + 1) };

/** Fills links with the names on the way of the report's first use of the claim that stands on a
 * word, the nearest to the report first; gives their number, 0 when no use does. */
uint32_t claim_chain(struct claim_link links[CLAIM_LINKS], const struct comparison *c,
                     const struct claim_report *r);

#endif
