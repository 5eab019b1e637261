/* A page cut into tags and stretches of text (WHATWG HTML 13.2.5, tokenization). */
#ifndef READ_HTML_SCAN_H
#define READ_HTML_SCAN_H

#include "read/html_tag.h"

enum html_attr_name {
    HTML_ATTR_OTHER, /* not kept */
    HTML_ATTR_ARIA_HIDDEN,
    HTML_ATTR_ARIA_LABEL,
    HTML_ATTR_CLASS,
    HTML_ATTR_CONTENT,
    HTML_ATTR_DATA_COMPONENT,
    HTML_ATTR_DATA_TESTID,
    HTML_ATTR_DATA_TYPE,
    HTML_ATTR_DATETIME,
    HTML_ATTR_HIDDEN,
    HTML_ATTR_HREF,
    HTML_ATTR_ID,
    HTML_ATTR_ITEMPROP,
    HTML_ATTR_ITEMTYPE,
    HTML_ATTR_LANG,
    HTML_ATTR_NAME,
    HTML_ATTR_PROPERTY,
    HTML_ATTR_REL,
    HTML_ATTR_ROLE,
    HTML_ATTR_SHADOWROOTMODE,
    HTML_ATTR_STYLE,
    HTML_ATTR_TITLE,
    HTML_ATTR_TYPE,
    HTML_ATTR_NAMES
};

/** An attribute of a kept name; value is as in the source, its references not decoded; empty when
 * it has none. */
struct html_attr {
    enum html_attr_name name;
    struct str value;
};

enum html_token_kind { HTML_START, HTML_END, HTML_TEXT, HTML_SPACE, HTML_RAW };

/**
 * START and END: a tag; start..end is all of it. TEXT: a stretch without markup, that holds more
 * than white space; text is it decoded. SPACE: white space alone. RAW: the content of an element of
 * kind HTML_IS_RAW, right after its START; text is as in the source.
 */
struct html_token {
    uint8_t kind; /* enum html_token_kind */
    uint8_t tag;  /* enum html_tag */
    bool self_closing;
    uint8_t attrs;       /* how many */
    uint32_t first_attr; /* in html_scan.attrs */
    uint32_t start, end; /* of the page's bytes */
    uint32_t shown;      /* where it begins in the skeleton, see html_skeleton.h */
    struct str text;     /* START, END: the name as in the source */
};

enum { HTML_TOKENS_MAX = 1000000 };

struct html_scan {
    struct str page; /* the decoded page */
    VEC_OF(struct html_token) tokens;
    VEC_OF(struct html_attr) attrs;
};

/**
 * Cuts page (UTF-8, below 4 GiB), linear in its size. TS_E_LIMIT "too_complex" beyond
 * HTML_TOKENS_MAX tokens; else memory alone.
 */
int html_scan(struct html_scan *out, struct arena *a, struct str page, struct ts_error *err);

/** The value of an attribute of a token as in the source; none when it is not there. */
struct str html_token_attr(const struct html_scan *scan, const struct html_token *token,
                           enum html_attr_name name);

/** The same decoded, in a where that is needed. */
struct str html_token_value(const struct html_scan *scan, struct arena *a,
                            const struct html_token *token, enum html_attr_name name);

#endif
