/* The forms that kernels_choose.c chooses among; for the kernels' own files only. */
#ifndef NN_KERNELS_FORMS_H
#define NN_KERNELS_FORMS_H

#include "nn/kernels.h"

extern const struct kernels kernels_scalar;

#if defined(__x86_64__)
extern const struct kernels kernels_avx2;   /* needs AVX2 and FMA */
extern const struct kernels kernels_avx512; /* needs AVX512F */
extern const struct kernels kernels_amx;    /* needs AMX-BF16 too */
/** Whether the processor has AMX-BF16 and the system lets this process use it, which this asks. */
bool kernels_amx_allowed(void);

void kernels_amx_linear(float *out, const uint16_t *x, size_t rows, const struct bf16_layer *w,
                        bool added);
void kernels_amx_gelu(uint16_t *out, const uint16_t *x, size_t rows, const struct bf16_layer *w);
#endif

/** max_pieces in plain C, for numbers of pieces that a form has no shuffle for. */
void kernels_max_pieces(float *out, const float *x, size_t outputs, size_t pieces);

#endif
