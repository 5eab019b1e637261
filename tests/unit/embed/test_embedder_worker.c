/* What an embedder's worker keeps, and what it does when memory is refused. */
#include "embedder_fixture.h"

enum { WIDTH = EMBEDDER_WIDTH, LAYERS = 6, KEPT = 16384 };

static bool same_bits(const void *a, const void *b, size_t count) {
    return memcmp(a, b, count * WIDTH * sizeof(float)) == 0;
}

/* A text's vector by a worker; zeros when that fails. */
static void embed(float *out, struct embedder_worker *w, struct str text) {
    memset(out, 0, WIDTH * sizeof *out);
    CHECK_INT(embedder_run((float(*)[WIDTH])out, w, &text, 1, NULL), TS_OK);
}

/* ---- Kernels that count the rows of texts that go through them */

static size_t rows_in_layers;

static size_t rows_worked(void) {
    size_t n = rows_in_layers;
    rows_in_layers = 0;
    CHECK_INT(n % LAYERS, 0);
    return n / LAYERS;
}

static void count_rows(size_t rows, const struct bf16_layer *w) {
    if (w->outputs == 3 * WIDTH) /* a layer begins */
        rows_in_layers += rows;
}

static void counted_linear(float *out, const uint16_t *x, size_t rows, const struct bf16_layer *w,
                           bool added) {
    count_rows(rows, w);
    kernels_best()->bf16_linear(out, x, rows, w, added);
}

static struct kernels counting_kernels(void) {
    struct kernels k = *kernels_best();
    k.bf16_linear = counted_linear;
    rows_in_layers = 0;
    return k;
}

/* The layers do nothing: for what is kept of many texts, a vector need not mean anything. */
static void idle_linear(float *out, const uint16_t *x, size_t rows, const struct bf16_layer *w,
                        bool added) {
    (void)out, (void)x, (void)added;
    count_rows(rows, w);
}

static void idle_gelu(uint16_t *out, const uint16_t *x, size_t rows, const struct bf16_layer *w) {
    (void)out, (void)x, (void)rows, (void)w;
}

static void idle_maxout(float *out, size_t out_stride, const float *x, size_t x_stride, size_t rows,
                        const struct packed *w) {
    (void)out, (void)out_stride, (void)x, (void)x_stride, (void)rows, (void)w;
}

static void idle_softmax(float *x, size_t stride, size_t rows, size_t width, float scale) {
    (void)x, (void)stride, (void)rows, (void)width, (void)scale;
}

static void idle_to_bf16(uint16_t *out, const float *x, size_t n) {
    (void)out, (void)x, (void)n;
}

static struct kernels idle_kernels(void) {
    struct kernels k = *kernels_best();
    k.bf16_linear = idle_linear;
    k.bf16_gelu = idle_gelu;
    k.to_bf16 = idle_to_bf16;
    k.maxout = idle_maxout;
    k.softmax = idle_softmax;
    rows_in_layers = 0;
    return k;
}

/* ---- What is kept */

static void test_same_pieces(void) {
    const struct str alike[] = {STR("The Caf\u00e9 is shut."), STR("the cafe is shut."),
                                STR("  THE\tCAFE\u0301\nis shut .")};
    const struct str others[] = {STR("The cafe is shut"), alike[1], STR("Is the cafe shut.")};
    const struct kernels kernels = counting_kernels();
    float got[3][WIDTH], alone[WIDTH];
    struct embedder_fixture f;
    const uint16_t *ids;
    CHECK_NEED(embedder_fixture_init(&f, &kernels));
    uint32_t pieces = embedder_pieces(&ids, f.worker, alike[0]);
    CHECK_INT(pieces, 7);
    CHECK_INT(embedder_run(got, f.worker, alike, 3, NULL), TS_OK);
    CHECK_INT(rows_worked(), pieces);
    CHECK(same_bits(got[1], got[0], 1) && same_bits(got[2], got[0], 1));
    embed(alone, f.worker, alike[2]); /* of an earlier call */
    CHECK_INT(rows_worked(), 0);
    CHECK(same_bits(alone, got[0], 1));
    memcpy(alone, got[0], sizeof alone);
    CHECK_INT(embedder_run(got, f.worker, others, 3, NULL), TS_OK);
    CHECK_INT(rows_worked(), pieces + pieces - 1);
    CHECK(same_bits(alone, got[1], 1));
    CHECK(!same_bits(got[0], got[1], 1) && !same_bits(got[2], got[1], 1));
    embedder_fixture_clear(&f);
}

