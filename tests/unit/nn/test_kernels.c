#include "base/arena.h"
#include "check.h"
#include "nn/kernels.h"
#include "nn/model_write.h"
#include "numbers_fixture.h"

#include <math.h>
#include <stdlib.h>

/* Of their exact size, so that address checkers see what is read or written behind them. */
static float *floats(struct arena *a, size_t n, float (*from)(void)) {
    float *at = arena_alloc(a, (n + 1) * sizeof *at);
    for (size_t i = 0; at && i < n; i++)
        at[i] = from();
    return at;
}

static const float odd_values[] = {0.0F, -0.0F,    1e-45F,    -1e-39F, 3e38F,  -3e38F, 1.0F, -1.0F,
                                   NAN,  INFINITY, -INFINITY, 0.5F,    1e-20F, 16.0F,  1e20F};

static float odd_float(void) {
    uint32_t i = random_below(60);
    return i < sizeof odd_values / sizeof *odd_values ? odd_values[i] : random_float();
}

static float canary(void) {
    return 12345.0F;
}

static uint32_t up16(uint32_t n) {
    return (n + 15) / 16 * 16;
}

/* A layer through a model file. */
struct layer {
    struct model_file file;
    struct packed packed;
    float *weights, *bias;
};

static bool layer_make(struct layer *out, struct arena *a, uint32_t outputs, uint32_t inputs,
                       uint32_t pieces, float (*from)(void)) {
    struct model_writer w;
    struct str bytes;
    struct ts_error err;
    out->weights = floats(a, (size_t)outputs * pieces * inputs, from);
    out->bias = floats(a, (size_t)outputs * pieces, from);
    model_writer_init(&w, a);
    model_add_packed(&w, "a.layer", out->weights, out->bias, outputs, inputs, pieces);
    return CHECK_INT(model_write(&bytes, &w, &err), TS_OK) &&
           CHECK_INT(model_from_bytes(&out->file, bytes.at, bytes.n, &err), TS_OK) &&
           CHECK_INT(packed_open(&out->packed, &out->file, "a.layer", &err), TS_OK);
}

static const struct {
    uint32_t outputs, inputs, pieces;
} shapes[] = {{1, 1, 1},   {16, 4, 1},  {17, 5, 1},   {33, 7, 1},  {50, 30, 1}, {74, 20, 1},
              {106, 9, 1}, {144, 3, 1}, {272, 10, 1}, {384, 6, 1}, {1, 2, 2},   {48, 13, 2},
              {1, 1, 3},   {16, 3, 3},  {33, 7, 3},   {40, 40, 3}, {96, 9, 3}};

/* What the layer must give, in double precision. */
static double exact_output(const struct layer *l, const float *x, size_t o) {
    double best = -INFINITY;
    size_t inputs = l->packed.inputs;
    for (size_t p = o * l->packed.pieces; p < (o + 1) * l->packed.pieces; p++) {
        double sum = l->bias[p];
        for (size_t i = 0; i < inputs; i++)
            sum += (double)l->weights[p * inputs + i] * (double)x[i];
        best = sum > best ? sum : best;
    }
    return best;
}

static void test_scalar_maxout(void) {
    struct arena a;
    arena_begin(&a);
    CHECK_ROWS (i, shapes) {
        struct layer l;
        CHECK_NEED(layer_make(&l, &a, shapes[i].outputs, shapes[i].inputs, shapes[i].pieces,
                              random_float));
        uint32_t outputs = l.packed.outputs, inputs = l.packed.inputs;
        float *x = floats(&a, 3 * inputs, random_float);
        float *out = floats(&a, 3 * up16(outputs), canary);
        CHECK_NEED(x && out);
        kernels_of(KERNEL_SCALAR)->maxout(out, up16(outputs), x, inputs, 3, &l.packed);
        for (size_t r = 0; r < 3; r++)
            for (size_t o = 0; o < up16(outputs); o++)
                CHECK_NEAR((double)out[r * up16(outputs) + o],
                           o < outputs ? exact_output(&l, x + r * inputs, o) : 0.0, 1e-5);
        arena_clear(&a);
    }
}

