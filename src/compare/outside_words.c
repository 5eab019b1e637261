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

/* Whether one of a few words stands in the range before token i. */
static bool comes_after(const struct report_parse *p, uint32_t i, struct token_range range,
                        const char *words) {
    for (uint32_t k = range.first; k < i; k++)
        if (parse_is_one_of(p, k, words))
            return true;
    return false;
}

/* "Ann Roe and other divers", "no other ship", "nine other ships". */
static bool is_other_told(const struct report_parse *p, uint32_t i, uint32_t noun) {
    uint32_t before = p->left[noun] ? p->left[noun] - 1 : 0;
    return parse_token(p, noun)->dep == p->labels.conj ||
           parse_is_one_of(p, before, "among and or") ||
           (i > 0 && (parse_token(p, i - 1)->pos == p->labels.number ||
                      parse_is_one_of(p, i - 1, "no any every each some many most all")));
}

/* Several before token i, to whom one thing is the same: "gave Roe and Quill the same barge". */
static bool has_several(const struct report_parse *p, uint32_t i, struct token_range range) {
    for (uint32_t k = range.first; k <= range.last; k++) {
        const struct token *t = parse_token(p, k);
        if (t->pos == p->labels.number ||
            (k < i && (t->dep == p->labels.conj || t->tag == p->labels.plural)))
            return true;
    }
    return comes_after(p, i, range, "both each all every like unlike as with");
}

/* "The other mill burned": beside which, was told before; "the same quay": as which; "a similar
 * fire": like which. Token i is the word before the noun. */
static bool compares_outside(const struct report_parse *p, uint32_t i, uint32_t subject,
                             struct token_range range, bool many) {
    const struct parse_labels *l = &p->labels;
    uint32_t noun = parse_token(p, i)->head;
    if (noun <= i || parse_token(p, noun)->pos != l->noun ||
        (i < range.last && parse_token(p, i + 1)->dep == l->punct)) /* "same-sex" */
        return false;
    bool the = i > 0 && parse_is_one_of(p, i - 1, "the"); /* "other quays", not "other old quays" */
    if (parse_is_one_of(p, i, "other"))
        return noun == subject && (the || (i + 1 == noun && p->right[noun] == noun)) &&
               !is_other_told(p, i, noun) && !parse_is_one_of(p, noun, "side bank end half") &&
               !comes_after(p, i, range, "than unlike besides beside apart except") &&
               !goes_on_with(p, noun, range, "than include including such like");
    if (many || has_several(p, i, range) || parse_has_class(p, noun, LEMMA_TIME))
        return false; /* "the two live in the same house" */
    if (parse_is_one_of(p, i, "same"))
        return the && !goes_on_with(p, i, range, "as that who which where");
    return parse_is_one_of(p, i, "similar") && p->right[i] == i &&
           parse_token(p, noun)->tag != l->plural && !goes_on_with(p, i, range, "to as between");
}

/* A figure, a time or a name among the tokens from first to last. */
static bool has_particulars(const struct report_parse *p, uint32_t first, uint32_t last) {
    for (uint32_t i = first; i <= last; i++)
        if (parse_token(p, i)->pos == p->labels.number ||
            parse_token(p, i)->pos == p->labels.proper_noun || p->entity[i] != NO_INDEX ||
            parse_has_class(p, i, LEMMA_TIME))
            return true;
    return false;
}

/* "Both posts"; "the second ship", "the exact number", with nothing behind it that tells of what,
 * nor anything about it that can be checked. */
static bool is_subject_outside(const struct report_parse *p, uint32_t s, struct token_range range) {
    const struct parse_labels *l = &p->labels;
    uint32_t first = p->left[s], mark = first + 1;
    if (first >= s || p->right[s] > s || parse_token(p, s)->pos != l->noun)
        return false;
    if (parse_is_one_of(p, first, "both"))
        return parse_token(p, first)->head == s && first + 1 == s &&
               !parse_is_one_of(p, s, "side team party");
    return parse_is_one_of(p, first, "the") && mark + 1 == s && parse_token(p, mark)->head == s &&
           parse_is_one_of(p, mark, "second third fourth fifth next exact precise") &&
           !has_particulars(p, s + 1, range.last);
}

