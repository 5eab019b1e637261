/* A small model file in memory, and patching of it with its checksums made right again. */
#ifndef NN_FILE_FIXTURE_H
#define NN_FILE_FIXTURE_H

#include "base/sha256.h"
#include "nn/model_layout.h"
#include "nn/model_write.h"

#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

static inline char *fixture_entry(char *file, uint32_t i) {
    return file + MODEL_HEADER + (size_t)i * MODEL_ENTRY;
}

/** Makes the file's own size and every checksum fit what is in it, where they can. */
static inline void fixture_seal(char *file, size_t n) {
    uint32_t count = get_u32(file + HEADER_COUNT);
    put_u64(file + HEADER_SIZE, n);
    for (uint32_t i = 0; i < count && i < (n - MODEL_HEADER) / MODEL_ENTRY; i++) {
        char *e = fixture_entry(file, i);
        uint64_t at = get_u64(e + ENTRY_OFFSET), bytes = get_u64(e + ENTRY_BYTES);
        if (at <= n && bytes <= n - at)
            put_u64(e + ENTRY_XXH3, XXH3_64bits(file + at, bytes));
    }
}

#endif
