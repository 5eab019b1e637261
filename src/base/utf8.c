#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

static bool is_tail(unsigned char c) {
    return (c & 0xC0) == 0x80;
}

/* What a first byte promises: the length, and the range of the second byte. */
static size_t lead(unsigned char c, unsigned char *low, unsigned char *high) {
    *low = 0x80, *high = 0xBF;
    if (c >= 0xC2 && c <= 0xDF)
        return 2;
    if (c >= 0xE0 && c <= 0xEF) {
        if (c == 0xE0)
            *low = 0xA0;
        if (c == 0xED)
            *high = 0x9F;
        return 3;
    }
    if (c >= 0xF0 && c <= 0xF4) {
        if (c == 0xF0)
            *low = 0x90;
        if (c == 0xF4)
            *high = 0x8F;
        return 4;
    }
    return 0;
}

uint32_t utf8_next(struct str s, size_t *at) {
    const unsigned char *p = (const unsigned char *)s.at + *at;
    size_t left = s.n - *at;
    unsigned char low, high;
    if (p[0] < 0x80) {
        ++*at;
        return p[0];
    }
    size_t n = lead(p[0], &low, &high), i = 1;
    if (n == 0 || left < 2 || p[1] < low || p[1] > high) {
        ++*at;
        return UTF8_REPLACEMENT;
    }
    uint32_t cp = p[0] & (0x7Fu >> n);
    for (; i < n; i++) {
        if (i >= left || !is_tail(p[i])) {
            *at += i;
            return UTF8_REPLACEMENT;
        }
        cp = cp << 6 | (p[i] & 0x3Fu);
    }
    *at += n;
    return cp;
}

uint32_t utf8_before(struct str s, size_t *at) {
    size_t i = *at - 1;
    while (i > 0 && *at - i < 4 && is_tail((unsigned char)s.at[i]))
        i--;
    size_t next = i;
    uint32_t cp = utf8_next(s, &next);
    if (next != *at) { /* ill-formed: one byte back */
        i = *at - 1;
        cp = UTF8_REPLACEMENT;
    }
    *at = i;
    return cp;
}

size_t utf8_put(char out[4], uint32_t cp) {
    if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
        cp = UTF8_REPLACEMENT;
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    size_t n = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
    for (size_t i = n; i-- > 1; cp >>= 6)
        out[i] = (char)(0x80 | (cp & 0x3F));
    out[0] = (char)((0xF00u >> n & 0xFF) | cp);
    return n;
}

size_t utf8_invalid(struct str s) {
    for (size_t i = 0; i < s.n;) {
        uint64_t word;
        if (s.n - i >= sizeof word) {
            memcpy(&word, s.at + i, sizeof word);
            if (!(word & 0x8080808080808080u)) {
                i += sizeof word;
                continue;
            }
        }
        size_t start = i;
        if (utf8_next(s, &i) == UTF8_REPLACEMENT &&
            !(i - start == 3 && memcmp(s.at + start, "\xEF\xBF\xBD", 3) == 0))
            return start;
    }
    return SIZE_MAX;
}

size_t utf8_count(struct str s) {
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        n += !is_tail((unsigned char)s.at[i]);
    return n;
}

static utf8proc_category_t category(uint32_t cp) {
    return utf8proc_category((utf8proc_int32_t)cp);
}

bool utf8_is_letter(uint32_t cp) {
    if (cp < 0x80)
        return ascii_alpha((char)cp);
    utf8proc_category_t c = category(cp);
    return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_ME;
}

bool utf8_is_upper(uint32_t cp) {
    if (cp < 0x80)
        return ascii_upper((char)cp);
    utf8proc_category_t c = category(cp);
    return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
}

bool utf8_capital(struct str s) {
    size_t at = 0;
    return s.n && utf8_is_upper(utf8_next(s, &at));
}

bool utf8_is_lower(uint32_t cp) {
    return cp < 0x80 ? cp >= 'a' && cp <= 'z' : category(cp) == UTF8PROC_CATEGORY_LL;
}

