#include "base/json_in.h"

int json_in_parse(json_t **out, struct str text, struct ts_error *err) {
    json_error_t why;
    *out =
        json_loadb(text.at ? text.at : "", text.n, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &why);
    if (*out)
        return TS_OK;
    if (json_error_code(&why) == json_error_out_of_memory)
        return err_memory(err);
    if (err)
        err->at_bytes = (uint64_t)(why.position < 0 ? 0 : why.position);
    return err_set(err, TS_E_FORMAT, "bad_json", "not valid JSON: %s", why.text);
}

/* Behind the opening quote at i: the byte behind the closing one. */
static size_t string_end(struct str text, size_t i) {
    while (i < text.n && text.at[i] != '"')
        i += text.at[i] == '\\' ? 2 : 1;
    return i < text.n ? i + 1 : text.n;
}

size_t json_in_memory(struct str text) {
    /* what jansson allocates on a machine of 64 bits, rounded up as malloc does */
    enum { ARRAY = 128, OBJECT = 224, STRING = 96, NUMBER = 32, SLOT = 24, PAIR = 112 };
    size_t bytes = 0;
    for (size_t i = 0; i < text.n; i++) {
        switch (text.at[i]) {
        case '[':
            bytes += ARRAY;
            break;
        case '{':
            bytes += OBJECT;
            break;
        case ':':
            bytes += NUMBER + PAIR - STRING; /* its key is counted as a string */
            break;
        case ',':
            bytes += NUMBER + SLOT;
            break;
        case '"': {
            size_t end = string_end(text, i + 1);
            bytes += STRING + (end - i);
            i = end - 1;
            break;
        }
        default:
            break;
        }
    }
    return bytes;
}

struct str json_in_text(const json_t *value) {
    if (!json_is_string(value))
        return STR_NONE;
    return (struct str){json_string_value(value), json_string_length(value)};
}

struct str json_in_str(const json_t *object, const char *key) {
    return json_in_text(json_object_get(object, key));
}

bool json_in_uint(uint64_t *out, const json_t *object, const char *key) {
    const json_t *v = json_object_get(object, key);
    if (!json_is_integer(v) || json_integer_value(v) < 0)
        return false;
    *out = (uint64_t)json_integer_value(v);
    return true;
}

bool json_in_u32(uint32_t *out, const json_t *object, const char *key) {
    uint64_t v;
    if (!json_in_uint(&v, object, key) || v > UINT32_MAX)
        return false;
    *out = (uint32_t)v;
    return true;
}

bool json_in_bool(const json_t *object, const char *key) {
    return json_is_true(json_object_get(object, key));
}
