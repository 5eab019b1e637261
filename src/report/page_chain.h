/* The drawn chain: boxes and lines, before they are written. Only page_chain*.c include it. */
#ifndef REPORT_PAGE_CHAIN_H
#define REPORT_PAGE_CHAIN_H

#include "report/page.h"

enum {
    CHAIN_LINES = 10, /* of text in a box */
    CHAIN_BOXES = 60, /* of a column; above, the table alone is given */
    CHAIN_LINKS = 400,
    CHAIN_LABEL = 48
};

/** One drawing's measures, in pixels: one for wide windows and paper, one for narrow ones. */
struct chain_shape {
    const char *name; /* of its ids and its class */
    uint32_t width, report_width, origin_width, font, line;
    uint32_t arc_room; /* left of the reports, for lines between them */
    uint32_t stub;     /* how far a line runs straight, with its label; 0: no labels */
};

/** A line of a box: an id or label of ours, then words of a report. */
struct chain_line {
    char label[CHAIN_LABEL];
    struct str words;
    bool name, cut;
};

struct chain_box {
    uint32_t item; /* index in reports or origins */
    uint32_t y, height;
    uint32_t ports, ports_used; /* of lines to the other column */
    uint32_t side_ports;        /* of lines in the own column */
    bool dashed, twofold;       /* no source found; own check */
    struct chain_line lines[CHAIN_LINES];
    uint32_t line_count;
    uint64_t weight; /* where its lines come from, for the order */
};

/** A line of the drawing. to counts in the other column, or in the own one when side is set. */
struct chain_edge {
    uint32_t from, to, link;
    bool side;
};

struct chain {
    const struct chain_shape *shape;
    uint32_t story, height;
    struct chain_box *reports, *origins;
    uint32_t report_count, origin_count;
    struct chain_edge *edges; /* by from, then to */
    uint32_t edge_count;
};

/** Places everything; false when memory is refused. *too_many: the story is beyond what a drawing
 * can show. */
bool chain_layout(struct chain *chain, bool *too_many, struct page *p, uint32_t story,
                  const struct chain_shape *shape);

/** What a kind of origin is called on the page. */
const char *chain_kind_label(enum origin_kind kind);

#endif
