/* How many independent origins a story has, by which rules, and what stays open. */
#include "compare/origin_parts.h"

#include "base/buf.h"

#include <stdlib.h>

enum { QUESTION_BYTES = 4000, NAMES_SHOWN = 8 };

/* The ids of the rules that were used; by id. */
static bool add_rule(struct origin_work *o, struct count_range *range, const char *id, bool used) {
    if (!used || !work_rule(o->w, id))
        return true;
    struct str *rule = VEC_PUSH(o->w->a, &range->rules);
    if (rule)
        *rule = str_of(id);
    return rule != NULL;
}

/* An outlet that no report rests on alone may have what it is credited for from the one beside it.
 */
static bool stands_apart(const struct origin_facts *f) {
    return (f->credited && f->alone) || f->own_word || f->check_means;
}

/* The first two content words' stems of the words for unnamed people; how many there are. */
static unsigned people_stems(uint32_t out[2], const struct origin_work *o, struct str via) {
    unsigned n = 0;
    for (struct str rest = via; rest.at && n < 2;) {
        struct str word = str_trim(str_split(&rest, ' '));
        struct str lower = utf8_lower_copy(o->w->scratch, str_cut(word, 0, 60));
        if (!lower.at)
            return n; /* no memory: the descriptions are taken as unlike */
        while (lower.n && (lower.at[lower.n - 1] == ',' || lower.at[lower.n - 1] == '.'))
            lower.n--;
        uint32_t id = lower.n ? map_get(&o->w->vocabulary.ids, lower) : MAP_NONE;
        if (id == MAP_NONE || o->w->vocabulary.words.at[id].tier == TIER_STOP)
            continue;
        out[n++] = o->w->vocabulary.words.at[id].stem;
    }
    return n;
}

/* Whether the unnamed people behind two outlets may be the same: described by a word in common. */
static bool same_people(const struct origin_work *o, const struct origin *a,
                        const struct origin *b) {
    uint32_t x[2], y[2];
    if (!a->via.n || !b->via.n)
        return false;
    unsigned m = people_stems(x, o, a->via), n = people_stems(y, o, b->via);
    for (unsigned i = 0; i < m; i++)
        for (unsigned k = 0; k < n; k++)
            if (x[i] == y[k])
                return true;
    return false;
}

/* An earlier origin of the story behind which the same people may stand, or NO_INDEX. */
static uint32_t maybe_same(const struct origin_work *o, uint32_t origin) {
    const struct comparison *c = o->w->c;
    for (uint32_t i = o->first_origin; i < origin; i++)
        if (stands_apart(&o->facts.at[i]) &&
            same_people(o, &c->origins.at[i], &c->origins.at[origin]))
            return i;
    return NO_INDEX;
}

static struct str because(uint32_t credited, uint32_t checks, uint32_t bare_checks, uint32_t texts,
                          bool maybe, bool beside) {
    if (maybe)
        return STR(
            "Different outlets are credited, but the unnamed people behind them may be the same.");
    if (beside)
        return STR("Different origins are credited, some of them only beside another from whom "
                   "they may have it.");
    if (checks && credited)
        return credited == 1
                   ? STR("Every credit leads to one origin; an outlet that tells how it checked "
                         "adds one.")
                   : STR("Several origins are credited, and an outlet tells how it checked.");
    if (bare_checks && credited)
        return STR(
            "An outlet says that it confirmed without telling how: counted only at the most.");
    if (checks || bare_checks)
        return STR("Outlets say that they checked by themselves; no other origin is credited.");
    if (texts && credited)
        return STR("Copied text for which nobody is credited may come from the origin that others "
                   "credit.");
    if (texts)
        return STR(
            "The reports share text for which nobody is credited: its origin is counted once.");
    if (credited == 1)
        return STR("Every credit leads to one origin.");
    return credited ? STR("Different origins are credited.")
                    : STR("No report credits another outlet for it, and none shares much text with "
                          "another.");
}

static bool count(struct origin_work *o, struct count_range *range) {
    const struct comparison *c = o->w->c;
    uint32_t credited = 0, checks = 0, bare = 0, texts = 0, least = 0;
    bool maybe = false, beside = false;
    for (uint32_t i = o->first_origin; i < c->origins.n; i++) {
        const struct origin_facts *f = &o->facts.at[i];
        bool may_be_same =
            stands_apart(f) && work_rule(o->w, "unnamed-range") && maybe_same(o, i) != NO_INDEX;
        uint32_t *at = VEC_PUSH(o->w->a, &range->origins);
        if (!at)
            return false;
        *at = i;
        maybe = maybe || may_be_same;
        least += stands_apart(f) && !may_be_same;
        credited += f->credited || f->own_word;
        beside = beside || (f->credited && !stands_apart(f) && c->origins.n - o->first_origin > 1);
        checks += !f->credited && f->check_means;
        bare += !f->credited && f->check && !f->check_means;
        texts += f->text;
    }
    range->at_most = range->origins.n;
    range->at_least = least || !range->at_most ? least : 1;
    range->because = because(credited, checks, bare, texts, maybe, beside);
    return add_rule(o, range, "agency-one", o->used_agency) &&
           add_rule(o, range, "copy-one", o->used_copy);
}

