/* Words set as a block, without marks: the paragraph behind "Doe wrote:" or "sent a statement to
 * the Herald:". Where such words end nobody tells, so that no more than one paragraph is taken. */
#include "lang/reported.h"
#include "lang/tree_words.h"

static bool is_full(const struct unit *u, uint32_t first, uint32_t end) {
    return first < end && !unit_kind(u, first, WORD_PUNCT) && !unit_has(u, first, W_QUOTED) &&
           unit_mark(u, end - 1, '.');
}

/* The words of the paragraph behind a word's, when that one ends in a colon. */
static bool block_behind(const struct reported *r, struct found *f, uint32_t word) {
    const struct unit *u = r->u;
    uint32_t paragraph = u->sentences.at[u->words.at[word].sentence].paragraph;
    uint32_t first = u->paragraph_words.at[paragraph + 1];
    if (unit_sentence_end(u, word) != first || !unit_mark(u, first - 1, ':') ||
        paragraph + 1 >= u->paragraph_count)
        return false;
    uint32_t end = u->paragraph_words.at[paragraph + 2];
    if (!is_full(u, first, end))
        return false;
    reported_add(f, tree_token_at(r->u->tree, u->words.at[first].text.start),
                 tree_token_at(r->u->tree, u->words.at[end - 1].text.start) + 1);
    return f->content_count > 0;
}

/* The verb is its sentence's own, the last of those joined, and tells what did happen: "may send",
 * "did not say" and "unless the club sends" tell of no words. */
static bool has_happened(const struct reported *r, uint32_t verb) {
    const struct parse_tree *t = r->u->tree;
    const struct tree_labels *l = &t->labels;
    uint32_t top = reported_dep(r, verb, l->conj) ? tree_head(t, verb) : verb;
    if (top == NO_INDEX || tree_head(t, top) != NO_INDEX)
        return false;
    uint32_t k = t->first_child[verb];
    for (uint32_t n = 0; n < TREE_CHILDREN && k != NO_INDEX; n++, k = t->next_sibling[k]) {
        uint16_t dep = tree_token(t, k)->dep;
        bool open = (dep == l->aux || dep == l->auxpass) && !reported_lemma(r, k, "have") &&
                    !reported_lemma(r, k, "be");
        if (open || dep == l->neg || dep == l->mark || dep == l->conj)
            return false;
    }
    return true;
}

/* What somebody tweeted stood in a frame that the text may lack. */
bool reported_content_block(const struct reported *r, struct found *f, uint32_t verb) {
    uint32_t word = r->u->tree->word[verb];
    return word < r->u->words.n && reported_is_speech(r, verb) && !unit_has(r->u, word, W_QUOTED) &&
           !reported_lemma(r, verb, "tweet") && !reported_lemma(r, verb, "post") &&
           has_happened(r, verb) &&
           tree_child(r->u->tree, verb, r->u->tree->labels.xcomp) == NO_INDEX &&
           block_behind(r, f, word);
}

/* "sent a statement": the words of whoever sends it, where a letter that he published, or got, may
 * be anybody's. */
static bool hands_over(const struct reported *r, uint32_t verb, uint32_t noun) {
    enum { NEAR = 6 };
    static const char *const verbs[] = {"send", "give", "issue", "release", "provide"},
                             *const nouns[] = {"statement", "email", "e-mail", "letter", "message"};
    return verb != NO_INDEX && verb < noun && noun - verb <= NEAR && reported_is_verb(r, verb) &&
           str_is_one_of(tree_token(r->u->tree, verb)->lemma, verbs,
                         sizeof verbs / sizeof *verbs) &&
           str_is_one_of(tree_token(r->u->tree, noun)->lemma, nouns, sizeof nouns / sizeof *nouns);
}

/* "neither the club nor its lawyer gave a statement", "a letter from the mayor", "on behalf of her
 * son", "the letter that he wrote", "his wife's letter": nobody's words, or another's. The words of
 * one sentence, once for each of the few nouns behind its verb. */
static bool is_anothers(const struct reported *r, uint32_t noun) {
    static const char *const before[] = {"no", "neither", "nor", "nobody", "none", "hardly"},
                             *const behind[] = {"from", "by",    "with", "of",
                                                "that", "which", "who",  "whose"};
    const struct parse_tree *t = r->u->tree;
    const struct tree_labels *l = &t->labels;
    if (tree_child(t, noun, l->poss) != NO_INDEX || tree_child(t, noun, l->relcl) != NO_INDEX ||
        tree_child(t, noun, l->acl) != NO_INDEX)
        return true;
    for (uint32_t i = t->sentence_first[noun]; i < t->sentence_end[noun]; i++) {
        struct str lower = tree_token(t, i)->lemma;
        if (i < noun ? str_is_one_of(lower, before, sizeof before / sizeof *before)
                     : str_is_one_of(lower, behind, sizeof behind / sizeof *behind))
            return true;
    }
    return false;
}

int reported_of_block(struct reported *r, uint32_t noun) {
    struct found f = {.force = STR("neutral"), .rule = "reported"};
    uint32_t verb = tree_head(r->u->tree, noun), word = r->u->tree->word[noun];
    if (word >= r->u->words.n || !hands_over(r, verb, noun) || unit_has(r->u, word, W_QUOTED) ||
        !has_happened(r, verb) || !block_behind(r, &f, word) || is_anothers(r, noun))
        return TS_OK;
    f.noun = r->u->tree->subject[verb];
    if (f.noun == NO_INDEX || f.noun > verb || reported_is_empty(r, verb, f.noun))
        return TS_OK;
    f.lemma = tree_token(r->u->tree, verb)->lemma;
    f.cue = (struct token_range){verb, noun + 1};
    f.source = tree_noun_phrase(r->u->tree, f.noun);
    if (f.source.end > verb)
        f.source.end = verb;
    uint32_t at = reported_taken_by(r, f.cue);
    bool heard = at != NO_INDEX && r->u->analysis->statements.at[at].relayed; /* by an outlet */
    return at == NO_INDEX || heard ? reported_add_statement(r, &f) : TS_OK;
}
