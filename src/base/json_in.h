/* Reading JSON by jansson: typed look-ups that give a default when a key is absent or of another
 * type. */
#ifndef BASE_JSON_IN_H
#define BASE_JSON_IN_H

#include "base/str.h"

#include <jansson.h>

/** Parses one value; *out is to be given to json_decref. TS_E_FORMAT "bad_json" with the byte
 * offset. */
int json_in_parse(json_t **out, struct str text, struct ts_error *err);
/**
 * An upper bound of the memory that json_in_parse takes for a text, from a count of its values:
 * short values take up to a hundred times their own length. Linear in the text, takes no memory.
 */
size_t json_in_memory(struct str text);
struct str json_in_str(const json_t *object,
                       const char *key);      /* none when absent; borrowed from object */
struct str json_in_text(const json_t *value); /* of a string value; else none */
bool json_in_uint(uint64_t *out, const json_t *object, const char *key);
bool json_in_u32(uint32_t *out, const json_t *object, const char *key);
bool json_in_bool(const json_t *object, const char *key); /* false when absent */

#endif
