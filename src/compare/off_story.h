/* Words of the page and of its makers, which are no part of the story. */
#ifndef COMPARE_OFF_STORY_H
#define COMPARE_OFF_STORY_H

#include "compare/report_parse.h"

/**
 * Whether the clause of predicate v, shown as text, tells of the page and nothing of the story: who
 * wrote it, that something follows, that somebody spoke; or has a mark of a link or of a post in
 * it.
 */
bool off_story_words(const struct report_parse *p, const struct event_words *words, uint32_t v,
                     struct span text);

/** Whether v stands in a line by itself without a full stop, beside others of the kind: a link, or
 * what is written under a picture. */
bool off_story_line(const struct report_parse *p, uint32_t v);

#endif
