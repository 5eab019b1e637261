/* The words that JSON has for the enumerations of analysis.h. */
#ifndef LANG_ANALYSIS_NAMES_H
#define LANG_ANALYSIS_NAMES_H

#include "lang/analysis.h"

enum {
    TOKEN_KINDS = TOKEN_SYMBOL + 1,
    STATEMENT_TYPES = STATEMENT_MIXED + 1,
    STATEMENT_CHECKS = CHECK_NONE_MADE + 1
};

const char *token_kind_name(enum token_kind k);
const char *statement_check_name(enum statement_check c);

#endif
