/* The parse of a text as a tree that can be walked downwards. */
#ifndef LANG_PARSE_TREE_H
#define LANG_PARSE_TREE_H

#include "lang/unit.h"

/* The dependency labels that rules ask for (ClearNLP); each is called what it is. */
#define TREE_DEPENDENCIES(X)                                                                       \
    X(acl)                                                                                         \
    X(acomp)                                                                                       \
    X(advcl)                                                                                       \
    X(advmod)                                                                                      \
    X(agent)                                                                                       \
    X(amod)                                                                                        \
    X(appos)                                                                                       \
    X(attr)                                                                                        \
    X(aux)                                                                                         \
    X(auxpass)                                                                                     \
    X(cc)                                                                                          \
    X(ccomp)                                                                                       \
    X(compound)                                                                                    \
    X(conj)                                                                                        \
    X(dative)                                                                                      \
    X(det)                                                                                         \
    X(dobj)                                                                                        \
    X(mark)                                                                                        \
    X(neg)                                                                                         \
    X(nmod)                                                                                        \
    X(npadvmod)                                                                                    \
    X(nsubj)                                                                                       \
    X(nsubjpass)                                                                                   \
    X(nummod)                                                                                      \
    X(oprd)                                                                                        \
    X(parataxis)                                                                                   \
    X(pcomp)                                                                                       \
    X(pobj)                                                                                        \
    X(poss)                                                                                        \
    X(prep)                                                                                        \
    X(prt)                                                                                         \
    X(punct)                                                                                       \
    X(relcl)                                                                                       \
    X(xcomp)

/** Their numbers, and those of parts of speech (Universal Dependencies); one that the model has not
 * is LABELS_MAX, which no token has. */
struct tree_labels {
#define TREE_LABEL(name) uint16_t name;
    TREE_DEPENDENCIES(TREE_LABEL)
#undef TREE_LABEL
    uint16_t verb, auxiliary, noun, proper_noun, pronoun, adjective;
    uint16_t participle, gerund; /* tags */
};

/** Indices are the doc's tokens; NO_INDEX for none. */
struct parse_tree {
    const struct doc *doc;
    struct tree_labels labels;
    uint32_t *first_child, *next_sibling;              /* in the order of the text */
    uint32_t *subject, *passive_subject, *passive_aux; /* the first such child of a token */
    uint32_t *object;                                  /* the first direct or indirect one */
    uint32_t *infinitive;                              /* its "to" */
    uint32_t *left, *right;                  /* first and last token of a token's subtree */
    uint32_t *sentence_first, *sentence_end; /* of the unit's sentence that a token is in */
    uint32_t *word;                          /* the unit's word that a token is part of */
};

/** In u->a; after unit_split_sentences. Time and memory are linear in the text. TS_E_MEMORY. */
int parse_tree_init(struct parse_tree *t, struct unit *u);

static inline const struct doc_token *tree_token(const struct parse_tree *t, uint32_t i) {
    return &t->doc->tokens.at[i];
}

/* A walk over a word's children looks at no more: no word of a real text has more. */
enum { TREE_CHILDREN = 64 };

/** The first child of token i with this label, or NO_INDEX. */
uint32_t tree_child(const struct parse_tree *t, uint32_t i, uint16_t dep);

/** The same, with this lemma. */
uint32_t tree_child_lemma(const struct parse_tree *t, uint32_t i, uint16_t dep, struct str lemma);

/** Token i's head, or NO_INDEX for a root. */
uint32_t tree_head(const struct parse_tree *t, uint32_t i);

/** Tokens first..end-1, held within token i's sentence. */
struct token_range {
    uint32_t first, end;
};
struct token_range tree_subtree(const struct parse_tree *t, uint32_t i);

/** A noun's phrase without the clauses that hang on it or on one of those joined to it: "Roe, who
 * lives there" is Roe. */
struct token_range tree_noun_phrase(const struct parse_tree *t, uint32_t noun);

/** From the first to the last token of a range, without white space and marks at its ends. */
struct span tree_span(const struct parse_tree *t, struct token_range r);

#endif
