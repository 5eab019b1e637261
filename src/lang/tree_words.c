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

/* "make clear", "point out", and not "make sure"; "announce that", where "announce on Friday that"
 * is a plan. */
static bool is_polite_verb(const struct unit *u, uint32_t verb) {
    static const char *const verbs[] = {"stress",    "clarify",   "remind",  "emphasise",
                                        "emphasize", "reiterate", "confirm", "state",
                                        "announce",  "make",      "point"};
    static const char *const at_once[] = {"confirm", "state", "announce"};
    const struct parse_tree *t = u->tree;
    struct str lemma = tree_token(t, verb)->lemma, next = tree_text(t, verb + 1);
    if (!str_is_one_of(lemma, verbs, sizeof verbs / sizeof *verbs))
        return false;
    if (str_eq(lemma, STR("make")))
        return str_eq(next, STR("clear"));
    if (str_eq(lemma, STR("point")))
        return str_eq(next, STR("out"));
    return !str_is_one_of(lemma, at_once, sizeof at_once / sizeof *at_once) ||
           str_eq(next, STR("that"));
}

/* "would like to": at most "also" stands between; not "would have liked to". */
static bool would_like(const struct parse_tree *t, uint32_t like) {
    static const char *const between[] = {"also", "again", "just", "therefore"};
    static const char *const would[] = {"would", "'d",
                                        "\xE2\x80\x99"
                                        "d"};
    uint32_t i = like;
    if (!str_eq(tree_text(t, like), STR("like")))
        return false;
    if (i > 1 && str_is_one_of(tree_text(t, i - 1), between, sizeof between / sizeof *between))
        i--;
    return i > 0 && str_is_one_of(tree_text(t, i - 1), would, sizeof would / sizeof *would);
}

/* "wishes to", without "does not", "no longer" or "never". */
static bool wishes(const struct parse_tree *t, uint32_t wish) {
    if (!str_eq(tree_token(t, wish)->lemma, STR("wish")))
        return false;
    for (uint32_t k = t->first_child[wish]; k != NO_INDEX && k < wish; k = t->next_sibling[k])
        if (k != tree_subject(t, wish) && tree_token(t, k)->dep != t->labels.punct)
            return false;
    return true;
}

bool tree_says_politely(const struct unit *u, uint32_t wish, uint32_t verb) {
    static const char *const nobody[] = {"nobody", "none", "anyone", "anybody", "everyone", "who"};
    static const char *const undone[] = {"but", "although", "though", "however",
                                         "yet", "soon",     "later",  "?"};
    const struct parse_tree *t = u->tree;
    uint32_t subject = tree_subject(t, wish), end = t->sentence_end[wish];
    /* "Roe said he would like to": what he said is his, and "if he would like to" is nobody's */
    if (tree_head(t, wish) != NO_INDEX || verb != wish + 2 || verb + 1 >= end ||
        !str_eq(tree_text(t, wish + 1), STR("to")) || subject == NO_INDEX || subject > wish ||
        str_is_one_of(tree_token(t, subject)->lemma, nobody, sizeof nobody / sizeof *nobody) ||
        !is_polite_verb(u, verb) || !(would_like(t, wish) || wishes(t, wish)))
        return false;
    for (uint32_t i = verb + 1; i < end; i++)
        if (str_is_one_of(tree_text(t, i), undone, sizeof undone / sizeof *undone))
            return false;
    return true;
}
