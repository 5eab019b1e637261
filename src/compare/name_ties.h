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
    struct map same;          /* another form of such a name -> index, or TIE_AMBIGUOUS */
};

#define TIE_AMBIGUOUS (UINT32_MAX - 1)

/** Reads the table and the names of the story's reports. TS_E_MEMORY, or TS_E_FORMAT. */
int name_ties_init(struct name_ties *t, struct work *w, const struct story *story);

/** The normal form under which the organisation of this normal form is listed: its own when it is
 * tied to no other. Borrowed. */
struct str name_ties_form(const struct name_ties *t, struct str form);

#endif
