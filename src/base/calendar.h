/* Points in time as texts give them: with a precision, with or without a zone. */
#ifndef BASE_CALENDAR_H
#define BASE_CALENDAR_H

#include "base/str.h"

enum when_precision { WHEN_NONE, WHEN_YEAR, WHEN_MONTH, WHEN_DAY, WHEN_MINUTE, WHEN_SECOND };

/** Proleptic Gregorian. year 0 with precision DAY: month and day are known, the year is not. */
struct when {
    int16_t year;
    uint8_t month, day; /* 1.. */
    uint8_t hour, minute, second;
    bool has_zone;
    int16_t zone_minutes; /* east of UTC */
    enum when_precision precision;
};

enum { WHEN_TEXT = 32 };

/** ISO 8601: "2025-04-07T20:11:00+04:00", "2025-04-07", "2025-04", "2025", "XXXX-04-07"; UTC as
 * "+00:00". */
void when_text(char out[WHEN_TEXT], const struct when *w);
/** "year", "month", "day", "minute", "second"; NULL for WHEN_NONE. */
const char *when_precision_name(enum when_precision p);
bool when_valid(const struct when *w); /* month, day of month, hour, ... in range */
/** Reads what when_text writes and other ISO 8601 and RFC 3339 forms ("...Z", "+0400", fraction
 * dropped, blank for T). */
bool when_parse_iso(struct when *out, struct str s);
/** Days since 1970-01-01 (H. Hinnant, "chrono-compatible low-level date algorithms",
 * days_from_civil). */
int64_t calendar_days(int year, unsigned month, unsigned day);
void calendar_from_days(int64_t days, int *year, unsigned *month, unsigned *day);
unsigned calendar_weekday(int64_t days); /* 0 Sunday .. 6 Saturday */
unsigned calendar_month_days(int year, unsigned month);
/** Orders by instant; one without zone is taken as UTC; a coarser one stands at its start. Total.
 */
int when_cmp(const struct when *a, const struct when *b);
/** Seconds since 1970 by the same convention. */
int64_t when_seconds(const struct when *w);
/** 1..12 for an English month name or its usual short form, in any case, with or without a dot; 0
 * otherwise. */
unsigned calendar_month_named(struct str word);
/** 0 Sunday .. 6 Saturday for an English weekday name or short form; -1 otherwise. */
int calendar_weekday_named(struct str word);

#endif
