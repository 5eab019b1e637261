/* The words that JSON has for the enumerations of analysis.h. */
#ifndef LANG_ANALYSIS_NAMES_H
#define LANG_ANALYSIS_NAMES_H

#include "lang/analysis.h"

enum { STATEMENT_TYPES = STATEMENT_MIXED + 1, STATEMENT_CHECKS = CHECK_NONE_MADE + 1 };

const char *statement_check_name(enum statement_check c);

#endif
