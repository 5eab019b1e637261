#include "read/html_reader.h"

#include "read/html_facts.h"
#include "read/html_write.h"
#include "read/read_tables.h"

/* What must be known before the text is looked for. */
static int read_head(struct html_facts *f) {
    struct html_page *page = f->page;
    struct arena *a = page->tree.arena;
    int status = html_head_read(&f->head, a, &page->tree.scan, &f->in->tables->metas, page->err);
    if (status != TS_OK)
        return status;
    struct str title = html_head_meta(&f->head, HTML_META_TITLE);
    status =
        html_json_ld_read(&f->ld, a, &page->tree.scan, title.n ? title : f->head.title, page->err);
    if (status == TS_OK && f->ld.broken)
        status = builder_flag(f->builder, "json_ld_broken");
    if (status == TS_OK)
        status = html_facts_address(f);
    if (status == TS_OK)
        status = html_facts_language(f);
    return status == TS_OK ? html_facts_title(f) : status;
}

static int read_facts(struct html_facts *f) {
    static int (*const steps[])(struct html_facts *) = {html_facts_outlet, html_facts_byline,
                                                        html_facts_dates, html_facts_kind};
    int status = TS_OK;
    for (size_t i = 0; status == TS_OK && i < sizeof steps / sizeof *steps; i++)
        status = steps[i](f);
    return status;
}

int html_read(struct builder *b, const struct read_input *in, const struct outlets *outlets,
              const struct limits *limits) {
    struct html_page page = {.err = b->err, .words = &in->tables->html};
    struct html_facts facts = {.builder = b, .page = &page, .in = in, .outlets = outlets};
    int status = html_tree_read(&page.tree, b->arena, b->decoded->text, limits->html_depth, b->err);
    if (status == TS_OK)
        status = html_blocks_make(&page);
    if (status == TS_OK)
        status = html_marks_make(&page, HTML_TRUST_ALL);
    if (status == TS_OK)
        status = read_head(&facts);
    if (status == TS_OK)
        status = html_body_choose(&page);
    if (status == TS_OK)
        status = read_facts(&facts);
    if (status == TS_OK)
        status = html_write(b, &page, facts.head.base.n ? facts.head.base : facts.url);
    /* Small texts on the way that were refused are missing: what was made of them would not be
     * true. */
    if (status == TS_OK && b->arena->refused)
        status = arena_fail(b->arena, b->err);
    return status;
}
