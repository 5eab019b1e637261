/* Where results are written to. */
#ifndef TWOSOURCE_OUTPUT_H
#define TWOSOURCE_OUTPUT_H

#include "twosource/error.h"

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Takes the next bytes of an output. Returns 0, or anything else to stop the writing, which then
 * ends with TS_E_IO.
 */
typedef int (*ts_write_fn)(void *context, const char *bytes, size_t n);

#ifdef __cplusplus
}
#endif
#endif
