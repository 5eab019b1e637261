/* Media that a report gives as a source and names no further: "Norlandic newspapers", "local
 * media", "a report in a local paper". They may have it from any other source. */
#ifndef COMPARE_UNNAMED_MEDIA_H
#define COMPARE_UNNAMED_MEDIA_H

#include "compare/source_names.h"

/** "the report", "that story", "its headline": what an outlet published, or an outlet by no name.
 */
bool words_of_piece(struct str words);

/** "a TV report", "a newspaper report". */
bool unnamed_media_broadcast(struct str words);

/** "several reports", "media reports", "a local newspaper", "a report in a local newspaper": of no
 * outlet that was named before. */
bool unnamed_media_are(struct str words);

/** Whose word the words of such a source are: media of one kind are one, a newspaper is one in its
 * report. NO_INDEX is left of "reports" and "police reports", which may be anybody's. TS_E_MEMORY.
 */
int unnamed_media_source(uint32_t *source, struct claim_sources *s, uint32_t report,
                         struct str words);

/** The same of media that a place tells: "Norlandic media", "several Norland reports", "newspapers
 * in Norland", "a Norlandic newspaper". */
int unnamed_media_of_place(uint32_t *source, struct claim_sources *s, uint32_t report,
                           const struct statement *statement);

#endif
