#include "compare/vague_words.h"

enum { CHILDREN_MAX = 16 };

/* "the two", "the pair". */
static bool is_number_of(const struct report_parse *p, uint32_t s) {
    return p->left[s] + 1 == s && p->right[s] == s && parse_is_one_of(p, s - 1, "the") &&
           (parse_token(p, s)->pos == p->labels.number ||
            parse_is_one_of(p, s, "pair duo trio former latter other others"));
}

/* "this week", "at this point": no look back. */
static bool is_time(const struct report_parse *p, uint32_t i) {
    return parse_has_class(p, i, LEMMA_TIME);
}

/* "such a plan", "this idea", with nothing behind it that tells which; not "this Weldon mill",
 * "those who left", "such a lack of ships". */
static bool is_shown_noun(const struct report_parse *p, uint32_t i, struct token_range range) {
    const struct parse_labels *l = &p->labels;
    bool shown = false;
    if (parse_token(p, i)->pos != l->noun || p->right[i] > i || is_time(p, i) ||
        (i < range.last && parse_token(p, i + 1)->pos == l->proper_noun)) /* "this site Halvern" */
        return false;
    for (uint32_t c = p->left[i]; c < i; c++) {
        const struct token *t = parse_token(p, c);
        if (p->entity[c] != NO_INDEX || t->pos == l->proper_noun || t->pos == l->number)
            return false;
        shown = shown || (t->head == i && parse_is_one_of(p, c, "this that these those such") &&
                          t->dep != l->nsubj);
    }
    for (uint32_t k = range.first; shown && k < p->left[i]; k++)
        shown = p->lemma[k] != p->lemma[i]; /* "a mill burned near this mill" */
    return shown;
}

/* "did the same", "saw this". */
static bool is_bare_object(const struct report_parse *p, uint32_t i) {
    const struct parse_labels *l = &p->labels;
    uint32_t dep = parse_token(p, i)->dep;
    if ((dep != l->dobj && dep != l->pobj) || p->right[i] > i)
        return false;
    bool same = parse_is_one_of(p, i, "same") && i > 0 && parse_is_one_of(p, i - 1, "the");
    return same || (p->left[i] == i && parse_is_one_of(p, i, "this that these those") &&
                    (parse_has_tag(p, i, "DT") || parse_token(p, i)->pos == l->pronoun) &&
                    !parse_has_tag(p, i, "WDT"));
}

/* Whether the noun head has the word i in it: not in a clause, nor beside it, as in "Roe and his
 * brother". */
static bool is_below(const struct report_parse *p, uint32_t i, uint32_t head) {
    enum { CLIMB_MAX = 12 };
    for (uint32_t k = 0; i != NO_INDEX && k < CLIMB_MAX; k++, i = parse_head(p, i)) {
        if (i == head)
            return true;
        if (p->clause[i] == i || parse_token(p, i)->dep == p->labels.conj)
            return false;
    }
    return false;
}

/* "the price of his mill was", "his brother's mill": whose is not known, nor told before, nor by
 * the subject behind it, as in "in his mill Roe found". */
static bool is_lost_owner(const struct report_parse *p, uint32_t i, uint32_t subject,
                          uint32_t first) {
    const struct parse_labels *l = &p->labels;
    uint32_t name = parse_child(p, subject, l->appos);
    if (parse_token(p, i)->dep != l->poss || p->entity[i] != NO_INDEX ||
        !parse_is_one_of(p, i, "his her its their") || !is_below(p, i, subject) ||
        parse_token(p, subject)->pos == l->proper_noun ||
        (name != NO_INDEX && parse_token(p, name)->pos == l->proper_noun))
        return false; /* "her brother Jan Quill" is told */
    for (uint32_t k = first; k < i; k++) {
        uint32_t pos = parse_token(p, k)->pos;
        if (pos == l->proper_noun || (pos == l->noun && !is_below(p, i, k)))
            return false;
    }
    return true;
}

