#include "lang/numbers.h"

#include <stdlib.h>
#include <string.h>

enum { DIGITS_MAX = 40 };

static const struct lexeme *number_word(const struct unit *u, uint32_t i, enum number_kind kind) {
    const struct lexeme *x = unit_lexeme(u, i);
    return x->number_kind == kind ? x : NULL;
}

/* Digits with thousands' commas and a decimal point; *rest is what is written to them. */
static bool digits(double *value, bool *plain, struct str s, struct str *rest) {
    char text[DIGITS_MAX];
    size_t n = 0, i = 0;
    bool comma = false, point = false;
    for (; i < s.n && (ascii_digit(s.at[i]) || s.at[i] == ',' || s.at[i] == '.'); i++) {
        if (n + 1 >= sizeof text)
            return false;
        comma |= s.at[i] == ',';
        if (s.at[i] == '.' && point)
            return false; /* "1.2.3" is no number */
        point |= s.at[i] == '.';
        if (s.at[i] != ',')
            text[n++] = s.at[i];
    }
    text[n] = 0;
    *rest = str_cut(s, i, s.n);
    *plain = !comma && !point;
    *value = strtod(text, NULL);
    return n > 0 && memchr(s.at, ':', s.n) == NULL;
}

static uint32_t times_scales(struct number *out, const struct unit *u, uint32_t i) {
    const struct lexeme *x;
    while ((x = number_word(u, i, NUMBER_SCALE)) != NULL) {
        out->value *= x->number;
        out->plain = false;
        i++;
    }
    return i;
}

static bool figures_at(struct number *out, const struct unit *u, uint32_t i) {
    struct str rest;
    if (!digits(&out->value, &out->plain, unit_text(u, i), &rest))
        return false;
    out->figures = true;
    if (rest.n) {
        const struct lexeme *x = &u->tables->lexemes.at[lexicon_word(u->tables, rest)];
        bool th = str_eq_nocase(rest, STR("th")) || str_eq_nocase(rest, STR("st")) ||
                  str_eq_nocase(rest, STR("nd")) || str_eq_nocase(rest, STR("rd"));
        out->plain = false;
        out->ordinal = th;
        out->suffixed = !th && x->number_kind != NUMBER_SUFFIX;
        if (x->number_kind == NUMBER_SUFFIX)
            out->value *= x->number;
    }
    const struct lexeme *after = number_word(u, i + 1, NUMBER_SUFFIX); /* "$1.5 bn" */
    out->end = after && !out->ordinal && unit_text(u, i + 1).n > 1 ? i + 2 : i + 1;
    if (out->end == i + 2)
        out->value *= after->number;
    if (number_word(u, i + 1, NUMBER_DOZEN)) { /* "2 dozen" */
        out->value *= 12;
        out->end = i + 2;
    }
    out->end = times_scales(out, u, out->end);
    return true;
}

/* "two", "twenty-five" (one token), "two hundred and fifty thousand" */
static bool word_value(double *value, const struct unit *u, uint32_t i) {
    const struct lexeme *x = unit_lexeme(u, i);
    if (x->number_kind == NUMBER_PLAIN) {
        *value = x->number;
        return true;
    }
    struct str s = unit_text(u, i);
    size_t dash = unit_has(u, i, W_DASH) ? str_find_byte(s, '-', 0) : SIZE_MAX;
    if (dash == SIZE_MAX)
        return false;
    const struct lexeme *tens =
        &u->tables->lexemes.at[lexicon_word(u->tables, str_cut(s, 0, dash))];
    const struct lexeme *ones =
        &u->tables->lexemes.at[lexicon_word(u->tables, str_cut(s, dash + 1, s.n))];
    if (tens->number_kind != NUMBER_PLAIN || ones->number_kind != NUMBER_PLAIN ||
        tens->number < 20 || tens->number > 90 || ones->number > 9)
        return false;
    *value = tens->number + ones->number;
    return true;
}

static bool words_at(struct number *out, const struct unit *u, uint32_t i) {
    double part, group = 0, total = 0;
    uint32_t k = i;
    bool any = false;
    for (; k < i + 10; k++) {
        const struct lexeme *scale = number_word(u, k, NUMBER_SCALE);
        if (scale && any) {
            group *= scale->number;
            if (scale->number >= 1000) {
                total += group;
                group = 0;
            }
        } else if (word_value(&part, u, k) &&
                   (!any || group == 0 || (group >= 20 && part < 10) || group >= 100)) {
            group += part;
            any = true;
        } else if (!(any && unit_word_is(u, k, STR("and")) && number_word(u, k - 1, NUMBER_SCALE) &&
                     word_value(&part, u, k + 1))) {
            break;
        }
    }
    if (any && number_word(u, k, NUMBER_DOZEN)) {
        group = (group > 0 ? group : 1) * 12;
        k++;
    }
    out->value = total + group;
    out->end = k;
    return any;
}

/* "a dozen", "half a million", "a hundred", "a million" */
static bool article_number(struct number *out, const struct unit *u, uint32_t i) {
    if (number_word(u, i, NUMBER_HALF) && unit_word_is(u, i + 1, STR("a"))) {
        const struct lexeme *scale = number_word(u, i + 2, NUMBER_SCALE);
        const struct lexeme *dozen = number_word(u, i + 2, NUMBER_DOZEN);
        out->value = scale ? scale->number / 2 : 6;
        out->end = i + 3;
        return scale || dozen;
    }
    if (!unit_word_is(u, i, STR("a")))
        return false;
    const struct lexeme *dozen = number_word(u, i + 1, NUMBER_DOZEN),
                        *scale = number_word(u, i + 1, NUMBER_SCALE);
    out->about = dozen != NULL;
    out->value = dozen ? 12 : scale ? scale->number : 0;
    out->end = i + 2;
    out->end = scale ? times_scales(out, u, out->end) : out->end;
    return dozen || scale;
}

bool number_at(struct number *out, const struct unit *u, uint32_t i) {
    *out = (struct number){.end = i + 1};
    if (unit_kind(u, i, WORD_NUMBER))
        return figures_at(out, u, i);
    if (!unit_kind(u, i, WORD_LETTERS))
        return false;
    const struct lexeme *ordinal = number_word(u, i, NUMBER_ORDINAL);
    if (ordinal) {
        out->value = ordinal->number;
        out->ordinal = true;
        return true;
    }
    return words_at(out, u, i) || article_number(out, u, i);
}
