/* From the arcs of a projective parse to the tree of a doc. */
#ifndef ENGLISH_PROJECTIVE_H
#define ENGLISH_PROJECTIVE_H

#include "english/doc.h"

/**
 * Gives the tokens that were attached too high their true heads (Nivre and Nilsson 2005, encoding
 * "head"): lifted[i] is the dep of token i's true head, or LABEL_NONE. It becomes the first one
 * with that dep below token i's head, breadth first, left to right, white space and token i left
 * out; without one the head stays. The doc's heads must be projective. Buffers are taken from
 * scratch. At most 64 tokens are looked at for each token of the doc, which no text comes near;
 * when they are spent, heads stay. TS_E_MEMORY.
 */
int tree_lower(struct doc *doc, struct arena *scratch, const uint16_t *lifted,
               struct ts_error *err);

/**
 * The first and the last token below each token (or itself), from the doc's heads: a few passes
 * over it, which are exact in a projective tree and as good as spaCy's elsewhere. Both are
 * [doc->tokens.n]; starts too, where 1 is put for a token at which a sentence begins, its root's
 * left edge, and 0 for the others.
 */
void tree_edges(uint32_t *left, uint32_t *right, uint8_t *starts, const struct doc *doc);

#endif
