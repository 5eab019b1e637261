/* The words that JSON has for the enumerations of analysis.h. */
#ifndef LANG_ANALYSIS_NAMES_H
#define LANG_ANALYSIS_NAMES_H

#include "lang/analysis.h"

enum { STATEMENT_TYPES = STATEMENT_MIXED + 1, STATEMENT_CHECKS = CHECK_NONE_MADE + 1 };

const char *statement_check_name(enum statement_check c);
const char *attitude_name(enum attitude a);
const char *modality_name(enum modality m);
const char *voice_name(enum voice v);
const char *mention_form_name(enum mention_form f);

#endif
