#include "lang/tree_words.h"

uint32_t tree_token_at(const struct parse_tree *t, uint32_t byte) {
    return SPANS_FIND(t->doc->tokens, byte);
}

uint32_t tree_entity_at(const struct parse_tree *t, uint32_t token) {
    uint32_t low = 0, high = t->doc->entities.n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (t->doc->entities.at[middle].end <= token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t tree_tones(const struct unit *u, uint32_t i) {
    const struct tree_labels *l = &u->tree->labels;
    const struct doc_token *t = tree_token(u->tree, i);
    enum tone_class word_class = TONE_ADVERB;
    if (t->pos == l->verb || t->pos == l->auxiliary)
        word_class = TONE_VERB;
    else if (t->pos == l->noun)
        word_class = TONE_NOUN;
    else if (t->pos == l->adjective)
        word_class = TONE_ADJECTIVE;
    return lexicon_tones(u->tables, t->lemma, word_class);
}

uint32_t tree_root(const struct unit *u, uint32_t sentence) {
    const struct parse_tree *t = u->tree;
    uint32_t i = u->sentences.at[sentence].first_token, root = NO_INDEX,
             end = sentence + 1 < u->sentences.n ? u->sentences.at[sentence + 1].first_token
                                                 : t->doc->tokens.n;
    for (; i < end; i++) {
        const struct doc_token *token = tree_token(t, i);
        if (token->is_space || tree_head(t, i) != NO_INDEX)
            continue;
        if (token->pos == t->labels.verb || token->pos == t->labels.auxiliary)
            return i;
        if (root == NO_INDEX && token->dep != t->labels.punct)
            root = i;
    }
    return root;
}

uint32_t tree_child_tone(const struct unit *u, uint32_t i, uint16_t dep, uint32_t tones) {
    const struct parse_tree *t = u->tree;
    uint32_t k = t->first_child[i];
    for (uint32_t n = 0;
         k != NO_INDEX && (tree_token(t, k)->dep != dep || !(tree_tones(u, k) & tones)); n++)
        k = n < TREE_CHILDREN ? t->next_sibling[k] : NO_INDEX;
    return k;
}

uint32_t tree_auxiliary(const struct parse_tree *t, uint32_t verb, struct str word) {
    uint32_t k = t->first_child[verb];
    for (uint32_t n = 0; k != NO_INDEX && (tree_token(t, k)->dep != t->labels.aux ||
                                           !str_eq_nocase(tree_text(t, k), word));
         n++)
        k = n < TREE_CHILDREN ? t->next_sibling[k] : NO_INDEX;
    return k;
}

bool tree_joins_clauses(struct str word) {
    static const char *const words[] = {"and",     "but",      "or",     "while",
                                        "whereas", "although", "because"};
    return str_is_one_of(word, words, sizeof words / sizeof *words);
}

bool tree_is_past(const struct unit *u, uint32_t verb) {
    const struct parse_tree *t = u->tree;
    if (tree_tag_is(u, verb, "VBD"))
        return true;
    uint32_t n = 0;
    for (uint32_t k = t->first_child[verb]; k != NO_INDEX && k < verb && n < TREE_CHILDREN;
         k = t->next_sibling[k], n++) {
        uint16_t dep = tree_token(t, k)->dep;
        if ((dep == t->labels.aux || dep == t->labels.auxpass) && tree_tag_is(u, k, "VBD"))
            return true;
    }
    return false;
}
