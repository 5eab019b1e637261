/* Dates and times with TIMEX3 values (ISO-TimeML): a year that is not told stays XXXX. */
#include "lang/numbers.h"

#include <stdio.h>
#include <string.h>

enum { VALUE_MAX = 48, LOOK_BACK = 10 };

/* What a pattern gives. */
struct found {
    uint32_t first, end;
    const char *type, *precision;
    char value[VALUE_MAX];
    bool anchored; /* the report's date was needed */
};

struct pass {
    struct unit *u;
    bool has_date;
    int64_t published; /* days since 1970 */
    int year;
    unsigned month;
};

static void put_when(struct found *f, int year, unsigned month, unsigned day) {
    char text[WHEN_TEXT];
    struct when w = {.year = (int16_t)year,
                     .month = (uint8_t)month,
                     .day = (uint8_t)day,
                     .precision = day     ? WHEN_DAY
                                  : month ? WHEN_MONTH
                                          : WHEN_YEAR};
    when_text(text, &w);
    snprintf(f->value, sizeof f->value, "%s", text);
    f->precision = when_precision_name(w.precision);
    f->type = "DATE";
}

static void put_days(struct found *f, int64_t days) {
    int year;
    unsigned month, day;
    calendar_from_days(days, &year, &month, &day);
    put_when(f, year, month, day);
    f->anchored = true;
}

/* Plain digits of a token, with or without "th"; 0 when it is something else. */
static unsigned figure(const struct unit *u, uint32_t i, bool *ordinal) {
    struct str s = unit_text(u, i);
    unsigned n = 0;
    size_t k = 0;
    if (!unit_kind(u, i, WORD_NUMBER))
        return 0;
    for (; k < s.n && k < 5 && ascii_digit(s.at[k]); k++)
        n = n * 10 + (unsigned)(s.at[k] - '0');
    *ordinal = s.n == k + 2 && ascii_alpha(s.at[k]);
    return k == s.n || *ordinal ? n : 0;
}

static unsigned year_at(const struct unit *u, uint32_t i) {
    bool ordinal = false;
    unsigned n = figure(u, i, &ordinal);
    return !ordinal && unit_text(u, i).n == 4 && n >= 1500 && n <= 2099 ? n : 0;
}

static unsigned day_at(const struct unit *u, uint32_t i) {
    bool ordinal = false;
    unsigned n = figure(u, i, &ordinal);
    return n <= 31 ? n : 0;
}

static unsigned month_at(const struct unit *u, uint32_t i) {
    return unit_is(u, i, CLASS(C_MONTH)) && unit_has(u, i, W_UPPER)
               ? calendar_month_named(unit_text(u, i))
               : 0;
}

/* "2025-04-05" */
static bool iso_date(const struct unit *u, uint32_t i, struct found *f) {
    unsigned year = year_at(u, i), month = day_at(u, i + 2), day = day_at(u, i + 4);
    if (!year || !unit_mark(u, i + 1, '-') || !unit_mark(u, i + 3, '-') || !month || month > 12 ||
        !day || day > calendar_month_days((int)year, month) || unit_has(u, i + 1, W_SPACE))
        return false;
    put_when(f, (int)year, month, day);
    f->end = i + 5;
    return true;
}

/* "5 April 2025", "5th of April", "April 5, 2025", "April 2025", "April"; a bare month only after a
 * time word. */
static bool month_date(const struct unit *u, uint32_t i, struct found *f, bool bare) {
    uint32_t k = i;
    unsigned day = day_at(u, k), month;
    if (day)
        k += unit_word_is(u, k + 1, STR("of")) ? 2 : 1;
    month = month_at(u, k);
    if (!month)
        return false;
    k++;
    if (!day && day_at(u, k) && !year_at(u, k))
        day = day_at(u, k++);
    uint32_t comma = k + unit_mark(u, k, ',');
    if (!day && unit_word_is(u, comma, STR("of")))
        comma++;
    unsigned year = year_at(u, comma);
    if (!day && !year && !bare)
        return false;
    if (day > calendar_month_days(year ? (int)year : 2024, month))
        return false;
    put_when(f, (int)year, month, day);
    f->end = year ? comma + 1 : k;
    return true;
}

static bool after_time_word(const struct unit *u, uint32_t i) {
    static const char *const words[] = {"in",   "since",  "until", "till", "during", "by",
                                        "from", "of",     "early", "late", "mid",    "last",
                                        "next", "before", "after", "this", "to",     "year"};
    for (size_t k = 0; i > 0 && k < sizeof words / sizeof *words; k++)
        if (unit_word_is(u, i - 1, str_of(words[k])))
            return true;
    return false;
}

