#include "read/text_reader.h"

#include "read/date_text.h"
#include "read/dateline.h"
#include "read/read_tables.h"
#include "read/text_parts.h"

/* ---- Verbatim */

static int verbatim_paragraph(struct builder *b, struct span span) {
    struct article *article = b->article;
    struct paragraph *p = VEC_PUSH(b->arena, &article->paragraphs);
    struct byte_range *r = p ? VEC_PUSH(b->arena, &article->ranges) : NULL;
    if (!r)
        return arena_fail(b->arena, b->err);
    *r = decoded_range(b->decoded, span);
    *p = (struct paragraph){span, {article->ranges.n - 1, 1}};
    return TS_OK;
}

static int read_verbatim(struct builder *b) {
    struct text_page page = {0};
    struct str text = b->decoded->text;
    if (!text_lines_split(&page, b->arena, text) || !buf_put(&b->text, text))
        return arena_fail(b->arena, b->err);
    int status = TS_OK;
    for (uint32_t i = 0; i < page.units.n && status == TS_OK; i++)
        status = verbatim_paragraph(b, page.units.at[i].span);
    return status;
}

/* ---- Pages */

/* Takes the dateline off the article's first paragraph. */
static int take_dateline(struct text_parts *p, struct span *span) {
    struct article *article = p->b->article;
    struct str s = str_span(p->page.text, *span);
    size_t bytes = dateline_find(s);
    if (!bytes || !dateline_sentence_begins(str_cut(s, bytes, s.n)))
        return TS_OK;
    article->dateline = str_fold_space(p->b->arena, dateline_place(str_cut(s, 0, bytes)));
    if (!article->dateline.at)
        return arena_fail(p->b->arena, p->b->err);
    struct span cut = {span->start, span->start + (uint32_t)bytes};
    span->start = cut.end;
    struct when when;
    struct span where;
    int status = builder_left_out(p->b, "dateline", str_span(p->page.text, cut), &cut, 1);
    if (status == TS_OK && date_text_find(&when, &where, article->dateline, 0))
        status = builder_date(p->b, when, "unknown", "dateline");
    return status;
}

static int put_units(struct text_parts *p) {
    int status = TS_OK;
    bool first = true;
    for (uint32_t i = 0; i < p->page.units.n && status == TS_OK; i++) {
        const struct text_unit *u = &p->page.units.at[i];
        struct span span = u->span;
        if (u->why) {
            status = builder_left_out(p->b, u->why, text_part(p, i), &span, 1);
            continue;
        }
        if (first && u->kind == TEXT_PROSE) {
            first = false;
            status = take_dateline(p, &span);
        }
        if (status == TS_OK)
            status = builder_paragraph(p->b);
        if (status == TS_OK)
            status = builder_add(p->b, str_span(p->page.text, span), span);
    }
    return status == TS_OK ? builder_paragraph_end(p->b) : status;
}

int text_read(struct builder *b, const struct read_input *in, const struct outlets *outlets) {
    if (in->verbatim)
        return read_verbatim(b);
    struct text_parts p = {.b = b, .outlets = outlets, .words = &in->tables->text};
    int status = TS_OK;
    if (!text_lines_split(&p.page, b->arena, b->decoded->text))
        status = arena_fail(b->arena, b->err);
    if (status == TS_OK)
        status = text_kinds_set(&p);
    if (status == TS_OK)
        status = text_head_read(&p);
    if (status != TS_OK)
        return status;
    text_tail_mark(&p);
    return put_units(&p);
}
