#include "convert/convert.h"
#include "convert/thinc_model.h"
#include "nn/kernels.h"
#include "nn/string_table.h"

#include <stdio.h>
#include <string.h>

enum { WINDOWS = 4, MOST_COLUMNS = 8, WIDEST = 1024 };

/* What the parts of this file share. */
struct networks {
    struct model_writer *w;
    struct package *package;
    uint32_t width; /* of the token vectors that the tagger and the parser read */
};

/* The names of the columns, as the layer has them that looks them up. */
static int add_columns(struct networks *n, const struct thinc_model *m, const char *prefix,
                       uint32_t *count, struct ts_error *err) {
    char name[MODEL_NAME];
    struct thinc_layer l;
    struct str *columns;
    int status = thinc_expect(m, "extract_features", 1, err);
    if (status == TS_OK)
        status = thinc_layer(&l, m, "extract_features", 0, err);
    if (status == TS_OK)
        status = thinc_texts(&columns, count, &l, "columns", err);
    if (status == TS_OK && (!*count || *count > MOST_COLUMNS))
        status = thinc_bad(err, m, "it reads %u attributes", (unsigned)*count);
    if (status != TS_OK)
        return status;
    snprintf(name, sizeof name, "%s.attributes", prefix);
    model_add_strings(n->w, name, columns, *count, false);
    return TS_OK;
}

/* The table of one column: E [nV][nO]. */
static int add_embed(struct networks *n, const struct thinc_model *m, const char *prefix,
                     uint32_t column, uint32_t width, uint32_t *seed, struct ts_error *err) {
    char name[MODEL_NAME];
    struct thinc_layer l;
    uint32_t rows, of, at;
    const float *table;
    int status = thinc_layer(&l, m, "hashembed", column, err);
    if (status == TS_OK)
        status = thinc_dim(&rows, &l, "nV", err);
    if (status == TS_OK)
        status = thinc_dim(&of, &l, "nO", err);
    if (status == TS_OK)
        status = thinc_uint(&at, &l, "column", err);
    if (status == TS_OK)
        status = thinc_uint(seed, &l, "seed", err);
    if (status == TS_OK && (of != width || at != column))
        status = thinc_bad(err, m, "table %u is of another column or width", (unsigned)column);
    if (status == TS_OK)
        status = thinc_array(&table, &l, "E", 2, (uint32_t[]){rows, width}, err);
    if (status != TS_OK)
        return status;
    snprintf(name, sizeof name, "%s.embed.%u", prefix, (unsigned)column);
    model_add(n->w, name, TENSOR_F32, 2, (size_t[]){rows, width}, table);
    return TS_OK;
}

static int add_embeds(struct networks *n, const struct thinc_model *m, const char *prefix,
                      uint32_t columns, uint32_t width, struct ts_error *err) {
    char name[MODEL_NAME];
    uint32_t *seeds = arena_zero(n->w->arena, columns, sizeof *seeds);
    if (!seeds)
        return arena_fail(n->w->arena, err);
    int status = thinc_expect(m, "hashembed", columns, err);
    for (uint32_t i = 0; status == TS_OK && i < columns; i++)
        status = add_embed(n, m, prefix, i, width, &seeds[i], err);
    if (status != TS_OK)
        return status;
    snprintf(name, sizeof name, "%s.seeds", prefix);
    model_add(n->w, name, TENSOR_U32, 1, (size_t[]){columns}, seeds);
    return TS_OK;
}

/* W [nO][nP][nI] and b [nO][nP], or without nP when pieces is 1; dimensions that are 0 are the
 * layer's own. */
