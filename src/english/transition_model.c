#include "english/transition_model.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { LANES = 16, WIDTH_MAX = 1024 };

static int open_layers(struct transition_model *t, const struct model_file *m, const char *name,
                       struct ts_error *err) {
    char part[MODEL_PART_NAME];
    int status = packed_open(&t->linear, m, model_part_name(part, name, "linear"), err);
    if (status == TS_OK)
        status = packed_open(&t->lower, m, model_part_name(part, name, "lower"), err);
    if (status == TS_OK)
        status = packed_open(&t->upper, m, model_part_name(part, name, "upper"), err);
    if (status != TS_OK)
        return status;
    if (t->linear.pieces != 1 || t->lower.pieces != 1 || t->upper.pieces != 1 ||
        t->linear.inputs > WIDTH_MAX || t->linear.outputs > WIDTH_MAX ||
        t->lower.inputs != t->linear.outputs || t->upper.inputs > WIDTH_MAX ||
        t->upper.outputs > TRANSITION_CLASSES)
        return model_bad(err, m, "the layers of %s do not fit together", name);
    t->hidden = t->upper.inputs;
    t->classes = t->upper.outputs;
    t->padded = (t->classes + LANES - 1) / LANES * LANES;
    uint32_t unit = t->features * t->hidden;
    t->pieces = unit ? t->lower.outputs / unit : 0;
    if (!unit || t->hidden % LANES != 0 || t->pieces < 1 || t->pieces > 3 ||
        t->pieces * unit != t->lower.outputs)
        return model_bad(err, m, "%s.lower is of %u outputs", name, (unsigned)t->lower.outputs);
    return TS_OK;
}

static int open_biases(struct transition_model *t, const struct model_file *m, const char *name,
                       struct ts_error *err) {
    char part[MODEL_PART_NAME];
    struct tensor got;
    size_t dims[] = {(size_t)t->hidden * t->pieces, 0};
    int status =
        model_get(&got, m, model_part_name(part, name, "state_bias"), TENSOR_F32, 1, dims, err);
    if (status != TS_OK)
        return status;
    t->bias = got.at;
    dims[1] = dims[0];
    dims[0] = t->features;
    status = model_get(&got, m, model_part_name(part, name, "pad"), TENSOR_F32, 2, dims, err);
    t->pad = status == TS_OK ? got.at : NULL;
    return status;
}

static int open_classes(struct transition_model *t, const struct model_file *m, const char *name,
                        uint32_t action_count, struct ts_error *err) {
    char part[MODEL_PART_NAME];
    struct tensor got;
    size_t dims[] = {t->classes};
    int status =
        model_get(&got, m, model_part_name(part, name, "actions"), TENSOR_U32, 1, dims, err);
    if (status != TS_OK)
        return status;
    t->actions = got.at;
    for (uint32_t c = 0; c < t->classes; c++)
        if (t->actions[c] >= action_count)
            return model_bad(err, m, "%s has the unknown action %u", name, (unsigned)t->actions[c]);
    status = string_list_open(&t->labels, m, model_part_name(part, name, "moves"), err);
    if (status == TS_OK && t->labels.n != t->classes)
        return model_bad(err, m, "%s has %u labels for %u classes", name, (unsigned)t->labels.n,
                         (unsigned)t->classes);
    return status;
}

int transition_model_open(struct transition_model *out, const struct model_file *m,
                          const char *name, uint32_t features, uint32_t action_count,
                          struct ts_error *err) {
    assert(features <= TRANSITION_FEATURES);
    *out = (struct transition_model){.features = features};
    int status = open_layers(out, m, name, err);
    if (status == TS_OK)
        status = open_biases(out, m, name, err);
    if (status == TS_OK)
        status = open_classes(out, m, name, action_count, err);
    return status;
}

int transition_label(uint16_t *out, struct labels *labels, struct str name,
                     const struct model_file *m, struct ts_error *err) {
    uint32_t label = labels_add(labels, name);
    if (label == LABELS_MAX && labels->at.n == LABELS_MAX)
        return model_bad(err, m, "it has more than %d labels", LABELS_MAX);
    *out = (uint16_t)label;
    return label == LABELS_MAX ? arena_fail(labels->arena, err) : TS_OK;
}

void transition_work_init(struct transition_work *w, const struct mem *mem) {
    *w = (struct transition_work){0};
    arena_init(&w->arena, mem, 0);
    arena_init(&w->scratch, mem, 0);
}

void transition_work_clear(struct transition_work *w) {
    arena_clear(&w->arena);
    arena_clear(&w->scratch);
    w->net = NULL;
}

/* 64-byte aligned, so that no load of a kernel crosses a cache line. */
static float *floats(struct arena *a, size_t count) {
    char *at = arena_alloc(a, (count + LANES) * sizeof(float));
    return at ? (float *)(void *)(at + (64 - (uintptr_t)at % 64) % 64) : NULL;
}

