/* Statements by a noun or an adjective: "the mayor's claim that", "is confident that". */
#include "lang/reported.h"

bool reported_is_light(const struct reported *r, uint32_t verb, uint32_t noun) {
    enum { NEAR = 6 };
    return verb != NO_INDEX && verb < noun && noun - verb <= NEAR &&
           reported_dep(r, noun, r->u->tree->labels.dobj) && reported_is_verb(r, verb) &&
           lexicon_said(r->u->tables, tree_token(r->u->tree, verb)->lemma, SAID_LIGHT);
}

/* Whose a noun of saying is: "the mayor's claim", "a claim by the mayor", "the mayor made the
 * claim". */
static uint32_t owner_of(const struct reported *r, uint32_t noun) {
    const struct tree_labels *l = &r->u->tree->labels;
    uint32_t owner = tree_child(r->u->tree, noun, l->poss);
    for (size_t i = 0; owner == NO_INDEX && i < 2; i++) {
        uint32_t by = tree_child_lemma(r->u->tree, noun, l->prep, i == 0 ? STR("by") : STR("from"));
        owner = by == NO_INDEX ? NO_INDEX : tree_child(r->u->tree, by, l->pobj);
    }
    return owner;
}

/* What the noun says: its clause, its infinitive, or what its preposition has. */
static bool content_of_noun(const struct reported *r, struct found *f, uint32_t noun,
                            uint32_t frames) {
    const struct tree_labels *l = &r->u->tree->labels;
    uint32_t clause = tree_child(r->u->tree, noun, l->acl);
    if (clause == NO_INDEX)
        clause = tree_child(r->u->tree, noun, l->ccomp);
    bool to = clause != NO_INDEX && reported_has_to(r, clause);
    bool that = clause != NO_INDEX && tree_child(r->u->tree, clause, l->mark) != NO_INDEX;
    if ((to && (frames & SAID_INFINITIVE)) || (that && !to && (frames & SAID_CLAUSE)))
        return reported_content_of(r, f, clause);
    return reported_content_preposition(r, f, noun, frames);
}

bool reported_noun_says(const struct reported *r, uint32_t noun) {
    const struct said *said =
        lexicon_said(r->u->tables, tree_token(r->u->tree, noun)->lemma, SAID_NOUN);
    struct found f = {.cue = {noun, noun + 1}};
    return said && content_of_noun(r, &f, noun, said->frames);
}

/* "no word whether", "no reports that": nobody said it. */
static bool says_none(const struct reported *r, uint32_t noun) {
    uint32_t det = tree_child(r->u->tree, noun, r->u->tree->labels.det);
    return det != NO_INDEX && str_eq_nocase(reported_text(r, det), STR("no"));
}

/* "in order to": a purpose, where nobody orders. */
static bool is_purpose(const struct reported *r, uint32_t noun) {
    uint32_t in = tree_head(r->u->tree, noun);
    return reported_lemma(r, noun, "order") && in != NO_INDEX && in + 1 == noun &&
           reported_lemma(r, in, "in");
}

/* "said in a statement that": it is the verb's, which has its source. */
static bool is_form(const struct reported *r, uint32_t noun) {
    const struct parse_tree *t = r->u->tree;
    uint32_t prep = tree_head(t, noun), verb = prep == NO_INDEX ? NO_INDEX : tree_head(t, prep);
    uint32_t clause = verb != NO_INDEX && reported_dep(r, prep, t->labels.prep) &&
                              reported_is_verb(r, verb) && reported_is_speech(r, verb)
                          ? reported_clause_of_form(r, verb)
                          : NO_INDEX;
    return clause != NO_INDEX && tree_head(t, clause) == noun;
}

