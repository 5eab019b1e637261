/* How many independent origins a story has, by which rules, and what stays open. */
#include "compare/origin_parts.h"
#include "compare/source_names.h"

#include <stdlib.h>

bool compare_add_rule(struct work *w, struct count_range *range, const char *id, bool used) {
    if (!used || !work_rule(w, id))
        return true;
    struct str *rule = VEC_PUSH(w->a, &range->rules);
    if (rule)
        *rule = str_of(id);
    return rule != NULL;
}

/* An outlet that no report rests on alone may have what it is credited for from the one beside it.
 */
bool compare_stands_apart(const struct origin_facts *f) {
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

/* The kind of unnamed people, from 1, by their noun: of one kind are those whom several words may
 * mean; 0 for others and for those of a named body ("UN investigators"). */
static unsigned kind_of_people(struct str via) {
    enum { KINDS = 4, WORDS = 20 };
    static const char *const kinds[KINDS][WORDS] = {
        {"police", "officer", "officers", "detective", "detectives", "investigator",
         "investigators", "cop", "cops", "trooper", "troopers", "constable", "constables"},
        {"doctor", "doctors", "medic", "medics", "nurse", "nurses", "paramedic", "paramedics",
         "physician", "physicians", "surgeon", "surgeons"},
        {"witness", "witnesses", "eyewitness", "eyewitnesses", "bystander", "bystanders",
         "onlooker", "onlookers", "passer-by", "passers-by", "resident", "residents", "locals",
         "neighbour", "neighbours", "neighbor", "neighbors", "villager", "villagers"},
        {"source", "sources", "insider", "insiders"},
    };
    static const char *const links[] = {" at ", " of ", " in ", " from ", " who ", " with ", ","};
    struct str head = str_before_any(via, links, sizeof links / sizeof *links), rest = head;
    struct str noun = source_last_word(head);
    for (str_split(&rest, ' '); rest.at;) /* the first word may begin a sentence */
        if (utf8_capital(str_split(&rest, ' ')))
            return 0;
    for (unsigned k = 0; k < KINDS; k++)
        for (unsigned i = 0; i < WORDS && kinds[k][i]; i++)
            if (str_eq_nocase(noun, str_of(kinds[k][i])))
                return k + 1;
    return 0;
}

/* Whether the unnamed people behind two outlets may be the same: described by a word in common, or
 * by nouns for one kind of people. */
bool compare_same_people(const struct origin_work *o, const struct origin *a,
                         const struct origin *b) {
    uint32_t x[2], y[2];
    if (!a->via.n || !b->via.n)
        return false;
    const unsigned kind = kind_of_people(a->via);
    if (kind && kind == kind_of_people(b->via))
        return true;
    unsigned m = people_stems(x, o, a->via), n = people_stems(y, o, b->via);
    for (unsigned i = 0; i < m; i++)
        for (unsigned k = 0; k < n; k++)
            if (x[i] == y[k])
                return true;
    return false;
}

/* An earlier origin of the story behind which the same people may stand, or NO_INDEX. */
uint32_t compare_maybe_same(const struct origin_work *o, uint32_t origin) {
    const struct comparison *c = o->w->c;
    for (uint32_t i = o->first_origin; i < origin; i++)
        if (compare_stands_apart(&o->facts.at[i]) &&
            compare_same_people(o, &c->origins.at[i], &c->origins.at[origin]))
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
uint32_t compare_maybe_named(const struct origin_work *o, uint32_t origin) {
    const struct comparison *c = o->w->c;
    struct str name = without_the(c->origins.at[origin].name);
    for (uint32_t i = o->first_origin; i < origin; i++) {
        struct str other = without_the(c->origins.at[i].name);
        if (compare_stands_apart(&o->facts.at[i]) &&
            (is_end_of(name, other) || is_end_of(other, name)))
            return i;
    }
    return NO_INDEX;
}

/* Copied text for which nobody is credited, nowhere in the story. */
bool compare_is_text(const struct origin_facts *f) {
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
        bool may_be_same = compare_stands_apart(f) && work_rule(o->w, "unnamed-range") &&
                           compare_maybe_same(o, i) != NO_INDEX;
        uint32_t *at = VEC_PUSH(o->w->a, &range->origins);
        if (!at)
            return false;
        *at = i;
        bool named_so = compare_stands_apart(f) && compare_maybe_named(o, i) != NO_INDEX;
        least += compare_stands_apart(f) && !may_be_same && !named_so;
        n.maybe_named = n.maybe_named || named_so;
        n.maybe_same = n.maybe_same || may_be_same;
        n.beside = n.beside ||
                   (f->credited && !compare_stands_apart(f) && c->origins.n - o->first_origin > 1);
        bool named = f->credited || f->own_word;
        n.credited += f->credited;
        n.own_words += f->own_word && !f->credited;
        n.checks += !named && f->check_means;
        n.bare_checks += !named && f->check && !f->check_means && !f->check_elsewhere;
        n.checks_elsewhere += !named && f->check && !f->check_means && f->check_elsewhere;
        n.parts += !named && !f->check && f->partial;
        n.texts += compare_is_text(f);
    }
    range->at_most = range->origins.n;
    range->at_least = least || !range->at_most ? least : 1;
    range->because = because(&n);
    return compare_add_rule(o->w, range, "agency-one", o->used_agency) &&
           compare_add_rule(o->w, range, "copy-one", o->used_copy);
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
        unnamed = unnamed ||
                  (compare_stands_apart(&o->facts.at[i]) && compare_maybe_same(o, i) != NO_INDEX);
    }
    for (uint32_t i = 0; i < o->n; i++) {
        no_check = no_check || o->carriers[i].no_check;
        for (uint32_t j = 0; j < o->carriers[i].credited.at.n; j++)
            shared = shared || o->credited_by[o->carriers[i].credited.at.at[j]] > 1;
    }
    return compare_add_rule(o->w, range, "credit-one", shared) &&
           compare_add_rule(o->w, range, "credit-passes", o->used_passes) &&
           compare_add_rule(o->w, range, "family-one", o->used_family) &&
           compare_add_rule(o->w, range, "no-check-noted", no_check) &&
           compare_add_rule(o->w, range, "own-check-adds", is_checked(o, true)) &&
           compare_add_rule(o->w, range, "plural-kept", plural) &&
           compare_add_rule(o->w, range, "unnamed-range", unnamed) &&
           compare_add_rule(o->w, range, "unsourced-apart", unsourced);
}

static int rule_order(const void *x, const void *y) {
    return str_cmp(*(const struct str *)x, *(const struct str *)y);
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
    return ok ? TS_OK : work_memory(w);
}
