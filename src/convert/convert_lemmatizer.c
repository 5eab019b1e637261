/* lemmatizer/lookups/lookups.bin: {lemma_rules, lemma_exc, lemma_index}, each by the ids of parts
 * of speech, to the tensors that english/lemmatizer.h describes. */
#include "convert/convert.h"

#include "base/map.h"
#include "convert/msgpack_in.h"
#include "nn/string_table.h"

#include <stdio.h>

enum { MOST_TABLES = 32, MOST_RULES = 64, MOST_BYTES = 255, MOST_CHOICES = 16 };

struct part {
    uint64_t key;
    const msgpack_object *rules, *exceptions, *index; /* or NULL */
};

struct parts {
    struct model_writer *w;
    struct ts_error *err;
    struct part at[MOST_TABLES];
    uint32_t n;
    VEC_OF(struct str) strings;
};

static int bad(struct parts *o, const char *why) {
    return err_set(o->err, TS_E_FORMAT, "bad_package", "lemmatizer: %s", why);
}

/* The part of speech of this key; parts are kept in the order of their keys. NULL: too many. */
static struct part *part_of(struct parts *o, uint64_t key) {
    uint32_t i = 0;
    while (i < o->n && o->at[i].key < key)
        i++;
    if (i < o->n && o->at[i].key == key)
        return &o->at[i];
    if (o->n == MOST_TABLES)
        return NULL;
    for (uint32_t j = o->n++; j > i; j--)
        o->at[j] = o->at[j - 1];
    o->at[i] = (struct part){.key = key};
    return &o->at[i];
}

enum table { RULES, EXCEPTIONS, INDEX };

static int read_table(struct parts *o, enum table which, const msgpack_object *map) {
    if (!map || map->type != MSGPACK_OBJECT_MAP)
        return bad(o, "a table is missing");
    for (uint32_t i = 0; i < map->via.map.size; i++) {
        const msgpack_object_kv *kv = &map->via.map.ptr[i];
        struct part *part =
            kv->key.type == MSGPACK_OBJECT_POSITIVE_INTEGER ? part_of(o, kv->key.via.u64) : NULL;
        if (!part ||
            kv->val.type != (which == EXCEPTIONS ? MSGPACK_OBJECT_MAP : MSGPACK_OBJECT_ARRAY))
            return bad(o, "a table is of a kind that is not known");
        const msgpack_object **to = which == RULES        ? &part->rules
                                    : which == EXCEPTIONS ? &part->exceptions
                                                          : &part->index;
        if (*to)
            return bad(o, "a part of speech has two tables");
        *to = &kv->val;
    }
    return TS_OK;
}

static int add_string(struct parts *o, const msgpack_object *text) {
    struct str s = msgpack_in_text(text);
    if (!s.at || s.n > MOST_BYTES)
        return bad(o, "a word that is too long or no text");
    struct str *to = VEC_PUSH(o->w->arena, &o->strings);
    if (!to)
        return arena_fail(o->w->arena, o->err);
    *to = s;
    return TS_OK;
}

/* The strings gathered so far, as a list or table of part k. */
static void add_strings(struct parts *o, uint32_t k, const char *what, bool table) {
    char name[MODEL_NAME];
    snprintf(name, sizeof name, "lemma.%u.%s", (unsigned)k, what);
    model_add_strings(o->w, name, o->strings.at, o->strings.n, table);
    o->strings.n = 0;
}

static int add_rules(struct parts *o, uint32_t k) {
    const msgpack_object *rules = o->at[k].rules;
    uint32_t n = rules ? rules->via.array.size : 0;
    if (n > MOST_RULES)
        return bad(o, "too many rules");
    int status = TS_OK;
    for (uint32_t i = 0; i < n && status == TS_OK; i++) {
        const msgpack_object *pair = &rules->via.array.ptr[i];
        if (pair->type != MSGPACK_OBJECT_ARRAY || pair->via.array.size != 2)
            return bad(o, "a rule is no pair of endings");
        status = add_string(o, &pair->via.array.ptr[0]);
        if (status == TS_OK)
            status = add_string(o, &pair->via.array.ptr[1]);
    }
    add_strings(o, k, "rules", false);
    return status;
}

