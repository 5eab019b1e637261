/* How fast the kernels are at the shapes of the language model, beside OpenBLAS and oneDNN where
 * the build found them.
 *
 * usage: kernels [ROWS]      (default 1000)
 *
 * One thread, by its processor time. Each figure is the median of 31 turns; in a turn everyone has
 * one go, so that a busy machine is busy for all of them. The libraries get the rows' windows
 * written out, and leave bias and maximum to a loop of this program (the second figure; the first
 * is the product alone).
 */
#include "nn/kernels.h"
#include "base/arena.h"
#include "nn/model_write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#if defined(HAVE_OPENBLAS)
#include <cblas.h>
#endif
#if defined(HAVE_DNNL)
#include <oneapi/dnnl/dnnl.h>
#endif
#if defined(__x86_64__)
#include <immintrin.h>
#endif

enum { TURNS = 31, BARS = 8 };

struct shape {
    const char *name;
    uint32_t outputs, inputs, pieces;
    size_t x_stride, rows; /* rows 0: as many as asked for */
};

static const struct shape shapes[] = {
    {"encoder, window of 3", 96, 288, 3, 96, 0}, {"embed, 4 attributes", 96, 384, 3, 384, 0},
    {"embed, 6 attributes", 96, 576, 3, 576, 0}, {"tagger", 50, 96, 1, 96, 0},
    {"parser, down", 64, 96, 1, 96, 0},          {"parser, states", 1024, 64, 1, 64, 0},
    {"names, states", 384, 64, 1, 64, 0},        {"parser, scores", 106, 64, 1, 64, 1},
    {"names, scores", 74, 64, 1, 64, 1},         {"encoder, few rows", 96, 288, 3, 96, 25},
};

struct job {
    struct packed packed;
    const struct shape *shape;
    size_t rows, out_stride, columns;
    float *x, *window;         /* the same; window's rows do not overlap */
    float *plain, *plain_bias; /* [columns][inputs] */
    float *out;
};

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void ours(const struct job *j, const void *kernels) {
    const struct kernels *k = kernels;
    k->maxout(j->out, j->out_stride, j->x, j->shape->x_stride, j->rows, &j->packed);
}

#if defined(HAVE_OPENBLAS) || defined(HAVE_DNNL)
/* Bias and maximum over rows of [outputs][pieces], in place, written so that compilers vectorise.
 */
static void finish(const struct job *j) {
    size_t pieces = j->shape->pieces;
    for (size_t r = 0; r < j->rows; r++) {
        float *row = j->out + r * j->columns, *to = j->out + r * j->shape->outputs;
        if (pieces == 1) {
            for (size_t c = 0; c < j->columns; c++)
                row[c] += j->plain_bias[c];
            continue;
        }
        for (size_t o = 0; o < j->shape->outputs; o++) {
            const float *p = row + 3 * o, *b = j->plain_bias + 3 * o;
            float one = p[0] + b[0], two = p[1] + b[1], three = p[2] + b[2];
            one = two > one ? two : one;
            to[o] = three > one ? three : one;
        }
    }
}
#endif

#if defined(HAVE_OPENBLAS)
static void openblas(const struct job *j, const void *whole) {
    int n = (int)j->columns, k = (int)j->shape->inputs;
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, (int)j->rows, n, k, 1.0F, j->window, k,
                j->plain, k, 0.0F, j->out, n);
    if (whole)
        finish(j);
}
#endif

#if defined(HAVE_DNNL)
static void onednn(const struct job *j, const void *whole) {
    dnnl_dim_t n = (dnnl_dim_t)j->columns, k = j->shape->inputs;
    dnnl_sgemm('N', 'T', (dnnl_dim_t)j->rows, n, k, 1.0F, j->window, k, j->plain, k, 0.0F, j->out,
               n);
    if (whole)
        finish(j);
}
#endif

struct bar {
    const char *name;
    void (*run)(const struct job *j, const void *context);
    const void *context;
    double rates[TURNS]; /* GFLOP/s */
};

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static float *random_floats(struct arena *a, size_t n) {
    static uint32_t state = 1;
    float *at = arena_alloc(a, (n + 64) * sizeof *at);
    if (!at)
        exit(1);
    at += (64 - (uintptr_t)at % 64) % 64 / sizeof *at;
    for (size_t i = 0; i < n; i++) {
        state = state * 1664525U + 1013904223U;
        at[i] = (float)(state >> 8) / (float)(1 << 23) - 1.0F;
    }
    return at;
}

