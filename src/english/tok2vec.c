#include "english/tok2vec.h"

#include <stdio.h>
#include <string.h>

static const char *const attribute_names[ATTRIBUTE_KINDS] = {
    [ATTRIBUTE_NORM] = "NORM",   [ATTRIBUTE_PREFIX] = "PREFIX", [ATTRIBUTE_SUFFIX] = "SUFFIX",
    [ATTRIBUTE_SHAPE] = "SHAPE", [ATTRIBUTE_SPACY] = "SPACY",   [ATTRIBUTE_IS_SPACE] = "IS_SPACE",
};

static const float LAYER_NORM_EPSILON = 1e-8f;

/* ---- The weights */

static int open_norm(struct norm_layer *out, const struct model_file *m, const char *name,
                     uint32_t inputs, uint32_t width, struct ts_error *err) {
    char norm_name[MODEL_NAME + 8];
    struct tensor norm;
    size_t dims[] = {2, width};
    int status = packed_open(&out->maxout, m, name, err);
    if (status != TS_OK)
        return status;
    if (out->maxout.inputs != inputs || out->maxout.outputs != width)
        return model_bad(err, m, "%s maps %u numbers to %u, not %u to %u", name,
                         (unsigned)out->maxout.inputs, (unsigned)out->maxout.outputs,
                         (unsigned)inputs, (unsigned)width);
    snprintf(norm_name, sizeof norm_name, "%s.norm", name);
    status = model_get(&norm, m, norm_name, TENSOR_F32, 2, dims, err);
    if (status != TS_OK)
        return status;
    out->gain = norm.at;
    out->bias = out->gain + width;
    return TS_OK;
}

static int open_column(struct tok2vec *t, const struct model_file *m, const char *prefix,
                       uint32_t i, struct str attribute, struct ts_error *err) {
    char name[MODEL_NAME + 8];
    struct tensor rows;
    size_t dims[] = {0, i ? t->width : 0};
    struct embed_column *c = &t->columns[i];
    uint32_t kind = 0;
    while (kind < ATTRIBUTE_KINDS && !str_eq(attribute, str_of(attribute_names[kind])))
        kind++;
    if (kind == ATTRIBUTE_KINDS)
        return model_bad(err, m, "%s looks at \"%.*s\", which is not known", prefix,
                         STR_FMT(attribute));
    snprintf(name, sizeof name, "%s.embed.%u", prefix, (unsigned)i);
    int status = model_get(&rows, m, name, TENSOR_F32, 2, dims, err);
    if (status != TS_OK)
        return status;
    if (!dims[0] || dims[0] > UINT32_MAX || !dims[1] || dims[1] > TOK2VEC_WIDTH || dims[1] % 16)
        return model_bad(err, m, "%s has %zu rows of %zu numbers", name, dims[0], dims[1]);
    c->attribute = (enum attribute)kind;
    c->rows = rows.at;
    c->count = (uint32_t)dims[0];
    t->width = (uint32_t)dims[1];
    t->by_space |= kind == ATTRIBUTE_SPACY;
    return TS_OK;
}

static int open_columns(struct tok2vec *t, const struct model_file *m, const char *prefix,
                        struct ts_error *err) {
    char name[MODEL_NAME + 8];
    struct string_list attributes;
    struct tensor seeds;
    snprintf(name, sizeof name, "%s.attributes", prefix);
    int status = string_list_open(&attributes, m, name, err);
    if (status != TS_OK)
        return status;
    if (!attributes.n || attributes.n > TOK2VEC_COLUMNS)
        return model_bad(err, m, "%s has %u columns", prefix, (unsigned)attributes.n);
    size_t dims[] = {attributes.n};
    snprintf(name, sizeof name, "%s.seeds", prefix);
    status = model_get(&seeds, m, name, TENSOR_U32, 1, dims, err);
    t->column_count = attributes.n;
    for (uint32_t i = 0; status == TS_OK && i < t->column_count; i++) {
        t->columns[i].seed = ((const uint32_t *)seeds.at)[i];
        status = open_column(t, m, prefix, i, string_list_at(&attributes, i), err);
    }
    return status;
}

