#include "nn/kernels_forms.h"

const struct kernels *kernels_of(enum kernel_kind kind) {
    switch (kind) {
    case KERNEL_SCALAR:
        return &kernels_scalar;
#if defined(__x86_64__)
    /* The builtin also asks whether the system saves the wide registers. */
    case KERNEL_AVX2:
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &kernels_avx2
                                                                               : NULL;
    case KERNEL_AVX512:
        return __builtin_cpu_supports("avx512f") ? &kernels_avx512 : NULL;
    case KERNEL_AMX:
        return kernels_of(KERNEL_AVX512) && kernels_amx_allowed() ? &kernels_amx : NULL;
#endif
    default:
        return NULL;
    }
}

const struct kernels *kernels_best(void) {
    const struct kernels *best = NULL;
    for (int kind = KERNEL_KINDS - 1; !best; kind--)
        best = kernels_of((enum kernel_kind)kind);
    return best;
}
