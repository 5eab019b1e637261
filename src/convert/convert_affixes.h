/* The tokenizer's regular expressions, to the sets and rules of english/affix_layout.h. */
#ifndef CONVERT_CONVERT_AFFIXES_H
#define CONVERT_CONVERT_AFFIXES_H

#include "convert/convert.h"
#include "english/affix_layout.h"

struct code_range {
    uint32_t first, last;
};

/** Code points, in sorted ranges that do not touch. */
struct code_set {
    VEC_OF(struct code_range) ranges;
};

/** Sets and rules as they are gathered. */
struct affix_maker {
    struct arena *arena;
    struct ts_error *err;
    VEC_OF(struct code_set) sets; /* all different */
    VEC_OF(uint16_t) rules;       /* AFFIX_FIELDS each */
};

/**
 * Adds the rules of one expression, in the syntax of Python's re: alternatives of characters and
 * classes (and of one group of alternatives), with a look behind and ahead. A prefix's begin with
 * '^', a suffix's end with '$' and hold no white space, so that '$' is always the end. Whatever
 * else an expression may hold is refused: TS_E_FORMAT "bad_package"; TS_E_MEMORY.
 */
int affix_maker_add(struct affix_maker *m, enum affix_kind kind, struct str expression);

/** The number of the set of a class, "[...]" and nothing else, in *out. As affix_maker_add. */
int affix_maker_class(uint16_t *out, struct affix_maker *m, struct str expression);

/** Whether the set holds the code point. */
bool affix_maker_has(const struct affix_maker *m, uint16_t set, uint32_t cp);

/** Numbers the symbols and adds all tensors. */
int affix_maker_write(struct affix_maker *m, struct model_writer *w);

#endif