/* Whether nothing but marks stands from token i on. */
static bool ends_range(const struct report_parse *p, uint32_t i, struct token_range range) {
    while (i <= range.last && parse_token(p, i)->dep == p->labels.punct)
        i++;
    return i > range.last;
}

/* "The next day, Roe left", "Roe left the following week": token i is the article; not with a
 * figure or another time, nor "over the next year", "from the previous month". */
static bool is_next_time(const struct report_parse *p, uint32_t i, struct token_range range) {
    uint32_t time = i + 2;
    if (time > range.last || !parse_is_one_of(p, i, "the") ||
        !parse_is_one_of(p, i + 1, "next follow following previous") ||
        !parse_has_class(p, time, LEMMA_TIME) || parse_token(p, i + 1)->head != time ||
        p->right[time] != time ||
        !str_eq(labels_name(p->analysis->labels, parse_token(p, time)->dep), STR("npadvmod")))
        return false;
    bool opens = i == range.first && time < range.last && clause_mark(p, time + 1, STR(","));
    if (!opens && !ends_range(p, time + 1, range))
        return false;
    for (uint32_t k = range.first; k <= range.last; k++)
        if (k != time &&
            (parse_token(p, k)->pos == p->labels.number || parse_has_class(p, k, LEMMA_TIME)))
            return false;
    return true;
}

/* "In this video, ", with nothing behind the noun that tells which. */
static bool opens_with_this(const struct report_parse *p, uint32_t i, struct token_range range) {
    return i == range.first && i + 2 <= range.last && parse_token(p, i)->dep == p->labels.prep &&
           parse_is_one_of(p, i + 1, "this that these those") &&
           !parse_has_class(p, i + 2, LEMMA_TIME) && parse_token(p, i + 2)->pos == p->labels.noun &&
           p->right[i + 2] == i + 2 && p->right[i] == i + 2 && i + 2 < range.last;
}

/* "Since then", "this time"; "that much", "this long". */
static bool is_then(const struct report_parse *p, uint32_t i, struct token_range range) {
    if (i >= range.last)
        return false;
    if (is_next_time(p, i, range) || opens_with_this(p, i, range))
        return true;
    bool opens = i == range.first && parse_is_one_of(p, i, "this") &&
                 parse_is_one_of(p, i + 1, "time") &&
                 !(i + 2 <= range.last &&
                   parse_is_one_of(p, i + 2, "last next")); /* "this time last year" */
    return opens ||
           (parse_is_one_of(p, i, "since until by") && parse_is_one_of(p, i + 1, "then")) ||
           (parse_is_one_of(p, i, "this that") && parse_is_one_of(p, i + 1, "much many long") &&
            parse_token(p, i)->head == i + 1 &&
            !(i + 2 <= range.last && parse_has_tag(p, i + 2, "JJR"))); /* "not that much bigger" */
}

bool outside_time(const struct report_parse *p, struct token_range range) {
    while (range.last > range.first && parse_token(p, range.last)->dep == p->labels.cc)
        range.last--;
    for (uint32_t i = range.first; i + 2 <= range.last; i++)
        if (parse_is_one_of(p, i, "at") && parse_is_one_of(p, i + 2, "time") &&
            (parse_is_one_of(p, i + 1, "that") ||
             (parse_is_one_of(p, i + 1, "the") && ends_range(p, i + 3, range))))
            return true;
    return false;
}

bool outside_words(const struct report_parse *p, uint32_t subject, struct token_range range) {
    const struct token *s = parse_token(p, subject);
    bool many = s->tag == p->labels.plural || parse_has_tag(p, subject, "NNPS") ||
                parse_child(p, subject, p->labels.conj) != NO_INDEX;
    if (is_subject_outside(p, subject, range))
        return true;
    for (uint32_t i = range.first; i <= range.last; i++)
        if (compares_outside(p, i, subject, range, many) || is_then(p, i, range))
            return true;
    return false;
}