/* In the list's order; a word that comes again says nothing new. */
static int add_index(struct parts *o, uint32_t k) {
    const msgpack_object *index = o->at[k].index;
    struct map seen;
    map_init(&seen, o->w->arena);
    int status = TS_OK;
    for (uint32_t i = 0; index && i < index->via.array.size && status == TS_OK; i++) {
        const msgpack_object *word = &index->via.array.ptr[i];
        uint32_t *place = map_put(&seen, msgpack_in_text(word));
        if (!place)
            return arena_fail(o->w->arena, o->err);
        if (*place == MAP_NONE)
            status = add_string(o, word);
        *place = 0;
    }
    add_strings(o, k, "index", true);
    return status;
}

static int add_lemmas(struct parts *o, uint32_t k, uint32_t *ends) {
    const msgpack_object *map = o->at[k].exceptions;
    int status = TS_OK;
    for (uint32_t i = 0; map && i < map->via.map.size && status == TS_OK; i++) {
        const msgpack_object *lemmas = &map->via.map.ptr[i].val;
        if (lemmas->type != MSGPACK_OBJECT_ARRAY || lemmas->via.array.size > MOST_CHOICES)
            return bad(o, "an exception's lemmas are no list, or too many");
        for (uint32_t j = 0; j < lemmas->via.array.size && status == TS_OK; j++)
            status = add_string(o, &lemmas->via.array.ptr[j]);
        ends[i] = o->strings.n;
    }
    add_strings(o, k, "lemmas", false);
    return status;
}

static int add_exceptions(struct parts *o, uint32_t k) {
    const msgpack_object *map = o->at[k].exceptions;
    size_t n = map ? map->via.map.size : 0;
    uint32_t *ends = arena_zero(o->w->arena, n, sizeof *ends);
    char name[MODEL_NAME];
    struct map seen;
    map_init(&seen, o->w->arena);
    if (!ends)
        return arena_fail(o->w->arena, o->err);
    int status = add_lemmas(o, k, ends);
    for (size_t i = 0; i < n && status == TS_OK; i++) {
        uint32_t *place = map_put(&seen, msgpack_in_text(&map->via.map.ptr[i].key));
        if (!place)
            return arena_fail(o->w->arena, o->err);
        status = *place == MAP_NONE ? add_string(o, &map->via.map.ptr[i].key)
                                    : bad(o, "an exception stands twice");
        *place = 0;
    }
    add_strings(o, k, "exceptions", true);
    snprintf(name, sizeof name, "lemma.%u.ends", (unsigned)k);
    model_add(o->w, name, TENSOR_U32, 1, &n, ends);
    return status;
}

static int add_parts(struct parts *o) {
    size_t n = o->n;
    uint64_t *keys = arena_zero(o->w->arena, n, sizeof *keys);
    if (!keys)
        return arena_fail(o->w->arena, o->err);
    int status = TS_OK;
    for (uint32_t k = 0; k < o->n && status == TS_OK; k++) {
        keys[k] = o->at[k].key;
        status = add_rules(o, k);
        if (status == TS_OK)
            status = add_index(o, k);
        if (status == TS_OK)
            status = add_exceptions(o, k);
    }
    model_add(o->w, "lemma.keys", TENSOR_U64, 1, &n, keys);
    return status;
}

int convert_lemmatizer(struct model_writer *w, struct package *p, struct ts_error *err) {
    struct parts o = {.w = w, .err = err};
    struct msgpack_in in;
    struct str bytes;
    int status = package_file(&bytes, p, "lemmatizer/lookups/lookups.bin", err);
    if (status == TS_OK)
        status = msgpack_in_parse(&in, bytes, err);
    if (status != TS_OK)
        return status;
    status = read_table(&o, RULES, msgpack_in_get(&in.root, "lemma_rules"));
    if (status == TS_OK)
        status = read_table(&o, EXCEPTIONS, msgpack_in_get(&in.root, "lemma_exc"));
    if (status == TS_OK)
        status = read_table(&o, INDEX, msgpack_in_get(&in.root, "lemma_index"));
    if (status == TS_OK)
        status = add_parts(&o);
    msgpack_in_free(&in);
    return status;
}
