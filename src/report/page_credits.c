/* Who is credited, counted or not, and the figures and days that reports give. */
#include "report/page.h"

static void credit_row(struct page *p, const struct credit *k) {
    page_put(p, "<td data-l=\"Credits\">%w</td><td data-l=\"Counted\">", k->name);
    if (k->origin != NO_INDEX) {
        page_put(p, "yes: <a class=\"id o\" href=\"#o%u\">O%u</a>", k->origin + 1, k->origin + 1);
    } else {
        page_put(p, "no");
        if (k->not_counted.n)
            page_put(p, ": %t", k->not_counted);
    }
    page_put(p, "</td><td data-l=\"In its words\">");
    if (k->credit_line) /* it stands outside the text; what it credits is shown */
        page_put(p, "<span class=\"tag\">credit line</span> ");
    page_quote(p, &k->evidence);
    page_put(p, "</td></tr>\n");
}

/* How many credits from the one at i on, of this story, are in the same report. */
static uint32_t run_from(const struct page *p, uint32_t i, uint32_t end) {
    const uint32_t *at = p->credits.at;
    uint32_t last = i;
    while (last < end && p->c->credits.at[at[last]].report == p->c->credits.at[at[i]].report)
        last++;
    return last - i;
}

void page_credits(struct page *p, uint32_t story) {
    uint32_t begin = p->credits.first[story], end = p->credits.first[story + 1];
    if (begin == end)
        return;
    page_put(p, "<section id=\"credits-%u\">\n<h3>Who is credited</h3>\n", story + 1);
    page_table(p, "rows by", "Every credit, counted or not", "Report|Credits|Counted|In its words");
    for (uint32_t i = begin, rows; i < end; i += rows) {
        rows = run_from(p, i, end);
        for (uint32_t k = i; k < i + rows; k++) {
            const struct credit *credit = &p->c->credits.at[p->credits.at[k]];
            page_row_head(p, credit->report, k == i, rows);
            credit_row(p, credit);
        }
    }
    page_table_end(p);
    page_put(p, "</section>\n");
}

/* ---- Figures */

static void value_row(struct page *p, const struct figure_value *v) {
    static const char *const bounds[][2] = {
        {"at_least", "at least "}, {"at_most", "at most "}, {"about", "about "}};
    page_put(p, "<tr><th scope=\"row\">");
    for (unsigned i = 0; i < sizeof bounds / sizeof *bounds; i++)
        if (str_eq(v->bound, str_of(bounds[i][0])))
            page_put(p, "%s", bounds[i][1]);
    page_number(p, v->value);
    page_put(p, str_eq(v->unit, STR("%")) ? "%t" : " %t", v->unit);
    page_put(p, "</th><td data-l=\"Reports\">");
    page_reports(p, v->reports.at, v->reports.n);
    page_put(p, "</td><td data-l=\"In their words\">");
    page_quotes(p, &v->evidence, v->reports.n == 1 ? v->reports.at[0] : NO_INDEX);
    page_put(p, "</td></tr>\n");
}

static void figure_table(struct page *p, const struct figure *f) {
    page_put(p,
             "<table class=\"rows figure\"><caption><span class=\"tag%s\">%s</span> %w <span "
             "class=\"n\">%t</span>"
             "</caption>\n<thead><tr><th scope=\"col\">Value</th><th scope=\"col\">Reports</th>"
             "<th scope=\"col\">In their words</th></tr></thead>\n<tbody>\n",
             f->differs ? " strong" : "", f->differs ? "differs" : "agrees", f->what, f->kind);
    for (uint32_t i = 0; i < f->values.n; i++)
        value_row(p, &f->values.at[i]);
    page_table_end(p);
}

void page_figures(struct page *p, uint32_t story) {
    if (!page_group_count(&p->figures, story))
        return;
    page_put(p, "<section id=\"figures-%u\">\n<h3>Figures</h3>\n", story + 1);
    for (unsigned differs = 2; differs > 0; differs--)
        PAGE_EACH (i, p->figures, story) {
            if (p->c->figures.at[i].differs == (differs == 2))
                figure_table(p, &p->c->figures.at[i]);
        }
    page_put(p, "</section>\n");
}

void page_open_years(struct page *p, uint32_t story) {
    const struct comparison *c = p->c;
    bool any = false;
    for (uint32_t i = 0; i < c->open_years.n; i++) {
        const struct open_year *y = &c->open_years.at[i];
        if (y->story != story)
            continue;
        if (!any) {
            page_put(p, "<section id=\"years-%u\">\n<h3>Days without a year</h3>\n", story + 1);
            page_table(p, "rows", "The year that another report tells",
                       "Report|Its words|With the year|Told by");
        }
        any = true;
        page_put(p, "<tr><td data-l=\"Report\">");
        page_report_short(p, y->report);
        page_put(p, "</td><td data-l=\"Its words\">");
        page_quote(p, &(struct evidence){y->report, y->text, false});
        page_put(p, "</td><td data-l=\"With the year\">%t</td><td data-l=\"Told by\">", y->by_year);
        page_report_short(p, y->by);
        page_put(p, "</td></tr>\n");
    }
    if (any) {
        page_table_end(p);
        page_put(p, "</section>\n");
    }
}
