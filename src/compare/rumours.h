/* What is told as a rumour, and how the report calls the rumour. */
#ifndef COMPARE_RUMOURS_H
#define COMPARE_RUMOURS_H

#include "compare/report_parse.h"

/** Whether the clause or noun of token v is told as a rumour: "rumours spread that it had sunk".
 * *words: how the report calls the rumours, where they go round and nobody is told to have begun
 * them ("Postbox rumours", "rumours among sailors"); else empty. A bounded look. */
enum rumour rumour_of(struct span *words, const struct report_parse *p, uint32_t v);

#endif
