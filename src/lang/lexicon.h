/* The language's tables as one look-up a word: classes, cue verb, number, unit. */
#ifndef LANG_LEXICON_H
#define LANG_LEXICON_H

#include "lang/lang.h"

/* What a word can be (data/words.tsv; the last ones come from the other tables). */
enum word_class {
    C_DET,
    C_INDEF,
    C_PRON,
    C_PERSON_PRON,
    C_PREP,
    C_CONJ,
    C_SUB,
    C_BE,
    C_HAVE,
    C_DO,
    C_MODAL,
    C_NEG,
    C_ADV,
    C_DAY,
    C_MONTH,
    C_EARLY,
    C_TIME_UNIT,
    C_FUTURE,
    C_ADJ,
    C_TITLE,
    C_STAFF,
    C_PIECE,
    C_OPINION,
    C_INTERVIEW,
    C_UNNAMED,
    C_VAGUE,
    C_SPOKES,
    C_ORG,
    C_DOC,
    C_BACK,
    C_BACK_AGENCY,
    C_NEAR_OUTLET,
    C_OUTLET_HEAD,
    C_OUTLET_HEAD_SURE,
    C_OUTLET_HEAD_WEAK,
    C_OUTLET_AGENCY,
    C_OUTLET_FIRST,
    C_DEMONYM,
    C_PHOTO,
    C_COMMON,
    C_CUE,
    C_NUMBER,
    C_UNIT,
    C_CURRENCY,
    C_ABBREVIATION,
    C_COUNT
};

#define CLASS(c) ((uint64_t)1 << (c))

/* A cue verb's forms, as bits: one spelling may stand for several. */
enum verb_form { FORM_BASE = 1, FORM_S = 2, FORM_PAST = 4, FORM_PP = 8, FORM_ING = 16 };

/* What a cue verb does (data/cues.tsv), as bits. */
enum cue_kind {
    CUE_SPEECH = 1,
    CUE_CREDIT = 2,
    CUE_STRONG = 4,
    CUE_PERFECT = 8,
    CUE_PRESENT = 16,
    CUE_OBJECT = 32,
    CUE_BY = 64,
    CUE_IN = 128,
    CUE_TO = 256,
    CUE_TO_PREP = 512,
    CUE_OWN = 1024,
    CUE_LOOK = 2048,
    CUE_STORY = 4096,
    CUE_IT = 8192,
    CUE_OUT = 16384
};

struct cue {
    struct str lemma, force;
    uint32_t kinds;
};

/* Where what is said stands in the parse (data/said.tsv), as bits. */
enum said_frame {
    SAID_CLAUSE = 1,
    SAID_INFINITIVE = 2,
    SAID_OBJECT = 4,
    SAID_FOR = 8,
    SAID_ON = 16,
    SAID_TO = 32,
    SAID_ABOUT = 64,
    SAID_OF = 128,
    SAID_AGAINST = 256,
    SAID_IN = 512,
    SAID_WITH = 1024,
    SAID_AS = 2048,
    SAID_HEARER = 4096,
    SAID_THAT = 8192,
    SAID_AT = 16384,
    SAID_PAPER = 32768,
    SAID_QUOTED = 65536
};

enum said_class { SAID_VERB, SAID_NOUN, SAID_ADJECTIVE, SAID_LIGHT, SAID_ADVERB, SAID_CLASSES };

/** A word that gives what is said, thought or stood for to somebody. */
struct said {
    struct str lemma, force;
    uint32_t frames;
};

/* How a sentence is given (data/tones.tsv), as bits. */
enum tone {
    TONE_HEDGE = 1,
    TONE_BELIEF = 2,
    TONE_KNOWLEDGE = 4,
    TONE_INTENTION = 8,
    TONE_JUDGE = 16,
    TONE_URGE = 32,
    TONE_READING = 64,
    TONE_LIKELY = 128,
    TONE_DUE = 256,
    TONE_SHELL = 512,
    TONE_INFORMATION = 1024,
    TONE_COME = 2048,
    TONE_SEEMING = 4096,
    TONE_DEED = 8192
};

