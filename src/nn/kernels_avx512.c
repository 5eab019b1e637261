#include "nn/kernels_forms.h"

#if defined(__x86_64__)

#include <immintrin.h>
#include <math.h>

#define TARGET __attribute__((target("avx512f")))
#define VECTOR __m512
#define WIDTH 16
#define BLOCK_ROWS 8

#define LOAD _mm512_loadu_ps
#define STORE _mm512_storeu_ps
#define SPREAD _mm512_set1_ps
#define ADD _mm512_add_ps
#define SUB _mm512_sub_ps
#define MUL _mm512_mul_ps
#define FMA _mm512_fmadd_ps
#define MAX _mm512_max_ps
#define EVEN(a, b) _mm512_permutex2var_ps(a, every_other(0), b)
#define ODD(a, b) _mm512_permutex2var_ps(a, every_other(1), b)

/* Index 16 and up is the second vector. */
TARGET static inline __m512i every_other(int first) {
    return _mm512_add_epi32(
        _mm512_setr_epi32(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30),
        _mm512_set1_epi32(first));
}

TARGET static inline float fold(const __m512 *lanes) {
    __m512d all = _mm512_castps_pd(*lanes);
    __m256 by8 = _mm256_add_ps(_mm256_castpd_ps(_mm512_castpd512_pd256(all)),
                               _mm256_castpd_ps(_mm512_extractf64x4_pd(all, 1)));
    __m128 sum = _mm_add_ps(_mm256_castps256_ps128(by8), _mm256_extractf128_ps(by8, 1));
    sum = _mm_add_ps(sum, _mm_movehl_ps(sum, sum));
    return _mm_cvtss_f32(_mm_add_ss(sum, _mm_shuffle_ps(sum, sum, 1)));
}

#include "nn/kernels_simd.h"

const struct kernels kernels_avx512 = {.kind = KERNEL_AVX512,
                                       .name = "avx512",
                                       .maxout = maxout,
                                       .maxout_window = maxout_window,
                                       .maxout_taps = maxout_taps,
                                       .layer_norm = layer_norm,
                                       .sum_rows = sum_rows,
                                       .max_pieces = max_pieces};

#endif
