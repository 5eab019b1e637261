/* A claim's words, its range, and a report's cell: what tables and lists of claims are made of. */
#include "report/claim_chain.h"
#include "report/labels.h"
#include "report/page_chain.h"
#include "report/page_claims.h"

/* ---- Its words */

/* Whom its pronouns mean: "she: Ann Roe". */
static void meanings(struct page *p, const struct claim *claim) {
    struct str text = p->c->reports.at[claim->report].article->text;
    for (uint32_t i = 0; i < claim->means.n; i++) {
        struct evidence name = {claim->report, claim->means.at[i].name, false};
        page_put(p, " <span class=\"n\">%w: ", str_span(text, claim->means.at[i].pronoun));
        page_quote(p, &name);
        page_put(p, "</span>");
    }
}

void claim_words(struct page *p, uint32_t number) {
    const struct claim *claim = &p->c->claims.at[number];
    struct evidence words = {claim->report, claim->text, false};
    page_quote(p, &words);
    meanings(p, claim);
    page_put(p, " <span class=\"n\">");
    if (claim->reports.n > 1)
        page_put(p, "in R%u’s words ", claim->report + 1);
    page_put(p, "<span class=\"tag\">%s</span></span>", labels_claim_kind(claim->kind));
}

/* ---- Its range */

static void range(struct page *p, const struct count_range *r) {
    page_put(p, r->at_least == r->at_most ? "<strong>%u</strong>" : "<strong>%u to %u</strong>",
             r->at_least, r->at_most);
    page_put(p, " <span class=\"n\">%s</span>", r->at_most == 1 ? "origin" : "origins");
}

static void origins(struct page *p, const struct count_range *r) {
    page_put(p, "<ul class=\"plain\">");
    for (uint32_t i = 0; i < r->origins.n; i++) {
        enum origin_kind kind = p->c->origins.at[r->origins.at[i]].kind;
        page_put(p, "<li>");
        page_origin(p, r->origins.at[i]);
        if (kind == ORIGIN_OWN || kind == ORIGIN_UNNAMED)
            page_put(p, " <span class=\"tag\">%s</span>", chain_kind_label(kind));
        page_put(p, "</li>");
    }
    page_put(p, "</ul>");
}

static void denials(struct page *p, const struct claim *claim) {
    bool flat = false;
    if (claim->denying.at_most) {
        page_put(p, "<div class=\"deny\"><span class=\"n\"><span class=\"sign\" "
                    "aria-hidden=\"true\">−</span> denied by</span> ");
        range(p, &claim->denying);
        origins(p, &claim->denying);
        page_put(p, "</div>");
    }
    for (uint32_t i = 0; i < claim->reports.n; i++) {
        const struct claim_report *r = &claim->reports.at[i];
        if (r->stance == STANCE_STATES || r->origins.n || !r->roles.n)
            continue;
        page_put(p, flat ? ", " : "<div class=\"deny n\">denied with no source in ");
        page_report_short(p, r->report);
        flat = true;
    }
    page_put(p, flat ? "</div>" : "");
}

/* Reports that give it on somebody's word who could not be found. */
static void not_traced(struct page *p, const struct claim *claim) {
    bool any = false;
    for (uint32_t i = 0; i < claim->reports.n; i++) {
        const struct claim_report *r = &claim->reports.at[i];
        if (r->origins.n || r->roles.n)
            continue;
        page_put(p, any ? ", " : "<div class=\"n\">word not traced in ");
        page_report_short(p, r->report);
        any = true;
    }
    page_put(p, any ? "</div>" : "");
}

void claim_count(struct page *p, const struct claim *claim) {
    if (claim->supporting.at_most) {
        range(p, &claim->supporting);
        origins(p, &claim->supporting);
    } else {
        page_put(p, "<strong>none</strong>");
    }
    if (claim->unsourced.n) {
        page_put(p, "<div class=\"n\">no source in ");
        page_reports(p, claim->unsourced.at, claim->unsourced.n);
        page_put(p, "</div>");
    }
    not_traced(p, claim);
    denials(p, claim);
}

/* ---- A report's cell */

static const char *const voices[VOICES] = {"own voice", "attributed", "opinion"};

static void place(struct page *p, const struct claim_report *r, uint32_t use, bool first) {
    bool denies = r->uses.at[use].denies;
    bool both = r->stance == STANCE_BOTH && !r->left_open;
    const char *label = !first && !both ? "again"
                        : r->left_open  ? "left open"
                        : denies        ? "denies"
                                        : "states";
    page_put(p, first ? "" : ", ");
    page_link_label(p, r->report, r->uses.at[use].text, first && !both ? (denies ? "−" : "+") : "",
                    label);
}

static void places(struct page *p, const struct claim_report *r) {
    if (r->stance == STANCE_BOTH)
        page_put(p, "<span class=\"sign\" aria-hidden=\"true\">±</span> %s",
                 r->left_open ? "" : "both: ");
    for (uint32_t i = 0; i < r->uses.n && i < PAGE_USES; i++)
        place(p, r, i, i == 0);
    if (r->uses.n > PAGE_USES)
        page_put(p, " <span class=\"n\">and %u times more</span>", r->uses.n - PAGE_USES);
}

void claim_cell(struct page *p, const struct claim_report *r) {
    struct claim_link links[CLAIM_LINKS];
    if (!r) {
        page_put(p, "<span class=\"n\"><span class=\"sign\" aria-hidden=\"true\">·</span> "
                    "silent</span>");
        return;
    }
    uint32_t n = claim_chain(links, p->c, r);
    places(p, r);
    page_put(p, " <span class=\"how\">%s", voices[r->voice]);
    for (uint32_t i = 0; i < n; i++)
        page_put(p,
                 i                              ? ", citing %w"
                 : r->voice == VOICE_ATTRIBUTED ? ": %w"
                                                : ", word of %w",
                 links[i].name);
    if (r->hedge.start < r->hedge.end)
        page_put(p, ", “%w”", str_span(p->c->reports.at[r->report].article->text, r->hedge));
    page_put(p, r->carried ? ", carried over" : "");
    for (uint32_t i = 0; i < r->roles.n; i++)
        page_put(p, " <span class=\"tag\">%s</span>", labels_role(r->roles.at[i]));
    page_put(p, "</span>");
}

/* ---- How it was counted */

static void reasons(struct page *p, const struct claim *claim, const struct count_range *r) {
    if (!r->because.n && !r->rules.n)
        return;
    page_put(p, "<p>%t <span class=\"n\">", r->because);
    for (uint32_t i = 0; i < r->rules.n; i++)
        page_put(p, "%s<a href=\"#rule-%u-%t\"><code>%t</code></a>",
                 i ? ", " : "rules: ", claim->story + 1, r->rules.at[i], r->rules.at[i]);
    page_put(p, "</span></p>\n");
}

void claim_counting(struct page *p, uint32_t number, bool drawn) {
    const struct claim *claim = &p->c->claims.at[number];
    page_put(p,
             "<details><summary>How it was counted<span class=\"vh\">, claim %u</span></summary>\n",
             number + 1);
    reasons(p, claim, &claim->supporting);
    reasons(p, claim, &claim->denying);
    if (drawn)
        page_claim_chain(p, number);
    page_put(p, "</details>\n");
}