static int add_layer(struct networks *n, const struct thinc_layer *l, const char *name,
                     uint32_t *outputs, uint32_t inputs, bool maxout, struct ts_error *err) {
    uint32_t o, i, pieces = 1;
    const float *weights, *bias;
    int status = thinc_dim(&o, l, "nO", err);
    if (status == TS_OK)
        status = thinc_dim(&i, l, "nI", err);
    if (status == TS_OK && maxout)
        status = thinc_dim(&pieces, l, "nP", err);
    if (status != TS_OK)
        return status;
    if ((*outputs && o != *outputs) || i != inputs || pieces < 1 || pieces > 3)
        return thinc_bad(err, l->model,
                         "%s is of %u x %u x %u, which does not fit the layer "
                         "before it or behind it",
                         name, (unsigned)o, (unsigned)pieces, (unsigned)i);
    const uint32_t of_maxout[] = {o, pieces, i}, of_linear[] = {o, i};
    *outputs = o;
    status = thinc_array(&weights, l, "W", maxout ? 3 : 2, maxout ? of_maxout : of_linear, err);
    if (status == TS_OK)
        status = thinc_array(&bias, l, "b", maxout ? 2 : 1, of_maxout, err);
    if (status == TS_OK)
        model_add_packed(n->w, name, weights, bias, o, i, pieces);
    return status;
}

/* Maxout number nth and the norm behind it. */
static int add_maxout(struct networks *n, const struct thinc_model *m, uint32_t nth,
                      const char *name, uint32_t outputs, uint32_t inputs, struct ts_error *err) {
    char norm_name[MODEL_NAME];
    struct thinc_layer maxout, norm;
    const float *gain, *bias;
    int status = thinc_layer(&maxout, m, "maxout", nth, err);
    if (status == TS_OK)
        status = thinc_layer(&norm, m, "layernorm", nth, err);
    if (status == TS_OK)
        status = add_layer(n, &maxout, name, &outputs, inputs, true, err);
    if (status == TS_OK)
        status = thinc_array(&gain, &norm, "G", 1, &outputs, err);
    if (status == TS_OK)
        status = thinc_array(&bias, &norm, "b", 1, &outputs, err);
    if (status != TS_OK)
        return status;
    float *both = arena_zero(n->w->arena, outputs, 2 * sizeof *both);
    if (!both)
        return arena_fail(n->w->arena, err);
    memcpy(both, gain, outputs * sizeof *both);
    memcpy(both + outputs, bias, outputs * sizeof *both);
    snprintf(norm_name, sizeof norm_name, "%s.norm", name);
    model_add(n->w, norm_name, TENSOR_F32, 2, (size_t[]){2, outputs}, both);
    return TS_OK;
}

/* The encoder: each window reaches one row to each side, and as many rows as there are windows are
 * around each text. */
static int check_windows(const struct thinc_model *m, struct ts_error *err) {
#define WINDOW "residual(expand_window>>maxout>>layernorm>>dropout)"
    static const char encoder[] = "with_array(" WINDOW ">>" WINDOW ">>" WINDOW ">>" WINDOW ")";
    struct thinc_layer l;
    uint32_t size;
    int status = thinc_expect(m, "maxout", WINDOWS + 1, err);
    if (status == TS_OK)
        status = thinc_expect(m, "layernorm", WINDOWS + 1, err);
    if (status == TS_OK)
        status = thinc_expect(m, "expand_window", WINDOWS, err);
    if (status == TS_OK)
        status = thinc_layer(&l, m, encoder, 0, err);
    if (status == TS_OK)
        status = thinc_uint(&size, &l, "pad", err);
    if (status == TS_OK && size != WINDOWS)
        status = thinc_bad(err, m, "its texts are padded by %u", (unsigned)size);
    for (uint32_t i = 0; status == TS_OK && i < WINDOWS; i++) {
        status = thinc_layer(&l, m, "expand_window", i, err);
        if (status == TS_OK)
            status = thinc_uint(&size, &l, "window_size", err);
        if (status == TS_OK && size != 1)
            status = thinc_bad(err, m, "its windows are of size %u", (unsigned)size);
    }
    return status;
}

