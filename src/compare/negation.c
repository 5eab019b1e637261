#include "compare/negation.h"

#include "compare/clause_text.h"
#include "compare/governors.h"

enum { CHILDREN_MAX = 16, CLAUSE_TOKENS = 60, REFUTED_WITHIN = 3 };

/* "withdrawn until June", "until it was told". */
static bool has_until(const struct report_parse *p, uint32_t v) {
    uint32_t c = p->first_child[v];
    for (uint32_t n = 0; c != NO_INDEX && n < CHILDREN_MAX; c = p->next_sibling[c], n++) {
        uint32_t dep = parse_token(p, c)->dep;
        if ((dep == p->labels.prep || dep == p->labels.advcl) &&
            parse_is_one_of(p, p->left[c], "until till"))
            return true;
    }
    return false;
}

/* "did not just bite a player": he bit one. */
static bool is_not_only(const struct report_parse *p, uint32_t i) {
    return i + 1 < p->analysis->tokens.n && parse_has_class(p, i + 1, LEMMA_NOT_ONLY);
}

/* `was "not aware"`: in marks the word hangs on what it stands before. */
static bool negates_within(const struct report_parse *p, uint32_t adjective) {
    uint32_t neg = parse_child(p, adjective, p->labels.neg);
    return neg != NO_INDEX && !is_not_only(p, neg);
}

static bool is_auxiliary(const struct report_parse *p, uint32_t i) {
    return i < p->analysis->tokens.n && parse_token(p, i)->pos == p->labels.auxiliary;
}

/* Whether what follows token i can go on with what token i negates: "at no point did it sink", "has
 * in no way sunk"; not "by no means a diver", "at no time before". */
static bool negates_on(const struct report_parse *p, uint32_t i) {
    const struct parse_labels *l = &p->labels;
    if (i + 1 >= p->analysis->tokens.n || parse_is_one_of(p, i + 1, "before since but near else"))
        return false;
    uint32_t pos = parse_token(p, i + 1)->pos;
    return pos == l->verb || pos == l->auxiliary || pos == l->adjective || pos == l->adverb ||
           parse_token(p, i + 1)->dep == l->punct;
}

/* "Nowhere did it sink", "at no point", "in no way", "not once did": as good as "not"; "in no time"
 * is soon, "not once but twice" oftener. */
static bool is_at_no_time(const struct report_parse *p, uint32_t c) {
    const struct parse_labels *l = &p->labels;
    uint32_t of = parse_child(p, c, l->pobj);
    if (parse_is_one_of(p, c, "nowhere"))
        return p->right[c] == c && negates_on(p, c);
    if (parse_is_one_of(p, c, "once"))
        return parse_child(p, c, l->neg) != NO_INDEX && is_auxiliary(p, c + 1);
    if (of == NO_INDEX || of != c + 2 || !parse_is_one_of(p, c, "at in on under by") ||
        !parse_is_one_of(p, c + 1, "no") || !parse_has_class(p, of, LEMMA_NO_TIME) ||
        (parse_is_one_of(p, c, "in") && parse_is_one_of(p, of, "time")))
        return false;
    return p->right[of] == of ? negates_on(p, of) /* "at no point during the storm did it" */
                              : is_auxiliary(p, p->right[of] + 1);
}

static bool has_at_no_time(const struct report_parse *p, uint32_t v) {
    uint32_t c = p->first_child[v];
    for (uint32_t n = 0; c != NO_INDEX && n < CHILDREN_MAX; c = p->next_sibling[c], n++)
        if (is_at_no_time(p, c))
            return true;
    return false;
}

/* "Nowhere is a mill burned": the participle behind the subject may hang on that, not on "is". */
static bool is_turned_round(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    uint32_t dep = parse_token(p, v)->dep, subject = parse_head(p, v);
    if ((dep != l->acl && dep != l->relcl) || subject == NO_INDEX || subject > v ||
        parse_token(p, subject)->dep != l->nsubj)
        return false;
    uint32_t is = parse_head(p, subject);
    return is != NO_INDEX && is > 0 && is < subject && parse_is_one_of(p, is, "be") &&
           parse_token(p, is - 1)->head == is && is_at_no_time(p, is - 1);
}

bool negation_on_verb(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    bool negated = false;
    uint32_t c = p->first_child[v];
    for (uint32_t n = 0; c != NO_INDEX && n < CHILDREN_MAX; c = p->next_sibling[c], n++) {
        uint32_t dep = parse_token(p, c)->dep;
        bool negates = (dep == l->neg && !is_not_only(p, c)) ||
                       (dep == l->acomp && negates_within(p, c)) ||
                       /* "did not, as some say, sink": it hangs on "did" */
                       (dep == l->aux && parse_child(p, c, l->neg) != NO_INDEX);
        negated = negated != negates;
    }
    negated = negated || is_turned_round(p, v) || has_at_no_time(p, v);
    return negated && !has_until(p, v);
}

