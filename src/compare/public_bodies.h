/* Bodies of the state that reports call by what they are (data/public_bodies.tsv): in a story where
 * one police force is named, "police" and "detectives" are that force. */
#ifndef COMPARE_PUBLIC_BODIES_H
#define COMPARE_PUBLIC_BODIES_H

#include "compare/name_ties.h"

struct public_body {
    uint32_t kind;
    struct str key;        /* what tells it from others of its kind: "norland" */
    struct str name, form; /* as first printed, and under which it is listed */
};

/** Of one story; all in the work's scratch arena. */
struct public_bodies {
    struct work *w;
    const struct name_ties *ties;
    struct table_row *kinds;
    struct str *nouns, *people; /* of each kind: in normal form, parted by | */
    uint32_t kind_count;
    VEC_OF(struct public_body) at;
    uint32_t *here;   /* of each report and kind: the one body that it names, or none, or several */
    uint32_t *means;  /* the same, and of the story when the report names none but its place */
    uint32_t *in_all; /* of each kind: the one body over the story, or none, or several */
};

/** Reads the table and the bodies that the story's reports name. TS_E_MEMORY, or TS_E_FORMAT. */
int public_bodies_init(struct public_bodies *p, struct work *w, const struct story *story,
                       const struct name_ties *ties);

/** What a normal form tells of public bodies. */
enum public_body_words {
    PUBLIC_BODY_NO,    /* it is of no such body */
    PUBLIC_BODY_KIND,  /* of what kind one is: "police", "local police officers" */
    PUBLIC_BODY_NAMED, /* and of which place or name: "norland police" */
    PUBLIC_BODY_OTHER  /* one beside those that are looked for: "state police" */
};
enum public_body_words public_bodies_words(const struct public_bodies *p, struct str form);

/** The body that a report calls by a normal form: a named one when the words tell only its kind and
 * the report names one, or names none and speaks of the place of the one that the story names, else
 * one called by its kind. kind is NO_INDEX and the form what was given when it is of no such body.
 * Borrowed. */
struct public_body public_bodies_find(const struct public_bodies *p, uint32_t report,
                                      struct str form);

/** Whether people who are called so, and by no name, speak for such a body of the report:
 * "detectives". */
bool public_bodies_are_people(const struct public_bodies *p, uint32_t report, struct str form);

/** The one body that the report names of the kind for which a person of this rank speaks: "Norland
 * Police" for "det insp", in normal form. NULL: none. Borrowed. */
const struct public_body *public_bodies_of_rank(const struct public_bodies *p, uint32_t report,
                                                struct str rank);

#endif
