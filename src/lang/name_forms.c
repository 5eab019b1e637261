#include "lang/name_forms.h"

#include "base/utf8.h"

#include <string.h>

enum { LONG_NAME = 7 };

/* U+00C0 to U+017F without their marks, in lower case. */
static const char latin[] =
    "aaaaaaaceeeeiiiidnoooooxouuuuytsaaaaaaaceeeeiiiidnoooooxouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooo"
    "rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

static bool left_out(uint32_t cp) {
    return cp == '.' || cp == '-' || cp == '\'' || cp == '`' || (cp >= 0x2BB && cp <= 0x2BF) ||
           cp == 0x2018 || cp == 0x2019;
}

struct str name_folded(struct arena *a, struct str name) {
    char *out = arena_alloc(a, name.n * 4 + 1);
    size_t n = 0;
    if (!out)
        return STR_NONE;
    for (size_t at = 0; at < name.n;) {
        uint32_t cp = utf8_next(name, &at);
        if (left_out(cp))
            continue;
        cp = cp >= 0xC0 && cp < 0x180 ? (uint32_t)latin[cp - 0xC0] : utf8_lower(cp);
        n += utf8_put(out + n, cp);
    }
    return (struct str){out, n};
}

struct str name_skeleton(struct arena *a, struct str folded) {
    char *out = arena_alloc(a, folded.n + 1);
    size_t n = 0;
    if (!out)
        return STR_NONE;
    for (size_t i = 0; i < folded.n; i++) {
        char c = folded.at[i] == 'q' || folded.at[i] == 'c' ? 'k' : folded.at[i];
        if (!strchr("aeiouyh", c) && (n == 0 || out[n - 1] != c))
            out[n++] = c;
    }
    return (struct str){out, n};
}

bool name_alike(struct str a, struct str b) {
    struct str s = a.n < b.n ? a : b, t = a.n < b.n ? b : a;
    if (s.n == t.n && str_eq(s, t))
        return true;
    if (s.n < LONG_NAME || t.n - s.n > 1 || s.at[0] != t.at[0])
        return false;
    size_t i = 0;
    while (i < s.n && s.at[i] == t.at[i])
        i++;
    size_t same = s.n == t.n; /* a letter for another; else one more */
    return str_eq(str_cut(s, i + same, s.n), str_cut(t, i + 1, t.n));
}

static bool company_word(struct str word) {
    static const char *const words[] = {"inc", "corp", "corporation", "ltd",    "limited",
                                        "llc", "plc",  "co",          "company"};
    return str_is_one_of(word, words, sizeof words / sizeof *words);
}

struct str name_key(struct arena *a, struct str name) {
    char *out = arena_alloc(a, name.n + 1);
    size_t n = 0;
    if (!out)
        return STR_NONE;
    for (size_t at = 0, from = 0; at < name.n; from = at) {
        uint32_t cp = utf8_next(name, &at);
        if (cp == '.' || cp == '\'' || cp == 0x2018 || cp == 0x2019)
            continue;
        memcpy(out + n, name.at + from, at - from);
        n += at - from;
    }
    for (size_t blank = n; blank-- > 1;)
        if (out[blank] == ' ') {
            if (!company_word((struct str){out + blank + 1, n - blank - 1}))
                break;
            n = blank;
            while (n > 1 && (out[n - 1] == ',' || out[n - 1] == ' '))
                n--;
            blank = n;
        }
    return (struct str){out, n};
}

size_t name_initials(char *out, size_t room, struct str name) {
    size_t n = 0;
    for (size_t i = 0; i < name.n; i++) {
        bool begins = i == 0 || name.at[i - 1] == ' ' || name.at[i - 1] == '-';
        if (!begins || !ascii_upper(name.at[i]))
            continue;
        if (n == room)
            return 0;
        out[n++] = name.at[i];
    }
    return n < 2 ? 0 : n;
}

bool name_abbreviates(struct str letters, struct str name) {
    size_t k = 0;
    for (size_t i = 0; i < name.n && k < letters.n; i++)
        if (ascii_lower(name.at[i]) == ascii_lower(letters.at[k]))
            k++;
        else if (k == 0)
            return false;
    return k == letters.n && letters.n > 1;
}
