/* Money, percentages, measures, counts and ordinals with value, unit and bound. Dates and times are
 * none. */
#include "lang/numbers.h"

enum { BOUND_WORDS = 3, KEY_MAX = 64, NEAR_WEIGHT = 8 };

static const char *const bound_names[] = {"exact", "at_least", "at_most", "about"};

/* A quantity under way: tokens first..end-1. */
struct amount {
    struct number number;
    uint32_t first, end;
    struct str unit;
    const char *kind;
    enum bound_kind bound;
};

/* Words of tokens first..end-1 in lower case, parted by one blank, after a prefix; MAP_NONE when
 * they are no bound. */
static uint32_t bound_of(const struct unit *u, struct str prefix, uint32_t first, uint32_t end) {
    char key[KEY_MAX];
    size_t n = 0;
    for (; n < prefix.n; n++)
        key[n] = prefix.at[n];
    for (uint32_t i = first; i < end; i++) {
        struct str s = unit_text(u, i);
        if (n + s.n + 1 > sizeof key)
            return MAP_NONE;
        if (i > first)
            key[n++] = ' ';
        for (size_t k = 0; k < s.n; k++)
            key[n++] = ascii_lower(s.at[k]);
    }
    return map_get(&u->tables->bounds, (struct str){key, n});
}

static void find_bound(const struct unit *u, struct amount *a) {
    uint32_t low = unit_sentence_first(u, a->first);
    if (a->number.about)
        a->bound = BOUND_ABOUT;
    for (uint32_t n = BOUND_WORDS; n > 0; n--) {
        if (a->first < low + n)
            continue;
        uint32_t b = bound_of(u, STR(""), a->first - n, a->first);
        if (b == MAP_NONE)
            continue;
        a->bound = (enum bound_kind)b;
        a->first -= n;
        return;
    }
    uint32_t limit = unit_sentence_end(u, a->first);
    uint32_t after =
        a->end + 2 <= limit ? bound_of(u, STR("after "), a->end, a->end + 2) : MAP_NONE;
    if (after != MAP_NONE) {
        a->bound = (enum bound_kind)after;
        a->end += 2;
    }
}

/* "weighed 38 pounds", "38 pounds (17 kilos)": pounds beside a word of weight are no money. */
static bool is_weight(const struct unit *u, uint32_t i) {
    static const char *const words[] = {"weigh", "kilo", "kg", "heav", "ounce", "stone", "lighter"};
    uint32_t low = i > NEAR_WEIGHT ? i - NEAR_WEIGHT : 0;
    for (uint32_t k = low; k < i + NEAR_WEIGHT && k < u->words.n; k++)
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            if (u->words.at[k].sentence == u->words.at[i].sentence &&
                str_starts_nocase(unit_text(u, k), str_of(words[w])))
                return true;
    return false;
}

static bool is_money(const struct unit *u, uint32_t i, struct amount *a) {
    const struct lexeme *before = i > 0 ? unit_lexeme(u, i - 1) : unit_lexeme(u, UINT32_MAX);
    bool sign = (before->classes & CLASS(C_CURRENCY)) && before->before &&
                (unit_kind(u, i - 1, WORD_SYMBOL) || unit_has(u, i - 1, W_CAPS));
    const struct lexeme *after = unit_lexeme(u, a->end);
    bool name = (after->classes & CLASS(C_CURRENCY)) && after->after;
    if (!sign && !name)
        return false;
    bool pounds =
        !sign && (unit_word_is(u, a->end, STR("pounds")) || unit_word_is(u, a->end, STR("pound")));
    if (pounds && is_weight(u, a->end)) {
        a->kind = "measure";
        a->unit = STR("lb");
        a->end++;
        return true;
    }
    a->kind = "money";
    a->unit = sign ? before->symbol : after->symbol;
    if (sign)
        a->first = i - 1;
    else
        a->end++;
    return true;
}

static bool is_percent(const struct unit *u, struct amount *a) {
    if (unit_word_is(u, a->end, STR("per")) && unit_word_is(u, a->end + 1, STR("cent"))) {
        a->end += 2;
    } else if (unit_lexeme(u, a->end)->percent) {
        a->end++;
    } else if (unit_word_is(u, a->end, STR("percentage")) &&
               str_starts_nocase(unit_text(u, a->end + 1), STR("point"))) {
        a->end += 2;
    } else {
        return false;
    }
    a->kind = "percent";
    a->unit = STR("%");
    return true;
}

