#include "nn/kernels_forms.h"

#if defined(__x86_64__)

#include <immintrin.h>
#include <math.h>

#define TARGET __attribute__((target("avx2,fma")))
#define VECTOR __m256
#define WIDTH 8
#define BLOCK_ROWS 4

#define LOAD _mm256_loadu_ps
#define STORE _mm256_storeu_ps
#define SPREAD _mm256_set1_ps
#define ADD _mm256_add_ps
#define SUB _mm256_sub_ps
#define MUL _mm256_mul_ps
#define FMA _mm256_fmadd_ps
#define MAX _mm256_max_ps
#define EVEN(a, b) every_other(_mm256_shuffle_ps(a, b, _MM_SHUFFLE(2, 0, 2, 0)))
#define ODD(a, b) every_other(_mm256_shuffle_ps(a, b, _MM_SHUFFLE(3, 1, 3, 1)))

/* The shuffles work in halves: a's and b's pairs are in turns. */
TARGET static inline __m256 every_other(__m256 v) {
    return _mm256_castpd_ps(_mm256_permute4x64_pd(_mm256_castps_pd(v), _MM_SHUFFLE(3, 1, 2, 0)));
}

TARGET static inline float fold(const __m256 *lanes) {
    __m256 by8 = _mm256_add_ps(lanes[0], lanes[1]);
    __m128 sum = _mm_add_ps(_mm256_castps256_ps128(by8), _mm256_extractf128_ps(by8, 1));
    sum = _mm_add_ps(sum, _mm_movehl_ps(sum, sum));
    return _mm_cvtss_f32(_mm_add_ss(sum, _mm_shuffle_ps(sum, sum, 1)));
}

#include "nn/kernels_simd.h"

const struct kernels kernels_avx2 = {.kind = KERNEL_AVX2,
                                     .name = "avx2",
                                     .maxout = maxout,
                                     .maxout_window = maxout_window,
                                     .maxout_taps = maxout_taps,
                                     .layer_norm = layer_norm,
                                     .sum_rows = sum_rows,
                                     .max_pieces = max_pieces};

#endif
