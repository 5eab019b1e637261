/* The engine's models: each opened at its first use, then shared by the threads, each with a
 * worker. */
#ifndef ENGINE_MODEL_STORE_H
#define ENGINE_MODEL_STORE_H

#include "engine/opened_model.h"

struct model_store;

/** Opens nothing yet. folder: where the models are looked for, or NULL (model_folders.h). *out is
 * to be given to model_store_free. TS_E_MEMORY. */
int model_store_new(struct model_store **out, const struct mem *mem, const char *folder,
                    struct ts_error *err);

/** After every worker was given back; NULL is a no-op. */
void model_store_free(struct model_store *s);

/**
 * Takes a worker, to be given back; the first call opens the model. What was wrong with it
 * (TS_E_MODEL, as opened_model_open) later calls are told as well, without looking again; memory
 * that was refused (TS_E_MEMORY) is asked for again. Threads may call all four.
 */
int model_store_take(struct english_worker **out, struct model_store *s, struct ts_error *err);
void model_store_give(struct model_store *s, struct english_worker *worker);
int model_store_take_embedder(struct embedder_worker **out, struct model_store *s,
                              struct ts_error *err);
void model_store_give_embedder(struct model_store *s, struct embedder_worker *worker);

#endif
