/* One node for each outlet or agency that the reports of a comparison are of or speak of, under all
 * its names. */
#ifndef COMPARE_OUTLET_NODES_H
#define COMPARE_OUTLET_NODES_H

#include "compare/work.h"

struct outlet_node {
    struct str name;
    uint32_t row; /* of the outlet table, or NO_INDEX */
    bool agency;
    struct str family;          /* empty: unknown */
    VEC_OF(struct str) aliases; /* other names seen */
};

struct outlet_nodes {
    struct work *w;
    VEC_OF(struct outlet_node) at;
    struct map by_row;  /* row -> node */
    struct map by_name; /* normal form -> node, or NODE_AMBIGUOUS */
    uint32_t *own;      /* of each report, or NO_INDEX when its outlet is not known */
};

#define NODE_AMBIGUOUS (UINT32_MAX - 1)

/** Makes the nodes of the reports' own outlets. */
int outlet_nodes_init(struct outlet_nodes *n, struct work *w);

/** The node that a statement's source is, made when it is new; NO_INDEX when the source has no
 * name. */
int outlet_nodes_source(uint32_t *node, struct outlet_nodes *n, uint32_t report,
                        const struct statement *s);

/** The node that is called name, NO_INDEX when there is none. TS_E_MEMORY. */
int outlet_nodes_known(uint32_t *node, struct outlet_nodes *n, struct str name);

/** A node for an outlet whose name is not known, called name. NO_INDEX: no memory. */
uint32_t outlet_nodes_unnamed(struct outlet_nodes *n, struct str name);

#endif
