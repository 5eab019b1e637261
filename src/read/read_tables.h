/* The tables that reading uses, made once for many pages. */
#ifndef READ_READ_TABLES_H
#define READ_READ_TABLES_H

#include "read/html_words.h"
#include "read/text_words.h"

/** Read-only once made; threads may share it. */
struct read_tables {
    struct text_words text;
    struct html_words html;
    struct map metas; /* of html_metas_init */
};

#endif
