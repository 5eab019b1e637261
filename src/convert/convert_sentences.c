/* model.safetensors, as PyTorch keeps a BertModel, W[outputs][inputs] row by row:
 *   "words"                            u16 [30522][384], bfloat16: a piece's vector
 *   "places"                           f32 [256][384]: a position's, that of the one type added
 *   "start"                            the norm of their sum
 *   "layer.L.asked"                    bf16 layer (nn/bf16.h) 384 -> 1152: query, key, value
 *   "layer.L.seen"                     384 -> 384: of what the heads have seen
 *   "layer.L.inner", "layer.L.outer"   384 -> 1536, 1536 -> 384
 *   "layer.L.seen_norm", "layer.L.outer_norm"
 * A norm X is "X.gain", "X.bias" f32 [384]. The words and the layers' weights are rounded to
 * bfloat16.
 */
#include "convert/convert.h"
#include "convert/safetensors.h"
#include "nn/bf16.h"

#include <stdio.h>
#include <string.h>

enum { WORDS = 30522, WIDTH = 384, INNER = 1536, LAYERS = 6, PLACES = 256, PLACES_THERE = 512 };
enum { TYPES = 2, NAME_ROOM = 96 };

/* What the parts of this file share. */
struct job {
    struct model_writer *w;
    struct safetensors s;
    struct ts_error *err;
};

/* FROM.weight and FROM.bias of a linear layer. */
static int get_linear(const float **weights, const float **bias, struct job *j, const char *from,
                      uint32_t outputs, uint32_t inputs) {
    char name[NAME_ROOM];
    snprintf(name, sizeof name, "%s.weight", from);
    int status = safetensors_floats(weights, &j->s, name, 2, (size_t[]){outputs, inputs}, j->err);
    snprintf(name, sizeof name, "%s.bias", from);
    return status == TS_OK ? safetensors_floats(bias, &j->s, name, 1, (size_t[]){outputs}, j->err)
                           : status;
}

static int add_linear(struct job *j, const char *to, const char *from, uint32_t outputs,
                      uint32_t inputs) {
    const float *weights, *bias;
    int status = get_linear(&weights, &bias, j, from, outputs, inputs);
    if (status == TS_OK)
        model_add_bf16(j->w, to, weights, bias, outputs, inputs);
    return status;
}

static int add_norm(struct job *j, const char *to, const char *from) {
    static const struct { const char *from, *to; } parts[] = {{"weight", "gain"}, {"bias", "bias"}};
    const size_t width = WIDTH;
    int status = TS_OK;
    for (size_t i = 0; status == TS_OK && i < 2; i++) {
        char name[NAME_ROOM];
        const float *x;
        snprintf(name, sizeof name, "%s.%s", from, parts[i].from);
        status = safetensors_floats(&x, &j->s, name, 1, &width, j->err);
        snprintf(name, sizeof name, "%s.%s", to, parts[i].to);
        if (status == TS_OK)
            model_add(j->w, name, TENSOR_F32, 1, &width, x);
    }
    return status;
}

/* Query, key and value, rows behind rows, so that they are one layer. */
static int add_asked(struct job *j, const char *to, uint32_t layer) {
    static const char *const parts[] = {"query", "key", "value"};
    float *weights = arena_zero(j->w->arena, (size_t)3 * WIDTH * WIDTH, sizeof *weights);
    float *bias = arena_zero(j->w->arena, (size_t)3 * WIDTH, sizeof *bias);
    int status = weights && bias ? TS_OK : arena_fail(j->w->arena, j->err);
    for (size_t i = 0; status == TS_OK && i < 3; i++) {
        char from[NAME_ROOM];
        const float *part_weights, *part_bias;
        snprintf(from, sizeof from, "encoder.layer.%u.attention.self.%s", (unsigned)layer,
                 parts[i]);
        status = get_linear(&part_weights, &part_bias, j, from, WIDTH, WIDTH);
        if (status != TS_OK)
            break;
        memcpy(weights + i * WIDTH * WIDTH, part_weights, sizeof *weights * WIDTH * WIDTH);
        memcpy(bias + i * WIDTH, part_bias, sizeof *bias * WIDTH);
    }
    if (status == TS_OK)
        model_add_bf16(j->w, to, weights, bias, 3 * WIDTH, WIDTH);
    return status;
}

