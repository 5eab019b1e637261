/* The English pipeline: tokens, tags, lemmas, a dependency parse, sentences, names and noun chunks,
 * by the weights of spaCy's en_core_web_sm 3.8 (MIT). Knows nothing of articles. */
#ifndef ENGLISH_ENGLISH_H
#define ENGLISH_ENGLISH_H

#include "english/doc.h"
#include "nn/kernels.h"
#include "nn/model_mark.h"

struct english;
struct english_worker;

/**
 * Opens the pipeline over a model file, which must outlive it; checks all that it will ever look
 * up. Read-only afterwards: threads may share it. kernels NULL: the machine's best. TS_E_MODEL
 * "bad_model", TS_E_MEMORY.
 */
int english_open(struct english **out, const struct mem *mem, const struct model_file *m,
                 const struct kernels *kernels, struct ts_error *err);
void english_close(struct english *e); /* NULL is a no-op */

const struct labels *english_labels(const struct english *e);

/** Which weights these are; valid as long as the pipeline. */
struct model_mark english_mark(const struct english *e);

/** One thread's caches and buffers; they change no result. */
int english_worker_new(struct english_worker **out, const struct english *e, struct ts_error *err);
void english_worker_free(struct english_worker *w); /* NULL is a no-op */

/** The labels of the pipeline that the worker is of. */
const struct labels *english_worker_labels(const struct english_worker *w);
struct model_mark english_worker_mark(const struct english_worker *w);

/**
 * Fills docs, whose arena and text are set; the networks run once over all of them, which short
 * texts gain from, and each doc's result is the same as alone. The text is well-formed UTF-8. A
 * sentence begins behind each white space of two line ends or more. Time grows linearly with the
 * text; while it runs, 384 bytes a token count against the budget of the first doc's arena.
 * TS_E_MEMORY, TS_E_LIMIT.
 */
int english_run(struct english_worker *w, struct doc *docs, uint32_t count, struct ts_error *err);

#endif
