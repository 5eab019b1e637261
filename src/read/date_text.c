#include "read/date_text.h"

#include "read/date_zone.h"

/*
 * A scanner over words, figures and signs. Every attempt to read a date from a place looks at a
 * bounded number of them, each of bounded size, so the whole takes time in proportion to the text.
 */
enum { WORD_MAX = 12, BLANKS_MAX = 8 };

struct scan {
    struct str s;
    size_t at;
};

static char peek(const struct scan *c) {
    return c->at < c->s.n ? c->s.at[c->at] : '\0';
}

static bool wordlike(char c) {
    return ascii_alpha(c) || ascii_digit(c) || (unsigned char)c >= 0x80;
}

static void skip_blanks(struct scan *c) {
    for (unsigned i = 0; i < BLANKS_MAX && c->at < c->s.n; i++) {
        if (peek(c) == '\xC2' && c->at + 1 < c->s.n && c->s.at[c->at + 1] == '\xA0')
            c->at += 2;
        else if (ascii_space(peek(c)))
            c->at++;
        else
            return;
    }
}

static bool take(struct scan *c, char sign) {
    if (peek(c) != sign)
        return false;
    c->at++;
    return true;
}

/* A run of figures of min to max digits that no further digit follows. */
static bool take_number(unsigned *v, struct scan *c, unsigned min, unsigned max) {
    unsigned n = 0;
    *v = 0;
    size_t at = c->at;
    for (; n <= max && at < c->s.n && ascii_digit(c->s.at[at]); n++, at++)
        *v = *v * 10 + (unsigned)(c->s.at[at] - '0');
    if (n < min || n > max)
        return false;
    c->at = at;
    return true;
}

/* A run of ASCII letters, with a dot after it when one stands there; empty when none or too long.
 */
static struct str take_word(struct scan *c) {
    size_t start = c->at, at = start;
    while (at < c->s.n && at - start <= WORD_MAX && ascii_alpha(c->s.at[at]))
        at++;
    if (at - start > WORD_MAX || (at < c->s.n && wordlike(c->s.at[at])))
        return STR("");
    c->at = at;
    return str_cut(c->s, start, at);
}

static bool take_word_of(struct scan *c, struct str word) {
    struct scan try = *c;
    if (!str_eq_nocase(take_word(&try), word))
        return false;
    *c = try;
    return true;
}

/* ---- Days */

static bool take_year(struct when *w, struct scan *c) {
    unsigned year;
    struct scan try = *c;
    if (!take_number(&year, &try, 4, 4) || year < 1000 || wordlike(peek(&try)))
        return false;
    w->year = (int16_t)year;
    *c = try;
    return true;
}

static bool take_month(struct when *w, struct scan *c, bool capital) {
    struct scan try = *c;
    if (capital && !ascii_upper(peek(c)))
        return false;
    w->month = (uint8_t)calendar_month_named(take_word(&try));
    take(&try, '.');
    if (w->month)
        *c = try;
    return w->month != 0;
}

/* "7", "07", "7th". */
static bool take_day(struct when *w, struct scan *c) {
    unsigned day;
    struct scan try = *c;
    if (!take_number(&day, &try, 1, 2) || day < 1 || day > 31)
        return false;
    struct scan suffix = try;
    struct str word = take_word(&suffix);
    if (word.n == 2 && (str_eq_nocase(word, STR("st")) || str_eq_nocase(word, STR("nd")) ||
                        str_eq_nocase(word, STR("rd")) || str_eq_nocase(word, STR("th"))))
        try = suffix;
    else if (wordlike(peek(&try)))
        return false;
    w->day = (uint8_t)day;
    *c = try;
    return true;
}

static bool done_day(struct when *w, enum when_precision precision) {
    w->precision = precision;
    return when_valid(w);
}

/* Blanks, or one sign of signs without them. */
static void take_gap(struct scan *c, const char *signs) {
    skip_blanks(c);
    for (size_t i = 0; signs[i]; i++)
        if (take(c, signs[i]))
            break;
    skip_blanks(c);
}

