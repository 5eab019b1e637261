/* Whose word the reports of each story rest on: origins and the links to them, from credits, copied
 * text and checks. */
#include "compare/origin_parts.h"

#include <stdlib.h>

static uint64_t origin_key(const struct origin_work *o, uint32_t node, uint32_t report) {
    bool apart = !work_rule(o->w, "credit-one") ||
                 (o->nodes.at.at[node].agency && !work_rule(o->w, "agency-one"));
    return (uint64_t)node << 32 | (apart ? report + 1 : 0);
}

/* The node that stands for another title of its family in this story, when that rule is on. */
static uint32_t family_node(struct origin_work *o, uint32_t node) {
    struct str family = o->nodes.at.at[node].family;
    if (!family.n || !work_rule(o->w, "family-one"))
        return node;
    for (uint32_t i = o->first_origin; i < o->w->c->origins.n; i++) {
        uint32_t other = o->facts.at[i].node;
        if (other != NO_INDEX && other != node && str_eq(o->nodes.at.at[other].family, family)) {
            o->used_family = true;
            return other;
        }
    }
    return node;
}

uint32_t compare_find_origin(struct origin_work *o, uint32_t node, uint32_t report) {
    uint32_t at = map_get_u64(&o->origins, origin_key(o, family_node(o, node), report));
    return at == MAP_NONE ? NO_INDEX : at;
}

static bool add_alias(struct origin_work *o, struct origin *origin, struct str name) {
    for (uint32_t i = 0; i < origin->aliases.n; i++)
        if (str_eq(origin->aliases.at[i], name))
            return true;
    struct str *alias = VEC_PUSH(o->w->a, &origin->aliases);
    if (alias)
        *alias = name;
    return alias != NULL;
}

uint32_t compare_origin_for(struct origin_work *o, uint32_t node, uint32_t report,
                            enum origin_kind kind) {
    struct work *w = o->w;
    uint32_t stands_for = family_node(o, node);
    uint32_t *slot = map_put_u64(&o->origins, origin_key(o, stands_for, report));
    if (!slot)
        return NO_INDEX;
    if (*slot == MAP_NONE) {
        struct origin *added = VEC_PUSH(w->a, &w->c->origins);
        struct origin_facts *facts = added ? VEC_PUSH(w->scratch, &o->facts) : NULL;
        if (!facts)
            return NO_INDEX;
        *slot = w->c->origins.n - 1;
        *facts = (struct origin_facts){.node = stands_for};
        *added = (struct origin){
            .story = o->story, .name = o->nodes.at.at[stands_for].name, .kind = kind};
        for (uint32_t i = 0; i < o->nodes.at.at[stands_for].aliases.n; i++)
            if (!add_alias(o, added, o->nodes.at.at[stands_for].aliases.at[i]))
                return NO_INDEX;
    }
    struct origin *origin = &w->c->origins.at[*slot];
    return stands_for == node || add_alias(o, origin, o->nodes.at.at[node].name) ? *slot : NO_INDEX;
}

static struct link *link_for(struct origin_work *o, uint32_t from, uint32_t origin, uint32_t to,
                             enum link_relation relation) {
    struct work *w = o->w;
    for (uint32_t i = w->c->links.n; i > o->first_link && w->c->links.at[i - 1].from == from; i--) {
        struct link *x = &w->c->links.at[i - 1];
        if (x->origin == origin && x->to_report == to && x->relation == relation)
            return x;
    }
    struct link *added = VEC_PUSH(w->a, &w->c->links);
    if (added)
        *added =
            (struct link){.from = from, .origin = origin, .to_report = to, .relation = relation};
    return added;
}

static bool has_text(const struct evidence *e) {
    return e->text.end > e->text.start;
}

static bool rests_on_one(const struct origin_work *o, uint32_t report) {
    return o->carriers[o->carrier_of[report]].rests_on.at.n == 1;
}

