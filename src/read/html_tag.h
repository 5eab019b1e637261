/* The elements of HTML, and what kind each is to this reader. */
#ifndef READ_HTML_TAG_H
#define READ_HTML_TAG_H

#include "base/str.h"

/* In the order of their names, which html_tag_named relies on. */
enum html_tag {
    HTML_OTHER, /* any name not below */
    HTML_A,
    HTML_ADDRESS,
    HTML_APPLET,
    HTML_AREA,
    HTML_ARTICLE,
    HTML_ASIDE,
    HTML_AUDIO,
    HTML_B,
    HTML_BASE,
    HTML_BASEFONT,
    HTML_BGSOUND,
    HTML_BIG,
    HTML_BLOCKQUOTE,
    HTML_BODY,
    HTML_BR,
    HTML_BUTTON,
    HTML_CANVAS,
    HTML_CAPTION,
    HTML_CENTER,
    HTML_CODE,
    HTML_COL,
    HTML_COLGROUP,
    HTML_COMMAND,
    HTML_DD,
    HTML_DETAILS,
    HTML_DIALOG,
    HTML_DIR,
    HTML_DIV,
    HTML_DL,
    HTML_DT,
    HTML_EM,
    HTML_EMBED,
    HTML_FIELDSET,
    HTML_FIGCAPTION,
    HTML_FIGURE,
    HTML_FONT,
    HTML_FOOTER,
    HTML_FORM,
    HTML_FRAME,
    HTML_FRAMESET,
    HTML_H1,
    HTML_H2,
    HTML_H3,
    HTML_H4,
    HTML_H5,
    HTML_H6,
    HTML_HEAD,
    HTML_HEADER,
    HTML_HGROUP,
    HTML_HR,
    HTML_HTML,
    HTML_I,
    HTML_IFRAME,
    HTML_IMAGE,
    HTML_IMG,
    HTML_INPUT,
    HTML_ISINDEX,
    HTML_KEYGEN,
    HTML_LABEL,
    HTML_LEGEND,
    HTML_LI,
    HTML_LINK,
    HTML_LISTING,
    HTML_MAIN,
    HTML_MARQUEE,
    HTML_MENU,
    HTML_META,
    HTML_NAV,
    HTML_NOBR,
    HTML_NOEMBED,
    HTML_NOFRAMES,
    HTML_NOSCRIPT,
    HTML_OBJECT,
    HTML_OL,
    HTML_OPTGROUP,
    HTML_OPTION,
    HTML_P,
    HTML_PARAM,
    HTML_PLAINTEXT,
    HTML_PRE,
    HTML_Q,
    HTML_RP,
    HTML_RT,
    HTML_S,
    HTML_SCRIPT,
    HTML_SEARCH,
    HTML_SECTION,
    HTML_SELECT,
    HTML_SMALL,
    HTML_SOURCE,
    HTML_SPAN,
    HTML_STRIKE,
    HTML_STRONG,
    HTML_STYLE,
    HTML_SUB,
    HTML_SUMMARY,
    HTML_SUP,
    HTML_SVG,
    HTML_TABLE,
    HTML_TBODY,
    HTML_TD,
    HTML_TEMPLATE,
    HTML_TEXTAREA,
    HTML_TFOOT,
    HTML_TH,
    HTML_THEAD,
    HTML_TIME,
    HTML_TITLE,
    HTML_TR,
    HTML_TRACK,
    HTML_TT,
    HTML_U,
    HTML_UL,
    HTML_VIDEO,
    HTML_WBR,
    HTML_XMP,
    HTML_TAGS
};

/*
 * RENAMED and DROPPED say what the tree builder is shown, see html_skeleton.h. SPECIAL, SCOPE and
 * ENDS_P are the tree builder's rules (WHATWG HTML 13.2.4.2, 13.2.6.4.7) for what it is shown under
 * its own name.
 */
enum html_tag_kind {
    HTML_IS_VOID = 1 << 0,    /* no content, no end tag */
    HTML_IS_RAW = 1 << 1,     /* what stands up to its end tag is no text of the page */
    HTML_IS_BLOCK = 1 << 2,   /* parts paragraphs */
    HTML_IS_SPECIAL = 1 << 3, /* an end tag of an inline element does not reach over it */
    HTML_IS_SCOPE = 1 << 4,   /* an end tag of a block does not reach over it */
    HTML_ENDS_P = 1 << 5,     /* its start ends an open paragraph */
    HTML_RENAMED = 1 << 6,    /* shown under a name that has no rules */
    HTML_DROPPED = 1 << 7     /* not shown */
};

/** The element of a name in any case; HTML_OTHER when unknown. */
enum html_tag html_tag_named(struct str name);

/** Its bits of enum html_tag_kind. */
unsigned html_tag_kind(enum html_tag tag);

/** Its name, lower case; "" for HTML_OTHER. */
struct str html_tag_name(enum html_tag tag);

bool html_tag_is_heading(enum html_tag tag); /* h1 to h6 */

#endif
