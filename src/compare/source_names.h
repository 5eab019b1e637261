/* The people, organisations and documents that the reports of a story give words to, one for each
 * under all its names. */
#ifndef COMPARE_SOURCE_NAMES_H
#define COMPARE_SOURCE_NAMES_H

#include "compare/name_ties.h"

struct claim_source {
    struct str name; /* the fullest form */
    enum origin_kind kind;
    VEC_OF(struct str) aliases;
    struct str form;     /* the normal form of the name that it was made for */
    uint32_t relatives;  /* another person with this family name, or NO_INDEX */
    uint32_t speaks_for; /* the organisation whose spokesperson this is, the issuer of a document;
                            or NO_INDEX */
    uint32_t owns;       /* the firm that this person owns, or NO_INDEX */
    bool heard;          /* some report gives words to it */
};

/** A mention of an entity that is a name. */
struct name_mention {
    struct span text;
    uint32_t entity;
};
struct name_mentions {
    VEC_OF(struct name_mention) at; /* by start */
};

/** Of one story; all in the work's scratch arena. */
struct claim_sources {
    struct work *w;
    VEC_OF(struct claim_source) at;
    struct name_ties ties;
    struct map by_name;             /* kind and normal form -> source */
    struct map families;            /* last word of a person's full name -> the last such person */
    struct name_mentions *mentions; /* of each report of the story */
};

struct str source_last_word(struct str s);

/** The source of this kind with this normal form, made when new; people and organisations are one
 * kind, as taggers mix them. NO_INDEX: no memory. */
uint32_t source_named(struct claim_sources *s, struct str name, struct str form,
                      enum origin_kind kind);

/** The person of this name, whatever titles stand around it: in full, one whose family name is the
 * same and whose given name is spelled alike; the family name alone, be it spelled otherwise by a
 * letter, is the last such person's that was named in full, the given name alone the one person's
 * that has it. NO_INDEX: no memory. */
uint32_t person_named(struct claim_sources *s, struct str name);

#endif
