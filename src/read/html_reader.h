/* Saved HTML pages. */
#ifndef READ_HTML_READER_H
#define READ_HTML_READER_H

#include "read/builder.h"
#include "read/read.h"

/** Fills the article of b from its decoded page; in->tables is set. TS_E_LIMIT "too_deep" when
 * elements nest deeper than limits->html_depth. */
int html_read(struct builder *b, const struct read_input *in, const struct outlets *outlets,
              const struct limits *limits);

#endif
