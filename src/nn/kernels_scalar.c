/* The kernels in plain C: what the others must equal bit for bit. */
#include "nn/kernels_forms.h"
#include "nn/kernels_gelu.h"

#include <float.h>
#include <math.h>
#include <string.h>

enum { LANES = KERNEL_LANES };

/* Adds to the sums of one row and one panel of 16 outputs. */
static void add_products(float (*sums)[LANES], const float *x, size_t inputs, size_t pieces,
                         const float *weights) {
    for (size_t i = 0; i < inputs; i++)
        for (size_t p = 0; p < pieces; p++, weights += LANES)
            for (size_t lane = 0; lane < LANES; lane++)
                sums[p][lane] = fmaf(x[i], weights[lane], sums[p][lane]);
}

static void store_most(float *out, float (*sums)[LANES], size_t pieces) {
    for (size_t p = 1; p < pieces; p++)
        for (size_t lane = 0; lane < LANES; lane++)
            sums[0][lane] = sums[p][lane] > sums[0][lane] ? sums[p][lane] : sums[0][lane];
    memcpy(out, sums[0], sizeof sums[0]);
}

static void maxout_panel(float *out, const float *x, size_t inputs, size_t pieces,
                         const float *weights, const float *bias) {
    float sums[KERNEL_PIECES][LANES];
    memcpy(sums, bias, pieces * sizeof *sums);
    add_products(sums, x, inputs, pieces, weights);
    store_most(out, sums, pieces);
}

static void maxout(float *out, size_t out_stride, const float *x, size_t x_stride, size_t rows,
                   const struct packed *w) {
    size_t inputs = w->inputs, pieces = w->pieces;
    for (size_t r = 0; r < rows; r++)
        for (size_t o = 0; o < w->outputs; o += LANES)
            maxout_panel(out + r * out_stride + o, x + r * x_stride, inputs, pieces,
                         w->weights + o * inputs * pieces, w->bias + o * pieces);
}

/* What the products of a group of windows are of; x is the first of its six rows. */
static void window_inputs(float (*out)[KERNEL_WINDOW_WIDTH], const float *x, size_t stride,
                          size_t width) {
    const float *a = x, *b = a + stride, *c = b + stride, *d = c + stride, *e = d + stride,
                *f = e + stride;
    for (size_t i = 0; i < width; i++) {
        float ec = fmaf(-4, c[i], e[i]), db = fmaf(-4, b[i], d[i]), near = e[i] - c[i],
              twice = 2 * (d[i] - b[i]);
        out[0][i] = fmaf(4, a[i], fmaf(-5, c[i], e[i]));
        out[1][i] = ec + db;
        out[2][i] = ec - db;
        out[3][i] = near + twice;
        out[4][i] = near - twice;
        out[5][i] = fmaf(4, b[i], fmaf(-5, d[i], f[i]));
    }
}

/* One group and one panel; x is what the products are of. */
static void window_panel(float *out, size_t out_stride, float (*x)[KERNEL_WINDOW_WIDTH],
                         size_t width, const float *weights, const float *bias) {
    float m[KERNEL_PRODUCTS][KERNEL_PIECES][LANES] = {0};
    float sums[KERNEL_WINDOW_ROWS][KERNEL_PIECES][LANES];
    for (size_t k = 0; k < KERNEL_PRODUCTS; k++, weights += width * KERNEL_PIECES * LANES)
        add_products(m[k], x[k], width, KERNEL_PIECES, weights);
    for (size_t p = 0; p < KERNEL_PIECES; p++)
        for (size_t l = 0; l < LANES; l++) {
            float plus = m[1][p][l] + m[2][p][l] + bias[p * LANES + l],
                  minus = m[1][p][l] - m[2][p][l] + bias[p * LANES + l],
                  far_plus = m[3][p][l] + m[4][p][l], far_minus = m[3][p][l] - m[4][p][l];
            sums[0][p][l] = m[0][p][l] + (plus + far_plus);
            sums[1][p][l] = fmaf(2, far_minus, minus);
            sums[2][p][l] = fmaf(4, far_plus, plus);
            sums[3][p][l] = fmaf(8, far_minus, minus) + m[5][p][l];
        }
    for (size_t r = 0; r < KERNEL_WINDOW_ROWS; r++)
        store_most(out + r * out_stride, sums[r], KERNEL_PIECES);
}

