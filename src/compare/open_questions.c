/* What the texts of a story do not settle, and whom it is asked of. */
#include "compare/origin_parts.h"

#include "base/buf.h"

enum { QUESTION_BYTES = 4000, NAMES_SHOWN = 8, PAIRS_ASKED = 12 };

/* A question with its reports; text holds the whole question. */
static bool ask(struct origin_work *o, const struct buf *text, const uint32_t *reports,
                uint32_t n) {
    struct open_question *q = text->failed ? NULL : VEC_PUSH(o->w->a, &o->w->c->cannot_tell);
    if (!q)
        return false;
    *q = (struct open_question){.question = buf_str(text)};
    for (uint32_t i = 0; i < n; i++) {
        uint32_t *at = VEC_PUSH(o->w->a, &q->reports);
        if (!at)
            return false;
        *at = reports[i];
    }
    return true;
}

static bool same_name(const struct origin_work *o, uint32_t a, uint32_t b) {
    const struct report *r = o->w->c->reports.at;
    return str_eq(compare_report_name(&r[a]), compare_report_name(&r[b]));
}

/* Each name once, the first NAMES_SHOWN. */
static void put_names(struct buf *b, const struct origin_work *o, const uint32_t *reports,
                      uint32_t n) {
    uint32_t shown[NAMES_SHOWN], count = 0;
    bool more = false;
    for (uint32_t i = 0; i < n && !more; i++) {
        bool known = false;
        for (uint32_t k = 0; k < count && !known; k++)
            known = same_name(o, shown[k], reports[i]);
        more = !known && count == NAMES_SHOWN;
        if (!known && !more)
            shown[count++] = reports[i];
    }
    for (uint32_t i = 0; i < count; i++) {
        if (i)
            buf_put(b, i + 1 == count && !more ? STR(" and ") : STR(", "));
        buf_put(b, compare_report_name(&o->w->c->reports.at[shown[i]]));
    }
    if (more)
        buf_put(b, STR(" and others"));
}

/* before, the reports' names, after */
static bool ask_of(struct origin_work *o, struct str before, const uint32_t *reports, uint32_t n,
                   struct str after) {
    struct buf b;
    buf_init(&b, o->w->a, QUESTION_BYTES);
    buf_put(&b, before);
    put_names(&b, o, reports, n);
    buf_put(&b, after);
    return ask(o, &b, reports, n);
}

static bool ask_on_links(struct origin_work *o) {
    const struct comparison *c = o->w->c;
    for (uint32_t i = 0; i < o->n; i++) {
        const struct carrier *k = &o->carriers[i];
        if (k->copies_from == NO_INDEX || !k->direction_unknown)
            continue;
        uint32_t pair[2] = {o->carriers[k->copies_from].report, k->report};
        if (pair[0] > pair[1]) {
            pair[1] = pair[0];
            pair[0] = k->report;
        }
        if (!same_name(o, pair[0], pair[1]) &&
            !ask_of(o, STR("Who printed the shared text first: "), pair, 2, STR("?")))
            return false;
    }
    for (uint32_t i = o->first_link; i < c->links.n; i++) {
        const struct link *x = &c->links.at[i];
        if (!x->partial || x->origin == NO_INDEX)
            continue;
        struct buf b;
        buf_init(&b, o->w->a, QUESTION_BYTES);
        buf_put(&b, STR("Which part of the report of "));
        put_names(&b, o, &x->from, 1);
        buf_put(&b, STR(" is "));
        buf_put(&b, c->origins.at[x->origin].name);
        buf_put(&b, STR("'s?"));
        if (!ask(o, &b, &x->from, 1))
            return false;
    }
    return true;
}

/* Where shared text comes from: of the reports that have it. */
static bool ask_on_text(struct origin_work *o, const struct origin *x) {
    struct node_set reports = {0};
    for (uint32_t i = 0; i < x->evidence.n; i++)
        if (!node_set_add(o->w, &reports, x->evidence.at[i].report))
            return false;
    return ask_of(o, STR("Where does the text that is shared come from, printed by "),
                  reports.at.at, reports.at.n, STR("?"));
}

/* Outlets that credit one another. */
static bool ask_on_circle(struct origin_work *o) {
    struct node_set reports = {0};
    for (uint32_t i = 0; i < o->circle.at.n; i++) {
        uint32_t first = o->first_own[o->circle.at.at[i]];
        if (first != NO_INDEX && !node_set_add(o->w, &reports, o->carriers[first].report))
            return false;
    }
    return reports.at.n < 2 || ask_of(o, STR("Who had it first, when each credits another: "),
                                      reports.at.at, reports.at.n, STR("?"));
}

