/* The comparison for a person at a terminal: the most useful lines first. */
#include "report/comparison_text.h"

#include "report/labels.h"

enum {
    AT = TEXT_AT,
    ITEM_AT = TEXT_ITEM_AT,
    BODY_AT = TEXT_BODY_AT,
    QUOTE_COLUMNS = 150,
    MOST_SHOWN = 8,
    QUOTED_ORIGINS = 3, /* of a story; the others' words are in the page and the JSON */
    QUOTED_REPORTS = 2, /* of an origin */
    NAMED_REPORTS = 8,  /* in a story's first lines; when there are more, ids alone */
    NAME_COLUMNS = 32
};

void text_report_id(struct term *t, uint32_t i) {
    term_number(t, TERM_BOLD, "r", (uint64_t)i + 1, "");
}

void text_report_ids(struct term *t, const uint32_t *at, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        if (i)
            t->blank = true;
        text_report_id(t, at[i]);
    }
}

void text_report(struct term *t, const struct comparison *c, uint32_t i, uint32_t max_columns) {
    text_report_id(t, i);
    t->blank = true;
    term_cut(t, TERM_PLAIN, labels_report_name(&c->reports.at[i]), max_columns);
}

static void report_ref(struct term *t, const struct comparison *c, uint32_t i) {
    text_report(t, c, i, UINT32_MAX);
}

void text_count(struct term *t, uint32_t n, const char *one, const char *many) {
    term_uint(t, TERM_PLAIN, n);
    t->blank = true;
    term_puts(t, TERM_PLAIN, n == 1 ? one : many);
}

void text_range(struct term *t, const struct count_range *r) {
    term_uint(t, TERM_BOLD, r->at_least);
    if (r->at_most != r->at_least) {
        t->blank = true;
        term_puts(t, TERM_BOLD, "to");
        t->blank = true;
        term_uint(t, TERM_BOLD, r->at_most);
    }
}

static void range_words(struct term *t, const struct count_range *r) {
    text_range(t, r);
    t->blank = true;
    term_puts(t, TERM_BOLD, r->at_most == 1 ? "independent origin" : "independent origins");
}

static void quoted(struct term *t, const struct comparison *c, const struct evidence *e) {
    const struct article *a = c->reports.at[e->report].article;
    term_line(t, BODY_AT, BODY_AT + 3);
    text_report_id(t, e->report);
    t->blank = true;
    term_cut(t, TERM_QUOTE, str_span(e->in_title ? a->title : a->text, e->text), QUOTE_COLUMNS);
}

/* The first sentence of each report, so that no report's crowds out another's. */
static void evidence(struct term *t, const struct comparison *c, const struct evidence_list *list,
                     uint32_t most) {
    uint32_t shown = 0, last = NO_INDEX;
    for (uint32_t i = 0; i < list->n && shown < most; i++) {
        if (list->at[i].report == last)
            continue;
        quoted(t, c, &list->at[i]);
        last = list->at[i].report;
        shown++;
    }
    if (list->n > shown) {
        term_line(t, BODY_AT, BODY_AT);
        term_puts(t, TERM_DIM, "and ");
        term_uint(t, TERM_DIM, list->n - shown);
        term_puts(t, TERM_DIM, " more in the page and the JSON");
    }
}

/* The reports that a relation ties to origin o, each once, in order. */
static void linked_reports(struct term *t, const struct comparison *c, uint32_t o,
                           enum link_relation relation, const char *label) {
    uint32_t last = NO_INDEX;
    for (uint32_t i = 0; i < c->links.n; i++) {
        const struct link *l = &c->links.at[i];
        if (l->origin != o || l->relation != relation || l->from == last)
            continue;
        if (last == NO_INDEX) {
            term_line(t, BODY_AT, BODY_AT + 2);
            term_puts(t, TERM_DIM, label);
        }
        t->blank = true;
        text_report_id(t, l->from);
        if (l->partial)
            term_puts(t, TERM_DIM, " (in part)");
        last = l->from;
    }
}

