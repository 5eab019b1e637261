/* The claims of a story: those of several reports, single-origin and unsourced first, and those
 * that one report alone has. */
#include "report/page_claims.h"

#include "compare/compare.h"

enum {
    COLUMNS_MOST = 6, /* reports that have a column each; more become a list under each claim */
    DRAWN_MOST = 20,  /* claims of a story with a drawing, */
    PAGE_DRAWN_MOST = 200, /* and of a page */
    ONLY_SHOWN = 6,        /* claims of one report at once; the rest on demand */
    SILENT_NAMED = 6
};

static bool is_shared(const struct claim *claim) {
    return claim->reports.n > 1;
}

bool page_has_claims(const struct page *p, uint32_t story) {
    PAGE_EACH (i, p->claims, story) {
        if (is_shared(&p->c->claims.at[i]))
            return true;
    }
    return false;
}

static bool may_draw(struct page *p, uint32_t *drawn) {
    if (*drawn == DRAWN_MOST || p->drawn == PAGE_DRAWN_MOST)
        return false;
    ++*drawn;
    p->drawn++;
    return true;
}

/* ---- A table, with a column a report */

static const struct claim_report *telling(const struct claim *claim, uint32_t report) {
    for (uint32_t i = 0; i < claim->reports.n; i++)
        if (claim->reports.at[i].report == report)
            return &claim->reports.at[i];
    return NULL;
}

