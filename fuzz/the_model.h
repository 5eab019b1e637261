/* The model file that the targets share: en_core_web_sm-3.8.0.model in the folder $TWOSOURCE_MODELS
 * or in the cache. Without it a target ends at once: what tries nothing must not look well. */
#ifndef FUZZ_THE_MODEL_H
#define FUZZ_THE_MODEL_H

#include "nn/model_file.h"

#include <stdio.h>
#include <stdlib.h>

static inline void the_model_open(struct model_file *out) {
    char path[1024];
    struct ts_error err;
    const char *folder = getenv("TWOSOURCE_MODELS"), *home = getenv("HOME");
    snprintf(path, sizeof path, "%s%s/en_core_web_sm-3.8.0.model", folder ? folder : home,
             folder ? "" : "/.cache/twosource/models");
    if (model_open(out, path, &err) == TS_OK)
        return;
    fprintf(stderr, "%s\n", err.message);
    abort();
}

#endif
