/* The drawn chain as SVG, with its legend. Lines differ in pattern and width, and have words where
 * there is room. */
#include "report/page_chain.h"

#include "report/labels.h"

enum { TIP = 9 /* of an arrow */ };

static const struct chain_shape shapes[] = {
    {.name = "wide",
     .width = 960,
     .report_width = 290,
     .origin_width = 290,
     .font = 13,
     .line = 17,
     .arc_room = 56,
     .stub = 96},
    {.name = "narrow",
     .width = 352,
     .report_width = 132,
     .origin_width = 124,
     .font = 11,
     .line = 14,
     .arc_room = 28,
     .stub = 0},
};

static const struct {
    const char *css_class, *edge, *legend;
} relations[CHAIN_RELATIONS] = {
    [LINK_CREDITS] = {"credits", "credits", "thin: credits"},
    [LINK_COPIES] = {"copies", "copies", "thick: copied text, from the report that copies"},
    [LINK_QUOTES] = {"quotes", "quotes", "dashed: quotes"},
    [LINK_REVISES] = {"revises", "revises", "dash and dot: revises"},
    [LINK_CHECKS] = {"checks", "own check", "dotted: own check"},
    [LINK_REPORTS] = {"reports", "own report", "long dashes: own report"},
    [CHAIN_STATES] = {"credits", "states", "thin: states it on this word"},
    [CHAIN_DENIES] = {"denies", "denies", "dashed: denies it on this word"},
};

/* ---- Boxes */

static void draw_box(struct page *p, const struct chain *chain, const struct chain_box *box,
                     uint32_t x, uint32_t width, const char *target) {
    page_put(p,
             "<a href=\"#%s%u\"><rect class=\"box%s\" x=\"%u\" y=\"%u\" "
             "width=\"%u\" height=\"%u\""
             " rx=\"4\"/>",
             target, box->item + 1, box->dashed ? " none" : "", x, box->y, width, box->height);
    if (box->twofold)
        page_put(p, "<rect class=\"in\" x=\"%u\" y=\"%u\" width=\"%u\" height=\"%u\" rx=\"2\"/>",
                 x + 3, box->y + 3, width - 6, box->height - 6);
    uint32_t text = box->line_count * chain->shape->line;
    uint32_t y = box->y + (box->height - text) / 2 + chain->shape->line - 4;
    for (uint32_t i = 0; i < box->line_count; i++, y += chain->shape->line) {
        const struct chain_line *line = &box->lines[i];
        page_put(p, "<text x=\"%u\" y=\"%u\"%s>", x + 9, y, line->name ? " class=\"nm\"" : "");
        if (line->name && line->label[0])
            page_put(p, "<tspan class=\"id\">%s</tspan>", line->label);
        else
            page_put(p, "%s", line->label);
        page_put(p, "<tspan class=\"w\">%t</tspan>%s</text>", line->words, line->cut ? "…" : "");
    }
    page_put(p, "</a>\n");
}

/* ---- Lines */

static uint32_t port_y(const struct chain_box *box, uint32_t port, uint32_t ports) {
    return box->y + (2 * port + 1) * box->height / (2 * ports);
}

static void edge_label(struct page *p, const struct chain_edge *e, uint32_t x, uint32_t y) {
    page_put(p, "<text class=\"el\" x=\"%u\" y=\"%u\">%s%s", x, y, relations[e->relation].edge,
             e->partial ? ", in part" : "");
    if (e->share > 0) {
        page_put(p, " ");
        page_share(p, e->share);
    }
    page_put(p, "</text>");
}

static void path_begin(struct page *p, const struct chain_edge *e) {
    page_put(p, "<path class=\"l %s\" d=\"", relations[e->relation].css_class);
}

/* "tip-wide-s1" */
static void put_id(struct page *p, const struct chain *chain, const char *part) {
    page_put(p, "%s-%s-%s%u", part, chain->shape->name, chain->kind, chain->number);
}

static void path_end(struct page *p, const struct chain *chain, const struct chain_edge *e) {
    page_put(p, "\"");
    if (!e->direction_unknown) {
        page_put(p, " marker-end=\"url(#");
        put_id(p, chain, "tip");
        page_put(p, ")\"");
    }
    page_put(p, "/>");
}

