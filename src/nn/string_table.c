#include "nn/string_table.h"

#include "base/map.h"

#include <string.h>

enum { LARGEST_SLOTS = 1 << 30 };

static int get_part(struct tensor *out, const struct model_file *m, const char *name,
                    const char *part, enum tensor_type type, struct ts_error *err) {
    char full[MODEL_PART_NAME];
    return model_get(out, m, model_part_name(full, name, part), type, 1, NULL, err);
}

int string_list_open(struct string_list *out, const struct model_file *m, const char *name,
                     struct ts_error *err) {
    struct tensor ends, bytes;
    int status = get_part(&ends, m, name, "ends", TENSOR_U32, err);
    if (status == TS_OK)
        status = get_part(&bytes, m, name, "bytes", TENSOR_U8, err);
    if (status != TS_OK)
        return status;
    const uint32_t *end = ends.at;
    uint32_t before = 0;
    for (size_t i = 0; i < ends.count; i++) {
        if (end[i] < before)
            return model_bad(err, m, "the strings of %s are damaged", name);
        before = end[i];
    }
    if (ends.count >= MAP_NONE || bytes.count != before)
        return model_bad(err, m, "the strings of %s are damaged", name);
    *out = (struct string_list){.ends = end, .bytes = bytes.at, .n = (uint32_t)ends.count};
    return TS_OK;
}

int string_table_open(struct string_table *out, const struct model_file *m, const char *name,
                      struct ts_error *err) {
    struct tensor slots;
    int status = string_list_open(&out->list, m, name, err);
    if (status == TS_OK)
        status = get_part(&slots, m, name, "slots", TENSOR_U32, err);
    if (status != TS_OK)
        return status;
    const uint32_t *slot = slots.at;
    size_t n = slots.count, used = 0;
    bool good = n >= 2 && n <= LARGEST_SLOTS && !(n & (n - 1));
    for (size_t i = 0; good && i < n; i++) {
        used += slot[i] != 0;
        good = slot[i] <= out->list.n;
    }
    /* a slot that is free is also what ends a search */
    if (!good || used > n / 2)
        return model_bad(err, m, "the table of %s is damaged", name);
    out->slots = slot;
    out->mask = (uint32_t)(n - 1);
    return TS_OK;
}

struct str string_list_at(const struct string_list *l, uint32_t i) {
    uint32_t start = i ? l->ends[i - 1] : 0;
    return (struct str){l->bytes + start, l->ends[i] - start};
}

uint32_t string_table_find(const struct string_table *t, struct str key) {
    for (uint32_t at = (uint32_t)hash_bytes(key) & t->mask;; at = (at + 1) & t->mask) {
        uint32_t i = t->slots[at];
        if (!i)
            return MAP_NONE;
        if (str_eq(string_list_at(&t->list, i - 1), key))
            return i - 1;
    }
}

static void add_slots(struct model_writer *w, const char *name, const struct str *strings,
                      uint32_t count) {
    char full[MODEL_PART_NAME];
    size_t n = 2;
    while (n / 2 < count)
        n *= 2;
    uint32_t *slots = n > LARGEST_SLOTS ? NULL : arena_zero(w->arena, n, sizeof *slots);
    if (!slots) {
        w->refused = true;
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        size_t at = hash_bytes(strings[i]) & (n - 1);
        while (slots[at])
            at = (at + 1) & (n - 1);
        slots[at] = i + 1;
    }
    model_add(w, model_part_name(full, name, "slots"), TENSOR_U32, 1, &n, slots);
}

void model_add_strings(struct model_writer *w, const char *name, const struct str *strings,
                       uint32_t count, bool table) {
    char full[MODEL_PART_NAME];
    size_t n = 0, at = 0, ends_n = count;
    for (uint32_t i = 0; i < count; i++)
        n += strings[i].n;
    uint32_t *ends = n > UINT32_MAX ? NULL : arena_zero(w->arena, count, sizeof *ends);
    char *bytes = ends ? arena_alloc(w->arena, n) : NULL;
    if (!bytes) {
        w->refused = true;
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (strings[i].n)
            memcpy(bytes + at, strings[i].at, strings[i].n);
        at += strings[i].n;
        ends[i] = (uint32_t)at;
    }
    model_add(w, model_part_name(full, name, "ends"), TENSOR_U32, 1, &ends_n, ends);
    model_add(w, model_part_name(full, name, "bytes"), TENSOR_U8, 1, &n, bytes);
    if (table)
        add_slots(w, name, strings, count);
}
