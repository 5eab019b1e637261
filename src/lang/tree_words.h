/* What the rules on whole sentences ask of the words of a parse. */
#ifndef LANG_TREE_WORDS_H
#define LANG_TREE_WORDS_H

#include "lang/parse_tree.h"

/** The first token that ends behind a byte of the text; the number of tokens when none does. */
uint32_t tree_token_at(const struct parse_tree *t, uint32_t byte);

/** The first of the pipeline's entities that ends behind a token; their number when none does. */
uint32_t tree_entity_at(const struct parse_tree *t, uint32_t token);

/** Bits of enum tone of token i, by its lemma and part of speech. */
uint32_t tree_tones(const struct unit *u, uint32_t i);

/** The head of the unit's sentence: its first root that is a verb, else its first; NO_INDEX for a
 * sentence without tokens. */
uint32_t tree_root(const struct unit *u, uint32_t sentence);

/** The first child of i with the label whose tones meet the bits, or NO_INDEX. */
uint32_t tree_child_tone(const struct unit *u, uint32_t i, uint16_t dep, uint32_t tones);

/** The auxiliary of a verb with this spelling ("would", "had", "to"), or NO_INDEX. */
uint32_t tree_auxiliary(const struct parse_tree *t, uint32_t verb, struct str word);

/** Whether a word opens a clause that is joined to another, and ends none: "but", "while"; not
 * "yet" of "not yet, X said". */
bool tree_joins_clauses(struct str word);

/** Whether a finite verb tells of the past: "went", "was seen", "had gone". */
bool tree_is_past(const struct unit *u, uint32_t verb);

/** "would like to point out that it is safe", "wishes to stress that": whether by that it is said,
 * and by nobody else. wish is the "like", verb the "point". */
bool tree_says_politely(const struct unit *u, uint32_t wish, uint32_t verb);

/** The subject of a verb, active or passive, or NO_INDEX. */
static inline uint32_t tree_subject(const struct parse_tree *t, uint32_t verb) {
    return t->subject[verb] != NO_INDEX ? t->subject[verb] : t->passive_subject[verb];
}

static inline struct str tree_text(const struct parse_tree *t, uint32_t i) {
    return str_span(t->doc->text, tree_token(t, i)->text);
}

static inline bool tree_tag_is(const struct unit *u, uint32_t i, const char *tag) {
    return str_eq(labels_name(u->analysis->labels, tree_token(u->tree, i)->tag), str_of(tag));
}

/** "Ann Roe's", of a name's tokens up to end: the mark is the last of them, or behind it. */
static inline bool tree_is_owner(const struct unit *u, uint32_t end) {
    return (end > 0 && tree_tag_is(u, end - 1, "POS")) ||
           (end < u->tree->doc->tokens.n && tree_tag_is(u, end, "POS"));
}

#endif
