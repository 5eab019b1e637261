/* Bytes to UTF-8, with the way back: which byte of the payload each character came from. */
#ifndef READ_CHARSET_H
#define READ_CHARSET_H

#include "read/article.h"

/** text byte `utf8` begins a character that came from payload byte `source`. */
struct decoded_point {
    uint32_t utf8, source;
};

/** How the bytes of one character are told apart. */
enum charset_family {
    CHARSET_UTF8,
    CHARSET_UTF16_LE,
    CHARSET_UTF16_BE,
    CHARSET_SINGLE,
    CHARSET_GB18030,
    CHARSET_BIG5,
    CHARSET_EUC_JP,
    CHARSET_SHIFT_JIS,
    CHARSET_EUC_KR
};

struct decoded {
    struct str
        text; /* well-formed UTF-8; a stretch of the payload itself where it needs no change */
    struct str charset;       /* lower case, WHATWG name */
    const char *charset_from; /* "bom", "declared", "detected", "default" */
    bool replaced;            /* ill-formed bytes were replaced by U+FFFD */
    struct str payload;
    /* the way back: payload offset = utf8 offset + skip when same is set, else by checkpoints */
    bool same;
    uint32_t skip;
    VEC_OF(struct decoded_point)
    points; /* about one each 64 bytes of text; between two, characters are counted */
    enum charset_family family;
};

/**
 * Decodes a payload. declared: a charset named by the page or its carrier, none when nothing is.
 * Order: BOM, then declared (WHATWG labels; one that cannot be is dropped), then UTF-8 when
 * well-formed, else uchardet, else windows-1252. A payload with well-formed characters of UTF-8
 * beyond ASCII can be nothing else. NUL becomes U+FFFD, other controls stay. payload.n must be
 * below 1 GiB. TS_E_MEMORY or TS_E_LIMIT alone. Time is linear; memory beside the text an eighth of
 * it.
 */
int charset_decode(struct decoded *out, struct arena *a, struct str payload, struct str declared,
                   struct ts_error *err);

/** The charset a page declares in its first 4096 bytes (meta charset, http-equiv, XML declaration),
 * or none. */
struct str charset_declared(struct str payload);

/** The payload's bytes of a stretch of the decoded text. */
struct byte_range decoded_range(const struct decoded *d, struct span utf8);

#endif