/* "On Monday", "in Weldon", among tokens first..end-1. */
static bool tells_when_or_where(const struct report_parse *p, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++)
        if (parse_token(p, i)->pos == p->labels.proper_noun ||
            parse_token(p, i)->pos == p->labels.number || is_time(p, i))
            return true;
    return false;
}

/* "The fire was so big" of "so big that nine ships burned". */
static bool lacks_result(const struct report_parse *p, uint32_t v, struct token_range range) {
    uint32_t is = parse_child(p, v, p->labels.acomp);
    return is != NO_INDEX && is == range.last && is > range.first &&
           parse_is_one_of(p, is - 1, "so") && parse_token(p, is - 1)->head == is;
}

/* "The news came", "the fire broke out", with nothing behind it, nor when or where before it. */
static bool only_happens(const struct report_parse *p, uint32_t v, uint32_t subject,
                         struct token_range range) {
    uint32_t last = range.last;
    while (last > v && parse_token(p, last)->dep == p->labels.punct)
        last--;
    if (last == v && parse_has_class(p, subject, LEMMA_REPORT) &&
        parse_is_one_of(p, v, "swirl circulate abound spread fly"))
        return true; /* "last week, rumours swirled": which */
    if (tells_when_or_where(p, range.first, p->left[subject]))
        return false;
    if (parse_is_one_of(p, v, "pass elapse") && is_time(p, subject)) /* "six months had passed" */
        return last <= v + 1;
    bool took_place =
        last == v + 1 && parse_is_one_of(p, v, "take") && parse_is_one_of(p, last, "place");
    return took_place ||
           (last == v && parse_is_one_of(p, v, "come occur happen emerge begin start"));
}

/* "Roe sold Aster" of "Roe sold Aster: The Return", a name that is cut at its colon. */
static bool cuts_name(const struct report_parse *p, uint32_t last) {
    if (last + 2 >= p->analysis->tokens.n)
        return false;
    struct str text = p->analysis->article->text, name = str_span(text, parse_token(p, last)->text),
               next = str_span(text, parse_token(p, last + 2)->text);
    return name.n && ascii_upper(name.at[0]) && next.n && ascii_upper(next.at[0]);
}

/* "The answer was this:", "Roe asked:", "he wrote the following:": the colon brings what is meant;
 * not in "the barge is by Ann Roe:". */
static bool needs_colon(const struct report_parse *p, uint32_t v, uint32_t subject,
                        struct token_range range) {
    const struct parse_labels *l = &p->labels;
    const uint32_t parts[] = {l->dobj,  l->attr,  l->acomp, l->prep, l->agent,
                              l->ccomp, l->xcomp, l->oprd,  l->prt,  l->auxpass};
    uint32_t last = clause_mark(p, range.last, STR(":")) ? range.last - 1 : range.last;
    if (last + 1 >= p->analysis->tokens.n || !clause_mark(p, last + 1, STR(":")))
        return false;
    if (cuts_name(p, last))
        return true;
    for (uint32_t i = v + 1; i < last; i++) /* "posted the following note on his page:" */
        if (parse_is_one_of(p, i - 1, "the") && parse_is_one_of(p, i, "follow following"))
            return true;
    if (parse_has_class(p, last, LEMMA_ANNOUNCING) ||
        parse_is_one_of(p, subject, "message answer question reason result reply response"))
        return true;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parse_child(p, v, parts[i]) != NO_INDEX)
            return false;
    return true;
}

/* "A similar fire broke out", "another diver drowned", "the first time it sank": like which, beside
 * whom, of what, was told before; not "another diver, Jan Quill", "a fire similar to it". */