static void maxout_window(float *out, size_t out_stride, const float *x, size_t x_stride,
                          size_t groups, const struct window *w) {
    float inputs[KERNEL_PRODUCTS][KERNEL_WINDOW_WIDTH];
    size_t width = w->width;
    for (; groups > 0; groups--) {
        window_inputs(inputs, x, x_stride, width);
        for (size_t o = 0; o < w->outputs; o += LANES)
            window_panel(out + o, out_stride, inputs, width,
                         w->weights + o * KERNEL_PRODUCTS * width * KERNEL_PIECES,
                         w->bias + o * KERNEL_PIECES);
        out += KERNEL_WINDOW_ROWS * out_stride;
        x += KERNEL_WINDOW_ROWS * x_stride;
    }
}

static void maxout_taps(float *out, size_t out_stride, const float *const *rows, size_t count,
                        size_t width) {
    size_t tap = width * KERNEL_PIECES;
    for (; count > 0; count--, rows++, out += out_stride)
        for (size_t at = 0; at < tap; at += KERNEL_PIECES * LANES) {
            float sums[KERNEL_PIECES][LANES];
            for (size_t i = 0; i < KERNEL_PIECES * LANES; i++)
                sums[i / LANES][i % LANES] =
                    rows[0][at + i] + rows[1][tap + at + i] + rows[2][2 * tap + at + i];
            store_most(out + at / KERNEL_PIECES, sums, KERNEL_PIECES);
        }
}

/* Lanes j and j + 8, then j and j + 4, 2, 1. */
static float fold(float lanes[LANES]) {
    for (size_t half = LANES / 2; half > 0; half /= 2)
        for (size_t j = 0; j < half; j++)
            lanes[j] += lanes[j + half];
    return lanes[0];
}

static void layer_norm(float *x, size_t stride, size_t rows, size_t width, const float *gain,
                       const float *bias, float epsilon, const float *residual,
                       size_t residual_stride) {
    for (; rows > 0; rows--, x += stride) {
        float sums[LANES] = {0}, squares[LANES] = {0};
        for (size_t i = 0; i < width; i++)
            sums[i % LANES] += x[i];
        float mean = fold(sums) / (float)width;
        for (size_t i = 0; i < width; i++)
            squares[i % LANES] = fmaf(x[i] - mean, x[i] - mean, squares[i % LANES]);
        float scale = 1.0F / sqrtf(fold(squares) / (float)width + epsilon);
        for (size_t i = 0; i < width; i++)
            x[i] = fmaf((x[i] - mean) * scale, gain[i], bias[i]);
        if (!residual)
            continue;
        for (size_t i = 0; i < width; i++)
            x[i] += residual[i];
        residual += residual_stride;
    }
}

static void sum_rows(float *out, const float *bias, const float *const *rows, size_t count,
                     size_t width) {
    memcpy(out, bias, width * sizeof *out);
    for (size_t k = 0; k < count; k++)
        for (size_t i = 0; i < width; i++)
            out[i] += rows[k][i];
}

void kernels_max_pieces(float *out, const float *x, size_t outputs, size_t pieces) {
    for (size_t o = 0; o < outputs; o++, x += pieces) {
        float best = x[0];
        for (size_t p = 1; p < pieces; p++)
            best = x[p] > best ? x[p] : best;
        out[o] = best;
    }
}

static void to_bf16(uint16_t *out, const float *x, size_t n) {
    for (size_t i = 0; i < n; i++)
        out[i] = bf16_of(x[i]);
}

