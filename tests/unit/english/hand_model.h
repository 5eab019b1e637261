/* Small models for tests: a package with one member, given as JSON, through its converter. */
#ifndef HAND_MODEL_H
#define HAND_MODEL_H

#include "check.h"
#include "convert/convert.h"
#include "convert/zip_fixture.h"
#include "english/string_id.h"

#include <msgpack.h>

/** Writes JSON as msgpack; a key "#noun" becomes the id of "noun". */
static inline void hand_pack(msgpack_packer *to, json_t *value) {
    const char *key;
    json_t *item;
    size_t i;
    if (json_is_object(value)) {
        msgpack_pack_map(to, json_object_size(value));
        json_object_foreach(value, key, item) {
            if (key[0] == '#')
                msgpack_pack_uint64(to, string_id(str_of(key + 1)));
            else
                msgpack_pack_str_with_body(to, key, strlen(key));
            hand_pack(to, item);
        }
    } else if (json_is_array(value)) {
        msgpack_pack_array(to, json_array_size(value));
        json_array_foreach(value, i, item) hand_pack(to, item);
    } else if (json_is_string(value)) {
        msgpack_pack_str_with_body(to, json_string_value(value), json_string_length(value));
    } else if (json_is_integer(value)) {
        msgpack_pack_int64(to, json_integer_value(value));
    } else if (json_is_true(value)) {
        msgpack_pack_true(to);
    } else {
        msgpack_pack_false(to);
    }
}

typedef int hand_convert(struct model_writer *w, struct package *p, struct ts_error *err);

/** The model of a package whose member at path holds this JSON; the convert function's status. */
static inline int hand_model_make(struct model_file *out, struct arena *a, const char *path,
                                  const char *json, hand_convert *convert, struct ts_error *err) {
    char zip[ZIP_PATH];
    struct package *package;
    struct model_writer w;
    struct str bytes;
    msgpack_sbuffer packed;
    msgpack_packer packer;
    json_t *value = json_loads(json, JSON_DECODE_ANY, NULL);
    if (!CHECK(value != NULL))
        return TS_E_USAGE;
    msgpack_sbuffer_init(&packed);
    msgpack_packer_init(&packer, &packed, msgpack_sbuffer_write);
    hand_pack(&packer, value);
    struct zip_member members[] = {
        {"model/config.cfg", STR("[nlp]\n")}, {path, {packed.data, packed.size}}, {NULL, STR_NONE}};
    CHECK(zip_write(zip, members, true));
    int status = package_open(&package, a, zip, err);
    if (status == TS_OK) {
        model_writer_init(&w, a);
        status = convert(&w, package, err);
        package_close(package);
    }
    if (status == TS_OK)
        status = model_write(&bytes, &w, err);
    if (status == TS_OK)
        status = model_from_bytes(out, bytes.at, bytes.n, err);
    unlink(zip);
    msgpack_sbuffer_destroy(&packed);
    json_decref(value);
    return status;
}

/** A copy of a model in which item i of a tensor of u32 is another number. */
static inline void hand_model_damage(struct model_file *out, struct arena *a,
                                     const struct model_file *m, uint32_t tensor, size_t i,
                                     uint32_t number) {
    struct model_writer w;
    struct str bytes;
    model_writer_init(&w, a);
    for (uint32_t t = 0; t < m->tensor_count; t++) {
        struct tensor from = model_tensor(m, t);
        char name[MODEL_NAME] = {0};
        memcpy(name, from.name.at, from.name.n);
        uint32_t *copy = arena_alloc(a, from.count * sizeof *copy);
        if (t == tensor) {
            memcpy(copy, from.at, from.count * sizeof *copy);
            copy[i] = number;
        }
        model_add(&w, name, from.type, from.rank, from.dims, t == tensor ? copy : from.at);
    }
    CHECK(model_write(&bytes, &w, NULL) == TS_OK &&
          model_from_bytes(out, bytes.at, bytes.n, NULL) == TS_OK);
}

#endif
