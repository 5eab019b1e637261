/* The functions of one number that the forms share: their constants. */
#ifndef NN_KERNELS_GELU_H
#define NN_KERNELS_GELU_H

/* The normal distribution's share below x: 1/2 + c P(c^2), c = x held within 4.5 of 0, which with
 * GELU's factor x is 0.00005 off at most where x is within 8 of 0. P was fitted to (normal(c) -
 * 1/2) / c by least squares at Chebyshev's points, reweighted until the errors were even. */
#define GELU_END 4.5F
#define GELU_COEFFICIENTS                                                                          \
    {                                                                                              \
        -0x1.a9dd4p-40F, 0x1.8e89e8p-33F, -0x1.4d05fp-27F, 0x1.4a8f38p-22F, -0x1.b6d2dap-18F,      \
            0x1.a10cd2p-14F, -0x1.288a3ap-10F, 0x1.431652p-7F, -0x1.0fe2fap-4F, 0x1.987b04p-2F     \
    }

/* exp x, 0 >= x >= EXP_END: 2^n times exp r, n the integer nearest to x / ln 2, r what is left; of
 * exp r Taylor's first seven terms, 0.0000002 off at most. Adding EXP_INTEGER to a number rounds it
 * to an integer, which then stands in the float's low bits. */
#define EXP_END -60.0F
#define EXP_INTEGER 12582912.0F /* 1.5 * 2^23 */
#define EXP_PER_LN2 0x1.715476p0F
#define EXP_LN2 0x1.62e43p-1F
#define EXP_LN2_REST -0x1.05c61p-29F
#define EXP_COEFFICIENTS                                                                           \
    { 1 / 720.0F, 1 / 120.0F, 1 / 24.0F, 1 / 6.0F, 0.5F, 1.0F, 1.0F }

#endif
