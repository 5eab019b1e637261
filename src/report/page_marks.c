/*
 * Evidence in the texts. Every stretch that something links to becomes a mark element with the id
 * that the link names. Stretches overlap as they like and elements must nest, so a stretch is drawn
 * in pieces where it crosses another's border or a paragraph's; the first piece has the id, the
 * others have it as their class.
 */
#include "report/page.h"

#include <stdio.h>

enum {
    OPEN_MOST = 16, /* marks open at once; one that is deeper is an anchor without extent: bounds
                       the pieces */
    SPLIT_RULES =
        2000, /* style rules for marks in pieces; beyond, the first piece alone lights up */
    ID_TEXT = 48
};

static struct str place_text(const struct page *p, uint32_t place) {
    const struct article *article = p->c->reports.at[place / 2].article;
    return place % 2 ? article->title : article->text;
}

static bool usable(const struct page *p, uint32_t place, struct span text) {
    return place / 2 < p->c->reports.n && text.start < text.end &&
           text.end <= place_text(p, place).n;
}

/* "r1-120-260", for a title "r1-t-0-20": what the JSON's offsets are, so that one finds the other.
 */
static struct str id_of(char buf[ID_TEXT], const struct page *p, uint32_t place, struct span text) {
    const struct article *article = p->c->reports.at[place / 2].article;
    bool title = place % 2;
    uint32_t start = title ? (uint32_t)utf8_count(str_cut(article->title, 0, text.start))
                           : utf8_index_cp(&article->index, text.start);
    uint32_t end = title ? (uint32_t)utf8_count(str_cut(article->title, 0, text.end))
                         : utf8_index_cp(&article->index, text.end);
    int n = snprintf(buf, ID_TEXT, "r%u-%s%u-%u", (unsigned)place / 2 + 1, title ? "t-" : "",
                     (unsigned)start, (unsigned)end);
    return (struct str){buf, (size_t)n};
}

/* ---- Collecting */

static bool add(struct page *p, uint32_t report, struct span text, bool in_title,
                enum page_mark_kind kind) {
    uint32_t place = report * 2 + in_title;
    if (!usable(p, place, text))
        return true;
    struct page_mark *m = VEC_PUSH(p->arena, &p->marks);
    if (!m)
        return false;
    *m = (struct page_mark){.place = place, .text = text, .kinds = (uint8_t)kind};
    return true;
}

static bool add_list(struct page *p, const struct evidence_list *list, enum page_mark_kind kind) {
    for (uint32_t i = 0; i < list->n; i++)
        if (!add(p, list->at[i].report, list->at[i].text, list->at[i].in_title, kind))
            return false;
    return true;
}

static bool add_claim(struct page *p, const struct claim *claim) {
    if (!add(p, claim->report, claim->text, false, MARK_CLAIM))
        return false;
    for (uint32_t i = 0; i < claim->means.n; i++)
        if (!add(p, claim->report, claim->means.at[i].name, false, MARK_CLAIM))
            return false;
    for (uint32_t i = 0; i < claim->reports.n; i++) {
        const struct claim_report *r = &claim->reports.at[i];
        for (uint32_t u = 0; u < r->uses.n && u < PAGE_USES; u++)
            if (!add(p, r->report, r->uses.at[u].text, false, MARK_CLAIM))
                return false;
    }
    return true;
}