static int open_layer(struct tok2vec *t, struct arena *a, const struct model_file *m,
                      const char *prefix, uint32_t i, struct ts_error *err) {
    char name[MODEL_NAME + 8];
    snprintf(name, sizeof name, "%s.window.%u", prefix, (unsigned)i + 1);
    struct norm_layer *layer = &t->layers[i];
    int status = open_norm(layer, m, name, 3 * t->width, t->width, err);
    if (status != TS_OK)
        return status;
    if (layer->maxout.pieces != KERNEL_PIECES)
        return model_bad(err, m, "%s has %u pieces", name, (unsigned)layer->maxout.pieces);
    bool made = i ? window_make(&t->windows[i], a, &layer->maxout)
                  : window_taps(&t->first, a, &layer->maxout);
    return made ? TS_OK : arena_fail(a, err);
}

int tok2vec_open(struct tok2vec *out, struct arena *a, const struct model_file *m,
                 const char *prefix, struct ts_error *err) {
    char name[MODEL_NAME + 8];
    struct tensor depth;
    size_t dims[] = {1};
    *out = (struct tok2vec){.width = 0};
    int status = open_columns(out, m, prefix, err);
    if (status != TS_OK)
        return status;
    snprintf(name, sizeof name, "%s.depth", prefix);
    status = model_get(&depth, m, name, TENSOR_U32, 1, dims, err);
    if (status != TS_OK)
        return status;
    out->depth = *(const uint32_t *)depth.at;
    if (out->depth < 1 || out->depth > TOK2VEC_LAYERS)
        return model_bad(err, m, "%s has %u layers", prefix, (unsigned)out->depth);
    snprintf(name, sizeof name, "%s.mix", prefix);
    status = open_norm(&out->mix, m, name, out->column_count * out->width, out->width, err);
    for (uint32_t i = 0; status == TS_OK && i < out->depth; i++)
        status = open_layer(out, a, m, prefix, i, err);
    return status;
}

/* ---- The embedding of one form */

static uint64_t rotate(uint64_t x, unsigned bits) {
    return x << bits | x >> (64 - bits);
}

static uint64_t mix64(uint64_t k) {
    k ^= k >> 33;
    k *= 0xff51afd7ed558ccd;
    k ^= k >> 33;
    k *= 0xc4ceb9fe1a85ec53;
    return k ^ k >> 33;
}

/* MurmurHash3_x64_128 of one key of 8 bytes (A. Appleby), as four numbers of 32 bits. */
static void hash_key(uint32_t out[4], uint64_t key, uint32_t seed) {
    uint64_t h1 = rotate(key * 0x87c37b91114253d5, 31) * 0x4cf5ad432745937f ^ seed ^ 8;
    uint64_t h2 = seed ^ UINT64_C(8);
    h1 += h2;
    h2 += h1;
    h1 = mix64(h1);
    h2 = mix64(h2);
    h1 += h2;
    h2 += h1;
    out[0] = (uint32_t)h1;
    out[1] = (uint32_t)(h1 >> 32);
    out[2] = (uint32_t)h2;
    out[3] = (uint32_t)(h2 >> 32);
}

static uint64_t attribute_of(const struct form *f, enum attribute attribute, bool space) {
    switch (attribute) {
    case ATTRIBUTE_NORM:
        return f->norm;
    case ATTRIBUTE_PREFIX:
        return f->prefix;
    case ATTRIBUTE_SUFFIX:
        return f->suffix;
    case ATTRIBUTE_SHAPE:
        return f->shape;
    case ATTRIBUTE_SPACY:
        return space;
    default:
        return f->is_space;
    }
}