static bool has_to(const struct report_parse *p, uint32_t v) {
    uint32_t to = parse_child(p, v, p->labels.aux);
    return to != NO_INDEX && parse_is_one_of(p, to, "to");
}

/* "has yet to sink": it has not. */
static bool is_yet_to_come(const struct report_parse *p, uint32_t v) {
    uint32_t to = parse_child(p, v, p->labels.aux);
    return has_to(p, v) && to > 0 && parse_is_one_of(p, to - 1, "yet");
}

bool negation_of_next(const struct report_parse *p, uint32_t v, uint32_t next) {
    uint32_t adjective = parse_child(p, v, p->labels.acomp);
    bool cannot = adjective != NO_INDEX && parse_is_one_of(p, adjective, "unable unlikely");
    return cannot || is_yet_to_come(p, next) || governor_puts_off(p, v, next) ||
           parse_is_one_of(p, v, "fail refuse decline deny forbid prohibit");
}

bool negation_withholds(const struct report_parse *p, uint32_t v) {
    return parse_has_class(p, v, LEMMA_WITHHOLD);
}

/* Not "no fewer than 20", "No 10". */
static bool is_no(const struct report_parse *p, uint32_t i) {
    return parse_is_one_of(p, i, "no") && i + 1 < p->analysis->tokens.n &&
           !parse_is_one_of(p, i + 1, "few fewer little less more") &&
           parse_token(p, i + 1)->pos != p->labels.number;
}

uint32_t negation_none(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    uint32_t i = p->first_in[v], found = NO_INDEX, object = parse_child(p, v, l->dobj);
    if (object != NO_INDEX && parse_is_one_of(p, object, "time"))
        return NO_INDEX; /* "wasted no time sealing it off" */
    for (uint32_t n = 0; i != NO_INDEX && n < CLAUSE_TOKENS; i = p->next_in[i], n++) {
        uint32_t dep = parse_token(p, i)->dep;
        bool there = dep == l->attr && parse_child(p, v, l->expl) != NO_INDEX;
        if ((dep == l->nsubj || dep == l->nsubjpass || dep == l->dobj || there) &&
            (parse_is_one_of(p, i, "nobody none nothing") || is_no(p, p->left[i])))
            found = found == NO_INDEX ? i : NO_INDEX;
    }
    return found;
}

bool negation_is_elsewhere(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    bool would = false, have = false, before = false;
    uint32_t c = p->first_child[v];
    for (uint32_t n = 0; c != NO_INDEX && n < CHILDREN_MAX; c = p->next_sibling[c], n++) {
        bool aux = parse_token(p, c)->dep == l->aux;
        would = would || (aux && parse_is_one_of(p, c, "would"));
        have = have || (aux && parse_is_one_of(p, c, "have"));
        before = before || (parse_is_one_of(p, c, "before") && p->left[c] == p->right[c]);
    }
    return ((would && have) || before) &&
           (negation_on_verb(p, v) || negation_none(p, v) != NO_INDEX);
}

bool negation_compares(const struct report_parse *p, uint32_t v) {
    uint32_t i = p->first_in[v];
    for (uint32_t n = 0; i != NO_INDEX && n < CLAUSE_TOKENS; i = p->next_in[i], n++)
        if (parse_is_one_of(p, i, "than"))
            return negation_none(p, v) != NO_INDEX || has_at_no_time(p, v);
    return false;
}

bool negation_takes_back(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    uint32_t c = p->first_child[v], subject = NO_INDEX;
    for (unsigned n = 0; c != NO_INDEX && n < CHILDREN_MAX; n++, c = p->next_sibling[c]) {
        if (parse_token(p, c)->dep == l->nsubj) /* the last of "Correction: An earlier version" */
            subject = c;
        if (parse_token(p, c)->pos == l->adverb &&
            parse_is_one_of(p, c,
                            "falsely incorrectly wrongly mistakenly erroneously inaccurately"))
            return true;
    }
    if (subject == NO_INDEX || !parse_is_one_of(p, subject, "version"))
        return false;
    uint32_t which = parse_child(p, subject, l->amod);
    return which != NO_INDEX && parse_is_one_of(p, which, "early earlier previous prior original");
}

/* Of what is said so; not "mistakenly opened fire, killing two". below: the token under v on the
 * way up. */
static bool takes_back(const struct report_parse *p, uint32_t v, uint32_t below) {
    return parse_token(p, below)->dep == p->labels.ccomp && negation_takes_back(p, v);
}

