#include "compare/governors.h"

#include "compare/clause_text.h"
#include "compare/negation.h"

enum { CHILDREN_MAX = 16, STEPS_UP = 5, VERBS_UP = 3 };

static bool has_child(const struct report_parse *p, uint32_t i, uint32_t dep,
                      enum lemma_class class) {
    uint32_t c = p->first_child[i];
    for (uint32_t n = 0; c != NO_INDEX && n < CHILDREN_MAX; c = p->next_sibling[c], n++)
        if (parse_token(p, c)->dep == dep && parse_has_class(p, c, class))
            return true;
    return false;
}

/* "does not", "never did", "nobody did", "nowhere has he said". */
static bool is_not_done(const struct report_parse *p, uint32_t v) {
    return negation_on_verb(p, v) || negation_none(p, v) != NO_INDEX ||
           (parse_has_class(p, v, LEMMA_ASSERT) && parse_is_one_of(p, p->left[v], "nowhere"));
}

/* The same of what a verb completes: "refused to confirm", "was not able to", "could not be reached
 * to confirm", "would neither confirm nor deny". */
static bool is_withheld(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    bool open = is_not_done(p, v) || (v > 0 && parse_is_one_of(p, v - 1, "neither nor"));
    for (unsigned k = 0; !open && k < VERBS_UP; k++) {
        uint32_t dep = parse_token(p, v)->dep, up = parse_head(p, v);
        bool completes = dep == l->xcomp || dep == l->conj ||
                         (dep == l->advcl && parse_child(p, v, l->aux) != NO_INDEX &&
                          parse_is_one_of(p, parse_child(p, v, l->aux), "to"));
        if (up == NO_INDEX || !completes)
            return false;
        if (parse_is_one_of(p, up, "wait hesitate stop need cease tire"))
            return false; /* "did not hesitate to say that" */
        bool joined = dep == l->conj && parse_child(p, v, l->nsubj) != NO_INDEX;
        bool fails = dep != l->conj && negation_of_next(p, up, v);
        open = !joined && (is_not_done(p, up) != fails || /* but "did not fail to say that" */
                           parse_is_one_of(p, up, "unable unwilling"));
        v = up;
    }
    return open;
}

/* "no plans", "is no lie". */
static bool has_no(const struct report_parse *p, uint32_t noun) {
    uint32_t det = parse_child(p, noun, p->labels.det);
    return det != NO_INDEX && parse_is_one_of(p, det, "no");
}

/* "no plans to", "never had any plans to"; of a noun that has a verb above it. */
static bool is_none(const struct report_parse *p, uint32_t noun) {
    uint32_t v = parse_head(p, noun);
    bool has = v != NO_INDEX && parse_is_one_of(p, v, "have be see receive get hear give make");
    return has_no(p, noun) ||
           (has && parse_token(p, noun)->dep != p->labels.nsubj && negation_on_verb(p, v));
}

static bool is_someday(const struct report_parse *p, uint32_t plan) {
    return has_child(p, plan, p->labels.amod, LEMMA_SOMEDAY);
}

/* The token tells what stands below it: "the claim that", "claims of", "plans to". */
static bool is_told_by(const struct report_parse *p, uint32_t below) {
    const struct parse_labels *l = &p->labels;
    uint32_t dep = parse_token(p, below)->dep;
    return dep == l->acl || dep == l->ccomp ||
           (dep == l->prep && parse_is_one_of(p, below, "of about on for regarding concerning"));
}

static bool is_plan(const struct report_parse *p, uint32_t i, uint32_t below) {
    return parse_has_class(p, i, LEMMA_PLAN) && is_told_by(p, below) && is_none(p, i);
}

/* Its particle is the next token. */
static bool has_particle(const struct report_parse *p, uint32_t v, const char *verb,
                         const char *particle) {
    return v + 1 < p->analysis->tokens.n && parse_head(p, v + 1) == v &&
           parse_is_one_of(p, v, verb) && parse_is_one_of(p, v + 1, particle);
}

