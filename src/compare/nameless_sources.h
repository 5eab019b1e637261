/* Sources that have no name of their own, and what tells them from others of the story. */
#ifndef COMPARE_NAMELESS_SOURCES_H
#define COMPARE_NAMELESS_SOURCES_H

#include "compare/source_names.h"

/** Whether a word is among the words, parted by blanks, or one of a list is; letters are folded. */
bool words_have_one(struct str words, struct str word);
bool words_have(struct str words, const char *const *list, size_t n);

/** The words of a sentence that stand near some place in it; its first ones when the place stands
 * in another sentence. Bounded. */
struct str words_near(const struct analysis *n, uint32_t sentence, struct span around);

/** People who speak in public, not to an outlet ("supporters", "users", "viewers"): one origin,
 * however many reports tell of them. NULL: they are no such. */
const char *public_group(struct str words);

/** "@fernbank" of "the account @fernbank", "fernbank" of "Postbox user fernbank": the name under
 * which somebody writes. STR_NONE: no such. */
struct str user_handle(struct str words);

/** "a satirical website", "local television": a publication that is told from others by what it
 * is; without its article. STR_NONE: no such. */
struct str nameless_outlet(struct str words);

/** "the article", of which no report tells where it stood: what it is. STR_NONE: no such. */
struct str nameless_text(struct str words);

/** "Norlandic": a name that tells of what country or people somebody is. */
bool is_of_country(const struct claim_sources *s, uint32_t report, const struct name_mention *m);

#endif
