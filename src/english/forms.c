#include "english/forms.h"

#include "base/utf8.h"
#include "english/py_chars.h"
#include "english/string_id.h"
#include "tables/tables.h"

#include <string.h>

enum {
    SHAPE_LONGEST = 100, /* code points; a text of as many has the shape "LONG" */
    SHAPE_RUN = 4,       /* characters of one kind in a row that are kept */
    SUFFIX_LENGTH = 3,   /* code points */
    KEY_SEPARATOR = 0xFF /* in no UTF-8 */
};

static int read_base_norms(struct norms *norms, struct arena *a, struct ts_error *err) {
    struct table_row *rows;
    uint32_t count;
    int status = table_rows(&rows, &count, a, table_embedded("norms"), 2, err);
    if (status != TS_OK)
        return status;
    struct str *texts = arena_zero(a, count, sizeof *texts);
    if (!texts)
        return arena_fail(a, err);
    map_init(&norms->base, a);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t *at = map_put(&norms->base, rows[i].field[0]);
        if (!at)
            return arena_fail(a, err);
        *at = i;
        texts[i] = rows[i].field[1];
    }
    norms->base_texts = texts;
    return TS_OK;
}

int norms_open(struct norms *out, struct arena *a, const struct model_file *m,
               struct ts_error *err) {
    struct tensor keys, values;
    size_t slots[] = {0};
    int status;
    *out = (struct norms){0};
    if ((status = model_get(&keys, m, "norm.keys", TENSOR_U64, 1, slots, err)) != TS_OK ||
        (status = model_get(&values, m, "norm.values", TENSOR_U32, 1, slots, err)) != TS_OK ||
        (status = string_list_open(&out->texts, m, "norm.texts", err)) != TS_OK)
        return status;
    out->keys = keys.at;
    out->values = values.at;
    if (slots[0] == 0 || slots[0] > UINT32_MAX || (slots[0] & (slots[0] - 1)))
        return model_bad(err, m, "the norms' table has %zu slots", slots[0]);
    out->mask = (uint32_t)slots[0] - 1;
    size_t used = 0;
    for (size_t i = 0; i < slots[0]; i++) {
        used += out->keys[i] != 0;
        if (out->keys[i] && out->values[i] >= out->texts.n)
            return model_bad(err, m, "a norm's number is out of range");
    }
    if (used == slots[0]) /* a search ends at an empty slot */
        return model_bad(err, m, "the norms' table is full");
    return read_base_norms(out, a, err);
}

static struct str find_norm(const struct norms *norms, const struct form *form) {
    uint32_t i = (uint32_t)hash_mix(form->orth) & norms->mask;
    for (; norms->keys[i]; i = (i + 1) & norms->mask)
        if (norms->keys[i] == form->orth)
            return string_list_at(&norms->texts, norms->values[i]);
    uint32_t base = map_get(&norms->base, form->text);
    return base == MAP_NONE ? form->lower : norms->base_texts[base];
}

static uint32_t shape_char(uint32_t cp) {
    if (py_is_alpha(cp))
        return py_is_upper(cp) ? 'X' : 'x';
    return py_is_digit(cp) ? 'd' : cp;
}

/* The kind of each character; of a run of one kind its first four. */
static uint64_t shape_id(struct str text) {
    char shape[SHAPE_LONGEST * 4];
    size_t n = 0, length = 0, run = 0;
    uint32_t last = UINT32_MAX;
    for (size_t i = 0; i < text.n;) {
        if (++length == SHAPE_LONGEST)
            return string_id(STR("LONG"));
        uint32_t kind = shape_char(utf8_next(text, &i));
        run = kind == last ? run + 1 : 0;
        last = kind;
        if (run < SHAPE_RUN)
            n += utf8_put(shape + n, kind);
    }
    return string_id((struct str){shape, n});
}

static uint64_t prefix_id(struct str text) {
    size_t end = 0;
    if (text.n)
        utf8_next(text, &end);
    return string_id(str_cut(text, 0, end));
}

static uint64_t suffix_id(struct str text) {
    size_t start = text.n;
    for (unsigned i = 0; i < SUFFIX_LENGTH && start > 0; i++)
        utf8_before(text, &start);
    return string_id(str_cut(text, start, text.n));
}

void forms_init(struct forms *f, const struct norms *norms, const struct mem *mem) {
    *f = (struct forms){.norms = norms};
    arena_init(&f->arena, mem, 0);
    map_init(&f->by_key, &f->arena);
}

void forms_clear(struct forms *f) {
    struct mem mem = f->arena.mem;
    arena_clear(&f->arena);
    forms_init(f, f->norms, &mem);
}

static bool fill(struct forms *f, struct form *form, struct str text, struct str norm) {
    *form = (struct form){.text = text, .lower = py_lower(&f->arena, text)};
    if (!form->lower.at)
        return false;
    form->orth = string_id(text);
    form->lower_id = form->lower.at == text.at ? form->orth : string_id(form->lower);
    form->norm = string_id(norm.at ? norm : find_norm(f->norms, form));
    form->prefix = prefix_id(text);
    form->suffix = suffix_id(text);
    form->shape = shape_id(text);
    form->is_space = py_all_space(text);
    return true;
}

/* The number of the form with this key, of which the first text_n bytes are its text. */
static uint32_t intern(struct forms *f, struct str key, size_t text_n, struct str norm) {
    uint32_t known = map_get(&f->by_key, key);
    if (known != MAP_NONE)
        return known;
    if (f->at.n == MAP_NONE - 1 || !str_keep(&f->arena, &key))
        return MAP_NONE;
    struct form form, *to;
    if (!fill(f, &form, str_cut(key, 0, text_n), norm) || !(to = VEC_PUSH(&f->arena, &f->at)))
        return MAP_NONE;
    *to = form;
    uint32_t *at = map_put(&f->by_key, key);
    if (!at) {
        f->at.n--;
        return MAP_NONE;
    }
    return *at = f->at.n - 1;
}

uint32_t forms_intern(struct forms *f, struct str text, struct str norm) {
    if (!norm.at)
        return intern(f, text, text.n, norm);
    size_t n;
    char *key = mem_add(&n, text.n, norm.n) && mem_add(&n, n, 1) ? arena_alloc(&f->arena, n) : NULL;
    if (!key)
        return MAP_NONE;
    memcpy(key, text.at, text.n);
    key[text.n] = (char)KEY_SEPARATOR;
    memcpy(key + text.n + 1, norm.at, norm.n);
    return intern(f, (struct str){key, n}, text.n, norm);
}