static bool collect(struct page *p) {
    const struct comparison *c = p->c;
    bool ok = true;
    for (uint32_t i = 0; ok && i < c->claims.n; i++)
        ok = add_claim(p, &c->claims.at[i]);
    for (uint32_t i = 0; ok && i < c->origins.n; i++)
        ok = add_list(p, &c->origins.at[i].evidence, MARK_CREDIT);
    for (uint32_t i = 0; ok && i < c->links.n; i++)
        ok = add_list(p, &c->links.at[i].evidence,
                      c->links.at[i].relation == LINK_COPIES ? MARK_COPY : MARK_CREDIT);
    for (uint32_t i = 0; ok && i < c->credits.n; i++) {
        const struct evidence *e = &c->credits.at[i].evidence;
        ok = add(p, e->report, e->text, e->in_title, MARK_CREDIT);
    }
    for (uint32_t i = 0; ok && i < c->copies.n; i++) {
        const struct copy *k = &c->copies.at[i];
        ok = add(p, k->a, k->in_a, false, MARK_COPY) && add(p, k->b, k->in_b, false, MARK_COPY);
    }
    for (uint32_t i = 0; ok && i < c->figures.n; i++)
        for (uint32_t v = 0; ok && v < c->figures.at[i].values.n; v++)
            ok = add_list(p, &c->figures.at[i].values.at[v].evidence, MARK_FIGURE);
    for (uint32_t i = 0; ok && i < c->open_years.n; i++)
        ok = add(p, c->open_years.at[i].report, c->open_years.at[i].text, false, MARK_FIGURE);
    for (uint32_t i = 0; ok && i < c->quotes.n; i++)
        for (uint32_t u = 0; ok && u < c->quotes.at[i].reports.n; u++) {
            const struct quote_use *use = &c->quotes.at[i].reports.at[u];
            ok = add(p, use->report, use->text, false, MARK_QUOTE);
        }
    return ok;
}

static int order(const struct page_mark *a, const struct page_mark *b) {
    if (a->place != b->place)
        return a->place < b->place ? -1 : 1;
    if (a->text.start != b->text.start)
        return a->text.start < b->text.start ? -1 : 1;
    if (a->text.end != b->text.end)
        return a->text.end > b->text.end ? -1 : 1;
    return 0;
}

static void sift(struct page_mark *at, uint32_t root, uint32_t n) {
    struct page_mark held = at[root];
    for (;;) {
        uint64_t child = (uint64_t)root * 2 + 1;
        if (child >= n)
            break;
        if (child + 1 < n && order(&at[child], &at[child + 1]) < 0)
            child++;
        if (order(&held, &at[child]) >= 0)
            break;
        at[root] = at[child];
        root = (uint32_t)child;
    }
    at[root] = held;
}

/* Heapsort: qsort may take memory of its own. */
static void sort(struct page_mark *at, uint32_t n) {
    for (uint32_t i = n / 2; i > 0; i--)
        sift(at, i - 1, n);
    for (uint32_t i = n; i > 1; i--) {
        struct page_mark largest = at[0];
        at[0] = at[i - 1];
        at[i - 1] = largest;
        sift(at, 0, i - 1);
    }
}

static void merge_equal(struct page *p) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < p->marks.n; i++) {
        struct page_mark *m = &p->marks.at[i];
        if (kept && order(&p->marks.at[kept - 1], m) == 0)
            p->marks.at[kept - 1].kinds |= m->kinds;
        else
            p->marks.at[kept++] = *m;
    }
    p->marks.n = kept;
}

/* ---- Drawing; with out NULL only to learn which marks are split */

struct walk {
    struct page *p;
    struct out *out;
    uint32_t next, end;              /* the marks of this text that are still to be opened */
    uint32_t open[OPEN_MOST], depth; /* indices in marks, outermost first */
};

static void open_mark(struct walk *w, uint32_t mark, bool first, bool empty) {
    struct page_mark *m = &w->p->marks.at[mark];
    char buf[ID_TEXT];
    if (!first)
        m->split = true;
    if (!w->out)
        return;
    struct str id = id_of(buf, w->p, m->place, m->text);
    out_puts(w->out, empty ? "<span" : "<mark");
    if (first) {
        out_puts(w->out, " id=\"");
        out_put(w->out, id);
        out_puts(w->out, "\"");
    }
    out_puts(w->out, " class=\"k");
    out_puts(w->out, m->kinds & MARK_CREDIT ? " kc" : "");
    out_puts(w->out, m->kinds & MARK_COPY ? " kp" : "");
    out_puts(w->out, m->kinds & MARK_FIGURE ? " kf" : "");
    out_puts(w->out, m->kinds & MARK_QUOTE ? " kq" : "");
    out_puts(w->out, m->kinds & MARK_CLAIM ? " kl" : "");
    if (!first) {
        out_putc(w->out, ' ');
        out_put(w->out, id);
    }
    out_puts(w->out, empty ? "\"></span>" : "\">");
}

