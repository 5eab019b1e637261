/* One arena a document: everything made from it lives here and is freed in one call. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/err.h"
#include "base/mem.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena_block;

/**
 * Bump allocator with a byte budget. Not for several threads at once. With TS_ARENA_DEBUG every
 * allocation is a block of its own, so that address checkers see each one.
 */
struct arena {
    struct mem mem;
    struct arena_block *last;
    char *at, *end;      /* free room of the last block */
    size_t used_bytes;   /* of the blocks taken from mem */
    size_t budget_bytes; /* 0: none */
    bool over_budget;    /* an allocation was refused by the budget, not by mem */
    bool refused;        /* an allocation was refused, by either */
};

void arena_init(struct arena *a, const struct mem *mem, size_t budget_bytes);

/** Frees all that came from the arena; it can be used again. */
void arena_clear(struct arena *a);

/** bytes of storage aligned for any object, not zeroed; NULL when refused. */
void *arena_alloc(struct arena *a, size_t bytes);

/** count objects of item_bytes, zeroed; NULL when refused or when the product does not fit. */
void *arena_zero(struct arena *a, size_t count, size_t item_bytes);

/** Makes old (old_bytes, from this arena, may be NULL) new_bytes large; in place where it can. */
void *arena_resize(struct arena *a, void *old, size_t old_bytes, size_t new_bytes);

/**
 * Counts memory that is held beside the arena for the same document, as a parsed tree is, against
 * its budget; false when that is spent. arena_uncharge gives the same bytes back.
 */
bool arena_charge(struct arena *a, size_t bytes);
void arena_uncharge(struct arena *a, size_t bytes);

/** The error of a refused allocation: out_of_memory, or over_budget (TS_E_LIMIT). */
int arena_fail(const struct arena *a, struct ts_error *err);

/*
 * Growing arrays: struct { T *at; uint32_t n, cap; }. VEC_PUSH(arena, &v) is a pointer to a new,
 * unset last element, or NULL. VEC_OF(T) declares such a struct.
 */
#define VEC_OF(type)                                                                               \
    struct {                                                                                       \
        type *at;                                                                                  \
        uint32_t n, cap;                                                                           \
    }
#define VEC_PUSH(a, v)                                                                             \
    (((v)->n < (v)->cap || vec_grow((a), &(v)->at, &(v)->cap, sizeof *(v)->at))                    \
         ? &(v)->at[(v)->n++]                                                                      \
         : NULL)

#define VEC_COPY(a, v) vec_copy((a), &(v)->at, (v)->n, &(v)->cap, sizeof *(v)->at)

/** Puts a copy of n items, with no room to grow, in place of the array whose pointer is at items (a
 * T **). false when refused. */
bool vec_copy(struct arena *a, void *items, uint32_t n, uint32_t *cap, size_t item_bytes);

/** Doubles the array whose pointer is at items (a T **). false when refused. */
bool vec_grow(struct arena *a, void *items, uint32_t *cap, size_t item_bytes);

#endif
