/* Which report of a story has a form of a name. */
#ifndef COMPARE_REPORT_FORMS_H
#define COMPARE_REPORT_FORMS_H

#include "compare/work.h"

/** As the report of a form that any report of the story may have. */
#define ANY_REPORT NO_INDEX

/** The value of a normal form in a report, MAP_NONE when it is new; the map is of these forms
 * alone. NULL: no memory. Borrowed until the next one is put. */
uint32_t *report_forms_put(struct map *forms, struct work *w, uint32_t report, struct str form);

/** Its value, or MAP_NONE. */
uint32_t report_forms_get(const struct map *forms, uint32_t report, struct str form);

#endif
