/* One text under analysis (an article's text or its title) and what the passes have found in it so
 * far. */
#ifndef LANG_UNIT_H
#define LANG_UNIT_H

#include "english/doc.h"
#include "lang/lexicon.h"

/* Facts on a word's spelling and place. */
enum word_flag {
    W_UPPER = 1,       /* begins with a capital, or has one inside as "eBay" has */
    W_CAPS = 2,        /* two or more letters, all capitals */
    W_SPACE = 4,       /* white space stands before it */
    W_DOT = 8,         /* a full stop is part of it */
    W_POSSESSIVE = 16, /* 's, or the apostrophe after a plural */
    W_QUOTED = 32,     /* inside a direct quotation */
    W_START = 64,      /* the first word of its sentence */
    W_DOMAIN = 128,    /* looks like a web domain: "Example.com" */
    W_NAME = 256,      /* part of a name */
    W_LINK = 512,      /* a URL or a handle */
    W_CLOSING = 1024,  /* a quotation mark that closes */
    W_TIME = 2048,     /* part of a date or time */
    W_DASH = 4096      /* a hyphen joins its parts */
};

enum word_kind { WORD_LETTERS, WORD_NUMBER, WORD_PUNCT, WORD_SYMBOL };

/* What the rules read as one word: one or more of the pipeline's tokens (unit_words.c). */
struct word {
    struct span text;
    enum word_kind kind;
    uint32_t lexeme;
    uint32_t sentence;
    uint32_t mention; /* of the outlet whose words these are, or NO_INDEX */
    uint32_t flags;
};

/* Words first..end-1; none for a sentence of marks that the rules do not read. */
struct unit_sentence {
    uint32_t first, end;
    uint32_t first_token; /* of the doc */
    uint32_t paragraph;
};

/* A quotation between marks. Words first..end-1 are inside the marks; they may be none. */
struct quotation {
    uint32_t open,
        close; /* words of the marks; close is the paragraph's end for one that goes on */
    uint32_t paragraph;
    uint32_t words;
    bool goes_on;       /* its paragraph does not close it: the next one opens it again */
    bool continued;     /* it is the going on of the quotation before it */
    uint32_t statement; /* that has it as content, or NO_INDEX */
};

/* MENTION_ANY: "a South Korean newspaper", which has no name; "the newspaper" may then mean it.
 * MENTION_BARE: "the Herald" that no full name brought up; only a credit makes it an outlet's, and
 * until then its word has no mention. */
enum mention_how {
    MENTION_TABLE,
    MENTION_SHAPE,
    MENTION_SHORT,
    MENTION_BACK,
    MENTION_ANY,
    MENTION_BARE
};

/* An outlet that the text may credit; it becomes an entity when it is in the table or is credited.
 */
struct outlet_name {
    struct str name;
    uint32_t row;    /* of the outlet table, or NO_INDEX */
    uint32_t entity; /* in the analysis, or NO_INDEX */
    bool agency;
    bool self; /* the report's own outlet */
    bool credited;
};

/* Words that stand for an outlet: words first..end-1, without article. */
struct outlet_mention {
    uint32_t first, end;
    uint32_t left,
        right;     /* the whole noun phrase: "the German newspaper X", "the X news agency (XNA)" */
    uint32_t name; /* in outlet_names; NO_INDEX: a back reference that is not resolved */
    enum mention_how how;
    bool weak;    /* of a shape that counts only beside a strong cue */
    bool article; /* "the" stands before it */
    bool credited;
};

/* The outlets that the article's title and text name, and the short forms they brought up. */
struct outlet_names {
    VEC_OF(struct outlet_name) at;
    struct map by_name;  /* without article */
    struct map by_head;  /* "Ledger" -> the outlet last named in full that ends so */
    struct map by_short; /* "NPA" */
    struct map by_first; /* first words of the names in by_name */
    struct map by_bare;  /* "Herald" of "the Herald", which no full name explains */
    struct map people;   /* words that end a person's name: "Bloomberg" after a given name */
    uint32_t self;       /* or NO_INDEX */
    uint32_t last_credited;
};

/* A dateline in the text, which the pipeline does not read; it has no words. */
struct unit_dateline {
    struct span text;
    struct span agency; /* with its brackets; may be empty */
    bool head;          /* of the text's first sentence */
};

struct parse_tree;

struct unit {
    struct arena *a;
    const struct lang_tables *tables;
    const struct outlets *outlets;
    const struct article *article;
    struct analysis *analysis; /* entities and statements go here */
    struct ts_error *err;
    struct str text;
    const struct doc *doc;   /* the text in the pipeline's eyes */
    struct parse_tree *tree; /* of doc */
    bool in_title;
    struct outlet_names *names; /* shared by title and text */
    const struct paragraph *paragraphs;
    uint32_t paragraph_count;
    VEC_OF(struct unit_dateline) datelines;
    VEC_OF(struct word) words; /* one that is none stands at words.at[words.n] */
    VEC_OF(struct unit_sentence) sentences;
    VEC_OF(struct quotation) quotations;
    VEC_OF(struct outlet_mention) mentions;
    VEC_OF(uint32_t) paragraph_words; /* first word of each paragraph, and the end */
    bool refused; /* memory was, where a function could not say so: the analysis fails at its end */
};

