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

#include "base/json_in.h"
#include "base/json_out.h"
#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BATCH_MAX = 1024 };

struct options {
    bool time;
    const char *model;
    uint32_t batch;
};

struct batch {
    struct arena arena;
    struct doc docs[BATCH_MAX];
    uint32_t count;
};

static int fail(const char *what, const struct ts_error *err) {
    fprintf(stderr, "english: %s: %s: %s\n", what, err->outcome, err->message);
    return 1;
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
    static char *line;
    static size_t cap;
    ssize_t n;
    b->count = 0;
    while (b->count < most && (n = getline(&line, &cap, stdin)) > 0) {
        json_t *root;
        struct ts_error err;
        if (json_in_parse(&root, (struct str){line, (size_t)n}, &err) != TS_OK) {
            fail("a line of the input", &err);
            exit(1);
        }
        struct str text = str_copy(&b->arena, json_in_str(root, "text"));
        b->docs[b->count++] = (struct doc){.arena = &b->arena, .text = text};
        json_decref(root);
    }
    if (!b->count) {
        free(line);
        line = NULL;
    }
    return b->count;
}

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int run(const struct options *o, const struct english *e) {
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
        double begun = seconds();
        if (english_run(worker, b->docs, b->count, &err) != TS_OK)
            failed = fail("run", &err);
        spent += seconds() - begun;
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

static const struct kernels *kernels_wanted(void) {
    const char *name = getenv("TWOSOURCE_KERNEL");
    for (int k = 0; name && k < KERNEL_KINDS; k++) {
        const struct kernels *kernels = kernels_of((enum kernel_kind)k);
        if (kernels && strcmp(kernels->name, name) == 0)
            return kernels;
    }
    if (name) {
        fprintf(stderr, "english: this machine has no kernels called %s\n", name);
        exit(2);
    }
    return NULL;
}

int main(int argc, char **argv) {
    struct options o = {.batch = 64};
    struct model_file model;
    struct english *e;
    struct ts_error err;
    struct mem mem = mem_system();
    char path[512];
    const char *folder = getenv("TWOSOURCE_MODELS"), *home = getenv("HOME");
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], "--time") == 0)
            o.time = true;
        else if (strcmp(argv[i], "--model") == 0 && i + 1 < argc)
            o.model = argv[++i];
        else if (strcmp(argv[i], "--batch") == 0 && i + 1 < argc)
            o.batch = (uint32_t)strtoul(argv[++i], NULL, 10);
        else
            return fprintf(stderr, "english: unknown option %s\n", argv[i]), 2;
    if (!o.batch || o.batch > BATCH_MAX)
        o.batch = BATCH_MAX;
    if (folder)
        snprintf(path, sizeof path, "%s/en_core_web_sm-3.8.0.model", folder);
    else
        snprintf(path, sizeof path, "%s/.cache/twosource/models/en_core_web_sm-3.8.0.model",
                 home ? home : "");
    if (model_open(&model, o.model ? o.model : path, &err) != TS_OK)
        return fail("model", &err);
    int status = english_open(&e, &mem, &model, kernels_wanted(), &err);
    if (status == TS_OK)
        status = run(&o, e);
    else
        status = fail("model", &err);
    english_close(e);
    model_close(&model);
    return status;
}
