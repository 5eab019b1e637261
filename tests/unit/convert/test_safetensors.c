/* Tensors are found within bounds; headers that do not fit their bytes are refused. */
#include "check.h"
#include "convert/safetensors.h"

#include <math.h>
#include <stdlib.h>

/* A file of a header and bytes of 0, from an arena, so that floats are aligned when the header's
 * length is a multiple of 4. */
static struct str file_of(struct arena *a, struct str header, uint64_t length, size_t zeros) {
    size_t n = 8 + header.n + zeros;
    char *bytes = arena_zero(a, 1, n);
    if (!bytes)
        return STR_NONE;
    for (size_t i = 0; i < 8; i++)
        bytes[i] = (char)(length >> 8 * i & 0xFF);
    memcpy(bytes + 8, header.at, header.n);
    return (struct str){bytes, n};
}

static struct arena arena_here(void) {
    struct mem mem = mem_system();
    struct arena a;
    arena_init(&a, &mem, (size_t)64 << 20);
    return a;
}

/* Tensors of 4 + 8 + 24 + 0 + 4 bytes, not in the order of their places. */
static const char good[] =
    "{\"__metadata__\":{\"format\":\"pt\"},"
    "\"b\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[12,36]},"
    "\"a\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[4,12]},"
    "\"s\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]},"
    "\"none\":{\"dtype\":\"F32\",\"shape\":[0,9],\"data_offsets\":[36,36]},"
    "\"h\":{\"dtype\":\"BF16\",\"shape\":[1,1,1,2],\"data_offsets\":[36,40]}}";

static void test_good(void) {
    struct arena a = arena_here();
    char header[512];
    struct safetensors s;
    const float *x = NULL;
    struct ts_error err = {0};
    /* blanks behind it, as writers put them there */
    snprintf(header, sizeof header, "%-400s", good);
    struct str bytes = file_of(&a, str_of(header), 400, 40);
    CHECK_NEED(bytes.at != NULL);
    const float numbers[] = {7, 1, 2, 3, 4, 5, -0x1.fffp126F};
    memcpy((char *)(uintptr_t)bytes.at + 408, numbers, 4);
    memcpy((char *)(uintptr_t)bytes.at + 420, numbers + 1, 24);
    CHECK_NEED(safetensors_read(&s, &a, bytes, &err) == TS_OK);
    CHECK_INT(s.n, 5);
    CHECK_STR(s.at[0].name.at, s.at[0].name.n, "s");
    CHECK_STR(s.at[1].name.at, s.at[1].name.n, "a");
    if (CHECK_INT(safetensors_floats(&x, &s, "s", 0, NULL, &err), TS_OK))
        CHECK(x[0] == 7);
    if (CHECK_INT(safetensors_floats(&x, &s, "b", 2, (size_t[]){2, 3}, &err), TS_OK))
        CHECK((const char *)x == bytes.at + 420 && x[0] == 1 && x[5] == numbers[6]);
    CHECK_INT(safetensors_floats(&x, &s, "none", 2, (size_t[]){0, 9}, &err), TS_OK);
    CHECK_INT(safetensors_end(&s, &err), TS_E_FORMAT);
    CHECK(strstr(err.message, "a in model") == err.message);
    safetensors_skip(&s, "a");
    safetensors_skip(&s, "h");
    safetensors_skip(&s, "not there");
    CHECK_INT(safetensors_end(&s, &err), TS_OK);
    arena_clear(&a);
}

