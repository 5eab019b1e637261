/* The sentence model with one tensor of another shape, type or name, or of other numbers, and
 * checksums that fit it: it is refused by that tensor's name, or what it makes of a text is within
 * bounds. */
#include "embedder_fixture.h"
#include "nn/file_fixture.h"

enum { WIDTH = EMBEDDER_WIDTH };

/* ---- The real file, to be patched in place */

struct file {
    struct model_file good;
    char *room, *at; /* a copy of it */
};

static bool file_open(struct file *f) {
    struct ts_error err = {0};
    if (!CHECK_INT(model_open(&f->good, embedder_fixture_path(), &err), TS_OK))
        return false;
    f->room = malloc(f->good.n + MODEL_ALIGN);
    if (!CHECK(f->room != NULL))
        return false;
    f->at = f->room + (MODEL_ALIGN - (uintptr_t)f->room % MODEL_ALIGN) % MODEL_ALIGN;
    memcpy(f->at, f->good.bytes, f->good.n);
    return true;
}

static void file_close(struct file *f) {
    free(f->room);
    model_close(&f->good);
}

/* What the engine does not look at, the licence and the sources, may be anything. */
static bool is_needed(const char *name) {
    return strncmp(name, "about.", 6) != 0 || strcmp(name, "about.name") == 0 ||
           strcmp(name, "about.version") == 0;
}

/* The file is whole, but no embedder can be made of it, because of this tensor or another of its
 * layer, which the message names. */
static void check_refused(const void *file, size_t n, const char *name) {
    const char *dot = strrchr(name, '.');
    char layer[MODEL_NAME];
    struct mem mem = mem_system();
    struct model_file m;
    struct embedder *e;
    struct ts_error err = {0};
    snprintf(layer, sizeof layer, "%.*s", (int)(dot ? dot - name : MODEL_NAME), name);
    CHECK_NEED(model_from_bytes(&m, file, n, &err) == TS_OK);
    CHECK_INT(embedder_open(&e, &mem, &m, NULL, &err), is_needed(name) ? TS_E_MODEL : TS_OK);
    CHECK_STR(err.outcome, strlen(err.outcome), is_needed(name) ? "bad_model" : "");
    if (is_needed(name) && !CHECK(strstr(err.message, layer) != NULL))
        printf("# %s: %s\n", name, err.message);
    CHECK((e == NULL) == is_needed(name));
    embedder_close(e);
}

/* Another shape of as many numbers: a table on its side, or a list as a column. */
static void turn(char *entry) {
    uint64_t first = get_u64(entry + ENTRY_DIMS), second = get_u64(entry + ENTRY_DIMS + 8);
    put_u64(entry + ENTRY_DIMS, second);
    put_u64(entry + ENTRY_DIMS + 8, first);
    if (get_u32(entry + ENTRY_RANK) == 1)
        put_u32(entry + ENTRY_RANK, 2);
}

static void test_each_tensor(void) {
    struct file f;
    CHECK_NEED(file_open(&f));
    uint32_t tried = 0;
    for (uint32_t t = 0; t < f.good.tensor_count; t++) {
        const char *good = (const char *)f.good.bytes + (fixture_entry(f.at, t) - f.at);
        char *entry = fixture_entry(f.at, t);
        char name[MODEL_NAME];
        int failed = check_state.failed_count;
        memcpy(name, good, sizeof name);
        turn(entry);
        check_refused(f.at, f.good.n, name);
        memcpy(entry, good, MODEL_ENTRY);
        entry[strlen(entry) - 1]++; /* still in its place of the order */
        check_refused(f.at, f.good.n, name);
        memcpy(entry, good, MODEL_ENTRY);
        if (get_u32(entry + ENTRY_TYPE) == TENSOR_F32) {
            put_u32(entry + ENTRY_TYPE, TENSOR_I32);
            check_refused(f.at, f.good.n, name);
            memcpy(entry, good, MODEL_ENTRY);
        }
        if (check_state.failed_count > failed)
            printf("# tensor %s\n", name);
        tried += is_needed(name);
    }
    CHECK(tried > 75);
    file_close(&f);
}

