/* What stands among an article's paragraphs and is none of them. */
#include "read/html_page.h"

enum {
    LINE_WORDS = 15, /* lines longer than this are sentences */
    PHRASE_WORDS = 50,
    LINE_BYTES = 400,
    EDGE_BLOCKS = 8, /* how many from the start and end are looked at more closely */
    REPEAT_WORDS = 8,
    LATE_PERCENT = 40,
    HEADING_WORDS = 6,
    LABEL_WORDS = 4,
    LINK_PERCENT = 65,
    LINK_LINE_WORDS = 30,
    LEAD_WORDS = 9,
    TAIL_WORDS = 5
};

struct trimmer {
    struct html_page *page;
    VEC_OF(uint32_t) in; /* the chosen blocks */
    struct map seen;     /* keys of those looked at */
    struct str title;    /* its key */
};

static void drop(struct html_block *b, enum html_meaning why) {
    b->in = false;
    b->why = (uint8_t)why;
}

static bool is_heading(const struct html_block *b) {
    return html_tag_is_heading((enum html_tag)b->tag);
}

static bool gather(struct trimmer *t) {
    t->in.n = 0;
    for (uint32_t i = 0; i < t->page->blocks.n; i++) {
        uint32_t *at = t->page->blocks.at[i].in ? VEC_PUSH(t->page->tree.arena, &t->in) : &i;
        if (!at)
            return false;
        if (at != &i)
            *at = i;
    }
    return true;
}

/* What a block is by its words, when it is no part of the text. */
static enum html_meaning line_meaning(struct trimmer *t, const struct html_block *b, bool edge) {
    struct html_page *page = t->page;
    if ((uint64_t)b->link_chars * 100 > (uint64_t)b->chars * LINK_PERCENT &&
        b->words < LINK_LINE_WORDS)
        return HTML_MEANS_RELATED;
    if (b->words >= PHRASE_WORDS)
        return HTML_MEANS_NOTHING;
    struct str line = html_block_text(page, b, LINE_BYTES);
    enum html_meaning m = HTML_MEANS_NOTHING;
    if (b->words < LINE_WORDS) {
        m = html_words_line(page->words, line);
        if (!m && html_date_is_line(line, &page->date_style))
            m = HTML_MEANS_HEAD;
    }
    if (!m && edge)
        m = html_words_phrase(page->words, str_lower_ascii(page->tree.arena, line));
    return m;
}

/* "About the author", "Related articles": what stands under such a heading goes with it, up to one
 * as high. */
static void drop_section(struct trimmer *t, uint32_t k, enum html_meaning why) {
    const struct html_block *heading = &t->page->blocks.at[t->in.at[k]];
    uint8_t level = is_heading(heading) ? heading->tag : HTML_H1;
    for (k++; k < t->in.n; k++) {
        struct html_block *b = &t->page->blocks.at[t->in.at[k]];
        if (is_heading(b) && b->tag <= level)
            return;
        drop(b, why);
    }
}

static bool says_end(struct trimmer *t, const struct html_block *b) {
    if (b->words > HEADING_WORDS)
        return false;
    switch (html_words_line(t->page->words, html_block_text(t->page, b, LINE_BYTES))) {
    case HTML_MEANS_RELATED:
    case HTML_MEANS_COMMENTS:
    case HTML_MEANS_HEAD:
        return true;
    default:
        return false;
    }
}

static void drop_lines(struct trimmer *t) {
    for (uint32_t k = 0; k < t->in.n; k++) {
        struct html_block *b = &t->page->blocks.at[t->in.at[k]];
        bool edge = k < EDGE_BLOCKS || k + EDGE_BLOCKS >= t->in.n;
        if (!b->in)
            continue;
        enum html_meaning m = line_meaning(t, b, edge);
        if (!m)
            continue;
        drop(b, m);
        bool late = (uint64_t)k * 100 > (uint64_t)t->in.n * LATE_PERCENT;
        bool heading = is_heading(b) || (m == HTML_MEANS_COMMENTS && b->words <= LABEL_WORDS);
        if (late && heading && says_end(t, b))
            drop_section(t, k, m);
    }
}

/* The title above the text, and paragraphs that come twice: pages carry copies for small screens
 * and quotations. */
static bool drop_repeated(struct trimmer *t) {
    struct arena *a = t->page->tree.arena;
    for (uint32_t k = 0; k < t->in.n; k++) {
        struct html_block *b = &t->page->blocks.at[t->in.at[k]];
        bool may_be_title = k < EDGE_BLOCKS && t->title.n && b->words < 40;
        if (!b->in || (b->words < REPEAT_WORDS && !may_be_title))
            continue;
        struct str key = html_key(a, html_block_text(t->page, b, 1200));
        if (may_be_title && str_eq(key, t->title)) {
            drop(b, HTML_MEANS_TITLE);
            continue;
        }
        if (b->words < REPEAT_WORDS)
            continue;
        uint32_t *slot = map_put(&t->seen, key);
        if (!slot)
            return false;
        if (*slot != MAP_NONE)
            drop(b, HTML_MEANS_REPEATED);
        *slot = k;
    }
    return true;
}

/* Slugs, names and dates before the first sentence. */
static void drop_lead(struct trimmer *t) {
    for (uint32_t k = 0; k < t->in.n && k < EDGE_BLOCKS; k++) {
        struct html_block *b = &t->page->blocks.at[t->in.at[k]];
        if (!b->in || is_heading(b))
            continue;
        bool plain = b->tag == HTML_P || b->tag == HTML_DIV;
        if (!plain || b->words >= LEAD_WORDS || b->sentences)
            break;
        drop(b, HTML_MEANS_HEAD);
    }
}

/* Headings and scraps behind the last paragraph. */
static void drop_tail(struct trimmer *t) {
    for (uint32_t k = t->in.n; k-- > 0;) {
        struct html_block *b = &t->page->blocks.at[t->in.at[k]];
        if (!b->in)
            continue;
        bool scrap =
            is_heading(b) || (b->words < TAIL_WORDS && b->sentences == 0 && b->tag != HTML_LI &&
                              b->tag != HTML_TD && b->tag != HTML_PRE);
        if (!scrap)
            break;
        drop(b, HTML_MEANS_OTHER);
    }
}

int html_trim(struct html_page *page) {
    struct trimmer t = {.page = page};
    map_init(&t.seen, page->tree.arena);
    t.title = html_key(page->tree.arena, page->title);
    if (!gather(&t))
        return arena_fail(page->tree.arena, page->err);
    drop_lines(&t);
    if (!drop_repeated(&t))
        return arena_fail(page->tree.arena, page->err);
    drop_lead(&t);
    drop_tail(&t);
    return TS_OK;
}