int reported_of_noun(struct reported *r, uint32_t noun, const struct said *said) {
    struct found f = {.lemma = said->lemma, .force = said->force, .rule = "reported-noun"};
    uint32_t verb = tree_head(r->u->tree, noun), cue_verb;
    f.cue = (struct token_range){noun, noun + 1};
    f.noun = owner_of(r, noun);
    if (f.noun == NO_INDEX && reported_is_light(r, verb, noun)) {
        f.noun = reported_subject(r, verb, &cue_verb);
        f.cue = reported_cue(r, cue_verb, verb, &f.negated);
        f.cue.end = noun + 1;
    }
    if (reported_taken_by(r, f.cue) != NO_INDEX || says_none(r, noun) || is_purpose(r, noun) ||
        is_form(r, noun))
        return TS_OK;
    if (f.noun == NO_INDEX) /* "reports that the dam had failed" */
        return content_of_noun(r, &f, noun,
                               said->frames & (SAID_CLAUSE | SAID_FOR | SAID_ABOUT | SAID_AGAINST |
                                               SAID_ON | SAID_INFINITIVE))
                   ? reported_add_statement(r, &f)
                   : TS_OK;
    if (reported_is_empty(r, noun, f.noun))
        return TS_OK;
    f.source = tree_noun_phrase(r->u->tree, f.noun);
    bool owned = tree_child(r->u->tree, noun, r->u->tree->labels.poss) != NO_INDEX;
    uint32_t of = owned && (said->frames & SAID_FOR) ? SAID_OF : 0; /* "his support of" */
    return content_of_noun(r, &f, noun, said->frames | of) ? reported_add_statement(r, &f) : TS_OK;
}

/* "made clear that", "made it clear that". */
static int report_of_made(struct reported *r, uint32_t adjective, struct found *f) {
    enum { NEAR = 3 };
    uint32_t verb = tree_head(r->u->tree, adjective), cue_verb;
    if (verb == NO_INDEX || !reported_lemma(r, verb, "make") || verb > adjective ||
        adjective - verb > NEAR || adjective + 1 >= r->u->tree->sentence_end[adjective])
        return TS_OK;
    uint32_t that = adjective + 1, clause = tree_head(r->u->tree, that);
    f->noun = reported_subject(r, verb, &cue_verb);
    bool met = clause != NO_INDEX && reported_dep(r, that, r->u->tree->labels.mark) &&
               reported_lemma(r, that, "that") && f->noun != NO_INDEX;
    if (!met || reported_is_empty(r, verb, f->noun))
        return TS_OK;
    f->cue = reported_cue(r, cue_verb, verb, &f->negated);
    f->cue.end = adjective + 1;
    f->source = tree_noun_phrase(r->u->tree, f->noun);
    return reported_content_of(r, f, clause) ? reported_add_statement(r, f) : TS_OK;
}

int reported_of_adjective(struct reported *r, uint32_t adjective, const struct said *said) {
    enum { CUE_TOKENS = 6 };
    const struct tree_labels *l = &r->u->tree->labels;
    struct found f = {.lemma = said->lemma, .force = said->force, .rule = "reported-adjective"};
    uint32_t verb = tree_head(r->u->tree, adjective);
    if (reported_dep(r, adjective, l->ccomp) && (said->frames & SAID_CLAUSE))
        return report_of_made(r, adjective, &f);
    if (!reported_dep(r, adjective, l->acomp) || verb == NO_INDEX || adjective < verb)
        return TS_OK;
    uint32_t subject = r->u->tree->subject[verb];
    if (subject == NO_INDEX || reported_is_empty(r, verb, subject) || reported_has_to(r, verb))
        return TS_OK;
    f.cue = reported_cue(r, verb, verb, &f.negated);
    f.cue.end = adjective + 1;
    f.noun = reported_antecedent(r, subject, verb);
    f.source = tree_noun_phrase(r->u->tree, f.noun);
    if (f.cue.end - f.cue.first > CUE_TOKENS || reported_taken_by(r, f.cue) != NO_INDEX)
        return TS_OK;
    bool found =
        ((said->frames & SAID_CLAUSE) && (reported_content_clause(r, &f, adjective, false) ||
                                          reported_content_clause(r, &f, verb, true))) ||
        ((said->frames & SAID_INFINITIVE) && reported_content_infinitive(r, &f, adjective)) ||
        reported_content_preposition(r, &f, adjective, said->frames);
    return found ? reported_add_statement(r, &f) : TS_OK;
}
