/* The words of page furniture and promotion: data/text_words.tsv, and what they say of a paragraph.
 */
#ifndef READ_TEXT_WORDS_H
#define READ_TEXT_WORDS_H

#include "base/map.h"
#include "tables/tables.h"

struct text_row {
    unsigned kind; /* WORD_* */
    struct str words;
    const char *why;       /* of a WORD_LINE; role of a WORD_DATE */
    const char *start_why; /* of a WORD_START */
};

enum {
    WORD_LINE = 1,       /* is a whole line */
    WORD_START = 2,      /* begins a line */
    WORD_ASK = 4,        /* a verb that asks the reader for something */
    WORD_THING = 8,      /* what promotion is about */
    WORD_YOU = 16,       /* the reader */
    WORD_WE = 32,        /* the page's makers */
    WORD_SAID = 64,      /* reports speech: no promotion does */
    WORD_DATE = 128,     /* labels a date */
    WORD_PLACE = 256,    /* is part of no person's name: "news", "desk", "correspondent" */
    WORD_CREDIT = 512,   /* begins a line that says where the report is from */
    WORD_OPINION = 1024, /* a line by which a page says that it is one writer's view */
    WORD_COUNTED = WORD_ASK | WORD_THING | WORD_YOU | WORD_WE | WORD_SAID
};

enum { TEXT_FILTER_WORDS = 128 };

/** Read-only once filled. */
struct text_words {
    VEC_OF(struct text_row) rows;
    struct map rows_by_words;
    struct map first; /* first word -> most words of a row, times 4096, and the kinds of rows that
                         begin with it */
    uint32_t counted[TEXT_FILTER_WORDS]; /* filters: no bit, no row of WORD_COUNTED, or ... */
    uint32_t lines[TEXT_FILTER_WORDS]; /* ... of a kind that begins a line, begins with the word */
};

/** Reads the embedded table. TS_E_MEMORY, TS_E_LIMIT; TS_E_FORMAT when the table is not well made.
 */
int text_words_init(struct text_words *words, struct arena *a, struct ts_error *err);

/** What a paragraph holds of them. */
struct text_score {
    uint32_t words;       /* of the paragraph */
    uint32_t asks;        /* verbs that ask, at the head of a sentence */
    uint32_t asks_inside; /* elsewhere */
    uint32_t things;
    uint32_t you, we, said;
    bool quoted;
    bool all_lines;       /* the whole is a row of WORD_LINE, or several one after the other */
    const char *why;      /* of the last of them; else of the WORD_START it begins with, or NULL */
    uint32_t start_words; /* of that WORD_START, ... */
    size_t start_end;     /* ... and where it ends in s */
    bool credit;          /* begins with a WORD_CREDIT */
};

/** Linear in s. */
void text_words_score(struct text_score *score, const struct text_words *words, struct str s);

/** The next word of s at or after *at: letters, digits, and apostrophes and hyphens between them;
 * empty at the end. */
struct str text_word_next(struct str s, size_t *at);

/** The kinds of the row that is just these words, in any case; 0 when there is none. *row is it, or
 * NULL. */
unsigned text_words_kind(const struct text_row **row, const struct text_words *words, struct str s);

/** A hash of a word that its inflected forms mostly share. */
uint64_t text_word_stem(struct str word);

#endif
