/* Photographs, videos, posts and letters that a report says show what it tells: their word it is,
 * beside whoever speaks of them. */
#ifndef COMPARE_SHOWN_DOCUMENTS_H
#define COMPARE_SHOWN_DOCUMENTS_H

#include "compare/claim_sources.h"

/** The token, inside a use, of a document that its sentence says was published or shows something;
 * NO_INDEX when there is none. */
uint32_t shown_document_at(const struct lemma_classes *lemmas, const struct analysis *n,
                           const struct claim_use *use);

/** Whether a use tells that a document was made public: "Roe posted a photograph of the ship". The
 * report tells that, on nobody's word; what is shown is another use. */
bool shown_documents_are_published(const struct lemma_classes *lemmas, const struct analysis *n,
                                   const struct claim_use *use);

/** Whether a statement tells what something shows: where that is a document, no people stand behind
 * it, though its source may look so ("a series of photographs shows"). */
bool shown_documents_tell(const struct statement *s);

/** Whether a statement that tells what something shows, and whose content has the use, does not say
 * that it shows that: "if the video shows it", and, of a picture or a recording, "the photograph
 * shows the man whose boat sank"; not "he revealed that she left after it sank". */
bool shown_documents_leave_out(const struct lemma_classes *lemmas, const struct analysis *n,
                               const struct claim_use *use, const struct statement *s);

/** The document that the sentence of a use says was published or shows something, inside the use:
 * *source is its number, NO_INDEX when there is none. TS_E_MEMORY. */
int shown_document(uint32_t *source, struct claim_sources *s, uint32_t report,
                   const struct claim_use *use);

/** The same for the video or recording in which somebody says it: "the man said on video". That is
 * his word, as long as the report tells who he is. TS_E_MEMORY. */
int spoken_document(uint32_t *source, struct claim_sources *s, uint32_t report,
                    const struct claim_use *use);

#endif
