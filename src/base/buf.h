/* A byte buffer that grows in an arena up to a stated maximum. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/str.h"

struct buf {
    struct arena *arena;
    char *at;
    size_t n, cap, max_bytes;
    bool failed; /* an append was refused; it and all later ones are lost */
};

void buf_init(struct buf *b, struct arena *a, size_t max_bytes);
bool buf_put(struct buf *b, struct str s); /* false once failed */
bool buf_putc(struct buf *b, char c);
bool buf_put_cp(struct buf *b, uint32_t cp);
/** Makes room for more bytes at b->at + b->n; NULL when refused. The caller raises n. */
char *buf_room(struct buf *b, size_t more);
struct str buf_str(const struct buf *b);

#endif
