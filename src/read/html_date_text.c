#include "read/html_date_text.h"

#include "base/utf8.h"

#include <string.h>

enum { NAME_BYTES_MAX = 40, YEAR_FIRST = 1950, YEAR_LAST = 2100 };

static bool number(unsigned *value, struct str s, size_t *at, size_t least, size_t most) {
    size_t n = 0;
    *value = 0;
    while (n <= most && *at + n < s.n && ascii_digit(s.at[*at + n]))
        *value = *value * 10 + (unsigned)(s.at[*at + n++] - '0');
    if (n < least || n > most)
        return false;
    *at += n;
    return true;
}

static bool sign(struct str s, size_t *at, char c) {
    bool here = *at < s.n && s.at[*at] == c;
    *at += here;
    return here;
}

static void blanks(struct str s, size_t *at) {
    for (;;) {
        if (*at < s.n && (ascii_space(s.at[*at]) || s.at[*at] == ','))
            (*at)++;
        else if (*at + 1 < s.n && memcmp(s.at + *at, "\xC2\xA0", 2) == 0)
            *at += 2;
        else
            return;
    }
}

static bool make(struct when *when, unsigned year, unsigned month, unsigned day) {
    *when = (struct when){
        .year = (int16_t)year, .month = (uint8_t)month, .day = (uint8_t)day, .precision = WHEN_DAY};
    return year >= YEAR_FIRST && year <= YEAR_LAST && month <= 12 && day <= 31 && when_valid(when);
}

/* The month named at *at, which is moved behind it and a dot; 0 for none. */
static unsigned month_at(struct str s, size_t *at, const struct map *months) {
    char low[NAME_BYTES_MAX + 4];
    size_t i = *at, n = 0;
    while (i < s.n && n < NAME_BYTES_MAX) {
        size_t next = i;
        uint32_t cp = utf8_next(s, &next);
        if (!utf8_is_letter(cp))
            break;
        n += utf8_put(low + n, utf8_lower(cp));
        i = next;
    }
    uint32_t found = n ? map_get(months, (struct str){low, n}) : MAP_NONE;
    if (found == MAP_NONE)
        return 0;
    *at = i;
    sign(s, at, '.');
    return found;
}

/* "de", "of" and the like between the parts of a date. */
static void particle(struct str s, size_t *at) {
    static const char *const words[] = {"de ", "del ", "d'", "of "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_starts_nocase(str_cut(s, *at, s.n), str_of(words[i]))) {
            *at += strlen(words[i]);
            blanks(s, at);
            return;
        }
}

/* "7. April 2025", "7 de abril de 2025", "1er avril 2025" */
static bool day_month_year(struct when *when, struct str s, size_t *at, const struct map *months) {
    unsigned day, year, month;
    if (!number(&day, s, at, 1, 2))
        return false;
    if (str_starts(str_cut(s, *at, s.n), STR("er ")))
        *at += 2;
    sign(s, at, '.');
    blanks(s, at);
    particle(s, at);
    month = month_at(s, at, months);
    if (!month)
        return false;
    blanks(s, at);
    particle(s, at);
    return number(&year, s, at, 4, 4) && make(when, year, month, day);
}

/* "April 7, 2025" */
static bool month_day_year(struct when *when, struct str s, size_t *at, const struct map *months) {
    unsigned day, year, month = month_at(s, at, months);
    if (!month)
        return false;
    blanks(s, at);
    if (!number(&day, s, at, 1, 2))
        return false;
    sign(s, at, '.');
    blanks(s, at);
    return number(&year, s, at, 4, 4) && make(when, year, month, day);
}

/* "07.04.2025": parted by dots the day is first everywhere; by strokes where the language has it
 * so. */
static bool figures(struct when *when, struct str s, size_t *at, bool day_first) {
    unsigned a, b, c;
    if (!number(&a, s, at, 1, 4) || *at >= s.n)
        return false;
    char mark = s.at[*at];
    if (mark != '.' && mark != '/' && mark != '-')
        return false;
    ++*at;
    if (!number(&b, s, at, 1, 2) || !sign(s, at, mark) || !number(&c, s, at, 1, 4))
        return false;
    if (a >= YEAR_FIRST)
        return c < 100 && make(when, a, b, c);
    return c >= YEAR_FIRST && (mark == '.' || day_first) && make(when, c, b, a);
}

/* ", 20:11" behind a date. */
static void take_clock(struct when *when, struct str s, size_t *at) {
    size_t i = *at;
    unsigned hour, minute;
    sign(s, &i, 'T');
    blanks(s, &i);
    if (!number(&hour, s, &i, 1, 2) || !sign(s, &i, ':') || !number(&minute, s, &i, 2, 2) ||
        hour > 23 || minute > 59)
        return;
    when->hour = (uint8_t)hour;
    when->minute = (uint8_t)minute;
    when->precision = WHEN_MINUTE;
    *at = i;
}

static bool word_starts(struct str s, size_t i) {
    if (i == 0)
        return true;
    size_t before = i;
    uint32_t cp = utf8_before(s, &before);
    return !utf8_is_letter(cp) && !utf8_is_digit(cp) && cp != '.' && cp != '/' && cp != '-';
}

static bool find_other(struct when *when, struct span *where, struct str s, size_t from,
                       const struct html_date_style *style) {
    for (size_t i = from; i < s.n; i++) {
        if (((unsigned char)s.at[i] & 0xC0) == 0x80 || !word_starts(s, i))
            continue;
        size_t at = i;
        bool found = false;
        if (ascii_digit(s.at[i])) {
            found = day_month_year(when, s, &at, style->months);
            if (!found) {
                at = i;
                found = figures(when, s, &at, style->day_first);
            }
        } else if (!ascii_space(s.at[i])) {
            found = month_day_year(when, s, &at, style->months);
        }
        bool goes_on = at < s.n && (ascii_digit(s.at[at]) ||
                                    (s.at[at] == '.' && at + 1 < s.n && ascii_digit(s.at[at + 1])));
        if (!found || goes_on)
            continue;
        take_clock(when, s, &at);
        *where = (struct span){(uint32_t)i, (uint32_t)at};
        return true;
    }
    return false;
}

bool html_date_find(struct when *when, struct span *where, struct str s, size_t from,
                    const struct html_date_style *style) {
    struct when other;
    struct span other_where;
    bool found =
        date_text_find(when, where, s, from) && when->precision >= WHEN_DAY && when->year != 0;
    if (!find_other(&other, &other_where, s, from, style))
        return found;
    if (!found || other_where.start < where->start) {
        *when = other;
        *where = other_where;
    }
    return true;
}

bool html_date_is_line(struct str line, const struct html_date_style *style) {
    struct when when;
    struct span where;
    size_t dates = 0, digits = 0;
    for (size_t i = 0; i < line.n; i++)
        digits += ascii_digit(line.at[i]);
    if (digits == 0)
        return false;
    for (size_t from = 0;
         from < line.n && html_date_find(&when, &where, line, from, style) && where.end > from;) {
        dates += where.end - where.start;
        from = where.end;
    }
    return dates && line.n <= dates * 2 + 40;
}