/* A lower-case noun may be counted; function words and verbs' auxiliaries may not. */
static bool countable(const struct unit *u, uint32_t i) {
    const uint64_t no = CLASS(C_DET) | CLASS(C_PRON) | CLASS(C_PREP) | CLASS(C_CONJ) |
                        CLASS(C_SUB) | CLASS(C_BE) | CLASS(C_HAVE) | CLASS(C_DO) | CLASS(C_MODAL) |
                        CLASS(C_NEG) | CLASS(C_ADV) | CLASS(C_DAY) | CLASS(C_MONTH) |
                        CLASS(C_NUMBER);
    return unit_kind(u, i, WORD_LETTERS) && !unit_has(u, i, W_UPPER | W_POSSESSIVE) &&
           !unit_is(u, i, no) && unit_text(u, i).n > 2 && !unit_word_is(u, i, STR("more")) &&
           !(unit_cue(u, i, FORM_PAST, 0xFFFF) && !unit_is(u, i, CLASS(C_PIECE) | CLASS(C_DOC)));
}

/* A singular noun or participle before a plural: it describes what is counted. */
static bool noun_follows(const struct unit *u, uint32_t i) {
    struct str first = unit_text(u, i), second = unit_text(u, i + 1);
    return countable(u, i) && countable(u, i + 1) && !str_ends(first, STR("s")) &&
           !unit_word_is(u, i, STR("people")) && !unit_word_is(u, i, STR("men")) &&
           !unit_word_is(u, i, STR("women")) && !unit_word_is(u, i, STR("children")) &&
           !unit_is(u, i + 1, CLASS(C_CUE)) && second.n > 3 && str_ends(second, STR("s")) &&
           !str_ends(second, STR("ss"));
}

static int counted(struct unit *u, struct amount *a) {
    const struct lexeme *x = unit_lexeme(u, a->end);
    if (x->classes & CLASS(C_UNIT)) {
        a->kind = "measure";
        a->unit = x->symbol;
        a->end++;
        return TS_OK;
    }
    if (unit_word_is(u, a->end, STR("square")) && unit_is(u, a->end + 1, CLASS(C_UNIT)) &&
        unit_kind(u, a->end + 1, WORD_LETTERS)) {
        a->kind = "measure";
        a->unit = utf8_lower_copy(u->a, str_span(u->text, unit_span(u, a->end, a->end + 2)));
        a->end += 2;
        return a->unit.at ? TS_OK : arena_fail(u->a, u->err);
    }
    a->kind = "count";
    uint32_t noun =
        unit_word_is(u, a->end, STR("of")) && a->number.value >= 100 ? a->end + 1 : a->end;
    while (noun < a->end + 2 && unit_is(u, noun, CLASS(C_ADJ)) && countable(u, noun + 1))
        noun++; /* "three new boats" */
    if (noun_follows(u, noun))
        noun++; /* "three media outlets" */
    if (!countable(u, noun) || u->words.at[noun].sentence != u->words.at[a->first].sentence)
        return TS_OK;
    a->unit = utf8_lower_copy(u->a, unit_text(u, noun));
    a->end = noun + 1;
    return a->unit.at ? TS_OK : arena_fail(u->a, u->err);
}

/* "iPad 3": a product's name begins small. */
static bool names_inside(const struct unit *u, uint32_t i) {
    struct str s = unit_text(u, i);
    bool upper = false;
    for (size_t k = 1; k < s.n; k++)
        upper |= ascii_upper(s.at[k]);
    return unit_kind(u, i, WORD_LETTERS) && upper && !unit_has(u, i, W_UPPER);
}

/* "section 1", "page 12": the figure says which. */
static bool numbers_things(const struct unit *u, uint32_t i) {
    static const char *const nouns[] = {
        "section", "page", "chapter", "paragraph", "clause", "room",  "phase", "part",  "number",
        "version", "step", "gate",    "season",    "line",   "level", "stage", "route", "episode"};
    for (size_t k = 0; k < sizeof nouns / sizeof *nouns; k++)
        if (unit_word_is(u, i, str_of(nouns[k])))
            return true;
    return false;
}

/* Figures that name or number something: "Flight 804", "Article 50", "3-2", an age between commas.
 */
