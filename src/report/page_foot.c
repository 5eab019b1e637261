/* The foot of the page: what it cannot tell, how it was made, and the texts that everything above
 * links to. */
#include "report/page.h"

#include "compare/compare.h"
#include "report/labels.h"
#include "twosource/version.h"

void page_cannot_tell(struct page *p) {
    const struct comparison *c = p->c;
    if (!c->cannot_tell.n)
        return;
    page_put(p, "<section id=\"cannot-tell\">\n<h2>What this cannot tell</h2>\n<ul>\n");
    for (uint32_t i = 0; i < c->cannot_tell.n; i++) {
        page_put(p, "<li>%i <span class=\"n\">", c->cannot_tell.at[i].question);
        page_reports(p, c->cannot_tell.at[i].reports.at, c->cannot_tell.at[i].reports.n);
        page_put(p, "</span></li>\n");
    }
    page_put(p, "</ul>\n</section>\n");
}

/* ---- How it was made */

static void settings(struct page *p) {
    const struct comparison *c = p->c;
    page_put(p, "<dl class=\"facts\">\n<div><dt>Program</dt><dd>twosource %t</dd></div>\n",
             STR(TS_VERSION));
    if (c->rules_off.n) {
        page_put(p, "<div><dt>Rules switched off</dt><dd><ul class=\"plain\">");
        for (uint32_t i = 0; i < c->rules_off.n; i++)
            page_put(p, "<li><code>%t</code> %t</li>", c->rules_off.at[i],
                     compare_rule_text(c->rules_off.at[i]));
        page_put(p, "</ul></dd></div>\n");
    }
    if (c->overrides.n) {
        page_put(p, "<div><dt>Grouping set by the user</dt><dd><ul class=\"plain\">");
        for (uint32_t i = 0; i < c->overrides.n; i++)
            page_put(p, "<li>%t: %i <span class=\"n\">and</span> %i</li>", c->overrides.at[i].kind,
                     c->overrides.at[i].a, c->overrides.at[i].b);
        page_put(p, "</ul></dd></div>\n");
    }
    page_put(p, "</dl>\n");
}

static void inputs(struct page *p) {
    const struct comparison *c = p->c;
    if (!c->reports.n)
        return;
    page_table(p, "rows", "The inputs", "Report|Input|Bytes|SHA-256");
    for (uint32_t i = 0; i < c->reports.n; i++) {
        const struct article_source *s = &c->reports.at[i].article->source;
        page_put(p, "<tr><th scope=\"row\">");
        page_report_short(p, i);
        page_put(p,
                 "</th><td class=\"u\" data-l=\"Input\">%i</td><td class=\"num\" data-l=\"Bytes\">",
                 s->path.at ? s->path : s->url);
        page_number(p, (double)s->bytes);
        page_put(p, "</td><td data-l=\"SHA-256\"><code class=\"hash\">%t</code></td></tr>\n",
                 str_of(s->sha256));
    }
    page_table_end(p);
}

void page_making(struct page *p) {
    page_put(p, "<section id=\"making\">\n<h2>How this was made</h2>\n");
    settings(p);
    page_put(p, "<ul>\n<li>This form compares ");
    page_put(p, p->c->stories_only
                    ? "which reports tell of the same event, and nothing else.</li>\n"
                    : "credits, copied text, own checks, claims, figures and quotations.</li>\n");
    page_put(
        p, "<li>It does not say what is true, and rates no outlet.</li>\n"
           "<li>Words in the serif typeface are copied from the reports. The rest are the "
           "program’s labels.</li>\n"
           "<li>Control characters and direction overrides in the texts are shown as "
           "\xEF\xBF\xBD.</li>\n"
           "<li>The page loads nothing and runs nothing. Links to the web open only when they are "
           "followed.</li>\n</ul>\n");
    inputs(p);
    page_put(p, "</section>\n");
}

/* ---- The texts */

static void text_head(struct page *p, uint32_t report) {
    const struct report *r = &p->c->reports.at[report];
    page_put(p, "<article class=\"text\" id=\"text-r%u\"", report + 1);
    page_lang(p, r->article->language);
    page_put(p, ">\n<h3 lang=\"en\">");
    page_report(p, report);
    page_put(p, "</h3>\n");
}

static void mark_legend(struct page *p) {
    static const char *const labels[][2] = {{"kc", "credit or source"},
                                            {"kp", "copied text"},
                                            {"kf", "figure"},
                                            {"kq", "quotation"},
                                            {"kl", "claim"}};
    unsigned kinds = 0;
    for (uint32_t i = 0; i < p->marks.n; i++)
        kinds |= p->marks.at[i].kinds;
    if (!kinds)
        return;
    page_put(p, "<ul class=\"legend\">");
    for (unsigned i = 0; i < sizeof labels / sizeof *labels; i++)
        if (kinds & 1u << i)
            page_put(p, "<li><mark class=\"k %s\">%s</mark></li>", labels[i][0], labels[i][1]);
    page_put(p, "</ul>\n");
}

void page_texts(struct page *p) {
    bool any = false;
    for (uint32_t i = 0; i < p->c->reports.n; i++) {
        const struct article *a = p->c->reports.at[i].article;
        if (!a->text.n && !a->title.n)
            continue;
        if (!any) {
            page_put(p, "<section id=\"texts\">\n<h2>The texts</h2>\n");
            mark_legend(p);
        }
        any = true;
        text_head(p, i);
        page_marked(p, i);
        page_put(p,
                 "<p class=\"back\" lang=\"en\"><a href=\"#top\">to the top</a></p>\n</article>\n");
    }
    page_put(p, any ? "</section>\n" : "");
}
