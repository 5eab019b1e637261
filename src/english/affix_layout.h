/* How a model file holds the tokenizer's affix rules: what convert/ writes and english/ reads.
 *
 * The package's regular expressions for prefixes, suffixes and infixes are alternations of short
 * sequences of characters and classes with a look behind and ahead. Each alternative is a rule;
 * each character or class in one is a set. Code points that are in the same sets are one symbol.
 *   "affix.pages"    u16 [0x1100]            page of the code points 256*i..
 *   "affix.symbols"  u16 [pages][256]        symbol of each code point of a page
 *   "affix.sets"     u32 [sets][words]       bit s%32 of word s/32: symbol s is in the set
 *   "affix.rules"    u16 [rules][AFFIX_FIELDS], the earlier before the later as in the expression
 */
#ifndef ENGLISH_AFFIX_LAYOUT_H
#define ENGLISH_AFFIX_LAYOUT_H

enum affix_kind { AFFIX_PREFIX, AFFIX_SUFFIX, AFFIX_INFIX, AFFIX_KINDS };

enum affix_ahead { AFFIX_ANY, AFFIX_MUST, AFFIX_MUST_NOT };

enum { AFFIX_BEHIND_MAX = 2, AFFIX_BODY_MAX = 8, AFFIX_PAGES = 0x1100, AFFIX_PAGE = 256 };

/* A rule's numbers. */
enum {
    AFFIX_KIND,
    AFFIX_BEHIND_COUNT, /* what must stand before, below AFFIX_BEHIND_MAX + 1 */
    AFFIX_BEHIND,       /* its sets, left to right */
    AFFIX_BODY_COUNT = AFFIX_BEHIND + AFFIX_BEHIND_MAX, /* what is cut off, 1 to AFFIX_BODY_MAX */
    AFFIX_BODY,                                         /* its sets, left to right */
    AFFIX_REPEAT = AFFIX_BODY + AFFIX_BODY_MAX, /* 1: a run of the body's one set, that long or
                                                   longer, with nothing before or ahead */
    AFFIX_AHEAD,                                /* an enum affix_ahead */
    AFFIX_AHEAD_SET,
    AFFIX_FIELDS
};

#endif