static int add_layer(struct job *j, uint32_t layer) {
    static const struct {
        const char *to, *from;
        uint32_t outputs, inputs; /* 0: a norm */
    } parts[] = {
        {"seen", "attention.output.dense", WIDTH, WIDTH},
        {"inner", "intermediate.dense", INNER, WIDTH},
        {"outer", "output.dense", WIDTH, INNER},
        {"seen_norm", "attention.output.LayerNorm", 0, 0},
        {"outer_norm", "output.LayerNorm", 0, 0},
    };
    char to[NAME_ROOM], from[NAME_ROOM];
    snprintf(to, sizeof to, "layer.%u.asked", (unsigned)layer);
    int status = add_asked(j, to, layer);
    for (size_t i = 0; status == TS_OK && i < sizeof parts / sizeof *parts; i++) {
        snprintf(to, sizeof to, "layer.%u.%s", (unsigned)layer, parts[i].to);
        snprintf(from, sizeof from, "encoder.layer.%u.%s", (unsigned)layer, parts[i].from);
        status = parts[i].outputs ? add_linear(j, to, from, parts[i].outputs, parts[i].inputs)
                                  : add_norm(j, to, from);
    }
    return status;
}

static int add_words(struct job *j) {
    const size_t dims[] = {WORDS, WIDTH};
    const float *words;
    int status =
        safetensors_floats(&words, &j->s, "embeddings.word_embeddings.weight", 2, dims, j->err);
    if (status != TS_OK)
        return status;
    uint16_t *to = arena_alloc(j->w->arena, sizeof *to * WORDS * WIDTH);
    if (!to)
        return arena_fail(j->w->arena, j->err);
    for (size_t i = 0; i < (size_t)WORDS * WIDTH; i++)
        to[i] = bf16_of(words[i]);
    model_add(j->w, "words", TENSOR_U16, 2, dims, to);
    return TS_OK;
}

/* Each sentence is alone, and so of the first type. */
static int add_places(struct job *j) {
    const float *places, *types;
    int status = safetensors_floats(&places, &j->s, "embeddings.position_embeddings.weight", 2,
                                    (size_t[]){PLACES_THERE, WIDTH}, j->err);
    if (status == TS_OK)
        status = safetensors_floats(&types, &j->s, "embeddings.token_type_embeddings.weight", 2,
                                    (size_t[]){TYPES, WIDTH}, j->err);
    if (status != TS_OK)
        return status;
    float *to = arena_alloc(j->w->arena, sizeof *to * PLACES * WIDTH);
    if (!to)
        return arena_fail(j->w->arena, j->err);
    for (size_t i = 0; i < (size_t)PLACES * WIDTH; i++)
        to[i] = places[i] + types[i % WIDTH];
    model_add(j->w, "places", TENSOR_F32, 2, (size_t[]){PLACES, WIDTH}, to);
    return TS_OK;
}

int convert_sentences(struct model_writer *w, struct package *p, struct ts_error *err) {
    struct job j = {.w = w, .err = err};
    struct str bytes;
    int status = package_file(&bytes, p, "model.safetensors", err);
    if (status == TS_OK)
        status = safetensors_read(&j.s, w->arena, bytes, err);
    if (status == TS_OK)
        status = add_words(&j);
    if (status == TS_OK)
        status = add_places(&j);
    if (status == TS_OK)
        status = add_norm(&j, "start", "embeddings.LayerNorm");
    for (uint32_t i = 0; status == TS_OK && i < LAYERS; i++)
        status = add_layer(&j, i);
    if (status != TS_OK)
        return status;
    safetensors_skip(&j.s, "embeddings.position_ids"); /* 0, 1, 2 ... */
    safetensors_skip(&j.s, "pooler.dense.weight");     /* for another use than vectors by mean */
    safetensors_skip(&j.s, "pooler.dense.bias");
    return safetensors_end(&j.s, err);
}
