/* A family that speaks: "the family", "Roe's family", "a spokesman for the Roe family". */
#ifndef COMPARE_FAMILY_SOURCES_H
#define COMPARE_FAMILY_SOURCES_H

#include "compare/source_names.h"

/** The family that a source's words name as the speaker, made when it is new; the one family that
 * the story's sources call by a name when the words call it by none. *source is NO_INDEX when it is
 * no family. TS_E_MEMORY. */
int family_source(uint32_t *source, struct claim_sources *s, struct str words);

#endif
