#include "compare/claim_references.h"

#include "compare/clause_text.h"
#include "compare/negation.h"

enum { CHILDREN_MAX = 16 };

/* A noun for what is told. */
static bool is_report(const struct report_parse *p, uint32_t i) {
    return parse_has_class(p, i, LEMMA_REPORT);
}

/* "any of the claims": the claims; else the token itself. */
static uint32_t of_which(const struct report_parse *p, uint32_t i) {
    uint32_t of =
        parse_is_one_of(p, i, "any all both each") ? parse_child(p, i, p->labels.prep) : NO_INDEX;
    uint32_t whole = of == NO_INDEX ? NO_INDEX : parse_child(p, of, p->labels.pobj);
    return whole == NO_INDEX ? i : whole;
}

/* What a token means when it means something told: a bare pronoun, or a noun for what is told that
 * does not itself tell it ("the rumour", not "the rumour that ..."). */
static enum reference_kind meant_by(const struct report_parse *p, uint32_t i) {
    const struct parse_labels *l = &p->labels;
    if (i == NO_INDEX)
        return REFERENCE_NONE;
    i = of_which(p, i);
    if (parse_token(p, i)->pos == l->pronoun)
        return parse_is_one_of(p, i, "it this that") ? REFERENCE_NEAR : REFERENCE_NONE;
    if (!is_report(p, i))
        return REFERENCE_NONE;
    bool known = parse_token(p, i)->tag == l->plural;
    for (uint32_t c = p->first_child[i], k = 0; c != NO_INDEX && k < CHILDREN_MAX;
         c = p->next_sibling[c], k++) {
        uint32_t dep = parse_token(p, c)->dep;
        if (dep == l->acl || dep == l->ccomp || dep == l->relcl || dep == l->prep)
            return REFERENCE_NONE;
        if (dep == l->det)
            known = parse_is_one_of(p, c, "the this that these those any all such");
        known = known || dep == l->poss; /* "Harrow's claim": see is_owned */
    }
    return known ? REFERENCE_MAIN : REFERENCE_NONE;
}

/* "Harrow's claim" may be another than the one told; what is said to be untrue, or a hoax, is it.
 */
static bool is_owned(const struct report_parse *p, uint32_t i) {
    return i != NO_INDEX && parse_child(p, of_which(p, i), p->labels.poss) != NO_INDEX;
}

/* Whether a verb has a child with this label that is one of the words. */
static bool has_word(const struct report_parse *p, uint32_t v, uint32_t dep, const char *words) {
    uint32_t c = p->first_child[v];
    for (unsigned k = 0; c != NO_INDEX && k < CHILDREN_MAX; k++, c = p->next_sibling[c])
        if (parse_token(p, c)->dep == dep && (!words || parse_is_one_of(p, c, words)))
            return true;
    return false;
}

/* Said of what is told, it calls it untrue; said of a happening ("it is absurd that he was fined")
 * it does not. */
static bool mocks(const struct report_parse *p, uint32_t i) {
    return parse_has_class(p, i, LEMMA_MOCKERY);
}

/* "is false", "is a hoax", "is not true", "was not the case". */
static struct reference judged(const struct report_parse *p, const struct event_words *words,
                               uint32_t v, enum reference_kind kind) {
    const struct parse_labels *l = &p->labels;
    uint32_t is = clause_what_it_is(p, v);
    bool negated = has_word(p, v, l->neg, NULL);
    bool tells_what = parse_child(p, v, l->ccomp) != NO_INDEX ||
                      (is != NO_INDEX && parse_child(p, is, l->ccomp) != NO_INDEX);
    if (is == NO_INDEX || tells_what) /* "it is true that ..." */
        return (struct reference){REFERENCE_NONE, false, false};
    bool refutes = words->words.at[p->lemma[is]].refutes ||
                   has_word(p, is, l->amod, "false fake") ||
                   (kind == REFERENCE_MAIN && mocks(p, is));
    bool truth = parse_is_one_of(p, is, "true correct accurate");
    bool the_case = parse_is_one_of(p, is, "case") && is > 0 && parse_is_one_of(p, is - 1, "the");
    bool case_or_so = the_case || parse_is_one_of(p, is, "so"); /* not "not a new case" */
    if ((refutes && !negated) || ((truth || case_or_so) && negated))
        return (struct reference){kind, true, false};
    return (struct reference){truth ? kind : REFERENCE_NONE, false, false};
}

