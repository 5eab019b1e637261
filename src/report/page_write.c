/* The page of a comparison: one HTML file that needs nothing beside it. */
#include "report/page.h"

#include "twosource/version.h"

/* ---- Contents */

static void nav_item(struct page *p, const char *target, const char *label) {
    page_put(p, "<li><a href=\"#%s\">%s</a></li>", target, label);
}

static void nav_part(struct page *p, const char *part, uint32_t story, const char *label) {
    page_put(p, "<li><a href=\"#%s-%u\">%s</a></li>", part, story + 1, label);
}

static void nav_story(struct page *p, uint32_t story) {
    const struct story *s = &p->c->stories.at[story];
    page_put(p, "<li><a href=\"#story-%u\">", story + 1);
    page_put(p, p->c->stories.n > 1 ? "Story %u" : "The story", story + 1);
    page_put(p, "</a>");
    if (p->c->stories.n > 1) {
        page_put(p, "</li>");
        return;
    }
    page_put(p, "</li>");
    if (s->supporting.at_most || page_group_count(&p->links, story) || s->unsourced.n)
        nav_part(p, "origins", story, "Where it comes from");
    if (page_has_claims(p, story))
        nav_part(p, "claims", story, "Claims");
    if (page_group_count(&p->only_in, story))
        nav_part(p, "only", story, "Only in one report");
    if (page_group_count(&p->origins, story) || page_group_count(&p->links, story))
        nav_part(p, "words", story, "Whose word it is");
    if (page_group_count(&p->credits, story))
        nav_part(p, "credits", story, "Who is credited");
    if (page_group_count(&p->copies, story))
        nav_part(p, "copies", story, "Copies");
    if (page_group_count(&p->figures, story))
        nav_part(p, "figures", story, "Figures");
    if (page_group_count(&p->quotes, story))
        nav_part(p, "quotes", story, "Who said what");
}

static void nav(struct page *p) {
    const struct comparison *c = p->c;
    page_put(p, "<nav aria-label=\"Contents\"><ul>");
    for (uint32_t i = 0; i < c->stories.n; i++)
        nav_story(p, i);
    if (page_group_count(&p->copies, c->stories.n))
        nav_item(p, "copies-outside", "Copies outside a story");
    if (c->reports.n)
        nav_item(p, "reports", "The reports");
    if (page_group_count(&p->reports, c->stories.n))
        nav_item(p, "alone", "Alone");
    if (c->skipped.n)
        nav_item(p, "skipped", "Skipped");
    if (c->cannot_tell.n)
        nav_item(p, "cannot-tell", "What this cannot tell");
    nav_item(p, "making", "How it was made");
    if (c->reports.n)
        nav_item(p, "texts", "The texts");
    page_put(p, "</ul></nav>\n");
}

/* ---- The whole */

static void head(struct page *p) {
    page_put(p, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page_style(p);
    page_put(p, "<meta name=\"referrer\" content=\"no-referrer\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<meta name=\"color-scheme\" content=\"light dark\">\n<title>Comparison of ");
    page_count(p, p->c->reports.n, "report", "reports");
    page_put(p, " – twosource</title>\n</head>\n");
}

static void body(struct page *p) {
    page_put(p, "<body id=\"top\">\n<a class=\"skip\" href=\"#main\">To the content</a>\n<header>\n"
                "<p class=\"brand\">twosource</p>\n<h1>Comparison of ");
    page_count(p, p->c->reports.n, "report", "reports");
    page_put(p, "</h1>\n");
    page_strip(p);
    nav(p);
    page_put(p, "</header>\n<main id=\"main\">\n");
    for (uint32_t i = 0; i < p->c->stories.n; i++)
        page_story(p, i);
    page_copies(p, p->c->stories.n);
    page_cards(p);
    page_alone(p);
    page_skipped(p);
    page_cannot_tell(p);
    page_making(p);
    page_texts(p);
    page_put(p,
             "</main>\n<footer><p>Made by twosource %t from the files named above. Everything it "
             "says of the news is "
             "quoted.</p></footer>\n</body>\n</html>\n",
             STR(TS_VERSION));
}

int report_comparison_html(struct out *o, struct arena *a, const struct comparison *c,
                           struct ts_error *err) {
    struct page page = {.out = o, .arena = a, .c = c};
    int status = page_groups_make(&page, err);
    if (status == TS_OK)
        status = page_marks_make(&page, err);
    if (status != TS_OK)
        return status;
    head(&page);
    body(&page);
    return page.failed ? arena_fail(a, err) : TS_OK;
}
