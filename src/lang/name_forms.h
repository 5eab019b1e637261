/* Spellings of a name: which two of them may be the same one. */
#ifndef LANG_NAME_FORMS_H
#define LANG_NAME_FORMS_H

#include "base/str.h"

/** In lower case, Latin letters without their marks, without apostrophes, hyphens and full stops:
 * "Khamene'i" is "khamenei". In a; none when refused. */
struct str name_folded(struct arena *a, struct str name);

/** What the spellings of one name share: the consonants of a folded name, "h" left out, a doubled
 * one once. In a; none when refused. */
struct str name_skeleton(struct arena *a, struct str folded);

/** Whether two folded names are one: equal, or so long that one letter more, less or other is a
 * matter of spelling. */
bool name_alike(struct str a, struct str b);

/** The name of an organisation or place as a key: without full stops, apostrophes, and what only
 * says that it is a company ("Inc."). In a; none when refused. */
struct str name_key(struct arena *a, struct str name);

/** The first letters of the capitalised words of a name of several ("UN"), with how many there are;
 * 0 when there are more than room or fewer than 2. */
size_t name_initials(char *out, size_t room, struct str name);

/** Whether letters ("MoD") stand in a name in this order, the first of them at its beginning. */
bool name_abbreviates(struct str letters, struct str name);

#endif
