/* A family that speaks: "the family", "Roe's family", "a spokesman for the Roe family". */
#ifndef COMPARE_FAMILY_SOURCES_H
#define COMPARE_FAMILY_SOURCES_H

#include "compare/source_names.h"

/** Notes the families that each report of the story tells of. TS_E_MEMORY. */
int family_sources_init(struct claim_sources *s);

/** The family that a statement's source is or speaks for, made when it is new: by its name, by the
 * person whom a pronoun stands for, or the only one that the report tells of ("the family").
 * *source is NO_INDEX when it is no family or nothing tells whose. TS_E_MEMORY. */
int family_source(uint32_t *source, struct claim_sources *s, uint32_t report,
                  const struct statement *statement);

/** Whether a source is a family, or speaks for one, of which the words give no name: "a family
 * spokesman", "her family". */
bool family_is_nameless(struct str words);

#endif
