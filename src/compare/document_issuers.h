/* Who made a document or made it public: by the words for it, and by what stands before it. */
#ifndef COMPARE_DOCUMENT_ISSUERS_H
#define COMPARE_DOCUMENT_ISSUERS_H

#include "compare/claim_sources.h"

/** Who publishes something; name.n 0: nobody. The name is part of the report's analysis. */
struct issuer {
    struct str name;
    bool person;
};

/** Whose release some words of a report's text tell of, named right behind: "a video posted by the
 * Norland Front", "a statement from the Front"; not who only obtained or shared it. */
struct issuer issuer_behind(const struct claim_sources *s, uint32_t report, struct span words);

/** "Ann Roe" right before the byte where the "video" of "Ann Roe's video" begins. */
struct issuer issuer_before(const struct claim_sources *s, uint32_t report, uint32_t start);

/** "Free Hand" of "a Free Hand video": the body right before the byte where a document begins,
 * which speaks itself in the story; not "the Weldon video", "a Free Hand attack video". STR_NONE:
 * none. */
struct str body_in_front(const struct claim_sources *s, uint32_t report, uint32_t start);

#endif
