/* What the reports say of a claim: that it is so, that it is not, or both. */
#ifndef COMPARE_CLAIM_STANCES_H
#define COMPARE_CLAIM_STANCES_H

#include "compare/propositions.h"
#include "compare/work.h"

/** Whether a proposition, or the reference that it is, says that a claim is not so. */
bool claim_stance_denies(const struct proposition *x);

/** Puts those of a claim's propositions all[members[0..n-1]], which are in the order of the text,
 * that tell one fact into kept, which has room for n, and returns their number: without those that
 * only say of something else that it is not so. Time is linear in n. */
uint32_t claim_stances_alike(uint32_t *kept, const struct work *w, const struct proposition *all,
                             const uint32_t *members, uint32_t n);

/** Gives each report its stance to a claim, which is shown in words that deny (denial) or state;
 * the uses have to deny what is told by the propositions, and then deny the claim. */
void claim_stances_settle(struct claim *c, bool denial);

#endif
