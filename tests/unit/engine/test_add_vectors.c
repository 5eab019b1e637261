/* Sentence vectors through the public calls: in JSON and back, and without the model. */
#include "check.h"

#include "base/json_in.h"
#include "twosource/engine.h"
#include "twosource/model.h"

#define SINK_ROOM (1 << 20)
#include "sink.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WIDTH = 384, ROOM = 1 << 20 };

static const char text[] =
    "The harbour of Quillport paid a dredging firm $3.2 million, the Quillport Gazette reported on "
    "Monday.\n\n\"We have moved 4,600 tonnes of silt out of the basin,\" the firm said. The "
    "harbour "
    "of Quillport paid a dredging firm $3.2 million, the Quillport Gazette reported on Monday.\n";

static int analyse(ts_analysis **out, const ts_engine *engine, const char *bytes) {
    struct ts_input in = TS_INPUT_INIT;
    ts_article *article;
    *out = NULL;
    in.bytes = bytes;
    in.n = strlen(bytes);
    in.path = "one.txt";
    int status = ts_article_new(&article, engine, &in, NULL);
    return status == TS_OK ? ts_analysis_new(out, engine, &article, NULL) : status;
}

static void write_json(struct sink *s, const ts_analysis *a) {
    struct ts_write_options w = TS_WRITE_INIT;
    w.format = TS_FORMAT_JSON;
    s->n = 0;
    CHECK_INT(ts_analysis_write(a, &w, take, s, NULL), TS_OK);
}

static bool same(const struct sink *a, const struct sink *b) {
    return a->n == b->n && memcmp(a->at, b->at, a->n) == 0;
}

static json_t *parsed(const struct sink *s) {
    json_t *root = NULL;
    CHECK_INT(json_in_parse(&root, (struct str){s->at, s->n}, NULL), TS_OK);
    return root;
}

static double dot(const json_t *a, const json_t *b) {
    double sum = 0;
    for (size_t i = 0; i < WIDTH; i++)
        sum += json_number_value(json_array_get(a, i)) * json_number_value(json_array_get(b, i));
    return sum;
}

/* The article analysed with vectors, as JSON. */
static bool with_vectors(struct sink *out, const ts_engine *engine) {
    ts_analysis *a;
    bool ok = CHECK_INT(analyse(&a, engine, text), TS_OK) &&
              CHECK_INT(ts_analysis_add_vectors(a, engine, NULL), TS_OK);
    if (ok)
        write_json(out, a);
    ts_analysis_free(a);
    return ok;
}

static void test_json(void) {
    static struct sink json;
    ts_engine *engine;
    CHECK_NEED(ts_engine_new(&engine, NULL, NULL) == TS_OK);
    CHECK_NEED(with_vectors(&json, engine));
    json_t *root = parsed(&json);
    const json_t *model = json_object_get(root, "vectors_model");
    struct str name = json_in_str(model, "name");
    CHECK_STR(name.at, name.n, "all-MiniLM-L6 v2");
    CHECK_INT(json_in_str(model, "sha256").n, 64);
    const json_t *sentences = json_object_get(root, "sentences"), *vectors[3];
    CHECK_INT(json_array_size(sentences), 3);
    for (size_t i = 0; i < 3; i++) {
        vectors[i] = json_object_get(json_array_get(sentences, i), "vector");
        CHECK_INT(json_array_size(vectors[i]), WIDTH);
        for (size_t k = 0; k < WIDTH; k++)
            CHECK(json_is_number(json_array_get(vectors[i], k)));
        CHECK_NEAR(dot(vectors[i], vectors[i]), 1, 1e-4);
    }
    CHECK(json_equal(vectors[0], vectors[2])); /* the same words */
    CHECK(dot(vectors[0], vectors[1]) < 0.8);
    json_decref(root);
    ts_engine_free(engine);
}

static void test_again(void) {
    static struct sink before, first, second;
    ts_engine *engine, *other;
    ts_analysis *a, *back;
    CHECK_NEED(ts_engine_new(&engine, NULL, NULL) == TS_OK);
    CHECK_NEED(ts_engine_new(&other, NULL, NULL) == TS_OK);
    CHECK_NEED(analyse(&a, engine, text) == TS_OK);
    write_json(&before, a);
    CHECK_INT(ts_analysis_add_vectors(a, engine, NULL), TS_OK);
    write_json(&first, a);
    CHECK(first.n > before.n);
    CHECK_INT(ts_analysis_add_vectors(a, engine, NULL), TS_OK);
    write_json(&second, a);
    CHECK(same(&first, &second));
    CHECK_INT(ts_analysis_from_json(&back, other, first.at, first.n, NULL), TS_OK);
    write_json(&second, back);
    CHECK(same(&first, &second));
    CHECK_INT(ts_analysis_add_vectors(back, other, NULL), TS_OK);
    write_json(&second, back);
    CHECK(same(&first, &second));
    ts_analysis_free(back);
    /* a record without vectors gets the same ones */
    CHECK_INT(ts_analysis_from_json(&back, other, before.at, before.n, NULL), TS_OK);
    CHECK_INT(ts_analysis_add_vectors(back, other, NULL), TS_OK);
    write_json(&second, back);
    CHECK(same(&first, &second));
    ts_analysis_free(back);
    ts_analysis_free(a);
    ts_engine_free(other);
    ts_engine_free(engine);
}

