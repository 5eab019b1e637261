/* The arrays of a comparison, grouped by story or report, so that each section is written in one
 * pass. */
#include "report/page.h"

typedef uint32_t key_fn(const struct page *p, uint32_t item);

static bool group(struct page_group *g, const struct page *p, uint32_t count, uint32_t keys,
                  key_fn *key_of) {
    uint32_t *first = arena_zero(p->arena, (size_t)keys + 2, sizeof *first);
    uint32_t *at = arena_zero(p->arena, count ? count : 1, sizeof *at);
    if (!first || !at)
        return false;
    for (uint32_t i = 0; i < count; i++)
        first[key_of(p, i) + 2]++;
    for (uint32_t k = 2; k < keys + 2; k++)
        first[k] += first[k - 1];
    for (uint32_t i = 0; i < count; i++)
        at[first[key_of(p, i) + 1]++] = i;
    *g = (struct page_group){first, at};
    return true;
}

static uint32_t story_key(const struct page *p, uint32_t story) {
    return story < p->c->stories.n ? story : p->c->stories.n;
}

static uint32_t report_story(const struct page *p, uint32_t report) {
    return story_key(p, p->c->reports.at[report].story);
}

static uint32_t origin_story(const struct page *p, uint32_t i) {
    return story_key(p, p->c->origins.at[i].story);
}

static uint32_t link_story(const struct page *p, uint32_t i) {
    return report_story(p, p->c->links.at[i].from);
}

static uint32_t link_report(const struct page *p, uint32_t i) {
    return p->c->links.at[i].from;
}

static uint32_t credit_story(const struct page *p, uint32_t i) {
    return report_story(p, p->c->credits.at[i].report);
}

/* A copy between two stories belongs to neither. */
static uint32_t copy_story(const struct page *p, uint32_t i) {
    uint32_t story = report_story(p, p->c->copies.at[i].a);
    return story == report_story(p, p->c->copies.at[i].b) ? story : p->c->stories.n;
}

static uint32_t figure_story(const struct page *p, uint32_t i) {
    return story_key(p, p->c->figures.at[i].story);
}

static uint32_t quote_story(const struct page *p, uint32_t i) {
    return story_key(p, p->c->quotes.at[i].story);
}

static uint32_t claim_story(const struct page *p, uint32_t i) {
    return story_key(p, p->c->claims.at[i].story);
}

static uint32_t only_story(const struct page *p, uint32_t i) {
    return report_story(p, p->c->only_in.at[i].report);
}

static uint32_t share_report(const struct page *p, uint32_t i) {
    const struct share *s = &p->c->shares.at[i / 2];
    return i % 2 ? s->b : s->a;
}

static uint32_t miss_report(const struct page *p, uint32_t i) {
    const struct page_miss *m = &p->miss.at[i];
    return p->c->stories.at[m->story].near_misses.at[m->miss].report;
}

static bool gather_misses(struct page *p) {
    for (uint32_t s = 0; s < p->c->stories.n; s++)
        for (uint32_t i = 0; i < p->c->stories.at[s].near_misses.n; i++) {
            struct page_miss *m = VEC_PUSH(p->arena, &p->miss);
            if (!m)
                return false;
            *m = (struct page_miss){s, i};
        }
    return true;
}

static bool mark_whole(struct page *p) {
    p->whole = arena_zero(p->arena, p->c->origins.n ? p->c->origins.n : 1, sizeof *p->whole);
    for (uint32_t s = 0; p->whole && s < p->c->stories.n; s++)
        for (uint32_t i = 0; i < p->c->stories.at[s].supporting.origins.n; i++)
            p->whole[p->c->stories.at[s].supporting.origins.at[i]] = true;
    return p->whole != NULL;
}

static bool index_shares(struct page *p) {
    map_init(&p->share_of, p->arena);
    for (uint32_t i = 0; i < p->c->shares.n; i++) {
        const struct share *s = &p->c->shares.at[i];
        uint32_t *place = map_put_u64(&p->share_of, (uint64_t)s->a << 32 | s->b);
        if (!place)
            return false;
        *place = i;
    }
    return true;
}

const struct share *page_share_of(const struct page *p, uint32_t a, uint32_t b) {
    uint32_t i = map_get_u64(&p->share_of, (uint64_t)a << 32 | b);
    return i == MAP_NONE ? NULL : &p->c->shares.at[i];
}

int page_groups_make(struct page *p, struct ts_error *err) {
    const struct comparison *c = p->c;
    uint32_t stories = c->stories.n + 1, reports = c->reports.n;
    bool made = group(&p->reports, p, reports, stories, report_story) &&
                group(&p->origins, p, c->origins.n, stories, origin_story) &&
                group(&p->links, p, c->links.n, stories, link_story) &&
                group(&p->credits, p, c->credits.n, stories, credit_story) &&
                group(&p->copies, p, c->copies.n, stories, copy_story) &&
                group(&p->figures, p, c->figures.n, stories, figure_story) &&
                group(&p->quotes, p, c->quotes.n, stories, quote_story) &&
                group(&p->claims, p, c->claims.n, stories, claim_story) &&
                group(&p->only_in, p, c->only_in.n, stories, only_story) &&
                group(&p->links_from, p, c->links.n, reports, link_report) &&
                group(&p->shares, p, c->shares.n * 2, reports, share_report) && gather_misses(p) &&
                mark_whole(p) && index_shares(p) &&
                group(&p->misses, p, p->miss.n, reports, miss_report);
    return made ? TS_OK : arena_fail(p->arena, err);
}

uint32_t page_group_count(const struct page_group *g, uint32_t key) {
    return g->first[key + 1] - g->first[key];
}