/* The numbers from 0, each a text of its own. */
static struct str *numbers(struct arena *a, uint32_t count) {
    struct str *out = arena_zero(a, count, sizeof *out);
    char *at = arena_alloc(a, (size_t)count * 8);
    for (uint32_t i = 0; out && at && i < count; i++, at += 8)
        out[i] = (struct str){at, (size_t)snprintf(at, 8, "%u", (unsigned)i)};
    return at ? out : NULL;
}

static void test_many_texts(void) {
    enum { MANY = 20000, AGAIN = 500, STEP = 7 };
    const struct kernels kernels = idle_kernels();
    struct embedder_fixture f;
    struct arena a;
    struct mem mem = mem_system();
    CHECK_NEED(embedder_fixture_init(&f, &kernels));
    arena_init(&a, &mem, 0);
    struct str *in = numbers(&a, MANY);
    float(*got)[WIDTH] = arena_zero(&a, MANY, sizeof *got), alone[WIDTH];
    CHECK_NEED(in && got);
    CHECK_INT(embedder_run(got, f.worker, in, KEPT, NULL), TS_OK);
    CHECK(rows_worked() >= 3 * KEPT);
    CHECK_INT(embedder_run(got, f.worker, in, KEPT, NULL), TS_OK);
    CHECK_INT(rows_worked(), 0); /* all were kept */
    CHECK_INT(embedder_run(got, f.worker, in, MANY, NULL), TS_OK);
    CHECK_INT(embedder_run(got, f.worker, in, AGAIN, NULL), TS_OK); /* forgotten by now */
    CHECK(rows_worked() >= 3 * (MANY - KEPT + AGAIN));
    CHECK_NEED(embedder_fixture_renew(&f));
    for (uint32_t i = 0; i < MANY; i += STEP) {
        CHECK_ROW(i);
        embed(alone, f.worker, in[i]);
        CHECK(same_bits(alone, got[i], 1));
    }
    arena_clear(&a);
    embedder_fixture_clear(&f);
}

static void test_empty_texts(void) {
    enum { MANY = 1000 };
    static const struct str none[MANY];
    static float got[MANY][WIDTH];
    const struct kernels kernels = counting_kernels();
    struct embedder_fixture f;
    CHECK_NEED(embedder_fixture_init(&f, &kernels));
    CHECK_INT(embedder_run(got, f.worker, none, MANY, NULL), TS_OK);
    CHECK_INT(rows_worked(), 2);
    for (size_t i = 1; i < MANY; i++)
        CHECK(same_bits(got[i], got[0], 1));
    embedder_fixture_clear(&f);
}

/* ---- Memory that is refused */

static struct {
    long left; /* allocations until one is refused; negative: never */
    long live;
} memory;

static void *failing_resize(void *context, void *old, size_t new_bytes) {
    (void)context;
    if (new_bytes == 0) {
        memory.live--;
        free(old);
        return NULL;
    }
    if (memory.left == 0)
        return NULL;
    if (memory.left > 0)
        memory.left--;
    memory.live += old == NULL;
    return realloc(old, new_bytes);
}

static void check_refused(int status, struct ts_error *err, long live) {
    CHECK_INT(status, TS_E_MEMORY);
    CHECK_STR(err->outcome, strlen(err->outcome), "out_of_memory");
    CHECK_INT(memory.live, live);
    *err = (struct ts_error){0};
}

