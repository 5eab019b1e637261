#include "read/html_facts.h"

#include "base/buf.h"
#include "base/utf8.h"

enum { KEY_BYTES_MAX = 1200, TITLE_BYTES_MAX = 600, KEY_MIN = 6, PARTS_MAX = 8 };

struct str html_key(struct arena *a, struct str s) {
    struct buf b;
    buf_init(&b, a, KEY_BYTES_MAX + 8);
    for (size_t i = 0; i < s.n && b.n < KEY_BYTES_MAX;) {
        uint32_t cp = utf8_next(s, &i);
        if (utf8_is_letter(cp) || utf8_is_digit(cp))
            buf_put_cp(&b, utf8_lower(cp));
    }
    return b.n ? buf_str(&b) : (struct str){"", 0};
}

/* ---- "Headline | Outlet" */

struct parts {
    struct str part[PARTS_MAX];
    unsigned n;
};

/* Bytes of a mark that parts a title at i, blanks round it included; 0 for none. */
static size_t separator_at(struct str s, size_t i) {
    static const char *const marks[] = {"|",
                                        "-",
                                        "\xE2\x80\x93",
                                        "\xE2\x80\x94",
                                        "\xC2\xBB",
                                        "\xE2\x80\xA2",
                                        "\xC2\xB7",
                                        "::",
                                        "//",
                                        "/",
                                        "~",
                                        "<",
                                        ">",
                                        "\xE2\x80\xBA",
                                        "\xE2\x80\xB9"};
    if (s.at[i] != ' ')
        return 0;
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++) {
        struct str mark = str_of(marks[k]);
        struct str rest = str_cut(s, i + 1, s.n);
        if (str_starts(rest, mark) && rest.n > mark.n && rest.at[mark.n] == ' ')
            return mark.n + 2;
    }
    return 0;
}

static void split_title(struct parts *p, struct str title) {
    size_t start = 0;
    *p = (struct parts){.n = 0};
    for (size_t i = 0; i < title.n && p->n + 1 < PARTS_MAX; i++) {
        bool bar = title.at[i] == '|';
        size_t n = bar ? 1 : separator_at(title, i);
        if (n == 0)
            continue;
        p->part[p->n++] = str_trim(str_cut(title, start, i));
        start = i + n;
        i = start - 1;
    }
    p->part[p->n++] = str_trim(str_cut(title, start, title.n));
}

/* Whether a name is the outlet's: as it is called elsewhere, or as its host is. */
static bool is_outlet(struct html_facts *f, struct str name) {
    struct arena *a = f->page->tree.arena;
    struct str key = html_key(a, name);
    if (key.n < 2)
        return false;
    struct str known[] = {html_head_meta(&f->head, HTML_META_OUTLET), f->ld.publisher,
                          html_head_meta(&f->head, HTML_META_APPLICATION), f->host};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct str other = html_key(a, known[i]);
        if (other.n > 1 && str_eq(key, other))
            return true;
    }
    struct str host = f->host;
    size_t dot = host.n ? str_find_byte(host, '.', 0) : SIZE_MAX;
    struct str label = dot == SIZE_MAX ? host : str_cut(host, 0, dot);
    struct str label_key = html_key(a, label);
    return label_key.n > 3 &&
           (str_eq(key, label_key) || (key.n > 5 && str_starts(label_key, key)) ||
            (key.n < label_key.n + 8 && str_starts(key, label_key)));
}

struct str html_facts_title_outlet(struct html_facts *f) {
    struct parts p;
    split_title(&p, f->head.title);
    for (unsigned i = p.n; p.n > 1 && i-- > 0;)
        if (is_outlet(f, p.part[i]))
            return p.part[i];
    return STR_NONE;
}

/* A title without the outlet's name at its end or start. */
static struct str without_outlet(struct html_facts *f, struct str title) {
    struct parts p;
    split_title(&p, title);
    if (p.n < 2)
        return title;
    struct str first = p.part[0], last = p.part[p.n - 1];
    if (is_outlet(f, last)) {
        const char *end = p.part[p.n - 2].at + p.part[p.n - 2].n;
        return str_cut(title, 0, (size_t)(end - title.at));
    }
    if (is_outlet(f, first))
        return str_cut(title, (size_t)(p.part[1].at - title.at), title.n);
    return title;
}

/* The part of the title element that stands for the headline when nothing else is known: the
 * longest. */
static struct str longest_part(struct html_facts *f, struct str title) {
    struct str rest = without_outlet(f, title);
    struct parts p;
    split_title(&p, rest);
    if (p.n < 2)
        return rest;
    /* Behind the last mark stands the outlet, more often than not, when it is the shorter. */
    struct str last = p.part[p.n - 1];
    if (rest.n == title.n && last.n * 2 < title.n) {
        const char *end = p.part[p.n - 2].at + p.part[p.n - 2].n;
        return str_cut(title, 0, (size_t)(end - title.at));
    }
    return rest;
}

