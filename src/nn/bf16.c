#include "nn/bf16.h"

#include "base/arena.h"
#include "base/mem.h"

#include <assert.h>

enum { LANES = 16 };

int bf16_open(struct bf16_layer *out, const struct model_file *m, const char *name,
              struct ts_error *err) {
    char part[MODEL_PART_NAME];
    struct tensor t;
    size_t dims[] = {0, 0, LANES, 2};
    int status = model_get(&t, m, model_part_name(part, name, "weights"), TENSOR_U16, 4, dims, err);
    if (status != TS_OK)
        return status;
    size_t outputs = t.dims[0] * LANES, inputs = t.dims[1] * 2;
    if (!outputs || outputs % BF16_BLOCK || outputs > UINT32_MAX || !inputs ||
        inputs % BF16_BLOCK || inputs > BF16_INPUTS)
        return model_bad(err, m, "%s is of %zu outputs and %zu inputs", part, outputs, inputs);
    out->outputs = (uint32_t)outputs;
    out->inputs = (uint32_t)inputs;
    out->weights = t.at;
    status = model_get(&t, m, model_part_name(part, name, "bias"), TENSOR_F32, 1,
                       (size_t[]){outputs}, err);
    out->bias = t.at;
    return status;
}

void model_add_bf16(struct model_writer *w, const char *name, const float *weights,
                    const float *bias, uint32_t outputs, uint32_t inputs) {
    char part[MODEL_PART_NAME];
    size_t bytes;
    uint16_t *packed = NULL;
    assert(outputs % BF16_BLOCK == 0 && inputs % BF16_BLOCK == 0 && inputs <= BF16_INPUTS);
    if (mem_mul(&bytes, (size_t)outputs * sizeof *packed, inputs))
        packed = arena_alloc(w->arena, bytes);
    if (!packed) {
        w->refused = true;
        return;
    }
    for (size_t o = 0; o < outputs; o++)
        for (size_t i = 0; i < inputs; i++)
            packed[((o / LANES * (inputs / 2) + i / 2) * LANES + o % LANES) * 2 + i % 2] =
                bf16_of(weights[o * inputs + i]);
    model_add(w, model_part_name(part, name, "weights"), TENSOR_U16, 4,
              (size_t[]){outputs / LANES, inputs / 2, LANES, 2}, packed);
    model_add(w, model_part_name(part, name, "bias"), TENSOR_F32, 1, (size_t[]){outputs}, bias);
}
