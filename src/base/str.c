#include "base/str.h"

#include <string.h>

bool ascii_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

bool ascii_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

bool ascii_alpha(char c) {
    return ascii_upper(c) || (c >= 'a' && c <= 'z');
}

char ascii_lower(char c) {
    return ascii_upper(c) ? (char)(c + ('a' - 'A')) : c;
}

struct str str_of(const char *nul_ended) {
    return (struct str){nul_ended, nul_ended ? strlen(nul_ended) : 0};
}

struct str str_cut(struct str s, size_t start, size_t end) {
    if (end > s.n)
        end = s.n;
    if (start > end)
        start = end;
    return (struct str){s.at ? s.at + start : NULL, end - start};
}

struct str str_span(struct str text, struct span span) {
    return str_cut(text, span.start, span.end);
}

bool str_eq(struct str a, struct str b) {
    return a.n == b.n && (a.n == 0 || memcmp(a.at, b.at, a.n) == 0);
}

static bool same_nocase(const char *a, const char *b, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (ascii_lower(a[i]) != ascii_lower(b[i]))
            return false;
    return true;
}

bool str_eq_nocase(struct str a, struct str b) {
    return a.n == b.n && same_nocase(a.at, b.at, a.n);
}

int str_cmp(struct str a, struct str b) {
    size_t n = a.n < b.n ? a.n : b.n;
    int c = n ? memcmp(a.at, b.at, n) : 0;
    if (c)
        return c < 0 ? -1 : 1;
    return a.n == b.n ? 0 : a.n < b.n ? -1 : 1;
}

bool str_starts(struct str s, struct str prefix) {
    return s.n >= prefix.n && str_eq(str_cut(s, 0, prefix.n), prefix);
}

bool str_starts_nocase(struct str s, struct str prefix) {
    return s.n >= prefix.n && same_nocase(s.at, prefix.at, prefix.n);
}

bool str_ends(struct str s, struct str suffix) {
    return s.n >= suffix.n && str_eq(str_cut(s, s.n - suffix.n, s.n), suffix);
}

bool str_ends_nocase(struct str s, struct str suffix) {
    return s.n >= suffix.n && same_nocase(s.at + (s.n - suffix.n), suffix.at, suffix.n);
}

size_t str_find_byte(struct str s, char byte, size_t from) {
    if (from >= s.n)
        return SIZE_MAX;
    const char *p = memchr(s.at + from, byte, s.n - from);
    return p ? (size_t)(p - s.at) : SIZE_MAX;
}

size_t str_find(struct str s, struct str needle, size_t from) {
    if (needle.n == 0)
        return from <= s.n ? from : SIZE_MAX;
    while ((from = str_find_byte(s, needle.at[0], from)) != SIZE_MAX) {
        if (s.n - from < needle.n)
            return SIZE_MAX;
        if (memcmp(s.at + from, needle.at, needle.n) == 0)
            return from;
        from++;
    }
    return SIZE_MAX;
}

size_t str_find_nocase(struct str s, struct str needle, size_t from) {
    char first = needle.n ? ascii_lower(needle.at[0]) : 0;
    for (size_t i = from; i <= s.n && s.n - i >= needle.n; i++)
        if (!needle.n ||
            (ascii_lower(s.at[i]) == first && same_nocase(s.at + i, needle.at, needle.n)))
            return i;
    return SIZE_MAX;
}

bool str_has_nocase(struct str s, struct str needle) {
    return str_find_nocase(s, needle, 0) != SIZE_MAX;
}

bool str_is_one_of(struct str s, const char *const *words, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (str_eq_nocase(s, str_of(words[i])))
            return true;
    return false;
}

struct str str_before_any(struct str s, const char *const *marks, size_t n) {
    for (size_t i = 0; i < n; i++) {
        size_t at = str_find(s, str_of(marks[i]), 0);
        if (at != SIZE_MAX && at > 0)
            s = str_cut(s, 0, at);
    }
    return s;
}

uint32_t spans_find(const void *items, size_t item_bytes, uint32_t n, uint32_t byte) {
    uint32_t low = 0, high = n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const struct span *s = (const void *)((const char *)items + middle * item_bytes);
        if (s->end <= byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t spans_from(const void *items, size_t item_bytes, uint32_t n, uint32_t byte) {
    uint32_t low = 0, high = n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const struct span *s = (const void *)((const char *)items + middle * item_bytes);
        if (s->start < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct str str_without_possessive(struct str s) {
    static const char *const signs[] = {"'s", "\xE2\x80\x99s", "'", "\xE2\x80\x99"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_ends(s, str_of(signs[i])))
            return str_cut(s, 0, s.n - str_of(signs[i]).n);
    return s;
}

struct str str_trim(struct str s) {
    while (s.n && ascii_space(s.at[0]))
        s = str_cut(s, 1, s.n);
    while (s.n && ascii_space(s.at[s.n - 1]))
        s.n--;
    return s;
}

struct str str_split(struct str *rest, char sep) {
    size_t i = str_find_byte(*rest, sep, 0);
    struct str part = *rest;
    if (i == SIZE_MAX) {
        *rest = STR_NONE;
        return part;
    }
    part.n = i;
    *rest = str_cut(*rest, i + 1, rest->n);
    return part;
}

struct str str_copy(struct arena *a, struct str s) {
    size_t bytes;
    char *p = mem_add(&bytes, s.n, 1) ? arena_alloc(a, bytes) : NULL;
    if (!p)
        return STR_NONE;
    if (s.n)
        memcpy(p, s.at, s.n);
    p[s.n] = 0;
    return (struct str){p, s.n};
}

bool str_keep(struct arena *a, struct str *s) {
    if (!s->at)
        return true;
    *s = str_copy(a, *s);
    return s->at != NULL;
}

struct str str_fold_space(struct arena *a, struct str s) {
    struct str copy = str_copy(a, s);
    if (!copy.at)
        return STR_NONE;
    char *to = (char *)copy.at, *start = to; /* the copy is ours to write */
    bool blank = false;
    for (size_t i = 0; i < s.n; i++) {
        bool nbsp = s.at[i] == '\xC2' && i + 1 < s.n && s.at[i + 1] == '\xA0';
        if (nbsp || ascii_space(s.at[i])) {
            blank = true;
            i += nbsp;
            continue;
        }
        if (blank && to != start)
            *to++ = ' ';
        blank = false;
        *to++ = s.at[i];
    }
    *to = 0;
    return (struct str){start, (size_t)(to - start)};
}

struct str str_lower_ascii(struct arena *a, struct str s) {
    struct str copy = str_copy(a, s);
    char *p = (char *)copy.at; /* the copy is ours to write */
    for (size_t i = 0; i < copy.n; i++)
        p[i] = ascii_lower(p[i]);
    return copy;
}

bool str_uint(uint64_t *out, struct str s) {
    uint64_t v = 0;
    if (s.n == 0 || s.n > 19)
        return false;
    for (size_t i = 0; i < s.n; i++) {
        if (!ascii_digit(s.at[i]))
            return false;
        v = v * 10 + (uint64_t)(s.at[i] - '0');
    }
    *out = v;
    return true;
}