static void test_floats_refused(void) {
    static const struct {
        const char *name;
        uint32_t rank;
        size_t dims[4];
        const char *why;
    } rows[] = {
        {"c", 2, {2, 3}, "not there"},
        {"", 2, {2, 3}, "not there"},
        {"a", 1, {1}, "F32"},
        {"h", 4, {1, 1, 1, 2}, "F32"},
        {"b", 1, {6}, "shape"},
        {"b", 2, {3, 2}, "shape"},
        {"b", 3, {2, 3, 1}, "shape"},
        {"b", 0, {0}, "shape"},
        {"__metadata__", 0, {0}, "there"},
    };
    struct arena a = arena_here();
    struct str bytes = file_of(&a, str_of(good), sizeof good - 1, 40);
    struct safetensors s;
    const float *x;
    CHECK_NEED(bytes.at && safetensors_read(&s, &a, bytes, NULL) == TS_OK);
    CHECK_ROWS (i, rows) {
        struct ts_error err = {0};
        CHECK_INT(safetensors_floats(&x, &s, rows[i].name, rows[i].rank, rows[i].dims, &err),
                  TS_E_FORMAT);
        CHECK_STR(err.outcome, strlen(err.outcome), "bad_package");
        CHECK(strstr(err.message, rows[i].why) != NULL);
    }
    arena_clear(&a);
}

static void test_numbers(void) {
    static const char header[] =
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}  ";
    const struct {
        float x;
        bool good;
    } rows[] = {
        {0, true},         {-1.5F, true},     {0x1p-149F, true}, {0x1.fffffep126F, true},
        {0x1p127F, false}, {-3.4e38F, false}, {INFINITY, false}, {-INFINITY, false},
        {NAN, false},
    };
    CHECK_INT((sizeof header - 1) % 4, 0);
    CHECK_ROWS (i, rows) {
        struct arena a = arena_here();
        struct str bytes = file_of(&a, str_of(header), sizeof header - 1, 8);
        struct safetensors s;
        const float *x;
        CHECK_NEED(bytes.at != NULL);
        memcpy((char *)(uintptr_t)bytes.at + bytes.n - 4, &rows[i].x, 4);
        CHECK_NEED(safetensors_read(&s, &a, bytes, NULL) == TS_OK);
        CHECK_INT(safetensors_floats(&x, &s, "x", 1, (size_t[]){2}, NULL),
                  rows[i].good ? TS_OK : TS_E_FORMAT);
        arena_clear(&a);
    }
}

