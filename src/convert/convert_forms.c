/* vocab/lookups.bin: the table lexeme_norm, spellings by their ids -> norm.
 *   "norm.keys"    u64 [power of two]: ids, 0 for a free slot, linear probing from hash_mix(id) of
 *                  base/map.h, at most half full
 *   "norm.values"  u32 [as many]: number in the texts
 *   "norm.texts"   list, each norm once
 */
#include "convert/convert.h"
#include "convert/msgpack_in.h"
#include "nn/string_table.h"

#include "base/map.h"
#include "base/utf8.h"

enum { NORMS_MAX = 1 << 20 };

struct job {
    struct model_writer *w;
    struct ts_error *err;
    struct map numbers; /* norm -> its number in texts */
    VEC_OF(struct str) texts;
    uint64_t *keys;
    uint32_t *values;
    size_t slots;
};

static int bad(const struct job *j, const char *why) {
    return err_set(j->err, TS_E_FORMAT, "bad_package", "lexeme_norm: %s", why);
}

static int number_text(uint32_t *out, struct job *j, struct str text) {
    uint32_t *number = map_put(&j->numbers, text);
    if (!number)
        return arena_fail(j->w->arena, j->err);
    if (*number == MAP_NONE) {
        *number = j->texts.n;
        struct str *to = VEC_PUSH(j->w->arena, &j->texts);
        if (!to)
            return arena_fail(j->w->arena, j->err);
        *to = text;
    }
    *out = *number;
    return TS_OK;
}

static int add(struct job *j, const msgpack_object_kv *kv) {
    struct str text = msgpack_in_text(&kv->val);
    if (kv->key.type != MSGPACK_OBJECT_POSITIVE_INTEGER || kv->key.via.u64 == 0 || !text.at ||
        utf8_invalid(text) != SIZE_MAX)
        return bad(j, "an entry is of a kind that is not known");
    size_t at = hash_mix(kv->key.via.u64) & (j->slots - 1);
    for (; j->keys[at]; at = (at + 1) & (j->slots - 1))
        if (j->keys[at] == kv->key.via.u64)
            return bad(j, "an entry stands there twice");
    j->keys[at] = kv->key.via.u64;
    return number_text(&j->values[at], j, text);
}

static int add_all(struct job *j, const msgpack_object *map) {
    if (!map || map->type != MSGPACK_OBJECT_MAP || map->via.map.size > NORMS_MAX)
        return bad(j, "the table is missing or too large");
    for (j->slots = 2; j->slots / 2 < map->via.map.size;)
        j->slots *= 2;
    map_init(&j->numbers, j->w->arena);
    j->keys = arena_zero(j->w->arena, j->slots, sizeof *j->keys);
    j->values = arena_zero(j->w->arena, j->slots, sizeof *j->values);
    int status = j->keys && j->values ? TS_OK : arena_fail(j->w->arena, j->err);
    for (uint32_t i = 0; i < map->via.map.size && status == TS_OK; i++)
        status = add(j, &map->via.map.ptr[i]);
    return status;
}

int convert_forms(struct model_writer *w, struct package *p, struct ts_error *err) {
    struct job j = {.w = w, .err = err};
    struct msgpack_in in;
    struct str bytes;
    int status = package_file(&bytes, p, "vocab/lookups.bin", err);
    if (status == TS_OK)
        status = msgpack_in_parse(&in, bytes, err);
    if (status != TS_OK)
        return status;
    status = add_all(&j, msgpack_in_get(&in.root, "lexeme_norm"));
    msgpack_in_free(&in);
    if (status != TS_OK)
        return status;
    model_add_strings(w, "norm.texts", j.texts.at, j.texts.n, false);
    model_add(w, "norm.keys", TENSOR_U64, 1, &j.slots, j.keys);
    model_add(w, "norm.values", TENSOR_U32, 1, &j.slots, j.values);
    return TS_OK;
}
