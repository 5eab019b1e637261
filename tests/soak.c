/*
 * soak [--threads=N] FILE...
 *
 * For development: analyses texts on N threads (4) that share one engine, to be built with a
 * sanitizer. A FILE that ends in .jsonl holds one JSON object {"text": "..."} a line; any other is
 * one article, a page or a text. Prints how many texts there were, how many were analysed, and each
 * error's code with its count. The exit status is 1 when one was not due to the text itself. A text
 * is in a block of just its size, so that AddressSanitizer sees a read beyond it.
 */
#include "twosource/engine.h"

#include <errno.h>
#include <jansson.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS = 4, THREADS_MAX = 64, CODES_MAX = 32, PATH_BYTES = 512 };

struct text {
    char *bytes;
    size_t n;
    char path[PATH_BYTES]; /* with the line, where the file has lines */
};

struct soak {
    ts_engine *engine;
    pthread_mutex_t lock; /* over all that follows */
    char **files;         /* NULL behind the last */
    FILE *lines;          /* of files[0] */
    size_t line;
    size_t texts, analysed;
    struct {
        char name[sizeof((struct ts_error *)NULL)->outcome];
        size_t count;
    } codes[CODES_MAX];
    bool failed; /* by something else than a text */
};

/* Counts an error under its code. Under the lock. */
static void count_error(struct soak *s, const char *path, const struct ts_error *err) {
    size_t i = 0;
    while (i + 1 < CODES_MAX && s->codes[i].count && strcmp(s->codes[i].name, err->outcome) != 0)
        i++;
    memcpy(s->codes[i].name, err->outcome, sizeof s->codes[i].name);
    s->codes[i].count++;
    bool by_text = (err->status == TS_E_FORMAT || err->status == TS_E_LIMIT) && err->outcome[0];
    s->failed = s->failed || !by_text;
    fprintf(stderr, "soak: %s: %s: %s\n", path, err->outcome, err->message);
}

static void count_own_error(struct soak *s, const char *path, const char *code,
                            const char *message) {
    struct ts_error err = {.status = TS_E_IO};
    snprintf(err.outcome, sizeof err.outcome, "%s", code);
    snprintf(err.message, sizeof err.message, "%s", message);
    count_error(s, path, &err);
}

static bool set_text(struct text *t, const char *bytes, size_t n) {
    t->bytes = malloc(n ? n : 1);
    if (!t->bytes)
        return false;
    memcpy(t->bytes, bytes, n);
    t->n = n;
    return true;
}

/* The next line of s->lines; false at its end, or with errno when it cannot be read. */
static bool next_line(struct text *t, struct soak *s) {
    char *line = NULL;
    size_t cap = 0;
    errno = 0;
    ssize_t n = getline(&line, &cap, s->lines);
    bool read = n >= 0;
    if (read) {
        json_t *root = json_loadb(line, (size_t)n, JSON_ALLOW_NUL, NULL);
        const json_t *text = json_object_get(root, "text");
        const char *bytes = json_string_value(text);
        snprintf(t->path, sizeof t->path, "%s:%zu", s->files[0], ++s->line);
        if (!bytes || !set_text(t, bytes, json_string_length(text)))
            count_own_error(s, t->path, "bad_line", "no text");
        json_decref(root);
    }
    free(line);
    return read;
}

static bool read_whole(struct text *t, FILE *f) {
    if (fseek(f, 0, SEEK_END) != 0)
        return false;
    long n = ftell(f);
    if (n < 0 || fseek(f, 0, SEEK_SET) != 0)
        return false;
    t->n = (size_t)n;
    t->bytes = malloc(t->n ? t->n : 1);
    return t->bytes && fread(t->bytes, 1, t->n, f) == t->n;
}