static inline const struct lexeme *unit_lexeme(const struct unit *u, uint32_t i) {
    return &u->tables->lexemes.at[i < u->words.n ? u->words.at[i].lexeme : 0];
}

/** Whether word i (which may be beyond the end) is a word of one of the classes. */
static inline bool unit_is(const struct unit *u, uint32_t i, uint64_t classes) {
    return unit_lexeme(u, i)->classes & classes;
}

static inline bool unit_has(const struct unit *u, uint32_t i, uint32_t flags) {
    return i < u->words.n && (u->words.at[i].flags & flags);
}

static inline struct str unit_text(const struct unit *u, uint32_t i) {
    if (i >= u->words.n)
        return STR_NONE;
    struct span span = u->words.at[i].text;
    return (struct str){u->text.at + span.start, span.end - span.start};
}

/** Whether word i is part of an outlet's name. */
static inline bool unit_in_outlet_name(const struct unit *u, uint32_t i) {
    uint32_t m = i < u->words.n ? u->words.at[i].mention : NO_INDEX;
    return m != NO_INDEX &&
           (u->mentions.at[m].how < MENTION_BACK || u->mentions.at[m].how == MENTION_BARE);
}

/** The word is this one punctuation mark. */
static inline bool unit_mark(const struct unit *u, uint32_t i, char mark) {
    return i < u->words.n && u->words.at[i].text.end - u->words.at[i].text.start == 1 &&
           u->text.at[u->words.at[i].text.start] == mark;
}

static inline bool unit_word_is(const struct unit *u, uint32_t i, struct str lower) {
    if (i >= u->words.n || u->words.at[i].text.end - u->words.at[i].text.start != lower.n)
        return false;
    const char *at = u->text.at + u->words.at[i].text.start;
    for (size_t k = 0; k < lower.n; k++)
        if ((at[k] | 0x20) !=
            lower.at[k]) /* lower has letters alone: no other byte folds to one of them */
            return false;
    return true;
}

static inline bool unit_kind(const struct unit *u, uint32_t i, enum word_kind kind) {
    return i < u->words.n && u->words.at[i].kind == kind;
}

/** The cue verb at word i in one of the forms and of one of the kinds, or NULL. */
static inline const struct cue *unit_cue(const struct unit *u, uint32_t i, unsigned forms,
                                         uint32_t kinds) {
    const struct lexeme *x = unit_lexeme(u, i);
    if (!(x->classes & CLASS(C_CUE)) || !(x->forms & forms) ||
        !(u->tables->cues.at[x->cue].kinds & kinds))
        return NULL;
    return &u->tables->cues.at[x->cue];
}

/** First word of the sentence of word i, and the word after its last. */
static inline uint32_t unit_sentence_first(const struct unit *u, uint32_t i) {
    return u->sentences.at[u->words.at[i].sentence].first;
}
static inline uint32_t unit_sentence_end(const struct unit *u, uint32_t i) {
    return u->sentences.at[u->words.at[i].sentence].end;
}

/** A name's word: capitalised, and no everyday word that stands first in its sentence. */
static inline bool unit_capital(const struct unit *u, uint32_t i) {
    return unit_has(u, i, W_UPPER) && unit_kind(u, i, WORD_LETTERS) &&
           !(unit_has(u, i, W_START) && unit_is(u, i, CLASS(C_COMMON)));
}

/** The stretch of words first..end-1. */
static inline struct span unit_span(const struct unit *u, uint32_t first, uint32_t end) {
    if (first >= end || end > u->words.n)
        return (struct span){0, 0};
    return (struct span){u->words.at[first].text.start, u->words.at[end - 1].text.end};
}

/** The first word that ends behind a byte of the text; the count of words when none does. */
static inline uint32_t unit_word_at(const struct unit *u, uint32_t byte) {
    return SPANS_FIND(u->words, byte);
}

/** A line under a picture or between two parts, and no paragraph of what is told: short, without a
 * full stop and without quotation marks. */
bool unit_is_caption(const struct unit *u, uint32_t paragraph);

/* The passes, in their order. Each is linear; each returns TS_OK, or fills u->err. */
int unit_find_words(struct unit *u);
int unit_split_sentences(struct unit *u);
int unit_find_quotations(struct unit *u);
int unit_find_outlets(struct unit *u);
int unit_find_times(struct unit *u);
int unit_find_quantities(struct unit *u);
int unit_find_credits(struct unit *u);
int unit_find_checks(struct unit *u);
int unit_find_credit_lines(struct unit *u);
int unit_find_posts(struct unit *u);
int unit_find_reported(struct unit *u);
int unit_find_speech(struct unit *u);
int unit_credit_sources(struct unit *u); /* sources that are outlets by name or by link */
int unit_find_anonymity(struct unit *u); /* why a source has no name */
int unit_find_entities(struct unit *u);  /* and links sources to them */
int unit_hand_tokens(struct unit *u);    /* the analysis's tokens and sentences */
int unit_find_modality(struct unit *u);
int unit_find_chains(struct unit *u);
int unit_find_voices(struct unit *u);

#endif
