/* Where memory comes from: the caller's allocator, or the system's. */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stdbool.h>
#include <stddef.h>

/**
 * An allocator. resize(context, old, new_bytes) behaves as realloc: old NULL allocates, new_bytes 0
 * frees and returns NULL. It may refuse by returning NULL; old then stays valid.
 */
struct mem {
    void *(*resize)(void *context, void *old, size_t new_bytes);
    void *context;
};

/** The system's allocator. */
struct mem mem_system(void);

void *mem_alloc(const struct mem *mem, size_t bytes);
void mem_free(const struct mem *mem, void *p); /* NULL is a no-op */

/** *out = a * b (or a + b); false when it does not fit. All size arithmetic goes through these. */
bool mem_mul(size_t *out, size_t a, size_t b);
bool mem_add(size_t *out, size_t a, size_t b);

#endif
