/* The tree of a page: flat arrays, in the order of the tree. */
#ifndef READ_HTML_TREE_H
#define READ_HTML_TREE_H

#include "read/html_scan.h"

#define HTML_NO_TOKEN UINT32_MAX

enum html_node_kind { HTML_ELEMENT, HTML_WORDS, HTML_BLANK };

/**
 * Nodes stand in the order of a walk, so that those from i + 1 to end are what is in i. WORDS and
 * BLANK are stretches of the page without markup: token is where they and their text are. An
 * element's token is its start tag, HTML_NO_TOKEN when the page has none for it.
 */
struct html_node {
    uint32_t parent; /* of the root: itself */
    uint32_t end;
    uint32_t token;
    uint8_t kind; /* enum html_node_kind */
    uint8_t tag;  /* enum html_tag */
};

struct html_tree {
    struct arena *arena;
    struct html_scan scan;
    VEC_OF(struct html_node) nodes; /* nodes.at[0] is the root */
};

/**
 * Reads a page. Needs no recursion and gives back what the parser took. TS_E_LIMIT "too_deep" and
 * "too_complex" before anything slow is begun; TS_E_MEMORY. The parser's own memory does not come
 * from a: about 300 bytes a tag, at most HTML_TOKENS_MAX of them.
 */
int html_tree_read(struct html_tree *out, struct arena *a, struct str page, uint32_t most_depth,
                   struct ts_error *err);

/** An attribute of a node, decoded; none when it has none. */
struct str html_attr(const struct html_tree *tree, uint32_t node, enum html_attr_name name);

/** The text of a node's subtree, white space folded, at most max_bytes of it; words of blocks are
 * parted. */
struct str html_text(const struct html_tree *tree, uint32_t node, size_t max_bytes);

#endif
