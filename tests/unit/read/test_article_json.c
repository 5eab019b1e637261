#include "check.h"
#include "read/read.h"

#define SINK_ROOM 32768
#include "sink.h"

#include <stdlib.h>

static const char payload[] =
    "Ledger.example\n\nThe mill at Orrin burns for a second night\n\n7 April 2025 20:11 "
    "(UTC+04:00)\n"
    "The mill at Orrin burns for a second night\nBy Ana Brook\n\n"
    "ORRIN, April 7 (NPA) \xE2\x80\x94 The mill burned for a second night at Orrin, the "
    "caf\xC3\xA9 owner said.\n\n"
    "Nobody was hurt when the roof of the old mill fell in on Monday.\n\nSubscribe\n";

static void write_json(struct sink *s, const struct article *article) {
    static struct out out;
    struct json_out j;
    struct ts_error err;
    s->n = 0;
    out_init(&out, take, s);
    jout_init(&j, &out);
    article_json(&j, article);
    CHECK_INT(out_end(&out, &err), TS_OK);
}

static struct article *read_payload(struct arena *a, const char *text, bool verbatim) {
    static struct outlets outlets;
    struct mem mem = mem_system();
    struct article *article = NULL;
    struct ts_error err = {0};
    struct limits limits = LIMITS_DEFAULT;
    arena_init(a, &mem, 0);
    outlets_init(&outlets, a);
    struct read_input in = {.bytes = str_of(text),
                            .path = STR("a/b.txt"),
                            .verbatim = verbatim,
                            .meta_url = STR("https://www.ledger.example/mill")};
    CHECK_INT(read_article(&article, a, &in, &outlets, &limits, &err), TS_OK);
    return article;
}

static void test_round_trip(void) {
    static struct sink first, second;
    static const char *const texts[] = {payload, "x",
                                        "A \"quoted\" \\ <b> line\x01 & more \xE2\x80\xA8 of it"};
    CHECK_ROWS (i, texts) {
        for (int verbatim = 0; verbatim < 2; verbatim++) {
            struct arena a;
            struct article *article = read_payload(&a, texts[i], verbatim), *again = NULL;
            struct ts_error err = {0};
            json_t *root;
            CHECK_NEED(article != NULL);
            write_json(&first, article);
            CHECK_NEED(json_in_parse(&root, (struct str){first.at, first.n}, &err) == TS_OK);
            CHECK_INT(article_from_json(&again, &a, root, &err), TS_OK);
            json_decref(root);
            CHECK_NEED(again != NULL);
            write_json(&second, again);
            first.at[first.n] = 0;
            CHECK_STR(second.at, second.n, first.at);
            arena_clear(&a);
        }
    }
}

static void test_keys(void) {
    static const char *const keys[] = {
        "schema",        "id",       "source",     "kind",      "kind_because", "outlet", "title",
        "byline",        "dateline", "language",   "published", "modified",     "dates",  "url",
        "canonical_url", "text",     "paragraphs", "links",     "left_out",     "flags"};
    static struct sink s;
    struct arena a;
    struct ts_error err;
    json_t *root;
    struct article *article = read_payload(&a, payload, false);
    CHECK_NEED(article != NULL);
    write_json(&s, article);
    CHECK_NEED(json_in_parse(&root, (struct str){s.at, s.n}, &err) == TS_OK);
    CHECK_INT(json_object_size(root), sizeof keys / sizeof *keys);
    CHECK_ROWS (i, keys)
        CHECK(json_object_get(root, keys[i]) != NULL);
    CHECK(json_is_null(json_object_get(json_object_get(root, "source"), "record")));
    CHECK_STR(article->title.at, article->title.n, "The mill at Orrin burns for a second night");
    CHECK_STR(article->outlet_name.at, article->outlet_name.n, "Ledger");
    CHECK_STR(article->outlet_domain.at, article->outlet_domain.n, "ledger.example");
    /* offsets count code points: the second paragraph stands behind a letter of two bytes */
    json_t *second = json_array_get(json_object_get(root, "paragraphs"), 1);
    uint32_t start = 0;
    CHECK(json_in_u32(&start, second, "start"));
    CHECK_INT(start, utf8_index_cp(&article->index, article->paragraphs.at[1].text.start));
    CHECK(start < article->paragraphs.at[1].text.start);
    json_decref(root);
    arena_clear(&a);
}

/* Replaces the first `from` in the record by `to`; the record must be refused for that key. */
static void test_refused(void) {
    static const struct {
        const char *from, *to, *key;
    } rows[] = {
        {"twosource.article/1", "twosource.article/9", "schema"},
        {"\"kind\":\"report\"", "\"kind\":\"rumour\"", "kind"},
        {"\"start\":0", "\"start\":9999", "paragraphs"},
        {"\"start\":0", "\"start\":-1", "paragraphs"},
        {"\"source\":[[", "\"source\":[[99999,", "source"},
        {"\"source\":[[", "\"source\":[[\"a\",", "source"},
        {"\"precision\":\"minute\"", "\"precision\":\"day\"", "published"},
        {"\"sha256\":\"", "\"sha256\":\"z", "sha256"},
        {"\"text\":\"", "\"words\":\"", "text"},
        {"\"byline\":[", "\"byline\":[7,", "byline"},
        {"\"path\":", "\"way\":", "path"},
        {"\"bytes\":", "\"octets\":", "bytes"},
    };
    static struct sink s;
    static char changed[40000];
    struct arena a;
    struct article *article = read_payload(&a, payload, false);
    CHECK_NEED(article != NULL);
    write_json(&s, article);
    CHECK_ROWS (i, rows) {
        struct str all = {s.at, s.n};
        size_t at = str_find(all, str_of(rows[i].from), 0);
        if (!CHECK(at != SIZE_MAX))
            continue;
        int n =
            snprintf(changed, sizeof changed, "%.*s%s%.*s", (int)at, all.at, rows[i].to,
                     (int)(all.n - at - strlen(rows[i].from)), all.at + at + strlen(rows[i].from));
        json_t *root;
        struct ts_error err = {0};
        struct article *out;
        if (!CHECK_INT(json_in_parse(&root, (struct str){changed, (size_t)n}, &err), TS_OK))
            continue;
        CHECK_INT(article_from_json(&out, &a, root, &err), TS_E_FORMAT);
        CHECK_STR(err.outcome, strlen(err.outcome), "bad_record");
        CHECK(strstr(err.message, rows[i].key) != NULL);
        json_decref(root);
    }
    arena_clear(&a);
}

CHECK_MAIN({"a record that is read back is written the same", test_round_trip},
           {"every key is there and offsets are code points", test_keys},
           {"a record with a wrong key or span is refused by the key's name", test_refused})
