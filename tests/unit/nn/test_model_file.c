/* A model file gives back what was put in; one that is damaged in any way is refused. */
#include "check.h"
#include "file_fixture.h"

#include <stdalign.h>
#include <unistd.h>

static const float weights[6] = {1, -2, 3.5f, 0, 1e-9f, 6};
static const uint64_t keys[3] = {1, UINT64_MAX, 3};
static const uint16_t small[1] = {7};

enum { FIRST, KEYS, NOTHING, SMALL, WEIGHTS, TENSORS }; /* in the order of their names */

/* The same five tensors, in an order of adding that begins at first. */
static struct str written(struct arena *a, uint32_t first) {
    struct model_writer w;
    struct str file = STR_NONE;
    model_writer_init(&w, a);
    for (uint32_t i = 0; i < TENSORS; i++) {
        switch ((i + first) % TENSORS) {
        case FIRST:
            model_add_text(&w, "a.text", STR("words of the file"));
            break;
        case KEYS:
            model_add(&w, "keys", TENSOR_U64, 1, (size_t[]){3}, keys);
            break;
        case NOTHING:
            model_add_text(&w, "nothing", STR_NONE);
            break;
        case SMALL:
            model_add(&w, "small", TENSOR_U16, 3, (size_t[]){1, 1, 1}, small);
            break;
        default:
            model_add(&w, "weights", TENSOR_F32, 2, (size_t[]){2, 3}, weights);
        }
    }
    CHECK_INT(model_write(&file, &w, NULL), TS_OK);
    return file;
}

static struct arena arena_here(void) {
    struct mem mem = mem_system();
    struct arena a;
    arena_init(&a, &mem, 0);
    return a;
}

static void test_round_trip(void) {
    struct arena a = arena_here();
    struct str file = written(&a, 0);
    struct model_file m;
    struct ts_error err = {0};
    struct tensor t;
    for (uint32_t first = 1; first < TENSORS; first++) {
        struct str again = written(&a, first);
        CHECK(str_eq(again, file));
    }
    CHECK_NEED(model_from_bytes(&m, file.at, file.n, &err) == TS_OK);
    CHECK_INT(model_check(&m, &err), TS_OK);
    CHECK_INT(m.tensor_count, TENSORS);
    CHECK_INT(strlen(m.identity), 64);
    static const char *const names[] = {"a.text", "keys", "nothing", "small", "weights"};
    CHECK_ROWS (i, names) {
        t = model_tensor(&m, (uint32_t)i);
        CHECK_STR(t.name.at, t.name.n, names[i]);
        CHECK_INT((uintptr_t)t.at % MODEL_ALIGN, 0);
    }
    size_t dims[] = {0, 3};
    CHECK_NEED(model_get(&t, &m, "weights", TENSOR_F32, 2, dims, &err) == TS_OK);
    CHECK_INT(dims[0], 2);
    CHECK_INT(t.count, 6);
    CHECK_INT(t.dims[2], 1);
    CHECK(memcmp(t.at, weights, sizeof weights) == 0);
    CHECK_NEED(model_get(&t, &m, "small", TENSOR_U16, 0, NULL, &err) == TS_OK);
    CHECK_INT(t.rank, 3);
    CHECK_INT(*(const uint16_t *)t.at, 7);
    CHECK_NEED(model_get(&t, &m, "nothing", TENSOR_U8, 1, NULL, &err) == TS_OK);
    CHECK_INT(t.count, 0);
    arena_clear(&a);
}

static void test_get_refuses(void) {
    static const struct {
        const char *name;
        enum tensor_type type;
        uint32_t rank;
        size_t dims[4];
    } rows[] = {
        {"weight", TENSOR_F32, 2, {0}},     {"weightss", TENSOR_F32, 2, {0}},
        {"", TENSOR_F32, 2, {0}},           {"weights", TENSOR_I32, 2, {0}},
        {"weights", TENSOR_F32, 1, {0}},    {"weights", TENSOR_F32, 2, {3, 2}},
        {"weights", TENSOR_F32, 2, {2, 4}}, {"zzz", TENSOR_F32, 2, {0}},
        {"keys", TENSOR_U64, 2, {3, 1}},
    };
    struct arena a = arena_here();
    struct str file = written(&a, 0);
    struct model_file m;
    CHECK_NEED(model_from_bytes(&m, file.at, file.n, NULL) == TS_OK);
    CHECK_ROWS (i, rows) {
        struct ts_error err = {0};
        struct tensor t;
        size_t dims[4];
        memcpy(dims, rows[i].dims, sizeof dims);
        CHECK_INT(model_get(&t, &m, rows[i].name, rows[i].type, rows[i].rank, dims, &err),
                  TS_E_MODEL);
        CHECK_STR(err.outcome, strlen(err.outcome), "bad_model");
        CHECK(strstr(err.message, "model build") != NULL);
    }
    arena_clear(&a);
}