static void table_head(struct page *p, uint32_t story, const char *heading) {
    const struct story *s = &p->c->stories.at[story];
    page_put(p, "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"%s", heading);
    if (p->c->stories.n > 1) /* landmarks have names of their own */
        page_put(p, ", story %u", story + 1);
    page_put(
        p, "\">\n<table class=\"rows claims\"><caption>+ states it, − denies it, ± does both, · is "
           "silent</caption>\n<thead><tr>"
           "<th scope=\"col\">Claim</th><th scope=\"col\">Independent origins</th>");
    for (uint32_t i = 0; i < s->reports.n; i++) {
        page_put(p, "<th scope=\"col\">");
        page_report(p, s->reports.at[i]);
        page_put(p, "</th>");
    }
    page_put(p, "</tr></thead>\n<tbody>\n");
}

static void table_row(struct page *p, const struct story *s, uint32_t number, bool drawn) {
    const struct claim *claim = &p->c->claims.at[number];
    page_put(p, "<tr id=\"c%u\"><th scope=\"row\">", number + 1);
    claim_words(p, number);
    page_put(p, "</th><td data-l=\"Independent origins\">");
    claim_count(p, claim);
    page_put(p, "</td>");
    for (uint32_t i = 0; i < s->reports.n; i++) {
        page_put(p, "<td data-l=\"R%u\">", s->reports.at[i] + 1);
        claim_cell(p, telling(claim, s->reports.at[i]));
        page_put(p, "</td>");
    }
    page_put(p, "</tr>\n<tr class=\"more\"><td colspan=\"%u\">", s->reports.n + 2);
    claim_counting(p, number, drawn);
    page_put(p, "</td></tr>\n");
}

/* ---- A list, with the reports under each claim */

static void silent(struct page *p, const struct story *s, const struct claim *claim) {
    uint32_t count = s->reports.n - claim->reports.n, listed = 0;
    if (!count)
        return;
    page_put(p, "<li class=\"n\"><span class=\"sign\" aria-hidden=\"true\">·</span> silent: ");
    if (count > SILENT_NAMED)
        page_put(p, "%u other reports", count);
    for (uint32_t i = 0, k = 0; i < s->reports.n && count <= SILENT_NAMED; i++) {
        while (k < claim->reports.n && claim->reports.at[k].report < s->reports.at[i])
            k++;
        if (k < claim->reports.n && claim->reports.at[k].report == s->reports.at[i])
            continue;
        page_put(p, listed++ ? ", " : "");
        page_report_short(p, s->reports.at[i]);
    }
    page_put(p, "</li>\n");
}

static void list_item(struct page *p, const struct story *s, uint32_t number, bool drawn) {
    const struct claim *claim = &p->c->claims.at[number];
    page_put(p, "<li id=\"c%u\"><div class=\"what\"><p class=\"said\">", number + 1);
    claim_words(p, number);
    page_put(p, "</p>\n<div class=\"count\">");
    claim_count(p, claim);
    page_put(p, "</div></div>\n<ul class=\"cells\">\n");
    for (uint32_t i = 0; i < claim->reports.n; i++) {
        page_put(p, "<li>");
        page_report_short(p, claim->reports.at[i].report);
        page_put(p, " ");
        claim_cell(p, &claim->reports.at[i]);
        page_put(p, "</li>\n");
    }
    silent(p, s, claim);
    page_put(p, "</ul>\n");
    claim_counting(p, number, drawn);
    page_put(p, "</li>\n");
}

/* ---- The section */

/* The claims that rest on one origin or none (narrow), or the others. */
static void claims_of(struct page *p, uint32_t story, bool narrow, uint32_t *drawn) {
    const struct story *s = &p->c->stories.at[story];
    const char *heading = narrow ? "One origin, or none" : "More than one origin, or a range";
    bool table = s->reports.n <= COLUMNS_MOST, begun = false;
    PAGE_EACH (i, p->claims, story) {
        const struct claim *claim = &p->c->claims.at[i];
        if (!is_shared(claim) || (claim->supporting.at_most <= 1) != narrow)
            continue;
        if (!begun)
            page_put(p, "<h4>%s</h4>\n", heading);
        if (!begun && table)
            table_head(p, story, heading);
        else if (!begun)
            page_put(p, "<ol class=\"claims\">\n");
        begun = true;
        if (table)
            table_row(p, s, i, may_draw(p, drawn));
        else
            list_item(p, s, i, may_draw(p, drawn));
    }
    if (begun)
        page_put(p, table ? "</tbody></table></div>\n" : "</ol>\n");
}

/* Each rule that a claim of the story names, once, for the links to it. */
static void rules_of(struct page *p, struct map *seen, uint32_t story,
                     const struct count_range *range) {
    for (uint32_t i = 0; i < range->rules.n; i++) {
        struct str rule = range->rules.at[i];
        uint32_t before = seen->n, *known = map_put(seen, rule);
        p->failed = p->failed || !known;
        if (!known || *known != MAP_NONE)
            continue;
        *known = 0;
        if (!before)
            page_put(p, "<h4>Counting rules used for claims</h4>\n<dl class=\"rules\">\n");
        page_put(p, "<div id=\"rule-%u-%t\"><dt><code>%t</code></dt><dd>%t</dd></div>\n", story + 1,
                 rule, rule, compare_rule_text(rule));
    }
}

static void rules(struct page *p, uint32_t story) {
    struct map seen;
    map_init(&seen, p->arena);
    PAGE_EACH (i, p->claims, story) {
        const struct claim *claim = &p->c->claims.at[i];
        if (!is_shared(claim))
            continue;
        rules_of(p, &seen, story, &claim->supporting);
        rules_of(p, &seen, story, &claim->denying);
    }
    page_put(p, seen.n ? "</dl>\n" : "");
}

void page_claims(struct page *p, uint32_t story) {
    uint32_t drawn = 0;
    if (!page_has_claims(p, story))
        return;
    page_put(p, "<section id=\"claims-%u\">\n<h3>Claims of several reports</h3>\n", story + 1);
    claims_of(p, story, true, &drawn);
    claims_of(p, story, false, &drawn);
    rules(p, story);
    page_put(p, "</section>\n");
}

/* ---- Only in one report */

static void only_item(struct page *p, uint32_t number) {
    const struct claim *claim = &p->c->claims.at[number];
    page_put(p, "<li id=\"c%u\"><p class=\"said\">", number + 1);
    claim_words(p, number);
    page_put(p, "</p>");
    for (uint32_t i = 0; i < claim->reports.n; i++)
        claim_cell(p, &claim->reports.at[i]);
    page_put(p, "<div class=\"count\">");
    claim_count(p, claim);
    page_put(p, "</div></li>\n");
}

static void only_report(struct page *p, const struct only_in *only) {
    uint32_t n = only->claims.n;
    page_put(p, "<h4>");
    page_report(p, only->report);
    page_put(p, "</h4>\n<ul class=\"plain only\">\n");
    for (uint32_t i = 0; i < n && i < ONLY_SHOWN; i++)
        only_item(p, only->claims.at[i]);
    page_put(p, "</ul>\n");
    if (n <= ONLY_SHOWN)
        return;
    page_put(p, "<details><summary>");
    page_count(p, n - ONLY_SHOWN, "more claim", "more claims");
    page_put(p, " of R%u alone</summary>\n<ul class=\"plain only\">\n", only->report + 1);
    for (uint32_t i = ONLY_SHOWN; i < n; i++)
        only_item(p, only->claims.at[i]);
    page_put(p, "</ul></details>\n");
}

void page_only_in(struct page *p, uint32_t story) {
    if (!page_group_count(&p->only_in, story))
        return;
    page_put(p, "<section id=\"only-%u\">\n<h3>Only in one report</h3>\n", story + 1);
    PAGE_EACH (i, p->only_in, story) {
        only_report(p, &p->c->only_in.at[i]);
    }
    page_put(p, "</section>\n");
}