/* A bare year: "in 2023", "(2023)", "the 2023 election"; not "2000 people". */
static bool bare_year(const struct unit *u, uint32_t i, struct found *f) {
    unsigned year = year_at(u, i);
    if (!year || i == 0)
        return false;
    bool plural =
        unit_kind(u, i + 1, WORD_LETTERS) && !unit_has(u, i + 1, W_UPPER) &&
        (str_ends(unit_text(u, i + 1), STR("s")) || unit_word_is(u, i + 1, STR("people"))) &&
        !unit_is(u, i + 1, CLASS(C_PREP) | CLASS(C_BE) | CLASS(C_HAVE));
    bool article = unit_is(u, i - 1, CLASS(C_DET));
    bool bracket =
        unit_mark(u, i - 1, '(') && (unit_mark(u, i + 1, ')') || unit_mark(u, i + 1, '-'));
    if (!(after_time_word(u, i) && !plural) && !bracket && !(article && !plural))
        return false;
    if (unit_is(u, i + 1, CLASS(C_UNIT) | CLASS(C_CURRENCY)) || unit_lexeme(u, i + 1)->number_kind)
        return false;
    put_when(f, (int)year, 0, 0);
    f->end = i + 1;
    return true;
}

/* "the 1990s", "1990s" */
static bool decade(const struct unit *u, uint32_t i, struct found *f) {
    struct str s = unit_text(u, i);
    if (s.n != 5 || s.at[4] != 's' || s.at[3] != '0' || !ascii_digit(s.at[0]) ||
        !ascii_digit(s.at[1]) || !ascii_digit(s.at[2]) || (s.at[0] != '1' && s.at[0] != '2'))
        return false;
    snprintf(f->value, sizeof f->value, "%.3sX", s.at);
    f->type = "DATE";
    f->precision = "decade";
    f->end = i + 1;
    return true;
}

static bool looks_ahead(const struct unit *u, uint32_t i) {
    uint32_t low = unit_sentence_first(u, i);
    for (uint32_t n = 0; n < LOOK_BACK && i > low; n++, i--)
        if (unit_is(u, i - 1, CLASS(C_FUTURE)))
            return true;
    return false;
}

/* The day named nearest to the report's date: before it, unless the sentence looks ahead; "last",
 * "next". */
static bool weekday(const struct pass *p, uint32_t i, struct found *f) {
    const struct unit *u = p->u;
    int day = unit_is(u, i, CLASS(C_DAY)) && unit_has(u, i, W_UPPER)
                  ? calendar_weekday_named(unit_text(u, i))
                  : -1;
    if (day < 0)
        return false;
    uint32_t date = i + 1 + unit_mark(u, i + 1, ',');
    if (month_date(u, date, f, false))
        return true;
    bool full = unit_text(u, i).n > 5;
    if (!full)
        return false;
    f->end = i + 1;
    if (!p->has_date || (i > 0 && unit_word_is(u, i - 1, STR("this")))) {
        snprintf(f->value, sizeof f->value, "XXXX-WXX-%d", day ? day : 7);
        f->type = "DATE";
        f->precision = "day";
        return true;
    }
    int today = (int)calendar_weekday(p->published), back = (today - day + 7) % 7;
    bool last = i > 0 && unit_word_is(u, i - 1, STR("last")),
         next = i > 0 && unit_word_is(u, i - 1, STR("next"));
    if (last || next)
        f->first = i - 1;
    if (next || (!last && looks_ahead(u, i)))
        put_days(f, p->published + (back ? 7 - back : next ? 7 : 0));
    else
        put_days(f, p->published - (last && !back ? 7 : back));
    return true;
}

static bool day_word(const struct pass *p, uint32_t i, struct found *f) {
    static const struct {
        const char *word;
        int days;
    } words[] = {{"today", 0}, {"yesterday", -1}, {"tomorrow", 1}, {"tonight", 0}};
    for (size_t k = 0; k < sizeof words / sizeof *words && p->has_date; k++)
        if (unit_word_is(p->u, i, str_of(words[k].word))) {
            put_days(f, p->published + words[k].days);
            f->end = i + 1;
            return true;
        }
    return false;
}

