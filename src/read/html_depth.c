#include "read/html_depth.h"

#include <string.h>

struct open_element {
    enum html_tag tag;
    uint32_t name; /* a hash for tags that are shown under another name; 0 for others */
};

struct stack {
    struct open_element *at;
    uint32_t n, most;
    uint32_t open[HTML_TAGS]; /* how many of each are open */
    bool full;
};

static void push(struct stack *s, enum html_tag tag, uint32_t name) {
    if (s->n >= s->most) {
        s->full = true;
        return;
    }
    s->at[s->n++] = (struct open_element){tag, name};
    s->open[tag]++;
}

/* Closes all from index on. */
static void pop_to(struct stack *s, uint32_t index) {
    /* A link that a block's end closes is opened again behind it. */
    bool link = false;
    while (s->n > index) {
        enum html_tag tag = s->at[--s->n].tag;
        s->open[tag]--;
        link |= tag == HTML_A && s->n > index;
    }
    if (link)
        push(s, HTML_A, 0);
}

static bool is_rule(const struct stack *s, uint32_t i, unsigned kinds) {
    return s->at[i].name == 0 && (html_tag_kind(s->at[i].tag) & kinds);
}

/* The nearest open element that is tag, not looked for beyond one of kinds; UINT32_MAX when there
 * is none. */
static uint32_t find(const struct stack *s, enum html_tag tag, unsigned kinds) {
    if (s->open[tag] == 0)
        return UINT32_MAX;
    for (uint32_t i = s->n; i-- > 0;) {
        if (s->at[i].tag == tag)
            return i;
        if (is_rule(s, i, kinds))
            break;
    }
    return UINT32_MAX;
}

static void close_found(struct stack *s, uint32_t index) {
    if (index != UINT32_MAX)
        pop_to(s, index);
}

/* Items of lists: the one before is ended unless a block stands between. */
static void close_item(struct stack *s, enum html_tag tag, enum html_tag other) {
    for (uint32_t i = s->n; i-- > 0;) {
        enum html_tag here = s->at[i].tag;
        if (here == tag || here == other) {
            pop_to(s, i);
            return;
        }
        if (here != HTML_ADDRESS && here != HTML_DIV && here != HTML_P &&
            is_rule(s, i, HTML_IS_SPECIAL))
            return;
    }
}

static bool is_section(enum html_tag tag) {
    return tag == HTML_TBODY || tag == HTML_THEAD || tag == HTML_TFOOT;
}

/* Closes down to the innermost table, row group or row that may hold tag; false when no table is
 * open. */
static bool back_to_table(struct stack *s, enum html_tag tag) {
    for (uint32_t i = s->n; i-- > 0;) {
        enum html_tag here = s->at[i].tag;
        bool holds = here == HTML_TABLE || (tag == HTML_TR && is_section(here)) ||
                     ((tag == HTML_TD || tag == HTML_TH) && (is_section(here) || here == HTML_TR));
        if (holds) {
            pop_to(s, i + 1);
            return true;
        }
    }
    return false;
}

/* Parts of tables; what they imply is opened too. */
static void start_table_part(struct stack *s, enum html_tag tag) {
    if (!back_to_table(s, tag))
        return;
    bool cell = tag == HTML_TD || tag == HTML_TH;
    if ((cell || tag == HTML_TR) && s->n && s->at[s->n - 1].tag == HTML_TABLE)
        push(s, HTML_TBODY, 0);
    if (cell && s->n && is_section(s->at[s->n - 1].tag))
        push(s, HTML_TR, 0);
    push(s, tag, 0);
}

static bool is_table_part(enum html_tag tag) {
    return is_section(tag) || tag == HTML_TR || tag == HTML_TD || tag == HTML_TH ||
           tag == HTML_CAPTION || tag == HTML_COLGROUP;
}

static void start_link(struct stack *s) {
    uint32_t index = find(s, HTML_A, HTML_IS_SCOPE);
    if (index == UINT32_MAX)
        return;
    memmove(s->at + index, s->at + index + 1, (s->n - index - 1) * sizeof *s->at);
    s->n--;
    s->open[HTML_A]--;
}

static uint32_t name_of(const struct html_token *t) {
    if (!(html_tag_kind(t->tag) & HTML_RENAMED))
        return 0;
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < t->text.n; i++)
        hash = (hash ^ (uint8_t)ascii_lower(t->text.at[i])) * 16777619u;
    return hash | 1;
}

