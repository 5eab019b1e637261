/* Writing a model file. */
#ifndef NN_MODEL_WRITE_H
#define NN_MODEL_WRITE_H

#include "nn/model_file.h"

/** Tensors gathered for a file. Their bytes are borrowed until model_write. */
struct model_writer {
    struct arena *arena;
    VEC_OF(struct tensor) tensors;
    bool refused; /* memory was: model_write says so */
};

void model_writer_init(struct model_writer *w, struct arena *a);

/** Adds a tensor; name (below MODEL_NAME bytes, NUL-ended) is copied, at is borrowed. */
void model_add(struct model_writer *w, const char *name, enum tensor_type type, uint32_t rank,
               const size_t *dims, const void *at);

/** Adds text as a tensor of bytes. */
void model_add_text(struct model_writer *w, const char *name, struct str text);

/** Puts the whole file, which is the same bytes for the same tensors in any order, into *out, from
 * the writer's arena, 64-byte aligned. TS_E_MEMORY, TS_E_LIMIT. */
int model_write(struct str *out, struct model_writer *w, struct ts_error *err);

#endif