/* "no evidence that ...": said of it, the words deny it. */
static bool is_proof(const struct report_parse *p, uint32_t i) {
    return parse_is_one_of(p, i, "evidence proof indication sign");
}

/* "no truth to the rumour that ...", not "no merit in selling it". below: the preposition. */
static bool is_truth_of(const struct report_parse *p, uint32_t i, uint32_t below) {
    uint32_t of = parse_child(p, below, p->labels.pobj);
    return of != NO_INDEX && parse_is_one_of(p, i, "truth substance validity basis foundation") &&
           parse_has_class(p, of, LEMMA_TALK);
}

static bool has_no(const struct report_parse *p, uint32_t i) {
    uint32_t det = parse_child(p, i, p->labels.det), head = parse_head(p, i);
    if (det != NO_INDEX && parse_is_one_of(p, det, "no"))
        return true;
    return det != NO_INDEX && parse_is_one_of(p, det, "any") && head != NO_INDEX &&
           parse_child(p, head, p->labels.neg) != NO_INDEX;
}

/* "Contrary to reports that it sank". below: the preposition. */
static bool is_contrary_to(const struct report_parse *p, uint32_t i, uint32_t below) {
    uint32_t what = parse_child(p, below, p->labels.pobj);
    return what != NO_INDEX && parse_is_one_of(p, i, "contrary") &&
           parse_has_class(p, what, LEMMA_TALK);
}

/* "There was no man riding it", "there is no man who rode it": none did. "There is no need to ride
 * it", "no doubt that he rode it" tell of something else. */
static bool is_of_none(const struct report_parse *p, uint32_t i) {
    const struct parse_labels *l = &p->labels;
    uint32_t dep = parse_token(p, i)->dep, noun = parse_head(p, i);
    uint32_t is = noun == NO_INDEX ? NO_INDEX : parse_head(p, noun);
    if (is == NO_INDEX || parse_token(p, noun)->dep != l->attr ||
        parse_child(p, is, l->expl) == NO_INDEX)
        return false;
    bool participle = dep == l->acl && p->subject[i] == NO_INDEX && !has_to(p, i);
    bool who = dep == l->relcl && p->subject[i] != NO_INDEX &&
               parse_is_one_of(p, p->subject[i], "who which that");
    return (participle || who) && is_no(p, p->left[noun]) != negation_on_verb(p, is);
}

/* "a false claim", "it is a hoax", "it is not true". */
static bool calls_untrue(const struct report_parse *p, const struct event_words *words,
                         uint32_t i) {
    const struct parse_labels *l = &p->labels;
    bool negated = false, truth = false;
    uint32_t c = p->first_child[i];
    for (unsigned n = 0; c != NO_INDEX && n < CHILDREN_MAX; n++, c = p->next_sibling[c]) {
        uint32_t dep = parse_token(p, c)->dep;
        if ((dep == l->amod || dep == l->acomp || dep == l->attr) &&
            words->words.at[p->lemma[c]].refutes)
            return true;
        negated = negated || dep == l->neg;
        truth = truth || (dep == l->acomp && parse_is_one_of(p, c, "true correct accurate real"));
    }
    return negated && truth;
}

/* "squashed rumours that ...": of other things that says another thing. */
static bool is_squashed(const struct report_parse *p, uint32_t v, uint32_t below) {
    return parse_token(p, below)->dep == p->labels.dobj &&
           parse_is_one_of(p, below, "rumor rumour report claim story allegation speculation") &&
           parse_is_one_of(p, v, "squash quell scotch squelch") && !negation_on_verb(p, v);
}

/* "retracted claims that ...", "a false claim that ...", "it is not true that ...", "reports that
 * ... turned out to be false". */
static bool refutes(const struct report_parse *p, const struct event_words *words, uint32_t i,
                    uint32_t below) {
    return words->words.at[p->lemma[i]].refutes || calls_untrue(p, words, i) ||
           calls_untrue(p, words, clause_found_to_be(p, i)) || takes_back(p, i, below) ||
           is_squashed(p, i, below);
}

/* "barred from selling", "left without selling". */
static bool is_kept_from(const struct report_parse *p, uint32_t i) {
    uint32_t prep = parse_head(p, i), verb = prep == NO_INDEX ? NO_INDEX : parse_head(p, prep);
    if (verb == NO_INDEX || parse_token(p, i)->dep != p->labels.pcomp)
        return false;
    return (parse_is_one_of(p, prep, "without") && !negation_on_verb(p, verb)) ||
           (parse_is_one_of(p, prep, "from") &&
            parse_is_one_of(p, verb, "ban bar prohibit forbid"));
}

