/* The names that pages give charsets, by the WHATWG Encoding standard. */
#ifndef READ_CHARSET_LABELS_H
#define READ_CHARSET_LABELS_H

#include "read/charset.h"

struct charset_row {
    const char *name;  /* WHATWG name, lower case */
    const char *iconv; /* what iconv(3) calls it; NULL: decoded by our own code */
    enum charset_family family;
    const char *labels; /* parted by blanks, each between two */
};

/** The charset that a label names, white space around it aside, in any case; NULL when none that
 * can be read. */
const struct charset_row *charset_row_of(struct str label);

#endif
