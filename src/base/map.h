/* Hash map from strings or 64-bit keys to 32-bit numbers, in an arena; never shrinks. */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/str.h"

#define MAP_NONE UINT32_MAX

/** FNV-1a with a final mix: stable over machines, so order made from it is too. Not for secrets. */
uint64_t hash_bytes(struct str s);
uint64_t hash_mix(uint64_t x); /* a bijection (splitmix64's finaliser) */

enum { MAP_FOLDED_BYTES = 64 };

struct map_slot {
    uint64_t hash;
    struct str key; /* at == NULL for a key that is a number */
    uint32_t value;
    uint32_t used;
};

/** The keys' bytes are borrowed and must outlive the map. */
struct map {
    struct arena *arena;
    struct map_slot *slots;
    uint32_t n, cap; /* cap is a power of two, at most half full */
};

void map_init(struct map *m, struct arena *a);
uint32_t map_get(const struct map *m, struct str key); /* MAP_NONE when absent */
/** The same for a map whose keys are in lower case: the key's ASCII letters are folded. MAP_NONE
 * for one of more than MAP_FOLDED_BYTES. */
uint32_t map_get_nocase(const struct map *m, struct str key);
/** The place of key's value, set to MAP_NONE when new; NULL when memory is refused. Valid until the
 * next put. */
uint32_t *map_put(struct map *m, struct str key);
uint32_t map_get_u64(const struct map *m, uint64_t key);
uint32_t *map_put_u64(struct map *m, uint64_t key);

#endif
