/* What the stage `lang` adds to an article: sentences, tokens, quantities, times and who says what
 * (twosource.analysis/1). */
#ifndef LANG_ANALYSIS_H
#define LANG_ANALYSIS_H

#include "english/tag_labels.h"
#include "nn/model_mark.h"
#include "read/article.h"

/** A word or mark of the text. tag, pos and dep are numbers of the analysis's labels. */
struct token {
    struct span text;
    struct str lemma;
    uint32_t
        head;     /* its head among the tokens, in the same sentence; its own number for the root */
    uint16_t tag; /* Penn Treebank: "NNP" */
    uint16_t pos; /* Universal Dependencies: "PROPN" */
    uint16_t dep; /* ClearNLP: "nsubj"; "ROOT" */
};

/* How a report gives a sentence: as its own flat assertion, on somebody's word, or as its own
 * judgement. */
enum voice { VOICE_OWN, VOICE_ATTRIBUTED, VOICE_OPINION, VOICES };

#define NO_INDEX UINT32_MAX

struct sentence {
    struct span text;
    uint32_t first_token, token_count;
    uint32_t paragraph;
    enum voice voice;
    struct str voice_rule; /* the id of the rule that decided it */
    struct span voice_cue; /* the words that did; may be empty */
    uint32_t on;           /* the innermost statement whose word it is given on, or NO_INDEX */
    bool carried;          /* on a statement of an earlier sentence */
};

enum mention_form { MENTION_NAME, MENTION_NOMINAL, MENTION_PRONOUN, MENTION_FORMS };

struct mention {
    struct span text;
    uint32_t sentence;
    enum mention_form form;
};

/** A name and where it stands. The kinds are OntoNotes 5's: "PERSON", "ORG", "GPE", "NORP", ... */
struct entity {
    struct str name; /* the fullest form in the text, or the table's */
    struct str kind;
    bool outlet;                     /* a publication or agency, of the table or credited here */
    VEC_OF(struct mention) mentions; /* in the order of the text */
};

enum { VECTOR_WIDTH = 384 }; /* numbers of a sentence vector */
enum { CHAIN_MAX = 8 };      /* statements that one is within, at most */

/** A point in time that the text names; value as TIMEX3 has it. */
struct time_expression {
    struct span text;
    struct str type;      /* "DATE", "TIME", "DURATION" */
    struct str value;     /* "2025-04-05", "XXXX-04-05", "P3D", ... */
    struct str anchor;    /* "published" when the report's date was needed, "text" when not; none */
    struct str precision; /* "day", ... */
};

struct quantity {
    struct span text;
    double value;
    struct str unit;  /* ISO 4217 for money, "%" for percent, the counted noun's lower-case form for
                         a count, a measure's symbol */
    struct str kind;  /* "money", "count", "percent", "measure", "ordinal" */
    struct str bound; /* "exact", "at_least", "at_most", "about" */
};

enum source_class {
    SOURCE_OUTLET,
    SOURCE_AGENCY,
    SOURCE_PERSON,
    SOURCE_ORGANISATION,
    SOURCE_DOCUMENT,
    SOURCE_UNNAMED,
    SOURCE_UNKNOWN,
    SOURCE_CLASSES
};

enum statement_type { STATEMENT_DIRECT, STATEMENT_INDIRECT, STATEMENT_MIXED };
/* What the source does with the content: says it, believes it, knows it, or means to do it. Only of
 * what a source says or believes is the content on its word; the rest the report tells of it. After
 * the Penn Discourse Treebank's communication, propositional attitude, factive and control. */
enum attitude { ATTITUDE_SAYS, ATTITUDE_BELIEVES, ATTITUDE_KNOWS, ATTITUDE_INTENDS, ATTITUDES };

/* What is said is given as so, as still to come, as so under a condition, or as what may be. */
enum modality {
    MODALITY_FACT,
    MODALITY_PLANNED,
    MODALITY_CONDITIONAL,
    MODALITY_POSSIBLE,
    MODALITIES
};
enum statement_check { CHECK_NONE, CHECK_OWN, CHECK_NONE_MADE };

/**
 * A stretch given on somebody's word. in_title: spans count in article.title, else in article.text.
 * A source or cue that is absent has an empty span. With check CHECK_OWN the source is the report's
 * own outlet.
 */