static bool is_checked(const struct origin_work *o, bool means_too) {
    for (uint32_t i = o->first_origin; i < o->w->c->origins.n; i++)
        if (o->facts.at[i].check && (means_too || !o->facts.at[i].check_means))
            return true;
    return false;
}

/* Rules that show in what the carriers and origins are. */
static bool more_rules(struct origin_work *o, struct count_range *range, bool unsourced) {
    const struct comparison *c = o->w->c;
    bool shared = false, plural = false, no_check = false, unnamed = false;
    for (uint32_t i = o->first_origin; i < c->origins.n; i++) {
        plural = plural || c->origins.at[i].stated_people;
        unnamed = unnamed || (stands_apart(&o->facts.at[i]) && maybe_same(o, i) != NO_INDEX);
    }
    for (uint32_t i = 0; i < o->n; i++) {
        no_check = no_check || o->carriers[i].no_check;
        for (uint32_t j = 0; j < o->carriers[i].credited.at.n; j++)
            shared = shared || o->credited_by[o->carriers[i].credited.at.at[j]] > 1;
    }
    return add_rule(o, range, "credit-one", shared) &&
           add_rule(o, range, "credit-passes", o->used_passes) &&
           add_rule(o, range, "family-one", o->used_family) &&
           add_rule(o, range, "no-check-noted", no_check) &&
           add_rule(o, range, "own-check-adds", is_checked(o, true)) &&
           add_rule(o, range, "plural-kept", plural) &&
           add_rule(o, range, "unnamed-range", unnamed) &&
           add_rule(o, range, "unsourced-apart", unsourced);
}

static int rule_order(const void *x, const void *y) {
    return str_cmp(*(const struct str *)x, *(const struct str *)y);
}

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

static void put_names(struct buf *b, const struct origin_work *o, const uint32_t *reports,
                      uint32_t n) {
    for (uint32_t i = 0; i < n && i < NAMES_SHOWN; i++) {
        if (i)
            buf_put(b, i + 1 == n ? STR(" and ") : STR(", "));
        buf_put(b, compare_report_name(&o->w->c->reports.at[reports[i]]));
    }
    if (n > NAMES_SHOWN)
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
        if (!ask_of(o, STR("Who printed the shared text first: "), pair, 2, STR("?")))
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

static bool ask_on_origins(struct origin_work *o) {
    const struct comparison *c = o->w->c;
    for (uint32_t i = o->first_origin; i < c->origins.n; i++) {
        const struct origin *x = &c->origins.at[i];
        const struct origin_facts *f = &o->facts.at[i];
        uint32_t other = stands_apart(f) ? maybe_same(o, i) : NO_INDEX;
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
        } else if (f->text) {
            buf_put(&b, STR("Where does the text that "));
            buf_put(&b, x->name);
            buf_put(&b, STR(" shares with others come from?"));
        } else {
            continue;
        }
        if (!ask(o, &b, &report, 1))
            return false;
    }
    return true;
}

/* Reports that name no source, share no text and checked nothing: listed apart, or, with the rule
 * off, counted. */
static bool list_unsourced(struct origin_work *o, struct story *story) {
    for (uint32_t i = 0; i < o->n; i++) {
        const struct carrier *k = &o->carriers[i];
        bool checked = k->check != NO_INDEX && work_rule(o->w, "own-check-adds");
        if (k->rests_on.at.n || k->opinion || checked)
            continue;
        uint32_t *at = VEC_PUSH(o->w->a, &story->unsourced);
        if (!at)
            return false;
        *at = k->report;
    }
    return true;
}

static bool count_unsourced(struct origin_work *o, struct story *story) {
    for (uint32_t i = 0; i < story->unsourced.n; i++) {
        struct origin *x = VEC_PUSH(o->w->a, &o->w->c->origins);
        struct origin_facts *f = x ? VEC_PUSH(o->w->scratch, &o->facts) : NULL;
        if (!f)
            return false;
        *f = (struct origin_facts){.node = NO_INDEX};
        *x = (struct origin){.story = o->story,
                             .name =
                                 compare_report_name(&o->w->c->reports.at[story->unsourced.at[i]]),
                             .kind = ORIGIN_OUTLET};
    }
    story->unsourced.n = 0;
    return true;
}

int compare_count_origins(struct origin_work *o) {
    struct work *w = o->w;
    struct story *story = &w->c->stories.at[o->story];
    struct count_range *range = &story->supporting;
    bool ok = list_unsourced(o, story);
    if (ok && !work_rule(w, "unsourced-apart"))
        ok = count_unsourced(o, story);
    ok = ok && count(o, range) && more_rules(o, range, story->unsourced.n > 0);
    if (ok && range->rules.n)
        qsort(range->rules.at, range->rules.n, sizeof *range->rules.at, rule_order);
    if (ok && story->unsourced.n)
        ok = ask_of(o, STR("Whose word does the report of "), story->unsourced.at,
                    story->unsourced.n,
                    STR(" rest on? No other outlet is credited, and no text is shared."));
    return ok && ask_on_links(o) && ask_on_origins(o) ? TS_OK : work_memory(w);
}
