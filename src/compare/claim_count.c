/* How many independent origins each side of a claim has, and by which rules. */
#include "compare/claim_origins.h"

#include "compare/family_sources.h"
#include "compare/nameless_sources.h"

enum { PAIRS_MAX = 32, NAMES_LOOKED_AT = 64, CALLED_BYTES_MAX = 1 << 26 };

/* Whether the origin surely has not its word from another one of the claim: a person, an
 * organisation or a document speaks for itself; an outlet whose own people or work no report tells
 * of may have it from another, and rumours and media that are not named may from any. */
static bool stands(const struct claim_work *c, uint32_t origin) {
    const struct origin *x = &c->o->w->c->origins.at[origin];
    const struct origin_facts *f = &c->o->facts.at[origin];
    switch (x->kind) {
    case ORIGIN_OUTLET:
        return f->own_word || x->via.n;
    case ORIGIN_OWN:
        return f->check_means;
    default:
        return !f->at_large;
    }
}

static bool has_unnamed(const struct origin *x) {
    return x->kind == ORIGIN_OUTLET || x->kind == ORIGIN_UNNAMED;
}

/* Unnamed people who spoke to one outlet: under two descriptions they may be the same. */
static bool told_one_outlet(const struct claim_work *c, uint32_t a, uint32_t b) {
    const struct origin *all = c->o->w->c->origins.at;
    uint32_t to = c->o->facts.at[a].told_to;
    return all[a].kind == ORIGIN_UNNAMED && all[b].kind == ORIGIN_UNNAMED && to != NO_INDEX &&
           to == c->o->facts.at[b].told_to;
}

/* Whether a text calls a person by a role: "Governor Ann Roe", "Ann Roe, the Norland governor". */
static bool calls(struct str text, struct str person, struct str role) {
    enum { BYTES_BEHIND = 60 };
    size_t at = str_find(text, person, 0);
    for (unsigned n = 0; n < NAMES_LOOKED_AT && at != SIZE_MAX;
         n++, at = str_find(text, person, at + 1)) {
        struct str behind = str_cut(text, at + person.n, text.n);
        bool comma = str_starts(behind, STR(", ")) && behind.n > sizeof ", " - 1;
        behind = str_cut(behind, comma ? sizeof ", " - 1 : behind.n, behind.n);
        behind = str_cut(behind, 0, behind.n < BYTES_BEHIND ? behind.n : BYTES_BEHIND);
        behind = str_cut(behind, 0, str_find_byte(behind, ',', 0));
        if (str_eq_nocase(source_last_word(str_trim(str_cut(text, 0, at))), role) ||
            words_have_one(behind, role))
            return true;
    }
    return false;
}

/* "The governor" of one report and Ann Roe, whom a report of the story calls so, may be one; where
 * too much text has been looked at for it, they may too. */
static bool is_called(struct claim_work *c, uint32_t a, uint32_t b) {
    const struct comparison *all = c->o->w->c;
    uint32_t role = all->origins.at[a].kind == ORIGIN_UNNAMED ? a : b, person = role == a ? b : a;
    const struct origin *x = &all->origins.at[role], *y = &all->origins.at[person];
    if (x->kind != ORIGIN_UNNAMED || y->kind != ORIGIN_PERSON ||
        !str_starts_nocase(x->name, STR("the ")))
        return false;
    uint32_t *known = map_put_u64(&c->called, (uint64_t)role << 32 | person);
    if (!known || c->called_bytes > CALLED_BYTES_MAX)
        return true;
    if (*known != MAP_NONE)
        return *known;
    static const char *const links[] = {" of ", " for ", " at ", " in ", " from "};
    struct str role_word =
        source_last_word(str_before_any(x->name, links, sizeof links / sizeof *links));
    *known = false;
    const struct story *story = &all->stories.at[c->claim->story];
    for (uint32_t i = 0; !*known && i < story->reports.n; i++) {
        struct str text = all->reports.at[story->reports.at[i]].article->text;
        c->called_bytes += (uint32_t)text.n;
        *known = calls(text, y->name, role_word);
    }
    return *known;
}

/* "The user" of one report and "a Postbox user" of another may be one. */
static bool may_be_user(const struct origin *a, const struct origin *b) {
    const struct str back = STR("the user");
    const struct origin *other = str_eq_nocase(a->name, back) ? b : a;
    return a->kind == ORIGIN_UNNAMED && b->kind == ORIGIN_UNNAMED &&
           (other == b || str_eq_nocase(b->name, back)) && str_ends(other->name, STR(" user"));
}

