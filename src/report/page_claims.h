/* A claim on the page, in pieces. Only the page_claim*.c files include it. */
#ifndef REPORT_PAGE_CLAIMS_H
#define REPORT_PAGE_CLAIMS_H

#include "report/page.h"

/** The claim in a report's words, linked, with its kind. */
void claim_words(struct page *p, uint32_t claim);
/** The range, whose word it is, who denies it and which reports give no source. */
void claim_count(struct page *p, const struct claim *claim);
/** How one report tells it; r NULL: it does not. */
void claim_cell(struct page *p, const struct claim_report *r);
/** How it was counted: reasons, rules and, for the first of a story (drawn), the drawing. */
void claim_counting(struct page *p, uint32_t claim, bool drawn);

#endif
