#include "read/html_page.h"

/*
 * A mark never takes what looks like the article: an element that holds more than this share of the
 * page's long paragraphs is left alone, whatever its names say ("has-comments" on a body, a whole
 * page in a form).
 */
enum { MOST_PERCENT = 40, MOST_HIDDEN_PERCENT = 10, LONG_CHARS = 100 };

struct marker {
    struct html_page *page;
    uint32_t *long_before;  /* characters of long paragraphs before each block */
    uint32_t *named_before; /* of them in what is named as the text's */
    uint32_t *h1_before;    /* top headings before each node */
    uint32_t long_all, named_all;
    enum html_trust trust;
};

static bool is_long(const struct html_block *b) {
    return b->chars >= LONG_CHARS && b->link_chars * 3 < b->chars;
}

static enum html_meaning role_meaning(struct str role) {
    static const struct {
        const char *role;
        enum html_meaning means;
    } roles[] = {
        {"navigation", HTML_MEANS_NAVIGATION},  {"banner", HTML_MEANS_NAVIGATION},
        {"contentinfo", HTML_MEANS_NAVIGATION}, {"complementary", HTML_MEANS_RELATED},
        {"search", HTML_MEANS_NAVIGATION},      {"dialog", HTML_MEANS_PROMOTION},
        {"alertdialog", HTML_MEANS_PROMOTION},  {"menu", HTML_MEANS_NAVIGATION},
        {"menubar", HTML_MEANS_NAVIGATION},     {"toolbar", HTML_MEANS_NAVIGATION},
        {"tablist", HTML_MEANS_NAVIGATION},
    };
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (str_eq_nocase(role, str_of(roles[i].role)))
            return roles[i].means;
    return HTML_MEANS_NOTHING;
}

static enum html_meaning tag_meaning(enum html_tag tag) {
    switch (tag) {
    case HTML_NAV:
    case HTML_FOOTER:
    case HTML_MENU:
    case HTML_SEARCH:
    case HTML_BUTTON:
    case HTML_LABEL:
        return HTML_MEANS_NAVIGATION;
    case HTML_ASIDE:
        return HTML_MEANS_RELATED;
    case HTML_FORM:
    case HTML_DIALOG:
        return HTML_MEANS_PROMOTION;
    case HTML_FIGURE:
    case HTML_FIGCAPTION:
        return HTML_MEANS_CAPTION;
    default:
        return HTML_MEANS_NOTHING;
    }
}

static bool is_unseen(const struct html_page *page, uint32_t node) {
    const struct html_token *t = &page->tree.scan.tokens.at[page->tree.nodes.at[node].token];
    if (html_token_attr(&page->tree.scan, t, HTML_ATTR_HIDDEN).at ||
        str_eq_nocase(html_token_attr(&page->tree.scan, t, HTML_ATTR_ARIA_HIDDEN), STR("true")))
        return true;
    struct str style = html_token_attr(&page->tree.scan, t, HTML_ATTR_STYLE);
    if (style.n == 0)
        return false;
    size_t at = str_find_nocase(style, STR("display"), 0);
    if (at != SIZE_MAX) {
        struct str value = str_trim(str_cut(style, at + 7, style.n));
        if (str_starts(value, STR(":")) &&
            str_starts_nocase(str_trim(str_cut(value, 1, value.n)), STR("none")))
            return true;
    }
    return false;
}

/* What an element's attributes say of it. */
static enum html_meaning attr_meaning(const struct html_page *page, uint32_t node) {
    static const enum html_attr_name named[] = {HTML_ATTR_CLASS, HTML_ATTR_ID,
                                                HTML_ATTR_DATA_COMPONENT, HTML_ATTR_DATA_TESTID,
                                                HTML_ATTR_DATA_TYPE};
    const struct html_token *t = &page->tree.scan.tokens.at[page->tree.nodes.at[node].token];
    if (t->attrs == 0)
        return HTML_MEANS_NOTHING;
    struct str property = html_token_attr(&page->tree.scan, t, HTML_ATTR_ITEMPROP);
    if (str_has_nocase(property, STR("articleBody")))
        return HTML_MEANS_BODY;
    enum html_meaning found = HTML_MEANS_NOTHING;
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        enum html_meaning m =
            html_words_meaning(page->words, html_token_attr(&page->tree.scan, t, named[i]));
        if (m == HTML_MEANS_BODY || !found)
            found = m;
        if (m == HTML_MEANS_BODY)
            break;
    }
    if (!found)
        found = role_meaning(html_token_attr(&page->tree.scan, t, HTML_ATTR_ROLE));
    if (is_unseen(page, node))
        found = HTML_MEANS_HIDDEN;
    return found;
}

/* Figures hold quotations, listings and tables too. */
static bool holds_text(const struct html_page *page, uint32_t node) {
    for (uint32_t i = node + 1; i < page->tree.nodes.at[node].end; i++)
        switch (page->tree.nodes.at[i].tag) {
        case HTML_BLOCKQUOTE:
        case HTML_PRE:
        case HTML_TABLE:
            return true;
        case HTML_FIGURE: /* bounds the time: figures in figures are looked at once */
            return false;
        default:
            break;
        }
    return false;
}

static enum html_meaning node_meaning(const struct html_page *page, uint32_t node) {
    const struct html_node *n = &page->tree.nodes.at[node];
    if (n->kind != HTML_ELEMENT || n->tag == HTML_BODY || n->tag == HTML_HTML)
        return HTML_MEANS_NOTHING;
    enum html_meaning by_tag = tag_meaning((enum html_tag)n->tag);
    enum html_meaning means =
        n->token == HTML_NO_TOKEN ? HTML_MEANS_NOTHING : attr_meaning(page, node);
    if (by_tag && means < HTML_MEANS_HIDDEN && !(n->tag == HTML_FIGURE && holds_text(page, node)))
        means = by_tag;
    return means;
}

