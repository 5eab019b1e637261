/* The ways in which a sentence gives its words to an outlet that it names. */
#ifndef LANG_CREDIT_RULES_H
#define LANG_CREDIT_RULES_H

#include "lang/statements.h"

/** The outlet is the subject: "X reported", "X, citing two officials, said", "an X report found",
 * "X's Y wrote". */
bool credit_subject(const struct unit *u, const struct outlet_mention *m, struct draft *d);

/** A cue stands before the outlet: "according to X", "first reported by X", "told X", "a report in
 * X", "reports X". */
bool credit_before(const struct unit *u, const struct outlet_mention *m, struct draft *d);

/** "X: ..." and "... - X" in a title. */
bool credit_title(const struct unit *u, const struct outlet_mention *m, struct draft *d);

/**
 * The people of "citing two officials", "quoting ...", "which spoke to ..." at or soon after i,
 * into d. True when the phrase stands at i itself (after a comma): *end is then the token after it.
 */
bool credit_cited(const struct unit *u, uint32_t i, uint32_t limit, struct draft *d, uint32_t *end);

/** The token after the words of time at i ("on Tuesday", "late Friday", "in 2014"); i when none
 * stand there. */
uint32_t credit_tail(const struct unit *u, uint32_t i, uint32_t limit);

/**
 * The token after the last of a list of outlets whose first member's noun phrase ends before token
 * end ("Reuters, AFP and the BBC"). A member with a verb of its own is none, unless the verb is the
 * list's (shared).
 */
uint32_t credit_list_end(const struct unit *u, uint32_t end, bool shared);

/** Whether one of the cue's words is a verb that only outlets are the subject of. */
bool credit_is_strong(const struct unit *u, const struct draft *d);

/** Words of a picture's credit stand beside the outlet. */
bool credit_is_photo(const struct unit *u, const struct outlet_mention *m);

/** Whether a finite verb at or after i (auxiliaries and adverbs between) credits its subject; fills
 * cue, lemma, negated. */
bool credit_verb(const struct unit *u, uint32_t i, uint32_t limit, struct draft *d, bool *strong);

#endif
