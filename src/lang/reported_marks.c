/* Statements by less than a verb: "according to", "in a poll", "allegedly", a colon behind a name.
 */
#include "lang/reported.h"
#include "lang/tree_words.h"

/* More nouns follow: the parse has not seen the whole name. */
static bool runs_on(const struct reported *r, struct token_range source) {
    if (source.end >= r->u->tree->doc->tokens.n)
        return false;
    const struct doc_token *next = tree_token(r->u->tree, source.end);
    return next->pos == r->u->tree->labels.noun || next->pos == r->u->tree->labels.proper_noun ||
           next->pos == r->u->tree->labels.adjective;
}

/* The verb whose clause the token stands in, or the topmost word on the way. */
static uint32_t clause_of(const struct reported *r, uint32_t i) {
    for (uint32_t n = 0, up; n < REPORTED_CHAIN && !reported_is_verb(r, i) &&
                             (up = tree_head(r->u->tree, i)) != NO_INDEX;
         n++)
        i = up;
    return i;
}

/* A phrase that gives the clause it stands in to its noun. */
static int report_of_phrase(struct reported *r, uint32_t i, struct found *f, uint32_t noun) {
    uint32_t head = tree_head(r->u->tree, i);
    if (noun == NO_INDEX || head == NO_INDEX)
        return TS_OK;
    f->source = tree_noun_phrase(r->u->tree, noun);
    f->noun = noun;
    if (reported_taken_by(r, f->cue) != NO_INDEX || runs_on(r, f->source))
        return TS_OK;
    struct token_range own = tree_subtree(r->u->tree, i);
    reported_add_host(r, f, tree_subtree(r->u->tree, clause_of(r, head)), own);
    return f->content_count ? reported_add_statement(r, f) : TS_OK;
}

int reported_of_according(struct reported *r, uint32_t i) {
    const struct tree_labels *l = &r->u->tree->labels;
    uint32_t to = tree_child_lemma(r->u->tree, i, l->prep, STR("to"));
    struct found f = {
        .lemma = STR("according to"), .force = STR("neutral"), .rule = "reported-according"};
    if (to != i + 1)
        return TS_OK;
    f.cue = (struct token_range){i, to + 1};
    return report_of_phrase(r, i, &f, tree_child(r->u->tree, to, l->pobj));
}

int reported_of_poll(struct reported *r, uint32_t i) {
    const struct tree_labels *l = &r->u->tree->labels;
    struct found f = {.lemma = STR("in"), .force = STR("neutral"), .rule = "reported-poll"};
    uint32_t noun = tree_child(r->u->tree, i, l->pobj), head = tree_head(r->u->tree, i);
    struct str text = noun == NO_INDEX ? STR_NONE : reported_text(r, noun);
    bool poll = noun != NO_INDEX && reported_dep(r, i, l->prep) && head != NO_INDEX &&
                reported_is_verb(r, head) &&
                (str_eq_nocase(text, STR("poll")) || str_eq_nocase(text, STR("survey")));
    if (!poll || lexicon_said(r->u->tables, tree_token(r->u->tree, head)->lemma, SAID_VERB))
        return TS_OK;
    f.cue = (struct token_range){i, i + 1};
    return report_of_phrase(r, i, &f, noun);
}

int reported_of_adverb(struct reported *r, uint32_t i, const struct said *said) {
    struct found f = {.lemma = said->lemma,
                      .force = said->force,
                      .rule = "reported-adverb",
                      .cue = {i, i + 1},
                      .noun = NO_INDEX};
    uint32_t head = tree_head(r->u->tree, i);
    if (head == NO_INDEX || reported_taken_by(r, f.cue) != NO_INDEX ||
        unit_has(r->u, r->u->tree->word[i], W_QUOTED))
        return TS_OK;
    uint32_t host = reported_is_verb(r, head) ? head : clause_of(r, head);
    reported_add_around(&f, tree_subtree(r->u->tree, host), i, i + 1);
    return reported_add_statement(r, &f);
}