static void close_mark(const struct walk *w) {
    if (w->out)
        out_puts(w->out, "</mark>");
}

/* Ends the marks that end at or before at; those inside one that ends are ended with it and begun
 * anew. */
static void end_marks(struct walk *w, uint32_t at) {
    uint32_t lowest = 0;
    while (lowest < w->depth && w->p->marks.at[w->open[lowest]].text.end > at)
        lowest++;
    for (uint32_t i = lowest; i < w->depth; i++)
        close_mark(w);
    uint32_t kept = lowest;
    for (uint32_t i = lowest; i < w->depth; i++)
        if (w->p->marks.at[w->open[i]].text.end > at) {
            open_mark(w, w->open[i], false, false);
            w->open[kept++] = w->open[i];
        }
    w->depth = kept;
}

static void begin_marks(struct walk *w, uint32_t at) {
    for (; w->next < w->end && w->p->marks.at[w->next].text.start <= at; w->next++) {
        bool ends = w->p->marks.at[w->next].text.end <= at; /* it lies between two paragraphs */
        bool deep = w->depth == OPEN_MOST;
        open_mark(w, w->next, true, ends || deep);
        if (!ends && !deep)
            w->open[w->depth++] = w->next;
    }
}

static uint32_t next_border(const struct walk *w, uint32_t end) {
    uint32_t at = end;
    if (w->next < w->end && w->p->marks.at[w->next].text.start < at)
        at = w->p->marks.at[w->next].text.start;
    for (uint32_t i = 0; i < w->depth; i++)
        if (w->p->marks.at[w->open[i]].text.end < at)
            at = w->p->marks.at[w->open[i]].text.end;
    return at;
}

static void walk_part(struct walk *w, struct str text, struct span part) {
    uint32_t at = part.start, kept = 0;
    for (uint32_t i = 0; i < w->depth; i++)
        if (w->p->marks.at[w->open[i]].text.end > at) {
            open_mark(w, w->open[i], false, false);
            w->open[kept++] = w->open[i];
        }
    w->depth = kept;
    for (;;) {
        begin_marks(w, at);
        if (at >= part.end)
            break;
        uint32_t to = next_border(w, part.end);
        if (w->out)
            page_escape(w->out, str_cut(text, at, to));
        at = to;
        if (at < part.end)
            end_marks(w, at);
        else
            break;
    }
    for (uint32_t i = 0; i < w->depth; i++)
        close_mark(w);
}

/* What was not reached, because no paragraph holds it, becomes anchors: each link finds something.
 */
static void walk_place(struct page *p, struct out *out, uint32_t place,
                       const struct paragraph *parts, uint32_t count, const char *css_class) {
    struct walk w = {.p = p, .out = out, .next = p->marks_of[place], .end = p->marks_of[place + 1]};
    for (uint32_t i = 0; i < count; i++) {
        if (out)
            page_put(p, "<p%s dir=\"auto\">", css_class);
        walk_part(&w, place_text(p, place), parts[i].text);
        if (out)
            page_put(p, "</p>\n");
    }
    w.depth = 0;
    begin_marks(&w, UINT32_MAX);
}

static void walk_report(struct page *p, struct out *out, uint32_t report) {
    const struct article *article = p->c->reports.at[report].article;
    struct paragraph whole = {.text = {0, (uint32_t)article->text.n}};
    struct paragraph title = {.text = {0, (uint32_t)article->title.n}};
    walk_place(p, out, report * 2 + 1, &title, article->title.n > 0, " class=\"title\"");
    if (article->paragraphs.n)
        walk_place(p, out, report * 2, article->paragraphs.at, article->paragraphs.n, "");
    else
        walk_place(p, out, report * 2, &whole, article->text.n > 0, "");
}

