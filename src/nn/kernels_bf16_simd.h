/* The kernels over bfloat16 numbers, and what goes between their layers, over vectors; included
 * once by each form's file, which defines what kernels_simd.h wants, and
 *   BF16_ROWS           rows at once, times two vectors of outputs; a form without it has but what
 *                       becomes of sums
 *   EVEN_HALVES ODD_HALVES (at)   of WIDTH pairs of bfloat16 numbers each one's first, second
 *   HALVES(at)          WIDTH bfloat16 numbers
 *   store_halves(at, v) v's nearest bfloat16 numbers, as bf16_of
 *   TIMES_2_TO(x, n)    x times 2 to the power that stands in n's low bits
 */
#include "nn/kernels_forms.h"
#include "nn/kernels_gelu.h"

#include <float.h>

#if defined(VECTOR)

#if defined(__clang__)
#define BF16_UNROLL _Pragma("clang loop unroll(full)")
#else
#define BF16_UNROLL _Pragma("GCC unroll 16")
#endif
#define BF16_INLINE static inline __attribute__((always_inline, unused)) TARGET

BF16_INLINE VECTOR gelu(VECTOR y) {
    static const float p[] = GELU_COEFFICIENTS;
    VECTOR c = MAX(SPREAD(-GELU_END), MIN(SPREAD(GELU_END), y)), square = MUL(c, c);
    VECTOR sum = SPREAD(p[0]);
    BF16_UNROLL
    for (size_t k = 1; k < sizeof p / sizeof *p; k++)
        sum = FMA(sum, square, SPREAD(p[k]));
    return MUL(y, FMA(c, sum, SPREAD(0.5F)));
}

/* What becomes of sums, a vector of outputs that stands at at: floats (out) or, by GELU, bfloat16
 * numbers (halves). */
BF16_INLINE void finish_sums(float *out, uint16_t *halves, size_t at, VECTOR sums,
                             const float *bias, bool added) {
    VECTOR y = ADD(sums, LOAD(bias));
    if (halves)
        store_halves(halves + at, gelu(y));
    else
        STORE(out + at, added ? ADD(y, LOAD(out + at)) : y);
}

#if defined(BF16_ROWS)

enum { BF16_VECTORS = 2, BF16_SUMS = BF16_ROWS * BF16_VECTORS, BF16_PANEL = KERNEL_LANES };

/* rows of 32 inputs each, as floats. */
BF16_INLINE void spread_halves(float (*out)[BF16_BLOCK], const uint16_t *x, size_t stride,
                               size_t rows) {
    for (size_t r = 0; r < rows; r++)
        for (size_t i = 0; i < BF16_BLOCK; i += WIDTH)
            STORE(out[r] + i, HALVES(x + r * stride + i));
}

/* The sums of BF16_ROWS rows and two vectors of outputs, whose weights begin at first and second.
 */
BF16_INLINE void bf16_block(VECTOR *sums, const uint16_t *x, const uint16_t *first,
                            const uint16_t *second, size_t inputs) {
    _Alignas(64) float floats[BF16_ROWS][BF16_BLOCK];
    BF16_UNROLL
    for (size_t k = 0; k < BF16_SUMS; k++)
        sums[k] = SPREAD(0);
    for (size_t i = 0; i < inputs; i += BF16_BLOCK) {
        VECTOR even[BF16_SUMS], odd[BF16_SUMS];
        spread_halves(floats, x + i, inputs, BF16_ROWS);
        BF16_UNROLL
        for (size_t k = 0; k < BF16_SUMS; k++)
            even[k] = odd[k] = SPREAD(0);
        for (size_t j = 0; j < BF16_BLOCK; j += 2) {
            size_t at = (i + j) * BF16_PANEL;
            VECTOR e[] = {EVEN_HALVES(first + at), EVEN_HALVES(second + at)};
            VECTOR d[] = {ODD_HALVES(first + at), ODD_HALVES(second + at)};
            BF16_UNROLL
            for (size_t k = 0; k < BF16_SUMS; k++) {
                even[k] = FMA(SPREAD(floats[k / 2][j]), e[k % 2], even[k]);
                odd[k] = FMA(SPREAD(floats[k / 2][j + 1]), d[k % 2], odd[k]);
            }
        }
        BF16_UNROLL
        for (size_t k = 0; k < BF16_SUMS; k++)
            sums[k] = ADD(sums[k], ADD(even[k], odd[k]));
    }
}

