/* Layers whose weights and inputs are bfloat16: a float's upper half (Intel, "BFLOAT16 - Hardware
 * Numerics Definition", 2018). Products of two are exact as floats and are summed as floats. */
#ifndef NN_BF16_H
#define NN_BF16_H

#include "nn/model_write.h"

#include <string.h>

enum {
    BF16_BLOCK = 32,   /* inputs are summed by as many at once; outputs come by as many */
    BF16_INPUTS = 2048 /* at most */
};

/**
 * A linear layer's weights W[outputs][inputs] and bias b[outputs], packed in panels of 16 outputs:
 * weights[panel][pair of inputs][16][2]. Both numbers are multiples of BF16_BLOCK.
 */
struct bf16_layer {
    uint32_t outputs, inputs;
    const uint16_t *weights; /* 64-byte aligned */
    const float *bias;
};

/** The bfloat16 that is nearest to x, of two equally near ones the even one. What is below 2^-40 in
 * magnitude becomes 0, so that no product or sum is ever too small for a normal float: processors
 * do not treat those alike. */
static inline uint16_t bf16_of(float x) {
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    if ((bits & 0x7FFFFFFFU) < (127U - 40U) << 23)
        return 0;
    return (uint16_t)((bits + 0x7FFFU + (bits >> 16 & 1U)) >> 16);
}

static inline float bf16_value(uint16_t half) {
    uint32_t bits = (uint32_t)half << 16;
    float x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/** A layer in its tensors "name.weights" u16 [panels][pairs][16][2] and "name.bias" f32 [outputs].
 * TS_E_MODEL "bad_model". */
int bf16_open(struct bf16_layer *out, const struct model_file *m, const char *name,
              struct ts_error *err);

/** Packs W[outputs][inputs] and b[outputs] and adds them as bf16_open finds them. */
void model_add_bf16(struct model_writer *w, const char *name, const float *weights,
                    const float *bias, uint32_t outputs, uint32_t inputs);

#endif