/* ---- Numbers that say something else */

enum damage { ZEROS, ONES, INFINITIES, SOME, DAMAGES };

static void damage(char *at, size_t n, enum damage how) {
    static const uint32_t infinity = 0x7f800000;
    static uint32_t state = 1;
    if (how == ZEROS || how == ONES)
        memset(at, how == ONES ? 0xff : 0, n);
    for (size_t i = 0; how == INFINITIES && i + sizeof infinity <= n; i += sizeof infinity)
        memcpy(at + i, &infinity, sizeof infinity);
    for (size_t i = 0; how == SOME && i < n / 64 + 1; i++) {
        state = state * 1664525U + 1013904223U;
        at[(state >> 4) % n] ^= (char)(1 << (state >> 8) % 8);
    }
}

/* Whether the model opened. */
static bool try_model(const char *file, size_t n, uint32_t piece_count) {
    const struct str texts[] = {STR(""), STR("44 tonnes, unharmed."),
                                STR("An \u201Codd\u201D [MASK] \u00e9l\u00e8ve")};
    enum { TEXTS = sizeof texts / sizeof *texts };
    float vectors[TEXTS][WIDTH];
    struct mem mem = mem_system();
    struct model_file m;
    struct embedder *e;
    struct embedder_worker *w;
    struct ts_error err = {0};
    CHECK_INT(model_from_bytes(&m, file, n, &err), TS_OK);
    int status = embedder_open(&e, &mem, &m, NULL, &err);
    CHECK(status == TS_OK || (status == TS_E_MODEL && strcmp(err.outcome, "bad_model") == 0));
    if (status == TS_OK && CHECK_INT(embedder_worker_new(&w, e, &err), TS_OK)) {
        CHECK_INT(embedder_run(vectors, w, texts, TEXTS, &err), TS_OK);
        for (size_t i = 0; i < TEXTS; i++) {
            const uint16_t *ids;
            uint32_t count = embedder_pieces(&ids, w, texts[i]);
            CHECK(count >= 2 && count <= 256);
            for (uint32_t k = 0; k < count; k++)
                CHECK(ids[k] < piece_count);
        }
        embedder_worker_free(w);
    }
    embedder_close(e);
    return status == TS_OK;
}

static void test_other_numbers(void) {
    struct file f;
    CHECK_NEED(file_open(&f));
    struct tensor words;
    size_t dims[2] = {0, WIDTH};
    CHECK_INT(model_get(&words, &f.good, "words", TENSOR_U16, 2, dims, NULL), TS_OK);
    uint32_t opened = 0, refused = 0;
    for (uint32_t t = 0; t < f.good.tensor_count; t++) {
        struct tensor tensor = model_tensor(&f.good, t);
        char *entry = fixture_entry(f.at, t);
        size_t at = get_u64(entry + ENTRY_OFFSET), n = get_u64(entry + ENTRY_BYTES);
        if (str_starts(tensor.name, STR("layer.")) && !str_starts(tensor.name, STR("layer.3.")))
            continue; /* one layer is as the others */
        for (int how = 0; how < DAMAGES && n; how++) {
            int failed = check_state.failed_count;
            damage(f.at + at, n, (enum damage)how);
            put_u64(entry + ENTRY_XXH3, XXH3_64bits(f.at + at, n));
            *(try_model(f.at, f.good.n, (uint32_t)dims[0]) ? &opened : &refused) += 1;
            if (check_state.failed_count > failed)
                printf("# %s, damage %d\n", entry, how);
            memcpy(f.at + at, f.good.bytes + at, n);
            put_u64(entry + ENTRY_XXH3, XXH3_64bits(f.at + at, n));
        }
    }
    CHECK(opened > 60 && refused > 5);
    file_close(&f);
}

