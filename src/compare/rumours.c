#include "compare/rumours.h"

#include "compare/clause_text.h"
#include "compare/negation.h"

enum { RUMOURED_WITHIN = 3, CHILDREN_MAX = 64 };

static const char *const nouns = "rumor rumour speculation gossip chatter";

/* "The rumours that it sank were confirmed", "were true", "he admitted the rumours that". */
static bool is_confirmed(const struct report_parse *p, uint32_t rumours) {
    uint32_t v = parse_head(p, rumours), is = v == NO_INDEX ? v : clause_what_it_is(p, v);
    if (v == NO_INDEX || negation_on_verb(p, v))
        return false;
    return parse_has_class(p, v, LEMMA_CONFIRM) ||
           parse_is_one_of(p, v, "acknowledge admit found") || /* "well founded" */
           (is != NO_INDEX && parse_is_one_of(p, is, "true right correct accurate"));
}

static bool is_outlet(const struct report_parse *p, uint32_t i) {
    uint32_t e = p->entity[i];
    return e != NO_INDEX && p->analysis->entities.at[e].outlet;
}

/* "in the Herald", which the tagger knows for no outlet; not "in Norland". */
static bool may_be_title(const struct report_parse *p, uint32_t in, uint32_t of) {
    return parse_is_one_of(p, in, "in") && parse_token(p, of)->pos == p->labels.proper_noun &&
           parse_is_one_of(p, p->left[of], "the");
}

/* "by Roe", "from the yard", "in the Herald", "with a post by Roe": who began them. */
static bool is_beginner(const struct report_parse *p, uint32_t child) {
    uint32_t dep = parse_token(p, child)->dep, of = parse_child(p, child, p->labels.pobj);
    if (dep == p->labels.agent || parse_is_one_of(p, child, "by from via"))
        return true;
    return dep == p->labels.prep && of != NO_INDEX &&
           (is_outlet(p, of) || may_be_title(p, child, of));
}

/* Somebody is told to have begun them, or they are some that were told of before: "Roe's rumours",
 * "the rumour", "rumours started by Roe", "the Herald's rumours", "press speculation". */
static bool are_somebodys(const struct report_parse *p, uint32_t rumours) {
    const struct parse_labels *l = &p->labels;
    uint32_t i = p->first_child[rumours];
    for (unsigned n = 0; i != NO_INDEX; i = p->next_sibling[i], n++) {
        uint32_t dep = parse_token(p, i)->dep;
        bool told = dep == l->acl && parse_child(p, i, l->agent) != NO_INDEX;
        bool before = dep == l->det && parse_is_one_of(p, i, "the this that these those");
        bool whose = dep == l->compound &&
                     (is_outlet(p, i) ||
                      parse_is_one_of(p, i, "press tabloid newspaper analyst expert company"));
        if (n == CHILDREN_MAX || dep == l->poss || told || before || whose || is_beginner(p, i))
            return true;
    }
    return false;
}

/* "Rumours were spread by Roe", "came from the yard", "Roe spread rumours": who began them is told
 * with their verb. */
static bool are_begun(const struct report_parse *p, uint32_t rumours) {
    const struct parse_labels *l = &p->labels;
    uint32_t v = parse_head(p, rumours), dep = parse_token(p, rumours)->dep;
    if (v == NO_INDEX || parse_token(p, v)->pos != l->verb)
        return false;
    if (dep == l->dobj &&
        parse_is_one_of(p, v,
                        "spread start report publish post share tweet print run circulate peddle "
                        "plant invent repeat launch write air begin pass push"))
        return true;
    if (dep != l->nsubj && dep != l->nsubjpass)
        return false;
    uint32_t i = p->first_child[v];
    for (unsigned n = 0; i != NO_INDEX && n < CHILDREN_MAX; i = p->next_sibling[i], n++)
        if (is_beginner(p, i) ||
            (parse_is_one_of(p, v, "begin start originate") && parse_is_one_of(p, i, "with")))
            return true;
    return false;
}

