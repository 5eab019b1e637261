/* Figures and number words at a token. */
#ifndef LANG_NUMBERS_H
#define LANG_NUMBERS_H

#include "lang/unit.h"

struct number {
    double value;
    uint32_t end;  /* the token after it */
    bool figures;  /* begins with digits */
    bool ordinal;  /* "5th", "third" */
    bool about;    /* "a dozen" */
    bool plain;    /* digits alone, no comma, point or scale: may be a year or a label */
    bool suffixed; /* letters other than a scale are written to it ("10am", "3D"): no quantity */
};

/** The number that begins at token i: "3.2 million", "200m", "two hundred", "a dozen", "half a
 * million", "5th". */
bool number_at(struct number *out, const struct unit *u, uint32_t i);

#endif
