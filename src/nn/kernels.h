/* The arithmetic of the networks, in one form for each kind of machine.
 *
 * Every form gives the same bits: an output is one chain of fused multiply-adds in the order of the
 * inputs, and sums of a row are made in 16 lanes that are folded in one fixed order. So a result
 * does not depend on the machine, on the rows beside it or on how rows are blocked.
 */
#ifndef NN_KERNELS_H
#define NN_KERNELS_H

#include "nn/bf16.h"
#include "nn/model_file.h"

enum {
    KERNEL_LANES = 16,
    KERNEL_PIECES = 3,
    KERNEL_WINDOW_WIDTH = 128,
    KERNEL_WINDOW_ROWS = 4,
    KERNEL_PRODUCTS = 6
};

/**
 * A layer's weights W[outputs][pieces][inputs] and bias b[outputs][pieces], packed in panels of 16
 * outputs: weights[panel][input][piece][16], bias[panel][piece][16]; outputs are filled up to a
 * multiple of 16 with zeros. pieces is 1 to 3; 1 is a linear layer.
 */
struct packed {
    uint32_t outputs, inputs, pieces;
    const float *weights, *bias; /* 64-byte aligned */
};

/**
 * A maxout layer of 3 pieces over windows of three rows. Four windows in a row see six rows a to f;
 * with F, G, H the weights of a window's first, second and third row, six products make the four
 * sums that would be twelve otherwise (Winograd 1980; Lavin and Gray 2016):
 *
 *     m0 = 4a - 5c + e         times F / 4                 F a + G b + H c = m0 + (m1 + m2) + (m3 +
 * m4) m1 = (e - 4c) + (d - 4b) times -(F + G + H) / 6      F b + G c + H d = (m1 - m2) + 2 (m3 -
 * m4) m2 = (e - 4c) - (d - 4b) times -(F - G + H) / 6      F c + G d + H e = (m1 + m2) + 4 (m3 +
 * m4) m3 = (e - c) + 2 (d - b) times (F + 2G + 4H) / 24    F d + G e + H f = (m1 - m2) + 8 (m3 -
 * m4) m4 = (e - c) - 2 (d - b) times (F - 2G + 4H) / 24                      + m5 m5 = 4b - 5d + f
 * times H
 *
 * What they lose by rounding is less than twice what the plain chain over all inputs loses.
 */
struct window {
    uint32_t outputs, width; /* width: of a row, a multiple of 16, at most KERNEL_WINDOW_WIDTH */
    const float *weights;    /* [panel][product][width][piece][16], 64-byte aligned */
    const float *bias;       /* [panel][piece][16], 64-byte aligned */
};

enum kernel_kind { KERNEL_SCALAR, KERNEL_AVX2, KERNEL_AVX512, KERNEL_AMX, KERNEL_KINDS };

struct kernels {
    enum kernel_kind kind;
    const char *name; /* "scalar", "avx2", "avx512", "amx" */

    /**
     * out[r][o] = max over p of (bias[o][p] + sum over i of W[o][p][i] * x[r][i]), i ascending.
     * Row r of x begins at x + r * x_stride (floats; x_stride may be less than inputs: rows that
     * overlap are a window), of out at out + r * out_stride; out_stride is at least outputs rounded
     * up to 16, and what is behind outputs is written as zeros' results. out and x do not overlap.
     * The first of equal pieces is taken, so that the sign of a zero is defined; what kind of NaN
     * comes out of one is not.
     */
    void (*maxout)(float *out, size_t out_stride, const float *x, size_t x_stride, size_t rows,
                   const struct packed *w);

    /**
     * The layer over KERNEL_WINDOW_ROWS * groups windows: of row r of out, the rows r, r + 1 and
     * r + 2 of x. The rows of a group are not rounded alike, so a text must always begin at the
     * same row of a group; otherwise a row's bits depend on its window alone. The products' chains
     * begin at 0; the bias is added to m1 + m2 and to m1 - m2; the largest piece is taken as in
     * maxout.
     */
    void (*maxout_window)(float *out, size_t out_stride, const float *x, size_t x_stride,
                          size_t groups, const struct window *w);

