/* References to absolute addresses (RFC 3986, section 5). */
#ifndef READ_HTML_URL_H
#define READ_HTML_URL_H

#include "base/str.h"

/**
 * The address that ref means on a page at base, in a. None when it cannot be told (base none and
 * ref relative), when it is no http, https or mailto address, or when ref is a place on the page
 * itself ("#notes").
 */
struct str html_url_resolve(struct arena *a, struct str base, struct str ref);

/** The host of an absolute http or https address, without port and a leading "www."; none
 * otherwise. */
struct str html_url_host(struct str url);

/** The path of an absolute address, from its '/'; empty when it has none. Without query and
 * fragment. */
struct str html_url_path(struct str url);

#endif
