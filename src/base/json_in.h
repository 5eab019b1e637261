/* Reading JSON by jansson: typed look-ups that give a default when a key is absent or of another
 * type. */
#ifndef BASE_JSON_IN_H
#define BASE_JSON_IN_H

#include "base/str.h"

#include <jansson.h>

/** Parses one value; *out is to be given to json_decref. TS_E_FORMAT "bad_json" with the byte
 * offset. */
int json_in_parse(json_t **out, struct str text, struct ts_error *err);
struct str json_in_str(const json_t *object,
                       const char *key);      /* none when absent; borrowed from object */
struct str json_in_text(const json_t *value); /* of a string value; else none */
bool json_in_uint(uint64_t *out, const json_t *object, const char *key);
bool json_in_u32(uint32_t *out, const json_t *object, const char *key);
bool json_in_bool(const json_t *object, const char *key); /* false when absent */

#endif