/* ---- Files written anew, with up to two tensors of another size */

struct replacement {
    const char *name;
    enum tensor_type type;
    uint32_t rank;
    size_t dims[MODEL_RANK];
};

static bool write_with(struct str *out, struct arena *a, const struct model_file *good,
                       const struct replacement *by, size_t count) {
    static const _Alignas(MODEL_ALIGN) char zeros[30523 * WIDTH * 2];
    struct model_writer w;
    model_writer_init(&w, a);
    for (uint32_t t = 0; t < good->tensor_count; t++) {
        struct tensor tensor = model_tensor(good, t);
        char name[MODEL_NAME];
        bool replaced = false;
        snprintf(name, sizeof name, "%.*s", STR_FMT(tensor.name));
        for (size_t i = 0; i < count; i++)
            replaced |= by[i].name && strcmp(name, by[i].name) == 0;
        if (!replaced)
            model_add(&w, name, tensor.type, tensor.rank, tensor.dims, tensor.at);
    }
    for (size_t i = 0; i < count && by[i].name; i++)
        model_add(&w, by[i].name, by[i].type, by[i].rank, by[i].dims, zeros);
    return CHECK_INT(model_write(out, &w, NULL), TS_OK);
}

static void test_other_sizes(void) {
    static const struct {
        const char *said; /* of what is wrong */
        struct replacement by[2];
    } rows[] = {
        {"words", {{"words", TENSOR_U16, 2, {30521, 384}}}},
        {"words", {{"words", TENSOR_U16, 2, {30523, 384}}}},
        {"words", {{"words", TENSOR_U16, 2, {30522, 368}}}},
        {"places", {{"places", TENSOR_F32, 2, {255, 384}}}},
        {"places", {{"places", TENSOR_F32, 2, {512, 384}}}},
        {"start.gain", {{"start.gain", TENSOR_F32, 1, {383}}}},
        {"start.bias", {{"start.bias", TENSOR_F32, 1, {400}}}},
        {"layer.5.outer_norm.bias", {{"layer.5.outer_norm.bias", TENSOR_F32, 1, {768}}}},
        {"layer.0.asked", /* 416 inputs */
         {{"layer.0.asked.weights", TENSOR_U16, 4, {72, 208, 16, 2}},
          {"layer.0.asked.bias", TENSOR_F32, 1, {1152}}}},
        {"layer.2.seen", /* 768 outputs */
         {{"layer.2.seen.weights", TENSOR_U16, 4, {48, 192, 16, 2}},
          {"layer.2.seen.bias", TENSOR_F32, 1, {768}}}},
        {"layer.3.inner", /* 32 outputs */
         {{"layer.3.inner.weights", TENSOR_U16, 4, {2, 192, 16, 2}},
          {"layer.3.inner.bias", TENSOR_F32, 1, {32}}}},
        {"layer.5.outer", /* 384 inputs */
         {{"layer.5.outer.weights", TENSOR_U16, 4, {24, 192, 16, 2}},
          {"layer.5.outer.bias", TENSOR_F32, 1, {384}}}},
    };
    struct model_file good;
    struct mem mem = mem_system();
    CHECK_NEED(model_open(&good, embedder_fixture_path(), NULL) == TS_OK);
    CHECK_ROWS (i, rows) {
        struct arena a;
        struct str file;
        arena_init(&a, &mem, 0);
        if (write_with(&file, &a, &good, rows[i].by, 2))
            check_refused(file.at, file.n, rows[i].said);
        arena_clear(&a);
    }
    model_close(&good);
}

CHECK_MAIN({"a tensor of another shape or type, or missing, is named", test_each_tensor},
           {"layers and tables of another size are refused", test_other_sizes},
           {"a model of any numbers is refused or stays within bounds", test_other_numbers})