/* From a report's right side to an origin's left side. */
static void draw_across(struct page *p, const struct chain *chain, const struct chain_edge *edge,
                        uint32_t left) {
    struct chain_box *from = &chain->reports[edge->from], *to = &chain->origins[edge->to];
    uint32_t x1 = left + chain->shape->report_width;
    uint32_t x2 = chain->shape->width - 2 - chain->shape->origin_width - TIP;
    uint32_t y1 = port_y(from, from->ports_used++, from->ports),
             y2 = port_y(to, to->ports_used++, to->ports);
    uint32_t straight = x1 + (chain->shape->stub ? chain->shape->stub : 4),
             middle = (straight + x2) / 2;
    path_begin(p, edge);
    page_put(p, "M%u %uH%uC%u %u %u %u %u %u", x1, y1, straight, middle, y1, middle, y2, x2, y2);
    path_end(p, chain, edge);
    if (chain->shape->stub)
        edge_label(p, edge, x1 + 6, y1 - 4);
    page_put(p, "\n");
}

/* Where a bow stands among those of a box: from the top, to boxes above, the nearest first, then to
 * those below. */
static uint32_t bow_rank(const struct chain *chain, uint32_t box, const struct chain_edge *edge) {
    uint32_t other = edge->from == box ? edge->to : edge->from;
    return other < box ? box - other : 2 * chain->report_count - (other - box);
}

static uint32_t side_port(const struct chain *chain, uint32_t box, const struct chain_edge *edge) {
    uint32_t port = 0, rank = bow_rank(chain, box, edge);
    for (const struct chain_edge *e = chain->edges; e < chain->edges + chain->edge_count; e++) {
        if (!e->side || e == edge || (e->from != box && e->to != box))
            continue;
        uint32_t its = bow_rank(chain, box, e);
        port += its < rank || (its == rank && e < edge);
    }
    return port;
}

/* From a report to another, in a bow at the left of their column. */
static void draw_bow(struct page *p, const struct chain *chain, const struct chain_edge *edge,
                     uint32_t left) {
    struct chain_box *from = &chain->reports[edge->from], *to = &chain->reports[edge->to];
    uint32_t y1 = port_y(from, side_port(chain, edge->from, edge), from->side_ports);
    uint32_t y2 = port_y(to, side_port(chain, edge->to, edge), to->side_ports);
    uint32_t apart = edge->from > edge->to ? edge->from - edge->to : edge->to - edge->from;
    uint32_t bow = chain->shape->arc_room / 2 + apart * 8;
    uint32_t most =
        chain->shape->arc_room * 5 / 4; /* a curve comes to three quarters of its handles */
    uint32_t handle = bow < most ? bow : most;
    uint32_t reach = left > handle ? left - handle : 0,
             end = left - (edge->direction_unknown ? 0 : TIP);
    path_begin(p, edge);
    page_put(p, "M%u %uC%u %u %u %u %u %u", left, y1, reach, y1, reach, y2, end, y2);
    path_end(p, chain, edge);
    page_put(p, "\n");
}

/* ---- The drawing */

static void describe(struct page *p, const struct chain *chain) {
    page_put(p, "<title id=\"");
    put_id(p, chain, "ct");
    page_put(p, "\">Reports and their origins</title><desc id=\"");
    put_id(p, chain, "cd");
    page_put(p, "\">");
    page_count(p, chain->report_count, "report", "reports");
    page_put(p, " at the left, ");
    page_count(p, chain->origin_count, "origin", "origins");
    page_put(p, " at the right, ");
    page_count(p, chain->edge_count, "line", "lines");
    page_put(p,
             " between them. The table %s the drawing has each of them in words.</desc>\n"
             "<defs><marker id=\"",
             chain->kind[0] == 'c' ? "around" : "after");
    put_id(p, chain, "tip");
    page_put(p, "\" viewBox=\"0 0 9 10\" refX=\"0\" refY=\"5\" markerWidth=\"9\""
                " markerHeight=\"10\" markerUnits=\"userSpaceOnUse\" orient=\"auto\">"
                "<path class=\"tip\" d=\"M0 0 9 5 0 10z\"/></marker></defs>\n");
}

