/* The claims at a terminal: each with the number of its independent origins, and whose word. */
#include "report/comparison_text.h"

#include "report/labels.h"

enum {
    CLAIM_AT = 10, /* right of the range */
    CLAIMS_SHOWN = 10,
    ORIGINS_SHOWN = 4,
    ONLY_REPORTS_SHOWN = 10,
    ONLY_SHOWN = 3, /* of each report */
    NAME_COLUMNS = 40
};

static struct str claim_text(const struct comparison *c, const struct claim *k) {
    return str_span(c->reports.at[k->report].article->text, k->text);
}

/* "[She: Ann Roe]" */
static void meanings(struct term *t, const struct comparison *c, const struct claim *k) {
    struct str text = c->reports.at[k->report].article->text;
    for (uint32_t i = 0; i < k->means.n; i++) {
        term_puts(t, TERM_DIM, " [");
        term_words(t, TERM_DIM, str_span(text, k->means.at[i].pronoun));
        term_puts(t, TERM_DIM, ": ");
        term_cut(t, TERM_DIM, str_span(text, k->means.at[i].name), NAME_COLUMNS);
        term_puts(t, TERM_DIM, "]");
    }
}

static uint32_t lines_of(const struct term *t, uint32_t at, uint32_t lines) {
    enum { RAGGED = 10 }; /* what breaking between words leaves empty */
    uint32_t room = t->style.columns > at + RAGGED ? t->style.columns - at - RAGGED : RAGGED;
    return lines * room;
}

static void origin_name(struct term *t, const struct origin *o) {
    if (o->kind == ORIGIN_OWN)
        term_puts(t, TERM_PLAIN, "own check of ");
    term_cut(t, TERM_BOLD, o->name, NAME_COLUMNS);
    if (o->kind == ORIGIN_UNNAMED)
        term_puts(t, TERM_PLAIN, " (unnamed)");
}

/* A report with its hedge; of a claim that no other report tells the report is known. */
static void teller(struct term *t, const struct comparison *c, const struct claim_report *r,
                   bool known) {
    if (!known) {
        t->blank = true;
        text_report_id(t, r->report);
    }
    if (r->stance == STANCE_BOTH)
        term_puts(t, TERM_WARN, r->left_open ? " (left open)" : " (states and denies)");
    if (r->hedge.start < r->hedge.end) {
        t->blank = true;
        term_words(t, TERM_QUOTE, str_span(c->reports.at[r->report].article->text, r->hedge));
        t->blank = false;
    }
}

static bool gives(const struct claim_report *r, uint32_t origin) {
    for (uint32_t i = 0; i < r->origins.n; i++)
        if (r->origins.at[i] == origin)
            return true;
    return false;
}

static bool on_side(const struct claim_report *r, bool denying) {
    return denying ? r->stance != STANCE_STATES && !r->left_open : r->stance != STANCE_DENIES;
}

/* What NO_INDEX and NOT_TRACED stand for as an origin: reports that give nobody's word, and those
 * that give one that could not be traced to anybody. */
#define NOT_TRACED (NO_INDEX - 1)

static bool is_told_on(const struct claim_report *r, const struct count_range *side,
                       uint32_t origin) {
    if (origin != NO_INDEX && origin != NOT_TRACED)
        return gives(r, origin);
    for (uint32_t i = 0; i < side->origins.n; i++)
        if (gives(r, side->origins.at[i]))
            return false;
    return (r->roles.n > 0) == (origin == NO_INDEX);
}

/* The reports of a side that give the origin's word. */
static bool tellers(struct term *t, const struct comparison *c, const struct claim *k,
                    uint32_t origin, bool denying, const char *label) {
    const struct count_range *side = denying ? &k->denying : &k->supporting;
    bool any = false;
    for (uint32_t i = 0; i < k->reports.n; i++) {
        const struct claim_report *r = &k->reports.at[i];
        if (!on_side(r, denying) || !is_told_on(r, side, origin))
            continue;
        if (!any)
            term_puts(t, TERM_DIM, label);
        any = true;
        teller(t, c, r, k->reports.n == 1);
    }
    return any;
}

/* "The Fenwick Lamp r1 r2; Ada Quill r3; no source r4"; of a claim of one report the names alone.
 */
static void side(struct term *t, const struct comparison *c, const struct claim *k, bool denying) {
    const struct count_range *range = denying ? &k->denying : &k->supporting;
    uint32_t shown = 0;
    for (; shown < range->origins.n && shown < ORIGINS_SHOWN; shown++) {
        if (shown)
            term_puts(t, TERM_PLAIN, "; ");
        origin_name(t, &c->origins.at[range->origins.at[shown]]);
        tellers(t, c, k, range->origins.at[shown], denying, "");
    }
    if (range->origins.n > shown) {
        term_puts(t, TERM_DIM, "; and ");
        text_count(t, range->origins.n - shown, "more origin", "more origins");
    }
    bool flat = tellers(t, c, k, NO_INDEX, denying, shown ? "; no source" : "no source");
    tellers(t, c, k, NOT_TRACED, denying, shown || flat ? "; word not traced" : "word not traced");
}