/* The text has the full name of such a person: "Ann Roe", for "Roe". */
static bool is_known_person(const struct reported *r, uint32_t i) {
    enum { LOOKED_AT = 256 };
    const struct doc *doc = r->u->tree->doc;
    for (uint32_t e = 0; e < doc->entities.n && e < LOOKED_AT; e++) {
        uint32_t last = doc->entities.at[e].end - 1;
        if (last != i && last > doc->entities.at[e].first &&
            str_eq(labels_name(r->u->analysis->labels, doc->entities.at[e].kind), STR("PERSON")) &&
            str_eq(reported_text(r, last), reported_text(r, i)))
            return true;
    }
    return false;
}

/* "Overwhelmed: Ann Roe at the pier" heads a caption. A lone word is a speaker's in a title, where
 * the text has his full name, or where what follows is in marks or his own "I". */
static bool speaks_behind(const struct reported *r, uint32_t colon) {
    enum { NEAR = 12 };
    static const char *const own[] = {"i", "we", "my", "our", "i'm", "me"};
    const struct parse_tree *t = r->u->tree;
    for (uint32_t i = colon + 1; i < t->doc->tokens.n && i < colon + NEAR; i++)
        if (unit_has(r->u, t->word[i], W_QUOTED) ||
            str_is_one_of(reported_text(r, i), own, sizeof own / sizeof *own))
            return true;
    return r->u->in_title || is_known_person(r, colon - 1);
}

/* "Ann Roe: Served as mayor": what she did. */
static bool tells_of_deeds(const struct reported *r, uint32_t colon) {
    uint32_t i = colon + 1;
    return i < r->u->tree->doc->tokens.n &&
           (tree_tag_is(r->u, i, "VBD") || tree_tag_is(r->u, i, "VBN"));
}

/* A person's name, a speaker in capitals, or "Police", "Report": who may stand before a colon. */
static bool is_speaker(const struct reported *r, uint32_t first, uint32_t end) {
    static const char *const papers[] = {"report", "study", "poll", "survey", "police"};
    const struct unit *u = r->u;
    uint32_t word = r->u->tree->word[end - 1];
    bool upper = true;
    for (uint32_t i = first; i < end; i++)
        upper &= unit_has(u, r->u->tree->word[i], W_UPPER) && !reported_is_verb(r, i);
    if (unit_is(u, word, CLASS(C_UNNAMED) | CLASS(C_SPOKES)))
        return true;
    for (size_t k = 0; k < sizeof papers / sizeof *papers; k++)
        if (reported_lemma(r, end - 1, papers[k]))
            return true;
    return upper && (end - first > 1 || speaks_behind(r, end)) && !tells_of_deeds(r, end) &&
           reported_class(r, (struct token_range){first, end}, end - 1) == SOURCE_PERSON;
}

int reported_of_colon(struct reported *r, uint32_t colon) {
    enum { NAME_TOKENS = 5 };
    const struct unit *u = r->u;
    struct found f = {.lemma = STR(":"), .force = STR("neutral"), .rule = "reported-colon"};
    uint32_t word = r->u->tree->word[colon], n = r->u->tree->doc->tokens.n;
    if (word >= u->words.n || colon == 0)
        return TS_OK;
    uint32_t paragraph = u->sentences.at[u->words.at[word].sentence].paragraph;
    uint32_t first = colon, end = colon + 1, last = u->paragraph_words.at[paragraph + 1];
    while (first > 0 && colon - first <= NAME_TOKENS &&
           r->u->tree->word[first - 1] >= u->paragraph_words.at[paragraph] &&
           !tree_token(r->u->tree, first - 1)->is_space)
        first--;
    if (first == colon || colon - first > NAME_TOKENS || !is_speaker(r, first, colon))
        return TS_OK;
    bool clause = false; /* "Roe: 1,200" tells a figure */
    for (; end < n && r->u->tree->word[end] < last; end++)
        clause |= reported_is_verb(r, end);
    if (!clause)
        return TS_OK;
    f.cue = (struct token_range){colon, colon + 1};
    f.source = (struct token_range){first, colon};
    f.noun = colon - 1;
    reported_add(&f, colon + 1, end);
    return reported_taken_by(r, f.cue) == NO_INDEX ? reported_add_statement(r, &f) : TS_OK;
}
