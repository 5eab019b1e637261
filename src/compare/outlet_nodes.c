#include "compare/outlet_nodes.h"

#include "compare/normal_names.h"

/* The form of a name without a part in parentheses, which goes to *inside. none: no memory. */
static struct str normal_name(struct str *inside, struct work *w, struct str name) {
    *inside = STR_NONE;
    size_t open = str_find_byte(name, '(', 0), close = str_find_byte(name, ')', 0);
    if (open != SIZE_MAX && close != SIZE_MAX && open > 0 && open < close) {
        *inside = str_trim(str_cut(name, open + 1, close));
        name = str_trim(str_cut(name, 0, open));
    }
    return compare_normal_name(w, name, ".&"); /* "example.com", "Marsh & Moor" */
}

static bool put_name(struct outlet_nodes *n, struct str key, uint32_t node) {
    if (!key.n)
        return true;
    uint32_t *slot = map_put(&n->by_name, key);
    if (!slot)
        return false;
    *slot = *slot == MAP_NONE || *slot == node ? node : NODE_AMBIGUOUS;
    return true;
}

/* Letters in parentheses that are an abbreviation: "(NPA)". */
static bool is_abbreviation(struct str s) {
    for (size_t i = 0; i < s.n; i++)
        if (!ascii_upper(s.at[i]) && !ascii_digit(s.at[i]))
            return false;
    return s.n >= 2 && s.n <= 10;
}

/* A name that is another than the node's, and new. false: no memory. */
static bool add_alias(struct outlet_nodes *n, uint32_t node, struct str name) {
    struct outlet_node *x = &n->at.at[node];
    struct str inside, form = normal_name(&inside, n->w, name);
    struct str known = normal_name(&inside, n->w, x->name);
    if (!form.at || !known.at || str_eq(form, known))
        return form.at && known.at;
    for (uint32_t i = 0; i < x->aliases.n; i++)
        if (str_eq(x->aliases.at[i], name))
            return true;
    struct str *alias = VEC_PUSH(n->w->a, &x->aliases);
    if (alias)
        *alias = name;
    return alias != NULL;
}

static uint32_t new_node(struct outlet_nodes *n, struct str name, uint32_t row, bool agency) {
    struct outlet_node *added = VEC_PUSH(n->w->scratch, &n->at);
    if (!added)
        return NO_INDEX;
    *added = (struct outlet_node){.name = name, .row = row, .agency = agency, .family = STR("")};
    if (row != NO_INDEX) {
        const struct outlet *o = &n->w->outlets->rows.at[row];
        added->agency = o->agency;
        added->family = o->family;
        added->name = o->name;
    }
    return n->at.n - 1;
}

uint32_t outlet_nodes_unnamed(struct outlet_nodes *n, struct str name) {
    return new_node(n, name, NO_INDEX, false);
}

/* "merrow" of "merrow.example"; none when the normal form is no address. */
static struct str without_domain(struct str key) {
    enum { SUFFIX_MIN = 2, SUFFIX_MAX = 7 };
    size_t dot = key.n;
    while (dot > 0 && key.at[dot - 1] != '.')
        dot--;
    bool address = dot > 1 && key.n - dot >= SUFFIX_MIN && key.n - dot <= SUFFIX_MAX &&
                   str_find_byte(key, ' ', 0) == SIZE_MAX;
    return address ? str_cut(key, 0, dot - 1) : STR_NONE;
}

/* The outlet that no table knows and that a report calls without the end of its address. */
static uint32_t by_address(const struct outlet_nodes *n, struct str key) {
    struct str bare = without_domain(key);
    uint32_t node = bare.at ? map_get(&n->by_name, bare) : MAP_NONE;
    bool same = node != MAP_NONE && node != NODE_AMBIGUOUS && n->at.at[node].row == NO_INDEX &&
                str_find_byte(n->at.at[node].name, '.', 0) == SIZE_MAX;
    return same ? node : MAP_NONE;
}

/* The node of an outlet by its row, else by its name, else a new one; the name is then known for
 * it. */
static uint32_t find_or_add(struct outlet_nodes *n, struct str name, uint32_t row, bool agency) {
    struct str inside, key = normal_name(&inside, n->w, name);
    if (!key.at)
        return NO_INDEX;
    uint32_t node = row != NO_INDEX ? map_get_u64(&n->by_row, row) : MAP_NONE;
    if (node == MAP_NONE)
        node = map_get(&n->by_name, key);
    if (node == MAP_NONE && row == NO_INDEX)
        node = by_address(n, key);
    struct str bare = STR_NONE;
    if (node == MAP_NONE || node == NODE_AMBIGUOUS ||
        (row != NO_INDEX && n->at.at[node].row != NO_INDEX && n->at.at[node].row != row)) {
        node = new_node(n, name, row, agency);
        if (node == NO_INDEX)
            return NO_INDEX;
        bare = row == NO_INDEX ? without_domain(key) : STR_NONE;
    }
    if (row != NO_INDEX) {
        uint32_t *slot = map_put_u64(&n->by_row, row);
        if (!slot)
            return NO_INDEX;
        *slot = node;
    }
    n->at.at[node].agency = n->at.at[node].agency || agency;
    struct str short_form = is_abbreviation(inside) ? inside : STR("");
    struct str unused, short_key = normal_name(&unused, n->w, short_form);
    if (!put_name(n, key, node) || (bare.at && !put_name(n, bare, node)) ||
        (short_form.n && (!put_name(n, short_key, node) || !add_alias(n, node, short_form))))
        return NO_INDEX;
    return add_alias(n, node,
                     inside.at ? str_trim(str_cut(name, 0, str_find_byte(name, '(', 0))) : name)
               ? node
               : NO_INDEX;
}

