/*
 * Reading of plain text. The first byte chooses how: bit 0 READ_TEXT or READ_AUTO, bit 1 verbatim,
 * bit 2 a budget so small that allocations are refused. What is read must keep the promises of
 * article.h, and be the same when read again from JSON.
 */
#include "article_promises.h"
#include "base/buf.h"
#include "read/read.h"

enum { BUDGET = 32 << 20, SMALL_BUDGET = 96 << 10 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static int grow(void *context, const char *bytes, size_t n) {
    return buf_put(context, (struct str){bytes, n}) ? 0 : 1;
}

static struct str json_of(struct arena *a, const struct article *article) {
    static struct out out;
    struct json_out j;
    struct ts_error err;
    struct buf buf;
    buf_init(&buf, a, (size_t)1 << 30);
    out_init(&out, grow, &buf);
    jout_init(&j, &out);
    article_json(&j, article);
    PROMISE(out_end(&out, &err) == TS_OK);
    return buf_str(&buf);
}

static void check_json(const struct article *article) {
    struct mem mem = mem_system();
    struct arena a;
    struct ts_error err;
    struct article *again;
    json_t *root;
    arena_init(&a, &mem, 0);
    struct str first = json_of(&a, article);
    PROMISE(json_in_parse(&root, first, &err) == TS_OK);
    PROMISE(article_from_json(&again, &a, root, &err) == TS_OK);
    json_decref(root);
    PROMISE(str_eq(first, json_of(&a, again)));
    arena_clear(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes) {
    if (bytes == 0)
        return 0;
    struct mem mem = mem_system();
    struct arena a, tables;
    struct outlets outlets;
    struct ts_error err;
    struct limits limits = LIMITS_DEFAULT;
    struct article *article;
    unsigned how = data[0];
    struct read_input in = {.bytes = {(const char *)data + 1, bytes - 1},
                            .path = STR("fuzz"),
                            .as = how & 1 ? READ_TEXT : READ_AUTO,
                            .verbatim = how & 2};
    arena_init(&tables, &mem, 0);
    arena_init(&a, &mem, how & 4 ? SMALL_BUDGET : BUDGET);
    PROMISE(outlets_init(&outlets, &tables) == TS_OK);
    PROMISE(outlets_add(&outlets, &tables, STR("Hill Press\tHP\thill.example\tagency\n"), &err) ==
            TS_OK);
    int status = read_article(&article, &a, &in, &outlets, &limits, &err);
    PROMISE(status == TS_OK || status == TS_E_FORMAT || status == TS_E_LIMIT);
    if (status == TS_OK) {
        check_article(article);
        check_json(article);
    }
    arena_clear(&a);
    arena_clear(&tables);
    return 0;
}
