/* What a page's JSON-LD says of its article (schema.org's Article and kin). */
#ifndef READ_HTML_JSON_LD_H
#define READ_HTML_JSON_LD_H

#include "read/html_scan.h"

struct html_json_ld {
    bool
        broken; /* a block of it was no JSON, or beyond a limit; the others are read all the same */
    bool article;    /* one object is of an article's type: all below is its own, except type */
    struct str type; /* its type, or that of the page's object when there is no article:
                        "CollectionPage" */
    struct str headline;
    struct str published, modified;
    struct str language, section, publisher, url;
    VEC_OF(struct str) authors;
};

/**
 * Reads all blocks of a page; bounded in size, so that the reader's own memory is. headings: the
 * page's title as told elsewhere, by which one of several articles is chosen; none when there is
 * none. Copies are in a. TS_E_MEMORY alone.
 */
int html_json_ld_read(struct html_json_ld *out, struct arena *a, const struct html_scan *scan,
                      struct str title, struct ts_error *err);

#endif
