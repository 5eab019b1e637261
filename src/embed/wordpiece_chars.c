#include "embed/wordpiece_chars.h"

#include "base/str.h"
#include "base/utf8.h"

#include <utf8proc.h>

/* The marks, punctuation and format controls that came after Unicode 8, which is what tokenizers'
 * tables of categories are of: to them these are no marks, punctuation or controls, so they stay in
 * their word. What lies between in a range is of other categories, or newer too. Sorted. */
static const struct cp_range newer[] = {
    {0x061D, 0x061D},   {0x07FD, 0x07FD},   {0x0890, 0x08E2},   {0x09FD, 0x09FE},
    {0x0A76, 0x0A76},   {0x0AFA, 0x0AFF},   {0x0B55, 0x0B55},   {0x0C04, 0x0C3C},
    {0x0C77, 0x0C77},   {0x0C84, 0x0C84},   {0x0D00, 0x0D00},   {0x0D3B, 0x0D3C},
    {0x0D81, 0x0D81},   {0x0EBA, 0x0EBA},   {0x0ECE, 0x0ECE},   {0x180F, 0x1886},
    {0x1ABF, 0x1ACE},   {0x1B7D, 0x1B7E},   {0x1DF6, 0x1DFB},   {0x2E43, 0x2E5D},
    {0xA82C, 0xA82C},   {0xA8C5, 0xA8C5},   {0xA8FF, 0xA8FF},   {0xA9BD, 0xA9BD},
    {0x10D24, 0x10F89}, {0x11070, 0x11074}, {0x110C2, 0x110CD}, {0x111CF, 0x111CF},
    {0x1123E, 0x11241}, {0x1133B, 0x1133B}, {0x11438, 0x1145E}, {0x11660, 0x1166C},
    {0x116B9, 0x116B9}, {0x1182F, 0x11FFF}, {0x12FF1, 0x13455}, {0x16E97, 0x16F4F},
    {0x16FE2, 0x16FE4}, {0x1CF00, 0x1CF46}, {0x1E000, 0x1E4EF}, {0x1E944, 0x1E95F},
};

/* BERT's is_chinese_char, with the start of extension E as tokenizers have it. Sorted. */
static const struct cp_range ideographs[] = {
    {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xF900, 0xFAFF},   {0x20000, 0x2A6DF},
    {0x2A700, 0x2B81F}, {0x2B920, 0x2CEAF}, {0x2F800, 0x2FA1F},
};

enum kind { LETTER, MARK, PUNCTUATION, CONTROL, SPACE };

/* By the general category of Unicode 8; a letter is what is nothing else. */
static enum kind kind_of(uint32_t cp) {
    static const enum kind kinds[] = {
        [UTF8PROC_CATEGORY_MN] = MARK,        [UTF8PROC_CATEGORY_PC] = PUNCTUATION,
        [UTF8PROC_CATEGORY_PD] = PUNCTUATION, [UTF8PROC_CATEGORY_PS] = PUNCTUATION,
        [UTF8PROC_CATEGORY_PE] = PUNCTUATION, [UTF8PROC_CATEGORY_PI] = PUNCTUATION,
        [UTF8PROC_CATEGORY_PF] = PUNCTUATION, [UTF8PROC_CATEGORY_PO] = PUNCTUATION,
        [UTF8PROC_CATEGORY_ZS] = SPACE,       [UTF8PROC_CATEGORY_ZL] = SPACE,
        [UTF8PROC_CATEGORY_ZP] = SPACE,       [UTF8PROC_CATEGORY_CC] = CONTROL,
        [UTF8PROC_CATEGORY_CF] = CONTROL,     [UTF8PROC_CATEGORY_CO] = CONTROL,
    };
    if (cp == 0x1734) /* a spacing mark since Unicode 14 */
        return MARK;
    if (cp == 0x166D || cp == 0x111C9) /* a symbol since 12, a mark since 11 */
        return PUNCTUATION;
    enum kind kind = kinds[utf8proc_category((utf8proc_int32_t)cp)];
    return kind != LETTER && UTF8_IN(cp, newer) ? LETTER : kind;
}

static uint32_t normal_ascii(uint32_t out[WORDPIECE_PARTS], uint32_t cp) {
    if (cp == '\t' || cp == '\n' || cp == '\r')
        out[0] = ' ';
    else if (cp < ' ' || cp == 0x7F)
        return 0;
    else
        out[0] = utf8_lower(cp);
    return 1;
}

uint32_t wordpiece_normal(uint32_t out[WORDPIECE_PARTS], uint32_t cp) {
    utf8proc_int32_t parts[WORDPIECE_PARTS];
    if (cp < 0x80)
        return normal_ascii(out, cp);
    enum kind kind = kind_of(cp);
    if (kind == SPACE) {
        out[0] = ' ';
        return 1;
    }
    if (kind == CONTROL || kind == MARK || cp == UTF8_REPLACEMENT)
        return 0;
    /* The canonical order of marks is let be: those that are not taken off and have a combining
     * class are no pieces of the vocabulary, and their word is unknown whatever their order. */
    int unused = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)cp, parts, WORDPIECE_PARTS,
                                                 UTF8PROC_DECOMPOSE, &unused);
    uint32_t kept = 0;
    for (utf8proc_ssize_t i = 0; i < n && i < WORDPIECE_PARTS; i++)
        if (kind_of((uint32_t)parts[i]) != MARK)
            out[kept++] = utf8_lower((uint32_t)parts[i]);
    return kept;
}

bool wordpiece_is_ideograph(uint32_t cp) {
    return cp >= ideographs[0].first && UTF8_IN(cp, ideographs);
}

bool wordpiece_is_punctuation(uint32_t cp) {
    if (cp < 0x80)
        return cp > ' ' && cp < 0x7F && !ascii_alpha((char)cp) && !ascii_digit((char)cp);
    return kind_of(cp) == PUNCTUATION;
}
