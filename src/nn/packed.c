#include "nn/kernels.h"

#include "base/arena.h"
#include "base/mem.h"
#include "nn/model_write.h"

#include <string.h>

enum { LANES = KERNEL_LANES };

static size_t panel_count(uint32_t outputs) {
    return ((size_t)outputs + LANES - 1) / LANES;
}

int packed_open(struct packed *out, const struct model_file *m, const char *name,
                struct ts_error *err) {
    char part[MODEL_PART_NAME];
    struct tensor t;
    int status =
        model_get(&t, m, model_part_name(part, name, "shape"), TENSOR_U32, 1, (size_t[]){3}, err);
    if (status != TS_OK)
        return status;
    const uint32_t *shape = t.at;
    *out = (struct packed){.outputs = shape[0], .inputs = shape[1], .pieces = shape[2]};
    /* A dimension of 0 would ask model_get for any. */
    if (!out->outputs || !out->inputs || !out->pieces || out->pieces > KERNEL_PIECES)
        return model_bad(err, m, "%s is of %u outputs, %u inputs and %u pieces", part,
                         (unsigned)out->outputs, (unsigned)out->inputs, (unsigned)out->pieces);
    size_t panels = panel_count(out->outputs);
    status = model_get(&t, m, model_part_name(part, name, "weights"), TENSOR_F32, 4,
                       (size_t[]){panels, out->inputs, out->pieces, LANES}, err);
    if (status != TS_OK)
        return status;
    out->weights = t.at;
    status = model_get(&t, m, model_part_name(part, name, "bias"), TENSOR_F32, 3,
                       (size_t[]){panels, out->pieces, LANES}, err);
    out->bias = t.at;
    return status;
}

/* To is zeroed, from[outputs][pieces][inputs]; to[panel][input][piece][16]. */
static void pack(float *to, const float *from, uint32_t outputs, uint32_t inputs, uint32_t pieces) {
    for (size_t o = 0; o < outputs; o++)
        for (size_t p = 0; p < pieces; p++)
            for (size_t i = 0; i < inputs; i++)
                to[(((o / LANES) * inputs + i) * pieces + p) * LANES + o % LANES] =
                    from[(o * pieces + p) * inputs + i];
}

void model_add_packed(struct model_writer *w, const char *name, const float *weights,
                      const float *bias, uint32_t outputs, uint32_t inputs, uint32_t pieces) {
    char part[MODEL_PART_NAME];
    size_t panels = panel_count(outputs), bias_count, weight_count;
    uint32_t *shape = arena_zero(w->arena, 3, sizeof *shape);
    float *packed_weights = NULL, *packed_bias = NULL;
    if (mem_mul(&bias_count, panels * LANES, pieces) &&
        mem_mul(&weight_count, bias_count, inputs)) {
        packed_weights = arena_zero(w->arena, weight_count, sizeof(float));
        packed_bias = arena_zero(w->arena, bias_count, sizeof(float));
    }
    if (!shape || !packed_weights || !packed_bias) {
        w->refused = true;
        return;
    }
    memcpy(shape, (uint32_t[]){outputs, inputs, pieces}, 3 * sizeof *shape);
    pack(packed_weights, weights, outputs, inputs, pieces);
    pack(packed_bias, bias, outputs, 1, pieces);
    model_add(w, model_part_name(part, name, "shape"), TENSOR_U32, 1, (size_t[]){3}, shape);
    model_add(w, model_part_name(part, name, "weights"), TENSOR_F32, 4,
              (size_t[]){panels, inputs, pieces, LANES}, packed_weights);
    model_add(w, model_part_name(part, name, "bias"), TENSOR_F32, 3,
              (size_t[]){panels, pieces, LANES}, packed_bias);
}
