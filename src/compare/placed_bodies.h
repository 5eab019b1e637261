/* Bodies that are told by what they are and where: "police in Paris", "the coast guard in the port
 * of Brest". */
#ifndef COMPARE_PLACED_BODIES_H
#define COMPARE_PLACED_BODIES_H

#include "compare/source_names.h"

struct placed_body {
    struct str noun, place; /* "police", "Brest"; parts of the words */
};

/** Reads what a source's words, without an article, tell so; they are a part of the text of the
 * analysis, the names of which are given. false: they are other words, or what stands behind "in"
 * is no name of a place ("police in riot gear"). */
bool placed_body_read(struct placed_body *out, const struct analysis *n,
                      const struct name_mentions *names, struct str words);

/** A place in normal form under its shortest name: "new york" for "new york city". */
struct str placed_body_city(struct str place);

/** "paris police" for "police in Paris", in normal form. STR_NONE: no memory. */
struct str placed_body_form(struct work *w, const struct placed_body *body);

/** "France foreign ministry" of "France's foreign ministry" and of "foreign ministry of France":
 * what is called by a noun and a place is one body either way. Other names as they are. STR_NONE:
 * no memory. */
struct str placed_name(struct work *w, struct str name);

#endif
