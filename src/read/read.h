/* The stage `read`: bytes to article. */
#ifndef READ_READ_H
#define READ_READ_H

#include "base/limits.h"
#include "read/article.h"
#include "tables/outlets.h"

struct read_tables;

enum read_as { READ_AUTO, READ_TEXT, READ_HTML };

struct read_input {
    struct str bytes;
    struct str path, url; /* exactly one, as given */
    enum read_as as;
    bool verbatim; /* plain text is the article's text unchanged */
    struct str meta_outlet, meta_title, meta_url,
        meta_date;                    /* what the user knows of it; none where unknown */
    const struct read_tables *tables; /* of read_tables_new; NULL: made for this call, which costs
                                         more than a short page */
};

/** Makes the tables that pages are read by, in a. TS_E_MEMORY or TS_E_LIMIT alone. Threads may
 * share them. */
int read_tables_new(struct read_tables **out, struct arena *a, struct ts_error *err);

/**
 * Reads one payload. The article is in a and borrows nothing; what reading needs beside it is
 * freed, within the same budget. Malformed text is never an error; these are, with err
 * filled: TS_E_LIMIT "too_large", "too_deep", "over_budget"; TS_E_FORMAT "empty", "not_text" (a
 * PDF, an image, an archive, zeros...: the message says what it is and what to do); TS_E_MEMORY. A
 * page that holds no article is a result of kind ARTICLE_NOT_ARTICLE. Threads may call it at once
 * with arenas of their own.
 */
int read_article(struct article **out, struct arena *a, const struct read_input *in,
                 const struct outlets *outlets, const struct limits *limits, struct ts_error *err);

#endif
