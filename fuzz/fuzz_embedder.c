/*
 * Sentence vectors by the real model. The first byte is how many allocations are granted before
 * one is refused, 255: all. The rest are texts, a line each. A text's vector must be the same bits
 * in the batch, after a refusal, and alone by a worker that got the texts in another order.
 */
#include "base/utf8.h"
#include "embed/embedder.h"
#include "must.h"
#include "the_model.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { TEXTS = 12, PIECES = 256, GRANT_ALL = 255 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static struct {
    bool open;
    int left; /* allocations until one is refused; negative: never */
    struct model_file model;
    struct embedder *embedder;
    struct embedder_worker *batch, *alone;
} fixed;

static void *granting_resize(void *context, void *old, size_t new_bytes) {
    (void)context;
    if (new_bytes == 0) {
        free(old);
        return NULL;
    }
    if (fixed.left == 0)
        return NULL;
    if (fixed.left > 0)
        fixed.left--;
    return realloc(old, new_bytes);
}

static void open_model(void) {
    const struct mem mem = {granting_resize, NULL};
    if (fixed.open)
        return;
    fixed.left = -1;
    the_sentence_model_open(&fixed.model);
    must(embedder_open(&fixed.embedder, &mem, &fixed.model, NULL, NULL) == TS_OK);
    must(embedder_worker_new(&fixed.batch, fixed.embedder, NULL) == TS_OK);
    must(embedder_worker_new(&fixed.alone, fixed.embedder, NULL) == TS_OK);
    fixed.open = true;
}

static void check_text(struct str text, const float *vector) {
    const uint16_t *ids;
    float alone[1][EMBEDDER_WIDTH];
    double square = 0;
    uint32_t n = embedder_pieces(&ids, fixed.alone, text);
    must(n >= 2 && n <= PIECES && ids[0] != ids[n - 1]);
    must(embedder_run(alone, fixed.alone, &text, 1, NULL) == TS_OK);
    must(memcmp(alone[0], vector, sizeof alone[0]) == 0);
    for (size_t i = 0; i < EMBEDDER_WIDTH; i++)
        square += (double)vector[i] * (double)vector[i];
    must(fabs(square - 1) < 1e-5);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes) {
    float refused[TEXTS][EMBEDDER_WIDTH], vectors[TEXTS][EMBEDDER_WIDTH];
    struct str texts[TEXTS];
    uint32_t count = 0;
    if (bytes == 0)
        return 0;
    open_model();
    struct mem mem = mem_system();
    struct arena a;
    arena_init(&a, &mem, 0);
    struct str rest = {(const char *)data + 1, bytes - 1};
    while (rest.n && count < TEXTS)
        texts[count++] = well_formed(&a, str_split(&rest, '\n'));
    fixed.left = data[0] == GRANT_ALL ? -1 : data[0];
    int status = embedder_run(refused, fixed.batch, texts, count, NULL);
    must(status == TS_OK || (status == TS_E_MEMORY && fixed.left == 0));
    fixed.left = -1;
    must(embedder_run(vectors, fixed.batch, texts, count, NULL) == TS_OK);
    if (status == TS_OK)
        must(memcmp(refused, vectors, count * sizeof *vectors) == 0);
    for (uint32_t i = count; i-- > 0;)
        check_text(texts[i], vectors[i]);
    arena_clear(&a);
    return 0;
}
