#include "base/arena.h"

#include <stdalign.h>
#include <string.h>

enum { FIRST_BLOCK = 16 * 1024, LARGEST_STEP = 1024 * 1024 };

struct arena_block {
    struct arena_block *before;
    size_t bytes;
    alignas(max_align_t) char data[];
};

void arena_init(struct arena *a, const struct mem *mem, size_t budget_bytes) {
    *a = (struct arena){.mem = *mem, .budget_bytes = budget_bytes};
}

void arena_clear(struct arena *a) {
    for (struct arena_block *b = a->last, *before; b; b = before) {
        before = b->before;
        mem_free(&a->mem, b);
    }
    arena_init(a, &(struct mem){a->mem.resize, a->mem.context}, a->budget_bytes);
}

bool arena_charge(struct arena *a, size_t bytes) {
    size_t used;
    if (!mem_add(&used, a->used_bytes, bytes) || (a->budget_bytes && used > a->budget_bytes)) {
        a->over_budget = a->refused = true;
        return false;
    }
    a->used_bytes = used;
    return true;
}

void arena_uncharge(struct arena *a, size_t bytes) {
    a->used_bytes -= bytes;
}

static bool add_block(struct arena *a, size_t bytes) {
    size_t whole;
    if (!mem_add(&whole, bytes, sizeof(struct arena_block)) || !arena_charge(a, whole))
        return false;
    struct arena_block *b = mem_alloc(&a->mem, whole);
    if (!b) {
        arena_uncharge(a, whole);
        a->refused = true;
        return false;
    }
    b->before = a->last;
    b->bytes = bytes;
    a->last = b;
    a->at = b->data;
    a->end = b->data + bytes;
    return true;
}

#ifndef TS_ARENA_DEBUG
static bool round_up(size_t *bytes) {
    size_t unit = alignof(max_align_t);
    if (*bytes > SIZE_MAX - unit)
        return false;
    *bytes = (*bytes + unit - 1) / unit * unit;
    return true;
}

static size_t next_block_bytes(const struct arena *a, size_t need) {
    size_t step = a->used_bytes < FIRST_BLOCK ? FIRST_BLOCK : a->used_bytes;
    if (step > LARGEST_STEP)
        step = LARGEST_STEP;
    return need > step ? need : step;
}
#endif

void *arena_alloc(struct arena *a, size_t bytes) {
#ifdef TS_ARENA_DEBUG
    /* the exact size, so that a checker sees the first byte past it */
    if (!add_block(a, bytes ? bytes : 1))
        return NULL;
    a->at = a->end;
    return a->last->data;
#else
    if (!bytes)
        bytes = 1;
    if (!round_up(&bytes))
        return NULL;
    if ((size_t)(a->end - a->at) < bytes && !add_block(a, next_block_bytes(a, bytes)))
        return NULL;
    void *p = a->at;
    a->at += bytes;
    return p;
#endif
}

void *arena_zero(struct arena *a, size_t count, size_t item_bytes) {
    size_t bytes;
    if (!mem_mul(&bytes, count, item_bytes))
        return NULL;
    void *p = arena_alloc(a, bytes);
    return p ? memset(p, 0, bytes) : NULL;
}

void *arena_resize(struct arena *a, void *old, size_t old_bytes, size_t new_bytes) {
#ifndef TS_ARENA_DEBUG
    size_t held = old_bytes, wanted = new_bytes;
    if (old && round_up(&held) && round_up(&wanted) && (char *)old + held == a->at &&
        wanted <= (size_t)(a->end - (char *)old)) {
        a->at = (char *)old + wanted;
        return old;
    }
#endif
    void *p = arena_alloc(a, new_bytes);
    if (p && old)
        memcpy(p, old, old_bytes < new_bytes ? old_bytes : new_bytes);
    return p;
}

int arena_fail(const struct arena *a, struct ts_error *err) {
    if (a->over_budget)
        return err_set(err, TS_E_LIMIT, "over_budget",
                       "needs more than the %zu MiB of memory allowed for one document; split it",
                       a->budget_bytes >> 20);
    return err_memory(err);
}

bool vec_grow(struct arena *a, void *items, uint32_t *cap, size_t item_bytes) {
    void *old;
    memcpy(&old, items, sizeof old);
    if (*cap > UINT32_MAX / 2)
        return false;
    uint32_t wanted = *cap ? *cap * 2 : 8;
    size_t old_bytes, new_bytes;
    if (!mem_mul(&old_bytes, *cap, item_bytes) || !mem_mul(&new_bytes, wanted, item_bytes))
        return false;
    void *grown = arena_resize(a, old, old_bytes, new_bytes);
    if (!grown)
        return false;
    memcpy(items, &grown, sizeof grown);
    *cap = wanted;
    return true;
}

bool vec_copy(struct arena *a, void *items, uint32_t n, uint32_t *cap, size_t item_bytes) {
    void *old, *copy = NULL;
    memcpy(&old, items, sizeof old);
    if (n) {
        copy = arena_zero(a, n, item_bytes);
        if (!copy)
            return false;
        memcpy(copy, old, n * item_bytes);
    }
    memcpy(items, &copy, sizeof copy);
    *cap = n;
    return true;
}