struct statement {
    enum statement_type type;
    bool in_title;
    struct span source;
    enum source_class source_class;
    struct span stands_for;      /* the words that a pronoun for a source stands for ("the officer"
                                    of "he said"), when it is no entity, or who gives what is
                                    cited ("figures released by the council"); may be empty */
    uint32_t entity;             /* index in entities, or NO_INDEX */
    VEC_OF(uint32_t) candidates; /* entities that an unlinked source may be */
    uint32_t stated_people;      /* "two officials" behind or as the source: 2; 0 when not stated */
    struct span described_as;    /* the words for unnamed people behind the source ("citing two
                                    officials"); may be empty */
    struct span cue;
    enum attitude attitude;
    struct str cue_lemma; /* "report", "according to", "cite", "tell", ... */
    struct str force;     /* "neutral", "doubt", "assert", "deny", "reveal" */
    VEC_OF(struct span) content;
    uint32_t sentence; /* of the cue; 0 in a title */
    bool negated;
    enum modality modality;
    struct span hedge;          /* of the report itself: "allegedly"; may be empty */
    struct span reason_unnamed; /* why the source has no name ("who was not authorised to speak");
                                   may be empty */
    uint32_t within; /* the statement that this one is part of, an earlier number or a later one; or
                        NO_INDEX */
    bool relayed; /* a named person or organisation speaks to the outlet: the outlet only relays */
    bool self;    /* the source is the report's own outlet */
    bool opinion_piece; /* the source is an op-ed, editorial or column in the outlet */
    bool credit_line;   /* a byline, dateline or foot credit ("(Reuters)", "With reporting by AP"),
                           not a sentence's cue */
    bool partial;       /* "with AP": the report is only partly the agency's */
    enum statement_check check;
    struct span
        means; /* of an own check: how it was made ("by examining bank records"); may be empty */
    struct str rule; /* the id of the rule that made it */
};

/** The words that name or describe a statement's source: those that its pronoun stands for, else
 * the source itself; may be empty. */
static inline struct span statement_source(const struct statement *s) {
    return s->stands_for.start < s->stands_for.end ? s->stands_for : s->source;
}

/** Whether a statement's source is an outlet or an agency. */
static inline bool statement_of_outlet(const struct statement *s) {
    return s->source_class == SOURCE_OUTLET || s->source_class == SOURCE_AGENCY;
}

/** Whether a statement says nothing of whose it is: "reportedly", "is said to". */
static inline bool statement_names_nobody(const struct statement *s) {
    return s->source.start >= s->source.end && s->entity == NO_INDEX && !s->self;
}

/** All storage but the labels is in the article's arena or one that lives no longer; the engine
 * outlives both. Read-only once made. */
struct analysis {
    const struct article *article;
    bool supported;              /* false: no model for the language; all arrays are empty */
    struct model_mark model;     /* that it was made by; none when not supported */
    const struct labels *labels; /* the tokens'; the engine's, or in the same arena */
    VEC_OF(struct token) tokens;
    VEC_OF(struct sentence) sentences;
    VEC_OF(struct entity) entities;
    VEC_OF(struct time_expression) times;
    VEC_OF(struct quantity) quantities;
    VEC_OF(struct statement) statements;
    struct utf8_index title_index;        /* of article.title */
    const float (*vectors)[VECTOR_WIDTH]; /* one a sentence, of length 1; NULL: not asked for */
    struct model_mark vectors_model;      /* that they were made by */
    struct str kind_revised; /* "opinion" when a report's voice shows it to be that; else empty */
};

const char *source_class_name(enum source_class c);
const char *statement_type_name(enum statement_type t);

/**
 * A copy of which all storage but the article is in a, in no more room than it needs; nothing else
 * of the first is kept. TS_E_MEMORY or TS_E_LIMIT.
 */
int analysis_copy(struct analysis **out, struct arena *a, const struct analysis *analysis,
                  struct ts_error *err);

/** Writes one twosource.analysis/1 object: the article's keys, then its own. */
void analysis_json(struct json_out *j, const struct analysis *analysis);

/** Reads what analysis_json writes; article was made from the same root by article_from_json. */
int analysis_from_json(struct analysis **out, struct arena *a, const struct article *article,
                       const json_t *root, struct ts_error *err);

#endif
