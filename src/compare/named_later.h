/* Somebody whom a report's first sentence brings in without a name and the next ones name. */
#ifndef COMPARE_NAMED_LATER_H
#define COMPARE_NAMED_LATER_H

#include "compare/claim_sources.h"

/** "Ann Roe, 41, wrote that she was ..." behind "A woman who says she is Doe's wife revealed that
 * she was ...": the statement by which the speaker of this one is named. The statement itself when
 * that is nobody, or another for all that is certain. */
uint32_t statement_named_later(const struct claim_sources *s, uint32_t report, uint32_t statement);

#endif