static void test_cut_off(void) {
    struct arena a = arena_here();
    struct str file = written(&a, 0);
    char *copy = aligned_alloc(MODEL_ALIGN, (file.n + MODEL_ALIGN) / MODEL_ALIGN * MODEL_ALIGN);
    CHECK_NEED(copy != NULL);
    for (size_t n = 0; n < file.n; n++) {
        struct model_file m;
        CHECK_ROW(n);
        memcpy(copy, file.at, file.n);
        CHECK_INT(model_from_bytes(&m, copy, n, NULL), TS_E_MODEL);
        if (n < MODEL_HEADER)
            continue;
        fixture_seal(copy, n);
        CHECK_INT(model_from_bytes(&m, copy, n, NULL), TS_E_MODEL);
    }
    memcpy(copy, file.at, file.n);
    copy[file.n] = 0;
    put_u64(copy + HEADER_SIZE, file.n + 1);
    struct model_file m;
    CHECK_INT(model_from_bytes(&m, copy, file.n + 1, NULL), TS_E_MODEL);
    free(copy);
    arena_clear(&a);
}

/* What opening lets through, the identity tells: a name, a type of the same size, itself. */
static void test_flipped_bits(void) {
    struct arena a = arena_here();
    struct str file = written(&a, 0);
    char *bytes = (char *)(uintptr_t)file.at;
    for (size_t i = 0; i < file.n; i++)
        for (int bit = 0; bit < 8; bit++) {
            struct model_file m;
            CHECK_ROW(i);
            bytes[i] = (char)(bytes[i] ^ 1 << bit);
            if (model_from_bytes(&m, bytes, file.n, NULL) == TS_OK) {
                CHECK(i < MODEL_HEADER + TENSORS * MODEL_ENTRY);
                CHECK_INT(model_check(&m, NULL), TS_E_MODEL);
            }
            bytes[i] = (char)(bytes[i] ^ 1 << bit);
        }
    arena_clear(&a);
}

static void test_damage(void) {
    enum { HEAD = 100 }; /* instead of a tensor: the header */
    static const struct {
        const char *what;
        uint32_t tensor;
        size_t at, bytes;
        uint64_t value;
    } rows[] = {
        {"no model file", HEAD, 0, 1, 'T'},
        {"layout is version 2", HEAD, HEADER_LAYOUT, 4, 2},
        {"layout is version 0", HEAD, HEADER_LAYOUT, 4, 0},
        {"count", HEAD, HEADER_COUNT, 4, UINT32_MAX},
        {"a.text", HEAD, HEADER_COUNT, 4, TENSORS + 1},
        {"", HEAD, HEADER_COUNT, 4, TENSORS - 1},
        {"", HEAD, HEADER_COUNT, 4, 0},
        {"name of tensor 0", FIRST, 0, 1, 0},
        {"name of tensor 1", FIRST, 0, 1, 'z'},
        {"name of tensor 0", FIRST, 0, 1, 0xc3},
        {"name of tensor 0", FIRST, MODEL_NAME - 1, 1, 'x'},
        {"name of tensor 3", SMALL, 0, 8, 0x676e6968746f6e}, /* "nothing" again */
        {"keys", KEYS, ENTRY_TYPE, 4, 0},
        {"keys", KEYS, ENTRY_TYPE, 4, TENSOR_F32},
        {"keys", KEYS, ENTRY_TYPE, 4, TENSOR_F32 + 1},
        {"keys", KEYS, ENTRY_TYPE, 4, UINT32_MAX},
        {"keys", KEYS, ENTRY_RANK, 4, 0},
        {"keys", KEYS, ENTRY_RANK, 4, MODEL_RANK + 1},
        {"weights", WEIGHTS, ENTRY_RANK, 4, 1},
        {"keys", KEYS, ENTRY_DIMS, 8, 4},
        {"keys", KEYS, ENTRY_DIMS, 8, UINT64_MAX},
        {"keys", KEYS, ENTRY_DIMS, 8, (UINT64_C(1) << 61) + 3},
        {"keys", KEYS, ENTRY_DIMS + 24, 8, 0},
        {"nothing", NOTHING, ENTRY_DIMS + 8, 8, 2},
        {"keys", KEYS, ENTRY_OFFSET, 8, 0},
        {"keys", KEYS, ENTRY_OFFSET, 8, UINT64_MAX},
        {"keys", KEYS, ENTRY_OFFSET, 8, UINT64_MAX - 23},
        {"weights", WEIGHTS, ENTRY_OFFSET, 8, MODEL_HEADER + TENSORS * MODEL_ENTRY},
        {"keys", KEYS, ENTRY_BYTES, 8, 25},
        {"keys", KEYS, ENTRY_BYTES, 8, UINT64_MAX},
        {"keys", KEYS, ENTRY_ZERO, 8, 1},
        {"keys", KEYS, ENTRY_ZERO + 8, 8, 1},
        {"room before keys", HEAD, MODEL_HEADER + TENSORS * MODEL_ENTRY + 20, 1, 1},
    };
    struct arena a = arena_here();
    CHECK_ROWS (i, rows) {
        struct str file = written(&a, 0);
        char *bytes = (char *)(uintptr_t)file.at;
        char *at =
            (rows[i].tensor == HEAD ? bytes : fixture_entry(bytes, rows[i].tensor)) + rows[i].at;
        struct ts_error err = {0};
        struct model_file m;
        memcpy(at, &rows[i].value, rows[i].bytes);
        fixture_seal(bytes, file.n);
        CHECK_INT(model_from_bytes(&m, bytes, file.n, &err), TS_E_MODEL);
        CHECK_STR(err.outcome, strlen(err.outcome), "bad_model");
        if (!CHECK(strstr(err.message, rows[i].what) != NULL))
            printf("# %s\n", err.message);
    }
    arena_clear(&a);
}