static bool is_one_more(const struct report_parse *p, uint32_t s) {
    const struct parse_labels *l = &p->labels;
    const uint32_t telling[] = {l->appos, l->acl};
    uint32_t which = parse_child(p, s, l->relcl);
    bool more = false;
    if (parse_is_one_of(p, s, "time") && which != NO_INDEX && p->left[s] + 1 < s &&
        parse_is_one_of(p, p->left[s] + 1, "first second third last next"))
        return true;
    for (size_t i = 0; i < sizeof telling / sizeof *telling; i++)
        if (parse_child(p, s, telling[i]) != NO_INDEX)
            return false;
    for (uint32_t c = p->left[s]; c < s && c < p->left[s] + CHILDREN_MAX; c++) {
        if (parse_token(p, c)->pos == l->proper_noun || p->entity[c] != NO_INDEX)
            return false;
        more = more || (parse_token(p, c)->head == s && parse_is_one_of(p, c, "another similar"));
    }
    return more && p->entity[s] == NO_INDEX;
}

/* "The more ships sink, ...": one half of a comparison. */
static bool is_the_more(const struct report_parse *p, struct token_range range) {
    uint32_t the = range.first;
    return the + 1 <= range.last && parse_is_one_of(p, the, "the") &&
           (parse_has_tag(p, the + 1, "JJR") || parse_has_tag(p, the + 1, "RBR")) &&
           parse_token(p, the)->dep != p->labels.det;
}

bool vague_words(const struct report_parse *p, uint32_t v, uint32_t subject,
                 struct token_range range) {
    if (is_one_more(p, subject) || is_the_more(p, range) || lacks_result(p, v, range))
        return true;
    if (needs_colon(p, v, subject, range) || is_number_of(p, subject) ||
        only_happens(p, v, subject, range))
        return true;
    for (uint32_t i = range.first; i <= range.last; i++)
        if (i != v && i != subject &&
            (is_shown_noun(p, i, range) || is_bare_object(p, i) ||
             is_lost_owner(p, i, subject, range.first)))
            return true;
    return false;
}

/* "one of the best mills", "one of the most famous". */
static bool is_one_of_best(const struct report_parse *p, uint32_t i, uint32_t last) {
    return i + 3 <= last && parse_is_one_of(p, i, "one") && parse_is_one_of(p, i + 1, "of") &&
           (parse_has_tag(p, i + 3, "JJS") || parse_has_tag(p, i + 3, "RBS")) &&
           parse_has_class(p, i + 3, LEMMA_BEST);
}

/* "leaves, unless it rains": i is the verb of a condition; not in "asked Roe if it rained", "even
 * if it rains", nor on somebody's word. */
static bool is_condition_of(const struct report_parse *p, uint32_t v, uint32_t i) {
    uint32_t mark = parse_child(p, i, p->labels.mark);
    return p->clause[i] == i && parse_token(p, i)->head == v && mark != NO_INDEX &&
           p->statement[v] == NO_INDEX &&
           !(mark > 0 && parse_is_one_of(p, mark - 1, "only even")) &&
           parse_token(p, i)->dep == p->labels.advcl && parse_is_one_of(p, mark, "if unless") &&
           !parse_has_class(p, v, LEMMA_ASKING);
}

/* "The Aster is a shocking ship"; not "the shocking fire killed nine", "is in good health", "is the
 * wrong man", "is the Great Mill". */
static bool judges(const struct report_parse *p, const struct event_words *words, uint32_t v,
                   uint32_t i) {
    uint32_t of = parse_child(p, v, p->labels.attr);
    if (of == NO_INDEX || parse_token(p, i)->head != of || !parse_is_one_of(p, v, "be remain"))
        return false;
    struct str form = str_span(p->analysis->article->text, parse_token(p, i)->text);
    return words->words.at[p->lemma[i]].judges && !ascii_upper(form.at[0]) &&
           parse_has_tag(p, i, "JJ") &&
           !parse_is_one_of(p, i, "good bad right wrong perfect unique");
}

/* "The fire was so big", "is exceptionally clean": by nobody's measure. */
static bool is_intensified(const struct report_parse *p, uint32_t v) {
    uint32_t is = parse_child(p, v, p->labels.acomp);
    return is != NO_INDEX && is > p->left[is] &&
           parse_is_one_of(p, is - 1,
                           "so pretty quite really exceptionally incredibly unbelievably");
}

