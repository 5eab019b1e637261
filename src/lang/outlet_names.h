/* The register of the outlets that an article names. */
#ifndef LANG_OUTLET_NAMES_H
#define LANG_OUTLET_NAMES_H

#include "lang/unit.h"

/** The report's own outlet as the first of the names; before any unit's outlets are looked for. */
int outlet_names_init(struct outlet_names *names, struct unit *u);

/** name without a leading article. */
struct str outlet_name_bare(struct str name);

/**
 * Finds or adds the outlet that name (which must live as long as the article) stands for, by its
 * row of the table when it has one, and makes its last word a short form of it ("the Ledger").
 * *index is its place in u->names.
 */
int outlet_names_add(uint32_t *index, struct unit *u, struct str name, uint32_t row, bool agency);

/**
 * What head ("Herald"), which no full name precedes, stands for: the outlet of the text whose name
 * ends so, else an outlet of its own that is called name ("the Herald", as the text writes it
 * first; it must live as long as the article). Never a row of the outlet table by itself: many may
 * be called so. *index is its place in u->names.
 */
int outlet_names_bare_head(uint32_t *index, struct unit *u, struct str name, struct str head);

/** From here on form alone ("NPA") stands for the outlet. */
int outlet_names_short(struct unit *u, struct str form, uint32_t index);

/** The outlet of the text whose words have these first letters ("NPA"), or NO_INDEX. */
uint32_t outlet_names_initials(const struct unit *u, struct str letters);

#endif
