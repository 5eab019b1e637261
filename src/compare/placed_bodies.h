/* Bodies that are told by what they are and where: "police in Paris", "a court in the city of
 * Brest". */
#ifndef COMPARE_PLACED_BODIES_H
#define COMPARE_PLACED_BODIES_H

#include "compare/work.h"

struct placed_body {
    struct str noun, place; /* "court", "Brest"; parts of the words */
};

/** Reads what a source's words, without an article, tell so. false: they are other words, or what
 * stands behind "in" is no name ("police in riot gear"). */
bool placed_body_read(struct placed_body *out, struct str words);

/** The same of a text that begins with a body's noun of so many bytes: as far as the place goes. */
bool placed_body_begins(struct placed_body *out, struct str text, size_t noun_bytes);

/** Whether it is an institution that the place tells from its like: "court", not "committee", which
 * may be of the body that is named behind it. */
bool placed_body_is_institution(const struct placed_body *body);

/** "paris police" for "police in Paris", in normal form. STR_NONE: no memory. */
struct str placed_body_form(struct work *w, const struct placed_body *body);

#endif
