/* The organisations that a report's words mean: by a name among them, or by a noun ("the charity")
 * for one that the report named before. */
#ifndef COMPARE_BODY_REFERENCES_H
#define COMPARE_BODY_REFERENCES_H

#include "compare/claim_sources.h"

/** The first organisation that the words name: "a spokesman for the Ministry of Health". NULL:
 * none. Borrowed from the analysis. */
const struct entity *body_in_words(const struct claim_sources *s, uint32_t report,
                                   struct span words);

/** "company" and its like. */
bool body_is_company(struct str noun);

/** The organisation that was named last before a place, in its sentence or the two before it; no
 * outlet. NULL: none. */
const struct entity *body_before(const struct claim_sources *s, uint32_t report, uint32_t sentence,
                                 uint32_t place);

/** The one body named before a place that has a noun for bodies ("ministry", "hospital") in its
 * name. NULL: none, two, or another noun. */
const struct entity *body_by_noun(const struct claim_sources *s, uint32_t report, uint32_t place,
                                  struct str noun);

/** The first run of words with a capital in a part of a statement's source, without "'s"; the first
 * word of a sentence has a capital anyhow. STR_NONE: none. */
struct str body_name_inside(const struct analysis *n, const struct statement *s, struct str words);

/** The name of whom a statement's source means by a noun alone, in words ("the charity", "the
 * ministry", or the name "Ministry"): the last body with the word in its name; of a company and its
 * like the last one that was named shortly before, else the last one heard. Empty: none, or other
 * words. */
struct str body_referred(const struct claim_sources *s, uint32_t report,
                         const struct statement *statement, struct str words);

/** The name of a body that a report's first sentences tell only by what it is ("a monitoring group
 * said"): the one that it gives words to soon after, when that was not named before and its name or
 * an apposition tells the same ("Norland Monitor", "Norland Watch, a monitoring group"). Empty:
 * none. statement: whose source has the words. TS_E_MEMORY. */
int body_told_later(struct str *name, struct claim_sources *s, uint32_t report,
                    const struct statement *statement);

/** "The group said", where "A group of sailors" begins a sentence right before: people without a
 * name, and no body. */
bool group_is_people(const struct claim_sources *s, uint32_t report,
                     const struct statement *statement);

#endif
