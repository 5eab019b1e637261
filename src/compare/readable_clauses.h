/* Whether a clause can be read by itself, as a claim that somebody could check. */
#ifndef COMPARE_READABLE_CLAUSES_H
#define COMPARE_READABLE_CLAUSES_H

#include "compare/report_parse.h"

/**
 * Whether the clause of predicate v, shown as text, is no fragment, hope or judgement, speaks of
 * nobody by "I", "we" or "you", and has no mark that is open. At most a few hundred tokens are
 * looked at.
 */
bool clause_is_readable(const struct report_parse *p, const struct event_words *words, uint32_t v,
                        struct span text);

/** Whether v is only what should, may or would be: advice or a guess. */
bool clause_is_open(const struct report_parse *p, uint32_t v);

/** Whether a clause in it tells whose word something is: "a picture that they say shows it". */
bool clause_tells_word(const struct report_parse *p, uint32_t v, struct span text);

/** Whether its words have a gap of a page's layout in them, or end before what they lead to ("the
 * masters have"). */
bool clause_is_torn(const struct report_parse *p, uint32_t v, struct span text);

/** Whether v gives a statement, and nothing of its own: "The Herald reported that ..."; "he felt
 * safe" tells how somebody is, "she asked the office for a report" what she did. */
bool clause_is_frame(const struct report_parse *p, const struct event_words *words, uint32_t v);

/** Whether the subject s is "everybody", "nothing" or the like. */
bool clause_is_of_all(const struct report_parse *p, uint32_t s);

/** The pronoun, or the word before a noun, for which one has to look back whom the subject s means:
 * "he", "her" of "her brother", "this" of "this storm"; NO_INDEX: s tells it. */
uint32_t clause_points_back(const struct report_parse *p, uint32_t s);

/** The first "him", "it" or "them" among the objects in v's clause, shown as text, for which
 * nothing is told before that it may mean: "Roe sold it"; NO_INDEX: none. */
uint32_t clause_lost_object(const struct report_parse *p, uint32_t v, struct span text);

/** Whether v's clause has the capitals of a headline: "Ferry Sinks Off Weldon". */
bool clause_is_headline(const struct report_parse *p, uint32_t v);

#endif