static bool is_denied(const struct claim *k) {
    for (uint32_t i = 0; i < k->reports.n; i++)
        if (on_side(&k->reports.at[i], true))
            return true;
    return false;
}

static void claim(struct term *t, const struct comparison *c, const struct claim *k) {
    term_line(t, TEXT_AT, CLAIM_AT);
    if (k->supporting.at_most)
        text_range(t, &k->supporting);
    else
        term_puts(t, TERM_BOLD, "none");
    term_tab(t, CLAIM_AT);
    term_cut(t, TERM_QUOTE, claim_text(c, k), lines_of(t, CLAIM_AT, 2));
    meanings(t, c, k);
    term_line(t, CLAIM_AT, CLAIM_AT + 2);
    side(t, c, k, false);
    if (!is_denied(k))
        return;
    term_line(t, CLAIM_AT, CLAIM_AT + 2);
    term_puts(t, TERM_WARN, k->denying.origins.n ? "denied by " : "denied, ");
    side(t, c, k, true);
}

static bool is_shared(const struct claim *k) {
    return k->reports.n > 1;
}

/* How many claims of the story, from `first` on, several reports tell. */
static void head(struct term *t, const struct comparison *c, uint32_t story, uint32_t first) {
    uint32_t shared = 0, one = 0;
    for (uint32_t i = first; i < c->claims.n && c->claims.at[i].story == story; i++) {
        shared += is_shared(&c->claims.at[i]);
        one += is_shared(&c->claims.at[i]) && c->claims.at[i].supporting.at_most == 1;
    }
    term_gap(t);
    term_line(t, 0, 0);
    term_uint(t, TERM_BOLD, shared);
    term_puts(t, TERM_BOLD,
              shared == 1 ? " claim of several reports, " : " claims of several reports, ");
    term_uint(t, TERM_BOLD, one);
    term_puts(t, TERM_BOLD, " resting on one origin");
    term_line(t, TEXT_AT, CLAIM_AT);
    term_puts(t, TERM_DIM, "origins");
    term_tab(t, CLAIM_AT);
    term_puts(t, TERM_DIM, "claim, in a report's words; under it whose word, and the reports");
}

void text_claims(struct term *t, const struct comparison *c, uint32_t story, uint32_t *next) {
    uint32_t shown = 0, more = 0, first = *next;
    for (; *next < c->claims.n && c->claims.at[*next].story == story; ++*next) {
        const struct claim *k = &c->claims.at[*next];
        if (!is_shared(k))
            continue;
        if (shown == CLAIMS_SHOWN) {
            more++;
            continue;
        }
        if (!shown++)
            head(t, c, story, first);
        claim(t, c, k);
    }
    if (more) {
        term_line(t, TEXT_AT, CLAIM_AT);
        term_puts(t, TERM_DIM, "and ");
        text_count(t, more, "more claim", "more claims");
        term_puts(t, TERM_DIM, " of several reports in the page and the JSON");
    }
}

/* ---- Only in one report */

static void only_claim(struct term *t, const struct comparison *c, const struct claim *k) {
    term_line(t, TEXT_BODY_AT, TEXT_BODY_AT + 2);
    term_cut(t, TERM_QUOTE, claim_text(c, k), lines_of(t, TEXT_BODY_AT, 1));
    meanings(t, c, k);
    term_puts(t, TERM_PLAIN, " - ");
    if (is_denied(k))
        term_puts(t, TERM_WARN, k->denying.origins.n ? "denied by " : "denied, ");
    side(t, c, k, is_denied(k));
}

void text_only_in(struct term *t, const struct comparison *c) {
    if (!c->only_in.n)
        return;
    term_heading(t, "Only in one report");
    uint32_t shown = 0;
    for (; shown < c->only_in.n && shown < ONLY_REPORTS_SHOWN; shown++) {
        const struct only_in *only = &c->only_in.at[shown];
        term_line(t, TEXT_ITEM_AT, TEXT_BODY_AT);
        text_report(t, c, only->report, NAME_COLUMNS);
        term_puts(t, TERM_PLAIN, ", ");
        text_count(t, only->claims.n, "claim", "claims");
        for (uint32_t i = 0; i < only->claims.n && i < ONLY_SHOWN; i++)
            only_claim(t, c, &c->claims.at[only->claims.at[i]]);
    }
    if (c->only_in.n > shown) {
        term_line(t, TEXT_ITEM_AT, TEXT_BODY_AT);
        term_puts(t, TERM_DIM, "and of ");
        text_count(t, c->only_in.n - shown, "more report", "more reports");
        term_puts(t, TERM_DIM, " in the page and the JSON");
    }
}
