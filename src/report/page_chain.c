/* The drawn chain as SVG, with its legend. Lines differ in pattern and width, and have words where
 * there is room. */
#include "report/page_chain.h"

#include "report/labels.h"

enum { TIP = 9 /* of an arrow */, RELATIONS = LINK_REPORTS + 1 };

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
    const char *edge, *legend;
} relations[RELATIONS] = {
    [LINK_CREDITS] = {"credits", "thin: credits"},
    [LINK_COPIES] = {"copies", "thick: copied text, from the report that copies"},
    [LINK_QUOTES] = {"quotes", "dashed: quotes"},
    [LINK_REVISES] = {"revises", "dash and dot: revises"},
    [LINK_CHECKS] = {"own check", "dotted: own check"},
    [LINK_REPORTS] = {"own report", "long dashes: own report"},
};

/* ---- Boxes */

static void draw_box(struct page *p, const struct chain *chain, const struct chain_box *box,
                     uint32_t x, uint32_t width, const char *target) {
    page_put(p,
             "<a href=\"#%s%u\" tabindex=\"-1\"><rect class=\"box%s\" x=\"%u\" y=\"%u\" "
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

static void edge_label(struct page *p, const struct link *l, uint32_t x, uint32_t y) {
    page_put(p, "<text class=\"el\" x=\"%u\" y=\"%u\">%s%s", x, y, relations[l->relation].edge,
             l->partial ? ", in part" : "");
    if (l->share > 0) {
        page_put(p, " ");
        page_share(p, l->share);
    }
    page_put(p, "</text>");
}

static void path_begin(struct page *p, const struct link *l) {
    page_put(p, "<path class=\"l %s\" d=\"", labels_relation(l->relation));
}

static void path_end(struct page *p, const struct chain *chain, const struct link *l) {
    page_put(p, "\"");
    if (!l->direction_unknown)
        page_put(p, " marker-end=\"url(#tip-%s-%u)\"", chain->shape->name, chain->story + 1);
    page_put(p, "/>");
}

/* From a report's right side to an origin's left side. */
static void draw_across(struct page *p, const struct chain *chain, const struct chain_edge *edge,
                        uint32_t left) {
    struct chain_box *from = &chain->reports[edge->from], *to = &chain->origins[edge->to];
    const struct link *l = &p->c->links.at[edge->link];
    uint32_t x1 = left + chain->shape->report_width;
    uint32_t x2 = chain->shape->width - 2 - chain->shape->origin_width - TIP;
    uint32_t y1 = port_y(from, from->ports_used++, from->ports),
             y2 = port_y(to, to->ports_used++, to->ports);
    uint32_t straight = x1 + (chain->shape->stub ? chain->shape->stub : 4),
             middle = (straight + x2) / 2;
    path_begin(p, l);
    page_put(p, "M%u %uH%uC%u %u %u %u %u %u", x1, y1, straight, middle, y1, middle, y2, x2, y2);
    path_end(p, chain, l);
    if (chain->shape->stub)
        edge_label(p, l, x1 + 6, y1 - 4);
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
    const struct link *l = &p->c->links.at[edge->link];
    uint32_t y1 = port_y(from, side_port(chain, edge->from, edge), from->side_ports);
    uint32_t y2 = port_y(to, side_port(chain, edge->to, edge), to->side_ports);
    uint32_t apart = edge->from > edge->to ? edge->from - edge->to : edge->to - edge->from;
    uint32_t bow = chain->shape->arc_room / 2 + apart * 8;
    uint32_t most =
        chain->shape->arc_room * 5 / 4; /* a curve comes to three quarters of its handles */
    uint32_t handle = bow < most ? bow : most;
    uint32_t reach = left > handle ? left - handle : 0,
             end = left - (l->direction_unknown ? 0 : TIP);
    path_begin(p, l);
    page_put(p, "M%u %uC%u %u %u %u %u %u", left, y1, reach, y1, reach, y2, end, y2);
    path_end(p, chain, l);
    page_put(p, "\n");
}

/* ---- The drawing */

static void draw(struct page *p, const struct chain *chain) {
    const struct chain_shape *shape = chain->shape;
    bool bows = false;
    for (uint32_t i = 0; i < chain->edge_count; i++)
        bows = bows || chain->edges[i].side;
    uint32_t left = bows ? shape->arc_room : 2, story = chain->story + 1;
    page_put(p,
             "<svg class=\"chain %s\" viewBox=\"0 0 %u %u\" role=\"img\" "
             "aria-labelledby=\"ct-%s-%u cd-%s-%u\">",
             shape->name, shape->width, chain->height, shape->name, story, shape->name, story);
    page_put(p, "<title id=\"ct-%s-%u\">Reports and their origins</title><desc id=\"cd-%s-%u\">",
             shape->name, story, shape->name, story);
    page_count(p, chain->report_count, "report", "reports");
    page_put(p, " at the left, ");
    page_count(p, chain->origin_count, "origin", "origins");
    page_put(p, " at the right, ");
    page_count(p, chain->edge_count, "line", "lines");
    page_put(p,
             " between them. The table after the drawing has each of them in words.</desc>\n"
             "<defs><marker id=\"tip-%s-%u\" viewBox=\"0 0 9 10\" refX=\"0\" refY=\"5\" "
             "markerWidth=\"9\""
             " markerHeight=\"10\" markerUnits=\"userSpaceOnUse\" orient=\"auto\">"
             "<path class=\"tip\" d=\"M0 0 9 5 0 10z\"/></marker></defs>\n",
             shape->name, story);
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
    bool used[RELATIONS] = {false}, none = false, own = false, part = false, unknown = false;
    for (uint32_t i = 0; i < chain->edge_count; i++) {
        const struct link *l = &p->c->links.at[chain->edges[i].link];
        used[l->relation] = true;
        part = part || l->partial;
        unknown = unknown || l->direction_unknown;
    }
    for (uint32_t i = 0; i < chain->report_count; i++)
        none = none || chain->reports[i].dashed;
    for (uint32_t i = 0; i < chain->origin_count; i++)
        own = own || chain->origins[i].twofold;
    page_put(p, "<figcaption><ul class=\"legend\">");
    for (unsigned r = 0; r < RELATIONS; r++)
        if (used[r])
            page_put(p,
                     "<li><svg width=\"34\" height=\"10\" aria-hidden=\"true\"><path class=\"l "
                     "%s\" d=\"M1 5H33\"/></svg>"
                     "%s</li>",
                     labels_relation((enum link_relation)r), relations[r].legend);
    page_put(p, part ? "<li>“in part”: the report has other text beside it</li>" : "");
    page_put(p, unknown ? "<li>no arrow: it is not known which text came first</li>" : "");
    page_put(p, own ? "<li>double frame: own check</li>" : "");
    page_put(p, none ? "<li>dashed frame: no source found</li>" : "");
    page_put(p, "</ul></figcaption>\n");
}

void page_chain(struct page *p, uint32_t story) {
    for (unsigned i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        struct chain chain;
        bool too_many;
        if (!chain_layout(&chain, &too_many, p, story, &shapes[i])) {
            p->failed = true;
            return;
        }
        if (too_many) {
            page_put(p, "<p class=\"n\">Too many reports or lines for a drawing; the table has "
                        "them all.</p>\n");
            return;
        }
        if (!chain.edge_count)
            return;
        page_put(p, i ? "" : "<figure>\n");
        draw(p, &chain);
        if (i + 1 == sizeof shapes / sizeof *shapes) {
            legend(p, &chain);
            page_put(p, "</figure>\n");
        }
    }
}
