#include "compare/second_facts.h"

enum { CHILDREN_MAX = 16 };

/* Whether a phrase has a verb in it that tells something more. */
static bool has_predicate(const struct report_parse *p, uint32_t head) {
    for (uint32_t i = p->left[head]; i <= p->right[head] && i < p->left[head] + CLAUSE_TOKENS_MAX;
         i++)
        if (p->clause[i] == i)
            return true;
    return false;
}

/* "never", "seldom", "only", "the first": what is so may be so only then; not "a few". */
static bool depends_on_time(const struct report_parse *p, struct token_range range) {
    for (uint32_t i = range.first; i <= range.last; i++) {
        bool some =
            i > range.first && parse_is_one_of(p, i, "few") && parse_is_one_of(p, i - 1, "a");
        if (parse_token(p, i)->dep == p->labels.neg ||
            (parse_has_class(p, i, LEMMA_NONE) && !some) ||
            parse_is_one_of(p, i, "only first longer"))
            return true;
    }
    return false;
}

/* "her" in the rest, by which somebody told of in the opening phrase may be meant: not the
 * subject. */
static bool points_into_opening(const struct report_parse *p, uint32_t subject,
                                struct token_range rest) {
    bool named = p->entity[subject] != NO_INDEX;
    for (uint32_t i = rest.first; i <= rest.last; i++)
        if (i != subject && parse_token(p, i)->pos == p->labels.pronoun &&
            parse_has_class(p, i, LEMMA_POINTER) && !(named && p->entity[i] == p->entity[subject]))
            return true;
    return false;
}

/* "Roe bought a mill", which stays true without when: not how something was then, nor of many. */
static bool is_deed(const struct report_parse *p, uint32_t v, uint32_t subject) {
    const struct parse_labels *l = &p->labels;
    return parse_has_tag(p, v, "VBD") && parse_token(p, v)->pos == l->verb &&
           parse_child(p, v, l->aux) == NO_INDEX &&
           parse_token(p, subject)->pos == l->proper_noun && !parse_has_class(p, v, LEMMA_NO_DEED);
}

/* "After selling it", "With Roe being ill"; not "after adjusting for it", "with nine tenths
 * counted", by which a figure is so. */
static bool tells_deed(const struct report_parse *p, uint32_t i) {
    const struct parse_labels *l = &p->labels;
    uint32_t of = parse_child(p, i, l->pcomp);
    bool with = parse_is_one_of(p, i, "with");
    return of != NO_INDEX && (with || parse_is_one_of(p, i, "after")) &&
           parse_token(p, of)->tag == l->gerund && with == (p->subject[of] != NO_INDEX) &&
           !parse_has_class(p, of, LEMMA_RECKONING);
}

/* "Despite the storm", "Based in Tarnholt", "Due to open in May", "After selling it", "With Roe
 * being ill": before what v's clause tells of its subject. */
static bool opens_with_fact(const struct report_parse *p, uint32_t i, uint32_t v, uint32_t subject,
                            struct token_range rest) {
    if (parse_token(p, i)->dep != p->labels.prep)
        return false;
    if (p->left[i] == i && p->right[i] > i &&
        (parse_is_one_of(p, i, "despite") ||
         (parse_is_one_of(p, i, "due") && p->right[i] > i + 1 &&
          parse_token(p, i + 2)->tag == p->labels.base) ||
         (parse_is_one_of(p, i, "base") && parse_is_one_of(p, i + 1, "in"))))
        return true;
    return tells_deed(p, i) && is_deed(p, v, subject) && !depends_on_time(p, rest);
}

uint32_t second_fact_opens(const struct report_parse *p, uint32_t v, uint32_t subject,
                           struct token_range range) {
    uint32_t end = p->left[subject];
    if (subject > v || end <= range.first)
        return range.first;
    for (uint32_t c = p->first_child[v], k = 0; c != NO_INDEX && c < end && k < CHILDREN_MAX;
         c = p->next_sibling[c], k++) {
        uint32_t comma = p->right[c] + !clause_mark(p, p->right[c], STR(","));
        struct token_range rest = {comma + 1, range.last};
        if (p->left[c] == range.first && comma < end && clause_mark(p, comma, STR(",")) &&
            opens_with_fact(p, c, v, subject, rest) && !points_into_opening(p, subject, rest))
            return rest.first;
    }
    return range.first;
}

