/* The kernels over vectors of WIDTH floats, 8 or 16. Included once by each form's file, which
 * defines before it:
 *   TARGET              the attribute that lets a function use the form's instructions
 *   VECTOR, WIDTH       the vector and its floats
 *   BLOCK_ROWS          rows at once: their sums in 3 columns, 3 weights and an input are a
 * register each LOAD STORE SPREAD ADD SUB MUL FMA    the operations MAX(a, b)           a > b ? a :
 * b EVEN ODD (a, b)     every other float of a and b fold(lanes)         the sum of the 16 lanes in
 * lanes[PARTS], as kernels_scalar.c folds them
 * Without them it is empty.
 */
#include "nn/kernels_forms.h"

#if defined(VECTOR)

enum {
    LANES = KERNEL_LANES,
    PARTS = LANES / WIDTH,
    COLUMNS = 3,
    WIDE_COLUMNS = 8, /* for one row: as many sums as multiply-adds are under way at once */
    SUMS = BLOCK_ROWS * COLUMNS,
    STRIPE_FLOATS = 1 << 13, /* of x and out stay in the first cache while all weights pass */
    STRIPE_GROUPS = 16,      /* of windows, whose inputs and products stay there too */
    PRODUCTS = KERNEL_PRODUCTS,
    ROWS = KERNEL_WINDOW_ROWS
};

#define INLINE static inline __attribute__((always_inline)) TARGET

/* Only in full, and only once inlined: else the sums are kept in memory. */
#if defined(__clang__)
#define UNROLL _Pragma("clang loop unroll(full)")
#else
#define UNROLL _Pragma("GCC unroll 24")
#endif

/* Column c's weights begin at weights + at[c] and go on step floats an input; its bias is at
 * bias + c * bias_step. */
struct columns {
    const float *weights, *bias;
    size_t at[WIDE_COLUMNS], step, bias_step, inputs;
};

/* One column of a row's sums, or the largest of its pieces. */
INLINE void store_column(float *out, const VECTOR *row, size_t c, size_t column_count, bool max) {
    VECTOR most = row[c];
    if (max && c > 0)
        return;
    if (max && column_count > 1)
        most = MAX(row[1], most);
    if (max && column_count > 2)
        most = MAX(row[2], most);
    STORE(out + c * WIDTH, most);
}

/* row_count rows times column_count columns of sums, both constants where this is inlined. The
 * columns are the pieces of one vector of outputs (max), or one vector each. */
INLINE void block(float *out, size_t out_stride, const float *x, size_t x_stride,
                  const struct columns *w, size_t row_count, size_t column_count, bool max) {
    VECTOR sums[SUMS];
    size_t count = row_count * column_count;
    const float *weights = w->weights;
    UNROLL
    for (size_t k = 0; k < count; k++)
        sums[k] = LOAD(w->bias + k % column_count * w->bias_step);
    for (size_t i = 0; i < w->inputs; i++, x++, weights += w->step) {
        VECTOR column[WIDE_COLUMNS];
        UNROLL
        for (size_t c = 0; c < column_count; c++)
            column[c] = LOAD(weights + w->at[c]);
        UNROLL
        for (size_t k = 0; k < count; k++)
            sums[k] =
                FMA(SPREAD(x[k / column_count * x_stride]), column[k % column_count], sums[k]);
    }
    UNROLL
    for (size_t k = 0; k < count; k++)
        store_column(out + k / column_count * out_stride, sums + k / column_count * column_count,
                     k % column_count, column_count, max);
}

/* Any number of rows; the last two blocks share what is left, as one row alone is slow. */
INLINE void blocks(float *out, size_t out_stride, const float *x, size_t x_stride, size_t rows,
                   const struct columns *w, size_t column_count, bool max) {
    while (rows > 0) {
        size_t n = rows <= BLOCK_ROWS ? rows : rows < 2 * BLOCK_ROWS ? (rows + 1) / 2 : BLOCK_ROWS;
        switch (n) {
#define BLOCK_OF(n)                                                                                \
    case n:                                                                                        \
        block(out, out_stride, x, x_stride, w, n, column_count, max);                              \
        break;
            BLOCK_OF(1)
            BLOCK_OF(2)
            BLOCK_OF(3)
            BLOCK_OF(4)
#if BLOCK_ROWS > 4
            BLOCK_OF(5)
            BLOCK_OF(6)
            BLOCK_OF(7)
            BLOCK_OF(8)
#endif
        }
        out += n * out_stride;
        x += n * x_stride;
        rows -= n;
    }
}