/* "7 April 2025", "7th of April, 2025", "07-Apr-2025". */
static bool take_day_month(struct when *w, struct scan *c) {
    struct scan try = *c;
    if (!take_day(w, &try))
        return false;
    take_gap(&try, "-/.,");
    if (take_word_of(&try, STR("of")))
        skip_blanks(&try);
    if (!take_month(w, &try, false))
        return false;
    take_gap(&try, "-/,");
    if (!take_year(w, &try) || !done_day(w, WHEN_DAY))
        return false;
    *c = try;
    return true;
}

/* "April 7, 2025", "Apr. 7th 2025", "April 2025". */
static bool take_month_day(struct when *w, struct scan *c) {
    struct scan try = *c;
    if (!take_month(w, &try, false))
        return false;
    take_gap(&try, "-/,");
    struct scan day = try;
    if (take_day(w, &day)) {
        take_gap(&day, "-/,");
        if (take_year(w, &day) && done_day(w, WHEN_DAY)) {
            *c = day;
            return true;
        }
    }
    w->day = 0;
    /* "may 2025" and "march 2025" can be verbs */
    if (!ascii_upper(peek(c)) || !take_year(w, &try) || !done_day(w, WHEN_MONTH))
        return false;
    *c = try;
    return true;
}

/* "2025-04-07", "2025/4/7", "25.12.2025", "12/25/2025"; not "04/07/2025", which has two readings.
 */
static bool take_figures(struct when *w, struct scan *c) {
    struct scan try = *c;
    unsigned v[3];
    if (!take_number(&v[0], &try, 1, 4))
        return false;
    char sign = peek(&try);
    if ((sign != '-' && sign != '/' && sign != '.') || !take(&try, sign) ||
        !take_number(&v[1], &try, 1, 2) || !take(&try, sign) || !take_number(&v[2], &try, 1, 4))
        return false;
    struct scan clock = try; /* ISO 8601 puts a T before the time of day */
    if (wordlike(peek(&try)) &&
        !((take(&clock, 'T') || take(&clock, 't')) && ascii_digit(peek(&clock))))
        return false;
    if (take(&clock, sign) && ascii_digit(peek(&clock))) /* "2.11.2014.1" is a version */
        return false;
    bool year_first = v[0] >= 1000 && v[2] <= 31;
    if (!year_first && (v[2] < 1000 || v[0] > 31))
        return false;
    if (!year_first && v[0] <= 12 && v[1] <= 12 && v[0] != v[1])
        return false;
    bool day_first = v[0] > 12 || v[0] == v[1];
    w->year = (int16_t)(year_first ? v[0] : v[2]);
    w->month = (uint8_t)(year_first || day_first ? v[1] : v[0]);
    w->day = (uint8_t)(year_first ? v[2] : day_first ? v[0] : v[1]);
    if (!done_day(w, WHEN_DAY))
        return false;
    *c = try;
    return true;
}

/* A date, with a weekday in front or not. */
static bool take_date(struct when *w, struct scan *c) {
    struct scan try = *c;
    if (ascii_alpha(peek(&try)) && calendar_weekday_named(take_word(&try)) >= 0) {
        take(&try, '.');
        take_gap(&try, ",");
    } else {
        try = *c;
    }
    struct when none = *w;
    bool found = ascii_digit(peek(&try))
                     ? take_figures(w, &try) || (*w = none, take_day_month(w, &try))
                     : take_month_day(w, &try);
    if (found)
        *c = try;
    else
        *w = none;
    return found;
}

/* ---- Times of day */

/* "am", "p.m.": 1 and 2; 0 when neither stands there. */
static unsigned take_half(struct scan *c) {
    struct scan try = *c;
    skip_blanks(&try);
    char half = ascii_lower(peek(&try));
    if (half != 'a' && half != 'p')
        return 0;
    try.at++;
    bool dot = take(&try, '.');
    if (ascii_lower(peek(&try)) != 'm')
        return 0;
    try.at++;
    if (wordlike(peek(&try)))
        return 0;
    if (dot)
        take(&try, '.');
    *c = try;
    return half == 'a' ? 1 : 2;
}

