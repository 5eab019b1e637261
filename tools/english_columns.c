/*
 * english [--time] [--model FILE] [--batch N] < TEXTS
 *
 * For development: runs the English pipeline over texts, one JSON object {"text": "..."} a line,
 * and prints what it found, as tools/parity and bench/engine read it. A token a line:
 *
 *     start end tag pos lemma head dep sent_start space morph
 *
 * parted by tabs, offsets in code points; then "E first end KIND" a named entity, "N first end
 * root" a noun chunk, in tokens; then an empty line. --time prints nothing of this, but how many
 * tokens and seconds it took, from text to entities. TWOSOURCE_KERNEL names the kernels.
 */
#include "english/english.h"

#include "network_program.h"

#include "base/json_out.h"
#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct batch {
    struct arena arena;
    struct doc docs[PROGRAM_BATCH];
    uint32_t count;
};

static int fail(const char *what, const struct ts_error *err) {
    return program_fail("english", what, err);
}

static void put_text(struct str s) {
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.at[i];
        if (c < 0x20 || c == '\\' || c == '"' || c == 0x7F)
            printf("\\u%04x", c);
        else
            putchar(c);
    }
}

static void put_doc(const struct doc *d, const struct labels *labels) {
    uint32_t cp = 0, byte = 0;
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        const struct doc_token *t = &d->tokens.at[i];
        cp += (uint32_t)utf8_count(str_cut(d->text, byte, t->text.start));
        uint32_t end = cp + (uint32_t)utf8_count(str_span(d->text, t->text));
        struct str tag = labels_name(labels, t->tag), pos = labels_name(labels, t->pos),
                   dep = labels_name(labels, t->dep), morph = labels_name(labels, t->morph);
        printf("%u\t%u\t%.*s\t%.*s\t", (unsigned)cp, (unsigned)end, STR_FMT(tag), STR_FMT(pos));
        put_text(t->lemma);
        printf("\t%u\t%.*s\t%d\t%d\t%.*s\n", (unsigned)t->head, STR_FMT(dep), t->sent_start == 1,
               t->space, STR_FMT(morph));
        cp = end;
        byte = t->text.end;
    }
    for (uint32_t i = 0; i < d->entities.n; i++) {
        const struct doc_entity *e = &d->entities.at[i];
        printf("E %u %u %.*s\n", (unsigned)e->first, (unsigned)e->end,
               STR_FMT(labels_name(labels, e->kind)));
    }
    for (uint32_t i = 0; i < d->chunks.n; i++)
        printf("N %u %u %u\n", (unsigned)d->chunks.at[i].first, (unsigned)d->chunks.at[i].end,
               (unsigned)d->chunks.at[i].root);
    putchar('\n');
}

/* The next texts of the input; 0 at its end. */
static uint32_t read_batch(struct batch *b, uint32_t most) {
    struct str text;
    b->count = 0;
    while (b->count < most && program_text(&text, &b->arena, "english"))
        b->docs[b->count++] = (struct doc){.arena = &b->arena, .text = text};
    return b->count;
}

static int run(const struct program_options *o, const struct english *e) {
    struct ts_error err;
    struct english_worker *worker;
    struct batch *b = calloc(1, sizeof *b);
    struct mem mem = mem_system();
    double spent = 0;
    size_t tokens = 0;
    int failed = 0;
    if (!b || english_worker_new(&worker, e, &err) != TS_OK) {
        free(b);
        return fail("worker", &err);
    }
    arena_init(&b->arena, &mem, 0);
    while (!failed && read_batch(b, o->batch)) {
        double begun = program_seconds();
        if (english_run(worker, b->docs, b->count, &err) != TS_OK)
            failed = fail("run", &err);
        spent += program_seconds() - begun;
        for (uint32_t i = 0; i < b->count && !failed; i++) {
            tokens += b->docs[i].tokens.n;
            if (!o->time)
                put_doc(&b->docs[i], english_labels(e));
        }
        arena_clear(&b->arena);
    }
    if (o->time)
        fprintf(stderr, "tokens %zu seconds %.6f\n", tokens, spent);
    arena_clear(&b->arena);
    free(b);
    english_worker_free(worker);
    return failed;
}

int main(int argc, char **argv) {
    struct program_options o = {.model = program_model("en_core_web_sm-3.8.0.model"), .batch = 64};
    struct model_file model;
    struct english *e;
    struct ts_error err;
    struct mem mem = mem_system();
    program_read(&o, argc, argv, "english");
    if (model_open(&model, o.model, &err) != TS_OK)
        return fail("model", &err);
    int status = english_open(&e, &mem, &model, program_kernels("english"), &err);
    if (status == TS_OK)
        status = run(&o, e);
    else
        status = fail("model", &err);
    english_close(e);
    model_close(&model);
    return status;
}