static void job_make(struct job *j, struct arena *a, const struct shape *s, size_t rows) {
    struct model_writer w;
    struct model_file m;
    struct str bytes;
    *j = (struct job){.shape = s, .rows = s->rows ? s->rows : rows};
    j->columns = (size_t)s->outputs * s->pieces;
    j->out_stride = (s->outputs + 15U) / 16U * 16U;
    j->x = random_floats(a, j->rows * s->x_stride + s->inputs);
    j->window = random_floats(a, j->rows * s->inputs);
    for (size_t r = 0; r < j->rows; r++)
        memcpy(j->window + r * s->inputs, j->x + r * s->x_stride, s->inputs * sizeof(float));
    j->plain = random_floats(a, j->columns * s->inputs);
    j->plain_bias = random_floats(a, j->columns);
    j->out = random_floats(a, j->rows * (j->columns + 64));
    model_writer_init(&w, a);
    model_add_packed(&w, "layer", j->plain, j->plain_bias, s->outputs, s->inputs, s->pieces);
    if (model_write(&bytes, &w, NULL) != TS_OK ||
        model_from_bytes(&m, bytes.at, bytes.n, NULL) != TS_OK ||
        packed_open(&j->packed, &m, "layer", NULL) != TS_OK)
        exit(1);
}

/* Billions of multiplications and additions a second. */
static void measure(const struct job *j, struct bar *bars, size_t bar_count) {
    double row_work = 2.0 * (double)j->columns * (double)j->shape->inputs;
    for (int turn = -1; turn < TURNS; turn++)
        for (size_t b = 0; b < bar_count; b++) {
            struct job of = *j;
            double work = 1e8;
            if (bars[b].context == kernels_of(KERNEL_SCALAR)) {
                of.rows = j->rows < 8 ? j->rows : 8;
                work = 1e5;
            }
            size_t n = 1 + (size_t)(work / row_work / (double)of.rows);
            double begin = now();
            for (size_t i = 0; i < n; i++)
                bars[b].run(&of, bars[b].context);
            bars[b].rates[turn < 0 ? 0 : turn] =
                (double)(n * of.rows) * row_work / (now() - begin) / 1e9;
        }
    printf("%-22s %5zu x %3u -> %4zu ", j->shape->name, j->rows, (unsigned)j->shape->inputs,
           j->columns);
    for (size_t b = 0; b < bar_count; b++) {
        qsort(bars[b].rates, TURNS, sizeof(double), by_size);
        printf(" %13.1f", bars[b].rates[TURNS / 2]);
    }
    printf("\n");
}

#if defined(__x86_64__)
/* What the machine could do at best: multiply-adds between registers alone. */
__attribute__((target("avx512f"))) static double peak(void) {
    __m512 sums[16], x = _mm512_set1_ps(0.5F);
    double best = 0;
    for (int turn = 0; turn < TURNS; turn++) {
        for (int k = 0; k < 16; k++)
            sums[k] = _mm512_set1_ps((float)k);
        double begin = now();
        for (int i = 0; i < 200000; i++)
#pragma GCC unroll 16
            for (int k = 0; k < 16; k++)
                sums[k] = _mm512_fmadd_ps(sums[k], x, x);
        double seconds = now() - begin, rate = 2e5 * 16 * 32 / seconds / 1e9;
        for (int k = 1; k < 16; k++)
            sums[0] = _mm512_add_ps(sums[0], sums[k]);
        best = rate > best && _mm512_cvtss_f32(sums[0]) > 0 ? rate : best;
    }
    return best;
}
#endif

/* A layer of the encoder in each of its forms. */
struct encoder {
    const struct kernels *kernels;
    const struct job *job;
    struct window window;
    struct packed taps;
    const float **added; /* a pointer for each row */
    float *gain, *bias;
};

enum form { PLAIN, WITH_NORM, AS_WINDOW, FROM_TAPS, FORMS };

static const char *const form_names[] = {
    [PLAIN] = "as any layer",
    [WITH_NORM] = "with layer normalisation and residual",
    [AS_WINDOW] = "four windows at a time",
    [FROM_TAPS] = "from what was kept of each row",
};

