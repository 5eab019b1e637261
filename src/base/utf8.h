/* UTF-8 and the few properties of code points that reading text needs (tables by utf8proc). */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/str.h"

enum { UTF8_REPLACEMENT = 0xFFFD };

/**
 * The code point at s.at[*at], which is moved behind it. An ill-formed sequence gives U+FFFD and
 * moves over its maximal part (Unicode 15, section 3.9, table 3-8). *at must be below s.n.
 */
uint32_t utf8_next(struct str s, size_t *at);

/** The code point that ends before *at, which is moved to its start. *at must be above 0; s
 * well-formed. */
uint32_t utf8_before(struct str s, size_t *at);

/** Writes cp (U+FFFD when it is no scalar value) to out, at most 4 bytes; returns how many. */
size_t utf8_put(char out[4], uint32_t cp);

/** Byte offset of the first ill-formed sequence, or SIZE_MAX when s is well-formed. */
size_t utf8_invalid(struct str s);

size_t utf8_count(struct str s); /* code points; s well-formed */

bool utf8_capital(struct str s); /* begins with a capital; the empty string does not */

bool utf8_is_letter(uint32_t cp);  /* general category L* or M* */
bool utf8_is_upper(uint32_t cp);   /* Lu or Lt */
bool utf8_is_lower(uint32_t cp);   /* Ll */
bool utf8_is_digit(uint32_t cp);   /* Nd */
bool utf8_is_space(uint32_t cp);   /* White_Space */
bool utf8_is_quote(uint32_t cp);   /* any quotation mark, ASCII ones too */
bool utf8_is_control(uint32_t cp); /* Cc, and the bidirectional controls */
uint32_t utf8_lower(uint32_t cp);  /* simple mapping */

/** A range of code points. */
struct cp_range {
    uint32_t first, last;
};

/** Whether cp is in one of n ranges, which are sorted. UTF8_IN takes an array. */
bool utf8_in_ranges(uint32_t cp, const struct cp_range *ranges, size_t n);
#define UTF8_IN(cp, ranges) utf8_in_ranges(cp, ranges, sizeof(ranges) / sizeof *(ranges))

/** A copy in lower case by simple mapping; none when refused. */
struct str utf8_lower_copy(struct arena *a, struct str s);

/**
 * Code point offsets of a text, which JSON counts in, from byte offsets and back. Costs nothing for
 * ASCII, otherwise 4 bytes for each 64 of the text. Read-only after utf8_index_init, so threads may
 * share it.
 */
struct utf8_index {
    struct str text;
    const uint32_t *before; /* code points before byte 64*i; NULL: the text is ASCII */
    uint32_t count;         /* code points in all */
};

bool utf8_index_init(struct utf8_index *index, struct arena *a,
                     struct str text); /* false: no memory */
uint32_t utf8_index_cp(const struct utf8_index *index, uint32_t byte_offset);
/** The byte offset of code point cp; the text's size when cp is its count; UINT32_MAX beyond. */
uint32_t utf8_index_byte(const struct utf8_index *index, uint32_t cp);

#endif
