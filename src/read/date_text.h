/* Dates as pages write them for people ("9 May 2024 18:45 (UTC+03:00)", "Apr 7, 2025 at 6:45 p.m.
 * ET"). */
#ifndef READ_DATE_TEXT_H
#define READ_DATE_TEXT_H

#include "base/calendar.h"

/**
 * The first date at or after from in s, with the clock time and zone that stand beside it. False
 * when none. Day and month in figures alone ("04/07/2025") are taken only when one order alone is
 * possible; a relative date never, nor one without a year. Precision is day, minute or second, or
 * month for "April 2025". where begins at the weekday, when one stands in front, and ends behind
 * the zone. English names. Time grows linearly with s. Threads may share s.
 */
bool date_text_find(struct when *when, struct span *where, struct str s, size_t from);

/** A date of an attribute or JSON-LD value: ISO 8601, RFC 2822, or one that date_text_find reads to
 * the end. */
bool date_text_value(struct when *when, struct str s);

/** The date in a URL's path ("/2025/04/07/", "/2025-04-07-"), to the day or the month. */
bool date_text_url(struct when *when, struct str url);

#endif
