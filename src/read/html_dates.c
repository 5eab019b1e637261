#include "read/html_facts.h"

#include "read/html_date_text.h"

enum {
    LINE_BYTES_MAX = 300,
    LINE_CHARS_MAX = 200,
    BLOCKS_BEFORE = 12,
    BLOCKS_AFTER = 12,
    TIMES_MAX = 12,
    DATE_LINE_WORDS = 14,
    HEAD_INSIDE = 3 /* blocks behind the first of the text that may still be of its head */
};

static int add_value(struct html_facts *f, struct str value, const char *role, const char *from) {
    struct when when;
    if (!value.n || !date_text_value(&when, value))
        return TS_OK;
    return builder_date(f->builder, when, role, from);
}

/* ---- What the head says, the better names first */

static int add_metas(struct html_facts *f, enum html_meta kind, const char *role) {
    struct html_head *head = &f->head;
    uint32_t done = 0; /* ranks below are done */
    for (unsigned times = 0; times < TIMES_MAX; times++) {
        const struct html_meta_value *best = NULL;
        for (uint32_t i = 0; i < head->metas.n; i++) {
            const struct html_meta_value *m = &head->metas.at[i];
            if (m->kind == kind && m->rank >= done && (!best || m->rank < best->rank))
                best = m;
        }
        if (!best)
            break;
        done = best->rank + 1;
        int status = add_value(f, best->value, role, "meta");
        if (status != TS_OK)
            return status;
    }
    return TS_OK;
}

/* ---- Where the article's own dates stand: round its title, before its text and right behind it */

struct zone {
    uint32_t first, end;     /* blocks */
    uint32_t body, body_end; /* the article's first block, and behind its last */
};

static struct zone date_zone(const struct html_facts *f) {
    const struct html_page *page = f->page;
    struct zone z = {.body = page->blocks.n, .body_end = 0};
    for (uint32_t i = 0; i < page->blocks.n; i++) {
        if (!page->blocks.at[i].in)
            continue;
        if (z.body == page->blocks.n)
            z.body = i;
        z.body_end = i + 1;
    }
    uint32_t title =
        f->title_block < page->blocks.n && f->title_block <= z.body ? f->title_block : z.body;
    z.first = title > BLOCKS_BEFORE ? title - BLOCKS_BEFORE : 0;
    z.end = z.body_end + BLOCKS_AFTER < page->blocks.n ? z.body_end + BLOCKS_AFTER : page->blocks.n;
    return z;
}

static bool is_apart(uint8_t why) {
    return why == HTML_MEANS_RELATED || why == HTML_MEANS_COMMENTS || why == HTML_MEANS_LEGAL;
}

/* Where the last of some words begins in s, counted from 1; 0 when none is there. */
static size_t last_of(struct str s, const char *const *words, size_t count) {
    size_t last = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t at = 0; (at = str_find_nocase(s, str_of(words[i]), at)) != SIZE_MAX; at++)
            last = at + 1 > last ? at + 1 : last;
    return last;
}

static size_t says_changed(struct str s) {
    static const char *const words[] = {
        "update", "modif",        "edited",    "revised",           "revision",  "checked",
        "review", "aktualisiert", "actualiza", "mis \303\240 jour", "aggiornat", "stand:"};
    return last_of(s, words, sizeof words / sizeof *words);
}

static size_t says_published(struct str s) {
    static const char *const words[] = {"publi",     "posted",  "ver\303\266ffentlicht",
                                        "pubblicat", "created", "erstellt",
                                        "erschienen"};
    return last_of(s, words, sizeof words / sizeof *words);
}

/* The last words before a node in its block: "Updated: ". */
static struct str words_before(const struct html_page *page, uint32_t node) {
    for (uint32_t i = node, tries = 0; i-- > 0 && tries < 8; tries++) {
        const struct html_node *n = &page->tree.nodes.at[i];
        if (n->kind == HTML_WORDS)
            return str_trim(page->tree.scan.tokens.at[n->token].text);
        if (n->kind == HTML_ELEMENT && page->notes[i].block_owner == i && n->end <= node)
            break;
    }
    return STR_NONE;
}

static const char *role_of(struct html_facts *f, uint32_t node) {
    struct html_page *page = f->page;
    struct str own = html_attr(&page->tree, node, HTML_ATTR_ITEMPROP);
    if (str_has_nocase(own, STR("dateModified")))
        return "modified";
    if (str_has_nocase(own, STR("datePublished")) || str_has_nocase(own, STR("dateCreated")))
        return "published";
    struct str before = words_before(page, node);
    struct str inside = html_text(&page->tree, node, 60);
    struct str name = html_attr(&page->tree, node, HTML_ATTR_CLASS);
    uint32_t parent = page->tree.nodes.at[node].parent;
    struct str above = html_attr(&page->tree, parent, HTML_ATTR_CLASS);
    if (says_published(name)) /* "entry-date published updated" */
        return "published";
    bool changed = says_changed(inside) || says_changed(name) || says_changed(above) ||
                   (before.n < 40 && says_changed(before) > says_published(before));
    return changed ? "modified" : "published";
}

/* "entry-date published", "pubdate": names that say whose date it is wherever it stands. */
static bool names_date(struct str names) {
    static const char *const words[] = {
        "published", "pubdate",      "pub-date",      "publish-date", "entry-date",
        "post-date", "article-date", "article__date", "dt-published", "posted-on"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_has_nocase(names, str_of(words[i])))
            return true;
    return false;
}

/* Whether a node holds a date of the article: <time>, microdata, or the title of a date's class
 * ("hAtom"). */
