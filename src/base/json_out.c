#include "base/json_out.h"

#include "base/utf8.h"

#include <assert.h>

void jout_init(struct json_out *j, struct out *out) {
    *j = (struct json_out){.out = out};
}

static void comma(struct json_out *j) {
    if (j->after_key) {
        j->after_key = false;
        return;
    }
    if (j->some[j->depth])
        out_putc(j->out, ',');
    j->some[j->depth] = true;
}

static void open(struct json_out *j, char c) {
    comma(j);
    out_putc(j->out, c);
    assert(j->depth + 1 < JSON_OUT_DEPTH);
    j->some[++j->depth] = false;
}

static void close(struct json_out *j, char c) {
    assert(j->depth > 0);
    j->depth--;
    out_putc(j->out, c);
}

void jout_object(struct json_out *j) {
    open(j, '{');
}

void jout_object_end(struct json_out *j) {
    close(j, '}');
}

void jout_array(struct json_out *j) {
    open(j, '[');
}

void jout_array_end(struct json_out *j) {
    close(j, ']');
}

/* The escape of a byte or code point below 0x10000 that cannot stand as it is. */
static void escape(struct out *o, uint32_t cp) {
    static const char hex[] = "0123456789abcdef";
    char text[6] = {'\\',        'u', hex[cp >> 12 & 15], hex[cp >> 8 & 15], hex[cp >> 4 & 15],
                    hex[cp & 15]};
    size_t n = 6;
    const char *shorts = "\"\"\\\\\bb\ff\nn\rr\tt";
    for (size_t i = 0; shorts[i]; i += 2)
        if ((uint32_t)(unsigned char)shorts[i] == cp) {
            text[1] = shorts[i + 1];
            n = 2;
        }
    out_put(o, (struct str){text, n});
}

static void quoted(struct out *o, struct str s) {
    out_putc(o, '"');
    size_t from = 0;
    for (size_t i = 0; i < s.n;) {
        unsigned char c = (unsigned char)s.at[i];
        size_t start = i;
        uint32_t cp = c;
        if (c < 0x80) {
            i++;
            if (c >= 0x20 && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&' && c != 0x7F)
                continue;
        } else {
            cp = utf8_next(s, &i);
            if (cp != UTF8_REPLACEMENT && cp != 0x2028 && cp != 0x2029 && !utf8_is_control(cp))
                continue;
        }
        out_put(o, str_cut(s, from, start));
        if (cp == UTF8_REPLACEMENT)
            out_puts(o, "\xEF\xBF\xBD");
        else
            escape(o, cp);
        from = i;
    }
    out_put(o, str_cut(s, from, s.n));
    out_putc(o, '"');
}

void jout_key(struct json_out *j, const char *key) {
    comma(j);
    quoted(j->out, str_of(key));
    out_putc(j->out, ':');
    j->after_key = true;
}

void jout_str(struct json_out *j, struct str s) {
    if (!s.at) {
        jout_null(j);
        return;
    }
    comma(j);
    quoted(j->out, s);
}

void jout_uint(struct json_out *j, uint64_t v) {
    comma(j);
    out_uint(j->out, v);
}

void jout_int(struct json_out *j, int64_t v) {
    comma(j);
    out_int(j->out, v);
}

void jout_real(struct json_out *j, double v) {
    comma(j);
    out_real(j->out, v);
}

void jout_bool(struct json_out *j, bool v) {
    comma(j);
    out_puts(j->out, v ? "true" : "false");
}

void jout_null(struct json_out *j) {
    comma(j);
    out_puts(j->out, "null");
}

void jout_key_str(struct json_out *j, const char *key, struct str s) {
    jout_key(j, key);
    jout_str(j, s);
}

void jout_key_strs(struct json_out *j, const char *key, const struct str *at, uint32_t n) {
    jout_key(j, key);
    jout_array(j);
    for (uint32_t i = 0; i < n; i++)
        jout_str(j, at[i]);
    jout_array_end(j);
}

void jout_key_uint(struct json_out *j, const char *key, uint64_t v) {
    jout_key(j, key);
    jout_uint(j, v);
}

void jout_key_real(struct json_out *j, const char *key, double v) {
    jout_key(j, key);
    jout_real(j, v);
}

void jout_key_bool(struct json_out *j, const char *key, bool v) {
    jout_key(j, key);
    jout_bool(j, v);
}

void jout_key_null(struct json_out *j, const char *key) {
    jout_key(j, key);
    jout_null(j);
}
