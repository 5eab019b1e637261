/* What the targets share: a promise that is kept, and text as the readers promise it. */
#ifndef FUZZ_MUST_H
#define FUZZ_MUST_H

#include "base/arena.h"
#include "base/utf8.h"

#include <stdlib.h>

static inline void must(bool holds) {
    if (!holds)
        abort();
}

/* The text with U+FFFD for what is no UTF-8. */
static inline struct str well_formed(struct arena *a, struct str in) {
    char *out = arena_alloc(a, in.n * 3 + 1);
    size_t n = 0;
    must(out != NULL);
    for (size_t i = 0; i < in.n;)
        n += utf8_put(out + n, utf8_next(in, &i));
    return (struct str){out, n};
}

#endif
