/* What a payload is, by its first bytes. */
#ifndef READ_READ_SNIFF_H
#define READ_READ_SNIFF_H

#include "base/str.h"

/** Why bytes are no text: what they are and what to do, as a static sentence; NULL when they may be
 * text. */
const char *sniff_not_text(struct str bytes);

/** Whether text is a HTML page: by WHATWG MIME Sniffing section 7.1, or an XML declaration with an
 * XHTML root behind it. */
bool sniff_html(struct str text);

/** Whether text has any mark-up of HTML in its first 64 KiB; for a file that is called a page. */
bool sniff_some_html(struct str text);

/** An XML document that is no page: a static sentence; NULL otherwise. */
const char *sniff_other_xml(struct str text);

#endif
