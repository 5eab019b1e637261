/* SHA-256 (FIPS 180-4), by nettle. */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include "base/str.h"

enum { SHA256_HEX = 64 };

/** The digest of s as lower-case hexadecimal digits, NUL after them. */
void sha256_hex(char hex[SHA256_HEX + 1], struct str s);

#endif