/* ", a dealer in Norland", behind a name: what he is. */
static bool describes_name(const struct report_parse *p, uint32_t i) {
    const struct parse_labels *l = &p->labels;
    uint32_t of = parse_head(p, i);
    return of != NO_INDEX && of < i && parse_token(p, of)->pos == l->proper_noun &&
           parse_token(p, i)->pos != l->proper_noun &&
           (parse_is_one_of(p, p->left[i], "a an the") || parse_is_one_of(p, i, "one")) &&
           parse_child(p, i, l->conj) == NO_INDEX;
}

/* "nine ships of Weldon, including the Aster": the rest tells something; not "other ships". */
static bool is_told_without(const struct report_parse *p, uint32_t head) {
    uint32_t of = parse_head(p, head);
    for (uint32_t i = of == NO_INDEX ? head : p->left[of]; i < head; i++)
        if (parse_token(p, i)->pos == p->labels.number ||
            parse_token(p, i)->pos == p->labels.proper_noun)
            return of < head && p->clause[of] != of;
    return false;
}

/* ", an accusation he denies", ", a story that is false": what it stands
 * behind is not so, without it; or ", an offer that ended in May": it was no more than one. */
static bool takes_back(const struct report_parse *p, uint32_t head) {
    if (parse_is_one_of(p, head,
                        "claim rumour rumor story accusation charge offer plan allegation"))
        return true;
    for (uint32_t i = p->left[head]; i <= p->right[head] && i < p->left[head] + CLAUSE_TOKENS_MAX;
         i++)
        if (parse_is_one_of(p, i,
                            "deny refute debunk untrue false falsely wrong bar "
                            "withdraw retract"))
            return true;
    return false;
}

bool second_fact_adds(const struct report_parse *p, uint32_t head) {
    const struct parse_labels *l = &p->labels;
    if (takes_back(p, head))
        return false;
    uint32_t dep = parse_token(p, head)->dep;
    if (dep == l->appos)
        return has_predicate(p, head) || describes_name(p, head);
    bool loose = dep == l->advcl || /* an apposition for which the parser found no noun */
                 str_eq(labels_name(p->analysis->labels, dep), STR("npadvmod"));
    if (loose && parse_token(p, head)->pos != l->verb)
        return parse_is_one_of(p, clause_first_word(p, head), "a an the") && has_predicate(p, head);
    if (dep != l->prep)
        return false;
    uint32_t object = parse_child(p, head, l->pobj);
    if (parse_is_one_of(p, head, "include including"))
        return is_told_without(p, head);
    if (parse_is_one_of(p, head, "despite amid"))
        return true;
    if (parse_is_one_of(p, head, "with"))
        return object == NO_INDEX || !parse_is_one_of(p, object, "condition proviso exception aim");
    return has_predicate(p, head) && /* "named, as owing", "open, except when it rains" */
           !parse_is_one_of(p, head, "as except without but unless despite for");
}

/* A name and no fact: ", also known as Aster,"; or only which: ", based in Tarnholt,". */
static bool names_only(const struct report_parse *p, uint32_t i) {
    return parse_has_class(p, i, LEMMA_NAMING);
}

/* ", who left in May,", ", due to open in May,", ", a country that was hit,": token i is its head.
 */
static bool is_inserted(const struct report_parse *p, uint32_t i, struct token_range range) {
    const struct parse_labels *l = &p->labels;
    uint32_t dep = parse_token(p, i)->dep, before = p->left[i] - 1, behind = p->right[i] + 1;
    if (p->left[i] <= range.first ||
        !(clause_mark(p, before, STR(",")) || clause_dash(p, before)) ||
        p->left[i] == p->right[i]) /* "Ann Roe, pictured, left" */
        return false;
    if (dep == l->appos) /* "paid Roe, a diver, a crown to dive": all of it may hang on the diver */
        return has_predicate(p, i) && behind <= range.last && clause_mark(p, behind, STR(","));
    return p->clause[i] == i &&
           ((dep == l->relcl && p->left[i] < i) || (dep == l->acl && !names_only(p, i)));
}

