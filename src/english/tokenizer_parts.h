/* The parts of the tokenizer, for its own files. A chunk is a stretch of text without white space,
 * or one of white space alone. */
#ifndef ENGLISH_TOKENIZER_PARTS_H
#define ENGLISH_TOKENIZER_PARTS_H

#include "base/map.h"
#include "english/affix_layout.h"
#include "english/forms.h"

/* ---- Affixes: tokenizer_affixes.c */

/** The rules of one kind by the symbol that each begins with (a suffix: ends with):
 * rules[starts[symbol]..starts[symbol + 1] - 1], in their order. */
struct affix_index {
    const uint32_t *starts;
    const uint16_t *rules;
};

struct affixes {
    const uint16_t *pages, *symbols, *rules;
    const uint32_t *sets;
    uint32_t set_count, set_words;
    struct affix_index by_symbol[AFFIX_KINDS];
};

/** A chunk by its n code points: each one's number, symbol and first byte (offsets[n] is its end).
 */
struct chunk {
    const uint32_t *cps;
    const uint16_t *symbols;
    const uint32_t *offsets;
    uint32_t n;
};

int affixes_open(struct affixes *out, struct arena *a, const struct model_file *m,
                 struct ts_error *err);

uint16_t affix_symbol(const struct affixes *a, uint32_t cp);
bool affix_in_set(const struct affixes *a, uint32_t set, uint16_t symbol);

/** How many code points the prefix (suffix) of start..end-1 has, of which alone it is looked for;
 * 0: there is none. */
uint32_t affix_prefix(const struct affixes *a, const struct chunk *c, uint32_t start, uint32_t end);
uint32_t affix_suffix(const struct affixes *a, const struct chunk *c, uint32_t start, uint32_t end);

/** How many code points the infix that begins at `at` within start..end-1 has; 0: none does. */
uint32_t affix_infix(const struct affixes *a, const struct chunk *c, uint32_t at, uint32_t start,
                     uint32_t end);

/* ---- Web addresses: tokenizer_url.c */

/**
 * Whether the code points, of which none is white space, are a web or mail address: the expression
 * of Diego Perini as spaCy has it (lang/tokenizer_exceptions.py, URL_PATTERN), decided in linear
 * time. tld is the set of what a top-level domain is made of.
 */
bool url_is(const struct affixes *a, uint32_t tld, const uint32_t *cps, const uint16_t *symbols,
            uint32_t n);

/* ---- Exceptions and the tokenizer itself */

struct exception_token {
    uint32_t bytes; /* of the exception's text */
    uint32_t norm;  /* number in norms + 1; 0: the word's own */
};

/** Sequences of tokens that an exception's text is cut into when it is not found whole, as a tree
 * over the numbers of their texts. */
struct specials {
    struct map words;    /* text -> number, 1.. */
    struct map edges;    /* node << 32 | number -> node */
    VEC_OF(bool) ends;   /* by node; 0 is the root */
    size_t word_longest; /* bytes */
    uint32_t longest;    /* tokens */
};

struct tokenizer {
    struct affixes affixes;
    struct string_table exceptions;
    const uint32_t *exception_ends; /* of each one's tokens in the list of all */
    const struct exception_token *exception_tokens;
    struct string_list norms;
    size_t exception_longest; /* bytes */
    uint32_t tld;
    struct specials specials;
};

/* ---- Cutting one chunk: tokenizer_split.c */

/** A token of a chunk, in bytes of the chunk. */
struct cut {
    uint32_t start, end;
    struct str norm; /* an exception's, or none */
};

/** Buffers of cutting, in an arena; the cuts are the result. */
struct split {
    struct arena *arena;
    struct chunk chunk;
    uint32_t *cps, *offsets;
    uint16_t *symbols;
    uint32_t room; /* code points in each of the three */
    VEC_OF(uint32_t) suffixes;
    VEC_OF(struct cut) cuts;
};

/** The chunk at or behind *at, which is moved to where the next may begin; *space tells whether a
 * blank that belongs to it stands behind it. false: there is no more. */
bool split_next_chunk(struct span *chunk, bool *space, struct str text, size_t *at);

/** The number of the exception with this text, or MAP_NONE. */
uint32_t split_exception(const struct tokenizer *t, struct str text);

/** Adds the exception's cuts, from byte start of what is cut. false when memory is refused. */
bool split_add_exception(const struct tokenizer *t, struct split *s, uint32_t exception,
                         uint32_t start);

/** Cuts text, which is one chunk, into s->cuts, with the exceptions or without. false when memory
 * is refused. */
bool split_chunk(const struct tokenizer *t, struct split *s, struct str text, bool exceptions);

/** Fills s->chunk only. */
bool split_decode(const struct tokenizer *t, struct split *s, struct str text);

/* ---- The work of one thread: tokenizer.c */

/** What a chunk is cut into: tokens first..first+n-1. */
struct chunk_entry {
    uint32_t first, n;
};

struct chunk_token {
    uint32_t bytes, form;
};

/** A found sequence; exception is MAP_NONE when it stays as it is. */
struct special_match {
    uint32_t start, n, exception;
};

struct tokenizer_work {
    struct arena arena; /* the store */
    struct map by_text; /* chunk -> entry */
    VEC_OF(struct chunk_entry) entries;
    VEC_OF(struct chunk_token) tokens;
    VEC_OF(uint16_t) words; /* by form: its number in specials.words, 0: none */
    struct arena buffers;
    struct split split;
    VEC_OF(struct special_match) matches;
};

/* ---- Exceptions that were cut: tokenizer_specials.c */

int specials_open(struct tokenizer *t, struct arena *a, const struct model_file *m, bool all,
                  struct ts_error *err);

struct doc;

/** Puts exceptions' tokens in place of the sequences that spell one. false: no memory. */
bool specials_apply(const struct tokenizer *t, struct tokenizer_work *w, struct forms *forms,
                    struct doc *doc);

#endif
