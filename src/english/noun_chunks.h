/* Noun phrases without nesting: a noun and all to the left of it that hangs on it. */
#ifndef ENGLISH_NOUN_CHUNKS_H
#define ENGLISH_NOUN_CHUNKS_H

#include "english/doc.h"

/** The numbers of the labels it goes by. */
struct noun_chunks {
    uint32_t parts[3];  /* NOUN, PROPN, PRON */
    uint32_t roles[10]; /* "nsubj", "dobj", ... */
    uint32_t conj;
};

/** Looks up the labels; one that the model does not have is never met. */
void noun_chunks_open(struct noun_chunks *out, const struct labels *l);

/**
 * Fills doc->chunks from pos, head and dep, by spaCy's rules for English (3.8, lang/en/
 * syntax_iterators.py); a chunk's root is its last token. Any heads within the doc will do, also
 * ones that are no tree. Linear time. TS_E_MEMORY, TS_E_LIMIT.
 */
int noun_chunks_run(const struct noun_chunks *c, struct doc *doc, struct ts_error *err);

#endif
