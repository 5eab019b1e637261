/* Why reports are one story, and why others are not: the shared words themselves. */
#ifndef COMPARE_STORY_REASONS_H
#define COMPARE_STORY_REASONS_H

#include "compare/likeness.h"

/** Fills story->because from what at least two of its reports share, the most widely shared first.
 */
int compare_story_reasons(struct work *w, struct story *story, const struct term_list *terms);

/** Why report stays out of story; of a fixed list of texts, with the words that it shares with it.
 * none: no memory. */
struct str compare_why_not(struct work *w, const struct story *story, uint32_t report,
                           const struct term_list *terms, bool user_said);

/** Days between the publication of two reports; -1 when that is not known. */
double compare_days_apart(const struct report *a, const struct report *b);

/** Whether report links to the other's address. */
bool compare_links_to(const struct report *from, const struct report *to);

#endif
