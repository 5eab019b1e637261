/* The parse of one report as a tree that can be walked downwards, cut into clauses. */
#ifndef COMPARE_REPORT_PARSE_H
#define COMPARE_REPORT_PARSE_H

#include "compare/event_words.h"

/** The numbers that a report's analysis gives to the labels asked for; LABELS_MAX: it has none. */
struct parse_labels {
    uint32_t acl, acomp, advcl, agent, appos, attr, aux, auxpass, cc, ccomp, conj, csubj, det, dobj,
        expl, mark, neg, nsubj, nsubjpass, oprd, parataxis, pcomp, pobj, poss, prep, prt, punct,
        relcl, root, xcomp;
    uint32_t verb, auxiliary, noun, proper_noun, number, adjective, pronoun, adverb;
    uint32_t gerund, participle, base, plural; /* the tags VBG, VBN, VB, NNS */
    uint32_t wh_adverb;                        /* WRB */
    uint32_t amod, compound, dative;
};

/** Arrays have one item a token; NO_INDEX for none. */
struct report_parse {
    const struct analysis *analysis;
    const struct event_words *words; /* that lemma has the numbers of */
    struct parse_labels labels;
    uint32_t *first_child, *next_sibling; /* in the order of the text */
    uint32_t *left, *right;               /* first and last token of a token's subtree */
    uint32_t *subject; /* the first subject among a token's children, active or passive */
    uint32_t *clause;  /* the predicate of the clause that a token is in; its own number for a
                          predicate */
    uint32_t *first_in, *next_in; /* of a predicate, and of a token: the tokens of one clause */
    uint32_t *sentence;
    uint32_t *lemma;     /* number of event_words_id */
    uint32_t *entity;    /* that a token is a mention of */
    uint32_t *statement; /* the innermost whose content has the token */
    bool *cue;           /* the token is of a statement's cue */
};

/** All in a; words->w tells of errors. Time and memory are linear in the report. TS_E_MEMORY. */
int report_parse_init(struct report_parse *p, struct arena *a, struct event_words *words,
                      const struct analysis *analysis);

static inline const struct token *parse_token(const struct report_parse *p, uint32_t i) {
    return &p->analysis->tokens.at[i];
}

/** The first child of token i with this label, among its first 64, or NO_INDEX. */
uint32_t parse_child(const struct report_parse *p, uint32_t i, uint32_t dep);

/** Token i's head, or NO_INDEX for a root. */
static inline uint32_t parse_head(const struct report_parse *p, uint32_t i) {
    uint32_t head = parse_token(p, i)->head;
    return head == i ? NO_INDEX : head;
}

/** Whether a token's lemma is of a class of data/lemma_classes.tsv. */
static inline bool parse_has_class(const struct report_parse *p, uint32_t i, enum lemma_class c) {
    return lemma_set_has(&p->words->words.at[p->lemma[i]].classes, c);
}

/** Whether a token's lemma is one of a few words, parted by blanks; ASCII letters are folded. */
bool parse_is_one_of(const struct report_parse *p, uint32_t i, const char *words);

/** Whether a token has this tag of the Penn Treebank: "VBD". */
bool parse_has_tag(const struct report_parse *p, uint32_t i, const char *tag);

#endif
