/*
 * The one file that knows gumbo. It is shown a skeleton of the page: its tags without attributes,
 * and for each stretch of text a short mark, the number of its token. So each text of the tree has
 * its exact place in the source by construction, the parser's time does not grow with text and
 * attributes, and what makes it slow cannot reach it: formatting elements, which it opens again and
 * again, foreign content and forms go under names that have no rules.
 */
#include "read/html_depth.h"
#include "read/html_tree.h"

#include "base/buf.h"

#include <gumbo.h>
#include <string.h>

/* ---- The skeleton */

static void show_tag(struct buf *b, const struct html_token *t) {
    unsigned kind = html_tag_kind(t->tag);
    bool end = t->kind == HTML_END;
    if ((kind & HTML_DROPPED) || (end && (kind & HTML_IS_VOID) && t->tag != HTML_BR))
        return;
    buf_put(b, end ? STR("</") : STR("<"));
    if (kind & HTML_RENAMED) {
        buf_put(b, STR("x-"));
        buf_put(b, t->text);
    } else {
        buf_put(b, html_tag_name(t->tag));
    }
    buf_putc(b, '>');
}

/* Base 16: 'A' to 'P', the last figure 'a' to 'p'. */
static void show_text(struct buf *b, uint32_t token) {
    char figures[8];
    size_t at = sizeof figures;
    figures[--at] = (char)('a' + (token & 15));
    for (token >>= 4; token; token >>= 4)
        figures[--at] = (char)('A' + (token & 15));
    buf_put(b, (struct str){figures + at, sizeof figures - at});
}

static bool write_skeleton(struct buf *b, struct html_scan *scan) {
    for (uint32_t i = 0; i < scan->tokens.n; i++) {
        struct html_token *t = &scan->tokens.at[i];
        t->shown = (uint32_t)b->n;
        if (t->kind == HTML_TEXT)
            show_text(b, i);
        else if (t->kind == HTML_SPACE)
            buf_putc(b, ' ');
        else if (t->kind != HTML_RAW)
            show_tag(b, t);
        /* Outside of foreign content the slash of <x/> says nothing; but what has it is not meant
         * to stay open. */
        if (t->kind == HTML_START && t->tag == HTML_OTHER && t->self_closing) {
            buf_put(b, STR("</x-"));
            buf_put(b, t->text);
            buf_putc(b, '>');
        }
    }
    return !b->failed;
}

/* ---- The tree */

struct filler {
    struct html_tree *tree;
    const char *skeleton;
    size_t skeleton_bytes;
    uint32_t hint; /* the token found last */
    uint32_t parent;
};

/* The token that begins at a place of the skeleton. */
static uint32_t token_at(struct filler *f, const char *original) {
    const struct html_scan *scan = &f->tree->scan;
    if (!original || original < f->skeleton || original >= f->skeleton + f->skeleton_bytes)
        return HTML_NO_TOKEN;
    uint32_t place = (uint32_t)(original - f->skeleton);
    uint32_t first = 0, end = scan->tokens.n; /* the last one with shown <= place */
    for (uint32_t i = f->hint, tries = 0;
         i + 1 < scan->tokens.n && tries < 8 && scan->tokens.at[i].shown <= place; i++, tries++)
        if (scan->tokens.at[i + 1].shown > place) {
            first = i;
            end = i + 1;
            break;
        }
    while (end - first > 1) {
        uint32_t mid = first + (end - first) / 2;
        if (scan->tokens.at[mid].shown <= place)
            first = mid;
        else
            end = mid;
    }
    f->hint = first;
    return first;
}

static struct html_node *add_node(struct filler *f, enum html_node_kind kind, uint32_t token) {
    struct html_node *n = VEC_PUSH(f->tree->arena, &f->tree->nodes);
    if (!n)
        return NULL;
    *n = (struct html_node){
        .parent = f->parent, .end = f->tree->nodes.n, .token = token, .kind = (uint8_t)kind};
    return n;
}