/* A report in another language has no sentences. */
static void test_no_sentences(void) {
    static struct sink before, after;
    ts_engine *engine;
    ts_analysis *a;
    CHECK_NEED(ts_engine_new(&engine, NULL, NULL) == TS_OK);
    CHECK_NEED(analyse(&a, engine,
                       "Le port de Quillport a pay\u00e9 une entreprise, selon la Gazette. "
                       "L'\u00e9t\u00e9 a \u00e9t\u00e9 chaud et la ville a d\u00e9cid\u00e9 de "
                       "fermer le bassin pendant deux mois.\n") == TS_OK);
    write_json(&before, a);
    CHECK_INT(ts_analysis_add_vectors(a, engine, NULL), TS_OK);
    write_json(&after, a);
    CHECK(same(&before, &after));
    ts_analysis_free(a);
    ts_engine_free(engine);
}

static void test_no_model(void) {
    static struct sink json, back;
    struct ts_options options = TS_OPTIONS_INIT;
    struct ts_error err = {0};
    ts_engine *full, *bare;
    ts_analysis *a;
    options.models = "bare";
    CHECK_INT(mkdir("bare", 0777), 0);
    CHECK_NEED(ts_engine_new(&full, NULL, NULL) == TS_OK);
    CHECK_NEED(ts_engine_new(&bare, &options, NULL) == TS_OK);
    CHECK_NEED(analyse(&a, full, text) == TS_OK);
    write_json(&json, a);
    ts_analysis_free(a);
    CHECK_NEED(ts_analysis_from_json(&a, bare, json.at, json.n, NULL) == TS_OK);
    for (int i = 0; i < 2; i++) {
        err = (struct ts_error){0};
        CHECK_INT(ts_analysis_add_vectors(a, bare, &err), TS_E_MODEL);
        CHECK_STR(err.outcome, strlen(err.outcome), "no_model");
        CHECK(strstr(err.message, TS_VECTORS_FILE) && strstr(err.message, "bare"));
        write_json(&back, a);
        CHECK(same(&back, &json));
    }
    /* the other engine's model will do */
    CHECK_INT(ts_analysis_add_vectors(a, full, NULL), TS_OK);
    write_json(&back, a);
    CHECK(back.n > json.n);
    ts_analysis_free(a);
    ts_engine_free(bare);
    ts_engine_free(full);
    CHECK_INT(rmdir("bare"), 0);
}

/* What is done to sentence 1's vector. */
enum wrong { NOTHING, SHORT, LONG, ITEM, VALUE, MISSING, MODEL };

static void spoil(json_t *root, enum wrong wrong, json_t *value) {
    json_t *sentence = json_array_get(json_object_get(root, "sentences"), 1);
    json_t *vector = json_object_get(sentence, "vector");
    if (wrong == SHORT)
        json_array_remove(vector, 0);
    else if (wrong == LONG)
        json_array_append(vector, value);
    else if (wrong == ITEM)
        json_array_set(vector, WIDTH - 1, value);
    else if (wrong == VALUE)
        json_object_set(sentence, "vector", value);
    else if (wrong == MISSING)
        json_object_del(sentence, "vector");
    else if (wrong == MODEL)
        json_object_set(root, "vectors_model", value);
}

static void test_bad_records(void) {
    static const struct {
        enum wrong wrong;
        const char *value;
        bool good;
    } rows[] = {
        {NOTHING, "0", true},   {ITEM, "0", true},
        {ITEM, "-1", true},     {ITEM, "1.0", true},
        {SHORT, "0", false},    {LONG, "0", false},
        {ITEM, "2.0", false},   {ITEM, "-1.000001", false},
        {ITEM, "1e300", false}, {ITEM, "\"0\"", false},
        {ITEM, "null", false},  {ITEM, "[0]", false},
        {VALUE, "7", false},    {VALUE, "null", false},
        {VALUE, "{}", false},   {VALUE, "[]", false},
        {MISSING, "0", false},  {MODEL, "7", false},
        {MODEL, "{}", false},   {MODEL, "{\"name\":\"a\",\"sha256\":7}", false},
        {MODEL, "null", false},
    };
    static struct sink json;
    ts_engine *engine;
    CHECK_NEED(ts_engine_new(&engine, NULL, NULL) == TS_OK);
    CHECK_NEED(with_vectors(&json, engine));
    CHECK_ROWS (i, rows) {
        struct ts_error err = {0};
        ts_analysis *a;
        json_t *root = parsed(&json), *value = json_loads(rows[i].value, JSON_DECODE_ANY, NULL);
        spoil(root, rows[i].wrong, value);
        char *line = json_dumps(root, JSON_COMPACT);
        CHECK_NEED(line != NULL);
        int status = ts_analysis_from_json(&a, engine, line, strlen(line), &err);
        CHECK_INT(status, rows[i].good ? TS_OK : TS_E_FORMAT);
        CHECK_STR(err.outcome, strlen(err.outcome), rows[i].good ? "" : "bad_record");
        ts_analysis_free(a);
        free(line);
        json_decref(value);
        json_decref(root);
    }
    ts_engine_free(engine);
}

CHECK_MAIN({"each sentence has a vector in JSON, and the model its name", test_json},
           {"vectors are written, read and added again as the same bytes", test_again},
           {"without sentences there are no vectors", test_no_sentences},
           {"without the model the analysis is as before", test_no_model},
           {"a record with a vector that is none is refused", test_bad_records})
