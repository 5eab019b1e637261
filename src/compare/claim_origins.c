/* Whose word the reports give each claim on: every use of a claim is followed along the chain of
 * its statement to the last name; what a report gives flatly has the origin of the text that it
 * copies, or of what it credits for the same claim. */
#include "compare/claim_origins.h"
#include "compare/family_sources.h"
#include "compare/told_outlets.h"

enum { COPY_ROUNDS = 8 };

const struct statement *claim_statement(const struct claim_work *c, uint32_t report, uint32_t i) {
    return &c->o->w->c->reports.at[report].analysis->statements.at[i];
}

struct carrier *claim_carrier(const struct claim_work *c, uint32_t report) {
    return &c->o->carriers[c->o->carrier_of[report]];
}

/* ---- Origins */

static uint32_t new_origin(struct claim_work *c, struct str name, enum origin_kind kind) {
    struct work *w = c->o->w;
    struct origin *added = VEC_PUSH(w->a, &w->c->origins);
    struct origin_facts *facts = added ? VEC_PUSH(w->scratch, &c->o->facts) : NULL;
    if (!facts)
        return NO_INDEX;
    *facts = (struct origin_facts){.node = NO_INDEX, .told_to = NO_INDEX};
    *added = (struct origin){.story = c->o->story, .name = name, .kind = kind};
    return w->c->origins.n - 1;
}

/* The origin that a key of origin_of stands for, made when new. NO_INDEX: no memory. */
static uint32_t keyed_origin(struct claim_work *c, uint64_t key, struct str name,
                             enum origin_kind kind) {
    uint32_t *slot = map_put_u64(&c->origin_of, key);
    if (!slot)
        return NO_INDEX;
    if (*slot != MAP_NONE)
        return *slot;
    uint32_t made = new_origin(c, name, kind);
    if (made != NO_INDEX)
        *slot = made;
    return made;
}

uint64_t claim_source_key(const struct claim_work *c, uint32_t source, uint32_t report) {
    return (work_rule(c->o->w, "speaker-one") ? 0 : (uint64_t)(report + 1) << 32) | source;
}

static uint32_t source_origin(struct claim_work *c, const struct whose_word *word,
                              uint32_t report) {
    const struct claim_source *s = &c->words.sources.at.at[word->source];
    uint32_t origin = keyed_origin(c, claim_source_key(c, word->source, report), s->name, s->kind);
    if (origin == NO_INDEX)
        return NO_INDEX;
    struct origin *x = &c->o->w->c->origins.at[origin];
    x->name = s->name; /* the fullest so far */
    x->aliases.at = s->aliases.at;
    x->aliases.n = s->aliases.n;
    c->o->facts.at[origin].at_large = s->at_large;
    if (word->via == NO_INDEX)
        return origin;
    struct origin_facts *f = &c->o->facts.at[origin];
    struct str via = c->o->nodes.at.at[word->via].name;
    x->via = f->relayed && !str_eq(x->via, via) ? STR("") : via; /* of two ways none is told */
    f->relayed = true;
    return origin;
}

/* The report whose text the words of a statement's source were copied from, or the report itself.
 */
static uint32_t copied_from(const struct claim_work *c, uint32_t report,
                            const struct statement *s) {
    const struct comparison *all = c->o->w->c;
    const uint32_t carrier = c->o->carrier_of[report];
    for (uint32_t i = c->copies.first[carrier]; !s->in_title && i < c->copies.first[carrier + 1];
         i++) {
        const struct copy *x = &all->copies.at[c->copies.at[i]];
        if (x->in_b.start <= s->source.start && x->in_b.end >= s->source.end)
            return x->a; /* they are listed by a: the lowest report */
    }
    return report;
}

/* The copies of the story by their second report. */
static bool index_copies(struct claim_work *c) {
    const struct origin_work *o = c->o;
    const struct comparison *all = o->w->c;
    uint32_t total = 0;
    c->copies.first = work_zero(o->w, (size_t)o->n + 1, sizeof *c->copies.first);
    c->copies.at = work_zero(o->w, all->copies.n, sizeof *c->copies.at);
    if (!c->copies.first || !c->copies.at)
        return false;
    bool on = work_rule(o->w, "copy-one");
    for (uint32_t i = 0; on && i < all->copies.n; i++)
        if (all->reports.at[all->copies.at[i].a].story == o->story)
            c->copies.first[o->carrier_of[all->copies.at[i].b]]++;
    for (uint32_t i = 0; i <= o->n; i++) {
        total += c->copies.first[i];
        c->copies.first[i] = total;
    }
    for (uint32_t i = all->copies.n; on && i-- > 0;)
        if (all->reports.at[all->copies.at[i].a].story == o->story)
            c->copies.at[--c->copies.first[o->carrier_of[all->copies.at[i].b]]] = i;
    return true;
}