/* The letter and the singular of a unit of time; 0 when it is none. */
static char time_unit(const struct unit *u, uint32_t i, const char **precision) {
    static const struct {
        const char *word;
        char letter;
    } units[] = {{"second", 'S'}, {"minute", 'm'}, {"hour", 'H'}, {"day", 'D'},
                 {"week", 'W'},   {"month", 'M'},  {"year", 'Y'}, {"decade", 'E'}};
    struct str s = unit_is(u, i, CLASS(C_TIME_UNIT)) ? unit_text(u, i) : STR_NONE;
    for (size_t k = 0; k < sizeof units / sizeof *units && s.n; k++)
        if (str_starts_nocase(s, str_of(units[k].word)) && s.n <= strlen(units[k].word) + 1) {
            *precision = units[k].word;
            return units[k].letter;
        }
    return 0;
}

/* ISO 8601 week of a day: the week of its Thursday. */
static void put_week(struct found *f, int64_t days) {
    int64_t thursday = days - (int64_t)(calendar_weekday(days) + 6) % 7 + 3;
    int year;
    unsigned month, day;
    calendar_from_days(thursday, &year, &month, &day);
    int week = (int)(thursday - calendar_days(year, 1, 1)) / 7 + 1;
    snprintf(f->value, sizeof f->value, "%04d-W%02d", year, week);
    f->type = "DATE";
    f->precision = "week";
    f->anchored = true;
}

/* The report's date moved by n units. */
static bool put_moved(const struct pass *p, struct found *f, char unit, int n) {
    int months = p->year * 12 + (int)p->month - 1;
    if (n > 20000 || n < -20000)
        return false;
    if (unit == 'D')
        put_days(f, p->published + n);
    else if (unit == 'W')
        put_week(f, p->published + 7 * (int64_t)n);
    else if (unit == 'M' && months + n > 12)
        put_when(f, (months + n) / 12, (unsigned)((months + n) % 12) + 1, 0);
    else if (unit == 'Y' && p->year + n > 0)
        put_when(f, p->year + n, 0, 0);
    else
        return false;
    f->anchored = true;
    return true;
}

/* "last month", "next year", "this week", "earlier this year" */
static bool relative_unit(const struct pass *p, uint32_t i, struct found *f) {
    const struct unit *u = p->u;
    const char *precision;
    bool last = unit_word_is(u, i, STR("last")), next = unit_word_is(u, i, STR("next"));
    if (!p->has_date || (!last && !next && !unit_word_is(u, i, STR("this"))))
        return false;
    int n = last ? -1 : next ? 1 : 0;
    char unit = time_unit(u, i + 1, &precision);
    unsigned month = month_at(u, i + 1);
    f->end = i + 2;
    if (month) { /* "last April" */
        int year = p->year + (n > 0 && month <= p->month) - (n < 0 && month >= p->month);
        put_when(f, year, month, 0);
        f->anchored = true;
        return n != 0;
    }
    if (i > 0 && unit_is(u, i - 1, CLASS(C_EARLY)))
        f->first = i - 1;
    return (unit == 'W' || unit == 'M' || unit == 'Y') && put_moved(p, f, unit, n);
}

/* "two days ago" with the report's date; "two days", "for 10 years" as a length. */
static bool counted_units(const struct pass *p, uint32_t i, struct found *f) {
    const struct unit *u = p->u;
    struct number n;
    const char *precision = NULL;
    if (!number_at(&n, u, i) || n.ordinal || n.suffixed || n.value <= 0 || n.value > 1e6)
        return false;
    char unit = time_unit(u, n.end, &precision);
    if (!unit)
        return false;
    bool ago = unit_word_is(u, n.end + 1, STR("ago")), whole = n.value - (double)(long)n.value <= 0;
    f->end = n.end + 1;
    if (ago && p->has_date && whole && n.value < 20000 && put_moved(p, f, unit, -(int)n.value)) {
        f->end++;
        return true;
    }
    f->type = "DURATION";
    f->precision = precision;
    double value = unit == 'E' ? n.value * 10 : n.value;
    bool clock = unit == 'H' || unit == 'm' || unit == 'S';
    snprintf(f->value, sizeof f->value, clock ? "PT%g%c" : "P%g%c", value,
             unit == 'E'   ? 'Y'
             : unit == 'm' ? 'M'
                           : unit);
    return true;
}

