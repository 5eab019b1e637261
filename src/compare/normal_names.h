/* The form in which names are compared. */
#ifndef COMPARE_NORMAL_NAMES_H
#define COMPARE_NORMAL_NAMES_H

#include "compare/work.h"

/** Lower case, without "the", apostrophes and dots; words parted by one blank, which stands for any
 * other mark. The marks in kept stay. Of the first NORMAL_NAME_BYTES; in w's scratch arena. none:
 * no memory. */
struct str compare_normal_name(struct work *w, struct str name, const char *kept);

enum { NORMAL_NAME_BYTES = 200 };

#endif
