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
#define MIN _mm256_min_ps
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

#define PAIRS(at) _mm256_loadu_si256((const __m256i *)(const void *)(at))
#define EVEN_HALVES(at) _mm256_castsi256_ps(_mm256_slli_epi32(PAIRS(at), 16))
#define ODD_HALVES(at)                                                                             \
    _mm256_castsi256_ps(_mm256_and_si256(PAIRS(at), _mm256_set1_epi32((int)0xFFFF0000U)))
#define HALVES(at)                                                                                 \
    _mm256_castsi256_ps(_mm256_slli_epi32(                                                         \
        _mm256_cvtepu16_epi32(_mm_loadu_si128((const __m128i *)(const void *)(at))), 16))
#define TIMES_2_TO(x, n)                                                                           \
    _mm256_castsi256_ps(                                                                           \
        _mm256_add_epi32(_mm256_castps_si256(x), _mm256_slli_epi32(_mm256_castps_si256(n), 23)))

TARGET static inline void store_halves(uint16_t *at, __m256 v) {
    __m256i bits = _mm256_castps_si256(v);
    __m256i odd = _mm256_and_si256(_mm256_srli_epi32(bits, 16), _mm256_set1_epi32(1));
    __m256i half = _mm256_srli_epi32(
        _mm256_add_epi32(bits, _mm256_add_epi32(odd, _mm256_set1_epi32(0x7FFF))), 16);
    __m256i normal = _mm256_cmpgt_epi32(_mm256_and_si256(bits, _mm256_set1_epi32(0x7FFFFFFF)),
                                        _mm256_set1_epi32(((127 - 40) << 23) - 1));
    half = _mm256_and_si256(half, normal);
    _mm_storeu_si128((__m128i *)(void *)at, _mm_packus_epi32(_mm256_castsi256_si128(half),
                                                             _mm256_extracti128_si256(half, 1)));
}

#define BF16_ROWS 2
#include "nn/kernels_bf16_simd.h"
#include "nn/kernels_simd.h"

const struct kernels kernels_avx2 = {KERNELS_OF_VECTORS, .kind = KERNEL_AVX2, .name = "avx2",
                                     .bf16_linear = bf16_linear, .bf16_gelu = bf16_gelu};

#endif
