#include "base/buf.h"

#include "base/utf8.h"

#include <string.h>

void buf_init(struct buf *b, struct arena *a, size_t max_bytes) {
    *b = (struct buf){.arena = a, .max_bytes = max_bytes};
}

char *buf_room(struct buf *b, size_t more) {
    size_t wanted;
    if (b->failed || !mem_add(&wanted, b->n, more) || wanted > b->max_bytes) {
        b->failed = true;
        return NULL;
    }
    if (wanted > b->cap) {
        size_t cap = b->cap ? b->cap : 64;
        while (cap < wanted && cap <= SIZE_MAX / 2)
            cap *= 2;
        if (cap > b->max_bytes)
            cap = b->max_bytes;
        char *grown = arena_resize(b->arena, b->at, b->cap, cap);
        if (!grown) {
            b->failed = true;
            return NULL;
        }
        b->at = grown;
        b->cap = cap;
    }
    return b->at + b->n;
}

bool buf_put(struct buf *b, struct str s) {
    char *to = s.n ? buf_room(b, s.n) : NULL;
    if (!to)
        return !b->failed;
    memcpy(to, s.at, s.n);
    b->n += s.n;
    return true;
}

bool buf_putc(struct buf *b, char c) {
    return buf_put(b, (struct str){&c, 1});
}

bool buf_put_cp(struct buf *b, uint32_t cp) {
    char bytes[4];
    return buf_put(b, (struct str){bytes, utf8_put(bytes, cp)});
}

struct str buf_str(const struct buf *b) {
    return (struct str){b->at ? b->at : "", b->n};
}