/* The figures of "18:45", "18:45:05.250", "6.45", "6", "1845"; *sign is what parts hour and minute,
 * or '\0'. */
static bool take_figures_of_clock(struct when *w, char *sign, struct scan *c) {
    unsigned hour, minute = 0, second = 0, fraction;
    struct scan try = *c;
    *sign = '\0';
    if (!take_number(&hour, &try, 1, 4) || try.at - c->at == 3)
        return false;
    if (try.at - c->at == 4) {
        minute = hour % 100;
        hour /= 100;
    }
    struct scan more = try;
    if (hour < 100 && try.at - c->at < 3 && (take(&more, ':') || take(&more, '.')) &&
        take_number(&minute, &more, 2, 2)) {
        *sign = peek(&try);
        try = more;
        if (*sign == ':' && take(&more, ':') && take_number(&second, &more, 2, 2)) {
            try = more;
            if (take(&more, '.') && take_number(&fraction, &more, 1, 9))
                try = more;
        }
    }
    if (hour > 23 || minute > 59 || second > 60)
        return false;
    w->hour = (uint8_t)hour;
    w->minute = (uint8_t)minute;
    w->second = (uint8_t)second;
    w->precision = second ? WHEN_SECOND : WHEN_MINUTE;
    *c = try;
    return true;
}

/* "18:45", "6:45 p.m.", "6.45pm", "8 pm"; "18.45" and "1845" only before a zone. */
static bool take_clock(struct when *w, struct scan *c) {
    struct scan try = *c;
    char sign;
    if (!take_figures_of_clock(w, &sign, &try))
        return false;
    bool bare = sign == '\0' && try.at - c->at < 3; /* "8" */
    unsigned half = take_half(&try);
    if (half) {
        if (w->hour < 1 || w->hour > 12)
            return false;
        w->hour = (uint8_t)(w->hour % 12 + (half == 2 ? 12 : 0));
    } else {
        size_t zone = try.at;
        if (bare || (sign != ':' && !date_zone_take(NULL, try.s, &zone)))
            return false;
        if (ascii_lower(peek(&try)) == 'h' || ascii_lower(peek(&try)) == 'z')
            zone = try.at + 1;
        else
            zone = try.at;
        if (zone < try.s.n && wordlike(try.s.at[zone]))
            return false;
    }
    *c = try;
    return true;
}

/* What may part a date from its time: ", ", " at ", " | ", " - ", a middle dot, a bullet, a dash,
 * brackets. */
static void take_separator(struct scan *c) {
    static const char *const signs[] = {"\xC2\xB7", "\xE2\x80\xA2", "\xE2\x80\x93", "\xE2\x80\x94"};
    skip_blanks(c);
    if (take_word_of(c, STR("at")) || take_word_of(c, STR("on")) || take_word_of(c, STR("T"))) {
        skip_blanks(c);
        return;
    }
    take_gap(c, ",|-/@(");
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_starts(str_cut(c->s, c->at, c->s.n), str_of(signs[i])))
            c->at += str_of(signs[i]).n;
    skip_blanks(c);
    if (take_word_of(c, STR("at")))
        skip_blanks(c);
}

/* The time of day that stands behind a date, with its zone. */
static void take_clock_after(struct when *w, struct scan *c) {
    struct scan try = *c;
    struct when timed = *w;
    if ((peek(&try) == 'T' || peek(&try) == 't') && try.at + 1 < try.s.n &&
        ascii_digit(try.s.at[try.at + 1]))
        try.at++;
    else
        take_separator(&try);
    if (timed.precision != WHEN_DAY || !ascii_digit(peek(&try)) || !take_clock(&timed, &try))
        return;
    date_zone_take(&timed, try.s, &try.at);
    if (!when_valid(&timed))
        return;
    *w = timed;
    *c = try;
}

