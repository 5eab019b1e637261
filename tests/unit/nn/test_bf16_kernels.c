#include "base/arena.h"
#include "check.h"
#include "nn/kernels.h"
#include "numbers_fixture.h"

#include <math.h>

enum { BLOCK = BF16_BLOCK };

static float odd_float(void) {
    static const float odd[] = {0.0F, -0.0F, 1e-45F,    -1e-39F,  3e38F, -3e38F, 9e-13F, -9.2e-13F,
                                NAN,  -1.0F, -INFINITY, INFINITY, 1e20F, 0.5F,   1e-20F};
    uint32_t i = random_below(60);
    return i < sizeof odd / sizeof *odd ? odd[i] : random_float();
}

/* Of their exact size, so that address checkers see what is read or written behind them. */
static float *floats(struct arena *a, size_t n, float (*from)(void)) {
    float *at = arena_alloc(a, n * sizeof *at);
    for (size_t i = 0; at && i < n; i++)
        at[i] = from();
    return at;
}

static bool same_halves(const uint16_t *a, const uint16_t *b, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (a[i] == b[i] || (isnan(bf16_value(a[i])) && isnan(bf16_value(b[i]))))
            continue;
        printf("# number %zu is %04x, not %04x\n", i, a[i], b[i]);
        return false;
    }
    return true;
}

static size_t up(size_t n, size_t to) {
    return (n + to - 1) / to * to;
}

/* A layer through a model file, and rows for it. */
struct layer {
    struct model_file file;
    struct bf16_layer packed;
    float *weights, *bias, *before;
    uint16_t *x;
};

static bool layer_make(struct layer *out, struct arena *a, uint32_t outputs, uint32_t inputs,
                       size_t rows, float (*from)(void)) {
    struct model_writer w;
    struct str bytes;
    struct ts_error err;
    out->weights = floats(a, (size_t)outputs * inputs, from);
    out->bias = floats(a, outputs, from);
    out->before = floats(a, rows * outputs, from);
    float *x = floats(a, up(rows, BLOCK) * inputs, from);
    out->x = arena_alloc(a, up(rows, BLOCK) * inputs * sizeof *out->x);
    kernels_of(KERNEL_SCALAR)->to_bf16(out->x, x, up(rows, BLOCK) * inputs);
    model_writer_init(&w, a);
    model_add_bf16(&w, "a.layer", out->weights, out->bias, outputs, inputs);
    return CHECK_INT(model_write(&bytes, &w, &err), TS_OK) &&
           CHECK_INT(model_from_bytes(&out->file, bytes.at, bytes.n, &err), TS_OK) &&
           CHECK_INT(bf16_open(&out->packed, &out->file, "a.layer", &err), TS_OK);
}

static void test_numbers(void) {
    static const struct {
        float from, to;
    } rows[] = {{0, 0},
                {1, 1},
                {-1, -1},
                {0x1.01p0F, 0x1.00p0F},     /* half-way: to the even one */
                {0x1.03p0F, 0x1.04p0F},     /* the same, upwards */
                {0x1.010002p0F, 0x1.02p0F}, /* just above half-way */
                {0x1p-40F, 0x1p-40F},
                {0x1.fffffep-41F, 0}, /* too small */
                {-1e-45F, 0},
                {3.4e38F, INFINITY},
                {-INFINITY, -INFINITY}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        float got = bf16_value(bf16_of(rows[i].from));
        CHECK(same_floats(&got, &rows[i].to, 1));
    }
    CHECK(isnan(bf16_value(bf16_of(NAN))));
}

