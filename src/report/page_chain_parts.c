/* What the drawn chain of a story or a claim is made of. */
#include "report/claim_chain.h"
#include "report/page_chain.h"

static void begin(struct chain *chain, const struct page *p, const char *kind, uint32_t number) {
    *chain = (struct chain){.kind = kind,
                            .number = number + 1,
                            .reports = p->chain_room->reports,
                            .origins = p->chain_room->origins,
                            .edges = p->chain_room->edges};
}

/* The box of an item, made when there is none; NULL when there is no room. */
static struct chain_box *box_of(struct chain *chain, struct chain_box *at, uint32_t *count,
                                uint32_t item) {
    for (uint32_t i = 0; i < *count; i++)
        if (at[i].item == item)
            return &at[i];
    if (*count == CHAIN_BOXES) {
        chain->too_many = true;
        return NULL;
    }
    at[*count] = (struct chain_box){.item = item};
    return &at[(*count)++];
}

static struct chain_box *report_box(struct chain *chain, uint32_t report) {
    return box_of(chain, chain->reports, &chain->report_count, report);
}

static struct chain_box *origin_box(struct chain *chain, const struct page *p, uint32_t origin) {
    const struct origin *o = &p->c->origins.at[origin];
    struct chain_box *box = box_of(chain, chain->origins, &chain->origin_count, origin);
    if (!box)
        return NULL;
    box->twofold = o->kind == ORIGIN_OWN;
    box->via[0] = o->via.n ? o->via : o->stated_words;
    return box;
}

/* A line from a report to an origin or to another report; edge has what it says. */
static void add_edge(struct chain *chain, struct chain_box *from, struct chain_box *to,
                     struct chain_edge edge) {
    if (!from || !to || from == to)
        return;
    if (chain->edge_count == CHAIN_LINKS) {
        chain->too_many = true;
        return;
    }
    edge.from = (uint32_t)(from - chain->reports);
    edge.to = (uint32_t)(to - (edge.side ? chain->reports : chain->origins));
    chain->edges[chain->edge_count++] = edge;
    *(edge.side ? &from->side_ports : &from->ports) += 1;
    *(edge.side ? &to->side_ports : &to->ports) += 1;
    to->weight += edge.side ? 0 : edge.from;
}

static void add_link(struct chain *chain, const struct page *p, const struct link *l) {
    struct chain_edge edge = {.relation = l->relation,
                              .share = l->share,
                              .side = l->origin == NO_INDEX,
                              .partial = l->partial,
                              .direction_unknown = l->direction_unknown};
    struct chain_box *to =
        edge.side ? report_box(chain, l->to_report) : origin_box(chain, p, l->origin);
    add_edge(chain, report_box(chain, l->from), to, edge);
}

void chain_of_story(struct chain *chain, const struct page *p, uint32_t story) {
    const struct story *s = &p->c->stories.at[story];
    begin(chain, p, "s", story);
    for (uint32_t i = 0; i < s->reports.n && !chain->too_many; i++) {
        struct chain_box *box = report_box(chain, s->reports.at[i]);
        if (box)
            box->copies = true;
    }
    for (uint32_t i = 0; i < s->supporting.origins.n && !chain->too_many; i++)
        origin_box(chain, p, s->supporting.origins.at[i]);
    for (uint32_t i = 0; i < s->reports.n && !chain->too_many; i++)
        PAGE_EACH (k, p->links_from, s->reports.at[i]) {
            const struct link *l = &p->c->links.at[k];
            bool inside = l->to_report == NO_INDEX || p->c->reports.at[l->to_report].story == story;
            if (inside && !chain->too_many)
                add_link(chain, p, l);
        }
    for (uint32_t i = 0; i < s->unsourced.n && !chain->too_many; i++) {
        struct chain_box *box = report_box(chain, s->unsourced.at[i]);
        if (box)
            box->dashed = true;
    }
}

/* ---- A claim */

static bool has_origin(const struct count_range *side, uint32_t origin) {
    for (uint32_t i = 0; i < side->origins.n; i++)
        if (side->origins.at[i] == origin)
            return true;
    return false;
}

/* The named links of the report's chain before its last one. */
static void name_relays(struct chain_box *box, const struct page *p, const struct claim_report *r) {
    struct claim_link links[CLAIM_LINKS];
    uint32_t named = 0, kept = 0, n = claim_chain(links, p->c, r);
    for (uint32_t i = 0; i < n; i++)
        if (links[i].source_class != SOURCE_UNNAMED && links[i].source_class != SOURCE_UNKNOWN)
            links[named++] = links[i];
    for (uint32_t i = 0; i + 1 < named && kept < CHAIN_VIAS; i++)
        if (!str_eq_nocase(links[i].name, links[named - 1].name))
            box->via[kept++] = links[i].name;
}

static void claim_lines(struct chain *chain, const struct page *p, const struct claim *claim,
                        const struct claim_report *r) {
    for (uint32_t i = 0; i < r->origins.n && !chain->too_many; i++) {
        uint32_t origin = r->origins.at[i];
        struct chain_box *to = origin_box(chain, p, origin);
        bool own = p->c->origins.at[origin].kind == ORIGIN_OWN;
        struct chain_edge edge = {.relation = own ? LINK_CHECKS : CHAIN_STATES};
        if (r->stance != STANCE_DENIES && has_origin(&claim->supporting, origin))
            add_edge(chain, report_box(chain, r->report), to, edge);
        edge.relation = CHAIN_DENIES;
        if (r->stance != STANCE_STATES && has_origin(&claim->denying, origin))
            add_edge(chain, report_box(chain, r->report), to, edge);
    }
}

static bool is_republished(const struct claim_report *r) {
    for (uint32_t i = 0; i < r->roles.n; i++)
        if (str_eq(r->roles.at[i], STR("republished")))
            return true;
    return false;
}

static bool is_told(const struct chain *chain, uint32_t report) {
    for (uint32_t i = 0; i < chain->report_count; i++)
        if (chain->reports[i].item == report)
            return true;
    return false;
}

void chain_of_claim(struct chain *chain, const struct page *p, uint32_t number) {
    const struct claim *claim = &p->c->claims.at[number];
    begin(chain, p, "c", number);
    for (uint32_t i = 0; i < claim->reports.n && !chain->too_many; i++) {
        const struct claim_report *r = &claim->reports.at[i];
        struct chain_box *box = report_box(chain, r->report);
        if (!box)
            return;
        box->dashed = !r->origins.n;
        box->copies = is_republished(r);
        name_relays(box, p, r);
    }
    for (uint32_t i = 0; i < claim->reports.n && !chain->too_many; i++) {
        const struct claim_report *r = &claim->reports.at[i];
        claim_lines(chain, p, claim, r);
        if (!is_republished(r))
            continue;
        PAGE_EACH (k, p->links_from, r->report) {
            const struct link *l = &p->c->links.at[k];
            if (l->relation == LINK_COPIES && l->to_report != NO_INDEX &&
                is_told(chain, l->to_report))
                add_link(chain, p, l);
        }
    }
}
