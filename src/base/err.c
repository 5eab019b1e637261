#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>

int err_set(struct ts_error *err, enum ts_status status, const char *outcome, const char *format,
            ...) {
    if (!err)
        return status;
    err->status = status;
    snprintf(err->outcome, sizeof err->outcome, "%s", outcome);
    va_list args;
    va_start(args, format);
    vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    return status;
}

int err_memory(struct ts_error *err) {
    return err_set(err, TS_E_MEMORY, "out_of_memory", "out of memory");
}