/* The weights of the vector of outputs that begins with o. */
BF16_INLINE const uint16_t *bf16_weights(const struct bf16_layer *w, size_t o) {
    return w->weights + o / BF16_PANEL * w->inputs * BF16_PANEL + o % BF16_PANEL * 2;
}

/* Rows behind the last are summed too, and left. */
BF16_INLINE void bf16_layer_of(float *out, uint16_t *halves, const uint16_t *x, size_t rows,
                               const struct bf16_layer *w, bool added) {
    VECTOR sums[BF16_SUMS];
    for (size_t o = 0; o < w->outputs; o += BF16_VECTORS * WIDTH)
        for (size_t r = 0; r < rows; r += BF16_ROWS) {
            bf16_block(sums, x + r * w->inputs, bf16_weights(w, o), bf16_weights(w, o + WIDTH),
                       w->inputs);
            for (size_t k = 0; k < BF16_SUMS && r + k / 2 < rows; k++) {
                size_t at = o + k % 2 * WIDTH;
                finish_sums(out, halves, (r + k / 2) * w->outputs + at, sums[k], w->bias + at,
                            added);
            }
        }
}

TARGET static void bf16_linear(float *out, const uint16_t *x, size_t rows,
                               const struct bf16_layer *w, bool added) {
    bf16_layer_of(out, NULL, x, rows, w, added);
}

TARGET static void bf16_gelu(uint16_t *out, const uint16_t *x, size_t rows,
                             const struct bf16_layer *w) {
    bf16_layer_of(NULL, out, x, rows, w, false);
}

TARGET static void to_bf16(uint16_t *out, const float *x, size_t n) {
    for (size_t i = 0; i < n; i += WIDTH)
        store_halves(out + i, LOAD(x + i));
}

BF16_INLINE VECTOR exp_of(VECTOR x) {
    static const float p[] = EXP_COEFFICIENTS;
    x = MAX(SPREAD(EXP_END), x);
    VECTOR biased = FMA(x, SPREAD(EXP_PER_LN2), SPREAD(EXP_INTEGER));
    VECTOR n = SUB(biased, SPREAD(EXP_INTEGER));
    VECTOR r = FMA(n, SPREAD(-EXP_LN2_REST), FMA(n, SPREAD(-EXP_LN2), x)), sum = SPREAD(p[0]);
    BF16_UNROLL
    for (size_t k = 1; k < sizeof p / sizeof *p; k++)
        sum = FMA(sum, r, SPREAD(p[k]));
    return TIMES_2_TO(sum, biased);
}

/* The largest of a row that is filled up to a multiple of 16. */
BF16_INLINE float most_of(const float *x, size_t width) {
    float lanes[WIDTH];
    VECTOR most = LOAD(x);
    for (size_t i = WIDTH; i < width; i += WIDTH)
        most = MAX(LOAD(x + i), most);
    STORE(lanes, most);
    for (size_t i = 1; i < WIDTH; i++)
        lanes[0] = lanes[i] > lanes[0] ? lanes[i] : lanes[0];
    return lanes[0];
}

TARGET static void softmax(float *x, size_t stride, size_t rows, size_t width, float scale) {
    size_t full = (width + BF16_PANEL - 1) / BF16_PANEL * BF16_PANEL;
    for (; rows > 0; rows--, x += stride) {
        VECTOR lanes[BF16_PANEL / WIDTH];
        for (size_t i = width; i < full; i++)
            x[i] = -FLT_MAX;
        VECTOR most = SPREAD(most_of(x, full)), factor = SPREAD(scale);
        BF16_UNROLL
        for (size_t k = 0; k < BF16_PANEL / WIDTH; k++)
            lanes[k] = SPREAD(0);
        for (size_t i = 0; i < full; i += BF16_PANEL) {
            BF16_UNROLL
            for (size_t k = 0; k < BF16_PANEL / WIDTH; k++) {
                float *at = x + i + k * WIDTH;
                VECTOR e = exp_of(MUL(SUB(LOAD(at), most), factor));
                STORE(at, e);
                lanes[k] = ADD(lanes[k], e);
            }
        }
        VECTOR share = SPREAD(1.0F / fold(lanes));
        for (size_t i = 0; i < full; i += WIDTH)
            STORE(x + i, MUL(LOAD(x + i), share));
    }
}

#endif
#endif
