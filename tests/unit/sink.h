/* What takes the bytes that are written, for tests. SINK_ROOM, defined before, is how many. */
#ifndef SINK_H
#define SINK_H

#include <stddef.h>
#include <string.h>

#if !defined(SINK_ROOM)
#define SINK_ROOM 4096
#endif

struct sink {
    size_t n;
    char at[SINK_ROOM];
};

/* A ts_write_fn. */
static inline int take(void *context, const char *bytes, size_t n) {
    struct sink *s = context;
    if (n > sizeof s->at - s->n)
        return 1;
    memcpy(s->at + s->n, bytes, n);
    s->n += n;
    return 0;
}

#endif