static int add_tok2vec(struct networks *n, const struct thinc_model *m, const char *prefix,
                       uint32_t *width, struct ts_error *err) {
    static const uint32_t depth = WINDOWS;
    char name[MODEL_NAME];
    struct thinc_layer mix;
    uint32_t columns;
    int status = add_columns(n, m, prefix, &columns, err);
    if (status == TS_OK)
        status = check_windows(m, err);
    if (status == TS_OK)
        status = thinc_layer(&mix, m, "maxout", 0, err);
    if (status == TS_OK)
        status = thinc_dim(width, &mix, "nO", err);
    if (status == TS_OK && (*width % 16 || *width > WIDEST))
        status = thinc_bad(err, m, "its vectors are %u wide", (unsigned)*width);
    if (status == TS_OK)
        status = add_embeds(n, m, prefix, columns, *width, err);
    if (status != TS_OK)
        return status;
    snprintf(name, sizeof name, "%s.depth", prefix);
    model_add(n->w, name, TENSOR_U32, 1, (size_t[]){1}, &depth);
    snprintf(name, sizeof name, "%s.mix", prefix);
    status = add_maxout(n, m, 0, name, *width, columns * *width, err);
    for (uint32_t i = 1; status == TS_OK && i <= WINDOWS; i++) {
        snprintf(name, sizeof name, "%s.window.%u", prefix, (unsigned)i);
        status = add_maxout(n, m, i, name, *width, 3 * *width, err);
    }
    return status;
}

/* The tags, in the order of the outputs. */
static int add_labels(struct networks *n, const struct thinc_model *m, uint32_t outputs,
                      struct ts_error *err) {
    json_t *json;
    int status = package_json(&json, n->package, "tagger/cfg", err);
    if (status != TS_OK)
        return status;
    const json_t *list = json_object_get(json, "labels");
    struct str *labels = arena_zero(n->w->arena, outputs, sizeof *labels);
    if (!labels)
        status = arena_fail(n->w->arena, err);
    else if (json_array_size(list) != outputs)
        status = thinc_bad(err, m, "it has %u outputs for %zu labels", (unsigned)outputs,
                           json_array_size(list));
    for (size_t i = 0; status == TS_OK && i < outputs; i++) {
        labels[i] = json_in_text(json_array_get(list, i));
        if (!labels[i].n)
            status = thinc_bad(err, m, "label %zu is no text", i);
    }
    if (status == TS_OK)
        model_add_strings(n->w, "tagger.labels", labels, outputs, false);
    json_decref(json);
    return status;
}

static int add_tagger(struct networks *n, const struct thinc_model *m, struct ts_error *err) {
    struct thinc_layer l;
    uint32_t outputs = 0;
    int status = thinc_expect(m, "softmax", 1, err);
    if (status == TS_OK)
        status = thinc_layer(&l, m, "softmax", 0, err);
    if (status == TS_OK)
        status = add_layer(n, &l, "tagger", &outputs, n->width, false, err);
    return status == TS_OK ? add_labels(n, m, outputs, err) : status;
}

/* The layer whose products are made once a token: W [nF][nO][nP][nI], b [nO][nP], pad
 * [1][nF][nO][nP]. */
