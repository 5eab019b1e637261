/* Whose report it is, where its page does not say: the outlet to which its unnamed people spoke. */
#ifndef COMPARE_TOLD_OUTLETS_H
#define COMPARE_TOLD_OUTLETS_H

#include "compare/origin_parts.h"

/**
 * The outlet of a report of which nothing else tells whose it is: it gives what unnamed people told
 * that one outlet, credits it for nothing that it reported and no outlet in its first sentences,
 * and several other reports of the story credit it. *node: NO_INDEX when there is none. One pass
 * over the report's statements; the story's credits are known. TS_E_MEMORY.
 */
int told_outlet(uint32_t *node, struct origin_work *o, const struct carrier *k);

#endif