bool governor_puts_off(const struct report_parse *p, uint32_t v, uint32_t next) {
    const struct parse_labels *l = &p->labels;
    uint32_t dep = parse_token(p, next)->dep;
    bool gerund = (dep == l->xcomp || dep == l->advcl) && p->left[next] == v + 2;
    return has_particle(p, v, "rule", "out") && next > v &&
           (dep == l->dobj || dep == l->ccomp || gerund);
}

/* "ruled out selling", "laughed off claims that". */
static bool puts_off(const struct report_parse *p, uint32_t v, uint32_t below) {
    bool laughs = has_particle(p, v, "laugh", "off") || has_particle(p, v, "brush", "aside");
    return governor_puts_off(p, v, below) ||
           (laughs && below > v && parse_token(p, below)->dep == p->labels.dobj &&
            parse_has_class(p, below, LEMMA_TOLD));
}

/* "a blow to the firm's propaganda": what verb v calls it is not the last word. */
static bool ends_phrase(const struct report_parse *p, uint32_t v, uint32_t last) {
    const struct parse_labels *l = &p->labels;
    uint32_t i = last - 1;
    for (; i > v; i--) {
        const struct token *t = parse_token(p, i);
        if (t->dep != l->punct && t->dep != l->det && t->pos != l->adjective && t->pos != l->adverb)
            break;
    }
    uint32_t dep = parse_token(p, i)->dep;
    return dep == l->poss || dep == l->cc || parse_has_tag(p, i, "POS") ||
           (dep == l->prep && !parse_is_one_of(p, i, "as"));
}

/* What a verb's last words are, which the parse often gives to the clause before them: "nonsense"
 * of "called the report that it sank nonsense", "dismissed the claim that it sank as nonsense". */
static uint32_t called_last(const struct report_parse *p, uint32_t v) {
    enum { MARKS = 3, AS_BEFORE = 3 };
    uint32_t last = p->right[v];
    if (last > v && parse_is_one_of(p, v + 1, "as")) /* "described as nonsense the claim that" */
        return parse_child(p, v + 1, p->labels.pobj);
    for (unsigned k = 0; last > v && k < MARKS && parse_token(p, last)->dep == p->labels.punct; k++)
        last--;
    if (last <= v || ends_phrase(p, v, last))
        return NO_INDEX;
    bool as = parse_is_one_of(p, v, "call label brand dub");
    for (unsigned k = 1; !as && k <= AS_BEFORE && last - k > v; k++)
        as = parse_is_one_of(p, last - k, "as");
    return as ? last : NO_INDEX;
}

/* "called the report that it sank nonsense", "the claim that it sank is nonsense". class: what it
 * is called. */
static bool is_called(const struct report_parse *p, const struct event_words *words, uint32_t v,
                      uint32_t report, enum lemma_class class) {
    const struct parse_labels *l = &p->labels;
    uint32_t dep = parse_token(p, report)->dep, what = clause_what_it_is(p, v);
    bool calls = parse_has_class(p, v, LEMMA_CALL) && dep == l->dobj;
    if (!parse_has_class(p, report, LEMMA_TOLD) ||
        (!calls && !(parse_is_one_of(p, v, "be") && (dep == l->nsubj || dep == l->csubj))))
        return false;
    if (calls && (what == NO_INDEX || !parse_has_class(p, what, class)))
        what = called_last(p, v);
    return what != NO_INDEX && !has_no(p, what) &&
           (parse_has_class(p, what, class) ||
            (calls && class == LEMMA_NONSENSE && words->words.at[p->lemma[what]].refutes));
}

/* Whether at, above below, denies what it governs. */
static bool is_denial(const struct report_parse *p, const struct event_words *words, uint32_t at,
                      uint32_t below) {
    if (is_plan(p, at, below))
        return !is_someday(p, at);
    if (puts_off(p, at, below))
        return !is_not_done(p, at);
    return is_called(p, words, at, below, LEMMA_NONSENSE) && !is_not_done(p, at);
}