/* By itself, as compilers otherwise run out of registers where it is inlined. */
__attribute__((noinline)) TARGET static void three_columns(float *out, size_t out_stride,
                                                           const float *x, size_t x_stride,
                                                           size_t rows, const struct columns *w) {
    blocks(out, out_stride, x, x_stride, rows, w, COLUMNS, false);
}

/* Each vector of outputs by itself, its pieces as columns. */
TARGET static void max_of_pieces(float *out, size_t out_stride, const float *x, size_t x_stride,
                                 size_t rows, const struct packed *w) {
    size_t panel = (size_t)w->inputs * w->pieces * LANES;
    struct columns columns = {.at = {0, LANES, 2 * LANES},
                              .step = w->pieces * LANES,
                              .bias_step = LANES,
                              .inputs = w->inputs};
    for (size_t o = 0; o < (w->outputs + (size_t)LANES - 1) / LANES * LANES; o += WIDTH) {
        columns.weights = w->weights + o / LANES * panel + o % LANES;
        columns.bias = w->bias + o / LANES * w->pieces * LANES + o % LANES;
        if (w->pieces == 2)
            blocks(out + o, out_stride, x, x_stride, rows, &columns, 2, true);
        else
            blocks(out + o, out_stride, x, x_stride, rows, &columns, 3, true);
    }
}

/* Several vectors of outputs as columns: for one row all that may be under way at once, else up to
 * three, but two and two rather than three and one. */
TARGET static void linear(float *out, size_t out_stride, const float *x, size_t x_stride,
                          size_t rows, const struct packed *w) {
    size_t left = (w->outputs + (size_t)LANES - 1) / LANES * PARTS, n;
    size_t most = rows == 1 ? WIDE_COLUMNS : COLUMNS;
    struct columns columns = {.step = LANES, .bias_step = WIDTH, .inputs = w->inputs};
    columns.weights = w->weights;
    for (size_t o = 0; left > 0; o += n * WIDTH, left -= n) {
        n = left > most + 1 ? most : left > most ? (left + 1) / 2 : left;
        columns.bias = w->bias + o;
        for (size_t c = 0; c < n; c++)
            columns.at[c] = (o + c * WIDTH) / LANES * LANES * w->inputs + (o + c * WIDTH) % LANES;
        switch (n) {
#define COLUMNS_OF(n)                                                                              \
    case n:                                                                                        \
        blocks(out + o, out_stride, x, x_stride, rows, &columns, n, false);                        \
        break;
            COLUMNS_OF(1)
            COLUMNS_OF(2)
            COLUMNS_OF(3)
#define WIDE_COLUMNS_OF(n)                                                                         \
    case n:                                                                                        \
        block(out + o, out_stride, x, x_stride, &columns, 1, n, false);                            \
        break;
            WIDE_COLUMNS_OF(4)
            WIDE_COLUMNS_OF(5)
            WIDE_COLUMNS_OF(6)
            WIDE_COLUMNS_OF(7)
            WIDE_COLUMNS_OF(8)
        }
    }
}

static void maxout(float *out, size_t out_stride, const float *x, size_t x_stride, size_t rows,
                   const struct packed *w) {
    size_t stripe = STRIPE_FLOATS / ((size_t)w->inputs + w->outputs) / BLOCK_ROWS * BLOCK_ROWS;
    stripe = stripe > 2 * BLOCK_ROWS ? stripe : 2 * BLOCK_ROWS; /* at least two a weight */
    while (rows > 0) {
        size_t n = rows < stripe ? rows : stripe;
        (w->pieces == 1 ? linear : max_of_pieces)(out, out_stride, x, x_stride, n, w);
        out += n * out_stride;
        x += n * x_stride;
        rows -= n;
    }
}

/* ---- Windows of three rows, four at a time */

