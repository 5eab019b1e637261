/* Words set as a block, without marks: the paragraphs behind "Doe wrote:" or "sent a statement to
 * the Herald:". */
#include "lang/reported.h"
#include "lang/tree_words.h"

static bool is_full(const struct unit *u, uint32_t first, uint32_t end) {
    return first < end && !unit_kind(u, first, WORD_PUNCT) && !unit_has(u, first, W_QUOTED) &&
           unit_mark(u, end - 1, '.');
}

/* "We met the owner": nobody writes so of himself in a news text but whom it quotes. */
static bool in_first_person(const struct unit *u, uint32_t first, uint32_t end) {
    static const char *const words[] = {"we", "our", "us", "ours", "i", "my", "me"};
    for (uint32_t i = first; i < end; i++)
        if (unit_kind(u, i, WORD_LETTERS) && !unit_has(u, i, W_QUOTED) && !unit_has(u, i, W_CAPS) &&
            str_is_one_of(unit_text(u, i), words, sizeof words / sizeof *words))
            return true;
    return false;
}

/* The words of the paragraph behind a word's, when that one ends in a colon, and of those behind it
 * that go on in the first person: a piece each. */
static bool block_behind(const struct reported *r, struct found *f, uint32_t word) {
    const struct unit *u = r->u;
    uint32_t paragraph = u->sentences.at[u->words.at[word].sentence].paragraph;
    uint32_t first = u->paragraph_words.at[paragraph + 1];
    if (unit_sentence_end(u, word) != first || !unit_mark(u, first - 1, ':'))
        return false;
    for (uint32_t p = paragraph + 1; p < u->paragraph_count && f->content_count < REPORTED_PIECES;
         p++) {
        uint32_t end = u->paragraph_words.at[p + 1];
        if (!is_full(u, first, end) || (f->content_count && !in_first_person(u, first, end)))
            break;
        reported_add(f, tree_token_at(r->u->tree, u->words.at[first].text.start),
                     tree_token_at(r->u->tree, u->words.at[end - 1].text.start) + 1);
        first = end;
    }
    return f->content_count > 0;
}

/* What somebody tweeted stood in a frame that the text may lack. */
bool reported_content_block(const struct reported *r, struct found *f, uint32_t verb) {
    uint32_t word = r->u->tree->word[verb];
    return word < r->u->words.n && reported_is_speech(r, verb) && !unit_has(r->u, word, W_QUOTED) &&
           !reported_lemma(r, verb, "tweet") && !reported_lemma(r, verb, "post") &&
           tree_child(r->u->tree, verb, r->u->tree->labels.xcomp) == NO_INDEX &&
           block_behind(r, f, word);
}

/* Who sends it. "The club that Doe belongs to sent a statement": the parse may find no verb for the
 * club, and gives this one to the clause. */
static uint32_t sender(const struct reported *r, uint32_t verb) {
    const struct parse_tree *t = r->u->tree;
    uint32_t top = tree_head(t, verb);
    if (t->subject[verb] != NO_INDEX || top == NO_INDEX)
        return t->subject[verb];
    uint32_t noun = reported_dep(r, top, t->labels.relcl) ? tree_head(t, top) : NO_INDEX;
    bool alone = noun != NO_INDEX && tree_head(t, noun) == NO_INDEX && !reported_is_verb(r, noun);
    return alone && reported_dep(r, verb, t->labels.advcl) ? noun : NO_INDEX;
}

int reported_of_block(struct reported *r, uint32_t noun) {
    struct found f = {.force = STR("neutral"), .rule = "reported"};
    uint32_t verb = tree_head(r->u->tree, noun), word = r->u->tree->word[noun];
    if (word >= r->u->words.n || !unit_is(r->u, word, CLASS(C_INTERVIEW) | CLASS(C_DOC)) ||
        !reported_is_light(r, verb, noun) || unit_has(r->u, word, W_QUOTED) ||
        (reported_has_to(r, verb) && /* "belongs to sent" has none */
         tree_token(r->u->tree, verb)->tag != r->u->tree->labels.participle))
        return TS_OK;
    f.noun = sender(r, verb);
    if (f.noun == NO_INDEX || f.noun > verb || reported_is_empty(r, verb, f.noun) ||
        !block_behind(r, &f, word))
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
