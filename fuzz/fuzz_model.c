/*
 * The model file: the input as it is; then with its size, the count of its bytes and all checksums
 * made right, so that damage gets past them. What opens is looked at in every way that the program
 * looks at one. Then the same bytes as msgpack, as a package's parts are.
 */
#include "convert/msgpack_in.h"
#include "convert/thinc_model.h"
#include "must.h"
#include "nn/kernels.h"
#include "nn/model_layout.h"
#include "nn/string_table.h"

#include <stdlib.h>
#include <xxhash.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static volatile unsigned sink;

static void read_all(const void *at, size_t n) {
    const unsigned char *p = at;
    unsigned sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += p[i];
    sink = sum;
}

static void look_at_strings(const struct model_file *m, const char *name) {
    struct string_list l;
    struct string_table t;
    if (string_list_open(&l, m, name, NULL) == TS_OK)
        for (uint32_t i = 0; i < l.n; i++) {
            struct str s = string_list_at(&l, i);
            read_all(s.at, s.n);
        }
    if (string_table_open(&t, m, name, NULL) == TS_OK)
        for (uint32_t i = 0; i < t.list.n && i < 64; i++) {
            uint32_t found = string_table_find(&t, string_list_at(&t.list, i));
            must(found == UINT32_MAX || found < t.list.n);
        }
}

static void look_at_layer(const struct model_file *m, const char *name) {
    struct packed p;
    if (packed_open(&p, m, name, NULL) != TS_OK)
        return;
    size_t panels = ((size_t)p.outputs + 15) / 16;
    read_all(p.bias, panels * p.pieces * 16 * sizeof(float));
    read_all(p.weights, panels * p.inputs * p.pieces * 16 * sizeof(float));
}

static void look_at(const struct model_file *m) {
    for (uint32_t i = 0; i < m->tensor_count; i++) {
        struct tensor t = model_tensor(m, i), again;
        char name[MODEL_NAME];
        must(t.name.n > 0 && t.name.n < MODEL_NAME);
        memcpy(name, t.name.at, t.name.n);
        name[t.name.n] = 0;
        must(model_get(&again, m, name, t.type, t.rank, NULL, NULL) == TS_OK && again.at == t.at);
        read_all(t.at, t.count * tensor_item_bytes(t.type));
        /* "x.ends" and "x.shape" are parts of x */
        for (char *dot = name + t.name.n; dot; dot = strrchr(name, '.')) {
            *dot = 0;
            look_at_strings(m, name);
            look_at_layer(m, name);
        }
    }
}

static void seal(char *file, size_t n) {
    uint32_t count = get_u32(file + HEADER_COUNT);
    memcpy(file, MODEL_MAGIC, sizeof MODEL_MAGIC - 1);
    put_u32(file + HEADER_LAYOUT, MODEL_LAYOUT);
    put_u64(file + HEADER_SIZE, n);
    for (uint32_t i = 0; i < count && i < (n - MODEL_HEADER) / MODEL_ENTRY; i++) {
        char *e = file + MODEL_HEADER + (size_t)i * MODEL_ENTRY;
        uint64_t at = get_u64(e + ENTRY_OFFSET), bytes = get_u64(e + ENTRY_BYTES);
        if (at <= n && bytes <= n - at)
            put_u64(e + ENTRY_XXH3, XXH3_64bits(file + at, bytes));
    }
}

static void try_model(const uint8_t *data, size_t n) {
    struct model_file m;
    struct ts_error err;
    /* just so large that one byte beyond it is seen */
    char *room = malloc(n + MODEL_ALIGN), *file;
    must(room != NULL);
    file = room + (MODEL_ALIGN - (uintptr_t)room % MODEL_ALIGN) % MODEL_ALIGN;
    memcpy(file, data, n);
    for (int sealed = 0; sealed < 2; sealed++) {
        if (sealed && n >= MODEL_HEADER)
            seal(file, n);
        if (model_from_bytes(&m, file, n, &err) == TS_OK) {
            (void)model_check(&m, &err);
            look_at(&m);
        }
        model_close(&m);
    }
    free(room);
}

static void try_msgpack(const uint8_t *data, size_t n) {
    struct mem mem = mem_system();
    struct str bytes = {(const char *)data, n};
    struct arena a;
    struct msgpack_in value;
    struct thinc_model network;
    struct thinc_layer layer;
    uint32_t number;
    if (msgpack_in_parse(&value, bytes, NULL) == TS_OK) {
        (void)msgpack_in_text(msgpack_in_get(&value.root, "nodes"));
        msgpack_in_free(&value);
    }
    arena_init(&a, &mem, 1 << 20);
    if (thinc_open(&network, &a, bytes, "fuzz", NULL) == TS_OK) {
        if (thinc_layer(&layer, &network, "hashembed", 0, NULL) == TS_OK) {
            const float *table;
            uint32_t shape[2] = {1, 1};
            (void)thinc_uint(&number, &layer, "seed", NULL);
            if (thinc_dim(&shape[0], &layer, "nV", NULL) == TS_OK &&
                thinc_dim(&shape[1], &layer, "nO", NULL) == TS_OK &&
                thinc_array(&table, &layer, "E", 2, shape, NULL) == TS_OK)
                read_all(table, sizeof *table * shape[0] * shape[1]);
        }
        thinc_close(&network);
    }
    arena_clear(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes) {
    if (bytes) {
        try_model(data, bytes);
        try_msgpack(data, bytes);
    }
    return 0;
}
