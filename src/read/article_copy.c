/* An article out of the arena it was made in, which held much more than the article. */
#include "read/article.h"

static bool copy_head(struct article *c, struct arena *a) {
    struct str *const strs[] = {&c->source.path,
                                &c->source.url,
                                &c->source.media_type,
                                &c->source.charset,
                                &c->kind_because,
                                &c->outlet_name,
                                &c->outlet_domain,
                                &c->title,
                                &c->dateline,
                                &c->language,
                                &c->published.role,
                                &c->published.from,
                                &c->modified.role,
                                &c->modified.from,
                                &c->url,
                                &c->canonical_url,
                                &c->text};
    for (size_t i = 0; i < sizeof strs / sizeof *strs; i++)
        if (!str_keep(a, strs[i]))
            return false;
    return true;
}

static bool copy_lists(struct article *c, struct arena *a) {
    bool ok = VEC_COPY(a, &c->byline) && VEC_COPY(a, &c->dates) && VEC_COPY(a, &c->paragraphs) &&
              VEC_COPY(a, &c->ranges) && VEC_COPY(a, &c->links) && VEC_COPY(a, &c->left_out) &&
              VEC_COPY(a, &c->flags);
    for (uint32_t i = 0; ok && i < c->byline.n; i++)
        ok = str_keep(a, &c->byline.at[i]);
    for (uint32_t i = 0; ok && i < c->dates.n; i++)
        ok = str_keep(a, &c->dates.at[i].role) && str_keep(a, &c->dates.at[i].from);
    for (uint32_t i = 0; ok && i < c->links.n; i++)
        ok = str_keep(a, &c->links.at[i].href);
    for (uint32_t i = 0; ok && i < c->left_out.n; i++)
        ok = str_keep(a, &c->left_out.at[i].why) && str_keep(a, &c->left_out.at[i].text);
    for (uint32_t i = 0; ok && i < c->flags.n; i++)
        ok = str_keep(a, &c->flags.at[i]);
    return ok;
}

int article_copy(struct article **out, struct arena *a, const struct article *article,
                 struct ts_error *err) {
    struct article *c = arena_zero(a, 1, sizeof *c);
    if (!c)
        return arena_fail(a, err);
    *c = *article;
    if (!copy_head(c, a) || !copy_lists(c, a) || !utf8_index_init(&c->index, a, c->text))
        return arena_fail(a, err);
    *out = c;
    return TS_OK;
}