/* ---- Headings */

struct candidate {
    struct str text, key;
    uint32_t node;
    unsigned points;
};

static bool holds(struct str whole, struct str part) {
    return part.n >= KEY_MIN && whole.n >= part.n && str_find(whole, part, 0) != SIZE_MAX;
}

/* How well a heading agrees with what the head says: 3 the same, 2 one within the other, 0 not. */
static unsigned agreement(struct html_facts *f, struct str key, const struct str *said,
                          size_t said_count) {
    unsigned best = 0;
    for (size_t i = 0; i < said_count; i++) {
        struct str other = said[i];
        unsigned here = other.n == 0                             ? 0
                        : str_eq(key, other)                     ? 3
                        : holds(other, key) || holds(key, other) ? 2
                                                                 : 0;
        best = here > best ? here : best;
    }
    struct parts p;
    split_title(&p, f->head.title);
    for (unsigned i = 0; i < p.n && best < 3; i++)
        if (str_eq(key, html_key(f->page->tree.arena, p.part[i])))
            best = 3;
    return best;
}

static bool may_be_title(const struct html_page *page, uint32_t node) {
    switch (page->notes[node].why) {
    case HTML_MEANS_RELATED:
    case HTML_MEANS_COMMENTS:
    case HTML_MEANS_HIDDEN:
    case HTML_MEANS_LEGAL:
        return false;
    default:
        return true;
    }
}

static struct candidate best_heading(struct html_facts *f, enum html_tag tag,
                                     const struct str *said, size_t count) {
    struct html_page *page = f->page;
    struct candidate best = {.text = STR_NONE};
    unsigned tries = 0;
    for (uint32_t i = 0; i < page->tree.nodes.n && tries < 24; i++) {
        const struct html_node *n = &page->tree.nodes.at[i];
        if (n->kind != HTML_ELEMENT || n->tag != tag || !may_be_title(page, i))
            continue;
        struct candidate c = {.text = html_text(&page->tree, i, TITLE_BYTES_MAX), .node = i};
        c.key = html_key(page->tree.arena, c.text);
        tries++;
        if (c.key.n < 2)
            continue;
        c.points = 1 + agreement(f, c.key, said, count) * 2;
        if (is_outlet(f, c.text))
            c.points = 0;
        if (c.points > best.points)
            best = c;
    }
    return best;
}

/* The block of a title's text: from its heading on, or the first that reads as the title does. */
static uint32_t find_block(struct html_facts *f, uint32_t node) {
    struct html_page *page = f->page;
    if (node)
        return html_block_from(page, node);
    struct str key = html_key(page->tree.arena, f->title);
    for (uint32_t i = 0; key.n >= KEY_MIN && i < page->blocks.n; i++) {
        const struct html_block *b = &page->blocks.at[i];
        if (b->chars > f->title.n + 8 || (size_t)b->chars * 4 + 8 < key.n ||
            b->why == HTML_MEANS_RELATED)
            continue;
        if (str_eq(key, html_key(page->tree.arena, html_block_text(page, b, TITLE_BYTES_MAX))))
            return i;
    }
    return page->blocks.n;
}

int html_facts_title(struct html_facts *f) {
    struct arena *a = f->page->tree.arena;
    struct str meta = without_outlet(f, html_head_meta(&f->head, HTML_META_TITLE));
    struct str said[] = {html_key(a, f->ld.headline), html_key(a, meta)};
    struct str whole_title = html_key(a, f->head.title);
    struct str all_said[] = {said[0], said[1],
                             said[0].n || said[1].n ? (struct str){"", 0} : whole_title};
    struct candidate h = best_heading(f, HTML_H1, all_said, 3);
    if (h.points < 3 && !said[0].n && !said[1].n) {
        struct candidate h2 = best_heading(f, HTML_H2, all_said, 3);
        if (h2.points > h.points && h2.points >= 7)
            h = h2;
    }
    bool agreed = h.points >= 5;
    if (agreed || (h.points && h.key.n >= 12 && !f->ld.headline.n))
        f->title = h.text;
    else if (f->ld.headline.n)
        f->title = without_outlet(f, f->ld.headline);
    else if (meta.n)
        f->title = meta;
    else
        f->title = longest_part(f, f->head.title);
    if (!f->title.n)
        f->title = h.text;
    f->title_block = find_block(f, agreed || f->title.at == h.text.at ? h.node : 0);
    f->page->title = f->title;
    f->page->title_block = f->title_block;
    f->builder->article->title = f->title.n ? f->title : STR_NONE;
    return TS_OK;
}
