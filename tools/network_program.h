/* What the development programs over a network have in common: texts in, the kernels, the clock. */
#ifndef TOOLS_NETWORK_PROGRAM_H
#define TOOLS_NETWORK_PROGRAM_H

#include "base/arena.h"
#include "base/json_in.h"
#include "nn/kernels.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static inline int program_fail(const char *program, const char *what, const struct ts_error *err) {
    fprintf(stderr, "%s: %s: %s: %s\n", program, what, err->outcome, err->message);
    return 1;
}

/* The "text" of the next line of standard input, in a; false at its end. A line that is no JSON
 * ends the program. */
static inline bool program_text(struct str *out, struct arena *a, const char *program) {
    static char *line;
    static size_t cap;
    json_t *root;
    struct ts_error err;
    ssize_t n = getline(&line, &cap, stdin);
    if (n <= 0) {
        free(line);
        line = NULL;
        return false;
    }
    if (json_in_parse(&root, (struct str){line, (size_t)n}, &err) != TS_OK)
        exit(program_fail(program, "a line of the input", &err));
    *out = str_copy(a, json_in_str(root, "text"));
    json_decref(root);
    return true;
}

static inline double program_seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Those that TWOSOURCE_KERNEL names, or the best. */
static inline const struct kernels *program_kernels(const char *program) {
    const char *name = getenv("TWOSOURCE_KERNEL");
    for (int k = 0; name && k < KERNEL_KINDS; k++) {
        const struct kernels *kernels = kernels_of((enum kernel_kind)k);
        if (kernels && strcmp(kernels->name, name) == 0)
            return kernels;
    }
    if (name) {
        fprintf(stderr, "%s: this machine has no kernels called %s\n", program, name);
        exit(1);
    }
    return kernels_best();
}

/* Where the model file of this name is when nothing else is said. */
static inline const char *program_model(const char *file) {
    static char path[4096];
    const char *folder = getenv("TWOSOURCE_MODELS"), *home = getenv("HOME");
    if (folder)
        snprintf(path, sizeof path, "%s/%s", folder, file);
    else
        snprintf(path, sizeof path, "%s/.cache/twosource/models/%s", home ? home : "", file);
    return path;
}

enum { PROGRAM_BATCH = 1024 };

struct program_options {
    bool time;
    const char *model;
    uint32_t batch; /* texts at once, at most PROGRAM_BATCH */
};

/* Reads [--time] [--model FILE] [--batch N] over what *o has; anything else ends the program. */
static inline void program_read(struct program_options *o, int argc, char **argv,
                                const char *program) {
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--time") == 0)
            o->time = true;
        else if (strcmp(argv[i], "--model") == 0 && i + 1 < argc)
            o->model = argv[++i];
        else if (strcmp(argv[i], "--batch") == 0 && i + 1 < argc)
            o->batch = (uint32_t)strtoul(argv[++i], NULL, 10);
        else
            o->batch = 0;
    }
    if (o->batch >= 1 && o->batch <= PROGRAM_BATCH)
        return;
    fprintf(stderr, "usage: %s [--time] [--model FILE] [--batch 1-%d] < TEXTS\n", program,
            PROGRAM_BATCH);
    exit(2);
}

#endif