/* The four rows of each column that the key is hashed to, added; the columns side by side. */
static void embed_form(float *out, const struct tok2vec *t, const struct form *f, bool space) {
    for (uint32_t c = 0; c < t->column_count; c++, out += t->width) {
        const struct embed_column *column = &t->columns[c];
        const float *rows[4];
        uint32_t hashed[4];
        hash_key(hashed, attribute_of(f, column->attribute, space), column->seed);
        for (uint32_t i = 0; i < 4; i++)
            rows[i] = column->rows + (size_t)(hashed[i] % column->count) * t->width;
        for (uint32_t i = 0; i < t->width; i++)
            out[i] = rows[0][i] + rows[1][i] + rows[2][i] + rows[3][i];
    }
}

/* ---- The work */

void tok2vec_work_init(struct tok2vec_work *w, const struct tok2vec *net,
                       const struct kernels *kernels, const struct mem *mem) {
    *w = (struct tok2vec_work){.net = net, .kernels = kernels};
    arena_init(&w->arena, mem, 0);
}

void tok2vec_work_clear(struct tok2vec_work *w) {
    struct mem mem = w->arena.mem;
    arena_clear(&w->arena);
    tok2vec_work_init(w, w->net, w->kernels, &mem);
}

static float *floats(struct arena *a, size_t rows, size_t width) {
    size_t bytes;
    if (!mem_mul(&bytes, rows, width * sizeof(float)) || !mem_add(&bytes, bytes, MODEL_ALIGN))
        return NULL;
    char *at = arena_alloc(a, bytes);
    return at ? (float *)(void *)(at + (MODEL_ALIGN - (uintptr_t)at % MODEL_ALIGN)) : NULL;
}

static size_t whole_groups(size_t rows) {
    return (rows + KERNEL_WINDOW_ROWS - 1) / KERNEL_WINDOW_ROWS * KERNEL_WINDOW_ROWS;
}

static size_t kept_row(const struct tok2vec *t) {
    return (size_t)t->width + t->first.outputs;
}

static bool make_buffers(struct tok2vec_work *w) {
    const struct tok2vec *t = w->net;
    size_t rows = whole_groups(TOK2VEC_BLOCK + 2 * t->depth) + 2;
    if (w->waiting)
        return true;
    w->places = arena_zero(&w->arena, TOK2VEC_KEPT, sizeof *w->places);
    w->nothing = floats(&w->arena, 1, kept_row(t));
    w->rows = arena_zero(&w->arena, rows, sizeof *w->rows);
    w->block[0] = floats(&w->arena, rows, t->width);
    w->block[1] = floats(&w->arena, rows, t->width);
    w->columns = floats(&w->arena, TOK2VEC_MIX, (size_t)t->column_count * t->width);
    w->mixed = floats(&w->arena, TOK2VEC_MIX, t->width);
    w->added = floats(&w->arena, TOK2VEC_MIX, t->first.outputs);
    if (!w->places || !w->nothing || !w->rows || !w->block[0] || !w->block[1] || !w->columns ||
        !w->mixed || !w->added)
        return false;
    memset(w->nothing, 0, t->width * sizeof(float));
    w->kernels->maxout(w->nothing + t->width, t->first.outputs, w->nothing, t->width, 1, &t->first);
    w->waiting = arena_zero(&w->arena, TOK2VEC_MIX, sizeof *w->waiting);
    return w->waiting != NULL;
}

/* The number under which a token's embedding is kept. */
static uint32_t key_of(const struct tok2vec *t, const struct doc_token *token) {
    return t->by_space ? 2 * token->form + token->space : token->form;
}

static float *kept_at(const struct tok2vec_work *w, uint32_t place) {
    return w->kept[place / TOK2VEC_BLOCK] + place % TOK2VEC_BLOCK * kept_row(w->net);
}

/* A place of the kept that is free, or that was not used since the hand came by last; none that
 * this block uses. MAP_NONE when memory is refused. */
static uint32_t find_place(struct tok2vec_work *w) {
    if (w->kept_count < TOK2VEC_KEPT) {
        float **rows = &w->kept[w->kept_count / TOK2VEC_BLOCK];
        if (!*rows && !(*rows = floats(&w->arena, TOK2VEC_BLOCK, kept_row(w->net))))
            return MAP_NONE;
        return w->kept_count++;
    }
    for (;;) {
        uint32_t place = w->hand;
        w->hand = (place + 1) % TOK2VEC_KEPT;
        if (w->places[place].used == 0) {
            w->place_of.at[w->places[place].key] = MAP_NONE;
            return place;
        }
        if (w->places[place].used != w->block_number)
            w->places[place].used = 0;
    }
}

