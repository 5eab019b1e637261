/* Pages copied as plain text. */
#ifndef READ_TEXT_READER_H
#define READ_TEXT_READER_H

#include "read/builder.h"
#include "read/read.h"

/** Fills the article of b from its decoded text; in->tables is set. */
int text_read(struct builder *b, const struct read_input *in, const struct outlets *outlets);

#endif
