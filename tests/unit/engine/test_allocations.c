/* Every allocation of every public call is refused in turn: each must end in TS_E_MEMORY, and
 * nothing stay behind. */
#include "check.h"
#include "twosource/engine.h"

#include <stdlib.h>

static struct {
    long left; /* allocations until one is refused; negative: never */
    long live, made;
} counter;

static void *counting_resize(void *context, void *old, size_t new_bytes) {
    (void)context;
    if (new_bytes == 0) {
        counter.live--;
        free(old);
        return NULL;
    }
    if (counter.left == 0)
        return NULL;
    if (counter.left > 0)
        counter.left--;
    counter.made++;
    counter.live += old == NULL;
    return realloc(old, new_bytes);
}

static const char text_one[] = "The harbour of Quillport paid a dredging firm $3.2 million, the "
                               "Quillport Gazette reported on Monday, citing two "
                               "officials.\n\nAlso on Monday, the firm said: \"We have moved 4,600 "
                               "tonnes of silt out of the basin this year.\"\n\n"
                               "The Quillport Gazette said that Mayor Ines Halloran had signed the "
                               "contract in March 2031, according to a letter.\n";
static const char text_two[] = "Quillport's harbour authority paid the dredging firm $3.2 million "
                               "for work on the basin, according to the Quillport "
                               "Gazette.\n\n\"We have moved 4,600 tonnes of silt out of the basin "
                               "this year,\" the firm said.\n\nMayor Ines Halloran "
                               "signed the contract in March 2031, the newspaper reported. "
                               "Officials declined to comment — “not today”.\n";
static const char page[] =
    "<!doctype html><html lang=en><head><title>Harbour paid for silt - Aldwater Tribune</title>"
    "<meta property=og:site_name content='Aldwater Tribune'><meta name=author content='Ann Bell'>"
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Harbour paid for "
    "silt\","
    "\"datePublished\":\"2031-05-14T09:00:00Z\",\"author\":[{\"name\":\"Ann "
    "Bell\"}]}</script></head><body>"
    "<nav><a href=/a>News</a> <a href=/b>Sport</a></nav><article><h1>Harbour paid for silt</h1>"
    "<p>The harbour of Quillport paid a dredging firm $3.2 million, the Quillport Gazette reported "
    "&mdash; citing two "
    "officials who have seen the letter and the accounts of the authority.</p>"
    "<p>Mayor Ines Halloran signed the contract in March 2031, <a "
    "href='https://gazette.example/1'>the newspaper</a> "
    "said. The Aldwater Tribune has independently confirmed the payment by examining bank "
    "records.</p></article>"
    "<footer>All rights reserved</footer></body></html>";

static int swallow(void *context, const char *bytes, size_t n) {
    size_t *sum = context;
    *sum += n + (size_t)(unsigned char)bytes[0];
    return 0;
}

static int write_all(const ts_comparison *c, struct ts_error *err) {
    static const enum ts_format formats[] = {TS_FORMAT_TEXT, TS_FORMAT_JSON, TS_FORMAT_HTML};
    int status = TS_OK;
    size_t sum = 0;
    for (size_t i = 0; i < 3 && status == TS_OK; i++) {
        struct ts_write_options w = TS_WRITE_INIT;
        w.format = formats[i];
        status = ts_comparison_write(c, &w, swallow, &sum, err);
    }
    return status;
}

static int analyse(ts_analysis **out, const ts_engine *engine, const char *bytes, size_t n,
                   const char *path, struct ts_error *err) {
    struct ts_input in = TS_INPUT_INIT;
    ts_article *article;
    *out = NULL;
    in.bytes = bytes;
    in.n = n;
    in.path = path;
    int status = ts_article_new(&article, engine, &in, err);
    return status == TS_OK ? ts_analysis_new(out, engine, &article, err) : status;
}

/* Reads, analyses and compares all three, and writes the comparison in each form. */
static int whole_job(const ts_engine *engine, struct ts_error *err) {
    ts_analysis *a[3] = {NULL, NULL, NULL};
    ts_comparison *c = NULL;
    int status = analyse(&a[0], engine, text_one, sizeof text_one - 1, "one.txt", err);
    if (status == TS_OK)
        status = analyse(&a[1], engine, text_two, sizeof text_two - 1, "two.txt", err);
    if (status == TS_OK)
        status = analyse(&a[2], engine, page, sizeof page - 1, "page.html", err);
    if (status == TS_OK)
        status = ts_comparison_new(&c, engine, (const ts_analysis *const *)a, 3, NULL, err);
    if (status == TS_OK)
        status = write_all(c, err);
    ts_comparison_free(c);
    for (int i = 0; i < 3; i++)
        ts_analysis_free(a[i]);
    return status;
}

static int new_engine(ts_engine **engine, struct ts_error *err) {
    struct ts_options options = TS_OPTIONS_INIT;
    options.allocator.resize = counting_resize;
    *engine = NULL;
    return ts_engine_new(engine, &options, err);
}

