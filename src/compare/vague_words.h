/* Words in a clause that leave open what it tells: one has to look back or on for it, or it is
 * what somebody thinks. */
#ifndef COMPARE_VAGUE_WORDS_H
#define COMPARE_VAGUE_WORDS_H

#include "compare/clause_text.h"

/** Whether tokens range of v's clause are about "the two", or tell of "such a plan", "this idea" or
 * "the same" and not of what that is, or that something "came" and not when; or what stands behind
 * a colon is not among them. The range is looked at once more for each "this" and "his" in it. */
bool vague_words(const struct report_parse *p, uint32_t v, uint32_t subject,
                 struct token_range range);

/** Whether tokens range of v's clause tell what somebody thinks of a thing, or what is so on a
 * condition: "a shocking fire", "one of the best mills", "leaves, unless it rains"; not what is
 * quoted. Linear in the range. */
bool vague_truth(const struct report_parse *p, const struct event_words *words, uint32_t v,
                 struct token_range range);

/** Whether the subject of v is "the" and a noun, and nothing else tells what it is, nor where or
 * when v was: "the move angered them". */
bool vague_subject(const struct report_parse *p, uint32_t v, uint32_t subject);

#endif
