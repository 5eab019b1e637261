/* The chosen blocks to an article's paragraphs, the others to what was left out. */
#ifndef READ_HTML_WRITE_H
#define READ_HTML_WRITE_H

#include "read/builder.h"
#include "read/html_page.h"

/** base: what links are relative to, none when unknown. Errors are the builder's. */
int html_write(struct builder *b, struct html_page *page, struct str base);

#endif
