#include "nn/kernels_forms.h"

#if defined(__x86_64__)

#include "nn/kernels_avx512.h"

#define BF16_ROWS 4
#include "nn/kernels_bf16_simd.h"
#include "nn/kernels_simd.h"

const struct kernels kernels_avx512 = {.kind = KERNEL_AVX512,
                                       .name = "avx512",
                                       .maxout = maxout,
                                       .maxout_window = maxout_window,
                                       .maxout_taps = maxout_taps,
                                       .layer_norm = layer_norm,
                                       .sum_rows = sum_rows,
                                       .max_pieces = max_pieces,
                                       .to_bf16 = to_bf16,
                                       .bf16_linear = bf16_linear,
                                       .bf16_gelu = bf16_gelu,
                                       .softmax = softmax};

const struct kernels kernels_amx = {.kind = KERNEL_AMX,
                                    .name = "amx",
                                    .maxout = maxout,
                                    .maxout_window = maxout_window,
                                    .maxout_taps = maxout_taps,
                                    .layer_norm = layer_norm,
                                    .sum_rows = sum_rows,
                                    .max_pieces = max_pieces,
                                    .to_bf16 = to_bf16,
                                    .bf16_linear = kernels_amx_linear,
                                    .bf16_gelu = kernels_amx_gelu,
                                    .softmax = softmax};

#endif
