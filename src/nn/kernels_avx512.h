/* Vectors of 16 floats, as kernels_simd.h and kernels_bf16_simd.h want them; for the forms that
 * have AVX-512. */
#ifndef NN_KERNELS_AVX512_H
#define NN_KERNELS_AVX512_H

#include <immintrin.h>
#include <math.h>
#include <stdint.h>

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
#define MIN _mm512_min_ps
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

#define EVEN_HALVES(at)                                                                            \
    _mm512_castsi512_ps(_mm512_slli_epi32(_mm512_loadu_si512((const void *)(at)), 16))
#define ODD_HALVES(at)                                                                             \
    _mm512_castsi512_ps(_mm512_and_si512(_mm512_loadu_si512((const void *)(at)),                   \
                                         _mm512_set1_epi32((int)0xFFFF0000U)))
#define HALVES(at)                                                                                 \
    _mm512_castsi512_ps(_mm512_slli_epi32(                                                         \
        _mm512_cvtepu16_epi32(_mm256_loadu_si256((const __m256i *)(const void *)(at))), 16))
#define TIMES_2_TO(x, n)                                                                           \
    _mm512_castsi512_ps(                                                                           \
        _mm512_add_epi32(_mm512_castps_si512(x), _mm512_slli_epi32(_mm512_castps_si512(n), 23)))

TARGET static inline void store_halves(uint16_t *at, __m512 v) {
    __m512i bits = _mm512_castps_si512(v);
    __m512i odd = _mm512_and_si512(_mm512_srli_epi32(bits, 16), _mm512_set1_epi32(1));
    __m512i half = _mm512_srli_epi32(
        _mm512_add_epi32(bits, _mm512_add_epi32(odd, _mm512_set1_epi32(0x7FFF))), 16);
    __mmask16 normal = _mm512_cmpge_epu32_mask(
        _mm512_and_si512(bits, _mm512_set1_epi32(0x7FFFFFFF)), _mm512_set1_epi32((127 - 40) << 23));
    half = _mm512_maskz_mov_epi32(normal, half);
    _mm256_storeu_si256((__m256i *)(void *)at, _mm512_cvtepi32_epi16(half));
}

#endif
