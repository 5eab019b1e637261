#include "nn/model_write.h"

#include "base/sha256.h"
#include "nn/model_layout.h"

#include <assert.h>
#include <stdlib.h>
#include <xxhash.h>

void model_writer_init(struct model_writer *w, struct arena *a) {
    *w = (struct model_writer){.arena = a};
}

void model_add(struct model_writer *w, const char *name, enum tensor_type type, uint32_t rank,
               const size_t *dims, const void *at) {
    struct str named = str_of(name);
    assert(named.n > 0 && named.n < MODEL_NAME && rank >= 1 && rank <= MODEL_RANK);
    struct tensor *t = str_keep(w->arena, &named) ? VEC_PUSH(w->arena, &w->tensors) : NULL;
    if (!t) {
        w->refused = true;
        return;
    }
    *t = (struct tensor){.name = named, .type = type, .rank = rank, .count = 1, .at = at};
    for (uint32_t d = 0; d < MODEL_RANK; d++) {
        t->dims[d] = d < rank ? dims[d] : 1;
        t->count *= t->dims[d];
    }
}

void model_add_text(struct model_writer *w, const char *name, struct str text) {
    model_add(w, name, TENSOR_U8, 1, &text.n, text.at ? text.at : "");
}

static int name_order(const void *a, const void *b) {
    return str_cmp(((const struct tensor *)a)->name, ((const struct tensor *)b)->name);
}

static size_t bytes_of(const struct tensor *t) {
    return t->count * tensor_item_bytes(t->type);
}

static bool align(size_t *at) {
    if (!mem_add(at, *at, MODEL_ALIGN - 1))
        return false;
    *at -= *at % MODEL_ALIGN;
    return true;
}

static void put_entry(char *e, const struct tensor *t, size_t offset) {
    memcpy(e, t->name.at, t->name.n);
    put_u32(e + ENTRY_TYPE, t->type);
    put_u32(e + ENTRY_RANK, t->rank);
    for (uint32_t d = 0; d < MODEL_RANK; d++)
        put_u64(e + ENTRY_DIMS + 8 * d, t->dims[d]);
    put_u64(e + ENTRY_OFFSET, offset);
    put_u64(e + ENTRY_BYTES, bytes_of(t));
    put_u64(e + ENTRY_XXH3, XXH3_64bits(t->at, bytes_of(t)));
}

static void put_header(char *h, uint32_t count, size_t n) {
    char hex[SHA256_HEX + 1];
    memcpy(h, MODEL_MAGIC, sizeof MODEL_MAGIC - 1);
    put_u32(h + HEADER_LAYOUT, MODEL_LAYOUT);
    put_u32(h + HEADER_COUNT, count);
    put_u64(h + HEADER_SIZE, n);
    sha256_hex(hex, (struct str){h + MODEL_HEADER, n - MODEL_HEADER});
    for (size_t i = 0; i < SHA256_HEX / 2; i++) {
        char pair[3] = {hex[2 * i], hex[2 * i + 1], 0};
        h[HEADER_SHA256 + i] = (char)strtoul(pair, NULL, 16);
    }
}

int model_write(struct str *out, struct model_writer *w, struct ts_error *err) {
    if (w->refused)
        return arena_fail(w->arena, err);
    if (w->tensors.n)
        qsort(w->tensors.at, w->tensors.n, sizeof *w->tensors.at, name_order);
    size_t n = MODEL_HEADER + (size_t)w->tensors.n * MODEL_ENTRY;
    for (uint32_t i = 0; i < w->tensors.n; i++) {
        assert(!i || str_cmp(w->tensors.at[i - 1].name, w->tensors.at[i].name) != 0);
        if (!align(&n) || !mem_add(&n, n, bytes_of(&w->tensors.at[i])))
            return arena_fail(w->arena, err);
    }
    char *file = arena_zero(w->arena, 1, n > SIZE_MAX - MODEL_ALIGN ? SIZE_MAX : n + MODEL_ALIGN);
    if (!file)
        return arena_fail(w->arena, err);
    file += (MODEL_ALIGN - (uintptr_t)file % MODEL_ALIGN) % MODEL_ALIGN;
    size_t at = MODEL_HEADER + (size_t)w->tensors.n * MODEL_ENTRY;
    for (uint32_t i = 0; i < w->tensors.n; i++) {
        const struct tensor *t = &w->tensors.at[i];
        align(&at);
        put_entry(file + MODEL_HEADER + (size_t)i * MODEL_ENTRY, t, at);
        if (bytes_of(t))
            memcpy(file + at, t->at, bytes_of(t));
        at += bytes_of(t);
    }
    put_header(file, w->tensors.n, n);
    *out = (struct str){file, n};
    return TS_OK;
}
