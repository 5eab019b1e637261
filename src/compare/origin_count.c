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

/* "Herald" of "Lissen Bay Herald". */
static bool is_end_of(struct str whole, struct str word) {
    return str_find_byte(word, ' ', 0) == SIZE_MAX && whole.n > word.n + 1 &&
           whole.at[whole.n - word.n - 1] == ' ' &&
           str_eq_nocase(str_cut(whole, whole.n - word.n, whole.n), word);
}

static struct str without_the(struct str name) {
    return str_starts_nocase(name, STR("the ")) ? str_cut(name, 4, name.n) : name;
}

/* An earlier origin that this one may be by a shorter or longer name, or NO_INDEX. */
static uint32_t maybe_named(const struct origin_work *o, uint32_t origin) {
    const struct comparison *c = o->w->c;
    struct str name = without_the(c->origins.at[origin].name);
    for (uint32_t i = o->first_origin; i < origin; i++) {
        struct str other = without_the(c->origins.at[i].name);
        if (stands_apart(&o->facts.at[i]) && (is_end_of(name, other) || is_end_of(other, name)))
            return i;
    }
    return NO_INDEX;
}

/* Copied text for which nobody is credited, nowhere in the story. */
static bool is_text(const struct origin_facts *f) {
    return f->text && !f->credited && !f->own_word && !f->partial;
}

/* What the origins of a story are by. */
struct standing {
    uint32_t credited, own_words, parts, checks, bare_checks, checks_elsewhere, texts;
    bool maybe_same, maybe_named, beside, circle, opinion_only;
};

static struct str because_of_checks(const struct standing *n) {
    if (!n->credited && !n->own_words)
        return STR("Outlets say that they checked by themselves; no other origin is credited.");
    if (!n->checks && n->checks_elsewhere && !n->bare_checks)
        return STR("An outlet tells how it checked, but what it checked stands in no other report: "
                   "counted only at the most.");
    if (!n->checks)
        return STR(
            "An outlet says that it confirmed without telling how: counted only at the most.");
    if (n->credited == 1 && !n->own_words)
        return STR(
            "Every credit that was found leads to one origin; an outlet that tells how it checked "
            "adds one.");
    return n->credited ? STR("Several origins are credited, and an outlet tells how it checked.")
                       : STR("Outlets report it themselves, and one tells how it checked.");
}

static struct str because_of_texts(const struct standing *n) {
    if (n->credited || n->own_words || n->parts)
        return STR("Copied text for which nobody is credited may come from the origin that others "
                   "name.");
    if (n->texts > 1)
        return STR("The reports share several texts for which nobody is credited; they may have "
                   "one origin.");
    return STR("The reports share text for which nobody is credited: its origin is counted once.");
}

/* Each text must be true of every story that it is given for: the special comes before the usual.
 */
static struct str because(const struct standing *n) {
    if (n->maybe_same)
        return STR("Unnamed people stand behind different outlets, and may be the same people.");
    if (n->maybe_named)
        return STR("A short name may stand for an outlet that another report names in full.");
    if (n->beside)
        return STR("Different origins are credited, some of them only beside another from whom "
                   "they may have it.");
    if (n->parts)
        return n->credited || n->own_words
                   ? STR("An origin that is credited for a part of a report only is counted only "
                         "at the most.")
                   : STR("Nobody is credited for more than a part of a report.");
    if (n->checks || n->bare_checks || n->checks_elsewhere)
        return because_of_checks(n);
    if (n->texts)
        return because_of_texts(n);
    if (n->circle && n->credited == 1 && !n->own_words)
        return STR("The outlets credit one another in a circle: counted once.");
    if (n->credited)
        return n->own_words         ? STR("Outlets are credited, and others report it themselves.")
               : (n->credited == 1) ? STR("Every credit that was found leads to one origin.")
                                    : STR("Different origins are credited.");
    if (n->own_words)
        return n->own_words == 1
                   ? STR("One outlet reports it on the word of its own people; nobody credits it.")
                   : STR("Outlets report it on the word of their own people; nobody credits them.");
    if (n->opinion_only)
        return STR("Only opinion pieces credit anybody for it, and they add no origin.");
    return STR(
        "No report was found to credit another outlet for it, and none shares much text with "
        "another.");
}

static bool only_opinion_credits(const struct origin_work *o) {
    for (uint32_t i = o->first_credit; i < o->w->c->credits.n; i++) {
        const struct credit *c = &o->w->c->credits.at[i];
        if (c->not_counted.at && str_eq(c->not_counted, NOT_COUNTED_OPINION))
            return true;
    }
    return false;
}

static bool count(struct origin_work *o, struct count_range *range) {
    const struct comparison *c = o->w->c;
    struct standing n = {.circle = o->circle.at.n > 0, .opinion_only = only_opinion_credits(o)};
    uint32_t least = 0;
    for (uint32_t i = o->first_origin; i < c->origins.n; i++) {
        const struct origin_facts *f = &o->facts.at[i];
        bool may_be_same =
            stands_apart(f) && work_rule(o->w, "unnamed-range") && maybe_same(o, i) != NO_INDEX;
        uint32_t *at = VEC_PUSH(o->w->a, &range->origins);
        if (!at)
            return false;
        *at = i;
        bool named_so = stands_apart(f) && maybe_named(o, i) != NO_INDEX;
        least += stands_apart(f) && !may_be_same && !named_so;
        n.maybe_named = n.maybe_named || named_so;
        n.maybe_same = n.maybe_same || may_be_same;
        n.beside =
            n.beside || (f->credited && !stands_apart(f) && c->origins.n - o->first_origin > 1);
        bool named = f->credited || f->own_word;
        n.credited += f->credited;
        n.own_words += f->own_word && !f->credited;
        n.checks += !named && f->check_means;
        n.bare_checks += !named && f->check && !f->check_means && !f->check_elsewhere;
        n.checks_elsewhere += !named && f->check && !f->check_means && f->check_elsewhere;
        n.parts += !named && !f->check && f->partial;
        n.texts += is_text(f);
    }
    range->at_most = range->origins.n;
    range->at_least = least || !range->at_most ? least : 1;
    range->because = because(&n);
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
        uint32_t other = stands_apart(f) ? maybe_same(o, i) : NO_INDEX;
        if (is_text(f)) {
            if (!ask_on_text(o, x))
                return false;
            continue;
        }
        uint32_t full = stands_apart(f) ? maybe_named(o, i) : NO_INDEX;
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
        ok = ask_of(o,
                    story->unsourced.n == 1 ? STR("Whose word does the report of ")
                                            : STR("Whose word do the reports of "),
                    story->unsourced.at, story->unsourced.n,
                    STR(" rest on? No credit to another outlet was found for it, and no copied "
                        "text."));
    return ok && ask_on_circle(o) && ask_on_links(o) && ask_on_origins(o) ? TS_OK : work_memory(w);
}
