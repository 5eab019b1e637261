/* Words of the page and of its makers, which are no part of the story. */
#ifndef COMPARE_OFF_STORY_H
#define COMPARE_OFF_STORY_H

#include "compare/clause_text.h"

/**
 * Whether the clause of predicate v, shown as text, tells of the page and nothing of the story: who
 * wrote it, that something follows, that somebody spoke; or has a mark of a link or of a post in
 * it.
 */
bool off_story_words(const struct report_parse *p, const struct event_words *words, uint32_t v,
                     struct span text);

/** Whether v stands in a line by itself without a full stop, beside others of the kind or at the
 * head of the report: a link, what is written under a picture, or a headline. */
bool off_story_line(const struct report_parse *p, uint32_t v);

/** Whether tokens range of v's clause are what is written under a picture, or begin with a label:
 * "Roe, left, with her sister", "Video: The quay is open". */
bool off_story_caption(const struct report_parse *p, uint32_t v, struct token_range range);

/** Whether tokens range of v's clause begin with a few words and a colon, which may be a label or
 * the beginning of a title: "FACT: The quay is open". */
bool off_story_label(const struct report_parse *p, uint32_t v, struct token_range range);

#endif
