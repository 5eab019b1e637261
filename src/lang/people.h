/* The people behind words: who told an outlet, whom a report cites. */
#ifndef LANG_PEOPLE_H
#define LANG_PEOPLE_H

#include "lang/unit.h"

enum people_kind { PEOPLE_NONE, PEOPLE_UNNAMED, PEOPLE_NAMED, PEOPLE_OTHER };

/** A noun phrase of people: tokens first..end-1. */
struct people {
    uint32_t first, end;
    enum people_kind kind; /* NAMED: a name, a pronoun, an organisation, "the mayor"; OTHER:
                              documents and the like */
    uint32_t count;        /* "two officials": 2; 0 when not stated */
};

/** The phrase that begins at token i ("citing two officials"), to the end of its clause. */
struct people people_after(const struct unit *u, uint32_t i);

/** The subject of the verb at token i ("Two officials have told"), in its sentence. */
struct people people_before(const struct unit *u, uint32_t i);

/** What kind of source a phrase is: person, organisation, document, unnamed or unknown. */
enum source_class people_class(const struct unit *u, uint32_t first, uint32_t end);

/** How many people without a name the words first..end-1 state, and those that describe them ("two
 * officials familiar with the talks"): sets the statement's stated_people and described_as. */
void people_count(const struct unit *u, struct statement *s, uint32_t first, uint32_t end);

/** What the words first..end-1 tell of a statement's source: sets source_class, and when that is
 * unnamed what people_count does. */
void people_describe(const struct unit *u, struct statement *s, uint32_t first, uint32_t end);

#endif