/* "a group" of "a group which had talks with him". */
static struct str without_clause(struct str people) {
    static const char *const starts[] = {",", " which ", " who ", " that "};
    return str_before_any(people, starts, sizeof starts / sizeof *starts);
}

/* What unnamed people are, by the stem of their noun from 1: "official" of "one of the officials in
 * Weldon". 0: "sources", "people familiar with it", who may be any of the others. */
static uint32_t people_kind(const struct work *w, struct str people) {
    static const char *const ends[] = {" of ",       " in ",      " at ",    " with ",
                                       " on ",       " near ",    " close ", " for ",
                                       " familiar ", " from ",    " to ",    " behind ",
                                       " inside ",   " briefed ", " whose ", " outside "};
    static const char *const any[] = {"source",  "sources", "insider", "insiders", "person",
                                      "people",  "one",     "man",     "woman",    "others",
                                      "members", "member",  "many",    "some",     "several"};
    size_t of = str_find(people, STR(" of the "), 0);
    bool part = of != SIZE_MAX && str_find_byte(people, ' ', 0) == of; /* "one of the officials" */
    struct str rest = part ? str_cut(people, of + sizeof " of the " - 1, people.n) : people;
    struct str noun = source_last_word(str_before_any(rest, ends, sizeof ends / sizeof *ends));
    if (!noun.n || str_is_one_of(noun, any, sizeof any / sizeof *any))
        return 0;
    uint32_t id = map_get_nocase(&w->vocabulary.ids, noun);
    return id == MAP_NONE ? 0 : w->vocabulary.words.at[id].stem + 1;
}

/* A line at the report's head or foot says that the outlet wrote it. */
static bool is_signed(const struct claim_work *c, uint32_t report) {
    const struct analysis *n = c->o->w->c->reports.at[report].analysis;
    for (uint32_t i = 0; i < n->statements.n; i++)
        if (n->statements.at[i].credit_line && !n->statements.at[i].partial)
            return true;
    return false;
}

/* The report names the outlet before the statement's sentence ends, and not for what it told at
 * another time: whom a report quotes before that spoke to its own outlet. */
static bool names_before(const struct claim_work *c, uint32_t report, uint32_t node,
                         const struct statement *s) {
    const struct report_names *x = &c->words.of[c->o->carrier_of[report]];
    bool named = false;
    if (s->in_title || is_signed(c, report))
        return true;
    for (uint32_t i = 0; i < x->outlets.n; i++) {
        const struct named_outlet *m = &x->outlets.at[i];
        if (m->node == node && m->sentence <= s->sentence &&
            (m->sentence == s->sentence || !m->earlier))
            return true;
        named = named || m->node == node;
    }
    return !named; /* a chain ends there */
}

/* Unnamed people who spoke to the report's own outlet: those that are called alike are one origin,
 * and the outlet's own once others credit it. Of a report that retells another's they are the
 * other's people, unless it says that they spoke to its own outlet. */
static uint32_t unnamed_origin(struct claim_work *c, uint32_t report,
                               const struct whose_word *word) {
    const struct statement *s = claim_statement(c, report, word->unnamed);
    struct origin_work *o = c->o;
    struct work *w = o->w;
    const struct carrier *k = claim_carrier(c, report);
    const struct article *article = w->c->reports.at[report].article;
    struct span words =
        s->described_as.start < s->described_as.end ? s->described_as : statement_source(s);
    struct str people =
        without_clause(str_span(s->in_title ? article->title : article->text, words));
    if (!word->own && k->lead_credit && k->rests_on.at.n == 1 && !family_is_nameless(people) &&
        names_before(c, report, k->rests_on.at.at[0], s))
        return compare_origin_for(o, k->rests_on.at.at[0], report, ORIGIN_OUTLET);
    uint32_t own = o->nodes.own[report], told;
    if (told_outlet_of_claim(&told, c, report) != TS_OK)
        return NO_INDEX;
    if (told != NO_INDEX)
        return compare_origin_for(o, told, report, ORIGIN_OUTLET);
    if (own != NO_INDEX && o->credited_by[own])
        return compare_origin_for(o, own, report, ORIGIN_OUTLET);
    uint32_t outlet = own == NO_INDEX ? UINT32_MAX - copied_from(c, report, s) : own;
    uint64_t key = (uint64_t)1 << 63 | (uint64_t)people_kind(w, people) << 32 | outlet;
    uint32_t origin = keyed_origin(c, key, people, ORIGIN_UNNAMED);
    if (origin != NO_INDEX && !w->c->origins.at[origin].via.n) {
        o->facts.at[origin].told_to = outlet;
        w->c->origins.at[origin].via = people;
        w->c->origins.at[origin].stated_people = work_rule(w, "plural-kept") ? s->stated_people : 0;
        if (w->c->origins.at[origin].stated_people)
            w->c->origins.at[origin].stated_words = people;
    }
    return origin;
}