static void origin(struct term *t, const struct comparison *c, uint32_t i, bool quote) {
    const struct origin *o = &c->origins.at[i];
    term_line(t, ITEM_AT, BODY_AT);
    term_number(t, TERM_PLAIN, "o", (uint64_t)i + 1, "");
    t->blank = true;
    term_words(t, TERM_BOLD, o->name);
    term_puts(t, TERM_DIM, o->kind == ORIGIN_OWN ? ", own check" : ", ");
    if (o->kind != ORIGIN_OWN)
        term_puts(t, TERM_DIM, labels_origin_kind(o->kind));
    if (o->via.n) {
        term_puts(t, TERM_DIM, ", via ");
        term_words(t, TERM_DIM, o->via);
    }
    if (o->stated_people) {
        term_puts(t, TERM_DIM, "; people stated: ");
        term_uint(t, TERM_DIM, o->stated_people);
    }
    linked_reports(t, c, i, LINK_REPORTS, "its own report:");
    linked_reports(t, c, i, LINK_CREDITS, "credited by:");
    linked_reports(t, c, i, LINK_COPIES, "copied by:");
    if (quote)
        evidence(t, c, &o->evidence, QUOTED_REPORTS);
}

static void rules(struct term *t, const struct count_range *r) {
    if (!r->rules.n)
        return;
    term_line(t, ITEM_AT, ITEM_AT + 2);
    term_puts(t, TERM_DIM, "rules:");
    for (uint32_t i = 0; i < r->rules.n; i++) {
        t->blank = true;
        term_words(t, TERM_DIM, r->rules.at[i]);
    }
}

static void story_head(struct term *t, const struct comparison *c, uint32_t i) {
    const struct story *s = &c->stories.at[i];
    term_gap(t);
    term_line(t, 0, AT);
    term_puts(t, TERM_BOLD, "Story ");
    term_uint(t, TERM_BOLD, (uint64_t)i + 1);
    term_puts(t, TERM_PLAIN, ": ");
    text_count(t, s->reports.n, "report", "reports");
    if (s->supporting.at_most) {
        term_puts(t, TERM_PLAIN, ", ");
        range_words(t, &s->supporting);
    } else if (!c->stories_only) {
        term_puts(t, TERM_BOLD, ", no outlet credited");
    }
    term_line(t, AT, ITEM_AT);
    if (s->reports.n > NAMED_REPORTS) {
        text_report_ids(t, s->reports.at, s->reports.n);
        return;
    }
    for (uint32_t k = 0; k < s->reports.n; k++) {
        if (k)
            term_puts(t, TERM_PLAIN, ", ");
        text_report(t, c, s->reports.at[k], NAME_COLUMNS);
    }
}

static void whose_word(struct term *t, const struct comparison *c, const struct story *s) {
    if (s->supporting.origins.n) {
        term_heading(t, "Whose word the story rests on");
        for (uint32_t k = 0; k < s->supporting.origins.n; k++)
            origin(t, c, s->supporting.origins.at[k], k < QUOTED_ORIGINS);
    }
    rules(t, &s->supporting);
    if (s->supporting.because.n) {
        term_line(t, ITEM_AT, ITEM_AT + 2);
        term_words(t, TERM_DIM, s->supporting.because);
    }
    if (s->unsourced.n) {
        term_line(t, ITEM_AT, ITEM_AT + 2);
        term_puts(t, TERM_DIM, "no outlet credited, no copied text, no own check: ");
        text_report_ids(t, s->unsourced.at, s->unsourced.n);
    }
}

static void why_one_story(struct term *t, const struct comparison *c, uint32_t i) {
    const struct story *s = &c->stories.at[i];
    term_heading(t, "Why one story");
    if (c->stories.n > 1) {
        term_line(t, ITEM_AT, ITEM_AT);
        term_puts(t, TERM_BOLD, "Story ");
        term_uint(t, TERM_BOLD, (uint64_t)i + 1);
    }
    for (uint32_t k = 0; k < s->because.n; k++) {
        term_line(t, ITEM_AT, 14);
        term_words(t, TERM_DIM, s->because.at[k].kind);
        term_tab(t, 14);
        term_words(t, TERM_PLAIN, s->because.at[k].text);
    }
    for (uint32_t k = 0; k < s->near_misses.n; k++) {
        term_line(t, ITEM_AT, 14);
        term_puts(t, TERM_DIM, "not in it");
        term_tab(t, 14);
        report_ref(t, c, s->near_misses.at[k].report);
        term_puts(t, TERM_PLAIN, ": ");
        term_words(t, TERM_PLAIN, s->near_misses.at[k].why_not);
    }
}

static void share_of(struct term *t, double share) {
    term_number(t, TERM_PLAIN, "", (uint64_t)(labels_share(share) * 100 + 0.5), "%");
    term_puts(t, TERM_PLAIN, " of ");
}

