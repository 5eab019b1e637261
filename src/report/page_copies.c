/* Copies side by side, and who said what: the two places where wordings are compared. */
#include "report/page.h"

/* ---- Copies. They come ordered by pair of reports. */

static void pair_head(struct page *p, uint32_t a, uint32_t b) {
    const struct share *s = page_share_of(p, a, b);
    page_put(p, "<div class=\"pair\"><h4>");
    page_report(p, a);
    page_put(p, " <span class=\"n\">and</span> ");
    page_report(p, b);
    page_put(p, "</h4>\n");
    if (s) {
        page_put(p, "<p class=\"n\">");
        page_share(p, s->of_a);
        page_put(p, " of the words of R%u are also in R%u; ", a + 1, b + 1);
        page_share(p, s->of_b);
        page_put(p, " of R%u in R%u</p>\n", b + 1, a + 1);
    }
}

static void copy_side(struct page *p, uint32_t report, struct span span, unsigned side,
                      bool compared) {
    struct str text = str_span(p->c->reports.at[report].article->text, span);
    page_put(p, "<div>");
    page_report_short(p, report);
    page_put(p, " <bdi class=\"w\">");
    if (compared)
        page_words_put(p, text, side);
    else
        page_escape(p->out, text);
    page_put(p, "</bdi> ");
    page_link(p, report, span);
    page_put(p, "</div>");
}

static void copy_item(struct page *p, const struct copy *k) {
    page_put(p, "<div class=\"copy\"><p class=\"n\">");
    page_count(p, k->words, "word", "words");
    page_put(p, k->exact ? ", the same</p>"
                         : ", lightly edited; words that differ are underlined</p>");
    page_put(p, "<div class=\"two\">");
    if (!k->exact)
        page_words_compare(p, str_span(p->c->reports.at[k->a].article->text, k->in_a),
                           str_span(p->c->reports.at[k->b].article->text, k->in_b));
    copy_side(p, k->a, k->in_a, 0, !k->exact);
    copy_side(p, k->b, k->in_b, 1, !k->exact);
    page_put(p, "</div></div>\n");
}

void page_copies(struct page *p, uint32_t story) {
    const struct copy *before = NULL;
    if (!page_group_count(&p->copies, story))
        return;
    if (story < p->c->stories.n)
        page_put(p, "<section id=\"copies-%u\">\n<h3>Copies side by side</h3>\n", story + 1);
    else
        page_put(p, "<section id=\"copies-outside\">\n<h2>Copies outside a story</h2>\n"
                    "<h3>Reports that share text and are not one story</h3>\n");
    PAGE_EACH (i, p->copies, story) {
        const struct copy *k = &p->c->copies.at[i];
        if (!before || before->a != k->a || before->b != k->b) {
            page_put(p, before ? "</div>\n" : "");
            pair_head(p, k->a, k->b);
        }
        copy_item(p, k);
        before = k;
    }
    page_put(p, "</div>\n</section>\n");
}

/* ---- Quotations */

static void quote_use(struct page *p, const struct quote *q, const struct quote_use *u) {
    page_put(p, "<li>");
    page_report(p, u->report);
    page_put(p, " ");
    if (u->altered) {
        struct str text = str_span(p->c->reports.at[u->report].article->text, u->text);
        page_words_compare(p, q->text, text);
        page_put(p, "<span class=\"tag strong\">altered</span> <bdi class=\"w\">");
        page_words_put(p, text, 1);
        page_put(p, "</bdi> ");
    }
    page_link(p, u->report, u->text);
    page_put(p, "</li>\n");
}

static void quote_item(struct page *p, const struct quote *q) {
    page_put(p, "<div class=\"quote%s\"><blockquote><p>%w</p></blockquote>\n",
             q->reports.n == 1 ? " one" : "", q->text);
    if (q->speaker.n)
        page_put(p, "<p><span class=\"n\">said by</span> %w</p>\n", q->speaker);
    else
        page_put(p, "<p class=\"n\">the text beside it names no speaker</p>\n");
    page_put(p, "<ul class=\"plain\">\n");
    for (uint32_t i = 0; i < q->reports.n; i++)
        quote_use(p, q, &q->reports.at[i]);
    page_put(p, "</ul></div>\n");
}

void page_spoken(struct page *p, uint32_t story) {
    bool inside = story < p->c->stories.n;
    if (!page_group_count(&p->quotes, story))
        return;
    if (inside)
        page_put(p, "<section id=\"quotes-%u\">\n<h3>Who said what</h3>\n", story + 1);
    else
        page_put(p, "<section>\n<h3>Who said what in them</h3>\n");
    for (unsigned shared = 2; shared > 0; shared--) /* what several reports quote comes first */
        PAGE_EACH (i, p->quotes, story) {
            if ((p->c->quotes.at[i].reports.n > 1) == (shared == 2))
                quote_item(p, &p->c->quotes.at[i]);
        }
    page_put(p, "</section>\n");
}
