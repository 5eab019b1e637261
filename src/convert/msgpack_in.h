/* Reading msgpack by msgpack-c, within bounds. */
#ifndef CONVERT_MSGPACK_IN_H
#define CONVERT_MSGPACK_IN_H

#include "base/str.h"

#include <msgpack.h>

/** A parsed value; texts and bytes in it point into the input. */
struct msgpack_in {
    msgpack_zone zone;
    msgpack_object root;
};

/**
 * Parses one value that fills all of bytes. No count in it may be larger than what is left of the
 * input could hold, no nesting deeper than 16; memory is at most a fixed multiple of the input.
 * TS_E_FORMAT "bad_package", TS_E_MEMORY. On success *out is to be given to msgpack_in_free.
 */
int msgpack_in_parse(struct msgpack_in *out, struct str bytes, struct ts_error *err);
void msgpack_in_free(struct msgpack_in *m);

/** The value of a text (or bytes) key of a map; NULL when there is none or map is no map. */
const msgpack_object *msgpack_in_get(const msgpack_object *map, const char *key);

/** The bytes of a text or a bin; none for another value, or NULL. */
struct str msgpack_in_text(const msgpack_object *value);

#endif
