/*
 * Reading of saved pages. What is read must keep the promises of article.h: every paragraph's
 * ranges lie inside the payload. The first byte chooses the memory allowed.
 */
#include "base/utf8.h"
#include "read/read.h"

#include <stdlib.h>

enum { BUDGET = 48 << 20, SMALL_BUDGET = 192 << 10 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

#define PROMISE(condition)                                                                         \
    do {                                                                                           \
        if (!(condition))                                                                          \
            abort();                                                                               \
    } while (0)

static void check_run_of(const struct article *a, struct range_run run) {
    PROMISE(run.first <= a->ranges.n && run.count <= a->ranges.n - run.first);
}

static void check_article(const struct article *a) {
    uint32_t before = 0;
    PROMISE(utf8_invalid(a->text) == SIZE_MAX);
    for (uint32_t i = 0; i < a->ranges.n; i++)
        PROMISE(a->ranges.at[i].start <= a->ranges.at[i].end &&
                a->ranges.at[i].end <= a->source.bytes);
    for (uint32_t i = 0; i < a->paragraphs.n; i++) {
        const struct paragraph *p = &a->paragraphs.at[i];
        PROMISE(p->text.start >= before && p->text.end > p->text.start && p->text.end <= a->text.n);
        PROMISE(p->source.count > 0);
        check_run_of(a, p->source);
        before = p->text.end;
    }
    for (uint32_t i = 0; i < a->links.n; i++)
        PROMISE(a->links.at[i].text.start < a->links.at[i].text.end &&
                a->links.at[i].text.end <= a->text.n);
    for (uint32_t i = 0; i < a->left_out.n; i++)
        check_run_of(a, a->left_out.at[i].source);
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