bool utf8_is_digit(uint32_t cp) {
    return cp < 0x80 ? ascii_digit((char)cp) : category(cp) == UTF8PROC_CATEGORY_ND;
}

bool utf8_is_space(uint32_t cp) {
    if (cp < 0x80)
        return ascii_space((char)cp);
    if (cp == 0x85)
        return true;
    utf8proc_category_t c = category(cp);
    return c >= UTF8PROC_CATEGORY_ZS && c <= UTF8PROC_CATEGORY_ZP;
}

bool utf8_is_quote(uint32_t cp) {
    if (cp < 0x80)
        return cp == '"' || cp == '\'';
    return cp == 0xAB || cp == 0xBB || (cp >= 0x2018 && cp <= 0x201F) || cp == 0x2039 ||
           cp == 0x203A || (cp >= 0x300C && cp <= 0x300F) || cp == 0xFF02;
}

bool utf8_is_control(uint32_t cp) {
    return cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || cp == 0x200E || cp == 0x200F || cp == 0x061C ||
           (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

uint32_t utf8_lower(uint32_t cp) {
    if (cp < 0x80)
        return (uint32_t)(unsigned char)ascii_lower((char)cp);
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);
}

bool utf8_in_ranges(uint32_t cp, const struct cp_range *ranges, size_t n) {
    size_t low = 0;
    while (n > 0) {
        size_t half = n / 2;
        if (ranges[low + half].last < cp)
            low += half + 1, n -= half + 1;
        else if (ranges[low + half].first > cp)
            n = half;
        else
            return true;
    }
    return false;
}

struct str utf8_lower_copy(struct arena *a, struct str s) {
    size_t room; /* a lower-case form may be longer: U+023A has 2 bytes, its lower case 3; none
                    doubles */
    char *p = mem_mul(&room, s.n, 2) && mem_add(&room, room, 1) ? arena_alloc(a, room) : NULL;
    if (!p)
        return STR_NONE;
    size_t n = 0;
    for (size_t i = 0; i < s.n;)
        n += utf8_put(p + n, utf8_lower(utf8_next(s, &i)));
    p[n] = 0;
    return (struct str){arena_resize(a, p, room, n + 1), n};
}

enum { STEP = 64 };

bool utf8_index_init(struct utf8_index *index, struct arena *a, struct str text) {
    *index = (struct utf8_index){.text = text, .count = (uint32_t)text.n};
    bool ascii = true;
    for (size_t i = 0; i < text.n && ascii; i++)
        ascii = (unsigned char)text.at[i] < 0x80;
    if (ascii)
        return true;
    uint32_t *before = arena_zero(a, text.n / STEP + 1, sizeof *before);
    if (!before)
        return false;
    uint32_t n = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (i % STEP == 0)
            before[i / STEP] = n;
        n += !is_tail((unsigned char)text.at[i]);
    }
    if (text.n % STEP == 0)
        before[text.n / STEP] = n;
    index->before = before;
    index->count = n;
    return true;
}

uint32_t utf8_index_cp(const struct utf8_index *index, uint32_t byte_offset) {
    if (byte_offset >= index->text.n)
        return index->count;
    if (!index->before)
        return byte_offset;
    uint32_t n = index->before[byte_offset / STEP];
    for (size_t i = byte_offset / STEP * STEP; i < byte_offset; i++)
        n += !is_tail((unsigned char)index->text.at[i]);
    return n;
}

uint32_t utf8_index_byte(const struct utf8_index *index, uint32_t cp) {
    if (cp >= index->count)
        return cp == index->count ? (uint32_t)index->text.n : UINT32_MAX;
    if (!index->before)
        return cp;
    size_t low = 0, high = index->text.n / STEP; /* the last step with before <= cp */
    while (low < high) {
        size_t mid = low + (high - low + 1) / 2;
        if (index->before[mid] <= cp)
            low = mid;
        else
            high = mid - 1;
    }
    uint32_t n = index->before[low];
    size_t i = low * STEP;
    for (;; i++) {
        if (is_tail((unsigned char)index->text.at[i]))
            continue;
        if (n == cp)
            return (uint32_t)i;
        n++;
    }
}
