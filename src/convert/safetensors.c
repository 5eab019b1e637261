#include "convert/safetensors.h"

#include "base/json_in.h"

#include <math.h>
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

enum { LENGTH = 8, HEADER_BYTES = 1 << 20, JSON_BYTES = 16 << 20 };

static int bad(struct ts_error *err, const char *why) {
    return err_set(err, TS_E_FORMAT, "bad_package",
                   "model.safetensors of the package cannot be used: %s", why);
}

static int bad_tensor(struct ts_error *err, struct str name, const char *why) {
    return err_set(err, TS_E_FORMAT, "bad_package",
                   "%.*s in model.safetensors of the package cannot be used: %s",
                   name.n < 100 ? (int)name.n : 100, name.at, why);
}

/* The size of one item; 0 for a type that is not known. */
static size_t item_bytes(struct str type) {
    static const struct {
        const char *name;
        unsigned char bytes;
    } types[] = {
        {"BOOL", 1}, {"U8", 1},  {"I8", 1},  {"F8_E5M2", 1}, {"F8_E4M3", 1},
        {"I16", 2},  {"U16", 2}, {"F16", 2}, {"BF16", 2},    {"I32", 4},
        {"U32", 4},  {"F32", 4}, {"I64", 8}, {"U64", 8},     {"F64", 8},
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (str_eq(type, str_of(types[i].name)))
            return types[i].bytes;
    return 0;
}

/* Item i of a list, a whole number. */
static bool size_at(size_t *out, const json_t *list, size_t i) {
    const json_t *v = json_array_get(list, i);
    *out = json_is_integer(v) ? (size_t)json_integer_value(v) : 0;
    return json_is_integer(v) && json_integer_value(v) >= 0;
}

/* {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}; why it is refused, or NULL. */
static const char *read_tensor(struct safetensor *t, const json_t *value, struct str data) {
    const json_t *shape = json_object_get(value, "shape");
    const json_t *place = json_object_get(value, "data_offsets");
    struct str type = json_in_str(value, "dtype");
    size_t start, end, bytes = item_bytes(type);
    if (!bytes || json_object_size(value) != 3 || !json_is_array(shape) ||
        json_array_size(shape) > SAFETENSORS_RANK || !json_is_array(place) ||
        json_array_size(place) != 2)
        return "it is of a kind that is not known";
    t->is_float = str_eq(type, STR("F32"));
    t->rank = (uint32_t)json_array_size(shape);
    for (uint32_t d = 0; d < t->rank; d++)
        if (!size_at(&t->dims[d], shape, d) || !mem_mul(&bytes, bytes, t->dims[d]))
            return "its shape is none";
    if (!size_at(&start, place, 0) || !size_at(&end, place, 1) || start > end || end > data.n)
        return "its bytes are not in the file";
    if (end - start != bytes)
        return "it has not as many bytes as its shape needs";
    t->bytes = str_cut(data, start, end);
    return NULL;
}

static int read_tensors(struct safetensors *out, struct arena *a, json_t *header, struct str data,
                        struct ts_error *err) {
    out->at = arena_zero(a, json_object_size(header), sizeof *out->at);
    if (!out->at)
        return arena_fail(a, err);
    for (void *i = json_object_iter(header); i; i = json_object_iter_next(header, i)) {
        struct str name = str_of(json_object_iter_key(i));
        struct safetensor *t = &out->at[out->n];
        if (str_eq(name, STR("__metadata__"))) /* texts, and no tensor */
            continue;
        const char *why = read_tensor(t, json_object_iter_value(i), data);
        if (why)
            return bad_tensor(err, name, why);
        t->name = str_copy(a, name);
        if (!t->name.at)
            return arena_fail(a, err);
        out->n++;
    }
    return TS_OK;
}

/* Both lie in one block. */
static int by_place(const void *a, const void *b) {
    const struct str x = ((const struct safetensor *)a)->bytes;
    const struct str y = ((const struct safetensor *)b)->bytes;
    if (x.at != y.at)
        return x.at < y.at ? -1 : 1;
    return (x.n > y.n) - (x.n < y.n);
}

static int check_places(struct safetensors *s, struct str data, struct ts_error *err) {
    const char *end = data.at;
    if (s->n)
        qsort(s->at, s->n, sizeof *s->at, by_place);
    for (size_t i = 0; i < s->n; end = s->at[i].bytes.at + s->at[i].bytes.n, i++)
        if (s->at[i].bytes.at != end)
            return bad_tensor(err, s->at[i].name, "there is a gap before it, or it overlaps");
    return end == data.at + data.n ? TS_OK : bad(err, "there is something behind the last tensor");
}

/* Least significant byte first. */
static uint64_t length_of(struct str bytes) {
    uint64_t n = 0;
    for (size_t i = LENGTH; i-- > 0;)
        n = n << 8 | (unsigned char)bytes.at[i];
    return n;
}

int safetensors_read(struct safetensors *out, struct arena *a, struct str bytes,
                     struct ts_error *err) {
    json_t *json;
    *out = (struct safetensors){.n = 0};
    if (bytes.n < LENGTH)
        return bad(err, "it is cut off");
    uint64_t n = length_of(bytes);
    if (n > HEADER_BYTES || n > bytes.n - LENGTH)
        return bad(err, "its header is cut off or too large");
    struct str data = str_cut(bytes, LENGTH + (size_t)n, bytes.n);
    struct str header = str_cut(bytes, LENGTH, LENGTH + (size_t)n);
    if (!str_starts(header, STR("{")) || json_in_memory(header) > JSON_BYTES)
        return bad(err, "its header is no JSON, or too large");
    int status = json_in_parse(&json, header, NULL);
    if (status != TS_OK)
        return status == TS_E_FORMAT ? bad(err, "its header is no JSON") : err_memory(err);
    status = read_tensors(out, a, json, data, err);
    json_decref(json);
    return status == TS_OK ? check_places(out, data, err) : status;
}

static struct safetensor *find(struct safetensors *s, const char *name) {
    for (size_t i = 0; i < s->n; i++)
        if (str_eq(s->at[i].name, str_of(name)))
            return &s->at[i];
    return NULL;
}

int safetensors_floats(const float **out, struct safetensors *s, const char *name, uint32_t rank,
                       const size_t *dims, struct ts_error *err) {
    struct safetensor *t = find(s, name);
    if (!t)
        return bad_tensor(err, str_of(name), "it is not there");
    if (!t->is_float)
        return bad_tensor(err, t->name, "it is not of F32");
    bool fits = t->rank == rank;
    for (uint32_t d = 0; fits && d < rank; d++)
        fits = t->dims[d] == dims[d];
    if (!fits)
        return bad_tensor(err, t->name, "it is of another shape");
    if ((uintptr_t)t->bytes.at % alignof(float))
        return bad_tensor(err, t->name, "its place is no multiple of 4");
    const float *x = (const void *)t->bytes.at;
    for (size_t i = 0; i < t->bytes.n / sizeof *x; i++)
        if (!(fabsf(x[i]) < 0x1p127F))
            return bad_tensor(err, t->name, "a number in it is not finite, or too large");
    t->taken = true;
    *out = x;
    return TS_OK;
}

void safetensors_skip(struct safetensors *s, const char *name) {
    struct safetensor *t = find(s, name);
    if (t)
        t->taken = true;
}

int safetensors_end(const struct safetensors *s, struct ts_error *err) {
    for (size_t i = 0; i < s->n; i++)
        if (!s->at[i].taken)
            return bad_tensor(err, s->at[i].name, "it is of no layer that is known");
    return TS_OK;
}
