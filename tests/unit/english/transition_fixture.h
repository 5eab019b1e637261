/* A small model file of one transition network, made in memory. */
#ifndef TRANSITION_FIXTURE_H
#define TRANSITION_FIXTURE_H

#include "english/doc.h"
#include "english/transition_model.h"
#include "nn/model_write.h"

#include <stdio.h>

enum { FIXTURE_WIDTH = 32, FIXTURE_HIDDEN = 16, FIXTURE_ROW = 32, FIXTURE_WEIGHTS = 1 << 14 };

/* A class of the network, and what it scores when all weights are 0. */
struct fixture_class {
    uint32_t action;
    const char *label;
    float score;
};

struct fixture {
    struct mem mem;
    struct arena arena;
    struct model_file model;
    struct ts_error err;
    float weights[FIXTURE_WEIGHTS];
    float zeros[FIXTURE_WEIGHTS];
    uint32_t seed;
};

static inline float fixture_random(struct fixture *f) {
    f->seed = f->seed * 1664525u + 1013904223u;
    return (float)(f->seed >> 8) / (float)(1 << 23) - 1;
}

static inline void fixture_start(struct fixture *f) {
    *f = (struct fixture){.mem = mem_system(), .seed = 1};
    arena_init(&f->arena, &f->mem, 0);
}

static inline void fixture_end(struct fixture *f) {
    arena_clear(&f->arena);
}

static inline const char *fixture_part(struct fixture *f, const char *name, const char *part) {
    char *out = arena_alloc(&f->arena, MODEL_NAME);
    snprintf(out, MODEL_NAME, "%s.%s", name, part);
    return out;
}

static inline void fixture_layers(struct fixture *f, struct model_writer *w, const char *name,
                                  uint32_t features, const float *scores, uint32_t count) {
    model_add_packed(w, fixture_part(f, name, "linear"), f->weights, f->zeros, 16, FIXTURE_WIDTH,
                     1);
    model_add_packed(w, fixture_part(f, name, "lower"), f->weights + 16 * FIXTURE_WIDTH, f->zeros,
                     features * FIXTURE_ROW, 16, 1);
    model_add_packed(w, fixture_part(f, name, "upper"), f->weights + 999, scores, count,
                     FIXTURE_HIDDEN, 1);
    model_add(w, fixture_part(f, name, "state_bias"), TENSOR_F32, 1, (size_t[]){FIXTURE_ROW},
              f->weights + 16);
    model_add(w, fixture_part(f, name, "pad"), TENSOR_F32, 2, (size_t[]){features, FIXTURE_ROW},
              f->weights + 32);
}

/* The network called name, of at most 1000 / FIXTURE_HIDDEN classes; its weights are random numbers
 * up to scale. */
static inline bool fixture_make(struct fixture *f, const char *name, uint32_t features,
                                const struct fixture_class *classes, uint32_t count, float scale) {
    struct model_writer w;
    model_writer_init(&w, &f->arena);
    for (size_t i = 0; i < FIXTURE_WEIGHTS; i++)
        f->weights[i] = scale * fixture_random(f);
    uint32_t *actions = arena_zero(&f->arena, count, sizeof *actions);
    struct str *labels = arena_zero(&f->arena, count, sizeof *labels);
    float *scores = arena_zero(&f->arena, count, sizeof *scores);
    for (uint32_t c = 0; c < count; c++) {
        actions[c] = classes[c].action;
        labels[c] = str_of(classes[c].label);
        scores[c] = classes[c].score;
    }
    fixture_layers(f, &w, name, features, scores, count);
    model_add(&w, fixture_part(f, name, "actions"), TENSOR_U32, 1, (size_t[]){count}, actions);
    model_add_strings(&w, fixture_part(f, name, "moves"), labels, count, false);
    struct str bytes;
    return model_write(&bytes, &w, &f->err) == TS_OK &&
           model_from_bytes(&f->model, bytes.at, bytes.n, &f->err) == TS_OK;
}

/* count tokens without spelling; vectors are random. */
static inline float *fixture_doc(struct fixture *f, struct doc *doc, uint32_t count) {
    *doc = (struct doc){.arena = &f->arena};
    doc->tokens.at = arena_zero(&f->arena, count, sizeof *doc->tokens.at);
    doc->tokens.n = doc->tokens.cap = count;
    float *vectors = arena_zero(&f->arena, count, FIXTURE_WIDTH * sizeof *vectors);
    for (size_t i = 0; i < (size_t)count * FIXTURE_WIDTH; i++)
        vectors[i] = fixture_random(f);
    return vectors;
}

#endif