/* A counted credit as a link to each origin that its chain ends at, or to the report of a relay. */
static bool link_credit(struct origin_work *o, uint32_t credit_index) {
    struct work *w = o->w;
    struct credit *c = &w->c->credits.at[credit_index];
    uint32_t node = o->credit_nodes.at[credit_index].node;
    const struct statement *s = &w->c->reports.at[c->report].analysis->statements.at[c->statement];
    const struct node_set *ends = compare_chain_ends(o, node);
    bool opinion = o->carriers[o->carrier_of[c->report]].opinion;
    if (!ends)
        return false;
    o->used_agency = o->used_agency || o->nodes.at.at[node].agency;
    for (uint32_t i = 0; i < ends->at.n; i++) {
        uint32_t at = opinion ? compare_find_origin(o, ends->at.at[i], c->report)
                              : compare_origin_for(o, ends->at.at[i], c->report, ORIGIN_OUTLET);
        if (at == NO_INDEX && opinion) {
            c->not_counted = NOT_COUNTED_OPINION;
            continue;
        }
        struct link *link =
            at == NO_INDEX ? NULL : link_for(o, c->report, at, NO_INDEX, LINK_CREDITS);
        if (!link)
            return false;
        bool fresh = !link->evidence.n && !link->partial;
        link->partial = s->partial && (fresh || link->partial);
        o->facts.at[at].partial = o->facts.at[at].partial || s->partial;
        o->facts.at[at].credited = o->facts.at[at].credited || !s->partial;
        o->facts.at[at].alone =
            o->facts.at[at].alone || (!s->partial && !opinion && rests_on_one(o, c->report));
        w->c->origins.at[at].kind = ORIGIN_OUTLET;
        if (c->origin == NO_INDEX)
            c->origin = at;
        if (has_text(&c->evidence) &&
            (!compare_list_add(w, &w->c->origins.at[at].evidence, c->evidence) ||
             !compare_list_add(w, &link->evidence, c->evidence)))
            return false;
    }
    uint32_t relay = o->first_own[node];
    if (relay == NO_INDEX || node_set_has(ends, node))
        return true;
    struct link *link = link_for(o, c->report, NO_INDEX, o->carriers[relay].report, LINK_CREDITS);
    if (!link)
        return false;
    link->partial = s->partial;
    return !has_text(&c->evidence) || compare_list_add(w, &link->evidence, c->evidence);
}

static struct evidence first_sentence(const struct work *w, uint32_t report) {
    const struct analysis *n = w->c->reports.at[report].analysis;
    return (struct evidence){report, n->sentences.n ? n->sentences.at[0].text : (struct span){0, 0},
                             false};
}

/* A report whose own outlet is an origin. */
static bool link_own_word(struct origin_work *o, const struct carrier *k) {
    struct work *w = o->w;
    if (k->own == NO_INDEX || k->took_over || !node_set_has(&k->rests_on, k->own))
        return true;
    uint32_t at = compare_origin_for(o, k->own, k->report, ORIGIN_OUTLET);
    struct link *link = at == NO_INDEX ? NULL : link_for(o, k->report, at, NO_INDEX, LINK_REPORTS);
    if (!link)
        return false;
    struct evidence e = first_sentence(w, k->report);
    if (k->reports_itself)
        e = compare_statement_evidence(
            w, k->report,
            &w->c->reports.at[k->report].analysis->statements.at[k->reports_statement]);
    o->facts.at[at].own_word = o->facts.at[at].own_word || k->reports_itself;
    return !has_text(&e) || (compare_list_add(w, &w->c->origins.at[at].evidence, e) &&
                             compare_list_add(w, &link->evidence, e));
}