/* "8:11 p.m.", "20:11", "10am", "8 pm" */
static bool clock_time(const struct unit *u, uint32_t i, struct found *f) {
    struct str s = unit_text(u, i);
    unsigned hour = 0, minute = 0;
    size_t k = 0;
    if (!unit_kind(u, i, WORD_NUMBER))
        return false;
    for (; k < s.n && k < 2 && ascii_digit(s.at[k]); k++)
        hour = hour * 10 + (unsigned)(s.at[k] - '0');
    bool minutes = k + 3 <= s.n && (s.at[k] == ':' || s.at[k] == '.') && ascii_digit(s.at[k + 1]) &&
                   ascii_digit(s.at[k + 2]);
    bool colon = minutes && s.at[k] == ':';
    if (minutes) {
        minute = (unsigned)(s.at[k + 1] - '0') * 10 + (unsigned)(s.at[k + 2] - '0');
        k += 3;
    }
    struct str half = k < s.n ? str_cut(s, k, s.n) : unit_text(u, i + 1);
    bool am = str_eq_nocase(half, STR("am")) || str_eq_nocase(half, STR("a.m.")) ||
              str_eq_nocase(half, STR("a.m"));
    bool pm = str_eq_nocase(half, STR("pm")) || str_eq_nocase(half, STR("p.m.")) ||
              str_eq_nocase(half, STR("p.m"));
    if ((!am && !pm && (!colon || k < s.n)) || hour > ((am || pm) ? 12u : 23u) || minute > 59)
        return false;
    if (am || pm)
        hour = hour % 12 + (pm ? 12 : 0);
    f->end = i + 1 + ((am || pm) && k == s.n);
    snprintf(f->value, sizeof f->value, "T%02u:%02u", hour, minute);
    f->type = "TIME";
    f->precision = "minute";
    return true;
}

/* Whether a time can begin with token i at all: most words are settled here. */
static bool may_begin(const struct unit *u, uint32_t i) {
    const uint64_t starts = CLASS(C_DAY) | CLASS(C_MONTH) | CLASS(C_NUMBER);
    if (unit_kind(u, i, WORD_NUMBER) || unit_is(u, i, starts) || unit_has(u, i, W_DASH))
        return true;
    return unit_is(u, i, CLASS(C_DET) | CLASS(C_COMMON) | CLASS(C_ADV)) &&
           (unit_is(u, i + 1, CLASS(C_TIME_UNIT) | CLASS(C_MONTH) | CLASS(C_NUMBER)) ||
            unit_is(u, i, CLASS(C_ADV)));
}

static bool time_at(const struct pass *p, uint32_t i, struct found *f) {
    const struct unit *u = p->u;
    if (!may_begin(u, i))
        return false;
    *f = (struct found){.first = i};
    bool early =
        i > 0 && (unit_word_is(u, i - 1, STR("early")) || unit_word_is(u, i - 1, STR("late")) ||
                  unit_word_is(u, i - 1, STR("mid")));
    bool found;
    if (unit_kind(u, i, WORD_NUMBER))
        found = iso_date(u, i, f) || month_date(u, i, f, false) || clock_time(u, i, f) ||
                bare_year(u, i, f) || decade(u, i, f) || counted_units(p, i, f);
    else
        found = weekday(p, i, f) ||
                (month_at(u, i) && month_date(u, i, f, after_time_word(u, i) || early)) ||
                relative_unit(p, i, f) || day_word(p, i, f) ||
                (!unit_is(u, i, CLASS(C_ADV)) && counted_units(p, i, f));
    if (found && early && f->first == i && strcmp(f->type, "DATE") == 0)
        f->first = i - 1;
    return found;
}

static int add(struct unit *u, const struct found *f) {
    struct time_expression *t = VEC_PUSH(u->a, &u->analysis->times);
    if (!t)
        return arena_fail(u->a, u->err);
    *t = (struct time_expression){.text = unit_span(u, f->first, f->end),
                                  .type = str_of(f->type),
                                  .value = str_copy(u->a, str_of(f->value)),
                                  .anchor = f->anchored ? STR("published") : STR_NONE,
                                  .precision = str_of(f->precision)};
    for (uint32_t i = f->first; i < f->end && i < u->words.n; i++)
        u->words.at[i].flags |= W_TIME;
    return t->value.at ? TS_OK : arena_fail(u->a, u->err);
}

int unit_find_times(struct unit *u) {
    const struct when *w = &u->article->published.when;
    struct pass p = {.u = u, .has_date = w->precision >= WHEN_DAY && w->year};
    if (p.has_date) {
        p.published = calendar_days(w->year, w->month, w->day);
        p.year = w->year;
        p.month = w->month;
    }
    for (uint32_t i = 0; i < u->words.n;) {
        struct found f;
        bool found = time_at(&p, i, &f) && f.end <= u->words.n && !unit_has(u, f.first, W_TIME);
        found = found && !unit_in_outlet_name(u, f.first); /* "the Sunday Times" */
        int status = found ? add(u, &f) : TS_OK;
        if (status != TS_OK)
            return status;
        i = found && f.end > i ? f.end : i + 1;
    }
    return TS_OK;
}