/* Whether clause i is what the noun is about: "plans to sell", "plan of selling", "claims that it
 * sank"; not "the report that he wrote", "a report on the sale". */
static bool is_content_of(const struct report_parse *p, uint32_t i, uint32_t noun) {
    const struct parse_labels *l = &p->labels;
    uint32_t dep = parse_token(p, i)->dep, head = parse_head(p, i), first = p->left[i];
    if (p->clause[i] != i)
        return false;
    if (dep == l->pcomp)
        return head != NO_INDEX && parse_head(p, head) == noun;
    bool that = parse_is_one_of(p, first, "that which who whom");
    bool mark = that && parse_token(p, first)->dep == l->mark;
    return head == noun && (mark || (!that && (dep == l->acl || dep == l->ccomp)));
}

bool governor_denies(const struct report_parse *p, const struct event_words *words, uint32_t at,
                     uint32_t below, uint32_t i) {
    if (!is_denial(p, words, at, below))
        return false;
    if (governor_puts_off(p, at, below))
        return below == i;
    return is_content_of(p, i, is_plan(p, at, below) ? at : below);
}

/* "no plans to cancel the sale", "ruled out calling it off": of the sale it may say the contrary.
 */
static bool undoes(const struct report_parse *p, uint32_t v) {
    return parse_has_class(p, v, LEMMA_UNDO) || has_particle(p, v, "call", "off");
}

/* What a denial reaches but does not deny: "claims of a sale", "no plan of letting Roe sell it". */
static bool is_in_denied(const struct report_parse *p, const struct event_words *words, uint32_t at,
                         uint32_t below, uint32_t i) {
    const struct parse_labels *l = &p->labels;
    uint32_t dep = parse_token(p, i)->dep, head = parse_head(p, i);
    if (!is_denial(p, words, at, below))
        return false;
    if (below == i || is_content_of(p, i, is_plan(p, at, below) ? at : below))
        return undoes(p, i);
    return (dep == l->pobj && (head == below || parse_head(p, head) == below)) ||
           (dep == l->ccomp && p->clause[head] == head);
}

/* Of a noun above it: "no information that", "awaiting confirmation of". */
static bool noun_leaves_open(const struct report_parse *p, uint32_t noun, uint32_t below) {
    uint32_t v = parse_head(p, noun);
    if (!is_told_by(p, below) || v == NO_INDEX)
        return false;
    if (is_plan(p, noun, below))
        return is_someday(p, noun);
    return parse_has_class(p, noun, LEMMA_NEWS_OF) &&
           (is_none(p, noun) || parse_is_one_of(p, v, "await seek request"));
}

/* "neither confirmed nor denied that", "would not confirm or deny that". */
static bool is_neither(const struct report_parse *p, uint32_t v) {
    uint32_t first = parse_token(p, v)->dep == p->labels.conj ? parse_head(p, v) : NO_INDEX;
    return first != NO_INDEX && parse_is_one_of(p, v, "deny") &&
           parse_has_class(p, first, LEMMA_CONFIRM) &&
           (is_withheld(p, first) || (v > 0 && parse_is_one_of(p, v - 1, "or nor")));
}

bool governor_is_silent(const struct report_parse *p, uint32_t v) {
    uint32_t c = p->first_child[v];
    for (uint32_t n = 0; c != NO_INDEX && n < CHILDREN_MAX; c = p->next_sibling[c], n++)
        if (is_neither(p, c) || (parse_token(p, c)->dep == p->labels.dobj && puts_off(p, v, c)))
            return true;
    return false;
}