static bool copy_evidence(struct origin_work *o, struct evidence_list *list, uint32_t report,
                          uint32_t other) {
    const struct comparison *c = o->w->c;
    uint32_t a = report < other ? report : other, b = report < other ? other : report;
    uint32_t low = 0, high = c->copies.n; /* the first copy of the pair */
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        const struct copy *x = &c->copies.at[mid];
        if (x->a < a || (x->a == a && x->b < b))
            low = mid + 1;
        else
            high = mid;
    }
    for (; low < c->copies.n && c->copies.at[low].a == a && c->copies.at[low].b == b; low++) {
        struct evidence e = {report, report == a ? c->copies.at[low].in_a : c->copies.at[low].in_b,
                             false};
        if (!compare_list_add(o->w, list, e))
            return false;
    }
    return true;
}

/* The report whose text it has; and the origins that it takes over with the text. */
static bool link_copied(struct origin_work *o, const struct carrier *k) {
    struct work *w = o->w;
    if (k->copies_from == NO_INDEX)
        return true;
    uint32_t source = o->carriers[k->copies_from].report;
    for (uint32_t i = 0; i <= (k->took_over ? k->rests_on.at.n : 0); i++) {
        uint32_t at = NO_INDEX, to = i ? NO_INDEX : source;
        if (i && (at = compare_origin_for(o, k->rests_on.at.at[i - 1], k->report, ORIGIN_OUTLET)) ==
                     NO_INDEX)
            return false;
        struct link *link = link_for(o, k->report, at, to, LINK_COPIES);
        if (!link || !copy_evidence(o, &link->evidence, k->report, source))
            return false;
        link->share = k->copied;
        link->direction_unknown = k->direction_unknown;
        if (at == NO_INDEX)
            continue;
        bool credited =
            o->facts.at[at].credited || o->facts.at[at].own_word || o->facts.at[at].partial;
        o->facts.at[at].text = !credited;
        for (uint32_t e = 0; e < link->evidence.n && !credited; e++)
            if (!compare_list_add(w, &w->c->origins.at[at].evidence, link->evidence.at[e]))
                return false;
    }
    return true;
}

static int link_check(struct origin_work *o, const struct carrier *k) {
    struct work *w = o->w;
    if (k->check == NO_INDEX || k->opinion || !work_rule(w, "own-check-adds"))
        return TS_OK;
    const struct statement *s = &w->c->reports.at[k->report].analysis->statements.at[k->check];
    uint32_t node = NO_INDEX;
    int status = s->self ? TS_OK : outlet_nodes_source(&node, &o->nodes, k->report, s);
    if (status != TS_OK)
        return status;
    if (node == NO_INDEX)
        node = k->own;
    if (node == NO_INDEX)
        node = outlet_nodes_unnamed(&o->nodes, compare_report_name(&w->c->reports.at[k->report]));
    uint32_t at = node == NO_INDEX ? NO_INDEX : compare_origin_for(o, node, k->report, ORIGIN_OWN);
    struct link *link = at == NO_INDEX ? NULL : link_for(o, k->report, at, NO_INDEX, LINK_CHECKS);
    if (!link)
        return work_memory(w);
    o->facts.at[at].check = true;
    o->facts.at[at].check_means = o->facts.at[at].check_means || k->check_means;
    o->facts.at[at].check_elsewhere = o->facts.at[at].check_elsewhere || k->check_elsewhere;
    struct evidence e = compare_statement_evidence(w, k->report, s);
    bool ok = !has_text(&e) || (compare_list_add(w, &w->c->origins.at[at].evidence, e) &&
                                compare_list_add(w, &link->evidence, e));
    return ok ? TS_OK : work_memory(w);
}

/* All links of one carrier. */
static int link_carrier(struct origin_work *o, const struct carrier *k) {
    struct comparison *c = o->w->c;
    if (!k->opinion && !link_own_word(o, k))
        return work_memory(o->w);
    for (uint32_t i = k->credits_first; i < k->credits_end; i++)
        if (!c->credits.at[i].not_counted.at && !link_credit(o, i))
            return work_memory(o->w);
    int status = link_check(o, k);
    return status != TS_OK || link_copied(o, k) ? status : work_memory(o->w);
}