/* The stretches that a text node of the skeleton stands for. */
static bool add_text(struct filler *f, const char *marks) {
    const struct html_scan *scan = &f->tree->scan;
    uint32_t token = 0;
    for (; *marks; marks++) {
        char c = *marks;
        if (c >= 'A' && c <= 'P') {
            token = (token << 4) | (uint32_t)(c - 'A');
        } else if (c >= 'a' && c <= 'p') {
            token = (token << 4) | (uint32_t)(c - 'a');
            if (token < scan->tokens.n && scan->tokens.at[token].kind == HTML_TEXT &&
                !add_node(f, HTML_WORDS, token))
                return false;
            token = 0;
        } else if (!add_node(f, HTML_BLANK, HTML_NO_TOKEN)) {
            return false;
        }
    }
    return true;
}

static bool add_element(struct filler *f, const GumboNode *node) {
    const GumboElement *e = &node->v.element;
    uint32_t token = e->original_tag.length ? token_at(f, e->original_tag.data) : HTML_NO_TOKEN;
    if (token != HTML_NO_TOKEN && f->tree->scan.tokens.at[token].kind != HTML_START)
        token = HTML_NO_TOKEN;
    struct html_node *n = add_node(f, HTML_ELEMENT, token);
    if (!n)
        return false;
    enum html_tag tag = token != HTML_NO_TOKEN
                            ? f->tree->scan.tokens.at[token].tag
                            : html_tag_named(str_of(gumbo_normalized_tagname(e->tag)));
    n->tag = (uint8_t)tag;
    return true;
}

static const GumboVector *children_of(const GumboNode *node) {
    switch (node->type) {
    case GUMBO_NODE_DOCUMENT:
        return &node->v.document.children;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
        return &node->v.element.children;
    default:
        return NULL;
    }
}

static bool enter(struct filler *f, const GumboNode *node) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE)
        return add_text(f, node->v.text.text);
    return !children_of(node) || add_element(f, node);
}

struct step {
    const GumboNode *node;
    uint32_t mine; /* ours for node */
    uint32_t next; /* its child that comes next */
};

static bool fill(struct filler *f, const GumboNode *root) {
    VEC_OF(struct step) path = {0};
    struct step *step = VEC_PUSH(f->tree->arena, &path);
    if (!step || !add_element(f, root))
        return false;
    *step = (struct step){root, 0, 0};
    while (path.n) {
        step = &path.at[path.n - 1];
        const GumboVector *children = children_of(step->node);
        if (step->next == children->length) {
            f->tree->nodes.at[step->mine].end = f->tree->nodes.n;
            path.n--;
            continue;
        }
        const GumboNode *child = children->data[step->next++];
        struct step inner = {child, f->tree->nodes.n, 0};
        f->parent = step->mine;
        if (!enter(f, child))
            return false;
        if (!children_of(child))
            continue;
        step = VEC_PUSH(f->tree->arena, &path);
        if (!step)
            return false;
        *step = inner;
    }
    return true;
}

/* ---- Memory: all that gumbo takes is given back at once. It cannot be refused: it does not check.
 */

static void *take(void *arena, size_t bytes) {
    return arena_alloc(arena, bytes);
}

static void give_back(void *arena, void *p) {
    (void)arena;
    (void)p;
}

static int parse(struct html_tree *tree, struct str skeleton, struct ts_error *err) {
    struct mem system = mem_system();
    struct arena parser;
    arena_init(&parser, &system, 0);
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = take;
    options.deallocator = give_back;
    options.userdata = &parser;
    options.max_errors = 0;
    GumboOutput *output = gumbo_parse_with_options(&options, skeleton.at, skeleton.n);
    struct filler f = {.tree = tree, .skeleton = skeleton.at, .skeleton_bytes = skeleton.n};
    bool filled = fill(&f, output->root);
    arena_clear(&parser);
    return filled ? TS_OK : arena_fail(tree->arena, err);
}

int html_tree_read(struct html_tree *out, struct arena *a, struct str page, uint32_t most_depth,
                   struct ts_error *err) {
    *out = (struct html_tree){.arena = a};
    int status = html_scan(&out->scan, a, page, err);
    if (status == TS_OK)
        status = html_depth_check(&out->scan, a, most_depth, err);
    if (status != TS_OK)
        return status;
    struct buf skeleton;
    buf_init(&skeleton, a, page.n * 4 + 64);
    if (!write_skeleton(&skeleton, &out->scan))
        return arena_fail(a, err);
    return parse(out, skeleton.n ? buf_str(&skeleton) : STR(" "), err);
}
