/* Words in a clause that point to something outside it, though it reads like a sentence of its own:
 * "both posts", "a similar fire", "since then". */
#ifndef COMPARE_OUTSIDE_WORDS_H
#define COMPARE_OUTSIDE_WORDS_H

#include "compare/clause_text.h"

/** Whether there is one among tokens range of a clause that is about token subject. The range is
 * looked at once more for each "same" in it. */
bool outside_words(const struct report_parse *p, uint32_t subject, struct token_range range);

/** Whether a time told elsewhere is in it: "at that time", "at the time" at its end. Linear. */
bool outside_time(const struct report_parse *p, struct token_range range);

#endif
