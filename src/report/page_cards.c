/* The reports: what is known of each and where it was found; those that stand alone; inputs that
 * gave none. */
#include "report/page.h"

#include "report/labels.h"

static void fact(struct page *p, const char *label) {
    page_put(p, "<div><dt>%s</dt><dd>", label);
}

static void fact_end(struct page *p) {
    page_put(p, "</dd></div>\n");
}

/* A field that users look for is said to be absent, so that nobody thinks it was overlooked. */
static void absent(struct page *p, const char *label) {
    page_put(p, "<div><dt>%s</dt><dd class=\"n\">not found</dd></div>\n", label);
}

static void plain_fact(struct page *p, const char *label, struct str value) {
    if (value.n)
        page_put(p, "<div><dt>%s</dt><dd class=\"u\">%i</dd></div>\n", label, value);
}

static void words_fact(struct page *p, const char *label, struct str words) {
    if (!words.n)
        return;
    fact(p, label);
    page_put(p, "%w", words);
    fact_end(p);
}

static void url_fact(struct page *p, const char *label, struct str url) {
    if (!url.n)
        return;
    fact(p, label);
    page_url(p, url);
    fact_end(p);
}

/* ---- Who, what, when */

static void byline(struct page *p, const struct article *a) {
    if (!a->byline.n)
        return;
    fact(p, "Byline");
    for (uint32_t i = 0; i < a->byline.n; i++)
        page_put(p, i ? ", %w" : "%w", a->byline.at[i]);
    fact_end(p);
}

static void chosen_date(struct page *p, const char *label, const struct article_date *date) {
    if (date->when.precision == WHEN_NONE)
        return;
    fact(p, label);
    page_when(p, &date->when);
    page_put(p, " <span class=\"n\">from %t</span>", date->from);
    fact_end(p);
}

static void dates(struct page *p, const struct article *a) {
    if (a->published.when.precision == WHEN_NONE)
        absent(p, "Published");
    chosen_date(p, "Published", &a->published);
    chosen_date(p, "Modified", &a->modified);
    if (a->dates.n < 2 && a->published.when.precision != WHEN_NONE)
        return;
    if (!a->dates.n)
        return;
    fact(p, "Dates found");
    page_put(p, "<ul class=\"plain\">");
    for (uint32_t i = 0; i < a->dates.n; i++) {
        page_put(p, "<li>");
        page_when(p, &a->dates.at[i].when);
        page_put(p, " <span class=\"n\">%t, from %t</span></li>", a->dates.at[i].role,
                 a->dates.at[i].from);
    }
    page_put(p, "</ul>");
    fact_end(p);
}

static void kind(struct page *p, const struct report *r) {
    fact(p, "Kind");
    struct str name = str_of(article_kind_name(r->article->kind));
    for (struct str rest = name; rest.at;) {
        struct str part = str_split(&rest, '_');
        page_put(p, rest.at ? "%t " : "%t", part);
    }
    if (r->article->kind_because.n)
        page_put(p, " <span class=\"n\">because</span> %i", r->article->kind_because);
    fact_end(p);
}

static void flags(struct page *p, const struct article *a) {
    if (!a->flags.n)
        return;
    fact(p, "Flags");
    for (uint32_t i = 0; i < a->flags.n; i++)
        page_put(p, i ? ", <code>%t</code>" : "<code>%t</code>", a->flags.at[i]);
    fact_end(p);
}

/* ---- Copied text */

static void shares(struct page *p, uint32_t report) {
    if (!page_group_count(&p->shares, report))
        return;
    fact(p, "Shared text");
    page_put(p, "<ul class=\"plain\">");
    PAGE_EACH (i, p->shares, report) {
        const struct share *s = &p->c->shares.at[i / 2];
        bool second = i % 2;
        page_put(p, "<li>");
        page_share(p, second ? s->of_b : s->of_a);
        page_put(p, " of its words are in ");
        page_report(p, second ? s->a : s->b);
        page_put(p, " <span class=\"n\">(");
        page_share(p, second ? s->of_a : s->of_b);
        page_put(p, " of that)</span></li>");
    }
    page_put(p, "</ul>");
    fact_end(p);
}

static void copied_from(struct page *p, uint32_t report) {
    bool any = false;
    PAGE_EACH (i, p->links_from, report) {
        const struct link *l = &p->c->links.at[i];
        if (l->relation != LINK_COPIES || l->direction_unknown)
            continue;
        if (!any)
            fact(p, "Copied from");
        page_put(p, any ? ", " : "");
        any = true;
        if (l->to_report != NO_INDEX)
            page_report(p, l->to_report);
        else if (l->origin != NO_INDEX)
            page_origin(p, l->origin);
        page_put(p, " ");
        page_share(p, l->share);
    }
    if (any)
        fact_end(p);
}

/* ---- What was left out, and the links of the text */

static void source_bytes(struct page *p, const struct article *a, struct range_run run) {
    for (uint32_t i = 0; i < run.count && run.first + i < a->ranges.n; i++) {
        const struct byte_range *range = &a->ranges.at[run.first + i];
        page_put(p, i ? ", %u–%u" : "%u–%u", range->start, range->end);
    }
}

static void left_out(struct page *p, const struct article *a) {
    if (!a->left_out.n)
        return;
    page_put(p, "<details><summary>Left out of the text: ");
    page_count(p, a->left_out.n, "stretch", "stretches");
    page_put(p, "</summary>\n");
    page_table(p, "rows", "What the file has and the text has not",
               "Why|Its first words|Bytes of the file");
    for (uint32_t i = 0; i < a->left_out.n; i++) {
        page_put(p,
                 "<tr><td data-l=\"Why\">%t</td><td data-l=\"Its first words\">%w</td>"
                 "<td class=\"num\" data-l=\"Bytes of the file\">",
                 a->left_out.at[i].why, a->left_out.at[i].text);
        source_bytes(p, a, a->left_out.at[i].source);
        page_put(p, "</td></tr>\n");
    }
    page_table_end(p);
    page_put(p, "</details>\n");
}