/* The fullest words for unnamed people are kept; those that give their number are better than those
 * that do not. */
static void take_people(struct origin *x, const struct analysis *n, const struct statement *s) {
    uint32_t bytes = s->described_as.end - s->described_as.start;
    bool same_kind = !x->stated_people == !s->stated_people;
    bool better =
        !x->via.n || (!x->stated_people && s->stated_people) || (same_kind && bytes > x->via.n);
    if (s->relayed || s->described_as.end <= s->described_as.start || !better)
        return;
    x->via = str_span(s->in_title ? n->article->title : n->article->text, s->described_as);
    x->stated_people = s->stated_people;
}

/* What unnamed people stand behind an origin: in its own report's words first, then in those that
 * credit it. */
static void name_unnamed(const struct origin_work *o, uint32_t origin) {
    const struct comparison *c = o->w->c;
    struct origin *x = &c->origins.at[origin];
    uint32_t node = o->facts.at[origin].node;
    for (int own = 1; own >= 0 && !x->via.n; own--)
        for (uint32_t i = o->first_credit; i < c->credits.n; i++) {
            const struct credit *k = &c->credits.at[i];
            const struct analysis *n = c->reports.at[k->report].analysis;
            const struct statement *s = &n->statements.at[k->statement];
            if (o->credit_nodes.at[i].node == node && s->check == CHECK_NONE &&
                (o->nodes.own[k->report] == node) == (own == 1))
                take_people(x, n, s);
        }
}

/* "two officials" of "two officials of the harbour authority". */
static struct str stated_words(struct str via) {
    static const char *const ends[] = {"of", "with",  "who",     "familiar", "in", "from",
                                       "at", "close", "briefed", "inside",   "on", "that"};
    size_t at = 0;
    while (at < via.n) {
        size_t end = str_find_byte(via, ' ', at);
        end = end == SIZE_MAX ? via.n : end;
        struct str word = str_cut(via, at, end);
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
            if (str_eq_nocase(word, str_of(ends[i])) && at)
                return str_trim(str_cut(via, 0, at));
        if (word.n && word.at[word.n - 1] == ',')
            return str_cut(via, 0, end - 1);
        at = end + 1;
    }
    return via;
}

static void describe_origins(struct origin_work *o) {
    for (uint32_t i = o->first_origin; i < o->w->c->origins.n; i++) {
        struct origin *x = &o->w->c->origins.at[i];
        if (x->kind != ORIGIN_OWN)
            name_unnamed(o, i);
        o->used_passes = o->used_passes || x->via.n;
        if (!work_rule(o->w, "plural-kept"))
            x->stated_people = 0;
        if (x->stated_people)
            x->stated_words = stated_words(x->via);
    }
}

/* Room for what is kept of each node, used again from story to story. */
static bool node_room(struct origin_work *o) {
    uint32_t n = o->nodes.at.n;
    if (n > o->node_room) {
        o->node_room = 2 * n;
        o->ends = work_zero(o->w, o->node_room, sizeof *o->ends);
        o->credited_by = work_zero(o->w, o->node_room, sizeof *o->credited_by);
        o->first_own = work_zero(o->w, o->node_room, sizeof *o->first_own);
    }
    return o->node_room == 0 || (o->ends && o->credited_by && o->first_own);
}

static bool by_node(struct origin_work *o) {
    if (!node_room(o))
        return false;
    for (uint32_t i = 0; i < o->nodes.at.n; i++) {
        o->ends[i] = NULL;
        o->credited_by[i] = 0;
        o->first_own[i] = NO_INDEX;
    }
    for (uint32_t i = o->n; i-- > 0;) {
        const struct carrier *k = &o->carriers[i];
        if (k->own != NO_INDEX)
            o->first_own[k->own] = i;
        for (uint32_t j = 0; j < k->credited.at.n; j++)
            o->credited_by[k->credited.at.at[j]] += !k->opinion;
    }
    return true;
}

