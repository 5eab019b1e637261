#include "engine/model_store.h"

#include "engine/model_folders.h"

#include <pthread.h>

int opened_model_open(struct opened_model *out, const struct mem *mem, const char *path,
                      struct ts_error *err) {
    int status = model_open(&out->file, path, err);
    if (status == TS_E_IO) { /* to whoever needs it, a file that cannot be read is a missing one */
        status = TS_E_MODEL;
        if (err)
            err->status = TS_E_MODEL;
    }
    if (status != TS_OK)
        return status;
    status = english_open(&out->english, mem, &out->file, NULL, err);
    if (status != TS_OK)
        model_close(&out->file);
    return status;
}

void opened_model_close(struct opened_model *m) {
    english_close(m->english);
    model_close(&m->file);
}

struct model_store {
    struct mem mem;
    struct arena arena; /* of the folders, and of the list of idle workers */
    struct model_folders folders;
    pthread_mutex_t lock; /* over all that follows */
    bool tried;
    struct ts_error err; /* of the try; its status is TS_OK when the model is open */
    struct opened_model model;
    VEC_OF(struct english_worker *) idle; /* with room for every worker made */
    uint32_t made;
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

void model_store_free(struct model_store *s) {
    if (!s)
        return;
    for (uint32_t i = 0; i < s->idle.n; i++)
        english_worker_free(s->idle.at[i]);
    if (s->tried && s->err.status == TS_OK)
        opened_model_close(&s->model);
    pthread_mutex_destroy(&s->lock);
    arena_clear(&s->arena);
    struct mem mem = s->mem;
    mem_free(&mem, s);
}

static int open_model(struct model_store *s, struct ts_error *err) {
    struct arena scratch;
    struct str path;
    arena_init(&scratch, &s->mem, 0);
    int status = model_folders_find(&path, &scratch, &s->folders, err);
    if (status == TS_OK)
        status = opened_model_open(&s->model, &s->mem, path.at, err);
    arena_clear(&scratch);
    return status;
}

/* Under the lock. */
static int be_open(struct model_store *s, struct ts_error *err) {
    if (!s->tried) {
        s->err = (struct ts_error){.status = TS_OK};
        s->tried = open_model(s, &s->err) != TS_E_MEMORY;
    }
    if (s->err.status != TS_OK && err)
        *err = s->err;
    return s->err.status;
}

/* Under the lock, with the model open: an idle worker, or NULL and room for a new one. */
static int take_idle(struct english_worker **out, struct model_store *s, struct ts_error *err) {
    *out = NULL;
    if (s->idle.n) {
        *out = s->idle.at[--s->idle.n];
        return TS_OK;
    }
    if (s->made == s->idle.cap &&
        !vec_grow(&s->arena, &s->idle.at, &s->idle.cap, sizeof(struct english_worker *)))
        return arena_fail(&s->arena, err);
    s->made++;
    return TS_OK;
}

int model_store_take(struct english_worker **out, struct model_store *s, struct ts_error *err) {
    pthread_mutex_lock(&s->lock);
    int status = be_open(s, err);
    if (status == TS_OK)
        status = take_idle(out, s, err);
    pthread_mutex_unlock(&s->lock);
    if (status != TS_OK || *out)
        return status;
    status = english_worker_new(out, s->model.english, err);
    if (status == TS_OK)
        return TS_OK;
    pthread_mutex_lock(&s->lock);
    s->made--;
    pthread_mutex_unlock(&s->lock);
    return status;
}

void model_store_give(struct model_store *s, struct english_worker *worker) {
    pthread_mutex_lock(&s->lock);
    s->idle.at[s->idle.n++] = worker;
    pthread_mutex_unlock(&s->lock);
}
