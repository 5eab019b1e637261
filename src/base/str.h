/* Borrowed strings: pointer and length, UTF-8, no NUL. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A stretch of somebody else's bytes. {NULL, 0} is "none"; {p, 0} is the empty string. */
struct str {
    const char *at;
    size_t n;
};

/** A half-open stretch of a text, in bytes. */
struct span {
    uint32_t start, end;
};

static inline bool spans_overlap(struct span a, struct span b) {
    return a.start < b.end && b.start < a.end;
}

#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})
#define STR_NONE ((struct str){NULL, 0})
#define STR_FMT(s) (int)((s).n), (s).at /* for "%.*s" */

struct str str_of(const char *nul_ended); /* NULL gives none */
struct str str_cut(struct str s, size_t start, size_t end);
struct str str_span(struct str text, struct span span);
/** Of n items in the order of the text, each of which begins with its span, the first that ends
 * behind byte; n when none does. */
uint32_t spans_find(const void *items, size_t item_bytes, uint32_t n, uint32_t byte);
#define SPANS_FIND(list, byte) spans_find((list).at, sizeof *(list).at, (list).n, (byte))
/** The same for the first that begins at the byte or behind it; they may overlap. */
uint32_t spans_from(const void *items, size_t item_bytes, uint32_t n, uint32_t byte);
#define SPANS_FROM(list, byte) spans_from((list).at, sizeof *(list).at, (list).n, (byte))
bool str_eq(struct str a, struct str b);
bool str_eq_nocase(struct str a, struct str b); /* ASCII letters alone are folded */
int str_cmp(struct str a, struct str b);        /* by bytes; a total order */
bool str_starts(struct str s, struct str prefix);
bool str_starts_nocase(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
bool str_ends_nocase(struct str s, struct str suffix);
/** Byte offset of the first needle at or after from, or SIZE_MAX. */
size_t str_find(struct str s, struct str needle, size_t from);
size_t str_find_nocase(struct str s, struct str needle, size_t from);
size_t str_find_byte(struct str s, char byte, size_t from);
bool str_has_nocase(struct str s, struct str needle);
/** Whether s is one of n words, ASCII letters folded. */
bool str_is_one_of(struct str s, const char *const *words, size_t n);
/** The part before the n marks that stand in it behind its first byte; the whole when none does. */
struct str str_before_any(struct str s, const char *const *marks, size_t n);
/** Without the sign of the possessive at the end: "Roe" of "Roe's". */
struct str str_without_possessive(struct str s);
/** Without ASCII white space at both ends. */
struct str str_trim(struct str s);
/** Takes the part before the first sep off *rest and returns it; *rest is none after the last part.
 */
struct str str_split(struct str *rest, char sep);
/** A copy in the arena, NUL after it; none when refused. */
struct str str_copy(struct arena *a, struct str s);
/** Puts a copy in the arena in its place; none stays none. false when refused. */
bool str_keep(struct arena *a, struct str *s);
/** A copy with runs of white space (ASCII and U+00A0) as one blank and none at the ends. */
struct str str_fold_space(struct arena *a, struct str s);
/** A copy with ASCII letters in lower case. */
struct str str_lower_ascii(struct arena *a, struct str s);
bool str_uint(uint64_t *out, struct str s); /* decimal digits alone */

bool ascii_space(char c);
bool ascii_digit(char c);
bool ascii_alpha(char c);
bool ascii_upper(char c);
char ascii_lower(char c);

#endif
