/*
 * The drawn chain of a story or a claim, before it is written: page_chain_parts.c finds its boxes
 * and lines, page_chain_layout.c places them, page_chain.c writes them. Only these and
 * page_origins.c include it.
 */
#ifndef REPORT_PAGE_CHAIN_H
#define REPORT_PAGE_CHAIN_H

#include "report/page.h"

enum {
    CHAIN_LINES = 10, /* of text in a box */
    CHAIN_BOXES = 60, /* of a column; above, the table alone is given */
    CHAIN_LINKS = 400,
    CHAIN_LABEL = 48,
    CHAIN_VIAS = 2 /* names in a box of what stands between its report and its origin */
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
    bool dashed, twofold;       /* credits no outlet; own check */
    bool copies;                /* what it copies is told in it */
    struct str via[CHAIN_VIAS];
    struct chain_line lines[CHAIN_LINES];
    uint32_t line_count;
    uint64_t weight; /* where its lines come from, for the order */
};

/* What a line says: an enum link_relation, or of a claim's drawing one of these. */
enum { CHAIN_STATES = LINK_REPORTS + 1, CHAIN_DENIES, CHAIN_RELATIONS };

/** A line of the drawing. to counts in the other column, or in the own one when side is set. */
struct chain_edge {
    uint32_t from, to;
    unsigned relation;
    double share;
    bool side, partial, direction_unknown;
};

/** A drawing. Its boxes and lines are in the page's room, which the next drawing uses again. */
struct chain {
    const struct chain_shape *shape;
    const char *kind; /* "s", "c": the ids inside are made of it and the number */
    uint32_t number, height;
    struct chain_box *reports, *origins;
    uint32_t report_count, origin_count;
    struct chain_edge *edges; /* by from, then to */
    uint32_t edge_count;
    bool too_many; /* beyond what a drawing can show */
};

/** What all drawings of a page are made in, one after the other. */
struct chain_room {
    struct chain_box reports[CHAIN_BOXES], origins[CHAIN_BOXES];
    struct chain_edge edges[CHAIN_LINKS];
};

/** A story's reports and the origins of the story as a whole. */
void chain_of_story(struct chain *chain, const struct page *p, uint32_t story);
/** A claim's reports and origins, of both sides. */
void chain_of_claim(struct chain *chain, const struct page *p, uint32_t claim);

/** Places everything. */
void chain_layout(struct chain *chain, const struct page *p, const struct chain_shape *shape);

/** What a kind of origin is called on the page. */
const char *chain_kind_label(enum origin_kind kind);

#endif
