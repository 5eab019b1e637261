/* Threads share one engine, and one another's results, and each gets what one thread alone gets. */
#include "check.h"

#include "twosource/engine.h"

#define SINK_ROOM (1 << 20)
#include "sink.h"

#include <pthread.h>
#include <stdlib.h>

enum { THREADS = 4, ROUNDS = 3, TEXTS = 4, ROOM = 1 << 20 };

static const char *const texts[TEXTS] = {
    "The harbour of Quillport paid a dredging firm $3.2 million, the Quillport Gazette reported on "
    "Monday, citing two officials.\n\nThe firm said: \"We have moved 4,600 tonnes of silt out of "
    "the basin this year.\"\n",
    "Quillport's harbour authority paid the dredging firm $3.2 million for work on the basin, "
    "according to the Quillport Gazette.\n\n\"We have moved 4,600 tonnes of silt out of the basin "
    "this year,\" the firm said on 3 March 2031.\n",
    "<!doctype html><html lang=en><head><title>Harbour paid for silt - Aldwater Tribune</title>"
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Harbour paid for "
    "silt\",\"datePublished\":\"2031-05-14T09:00:00Z\"}</script></head><body><article>"
    "<h1>Harbour paid for silt</h1><p>The harbour of Quillport paid a dredging firm $3.2 million, "
    "the Quillport Gazette reported &mdash; citing two officials who have seen the letter.</p>"
    "<p>The Aldwater Tribune has independently confirmed the payment by examining bank "
    "records.</p></article></body></html>",
    "Le port de Quillport a pay\xE9 une entreprise, selon la Gazette. L'\xE9t\xE9 a \xE9t\xE9 "
    "chaud et la ville a d\xE9"
    "cid\xE9 de fermer le bassin pendant deux mois.\n",
};

static int analyse(ts_analysis **out, const ts_engine *engine, size_t text) {
    static const char *const paths[TEXTS] = {"one.txt", "two.txt", "three.html", "four.txt"};
    struct ts_input in = TS_INPUT_INIT;
    struct ts_error err = {0};
    ts_article *article;
    in.bytes = texts[text];
    in.n = strlen(texts[text]);
    in.path = paths[text];
    int status = ts_article_new(&article, engine, &in, &err);
    return status == TS_OK ? ts_analysis_new(out, engine, &article, &err) : status;
}

static int write_json(struct sink *s, const ts_analysis *analysis) {
    struct ts_write_options w = TS_WRITE_INIT;
    w.format = TS_FORMAT_JSON;
    return ts_analysis_write(analysis, &w, take, s, NULL);
}

/* The analysis with vectors as JSON, and that read back, which is *made. */
static int through_json(struct sink *s, ts_analysis **made, const ts_engine *engine, size_t text) {
    struct ts_error err = {0};
    ts_analysis *first = NULL;
    size_t from = s->n;
    int status = analyse(&first, engine, text);
    if (status == TS_OK)
        status = ts_analysis_add_vectors(first, engine, &err);
    if (status == TS_OK)
        status = write_json(s, first);
    if (status == TS_OK)
        status = ts_analysis_from_json(made, engine, s->at + from, s->n - from, &err);
    ts_analysis_free(first);
    return status;
}

static int compare(struct sink *s, const ts_engine *engine, ts_analysis *const *made) {
    static const enum ts_format formats[] = {TS_FORMAT_TEXT, TS_FORMAT_JSON, TS_FORMAT_HTML};
    struct ts_error err = {0};
    ts_comparison *c = NULL;
    int status = ts_comparison_new(&c, engine, (const ts_analysis *const *)made, TEXTS, NULL, &err);
    for (size_t i = 0; i < sizeof formats / sizeof *formats && status == TS_OK; i++) {
        struct ts_write_options w = TS_WRITE_INIT;
        w.format = formats[i];
        status = ts_comparison_write(c, &w, take, s, &err);
    }
    ts_comparison_free(c);
    return status;
}

static int write_all(struct sink *s, const ts_engine *engine, ts_analysis *const *made) {
    int status = TS_OK;
    for (size_t i = 0; i < TEXTS && status == TS_OK; i++)
        status = write_json(s, made[i]);
    return status == TS_OK ? compare(s, engine, made) : status;
}

/* The whole job, the texts' turn begun at first, so that threads meet in different stages. */
static int whole_job(struct sink *s, const ts_engine *engine, size_t first) {
    ts_analysis *made[TEXTS] = {NULL};
    struct sink *scratch = calloc(1, sizeof *scratch);
    int status = scratch ? TS_OK : TS_E_MEMORY;
    for (size_t i = 0; i < TEXTS && status == TS_OK; i++)
        status = through_json(scratch, &made[(first + i) % TEXTS], engine, (first + i) % TEXTS);
    if (status == TS_OK)
        status = write_all(s, engine, made);
    for (size_t i = 0; i < TEXTS; i++)
        ts_analysis_free(made[i]);
    free(scratch);
    return status;
}

struct job {
    const ts_engine *engine;
    ts_analysis *const *shared; /* made by one thread, written and compared by all */
    size_t first;
    int status;
    struct sink own, of_shared;
};

static void *work(void *context) {
    struct job *j = context;
    j->status = TS_OK;
    for (int round = 0; round < ROUNDS && j->status == TS_OK; round++) {
        j->own.n = j->of_shared.n = 0;
        j->status = whole_job(&j->own, j->engine, j->first);
        if (j->status == TS_OK)
            j->status = write_all(&j->of_shared, j->engine, j->shared);
    }
    return NULL;
}

static void check_same(const struct sink *got, const struct sink *want) {
    CHECK_INT(got->n, want->n);
    CHECK(got->n == want->n && memcmp(got->at, want->at, want->n) == 0);
}

static struct job jobs[THREADS];
static struct sink alone;

static void test_one_engine(void) {
    pthread_t threads[THREADS];
    ts_engine *first = NULL, *engine = NULL; /* the second opens its model in one of the threads */
    ts_analysis *shared[TEXTS] = {NULL};
    CHECK_NEED(ts_engine_new(&first, NULL, NULL) == TS_OK);
    CHECK_NEED(ts_engine_new(&engine, NULL, NULL) == TS_OK);
    CHECK_INT(whole_job(&alone, first, 0), TS_OK);
    CHECK(alone.n > 0);
    for (size_t i = 0; i < TEXTS; i++) {
        CHECK_INT(analyse(&shared[i], first, i), TS_OK);
        CHECK_INT(ts_analysis_add_vectors(shared[i], first, NULL), TS_OK);
    }
    size_t started = 0;
    for (; started < THREADS; started++) {
        jobs[started].engine = engine;
        jobs[started].shared = shared;
        jobs[started].first = started % TEXTS;
        if (!CHECK_INT(pthread_create(&threads[started], NULL, work, &jobs[started]), 0))
            break;
    }
    for (size_t i = 0; i < started; i++)
        CHECK_INT(pthread_join(threads[i], NULL), 0);
    for (size_t i = 0; i < started; i++) {
        CHECK_ROW(i);
        CHECK_INT(jobs[i].status, TS_OK);
        check_same(&jobs[i].own, &alone);
        check_same(&jobs[i].of_shared, &alone);
    }
    for (size_t i = 0; i < TEXTS; i++)
        ts_analysis_free(shared[i]);
    ts_engine_free(engine);
    ts_engine_free(first);
}

CHECK_MAIN({"threads that share an engine and analyses get what one thread gets", test_one_engine})
