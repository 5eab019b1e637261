/* What the tests of lang share: the tables, and an article put together by hand. */
#ifndef LANG_FIXTURE_H
#define LANG_FIXTURE_H

#include "check.h"
#include "lang/lang.h"
#include "model_fixture.h"

struct lang_fixture {
    struct arena tables_arena, arena; /* arena is for one article */
    struct outlets outlets;
    struct lang_tables *tables;
    struct model_fixture model;
    struct ts_error err;
};

static inline bool fixture_init(struct lang_fixture *f) {
    struct mem mem = mem_system();
    memset(f, 0, sizeof *f);
    arena_init(&f->tables_arena, &mem, 0);
    arena_init(&f->arena, &mem, 0);
    outlets_init(&f->outlets, &f->tables_arena);
    return outlets_add(&f->outlets, &f->tables_arena, table_embedded("outlets"), &f->err) ==
               TS_OK &&
           lang_tables_new(&f->tables, &f->tables_arena, &f->err) == TS_OK &&
           model_fixture_init(&f->model);
}

static inline void fixture_clear(struct lang_fixture *f) {
    arena_clear(&f->arena);
    arena_clear(&f->tables_arena);
    model_fixture_clear(&f->model);
}

static inline int fixture_analyse(struct analysis **out, struct lang_fixture *f,
                                  const struct article *article) {
    return lang_analyse(out, &f->arena, article, &f->outlets, f->tables, f->model.worker, &f->err);
}

/* An article with text's paragraphs (parted by blank lines); NULL when memory is refused. text is
 * borrowed. */
static inline struct article *fixture_article(struct arena *a, struct str text) {
    struct article *article = arena_zero(a, 1, sizeof *article);
    if (!article)
        return NULL;
    memset(article->source.sha256, '0', sizeof article->source.sha256 - 1);
    memset(article->id, '0', sizeof article->id - 1);
    article->source.path = STR("case");
    article->source.media_type = STR("text/plain");
    article->source.charset = STR("utf-8");
    article->source.bytes = text.n;
    article->kind_because = STR("test");
    article->text = text;
    for (size_t at = 0; at < text.n;) {
        size_t end = str_find(text, STR("\n\n"), at);
        end = end == SIZE_MAX ? text.n : end;
        if (end > at) {
            struct byte_range *range = VEC_PUSH(a, &article->ranges);
            struct paragraph *p = range ? VEC_PUSH(a, &article->paragraphs) : NULL;
            if (!p)
                return NULL;
            *range = (struct byte_range){(uint32_t)at, (uint32_t)end};
            *p = (struct paragraph){{(uint32_t)at, (uint32_t)end}, {article->ranges.n - 1, 1}};
        }
        at = end + 2;
    }
    return utf8_index_init(&article->index, a, text) ? article : NULL;
}

#endif
