/* What the rules for reported speech, thought and stands share: the parse, and what one has found.
 */
#ifndef LANG_REPORTED_H
#define LANG_REPORTED_H

#include "lang/parse_tree.h"

enum { REPORTED_CHAIN = 8, REPORTED_PIECES = 3 };

struct reported {
    struct unit *u;
    uint32_t *taken; /* each word's statement of an earlier pass whose cue it is in, or NO_INDEX */
};

/* What a word gives: token ranges; empty when absent. */
struct found {
    struct token_range source, cue;
    uint32_t noun; /* the source's head, or NO_INDEX */
    struct token_range content[REPORTED_PIECES];
    uint32_t content_count;
    struct str lemma, force;
    bool negated;
    bool dry; /* only asked whether there is content */
    const char *rule;
};

static inline bool reported_dep(const struct reported *r, uint32_t i, uint16_t dep) {
    return tree_token(r->u->tree, i)->dep == dep;
}

static inline struct str reported_text(const struct reported *r, uint32_t i) {
    return str_span(r->u->tree->doc->text, tree_token(r->u->tree, i)->text);
}

static inline bool reported_lemma(const struct reported *r, uint32_t i, const char *lemma) {
    return str_eq_nocase(tree_token(r->u->tree, i)->lemma, str_of(lemma));
}

static inline bool reported_is_verb(const struct reported *r, uint32_t i) {
    uint16_t pos = tree_token(r->u->tree, i)->pos;
    return pos == r->u->tree->labels.verb || pos == r->u->tree->labels.auxiliary;
}

/** The verb has "to" before it. */
static inline bool reported_has_to(const struct reported *r, uint32_t verb) {
    return r->u->tree->infinitive[verb] != NO_INDEX;
}

/* ---- reported_source.c */

/** "The Herald quoted Roe as saying", "Roe was quoted as saying": the verb that quotes, of the verb
 * behind "as", or NO_INDEX. */
uint32_t reported_quoting(const struct reported *r, uint32_t verb);

/** Whether a verb gives somebody's words in that way, and the text does not undo it: "falsely
 * quoted". */
bool reported_quotes_words(const struct reported *r, uint32_t verb);

/** Whom a verb gives its words to, and where its cue begins: the first verb of "declined to say",
 * else the verb itself. NO_INDEX when there is nobody, or the verb tells only what somebody else
 * is to say. */
uint32_t reported_subject(const struct reported *r, uint32_t verb, uint32_t *cue_verb);

/** The noun that a relative clause hangs on, when its subject is "who", "which" or "that". */
uint32_t reported_antecedent(const struct reported *r, uint32_t subject, uint32_t verb);

/** Whether the subject is one that reports nothing: the speaker himself, whom he speaks to, "it",
 * "there"; or anybody's in a quotation, where the words are the speaker's. */
bool reported_is_empty(const struct reported *r, uint32_t verb, uint32_t subject);

/** "may be forced", "would have had": nothing was said yet. */
bool reported_has_modal(const struct reported *r, uint32_t verb);

/** The verb tells of speech: "it said" is a body or a paper, where "it suggests" may be anything.
 */
bool reported_is_speech(const struct reported *r, uint32_t verb);

/** Who gives what a noun is: the council of "figures released by the council", "information from
 * the council". NO_INDEX: nobody is told, or the noun is no such. */
uint32_t reported_giver(const struct reported *r, uint32_t noun);

/** What kind of source a noun phrase is. */
enum source_class reported_class(const struct reported *r, struct token_range range, uint32_t noun);

/** "Angry parents said", "Norland politicians said": several people who tell something, and of whom
 * nothing more is told; not "the parents", whom the report may name elsewhere, nor "her parents",
 * nor "lawyers for Roe". */
bool reported_some_people(const struct reported *r, const struct found *f);

/* ---- reported_cue.c */

/** The words from a verb's auxiliaries, "not" and adverbs to the last verb's particle. */
struct token_range reported_cue(const struct reported *r, uint32_t first_verb, uint32_t verb,
                                bool *negated);

/** Adds to the cue what follows right behind it and tells where or when it was said: "in a
 * statement on Monday". After the content is known. */
void reported_widen_cue(const struct reported *r, struct found *f, uint32_t verb);

/* ---- reported_content.c; each fills f->content and says whether there is any */

bool reported_content(const struct reported *r, struct found *f, uint32_t verb, uint32_t frames);
bool reported_content_clause(const struct reported *r, struct found *f, uint32_t verb,
                             bool behind_that);
bool reported_content_infinitive(const struct reported *r, struct found *f, uint32_t verb);
bool reported_content_preposition(const struct reported *r, struct found *f, uint32_t verb,
                                  uint32_t frames);
bool reported_content_predicate(const struct reported *r, struct found *f, uint32_t verb,
                                uint32_t frames);
bool reported_content_of(const struct reported *r, struct found *f, uint32_t child);

/** A range without the part from first to end in it. */
void reported_add_around(struct found *f, struct token_range whole, uint32_t first, uint32_t end);
void reported_add(struct found *f, uint32_t first, uint32_t end);

/** A clause without the part that tells whose word it is, which is inserted into it. */
void reported_add_host(const struct reported *r, struct found *f, struct token_range whole,
                       struct token_range part);

/** "told Radio Skerry News that it sank", "said in a statement that it sank": the clause that the
 * parse hangs on the hearer or on the form in which the verb says it, or NO_INDEX. */
uint32_t reported_clause_of_form(const struct reported *r, uint32_t verb);

/* ---- The rules, a file each: reported_verbs.c, reported_nouns.c, ... Each adds what it finds at
 * token i. TS_OK, or u->err is filled. */

/** Verb and noun are one cue: "made the claim". */
bool reported_is_light(const struct reported *r, uint32_t verb, uint32_t noun);

/** Whether the noun is one of saying and what it says stands beside it. */
bool reported_noun_says(const struct reported *r, uint32_t noun);

int reported_of_verb(struct reported *r, uint32_t i, const struct said *said);
int reported_of_noun(struct reported *r, uint32_t i, const struct said *said);
int reported_of_adjective(struct reported *r, uint32_t i, const struct said *said);

/** "allegedly": its clause has no source. */
int reported_of_adverb(struct reported *r, uint32_t i, const struct said *said);

/** "according to X": what it hangs on, without it. */
int reported_of_according(struct reported *r, uint32_t i);

/** "in a poll", whose word the clause is. */
int reported_of_poll(struct reported *r, uint32_t i);

/** "Jane Roe: ..." at the head of a paragraph or title, to its end. */
int reported_of_colon(struct reported *r, uint32_t i);

/* ---- reported_block.c */

/** The paragraph behind a sentence that ends in "Doe said:", when it is the content. */
bool reported_content_block(const struct reported *r, struct found *f, uint32_t verb);

/** "sent a statement to the Herald:", whose block the next paragraph is. */
int reported_of_block(struct reported *r, uint32_t noun);

/* ---- reported.c */

/** The statement that an earlier pass made of the cue, or NO_INDEX. */
uint32_t reported_taken_by(const struct reported *r, struct token_range cue);

int reported_add_statement(struct reported *r, const struct found *f);

/** What an earlier pass made of the cue keeps its outlet; who told it, and what, the parse knows
 * better. */
int reported_mend(struct reported *r, uint32_t at, const struct found *f);

#endif