/* A new engine, which opens the model for its first text. */
static int open_job(struct ts_error *err) {
    static const char text[] = "It rained.";
    ts_engine *engine;
    ts_analysis *a = NULL;
    int status = new_engine(&engine, err);
    if (status == TS_OK)
        status = analyse(&a, engine, text, sizeof text - 1, "rain.txt", err);
    ts_analysis_free(a);
    ts_engine_free(engine);
    return status;
}

static void test_opening(void) {
    struct ts_error err = {0};
    counter.left = -1;
    CHECK_NEED(open_job(&err) == TS_OK);
    long made = counter.made;
    CHECK_INT(counter.live, 0);
    CHECK(made > 5);
    for (long n = 0; n < made; n++) {
        counter.left = n;
        int status = open_job(&err);
        if (status != TS_E_MEMORY || counter.live != 0) {
            printf("# allocation %ld of %ld\n", n, made);
            CHECK_INT(status, TS_E_MEMORY);
            CHECK_INT(counter.live, 0);
            return;
        }
    }
}

/* With one engine, as a server has it: what is refused once must do no harm to what comes later. */
static void test_each_allocation(void) {
    struct ts_error err = {0};
    ts_engine *engine;
    counter.left = -1;
    CHECK_NEED(new_engine(&engine, &err) == TS_OK);
    CHECK_NEED(whole_job(engine, &err) == TS_OK);
    int status = TS_E_MEMORY;
    long n = 0;
    /* each of the first, then ever fewer: the stages' own tests refuse each of theirs */
    for (; status == TS_E_MEMORY; n += 1 + n / 50) {
        counter.left = n;
        status = whole_job(engine, &err);
    }
    CHECK_INT(status, TS_OK);
    CHECK(n > 100);
    counter.left = -1;
    ts_engine_free(engine);
    CHECK_INT(counter.live, 0);
}

static char line[65536];
static size_t line_n;

static int to_line(void *context, const char *bytes, size_t n) {
    (void)context;
    if (n > sizeof line - line_n)
        return -1;
    memcpy(line + line_n, bytes, n);
    line_n += n;
    return 0;
}

static void test_records(void) {
    struct ts_error err = {0};
    struct ts_write_options w = TS_WRITE_INIT;
    counter.left = -1;
    ts_engine *engine;
    ts_analysis *a;
    CHECK_NEED(new_engine(&engine, &err) == TS_OK);
    CHECK_NEED(analyse(&a, engine, page, sizeof page - 1, "page.html", &err) == TS_OK);
    CHECK_INT(ts_analysis_add_vectors(a, engine, &err), TS_OK);
    w.format = TS_FORMAT_JSON;
    CHECK_INT(ts_analysis_write(a, &w, to_line, NULL, &err), TS_OK);
    ts_analysis_free(a);
    long live = counter.live;
    counter.made = 0;
    CHECK_INT(ts_analysis_from_json(&a, engine, line, line_n, &err), TS_OK);
    long made = counter.made;
    ts_analysis_free(a);
    for (long n = 0; n < made; n++) {
        counter.left = n;
        CHECK_INT(ts_analysis_from_json(&a, engine, line, line_n, &err), TS_E_MEMORY);
        CHECK_INT(counter.live, live);
    }
    counter.left = -1;
    ts_engine_free(engine);
    CHECK_INT(counter.live, 0);
}

/* How many bytes the analysis is as JSON. */
static size_t json_bytes(const ts_analysis *a) {
    struct ts_write_options w = TS_WRITE_INIT;
    w.format = TS_FORMAT_JSON;
    line_n = 0;
    CHECK_INT(ts_analysis_write(a, &w, to_line, NULL, NULL), TS_OK);
    return line_n;
}

/* A new engine's n-th allocation for vectors is refused: the analysis is as it was, and has its
 * vectors the next time. true when none was refused. */
static bool refuse_vectors(long n) {
    static const char text[] = "It rained. Then the sun came out.";
    struct ts_error err = {0};
    ts_engine *engine;
    ts_analysis *a;
    counter.left = -1;
    if (!CHECK(new_engine(&engine, &err) == TS_OK) ||
        !CHECK(analyse(&a, engine, text, sizeof text - 1, "rain.txt", &err) == TS_OK))
        return true;
    size_t before = json_bytes(a);
    counter.left = n;
    int status = ts_analysis_add_vectors(a, engine, &err);
    counter.left = -1;
    if (status != TS_OK) {
        CHECK_INT(status, TS_E_MEMORY);
        CHECK_INT(json_bytes(a), before);
        CHECK_INT(ts_analysis_add_vectors(a, engine, &err), TS_OK);
    }
    CHECK(json_bytes(a) > before + 2000);
    ts_analysis_free(a);
    ts_engine_free(engine);
    CHECK_INT(counter.live, 0);
    return status == TS_OK;
}

static void test_vectors(void) {
    long n = 0;
    while (n < 1000 && !refuse_vectors(n))
        n++;
    CHECK(n > 8 && n < 1000);
}

CHECK_MAIN({"each allocation of opening an engine and its model is refused in turn", test_opening},
           {"allocations of the whole job are refused in turn", test_each_allocation},
           {"each allocation of taking a record is refused in turn", test_records},
           {"each allocation of adding vectors is refused in turn", test_vectors})