static bool is_date_node(const struct html_page *page, uint32_t node, const struct zone *z,
                         struct str *value) {
    const struct html_node *n = &page->tree.nodes.at[node];
    if (n->kind != HTML_ELEMENT || n->token == HTML_NO_TOKEN || is_apart(page->notes[node].why))
        return false;
    struct str property = html_attr(&page->tree, node, HTML_ATTR_ITEMPROP);
    bool named = str_eq_nocase(property, STR("datePublished")) ||
                 str_eq_nocase(property, STR("dateModified"));
    *value = html_attr(&page->tree, node, HTML_ATTR_DATETIME);
    if (!value->n)
        *value = html_attr(&page->tree, node, HTML_ATTR_CONTENT);
    struct str title = html_attr(&page->tree, node, HTML_ATTR_TITLE);
    if (n->tag != HTML_TIME && !named && !value->n && !title.n)
        return false;
    bool by_class = names_date(html_attr(&page->tree, node, HTML_ATTR_CLASS));
    if (!value->n && by_class)
        *value = title;
    if (n->tag != HTML_TIME && !named && !(value->n && by_class))
        return false;
    if (!value->n)
        *value = html_text(&page->tree, node, 80);
    if (named)
        return true;
    uint32_t i = html_block_at(page, node);
    bool near = i >= z->first && i < z->end;
    bool inside = i >= z->body && i < z->body_end && page->blocks.at[i].in &&
                  page->blocks.at[i].words > DATE_LINE_WORDS;
    return !inside && (near || (by_class && page->notes[node].why != HTML_MEANS_NAVIGATION));
}

static int add_times(struct html_facts *f, const struct zone *z) {
    struct html_page *page = f->page;
    unsigned found = 0;
    for (uint32_t i = 0; i < page->tree.nodes.n && found < TIMES_MAX; i++) {
        struct str value;
        struct when when;
        struct span where;
        if (!is_date_node(page, i, z, &value))
            continue;
        uint32_t before = f->builder->article->dates.n;
        const char *role = role_of(f, i);
        int status = add_value(f, value, role, "time");
        if (status == TS_OK && f->builder->article->dates.n == before &&
            html_date_find(&when, &where, value, 0, &page->date_style))
            status = builder_date(f->builder, when, role, "time");
        if (status != TS_OK)
            return status;
        found += f->builder->article->dates.n > before;
    }
    return TS_OK;
}

/* ---- Dates for people */

static int add_line(struct html_facts *f, const struct html_block *b, bool near) {
    struct html_page *page = f->page;
    struct str line = html_block_text(page, b, LINE_BYTES_MAX);
    struct when when;
    struct span where = {0, 0};
    for (size_t from = 0;
         from < line.n && html_date_find(&when, &where, line, from, &page->date_style) &&
         where.end > from;
         from = where.end) {
        struct str before = str_cut(line, from, where.start);
        bool changed = says_changed(before) > says_published(before);
        bool published = !changed && (near || says_published(before));
        if (!changed && !published)
            continue;
        int status = builder_date(f->builder, when, changed ? "modified" : "published", "visible");
        if (status != TS_OK)
            return status;
    }
    return TS_OK;
}

static int add_lines(struct html_facts *f, const struct zone *z) {
    const struct html_page *page = f->page;
    for (uint32_t i = z->first; i < z->end; i++) {
        const struct html_block *b = &page->blocks.at[i];
        if (b->in || b->chars < 6 || b->chars > LINE_CHARS_MAX || is_apart(b->why) ||
            b->why == HTML_MEANS_CAPTION)
            continue;
        bool above = i <= z->body && i + 2 >= f->title_block;
        bool first = f->builder->article->dates.n == 0;
        bool near = above || (b->why == HTML_MEANS_HEAD && (first || i <= z->body + HEAD_INSIDE));
        int status = add_line(f, b, near);
        if (status != TS_OK)
            return status;
    }
    return TS_OK;
}

/* ---- Which of them it is */

static bool sensible(const struct when *w) {
    return w->year >= 1990 && w->year <= 2100;
}

/* What the page says outright of its publication stands, also when it is later than the change it
 * names: pages are written, and changed, before they are published. Of two writings of one moment
 * the local one is better. */
static void choose_published(struct html_facts *f) {
    struct article *article = f->builder->article;
    const struct article_date *best = NULL;
    for (uint32_t i = 0; i < article->dates.n; i++) {
        const struct article_date *d = &article->dates.at[i];
        if (str_eq(d->from, STR("user")))
            return;
        if (!str_eq(d->role, STR("published")) || !sensible(&d->when) ||
            str_eq(d->from, STR("url")))
            continue;
        if (!best)
            best = d;
        else if (best->when.has_zone && best->when.zone_minutes == 0 && d->when.has_zone &&
                 d->when.zone_minutes != 0 && when_seconds(&best->when) == when_seconds(&d->when))
            best = d;
    }
    if (best)
        article->published = *best;
}

int html_facts_dates(struct html_facts *f) {
    struct zone z = date_zone(f);
    struct when when;
    int status = add_value(f, f->ld.published, "published", "json-ld");
    if (status == TS_OK)
        status = add_value(f, f->ld.modified, "modified", "json-ld");
    if (status == TS_OK)
        status = add_metas(f, HTML_META_PUBLISHED, "published");
    if (status == TS_OK)
        status = add_metas(f, HTML_META_MODIFIED, "modified");
    if (status == TS_OK)
        status = add_times(f, &z);
    if (status == TS_OK)
        status = add_lines(f, &z);
    if (status == TS_OK && date_text_url(&when, f->url))
        status = builder_date(f->builder, when, "published", "url");
    if (status == TS_OK)
        choose_published(f);
    return status;
}