/* "the man there, too, who left": of whatever the parser made it tell; not "the mill where he was
 * found". */
static bool is_relative_word(const struct report_parse *p, uint32_t i, struct token_range range) {
    uint32_t verb = p->clause[i];
    if (i <= range.first || i == range.last || verb == NO_INDEX || verb <= i)
        return false;
    bool comma = clause_comma_before(p, i) != NO_INDEX || clause_dash(p, i - 1);
    return comma && parse_is_one_of(p, i, "where who whom whose which");
}

uint32_t second_fact_follows(const struct report_parse *p, uint32_t v, struct token_range range) {
    for (uint32_t i = v + 1; i <= range.last; i++)
        if (is_relative_word(p, i, range) && p->right[p->clause[i]] + 2 > range.last &&
            clause_comma_before(p, i) != NO_INDEX && !takes_back(p, p->clause[i]))
            return clause_comma_before(p, i) - 1;
    return range.last;
}

/* Whether the verb v has something of its own before its fellow verb, so that the two do not share
 * it: not in "bought and sold the mill". */
static bool is_complete_before(const struct report_parse *p, uint32_t v, uint32_t fellow) {
    const struct parse_labels *l = &p->labels;
    for (uint32_t c = p->first_child[v], k = 0; c != NO_INDEX && c < fellow && k < CHILDREN_MAX;
         c = p->next_sibling[c], k++) {
        uint32_t dep = parse_token(p, c)->dep;
        if (c > v && (dep == l->dobj || dep == l->attr || dep == l->acomp || dep == l->prep ||
                      dep == l->xcomp || dep == l->ccomp || dep == l->agent))
            return true;
    }
    return false;
}

/* "sold the mill and left", "said that it sank and that nine drowned": i is the second verb. */
static bool is_second_verb(const struct report_parse *p, uint32_t v, uint32_t i) {
    const struct parse_labels *l = &p->labels;
    const struct token *t = parse_token(p, i);
    uint32_t of = t->head;
    if (p->clause[i] != i || t->dep != l->conj || of > i || p->clause[of] != of ||
        (of > 0 && parse_is_one_of(p, of - 1, "neither"))) /* "neither bought nor sold it" */
        return false;
    bool own = of == v || (parse_token(p, of)->dep == l->ccomp && parse_token(p, of)->head == v);
    bool tense = clause_tense_tag(p, i) || parse_child(p, i, l->aux) != NO_INDEX ||
                 parse_child(p, i, l->auxpass) != NO_INDEX;
    return own && tense && (p->subject[i] != NO_INDEX || is_complete_before(p, of, i));
}

/* "so high that the mill was sold": i is the verb of what followed from it; "that" may be left
 * out. */
static bool is_result(const struct report_parse *p, uint32_t i) {
    const struct parse_labels *l = &p->labels;
    uint32_t of = parse_token(p, i)->head;
    return p->clause[i] == i && of < i && parse_token(p, i)->dep == l->ccomp && of > 0 &&
           parse_is_one_of(p, of - 1, "so") && parse_token(p, of - 1)->head == of &&
           parse_token(p, of)->pos == l->adjective;
}

bool second_fact_inside(const struct report_parse *p, uint32_t v, struct token_range range) {
    for (uint32_t i = range.first; i <= range.last; i++)
        if (i != v && (is_inserted(p, i, range) || is_second_verb(p, v, i) || is_result(p, i) ||
                       (i > range.first && is_relative_word(p, i, range))))
            return true;
    return false;
}

bool second_fact_long(const struct report_parse *p, uint32_t v, struct token_range range) {
    enum { SHORT_TOKENS = 7 };
    uint32_t dashes = 0;
    for (uint32_t i = range.first; i <= range.last; i++) {
        dashes += clause_dash(p, i);
        if (i != v && ((p->right[i] - p->left[i] >= SHORT_TOKENS && is_inserted(p, i, range)) ||
                       is_second_verb(p, v, i) || is_result(p, i)))
            return true;
    }
    return dashes > 1;
}
