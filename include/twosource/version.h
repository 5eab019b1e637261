/* The version of the library. */
#ifndef TWOSOURCE_VERSION_H
#define TWOSOURCE_VERSION_H

#include "twosource/error.h"

#define TS_VERSION "0.1.0"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * The version of the library that is linked, as "MAJOR.MINOR.PATCH".
 *
 * Returns a static string. Any thread may call it.
 */
TS_API const char *ts_version(void);

#ifdef __cplusplus
}
#endif
#endif
