#include "compare/vague_words.h"

/* "the two", "the pair". */
static bool is_number_of(const struct report_parse *p, uint32_t s) {
    return p->left[s] + 1 == s && p->right[s] == s && parse_is_one_of(p, s - 1, "the") &&
           (parse_token(p, s)->pos == p->labels.number ||
            parse_is_one_of(p, s, "pair duo trio former latter other others"));
}

/* "this week", "at this point": no look back. */
static bool is_time(const struct report_parse *p, uint32_t i) {
    return parse_is_one_of(p, i,
                           "second minute hour day night morning afternoon evening weekend week "
                           "fortnight month quarter season spring summer autumn fall winter year "
                           "decade century time moment point date term monday tuesday wednesday "
                           "thursday friday saturday sunday january february march april may june "
                           "july august september october november december christmas easter");
}

/* "such a plan", "this idea", with nothing behind it that tells which; not "this Weldon mill",
 * "those who left", "such a lack of ships". */
static bool is_shown_noun(const struct report_parse *p, uint32_t i) {
    const struct parse_labels *l = &p->labels;
    bool shown = false;
    if (parse_token(p, i)->pos != l->noun || p->right[i] > i || is_time(p, i))
        return false;
    for (uint32_t c = p->left[i]; c < i; c++) {
        const struct token *t = parse_token(p, c);
        if (p->entity[c] != NO_INDEX || t->pos == l->proper_noun || t->pos == l->number)
            return false;
        shown = shown || (t->head == i && parse_is_one_of(p, c, "this that these those such") &&
                          t->dep != l->nsubj);
    }
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

/* "The news came", "the fire broke out", with nothing behind it. */
static bool only_happens(const struct report_parse *p, uint32_t v, struct token_range range) {
    uint32_t last = range.last;
    while (last > v && parse_token(p, last)->dep == p->labels.punct)
        last--;
    bool took_place =
        last == v + 1 && parse_is_one_of(p, v, "take") && parse_is_one_of(p, last, "place");
    return took_place ||
           (last == v && parse_is_one_of(p, v, "come occur happen emerge begin start"));
}

bool vague_words(const struct report_parse *p, uint32_t v, uint32_t subject,
                 struct token_range range) {
    uint32_t next = range.last + 1;
    bool colon = clause_mark(p, range.last, STR(":")) ||
                 (next < p->analysis->tokens.n && clause_mark(p, next, STR(":")));
    if (colon || is_number_of(p, subject) || only_happens(p, v, range))
        return true;
    for (uint32_t i = range.first; i <= range.last; i++)
        if (i != v && i != subject &&
            (is_shown_noun(p, i) || is_bare_object(p, i) ||
             is_lost_owner(p, i, subject, range.first)))
            return true;
    return false;
}

/* "one of the best mills", "one of the most famous". */
static bool is_one_of_best(const struct report_parse *p, uint32_t i, uint32_t last) {
    return i + 3 <= last && parse_is_one_of(p, i, "one") && parse_is_one_of(p, i + 1, "of") &&
           (parse_has_tag(p, i + 3, "JJS") || parse_has_tag(p, i + 3, "RBS")) &&
           parse_is_one_of(p, i + 3, "good bad big great fine most best worst biggest greatest");
}

/* "leaves, unless it rains": i is the verb of a condition; not in "asked Roe if it rained". */
static bool is_condition_of(const struct report_parse *p, uint32_t v, uint32_t i) {
    uint32_t mark = parse_child(p, i, p->labels.mark);
    return p->clause[i] == i && parse_token(p, i)->head == v && mark != NO_INDEX &&
           parse_token(p, i)->dep == p->labels.advcl && parse_is_one_of(p, mark, "if unless") &&
           !parse_is_one_of(p, v, "ask wonder see know check test tell");
}

/* "shocking"; not "in good health", "his right hand", "the best price", "the Great Mill". */
static bool judges(const struct report_parse *p, const struct event_words *words, uint32_t i) {
    struct str form = str_span(p->analysis->article->text, parse_token(p, i)->text);
    return words->words.at[p->lemma[i]].judges && !ascii_upper(form.at[0]) &&
           parse_has_tag(p, i, "JJ") && !parse_is_one_of(p, i, "good bad right");
}

bool vague_truth(const struct report_parse *p, const struct event_words *words, uint32_t v,
                 struct token_range range) {
    uint32_t marks = 0;
    for (uint32_t i = range.first; i <= range.last; i++) {
        marks += clause_quote_mark(p, i);
        if (marks % 2 == 0 && (judges(p, words, i) || is_one_of_best(p, i, range.last)))
            return true;
        if (is_condition_of(p, v, i))
            return true;
    }
    return false;
}

bool vague_subject(const struct report_parse *p, uint32_t subject) {
    return parse_token(p, subject)->pos == p->labels.noun && p->left[subject] + 1 == subject &&
           p->right[subject] == subject && parse_is_one_of(p, p->left[subject], "the") &&
           p->entity[subject] == NO_INDEX;
}
