/* The bfloat16 layers by AMX's tiles (Intel 64 and IA-32 Architectures
 * Software Developer's Manual, volume 1, chapter 18). */
#if defined(__linux__)
#define _DEFAULT_SOURCE /* for syscall */
#endif

#include "nn/kernels_forms.h"

#if defined(__x86_64__)

#include "nn/kernels_avx512.h"

#include "nn/kernels_bf16_simd.h"

#include <cpuid.h>

#if defined(__linux__)

#include <sys/syscall.h>
#include <unistd.h>

bool kernels_amx_allowed(void) {
    enum { LEAF = 7, BF16 = 1 << 22, TILE = 1 << 24, ASK = 0x1023, TILE_DATA = 18 };
    unsigned a, b, c, d;
    if (!__get_cpuid_count(LEAF, 0, &a, &b, &c, &d) || !(d & BF16) || !(d & TILE))
        return false;
    return syscall(SYS_arch_prctl, ASK, TILE_DATA) == 0;
}

#else

bool kernels_amx_allowed(void) {
    return false;
}

#endif

#define AMX __attribute__((target("avx512f,amx-tile,amx-bf16")))

enum { TILE_ROWS = 16, TILE_BYTES = 64, TILES = 8, AHEAD = 48 << 10, LINE = 64 };

/* How the tile registers are cut: all alike, 16 rows of 64 bytes. */
struct tile_shapes {
    uint8_t palette, first_row, zero[14];
    uint16_t row_bytes[16];
    uint8_t rows[16];
};

/* Asks for the weights that the first rows will need soon: all of them pass once a layer, faster
 * than the processor would fetch them by itself. Where they end it asks for what follows, which
 * does no harm. */
AMX static inline void fetch_ahead(const uint16_t *weights) {
    uintptr_t at = (uintptr_t)weights + AHEAD;
    for (size_t k = 0; k < 2 * BF16_BLOCK * TILE_ROWS * sizeof *weights; k += LINE)
        _mm_prefetch((const char *)(at + k), _MM_HINT_T0);
}

/* The sums of 32 rows and 32 outputs; the rows' lower half alone when few. Registers 0 to 3 are
 * sums, 4 and 5 inputs, 6 and 7 weights. */
AMX static void tile_block(float (*sums)[BF16_BLOCK], const uint16_t *x, const uint16_t *weights,
                           size_t inputs, bool few, bool first) {
    const uint16_t *lower = x + TILE_ROWS * inputs, *second = weights + inputs * TILE_ROWS;
    size_t stride = inputs * sizeof *x;
    __asm__ volatile("" : : "r"(x), "r"(weights) : "memory"); /* as in tile_layer */
    _tile_zero(0);
    _tile_zero(1);
    _tile_zero(2);
    _tile_zero(3);
    for (size_t i = 0; i < inputs; i += BF16_BLOCK) {
        if (first)
            fetch_ahead(weights + 2 * i * TILE_ROWS);
        _tile_loadd(4, x + i, stride);
        _tile_loadd(6, weights + i * TILE_ROWS, TILE_BYTES);
        _tile_loadd(7, second + i * TILE_ROWS, TILE_BYTES);
        _tile_dpbf16ps(0, 4, 6);
        _tile_dpbf16ps(1, 4, 7);
        if (few)
            continue;
        _tile_loadd(5, lower + i, stride);
        _tile_dpbf16ps(2, 5, 6);
        _tile_dpbf16ps(3, 5, 7);
    }
    _tile_stored(0, sums[0], sizeof *sums);
    _tile_stored(1, sums[0] + TILE_ROWS, sizeof *sums);
    _tile_stored(2, sums[TILE_ROWS], sizeof *sums);
    _tile_stored(3, sums[TILE_ROWS] + TILE_ROWS, sizeof *sums);
}

/* A layer, into floats (out) or, by GELU, into bfloat16 numbers (halves). */
AMX static void tile_layer(float *out, uint16_t *halves, const uint16_t *x, size_t rows,
                           const struct bf16_layer *w, bool added) {
    _Alignas(64) float sums[BF16_BLOCK][BF16_BLOCK];
    struct tile_shapes shapes = {.palette = 1};
    for (size_t t = 0; t < TILES; t++) {
        shapes.row_bytes[t] = TILE_BYTES;
        shapes.rows[t] = TILE_ROWS;
    }
    /* Older headers do not say that all of shapes is read (gcc 12). */
    __asm__ volatile("" : : "r"(&shapes) : "memory");
    _tile_loadconfig(&shapes);
    for (size_t o = 0; o < w->outputs; o += BF16_BLOCK)
        for (size_t r = 0; r < rows; r += BF16_BLOCK) {
            size_t n = rows - r < BF16_BLOCK ? rows - r : BF16_BLOCK;
            tile_block(sums, x + r * w->inputs, w->weights + o * w->inputs, w->inputs,
                       n <= TILE_ROWS, r == 0);
            for (size_t k = 0; k < 2 * n; k++) {
                size_t at = o + k % 2 * WIDTH;
                finish_sums(out, halves, (r + k / 2) * w->outputs + at,
                            LOAD(sums[k / 2] + k % 2 * WIDTH), w->bias + at, added);
            }
        }
    _tile_release();
}

void kernels_amx_linear(float *out, const uint16_t *x, size_t rows, const struct bf16_layer *w,
                        bool added) {
    tile_layer(out, NULL, x, rows, w, added);
}

void kernels_amx_gelu(uint16_t *out, const uint16_t *x, size_t rows, const struct bf16_layer *w) {
    tile_layer(NULL, out, x, rows, w, false);
}

#endif
