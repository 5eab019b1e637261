/* Somebody who speaks as another's kin and whom the story names: "his sister", who is Lucy Roe. */
#ifndef COMPARE_KIN_SOURCES_H
#define COMPARE_KIN_SOURCES_H

#include "compare/source_names.h"

/** Notes whom the story's reports name as somebody's sister, wife and so on. */
void kin_sources_init(struct claim_sources *s);

/** The person whom words of a report's text for somebody's kin ("his sister", "the sister of Luke
 * Roe") mean, when the reports name one such alone. *source is NO_INDEX when they tell of no kin,
 * of several, or nothing tells whose. TS_E_MEMORY. */
int kin_source(uint32_t *source, struct claim_sources *s, uint32_t report, struct span words);

#endif
