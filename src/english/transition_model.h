/* The network that scores the moves of a transition system, the same for the parser and for names
 * (Kiperwasser and Goldberg 2016, with the first layer computed ahead of the steps):
 *
 *     v[t]    = linear(vector of token t)                          once for each token
 *     C[t][f] = lower[f](v[t])           [hidden * pieces]         once for each token
 *     u       = bias + sum over f of C[token of feature f][f]      pad[f] when it is absent
 *     h[o]    = max over p of u[o * pieces + p]
 *     scores  = upper(h)                                           one for each class (move, label)
 */
#ifndef ENGLISH_TRANSITION_MODEL_H
#define ENGLISH_TRANSITION_MODEL_H

#include "english/tag_labels.h"
#include "nn/kernels.h"
#include "nn/string_table.h"

enum {
    TRANSITION_FEATURES = 8,
    TRANSITION_CLASSES = 1024, /* at most */
    TRANSITION_BLOCK = 16,     /* tokens whose rows C are computed together */
    TRANSITION_BLOCKS = 16     /* kept at a time: with 4 KiB a token, 1 MiB, which caches hold */
};

/** No token, or no class. */
#define TRANSITION_NONE UINT32_MAX

/** Tensors "name.linear", "name.lower" (outputs [feature][hidden][piece]) and "name.upper", packed;
 * "name.state_bias" f32 [hidden * pieces]; "name.pad" f32 [features][hidden * pieces]; and the
 * classes: "name.actions" u32 [classes], "name.moves" a list of their labels. Read-only. */
struct transition_model {
    struct packed linear, lower, upper;
    const float *bias, *pad;
    uint32_t features, hidden, pieces;
    uint32_t classes, padded; /* padded to a multiple of 16 */
    const uint32_t *actions;  /* each below the action_count it was opened with */
    struct string_list labels;
};

/** Finds and checks the network called name. TS_E_MODEL "bad_model". */
int transition_model_open(struct transition_model *out, const struct model_file *m,
                          const char *name, uint32_t features, uint32_t action_count,
                          struct ts_error *err);

/** Numbers a class's label. TS_E_MODEL "bad_model" when there are too many, TS_E_MEMORY. */
int transition_label(uint16_t *out, struct labels *labels, struct str name,
                     const struct model_file *m, struct ts_error *err);

/**
 * One thread's buffers for one network at a time. Rows C are kept for TRANSITION_BLOCKS blocks; a
 * step looks at eight tokens at most, nearly all close to the front, and a row that is wanted again
 * later is computed again, to the same bits.
 */
struct transition_work {
    struct arena arena, scratch; /* for good; for the doc that is run */
    const struct transition_model *net;
    const struct kernels *kernels;
    const float *vectors; /* of the doc: token_count rows, stride apart */
    size_t stride;
    uint32_t token_count;
    size_t row;        /* floats of a row C */
    float *rows;       /* [TRANSITION_BLOCKS][TRANSITION_BLOCK][row] */
    float *linear_out; /* [TRANSITION_BLOCK][of linear, padded] */
    float *sum, *hidden, *scores;
    uint32_t *place_of; /* of each block of the doc among rows, or TRANSITION_NONE; in scratch */
    uint32_t block_at[TRANSITION_BLOCKS]; /* the reverse */
    uint64_t used[TRANSITION_BLOCKS];     /* the last step that looked at it */
    uint64_t step;
    uint32_t next_place;
};

void transition_work_init(struct transition_work *w, const struct mem *mem);
void transition_work_clear(struct transition_work *w); /* frees all; can be used again */

/** Makes ready for a doc's vectors, which must outlive the steps; clears w->scratch. TS_E_MEMORY.
 */
int transition_begin(struct transition_work *w, const struct transition_model *net,
                     const struct kernels *kernels, const float *vectors, size_t stride,
                     uint32_t token_count, struct ts_error *err);

/** The scores of all classes [padded] in the state whose features are these tokens (below
 * token_count, or TRANSITION_NONE). Valid until the next call. */
const float *transition_scores(struct transition_work *w, const uint32_t *tokens);

/** The first best class of those whose mask is 0 (the others' is -INFINITY, the padding's too);
 * TRANSITION_NONE when there is none. */
uint32_t transition_best(const struct transition_work *w, const float *mask);

#endif