int page_marks_make(struct page *p, struct ts_error *err) {
    uint32_t places = p->c->reports.n * 2;
    uint32_t *first = arena_zero(p->arena, (size_t)places + 1, sizeof *first);
    if (!first || !collect(p))
        return arena_fail(p->arena, err);
    sort(p->marks.at, p->marks.n);
    merge_equal(p);
    for (uint32_t place = 0, i = 0; place <= places; place++) {
        while (i < p->marks.n && p->marks.at[i].place < place)
            i++;
        first[place] = i;
    }
    p->marks_of = first;
    for (uint32_t r = 0; r < p->c->reports.n; r++)
        walk_report(p, NULL, r);
    return TS_OK;
}

void page_marked(struct page *p, uint32_t report) {
    walk_report(p, p->out, report);
}

/* Rules for the pieces of a mark while it is the target, and for the marks inside them. */
static void split_rules(struct buf *css, struct str id) {
    const struct str parts[] = {
        STR(":root:has(#"),
        id,
        STR(":target) ."),
        id,
        STR("{outline:2px solid var(--ink);outline-offset:1px}\n"),
        STR(":root:has(#"),
        id,
        STR(":target) :is(."),
        id,
        STR(",."),
        id,
        STR(" .k){background:var(--hit);color:var(--on-hit)}\n"),
    };
    for (unsigned i = 0; i < sizeof parts / sizeof *parts; i++)
        buf_put(css, parts[i]);
}

bool page_marks_style(struct buf *css, const struct page *p) {
    uint32_t rules = 0;
    for (uint32_t i = 0; i < p->marks.n && rules < SPLIT_RULES; i++) {
        const struct page_mark *m = &p->marks.at[i];
        char buf[ID_TEXT];
        if (!m->split)
            continue;
        struct str id = id_of(buf, p, m->place, m->text);
        split_rules(css, id);
        rules++;
    }
    return !css->failed;
}

/* ---- Links to them */

void page_link(struct page *p, uint32_t report, struct span text) {
    char buf[ID_TEXT];
    if (usable(p, report * 2, text))
        page_put(p, "<a class=\"go\" href=\"#%t\">in the text</a>",
                 id_of(buf, p, report * 2, text));
}

void page_link_label(struct page *p, uint32_t report, struct span text, const char *sign,
                     const char *label) {
    char buf[ID_TEXT];
    bool linked = usable(p, report * 2, text);
    if (linked)
        page_put(p, "<a class=\"use\" href=\"#%t\">", id_of(buf, p, report * 2, text));
    if (sign[0])
        page_put(p, "<span class=\"sign\" aria-hidden=\"true\">%s</span> ", sign);
    page_put(p, "%s", label);
    if (linked)
        page_put(p, "<span class=\"vh\">, in the text of R%u</span></a>", report + 1);
}

void page_quote(struct page *p, const struct evidence *e) {
    uint32_t place = e->report * 2 + e->in_title;
    char buf[ID_TEXT];
    if (!usable(p, place, e->text))
        return;
    page_put(p, "<a class=\"e\" href=\"#%t\"><q>%w</q></a>%s", id_of(buf, p, place, e->text),
             str_span(place_text(p, place), e->text),
             e->in_title ? " <span class=\"n\">in the title</span>" : "");
}

static void quote_item(struct page *p, const struct evidence *e, uint32_t known) {
    page_put(p, "<div class=\"ev\">");
    if (e->report != known) {
        page_report_short(p, e->report);
        page_put(p, " ");
    }
    page_quote(p, e);
    page_put(p, "</div>");
}

void page_quotes(struct page *p, const struct evidence_list *list, uint32_t known) {
    enum { SHOWN = 2, SHOWN_BYTES = 360 }; /* at once; the rest on demand */
    uint32_t shown = 0;
    while (shown < list->n && shown < SHOWN &&
           list->at[shown].text.end - list->at[shown].text.start <= SHOWN_BYTES)
        quote_item(p, &list->at[shown++], known);
    if (shown == list->n)
        return;
    page_put(p, "<details><summary>");
    page_count(p, list->n - shown, shown ? "more place" : "place",
               shown ? "more places" : "places");
    page_put(p, "</summary>");
    for (uint32_t i = shown; i < list->n; i++)
        quote_item(p, &list->at[i], known);
    page_put(p, "</details>");
}
