/* Writing JSON (RFC 8259), compact, keys in the order of the calls. */
#ifndef BASE_JSON_OUT_H
#define BASE_JSON_OUT_H

#include "base/out.h"

enum { JSON_OUT_DEPTH = 32 };

/** A writer on top of an out. Callers nest no deeper than JSON_OUT_DEPTH (asserted: never input
 * depth). */
struct json_out {
    struct out *out;
    unsigned depth;
    bool some[JSON_OUT_DEPTH]; /* the level already has an item */
    bool after_key;
};

void jout_init(struct json_out *j, struct out *out);
void jout_object(struct json_out *j);
void jout_object_end(struct json_out *j);
void jout_array(struct json_out *j);
void jout_array_end(struct json_out *j);
void jout_key(struct json_out *j, const char *key);
/** A string; none gives null. Ill-formed UTF-8 is written as U+FFFD; <, >, & and U+2028/9 are
 * escaped too, so that the text can stand inside an HTML script element. */
void jout_str(struct json_out *j, struct str s);
void jout_uint(struct json_out *j, uint64_t v);
void jout_int(struct json_out *j, int64_t v);
void jout_real(struct json_out *j, double v);
void jout_bool(struct json_out *j, bool v);
void jout_null(struct json_out *j);
/* key and value in one */
void jout_key_str(struct json_out *j, const char *key, struct str s);
void jout_key_strs(struct json_out *j, const char *key, const struct str *at, uint32_t n);
void jout_key_uint(struct json_out *j, const char *key, uint64_t v);
void jout_key_real(struct json_out *j, const char *key, double v);
void jout_key_bool(struct json_out *j, const char *key, bool v);
void jout_key_null(struct json_out *j, const char *key);

#endif
