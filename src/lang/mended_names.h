/* What the pipeline takes for a name, put right where the name's own words tell it. */
#ifndef LANG_MENDED_NAMES_H
#define LANG_MENDED_NAMES_H

#include "english/doc.h"
#include "english/tag_labels.h"
#include "lang/lexicon.h"

/** Makes organisations of people's names that end in a word for a body ("Norland Watch"), takes out
 * those that are a rank alone ("Det" of "Det. Ann Roe"), and leaves out what its bearer is before a
 * person's name ("Striker Ann Roe"). In place; linear. */
void names_mend(struct doc *doc, const struct labels *labels, const struct lang_tables *tables);

/** "Watch", "Ministry": a word that ends the names of bodies and is nobody's family name. */
bool name_ends_in_body(struct str word);

/** "Det", "Lt.": the short form of a rank, with its stop or without, that is nobody's name. */
bool name_is_rank(struct str word);

/** "Striker", "Nurse": what somebody is, with a capital, that is nobody's given or family name. */
bool name_is_role(const struct lang_tables *tables, struct str word);

#endif
