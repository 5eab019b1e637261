#include "engine/model_store.h"

#include "engine/model_folders.h"

#include <pthread.h>

/* A model and its workers, which are of its kind. */
struct pool {
    bool tried;
    struct ts_error err; /* of the try; its status is TS_OK when the model is open */
    struct opened_model model;
    VEC_OF(void *) idle; /* with room for every worker made */
    uint32_t made;
};

struct model_store {
    struct mem mem;
    struct arena arena; /* of the folders, and of the lists of idle workers */
    struct model_folders folders;
    pthread_mutex_t lock; /* over the pools */
    struct pool pools[MODEL_KINDS];
};

int model_store_new(struct model_store **out, const struct mem *mem, const char *folder,
                    struct ts_error *err) {
    struct model_store *s = mem_alloc(mem, sizeof *s);
    if (!s)
        return err_memory(err);
    *s = (struct model_store){.mem = *mem};
    arena_init(&s->arena, mem, 0);
    int status = model_folders_of(&s->folders, &s->arena, folder, err);
    if (status == TS_OK && pthread_mutex_init(&s->lock, NULL) != 0)
        status = err_memory(err);
    if (status != TS_OK) {
        arena_clear(&s->arena);
        mem_free(mem, s);
        return status;
    }
    *out = s;
    return TS_OK;
}

static int worker_new(void **out, const struct opened_model *m, struct ts_error *err) {
    struct english_worker *english = NULL;
    struct embedder_worker *embedder = NULL;
    int status = m->kind == MODEL_EMBEDDER ? embedder_worker_new(&embedder, m->embedder, err)
                                           : english_worker_new(&english, m->english, err);
    *out = m->kind == MODEL_EMBEDDER ? (void *)embedder : (void *)english;
    return status;
}

static void worker_free(enum model_kind kind, void *worker) {
    if (kind == MODEL_EMBEDDER)
        embedder_worker_free(worker);
    else
        english_worker_free(worker);
}

static void pool_clear(struct pool *p) {
    for (uint32_t i = 0; i < p->idle.n; i++)
        worker_free(p->model.kind, p->idle.at[i]);
    if (p->tried && p->err.status == TS_OK)
        opened_model_close(&p->model);
}

void model_store_free(struct model_store *s) {
    if (!s)
        return;
    for (size_t kind = 0; kind < MODEL_KINDS; kind++)
        pool_clear(&s->pools[kind]);
    pthread_mutex_destroy(&s->lock);
    arena_clear(&s->arena);
    struct mem mem = s->mem;
    mem_free(&mem, s);
}

static int open_model(struct model_store *s, enum model_kind kind, struct ts_error *err) {
    struct opened_model *m = &s->pools[kind].model;
    struct arena scratch;
    struct str path;
    arena_init(&scratch, &s->mem, 0);
    int status = model_folders_find(&path, &scratch, &s->folders, kind, err);
    if (status == TS_OK)
        status = opened_model_open(m, &s->mem, path.at, err);
    if (status == TS_OK && m->kind != kind) {
        status = model_bad(err, &m->file, "it is a model of another kind");
        opened_model_close(m);
    }
    arena_clear(&scratch);
    return status;
}

/* Under the lock. */
static int be_open(struct model_store *s, enum model_kind kind, struct ts_error *err) {
    struct pool *p = &s->pools[kind];
    if (!p->tried) {
        p->err = (struct ts_error){.status = TS_OK};
        p->tried = open_model(s, kind, &p->err) != TS_E_MEMORY;
    }
    if (p->err.status != TS_OK && err)
        *err = p->err;
    return p->err.status;
}

/* Under the lock, with the model open: an idle worker, or NULL and room for a new one. */
static int take_idle(void **out, struct model_store *s, struct pool *p, struct ts_error *err) {
    *out = NULL;
    if (p->idle.n) {
        *out = p->idle.at[--p->idle.n];
        return TS_OK;
    }
    if (p->made == p->idle.cap &&
        !vec_grow(&s->arena, &p->idle.at, &p->idle.cap, sizeof *p->idle.at))
        return arena_fail(&s->arena, err);
    p->made++;
    return TS_OK;
}

static int take(void **out, struct model_store *s, enum model_kind kind, struct ts_error *err) {
    struct pool *p = &s->pools[kind];
    pthread_mutex_lock(&s->lock);
    int status = be_open(s, kind, err);
    if (status == TS_OK)
        status = take_idle(out, s, p, err);
    pthread_mutex_unlock(&s->lock);
    if (status != TS_OK || *out)
        return status;
    status = worker_new(out, &p->model, err);
    if (status == TS_OK)
        return TS_OK;
    pthread_mutex_lock(&s->lock);
    p->made--;
    pthread_mutex_unlock(&s->lock);
    return status;
}

static void give(struct model_store *s, enum model_kind kind, void *worker) {
    struct pool *p = &s->pools[kind];
    pthread_mutex_lock(&s->lock);
    p->idle.at[p->idle.n++] = worker;
    pthread_mutex_unlock(&s->lock);
}

int model_store_take(struct english_worker **out, struct model_store *s, struct ts_error *err) {
    void *worker = NULL;
    int status = take(&worker, s, MODEL_ENGLISH, err);
    *out = worker;
    return status;
}

void model_store_give(struct model_store *s, struct english_worker *worker) {
    give(s, MODEL_ENGLISH, worker);
}

int model_store_take_embedder(struct embedder_worker **out, struct model_store *s,
                              struct ts_error *err) {
    void *worker = NULL;
    int status = take(&worker, s, MODEL_EMBEDDER, err);
    *out = worker;
    return status;
}

void model_store_give_embedder(struct model_store *s, struct embedder_worker *worker) {
    give(s, MODEL_EMBEDDER, worker);
}
