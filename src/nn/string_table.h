/* Lists of strings, and hash tables over them, inside a model file: no pointers.
 *
 * A list called X is two tensors: "X.ends" u32[n] (the end of each string in the bytes; it begins
 * where the one before it ends) and "X.bytes" u8. A table adds "X.slots" u32[power of two]: the
 * string's index + 1, 0 for empty, linear probing from hash_bytes() (base/map.h), at most half
 * full.
 */
#ifndef NN_STRING_TABLE_H
#define NN_STRING_TABLE_H

#include "nn/model_write.h"

struct string_list {
    const uint32_t *ends;
    const char *bytes;
    uint32_t n;
};

struct string_table {
    struct string_list list;
    const uint32_t *slots;
    uint32_t mask;
};

/** Finds and checks the list (or table) called name, so that every later access is in bounds.
 * TS_E_MODEL "bad_model". */
int string_list_open(struct string_list *out, const struct model_file *m, const char *name,
                     struct ts_error *err);
int string_table_open(struct string_table *out, const struct model_file *m, const char *name,
                      struct ts_error *err);

struct str string_list_at(const struct string_list *l, uint32_t i);       /* i below n */
uint32_t string_table_find(const struct string_table *t, struct str key); /* MAP_NONE: absent */

/** Adds count strings as a list, or as a table (all different), called name. */
void model_add_strings(struct model_writer *w, const char *name, const struct str *strings,
                       uint32_t count, bool table);

#endif
