/* Datelines that stand in the text ("KABUL: ", "TARNHOLT, May 4 (NPA) - "): they are none of the
 * sentence behind them. */
#ifndef LANG_DATELINES_H
#define LANG_DATELINES_H

#include "lang/unit.h"

/**
 * Finds the datelines of u's text, which go to u->datelines in the order of the text; *masked is
 * the text with blanks in their place, for the pipeline to read: all offsets stay true. The text
 * itself where there is none. Linear in the text. TS_E_MEMORY.
 */
int datelines_mask(struct str *masked, struct unit *u);

#endif