static void test_linear_is_the_product(void) {
    struct arena a;
    struct layer l;
    enum { ROWS = 5, IN = 96, OUT = 64 };
    arena_begin(&a);
    if (layer_make(&l, &a, OUT, IN, ROWS, random_float)) {
        float *y = floats(&a, ROWS * OUT, random_float);
        kernels_of(KERNEL_SCALAR)->bf16_linear(y, l.x, ROWS, &l.packed, false);
        for (size_t r = 0; r < ROWS; r++)
            for (size_t o = 0; o < OUT; o++) {
                double sum = l.bias[o];
                for (size_t i = 0; i < IN; i++)
                    sum += (double)bf16_value(l.x[r * IN + i]) *
                           (double)bf16_value(bf16_of(l.weights[o * IN + i]));
                CHECK(fabs(sum - (double)y[r * OUT + o]) < 1e-5);
            }
    }
    arena_clear(&a);
}

static void check_layer(enum kernel_kind kind, uint32_t outputs, uint32_t inputs, size_t rows,
                        float (*from)(void)) {
    const struct kernels *best = kernels_of(kind), *plain = kernels_of(KERNEL_SCALAR);
    struct arena a;
    struct layer l;
    size_t n = rows * outputs;
    arena_begin(&a);
    if (layer_make(&l, &a, outputs, inputs, rows, from)) {
        float *want = arena_alloc(&a, n * sizeof *want), *got = arena_alloc(&a, n * sizeof *got);
        uint16_t *want_halves = arena_alloc(&a, n * sizeof *want_halves),
                 *got_halves = arena_alloc(&a, n * sizeof *got_halves);
        for (int added = 0; added < 2; added++) {
            memcpy(want, l.before, n * sizeof *want);
            memcpy(got, l.before, n * sizeof *got);
            plain->bf16_linear(want, l.x, rows, &l.packed, added);
            best->bf16_linear(got, l.x, rows, &l.packed, added);
            CHECK(same_floats(got, want, n));
        }
        plain->bf16_gelu(want_halves, l.x, rows, &l.packed);
        best->bf16_gelu(got_halves, l.x, rows, &l.packed);
        CHECK(same_halves(got_halves, want_halves, n));
    }
    arena_clear(&a);
}

static void check_rounding(const struct kernels *k) {
    enum { N = 4096 };
    struct arena a;
    arena_begin(&a);
    float *x = floats(&a, N, odd_float);
    uint16_t *want = arena_alloc(&a, N * sizeof *want), *got = arena_alloc(&a, N * sizeof *got);
    for (size_t i = 0; i < N; i++)
        want[i] = bf16_of(x[i]);
    k->to_bf16(got, x, N);
    CHECK(memcmp(got, want, N * sizeof *got) == 0);
    arena_clear(&a);
}

/* Random rows' softmax beside exp in doubles, and bit for bit beside the scalar form. */
static void check_softmax(const struct kernels *k, size_t width) {
    enum { ROWS = 3 };
    struct arena a;
    size_t stride = up(width, 16);
    arena_begin(&a);
    float *x = floats(&a, ROWS * stride, random_float),
          *want = floats(&a, ROWS * stride, odd_float);
    for (size_t i = 0; i < ROWS * stride; i++)
        want[i] = x[i] *= 90;
    float *before = arena_alloc(&a, ROWS * stride * sizeof *before);
    memcpy(before, x, ROWS * stride * sizeof *before);
    k->softmax(x, stride, ROWS, width, 0.5F);
    kernels_of(KERNEL_SCALAR)->softmax(want, stride, ROWS, width, 0.5F);
    for (size_t r = 0; r < ROWS; r++) {
        const float *row = before + r * stride;
        double most = -INFINITY, sum = 0;
        CHECK(same_floats(x + r * stride, want + r * stride, width));
        for (size_t i = 0; i < width; i++)
            most = fmax(most, (double)row[i]);
        for (size_t i = 0; i < width; i++)
            sum += exp(((double)row[i] - most) / 2);
        for (size_t i = 0; i < width; i++)
            CHECK(fabs(exp(((double)row[i] - most) / 2) / sum - (double)x[r * stride + i]) < 1e-6);
    }
    arena_clear(&a);
}

