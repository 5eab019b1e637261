/* The model file and the English pipeline over it, for tests. The folder is $TWOSOURCE_MODELS,
 * which tests/run sets. */
#ifndef MODEL_FIXTURE_H
#define MODEL_FIXTURE_H

#include "check.h"
#include "english/english.h"

#include <stdio.h>
#include <stdlib.h>

struct model_fixture {
    struct model_file model;
    struct english *english;
    struct english_worker *worker;
    struct ts_error err;
};

static inline const char *model_fixture_path(void) {
    static char path[1024];
    const char *folder = getenv("TWOSOURCE_MODELS"), *home = getenv("HOME");
    if (folder)
        snprintf(path, sizeof path, "%s/en_core_web_sm-3.8.0.model", folder);
    else
        snprintf(path, sizeof path, "%s/.cache/twosource/models/en_core_web_sm-3.8.0.model",
                 home ? home : "");
    return path;
}

static inline void model_fixture_clear(struct model_fixture *f) {
    english_worker_free(f->worker);
    english_close(f->english);
    model_close(&f->model);
}

/* false, with a word why, when there is no model. */
static inline bool model_fixture_init(struct model_fixture *f) {
    struct mem mem = mem_system();
    memset(f, 0, sizeof *f);
    if (model_open(&f->model, model_fixture_path(), &f->err) == TS_OK &&
        english_open(&f->english, &mem, &f->model, NULL, &f->err) == TS_OK &&
        english_worker_new(&f->worker, f->english, &f->err) == TS_OK)
        return true;
    printf("# %s\n", f->err.message);
    model_fixture_clear(f);
    return false;
}

#endif
