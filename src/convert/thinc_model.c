#include "convert/thinc_model.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { LARGEST_DIM = 1000000 };

int thinc_bad(struct ts_error *err, const struct thinc_model *m, const char *format, ...) {
    char why[256];
    va_list args;
    va_start(args, format);
    vsnprintf(why, sizeof why, format, args);
    va_end(args);
    return err_set(err, TS_E_FORMAT, "bad_package", "%s of the package cannot be used: %s", m->what,
                   why);
}

static const msgpack_object *item(const msgpack_object *list, uint32_t i) {
    return &list->via.array.ptr[i];
}

static struct str name_of(const struct thinc_model *m, uint32_t i) {
    return msgpack_in_text(msgpack_in_get(item(m->nodes, i), "name"));
}

static bool is_one_of(struct str word, const char *const *words, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (str_eq(word, str_of(words[i])))
            return true;
    return false;
}

static bool has_arrays(struct str name) {
    static const char *const names[] = {"hashembed", "maxout",  "layernorm",
                                        "linear",    "softmax", "precomputable_affine"};
    return is_one_of(name, names, sizeof names / sizeof *names);
}

/* A layer made of others is called after them: "residual(expand_window>>maxout)". */
static bool is_known(struct str name) {
    static const char *const names[] = {"extract_features", "list2ragged",     "with_array",
                                        "ints-getitem",     "dropout",         "ragged2list",
                                        "expand_window",    "residual",        "list2array",
                                        "parser_model",     "tok2vec-listener"};
    static const char parts[] = ">|()";
    bool any = false;
    for (size_t at = 0, end; at < name.n; at = end + 1) {
        for (end = at; end < name.n && !memchr(parts, name.at[end], sizeof parts - 1);)
            end++;
        struct str word = str_cut(name, at, end);
        if (word.n && !has_arrays(word) && !is_one_of(word, names, sizeof names / sizeof *names))
            return false;
        any |= word.n > 0;
    }
    return any;
}

static int check_layer(const struct thinc_model *m, uint32_t i, struct ts_error *err) {
    struct str name = name_of(m, i);
    const msgpack_object *params = item(m->params, i);
    if (!name.at || item(m->attrs, i)->type != MSGPACK_OBJECT_MAP ||
        params->type != MSGPACK_OBJECT_MAP)
        return thinc_bad(err, m, "layer %u is none", (unsigned)i);
    if (!is_known(name) || (params->via.map.size && !has_arrays(name)))
        return thinc_bad(err, m, "layer %u, %.*s, is of a kind that is not known", (unsigned)i,
                         name.n < 80 ? (int)name.n : 80, name.at);
    return TS_OK;
}

static int check_lists(struct thinc_model *m, struct ts_error *err) {
    const msgpack_object *root = &m->parsed.root, *shims = msgpack_in_get(root, "shims");
    m->nodes = msgpack_in_get(root, "nodes");
    m->attrs = msgpack_in_get(root, "attrs");
    m->params = msgpack_in_get(root, "params");
    const msgpack_object *lists[] = {m->nodes, m->attrs, m->params, shims};
    for (size_t i = 0; i < 4; i++)
        if (!lists[i] || lists[i]->type != MSGPACK_OBJECT_ARRAY ||
            lists[i]->via.array.size != m->nodes->via.array.size)
            return thinc_bad(err, m, "it has not its four lists of one length");
    int status = TS_OK;
    for (uint32_t i = 0; status == TS_OK && i < m->nodes->via.array.size; i++) {
        status = check_layer(m, i, err);
        const msgpack_object *shim = item(shims, i);
        if (status == TS_OK && (shim->type != MSGPACK_OBJECT_ARRAY || shim->via.array.size))
            status = thinc_bad(err, m, "layer %u holds a foreign model", (unsigned)i);
    }
    return status;
}

int thinc_open(struct thinc_model *out, struct arena *a, struct str bytes, const char *what,
               struct ts_error *err) {
    *out = (struct thinc_model){.arena = a, .what = what};
    int status = msgpack_in_parse(&out->parsed, bytes, err);
    if (status != TS_OK)
        return status;
    status = check_lists(out, err);
    if (status != TS_OK)
        thinc_close(out);
    return status;
}

void thinc_close(struct thinc_model *m) {
    msgpack_in_free(&m->parsed);
}

int thinc_layer(struct thinc_layer *out, const struct thinc_model *m, const char *name,
                uint32_t nth, struct ts_error *err) {
    uint32_t seen = 0;
    for (uint32_t i = 0; i < m->nodes->via.array.size; i++)
        if (str_eq(name_of(m, i), str_of(name)) && seen++ == nth) {
            *out = (struct thinc_layer){m, i};
            return TS_OK;
        }
    return thinc_bad(err, m, "it has no %s %u", name, (unsigned)nth);
}

