#include "read/html_tree.h"

#include "base/buf.h"

struct str html_attr(const struct html_tree *tree, uint32_t node, enum html_attr_name name) {
    uint32_t token = tree->nodes.at[node].token;
    if (token == HTML_NO_TOKEN)
        return STR_NONE;
    return html_token_value(&tree->scan, tree->arena, &tree->scan.tokens.at[token], name);
}

struct str html_text(const struct html_tree *tree, uint32_t node, size_t max_bytes) {
    struct buf b;
    buf_init(&b, tree->arena, max_bytes + 8);
    for (uint32_t i = node; i < tree->nodes.at[node].end && b.n < max_bytes; i++) {
        const struct html_node *n = &tree->nodes.at[i];
        if (n->kind == HTML_WORDS)
            buf_put(&b, str_cut(tree->scan.tokens.at[n->token].text, 0, max_bytes - b.n));
        else if (n->kind == HTML_BLANK || (html_tag_kind(n->tag) & HTML_IS_BLOCK) ||
                 n->tag == HTML_BR)
            buf_putc(&b, ' ');
    }
    return str_fold_space(tree->arena, buf_str(&b));
}
