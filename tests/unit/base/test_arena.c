#include "base/arena.h"
#include "check.h"

#include <stdlib.h>

/* Refuses from the n-th allocation on. */
struct refuser {
    unsigned left;
    unsigned live;
};

static void *refusing_resize(void *context, void *old, size_t new_bytes) {
    struct refuser *r = context;
    if (new_bytes == 0) {
        r->live--;
        free(old);
        return NULL;
    }
    if (r->left == 0)
        return NULL;
    r->left--;
    r->live += old == NULL;
    return realloc(old, new_bytes);
}

static void test_alloc(void) {
    struct mem mem = mem_system();
    struct arena a;
    arena_init(&a, &mem, 0);
    char *p = arena_alloc(&a, 3), *q = arena_alloc(&a, 100000);
    CHECK_NEED(p && q);
    memset(p, 1, 3);
    memset(q, 2, 100000);
    CHECK_INT(p[2], 1);
    CHECK_INT((uintptr_t)q % _Alignof(max_align_t), 0);
    int *zeros = arena_zero(&a, 50, sizeof *zeros);
    CHECK_NEED(zeros != NULL);
    for (int i = 0; i < 50; i++)
        CHECK_INT(zeros[i], 0);
    char *grown = arena_resize(&a, p, 3, 5000);
    CHECK_NEED(grown != NULL);
    CHECK_INT(grown[2], 1);
    CHECK(arena_zero(&a, SIZE_MAX / 2, 16) == NULL);
    arena_clear(&a);
    CHECK(arena_alloc(&a, 1) != NULL);
    arena_clear(&a);
}

static void test_budget(void) {
    struct mem mem = mem_system();
    struct arena a;
    struct ts_error err = {0};
    arena_init(&a, &mem, 100000);
    CHECK(arena_alloc(&a, 50000) != NULL);
    CHECK(arena_alloc(&a, 100000) == NULL);
    CHECK_INT(arena_fail(&a, &err), TS_E_LIMIT);
    CHECK_STR(err.outcome, strlen(err.outcome), "over_budget");
    arena_clear(&a);
    CHECK(arena_alloc(&a, 50000) != NULL);
    arena_clear(&a);
}

static void test_refusal(void) {
    struct refuser r = {.left = 1};
    struct mem mem = {refusing_resize, &r};
    struct arena a;
    struct ts_error err = {0};
    arena_init(&a, &mem, 0);
    VEC_OF(uint64_t) v = {0};
    size_t pushed = 0;
    for (uint64_t *p; pushed < 1000000 && (p = VEC_PUSH(&a, &v)); pushed++)
        *p = pushed;
    CHECK(pushed >= 8 && pushed < 1000000);
    for (size_t i = 0; i < pushed; i++)
        if (v.at[i] != i)
            CHECK_INT(v.at[i], i);
    CHECK_INT(arena_fail(&a, &err), TS_E_MEMORY);
    CHECK_STR(err.outcome, strlen(err.outcome), "out_of_memory");
    arena_clear(&a);
    CHECK_INT(r.live, 0);
}

static void test_sizes(void) {
    size_t out = 7;
    CHECK(mem_mul(&out, 3, 4) && out == 12);
    CHECK(!mem_mul(&out, SIZE_MAX, 2));
    CHECK(mem_add(&out, SIZE_MAX - 1, 1) && out == SIZE_MAX);
    CHECK(!mem_add(&out, SIZE_MAX, 1));
}

static void test_charge(void) {
    struct mem mem = mem_system();
    struct arena a;
    struct ts_error err = {0};
    enum { BUDGET = 1 << 20 };
    arena_init(&a, &mem, BUDGET);
    CHECK(arena_charge(&a, BUDGET - 100));
    CHECK(!arena_alloc(&a, 4096));
    CHECK_INT(arena_fail(&a, &err), TS_E_LIMIT);
    CHECK_STR(err.outcome, strlen(err.outcome), "over_budget");
    CHECK(!arena_charge(&a, SIZE_MAX));
    arena_uncharge(&a, BUDGET - 100);
    CHECK(arena_alloc(&a, 4096) != NULL);
    CHECK(!arena_charge(&a, BUDGET));
    arena_clear(&a);
    CHECK(arena_charge(&a, BUDGET));
    arena_clear(&a);
    arena_init(&a, &mem, 0);
    CHECK(arena_charge(&a, SIZE_MAX / 2));
}

CHECK_MAIN({"allocations are aligned, apart and grow", test_alloc},
           {"the budget holds and is told apart from want of memory", test_budget},
           {"a refused allocation leaves what was there", test_refusal},
           {"sizes that do not fit are refused", test_sizes},
           {"memory beside the arena counts towards its budget", test_charge})