/* rows of the layer by kind and by the scalar kernel, into all of memory that both may touch. */
static void check_maxout(const struct kernels *kind, struct arena *a, const struct packed *w,
                         size_t rows, size_t x_stride, float (*from)(void)) {
    size_t wide = up16(w->outputs), out_stride = wide + random_below(3) * 5;
    size_t room = rows ? (rows - 1) * out_stride + wide : 0;
    float *x = floats(a, rows ? (rows - 1) * x_stride + w->inputs : 0, from);
    float *got = floats(a, room, canary), *want = floats(a, room, canary);
    CHECK_NEED(x && got && want);
    kind->maxout(got, out_stride, x, x_stride, rows, w);
    kernels_of(KERNEL_SCALAR)->maxout(want, out_stride, x, x_stride, rows, w);
    if (!CHECK(same_floats(got, want, room)))
        printf("# %s, %zu rows, stride %zu\n", kind->name, rows, x_stride);
}

static void maxout_of_kind(const struct kernels *kind) {
    struct arena a;
    arena_begin(&a);
    CHECK_ROWS (i, shapes) {
        struct layer l, odd;
        uint32_t inputs = shapes[i].inputs;
        CHECK_NEED(layer_make(&l, &a, shapes[i].outputs, inputs, shapes[i].pieces, random_float));
        CHECK_NEED(layer_make(&odd, &a, shapes[i].outputs, inputs, shapes[i].pieces, odd_float));
        for (size_t rows = 0; rows <= 33; rows++) {
            struct arena row;
            arena_begin(&row);
            check_maxout(kind, &row, &l.packed, rows, inputs, random_float);
            check_maxout(kind, &row, &l.packed, rows, (inputs + 2) / 3, random_float);
            check_maxout(kind, &row, &l.packed, rows, inputs + 3, odd_float);
            check_maxout(kind, &row, &odd.packed, rows, inputs, random_float);
            arena_clear(&row);
        }
        arena_clear(&a);
    }
}

/* A window layer in both its forms, and what it must give. */
static void test_scalar_window(void) {
    const struct kernels *k = kernels_of(KERNEL_SCALAR);
    enum { WIDTH = 32, OUTPUTS = 33, WIDE = 48, ROWS = 12 };
    const float *rows[ROWS + 2];
    struct arena a;
    struct layer l;
    struct packed taps;
    struct window w;
    arena_begin(&a);
    CHECK_NEED(layer_make(&l, &a, OUTPUTS, 3 * WIDTH, 3, random_float));
    CHECK_NEED(window_make(&w, &a, &l.packed) && window_taps(&taps, &a, &l.packed));
    float *x = floats(&a, (size_t)(ROWS + 2) * WIDTH, random_float);
    float *out = floats(&a, (size_t)ROWS * WIDE, canary);
    float *sums = floats(&a, (size_t)ROWS * WIDE, canary);
    float *added = floats(&a, (size_t)(ROWS + 2) * taps.outputs, canary);
    CHECK_NEED(x && out && sums && added);
    k->maxout_window(out, WIDE, x, WIDTH, ROWS / KERNEL_WINDOW_ROWS, &w);
    k->maxout(added, taps.outputs, x, WIDTH, ROWS + 2, &taps);
    for (size_t r = 0; r < ROWS + 2; r++)
        rows[r] = added + r * taps.outputs;
    k->maxout_taps(sums, WIDE, rows, ROWS, WIDE);
    for (size_t i = 0; i < (size_t)ROWS * WIDE; i++) {
        double want = i % WIDE < OUTPUTS ? exact_output(&l, x + i / WIDE * WIDTH, i % WIDE) : 0.0;
        CHECK_NEAR((double)out[i], want, 5e-5);
        CHECK_NEAR((double)sums[i], want, 1e-5);
    }
    arena_clear(&a);
}

enum { GROUPS_MOST = 35 };

static void check_window(const struct kernels *kind, struct arena *a, const struct packed *layer,
                         size_t groups, size_t extra, float (*from)(void)) {
    const struct kernels *scalar = kernels_of(KERNEL_SCALAR);
    const float *rows[KERNEL_WINDOW_ROWS * GROUPS_MOST + 2];
    struct window w;
    size_t width = layer->inputs / 3, wide = up16(layer->outputs);
    size_t count = KERNEL_WINDOW_ROWS * groups, room = count * (wide + extra);
    float *x = floats(a, (count + 1) * (width + extra) + width, from);
    float *got = floats(a, room, canary), *want = floats(a, room, canary);
    CHECK_NEED(x && got && want && groups <= GROUPS_MOST && window_make(&w, a, layer));
    kind->maxout_window(got, wide + extra, x, width + extra, groups, &w);
    scalar->maxout_window(want, wide + extra, x, width + extra, groups, &w);
    CHECK(same_floats(got, want, room));
    for (size_t r = 0; r < count + 2; r++)
        CHECK_NEED((rows[r] = floats(a, 9 * wide, from)) != NULL);
    kind->maxout_taps(got, wide + extra, rows, count, wide);
    scalar->maxout_taps(want, wide + extra, rows, count, wide);
    CHECK(same_floats(got, want, room));
}