/* "urged Roe not to sell it": a wish; "agreed not to sell it" is none. */
static bool is_urged(const struct report_parse *p, uint32_t v, uint32_t below) {
    const struct parse_labels *l = &p->labels;
    uint32_t dep = parse_token(p, below)->dep, to = parse_child(p, below, l->aux);
    return (dep == l->xcomp || dep == l->ccomp) && parse_has_class(p, v, LEMMA_URGE) &&
           to != NO_INDEX && parse_is_one_of(p, to, "to") && negation_on_verb(p, below);
}

/* "It is premature to say that". */
static bool is_too_early(const struct report_parse *p, uint32_t v) {
    uint32_t at = parse_head(p, v), to = parse_child(p, v, p->labels.aux);
    if (at == NO_INDEX || to == NO_INDEX || !parse_is_one_of(p, to, "to"))
        return false;
    uint32_t what = parse_is_one_of(p, at, "be") ? clause_what_it_is(p, at) : at;
    return what != NO_INDEX && parse_is_one_of(p, what, "premature early soon");
}

/* Of a verb above it; of: by way of "about" or "of"; report: by way of a report on it. */
static bool verb_leaves_open(const struct report_parse *p, const struct event_words *words,
                             uint32_t v, uint32_t below, bool of, bool report) {
    const struct parse_labels *l = &p->labels;
    uint32_t dep = parse_token(p, below)->dep;
    bool object = dep == l->ccomp || dep == l->dobj || dep == l->nsubjpass;
    if (parse_has_class(p, v, LEMMA_CONFIRM) && object &&
        (clause_is_condition(p, v) || is_withheld(p, v)))
        return true;
    if (object && is_neither(p, v))
        return true;
    if (parse_has_class(p, v, LEMMA_ASSERT) && dep == l->ccomp &&
        (is_withheld(p, v) || is_too_early(p, v)))
        return true;
    if (parse_has_class(p, v, LEMMA_KNOW_OF) && of && is_not_done(p, v))
        return true;
    if (report && ((parse_has_class(p, v, LEMMA_CHECK) && object) ||
                   (parse_is_one_of(p, v, "look") && parse_is_one_of(p, below, "into"))))
        return true;
    return is_urged(p, v, below) || (puts_off(p, v, below) && is_not_done(p, v)) ||
           is_called(p, words, v, below, LEMMA_EARLY);
}

/* "was not aware of his selling it", "is unaware of plans to sell it"; that one is "not aware that
 * he sold it" takes it for true. */
static bool is_unaware(const struct report_parse *p, uint32_t i, bool of) {
    uint32_t is = parse_head(p, i);
    return of && is != NO_INDEX &&
           ((parse_is_one_of(p, i, "aware") && negation_on_verb(p, is)) ||
            (parse_is_one_of(p, i, "unaware") && !negation_on_verb(p, is)));
}

/* "no word on why it sank": that it sank is taken for known. */
static bool is_known(const struct report_parse *p, uint32_t v) {
    return p->clause[v] == v && parse_is_one_of(p, p->left[v], "why how when where");
}

bool governor_leaves_open(const struct report_parse *p, const struct event_words *words,
                          uint32_t i) {
    const struct parse_labels *l = &p->labels;
    uint32_t below = i, at = parse_head(p, i);
    bool of = false, report = false;
    for (unsigned k = 0; at != NO_INDEX && k < STEPS_UP; k++, at = parse_head(p, at)) {
        uint32_t dep = parse_token(p, below)->dep;
        if (dep == l->relcl || (dep == l->conj && p->clause[below] == below) || dep == l->parataxis)
            return false;
        if (is_known(p, below))
            return false;
        of = of || (dep == l->prep && parse_is_one_of(p, below, "of about"));
        report = report || parse_has_class(p, below, LEMMA_TOLD);
        if (noun_leaves_open(p, at, below) || is_unaware(p, at, of) ||
            is_in_denied(p, words, at, below, i) ||
            verb_leaves_open(p, words, at, below, of, report))
            return true;
        if (p->clause[at] == at && below != i && dep != l->xcomp && dep != l->acl)
            return false; /* what another clause tells */
        below = at;
    }
    return false;
}
