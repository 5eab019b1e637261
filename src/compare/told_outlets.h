/* Whose report it is, where its page does not say: the outlet to which its unnamed people spoke. */
#ifndef COMPARE_TOLD_OUTLETS_H
#define COMPARE_TOLD_OUTLETS_H

#include "compare/origin_parts.h"

struct claim_work;

/**
 * The outlet of a report of which nothing else tells whose it is: it gives what unnamed people told
 * that one outlet, and nobody told another one or the report itself; it credits no outlet for what
 * it reported, and several other reports of the story credit this one. *node: NO_INDEX when there
 * is none. One pass over the report's statements; the story's credits are known. TS_E_MEMORY.
 */
int told_outlet(uint32_t *node, struct origin_work *o, const struct carrier *k);

/**
 * The told outlet of a report where several other reports of the claim at hand give that on the
 * outlet's word, so that the report's unnamed people may well be the outlet's. *node: NO_INDEX
 * when there is none. At most USES_LOOKED_AT uses of each report of the claim are looked at.
 * TS_E_MEMORY.
 */
int told_outlet_of_claim(uint32_t *node, struct claim_work *c, uint32_t report);

#endif