static bool make_buffers(struct transition_work *w, const struct transition_model *net) {
    arena_clear(&w->arena);
    w->net = NULL;
    w->row = (size_t)net->features * net->hidden * net->pieces;
    size_t linear = ((size_t)net->linear.outputs + LANES - 1) / LANES * LANES;
    w->rows = floats(&w->arena, TRANSITION_BLOCKS * TRANSITION_BLOCK * w->row);
    w->linear_out = floats(&w->arena, TRANSITION_BLOCK * linear);
    w->sum = floats(&w->arena, (size_t)net->hidden * net->pieces);
    w->hidden = floats(&w->arena, net->hidden);
    w->scores = floats(&w->arena, net->padded);
    if (!w->rows || !w->linear_out || !w->sum || !w->hidden || !w->scores)
        return false;
    w->net = net;
    return true;
}

int transition_begin(struct transition_work *w, const struct transition_model *net,
                     const struct kernels *kernels, const float *vectors, size_t stride,
                     uint32_t token_count, struct ts_error *err) {
    if (w->net != net && !make_buffers(w, net))
        return arena_fail(&w->arena, err);
    arena_clear(&w->scratch);
    size_t blocks = (size_t)token_count / TRANSITION_BLOCK + 1;
    w->place_of = arena_alloc(&w->scratch, blocks * sizeof *w->place_of);
    if (!w->place_of)
        return arena_fail(&w->scratch, err);
    memset(w->place_of, 0xff, blocks * sizeof *w->place_of);
    memset(w->block_at, 0xff, sizeof w->block_at);
    memset(w->used, 0, sizeof w->used);
    w->kernels = kernels;
    w->vectors = vectors;
    w->stride = stride;
    w->token_count = token_count;
    w->step = 0;
    w->next_place = 0;
    return TS_OK;
}

/* The places are taken in turn, but for those whose rows this step has already pointed at. */
static uint32_t make_block(struct transition_work *w, uint32_t block) {
    uint32_t place = w->next_place;
    while (w->used[place] == w->step)
        place = (place + 1) % TRANSITION_BLOCKS;
    w->next_place = (place + 1) % TRANSITION_BLOCKS;
    if (w->block_at[place] != TRANSITION_NONE)
        w->place_of[w->block_at[place]] = TRANSITION_NONE;
    w->block_at[place] = block;
    w->place_of[block] = place;
    const struct transition_model *net = w->net;
    uint32_t first = block * TRANSITION_BLOCK, left = w->token_count - first;
    uint32_t count = left < TRANSITION_BLOCK ? left : TRANSITION_BLOCK;
    size_t linear = ((size_t)net->linear.outputs + LANES - 1) / LANES * LANES;
    w->kernels->maxout(w->linear_out, linear, w->vectors + first * w->stride, w->stride, count,
                       &net->linear);
    w->kernels->maxout(w->rows + place * TRANSITION_BLOCK * w->row, w->row, w->linear_out, linear,
                       count, &net->lower);
    return place;
}

static const float *token_row(struct transition_work *w, uint32_t token) {
    uint32_t block = token / TRANSITION_BLOCK, place = w->place_of[block];
    if (place == TRANSITION_NONE)
        place = make_block(w, block);
    w->used[place] = w->step;
    return w->rows + (place * TRANSITION_BLOCK + token % TRANSITION_BLOCK) * w->row;
}

const float *transition_scores(struct transition_work *w, const uint32_t *tokens) {
    const struct transition_model *net = w->net;
    const float *rows[TRANSITION_FEATURES];
    size_t width = (size_t)net->hidden * net->pieces;
    w->step++;
    for (uint32_t f = 0; f < net->features; f++)
        rows[f] = (tokens[f] == TRANSITION_NONE ? net->pad : token_row(w, tokens[f])) + f * width;
    w->kernels->sum_rows(w->sum, net->bias, rows, net->features, width);
    w->kernels->max_pieces(w->hidden, w->sum, net->hidden, net->pieces);
    w->kernels->maxout(w->scores, net->padded, w->hidden, net->hidden, 1, &net->upper);
    return w->scores;
}

/* Of scores that are all no numbers or -infinity, which only a damaged model gives. */
static uint32_t first_valid(const float *mask, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (mask[i] == 0)
            return (uint32_t)i;
    return TRANSITION_NONE;
}

/* The largest in lanes, which a compiler makes vectors of; then where it stands first. */
uint32_t transition_best(const struct transition_work *w, const float *mask) {
    const float *scores = w->scores;
    size_t n = w->net->padded;
    float best[LANES], top = -INFINITY;
    for (size_t l = 0; l < LANES; l++)
        best[l] = -INFINITY;
    for (size_t i = 0; i < n; i += LANES) {
        const float *score = scores + i, *off = mask + i;
        for (size_t l = 0; l < LANES; l++)
            best[l] = score[l] + off[l] > best[l] ? score[l] + off[l] : best[l];
    }
    for (size_t l = 0; l < LANES; l++)
        top = best[l] > top ? best[l] : top;
    if (!(top > -INFINITY))
        return first_valid(mask, n);
    size_t at = 0;
    while (scores[at] + mask[at] != top)
        at++;
    return (uint32_t)at;
}