enum tone_class { TONE_VERB, TONE_NOUN, TONE_ADJECTIVE, TONE_ADVERB, TONE_CLASSES };

enum gender { GENDER_UNKNOWN, GENDER_FEMALE, GENDER_MALE };

/** What a noun of data/roles.tsv says of somebody. */
struct role {
    bool known;  /* false: it is no such noun */
    bool person; /* of a person, as a rule; and */
    bool either; /* of a body or a country as well: "the owner of the yard" */
    enum gender gender;
};

/** What a name of data/places.tsv is of. */
enum place_kind { PLACE_NONE, PLACE_COUNTRY, PLACE_REGION, PLACE_CITY };

enum number_kind {
    NUMBER_NONE,
    NUMBER_PLAIN,
    NUMBER_SCALE,
    NUMBER_SUFFIX,
    NUMBER_DOZEN,
    NUMBER_HALF,
    NUMBER_ORDINAL
};
enum abbreviation_kind { ABBR_NONE, ABBR_TITLE, ABBR_NEVER, ABBR_NUMBER, ABBR_OFTEN, ABBR_MONTH };

struct lexeme {
    uint64_t classes;
    double number;
    struct str symbol; /* of a unit or currency */
    uint16_t cue;
    uint8_t forms;
    uint8_t number_kind, abbreviation;
    bool percent, before, after; /* of units and currencies */
};

/* A word of at most 16 bytes, which nearly all are, as two machine words: one comparison finds it.
 */
struct short_word {
    uint64_t low, high;
    uint32_t lexeme; /* 0: free */
};

struct lang_tables {
    VEC_OF(struct lexeme) lexemes; /* [0]: a word that is in no table */
    VEC_OF(struct cue) cues;
    struct map by_word;
    struct short_word
        *short_words; /* open addressing; short_mask + 1 slots, at most half of them full */
    uint64_t short_mask;
    VEC_OF(struct said) said;
    struct map said_by_lemma[SAID_CLASSES];
    struct map tones[TONE_CLASSES]; /* lemma -> bits of enum tone */
    struct map given_names;         /* lower-case -> enum gender */
    struct map places;              /* lower-case -> enum place_kind */
    struct map roles;               /* noun -> gender, and ROLE_ORGANISATION */
    struct map titles;              /* lower-case -> index in title_roles */
    VEC_OF(struct str) title_roles; /* nouns, parted by blanks */
    struct map bounds; /* "more than" -> enum bound_kind; the words that follow a figure begin with
                          "after " */
};

enum bound_kind { BOUND_EXACT, BOUND_AT_LEAST, BOUND_AT_MOST, BOUND_ABOUT };

enum { WORD_KEY_MAX = 40 };

/** The number of the lexeme of a word: ASCII and Latin letters folded, ’ taken as '. 0 when it is
 * in no table. */
uint32_t lexicon_word(const struct lang_tables *t, struct str word);

/** The word of data/said.tsv with this lemma and class, or NULL. */
const struct said *lexicon_said(const struct lang_tables *t, struct str lemma,
                                enum said_class word_class);

/** The tones of data/tones.tsv of a lemma, as bits. */
static inline uint32_t lexicon_tones(const struct lang_tables *t, struct str lemma,
                                     enum tone_class word_class) {
    uint32_t found = map_get(&t->tones[word_class], lemma);
    return found == MAP_NONE ? 0 : found;
}

/** The gender of those who bear a given name of data/given_names.tsv; name in lower case. */
enum gender lexicon_given_name(const struct lang_tables *t, struct str name);

/** What a name of data/places.tsv is of; in any case of ASCII letters. */
enum place_kind lexicon_place(const struct lang_tables *t, struct str name);

/** What a noun of data/roles.tsv, or a word of data/words.tsv for people who speak, tells; in any
 * case of letters. */
struct role lexicon_role(const struct lang_tables *t, struct str noun);

/** The nouns, parted by blanks, for who bears a title of data/titles.tsv ("Gov.": "governor"); in
 * any case of ASCII letters, with its full stop or without. Empty: it is none. */
struct str lexicon_title(const struct lang_tables *t, struct str title);

#endif
