/* Sentence vectors by all-MiniLM-L6-v2 (Apache-2.0; Wang et al. 2020, "MiniLM"; Reimers and
 * Gurevych 2019, "Sentence-BERT"): texts that mean alike have vectors that point alike. Knows
 * nothing of articles. */
#ifndef EMBED_EMBEDDER_H
#define EMBED_EMBEDDER_H

#include "nn/kernels.h"
#include "nn/model_mark.h"

enum { EMBEDDER_WIDTH = 384 };

struct embedder;
struct embedder_worker;

/**
 * Opens the network over a model file, which must outlive it; checks all that it will ever look up.
 * Read-only afterwards: threads may share it. kernels NULL: the machine's best. TS_E_MODEL
 * "bad_model", TS_E_MEMORY.
 */
int embedder_open(struct embedder **out, const struct mem *mem, const struct model_file *m,
                  const struct kernels *kernels, struct ts_error *err);
void embedder_close(struct embedder *e); /* NULL is a no-op */

/** Which weights these are; valid as long as the embedder. */
struct model_mark embedder_mark(const struct embedder *e);

/** One thread's buffers, and the vectors that it has made already; they change no result. */
int embedder_worker_new(struct embedder_worker **out, const struct embedder *e,
                        struct ts_error *err);
void embedder_worker_free(struct embedder_worker *w); /* NULL is a no-op */

const struct embedder *embedder_of(const struct embedder_worker *w);

/**
 * Puts into vectors[i] the vector of texts[i], of length 1: the dot product of two is their cosine.
 * The texts are well-formed UTF-8; of a long one the first 254 word pieces count. Texts of the same
 * pieces are embedded once, also over calls, while no more than 16,384 different ones were seen. A
 * text's vector is the same bits alone and beside others. Time grows linearly with the texts.
 * TS_E_MEMORY.
 */
int embedder_run(float (*vectors)[EMBEDDER_WIDTH], struct embedder_worker *w,
                 const struct str *texts, uint32_t count, struct ts_error *err);

/** How many word pieces the text is to the network; *ids are their numbers, the worker's until its
 * next call. */
uint32_t embedder_pieces(const uint16_t **ids, struct embedder_worker *w, struct str text);

#endif
