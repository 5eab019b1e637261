#include "compare/claim_references.h"

enum { CHILDREN_MAX = 16 };

/* A noun for what is told. */
static bool is_report(const struct report_parse *p, uint32_t i) {
    return parse_is_one_of(p, i,
                           "claim report rumor rumour story allegation comment remark statement "
                           "news speculation");
}

/* What a token means when it means something told: a bare pronoun, or a noun for what is told that
 * does not itself tell it ("the rumour", not "the rumour that ..."). */
static enum reference_kind meant_by(const struct report_parse *p, uint32_t i) {
    const struct parse_labels *l = &p->labels;
    if (i == NO_INDEX)
        return REFERENCE_NONE;
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
    }
    return known ? REFERENCE_MAIN : REFERENCE_NONE;
}

/* Whether a verb has a child with this label that is one of the words. */
static bool has_word(const struct report_parse *p, uint32_t v, uint32_t dep, const char *words) {
    uint32_t c = p->first_child[v];
    for (unsigned k = 0; c != NO_INDEX && k < CHILDREN_MAX; k++, c = p->next_sibling[c])
        if (parse_token(p, c)->dep == dep && (!words || parse_is_one_of(p, c, words)))
            return true;
    return false;
}

/* "is false", "is a hoax", "is not true", "was not the case". */
static struct reference judged(const struct report_parse *p, const struct event_words *words,
                               uint32_t v, enum reference_kind kind) {
    const struct parse_labels *l = &p->labels;
    uint32_t is = parse_child(p, v, l->acomp);
    is = is == NO_INDEX ? parse_child(p, v, l->attr) : is;
    is = is == NO_INDEX ? parse_child(p, v, l->oprd) : is;
    bool negated = has_word(p, v, l->neg, NULL);
    bool tells_what = parse_child(p, v, l->ccomp) != NO_INDEX ||
                      (is != NO_INDEX && parse_child(p, is, l->ccomp) != NO_INDEX);
    if (is == NO_INDEX || tells_what) /* "it is true that ..." */
        return (struct reference){REFERENCE_NONE, false};
    bool refutes = words->words.at[p->lemma[is]].refutes || has_word(p, is, l->amod, "false fake");
    bool truth = parse_is_one_of(p, is, "true correct accurate");
    bool case_or_so = parse_is_one_of(p, is, "case so");
    if ((refutes && !negated) || ((truth || case_or_so) && negated))
        return (struct reference){kind, true};
    return (struct reference){truth ? kind : REFERENCE_NONE, false};
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

struct reference claim_reference(const struct report_parse *p, const struct event_words *words,
                                 uint32_t v) {
    const struct parse_labels *l = &p->labels;
    const struct reference none = {REFERENCE_NONE, false};
    uint32_t subject = p->subject[v], object = parse_child(p, v, l->dobj);
    bool passive = subject != NO_INDEX && parse_token(p, subject)->dep == l->nsubjpass;
    if (has_word(p, v, l->aux, "may might could can would will should"))
        return none;
    bool negated = has_word(p, v, l->neg, NULL);
    enum reference_kind kind = meant_by(p, passive ? subject : object);
    if (kind != REFERENCE_NONE && !negated) {
        if (words->words.at[p->lemma[v]].refutes || parse_is_one_of(p, v, "deny dispute reject"))
            return (struct reference){kind, true};
        if (parse_is_one_of(p, v, "confirm verify corroborate"))
            return (struct reference){kind, false};
    }
    if (negated && kind == REFERENCE_MAIN && parse_is_one_of(p, v, "make say"))
        return (struct reference){REFERENCE_MAIN, true}; /* "had not made the comment" */
    kind = passive ? REFERENCE_NONE : meant_by(p, subject);
    if (kind == REFERENCE_NONE && !passive && subject != NO_INDEX && is_report(p, subject))
        kind = REFERENCE_NEAR; /* "rumours of the sale are untrue": it stands just before */
    if (kind != REFERENCE_NONE && is_against(p, v) && names_somebody(p, v))
        return (struct reference){kind, true};
    uint32_t found = parse_child(p, v, l->xcomp); /* "turned out to be a hoax" */
    if (found != NO_INDEX && parse_is_one_of(p, v, "turn prove"))
        v = found;
    return kind == REFERENCE_NONE ? none : judged(p, words, v, kind);
}
