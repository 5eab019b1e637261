/*
 * Which blocks are the article's text. Each block has a worth: characters of running text count for
 * it, links and scraps against it. The container with the greatest sum holds the article, unless
 * one that the page names as the text's holds most of that; what is in it is then looked at block
 * by block.
 */
#include "read/html_page.h"

enum {
    SHORT_WORDS = 8,
    NAMED_PERCENT = 50,
    ARTICLE_PERCENT = 50,
    PART_PERCENT = 10,
    WHOLE_PERCENT = 90,
    ENOUGH_CHARS = 400,
    STANDFIRST_BLOCKS = 24,
    STANDFIRST_WORDS = 8,
    ENOUGH_PERCENT = 30
};

static int32_t worth(const struct html_block *b) {
    if (b->why)
        return 0;
    if (html_tag_is_heading((enum html_tag)b->tag))
        return b->link_chars * 2 > b->chars ? -10 : 0;
    if (b->link_chars * 2 >= b->chars)
        return b->chars > 100 ? -100 : -(int32_t)b->chars;
    if (b->words < SHORT_WORDS && b->sentences == 0)
        return -5;
    int32_t v = (int32_t)(b->chars > 5000 ? 5000 : b->chars) -
                (int32_t)(b->link_chars > 5000 ? 5000 : b->link_chars);
    return b->tag == HTML_P || b->tag == HTML_BLOCKQUOTE ? v
           : b->tag == HTML_LI                           ? v / 3
                                                         : v * 2 / 3;
}

struct chooser {
    struct html_page *page;
    int64_t *before; /* worth of the blocks before each */
};

static int64_t sum(const struct chooser *c, uint32_t node) {
    uint32_t first = html_block_from(c->page, node);
    return c->before[html_block_from(c->page, c->page->tree.nodes.at[node].end)] - c->before[first];
}

/* The deepest node of the greatest sum. */
static uint32_t best_node(const struct chooser *c, int64_t *best) {
    uint32_t found = 0;
    *best = 0;
    for (uint32_t i = 0; i < c->page->tree.nodes.n; i++) {
        if (c->page->notes[i].block_owner != i || c->page->notes[i].why)
            continue;
        int64_t here = sum(c, i);
        if (here > 0 && here >= *best) {
            *best = here;
            found = i;
        }
    }
    return found;
}

/* The node among those for which is() holds that has the greatest sum; 0 when none has any. */
static uint32_t best_of(const struct chooser *c, bool (*is)(const struct html_page *, uint32_t),
                        int64_t *best) {
    uint32_t found = 0;
    *best = 0;
    for (uint32_t i = 1; i < c->page->tree.nodes.n; i++) {
        if (c->page->tree.nodes.at[i].kind != HTML_ELEMENT || c->page->notes[i].why ||
            !is(c->page, i))
            continue;
        int64_t here = sum(c, i);
        if (here > *best) {
            *best = here;
            found = i;
        }
    }
    return found;
}

static bool is_named_body(const struct html_page *page, uint32_t node) {
    return page->notes[node].means == HTML_MEANS_BODY;
}

static bool is_article(const struct html_page *page, uint32_t node) {
    return page->tree.nodes.at[node].tag == HTML_ARTICLE;
}

static uint32_t common(const struct html_page *page, uint32_t a, uint32_t b) {
    while (page->tree.nodes.at[a].end <= b)
        a = page->tree.nodes.at[a].parent;
    return a;
}

/* What holds the parts that are named as the text's: one of them, or what holds those that matter.
 */
