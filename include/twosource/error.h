/* Status codes and the error report that every call of the library fills. */
#ifndef TWOSOURCE_ERROR_H
#define TWOSOURCE_ERROR_H

#include <stdint.h>

#if defined(__GNUC__)
#define TS_API __attribute__((visibility("default")))
#else
#define TS_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** What a call of the library returns: TS_OK or one of the negative codes. */
enum ts_status {
    TS_OK = 0,
    TS_E_USAGE = -1,  /**< an argument is out of its range */
    TS_E_IO = -2,     /**< a file could not be read or an output not written */
    TS_E_MEMORY = -3, /**< the allocator returned nothing */
    TS_E_LIMIT = -4,  /**< the input is beyond a limit of struct ts_limits */
    TS_E_FORMAT = -5, /**< the input is no text, page or record that this call reads */
    TS_E_MODEL = -6   /**< a model file is missing or damaged */
};

/**
 * Why a call failed. The caller owns it; a call that succeeds leaves it alone. Every text in it
 * ends in a NUL and is cut, never overrun.
 */
struct ts_error {
    enum ts_status status;
    char
        outcome[24]; /**< the outcome's short name, stable: "too_deep", "too_large", "empty", ... */
    char input[512]; /**< the input it is about, as it was given; may be empty */
    uint64_t at_bytes; /**< byte offset in the input, 0 when it has none */
    char message[512]; /**< what was wrong and what to do */
};

#ifdef __cplusplus
}
#endif
#endif