static void test_not_aligned(void) {
    struct arena a = arena_here();
    struct str file = written(&a, 0);
    struct model_file m;
    char *copy = arena_alloc(&a, file.n + 2 * MODEL_ALIGN);
    CHECK_NEED(copy != NULL);
    copy += MODEL_ALIGN + 8 - (uintptr_t)copy % MODEL_ALIGN;
    memcpy(copy, file.at, file.n);
    CHECK_INT(model_from_bytes(&m, copy, file.n, NULL), TS_E_MODEL);
    arena_clear(&a);
}

/* Writes a file of these bytes; its path, to be unlinked. */
static bool put_file(char path[32], struct str bytes) {
    snprintf(path, 32, "/tmp/twosource-model-XXXXXX");
    int fd = mkstemp(path);
    if (fd < 0)
        return false;
    bool whole = !bytes.n || write(fd, bytes.at, bytes.n) == (ssize_t)bytes.n;
    return close(fd) == 0 && whole;
}

static void test_open(void) {
    struct arena a = arena_here();
    struct str file = written(&a, 0);
    struct ts_error err = {0};
    struct model_file m;
    struct tensor t;
    char path[32];
    CHECK_NEED(put_file(path, file));
    if (CHECK_INT(model_open(&m, path, &err), TS_OK)) {
        CHECK_INT(model_check(&m, &err), TS_OK);
        CHECK_INT(model_get(&t, &m, "weights", TENSOR_F32, 2, NULL, &err), TS_OK);
        CHECK_INT(model_get(&t, &m, "weight", TENSOR_F32, 2, NULL, &err), TS_E_MODEL);
        CHECK(strstr(err.message, path) != NULL);
        model_close(&m);
        model_close(&m);
    }
    unlink(path);
    const struct str rows[] = {STR(""), STR("%PDF-1.4"), str_cut(file, 0, file.n / 2)};
    CHECK_ROWS (i, rows) {
        CHECK_NEED(put_file(path, rows[i]));
        CHECK_INT(model_open(&m, path, &err), TS_E_MODEL);
        CHECK_STR(err.outcome, strlen(err.outcome), "bad_model");
        model_close(&m);
        unlink(path);
    }
    CHECK_INT(model_open(&m, "/tmp", &err), TS_E_MODEL);
    CHECK_STR(err.outcome, strlen(err.outcome), "bad_model");
    CHECK_INT(model_open(&m, path, &err), TS_E_MODEL);
    CHECK_STR(err.outcome, strlen(err.outcome), "no_model");
    CHECK(strstr(err.message, "model build") != NULL);
    arena_clear(&a);
}

static void test_no_memory(void) {
    struct mem mem = mem_system();
    bool done = false;
    for (size_t budget = 64; budget < 1 << 20 && !done; budget += 64) {
        struct arena a;
        struct model_writer w;
        struct str file;
        struct ts_error err = {0};
        arena_init(&a, &mem, budget);
        model_writer_init(&w, &a);
        model_add(&w, "keys", TENSOR_U64, 1, (size_t[]){3}, keys);
        model_add_text(&w, "text", STR("words"));
        int status = model_write(&file, &w, &err);
        done = status == TS_OK;
        CHECK(done || status == TS_E_LIMIT);
        arena_clear(&a);
    }
    CHECK(done);
}

CHECK_MAIN({"what was put in comes out, whatever the order", test_round_trip},
           {"a tensor of another name, type, rank or size is refused", test_get_refuses},
           {"a file that is cut anywhere is refused", test_cut_off},
           {"every flipped bit is found", test_flipped_bits},
           {"each number that does not fit is named", test_damage},
           {"bytes that are not aligned are refused", test_not_aligned},
           {"a file is mapped; none, and a foreign one, are told apart", test_open},
           {"a writer without memory says so", test_no_memory})
