#include "base/out.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void out_init(struct out *o, ts_write_fn write, void *context) {
    o->write = write;
    o->context = context;
    o->failed = false;
    o->n = 0;
}

static void flush(struct out *o) {
    if (o->n && !o->failed)
        o->failed = o->write(o->context, o->held, o->n) != 0;
    o->n = 0;
}

void out_put(struct out *o, struct str s) {
    if (s.n > sizeof o->held - o->n) {
        flush(o);
        if (s.n > sizeof o->held) {
            if (!o->failed)
                o->failed = o->write(o->context, s.at, s.n) != 0;
            return;
        }
    }
    if (s.n)
        memcpy(o->held + o->n, s.at, s.n);
    o->n += s.n;
}

void out_puts(struct out *o, const char *nul_ended) {
    out_put(o, str_of(nul_ended));
}

void out_putc(struct out *o, char c) {
    out_put(o, (struct str){&c, 1});
}

void out_uint(struct out *o, uint64_t v) {
    char digits[24];
    int n = snprintf(digits, sizeof digits, "%llu", (unsigned long long)v);
    out_put(o, (struct str){digits, (size_t)n});
}

void out_int(struct out *o, int64_t v) {
    if (v < 0)
        out_putc(o, '-');
    out_uint(o, v < 0 ? 0 - (uint64_t)v : (uint64_t)v);
}

void out_real(struct out *o, double v) {
    char digits[40];
    if (!isfinite(v) || v == 0) {
        out_putc(o, '0');
        return;
    }
    if (fabs(v) < 1e15 && v == floor(v)) {
        snprintf(digits, sizeof digits, "%.0f", v);
    } else {
        int precision = 15;
        do
            snprintf(digits, sizeof digits, "%.*g", precision, v);
        while (strtod(digits, NULL) != v && ++precision <= 17);
    }
    for (char *p = digits; *p; p++) /* the program's locale may have a comma */
        if (!strchr("0123456789-+e", *p))
            *p = '.';
    out_puts(o, digits);
}

int out_end(struct out *o, struct ts_error *err) {
    flush(o);
    if (o->failed)
        return err_set(err, TS_E_IO, "not_written", "the output could not be written");
    return TS_OK;
}
