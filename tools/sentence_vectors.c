/*
 * vectors [--time] [--model FILE] [--batch N] < TEXTS
 *
 * For development: gives texts, one JSON object {"text": "..."} a line, their vectors, N at once
 * (1000), and prints a line for each: the numbers of its word pieces, a tab, the vector. --time
 * prints instead how many texts, pieces and seconds it took; texts must then differ, as the same
 * one is worked out once. TWOSOURCE_KERNEL names the kernels. tools/vectors-parity and
 * bench/vectors read it.
 */
#include "embed/embedder.h"

#include "network_program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct batch {
    struct arena arena;
    struct str texts[PROGRAM_BATCH];
    float vectors[PROGRAM_BATCH][EMBEDDER_WIDTH];
    uint32_t count;
};

static int fail(const char *what, const struct ts_error *err) {
    return program_fail("vectors", what, err);
}

/* The next texts of the input; 0 at its end. */
static uint32_t read_batch(struct batch *b, uint32_t most) {
    b->count = 0;
    while (b->count < most && program_text(&b->texts[b->count], &b->arena, "vectors"))
        b->count++;
    return b->count;
}

/* The pieces of each text of the batch, counted; printed with the vectors when print. */
static size_t put_batch(struct embedder_worker *w, const struct batch *b, bool print) {
    size_t pieces = 0;
    for (uint32_t i = 0; i < b->count; i++) {
        const uint16_t *ids;
        uint32_t count = embedder_pieces(&ids, w, b->texts[i]);
        pieces += count;
        for (uint32_t k = 0; print && k < count; k++)
            printf(k ? " %u" : "%u", (unsigned)ids[k]);
        for (uint32_t k = 0; print && k < EMBEDDER_WIDTH; k++)
            printf("%c%.9g", k ? ' ' : '\t', (double)b->vectors[i][k]);
        if (print)
            putchar('\n');
    }
    return pieces;
}

static int run(const struct program_options *o, const struct embedder *e) {
    struct ts_error err;
    struct embedder_worker *worker;
    struct batch *b = calloc(1, sizeof *b);
    struct mem mem = mem_system();
    double spent = 0;
    size_t texts = 0, pieces = 0;
    int failed = 0;
    if (!b || embedder_worker_new(&worker, e, &err) != TS_OK) {
        free(b);
        return fail("worker", &err);
    }
    arena_init(&b->arena, &mem, 0);
    while (!failed && read_batch(b, o->batch)) {
        double begun = program_seconds();
        if (embedder_run(b->vectors, worker, b->texts, b->count, &err) != TS_OK)
            failed = fail("run", &err);
        spent += program_seconds() - begun;
        texts += b->count;
        pieces += put_batch(worker, b, !o->time && !failed);
        arena_clear(&b->arena);
    }
    if (o->time)
        printf("texts %zu pieces %zu seconds %.6f\n", texts, pieces, spent);
    arena_clear(&b->arena);
    free(b);
    embedder_worker_free(worker);
    return failed;
}

int main(int argc, char **argv) {
    struct program_options o = {.model = program_model("all-MiniLM-L6-v2.model"), .batch = 1000};
    program_read(&o, argc, argv, "vectors");
    struct mem mem = mem_system();
    struct model_file model;
    struct embedder *e;
    struct ts_error err;
    if (model_open(&model, o.model, &err) != TS_OK)
        return fail(o.model, &err);
    int failed = embedder_open(&e, &mem, &model, program_kernels("vectors"), &err) == TS_OK
                     ? run(&o, e)
                     : fail(o.model, &err);
    if (!failed)
        embedder_close(e);
    model_close(&model);
    return failed;
}