/* "Is more likely to leave than Roe", "twice as likely": token i is "likely". */
static bool is_compared(const struct report_parse *p, uint32_t i, struct token_range range) {
    if (i > range.first &&
        parse_is_one_of(p, i - 1, "more less as twice times time equally much most least little"))
        return true;
    for (uint32_t k = i + 1; k <= range.last && k <= i + CHILDREN_MAX; k++)
        if (parse_is_one_of(p, k, "than as"))
            return true;
    return false;
}

/* "Probably left", "is likely to leave": not said to be so. */
static bool is_guess(const struct report_parse *p, uint32_t v, struct token_range range) {
    uint32_t is = parse_child(p, v, p->labels.acomp);
    for (uint32_t i = range.first; i <= range.last; i++)
        if (parse_is_one_of(p, i, "likely unlikely") && is_compared(p, i, range))
            return false;
    if (is != NO_INDEX && parse_is_one_of(p, is, "likely unlikely"))
        return true;
    for (uint32_t i = range.first; i <= range.last; i++)
        if (p->clause[i] == v &&
            (i == range.first ||
             parse_token(p, i)->head == v) && /* not "is alive and hopefully well" */
            (parse_token(p, i)->pos == p->labels.adverb || parse_has_tag(p, i, "RB")) &&
            parse_is_one_of(p, i,
                            "perhaps maybe probably possibly presumably hopefully likely unlikely "
                            "arguably"))
            return true;
    return false;
}

/* "Roe thinks it will sink": what somebody expects. */
static bool is_forecast(const struct report_parse *p, uint32_t v) {
    uint32_t above = parse_token(p, v)->head, aux = parse_child(p, v, p->labels.aux);
    return aux != NO_INDEX && parse_is_one_of(p, aux, "will would 'll") &&
           parse_token(p, v)->dep == p->labels.ccomp &&
           parse_is_one_of(p, above,
                           "believe think feel expect predict reckon guess foresee anticipate "
                           "speculate forecast envision");
}

bool vague_truth(const struct report_parse *p, const struct event_words *words, uint32_t v,
                 struct token_range range) {
    uint32_t marks = 0;
    bool figure = false, dated = false;
    for (uint32_t i = range.first; i <= range.last; i++) {
        figure = figure || parse_token(p, i)->pos == p->labels.number;
        dated = dated || (i > range.first && is_time(p, i));
    }
    for (uint32_t i = range.first; i <= range.last; i++) {
        marks += clause_quote_mark(p, i);
        if (marks % 2 == 0 &&
            ((!figure && judges(p, words, v, i)) || is_one_of_best(p, i, range.last)))
            return true;
        if (is_condition_of(p, v, i))
            return true;
    }
    return (!figure && (is_intensified(p, v) || is_guess(p, v, range))) ||
           (!figure && !dated && is_forecast(p, v)) ||
           (p->subject[v] != NO_INDEX && parse_is_one_of(p, p->subject[v], "god") &&
            p->right[p->subject[v]] == p->subject[v]);
}

/* "In Tarnholt", "on Monday", "with 300 aboard" below v. */
static bool is_placed(const struct report_parse *p, uint32_t v) {
    for (uint32_t c = p->first_child[v], k = 0; c != NO_INDEX && k < CHILDREN_MAX;
         c = p->next_sibling[c], k++)
        if (parse_token(p, c)->dep == p->labels.prep &&
            tells_when_or_where(p, c + 1, p->right[c] + 1))
            return true;
    return false;
}

bool vague_subject(const struct report_parse *p, uint32_t v, uint32_t subject) {
    if (is_placed(p, v) || (subject + 1 < p->analysis->tokens.n &&
                            parse_token(p, subject + 1)->pos == p->labels.proper_noun))
        return false;
    return parse_token(p, subject)->pos == p->labels.noun && p->left[subject] + 1 == subject &&
           p->right[subject] == subject && parse_is_one_of(p, p->left[subject], "the") &&
           p->entity[subject] == NO_INDEX;
}