static void start_tag(struct stack *s, const struct html_token *t) {
    unsigned kind = html_tag_kind(t->tag);
    if ((kind & (HTML_DROPPED | HTML_IS_VOID)) || (t->tag == HTML_OTHER && t->self_closing))
        return;
    if (is_table_part(t->tag)) {
        start_table_part(s, (enum html_tag)t->tag);
        return;
    }
    if (t->tag == HTML_LI)
        close_item(s, HTML_LI, HTML_LI);
    else if (t->tag == HTML_DD || t->tag == HTML_DT)
        close_item(s, HTML_DD, HTML_DT);
    if (kind & HTML_ENDS_P)
        close_found(s, find(s, HTML_P, HTML_IS_SCOPE));
    if (html_tag_is_heading(t->tag) && s->n && html_tag_is_heading(s->at[s->n - 1].tag))
        pop_to(s, s->n - 1);
    if (t->tag == HTML_TABLE && s->n) {
        /* a table straight in a table ends it */
        uint32_t i = s->n;
        while (i-- > 0 && !is_rule(s, i, HTML_IS_SCOPE)) {
        }
        if (i != UINT32_MAX && s->at[i].tag == HTML_TABLE)
            pop_to(s, i);
    }
    if (t->tag == HTML_A)
        start_link(s);
    push(s, (enum html_tag)t->tag, name_of(t));
}

static void end_heading(struct stack *s) {
    for (uint32_t i = s->n; i-- > 0;) {
        if (html_tag_is_heading(s->at[i].tag)) {
            pop_to(s, i);
            return;
        }
        if (is_rule(s, i, HTML_IS_SCOPE))
            return;
    }
}

/* An end tag of an inline element: nothing when a block stands between. */
static void end_inline(struct stack *s, enum html_tag tag, uint32_t name) {
    if (s->open[tag] == 0)
        return;
    for (uint32_t i = s->n; i-- > 0;) {
        if (s->at[i].tag == tag && s->at[i].name == name) {
            pop_to(s, i);
            return;
        }
        if (is_rule(s, i, HTML_IS_SPECIAL))
            return;
    }
}

static void end_item(struct stack *s) {
    for (uint32_t i = s->n; i-- > 0;) {
        enum html_tag here = s->at[i].tag;
        if (here == HTML_LI) {
            pop_to(s, i);
            return;
        }
        if (here == HTML_UL || here == HTML_OL || is_rule(s, i, HTML_IS_SCOPE))
            return;
    }
}

/* Ends of parts of tables reach over all but tables. */
static void end_table_part(struct stack *s, enum html_tag tag) {
    if (s->open[tag] == 0)
        return;
    for (uint32_t i = s->n; i-- > 0;) {
        if (s->at[i].tag == tag) {
            pop_to(s, i);
            return;
        }
        if (s->at[i].tag == HTML_TABLE)
            return;
    }
}

static void end_tag(struct stack *s, const struct html_token *t) {
    unsigned kind = html_tag_kind(t->tag);
    if (kind & (HTML_DROPPED | HTML_IS_VOID))
        return;
    if (t->tag == HTML_TABLE || is_table_part(t->tag))
        end_table_part(s, t->tag);
    else if (html_tag_is_heading(t->tag))
        end_heading(s);
    else if (t->tag == HTML_LI)
        end_item(s);
    else if (t->tag == HTML_A)
        start_link(s);
    else if (kind & HTML_IS_SPECIAL)
        close_found(s, find(s, t->tag, HTML_IS_SCOPE));
    else
        end_inline(s, t->tag, name_of(t));
}

int html_depth_check(const struct html_scan *scan, struct arena *a, uint32_t most,
                     struct ts_error *err) {
    struct stack s = {.most = most > 2 ? most - 2 : 0}; /* html and body are open always */
    s.at = arena_alloc(a, (s.most + 1) * sizeof *s.at);
    if (!s.at)
        return arena_fail(a, err);
    for (uint32_t i = 0; i < scan->tokens.n && !s.full; i++) {
        const struct html_token *t = &scan->tokens.at[i];
        if (t->kind == HTML_START)
            start_tag(&s, t);
        else if (t->kind == HTML_END)
            end_tag(&s, t);
        if (s.full) {
            int status =
                err_set(err, TS_E_LIMIT, "too_deep",
                        "its elements nest deeper than %u; is it an article?", (unsigned)most);
            if (err)
                err->at_bytes = t->start;
            return status;
        }
    }
    return TS_OK;
}
