/* A story: its numbers, its reports, and why they are one. */
#include "report/page.h"

/* ---- Numbers */

static void number(struct page *p, uint32_t n, const char *one, const char *many) {
    page_put(p, "<div><dd>");
    page_number(p, n);
    page_put(p, "</dd><dt>%s</dt></div>", n == 1 ? one : many);
}

static void origins_number(struct page *p, const struct count_range *range) {
    page_put(p, "<div class=\"main\"><dd>");
    page_range(p, range);
    page_put(p, "</dd><dt>independent %s</dt></div>", range->at_most == 1 ? "origin" : "origins");
}

static void outlets_number(struct page *p, const uint32_t *reports, uint32_t n) {
    struct map names;
    uint32_t count = 0;
    map_init(&names, p->arena);
    for (uint32_t i = 0; i < n; i++) {
        struct str name = p->c->reports.at[reports ? reports[i] : i].article->outlet_name;
        uint32_t *known = name.n ? map_put(&names, name) : NULL;
        p->failed = p->failed || (name.n && !known);
        if (known && *known == MAP_NONE)
            *known = count++;
    }
    if (count)
        number(p, count, "outlet", "outlets");
}

static uint32_t differing(const struct page *p, uint32_t story) {
    uint32_t n = 0;
    PAGE_EACH (i, p->figures, story) {
        n += p->c->figures.at[i].differs;
    }
    return n;
}

static void compared_numbers(struct page *p, uint32_t copies, uint32_t figures, uint32_t differ) {
    if (p->c->stories_only)
        return;
    number(p, copies, "copied passage", "copied passages");
    if (figures)
        number(p, differ, "figure that differs", "figures that differ");
}

/* Of the claims from the group's `first` to before its `last`. */
static void claim_numbers(struct page *p, uint32_t first, uint32_t last) {
    uint32_t shared = 0, one = 0;
    if (first == last)
        return;
    for (uint32_t i = first; i < last; i++) {
        const struct claim *claim = &p->c->claims.at[p->claims.at[i]];
        shared += claim->reports.n > 1;
        one += claim->reports.n > 1 && claim->supporting.at_most == 1;
    }
    number(p, last - first, "claim", "claims");
    number(p, shared, "claim of several reports", "claims of several reports");
    number(p, one, "of those rests on one origin", "of those rest on one origin");
}

void page_strip(struct page *p) {
    const struct comparison *c = p->c;
    uint32_t differ = 0;
    for (uint32_t i = 0; i < c->figures.n; i++)
        differ += c->figures.at[i].differs;
    page_put(p, "<dl class=\"strip\">");
    number(p, c->reports.n, "report", "reports");
    outlets_number(p, NULL, c->reports.n);
    if (c->stories.n > 1)
        number(p, c->stories.n, "story", "stories");
    if (c->stories.n == 1 && c->stories.at[0].supporting.at_most)
        origins_number(p, &c->stories.at[0].supporting);
    claim_numbers(p, 0, c->claims.n);
    compared_numbers(p, c->copies.n, c->figures.n, differ);
    if (c->skipped.n)
        number(p, c->skipped.n, "input skipped", "inputs skipped");
    page_put(p, "</dl>\n");
}

static void story_strip(struct page *p, uint32_t story) {
    const struct story *s = &p->c->stories.at[story];
    page_put(p, "<dl class=\"strip small\">");
    number(p, s->reports.n, "report", "reports");
    outlets_number(p, s->reports.at, s->reports.n);
    if (s->supporting.at_most)
        origins_number(p, &s->supporting);
    claim_numbers(p, p->claims.first[story], p->claims.first[story + 1]);
    compared_numbers(p, page_group_count(&p->copies, story), page_group_count(&p->figures, story),
                     differing(p, story));
    page_put(p, "</dl>\n");
}

/* ---- Its reports, and why they are one story */

static void members(struct page *p, const struct story *s) {
    page_put(p, "<ol class=\"members\">\n");
    for (uint32_t i = 0; i < s->reports.n; i++) {
        const struct article *a = p->c->reports.at[s->reports.at[i]].article;
        page_put(p, "<li>");
        page_report(p, s->reports.at[i]);
        if (a->published.when.precision != WHEN_NONE) {
            page_put(p, " <span class=\"n\">");
            page_when(p, &a->published.when);
            page_put(p, "</span>");
        }
        if (a->title.n) {
            page_put(p, "<br><a class=\"e\" href=\"#text-r%u\"", s->reports.at[i] + 1);
            page_lang(p, a->language);
            page_put(p, ">%w</a>", a->title);
        }
        page_put(p, "</li>\n");
    }
    page_put(p, "</ol>\n");
}

static const char *reason_label(struct str kind) {
    static const char *const labels[][2] = {
        {"names", "Names"},     {"numbers", "Numbers"},  {"dates", "Dates"},
        {"phrases", "Phrases"}, {"copy", "Copied text"}, {"link", "Links"},
        {"title", "Titles"},
    };
    for (unsigned i = 0; i < sizeof labels / sizeof *labels; i++)
        if (str_eq(kind, str_of(labels[i][0])))
            return labels[i][1];
    return NULL;
}

static void reasons(struct page *p, const struct story *s) {
    if (!s->because.n)
        return;
    page_put(p, "<h3>Why these reports are one story</h3>\n<dl class=\"facts\">\n");
    for (uint32_t i = 0; i < s->because.n; i++) {
        const char *label = reason_label(s->because.at[i].kind);
        page_put(p, "<div><dt>");
        if (label)
            page_put(p, "%s shared", label);
        else
            page_put(p, "%t", s->because.at[i].kind);
        page_put(p, "</dt><dd>%w</dd></div>\n", s->because.at[i].text);
    }
    page_put(p, "</dl>\n");
}

static void near_misses(struct page *p, const struct story *s) {
    if (!s->near_misses.n)
        return;
    page_put(p, "<h3>Near, but not part of it</h3>\n<ul class=\"plain\">\n");
    for (uint32_t i = 0; i < s->near_misses.n; i++) {
        page_put(p, "<li>");
        page_report(p, s->near_misses.at[i].report);
        page_put(p, "<br>%i</li>\n", s->near_misses.at[i].why_not);
    }
    page_put(p, "</ul>\n");
}

void page_story(struct page *p, uint32_t story) {
    const struct story *s = &p->c->stories.at[story];
    page_put(p, "<section id=\"story-%u\" class=\"story\">\n<h2>", story + 1);
    if (p->c->stories.n > 1)
        page_put(p, "Story %u", story + 1);
    else
        page_put(p, "The story");
    page_put(p, "</h2>\n");
    if (p->c->stories.n > 1)
        story_strip(p, story);
    members(p, s);
    page_origins(p, story);
    page_claims(p, story);
    page_only_in(p, story);
    page_origin_lists(p, story);
    page_credits(p, story);
    page_copies(p, story);
    page_figures(p, story);
    page_open_years(p, story);
    page_spoken(p, story);
    reasons(p, s);
    near_misses(p, s);
    page_put(p, "</section>\n");
}