static void text_links(struct page *p, const struct article *a) {
    if (!a->links.n)
        return;
    page_put(p, "<details><summary>Links in the text: ");
    page_number(p, a->links.n);
    page_put(p, "</summary>\n<ul class=\"plain\">\n");
    for (uint32_t i = 0; i < a->links.n; i++) {
        struct span span = a->links.at[i].text;
        page_put(p, "<li>");
        if (span.start < span.end && span.end <= a->text.n)
            page_put(p, "%w <span class=\"n\">to</span> ", str_span(a->text, span));
        page_url(p, a->links.at[i].href);
        page_put(p, "</li>\n");
    }
    page_put(p, "</ul></details>\n");
}

/* ---- The card */

static void source(struct page *p, const struct article *a) {
    const struct article_source *s = &a->source;
    plain_fact(p, s->path.at ? "File" : "Address", s->path.at ? s->path : s->url);
    fact(p, "Size and form");
    page_number(p, (double)s->bytes);
    page_put(p, " bytes");
    if (s->media_type.n)
        page_put(p, ", %t", s->media_type);
    if (s->charset.n)
        page_put(p, ", %t", s->charset);
    fact_end(p);
    fact(p, "SHA-256");
    page_put(p, "<code class=\"hash\">%t</code>", str_of(s->sha256));
    fact_end(p);
}

static void card(struct page *p, uint32_t report) {
    const struct report *r = &p->c->reports.at[report];
    const struct article *a = r->article;
    page_put(p, "<article class=\"card\" id=\"r%u\">\n<h3><span class=\"id\">R%u</span> ",
             report + 1, report + 1);
    page_report_name(p, report);
    page_put(p, "</h3>\n");
    if (a->title.n) {
        page_put(p, "<p class=\"headline\"");
        page_lang(p, a->language);
        page_put(p, "><a class=\"e\" href=\"#text-r%u\">%w</a></p>\n", report + 1, a->title);
    } else if (a->text.n) {
        page_put(p, "<p class=\"headline\"><a class=\"go\" href=\"#text-r%u\">its text</a></p>\n",
                 report + 1);
    }
    page_put(p, "<dl class=\"facts\">\n");
    if (!a->outlet_name.n)
        absent(p, "Outlet");
    plain_fact(p, "Domain", a->outlet_domain);
    byline(p, a);
    words_fact(p, "Dateline", a->dateline);
    dates(p, a);
    kind(p, r);
    plain_fact(p, "Language", a->language);
    shares(p, report);
    copied_from(p, report);
    flags(p, a);
    url_fact(p, "Address", a->url);
    if (!str_eq(a->canonical_url, a->url))
        url_fact(p, "Canonical address", a->canonical_url);
    source(p, a);
    page_put(p, "</dl>\n");
    left_out(p, a);
    text_links(p, a);
    page_put(p, "</article>\n");
}

void page_cards(struct page *p) {
    if (!p->c->reports.n)
        return;
    page_put(p, "<section id=\"reports\">\n<h2>The reports</h2>\n<div class=\"cards\">\n");
    for (uint32_t i = 0; i < p->c->reports.n; i++)
        card(p, i);
    page_put(p, "</div>\n</section>\n");
}

/* ---- Alone and skipped */

static void why_alone(struct page *p, uint32_t report) {
    const struct report *r = &p->c->reports.at[report];
    page_put(p, "<li>");
    page_report(p, report);
    if (r->alone_because_unfit) {
        page_put(p, "<br>not compared: %s", labels_unfit(r));
        if (!r->analysis->supported && r->article->language.n)
            page_put(p, " (%i)", r->article->language);
    }
    PAGE_EACH (i, p->misses, report) {
        const struct page_miss *m = &p->miss.at[i];
        page_put(p, "<br><span class=\"n\">not part of <a href=\"#story-%u\">", m->story + 1);
        page_put(p, p->c->stories.n > 1 ? "story %u" : "the story", m->story + 1);
        page_put(p, "</a>:</span> %i", p->c->stories.at[m->story].near_misses.at[m->miss].why_not);
    }
    page_put(p, "</li>\n");
}

void page_alone(struct page *p) {
    uint32_t none = p->c->stories.n;
    if (!page_group_count(&p->reports, none))
        return;
    page_put(p,
             "<section id=\"alone\">\n<h2>Reports that stand alone</h2>\n<ul class=\"plain\">\n");
    PAGE_EACH (i, p->reports, none) {
        why_alone(p, i);
    }
    page_put(p, "</ul>\n");
    page_credits(p, none);
    page_spoken(p, none);
    page_put(p, "</section>\n");
}

void page_skipped(struct page *p) {
    const struct comparison *c = p->c;
    if (!c->skipped.n)
        return;
    page_put(p, "<section id=\"skipped\">\n<h2>Inputs that were skipped</h2>\n");
    page_table(p, "rows", "They gave no report", "Input|Outcome|What was wrong");
    for (uint32_t i = 0; i < c->skipped.n; i++)
        page_put(
            p,
            "<tr><th scope=\"row\" class=\"u\">%i</th><td data-l=\"Outcome\"><code>%t</code></td>"
            "<td data-l=\"What was wrong\">%i</td></tr>\n",
            c->skipped.at[i].path, c->skipped.at[i].outcome, c->skipped.at[i].message);
    page_table_end(p);
    page_put(p, "</section>\n");
}
