#include "nn/kernels_forms.h"

#if defined(__x86_64__)

#include "nn/kernels_avx512.h"

#define BF16_ROWS 4
#include "nn/kernels_bf16_simd.h"
#include "nn/kernels_simd.h"

const struct kernels kernels_avx512 = {KERNELS_OF_VECTORS, .kind = KERNEL_AVX512, .name = "avx512",
                                       .bf16_linear = bf16_linear, .bf16_gelu = bf16_gelu};

const struct kernels kernels_amx = {KERNELS_OF_VECTORS, .kind = KERNEL_AMX, .name = "amx",
                                    .bf16_linear = kernels_amx_linear,
                                    .bf16_gelu = kernels_amx_gelu};

#endif
