/* Tensors as safetensors files hold them (https://github.com/huggingface/safetensors, "Format"): a
 * u64 n, n bytes of JSON that names each tensor with its type, shape and place, then the tensors'
 * bytes, which fill the rest without a gap. */
#ifndef CONVERT_SAFETENSORS_H
#define CONVERT_SAFETENSORS_H

#include "base/str.h"

enum { SAFETENSORS_RANK = 4 };

struct safetensor {
    struct str name;
    bool is_float; /* of 32 bits; else of another type, and only its size is known */
    bool taken;
    uint32_t rank;
    size_t dims[SAFETENSORS_RANK];
    struct str bytes; /* in the input */
};

struct safetensors {
    struct safetensor *at; /* in the order of their bytes */
    size_t n;
};

/**
 * Finds the tensors of a file; *out is in a, its tensors' bytes are those of the input. Refused are
 * a header of more than 1 MiB, names that stand there twice, and bytes that are not as many as the
 * shape needs, overlap, leave a gap or lie outside. TS_E_FORMAT "bad_package", TS_E_MEMORY,
 * TS_E_LIMIT.
 */
int safetensors_read(struct safetensors *out, struct arena *a, struct str bytes,
                     struct ts_error *err);

/**
 * The numbers of the tensor of this name, which must be floats of this shape (rank at most 4), lie
 * where floats can, and all be below 2^127 in magnitude (neither NaN nor infinite, nor so large
 * that rounding makes them so). They point into the input. The tensor is taken. TS_E_FORMAT
 * "bad_package".
 */
int safetensors_floats(const float **out, struct safetensors *s, const char *name, uint32_t rank,
                       const size_t *dims, struct ts_error *err);

/** Takes the tensor of this name, if there is one, without looking at it. */
void safetensors_skip(struct safetensors *s, const char *name);

/** That no tensor is left that was not taken. TS_E_FORMAT "bad_package" names one. */
int safetensors_end(const struct safetensors *s, struct ts_error *err);

#endif