static int add_lower(struct networks *n, const struct thinc_layer *l, const char *prefix,
                     uint32_t *outputs, uint32_t *inputs, struct ts_error *err) {
    static const char *const names[] = {"nF", "nO", "nP", "nI"};
    char name[MODEL_NAME];
    uint32_t dims[4];
    const float *weights, *bias, *pad;
    int status = TS_OK;
    for (size_t d = 0; status == TS_OK && d < 4; d++)
        status = thinc_dim(&dims[d], l, names[d], err);
    if (status != TS_OK)
        return status;
    if (dims[0] > MOST_COLUMNS || dims[1] % 16 || dims[1] > WIDEST || dims[2] > 3)
        return thinc_bad(err, l->model, "its state layer is of an unknown size");
    const uint32_t pads[] = {1, dims[0], dims[1], dims[2]};
    const uint32_t each = dims[1] * dims[2], all = dims[0] * each;
    status = thinc_array(&weights, l, "W", 4, dims, err);
    if (status == TS_OK)
        status = thinc_array(&bias, l, "b", 2, dims + 1, err);
    if (status == TS_OK)
        status = thinc_array(&pad, l, "pad", 4, pads, err);
    if (status != TS_OK)
        return status;
    const float *zeros = arena_zero(n->w->arena, all, sizeof *zeros);
    if (!zeros)
        return arena_fail(n->w->arena, err);
    snprintf(name, sizeof name, "%s.lower", prefix);
    model_add_packed(n->w, name, weights, zeros, all, dims[3], 1);
    snprintf(name, sizeof name, "%s.state_bias", prefix);
    model_add(n->w, name, TENSOR_F32, 1, (size_t[]){each}, bias);
    snprintf(name, sizeof name, "%s.pad", prefix);
    model_add(n->w, name, TENSOR_F32, 2, (size_t[]){dims[0], each}, pad);
    *outputs = dims[1];
    *inputs = dims[3];
    return TS_OK;
}

/* Token vectors of width go through linear, lower and upper to one score for each move. */
static int add_transitions(struct networks *n, const struct thinc_model *m, const char *prefix,
                           uint32_t width, struct ts_error *err) {
    char name[MODEL_NAME];
    struct thinc_layer lower, upper, linear;
    uint32_t hidden = 0, narrow = 0, moves = 0;
    int status = thinc_expect(m, "linear", 2, err);
    if (status == TS_OK)
        status = thinc_expect(m, "precomputable_affine", 1, err);
    if (status == TS_OK)
        status = thinc_layer(&lower, m, "precomputable_affine", 0, err);
    if (status == TS_OK)
        status = thinc_layer(&upper, m, "linear", 0, err);
    if (status == TS_OK)
        status = thinc_layer(&linear, m, "linear", 1, err);
    if (status == TS_OK)
        status = add_lower(n, &lower, prefix, &hidden, &narrow, err);
    if (status != TS_OK)
        return status;
    snprintf(name, sizeof name, "%s.upper", prefix);
    status = add_layer(n, &upper, name, &moves, hidden, false, err);
    snprintf(name, sizeof name, "%s.linear", prefix);
    return status == TS_OK ? add_layer(n, &linear, name, &narrow, width, false, err) : status;
}

static int add_shared(struct networks *n, const struct thinc_model *m, struct ts_error *err) {
    return add_tok2vec(n, m, "tok2vec", &n->width, err);
}

static int add_parser(struct networks *n, const struct thinc_model *m, struct ts_error *err) {
    return add_transitions(n, m, "parser", n->width, err);
}

static int add_ner(struct networks *n, const struct thinc_model *m, struct ts_error *err) {
    uint32_t width;
    int status = add_tok2vec(n, m, "ner.tok2vec", &width, err);
    return status == TS_OK ? add_transitions(n, m, "ner", width, err) : status;
}

int convert_networks(struct model_writer *w, struct package *p, struct ts_error *err) {
    static const struct {
        const char *path;
        int (*add)(struct networks *, const struct thinc_model *, struct ts_error *);
    } files[] = {{"tok2vec/model", add_shared},
                 {"tagger/model", add_tagger},
                 {"parser/model", add_parser},
                 {"ner/model", add_ner}};
    struct networks n = {.w = w, .package = p};
    int status = TS_OK;
    for (size_t i = 0; status == TS_OK && i < sizeof files / sizeof *files; i++) {
        struct thinc_model m;
        struct str bytes;
        status = package_file(&bytes, p, files[i].path, err);
        if (status == TS_OK)
            status = thinc_open(&m, w->arena, bytes, files[i].path, err);
        if (status != TS_OK)
            return status;
        status = files[i].add(&n, &m, err);
        thinc_close(&m);
    }
    return status;
}