/* Sums before each node and block, so that any element's share is a subtraction. */
static bool prepare(struct marker *m) {
    struct html_page *page = m->page;
    size_t blocks = page->blocks.n + 1;
    m->long_before = arena_alloc(page->tree.arena, blocks * sizeof *m->long_before);
    m->named_before = arena_alloc(page->tree.arena, blocks * sizeof *m->named_before);
    m->h1_before = arena_alloc(page->tree.arena, (page->tree.nodes.n + 1) * sizeof *m->h1_before);
    if (!m->long_before || !m->named_before || !m->h1_before)
        return false;
    uint32_t headings = 0, named_end = 0, block = 0, sum = 0, named = 0;
    for (uint32_t i = 0; i < page->tree.nodes.n; i++) {
        page->notes[i].means = (uint8_t)node_meaning(page, i);
        if (page->notes[i].means == HTML_MEANS_BODY && i >= named_end)
            named_end = page->tree.nodes.at[i].end;
        m->h1_before[i] = headings;
        headings += page->tree.nodes.at[i].tag == HTML_H1;
        if (block == page->blocks.n || page->blocks.at[block].first != i)
            continue;
        m->long_before[block] = sum;
        m->named_before[block] = named;
        uint32_t chars = is_long(&page->blocks.at[block]) ? page->blocks.at[block].chars : 0;
        sum += chars;
        named += i < named_end ? chars : 0;
        block++;
    }
    m->h1_before[page->tree.nodes.n] = headings;
    m->long_before[page->blocks.n] = m->long_all = sum;
    m->named_before[page->blocks.n] = m->named_all = named;
    return true;
}

static bool may_take(const struct marker *m, uint32_t node, enum html_meaning means) {
    const struct html_page *page = m->page;
    uint32_t end = page->tree.nodes.at[node].end;
    uint32_t first = html_block_from(page, node), last = html_block_from(page, end);
    uint32_t held = m->long_before[last] - m->long_before[first];
    bool h1 = m->h1_before[end] > m->h1_before[node];
    if (means == HTML_MEANS_COMMENTS && !h1)
        return true;
    uint32_t named = m->named_before[last] - m->named_before[first];
    if ((uint64_t)named * 100 > (uint64_t)m->named_all * MOST_PERCENT)
        return false;
    if (h1 && held * 5 > m->long_all)
        return false;
    /* Scripts show what is hidden at first; what is to stay hidden is short. */
    unsigned most = means == HTML_MEANS_HIDDEN ? MOST_HIDDEN_PERCENT : MOST_PERCENT;
    return (uint64_t)held * 100 <= (uint64_t)m->long_all * most;
}

/* With less trust, names of classes hold for what is about other articles alone, then not at all.
 */
static bool is_trusted(const struct marker *m, uint32_t node) {
    enum html_meaning means = (enum html_meaning)m->page->notes[node].means;
    bool by_tag = tag_meaning((enum html_tag)m->page->tree.nodes.at[node].tag) == means;
    switch (m->trust) {
    case HTML_TRUST_ALL:
        return true;
    case HTML_TRUST_SOME:
        return by_tag || means == HTML_MEANS_COMMENTS || means == HTML_MEANS_RELATED ||
               means == HTML_MEANS_LEGAL;
    default:
        return by_tag && (means == HTML_MEANS_NAVIGATION || means == HTML_MEANS_COMMENTS);
    }
}

static void mark_nodes(struct marker *m) {
    struct html_page *page = m->page;
    for (uint32_t i = 1; i < page->tree.nodes.n; i++) {
        struct html_note *note = &page->notes[i];
        const struct html_note *above = &page->notes[page->tree.nodes.at[i].parent];
        note->why = above->why;
        note->inline_why = above->inline_why;
        if (note->why || note->means < HTML_MEANS_HIDDEN)
            continue;
        bool block = note->block_owner == i;
        if (!is_trusted(m, i) || !may_take(m, i, (enum html_meaning)note->means))
            note->means = HTML_MEANS_NOTHING;
        else if (block || note->means == HTML_MEANS_HIDDEN)
            note->why = note->means;
        else
            note->inline_why = note->means;
    }
}

/* A block is left out when each of its words is; words that are not seen do not count. */
static void mark_block(struct html_page *page, struct html_block *b) {
    uint8_t why = HTML_MEANS_NOTHING;
    bool some = false;
    for (uint32_t i = b->first; i < b->end; i++) {
        const struct html_note *note = &page->notes[i];
        if (page->tree.nodes.at[i].kind != HTML_WORDS)
            continue;
        uint8_t here = note->why ? note->why : note->inline_why;
        if (here == HTML_MEANS_HIDDEN && why)
            continue;
        if (some && why != HTML_MEANS_HIDDEN && !here) {
            b->why = HTML_MEANS_NOTHING;
            return;
        }
        if (!some || why == HTML_MEANS_HIDDEN)
            why = here;
        some = true;
        if (!why)
            return;
    }
    b->why = why;
}

int html_marks_make(struct html_page *page, enum html_trust trust) {
    struct marker m = {.page = page, .trust = trust};
    if (!prepare(&m))
        return arena_fail(page->tree.arena, page->err);
    mark_nodes(&m);
    page->long_chars = 0;
    for (uint32_t i = 0; i < page->blocks.n; i++) {
        struct html_block *b = &page->blocks.at[i];
        b->in = false;
        mark_block(page, b);
        if (is_long(b) && b->why != HTML_MEANS_COMMENTS && b->why != HTML_MEANS_RELATED)
            page->long_chars += b->chars;
    }
    return TS_OK;
}
