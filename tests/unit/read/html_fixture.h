/* Reading a page in a test. */
#ifndef HTML_FIXTURE_H
#define HTML_FIXTURE_H

#include "check.h"
#include "read/read.h"

struct html_got {
    struct arena arena;
    struct outlets outlets;
    struct article *article;
    struct ts_error err;
    int status;
};

static inline void html_got_read(struct html_got *g, struct str page) {
    struct mem mem = mem_system();
    struct limits limits = LIMITS_DEFAULT;
    struct read_input in = {.bytes = page, .path = STR("page.html"), .as = READ_HTML};
    *g = (struct html_got){.status = 0};
    arena_init(&g->arena, &mem, limits.document_bytes);
    outlets_init(&g->outlets, &g->arena);
    g->status = read_article(&g->article, &g->arena, &in, &g->outlets, &limits, &g->err);
}

static inline void html_got_clear(struct html_got *g) {
    arena_clear(&g->arena);
}

#endif