/* Behind a header, or a tensor of bytes, of a length that is no multiple of 4. */
static void test_misaligned(void) {
    static const struct {
        const char *header;
        size_t zeros;
        int status;
    } rows[] = {
        {"{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 4, TS_E_FORMAT},
        {"{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} ", 4, TS_E_FORMAT},
        {"{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}  ", 4, TS_OK},
        {"{\"u\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[0,3]},"
         "\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[3,7]}}   ",
         7, TS_OK},
        {"{\"u\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[0,3]},"
         "\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[3,7]}}  ",
         7, TS_E_FORMAT},
    };
    CHECK_ROWS (i, rows) {
        struct arena a = arena_here();
        struct str header = str_of(rows[i].header);
        struct str bytes = file_of(&a, header, header.n, rows[i].zeros);
        struct safetensors s;
        const float *x;
        CHECK_NEED(bytes.at != NULL);
        CHECK_NEED(safetensors_read(&s, &a, bytes, NULL) == TS_OK);
        CHECK_INT(safetensors_floats(&x, &s, "x", 1, (size_t[]){1}, NULL), rows[i].status);
        arena_clear(&a);
    }
}

#define ONE(type, shape, place)                                                                    \
    "{\"x\":{\"dtype\":" type ",\"shape\":" shape ",\"data_offsets\":" place "}}"

static const struct {
    const char *header;
    size_t zeros;
    const char *why; /* NULL: read */
} headers[] = {
    {"{}", 0, NULL},
    {"{\"__metadata__\":{}}", 0, NULL},
    {ONE("\"F32\"", "[2]", "[0,8]"), 8, NULL},
    {ONE("\"F32\"", "[2]", "[0,8]") " \n", 8, NULL},
    {"", 0, "no JSON"},
    {"[]", 0, "no JSON"},
    {" {}", 0, "no JSON"},
    {"{", 0, "no JSON"},
    {"{}{}", 0, "no JSON"},
    {"{\"x\":1}", 0, "kind"},
    {"{\"x\":{}}", 0, "kind"},
    {"{\"x\":[]}", 0, "kind"},
    {"{}", 1, "behind"},
    /* types */
    {ONE("\"f32\"", "[2]", "[0,8]"), 8, "kind"},
    {ONE("\"F33\"", "[2]", "[0,8]"), 8, "kind"},
    {ONE("4", "[2]", "[0,8]"), 8, "kind"},
    {ONE("\"F64\"", "[2]", "[0,8]"), 8, "as many"},
    {ONE("\"F16\"", "[2]", "[0,8]"), 8, "as many"},
    /* shapes */
    {ONE("\"F32\"", "2", "[0,8]"), 8, "kind"},
    {ONE("\"F32\"", "[1,1,1,1,2]", "[0,8]"), 8, "kind"},
    {ONE("\"F32\"", "[2.0]", "[0,8]"), 8, "shape is none"},
    {ONE("\"F32\"", "[-2]", "[0,8]"), 8, "shape is none"},
    {ONE("\"F32\"", "[null]", "[0,8]"), 8, "shape is none"},
    {ONE("\"F32\"", "[3]", "[0,8]"), 8, "as many"},
    {ONE("\"F32\"", "[]", "[0,8]"), 8, "as many"},
    {ONE("\"F32\"", "[4611686018427387906]", "[0,8]"), 8, "shape is none"}, /* 2^62 + 2 */
    {ONE("\"F32\"", "[4294967296,4294967296]", "[0,0]"), 0, "shape is none"},
    {ONE("\"F32\"", "[9223372036854775808]", "[0,0]"), 0, "no JSON"}, /* 2^63 */
    /* places */
    {ONE("\"F32\"", "[2]", "[0]"), 8, "kind"},
    {ONE("\"F32\"", "[2]", "[0,4,8]"), 8, "kind"},
    {ONE("\"F32\"", "[2]", "8"), 8, "kind"},
    {ONE("\"F32\"", "[2]", "[\"0\",8]"), 8, "not in the file"},
    {ONE("\"F32\"", "[2]", "[-8,0]"), 8, "not in the file"},
    {ONE("\"F32\"", "[2]", "[0,8]"), 7, "not in the file"},
    {ONE("\"F32\"", "[2]", "[8,0]"), 8, "not in the file"},
    {ONE("\"F32\"", "[2]", "[4,12]"), 12, "a gap"},
    {ONE("\"F32\"", "[2]", "[0,8]"), 9, "behind"},
    {ONE("\"F32\"", "[2]", "[9223372036854775800,9223372036854775807]"), 8, "not in the file"},
    /* two tensors */
    {"{\"x\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]},"
     "\"x\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[2,4]}}",
     4, "no JSON"},
    {"{\"x\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]},"
     "\"y\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]}}",
     2, "overlaps"},
    {"{\"x\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[0,3]},"
     "\"y\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[2,4]}}",
     4, "overlaps"},
    {"{\"x\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]},"
     "\"y\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[1,3]}}",
     4, "overlaps"},
    {"{\"y\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[3,5]},"
     "\"x\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]}}",
     5, "a gap"},
    /* keys that are not known */
    {"{\"x\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2],\"more\":1}}", 2, "kind"},
    {"{\"x\":{\"dtype\":\"U8\",\"shape\":[2],\"offsets\":[0,2]}}", 2, "kind"},
};

static void test_refused(void) {
    CHECK_ROWS (i, headers) {
        struct arena a = arena_here();
        struct ts_error err = {0};
        struct str header = str_of(headers[i].header);
        struct str bytes = file_of(&a, header, header.n, headers[i].zeros);
        struct safetensors s;
        CHECK_NEED(bytes.at != NULL);
        CHECK_INT(safetensors_read(&s, &a, bytes, &err), headers[i].why ? TS_E_FORMAT : TS_OK);
        if (headers[i].why) {
            CHECK_STR(err.outcome, strlen(err.outcome), "bad_package");
            if (!CHECK(strstr(err.message, headers[i].why) != NULL))
                printf("# %s\n", err.message);
        }
        arena_clear(&a);
    }
}

static void test_lengths(void) {
    static const struct {
        uint64_t length;
        size_t header, zeros; /* bytes of it that are there; behind it */
        int status;
    } rows[] = {
        {2, 2, 0, TS_OK},
        {2, 1, 0, TS_E_FORMAT},
        {2, 0, 0, TS_E_FORMAT},
        {1, 2, 0, TS_E_FORMAT},
        {1 << 20, 1 << 20, 0, TS_OK},
        {(1 << 20) + 1, (1 << 20) + 1, 0, TS_E_FORMAT},
        {UINT64_MAX, 2, 0, TS_E_FORMAT},
        {UINT64_MAX - 7, 2, 0, TS_E_FORMAT},
        {(uint64_t)1 << 32 | 2, 2, 0, TS_E_FORMAT},
    };
    CHECK_ROWS (i, rows) {
        struct arena a = arena_here();
        struct safetensors s;
        char *header = arena_alloc(&a, rows[i].header);
        CHECK_NEED(header != NULL);
        memset(header, ' ', rows[i].header);
        memcpy(header, "{}", rows[i].header < 2 ? rows[i].header : 2);
        struct str bytes =
            file_of(&a, (struct str){header, rows[i].header}, rows[i].length, rows[i].zeros);
        CHECK_NEED(bytes.at != NULL);
        CHECK_INT(safetensors_read(&s, &a, bytes, NULL), rows[i].status);
        for (size_t n = 0; n < 8; n++)
            CHECK_INT(safetensors_read(&s, &a, str_cut(bytes, 0, n), NULL), TS_E_FORMAT);
        arena_clear(&a);
    }
}

/* JSON of many short values takes a hundred times its own memory. */
static void test_many_values(void) {
    struct arena a = arena_here();
    struct safetensors s;
    size_t n = 1 << 20;
    char *header = arena_alloc(&a, n);
    CHECK_NEED(header != NULL);
    memset(header, '[', n);
    memcpy(header, "{\"x\":", 5);
    struct str bytes = file_of(&a, (struct str){header, n}, n, 0);
    CHECK_NEED(bytes.at != NULL);
    CHECK_INT(safetensors_read(&s, &a, bytes, NULL), TS_E_FORMAT);
    arena_clear(&a);
}

static void *resize_some(void *left, void *old, size_t new_bytes) {
    if (new_bytes && (*(long *)left)-- == 0)
        return NULL;
    if (new_bytes)
        return realloc(old, new_bytes);
    free(old);
    return NULL;
}

static void test_memory(void) {
    enum { TENSORS = 60 };
    struct arena a = arena_here();
    char *header = arena_alloc(&a, TENSORS * 80);
    CHECK_NEED(header != NULL);
    size_t n = 0;
    for (int i = 0; i < TENSORS; i++)
        n += (size_t)snprintf(header + n, 80,
                              "%c\"%d\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[%d,%d]}",
                              i ? ',' : '{', i, i, i + 1);
    header[n++] = '}';
    struct str bytes = file_of(&a, (struct str){header, n}, n, TENSORS);
    CHECK_NEED(bytes.at != NULL);
    int status = TS_E_MEMORY;
    for (long i = 0; i < TENSORS + 10 && status == TS_E_MEMORY; i++) {
        long left = i;
        struct mem mem = {resize_some, &left};
        struct arena small;
        struct safetensors s;
        struct ts_error err = {0};
        arena_init(&small, &mem, 0);
        status = safetensors_read(&s, &small, bytes, &err);
        if (status == TS_OK)
            CHECK(i > 0 && s.n == TENSORS);
        else
            CHECK_STR(err.outcome, strlen(err.outcome), "out_of_memory");
        arena_clear(&small);
    }
    CHECK_INT(status, TS_OK);
    arena_clear(&a);
}

CHECK_MAIN({"tensors are found by name, where their bytes are", test_good},
           {"another type, shape or name is refused", test_floats_refused},
           {"numbers that are not finite, or would not be as bfloat16, are refused", test_numbers},
           {"floats must lie where floats can", test_misaligned},
           {"headers that do not fit their bytes are refused", test_refused},
           {"a header is read up to 1 MiB, and no further than it goes", test_lengths},
           {"JSON that would take too much memory is refused", test_many_values},
           {"memory that is refused is an error", test_memory})
