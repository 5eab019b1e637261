/* Which person, organisation or document the words of a source name. */
#ifndef COMPARE_CLAIM_SOURCES_H
#define COMPARE_CLAIM_SOURCES_H

#include "compare/source_names.h"

/** Starts a story: enters the full names of the people that its reports name, so that a report
 * that has the family name alone finds them, and whom they speak for. TS_E_MEMORY. */
int claim_sources_init(struct claim_sources *s, struct work *w, const struct story *story);

/** Whose word a statement is, when a person, an organisation or a document stands for it by a name
 * or role: *source is its number, NO_INDEX for outlets and people without a name. TS_E_MEMORY. */
int claim_sources_find(uint32_t *source, struct claim_sources *s, uint32_t report,
                       const struct statement *statement);

/** The organisation that is named inside a statement's source, of which only that may be known: "a
 * Portwire report". NO_INDEX: none. TS_E_MEMORY. */
int claim_sources_named_in(uint32_t *source, struct claim_sources *s, uint32_t report,
                           const struct statement *statement);

/** The document of the story that the noun stands for ("footage" and "video" for one); the
 * organisation by whom it was released when the words from the noun on tell that. TS_E_MEMORY. */
int claim_sources_document(uint32_t *source, struct claim_sources *s, uint32_t report,
                           struct span words, struct str noun);

/** People who speak in public and are called by no name, one origin under a word for them
 * ("supporters"), called name when it is new. TS_E_MEMORY. */
int claim_sources_group(uint32_t *source, struct claim_sources *s, struct str name,
                        struct str group);

/** What goes round and may be from anybody, one origin under a word for what it is ("rumour ") and
 * the normal form of whose it is; called name when it is new. TS_E_MEMORY. */
int claim_sources_at_large(uint32_t *source, struct claim_sources *s, struct str name,
                           struct str what, struct str form);

/** Rumours that the reports call so, one origin however they call them; those that go round "among
 * sailors" are apart from others. TS_E_MEMORY. */
int claim_sources_rumours(uint32_t *source, struct claim_sources *s, struct str name);

/** The first of a report's mentions that begins at the byte or behind it; as many as there are when
 * none does. */
uint32_t claim_sources_mention(const struct claim_sources *s, uint32_t report, uint32_t byte);

/** The words of a statement's source, in the text or the title. */
struct str claim_source_words(const struct work *w, uint32_t report,
                              const struct statement *statement);

#endif
