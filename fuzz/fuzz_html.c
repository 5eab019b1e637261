/*
 * Reading of saved pages. What is read must keep the promises of article.h: every paragraph's
 * ranges lie inside the payload. The first byte chooses the memory allowed.
 */
#include "article_promises.h"
#include "read/read.h"

enum { BUDGET = 48 << 20, SMALL_BUDGET = 192 << 10 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes) {
    if (bytes == 0)
        return 0;
    struct mem mem = mem_system();
    struct arena a, tables;
    struct outlets outlets;
    struct ts_error err;
    struct limits limits = LIMITS_DEFAULT;
    struct article *article;
    struct read_input in = {
        .bytes = {(const char *)data + 1, bytes - 1}, .path = STR("fuzz"), .as = READ_HTML};
    arena_init(&tables, &mem, 0);
    arena_init(&a, &mem, data[0] & 1 ? SMALL_BUDGET : BUDGET);
    PROMISE(outlets_init(&outlets, &tables) == TS_OK);
    int status = read_article(&article, &a, &in, &outlets, &limits, &err);
    PROMISE(status == TS_OK || status == TS_E_FORMAT || status == TS_E_LIMIT);
    if (status == TS_OK)
        check_article(article);
    arena_clear(&a);
    arena_clear(&tables);
    return 0;
}