int thinc_expect(const struct thinc_model *m, const char *name, uint32_t count,
                 struct ts_error *err) {
    uint32_t seen = 0;
    for (uint32_t i = 0; i < m->nodes->via.array.size; i++)
        seen += str_eq(name_of(m, i), str_of(name));
    if (seen != count)
        return thinc_bad(err, m, "it has %u layers %s, not %u", (unsigned)seen, name,
                         (unsigned)count);
    return TS_OK;
}

static bool is_uint(const msgpack_object *value, uint64_t most) {
    return value && value->type == MSGPACK_OBJECT_POSITIVE_INTEGER && value->via.u64 <= most;
}

int thinc_dim(uint32_t *out, const struct thinc_layer *l, const char *name, struct ts_error *err) {
    const msgpack_object *dims = msgpack_in_get(item(l->model->nodes, l->index), "dims");
    const msgpack_object *value = msgpack_in_get(dims, name);
    if (!is_uint(value, LARGEST_DIM) || !value->via.u64)
        return thinc_bad(err, l->model, "layer %u has no dimension %s", (unsigned)l->index, name);
    *out = (uint32_t)value->via.u64;
    return TS_OK;
}

/* The bytes of an array's map, when it is of this shape: {nd: true, type: "<f4", kind: "", shape:
 * [...], data: ...}. */
static struct str floats_of(const msgpack_object *array, uint32_t rank, const uint32_t *shape) {
    const msgpack_object *nd = msgpack_in_get(array, "nd"), *dims = msgpack_in_get(array, "shape");
    struct str data = msgpack_in_text(msgpack_in_get(array, "data"));
    size_t bytes = sizeof(float);
    if (!nd || nd->type != MSGPACK_OBJECT_BOOLEAN || !nd->via.boolean || !dims ||
        dims->type != MSGPACK_OBJECT_ARRAY || dims->via.array.size != rank ||
        !str_eq(msgpack_in_text(msgpack_in_get(array, "type")), STR("<f4")) ||
        msgpack_in_text(msgpack_in_get(array, "kind")).n)
        return STR_NONE;
    for (uint32_t d = 0; d < rank; d++)
        if (!is_uint(item(dims, d), LARGEST_DIM) || item(dims, d)->via.u64 != shape[d] ||
            !mem_mul(&bytes, bytes, shape[d]))
            return STR_NONE;
    return data.n == bytes ? data : STR_NONE;
}

int thinc_array(const float **out, const struct thinc_layer *l, const char *name, uint32_t rank,
                const uint32_t *shape, struct ts_error *err) {
    const msgpack_object *array = msgpack_in_get(item(l->model->params, l->index), name);
    struct str data = floats_of(array, rank, shape);
    if (!data.at)
        return thinc_bad(err, l->model, "array %s of layer %u is not of the layer's shape", name,
                         (unsigned)l->index);
    float *copy = arena_alloc(l->model->arena, data.n);
    if (!copy)
        return arena_fail(l->model->arena, err);
    memcpy(copy, data.at, data.n);
    for (size_t i = 0; i < data.n / sizeof *copy; i++)
        if (!isfinite(copy[i]))
            return thinc_bad(err, l->model, "array %s of layer %u is not finite", name,
                             (unsigned)l->index);
    *out = copy;
    return TS_OK;
}

static int no_attr(const struct thinc_layer *l, const char *name, struct ts_error *err) {
    return thinc_bad(err, l->model, "layer %u has no %s that can be read", (unsigned)l->index,
                     name);
}

/* An attribute is a bin that holds another msgpack value. */
static int parse_attr(struct msgpack_in *out, const struct thinc_layer *l, const char *name,
                      struct ts_error *err) {
    const msgpack_object *value = msgpack_in_get(item(l->model->attrs, l->index), name);
    if (!msgpack_in_text(value).n)
        return no_attr(l, name, err);
    return msgpack_in_parse(out, msgpack_in_text(value), err);
}

int thinc_uint(uint32_t *out, const struct thinc_layer *l, const char *name, struct ts_error *err) {
    struct msgpack_in value;
    int status = parse_attr(&value, l, name, err);
    if (status != TS_OK)
        return status;
    if (is_uint(&value.root, UINT32_MAX))
        *out = (uint32_t)value.root.via.u64;
    else
        status = no_attr(l, name, err);
    msgpack_in_free(&value);
    return status;
}

int thinc_texts(struct str **out, uint32_t *count, const struct thinc_layer *l, const char *name,
                struct ts_error *err) {
    struct msgpack_in value;
    int status = parse_attr(&value, l, name, err);
    if (status != TS_OK)
        return status;
    *count = value.root.type == MSGPACK_OBJECT_ARRAY ? value.root.via.array.size : 0;
    *out = arena_zero(l->model->arena, *count, sizeof **out);
    if (!*out)
        status = arena_fail(l->model->arena, err);
    for (uint32_t i = 0; status == TS_OK && i < *count; i++) {
        (*out)[i] = msgpack_in_text(item(&value.root, i));
        if (!(*out)[i].n)
            status = no_attr(l, name, err);
    }
    msgpack_in_free(&value);
    return status;
}
