/* Part-of-speech tags: one linear layer over the token vectors. */
#ifndef ENGLISH_TAGGER_H
#define ENGLISH_TAGGER_H

#include "english/doc.h"
#include "nn/kernels.h"

enum { TAGGER_TAGS = 512, TAGGER_ROWS = 32 };

/** The layer "tagger" and the list of tags "tagger.labels" of a model file: read-only. */
struct tagger {
    struct packed layer;
    const uint16_t *tags; /* the label of each output */
};

/** Finds them; the tags are added to labels, the table comes from a. TS_E_MODEL, TS_E_MEMORY. */
int tagger_open(struct tagger *out, struct arena *a, const struct model_file *m,
                struct labels *labels, struct ts_error *err);

/** Sets the tag of tokens 0..count-1 from their vectors, stride floats apart: the first best. */
void tagger_run(const struct tagger *t, const struct kernels *kernels, struct doc_token *tokens,
                uint32_t count, const float *vectors, size_t stride);

#endif
