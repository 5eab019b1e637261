/* Dates as pages of many languages write them for people. */
#ifndef READ_HTML_DATE_TEXT_H
#define READ_HTML_DATE_TEXT_H

#include "base/map.h"
#include "read/date_text.h"

struct html_date_style {
    const struct map *months; /* names in lower case -> 1..12 */
    bool day_first; /* "04/07/2025" is the fourth of July where the page's language writes it so */
};

/**
 * The first date at or after from: what date_text_find reads, or "7. April 2025" in another
 * language, "07.04.2025", "2025-04-07 20:11". where is its stretch. False when none.
 */
bool html_date_find(struct when *when, struct span *where, struct str s, size_t from,
                    const struct html_date_style *style);

/** Whether a short line is a date and little else. */
bool html_date_is_line(struct str line, const struct html_date_style *style);

#endif