static void copies(struct term *t, const struct comparison *c) {
    if (!c->shares.n)
        return;
    term_heading(t, "Copied text");
    for (uint32_t i = 0; i < c->shares.n; i++) {
        const struct share *s = &c->shares.at[i];
        uint32_t passages = 0, words = 0;
        for (uint32_t k = 0; k < c->copies.n; k++)
            if (c->copies.at[k].a == s->a && c->copies.at[k].b == s->b) {
                passages++;
                words += c->copies.at[k].words;
            }
        term_line(t, ITEM_AT, BODY_AT);
        report_ref(t, c, s->a);
        term_puts(t, TERM_PLAIN, " and ");
        report_ref(t, c, s->b);
        term_puts(t, TERM_PLAIN, ": ");
        text_count(t, passages, "passage, ", "passages, ");
        text_count(t, words, "word; ", "words; ");
        share_of(t, s->of_a);
        text_report_id(t, s->a);
        term_puts(t, TERM_PLAIN, ", ");
        share_of(t, s->of_b);
        text_report_id(t, s->b);
    }
}

static bool gives(const struct figure *f, uint32_t report) {
    for (uint32_t k = 0; k < f->values.n; k++)
        for (uint32_t i = 0; i < f->values.at[k].reports.n; i++)
            if (f->values.at[k].reports.at[i] == report)
                return true;
    return false;
}

/* Each report once, though it may give the figure with several bounds. */
static void figure_reports(struct term *t, const struct comparison *c, const struct figure *f) {
    const struct story *s = &c->stories.at[f->story];
    for (uint32_t i = 0; i < s->reports.n; i++) {
        if (!gives(f, s->reports.at[i]))
            continue;
        t->blank = true;
        text_report_id(t, s->reports.at[i]);
    }
}

static void figures(struct term *t, const struct comparison *c, bool differ, const char *heading) {
    bool headed = false;
    for (uint32_t i = 0; i < c->figures.n; i++) {
        const struct figure *f = &c->figures.at[i];
        if (f->differs != differ)
            continue;
        if (!headed)
            term_heading(t, heading);
        headed = true;
        term_line(t, ITEM_AT, BODY_AT);
        if (differ) {
            term_words(t, TERM_BOLD, f->what);
            for (uint32_t k = 0; k < f->values.n; k++)
                evidence(t, c, &f->values.at[k].evidence, MOST_SHOWN);
        } else if (f->values.n) {
            term_words(t, TERM_BOLD, f->values.at[0].words);
            term_puts(t, TERM_DIM, " (");
            term_words(t, TERM_DIM, f->what);
            term_puts(t, TERM_DIM, "): ");
            figure_reports(t, c, f);
        }
    }
}

/* r2 "5 April": 2025-04-05, told by r1 */
static void open_years(struct term *t, const struct comparison *c) {
    if (c->open_years.n)
        term_heading(t, "Days without a year, and the report that tells it");
    for (uint32_t i = 0; i < c->open_years.n; i++) {
        const struct open_year *y = &c->open_years.at[i];
        term_line(t, ITEM_AT, BODY_AT);
        text_report_id(t, y->report);
        t->blank = true;
        term_words(t, TERM_QUOTE, str_span(c->reports.at[y->report].article->text, y->text));
        term_puts(t, TERM_PLAIN, ": ");
        term_words(t, TERM_BOLD, y->by_year);
        term_puts(t, TERM_PLAIN, " by ");
        text_report_id(t, y->by);
    }
}

static void quotes(struct term *t, const struct comparison *c) {
    bool headed = false;
    for (uint32_t i = 0; i < c->quotes.n; i++) {
        const struct quote *q = &c->quotes.at[i];
        if (q->reports.n < 2)
            continue;
        if (!headed)
            term_heading(t, "Quoted in several reports");
        headed = true;
        term_line(t, ITEM_AT, BODY_AT);
        if (q->speaker.n) {
            term_words(t, TERM_BOLD, q->speaker);
            term_puts(t, TERM_PLAIN, ": ");
        }
        term_words(t, TERM_QUOTE, q->text);
        for (uint32_t k = 0; k < q->reports.n; k++) {
            const struct quote_use *use = &q->reports.at[k];
            if (k && use[-1].report == use->report && use[-1].altered == use->altered)
                continue;
            t->blank = true;
            text_report_id(t, q->reports.at[k].report);
            if (q->reports.at[k].altered)
                term_puts(t, TERM_WARN, " (altered)");
        }
    }
}

