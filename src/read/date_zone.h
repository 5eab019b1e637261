/* Time zones as they stand behind a time of day. */
#ifndef READ_DATE_ZONE_H
#define READ_DATE_ZONE_H

#include "base/calendar.h"

/**
 * Moves *at over the zone that stands there, blanks and an opening bracket before it included, and
 * sets it in w (which holds the local date and time; NULL: only look). False, with nothing moved,
 * when none is known to stand there: "IST" has three meanings and is none. "ET", "CT", "MT" and
 * "PT" follow the daylight saving rules of the United States.
 */
bool date_zone_take(struct when *w, struct str s, size_t *at);

#endif