/* "Postbox rumours"; with those among whom they go round, "rumours among sailors". */
static struct span called(const struct report_parse *p, uint32_t rumours) {
    enum { PLACE_TOKENS_MAX = 5, WORDS_BEFORE_MAX = 4 };
    uint32_t first = p->left[rumours], last = rumours;
    uint32_t among = parse_child(p, rumours, p->labels.prep);
    uint32_t whom = among == rumours + 1 && parse_is_one_of(p, among, "among amongst")
                        ? parse_child(p, among, p->labels.pobj)
                        : NO_INDEX;
    if (whom != NO_INDEX && whom - among < PLACE_TOKENS_MAX)
        last = whom;
    if (rumours - first > WORDS_BEFORE_MAX)
        first = rumours;
    while (first < rumours && parse_token(p, first)->pos != p->labels.noun &&
           parse_token(p, first)->pos != p->labels.proper_noun)
        first++; /* "fresh", "strong" */
    return (struct span){parse_token(p, first)->text.start, parse_token(p, last)->text.end};
}

static enum rumour of_noun(struct span *words, const struct report_parse *p, uint32_t rumours) {
    if (is_confirmed(p, rumours))
        return NOT_RUMOURED;
    if (!are_somebodys(p, rumours) && !are_begun(p, rumours))
        *words = called(p, rumours);
    return RUMOURED;
}

/* "According to rumours, it had sunk": the rumours, or NO_INDEX. */
static uint32_t in_front(const struct report_parse *p, uint32_t v) {
    uint32_t i = p->first_child[v];
    for (unsigned n = 0; i != NO_INDEX && n < CHILDREN_MAX; i = p->next_sibling[i], n++) {
        uint32_t to = parse_is_one_of(p, i, "accord according") ? parse_child(p, i, p->labels.prep)
                                                                : NO_INDEX;
        uint32_t of = to == NO_INDEX ? to : parse_child(p, to, p->labels.pobj);
        if (of != NO_INDEX && parse_is_one_of(p, of, nouns))
            return of;
    }
    return NO_INDEX;
}

/* "Rumours swirled on Postbox that it had sunk", "rumours among the clerks that it had", where the
 * parser hangs the clause on the place. */
static bool only_hangs_on(const struct report_parse *p, uint32_t v, uint32_t place) {
    uint32_t first = p->left[v], prep = parse_head(p, place);
    bool may_be = parse_token(p, place)->pos == p->labels.proper_noun ||
                  (prep != NO_INDEX && parse_is_one_of(p, prep, "among amongst"));
    return may_be && first < v && parse_is_one_of(p, first, "that") && p->subject[v] != NO_INDEX &&
           p->subject[v] != first;
}

/* Not "the rumours began when it sank", "rumours of a man who sank it", "rumours followed the news
 * that it sank". */
enum rumour rumour_of(struct span *words, const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    uint32_t below = v, at = parse_head(p, v);
    uint32_t cited = in_front(p, v);
    *words = (struct span){0, 0};
    if (cited != NO_INDEX)
        return of_noun(words, p, cited);
    for (unsigned k = 0; at != NO_INDEX && k < RUMOURED_WITHIN; k++) {
        uint32_t dep = parse_token(p, below)->dep, subject = p->subject[at];
        if (dep == l->advcl || dep == l->conj || dep == l->parataxis ||
            (dep == l->relcl && !only_hangs_on(p, below, at)))
            return NOT_RUMOURED;
        bool place = dep == l->relcl, noun = !place && parse_token(p, at)->pos == l->noun;
        if (parse_is_one_of(p, at, nouns))
            return noun ? of_noun(words, p, at) : RUMOURED_TO_BE;
        if (noun)
            return NOT_RUMOURED;
        if (subject != NO_INDEX && subject != below && parse_is_one_of(p, subject, nouns))
            return of_noun(words, p, subject);
        below = at, at = parse_head(p, at);
    }
    return NOT_RUMOURED;
}
