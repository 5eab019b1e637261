#include "read/html_page.h"

#include "base/buf.h"
#include "base/utf8.h"

struct block_maker {
    struct html_page *page;
    uint32_t last_owner; /* of the words before */
    unsigned breaks;     /* line breaks since */
    bool border;         /* a block began since */
};

static void note_nodes(struct html_page *page) {
    const struct html_node *nodes = page->tree.nodes.at;
    for (uint32_t i = 0; i < page->tree.nodes.n; i++) {
        struct html_note *note = &page->notes[i];
        bool element = nodes[i].kind == HTML_ELEMENT;
        const struct html_note *above = &page->notes[nodes[i].parent];
        bool block = element && (html_tag_kind((enum html_tag)nodes[i].tag) & HTML_IS_BLOCK);
        note->block_owner = block || i == 0 ? i : above->block_owner;
        note->link = i ? above->link : 0;
        if (element && nodes[i].tag == HTML_A && html_attr(&page->tree, i, HTML_ATTR_HREF).n)
            note->link = 1;
    }
}

/* The tag that says best what a block is: its owner's, or that of an item or quotation around it.
 */
static uint8_t tag_of(const struct html_page *page, uint32_t owner) {
    const struct html_node *nodes = page->tree.nodes.at;
    for (uint32_t i = owner, up = 0; up < 3; up++) {
        switch (nodes[i].tag) {
        case HTML_P:
        case HTML_PRE:
        case HTML_LI:
        case HTML_DD:
        case HTML_DT:
        case HTML_TD:
        case HTML_TH:
        case HTML_BLOCKQUOTE:
        case HTML_FIGCAPTION:
            return nodes[i].tag;
        default:
            if (html_tag_is_heading((enum html_tag)nodes[i].tag))
                return nodes[i].tag;
        }
        if (i != owner && nodes[i].tag != HTML_DIV)
            break;
        i = nodes[i].parent;
    }
    return HTML_DIV;
}

static bool ends_sentence(uint32_t cp) {
    return cp == '.' || cp == '!' || cp == '?' || cp == 0x3002 || cp == 0xFF01 || cp == 0xFF1F ||
           cp == 0x964 || cp == 0x61F || cp == 0x6D4 || cp == 0x2026;
}

static bool is_wide(uint32_t cp) {
    return (cp >= 0x3040 && cp <= 0x9FFF) || (cp >= 0xAC00 && cp <= 0xD7A3);
}

/* Adds a stretch of text to a block's counts. Scripts without blanks: two signs count as a word. */
static void count(struct html_block *b, struct str text, bool link) {
    uint32_t chars = 0, wide = 0, before = ' ';
    bool in_word = false;
    for (size_t i = 0; i < text.n;) {
        uint32_t cp = (unsigned char)text.at[i];
        if (cp < 0x80)
            i++;
        else
            cp = utf8_next(text, &i);
        bool space = cp < 0x80 ? ascii_space((char)cp) : cp == 0xA0;
        if (space) {
            if (in_word && ends_sentence(before))
                b->sentences++;
            in_word = false;
            continue;
        }
        chars++;
        if (is_wide(cp))
            wide++;
        else if (!in_word)
            b->words++;
        if (cp == 0x3002)
            b->sentences++;
        in_word = true;
        before = cp;
    }
    if (in_word && ends_sentence(before) && before != 0x3002)
        b->sentences++;
    b->words += wide / 2;
    b->chars += chars + wide;
    if (link)
        b->link_chars += chars + wide;
}

static bool add_words(struct block_maker *m, uint32_t node) {
    struct html_page *page = m->page;
    uint32_t owner = page->notes[node].block_owner;
    struct html_block *b = page->blocks.n ? &page->blocks.at[page->blocks.n - 1] : NULL;
    if (!b || m->border || m->breaks > 1 || owner != m->last_owner) {
        b = VEC_PUSH(page->tree.arena, &page->blocks);
        if (!b)
            return false;
        *b = (struct html_block){.owner = owner, .first = node, .tag = tag_of(page, owner)};
    }
    b->end = node + 1;
    count(b, page->tree.scan.tokens.at[page->tree.nodes.at[node].token].text,
          page->notes[node].link);
    m->last_owner = owner;
    m->border = false;
    m->breaks = 0;
    return true;
}

int html_blocks_make(struct html_page *page) {
    uint32_t n = page->tree.nodes.n;
    page->notes = arena_zero(page->tree.arena, n, sizeof *page->notes);
    if (!page->notes)
        return arena_fail(page->tree.arena, page->err);
    note_nodes(page);
    struct block_maker m = {.page = page, .border = true};
    for (uint32_t i = 0; i < n; i++) {
        const struct html_node *node = &page->tree.nodes.at[i];
        if (node->kind == HTML_WORDS) {
            if (!add_words(&m, i))
                return arena_fail(page->tree.arena, page->err);
        } else if (node->kind == HTML_ELEMENT) {
            m.breaks += node->tag == HTML_BR;
            m.border |= page->notes[i].block_owner == i;
        }
    }
    return TS_OK;
}

uint32_t html_block_from(const struct html_page *page, uint32_t node) {
    uint32_t first = 0, end = page->blocks.n;
    while (first < end) {
        uint32_t mid = first + (end - first) / 2;
        if (page->blocks.at[mid].first < node)
            first = mid + 1;
        else
            end = mid;
    }
    return first;
}

uint32_t html_block_at(const struct html_page *page, uint32_t node) {
    uint32_t i = html_block_from(page, node);
    return i && page->blocks.at[i - 1].end > node ? i - 1 : i;
}

struct str html_block_text(const struct html_page *page, const struct html_block *block,
                           size_t max_bytes) {
    struct buf b;
    buf_init(&b, page->tree.arena, max_bytes + 8);
    for (uint32_t i = block->first; i < block->end && b.n < max_bytes; i++) {
        const struct html_node *n = &page->tree.nodes.at[i];
        if (n->kind == HTML_WORDS)
            buf_put(&b, str_cut(page->tree.scan.tokens.at[n->token].text, 0, max_bytes - b.n));
        else if (n->kind == HTML_BLANK || n->tag == HTML_BR)
            buf_putc(&b, ' ');
    }
    return str_fold_space(page->tree.arena, buf_str(&b));
}