static uint32_t named_body(const struct chooser *c, int64_t *worth_of) {
    const struct html_page *page = c->page;
    int64_t best, all = 0;
    uint32_t one = best_of(c, is_named_body, &best), held = 0;
    *worth_of = best;
    for (uint32_t i = 1, next; one && i < page->tree.nodes.n; i = next) {
        next = i + 1;
        if (page->tree.nodes.at[i].kind != HTML_ELEMENT || page->notes[i].why ||
            !is_named_body(page, i))
            continue;
        next = page->tree.nodes.at[i].end;
        int64_t here = sum(c, i);
        if (here * 100 < best * PART_PERCENT)
            continue;
        all += here;
        held = held ? common(page, held, i) : i;
    }
    if (!one || best * 100 > all * WHOLE_PERCENT)
        return one;
    *worth_of = sum(c, held);
    return held;
}

static void take_in(struct html_page *page, uint32_t node) {
    uint32_t end = html_block_from(page, page->tree.nodes.at[node].end);
    for (uint32_t i = html_block_from(page, node); i < end; i++)
        page->blocks.at[i].in = !page->blocks.at[i].why;
}

/* Sentences between the title and the first paragraph that stand in a part of their own. */
static void take_standfirst(struct html_page *page) {
    uint32_t first = 0;
    while (first < page->blocks.n && !page->blocks.at[first].in)
        first++;
    if (page->title_block >= first || first == page->blocks.n ||
        first - page->title_block > STANDFIRST_BLOCKS)
        return;
    for (uint32_t i = page->title_block + 1; i < first; i++) {
        struct html_block *b = &page->blocks.at[i];
        bool sentence = b->words >= STANDFIRST_WORDS && b->link_chars * 4 < b->chars;
        if (sentence && !b->why &&
            (b->sentences || b->tag == HTML_P || html_tag_is_heading((enum html_tag)b->tag)))
            b->in = true;
    }
}

/* Characters of the chosen blocks, those of lines and links counted less. */
static uint32_t chosen_chars(const struct html_page *page) {
    uint32_t chars = 0;
    for (uint32_t i = 0; i < page->blocks.n; i++)
        if (page->blocks.at[i].in && page->blocks.at[i].words >= SHORT_WORDS)
            chars += page->blocks.at[i].chars - page->blocks.at[i].link_chars;
    return chars;
}

static int choose(struct html_page *page) {
    struct chooser c = {.page = page};
    c.before = arena_alloc(page->tree.arena, (page->blocks.n + 1) * sizeof *c.before);
    if (!c.before)
        return arena_fail(page->tree.arena, page->err);
    int64_t all = 0;
    for (uint32_t i = 0; i < page->blocks.n; i++) {
        c.before[i] = all;
        all += page->blocks.at[i].value = worth(&page->blocks.at[i]);
    }
    c.before[page->blocks.n] = all;
    int64_t most, named;
    uint32_t node = best_node(&c, &most);
    uint32_t body = named_body(&c, &named);
    if (named * 100 > most * NAMED_PERCENT) {
        node = body;
    } else {
        body = best_of(&c, is_article, &named);
        if (named * 100 > most * ARTICLE_PERCENT)
            node = body;
    }
    if (most <= 0)
        return TS_OK;
    take_in(page, node);
    take_standfirst(page);
    return html_trim(page);
}

int html_body_choose(struct html_page *page) {
    int status = choose(page);
    uint32_t chars = chosen_chars(page);
    enum html_trust kept = HTML_TRUST_ALL, now = HTML_TRUST_ALL;
    for (enum html_trust trust = HTML_TRUST_SOME; status == TS_OK && trust < HTML_TRUSTS; trust++) {
        if (chars >= ENOUGH_CHARS && chars * 100ull >= page->long_chars * (uint64_t)ENOUGH_PERCENT)
            break;
        status = html_marks_make(page, trust);
        if (status == TS_OK)
            status = choose(page);
        now = trust;
        uint32_t more = chosen_chars(page);
        if (more > chars * 2 + 100) {
            chars = more;
            kept = trust;
        }
    }
    if (status != TS_OK || kept == now)
        return status;
    status = html_marks_make(page, kept);
    return status == TS_OK ? choose(page) : status;
}
