/* Python's questions about characters, which the model's training answered: str.isspace() and its
 * like by code point (CPython's Objects/unicodectype.c), over utf8proc's tables of Unicode. */
#ifndef ENGLISH_PY_CHARS_H
#define ENGLISH_PY_CHARS_H

#include "base/str.h"

bool py_is_space(uint32_t cp);   /* isspace: white space, and U+001C..U+001F */
bool py_is_alpha(uint32_t cp);   /* isalpha: general category L* */
bool py_is_upper(uint32_t cp);   /* isupper: the property Uppercase */
bool py_is_digit(uint32_t cp);   /* isdigit: decimals, superscripts, circled digits */
bool py_is_decimal(uint32_t cp); /* isdecimal, and \d: general category Nd */
bool py_is_word(uint32_t cp);    /* \w: isalnum or the underscore */

/** str.isspace() and str.isalpha(): of each code point, and there is one. */
bool py_all_space(struct str s);
bool py_all_alpha(struct str s);

/** str.lower(): full mapping with the final sigma. s itself when nothing changes, else a copy in a;
 * none when refused. s is well-formed UTF-8. */
struct str py_lower(struct arena *a, struct str s);

#endif
