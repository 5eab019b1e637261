#include "read/html_entity.h"

#include "base/utf8.h"

#include <string.h>

enum { NAME_MIN = 2, NAME_MAX = HTML_ENTITY_NAME - 1 };

/* The code points that 0x80 to 0x9F stand for in references: windows-1252. */
static const uint16_t c1_replaced[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178,
};

static int digit_value(char c) {
    if (ascii_digit(c))
        return c - '0';
    char low = ascii_lower(c);
    return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

static bool no_character(uint32_t cp) {
    if (cp < 0x20)
        return cp != '\t' && cp != '\n' && cp != '\f' && cp != '\r' && cp != 0;
    return (cp >= 0x7F && cp <= 0x9F) || (cp >= 0xFDD0 && cp <= 0xFDEF) ||
           (cp <= 0x10FFFF && (cp & 0xFFFE) == 0xFFFE);
}

static size_t read_number(char text[HTML_ENTITY_TEXT], size_t *text_bytes, struct str s,
                          size_t at) {
    size_t i = at + 2;
    int base = 10;
    if (i < s.n && ascii_lower(s.at[i]) == 'x') {
        base = 16;
        i++;
    }
    size_t first = i;
    uint32_t cp = 0;
    for (int d; i < s.n && (d = digit_value(s.at[i])) >= 0 && d < base; i++)
        cp = cp > 0x10FFFF ? cp : cp * (uint32_t)base + (uint32_t)d;
    if (i == first)
        return 0;
    if (i < s.n && s.at[i] == ';')
        i++;
    if (cp >= 0x80 && cp <= 0x9F)
        cp = c1_replaced[cp - 0x80];
    else if (no_character(cp)) {
        *text_bytes = 0;
        return i - at;
    } else if (cp == 0)
        cp = UTF8_REPLACEMENT;
    *text_bytes = utf8_put(text, cp);
    return i - at;
}

static const struct html_entity_row *row_named(struct str name) {
    size_t low = 0, high = HTML_ENTITIES;
    while (low < high) {
        size_t mid = (low + high) / 2;
        const struct html_entity_row *row = &html_entity_rows[mid];
        int order = strncmp(row->name, name.at, name.n);
        if (order == 0 && row->name[name.n] == '\0')
            return row;
        if (order < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return NULL;
}

size_t html_entity_read(char text[HTML_ENTITY_TEXT], size_t *text_bytes, struct str s, size_t at,
                        bool in_attribute) {
    if (at + 1 < s.n && s.at[at + 1] == '#')
        return read_number(text, text_bytes, s, at);
    size_t n = 0;
    while (n < NAME_MAX && at + 1 + n < s.n &&
           (ascii_alpha(s.at[at + 1 + n]) || ascii_digit(s.at[at + 1 + n])))
        n++;
    if (n < NAME_MAX && at + 1 + n < s.n && s.at[at + 1 + n] == ';')
        n++;
    for (; n >= NAME_MIN; n--) {
        struct str name = {s.at + at + 1, n};
        const struct html_entity_row *row = row_named(name);
        if (!row)
            continue;
        size_t next = at + 1 + n;
        if (in_attribute && name.at[n - 1] != ';' && next < s.n &&
            (s.at[next] == '=' || ascii_alpha(s.at[next]) || ascii_digit(s.at[next])))
            return 0;
        *text_bytes = strlen(row->text);
        memcpy(text, row->text, *text_bytes);
        return 1 + n;
    }
    return 0;
}

struct str html_entity_decode(struct arena *a, struct str s, bool in_attribute) {
    if (s.n == 0 || (!memchr(s.at, '&', s.n) && !memchr(s.at, '\0', s.n)))
        return s;
    /* The longest text of a reference in bytes is less than six times the reference. */
    struct buf b;
    buf_init(&b, a, s.n * 6 + 8);
    for (size_t i = 0; i < s.n;) {
        char text[HTML_ENTITY_TEXT];
        size_t text_bytes = 1, taken = 0;
        if (s.at[i] == '&')
            taken = html_entity_read(text, &text_bytes, s, i, in_attribute);
        if (taken)
            buf_put(&b, (struct str){text, text_bytes});
        else if (s.at[i] != '\0')
            buf_putc(&b, s.at[i]);
        i += taken ? taken : 1;
    }
    if (b.failed)
        return STR_NONE;
    struct str out = buf_str(&b);
    return out.at ? out : (struct str){"", 0};
}
