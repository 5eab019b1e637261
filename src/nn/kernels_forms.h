/* The forms that kernels_choose.c chooses among; for the kernels' own files only. */
#ifndef NN_KERNELS_FORMS_H
#define NN_KERNELS_FORMS_H

#include "nn/kernels.h"

extern const struct kernels kernels_scalar;

#if defined(__x86_64__)
extern const struct kernels kernels_avx2;   /* needs AVX2 and FMA */
extern const struct kernels kernels_avx512; /* needs AVX512F */
#endif

/** max_pieces in plain C, for numbers of pieces that a form has no shuffle for. */
void kernels_max_pieces(float *out, const float *x, size_t outputs, size_t pieces);

#endif