/* The origin of a word, NO_INDEX when it is nobody's. */
int claim_word_origin(uint32_t *origin, struct claim_work *c, uint32_t report,
                      const struct whose_word *word) {
    *origin = NO_INDEX;
    c->passed = c->passed || word->passed;
    if (word->node != NO_INDEX)
        *origin = compare_origin_for(c->o, word->node, report, ORIGIN_OUTLET);
    else if (word->source != NO_INDEX)
        *origin = source_origin(c, word, report);
    else if (word->unnamed != NO_INDEX)
        *origin = unnamed_origin(c, report, word);
    else
        return TS_OK;
    return *origin == NO_INDEX ? work_memory(c->o->w) : TS_OK;
}

/* ---- What a report has */

bool claim_add_role(struct claim_work *c, struct claim_report *r, const char *role) {
    struct str name = str_of(role);
    uint32_t at = r->roles.n;
    while (at > 0 && str_cmp(r->roles.at[at - 1], name) > 0)
        at--;
    if (at > 0 && str_eq(r->roles.at[at - 1], name))
        return true;
    struct str *added = VEC_PUSH(c->o->w->a, &r->roles);
    if (!added)
        return false;
    for (uint32_t i = r->roles.n - 1; i > at; i--)
        r->roles.at[i] = r->roles.at[i - 1];
    r->roles.at[at] = name;
    return true;
}

bool claim_report_has(const struct claim_report *r, uint32_t origin) {
    for (uint32_t i = 0; i < r->origins.n; i++)
        if (r->origins.at[i] == origin)
            return true;
    return false;
}

/* Gives the report an origin on a side. */
bool claim_give(struct claim_work *c, struct claim_report *r, enum side side, uint32_t origin,
                const char *role) {
    if (!claim_add_role(c, r, role) || !node_set_add(c->o->w, &c->of[side], origin))
        return false;
    if (claim_report_has(r, origin))
        return true;
    uint32_t at = r->origins.n;
    uint32_t *added = VEC_PUSH(c->o->w->a, &r->origins);
    if (!added)
        return false;
    for (; at > 0 && r->origins.at[at - 1] > origin; at--)
        r->origins.at[at] = r->origins.at[at - 1];
    r->origins.at[at] = origin;
    return true;
}

enum side claim_main_side(const struct claim_work *c, const struct claim_report *r) {
    return r->stance == STANCE_DENIES && work_rule(c->o->w, "denial-apart") ? DENYING : SUPPORTING;
}

static bool list_unsourced(struct claim_work *c) {
    for (uint32_t i = 0; i < c->claim->reports.n; i++) {
        struct claim_report *r = &c->claim->reports.at[i];
        if (r->origins.n || claim_is_somebodys(c, r) ||
            c->hearsay[c->o->carrier_of[r->report]] == c->claim_number)
            continue;
        if (!claim_add_role(c, r, "no_source"))
            return false;
        if (claim_main_side(c, r) == DENYING)
            continue;
        uint32_t *at = VEC_PUSH(c->o->w->a, &c->claim->unsourced);
        if (!at)
            return false;
        *at = r->report;
        c->unsourced = true;
    }
    return true;
}

/* To all that copied one another. false: no memory. */
static bool give_copied(struct claim_work *c) {
    bool ok = true, changed = true;
    for (int round = 0; ok && changed && round < COPY_ROUNDS; round++)
        ok = claim_give_copied(c, &changed);
    return ok;
}

