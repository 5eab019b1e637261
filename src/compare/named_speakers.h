/* Which of the people whom a source's words name is the one who speaks: "Liam Carter's mother,
 * Tess" is Tess, "the family of the student Ann Roe" is none of them. */
#ifndef COMPARE_NAMED_SPEAKERS_H
#define COMPARE_NAMED_SPEAKERS_H

#include "compare/source_names.h"

struct named_speaker {
    const struct entity *is; /* NULL: nobody whose name the tagger saw */
    struct str name;         /* without that, the words that call her: "Tess"; may be empty */
    bool by_another; /* the words tell who speaks by somebody else's name: "Liam Carter's mother" */
};

/** Reads the nouns that tell what people are, and what is theirs. TS_E_MEMORY. */
int named_speakers_init(struct claim_sources *s);

/** "National Coordinator for Mines", which the tagger takes for a body's name: it is what somebody
 * is. */
bool name_of_role(const struct claim_sources *s, struct str name);

/** The person whom a statement's source names as the speaker: at its end ("the company's owner,
 * Jane Doe"), before a comma at its head ("Jane Doe, a police spokeswoman"), or by her word ("Doe's
 * comments"). Borrowed from the analysis. */
struct named_speaker named_speaker_of(struct claim_sources *s, uint32_t report,
                                      const struct statement *statement);

struct named_role {
    bool told;               /* the words tell a person by what he is and no more */
    bool several;            /* the report calls more than one so */
    const struct entity *is; /* the one whom the report calls so, or NULL */
};

/** Reads "the leader of the Norland Church", which is no body; the one person whom the report calls
 * so elsewhere ("Ann Roe, the leader of the Norland Church,"). Borrowed from the analysis. */
struct named_role named_role_of(struct claim_sources *s, uint32_t report,
                                const struct statement *statement);

/** Whether a source is somebody whom such words tell from others, and nothing calls by a name. */
bool named_role_is_nameless(struct claim_sources *s, uint32_t report,
                            const struct statement *statement);

/** Whether words that were taken for a source begin with a preposition: "On Postbox commented"; not
 * "In Touch". */
bool begins_nowhere(struct str words);

/** Whether "Roe's" may be a shop or a house that is called so: a report speaks of "a Roe's store",
 * of what "Roe's has", or the tagger took it for a body's name. Read once of each report and name.
 */
bool may_be_firm(struct claim_sources *s, uint32_t report, struct str name);

/** The person with whose name a source begins that is her word ("Ann Roe's blog post"). NULL: none.
 */
const struct entity *named_writer(struct claim_sources *s, uint32_t report,
                                  const struct statement *statement);

/** The person by whom a source tells who the bearer of a given name is: "Liam Carter" of "Liam
 * Carter's mother Tess". Empty: none. */
struct str named_owner(const struct claim_sources *s, uint32_t report,
                       const struct statement *statement, struct str given);

/** Whether a source tells what somebody wrote who is told by another person's name: "Ann Roe's
 * doctor's report". */
bool is_anothers_writing(const struct claim_sources *s, uint32_t report,
                         const struct statement *statement);

/** Whether all words of a report's text from a byte to a name only describe its bearer: "the late
 * actor" before "Tom Marsh". */
bool name_is_described(const struct claim_sources *s, uint32_t report, uint32_t from,
                       uint32_t name);

/** Whether the first of some words of a report's text tell people: "six young hikers",
 * "Norlanders".
 */
bool words_tell_people(const struct claim_sources *s, uint32_t report, struct str words);

#endif
