/* What the sections of the comparison at a terminal share. Only comparison_text.c and
 * claims_text.c include it. */
#ifndef REPORT_COMPARISON_TEXT_H
#define REPORT_COMPARISON_TEXT_H

#include "report/term.h"

enum { TEXT_AT = 2, TEXT_ITEM_AT = 4, TEXT_BODY_AT = 7 };

void text_report_id(struct term *t, uint32_t report); /* "r1" */
void text_report_ids(struct term *t, const uint32_t *at, uint32_t n);
/** "r1 The Fenwick Lamp"; the name is cut after max columns. */
void text_report(struct term *t, const struct comparison *c, uint32_t report, uint32_t max_columns);
/** "1 report", "2 reports" */
void text_count(struct term *t, uint32_t n, const char *one, const char *many);
/** "1", "1 to 2" */
void text_range(struct term *t, const struct count_range *r);

/** The claims of a story that several reports tell, the most carried first. *next is the first
 * claim that is looked at, and then the one behind the story's last. */
void text_claims(struct term *t, const struct comparison *c, uint32_t story, uint32_t *next);
/** The first claims that one report alone has, report by report. */
void text_only_in(struct term *t, const struct comparison *c);

#endif
