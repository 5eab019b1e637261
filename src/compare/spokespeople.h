/* Who speaks for whom: "a spokeswoman for the Port Office", "the owner of Roe Ferries". */
#ifndef COMPARE_SPOKESPEOPLE_H
#define COMPARE_SPOKESPEOPLE_H

#include "compare/source_names.h"

/** The words without articles and words like "local" before them. */
struct str source_without_article(struct str words);

/** "police" of "a police spokesman", "the port" of "a spokesman for the port"; the whole when
 * nobody speaks for another. */
struct str source_without_spokesman(struct str words);

/** Notes whom a person speaks for, or which firm is the person's, by the words around a mention in
 * a report. false: no memory. */
bool spokespeople_note(struct claim_sources *s, uint32_t report, const struct mention *m,
                       uint32_t person);

#endif