static int one_claim(struct claim_work *c) {
    struct claim *claim = c->claim;
    c->of[SUPPORTING].at.n = c->of[DENYING].at.n = 0;
    c->copied = c->passed = c->unsourced = false;
    for (uint32_t i = 0; i < claim->reports.n; i++) {
        int status = claim_give_documents(c, &claim->reports.at[i], true);
        if (status != TS_OK)
            return status;
    }
    for (uint32_t i = 0; i < claim->reports.n; i++) {
        int status = claim_give_attributed(c, &claim->reports.at[i], false);
        if (status == TS_OK)
            status = claim_give_documents(c, &claim->reports.at[i], false);
        if (status == TS_OK)
            status = claim_give_rumours(c, &claim->reports.at[i]);
        if (status != TS_OK)
            return status;
    }
    claim_note_named(c);
    bool ok = give_copied(c);
    for (int way = 0; ok && way < CLAIM_FLAT_WAYS; way++) {
        for (uint32_t i = 0; ok && i < claim->reports.n; i++)
            ok = claim->reports.at[i].origins.n || claim_give_flat(c, &claim->reports.at[i], way);
        ok = ok && give_copied(c);
    }
    for (uint32_t i = 0; ok && i < claim->reports.n; i++) {
        int status = claim->reports.at[i].origins.n
                         ? TS_OK
                         : claim_give_attributed(c, &claim->reports.at[i], true);
        if (status != TS_OK)
            return status;
    }
    ok = ok && give_copied(c);
    for (uint32_t i = 0; ok && i < claim->reports.n; i++)
        ok = claim_give_check(c, &claim->reports.at[i]);
    ok = ok && list_unsourced(c) && compare_count_claim(c);
    return ok ? TS_OK : work_memory(c->o->w);
}

static bool names_outlet(const struct claim_work *c, uint32_t report, struct str name) {
    enum { LOOKED_AT = 256 };
    const struct report_names *names = &c->words.of[c->o->carrier_of[report]];
    uint32_t own = c->o->nodes.own[report];
    if (own != NO_INDEX && str_eq(c->o->nodes.at.at[own].name, name))
        return true;
    for (uint32_t i = 0; i < names->outlets.n && i < LOOKED_AT; i++)
        if (str_eq(c->o->nodes.at.at[names->outlets.at[i].node].name, name))
            return true;
    return names->outlets.n > LOOKED_AT;
}

/* Of an origin that came to a report by another way than the outlet which relays it elsewhere, no
 * way is told. */
static bool settle_ways(struct claim_work *c, const struct claim *claim, struct map *seen) {
    for (uint32_t i = 0; i < claim->reports.n; i++) {
        const struct claim_report *r = &claim->reports.at[i];
        for (uint32_t k = 0; k < r->origins.n; k++) {
            uint32_t origin = r->origins.at[k];
            struct origin *x = &c->o->w->c->origins.at[origin];
            if (!c->o->facts.at[origin].relayed || !x->via.n)
                continue;
            uint32_t *slot = map_put_u64(seen, (uint64_t)r->report << 32 | origin);
            if (!slot)
                return false;
            if (*slot == MAP_NONE && !names_outlet(c, r->report, x->via))
                x->via = STR("");
            *slot = 0;
        }
    }
    return true;
}

int compare_claim_origins(struct origin_work *o) {
    struct work *w = o->w;
    struct claim_work c = {.o = o,
                           .somebodys = work_zero(w, o->n, sizeof *c.somebodys),
                           .hearsay = work_zero(w, o->n, sizeof *c.hearsay)};
    map_init(&c.called, o->w->scratch);
    if (!c.somebodys || !c.hearsay || !index_copies(&c))
        return work_memory(w);
    map_init(&c.origin_of, w->scratch);
    int status = word_finder_init(&c.words, o);
    for (uint32_t i = 0; i < w->c->claims.n && status == TS_OK; i++) {
        c.claim = &w->c->claims.at[i];
        c.claim_number = i + 1;
        if (c.claim->story == o->story)
            status = one_claim(&c);
    }
    struct map seen;
    map_init(&seen, w->scratch);
    for (uint32_t i = 0; i < w->c->claims.n && status == TS_OK; i++)
        if (w->c->claims.at[i].story == o->story && !settle_ways(&c, &w->c->claims.at[i], &seen))
            status = work_memory(w);
    return status;
}