static bool has_phrase(const struct report_parse *p, uint32_t v, const char *prep,
                       const char *noun) {
    const struct parse_labels *l = &p->labels;
    uint32_t c = p->first_child[v];
    for (unsigned k = 0; c != NO_INDEX && k < CHILDREN_MAX; k++, c = p->next_sibling[c])
        if (parse_token(p, c)->dep == l->prep && parse_is_one_of(p, c, prep) &&
            (!noun || has_word(p, c, l->pobj, noun)))
            return true;
    return false;
}

/* A person or an organisation is named behind a verb, in its clause. */
static bool names_somebody(const struct report_parse *p, uint32_t v) {
    enum { LOOKED_AT = 40 };
    for (uint32_t i = v + 1; i <= p->right[v] && i <= v + LOOKED_AT; i++) {
        uint32_t e = p->entity[i];
        struct str kind = e == NO_INDEX ? STR_NONE : p->analysis->entities.at[e].kind;
        if (str_eq(kind, STR("PERSON")) || str_eq(kind, STR("ORG")))
            return true;
    }
    return false;
}

/* "contradicts", "is at odds with", "does not fit with": somebody else's word is set against it. */
static bool is_against(const struct report_parse *p, uint32_t v) {
    if (parse_is_one_of(p, v, "contradict"))
        return true;
    if (parse_is_one_of(p, v, "conflict clash"))
        return has_phrase(p, v, "with", NULL);
    if (parse_is_one_of(p, v, "fit square tally agree jibe"))
        return has_word(p, v, p->labels.neg, NULL) && has_phrase(p, v, "with", NULL);
    return parse_is_one_of(p, v, "be") &&
           (has_phrase(p, v, "at", "odd odds") || has_phrase(p, v, "in", "contrast conflict"));
}

/* What stands behind a preposition of the noun or of its verb: "no truth to the rumours". */
static uint32_t behind(const struct report_parse *p, uint32_t noun, uint32_t v) {
    uint32_t to = parse_child(p, noun, p->labels.prep);
    to = to == NO_INDEX ? parse_child(p, v, p->labels.prep) : to;
    return to == NO_INDEX ? NO_INDEX : parse_child(p, to, p->labels.pobj);
}

/* "There is no truth to the rumours": what they mean; without them, what the report is about; of
 * "no truth to the claim on the page" that. "Poured cold water on the rumours". */
static enum reference_kind without_truth(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    uint32_t truth = parse_child(p, v, l->attr), object = parse_child(p, v, l->dobj);
    if (has_word(p, v, l->neg, NULL))
        return REFERENCE_NONE;
    if (object != NO_INDEX && parse_is_one_of(p, v, "pour") &&
        parse_is_one_of(p, object, "water") && has_word(p, object, l->amod, "cold"))
        return meant_by(p, behind(p, object, v));
    if (parse_child(p, v, l->expl) == NO_INDEX || truth == NO_INDEX ||
        !parse_is_one_of(p, truth, "truth substance validity") || !has_word(p, truth, l->det, "no"))
        return REFERENCE_NONE;
    uint32_t what = behind(p, truth, v);
    if (what == NO_INDEX)
        return parse_is_one_of(p, truth, "truth") ? REFERENCE_MAIN : REFERENCE_NONE;
    enum reference_kind meant = meant_by(p, what);
    bool told_there = has_word(p, what, l->acl, NULL) || has_word(p, what, l->ccomp, NULL) ||
                      has_word(p, what, l->relcl, NULL); /* "to the rumour that he was drunk" */
    return meant == REFERENCE_NONE && is_report(p, what) && !told_there ? REFERENCE_OWN : meant;
}

/* "It did not happen", "it never happened"; not "it never happened before", "it does not happen
 * here", "this did not happen overnight". */
static bool says_no_more(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    uint32_t c = p->first_child[v];
    for (unsigned k = 0; c != NO_INDEX && k < CHILDREN_MAX; k++, c = p->next_sibling[c]) {
        uint32_t dep = parse_token(p, c)->dep;
        bool past = dep != l->aux || parse_has_tag(p, c, "VBD");
        bool more =
            dep == l->advcl || dep == l->prep ||
            (parse_token(p, c)->pos == l->adverb && dep != l->neg &&
             !parse_is_one_of(p, c, "actually simply ever really just certainly obviously"));
        if (!past || more)
            return false;
    }
    return has_word(p, v, l->aux, NULL) || parse_has_tag(p, v, "VBD");
}

/* "that did not happen", "that is not what happened"; not "a clean-up that did not happen". */
static bool did_not_happen(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    if (!has_word(p, v, l->neg, NULL) || p->subject[v] == NO_INDEX ||
        parse_token(p, v)->dep == l->relcl || !parse_is_one_of(p, p->subject[v], "it this that"))
        return false;
    return (parse_is_one_of(p, v, "happen occur") && says_no_more(p, v)) ||
           (parse_is_one_of(p, v, "be") && has_word(p, v, l->ccomp, "happen occur"));
}

