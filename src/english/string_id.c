#include "english/string_id.h"

#include <string.h>

enum { SYMBOL_LONGEST = 17 }; /* bytes of the longest reserved symbol */

static uint64_t little_endian(const char *at, size_t n) {
    uint64_t v = 0;
    for (size_t i = n; i-- > 0;)
        v = v << 8 | (unsigned char)at[i];
    return v;
}

static uint64_t murmur_hash_64a(struct str s, uint64_t seed) {
    const uint64_t m = 0xC6A4A7935BD1E995u;
    enum { R = 47 };
    uint64_t h = seed ^ (s.n * m);
    size_t i = 0;
    for (; s.n - i >= 8; i += 8) {
        uint64_t k = little_endian(s.at + i, 8) * m;
        k ^= k >> R;
        h = (h ^ (k * m)) * m;
    }
    if (i < s.n)
        h = (h ^ little_endian(s.at + i, s.n - i)) * m;
    h ^= h >> R;
    h *= m;
    return h ^ (h >> R);
}

/* As memcmp over the shorter, then by length. */
static int compare(struct str s, const char *name) {
    size_t n = strlen(name);
    int c = memcmp(s.at, name, s.n < n ? s.n : n);
    return c ? c : (s.n > n) - (s.n < n);
}

static const struct string_id_symbol *find_symbol(struct str s) {
    size_t low = 0, n = STRING_ID_SYMBOLS;
    while (n > 0) {
        size_t half = n / 2;
        int c = compare(s, string_id_symbols[low + half].name);
        if (c == 0)
            return &string_id_symbols[low + half];
        if (c > 0)
            low += half + 1, n -= half + 1;
        else
            n = half;
    }
    return NULL;
}

uint64_t string_id(struct str s) {
    if (s.n == 0)
        return 0;
    if (s.n <= SYMBOL_LONGEST) {
        const struct string_id_symbol *symbol = find_symbol(s);
        if (symbol)
            return symbol->number;
    }
    return murmur_hash_64a(s, 1);
}