static int start_story(struct origin_work *o, uint32_t story) {
    struct work *w = o->w;
    const struct story *x = &w->c->stories.at[story];
    o->story = story;
    o->n = x->reports.n;
    o->carriers = work_zero(w, o->n, sizeof *o->carriers);
    o->first_credit = w->c->credits.n;
    o->first_origin = w->c->origins.n;
    o->first_link = w->c->links.n;
    o->used_passes = o->used_copy = o->used_agency = o->used_family = false;
    o->circle = (struct node_set){0};
    o->maybe_same.n = 0;
    map_init(&o->origins, w->scratch);
    if (!o->carriers)
        return work_memory(w);
    for (uint32_t i = 0; i < o->n; i++) {
        uint32_t r = x->reports.at[i];
        o->carrier_of[r] = i;
        o->carriers[i] =
            (struct carrier){.report = r,
                             .own = o->nodes.own[r],
                             .check = NO_INDEX,
                             .copies_from = NO_INDEX,
                             .reprint_of = NO_INDEX,
                             .first_credit = NO_INDEX,
                             .opinion = w->c->reports.at[r].article->kind == ARTICLE_OPINION};
    }
    compare_count_stems(o, x);
    int status = TS_OK;
    for (uint32_t i = 0; i < o->n && status == TS_OK; i++) {
        o->carriers[i].credits_first = w->c->credits.n;
        status = compare_credits_of(o, x->reports.at[i], true);
        o->carriers[i].credits_end = w->c->credits.n;
    }
    return status == TS_OK && !by_node(o) ? work_memory(w) : status;
}

static int link_order(const void *x, const void *y) {
    const struct link *a = x, *b = y;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    if (a->origin != b->origin)
        return a->origin < b->origin ? -1 : 1;
    if (a->to_report != b->to_report)
        return a->to_report < b->to_report ? -1 : 1;
    return a->relation < b->relation ? -1 : a->relation > b->relation;
}

static int story_origins(struct origin_work *o, uint32_t story) {
    int status = start_story(o, story);
    if (status == TS_OK)
        status = compare_follow_chains(o);
    if (status == TS_OK)
        status = compare_follow_copies(o);
    for (int opinion = 0; opinion < 2;
         opinion++) /* opinion reports link to the origins that the others have */
        for (uint32_t i = 0; i < o->n && status == TS_OK; i++)
            if (o->carriers[i].opinion == (opinion == 1))
                status = link_carrier(o, &o->carriers[i]);
    if (status != TS_OK)
        return status;
    describe_origins(o);
    if (o->w->c->links.n > o->first_link)
        qsort(&o->w->c->links.at[o->first_link], o->w->c->links.n - o->first_link,
              sizeof *o->w->c->links.at, link_order);
    status = compare_count_origins(o);
    if (status == TS_OK)
        status = compare_claim_origins(o);
    return status == TS_OK ? compare_ask(o) : status;
}

int compare_origins(struct work *w) {
    struct origin_work o = {.w = w};
    int status = outlet_nodes_init(&o.nodes, w);
    o.reports_with = work_zero(w, w->vocabulary.words.n, sizeof *o.reports_with);
    o.stamp = work_zero(w, w->vocabulary.words.n, sizeof *o.stamp);
    o.carrier_of = work_zero(w, w->c->reports.n, sizeof *o.carrier_of);
    if (status != TS_OK)
        return status;
    if (!o.reports_with || !o.stamp || !o.carrier_of)
        return work_memory(w);
    for (uint32_t i = 0; i < w->c->stories.n && status == TS_OK; i++)
        status = story_origins(&o, i);
    for (uint32_t i = 0; i < w->c->reports.n && status == TS_OK; i++)
        if (w->c->reports.at[i].story == NO_INDEX)
            status = compare_credits_of(&o, i, false);
    return status;
}