/* A place for each key that the forms can have. */
static bool make_keys(struct tok2vec_work *w, const struct forms *forms) {
    uint32_t keys = w->net->by_space ? 2 * forms->at.n : forms->at.n;
    while (w->place_of.n < keys) {
        uint32_t *place = VEC_PUSH(&w->arena, &w->place_of);
        if (!place)
            return false;
        *place = MAP_NONE;
    }
    return true;
}

/* Mixes the forms that wait. */
static void mix(struct tok2vec_work *w) {
    const struct tok2vec *t = w->net;
    size_t width = t->width, added = t->first.outputs, n = w->waiting_count;
    w->kernels->maxout(w->mixed, width, w->columns, t->column_count * width, n, &t->mix.maxout);
    w->kernels->layer_norm(w->mixed, width, n, width, t->mix.gain, t->mix.bias, LAYER_NORM_EPSILON,
                           NULL, 0);
    w->kernels->maxout(w->added, added, w->mixed, width, n, &t->first);
    for (size_t i = 0; i < n; i++) {
        memcpy(w->waiting[i], w->mixed + i * width, width * sizeof(float));
        memcpy(w->waiting[i] + width, w->added + i * added, added * sizeof(float));
    }
    w->waiting_count = 0;
}

/* Where the token's embedding is kept, or will be when what waits was mixed; NULL when memory is
 * refused. */
static const float *embed(struct tok2vec_work *w, const struct forms *forms,
                          const struct doc_token *token) {
    const struct tok2vec *t = w->net;
    uint32_t key = key_of(t, token), place = w->place_of.at[key];
    if (place == MAP_NONE) {
        place = find_place(w);
        if (place == MAP_NONE)
            return NULL;
        w->place_of.at[key] = place;
        w->places[place].key = key;
        w->waiting[w->waiting_count] = kept_at(w, place);
        embed_form(w->columns + (size_t)w->waiting_count * t->column_count * t->width, t,
                   &forms->at.at[token->form], token->space);
        if (++w->waiting_count == TOK2VEC_MIX)
            mix(w);
    }
    w->places[place].used = w->block_number;
    return kept_at(w, place);
}

/* The place of a row in the docs laid end to end, margin rows of zeros before each and one behind
 * it where it is needed for the next to begin at an even row. */
struct cursor {
    const struct doc *docs;
    uint32_t count;
    uint32_t doc, token; /* token counts from -margin: + margin */
    uint32_t margin;
};

static size_t doc_rows(const struct doc *doc, uint32_t margin) {
    return whole_groups((size_t)margin + doc->tokens.n);
}

static bool cursor_next(struct cursor *c, const struct doc_token **token) {
    while (c->doc < c->count && c->token == doc_rows(&c->docs[c->doc], c->margin)) {
        c->doc++;
        c->token = 0;
    }
    *token = NULL;
    if (c->doc == c->count)
        return false;
    if (c->token >= c->margin && c->token < c->margin + c->docs[c->doc].tokens.n)
        *token = &c->docs[c->doc].tokens.at[c->token - c->margin];
    c->token++;
    return true;
}

/* Finds the embeddings of rows rows and a margin on either side, which is filled from the rows
 * beside them again, and moves the cursor over rows. false when memory is refused. */
static bool embed_rows(struct tok2vec_work *w, const struct forms *forms, struct cursor *from,
                       size_t rows) {
    const struct doc_token *token;
    struct cursor c = *from;
    size_t all = rows + 2 * w->net->depth;
    w->block_number++;
    w->rows[0] = w->nothing;
    for (size_t i = all; i < whole_groups(all) + 1; i++)
        w->rows[i + 1] = w->nothing;
    for (size_t i = 0; i < all; i++) {
        w->rows[i + 1] = cursor_next(&c, &token) && token ? embed(w, forms, token) : w->nothing;
        if (!w->rows[i + 1])
            return false; /* what waits was not mixed: the caller forgets all */
        if (i + 1 == rows)
            *from = c;
    }
    mix(w);
    return true;
}

