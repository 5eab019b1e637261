/* Bounds what the tree builder will be asked to do, before it is asked. */
#ifndef READ_HTML_DEPTH_H
#define READ_HTML_DEPTH_H

#include "read/html_scan.h"

/**
 * Follows the rules of the tree builder for its stack of open elements (WHATWG HTML 13.2.6), never
 * below its real height. TS_E_LIMIT "too_deep" when more than most elements would be open at once;
 * TS_E_MEMORY. Time: tokens * most at worst.
 */
int html_depth_check(const struct html_scan *scan, struct arena *a, uint32_t most,
                     struct ts_error *err);

#endif