static void encoder_run(const struct encoder *e, enum form form) {
    const struct job *j = e->job;
    if (form == AS_WINDOW)
        e->kernels->maxout_window(j->out, 96, j->x, 96, j->rows / KERNEL_WINDOW_ROWS, &e->window);
    else if (form == FROM_TAPS)
        e->kernels->maxout_taps(j->out, 96, e->added, j->rows, 96);
    else
        ours(j, e->kernels);
    if (form == WITH_NORM)
        e->kernels->layer_norm(j->out, 96, j->rows, 96, e->gain, e->bias, 1e-8F, j->x, 96);
}

/* Nanoseconds a row. */
static void measure_encoder(const struct job *j, const struct kernels *k, struct arena *a) {
    double seconds[FORMS][TURNS];
    struct encoder e = {.kernels = k, .job = j};
    e.gain = random_floats(a, 96);
    e.bias = random_floats(a, 96);
    e.added = arena_alloc(a, (j->rows + 2) * sizeof *e.added);
    if (!e.added || !window_make(&e.window, a, &j->packed) || !window_taps(&e.taps, a, &j->packed))
        exit(1);
    float *added = random_floats(a, 1000 * (size_t)e.taps.outputs);
    for (size_t r = 0; r < j->rows + 2; r++)
        e.added[r] = added + r * 37 % 1000 * e.taps.outputs;
    for (int turn = 0; turn < TURNS; turn++)
        for (int form = 0; form < FORMS; form++) {
            double begin = now();
            for (int i = 0; i < 20; i++)
                encoder_run(&e, (enum form)form);
            seconds[form][turn] = now() - begin;
        }
    printf("\n%s, %s, ns a row\n", j->shape->name, k->name);
    for (int form = 0; form < FORMS; form++) {
        qsort(seconds[form], TURNS, sizeof(double), by_size);
        printf("    %-40s %6.0f\n", form_names[form],
               seconds[form][TURNS / 2] / 20 / (double)j->rows * 1e9);
    }
}

/* The libraries read these when they are loaded. OpenBLAS 0.3.21 takes newer machines for ones
 * without AVX-512. */
static void begin_again(char **argv) {
    if (getenv("OMP_NUM_THREADS"))
        return;
    setenv("OMP_NUM_THREADS", "1", 1);
    setenv("OPENBLAS_NUM_THREADS", "1", 1);
    if (kernels_of(KERNEL_AVX512))
        setenv("OPENBLAS_CORETYPE", "SKYLAKEX", 0);
    execv("/proc/self/exe", argv);
}

int main(int argc, char **argv) {
    struct bar bars[BARS];
    size_t n = 0, rows = argc > 1 ? (size_t)strtoul(argv[1], NULL, 10) : 1000;
    struct mem mem = mem_system();
    struct arena a;
    struct job j;
    begin_again(argv);
    for (int kind = 0; kind < KERNEL_KINDS; kind++)
        if (kernels_of((enum kernel_kind)kind))
            bars[n++] = (struct bar){kernels_of((enum kernel_kind)kind)->name,
                                     ours,
                                     kernels_of((enum kernel_kind)kind),
                                     {0}};
#if defined(HAVE_OPENBLAS)
    bars[n++] = (struct bar){"openblas", openblas, NULL, {0}};
    bars[n++] = (struct bar){"openblas+max", openblas, "", {0}};
#endif
#if defined(HAVE_DNNL)
    bars[n++] = (struct bar){"onednn", onednn, NULL, {0}};
    bars[n++] = (struct bar){"onednn+max", onednn, "", {0}};
#endif
#if defined(__x86_64__)
    if (kernels_of(KERNEL_AVX512))
        printf("at best %.0f GFLOP/s (AVX-512, one core)\n", peak());
#endif
    printf("%-43s ", "GFLOP/s");
    for (size_t b = 0; b < n; b++)
        printf(" %13s", bars[b].name);
    printf("\n");
    for (size_t s = 0; s < sizeof shapes / sizeof *shapes; s++) {
        arena_init(&a, &mem, 0);
        job_make(&j, &a, &shapes[s], rows ? rows : 1);
        measure(&j, bars, n);
        arena_clear(&a);
    }
    arena_init(&a, &mem, 0);
    job_make(&j, &a, &shapes[0], rows ? rows : 1);
    for (int kind = KERNEL_AVX2; kind < KERNEL_KINDS; kind++)
        if (kernels_of((enum kernel_kind)kind))
            measure_encoder(&j, kernels_of((enum kernel_kind)kind), &a);
    arena_clear(&a);
    return 0;
}
