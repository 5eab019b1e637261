/* Names of files and words of hostile inputs stand in messages; a terminal obeys what they hold. */
#include "cli/cli.h"

#include <stdint.h>

/* The length of the UTF-8 sequence at s, and its code point; 0 when there is none. */
static size_t sequence(uint32_t *cp, const unsigned char *s) {
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t n = s[0] < 0x80 ? 1 : s[0] < 0xC0 ? 0 : s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
    if (n < 2) {
        *cp = s[0];
        return n;
    }
    *cp = s[0] & (0x7Fu >> n);
    for (size_t i = 1; i < n; i++) { /* the NUL at the end is no continuation */
        if ((s[i] & 0xC0) != 0x80)
            return 0;
        *cp = *cp << 6 | (s[i] & 0x3Fu);
    }
    return s[0] < 0xF8 && *cp >= least[n] && *cp <= 0x10FFFF ? n : 0;
}

/* Control characters, and those that turn the direction of what follows. */
static bool steers(uint32_t cp) {
    return cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || cp == 0x61C || cp == 0x200E || cp == 0x200F ||
           (cp >= 0x2028 && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

void cli_put_visible(FILE *to, const char *s) {
    while (*s) {
        uint32_t cp;
        size_t n = sequence(&cp, (const unsigned char *)s);
        if (n && !steers(cp)) {
            fwrite(s, 1, n, to);
            s += n;
            continue;
        }
        for (n += !n; n > 0; n--)
            fprintf(to, "\\x%02x", (unsigned)(unsigned char)*s++);
    }
}