/* Output o of a row, without its bias. */
static float bf16_sum(const uint16_t *x, const struct bf16_layer *w, size_t o) {
    const uint16_t *weights = w->weights + o / LANES * w->inputs * LANES + o % LANES * 2;
    float sum = 0;
    for (size_t i = 0; i < w->inputs; i += BF16_BLOCK) {
        float even = 0, odd = 0;
        for (size_t j = i; j < i + BF16_BLOCK; j += 2) {
            even = fmaf(bf16_value(x[j]), bf16_value(weights[j * LANES]), even);
            odd = fmaf(bf16_value(x[j + 1]), bf16_value(weights[j * LANES + 1]), odd);
        }
        sum += even + odd;
    }
    return sum;
}

static void bf16_linear(float *out, const uint16_t *x, size_t rows, const struct bf16_layer *w,
                        bool added) {
    for (size_t r = 0; r < rows; r++)
        for (size_t o = 0; o < w->outputs; o++) {
            float y = bf16_sum(x + r * w->inputs, w, o) + w->bias[o],
                  *at = out + r * w->outputs + o;
            *at = added ? y + *at : y;
        }
}

static float gelu(float y) {
    static const float p[] = GELU_COEFFICIENTS;
    float c = GELU_END < y ? GELU_END : y;
    c = -GELU_END > c ? -GELU_END : c;
    float square = c * c, sum = p[0];
    for (size_t k = 1; k < sizeof p / sizeof *p; k++)
        sum = fmaf(sum, square, p[k]);
    return y * fmaf(c, sum, 0.5F);
}

static void bf16_gelu(uint16_t *out, const uint16_t *x, size_t rows, const struct bf16_layer *w) {
    for (size_t r = 0; r < rows; r++)
        for (size_t o = 0; o < w->outputs; o++)
            out[r * w->outputs + o] = bf16_of(gelu(bf16_sum(x + r * w->inputs, w, o) + w->bias[o]));
}

static float exp_of(float x) {
    static const float p[] = EXP_COEFFICIENTS;
    x = EXP_END > x ? EXP_END : x;
    float biased = fmaf(x, EXP_PER_LN2, EXP_INTEGER), n = biased - EXP_INTEGER;
    float r = fmaf(n, -EXP_LN2_REST, fmaf(n, -EXP_LN2, x)), sum = p[0];
    uint32_t bits, power;
    for (size_t k = 1; k < sizeof p / sizeof *p; k++)
        sum = fmaf(sum, r, p[k]);
    memcpy(&bits, &sum, sizeof bits);
    memcpy(&power, &biased, sizeof power);
    bits += power << 23;
    memcpy(&sum, &bits, sizeof bits);
    return sum;
}

static void softmax(float *x, size_t stride, size_t rows, size_t width, float scale) {
    for (; rows > 0; rows--, x += stride) {
        float most = x[0], sums[LANES] = {0};
        for (size_t i = 1; i < width; i++)
            most = x[i] > most ? x[i] : most;
        for (size_t i = width; i % LANES; i++)
            x[i] = -FLT_MAX;
        for (size_t i = 0; i < width || i % LANES; i++) {
            x[i] = exp_of((x[i] - most) * scale);
            sums[i % LANES] += x[i];
        }
        float share = 1.0F / fold(sums);
        for (size_t i = 0; i < width; i++)
            x[i] *= share;
    }
}

const struct kernels kernels_scalar = {.kind = KERNEL_SCALAR,
                                       .name = "scalar",
                                       .maxout = maxout,
                                       .maxout_window = maxout_window,
                                       .maxout_taps = maxout_taps,
                                       .layer_norm = layer_norm,
                                       .sum_rows = sum_rows,
                                       .max_pieces = kernels_max_pieces,
                                       .to_bf16 = to_bf16,
                                       .bf16_linear = bf16_linear,
                                       .bf16_gelu = bf16_gelu,
                                       .softmax = softmax};
