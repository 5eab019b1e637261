/* Datelines of agencies: "VESSMOUTH, 14 May (NPA) - ". */
#ifndef READ_DATELINE_H
#define READ_DATELINE_H

#include "base/str.h"

/**
 * How many bytes at the start of a first paragraph are a dateline, the dash and the blanks behind
 * it included; 0 when there is none. It is a place, whose first word stands in capitals or that a
 * date or an agency in brackets follows; then perhaps a date; then perhaps an agency in brackets;
 * then a dash with blanks round it.
 */
size_t dateline_find(struct str paragraph);

/** What dateline_find measured, without the dash and blanks at its end. */
struct str dateline_place(struct str dateline);

#endif
