#include "english/py_chars.h"

#include "base/utf8.h"

#include <utf8proc.h>

/* What the general category does not tell, from Unicode's PropList.txt (Other_Uppercase,
 * Other_Lowercase), UnicodeData.txt (numeric type Digit) and WordBreakProperty.txt (MidLetter,
 * MidNumLet, Single_Quote: ignored in the context of a final sigma). Sorted. */
static const struct cp_range other_upper[] = {
    {0x2160, 0x216F}, {0x24B6, 0x24CF}, {0x1F130, 0x1F149}, {0x1F150, 0x1F169}, {0x1F170, 0x1F189},
};

static const struct cp_range other_lower[] = {
    {0x00AA, 0x00AA},   {0x00BA, 0x00BA},   {0x02B0, 0x02B8},   {0x02C0, 0x02C1},
    {0x02E0, 0x02E4},   {0x0345, 0x0345},   {0x037A, 0x037A},   {0x1D2C, 0x1D6A},
    {0x1D78, 0x1D78},   {0x1D9B, 0x1DBF},   {0x2071, 0x2071},   {0x207F, 0x207F},
    {0x2090, 0x209C},   {0x2170, 0x217F},   {0x24D0, 0x24E9},   {0x2C7C, 0x2C7D},
    {0xA69C, 0xA69D},   {0xA770, 0xA770},   {0xA7F8, 0xA7F9},   {0xAB5C, 0xAB5F},
    {0x10780, 0x10780}, {0x10783, 0x10785}, {0x10787, 0x107B0}, {0x107B2, 0x107BA},
};

static const struct cp_range other_digit[] = {
    {0x00B2, 0x00B3},   {0x00B9, 0x00B9},   {0x1369, 0x1371},   {0x19DA, 0x19DA},
    {0x2070, 0x2070},   {0x2074, 0x2079},   {0x2080, 0x2089},   {0x2460, 0x2468},
    {0x2474, 0x247C},   {0x2488, 0x2490},   {0x24EA, 0x24EA},   {0x24F5, 0x24FD},
    {0x24FF, 0x24FF},   {0x2776, 0x277E},   {0x2780, 0x2788},   {0x278A, 0x2792},
    {0x10A40, 0x10A43}, {0x10E60, 0x10E68}, {0x11052, 0x1105A}, {0x1F100, 0x1F10A},
};

static const struct cp_range word_middle[] = {
    {0x0027, 0x0027}, {0x002E, 0x002E}, {0x003A, 0x003A}, {0x00B7, 0x00B7},
    {0x0387, 0x0387}, {0x055F, 0x055F}, {0x05F4, 0x05F4}, {0x2018, 0x2019},
    {0x2024, 0x2024}, {0x2027, 0x2027}, {0xFE13, 0xFE13}, {0xFE52, 0xFE52},
    {0xFE55, 0xFE55}, {0xFF07, 0xFF07}, {0xFF0E, 0xFF0E}, {0xFF1A, 0xFF1A},
};

static utf8proc_category_t category(uint32_t cp) {
    return utf8proc_category((utf8proc_int32_t)cp);
}

static bool is_mark(utf8proc_category_t c) {
    return c == UTF8PROC_CATEGORY_MN || c == UTF8PROC_CATEGORY_ME;
}

bool py_is_space(uint32_t cp) {
    if (cp < 0x80)
        return cp == ' ' || (cp >= 0x09 && cp <= 0x0D) || (cp >= 0x1C && cp <= 0x1F);
    return cp == 0x85 || cp == 0xA0 || (cp >= 0x1680 && utf8_is_space(cp));
}

bool py_is_alpha(uint32_t cp) {
    if (cp < 0x80)
        return ascii_alpha((char)cp);
    utf8proc_category_t c = category(cp);
    return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO;
}

bool py_is_upper(uint32_t cp) {
    if (cp < 0x80)
        return ascii_upper((char)cp);
    return category(cp) == UTF8PROC_CATEGORY_LU || UTF8_IN(cp, other_upper);
}

bool py_is_decimal(uint32_t cp) {
    return utf8_is_digit(cp);
}

bool py_is_digit(uint32_t cp) {
    if (cp < 0x80)
        return ascii_digit((char)cp);
    return py_is_decimal(cp) || UTF8_IN(cp, other_digit);
}

bool py_is_word(uint32_t cp) {
    if (cp < 0x80)
        return ascii_alpha((char)cp) || ascii_digit((char)cp) || cp == '_';
    utf8proc_category_t c = category(cp);
    return (c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO) ||
           (c >= UTF8PROC_CATEGORY_ND && c <= UTF8PROC_CATEGORY_NO);
}

static bool all(struct str s, bool (*is)(uint32_t cp)) {
    for (size_t i = 0; i < s.n;)
        if (!is(utf8_next(s, &i)))
            return false;
    return s.n > 0;
}

bool py_all_space(struct str s) {
    return all(s, py_is_space);
}

bool py_all_alpha(struct str s) {
    return all(s, py_is_alpha);
}

/* Unicode 15, section 3.13, D136: passed over on the way to a cased letter. */
static bool is_case_ignorable(uint32_t cp) {
    utf8proc_category_t c = category(cp);
    return is_mark(c) || c == UTF8PROC_CATEGORY_CF || c == UTF8PROC_CATEGORY_LM ||
           c == UTF8PROC_CATEGORY_SK || UTF8_IN(cp, word_middle);
}

/* D135 */
static bool is_cased(uint32_t cp) {
    utf8proc_category_t c = category(cp);
    return (c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LT) || UTF8_IN(cp, other_upper) ||
           UTF8_IN(cp, other_lower);
}

/* Whether the first code point from at on that is not ignored is cased. Each stretch of ignored
 * ones lies behind one sigma only, so all calls together are linear. */
static bool cased_after(struct str s, size_t at) {
    while (at < s.n) {
        uint32_t cp = utf8_next(s, &at);
        if (!is_case_ignorable(cp))
            return is_cased(cp);
    }
    return false;
}

enum { CAPITAL_SIGMA = 0x3A3, SIGMA = 0x3C3, FINAL_SIGMA = 0x3C2, DOTTED_CAPITAL_I = 0x130 };

static struct str lower_unicode(struct arena *a, struct str s) {
    size_t room, n = 0;
    char *out = NULL;
    bool cased_before = false;
    /* Two bytes may become three, and a byte that is no UTF-8 too. */
    if (mem_mul(&room, s.n, 3))
        out = arena_alloc(a, room);
    if (!out)
        return STR_NONE;
    for (size_t i = 0; i < s.n;) {
        uint32_t cp = utf8_next(s, &i);
        if (cp == DOTTED_CAPITAL_I) {
            out[n++] = 'i';
            n += utf8_put(out + n, 0x307);
        } else if (cp == CAPITAL_SIGMA) {
            bool final = cased_before && !cased_after(s, i);
            n += utf8_put(out + n, final ? FINAL_SIGMA : SIGMA);
        } else {
            n += utf8_put(out + n, utf8_lower(cp));
        }
        if (!is_case_ignorable(cp))
            cased_before = is_cased(cp);
    }
    return (struct str){arena_resize(a, out, room, n), n};
}

struct str py_lower(struct arena *a, struct str s) {
    bool upper = false;
    for (size_t i = 0; i < s.n; i++) {
        if ((unsigned char)s.at[i] >= 0x80)
            return lower_unicode(a, s);
        upper |= ascii_upper(s.at[i]);
    }
    return upper ? str_lower_ascii(a, s) : s;
}
