#include "read/html_write.h"

#include "read/dateline.h"
#include "read/html_entity.h"
#include "read/html_url.h"

struct writer {
    struct builder *b;
    struct html_page *page;
    struct str base;
    VEC_OF(struct span) from; /* of what is left out in one go */
    struct str left_text;     /* the first words of it */
    uint8_t why;              /* of it */
    uint32_t last_end;        /* of the source of the paragraph that is written */
    uint32_t link;            /* the link that is open, 0: none */
    uint32_t link_start;
    bool some; /* a paragraph was written */
    size_t
        dateline_left; /* bytes of the dateline that are still to come, white space not counted */
};

static struct span source_of(const struct writer *w, uint32_t node) {
    const struct html_token *t = &w->page->tree.scan.tokens.at[w->page->tree.nodes.at[node].token];
    return (struct span){t->start, t->end};
}

static struct str words_of(const struct writer *w, uint32_t node) {
    return w->page->tree.scan.tokens.at[w->page->tree.nodes.at[node].token].text;
}

/* ---- What is left out: neighbours of one reason together */

static int end_left_out(struct writer *w) {
    int status = TS_OK;
    if (w->from.n)
        status = builder_left_out(w->b, html_meaning_name((enum html_meaning)w->why), w->left_text,
                                  w->from.at, w->from.n);
    w->from.n = 0;
    return status;
}

static int leave_out(struct writer *w, uint8_t why, struct str text, struct span from) {
    if (w->from.n && w->why != why) {
        int status = end_left_out(w);
        if (status != TS_OK)
            return status;
    }
    if (w->from.n == 0) {
        w->why = why;
        w->left_text = text;
    }
    struct span *s = VEC_PUSH(w->page->tree.arena, &w->from);
    if (!s)
        return arena_fail(w->page->tree.arena, w->b->err);
    *s = from;
    return TS_OK;
}

static int leave_block_out(struct writer *w, const struct html_block *block) {
    uint8_t why = block->why ? block->why : HTML_MEANS_OTHER;
    if (w->from.n == 0 || w->why != why) {
        int status = end_left_out(w);
        if (status != TS_OK)
            return status;
        w->left_text = html_block_text(w->page, block, 400);
    }
    struct str text = w->left_text;
    for (uint32_t i = block->first; i < block->end; i++) {
        if (w->page->tree.nodes.at[i].kind != HTML_WORDS)
            continue;
        int status = leave_out(w, why, text, source_of(w, i));
        if (status != TS_OK)
            return status;
    }
    return TS_OK;
}

/* ---- Paragraphs */

static uint32_t link_above(const struct html_page *page, uint32_t node, uint32_t stop) {
    if (!page->notes[node].link)
        return 0;
    for (uint32_t i = node; i > 0 && i != stop; i = page->tree.nodes.at[i].parent)
        if (page->tree.nodes.at[i].tag == HTML_A && page->tree.nodes.at[i].kind == HTML_ELEMENT)
            return i;
    return 0;
}

static int end_link(struct writer *w) {
    if (!w->link)
        return TS_OK;
    struct str href = html_attr(&w->page->tree, w->link, HTML_ATTR_HREF);
    w->link = 0;
    struct str whole = html_url_resolve(w->page->tree.arena, w->base, href);
    uint32_t end = (uint32_t)w->b->text.n;
    if (!whole.n || end <= w->link_start)
        return TS_OK;
    return builder_link(w->b, (struct span){w->link_start, end}, whole);
}

static int write_words(struct writer *w, uint32_t node, struct str text, struct span from) {
    uint32_t link = link_above(w->page, node, 0);
    int status = TS_OK;
    if (link != w->link) {
        status = end_link(w);
        w->link = link;
        w->link_start = UINT32_MAX;
    }
    /* Parts that the page's own nesting put in another order than the source has stand apart. */
    if (status == TS_OK && from.start < w->last_end)
        status = builder_paragraph(w->b);
    if (status != TS_OK)
        return status;
    w->last_end = from.end;
    uint32_t before = (uint32_t)w->b->text.n;
    status = builder_add(w->b, text, from);
    if (link && w->link_start == UINT32_MAX && w->b->text.n > before) {
        /* blanks and the border before it are not of the link */
        while (before < w->b->text.n && ascii_space(w->b->text.at[before]))
            before++;
        w->link_start = before;
    }
    return status;
}

static int open_paragraph(struct writer *w) {
    int status = end_left_out(w);
    w->last_end = 0;
    return status == TS_OK ? builder_paragraph(w->b) : status;
}

/* ---- The dateline: of no paragraph */

static bool is_blank(struct str s, size_t i, size_t *bytes) {
    *bytes = ascii_space(s.at[i]) ? 1 : 2;
    return *bytes == 1 ||
           ((unsigned char)s.at[i] == 0xC2 && i + 1 < s.n && (unsigned char)s.at[i + 1] == 0xA0);
}

