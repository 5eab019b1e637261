/* The sentence model's file and the embedder over it, for tests. The folder is $TWOSOURCE_MODELS,
 * which tests/run sets. */
#ifndef EMBEDDER_FIXTURE_H
#define EMBEDDER_FIXTURE_H

#include "check.h"
#include "embed/embedder.h"

#include <stdio.h>
#include <stdlib.h>

struct embedder_fixture {
    struct model_file model;
    struct embedder *embedder;
    struct embedder_worker *worker;
    struct ts_error err;
};

static inline const char *embedder_fixture_path(void) {
    static char path[1024];
    const char *folder = getenv("TWOSOURCE_MODELS"), *home = getenv("HOME");
    snprintf(path, sizeof path, "%s%s/all-MiniLM-L6-v2.model",
             folder ? folder
             : home ? home
                    : "",
             folder ? "" : "/.cache/twosource/models");
    return path;
}

static inline void embedder_fixture_clear(struct embedder_fixture *f) {
    embedder_worker_free(f->worker);
    embedder_close(f->embedder);
    model_close(&f->model);
}

/* By these kernels, or by the best when NULL. false, with a word why, when there is no model. */
static inline bool embedder_fixture_init(struct embedder_fixture *f,
                                         const struct kernels *kernels) {
    struct mem mem = mem_system();
    memset(f, 0, sizeof *f);
    if (model_open(&f->model, embedder_fixture_path(), &f->err) == TS_OK &&
        embedder_open(&f->embedder, &mem, &f->model, kernels, &f->err) == TS_OK &&
        embedder_worker_new(&f->worker, f->embedder, &f->err) == TS_OK)
        return true;
    printf("# %s\n", f->err.message);
    embedder_fixture_clear(f);
    return false;
}

/* The same embedder with nothing kept. */
static inline bool embedder_fixture_renew(struct embedder_fixture *f) {
    embedder_worker_free(f->worker);
    return CHECK_INT(embedder_worker_new(&f->worker, f->embedder, &f->err), TS_OK);
}

#endif