/* "called it a lie", "dismissed the claim as propaganda"; what is meant by "it" may be a film, and
 * its kind a satire. */
static bool is_put_down(const struct report_parse *p, const struct event_words *words, uint32_t v,
                        enum reference_kind kind) {
    const struct parse_labels *l = &p->labels;
    if (!parse_is_one_of(p, v, "call label brand dub describe dismiss denounce"))
        return false;
    uint32_t as = parse_child(p, v, l->prep), what = parse_child(p, v, l->oprd);
    if (what == NO_INDEX && as != NO_INDEX && parse_is_one_of(p, as, "as"))
        what = parse_child(p, as, l->pobj);
    if (what == NO_INDEX || kind == REFERENCE_NONE)
        return false;
    if (kind == REFERENCE_NEAR)
        return parse_is_one_of(p, what, "hoax lie false untrue falsehood fabrication");
    return mocks(p, what) || words->words.at[p->lemma[what]].refutes;
}

/* "dismissed the claim", "shot the report down": of other things that says another thing, and a
 * judge's claims are others. */
static bool is_put_aside(const struct report_parse *p, uint32_t v) {
    if (p->subject[v] != NO_INDEX &&
        parse_is_one_of(p, p->subject[v], "judge court jury tribunal insurer magistrate"))
        return false;
    return parse_is_one_of(p, v, "dismiss squash quell scotch squelch") ||
           (parse_is_one_of(p, v, "shoot knock") && has_word(p, v, p->labels.prt, "down"));
}

/* "could not confirm or deny the report": neither. "No official confirmed it": nobody did. */
static bool is_left_open(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    uint32_t first = parse_token(p, v)->dep == l->conj ? parse_head(p, v) : NO_INDEX;
    return (first != NO_INDEX && parse_is_one_of(p, v, "deny") &&
            parse_is_one_of(p, first, "confirm") && has_word(p, first, l->cc, "or nor")) ||
           (parse_is_one_of(p, v, "confirm") && has_word(p, v, l->cc, "or nor") &&
            has_word(p, v, l->conj, "deny"));
}

/* "The story was made up"; not "a team made up of divers". */
static bool is_made_up(const struct report_parse *p, uint32_t v) {
    uint32_t up = parse_child(p, v, p->labels.prt);
    return (parse_is_one_of(p, v, "make") && up != NO_INDEX && parse_is_one_of(p, up, "up") &&
            !(up + 1 < p->analysis->tokens.n && parse_is_one_of(p, up + 1, "of"))) ||
           parse_is_one_of(p, v, "invent concoct");
}

/* "Reports of his death are greatly exaggerated": so one says that somebody lives. */
static bool exaggerates_death(const struct report_parse *p, uint32_t subject, uint32_t v) {
    uint32_t of = parse_child(p, subject, p->labels.prep);
    uint32_t what = of == NO_INDEX ? NO_INDEX : parse_child(p, of, p->labels.pobj);
    bool said = parse_is_one_of(p, v, "exaggerate") ||
                has_word(p, v, p->labels.acomp, "exaggerated exaggerate");
    return said && what != NO_INDEX && !has_word(p, v, p->labels.neg, NULL) &&
           parse_is_one_of(p, of, "of") && parse_is_one_of(p, what, "death demise");
}

/* "The news", "the story", "it". */
static bool is_news(const struct report_parse *p, uint32_t i) {
    return i != NO_INDEX && parse_is_one_of(p, i, "news story information it") &&
           meant_by(p, i) != REFERENCE_NONE && !is_owned(p, i);
}

/* "The news was first reported by the Herald", "the Herald broke the story": an outlet has told
 * what was told before. Not "it was reported by the Herald that", "he reported it to the police",
 * "the Herald reported the story", which may be another. */
static bool is_reported(const struct report_parse *p, uint32_t v, bool passive) {
    const struct parse_labels *l = &p->labels;
    uint32_t by = parse_child(p, v, l->agent);
    uint32_t who = passive ? by == NO_INDEX ? by : parse_child(p, by, l->pobj) : p->subject[v];
    uint32_t e = who == NO_INDEX ? NO_INDEX : p->entity[who];
    if (e == NO_INDEX || !p->analysis->entities.at[e].outlet ||
        parse_child(p, v, l->ccomp) != NO_INDEX || parse_child(p, v, l->dative) != NO_INDEX ||
        !is_news(p, passive ? p->subject[v] : parse_child(p, v, l->dobj)))
        return false;
    bool first =
        passive ||
        (v > 0 && parse_is_one_of(p, v - 1, "first also originally initially earlier both"));
    return parse_is_one_of(p, v, "break") ||
           (first && parse_is_one_of(p, v, "report publish reveal disclose announce"));
}

