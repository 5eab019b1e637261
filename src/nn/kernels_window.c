/* A window layer's weights as its two kernels read them. */
#include "base/arena.h"
#include "base/mem.h"
#include "nn/kernels.h"

#include <assert.h>
#include <string.h>

enum { LANES = KERNEL_LANES, PIECES = KERNEL_PIECES, VECTORS = PIECES * LANES };

static size_t panel_count(const struct packed *w) {
    return ((size_t)w->outputs + LANES - 1) / LANES;
}

static float *floats(struct arena *a, size_t count) {
    size_t bytes;
    char *at = NULL;
    if (mem_mul(&bytes, count, sizeof(float)) && mem_add(&bytes, bytes, MODEL_ALIGN))
        at = arena_alloc(a, bytes);
    return at ? (float *)(void *)(at + (MODEL_ALIGN - (uintptr_t)at % MODEL_ALIGN) % MODEL_ALIGN)
              : NULL;
}

/* One weight of the window's three rows, as the products have it. */
static void spread_weight(float *to, size_t step, double first, double second, double third) {
    static const double sixth = 1.0 / 6, twenty_fourth = 1.0 / 24;
    double outer = first + third, far = first + 4 * third;
    to[0] = (float)(first * 0.25);
    to[step] = (float)((outer + second) * -sixth);
    to[2 * step] = (float)((outer - second) * -sixth);
    to[3 * step] = (float)((far + 2 * second) * twenty_fourth);
    to[4 * step] = (float)((far - 2 * second) * twenty_fourth);
    to[5 * step] = (float)third;
}

bool window_make(struct window *out, struct arena *a, const struct packed *from) {
    size_t width = from->inputs / 3, tap = width * VECTORS, panels = panel_count(from);
    assert(from->pieces == PIECES && from->inputs % 3 == 0 && width <= KERNEL_WINDOW_WIDTH);
    float *to = floats(a, panels * KERNEL_PRODUCTS * tap);
    *out = (struct window){from->outputs, (uint32_t)width, to, from->bias};
    if (!to)
        return false;
    for (size_t panel = 0; panel < panels; panel++, to += KERNEL_PRODUCTS * tap) {
        const float *first = from->weights + panel * 3 * tap, *second = first + tap,
                    *third = second + tap;
        for (size_t i = 0; i < tap; i++)
            spread_weight(to + i, tap, (double)first[i], (double)second[i], (double)third[i]);
    }
    return true;
}

bool window_taps(struct packed *out, struct arena *a, const struct packed *from) {
    size_t width = from->inputs / 3, panels = panel_count(from), row = panels * VECTORS;
    assert(from->pieces == PIECES && from->inputs % 3 == 0);
    float *weights = floats(a, 3 * row * width), *bias = floats(a, 3 * row);
    *out = (struct packed){(uint32_t)(3 * row), (uint32_t)width, 1, weights, bias};
    if (!weights || !bias)
        return false;
    memset(bias, 0, 3 * row * sizeof *bias);
    memcpy(bias + row, from->bias, row * sizeof *bias);
    for (size_t tap = 0; tap < 3; tap++)
        for (size_t panel = 0; panel < panels; panel++)
            for (size_t piece = 0; piece < PIECES; piece++)
                for (size_t i = 0; i < width; i++, weights += LANES)
                    memcpy(weights,
                           from->weights + ((panel * 3 + tap) * width + i) * VECTORS +
                               piece * LANES,
                           LANES * sizeof *weights);
    return true;
}