    /**
     * The same from what each row adds to a window as its first, second and third row, as the layer
     * of window_taps gives it, [3][panel][piece][16] at rows[r]: out[r] = max over p of (rows[r][0]
     * + rows[r + 1][1]) + rows[r + 2][2], for count rows of width outputs (a multiple of 16).
     */
    void (*maxout_taps)(float *out, size_t out_stride, const float *const *rows, size_t count,
                        size_t width);

    /**
     * Layer normalisation of rows of width floats (a multiple of 16, at most 1024), in place at
     * stride: x = (x - mean) / sqrt(variance + epsilon) * gain + bias (Ba et al. 2016); then, when
     * residual is not NULL, + the same row of residual (its own stride).
     */
    void (*layer_norm)(float *x, size_t stride, size_t rows, size_t width, const float *gain,
                       const float *bias, float epsilon, const float *residual,
                       size_t residual_stride);

    /** out[i] = sum over k of *rows[k] [i], k ascending, from bias; i below width (multiple of 16).
     */
    void (*sum_rows)(float *out, const float *bias, const float *const *rows, size_t count,
                     size_t width);

    /** out[o] = max over p of x[o * pieces + p]: the maxout of a vector; outputs a multiple of 16.
     */
    void (*max_pieces)(float *out, const float *x, size_t outputs, size_t pieces);

    /** out[i] = bf16_of(x[i]), i below n, a multiple of 16. */
    void (*to_bf16)(uint16_t *out, const float *x, size_t n);

    /**
     * A bfloat16 layer over rows whose x lie one behind the other, with room (read, not used) for
     * rows rounded up to a multiple of BF16_BLOCK. An output is summed as AMX does: of every 32
     * inputs the even ones in a chain of fused multiply-adds from 0, the odd ones in another; those
     * two are added to each other, then to the sum so far. Then out[r * outputs + o] = sum + bias,
     * and + what is there when added.
     */
    void (*bf16_linear)(float *out, const uint16_t *x, size_t rows, const struct bf16_layer *w,
                        bool added);

    /** The same with out = bf16_of(y * normal(y)) of y = sum + bias: GELU (Hendrycks and Gimpel
     * 2016), of the normal distribution's polynomial in kernels_gelu.h. */
    void (*bf16_gelu)(uint16_t *out, const uint16_t *x, size_t rows, const struct bf16_layer *w);

    /**
     * x[i] = exp((x[i] - max) * scale) / the sum of those, in place, over rows of width floats at
     * stride, which is at least width rounded up to 16; what is behind width is undefined. What
     * would be under exp(-60) is that.
     */
    void (*softmax)(float *x, size_t stride, size_t rows, size_t width, float scale);
};

/** The kernels of this kind, or NULL when the machine (or the build) has none. The first call for
 * KERNEL_AMX asks Linux to let this process use AMX's registers. */
const struct kernels *kernels_of(enum kernel_kind kind);

/** The fastest of this machine. */
const struct kernels *kernels_best(void);

/** A layer in its tensors "name.weights" f32 [panels][inputs][pieces][16], "name.bias" f32
 * [panels][pieces][16] and "name.shape" u32 [3] = outputs, inputs, pieces. TS_E_MODEL "bad_model".
 */
int packed_open(struct packed *out, const struct model_file *m, const char *name,
                struct ts_error *err);

struct arena;
/** Makes a window layer of one that is packed over rows laid side by side (3 pieces, inputs three
 * times a row's width), whose bias it shares; in the arena. false when memory is refused. */
bool window_make(struct window *out, struct arena *a, const struct packed *from);

/** The same layer as one that gives what one row adds to each window that it is in, the bias in its
 * second place: a linear layer of [3][panel][piece][16] outputs. false when memory is refused. */
bool window_taps(struct packed *out, struct arena *a, const struct packed *from);

struct model_writer;
/** Packs W[outputs][pieces][inputs] and b[outputs][pieces] and adds them as packed_open finds them.
 */
void model_add_packed(struct model_writer *w, const char *name, const float *weights,
                      const float *bias, uint32_t outputs, uint32_t inputs, uint32_t pieces);

#endif
