#include "base/calendar.h"

#include <stdio.h>
#include <string.h>

void when_text(char out[WHEN_TEXT], const struct when *w) {
    char buf[64] = "", year[8] = "XXXX";
    int n = 0;
    if (w->year)
        snprintf(year, sizeof year, "%04d", (int)w->year);
    if (w->precision >= WHEN_YEAR)
        n += snprintf(buf, sizeof buf, "%s", year);
    if (w->precision >= WHEN_MONTH)
        n += snprintf(buf + n, sizeof buf - (size_t)n, "-%02u", (unsigned)w->month);
    if (w->precision >= WHEN_DAY)
        n += snprintf(buf + n, sizeof buf - (size_t)n, "-%02u", (unsigned)w->day);
    if (w->precision >= WHEN_MINUTE) {
        n += snprintf(buf + n, sizeof buf - (size_t)n, "T%02u:%02u:%02u", (unsigned)w->hour,
                      (unsigned)w->minute, (unsigned)w->second);
        int zone = w->zone_minutes, z = zone < 0 ? -zone : zone;
        if (w->has_zone)
            snprintf(buf + n, sizeof buf - (size_t)n, "%c%02d:%02d", zone < 0 ? '-' : '+', z / 60,
                     z % 60);
    }
    snprintf(out, WHEN_TEXT, "%.31s", buf);
}

const char *when_precision_name(enum when_precision p) {
    static const char *const names[] = {NULL, "year", "month", "day", "minute", "second"};
    return names[p];
}

static bool leap(int y) {
    return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

unsigned calendar_month_days(int year, unsigned month) {
    static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12)
        return 0;
    return days[month - 1] + (month == 2 && (year == 0 || leap(year)) ? 1u : 0u);
}

bool when_valid(const struct when *w) {
    if (w->precision == WHEN_NONE || w->year < 0 || w->year > 9999)
        return false;
    if (w->precision >= WHEN_MONTH && (w->month < 1 || w->month > 12))
        return false;
    if (w->precision >= WHEN_DAY && (w->day < 1 || w->day > calendar_month_days(w->year, w->month)))
        return false;
    return w->hour < 24 && w->minute < 60 && w->second <= 60 && w->zone_minutes >= -15 * 60 &&
           w->zone_minutes <= 15 * 60;
}

/* Exactly n digits at *s, which is moved behind them. */
static bool digits(unsigned *out, struct str *s, size_t n) {
    unsigned v = 0;
    if (s->n < n)
        return false;
    for (size_t i = 0; i < n; i++) {
        if (!ascii_digit(s->at[i]))
            return false;
        v = v * 10 + (unsigned)(s->at[i] - '0');
    }
    *out = v;
    *s = str_cut(*s, n, s->n);
    return true;
}

static bool take(struct str *s, char c) {
    if (!s->n || s->at[0] != c)
        return false;
    *s = str_cut(*s, 1, s->n);
    return true;
}

static bool parse_zone(struct when *w, struct str *s) {
    unsigned h, m = 0;
    while (take(s, ' '))
        ;
    if (take(s, 'Z') || take(s, 'z')) {
        w->has_zone = true;
        return true;
    }
    if (!s->n || (s->at[0] != '+' && s->at[0] != '-'))
        return true;
    int sign = s->at[0] == '-' ? -1 : 1;
    *s = str_cut(*s, 1, s->n);
    if (!digits(&h, s, 2))
        return false;
    take(s, ':');
    if (s->n && !digits(&m, s, 2))
        return false;
    w->has_zone = true;
    w->zone_minutes = (int16_t)(sign * (int)(h * 60 + m));
    return true;
}

static bool parse_clock(struct when *w, struct str *s) {
    unsigned h, m, sec = 0;
    if (!digits(&h, s, 2) || !take(s, ':') || !digits(&m, s, 2))
        return false;
    w->precision = WHEN_MINUTE;
    if (take(s, ':')) {
        if (!digits(&sec, s, 2))
            return false;
        if (sec)
            w->precision = WHEN_SECOND;
        if (take(s, '.') || take(s, ','))
            while (s->n && ascii_digit(s->at[0]))
                *s = str_cut(*s, 1, s->n);
    }
    w->hour = (uint8_t)h, w->minute = (uint8_t)m, w->second = (uint8_t)sec;
    return parse_zone(w, s);
}