static bool is_nameless_family(const struct origin *x) {
    return x->kind == ORIGIN_UNNAMED && family_is_nameless(x->name);
}

/* "A family spokesman" of one report and the Roe family of another may be one. */
static bool may_be_family(const struct origin *a, const struct origin *b) {
    bool one = is_nameless_family(a), other = is_nameless_family(b);
    return (one && (other || str_ends(b->name, STR(" family")))) ||
           (other && str_ends(a->name, STR(" family")));
}

/* "Researchers at Holm University" and Holm University, which may speak by them. */
static bool may_be_of_body(const struct origin *a, const struct origin *b) {
    const struct origin *people = a->kind == ORIGIN_UNNAMED ? a : b, *body = people == a ? b : a;
    return people->kind == ORIGIN_UNNAMED && body->kind == ORIGIN_ORGANISATION &&
           str_find_byte(body->name, ' ', 0) != SIZE_MAX &&
           str_find_nocase(people->name, body->name, 0) != SIZE_MAX;
}

/* "The founders", "both men", "its owners": people of whom the report may tell again, by their
 * names elsewhere or for a body. */
static bool are_told_again(const struct origin *x) {
    static const char *const again[] = {"the", "these", "those", "both", "its"};
    static const char *const links[] = {" of ", " at ", " in ", " from ", " who ", " with ", ","};
    struct str rest = x->name;
    struct str noun =
        source_last_word(str_before_any(x->name, links, sizeof links / sizeof *links));
    return x->kind == ORIGIN_UNNAMED &&
           str_is_one_of(str_split(&rest, ' '), again, sizeof again / sizeof *again) &&
           (str_ends(noun, STR("s")) || str_ends(noun, STR("men")) || str_eq(noun, STR("people")));
}

/* An origin of the side behind which the same people may stand, earlier in its list; of people who
 * are told of again also a person or body behind them; or NO_INDEX. */
static uint32_t maybe_same(struct claim_work *c, enum side side, uint32_t at) {
    const struct node_set *of = &c->of[side];
    const struct origin *all = c->o->w->c->origins.at, *x = &all[of->at.at[at]];
    for (uint32_t i = 0; i < at; i++)
        if (is_called(c, of->at.at[i], of->at.at[at]) || may_be_user(&all[of->at.at[i]], x) ||
            may_be_family(&all[of->at.at[i]], x) || may_be_of_body(&all[of->at.at[i]], x))
            return of->at.at[i];
    if (of->at.at[at] == c->told_first && node_set_has(of, c->named_then))
        return c->named_then;
    const bool again = are_told_again(x);
    for (uint32_t i = 0; again && i < of->at.n; i++)
        if (all[of->at.at[i]].kind == ORIGIN_PERSON ||
            all[of->at.at[i]].kind == ORIGIN_ORGANISATION)
            return of->at.at[i];
    for (uint32_t i = 0; i < at; i++)
        if (stands(c, of->at.at[i]) && has_unnamed(&all[of->at.at[i]]) && has_unnamed(x) &&
            (told_one_outlet(c, of->at.at[i], of->at.at[at]) ||
             compare_same_people(c->o, &all[of->at.at[i]], x)))
            return of->at.at[i];
    return NO_INDEX;
}

/* Two origins that may be the same people's, to be asked about once; the story's own outlets are
 * asked about already. */
static bool note_pair(struct claim_work *c, uint32_t a, uint32_t b) {
    struct origin_work *o = c->o;
    bool known = compare_stands_apart(&o->facts.at[b]) && compare_maybe_same(o, b) == a;
    for (uint32_t i = 0; !known && i < o->maybe_same.n; i++)
        known = o->maybe_same.at[i].from == a && o->maybe_same.at[i].to == b;
    struct node_edge *pair =
        known || o->maybe_same.n == PAIRS_MAX ? NULL : VEC_PUSH(o->w->scratch, &o->maybe_same);
    if (pair)
        *pair = (struct node_edge){a, b};
    return pair || known || o->maybe_same.n == PAIRS_MAX;
}

/* What the rules of a side show in. */
struct seen {
    bool shared, speaker, carried, check, no_check, maybe_same, beside, plural, agency;
};

