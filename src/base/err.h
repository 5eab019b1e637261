/* Filling the caller's error report. */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include "twosource/error.h"

#if defined(__GNUC__)
#define BASE_PRINTF(at, first) __attribute__((format(printf, at, first)))
#else
#define BASE_PRINTF(at, first)
#endif

/**
 * Writes status, outcome and message into err (which may be NULL) and returns status, so that
 * `return err_set(err, TS_E_LIMIT, "too_deep", "...")` is one statement. input and at_bytes are
 * left.
 */
int err_set(struct ts_error *err, enum ts_status status, const char *outcome, const char *format,
            ...) BASE_PRINTF(4, 5);

/** The error of an allocation that was refused: TS_E_MEMORY, "out_of_memory". */
int err_memory(struct ts_error *err);

#endif