bool when_parse_iso(struct when *out, struct str s) {
    struct when w = {.precision = WHEN_YEAR};
    unsigned year = 0, month, day;
    s = str_trim(s);
    if (str_starts(s, STR("XXXX")))
        s = str_cut(s, 4, s.n);
    else if (!digits(&year, &s, 4))
        return false;
    w.year = (int16_t)year;
    if (s.n) {
        bool dashes = take(&s, '-');
        if (!digits(&month, &s, 2))
            return false;
        w.month = (uint8_t)month;
        w.precision = WHEN_MONTH;
        if (s.n && (!dashes || take(&s, '-'))) {
            if (!digits(&day, &s, 2))
                return false;
            w.day = (uint8_t)day;
            w.precision = WHEN_DAY;
        } else if (!dashes) {
            return false; /* six digits are no month */
        }
    }
    if (w.precision == WHEN_DAY && s.n && (take(&s, 'T') || take(&s, 't') || take(&s, ' '))) {
        while (take(&s, ' '))
            ;
        if (!parse_clock(&w, &s))
            return false;
    }
    if (str_trim(s).n || !when_valid(&w))
        return false;
    *out = w;
    return true;
}

int64_t calendar_days(int year, unsigned month, unsigned day) {
    int64_t y = year - (month <= 2);
    int64_t era = (y >= 0 ? y : y - 399) / 400;
    int64_t yoe = y - era * 400;
    int64_t doy = (153 * ((int64_t)month + (month > 2 ? -3 : 9)) + 2) / 5 + (int64_t)day - 1;
    int64_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097 + doe - 719468;
}

void calendar_from_days(int64_t days, int *year, unsigned *month, unsigned *day) {
    days += 719468;
    int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    int64_t doe = days - era * 146097;
    int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int64_t mp = (5 * doy + 2) / 153;
    *day = (unsigned)(doy - (153 * mp + 2) / 5 + 1);
    *month = (unsigned)(mp < 10 ? mp + 3 : mp - 9);
    *year = (int)(yoe + era * 400 + (*month <= 2));
}

unsigned calendar_weekday(int64_t days) {
    int64_t w = (days + 4) % 7;
    return (unsigned)(w < 0 ? w + 7 : w);
}

int64_t when_seconds(const struct when *w) {
    unsigned month = w->precision >= WHEN_MONTH ? w->month : 1,
             day = w->precision >= WHEN_DAY ? w->day : 1;
    int64_t s = calendar_days(w->year, month, day) * 86400;
    if (w->precision >= WHEN_MINUTE)
        s += w->hour * 3600 + w->minute * 60 + w->second - (w->has_zone ? w->zone_minutes * 60 : 0);
    return s;
}

int when_cmp(const struct when *a, const struct when *b) {
    int64_t x = when_seconds(a), y = when_seconds(b);
    if (x != y)
        return x < y ? -1 : 1;
    return (a->precision > b->precision) - (a->precision < b->precision);
}

/* Index of the name that word is, or begins with at least 3 letters ("Sept", "Tues"); -1. */
static int named(struct str word, const char *const *names, int n) {
    if (word.n && word.at[word.n - 1] == '.')
        word.n--;
    if (word.n < 3)
        return -1;
    for (int i = 0; i < n; i++) {
        struct str name = str_of(names[i]);
        if (str_eq_nocase(word, name) || (word.n <= 5 && str_starts_nocase(name, word)))
            return i;
    }
    return -1;
}

unsigned calendar_month_named(struct str word) {
    static const char *const names[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};
    return (unsigned)(named(word, names, 12) + 1);
}

int calendar_weekday_named(struct str word) {
    static const char *const names[] = {"sunday",   "monday", "tuesday", "wednesday",
                                        "thursday", "friday", "saturday"};
    return named(word, names, 7);
}
