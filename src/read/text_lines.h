/* A plain text as paragraphs: its lines, and those that a mail program or editor wrapped put
 * together again. */
#ifndef READ_TEXT_LINES_H
#define READ_TEXT_LINES_H

#include "base/str.h"

/** What a paragraph of a copied page is. */
enum text_kind {
    TEXT_PROSE,     /* whole sentences */
    TEXT_SHORT,     /* a line that ends in no stop: a headline, a name, a label, an item */
    TEXT_LABEL,     /* a line of the page's furniture that the table knows; why says which */
    TEXT_PROMOTION, /* asks the reader for something on the page's behalf */
    TEXT_PLEA,      /* speaks to the reader; promotion only beside some */
    TEXT_DATE,      /* a date, with a label or not */
    TEXT_SITE,      /* the outlet's name or domain alone */
    TEXT_BYLINE     /* "By ..." */
};

struct text_unit {
    struct span span; /* of the text, no white space at the ends */
    uint32_t words;
    enum text_kind kind;
    const char *why; /* why it is left out; NULL: it is kept */
    bool stop;       /* ends as a sentence does */
    bool quoted;     /* holds quotation marks */
};

struct text_page {
    struct str text;
    VEC_OF(struct text_unit) units;
};

/** Fills page->units with the span of each paragraph, nothing else of them. False when memory is
 * refused. Linear time. */
bool text_lines_split(struct text_page *page, struct arena *a, struct str text);

#endif
