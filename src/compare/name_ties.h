/* Which names of organisations are one body's: the usual other names (data/bodies.tsv), and in a
 * story abbreviations, names without what stands before them, and "militants" of a group. */
#ifndef COMPARE_NAME_TIES_H
#define COMPARE_NAME_TIES_H

#include "compare/work.h"

/** Of one story; all in the work's scratch arena. */
struct name_ties {
    struct work *w;
    VEC_OF(struct str) forms; /* normal forms */
    struct map known;         /* another name of the table -> index in forms */
    struct map names;         /* normal form of an organisation that a report names -> its index */
    struct map brackets;      /* an abbreviation that a report brings in, in that report and in any
                                 (report_forms.h) -> index, or TIE_AMBIGUOUS */
    struct map here;          /* the forms under which a report's organisations are listed
                                 (report_forms.h) */
    struct map within;        /* another form that only the report takes for a name that it has too
                                 (report_forms.h) -> index, or TIE_AMBIGUOUS */
};

#define TIE_AMBIGUOUS (UINT32_MAX - 1)

/** Reads the table and the names of the story's reports. TS_E_MEMORY, or TS_E_FORMAT. */
int name_ties_init(struct name_ties *t, struct work *w, const struct story *story);

/** The normal form under which the organisation is listed that a report calls by a name, printed so
 * and of this normal form: its own when it is tied to no other. Borrowed. */
struct str name_ties_form(const struct name_ties *t, uint32_t report, struct str name,
                          struct str form);

/** Whether a report names the organisation that is listed under a form. */
bool name_ties_has(const struct name_ties *t, uint32_t report, struct str form);

#endif