static void report_list(struct term *t, const struct comparison *c) {
    term_heading(t, "Reports");
    for (uint32_t i = 0; i < c->reports.n; i++) {
        const struct report *r = &c->reports.at[i];
        char when[WHEN_TEXT] = "undated";
        if (r->article->published.when.precision != WHEN_NONE)
            when_text(when, &r->article->published.when);
        term_line(t, ITEM_AT, ITEM_AT + 5);
        text_report_id(t, i);
        term_tab(t, ITEM_AT + 5);
        term_words(t, TERM_PLAIN, labels_report_name(r));
        term_puts(t, TERM_DIM, ", ");
        term_puts(t, TERM_DIM, when);
        if (r->article->kind != ARTICLE_REPORT) {
            term_puts(t, TERM_WARN, ", ");
            term_puts(t, TERM_WARN, article_kind_name(r->article->kind));
        }
        if (r->story == NO_INDEX)
            term_puts(t, TERM_WARN, ", stands alone");
        const char *unfit = labels_unfit(r);
        if (unfit) {
            term_puts(t, TERM_WARN, ", not compared: ");
            term_words(t, TERM_WARN, str_of(unfit));
        }
        term_line(t, ITEM_AT + 5, ITEM_AT + 7);
        term_words(t, TERM_DIM,
                   r->article->source.path.at ? r->article->source.path : r->article->source.url);
    }
}

static void cannot_tell(struct term *t, const struct comparison *c) {
    if (c->cannot_tell.n)
        term_heading(t, "What this cannot tell");
    for (uint32_t i = 0; i < c->cannot_tell.n; i++) {
        term_line(t, ITEM_AT, BODY_AT);
        term_words(t, TERM_PLAIN, c->cannot_tell.at[i].question);
        t->blank = true;
        text_report_ids(t, c->cannot_tell.at[i].reports.at, c->cannot_tell.at[i].reports.n);
    }
}

static void rest(struct term *t, const struct comparison *c) {
    if (c->skipped.n)
        term_heading(t, "Not read");
    for (uint32_t i = 0; i < c->skipped.n; i++) {
        term_line(t, ITEM_AT, BODY_AT);
        term_words(t, TERM_BOLD, c->skipped.at[i].path);
        term_puts(t, TERM_PLAIN, ": ");
        term_words(t, TERM_PLAIN, c->skipped.at[i].message);
    }
    if (c->overrides.n)
        term_heading(t, "Set by hand");
    for (uint32_t i = 0; i < c->overrides.n; i++) {
        term_line(t, ITEM_AT, BODY_AT);
        term_words(t, TERM_PLAIN, c->overrides.at[i].kind);
        term_puts(t, TERM_PLAIN, ": ");
        term_words(t, TERM_PLAIN, c->overrides.at[i].a);
        term_puts(t, TERM_PLAIN, ", ");
        term_words(t, TERM_PLAIN, c->overrides.at[i].b);
    }
}

static void alone_count(uint32_t *alone, uint32_t *outlets, const struct comparison *c) {
    *alone = *outlets = 0;
    for (uint32_t i = 0; i < c->reports.n; i++) {
        struct str name = c->reports.at[i].article->outlet_name;
        bool seen = !name.n;
        for (uint32_t k = 0; k < i && !seen; k++)
            seen = str_eq(c->reports.at[k].article->outlet_name, name);
        *outlets += !seen;
        *alone += c->reports.at[i].story == NO_INDEX;
    }
}

void report_comparison_text(struct out *o, const struct comparison *c,
                            const struct report_style *style) {
    struct term term, *t = &term;
    uint32_t alone, outlets, next = 0;
    term_init(t, o, style);
    alone_count(&alone, &outlets, c);
    text_count(t, c->reports.n, "report, ", "reports, ");
    text_count(t, outlets, "outlet named, ", "outlets named, ");
    text_count(t, c->stories.n, "story", "stories");
    if (alone) {
        term_puts(t, TERM_PLAIN, ", ");
        term_uint(t, TERM_PLAIN, alone);
        term_puts(t, TERM_PLAIN, " standing alone");
    }
    term_newline(t);
    if (!c->stories.n && c->reports.n > 1) {
        term_gap(t);
        term_line(t, 0, 0);
        term_puts(t, TERM_PLAIN,
                  "No two reports were found to tell of one event. --same=PATH,PATH takes two for "
                  "one story.");
    }
    for (uint32_t i = 0; i < c->stories.n; i++) {
        story_head(t, c, i);
        text_claims(t, c, i, &next);
        whose_word(t, c, &c->stories.at[i]);
    }
    text_only_in(t, c);
    cannot_tell(t, c);
    for (uint32_t i = 0; i < c->stories.n; i++)
        why_one_story(t, c, i);
    copies(t, c);
    figures(t, c, true, "Figures that differ");
    figures(t, c, false, "Figures that agree");
    open_years(t, c);
    quotes(t, c);
    report_list(t, c);
    rest(t, c);
    term_newline(t);
}