static bool ask_on_origins(struct origin_work *o) {
    const struct comparison *c = o->w->c;
    for (uint32_t i = o->first_origin; i < c->origins.n; i++) {
        const struct origin *x = &c->origins.at[i];
        const struct origin_facts *f = &o->facts.at[i];
        uint32_t other = compare_stands_apart(f) ? compare_maybe_same(o, i) : NO_INDEX;
        if (compare_is_text(f)) {
            if (!ask_on_text(o, x))
                return false;
            continue;
        }
        uint32_t full = compare_stands_apart(f) ? compare_maybe_named(o, i) : NO_INDEX;
        uint32_t report = x->evidence.n ? x->evidence.at[0].report : o->carriers[0].report;
        struct buf b;
        buf_init(&b, o->w->a, QUESTION_BYTES);
        if (f->check && !f->check_means) {
            buf_put(&b, STR("How did "));
            buf_put(&b, x->name);
            buf_put(&b, STR(" confirm it?"));
        } else if (other != NO_INDEX) {
            buf_put(&b, STR("Are the people behind "));
            buf_put(&b, c->origins.at[other].name);
            buf_put(&b, STR(" ("));
            buf_put(&b, c->origins.at[other].via);
            buf_put(&b, STR(") and behind "));
            buf_put(&b, x->name);
            buf_put(&b, STR(" ("));
            buf_put(&b, x->via);
            buf_put(&b, STR(") the same?"));
        } else if (full != NO_INDEX) {
            buf_put(&b, STR("Are "));
            buf_put(&b, c->origins.at[full].name);
            buf_put(&b, STR(" and "));
            buf_put(&b, x->name);
            buf_put(&b, STR(" one outlet?"));
        } else {
            continue;
        }
        if (!ask(o, &b, &report, 1))
            return false;
    }
    return true;
}

/* "Portwire (two officials)", or the report whose unnamed people they are. */
static void put_people(struct buf *b, const struct comparison *c, const struct origin *x) {
    uint32_t report = x->evidence.n ? x->evidence.at[0].report : NO_INDEX;
    bool unnamed = x->kind == ORIGIN_UNNAMED && report != NO_INDEX;
    buf_put(b, unnamed ? compare_report_name(&c->reports.at[report]) : x->name);
    buf_put(b, STR(" ("));
    buf_put(b, x->via);
    buf_put(b, STR(")"));
}

static bool ask_on_people(struct origin_work *o, uint32_t a, uint32_t b) {
    const struct comparison *c = o->w->c;
    const struct origin *x = &c->origins.at[a], *y = &c->origins.at[b];
    struct node_set reports = {0};
    struct buf text;
    buf_init(&text, o->w->a, QUESTION_BYTES);
    buf_put(&text, STR("Are the people behind "));
    put_people(&text, c, x);
    buf_put(&text, STR(" and behind "));
    put_people(&text, c, y);
    buf_put(&text, STR(" the same?"));
    bool ok = (!x->evidence.n || node_set_add(o->w, &reports, x->evidence.at[0].report)) &&
              (!y->evidence.n || node_set_add(o->w, &reports, y->evidence.at[0].report));
    return ok && ask(o, &text, reports.at.at, reports.at.n);
}

/* Somebody vouches for what the report tells of a claim: not rumours, nor media without a name. */
static bool is_vouched(const struct origin_work *o, const struct claim_report *r) {
    for (uint32_t i = 0; i < r->origins.n; i++)
        if (!o->facts.at[r->origins.at[i]].at_large)
            return true;
    return false;
}

/* The reports of which nothing was found that anybody vouches for. */
static bool nobodys(struct node_set *out, struct origin_work *o, const struct story *story) {
    const struct comparison *c = o->w->c;
    bool *vouched = work_zero(o->w, c->reports.n, sizeof *vouched);
    if (!vouched)
        return false;
    for (uint32_t i = 0; i < c->claims.n; i++)
        for (uint32_t r = 0; c->claims.at[i].story == o->story && r < c->claims.at[i].reports.n;
             r++)
            if (is_vouched(o, &c->claims.at[i].reports.at[r]))
                vouched[c->claims.at[i].reports.at[r].report] = true;
    for (uint32_t i = 0; i < story->unsourced.n; i++)
        if (!vouched[story->unsourced.at[i]] && !node_set_add(o->w, out, story->unsourced.at[i]))
            return false;
    return true;
}

int compare_ask(struct origin_work *o) {
    struct node_set unsourced = {0};
    bool ok = nobodys(&unsourced, o, &o->w->c->stories.at[o->story]);
    if (ok && unsourced.at.n)
        ok = ask_of(o,
                    unsourced.at.n == 1 ? STR("Whose word does the report of ")
                                        : STR("Whose word do the reports of "),
                    unsourced.at.at, unsourced.at.n,
                    STR(" rest on? No credit to another outlet was found for it, and no copied "
                        "text."));
    ok = ok && ask_on_circle(o) && ask_on_links(o) && ask_on_origins(o);
    for (uint32_t i = 0; ok && i < o->maybe_same.n && i < PAIRS_ASKED; i++)
        ok = ask_on_people(o, o->maybe_same.at[i].from, o->maybe_same.at[i].to);
    return ok ? TS_OK : work_memory(o->w);
}
