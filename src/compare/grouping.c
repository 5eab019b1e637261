/*
 * Average-link agglomeration (UPGMA; Sokal and Michener 1958) over sparse likenesses. A heap holds
 * the mean likeness of each two groups that share a pair; an entry made before either group grew is
 * stale and passed over. The time is that of the pairs times the logarithm of their number for each
 * level of joining.
 */
#include "compare/work.h"

struct edge {
    double mean;
    uint32_t a, b; /* groups, by their least member; a < b */
    uint32_t age_a, age_b;
};

struct neighbours {
    VEC_OF(uint32_t) at;
};

struct grouping {
    struct work *w;
    uint32_t n;
    uint32_t *group;      /* item -> group, flattened on look-up */
    uint32_t *size, *age; /* of each group */
    struct neighbours *near;
    struct map sums; /* of two groups -> index in sum */
    VEC_OF(double) sum;
    VEC_OF(struct edge) heap;
};

static uint32_t group_of(struct grouping *g, uint32_t i) {
    while (g->group[i] != i) {
        g->group[i] = g->group[g->group[i]];
        i = g->group[i];
    }
    return i;
}

static uint64_t key_of(uint32_t a, uint32_t b) {
    return a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
}

static bool above(const struct edge *x, const struct edge *y) {
    if (x->mean > y->mean || x->mean < y->mean)
        return x->mean > y->mean;
    return x->a != y->a ? x->a < y->a : x->b < y->b;
}

static bool heap_push(struct grouping *g, uint32_t a, uint32_t b, double sum) {
    struct edge *e = VEC_PUSH(g->w->scratch, &g->heap);
    if (!e)
        return false;
    uint32_t low = a < b ? a : b, high = a < b ? b : a;
    struct edge added = {sum / ((double)g->size[a] * g->size[b]), low, high, g->age[low],
                         g->age[high]};
    uint32_t i = g->heap.n - 1;
    for (; i && above(&added, &g->heap.at[(i - 1) / 2]); i = (i - 1) / 2)
        g->heap.at[i] = g->heap.at[(i - 1) / 2];
    g->heap.at[i] = added;
    return true;
}

static struct edge heap_pop(struct grouping *g) {
    struct edge *h = g->heap.at, top = h[0], last = h[--g->heap.n];
    uint32_t i = 0, n = g->heap.n;
    for (uint32_t child; (child = 2 * i + 1) < n; i = child) {
        if (child + 1 < n && above(&h[child + 1], &h[child]))
            child++;
        if (!above(&h[child], &last))
            break;
        h[i] = h[child];
    }
    h[i] = last;
    return top;
}

/* Adds value to what is known of groups a and b; first: they become neighbours. */
static bool add_sum(struct grouping *g, uint32_t a, uint32_t b, double value) {
    uint32_t *slot = map_put_u64(&g->sums, key_of(a, b));
    if (!slot)
        return false;
    if (*slot != MAP_NONE) {
        g->sum.at[*slot] += value;
        return true;
    }
    *slot = g->sum.n;
    double *sum = VEC_PUSH(g->w->scratch, &g->sum);
    uint32_t *x = sum ? VEC_PUSH(g->w->scratch, &g->near[a].at) : NULL;
    uint32_t *y = x ? VEC_PUSH(g->w->scratch, &g->near[b].at) : NULL;
    if (!y)
        return false;
    *sum = value;
    *x = b;
    *y = a;
    return true;
}

static double sum_of(const struct grouping *g, uint32_t a, uint32_t b) {
    uint32_t slot = map_get_u64(&g->sums, key_of(a, b));
    return slot == MAP_NONE ? 0 : g->sum.at[slot];
}

/* Groups a < b become a. */
static bool join(struct grouping *g, uint32_t a, uint32_t b) {
    g->group[b] = a;
    g->size[a] += g->size[b];
    g->age[a]++;
    g->age[b]++;
    for (uint32_t i = 0; i < g->near[b].at.n; i++) {
        uint32_t k = g->near[b].at.at[i];
        if (k != a && g->group[k] == k && !add_sum(g, a, k, sum_of(g, b, k)))
            return false;
    }
    uint32_t kept = 0;
    for (uint32_t i = 0; i < g->near[a].at.n; i++) {
        uint32_t k = g->near[a].at.at[i];
        if (g->group[k] != k || k == a)
            continue;
        g->near[a].at.at[kept++] = k;
        if (!heap_push(g, a, k, sum_of(g, a, k)))
            return false;
    }
    g->near[a].at.n = kept;
    return true;
}

static bool start(struct grouping *g, struct work *w, uint32_t *group, uint32_t n,
                  const struct likeness *pairs, uint32_t count) {
    *g = (struct grouping){.w = w, .n = n, .group = group};
    map_init(&g->sums, w->scratch);
    g->size = work_zero(w, n, sizeof *g->size);
    g->age = work_zero(w, n, sizeof *g->age);
    g->near = work_zero(w, n, sizeof *g->near);
    if (!g->size || !g->age || !g->near)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        group[i] = i;
        g->size[i] = 1;
    }
    for (uint32_t i = 0; i < count; i++)
        if (!add_sum(g, pairs[i].a, pairs[i].b, pairs[i].value) ||
            !heap_push(g, pairs[i].a, pairs[i].b, pairs[i].value))
            return false;
    return true;
}

static bool kept_apart(struct grouping *g, uint32_t a, uint32_t b, const struct likeness *apart,
                       uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        uint32_t x = group_of(g, apart[i].a), y = group_of(g, apart[i].b);
        if ((x == a && y == b) || (x == b && y == a))
            return true;
    }
    return false;
}

int compare_grouping(uint32_t *group, struct work *w, uint32_t n, const struct likeness *pairs,
                     uint32_t pair_count, double threshold, const struct likeness *same,
                     uint32_t same_count, const struct likeness *apart, uint32_t apart_count) {
    struct grouping g;
    if (!start(&g, w, group, n, pairs, pair_count))
        return work_memory(w);
    while (g.heap.n) {
        struct edge e = heap_pop(&g);
        if (e.mean < threshold)
            break;
        if (g.group[e.a] != e.a || g.group[e.b] != e.b || g.age[e.a] != e.age_a ||
            g.age[e.b] != e.age_b)
            continue;
        if (!kept_apart(&g, e.a, e.b, apart, apart_count) && !join(&g, e.a, e.b))
            return work_memory(w);
    }
    /* last: a pair joined by hand would lower the mean of those alike to one of them */
    for (uint32_t i = 0; i < same_count; i++) {
        uint32_t a = group_of(&g, same[i].a), b = group_of(&g, same[i].b);
        if (a != b && !kept_apart(&g, a, b, apart, apart_count) &&
            !join(&g, a < b ? a : b, a < b ? b : a))
            return work_memory(w);
    }
    for (uint32_t i = 0; i < n; i++)
        group[i] = group_of(&g, i);
    return TS_OK;
}
