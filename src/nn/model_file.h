/* The model file: one flat file, mapped read-only and shared by all threads, of named tensors.
 *
 * Layout, all numbers little-endian:
 *   0    16 bytes   magic "twosource-model\n"
 *   16   u32        version of this layout, MODEL_LAYOUT
 *   20   u32        count of tensors
 *   24   u64        size of the whole file in bytes
 *   32   32 bytes   sha256 of everything after the header's 64 bytes: the model's identity
 *   64   count * 128 bytes, sorted by name: name[48] (NUL padded), u32 type, u32 rank, u64 dims[4]
 *        (1 behind rank), u64 offset, u64 bytes, u64 XXH3-64 of the bytes, u64 zero[2]
 *   then the tensors in the same order, each at the next multiple of 64 bytes, zeros between them;
 *   the file ends where the last one does.
 */
#ifndef NN_MODEL_FILE_H
#define NN_MODEL_FILE_H

#include "base/str.h"

enum {
    MODEL_LAYOUT = 1,
    MODEL_ALIGN = 64,
    MODEL_RANK = 4,
    MODEL_NAME = 48,
    MODEL_PART_NAME = MODEL_NAME + 16 /* longer than any that a file has */
};

enum tensor_type { TENSOR_U8 = 1, TENSOR_U16, TENSOR_U32, TENSOR_I32, TENSOR_U64, TENSOR_F32 };

/** One tensor of a model file: C order, 64-byte aligned, inside the mapping. */
struct tensor {
    struct str name;
    enum tensor_type type;
    uint32_t rank;
    size_t dims[MODEL_RANK]; /* 1 behind rank */
    size_t count;            /* of all items */
    const void *at;
};

struct model_file {
    const unsigned char *bytes;
    size_t n;
    uint32_t tensor_count;
    bool mapped;       /* by model_open, to be unmapped by model_close */
    char identity[65]; /* sha256 of the header, as hex */
    char path[256];    /* for messages; may be cut */
};

/**
 * Maps the file at path and checks its layout, every size and offset in it and every tensor's
 * XXH3. TS_E_MODEL: "no_model" (absent), "bad_model" (foreign, truncated, damaged, of another
 * layout; the message names the tensor and says to build it again). TS_E_IO when it cannot be read.
 */
int model_open(struct model_file *out, const char *path, struct ts_error *err);

/** The same over bytes that outlive it; they must be 64-byte aligned. */
int model_from_bytes(struct model_file *out, const void *bytes, size_t n, struct ts_error *err);

/** Unmaps; one that was not opened is left alone. */
void model_close(struct model_file *m);

/** Checks the identity too (slower: sha256 over the file). TS_E_MODEL "bad_model". */
int model_check(const struct model_file *m, struct ts_error *err);

/** Tensor i in the order of the file, below tensor_count. */
struct tensor model_tensor(const struct model_file *m, uint32_t i);

/**
 * The tensor of this name, which must have the type and rank (rank 0: any). A dimension in dims
 * that is 0 is filled in; one that is not must be equal. TS_E_MODEL "bad_model" names what is
 * wrong. Typical: size_t dims[] = {0, 96}; model_get(&t, m, "tok2vec.embed.0", TENSOR_F32, 2, dims,
 * err).
 */
int model_get(struct tensor *out, const struct model_file *m, const char *name,
              enum tensor_type type, uint32_t rank, size_t *dims, struct ts_error *err);

/** "NAME.PART" in out, which is returned. One that is too long is cut, and then not found. */
const char *model_part_name(char out[MODEL_PART_NAME], const char *name, const char *part);

/** The error that a model's contents are wrong: TS_E_MODEL "bad_model"; format says what. */
int model_bad(struct ts_error *err, const struct model_file *m, const char *format, ...)
    BASE_PRINTF(3, 4);

#endif