static void test_refused_opening(void) {
    const struct mem mem = {failing_resize, NULL};
    struct model_file m;
    struct ts_error err = {0};
    struct embedder *e = NULL;
    struct embedder_worker *w = NULL;
    CHECK_NEED(model_open(&m, embedder_fixture_path(), &err) == TS_OK);
    memory.live = 0;
    for (long n = 0; !e && n < 100; n++) {
        memory.left = n;
        int status = embedder_open(&e, &mem, &m, NULL, &err);
        if (!e)
            check_refused(status, &err, 0);
    }
    CHECK_NEED(e != NULL);
    long live = memory.live;
    for (long n = 0; !w && n < 100; n++) {
        memory.left = n;
        int status = embedder_worker_new(&w, e, &err);
        if (!w)
            check_refused(status, &err, live);
    }
    CHECK(w != NULL && memory.live > live);
    embedder_worker_free(w);
    embedder_close(e);
    CHECK_INT(memory.live, 0);
    model_close(&m);
}

/* What is to come of some texts. */
struct wanted {
    const struct str *texts;
    uint32_t count;
    float (*vectors)[WIDTH];
    size_t rows;
};

/* A worker whose n-th allocation is refused, which then has to do it all. true when none was. */
static bool refuse(const struct embedder *e, long n, const struct wanted *want) {
    struct embedder_worker *w;
    struct ts_error err = {0};
    float(*got)[WIDTH] = calloc(want->count, sizeof *got);
    memory.left = -1;
    bool ran = false;
    if (CHECK(got != NULL) && CHECK_INT(embedder_worker_new(&w, e, &err), TS_OK)) {
        long live = memory.live;
        memory.left = n;
        int status = embedder_run(got, w, want->texts, want->count, &err);
        ran = status == TS_OK;
        memory.left = -1;
        if (!ran) {
            check_refused(status, &err, live);
            rows_in_layers = 0;
            CHECK_INT(embedder_run(got, w, want->texts, want->count, &err), TS_OK);
        }
        CHECK_INT(rows_worked(), want->rows); /* nothing half made was kept */
        CHECK(same_bits(got, want->vectors, want->count));
        embedder_worker_free(w);
    }
    free(got);
    return ran;
}

static void check_refusals(const struct kernels *kernels, uint32_t count) {
    const struct mem mem = {failing_resize, NULL}, system = mem_system();
    struct embedder_fixture f;
    struct embedder *e;
    struct arena a;
    arena_init(&a, &system, 0);
    struct wanted want = {.texts = numbers(&a, count), .count = count};
    want.vectors = arena_zero(&a, count, sizeof *want.vectors);
    CHECK_NEED(want.texts && want.vectors && embedder_fixture_init(&f, kernels));
    CHECK_INT(embedder_run(want.vectors, f.worker, want.texts, count, NULL), TS_OK);
    want.rows = rows_worked();
    memory.left = -1;
    memory.live = 0;
    CHECK_NEED(embedder_open(&e, &mem, &f.model, kernels, NULL) == TS_OK);
    long n = 0;
    while (n < 100000 && !refuse(e, n, &want))
        n += 1 + n / 10;
    CHECK(n > 3);
    embedder_close(e);
    CHECK_INT(memory.live, 0);
    embedder_fixture_clear(&f);
    arena_clear(&a);
}

static void test_refused_running(void) {
    const struct kernels idle = idle_kernels(), real = counting_kernels();
    check_refusals(&idle, 120);
    check_refusals(&real, 8);
}

CHECK_MAIN({"texts of the same pieces are worked out once", test_same_pieces},
           {"1,000 empty texts are worked out once", test_empty_texts},
           {"more texts than are kept have their vectors", test_many_texts},
           {"each allocation of opening is refused in turn", test_refused_opening},
           {"after a refused allocation the worker goes on", test_refused_running})