static void draw(struct page *p, const struct chain *chain) {
    const struct chain_shape *shape = chain->shape;
    bool bows = false;
    for (uint32_t i = 0; i < chain->edge_count; i++)
        bows = bows || chain->edges[i].side;
    uint32_t left = bows ? shape->arc_room : 2;
    page_put(p, "<svg class=\"chain %s\" viewBox=\"0 0 %u %u\" role=\"group\" aria-labelledby=\"",
             shape->name, shape->width, chain->height);
    put_id(p, chain, "ct");
    page_put(p, " ");
    put_id(p, chain, "cd");
    page_put(p, "\">");
    describe(p, chain);
    for (uint32_t i = 0; i < chain->edge_count; i++) {
        if (chain->edges[i].side)
            draw_bow(p, chain, &chain->edges[i], left);
        else
            draw_across(p, chain, &chain->edges[i], left);
    }
    for (uint32_t i = 0; i < chain->report_count; i++)
        draw_box(p, chain, &chain->reports[i], left, shape->report_width, "r");
    for (uint32_t i = 0; i < chain->origin_count; i++)
        draw_box(p, chain, &chain->origins[i], shape->width - 2 - shape->origin_width,
                 shape->origin_width, "o");
    page_put(p, "</svg>\n");
}

static void legend(struct page *p, const struct chain *chain) {
    bool used[CHAIN_RELATIONS] = {false}, none = false, own = false, part = false, unknown = false;
    for (uint32_t i = 0; i < chain->edge_count; i++) {
        const struct chain_edge *e = &chain->edges[i];
        used[e->relation] = true;
        part = part || e->partial;
        unknown = unknown || e->direction_unknown;
    }
    for (uint32_t i = 0; i < chain->report_count; i++)
        none = none || chain->reports[i].dashed;
    for (uint32_t i = 0; i < chain->origin_count; i++)
        own = own || chain->origins[i].twofold;
    page_put(p, "<figcaption><ul class=\"legend\">");
    for (unsigned r = 0; r < CHAIN_RELATIONS; r++)
        if (used[r])
            page_put(p,
                     "<li><svg width=\"34\" height=\"10\" aria-hidden=\"true\"><path class=\"l "
                     "%s\" d=\"M1 5H33\"/></svg>"
                     "%s</li>",
                     relations[r].css_class, relations[r].legend);
    page_put(p, part ? "<li>“in part”: the report has other text beside it</li>" : "");
    page_put(p, unknown ? "<li>no arrow: it is not known which text came first</li>" : "");
    page_put(p, own ? "<li>double frame: own check</li>" : "");
    page_put(p, none ? "<li>dashed frame: credits no outlet, shares no text</li>" : "");
    page_put(p, "</ul></figcaption>\n");
}

typedef void parts_fn(struct chain *chain, const struct page *p, uint32_t item);

static void figure(struct page *p, parts_fn *parts, uint32_t item) {
    enum { SHAPES = sizeof shapes / sizeof *shapes };
    if (!p->chain_room)
        p->chain_room = arena_alloc(p->arena, sizeof *p->chain_room);
    if (!p->chain_room) {
        p->failed = true;
        return;
    }
    for (unsigned i = 0; i < SHAPES; i++) {
        struct chain chain;
        parts(&chain, p, item);
        if (chain.too_many) {
            page_put(p, "<p class=\"n\">Too many reports or lines for a drawing; the table has "
                        "them all.</p>\n");
            return;
        }
        if (!chain.edge_count)
            return;
        chain_layout(&chain, p, &shapes[i]);
        page_put(p, i ? "" : "<figure>\n");
        draw(p, &chain);
        if (i + 1 == SHAPES) {
            legend(p, &chain);
            page_put(p, "</figure>\n");
        }
    }
}

void page_chain(struct page *p, uint32_t story) {
    figure(p, chain_of_story, story);
}

void page_claim_chain(struct page *p, uint32_t claim) {
    figure(p, chain_of_claim, claim);
}