/* Bytes of a text that are no blanks; white space is what its ways of being written differ in. */
static size_t solid_bytes(struct str s) {
    size_t n = 0, bytes;
    for (size_t i = 0; i < s.n;) {
        bool blank = is_blank(s, i, &bytes);
        n += !blank;
        i += blank ? bytes : 1;
    }
    return n;
}

/* Looks at the first block that is written: sets how much of it the words are to give to the
 * dateline. */
static int find_dateline(struct writer *w, const struct html_block *block) {
    if (w->some)
        return TS_OK;
    w->some = true;
    struct str whole = html_block_text(w->page, block, 400);
    size_t n = dateline_find(whole);
    if (n == 0)
        return TS_OK;
    w->dateline_left = solid_bytes(str_cut(whole, 0, n));
    w->b->article->dateline = str_copy(w->b->arena, dateline_place(str_cut(whole, 0, n)));
    w->left_text = whole = str_copy(w->b->arena, str_cut(whole, 0, n));
    return whole.at ? TS_OK : arena_fail(w->b->arena, w->b->err);
}

/* Where in source the character begins that stands at byte decoded of its decoded text. */
static size_t source_place(struct str source, size_t decoded) {
    size_t i = 0, n = 0;
    while (i < source.n && n < decoded) {
        char text[HTML_ENTITY_TEXT];
        size_t bytes = 1,
               taken = source.at[i] == '&' ? html_entity_read(text, &bytes, source, i, false) : 0;
        n += taken ? bytes : source.at[i] != '\0';
        i += taken ? taken : 1;
    }
    return i;
}

/* Takes what belongs to the dateline off the front of a stretch. */
static int cut_dateline(struct writer *w, struct str *text, struct span *from) {
    size_t i = 0, bytes;
    while (i < text->n && w->dateline_left) {
        bool blank = is_blank(*text, i, &bytes);
        w->dateline_left -= !blank;
        i += blank ? bytes : 1;
    }
    size_t place = source_place(str_span(w->b->decoded->text, *from), i);
    struct span cut = {from->start, from->start + (uint32_t)place};
    *text = str_cut(*text, i, text->n);
    from->start = cut.end;
    int status = leave_out(w, HTML_MEANS_DATELINE, w->left_text, cut);
    return status == TS_OK && w->dateline_left == 0 ? end_left_out(w) : status;
}

static bool is_unseen(const struct html_page *page, const struct html_block *block, uint32_t node) {
    const struct html_note *note = &page->notes[node];
    return note->why == HTML_MEANS_HIDDEN && block->why != HTML_MEANS_HIDDEN;
}

static int write_block(struct writer *w, const struct html_block *block) {
    int status = TS_OK;
    status = find_dateline(w, block);
    for (uint32_t i = block->first; status == TS_OK && i < block->end; i++) {
        const struct html_node *n = &w->page->tree.nodes.at[i];
        if (n->kind == HTML_BLANK || (n->kind == HTML_ELEMENT && n->tag == HTML_BR)) {
            builder_blank(w->b);
            continue;
        }
        if (n->kind != HTML_WORDS)
            continue;
        struct str text = words_of(w, i);
        struct span from = source_of(w, i);
        if (is_unseen(w->page, block, i)) {
            status = builder_left_out(w->b, html_meaning_name(HTML_MEANS_HIDDEN), text, &from, 1);
            builder_blank(w->b);
            continue;
        }
        if (w->dateline_left)
            status = cut_dateline(w, &text, &from);
        if (status == TS_OK && text.n)
            status = write_words(w, i, text, from);
    }
    return status == TS_OK ? end_link(w) : status;
}

/* Cells of a row of figures make one paragraph. */
static uint32_t row_of(const struct html_page *page, const struct html_block *block) {
    const struct html_node *nodes = page->tree.nodes.at;
    uint32_t i = block->owner;
    if (block->chars > 120)
        return 0;
    for (unsigned up = 0; up < 4 && i; up++, i = nodes[i].parent)
        if (nodes[i].tag == HTML_TR)
            return i;
    return 0;
}

int html_write(struct builder *b, struct html_page *page, struct str base) {
    struct writer w = {.b = b, .page = page, .base = base};
    int status = TS_OK;
    uint32_t row = 0;
    for (uint32_t i = 0; status == TS_OK && i < page->blocks.n; i++) {
        const struct html_block *block = &page->blocks.at[i];
        if (!block->in) {
            status = leave_block_out(&w, block);
            row = 0;
            continue;
        }
        uint32_t here = row_of(page, block);
        if (!here || here != row)
            status = open_paragraph(&w);
        else
            builder_blank(b);
        row = here;
        if (status == TS_OK)
            status = write_block(&w, block);
    }
    if (status == TS_OK)
        status = builder_paragraph_end(b);
    return status == TS_OK ? end_left_out(&w) : status;
}
