#include "embed/embedder.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/mem.h"
#include "embed/wordpiece.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum {
    WIDTH = EMBEDDER_WIDTH,
    LAYERS = 6,
    HEADS = 12,
    HEAD = WIDTH / HEADS,
    ASKED = 3 * WIDTH, /* query, key and value of a row */
    INNER = 4 * WIDTH,
    PIECES = 256,   /* of a text, at most */
    ROWS = 256,     /* that go through the layers at once, or a text more */
    KEPT = 16384,   /* vectors that a worker keeps, before the next texts */
    AT_ONCE = 1024, /* texts, between which it may forget */
    LANES = KERNEL_LANES
};

static const float norm_epsilon = 1e-12F;

struct norm {
    const float *gain, *bias;
};

struct layer {
    struct bf16_layer asked, seen, inner, outer;
    struct norm seen_norm, outer_norm;
};

struct embedder {
    struct mem mem;
    const struct kernels *kernels;
    struct model_mark mark;
    char name[MODEL_MARK_NAME];
    struct wordpiece wordpiece;
    const uint16_t *words; /* [pieces][WIDTH] */
    const float *places;   /* [PIECES][WIDTH] */
    struct norm start;
    struct layer layers[LAYERS];
};

/* What one pass of the layers works in; rows have room for a block of them behind the last. */
struct rows {
    _Alignas(64) float x[ROWS + PIECES][WIDTH];
    _Alignas(64) float asked[ROWS + PIECES][ASKED];
    _Alignas(64) float seen[ROWS + PIECES][WIDTH];
    _Alignas(64) uint16_t half[ROWS + PIECES + BF16_BLOCK][WIDTH];
    _Alignas(64) uint16_t inner[ROWS + PIECES + BF16_BLOCK][INNER];
    /* One head of one text. */
    _Alignas(64) float keys[PIECES / LANES][HEAD][LANES];
    _Alignas(64) float values[HEAD * PIECES]; /* [HEAD / LANES][rows of the text][LANES] */
    _Alignas(64) float scores[PIECES][PIECES];
    _Alignas(64) float zeros[PIECES];
};

/* A text on its way through the layers. */
struct text {
    uint32_t slot, first_row, row_count;
};

struct embedder_worker {
    const struct embedder *embedder;
    struct rows *rows;
    struct arena arena;  /* of the rows */
    struct arena memory; /* of the slots, their keys and the vectors */
    struct map slots;    /* the pieces' numbers, as bytes, to where their vector is */
    float (*vectors)[WIDTH];
    uint32_t kept;
    uint16_t ids[PIECES];
    struct text texts[ROWS];
    uint32_t text_count, row_count;
};

/* ---- Opening */

static int open_norm(struct norm *out, const struct model_file *m, const char *name,
                     struct ts_error *err) {
    char part[MODEL_PART_NAME];
    struct tensor t;
    int status = model_get(&t, m, model_part_name(part, name, "gain"), TENSOR_F32, 1,
                           (size_t[]){WIDTH}, err);
    if (status != TS_OK)
        return status;
    out->gain = t.at;
    status = model_get(&t, m, model_part_name(part, name, "bias"), TENSOR_F32, 1, (size_t[]){WIDTH},
                       err);
    out->bias = t.at;
    return status;
}

static int open_linear(struct bf16_layer *out, const struct model_file *m, const char *name,
                       uint32_t outputs, uint32_t inputs, struct ts_error *err) {
    int status = bf16_open(out, m, name, err);
    if (status == TS_OK && (out->outputs != outputs || out->inputs != inputs))
        return model_bad(err, m, "%s is of %u outputs and %u inputs, not %u and %u", name,
                         (unsigned)out->outputs, (unsigned)out->inputs, (unsigned)outputs,
                         (unsigned)inputs);
    return status;
}

static int open_layer(struct layer *out, const struct model_file *m, unsigned index,
                      struct ts_error *err) {
    const struct {
        const char *name;
        struct bf16_layer *to;
        uint32_t outputs, inputs;
    } linears[] = {{"asked", &out->asked, ASKED, WIDTH},
                   {"seen", &out->seen, WIDTH, WIDTH},
                   {"inner", &out->inner, INNER, WIDTH},
                   {"outer", &out->outer, WIDTH, INNER}};
    char name[MODEL_NAME];
    int status = TS_OK;
    for (size_t i = 0; i < sizeof linears / sizeof *linears && status == TS_OK; i++) {
        snprintf(name, sizeof name, "layer.%u.%s", index, linears[i].name);
        status = open_linear(linears[i].to, m, name, linears[i].outputs, linears[i].inputs, err);
    }
    if (status != TS_OK)
        return status;
    snprintf(name, sizeof name, "layer.%u.seen_norm", index);
    status = open_norm(&out->seen_norm, m, name, err);
    if (status != TS_OK)
        return status;
    snprintf(name, sizeof name, "layer.%u.outer_norm", index);
    return open_norm(&out->outer_norm, m, name, err);
}