/* What the products of each group are of, part floats from one product to the next. */
INLINE void window_inputs(float *out, size_t part, const float *x, size_t stride, size_t groups,
                          size_t width) {
    VECTOR two = SPREAD(2), four = SPREAD(4), minus_four = SPREAD(-4), minus_five = SPREAD(-5);
    for (; groups > 0; groups--, x += ROWS * stride, out += width)
        for (size_t i = 0; i < width; i += WIDTH) {
            const float *at = x + i;
            VECTOR a = LOAD(at), b = LOAD(at + stride), c = LOAD(at + 2 * stride),
                   d = LOAD(at + 3 * stride), e = LOAD(at + 4 * stride), f = LOAD(at + 5 * stride);
            VECTOR ec = FMA(minus_four, c, e), db = FMA(minus_four, b, d), near = SUB(e, c),
                   twice = MUL(two, SUB(d, b));
            STORE(out + i, FMA(four, a, FMA(minus_five, c, e)));
            STORE(out + part + i, ADD(ec, db));
            STORE(out + 2 * part + i, SUB(ec, db));
            STORE(out + 3 * part + i, ADD(near, twice));
            STORE(out + 4 * part + i, SUB(near, twice));
            STORE(out + 5 * part + i, FMA(four, b, FMA(minus_five, d, f)));
        }
}

/* A vector of outputs of each row, from the groups' products, part floats from one to the next. */
INLINE void window_outputs(float *out, size_t out_stride, const float *products, size_t part,
                           const float *bias, size_t groups) {
    VECTOR two = SPREAD(2), four = SPREAD(4), eight = SPREAD(8);
    for (; groups > 0; groups--, out += ROWS * out_stride, products += COLUMNS * WIDTH) {
        VECTOR sums[ROWS][COLUMNS];
        UNROLL
        for (size_t p = 0; p < COLUMNS; p++) {
            const float *at = products + p * WIDTH;
            VECTOR m1 = LOAD(at + part), m2 = LOAD(at + 2 * part), m3 = LOAD(at + 3 * part),
                   m4 = LOAD(at + 4 * part), b = LOAD(bias + p * LANES);
            VECTOR plus = ADD(ADD(m1, m2), b), minus = ADD(SUB(m1, m2), b), far_plus = ADD(m3, m4),
                   far_minus = SUB(m3, m4);
            sums[0][p] = ADD(LOAD(at), ADD(plus, far_plus));
            sums[1][p] = FMA(two, far_minus, minus);
            sums[2][p] = FMA(four, far_plus, plus);
            sums[3][p] = ADD(FMA(eight, far_minus, minus), LOAD(at + 5 * part));
        }
        UNROLL
        for (size_t r = 0; r < ROWS; r++)
            store_column(out + r * out_stride, sums[r], 0, COLUMNS, true);
    }
}

TARGET static void window_stripe(float *out, size_t out_stride, const float *x, size_t x_stride,
                                 size_t groups, const struct window *w) {
    _Alignas(64) static const float zeros[COLUMNS * LANES];
    _Alignas(64) float inputs[PRODUCTS * STRIPE_GROUPS * KERNEL_WINDOW_WIDTH];
    _Alignas(64) float products[PRODUCTS * STRIPE_GROUPS * COLUMNS * WIDTH];
    size_t width = w->width, input_part = groups * width, part = groups * COLUMNS * WIDTH;
    size_t tap = width * COLUMNS * LANES;
    struct columns columns = {.bias = zeros,
                              .at = {0, LANES, 2 * LANES},
                              .step = COLUMNS * LANES,
                              .bias_step = LANES,
                              .inputs = width};
    window_inputs(inputs, input_part, x, x_stride, groups, width);
    for (size_t o = 0; o < (w->outputs + (size_t)LANES - 1) / LANES * LANES; o += WIDTH) {
        for (size_t k = 0; k < PRODUCTS; k++) {
            columns.weights = w->weights + (o / LANES * PRODUCTS + k) * tap + o % LANES;
            three_columns(products + k * part, COLUMNS * WIDTH, inputs + k * input_part, width,
                          groups, &columns);
        }
        window_outputs(out + o, out_stride, products, part,
                       w->bias + o / LANES * COLUMNS * LANES + o % LANES, groups);
    }
}