/* "18:45 GMT, 7 April 2025". */
static bool take_clock_date(struct when *w, struct scan *c) {
    struct scan try = *c;
    struct when clock = {0}, date = {0};
    if (!take_clock(&clock, &try))
        return false;
    size_t zone_at = try.at, zone_end = try.at;
    bool zone = date_zone_take(NULL, try.s, &zone_end);
    if (zone)
        try.at = zone_end;
    take_separator(&try);
    if (!take_date(&date, &try) || date.precision != WHEN_DAY)
        return false;
    date.hour = clock.hour, date.minute = clock.minute, date.second = clock.second;
    date.precision = clock.precision;
    if (zone)
        date_zone_take(&date, try.s, &zone_at);
    if (!when_valid(&date))
        return false;
    *w = date;
    *c = try;
    return true;
}

/* ---- Finding */

static bool take_any(struct when *w, struct scan *c) {
    *w = (struct when){0};
    if (ascii_digit(peek(c)) && take_clock_date(w, c))
        return true;
    if (!take_date(w, c))
        return false;
    take_clock_after(w, c);
    return true;
}

bool date_text_find(struct when *when, struct span *where, struct str s, size_t from) {
    for (size_t i = from; i < s.n;) {
        if (!wordlike(s.at[i])) {
            i++;
            continue;
        }
        struct scan c = {s, i};
        if ((i == 0 || !wordlike(s.at[i - 1])) && take_any(when, &c)) {
            *where = (struct span){(uint32_t)i, (uint32_t)c.at};
            return true;
        }
        while (i < s.n && wordlike(s.at[i]))
            i++;
    }
    return false;
}

bool date_text_value(struct when *when, struct str s) {
    struct span where;
    s = str_trim(s);
    if (when_parse_iso(when, s))
        return true;
    if (!date_text_find(when, &where, s, 0) || where.start != 0)
        return false;
    return !str_trim(str_cut(s, where.end, s.n)).n;
}

/* ---- In a URL */

static bool url_sign(char c) {
    return c == '/' || c == '-' || c == '_' || c == '.';
}

/* The date whose first figure stands at i: "2025/04/07", "2025-04-07", "2025/apr/07", "20250407",
 * "2025/04". */
static bool url_date(struct when *w, struct str url, size_t i) {
    struct scan c = {url, i};
    unsigned year, month, day;
    *w = (struct when){.precision = WHEN_DAY};
    if (take_number(&year, &c, 8, 8)) {
        day = year % 100, month = year / 100 % 100, year /= 10000;
    } else {
        if (!take_number(&year, &c, 4, 4) || !url_sign(peek(&c)))
            return false;
        char sign = peek(&c);
        c.at++;
        struct scan name = c;
        bool named = ascii_alpha(peek(&c));
        month = named ? calendar_month_named(take_word(&name)) : 0;
        if (named)
            c = name;
        else if (!take_number(&month, &c, 1, 2))
            return false;
        struct scan month_end = c;
        if (!take(&c, sign) || !take_number(&day, &c, 1, 2)) {
            c = month_end;
            day = 0;
            w->precision = WHEN_MONTH;
            if (sign != '/' || named) /* "2025-04" may be a number of anything */
                return false;
        }
    }
    if (c.at < url.n && !url_sign(url.at[c.at]) && url.at[c.at] != '?' && url.at[c.at] != '#')
        return false;
    w->year = (int16_t)(year <= 9999 ? year : 0);
    w->month = (uint8_t)(month <= 12 ? month : 0);
    w->day = (uint8_t)(day <= 31 ? day : 0);
    return w->year >= 1990 && w->year <= 2100 && when_valid(w);
}

bool date_text_url(struct when *when, struct str url) {
    size_t host = str_find(url, STR("://"), 0);
    size_t i = str_find_byte(url, '/', host == SIZE_MAX ? 0 : host + 3);
    struct when month = {0};
    url = str_cut(url, 0, str_find_byte(url, '?', 0));
    for (; i < url.n; i++) {
        if (!url_sign(url.at[i]) || i + 1 >= url.n || !ascii_digit(url.at[i + 1]))
            continue;
        struct when w;
        if (!url_date(&w, url, i + 1) || (w.precision == WHEN_DAY && url.at[i] == '.'))
            continue;
        if (w.precision == WHEN_DAY) {
            *when = w;
            return true;
        }
        if (month.precision == WHEN_NONE)
            month = w;
    }
    *when = month;
    return month.precision != WHEN_NONE;
}
