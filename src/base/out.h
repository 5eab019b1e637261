/* Buffered output to a callback, with a sticky failure, so that writers need not check each call.
 */
#ifndef BASE_OUT_H
#define BASE_OUT_H

#include "base/str.h"
#include "twosource/output.h"

struct out {
    ts_write_fn write;
    void *context;
    bool failed;
    size_t n;
    char held[8192];
};

void out_init(struct out *o, ts_write_fn write, void *context);
void out_put(struct out *o, struct str s);
void out_puts(struct out *o, const char *nul_ended);
void out_putc(struct out *o, char c);
void out_uint(struct out *o, uint64_t v);
void out_int(struct out *o, int64_t v);
/** A number as short as reads back the same (up to 17 digits); "0" for what is not finite. */
void out_real(struct out *o, double v);
/** Hands on what is held. TS_OK, or TS_E_IO with err filled when any write failed. */
int out_end(struct out *o, struct ts_error *err);

#endif