static int open_tables(struct embedder *e, const struct model_file *m, struct ts_error *err) {
    struct tensor words, places;
    int status = wordpiece_open(&e->wordpiece, m, err);
    if (status == TS_OK)
        status = model_get(&words, m, "words", TENSOR_U16, 2,
                           (size_t[]){e->wordpiece.pieces.list.n, WIDTH}, err);
    if (status == TS_OK)
        status = model_get(&places, m, "places", TENSOR_F32, 2, (size_t[]){PIECES, WIDTH}, err);
    if (status != TS_OK)
        return status;
    e->words = words.at;
    e->places = places.at;
    return open_norm(&e->start, m, "start", err);
}

int embedder_open(struct embedder **out, const struct mem *mem, const struct model_file *m,
                  const struct kernels *kernels, struct ts_error *err) {
    struct embedder *e = mem_alloc(mem, sizeof *e);
    *out = NULL;
    if (!e)
        return err_memory(err);
    *e = (struct embedder){.mem = *mem, .kernels = kernels ? kernels : kernels_best()};
    int status = model_mark_read(&e->mark, e->name, m, err);
    if (status == TS_OK)
        status = open_tables(e, m, err);
    for (unsigned i = 0; i < LAYERS && status == TS_OK; i++)
        status = open_layer(&e->layers[i], m, i, err);
    if (status == TS_OK)
        *out = e;
    else
        embedder_close(e);
    return status;
}

void embedder_close(struct embedder *e) {
    if (!e)
        return;
    struct mem mem = e->mem;
    mem_free(&mem, e);
}

struct model_mark embedder_mark(const struct embedder *e) {
    return e->mark;
}

/* ---- The layers */

/* The head's keys as the panels of a layer whose outputs are the rows' scores, and its values as
 * those of a layer over the scores. */
static void pack_head(struct rows *r, const float *asked, uint32_t count) {
    for (uint32_t j = 0; j < count; j++) {
        const float *key = asked + (size_t)j * ASKED + WIDTH, *value = key + WIDTH;
        for (size_t i = 0; i < HEAD; i++)
            r->keys[j / LANES][i][j % LANES] = key[i];
        for (size_t i = 0; i < HEAD; i += LANES)
            memcpy(r->values + (i / LANES * count + j) * LANES, value + i, LANES * sizeof *value);
    }
}

/* Softmax(query key / sqrt(HEAD)) value, of one text, head by head (Vaswani et al. 2017). */
static void attend(struct rows *r, const struct text *t, const struct kernels *k) {
    static const float scale = 0.17677669529663687F; /* 1 / sqrt(HEAD) */
    uint32_t n = t->row_count, stride = (n + LANES - 1) / LANES * LANES;
    struct packed keys = {.outputs = n, .inputs = HEAD, .pieces = 1};
    struct packed values = {.outputs = HEAD, .inputs = n, .pieces = 1};
    keys.weights = r->keys[0][0];
    values.weights = r->values;
    keys.bias = values.bias = r->zeros;
    for (size_t h = 0; h < WIDTH; h += HEAD) {
        const float *asked = r->asked[t->first_row] + h;
        pack_head(r, asked, n);
        k->maxout(r->scores[0], stride, asked, ASKED, n, &keys);
        k->softmax(r->scores[0], stride, n, n, scale);
        k->maxout(r->seen[t->first_row] + h, WIDTH, r->scores[0], stride, n, &values);
    }
}

static void run_layer(struct embedder_worker *w, const struct layer *l) {
    const struct kernels *k = w->embedder->kernels;
    struct rows *r = w->rows;
    size_t n = w->row_count;
    k->to_bf16(r->half[0], r->x[0], n * WIDTH);
    k->bf16_linear(r->asked[0], r->half[0], n, &l->asked, false);
    for (uint32_t i = 0; i < w->text_count; i++)
        attend(r, &w->texts[i], k);
    k->to_bf16(r->half[0], r->seen[0], n * WIDTH);
    k->bf16_linear(r->x[0], r->half[0], n, &l->seen, true);
    k->layer_norm(r->x[0], WIDTH, n, WIDTH, l->seen_norm.gain, l->seen_norm.bias, norm_epsilon,
                  NULL, 0);
    k->to_bf16(r->half[0], r->x[0], n * WIDTH);
    k->bf16_gelu(r->inner[0], r->half[0], n, &l->inner);
    k->bf16_linear(r->x[0], r->inner[0], n, &l->outer, true);
    k->layer_norm(r->x[0], WIDTH, n, WIDTH, l->outer_norm.gain, l->outer_norm.bias, norm_epsilon,
                  NULL, 0);
}

/* The mean of a text's rows, of length 1; zeros when they are. */
static void pool(float *out, float (*x)[WIDTH], uint32_t count) {
    float square = 0;
    memset(out, 0, WIDTH * sizeof *out);
    for (uint32_t i = 0; i < count; i++)
        for (size_t k = 0; k < WIDTH; k++)
            out[k] += x[i][k];
    for (size_t k = 0; k < WIDTH; k++) {
        out[k] /= (float)count;
        square += out[k] * out[k];
    }
    float length = fmaxf(sqrtf(square), norm_epsilon);
    for (size_t k = 0; k < WIDTH; k++)
        out[k] /= length;
}

