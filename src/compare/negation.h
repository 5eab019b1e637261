/* What the words of a clause, and those that it hangs on, say against it: "did not", "unable to",
 * "no longer", "it is untrue that". */
#ifndef COMPARE_NEGATION_H
#define COMPARE_NEGATION_H

#include "compare/report_parse.h"

/** Whether a verb is negated by a word that hangs on it; what is "not until June" is in June. */
bool negation_on_verb(const struct report_parse *p, uint32_t v);

/** Whether verb v says that what the verb next, which completes it, tells is not done: "fail to",
 * "is unable to", "stop selling". */
bool negation_of_next(const struct report_parse *p, uint32_t v, uint32_t next);

/** Whether verb v, when it is negated, tells only that something is not told: "has not confirmed".
 */
bool negation_withholds(const struct report_parse *p, uint32_t v);

/** The token of which a clause says that there is none, "train" of "no train carried them", among
 * the tokens of predicate v; or NO_INDEX. */
uint32_t negation_none(const struct report_parse *p, uint32_t v);

/** Whether the negated predicate v tells of other times, or of what might have been: "had never
 * sunk before", "would not have sunk". */
bool negation_is_elsewhere(const struct report_parse *p, uint32_t v);

/** Whether predicate v says by such a word only who does most: "nobody has won more often than
 * she".
 */
bool negation_compares(const struct report_parse *p, uint32_t v);

/** The token above token i that calls it untrue or keeps it from happening, or NO_INDEX: "a false
 * report that ...", "it is not true that ...", "barred from selling". */
uint32_t negation_above(const struct report_parse *p, const struct event_words *words, uint32_t i);

/** Whether such a token calls it untrue on the word of whoever gives the sentence: not "Roe
 * debunked the claim that ...", nor "no evidence that ...". */
bool negation_is_flat(const struct report_parse *p, uint32_t above);

/** Whether the verb of saying v tells at once that what is said is not so: "falsely claimed", "an
 * earlier version of this story said". */
bool negation_takes_back(const struct report_parse *p, uint32_t v);

/** Whether the clause of predicate v is told against what others say: "contrary to reports, it did
 * not sink". */
bool negation_is_contrary(const struct report_parse *p, uint32_t v);

/** Whether a statement's content is told against its source: "contrary to reports in the Herald, it
 * did not sink" is not the Herald's word. */
bool negation_of_source(const struct analysis *n, const struct statement *s);

/** Whether a verb is what somebody is banned from, and may have done before. */
bool negation_bars(const struct report_parse *p, uint32_t v);

#endif