static bool is_label(const struct unit *u, uint32_t i, const struct amount *a) {
    bool bare = !a->unit.n;
    struct str form = unit_text(u, i);
    if (form.n > 1 && form.at[0] == '0' && ascii_digit(form.at[1]))
        return true;
    if (i > 0 &&
        (unit_mark(u, i - 1, '-') || unit_mark(u, i - 1, '/') || unit_mark(u, i - 1, ':')) &&
        !unit_has(u, i, W_SPACE))
        return true;
    if (!unit_has(u, a->end, W_SPACE) && (unit_mark(u, a->end, '-') || unit_mark(u, a->end, '/')) &&
        bare)
        return true;
    if (unit_has(u, i - (i > 0), W_DOT) && i > 0 &&
        unit_lexeme(u, i - 1)->abbreviation == ABBR_NUMBER)
        return true;
    if (a->number.figures && i > 0 && bare && (names_inside(u, i - 1) || numbers_things(u, i - 1)))
        return true;
    bool plural = !bare && (str_ends(a->unit, STR("s")) || str_ends(a->unit, STR("people")));
    if (a->number.figures && i > 0 && unit_capital(u, i - 1) &&
        !unit_is(u, i - 1, CLASS(C_COMMON)) && !plural && a->kind[0] == 'c')
        return true;
    if (!bare)
        return false;
    return i > 0 && unit_mark(u, i - 1, ',') &&
           (unit_mark(u, a->end, ',') || unit_mark(u, a->end, '.'));
}

/* "1st", "12th", "22nd"; not "15st", which is a weight. */
static bool ordinal_ending(struct str form, double value) {
    uint32_t n = value < 1e9 ? (uint32_t)value % 100 : 0;
    uint32_t last = n / 10 == 1 ? 0 : n % 10;
    return str_ends_nocase(form, last == 1   ? STR("st")
                                 : last == 2 ? STR("nd")
                                 : last == 3 ? STR("rd")
                                             : STR("th"));
}

static bool take_ordinal(const struct unit *u, uint32_t i, struct amount *a) {
    a->kind = "ordinal";
    if (a->number.figures)
        return ordinal_ending(unit_text(u, i), a->number.value);
    bool unit_of_time = unit_word_is(u, i, STR("second")) && unit_is(u, i + 1, CLASS(C_PREP));
    return i > 0 && unit_is(u, i - 1, CLASS(C_DET)) && !unit_of_time;
}

/* "It feels as if 2015 had more to give": four figures that count nothing. */
static bool looks_like_year(const struct unit *u, uint32_t i, const struct amount *a) {
    return a->number.figures && a->kind[0] == 'c' && !a->unit.n && unit_text(u, i).n == 4 &&
           a->number.end == i + 1 && a->number.value >= 1900 && a->number.value < 2100;
}

/* "one" is mostly a pronoun: it counts nothing. */
static bool is_one(const struct unit *u, uint32_t i, const struct amount *a) {
    return a->number.end == i + 1 && unit_word_is(u, i, STR("one")) && a->kind[0] == 'c';
}

static int quantity_at(struct unit *u, uint32_t i, struct amount *a, bool *found) {
    *a = (struct amount){.first = i, .unit = STR("")};
    *found = false;
    bool article =
        unit_is(u, i, CLASS(C_DET)) && unit_is(u, i + 1, CLASS(C_NUMBER)); /* "a dozen" */
    if (!unit_kind(u, i, WORD_NUMBER) && !unit_is(u, i, CLASS(C_NUMBER)) &&
        !unit_has(u, i, W_DASH) && !article)
        return TS_OK;
    if (!number_at(&a->number, u, i) || a->number.suffixed)
        return TS_OK;
    a->end = a->number.end;
    if (a->number.ordinal) {
        *found = take_ordinal(u, i, a);
        return TS_OK;
    }
    int status = is_money(u, i, a) || is_percent(u, a) ? TS_OK : counted(u, a);
    if (status != TS_OK || is_label(u, i, a) || is_one(u, i, a))
        return status;
    find_bound(u, a);
    *found = a->bound != BOUND_EXACT || !looks_like_year(u, i, a);
    return TS_OK;
}

int unit_find_quantities(struct unit *u) {
    for (uint32_t i = 0; i < u->words.n;) {
        struct amount a;
        bool found = false;
        int status = unit_has(u, i, W_TIME | W_LINK) || unit_in_outlet_name(u, i)
                         ? TS_OK
                         : quantity_at(u, i, &a, &found);
        if (status != TS_OK)
            return status;
        if (!found || a.end <= i) {
            i++;
            continue;
        }
        struct quantity *q = VEC_PUSH(u->a, &u->analysis->quantities);
        if (!q)
            return arena_fail(u->a, u->err);
        *q = (struct quantity){unit_span(u, a.first, a.end), a.number.value, a.unit, str_of(a.kind),
                               str_of(bound_names[a.bound])};
        i = a.end;
    }
    return TS_OK;
}
