#include "base/json_in.h"
#include "base/json_out.h"
#include "check.h"

#include <stdlib.h>

struct taken {
    char at[32768];
    size_t n;
    size_t refuse_after;
};

static int take(void *context, const char *bytes, size_t n) {
    struct taken *t = context;
    if (t->refuse_after && t->n + n > t->refuse_after)
        return -1;
    if (n > sizeof t->at - t->n)
        return -1;
    memcpy(t->at + t->n, bytes, n);
    t->n += n;
    return 0;
}

static void test_write(void) {
    static struct taken t;
    struct out o;
    struct json_out j;
    out_init(&o, take, &t);
    jout_init(&j, &o);
    jout_object(&j);
    jout_key_str(&j, "text", STR("a\"\\\n\x01</b>&\xE2\x80\xA8é\xFF"));
    jout_key(&j, "list");
    jout_array(&j);
    jout_uint(&j, 18446744073709551615u);
    jout_int(&j, -5);
    jout_real(&j, 0.1);
    jout_real(&j, 3.2e6);
    jout_bool(&j, true);
    jout_null(&j);
    jout_array_end(&j);
    jout_key_str(&j, "none", STR_NONE);
    jout_key(&j, "empty");
    jout_object(&j);
    jout_object_end(&j);
    jout_key_str(&j, "steers", STR("\x7F\xC2\x9B\xE2\x80\xAE"));
    jout_object_end(&j);
    CHECK_INT(out_end(&o, NULL), TS_OK);
    CHECK_STR(
        t.at, t.n,
        "{\"text\":\"a\\\"\\\\\\n\\u0001\\u003c/b\\u003e\\u0026\\u2028é\xEF\xBF\xBD\",\"list\":["
        "18446744073709551615,-5,0.1,3200000,true,null],\"none\":null,\"empty\":{},\"steers\":"
        "\"\\u007f\\u009b\\u202e\"}");
}

static void test_refused(void) {
    static struct taken t;
    struct out o;
    struct ts_error err = {0};
    t.refuse_after = 9000;
    out_init(&o, take, &t);
    for (int i = 0; i < 20000; i++)
        out_putc(&o, 'x');
    CHECK_INT(out_end(&o, &err), TS_E_IO);
    CHECK_STR(err.outcome, strlen(err.outcome), "not_written");
    CHECK(t.n <= 9000);
}

static void test_reals(void) {
    static const struct {
        double in;
        const char *want;
    } rows[] = {{0, "0"},
                {-0.0, "0"},
                {1.5, "1.5"},
                {1e300, "1e+300"},
                {0.30000000000000004, "0.30000000000000004"},
                {123456789012.0, "123456789012"},
                {-2, "-2"}};
    CHECK_ROWS (i, rows) {
        static struct taken t;
        struct out o;
        t.n = 0;
        out_init(&o, take, &t);
        out_real(&o, rows[i].in);
        out_end(&o, NULL);
        CHECK_STR(t.at, t.n, rows[i].want);
    }
}

static void test_read(void) {
    json_t *root;
    struct ts_error err = {0};
    CHECK_NEED(json_in_parse(&root, STR("{\"a\":\"x\\u0000y\",\"n\":5,\"neg\":-1,\"t\":true}"),
                             &err) == TS_OK);
    struct str s = json_in_str(root, "a");
    CHECK_INT(s.n, 3);
    uint64_t v = 0;
    CHECK(json_in_uint(&v, root, "n") && v == 5);
    CHECK(!json_in_uint(&v, root, "neg") && !json_in_uint(&v, root, "a") &&
          !json_in_uint(&v, root, "zzz"));
    CHECK(json_in_bool(root, "t") && !json_in_bool(root, "a"));
    CHECK(json_in_str(root, "n").at == NULL);
    json_decref(root);
    CHECK_INT(json_in_parse(&root, STR("{\"a\":"), &err), TS_E_FORMAT);
    CHECK_STR(err.outcome, strlen(err.outcome), "bad_json");
    CHECK_INT(json_in_parse(&root, STR(""), &err), TS_E_FORMAT);
}

/* What the parser has taken, as an allocator counts it: 8 bytes more each, in steps of 16. */
static struct { size_t live, peak; } held;

static size_t chunk(size_t bytes) {
    return bytes < 24 ? 32 : (bytes + 8 + 15) / 16 * 16;
}

static void *counting_malloc(size_t bytes) {
    max_align_t *p = malloc(sizeof *p + bytes);
    if (!p)
        return NULL;
    memcpy(p, &bytes, sizeof bytes);
    held.live += chunk(bytes);
    if (held.peak < held.live)
        held.peak = held.live;
    return p + 1;
}

static void counting_free(void *p) {
    size_t bytes;
    if (!p)
        return;
    memcpy(&bytes, (max_align_t *)p - 1, sizeof bytes);
    held.live -= chunk(bytes);
    free((max_align_t *)p - 1);
}

/* Each value is short, and there are many. */
static void test_memory(void) {
    static const char *const values[] = {"[],",        "{},",     "0,",   "\"\",",
                                         "{\"a\":0},", "[[[]]],", "null,"};
    enum { COPIES = 5000 };
    static char text[COPIES * 16 + 16];
    CHECK_ROWS (i, values) {
        size_t n = 0, each = strlen(values[i]);
        text[n++] = '[';
        for (int k = 0; k < COPIES; k++, n += each)
            memcpy(text + n, values[i], each);
        text[n - 1] = ']';
        json_t *root;
        held.peak = held.live = 0;
        json_set_alloc_funcs(counting_malloc, counting_free);
        int status = json_in_parse(&root, (struct str){text, n}, NULL);
        json_decref(root);
        json_set_alloc_funcs(malloc, free);
        CHECK_INT(status, TS_OK);
        CHECK(held.peak > n);
        CHECK(json_in_memory((struct str){text, n}) + 4096 >= held.peak); /* and the parser's own */
    }
    /* what stands in a string is no value, and a text that is cut off has an end */
    size_t one = json_in_memory(STR("\"a\""));
    CHECK_INT(json_in_memory(STR("\"[\"")), one);
    CHECK_INT(json_in_memory(STR("\"\\\"\"")), one + 1);
    CHECK(json_in_memory(STR("\"a\\")) > 0);
    CHECK(json_in_memory(STR("\"")) > 0);
    CHECK_INT(json_in_memory(STR("")), 0);
}

CHECK_MAIN({"strings are escaped so that they stand in a script too", test_write},
           {"a write that is refused is an error at the end", test_refused},
           {"numbers are as short as reads back the same", test_reals},
           {"values of another type are absent", test_read},
           {"the memory of a parsed text is not more than was foretold", test_memory})