/* Makes the vectors of the texts whose rows are there, and leaves none there. */
static void flush(struct embedder_worker *w) {
    const struct embedder *e = w->embedder;
    if (!w->text_count)
        return;
    e->kernels->layer_norm(w->rows->x[0], WIDTH, w->row_count, WIDTH, e->start.gain, e->start.bias,
                           norm_epsilon, NULL, 0);
    for (size_t i = 0; i < LAYERS; i++)
        run_layer(w, &e->layers[i]);
    for (uint32_t i = 0; i < w->text_count; i++)
        pool(w->vectors[w->texts[i].slot], w->rows->x + w->texts[i].first_row,
             w->texts[i].row_count);
    w->text_count = w->row_count = 0;
}

/* The rows of a text that gets a vector at slot. */
static void add_rows(struct embedder_worker *w, const uint16_t *ids, uint32_t count,
                     uint32_t slot) {
    const struct embedder *e = w->embedder;
    w->texts[w->text_count++] = (struct text){slot, w->row_count, count};
    for (uint32_t i = 0; i < count; i++) {
        float *row = w->rows->x[w->row_count++];
        const uint16_t *word = e->words + (size_t)ids[i] * WIDTH;
        for (size_t k = 0; k < WIDTH; k++)
            row[k] = bf16_value(word[k]) + e->places[i * WIDTH + k];
    }
    if (w->row_count >= ROWS)
        flush(w);
}

/* ---- The worker */

int embedder_worker_new(struct embedder_worker **out, const struct embedder *e,
                        struct ts_error *err) {
    enum { ALIGN = _Alignof(struct rows) };
    struct embedder_worker *w = mem_alloc(&e->mem, sizeof *w);
    *out = NULL;
    if (!w)
        return err_memory(err);
    *w = (struct embedder_worker){.embedder = e};
    arena_init(&w->arena, &e->mem, 0);
    arena_init(&w->memory, &e->mem, 0);
    char *room = arena_zero(&w->arena, 1, sizeof(struct rows) + ALIGN);
    if (!room) {
        embedder_worker_free(w);
        return err_memory(err);
    }
    w->rows = (struct rows *)(void *)(room + (ALIGN - (uintptr_t)room % ALIGN) % ALIGN);
    *out = w;
    return TS_OK;
}

void embedder_worker_free(struct embedder_worker *w) {
    if (!w)
        return;
    struct mem mem = w->arena.mem;
    arena_clear(&w->memory);
    arena_clear(&w->arena);
    mem_free(&mem, w);
}

const struct embedder *embedder_of(const struct embedder_worker *w) {
    return w->embedder;
}

/* Nothing is remembered until the next text; what was half made is gone too. */
static void forget(struct embedder_worker *w) {
    arena_clear(&w->memory);
    map_init(&w->slots, &w->memory);
    w->vectors = NULL;
    w->kept = w->text_count = w->row_count = 0;
}

uint32_t embedder_pieces(const uint16_t **ids, struct embedder_worker *w, struct str text) {
    *ids = w->ids;
    return wordpiece_ids(w->ids, &w->embedder->wordpiece, text, PIECES);
}

/* Where the text's vector is, or will be after a flush; MAP_NONE when memory is refused. */
static uint32_t slot_of(struct embedder_worker *w, struct str text) {
    const uint16_t *ids;
    uint32_t count = embedder_pieces(&ids, w, text);
    struct str key = {(const char *)ids, count * sizeof *ids};
    uint32_t slot = map_get(&w->slots, key);
    if (slot != MAP_NONE)
        return slot;
    key = str_copy(&w->memory, key);
    uint32_t *place = key.at ? map_put(&w->slots, key) : NULL;
    if (!place)
        return MAP_NONE;
    *place = slot = w->kept++;
    add_rows(w, ids, count, slot);
    return slot;
}

static int run_some(float (*vectors)[WIDTH], struct embedder_worker *w, const struct str *texts,
                    uint32_t count, struct ts_error *err) {
    uint32_t slots[AT_ONCE];
    if (!w->vectors || w->kept > KEPT) {
        forget(w);
        w->vectors = arena_alloc(&w->memory, ((size_t)KEPT + AT_ONCE) * sizeof *w->vectors);
    }
    bool ok = w->vectors != NULL;
    for (uint32_t i = 0; i < count && ok; i++) {
        slots[i] = slot_of(w, texts[i]);
        ok = slots[i] != MAP_NONE;
    }
    if (!ok) {
        int status = arena_fail(&w->memory, err);
        forget(w);
        return status;
    }
    flush(w);
    for (uint32_t i = 0; i < count; i++)
        memcpy(vectors[i], w->vectors[slots[i]], sizeof *vectors);
    return TS_OK;
}

int embedder_run(float (*vectors)[EMBEDDER_WIDTH], struct embedder_worker *w,
                 const struct str *texts, uint32_t count, struct ts_error *err) {
    int status = TS_OK;
    for (uint32_t i = 0, n; i < count && status == TS_OK; i += n) {
        n = count - i < AT_ONCE ? count - i : AT_ONCE;
        status = run_some(vectors + i, w, texts + i, n, err);
    }
    return status;
}
