/* Sentence vectors, for an analysis that wants them. */
#include "lang/lang.h"

#include <string.h>

_Static_assert((int)EMBEDDER_WIDTH == (int)VECTOR_WIDTH,
               "an analysis holds what the embedder makes");

int lang_vectors(struct analysis *analysis, struct arena *a, struct embedder_worker *worker,
                 struct ts_error *err) {
    uint32_t n = analysis->sentences.n;
    if (analysis->vectors || !n)
        return TS_OK;
    struct arena scratch;
    arena_init(&scratch, &(struct mem){a->mem.resize, a->mem.context}, a->budget_bytes);
    struct str *texts = arena_zero(&scratch, n, sizeof *texts);
    float(*vectors)[VECTOR_WIDTH] = arena_zero(&scratch, n, sizeof *vectors), (*kept)[VECTOR_WIDTH];
    int status = texts && vectors ? TS_OK : arena_fail(&scratch, err);
    for (uint32_t i = 0; i < n && status == TS_OK; i++)
        texts[i] = str_span(analysis->article->text, analysis->sentences.at[i].text);
    if (status == TS_OK)
        status = embedder_run(vectors, worker, texts, n, err);
    if (status == TS_OK && !(kept = arena_alloc(a, n * sizeof *kept)))
        status = arena_fail(a, err);
    if (status == TS_OK) {
        memcpy(kept, vectors, n * sizeof *kept);
        analysis->vectors = (const float(*)[VECTOR_WIDTH])kept;
        analysis->vectors_model = embedder_mark(embedder_of(worker));
    }
    arena_clear(&scratch);
    return status;
}