static void windows_of_kind(const struct kernels *kind) {
    static const uint32_t widths[] = {16, 96, KERNEL_WINDOW_WIDTH};
    struct arena a;
    arena_begin(&a);
    CHECK_ROWS (i, widths) {
        struct layer l, odd;
        uint32_t outputs = i ? widths[i] : 5;
        CHECK_NEED(layer_make(&l, &a, outputs, 3 * widths[i], 3, random_float));
        CHECK_NEED(layer_make(&odd, &a, outputs, 3 * widths[i], 3, odd_float));
        for (size_t groups = 0; groups <= GROUPS_MOST; groups += groups < 9 ? 1 : 13) {
            struct arena row;
            arena_begin(&row);
            check_window(kind, &row, &l.packed, groups, 0, random_float);
            check_window(kind, &row, &l.packed, groups, 3, odd_float);
            check_window(kind, &row, &odd.packed, groups, 0, random_float);
            arena_clear(&row);
        }
        arena_clear(&a);
    }
}

static void test_scalar_layer_norm(void) {
    float x[96], gain[96], bias[96], was[96], residual[96];
    for (size_t i = 0; i < 96; i++) {
        x[i] = was[i] = random_float() + 3.0F;
        gain[i] = random_float();
        bias[i] = random_float();
        residual[i] = random_float();
    }
    double mean = 0, variance = 0;
    for (size_t i = 0; i < 96; i++)
        mean += (double)was[i] / 96;
    for (size_t i = 0; i < 96; i++)
        variance += ((double)was[i] - mean) * ((double)was[i] - mean) / 96;
    kernels_of(KERNEL_SCALAR)->layer_norm(x, 96, 1, 96, gain, bias, 1e-8F, residual, 96);
    for (size_t i = 0; i < 96; i++)
        CHECK_NEAR((double)x[i],
                   ((double)was[i] - mean) / sqrt(variance + 1e-8) * (double)gain[i] +
                       (double)bias[i] + (double)residual[i],
                   1e-5);
}

static void layer_norm_of_kind(const struct kernels *kind) {
    static const size_t widths[] = {16, 32, 96, 112, 1024};
    struct arena a;
    arena_begin(&a);
    CHECK_ROWS (i, widths) {
        size_t width = widths[i], stride = width + 3, rows = 5, room = 4 * stride + width;
        for (int turn = 0; turn < 4; turn++) {
            float *got = floats(&a, room, turn < 2 ? random_float : odd_float);
            float *want = floats(&a, room, canary), *gain = floats(&a, width, random_float);
            float *bias = floats(&a, width, random_float);
            float *residual = floats(&a, 4 * (width + 1) + width, random_float);
            CHECK_NEED(got && want && gain && bias && residual);
            memcpy(want, got, room * sizeof *got);
            residual = turn % 2 ? residual : NULL;
            kind->layer_norm(got, stride, rows, width, gain, bias, 1e-8F, residual, width + 1);
            kernels_of(KERNEL_SCALAR)
                ->layer_norm(want, stride, rows, width, gain, bias, 1e-8F, residual, width + 1);
            CHECK(same_floats(got, want, room));
            kind->layer_norm(got, stride, 0, width, gain, bias, 1e-8F, residual, width + 1);
            CHECK(same_floats(got, want, room));
        }
    }
    arena_clear(&a);
}

static void sums_of_kind(const struct kernels *kind) {
    struct arena a;
    arena_begin(&a);
    for (size_t width = 16; width <= 144; width += 16) {
        const float *rows[9];
        for (size_t k = 0; k < 9; k++)
            rows[k] = floats(&a, width, k < 8 ? random_float : odd_float);
        float *bias = floats(&a, width, random_float), *got = floats(&a, width, canary);
        float *want = floats(&a, width, canary);
        CHECK_NEED(rows[8] && bias && got && want);
        for (size_t count = 0; count <= 9; count++) {
            CHECK_ROW(count);
            kind->sum_rows(got, bias, rows, count, width);
            kernels_of(KERNEL_SCALAR)->sum_rows(want, bias, rows, count, width);
            CHECK(same_floats(got, want, width));
            float sum = bias[width - 1];
            for (size_t k = 0; k < count; k++)
                sum += rows[k][width - 1];
            CHECK(same_floats(got + width - 1, &sum, 1));
        }
    }
    arena_clear(&a);
}

