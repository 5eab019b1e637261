#include "base/map.h"

uint64_t hash_mix(uint64_t x) {
    x ^= x >> 30;
    x *= 0xBF58476D1CE4E5B9u;
    x ^= x >> 27;
    x *= 0x94D049BB133111EBu;
    return x ^ x >> 31;
}

uint64_t hash_bytes(struct str s) {
    uint64_t h = 0xCBF29CE484222325u;
    for (size_t i = 0; i < s.n; i++)
        h = (h ^ (unsigned char)s.at[i]) * 0x100000001B3u;
    return hash_mix(h ^ s.n);
}

void map_init(struct map *m, struct arena *a) {
    *m = (struct map){.arena = a};
}

/* The slot that holds the key, or the free one where it belongs. */
static struct map_slot *find(const struct map *m, uint64_t hash, struct str key) {
    for (uint32_t i = (uint32_t)hash & (m->cap - 1);; i = (i + 1) & (m->cap - 1)) {
        struct map_slot *s = &m->slots[i];
        if (!s->used || (s->hash == hash && !s->key.at == !key.at && str_eq(s->key, key)))
            return s;
    }
}

static bool grow(struct map *m) {
    struct map old = *m;
    if (m->cap > UINT32_MAX / 4)
        return false;
    m->cap = m->cap ? m->cap * 2 : 16;
    m->slots = arena_zero(m->arena, m->cap, sizeof *m->slots);
    if (!m->slots) {
        *m = old;
        return false;
    }
    for (uint32_t i = 0; i < old.cap; i++)
        if (old.slots[i].used)
            *find(m, old.slots[i].hash, old.slots[i].key) = old.slots[i];
    return true;
}

static uint32_t *put(struct map *m, uint64_t hash, struct str key) {
    if (m->n >= m->cap / 2 && !grow(m))
        return NULL;
    struct map_slot *s = find(m, hash, key);
    if (!s->used) {
        *s = (struct map_slot){.hash = hash, .key = key, .value = MAP_NONE, .used = 1};
        m->n++;
    }
    return &s->value;
}

static uint32_t get(const struct map *m, uint64_t hash, struct str key) {
    if (!m->cap)
        return MAP_NONE;
    const struct map_slot *s = find(m, hash, key);
    return s->used ? s->value : MAP_NONE;
}

static struct str some(struct str key) {
    return key.at ? key : STR("");
}

uint32_t map_get(const struct map *m, struct str key) {
    return get(m, hash_bytes(key), some(key));
}

uint32_t map_get_nocase(const struct map *m, struct str key) {
    char folded[MAP_FOLDED_BYTES];
    if (key.n > sizeof folded)
        return MAP_NONE;
    for (size_t i = 0; i < key.n; i++)
        folded[i] = ascii_lower(key.at[i]);
    return map_get(m, (struct str){folded, key.n});
}

uint32_t *map_put(struct map *m, struct str key) {
    return put(m, hash_bytes(key), some(key));
}

uint32_t map_get_u64(const struct map *m, uint64_t key) {
    return get(m, hash_mix(key), STR_NONE);
}

uint32_t *map_put_u64(struct map *m, uint64_t key) {
    return put(m, hash_mix(key), STR_NONE);
}