/* The first layer, from what is kept. */
static void run_first(struct tok2vec_work *w, size_t rows) {
    const struct tok2vec *t = w->net;
    size_t width = t->width;
    float *out = w->block[0] + width;
    const float *residual = w->block[1];
    for (size_t i = 0; i < rows; i++)
        memcpy(w->block[1] + i * width, w->rows[i + 1], width * sizeof(float));
    for (size_t i = 0; i < rows + 2; i++)
        w->rows[i] += width;
    w->kernels->maxout_taps(out, width, w->rows, rows, width);
    w->kernels->layer_norm(out, width, rows, width, t->layers[0].gain, t->layers[0].bias,
                           LAYER_NORM_EPSILON, residual, width);
}

/*
 * The layers over rows in whole groups; the result, in the block that is returned, is right but
 * for depth rows at each end. The rows before the first and behind the last are zeros.
 */
static const float *run_layers(struct tok2vec_work *w, size_t rows) {
    const struct tok2vec *t = w->net;
    size_t width = t->width;
    float *in = w->block[0], *out = w->block[1];
    run_first(w, rows);
    for (uint32_t l = 1; l < t->depth; l++) {
        memset(in, 0, width * sizeof(float));
        memset(in + (rows + 1) * width, 0, width * sizeof(float));
        w->kernels->maxout_window(out + width, width, in, width, rows / KERNEL_WINDOW_ROWS,
                                  &t->windows[l]);
        w->kernels->layer_norm(out + width, width, rows, width, t->layers[l].gain,
                               t->layers[l].bias, LAYER_NORM_EPSILON, in + width, width);
        float *swap = in;
        in = out;
        out = swap;
    }
    return in;
}

/* Gives rows rows of the block, the first of which is at c, to the sink, doc by doc. */
static void give_rows(const struct tok2vec *t, const float *block, struct cursor *c, size_t rows,
                      tok2vec_sink *sink, void *context) {
    const float *at = block + (1 + t->depth) * (size_t)t->width;
    const struct doc_token *token;
    uint32_t first = 0, n = 0;
    for (size_t i = 0; i < rows; i++) {
        bool more = cursor_next(c, &token);
        if (token && !n++)
            first = c->token - 1 - c->margin;
        bool last = !more || i + 1 == rows || c->token == c->margin + c->docs[c->doc].tokens.n;
        if (n && last) {
            sink(context, c->doc, first, n, at + (i + 1 - n) * t->width, t->width);
            n = 0;
        }
    }
}

int tok2vec_run(struct tok2vec_work *w, const struct forms *forms, const struct doc *docs,
                uint32_t count, tok2vec_sink *sink, void *context, struct ts_error *err) {
    uint32_t margin = w->net->depth;
    /* A block begins margin rows before the first row that it gives. */
    struct cursor fill = {.docs = docs, .count = count, .margin = margin};
    struct cursor give = {.docs = docs, .count = count, .margin = margin, .token = margin};
    size_t left = 0;
    bool ready = make_buffers(w) && make_keys(w, forms);
    for (uint32_t i = 0; i < count; i++)
        left += doc_rows(&docs[i], margin) - (i ? 0 : margin);
    while (left && ready) {
        size_t rows = left < TOK2VEC_BLOCK ? left : TOK2VEC_BLOCK;
        ready = embed_rows(w, forms, &fill, rows);
        if (!ready)
            break;
        const float *block = run_layers(w, whole_groups(rows + 2 * margin));
        give_rows(w->net, block, &give, rows, sink, context);
        left -= rows;
    }
    if (ready)
        return TS_OK;
    int status = arena_fail(&w->arena, err);
    tok2vec_work_clear(w);
    return status;
}
