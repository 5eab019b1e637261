/* Sentence vectors by the real model: what sentence-transformers finds, and the same bits whatever
 * the machine, the texts beside it and what came before. */
#include "embedder_fixture.h"

#include <math.h>

enum { WIDTH = EMBEDDER_WIDTH, PIECES = 256 };

/* Of many lengths, and no two of the same pieces; the first SHORT are for the slowest kernels. */
static const char *const texts[] = {
    "Who paid?",
    "",
    "The ferry is late.",
    "Divers found 44 tonnes of copper on the sea bed off Vessmouth, the harbour board said.",
    "\"We never signed it,\" said Orla Tew, who has run the yard since 2019.",
    "Caf\u00e9 na\u00efve \u6c34\u6c34 \u05d0 \U0001F600 $3.2 million; 4,600 km/h (see p. 7) ...",
    "Antidisestablishmentarianism, hydrochlorofluorocarbons, otorhinolaryngologists.",
    "Rain",
    "A spokeswoman for the coast guard, asked on Tuesday whether the search for the trawler's two "
    "missing deckhands would go on through the night, said that it would, weather permitting, and "
    "that a helicopter from the naval station had been asked for but was not yet promised.",
    "[MASK] is a piece of its own",
};

enum { TEXTS = sizeof texts / sizeof *texts, SHORT = 2 };

static bool same_bits(const void *a, const void *b, size_t count) {
    return memcmp(a, b, count * WIDTH * sizeof(float)) == 0;
}

static double dot(const float *a, const float *b) {
    double sum = 0;
    for (size_t i = 0; i < WIDTH; i++)
        sum += (double)a[i] * (double)b[i];
    return sum;
}

/* A text's vector by a worker; zeros when that fails. */
static void embed(float *out, struct embedder_worker *w, struct str text) {
    memset(out, 0, WIDTH * sizeof *out);
    CHECK_INT(embedder_run((float(*)[WIDTH])out, w, &text, 1, NULL), TS_OK);
}

/* ---- The golden file
 *
 * tests/golden/vectors.txt has a text a line. vectors.tsv has for each its pieces' ids, the first
 * numbers of its vector, and the cosine with the next text's (of the last with the first's), by
 * sentence-transformers; tools/vectors-parity --golden writes it. */

enum { GOLDEN_NUMBERS = 16, GOLDEN_MAX = 2000, GOLDEN_ROOM = 4 << 20 };

struct golden {
    struct arena arena;
    struct str texts[GOLDEN_MAX], wanted[GOLDEN_MAX];
    uint32_t count;
    float (*vectors)[WIDTH];
};

/* The file's lines; how many they are. */
static uint32_t read_lines(struct str *out, struct arena *a, const char *name) {
    char path[1024];
    const char *root = getenv("ROOT");
    snprintf(path, sizeof path, "%s/tests/golden/%s", root ? root : ".", name);
    FILE *f = fopen(path, "rb");
    char *at = arena_alloc(a, GOLDEN_ROOM);
    size_t n = f && at ? fread(at, 1, GOLDEN_ROOM, f) : 0;
    if (f)
        fclose(f);
    struct str rest = {at, n};
    uint32_t count = 0;
    while (rest.n && count < GOLDEN_MAX)
        out[count++] = str_split(&rest, '\n');
    return n < GOLDEN_ROOM && !rest.n ? count : 0;
}

static double next_number(struct str *rest, char sep) {
    char text[64];
    struct str part = str_split(rest, sep);
    snprintf(text, sizeof text, "%.*s", STR_FMT(part));
    return part.n ? strtod(text, NULL) : NAN;
}

static void check_pieces(struct golden *g, struct embedder_worker *w, uint32_t i, struct str want) {
    char got[PIECES * 6 + 1];
    const uint16_t *ids;
    uint32_t count = embedder_pieces(&ids, w, g->texts[i]);
    size_t n = 0;
    CHECK_NEED(count <= PIECES);
    for (uint32_t k = 0; k < count; k++)
        n += (size_t)snprintf(got + n, sizeof got - n, k ? " %u" : "%u", (unsigned)ids[k]);
    CHECK_STR(got, n, str_copy(&g->arena, want).at);
}

static void check_golden(struct golden *g, struct embedder_worker *w, uint32_t i) {
    struct str rest = g->wanted[i];
    const float *got = g->vectors[i];
    check_pieces(g, w, i, str_split(&rest, '\t'));
    struct str numbers = str_split(&rest, '\t');
    for (size_t k = 0; k < GOLDEN_NUMBERS; k++)
        CHECK_NEAR((double)got[k], next_number(&numbers, ' '), 0.02);
    CHECK(!numbers.n);
    CHECK_NEAR(dot(got, g->vectors[(i + 1) % g->count]), next_number(&rest, '\t'), 0.01);
    CHECK_NEAR(dot(got, got), 1, 1e-5);
}

static void test_golden(void) {
    static struct golden g;
    struct embedder_fixture f;
    struct mem mem = mem_system();
    CHECK_NEED(embedder_fixture_init(&f, NULL));
    arena_init(&g.arena, &mem, 0);
    g.count = read_lines(g.texts, &g.arena, "vectors.txt");
    g.vectors = arena_zero(&g.arena, g.count, sizeof *g.vectors);
    CHECK(g.count > 20);
    if (CHECK_INT(read_lines(g.wanted, &g.arena, "vectors.tsv"), g.count) &&
        CHECK(g.vectors != NULL) &&
        CHECK_INT(embedder_run(g.vectors, f.worker, g.texts, g.count, &f.err), TS_OK))
        for (uint32_t i = 0; i < g.count; i++) {
            CHECK_ROW(i);
            check_golden(&g, f.worker, i);
        }
    arena_clear(&g.arena);
    embedder_fixture_clear(&f);
}

