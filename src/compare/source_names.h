/* The people, organisations and documents that the reports of a story give words to, one for each
 * under all its names. */
#ifndef COMPARE_SOURCE_NAMES_H
#define COMPARE_SOURCE_NAMES_H

#include "compare/name_ties.h"
#include "compare/public_bodies.h"

struct claim_source {
    struct str name; /* the fullest form */
    enum origin_kind kind;
    VEC_OF(struct str) aliases;
    struct str form;     /* the normal form of the name that it was made for */
    struct str owner;    /* of a person with a given name alone the family name of whose mother,
                            say, she is ("carter"); empty when none is told */
    uint32_t relatives;  /* another person with this family name, or NO_INDEX */
    uint32_t speaks_for; /* the organisation whose spokesperson this is, the issuer of a document;
                            or NO_INDEX */
    uint32_t owns;       /* the firm that this person owns, or NO_INDEX */
    bool heard;          /* some report gives words to it */
    bool at_large;       /* what goes round: rumours, media that are not named */
};

/** A mention of an entity by a name or a pronoun. */
struct name_mention {
    struct span text;
    uint32_t entity;
};
struct name_mentions {
    VEC_OF(struct name_mention) at; /* by start */
};

/** A family that reports tell of; normal forms, and the name as printed. */
struct family_name {
    struct str name, family;
    struct str given; /* of the person whose family it is; empty when none is told */
    bool several;     /* there are more than this one */
};

/** Somebody's mother, say, whom a report names, and whose she is; names as printed. */
struct named_kin {
    struct str name, owner; /* empty: nobody is */
    uint32_t report;
    bool several; /* there is another one, or one of another */
};
enum { NAMED_KIN = 9 }; /* words for kin */

/** Of one story; all in the work's scratch arena. */
struct claim_sources {
    struct work *w;
    const struct story *story;
    VEC_OF(struct claim_source) at;
    struct name_ties ties;
    struct public_bodies bodies;
    struct map by_name;    /* kind and normal form -> source */
    struct map families;   /* last word of a person's full name -> the last such person */
    struct map full_names; /* forms of people's full names, and their family names, by
                              report (report_forms.h) */
    VEC_OF(struct family_name) family_names;
    struct map by_family; /* a family name in any report -> index in family_names; an empty one: the
                             only family of the report (report_forms.h) */
    struct map nouns;     /* nouns for people and for what is theirs (named_speakers.h) */
    struct map firms;     /* names of a report: 1 when they may be a firm's (report_forms.h) */
    struct name_mentions *mentions; /* of each report of the story */
    struct name_mentions *pronouns; /* those by a pronoun */
    struct named_kin kin[NAMED_KIN];
};

/** The first that begins at the byte or behind it; as many as there are when none does. */
uint32_t name_mention_at(const struct name_mentions *list, uint32_t byte);

struct str source_first_word(struct str s);
struct str source_last_word(struct str s);

/** Whether a name is printed without a small letter. */
bool source_is_capitals(struct str name);

/** The source of this kind that a report calls so, with this normal form, made when new; people and
 * organisations are one kind, as taggers mix them. NO_INDEX: no memory. */
uint32_t source_named(struct claim_sources *s, uint32_t report, struct str name, struct str form,
                      enum origin_kind kind);

/** The person whom a report calls so, whatever titles stand around the name: in full, one whose
 * family name is the same and whose given name is the same or spelled alike, or whose given name is
 * the same and whose family name is spelled otherwise by a letter, when no report has both; the
 * family name alone is the last such person's that was named in full, best in the report, the given
 * name alone the one person's that has it in the report. NO_INDEX: no memory. */
uint32_t person_named(struct claim_sources *s, uint32_t report, struct str name);

/** "Pope Pius": behind such a title no family name stands. */
bool source_has_royal_title(struct str name);

/** Notes a person's name that a report has; one word is none in full. false: no memory. */
bool source_note_full_name(struct claim_sources *s, uint32_t report, struct str name);

/** Whether the report has this normal form of a person's full name, or a full name with this family
 * name. */
bool source_has_full_name(const struct claim_sources *s, uint32_t report, struct str form);

#endif