/* Takes the text of files[0], or, of one with lines, opens it. */
static void next_file(struct text *t, struct soak *s) {
    const char *path = s->files[0], *ending = strrchr(path, '.');
    errno = 0;
    FILE *f = fopen(path, "rb");
    if (f && ending && strcmp(ending, ".jsonl") == 0) {
        s->lines = f;
        s->line = 0;
        return;
    }
    snprintf(t->path, sizeof t->path, "%s", path);
    if (!f || !read_whole(t, f)) {
        count_own_error(s, path, "not_readable", strerror(errno));
        free(t->bytes);
        t->bytes = NULL;
    }
    if (f)
        fclose(f);
    s->files++;
}

/* Takes the next text, whose bytes are the caller's to free; false behind the last. */
static bool next_text(struct text *t, struct soak *s) {
    t->bytes = NULL;
    pthread_mutex_lock(&s->lock);
    while (!t->bytes && *s->files) {
        if (!s->lines) {
            next_file(t, s);
        } else if (!next_line(t, s)) {
            if (errno)
                count_own_error(s, s->files[0], "not_readable", strerror(errno));
            fclose(s->lines);
            s->lines = NULL;
            s->files++;
        }
    }
    s->texts += t->bytes != NULL;
    pthread_mutex_unlock(&s->lock);
    return t->bytes;
}

static int drop(void *context, const char *bytes, size_t n) {
    (void)context, (void)bytes, (void)n;
    return 0;
}

static int analyse(const struct soak *s, const struct text *t, struct ts_error *err) {
    struct ts_input in = TS_INPUT_INIT;
    struct ts_write_options w = TS_WRITE_INIT;
    ts_article *article;
    ts_analysis *analysis = NULL;
    in.bytes = t->bytes;
    in.n = t->n;
    in.path = t->path;
    int status = ts_article_new(&article, s->engine, &in, err);
    if (status == TS_OK)
        status = ts_analysis_new(&analysis, s->engine, &article, err);
    if (status == TS_OK)
        status = ts_analysis_write(analysis, &w, drop, NULL, err);
    w.format = TS_FORMAT_JSON;
    if (status == TS_OK)
        status = ts_analysis_write(analysis, &w, drop, NULL, err);
    ts_analysis_free(analysis);
    return status;
}

static void *work(void *context) {
    struct soak *s = context;
    for (struct text t; next_text(&t, s); free(t.bytes)) {
        struct ts_error err = {0};
        int status = analyse(s, &t, &err);
        pthread_mutex_lock(&s->lock);
        if (status == TS_OK)
            s->analysed++;
        else
            count_error(s, t.path, &err);
        pthread_mutex_unlock(&s->lock);
    }
    return NULL;
}

static int run(struct soak *s, size_t count) {
    pthread_t threads[THREADS_MAX];
    size_t started = 0;
    while (started < count && pthread_create(&threads[started], NULL, work, s) == 0)
        started++;
    for (size_t i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    printf("%zu texts\n%zu analysed\n", s->texts, s->analysed);
    for (size_t i = 0; i < CODES_MAX && s->codes[i].count; i++)
        printf("%zu %s\n", s->codes[i].count, s->codes[i].name);
    if (started < count)
        fprintf(stderr, "soak: %zu of %zu threads started\n", started, count);
    return s->failed || started < count;
}

int main(int argc, char **argv) {
    static const char option[] = "--threads=";
    struct soak s = {.lock = PTHREAD_MUTEX_INITIALIZER};
    struct ts_error err = {0};
    unsigned long threads = THREADS;
    int first = 1;
    if (argc > first && strncmp(argv[first], option, sizeof option - 1) == 0)
        threads = strtoul(argv[first++] + sizeof option - 1, NULL, 10);
    if (first == argc || threads == 0 || threads > THREADS_MAX) {
        fprintf(stderr, "usage: soak [--threads=1..%d] FILE...\n", THREADS_MAX);
        return 2;
    }
    s.files = argv + first;
    if (ts_engine_new(&s.engine, NULL, &err) != TS_OK) {
        fprintf(stderr, "soak: %s: %s\n", err.outcome, err.message);
        return 1;
    }
    int status = run(&s, threads);
    ts_engine_free(s.engine);
    return status;
}
