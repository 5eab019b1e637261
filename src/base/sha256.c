#include "base/sha256.h"

#include <nettle/sha2.h>

void sha256_hex(char hex[SHA256_HEX + 1], struct str s) {
    static const char digits[] = "0123456789abcdef";
    struct sha256_ctx ctx;
    uint8_t sum[SHA256_DIGEST_SIZE];
    sha256_init(&ctx);
    if (s.n)
        sha256_update(&ctx, s.n, (const uint8_t *)s.at);
    sha256_digest(&ctx, sizeof sum, sum);
    for (size_t i = 0; i < sizeof sum; i++) {
        hex[2 * i] = digits[sum[i] >> 4];
        hex[2 * i + 1] = digits[sum[i] & 15];
    }
    hex[SHA256_HEX] = 0;
}