/* "It is false, and he left", "it is false, as he left": what is joined is not called false. Of a
 * noun it is only what the words name: "false reports of the attack", not "falsely claimed that the
 * attack was staged". */
static bool ends_reach(const struct report_parse *p, uint32_t i, uint32_t from) {
    const struct parse_labels *l = &p->labels;
    uint32_t dep = parse_token(p, i)->dep;
    bool noun = p->clause[from] != from;
    bool tells = !noun && i != from && parse_is_one_of(p, i, "claim allege suggest purport");
    if (dep == l->conj || (dep == l->advcl && !tells) || (dep == l->relcl && i != from))
        return true; /* but "refuting reports this week claiming that he left" */
    bool loose = parse_token(p, i)->dep == l->prep && !parse_is_one_of(p, i, "of about on");
    if (loose && (noun || parse_child(p, i, l->pcomp) != NO_INDEX))
        return true; /* "dispelled it by saying that he sold the mill" */
    return noun && (dep == l->ccomp || dep == l->xcomp || dep == l->acl || dep == l->relcl ||
                    dep == l->pcomp);
}

bool negation_is_flat(const struct report_parse *p, uint32_t above) {
    uint32_t subject = p->subject[above];
    bool by_subject = parse_token(p, above)->pos == p->labels.verb && subject != NO_INDEX &&
                      parse_token(p, subject)->dep != p->labels.nsubjpass &&
                      !parse_is_one_of(p, above, "turn prove appear seem");
    return !by_subject && !is_proof(p, above) && !parse_is_one_of(p, above, "without from");
}

bool negation_is_contrary(const struct report_parse *p, uint32_t v) {
    uint32_t c = p->first_child[v];
    for (uint32_t n = 0; c != NO_INDEX && n < CHILDREN_MAX; c = p->next_sibling[c], n++)
        if (parse_is_one_of(p, c, "contrary"))
            return true;
    return false;
}

/* Where the phrase that is set against the rest of its sentence begins and has this place in it, or
 * to when there is none. */
static size_t set_against(struct str text, size_t from, size_t to) {
    static const char *const against[] = {"contrary to ", "despite ", "in spite of "};
    enum { LOOKED_AT = 60 };
    size_t start = to;
    for (size_t at = to; at > from && to - at < LOOKED_AT && text.at[at - 1] != ','; at--)
        for (unsigned i = 0; i < sizeof against / sizeof *against; i++)
            if (str_starts_nocase(str_cut(text, at - 1, to), str_of(against[i])))
                start = at - 1;
    return start;
}

bool negation_of_source(const struct analysis *n, const struct statement *s) {
    if (s->in_title || !s->content.n || s->sentence >= n->sentences.n ||
        s->source.start >= s->source.end)
        return false;
    struct str text = n->article->text;
    struct span sentence = n->sentences.at[s->sentence].text;
    size_t first = s->source.start < s->cue.start ? s->source.start : s->cue.start;
    if (first < sentence.start || s->source.end > sentence.end)
        return false;
    size_t start = set_against(text, sentence.start, first);
    size_t end = str_find_byte(str_cut(text, 0, sentence.end), ',', s->source.end);
    end = end == SIZE_MAX ? sentence.end : end;
    return start < first && (s->content.at[0].start < start || s->content.at[0].start >= end);
}

bool negation_bars(const struct report_parse *p, uint32_t v) {
    return is_kept_from(p, v) && parse_is_one_of(p, parse_head(p, v), "from");
}

uint32_t negation_above(const struct report_parse *p, const struct event_words *words, uint32_t i) {
    const struct parse_labels *l = &p->labels;
    uint32_t below = i, at = parse_head(p, i);
    for (unsigned k = 0; at != NO_INDEX && k < REFUTED_WITHIN; k++, at = parse_head(p, at)) {
        uint32_t dep = parse_token(p, below)->dep;
        bool aside = parse_token(p, i)->dep == l->relcl && /* "Harrow, who left, ..." */
                     parse_token(p, parse_head(p, i))->pos == l->proper_noun;
        bool contrary = dep == l->prep && is_contrary_to(p, at, below);
        bool truth = dep == l->prep && is_truth_of(p, at, below);
        if (aside || (ends_reach(p, below, i) && !truth && !contrary))
            break;
        bool proof =
            dep != l->relcl && has_no(p, at) && (is_proof(p, at) || is_truth_of(p, at, below));
        if (contrary || proof || refutes(p, words, at, below) ||
            governor_denies(p, words, at, below, i))
            return at;
        below = at;
    }
    return is_kept_from(p, i) || is_of_none(p, i) ? parse_head(p, i) : NO_INDEX;
}