static struct reference read_reference(const struct report_parse *p,
                                       const struct event_words *words, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    const struct reference none = {REFERENCE_NONE, false, false};
    uint32_t tried = parse_child(p, v, l->xcomp); /* "sought to dispel the rumours" */
    if (tried != NO_INDEX && parse_is_one_of(p, v, "seek try attempt move rush hasten"))
        v = tried;
    uint32_t subject = p->subject[v], object = parse_child(p, v, l->dobj);
    bool passive = subject != NO_INDEX && parse_token(p, subject)->dep == l->nsubjpass;
    if (has_word(p, v, l->aux, "may might could can would will should") || is_left_open(p, v))
        return none;
    bool negated = has_word(p, v, l->neg, NULL) || negation_none(p, v) != NO_INDEX;
    enum reference_kind kind = without_truth(p, v);
    if (kind != REFERENCE_NONE)
        return (struct reference){kind, true, false};
    kind = meant_by(p, passive ? subject : object);
    if (!negated && parse_token(p, v)->dep == l->root && is_reported(p, v, passive))
        return (struct reference){REFERENCE_BEFORE, false, !passive};
    if (kind != REFERENCE_NONE && !negated) {
        bool owned = is_owned(p, passive ? subject : object);
        if (words->words.at[p->lemma[v]].refutes || is_put_down(p, words, v, kind) ||
            (passive && kind == REFERENCE_MAIN && is_made_up(p, v)) ||
            (!owned && parse_is_one_of(p, v, "deny dispute reject")) ||
            (!owned && kind == REFERENCE_MAIN && is_put_aside(p, v)))
            return (struct reference){kind, true, !passive};
        uint32_t dep = parse_token(p, v)->dep; /* not "evidence that confirms the claim" */
        bool does = dep != l->relcl && dep != l->acl && !has_word(p, v, l->aux, "to");
        if (does && !owned && parse_is_one_of(p, v, "confirm verify corroborate"))
            return (struct reference){kind, false, !passive};
        if (does && !passive && kind == REFERENCE_NEAR &&
            parse_is_one_of(p, v, "admit acknowledge concede"))
            return (struct reference){kind, false, true};
    }
    if (negated && kind == REFERENCE_MAIN && parse_is_one_of(p, v, "make say"))
        return (struct reference){REFERENCE_MAIN, true, false}; /* "had not made the comment" */
    if (did_not_happen(p, v))
        return (struct reference){REFERENCE_NEAR, true, false};
    kind = passive ? REFERENCE_NONE : meant_by(p, subject);
    if (kind == REFERENCE_NONE && !passive && subject != NO_INDEX && is_report(p, subject))
        kind = REFERENCE_OWN; /* "rumours of the sale are untrue" */
    if (kind != REFERENCE_NONE && is_against(p, v) && names_somebody(p, v))
        return (struct reference){kind, true, true};
    v = clause_found_to_be(p, v);
    if (subject != NO_INDEX && is_report(p, subject) && exaggerates_death(p, subject, v))
        return (struct reference){REFERENCE_OWN, true, false};
    return kind == REFERENCE_NONE ? none : judged(p, words, v, kind);
}

static bool is_this_report(const struct report_parse *p, uint32_t i) {
    return i != NO_INDEX && is_report(p, i) && has_word(p, i, p->labels.det, "this");
}

struct reference claim_reference(const struct report_parse *p, const struct event_words *words,
                                 uint32_t v) {
    const struct parse_labels *l = &p->labels;
    struct reference r = read_reference(p, words, v);
    uint32_t subject = p->subject[v], head = parse_head(p, v);
    if (head != NO_INDEX && parse_is_one_of(p, head, "wish hope pray wonder"))
        r.kind = REFERENCE_NONE; /* "I wish this were a hoax" */
    if (r.kind == REFERENCE_MAIN &&
        (is_this_report(p, subject) || is_this_report(p, parse_child(p, v, l->dobj))))
        r.kind = REFERENCE_SAID;
    bool this = subject != NO_INDEX && parse_is_one_of(p, subject, "this that");
    if (r.kind == REFERENCE_NEAR && this && parse_token(p, v)->dep == l->conj)
        r.kind = REFERENCE_HERE;
    return r;
}
