#include "read/date_zone.h"

struct zone {
    const char *name;
    int minutes;   /* east of UTC */
    bool american; /* standard time; an hour more in summer */
};

/* Abbreviations with one meaning in the English news (IANA tz database, file `africa` to
 * `southamerica`, 2024a). */
static const struct zone zones[] = {
    {"UTC", 0, false},    {"GMT", 0, false},    {"Z", 0, false},       {"BST", 60, false},
    {"WEST", 60, false},  {"CET", 60, false},   {"CEST", 120, false},  {"EET", 120, false},
    {"EEST", 180, false}, {"MSK", 180, false},  {"EST", -300, false},  {"EDT", -240, false},
    {"CST", -360, false}, {"CDT", -300, false}, {"MST", -420, false},  {"MDT", -360, false},
    {"PST", -480, false}, {"PDT", -420, false}, {"ET", -300, true},    {"CT", -360, true},
    {"MT", -420, true},   {"PT", -480, true},   {"AKST", -540, false}, {"AKDT", -480, false},
    {"HST", -600, false}, {"SAST", 120, false}, {"EAT", 180, false},   {"PKT", 300, false},
    {"HKT", 480, false},  {"SGT", 480, false},  {"JST", 540, false},   {"KST", 540, false},
    {"AWST", 480, false}, {"AEST", 600, false}, {"AEDT", 660, false},  {"NZST", 720, false},
    {"NZDT", 780, false},
};

/* The n-th Sunday of a month as days since 1970. */
static int64_t sunday(int year, unsigned month, unsigned n) {
    int64_t first = calendar_days(year, month, 1);
    return first + (7 - calendar_weekday(first)) % 7 + (int64_t)(n - 1) * 7;
}

/* Energy Policy Act of 2005: from the second Sunday of March to the first of November, at 2:00
 * local time. */
static bool american_summer(const struct when *w) {
    int64_t day = calendar_days(w->year, w->month, w->day);
    int64_t from = sunday(w->year, 3, 2), to = sunday(w->year, 11, 1);
    if (day == from)
        return w->hour >= 2;
    if (day == to)
        return w->hour < 2;
    return day > from && day < to;
}

static bool digit_at(struct str s, size_t i) {
    return i < s.n && ascii_digit(s.at[i]);
}

/* "+04:00", "+0400", "+4", "-5:30", a minus sign U+2212 too. */
static bool take_offset(int *minutes, struct str s, size_t *at) {
    size_t i = *at;
    bool minus = i < s.n && s.at[i] == '-',
         long_minus = str_starts(str_cut(s, i, s.n), STR("\xE2\x88\x92"));
    if (!minus && !long_minus && !(i < s.n && s.at[i] == '+'))
        return false;
    i += long_minus ? 3 : 1;
    int hours = 0, rest = 0;
    size_t start = i;
    for (; digit_at(s, i) && i - start < 2; i++)
        hours = hours * 10 + (s.at[i] - '0');
    if (i == start)
        return false;
    size_t more = i + (i < s.n && s.at[i] == ':' ? 1 : 0);
    if (digit_at(s, more) && digit_at(s, more + 1)) {
        rest = (s.at[more] - '0') * 10 + (s.at[more + 1] - '0');
        i = more + 2;
    }
    if (digit_at(s, i) || hours > 14 || rest > 59)
        return false;
    *minutes = (minus || long_minus ? -1 : 1) * (hours * 60 + rest);
    *at = i;
    return true;
}

/* "18:45:05-04:00" ends in a zone; "8:00-9:30" is a stretch of time. */
static bool after_seconds(struct str s, size_t at) {
    return at >= 6 && s.at[at - 3] == ':' && s.at[at - 6] == ':';
}

static const struct zone *take_name(struct str s, size_t *at) {
    size_t i = *at;
    while (i < s.n && (ascii_alpha(s.at[i]) || (unsigned char)s.at[i] >= 0x80) && i - *at < 8)
        i++;
    struct str name = str_cut(s, *at, i);
    for (size_t k = 0; k < sizeof zones / sizeof *zones; k++)
        if (str_eq(name, str_of(zones[k].name)) || (name.n == 1 && k == 2 && name.at[0] == 'z')) {
            *at = i;
            return &zones[k];
        }
    return NULL;
}

bool date_zone_take(struct when *w, struct str s, size_t *at) {
    size_t i = *at;
    int minutes = 0, offset;
    while (i < s.n && s.at[i] == ' ' && i - *at < 4)
        i++;
    bool bracket = i < s.n && (s.at[i] == '(' || s.at[i] == '[');
    i += bracket;
    const struct zone *zone = take_name(s, &i);
    size_t signed_at = i;
    if (zone && zone->minutes == 0)
        while (signed_at < s.n && s.at[signed_at] == ' ' && signed_at - i < 2)
            signed_at++;
    bool has_offset = (!zone || zone->minutes == 0) && take_offset(&offset, s, &signed_at);
    if (has_offset && !zone && offset < 0 &&
        str_find_byte(str_cut(s, i, signed_at), ':', 0) != SIZE_MAX)
        has_offset = after_seconds(s, *at);
    if (!zone && !has_offset)
        return false;
    if (has_offset) {
        minutes = offset;
        i = signed_at;
    } else {
        minutes = zone->minutes;
        if (zone->american && w && american_summer(w))
            minutes += 60;
    }
    if (bracket && i < s.n && (s.at[i] == ')' || s.at[i] == ']'))
        i++;
    *at = i;
    if (w) {
        w->has_zone = true;
        w->zone_minutes = (int16_t)minutes;
    }
    return true;
}