/* ---- The same bits */

static void test_kernels(void) {
    float want[TEXTS][WIDTH], got[TEXTS][WIDTH];
    struct str all[TEXTS];
    struct embedder_fixture f;
    for (size_t i = 0; i < TEXTS; i++)
        all[i] = str_of(texts[i]);
    CHECK_NEED(embedder_fixture_init(&f, NULL));
    CHECK_INT(embedder_run(want, f.worker, all, TEXTS, NULL), TS_OK);
    embedder_fixture_clear(&f);
    for (int kind = 0; kind < KERNEL_KINDS; kind++) {
        const struct kernels *kernels = kernels_of((enum kernel_kind)kind);
        uint32_t count = kind == KERNEL_SCALAR ? SHORT : TEXTS;
        if (!kernels || kernels == kernels_best() || !embedder_fixture_init(&f, kernels))
            continue;
        CHECK_ROW((size_t)kind);
        CHECK_INT(embedder_run(got, f.worker, all, count, NULL), TS_OK);
        CHECK(same_bits(got, want, count));
        embedder_fixture_clear(&f);
    }
}

/* Each text is at a place that step leads to, the first at first: an order of all. */
static void check_batches(struct embedder_fixture *f, float (*want)[WIDTH], uint32_t first,
                          uint32_t step, uint32_t batch) {
    float got[TEXTS][WIDTH];
    struct str in[TEXTS];
    uint32_t order[TEXTS];
    CHECK_NEED(embedder_fixture_renew(f));
    for (uint32_t i = 0; i < TEXTS; i++) {
        order[i] = (first + i * step) % TEXTS;
        in[i] = str_of(texts[order[i]]);
    }
    for (uint32_t i = 0, n; i < TEXTS; i += n) {
        n = TEXTS - i < batch ? TEXTS - i : batch;
        CHECK_INT(embedder_run(got + i, f->worker, in + i, n, NULL), TS_OK);
    }
    for (uint32_t i = 0; i < TEXTS; i++)
        CHECK(same_bits(got[i], &want[order[i]], 1));
}

static void test_batches(void) {
    static const struct {
        uint32_t first, step, batch;
    } rows[] = {{0, 1, TEXTS}, {TEXTS - 1, TEXTS - 1, TEXTS}, {4, 3, 4}, {7, 7, 2}, {2, 1, 9}};
    float want[TEXTS][WIDTH];
    struct embedder_fixture f;
    CHECK_NEED(embedder_fixture_init(&f, NULL));
    for (size_t i = 0; i < TEXTS; i++)
        embed(want[i], f.worker, str_of(texts[i]));
    CHECK_ROWS (i, rows)
        check_batches(&f, want, rows[i].first, rows[i].step, rows[i].batch);
    embedder_fixture_clear(&f);
}

/* ---- Odd texts */

static struct str repeated(struct arena *a, const char *part, size_t bytes) {
    size_t n = strlen(part);
    char *at = arena_alloc(a, bytes);
    for (size_t i = 0; at && i < bytes; i++)
        at[i] = part[i % n];
    return (struct str){at, at ? bytes : 0};
}

static void test_odd_texts(void) {
    static const struct {
        const char *part;
        size_t bytes;
        uint32_t pieces;
    } rows[] = {
        {" ", 0, 2},           {" ", 1, 2},         {"a", 100000, 3}, {"a ", 100000, PIECES},
        {"a ", 508, PIECES},   {"a ", 506, 255},    {"\0", 1, 2},     {".", 100000, PIECES},
        {"\u0301", 100000, 2}, {"[SEP]", 5000, 256}};
    struct embedder_fixture f;
    struct arena a;
    struct mem mem = mem_system();
    float empty[WIDTH], cut[WIDTH], got[WIDTH];
    const uint16_t *ids;
    CHECK_NEED(embedder_fixture_init(&f, NULL));
    arena_init(&a, &mem, 0);
    embed(empty, f.worker, STR_NONE);
    embed(cut, f.worker, repeated(&a, "a ", 508));
    CHECK_ROWS (i, rows) {
        struct str text = rows[i].part[0] ? repeated(&a, rows[i].part, rows[i].bytes) : STR("\0");
        CHECK_INT(embedder_pieces(&ids, f.worker, text), rows[i].pieces);
        embed(got, f.worker, text);
        CHECK_NEAR(dot(got, got), 1, 1e-5);
        CHECK(same_bits(got, empty, 1) == (rows[i].pieces == 2));
        if (rows[i].part[0] == 'a' && rows[i].pieces == PIECES)
            CHECK(same_bits(got, cut, 1));
    }
    CHECK_INT(embedder_run(NULL, f.worker, NULL, 0, NULL), TS_OK);
    arena_clear(&a);
    embedder_fixture_clear(&f);
}

static void test_mark(void) {
    struct embedder_fixture f;
    CHECK_NEED(embedder_fixture_init(&f, NULL));
    struct model_mark mark = embedder_mark(embedder_of(f.worker));
    CHECK_STR(mark.name.at, mark.name.n, "all-MiniLM-L6 v2");
    CHECK_STR(mark.sha256.at, mark.sha256.n, f.model.identity);
    embedder_worker_free(NULL);
    embedder_close(NULL);
    embedder_fixture_clear(&f);
}

CHECK_MAIN({"pieces, vectors and cosines are those of sentence-transformers", test_golden},
           {"all kernels of this machine give the same bits", test_kernels},
           {"a text's bits are the same alone and in any batch", test_batches},
           {"odd texts have vectors of length 1", test_odd_texts},
           {"the weights have a name", test_mark})
