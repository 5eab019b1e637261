/* What article.h promises of every article, whatever it was read from. */
#ifndef ARTICLE_PROMISES_H
#define ARTICLE_PROMISES_H

#include "base/utf8.h"
#include "read/article.h"

#include <stdlib.h>

#define PROMISE(condition)                                                                         \
    do {                                                                                           \
        if (!(condition))                                                                          \
            abort();                                                                               \
    } while (0)

static inline void check_run_of(const struct article *a, struct range_run run) {
    PROMISE(run.first <= a->ranges.n && run.count <= a->ranges.n - run.first);
}

static inline void check_article(const struct article *a) {
    uint32_t before = 0;
    PROMISE(utf8_invalid(a->text) == SIZE_MAX);
    for (uint32_t i = 0; i < a->ranges.n; i++)
        PROMISE(a->ranges.at[i].start <= a->ranges.at[i].end &&
                a->ranges.at[i].end <= a->source.bytes);
    for (uint32_t i = 0; i < a->paragraphs.n; i++) {
        const struct paragraph *p = &a->paragraphs.at[i];
        PROMISE(p->text.start >= before && p->text.end > p->text.start && p->text.end <= a->text.n);
        PROMISE(p->source.count > 0);
        check_run_of(a, p->source);
        before = p->text.end;
    }
    for (uint32_t i = 0; i < a->links.n; i++)
        PROMISE(a->links.at[i].text.start < a->links.at[i].text.end &&
                a->links.at[i].text.end <= a->text.n);
    for (uint32_t i = 0; i < a->left_out.n; i++)
        check_run_of(a, a->left_out.at[i].source);
}

#endif
