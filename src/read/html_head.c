#include "read/html_head.h"

#include "read/html_entity.h"
#include "tables/tables.h"

#include <string.h>

enum { VALUE_BYTES_MAX = 2000, KIND_SHIFT = 16, NAME_BYTES_MAX = 48, METAS_MAX = 2000 };

static const char *const kind_names[HTML_METAS] = {
    "published", "modified", "title",   "outlet", "application", "author",
    "url",       "type",     "section", "locale", "copyright",
};

struct reader {
    struct html_head *out;
    struct arena *arena;
    const struct html_scan *scan;
    const struct map *names; /* -> kind << KIND_SHIFT | rank */
};

int html_metas_init(struct map *names, struct arena *a, struct ts_error *err) {
    struct table_row *rows;
    uint32_t count;
    map_init(names, a);
    int status = table_rows(&rows, &count, a, table_embedded("page_metas"), 2, err);
    for (uint32_t i = 0; status == TS_OK && i < count; i++) {
        uint32_t kind = 0;
        while (kind < HTML_METAS && !str_eq(rows[i].field[1], str_of(kind_names[kind])))
            kind++;
        uint32_t *at = map_put(names, rows[i].field[0]);
        if (!at)
            return arena_fail(a, err);
        *at = kind < HTML_METAS ? kind << KIND_SHIFT | i : MAP_NONE;
    }
    return status;
}

static struct str value_of(struct reader *r, const struct html_token *t, enum html_attr_name name) {
    struct str raw = html_token_attr(r->scan, t, name);
    if (!raw.n)
        return STR_NONE;
    return str_fold_space(r->arena,
                          html_entity_decode(r->arena, str_cut(raw, 0, VALUE_BYTES_MAX), true));
}

static bool take_meta(struct reader *r, const struct html_token *t) {
    static const enum html_attr_name naming[] = {HTML_ATTR_PROPERTY, HTML_ATTR_NAME,
                                                 HTML_ATTR_ITEMPROP};
    for (size_t i = 0; i < sizeof naming / sizeof *naming; i++) {
        struct str name = str_trim(html_token_attr(r->scan, t, naming[i]));
        char low[NAME_BYTES_MAX];
        if (name.n == 0 || name.n > sizeof low)
            continue;
        for (size_t k = 0; k < name.n; k++)
            low[k] = ascii_lower(name.at[k]);
        uint32_t found = map_get(r->names, (struct str){low, name.n});
        if (found == MAP_NONE)
            continue;
        struct str value = value_of(r, t, HTML_ATTR_CONTENT);
        if (!value.n || r->out->metas.n >= METAS_MAX)
            return true;
        struct html_meta_value *m = VEC_PUSH(r->arena, &r->out->metas);
        if (!m)
            return false;
        *m = (struct html_meta_value){(enum html_meta)(found >> KIND_SHIFT),
                                      found & ((1u << KIND_SHIFT) - 1), value};
        return true;
    }
    return true;
}

static void take_link(struct reader *r, const struct html_token *t) {
    struct str rel = html_token_attr(r->scan, t, HTML_ATTR_REL);
    if (!r->out->canonical.n && str_eq_nocase(str_trim(rel), STR("canonical")))
        r->out->canonical = value_of(r, t, HTML_ATTR_HREF);
}

int html_head_read(struct html_head *out, struct arena *a, const struct html_scan *scan,
                   const struct map *names, struct ts_error *err) {
    *out = (struct html_head){.title = STR_NONE};
    struct reader r = {.out = out, .arena = a, .scan = scan, .names = names};
    for (uint32_t i = 0; i < scan->tokens.n; i++) {
        const struct html_token *t = &scan->tokens.at[i];
        if (t->kind == HTML_RAW && t->tag == HTML_TITLE && !out->title.n)
            out->title = str_fold_space(
                a, html_entity_decode(a, str_cut(t->text, 0, VALUE_BYTES_MAX), false));
        if (t->kind != HTML_START)
            continue;
        if (t->tag == HTML_META && !take_meta(&r, t))
            return arena_fail(a, err);
        if (t->tag == HTML_LINK)
            take_link(&r, t);
        else if (t->tag == HTML_BASE && !out->base.n)
            out->base = value_of(&r, t, HTML_ATTR_HREF);
        else if (t->tag == HTML_HTML && !out->language.n)
            out->language = value_of(&r, t, HTML_ATTR_LANG);
    }
    return TS_OK;
}

struct str html_head_meta(const struct html_head *head, enum html_meta kind) {
    const struct html_meta_value *best = NULL;
    for (uint32_t i = 0; i < head->metas.n; i++) {
        const struct html_meta_value *m = &head->metas.at[i];
        if (m->kind == kind && (!best || m->rank < best->rank))
            best = m;
    }
    return best ? best->value : STR_NONE;
}
