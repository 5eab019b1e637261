/* What a page's head and its microdata in meta elements say. */
#ifndef READ_HTML_HEAD_H
#define READ_HTML_HEAD_H

#include "base/map.h"
#include "read/html_scan.h"

enum html_meta {
    HTML_META_PUBLISHED,
    HTML_META_MODIFIED,
    HTML_META_TITLE,
    HTML_META_OUTLET,
    HTML_META_APPLICATION,
    HTML_META_AUTHOR,
    HTML_META_URL,
    HTML_META_TYPE,
    HTML_META_SECTION,
    HTML_META_LOCALE,
    HTML_META_COPYRIGHT,
    HTML_METAS
};

/** A value that a meta element gives; rank orders those of one kind, lower is better (the line of
 * data/page_metas.tsv). */
struct html_meta_value {
    enum html_meta kind;
    uint32_t rank;
    struct str value; /* decoded, white space folded, not empty */
};

struct html_head {
    VEC_OF(struct html_meta_value) metas; /* in the page's order */
    struct str title;                     /* of the title element */
    struct str canonical, base;           /* as in the source; none */
    struct str language;                  /* of the html element */
};

/** What the names of meta elements tell (data/page_metas.tsv), for html_head_read: made once,
 * read-only then. TS_E_MEMORY, or TS_E_FORMAT when the table is damaged. */
int html_metas_init(struct map *names, struct arena *a, struct ts_error *err);

/** Linear in the page's tags. TS_E_MEMORY. */
int html_head_read(struct html_head *out, struct arena *a, const struct html_scan *scan,
                   const struct map *names, struct ts_error *err);

/** The best value of a kind; none when there is none. */
struct str html_head_meta(const struct html_head *head, enum html_meta kind);

#endif
