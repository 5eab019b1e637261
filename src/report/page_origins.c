/* Where a story comes from: the range and what gave it, the drawing, the origins, and every line of
 * the drawing. */
#include "report/page_chain.h"

#include "compare/compare.h"
#include "report/labels.h"

static void rules(struct page *p, const struct count_range *range) {
    if (!range->rules.n)
        return;
    page_put(p, "<dl class=\"rules\">\n");
    for (uint32_t i = 0; i < range->rules.n; i++)
        page_put(p, "<div><dt><code>%t</code></dt><dd>%t</dd></div>\n", range->rules.at[i],
                 compare_rule_text(range->rules.at[i]));
    page_put(p, "</dl>\n");
}

static void range(struct page *p, const struct story *s) {
    const struct count_range *r = &s->supporting;
    if (r->at_most) {
        page_put(p, "<p class=\"range\"><strong>");
        page_range(p, r);
        page_put(p, "</strong> independent %s</p>\n", r->at_most == 1 ? "origin" : "origins");
    }
    if (r->because.n)
        page_put(p, "<p>%t</p>\n", r->because);
    if (s->unsourced.n) {
        page_put(p, "<p>No outlet credited, no copied text and no own check was found in ");
        page_reports(p, s->unsourced.at, s->unsourced.n);
        page_put(p, ". Whom they name for what they tell stands beside each claim.</p>\n");
    }
}

static void origin_item(struct page *p, uint32_t i) {
    const struct origin *o = &p->c->origins.at[i];
    page_put(p,
             "<li id=\"o%u\"><span class=\"id o\">O%u</span> <strong>%w</strong> <span "
             "class=\"tag\">%s</span>",
             i + 1, i + 1, o->name, chain_kind_label(o->kind));
    for (uint32_t k = 0; k < o->aliases.n; k++)
        page_put(p, "%s%w", k ? ", " : " <span class=\"n\">also</span> ", o->aliases.at[k]);
    if (o->via.n)
        page_put(p, "<br><span class=\"n\">%s</span> %w", o->kind == ORIGIN_OWN ? "means:" : "via",
                 o->via);
    if (o->stated_words.n || o->stated_people) {
        page_put(p, "<br><span class=\"n\">people stated:</span> ");
        if (o->stated_words.n)
            page_put(p,
                     "%w <span class=\"n\">(%u), kept beside the count and not added to it</span>",
                     o->stated_words, o->stated_people);
        else
            page_put(p, "%u <span class=\"n\">kept beside the count and not added to it</span>",
                     o->stated_people);
    }
    page_quotes(p, &o->evidence, NO_INDEX);
    page_put(p, "</li>\n");
}

/* The origins of the story as a whole, or those that single claims alone rest on, under a heading.
 */
static void origin_list(struct page *p, uint32_t story, bool whole, const char *heading) {
    bool begun = false;
    PAGE_EACH (i, p->origins, story) {
        if (p->whole[i] != whole)
            continue;
        if (!begun)
            page_put(p, "%s\n<ul class=\"origins\">\n", heading);
        begun = true;
        origin_item(p, i);
    }
    page_put(p, begun ? "</ul>\n" : "");
}

static const char *relation_label(const struct link *l) {
    static const char *const labels[] = {"credits", "copies",         "quotes",
                                         "revises", "checked itself", "own report"};
    if (l->relation == LINK_COPIES && l->direction_unknown)
        return "shares text with";
    return labels[l->relation];
}

static void link_row(struct page *p, const struct link *l) {
    page_put(p, "<td data-l=\"Relation\">%s%s%s</td><td class=\"to\" data-l=\"To\">",
             relation_label(l), l->partial ? ", in part" : "",
             l->direction_unknown ? " <span class=\"n\">(direction unknown)</span>" : "");
    if (l->origin != NO_INDEX)
        page_origin(p, l->origin);
    else if (l->to_report != NO_INDEX)
        page_report(p, l->to_report);
    page_put(p, "</td><td class=\"num\" data-l=\"Share\">");
    if (l->share > 0)
        page_share(p, l->share);
    page_put(p, "</td><td data-l=\"In its words\">");
    page_quotes(p, &l->evidence, l->from);
    page_put(p, "</td></tr>\n");
}

static void link_table(struct page *p, uint32_t story) {
    if (!page_group_count(&p->links, story))
        return;
    page_table(p, "rows by", "Which report rests on what; share: of the report’s own words",
               "Report|Relation|To|Share|In its words");
    const struct story *s = &p->c->stories.at[story];
    for (uint32_t r = 0; r < s->reports.n; r++) {
        uint32_t report = s->reports.at[r], rows = page_group_count(&p->links_from, report);
        bool first = true;
        PAGE_EACH (i, p->links_from, report) {
            page_row_head(p, report, first, rows);
            link_row(p, &p->c->links.at[i]);
            first = false;
        }
    }
    page_table_end(p);
}

void page_origins(struct page *p, uint32_t story) {
    const struct story *s = &p->c->stories.at[story];
    if (!s->supporting.at_most && !s->supporting.because.n && !s->unsourced.n &&
        !page_group_count(&p->origins, story) && !page_group_count(&p->links, story))
        return;
    page_put(p, "<section id=\"origins-%u\">\n<h3>Where it comes from</h3>\n", story + 1);
    range(p, s);
    page_chain(p, story);
    page_put(p, "</section>\n");
}

void page_origin_lists(struct page *p, uint32_t story) {
    const struct story *s = &p->c->stories.at[story];
    if (!page_group_count(&p->origins, story) && !page_group_count(&p->links, story) &&
        !s->supporting.rules.n)
        return;
    page_put(p, "<section id=\"words-%u\">\n<h3>Whose word it is</h3>\n", story + 1);
    origin_list(p, story, true, "<h4>Origins of the story</h4>");
    link_table(p, story);
    if (s->supporting.rules.n) {
        page_put(p, "<h4>Counting rules used</h4>\n");
        rules(p, &s->supporting);
    }
    origin_list(p, story, false, "<h4>Origins of single claims</h4>");
    page_put(p, "</section>\n");
}
