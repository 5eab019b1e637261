/* The model files that the targets share: those of the folder $TWOSOURCE_MODELS or of the cache.
 * Without its own a target ends at once: what tries nothing must not look well. */
#ifndef FUZZ_THE_MODEL_H
#define FUZZ_THE_MODEL_H

#include "nn/model_file.h"

#include <stdio.h>
#include <stdlib.h>

static inline void the_model_open_named(struct model_file *out, const char *name) {
    char path[1024];
    struct ts_error err;
    const char *folder = getenv("TWOSOURCE_MODELS"), *home = getenv("HOME");
    snprintf(path, sizeof path, "%s%s/%s", folder ? folder : home,
             folder ? "" : "/.cache/twosource/models", name);
    if (model_open(out, path, &err) == TS_OK)
        return;
    fprintf(stderr, "%s\n", err.message);
    abort();
}

/* The pipeline of texts. */
static inline void the_model_open(struct model_file *out) {
    the_model_open_named(out, "en_core_web_sm-3.8.0.model");
}

/* The network of sentence vectors. */
static inline void the_sentence_model_open(struct model_file *out) {
    the_model_open_named(out, "all-MiniLM-L6-v2.model");
}

#endif