int outlet_nodes_init(struct outlet_nodes *n, struct work *w) {
    *n = (struct outlet_nodes){.w = w};
    map_init(&n->by_row, w->scratch);
    map_init(&n->by_name, w->scratch);
    n->own = work_zero(w, w->c->reports.n, sizeof *n->own);
    if (!n->own)
        return work_memory(w);
    for (uint32_t i = 0; i < w->c->reports.n; i++) {
        const struct article *a = w->c->reports.at[i].article;
        struct str name = a->outlet_name.n ? a->outlet_name : a->outlet_domain;
        uint32_t row = a->outlet_name.n ? outlets_named(w->outlets, a->outlet_name) : OUTLET_NONE;
        if (row == OUTLET_NONE && a->outlet_domain.n)
            row = outlets_at_domain(w->outlets, a->outlet_domain);
        n->own[i] = NO_INDEX;
        if (!name.n)
            continue;
        uint32_t node = n->own[i] =
            find_or_add(n, name, row == OUTLET_NONE ? NO_INDEX : row, false);
        struct str unused, domain = normal_name(&unused, w, a->outlet_domain);
        if (node == NO_INDEX || !domain.at || !put_name(n, domain, node))
            return work_memory(w);
    }
    return TS_OK;
}

/* A lone word may be the end of one node's longer name ("the Ledger"). */
static uint32_t by_last_word(const struct outlet_nodes *n, struct str key) {
    uint32_t found = NO_INDEX;
    if (!key.n || str_find_byte(key, ' ', 0) != SIZE_MAX)
        return NO_INDEX;
    for (uint32_t i = 0; i < n->by_name.cap; i++) {
        const struct map_slot *s = &n->by_name.slots[i];
        if (!s->used || s->value == NODE_AMBIGUOUS || s->key.n <= key.n || !str_ends(s->key, key) ||
            s->key.at[s->key.n - key.n - 1] != ' ')
            continue;
        if (found != NO_INDEX && found != s->value)
            return NO_INDEX;
        found = s->value;
    }
    return found;
}

/* The name by which a statement's words call its outlet, which may not be the fullest of them. */
static bool add_name_used(struct outlet_nodes *n, uint32_t node, const struct analysis *analysis,
                          const struct statement *s) {
    if (s->in_title || s->entity == NO_INDEX)
        return true;
    const struct entity *e = &analysis->entities.at[s->entity];
    struct span source = statement_source(s);
    uint32_t i = SPANS_FIND(e->mentions, source.start);
    if (i == e->mentions.n || e->mentions.at[i].text.start < source.start ||
        e->mentions.at[i].text.end > source.end || e->mentions.at[i].form != MENTION_NAME)
        return true;
    return add_alias(n, node, str_span(analysis->article->text, e->mentions.at[i].text));
}

int outlet_nodes_source(uint32_t *node, struct outlet_nodes *n, uint32_t report,
                        const struct statement *s) {
    const struct analysis *analysis = n->w->c->reports.at[report].analysis;
    const struct article *article = analysis->article;
    *node = NO_INDEX;
    if (s->self && n->own[report] != NO_INDEX) {
        *node = n->own[report];
        n->at.at[*node].agency = n->at.at[*node].agency || s->source_class == SOURCE_AGENCY;
        return TS_OK;
    }
    struct str name = str_trim(str_span(s->in_title ? article->title : article->text, s->source));
    uint32_t row = NO_INDEX;
    if (s->entity != NO_INDEX)
        name = analysis->entities.at[s->entity].name;
    if (name.n) {
        uint32_t named = outlets_named(n->w->outlets, name);
        row = named == OUTLET_NONE ? NO_INDEX : named;
    }
    struct str inside, key = normal_name(&inside, n->w, name);
    if (!key.at)
        return work_memory(n->w);
    if (!key.n)
        return TS_OK;
    if (row == NO_INDEX && map_get(&n->by_name, key) == MAP_NONE) {
        *node = by_last_word(n, key);
        if (*node != NO_INDEX && !put_name(n, key, *node))
            return work_memory(n->w);
    }
    if (*node == NO_INDEX)
        *node = find_or_add(n, name, row, s->source_class == SOURCE_AGENCY);
    return *node != NO_INDEX && add_name_used(n, *node, analysis, s) ? TS_OK : work_memory(n->w);
}

int outlet_nodes_known(uint32_t *node, struct outlet_nodes *n, struct str name) {
    struct str inside, key = normal_name(&inside, n->w, name);
    *node = NO_INDEX;
    if (!key.at)
        return work_memory(n->w);
    uint32_t found = key.n ? map_get(&n->by_name, key) : MAP_NONE;
    if (found != MAP_NONE && found != NODE_AMBIGUOUS)
        *node = found;
    return TS_OK;
}
