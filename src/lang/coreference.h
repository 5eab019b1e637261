/* Who is who in a text: the names, the words that stand for them, and the sources of statements. */
#ifndef LANG_COREFERENCE_H
#define LANG_COREFERENCE_H

#include "lang/parse_tree.h"

enum { CANDIDATES = 4 };

/** A mention at the token that heads it. */
struct mention_slot {
    struct span text;
    uint32_t entity; /* or NO_INDEX: none begins here */
    enum mention_form form;
};

/** Entities of which words that nobody was linked to may be one. */
struct choice {
    uint32_t entities[CANDIDATES];
    uint32_t count;
};

/** A person whose name the text has in full, or after "Mrs". */
struct person {
    uint32_t entity;
    struct str given, middle, family; /* folded; given is none for one who is called by the family
                                         name alone */
    char suffix;                      /* 'j' for "Jr.", 's' for "Sr.", else 0 */
    uint32_t next;                    /* person with a like family name, or NO_INDEX */
};

/** The persons of a text by their names. */
struct person_names {
    VEC_OF(struct person) at;
    struct map by_family; /* skeleton of a family name -> person */
    struct map by_given;  /* folded given name -> person, or PERSON_SEVERAL */
};

#define CHOICE_OF_ENTITY ((uint64_t)1 << 32)

/** Somebody was spoken of. */
struct spoken_of {
    uint32_t mention; /* the token itself */
    uint32_t token;   /* whose place in the clause it has: "director" for "the director, Ann Roe" */
    uint32_t sentence; /* of those that begin in no quotation and stand in no caption */
    uint32_t entity;   /* or NO_INDEX for one without a name */
    enum gender gender;
    bool subject, main; /* the subject of a verb; of one that the sentence's own clause has */
    bool quoted, pronoun;
    bool caption; /* under a picture */
};

/** What the parts of the pass share. All is in u->a. */
struct coreference {
    struct unit *u;
    struct mention_slot *slots;  /* one a token */
    VEC_OF(enum gender) genders; /* one an entity */
    struct map by_name;          /* key of a name -> entity */
    struct person_names persons;
    VEC_OF(struct spoken_of) spoken_of; /* in the order of the text */
    VEC_OF(struct choice) choices;
    struct map choice_of; /* token, or CHOICE_OF_ENTITY and an entity that stands for a name of
                             several -> choice */
};

#define PERSON_SEVERAL (UINT32_MAX - 1)

/** A person's name in parts, folded. */
struct person_parts {
    struct str given, middle, family;
    char suffix;
};

/** The parts of a name; given is none for a family name alone ("bin Laden"). false when memory is
 * refused. */
bool person_parts(struct person_parts *out, struct arena *a, struct str name);

/**
 * The persons that a name can be: its whole name in another spelling or with a middle name more, or
 * its family or (given_too) given name alone. At most CANDIDATES of them are given; those of
 * another gender are left out. false when memory is refused.
 */
bool person_find(struct choice *out, const struct coreference *c, const struct person_parts *parts,
                 enum gender gender, bool given_too);

/** Enters a person. TS_E_MEMORY. */
int person_enter(struct coreference *c, const struct person_parts *parts, uint32_t entity);

/** The gender that "Mrs" or "Sir" tells, or GENDER_UNKNOWN; *honorific: it is such a word. */
enum gender honorific_gender(struct str word, bool *honorific);

/** The gender that a given name tells; folded. */
enum gender given_gender(const struct coreference *c, struct str given);

/** A noun that the text has said an entity is: "rabbi", "vice president", "34-year-old". */
struct told_role {
    uint32_t entity; /* or ROLE_SEVERAL: more than one is that */
    uint32_t other;  /* the last token where somebody else was called so, + 1 */
};

struct told_roles {
    VEC_OF(struct told_role) at;
    struct map by_noun;
    uint32_t *seen; /* of each entity, the token where it was last spoken of */
};

#define ROLE_SEVERAL (UINT32_MAX - 1)

int roles_init(struct told_roles *roles, struct coreference *c);

/** Enters what the words around the name at token i say that its entity is ("Rabbi Shim Oren",
 * "Oren, a rabbi", "Oren is a rabbi"). TS_E_MEMORY. */
int roles_enter(struct coreference *c, struct told_roles *roles, uint32_t i);

/** The entity that "the rabbi", headed by token i, is told to be, or NO_INDEX; *first is the first
 * token of the phrase. */
uint32_t roles_find(const struct coreference *c, const struct told_roles *roles, uint32_t i,
                    uint32_t *first);

/** The noun at token i is for somebody whom nobody knows: "a rabbi". TS_E_MEMORY. */
int roles_other(struct coreference *c, struct told_roles *roles, uint32_t i);

/** The name at the token beside a noun that tells what it is ("The mayor, Ann Roe"), or NO_INDEX.
 */
uint32_t roles_beside(const struct coreference *c, uint32_t noun);

/** The person's name that follows a noun directly ("the actress Ann Roe"), or NO_INDEX. */
uint32_t roles_name_after(const struct coreference *c, uint32_t noun);

/** What a noun of the text says of somebody; not known for a plural. */
struct role roles_noun(const struct coreference *c, uint32_t i);

/* The steps, in their order. Each is linear and returns TS_OK, or fills u->err. */
int coreference_names(struct coreference *c);    /* names -> entities and slots */
int coreference_mentions(struct coreference *c); /* pronouns and roles -> slots */
int coreference_sources(struct coreference *c);  /* statements -> entities, "I" -> slots */
int coreference_title(struct coreference *c);    /* the title's statements -> entities */

/** Keeps the entities that words may be, when there are two or more, under a key of choice_of.
 * TS_E_MEMORY. */
int coreference_choice(struct coreference *c, uint64_t key, const struct choice *choice);

/** Gives a statement its source's entity, or when that is a name of several, or choice is one of
 * c->choices and no MAP_NONE, its candidates. TS_E_MEMORY. */
int coreference_statement(struct coreference *c, struct statement *s, uint32_t entity,
                          uint32_t choice);

/** The token that the rest of a source's span hangs on: the first whose head is outside; NO_INDEX
 * for none. */
uint32_t coreference_source_head(const struct coreference *c, struct span span);

/** Gives the sources that are "he", "she", "they" or "it" and nobody yet whom they stand for: who
 * spoke last, or the subject of the clause that holds theirs. TS_E_MEMORY. */
int coreference_pronoun_sources(struct coreference *c);

/** Whether an entity is a person by its kind. */
bool coreference_person(const struct coreference *c, uint32_t entity);

#endif
