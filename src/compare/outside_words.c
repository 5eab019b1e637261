#include "compare/outside_words.h"

enum { CHILDREN_MAX = 16 };

/* Whether one of a few words stands behind token i, near it and in the range. */
static bool goes_on_with(const struct report_parse *p, uint32_t i, struct token_range range,
                         const char *words) {
    for (uint32_t k = i + 1; k <= range.last && k <= i + CHILDREN_MAX; k++)
        if (parse_is_one_of(p, k, words))
            return true;
    return false;
}

/* "Ann Roe and other divers", "no other ship", "each other". */
static bool is_other_told(const struct report_parse *p, uint32_t i, uint32_t noun) {
    uint32_t before = p->left[noun] ? p->left[noun] - 1 : 0;
    return parse_token(p, noun)->dep == p->labels.conj ||
           parse_is_one_of(p, before, "among and or") ||
           (i > 0 && parse_is_one_of(p, i - 1, "no any every each some many most all"));
}

/* "The other mill", "other debts": beside which, was told before; "the same quay": as which;
 * "a similar fire": like which. Token i is the word before the noun. */
static bool compares_outside(const struct report_parse *p, uint32_t i, struct token_range range,
                             bool many) {
    const struct parse_labels *l = &p->labels;
    uint32_t noun = parse_token(p, i)->head;
    if (noun <= i || parse_token(p, noun)->pos != l->noun)
        return false;
    bool the = i > 0 && parse_is_one_of(p, i - 1, "the"); /* "other quays", not "other old quays" */
    if (parse_is_one_of(p, i, "other"))
        return (the || (i + 1 == noun && p->right[noun] == noun)) && !is_other_told(p, i, noun) &&
               !goes_on_with(p, noun, range, "than include including such like");
    if (parse_is_one_of(p, i, "same")) /* "the two live in the same house" */
        return !many && the && !goes_on_with(p, i, range, "as that who which where");
    return parse_is_one_of(p, i, "similar") && p->right[i] == i && !many &&
           parse_token(p, noun)->tag != l->plural && !goes_on_with(p, i, range, "to as between");
}

/* "Both posts", "the second ship", "the exact number", with nothing behind that tells of what. */
static bool is_subject_outside(const struct report_parse *p, uint32_t s) {
    const struct parse_labels *l = &p->labels;
    uint32_t first = p->left[s], mark = first + 1;
    if (first >= s || p->right[s] > s || parse_token(p, s)->pos != l->noun)
        return false;
    if (parse_is_one_of(p, first, "both"))
        return parse_token(p, first)->head == s && first + 1 == s;
    return parse_is_one_of(p, first, "the") && mark + 1 == s && parse_token(p, mark)->head == s &&
           parse_is_one_of(p, mark, "second third fourth fifth next exact precise");
}

/* "The next day", "the following week"; not "the day after Roe left". */
static bool is_next_time(const struct report_parse *p, uint32_t i) {
    return i > 0 && parse_is_one_of(p, i, "next follow following previous same") &&
           parse_is_one_of(p, i - 1, "the") && parse_has_class(p, i + 1, LEMMA_TIME) &&
           parse_token(p, i)->head == i + 1 && p->right[i + 1] == i + 1;
}

/* "In this video", with nothing behind it that tells which. */
static bool opens_with_this(const struct report_parse *p, uint32_t i, struct token_range range) {
    return i == range.first && i + 2 <= range.last && parse_token(p, i)->dep == p->labels.prep &&
           parse_is_one_of(p, i + 1, "this that these those") &&
           !parse_has_class(p, i + 2, LEMMA_TIME) && parse_token(p, i + 2)->pos == p->labels.noun &&
           p->right[i] < range.last;
}

/* Whether nothing but marks stands from token i on. */
static bool ends_range(const struct report_parse *p, uint32_t i, struct token_range range) {
    while (i <= range.last && parse_token(p, i)->dep == p->labels.punct)
        i++;
    return i > range.last;
}

/* "Since then", "this time"; "that much", "this long". */
static bool is_then(const struct report_parse *p, uint32_t i, struct token_range range) {
    if (i >= range.last)
        return false;
    if (is_next_time(p, i) || opens_with_this(p, i, range) ||
        (parse_is_one_of(p, i, "at") && i + 2 <= range.last && parse_is_one_of(p, i + 2, "time") &&
         (parse_is_one_of(p, i + 1, "that") ||
          (parse_is_one_of(p, i + 1, "the") && ends_range(p, i + 3, range)))))
        return true;
    bool opens =
        i == range.first && parse_is_one_of(p, i, "this") && parse_is_one_of(p, i + 1, "time");
    return opens ||
           (parse_is_one_of(p, i, "since until by") && parse_is_one_of(p, i + 1, "then")) ||
           (parse_is_one_of(p, i, "this that") && parse_is_one_of(p, i + 1, "much many long") &&
            parse_token(p, i)->head == i + 1);
}

bool outside_words(const struct report_parse *p, uint32_t subject, struct token_range range) {
    const struct token *s = parse_token(p, subject);
    bool many = s->tag == p->labels.plural || parse_has_tag(p, subject, "NNPS") ||
                parse_child(p, subject, p->labels.conj) != NO_INDEX;
    if (is_subject_outside(p, subject))
        return true;
    for (uint32_t i = range.first; i <= range.last; i++)
        if (compares_outside(p, i, range, many) || is_then(p, i, range))
            return true;
    return false;
}