static void maxout_window(float *out, size_t out_stride, const float *x, size_t x_stride,
                          size_t groups, const struct window *w) {
    while (groups > 0) {
        size_t n = groups < STRIPE_GROUPS ? groups : STRIPE_GROUPS;
        window_stripe(out, out_stride, x, x_stride, n, w);
        out += n * ROWS * out_stride;
        x += n * ROWS * x_stride;
        groups -= n;
    }
}

TARGET static void maxout_taps(float *out, size_t out_stride, const float *const *rows,
                               size_t count, size_t width) {
    size_t tap = width * COLUMNS;
    for (; count > 0; count--, rows++, out += out_stride)
        for (size_t o = 0; o < width; o += WIDTH) {
            VECTOR sums[COLUMNS];
            size_t at = o / LANES * COLUMNS * LANES + o % LANES;
            UNROLL
            for (size_t p = 0; p < COLUMNS; p++, at += LANES)
                sums[p] = ADD(ADD(LOAD(rows[0] + at), LOAD(rows[1] + tap + at)),
                              LOAD(rows[2] + 2 * tap + at));
            store_column(out + o, sums, 0, COLUMNS, true);
        }
}

/* ---- What goes over rows */

TARGET static void layer_norm(float *x, size_t stride, size_t rows, size_t width, const float *gain,
                              const float *bias, float epsilon, const float *residual,
                              size_t residual_stride) {
    for (; rows > 0; rows--, x += stride) {
        VECTOR lanes[PARTS];
        UNROLL
        for (size_t k = 0; k < PARTS; k++)
            lanes[k] = SPREAD(0.0F);
        for (size_t i = 0; i < width; i += LANES) {
            UNROLL
            for (size_t k = 0; k < PARTS; k++)
                lanes[k] = ADD(lanes[k], LOAD(x + i + k * WIDTH));
        }
        VECTOR mean = SPREAD(fold(lanes) / (float)width);
        UNROLL
        for (size_t k = 0; k < PARTS; k++)
            lanes[k] = SPREAD(0.0F);
        for (size_t i = 0; i < width; i += LANES) {
            UNROLL
            for (size_t k = 0; k < PARTS; k++) {
                VECTOR off = SUB(LOAD(x + i + k * WIDTH), mean);
                lanes[k] = FMA(off, off, lanes[k]);
            }
        }
        VECTOR scale = SPREAD(1.0F / sqrtf(fold(lanes) / (float)width + epsilon));
        for (size_t i = 0; i < width; i += WIDTH) {
            VECTOR y = MUL(SUB(LOAD(x + i), mean), scale);
            y = FMA(y, LOAD(gain + i), LOAD(bias + i));
            STORE(x + i, residual ? ADD(y, LOAD(residual + i)) : y);
        }
        residual = residual ? residual + residual_stride : NULL;
    }
}

TARGET static void sum_rows(float *out, const float *bias, const float *const *rows, size_t count,
                            size_t width) {
    for (size_t i = 0; i < width; i += WIDTH) {
        VECTOR sum = LOAD(bias + i);
        for (size_t k = 0; k < count; k++)
            sum = ADD(sum, LOAD(rows[k] + i));
        STORE(out + i, sum);
    }
}

TARGET static void max_pieces(float *out, const float *x, size_t outputs, size_t pieces) {
    if (pieces != 2) {
        kernels_max_pieces(out, x, outputs, pieces);
        return;
    }
    for (size_t o = 0; o < outputs; o += WIDTH) {
        VECTOR a = LOAD(x + 2 * o), b = LOAD(x + 2 * o + WIDTH);
        STORE(out + o, MAX(ODD(a, b), EVEN(a, b)));
    }
}

/* What a form's struct kernels has of vectors alone, the bfloat16 layers left out. */
#define KERNELS_OF_VECTORS                                                                         \
    .maxout = maxout, .maxout_window = maxout_window, .maxout_taps = maxout_taps,                  \
    .layer_norm = layer_norm, .sum_rows = sum_rows, .max_pieces = max_pieces, .to_bf16 = to_bf16,  \
    .softmax = softmax

#endif
