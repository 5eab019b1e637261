/* Numbers for kernels, and whether they are the same. */
#ifndef NUMBERS_FIXTURE_H
#define NUMBERS_FIXTURE_H

#include "base/arena.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static uint32_t random_state = 1;

static inline uint32_t random_below(uint32_t n) {
    random_state = random_state * 1664525U + 1013904223U;
    return (uint32_t)((uint64_t)(random_state >> 4) * n >> 28);
}

static inline float random_float(void) {
    return ((float)random_below(2000001) - 1000000.0F) / 1000000.0F;
}

static inline void arena_begin(struct arena *a) {
    struct mem mem = mem_system();
    arena_init(a, &mem, 0);
}

/* The same bits; which kind of NaN does not matter. */
static inline bool same_floats(const float *a, const float *b, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (memcmp(&a[i], &b[i], sizeof *a) == 0 || (isnan(a[i]) && isnan(b[i])))
            continue;
        printf("# float %zu is %a, not %a\n", i, (double)a[i], (double)b[i]);
        return false;
    }
    return true;
}

#endif