static void pieces_of_kind(const struct kernels *kind) {
    struct arena a;
    arena_begin(&a);
    for (size_t pieces = 1; pieces <= 4; pieces++) {
        CHECK_ROW(pieces);
        for (size_t outputs = 16; outputs <= 80; outputs += 16) {
            float *x = floats(&a, outputs * pieces, outputs % 32 ? random_float : odd_float);
            float *got = floats(&a, outputs, canary), *want = floats(&a, outputs, canary);
            CHECK_NEED(x && got && want);
            for (size_t o = 0; o < outputs; o++) {
                want[o] = x[o * pieces];
                for (size_t p = 1; p < pieces; p++)
                    want[o] = x[o * pieces + p] > want[o] ? x[o * pieces + p] : want[o];
            }
            kind->max_pieces(got, x, outputs, pieces);
            CHECK(same_floats(got, want, outputs));
        }
    }
    arena_clear(&a);
}

static void check_kind(enum kernel_kind kind) {
    const struct kernels *k = kernels_of(kind);
    if (!k)
        CHECK_SKIP("this machine has not the instructions");
    CHECK_INT(k->kind, kind);
    maxout_of_kind(k);
    windows_of_kind(k);
    layer_norm_of_kind(k);
    sums_of_kind(k);
    pieces_of_kind(k);
}

static void test_scalar(void) {
    check_kind(KERNEL_SCALAR);
}

static void test_avx2(void) {
    check_kind(KERNEL_AVX2);
}

static void test_avx512(void) {
    check_kind(KERNEL_AVX512);
}

/* A stripe of rows is more than fits in 64 Ki floats; no row may depend on which one it is in. */
static void test_many_rows(void) {
    struct arena a;
    struct layer l;
    arena_begin(&a);
    CHECK_NEED(layer_make(&l, &a, 20, 64, 3, random_float));
    check_maxout(kernels_best(), &a, &l.packed, 2500, 64, random_float);
    arena_clear(&a);
}

static void test_bad_layers(void) {
    static const struct {
        uint32_t shape[3];
        size_t panels, inputs, pieces;
    } rows[] = {{{20, 4, 3}, 2, 4, 3},         {{0, 4, 3}, 2, 4, 3},  {{20, 0, 3}, 2, 4, 3},
                {{20, 4, 0}, 2, 4, 3},         {{33, 4, 3}, 2, 4, 3}, {{16, 4, 3}, 2, 4, 3},
                {{20, 5, 3}, 2, 4, 3},         {{20, 4, 2}, 2, 4, 3}, {{20, 4, 4}, 2, 4, 4},
                {{4294967295U, 4, 3}, 2, 4, 3}};
    static const float zeros[512];
    struct arena a;
    struct packed out;
    struct ts_error err;
    arena_begin(&a);
    CHECK_ROWS (i, rows) {
        struct model_writer w;
        struct model_file m;
        struct str bytes;
        model_writer_init(&w, &a);
        model_add(&w, "l.shape", TENSOR_U32, 1, (size_t[]){3}, rows[i].shape);
        model_add(&w, "l.weights", TENSOR_F32, 4,
                  (size_t[]){rows[i].panels, rows[i].inputs, rows[i].pieces, 16}, zeros);
        model_add(&w, "l.bias", TENSOR_F32, 3, (size_t[]){rows[i].panels, rows[i].pieces, 16},
                  zeros);
        CHECK_NEED(model_write(&bytes, &w, &err) == TS_OK);
        CHECK_NEED(model_from_bytes(&m, bytes.at, bytes.n, &err) == TS_OK);
        CHECK_INT(packed_open(&out, &m, "l", &err), i == 0 ? TS_OK : TS_E_MODEL);
        CHECK_INT(packed_open(&out, &m, "a name longer than any that a model file has", &err),
                  TS_E_MODEL);
    }
    arena_clear(&a);
}

CHECK_MAIN({"a layer's outputs are the largest of the sums of its pieces", test_scalar_maxout},
           {"a window layer in both its forms is the layer over rows side by side",
            test_scalar_window},
           {"layer normalisation is what its paper says", test_scalar_layer_norm},
           {"the scalar kernels do with any rows, strides and numbers", test_scalar},
           {"the AVX2 kernels give the scalar kernels' bits", test_avx2},
           {"the AVX-512 kernels give the scalar kernels' bits", test_avx512},
           {"many rows are as few", test_many_rows},
           {"a layer whose sizes do not fit its tensors is refused", test_bad_layers})
