/* Character references of HTML ("&amp;", "&#8217;"). */
#ifndef READ_HTML_ENTITY_H
#define READ_HTML_ENTITY_H

#include "base/buf.h"

enum { HTML_ENTITIES = 2231, HTML_ENTITY_NAME = 33, HTML_ENTITY_TEXT = 7 };

/** name as after '&', with its ';' where it needs one; text is UTF-8. Sorted by name. */
struct html_entity_row {
    char name[HTML_ENTITY_NAME], text[HTML_ENTITY_TEXT];
};

extern const struct html_entity_row html_entity_rows[HTML_ENTITIES];

/**
 * Reads the reference at s.at[at], which is '&': its size in bytes, 0 when it is none and '&'
 * stands for itself. What it stands for goes to text, at most HTML_ENTITY_TEXT - 1 bytes,
 * *text_bytes long; 0 for a control character or what is no character. in_attribute: a name without
 * ';' before '=' or a letter or figure is none. WHATWG HTML, section 13.2.5.72 to 80.
 */
size_t html_entity_read(char text[HTML_ENTITY_TEXT], size_t *text_bytes, struct str s, size_t at,
                        bool in_attribute);

/** s with its references replaced and NULs dropped; s itself when it holds neither. None when
 * memory is refused. */
struct str html_entity_decode(struct arena *a, struct str s, bool in_attribute);

#endif