static void test_kind(enum kernel_kind kind) {
    static const size_t rows[] = {1, 2, 3, 5, 15, 16, 17, 31, 32, 33, 49, 70};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        check_layer(kind, 32, 32, rows[i], random_float);
        check_layer(kind, 96, 64, rows[i], odd_float);
    }
    check_layer(kind, 32, BF16_INPUTS, 3, random_float);
    check_rounding(kernels_of(kind));
    for (size_t width = 1; width < 70; width++)
        check_softmax(kernels_of(kind), width);
}

/* A layer of one input whose weight is 1: GELU of any number that is a bfloat16. */
static void test_gelu(void) {
    struct arena a;
    struct layer l;
    arena_begin(&a);
    if (layer_make(&l, &a, BLOCK, BLOCK, 1, random_float)) {
        uint16_t out[BLOCK];
        for (int step = -400; step <= 400; step++) {
            float y = bf16_value(bf16_of((float)step / 50.0F));
            float *bias = floats(&a, BLOCK, random_float);
            for (size_t o = 0; o < BLOCK; o++)
                bias[o] = y;
            l.packed.bias = bias;
            memset(l.x, 0, BLOCK * BLOCK * sizeof *l.x);
            kernels_of(KERNEL_SCALAR)->bf16_gelu(out, l.x, 1, &l.packed);
            double want = (double)y / 2 * (1 + erf((double)y / sqrt(2)));
            CHECK(fabs(want - (double)bf16_value(out[BLOCK - 1])) < 6e-5 + fabs(want) / 256);
        }
    }
    arena_clear(&a);
}

static void test_refused_shapes(void) {
    static const size_t dims[][4] = {
        {0, 16, 16, 2}, {2, 0, 16, 2}, {1, 16, 16, 2}, {2, 8, 16, 2}, {2, 1040, 16, 2},
    };
    static const uint16_t weights[2 * 1040 * 16 * 2];
    static const float bias[32];
    for (size_t i = 0; i < sizeof dims / sizeof *dims; i++) {
        struct arena a;
        struct model_writer w;
        struct model_file file;
        struct bf16_layer layer;
        struct str bytes;
        struct ts_error err;
        arena_begin(&a);
        model_writer_init(&w, &a);
        model_add(&w, "a.weights", TENSOR_U16, 4, dims[i], weights);
        model_add(&w, "a.bias", TENSOR_F32, 1, (size_t[]){32}, bias);
        if (CHECK_INT(model_write(&bytes, &w, &err), TS_OK) &&
            CHECK_INT(model_from_bytes(&file, bytes.at, bytes.n, &err), TS_OK))
            CHECK_INT(bf16_open(&layer, &file, "a", &err), TS_E_MODEL);
        arena_clear(&a);
    }
}

static void test_scalar(void) {
    test_kind(KERNEL_SCALAR);
}

static void test_if_there(enum kernel_kind kind, const char *why_not) {
    if (!kernels_of(kind))
        CHECK_SKIP(why_not);
    test_kind(kind);
}

static void test_avx2(void) {
    test_if_there(KERNEL_AVX2, "this machine has no AVX2");
}

static void test_avx512(void) {
    test_if_there(KERNEL_AVX512, "this machine has no AVX-512");
}

static void test_amx(void) {
    test_if_there(KERNEL_AMX, "this machine has no AMX");
}

CHECK_MAIN({"a float becomes the nearest bfloat16, the even one of two", test_numbers},
           {"a layer's outputs are the sums of products", test_linear_is_the_product},
           {"GELU is what its paper says", test_gelu},
           {"a layer whose sizes do not fit its tensors is refused", test_refused_shapes},
           {"the scalar kernels do with any rows and numbers", test_scalar},
           {"the AVX2 kernels give the scalar kernels' bits", test_avx2},
           {"the AVX-512 kernels give the scalar kernels' bits", test_avx512},
           {"AMX's kernels give the scalar kernels' bits", test_amx})