static struct seen look(struct claim_work *c, enum side side) {
    struct seen s = {0};
    const struct comparison *all = c->o->w->c;
    for (uint32_t i = 0; i < c->of[side].at.n; i++) {
        uint32_t origin = c->of[side].at.at[i], with = 0;
        const struct origin *x = &all->origins.at[origin];
        for (uint32_t k = 0; k < c->claim->reports.n; k++)
            with += claim_report_has(&c->claim->reports.at[k], origin);
        bool person = x->kind == ORIGIN_PERSON || x->kind == ORIGIN_ORGANISATION;
        s.shared = s.shared || (with > 1 && !person);
        s.speaker = s.speaker || (with > 1 && person);
        s.check = s.check || x->kind == ORIGIN_OWN;
        s.plural = s.plural || x->stated_people;
        s.maybe_same = s.maybe_same || maybe_same(c, side, i) != NO_INDEX;
        s.beside = s.beside || !stands(c, origin);
        uint32_t node = c->o->facts.at[origin].node;
        s.agency = s.agency || (node != NO_INDEX && c->o->nodes.at.at[node].agency);
    }
    for (uint32_t k = 0; k < c->claim->reports.n; k++) {
        const struct claim_report *r = &c->claim->reports.at[k];
        s.carried = s.carried || (r->carried && r->origins.n);
        s.no_check = s.no_check || c->o->carriers[c->o->carrier_of[r->report]].no_check;
    }
    return s;
}

static struct str because(const struct claim_work *c, enum side side, const struct seen *s) {
    uint32_t n = c->of[side].at.n;
    if (!n)
        return side == DENYING ? STR("") : STR("No report gives it on anybody's word.");
    if (s->maybe_same)
        return STR("Unnamed people stand behind different origins, and may be the same people.");
    if (s->beside && n > 1)
        return STR("Some origins stand only beside another from whom they may have it.");
    if (n == 1)
        return side == DENYING
                   ? STR("One origin denies it.")
                   : STR("Every report that tells whose word it is leads to one origin.");
    return side == DENYING ? STR("Different origins deny it.")
                           : STR("Different origins are given for it.");
}

static bool count(struct claim_work *c, struct count_range *range, enum side side) {
    struct seen s = look(c, side);
    bool unnamed = work_rule(c->o->w, "unnamed-range");
    for (uint32_t i = 0; i < c->of[side].at.n; i++) {
        uint32_t *at = VEC_PUSH(c->o->w->a, &range->origins);
        if (!at)
            return false;
        *at = c->of[side].at.at[i];
        uint32_t other = unnamed ? maybe_same(c, side, i) : NO_INDEX;
        range->at_least += stands(c, *at) && other == NO_INDEX;
        bool ask = other != NO_INDEX && !told_one_outlet(c, other, *at);
        if (ask && !note_pair(c, other, *at))
            return false;
    }
    range->at_most = range->origins.n;
    if (range->at_most && !range->at_least)
        range->at_least = 1;
    range->because = because(c, side, &s);
    bool some = range->at_most > 0;
    return compare_add_rule(c->o->w, range, "agency-one", some && s.agency) &&
           compare_add_rule(c->o->w, range, "carry-over", some && s.carried) &&
           compare_add_rule(c->o->w, range, "copy-one", some && c->copied) &&
           compare_add_rule(c->o->w, range, "credit-one", s.shared) &&
           compare_add_rule(c->o->w, range, "credit-passes", some && c->passed) &&
           compare_add_rule(c->o->w, range, "denial-apart", side == DENYING && some) &&
           compare_add_rule(c->o->w, range, "no-check-noted", some && s.no_check) &&
           compare_add_rule(c->o->w, range, "own-check-adds", s.check) &&
           compare_add_rule(c->o->w, range, "plural-kept", s.plural) &&
           compare_add_rule(c->o->w, range, "speaker-one", s.speaker) &&
           compare_add_rule(c->o->w, range, "unnamed-range", s.maybe_same) &&
           compare_add_rule(c->o->w, range, "unsourced-apart", side == SUPPORTING && c->unsourced);
}

bool compare_count_claim(struct claim_work *c) {
    return count(c, &c->claim->supporting, SUPPORTING) && count(c, &c->claim->denying, DENYING);
}
