/* A person's name without what reports put around it. */
#ifndef COMPARE_BARE_NAMES_H
#define COMPARE_BARE_NAMES_H

#include "base/str.h"

/** "Jane Roe" of "Marsh & Moor's Jane Roe", "Inspector Jane Roe", "Mum Jane Roe" and "Jane Roe of
 * Marsh & Moor"; "Roe" of "Miss Roe". A part of name, the whole when there is nothing around it. */
struct str bare_person_name(struct str name);

/** "Inspector", "Mrs": what stands before names. Letters are folded. */
bool bare_name_is_title(struct str word);

/** Whether a given name is the usual short form of another, both in lower case: "pam" for "pamela".
 */
bool bare_name_is_short(struct str given, struct str other);

#endif
