/* The places of the numbers in a model file, for its reader and its writer; see model_file.h. */
#ifndef NN_MODEL_LAYOUT_H
#define NN_MODEL_LAYOUT_H

#include "nn/model_file.h"

#include <string.h>

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "tensors are used where they lie in the file, and their numbers are little-endian"
#endif

#define MODEL_MAGIC "twosource-model\n"

enum {
    MODEL_HEADER = 64,
    HEADER_LAYOUT = 16,
    HEADER_COUNT = 20,
    HEADER_SIZE = 24,
    HEADER_SHA256 = 32,

    MODEL_ENTRY = 128,
    ENTRY_TYPE = MODEL_NAME,
    ENTRY_RANK = 52,
    ENTRY_DIMS = 56,
    ENTRY_OFFSET = 88,
    ENTRY_BYTES = 96,
    ENTRY_XXH3 = 104,
    ENTRY_ZERO = 112, /* 16 bytes */
};

/** The size of one item; 0 for a type that is none. */
size_t tensor_item_bytes(enum tensor_type type);

static inline uint32_t get_u32(const char *at) {
    uint32_t x;
    memcpy(&x, at, sizeof x);
    return x;
}

static inline uint64_t get_u64(const char *at) {
    uint64_t x;
    memcpy(&x, at, sizeof x);
    return x;
}

static inline void put_u32(char *at, uint32_t x) {
    memcpy(at, &x, sizeof x);
}

static inline void put_u64(char *at, uint64_t x) {
    memcpy(at, &x, sizeof x);
}

#endif
