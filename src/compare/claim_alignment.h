/* Which propositions of a story's reports tell the same fact. */
#ifndef COMPARE_CLAIM_ALIGNMENT_H
#define COMPARE_CLAIM_ALIGNMENT_H

#include "compare/propositions.h"

/**
 * group[i] becomes the least proposition that tells the same as proposition i. Propositions are
 * compared when their predicates name one kind of event or one word; of one such kind each with the
 * first POSTINGS_MAX alone, so that the time is linear in their number. TS_E_MEMORY.
 */
int claim_alignment(uint32_t *group, struct work *w, const struct event_words *words,
                    const struct proposition_list *propositions);

#endif
