/* A page while it is read: its tree, and what is found out about the parts of it. */
#ifndef READ_HTML_PAGE_H
#define READ_HTML_PAGE_H

#include "read/html_date_text.h"
#include "read/html_tree.h"
#include "read/html_words.h"

/** A stretch of text that no block border cuts: a paragraph, a heading, an item, a cell. */
struct html_block {
    uint32_t owner;      /* the block element nearest to its text */
    uint32_t first, end; /* its nodes; what is not WORDS, BLANK or br in them is inline */
    uint32_t chars;      /* code points, white space and hidden words apart */
    uint32_t link_chars; /* of them in links */
    uint32_t words;
    uint32_t sentences; /* full stops and the like at words' ends */
    int32_t value;      /* what it adds to the worth of a container, see html_body.c */
    uint8_t
        tag; /* enum html_tag: p, h2, li, td, blockquote, pre ... or div for what is none of them */
    uint8_t why; /* enum html_meaning: left out for this, or HTML_MEANS_NOTHING */
    bool in;     /* of the article's text */
};

/** What is known of a node beside the tree, one a node. */
struct html_note {
    uint8_t means; /* enum html_meaning of itself */
    uint8_t why;   /* enum html_meaning of it or of what it is in, when that leaves it out */
    uint8_t
        inline_why; /* the same, said by inline elements: holds when it holds for a whole block */
    uint8_t link;   /* in a link */
    uint32_t block_owner; /* the nearest block element at or above it */
};

struct html_page {
    struct html_tree tree;
    const struct html_words *words;
    struct html_note *notes;
    VEC_OF(struct html_block) blocks; /* in the order of the tree */
    struct str title;                 /* as html_title found it; none */
    struct html_date_style date_style;
    uint32_t title_block; /* where the title stands; blocks.n: nowhere */
    uint32_t long_chars;  /* of all long paragraphs of the page, comments apart */
    struct ts_error *err;
};

/** Fills notes (but why) and blocks. TS_E_MEMORY. */
int html_blocks_make(struct html_page *page);

/** The first block at or behind a node, blocks.n when there is none. */
uint32_t html_block_from(const struct html_page *page, uint32_t node);

/** The block a node stands in, or else the first behind it. */
uint32_t html_block_at(const struct html_page *page, uint32_t node);

/** A block's text, white space folded, at most max_bytes. */
struct str html_block_text(const struct html_page *page, const struct html_block *block,
                           size_t max_bytes);

/** How much of what tags and names say is believed. */
enum html_trust { HTML_TRUST_ALL, HTML_TRUST_SOME, HTML_TRUST_TAGS, HTML_TRUSTS };

/** Marks what tags, roles and names of classes say is no part of the text: notes.why and
 * blocks.why. May be called again. */
int html_marks_make(struct html_page *page, enum html_trust trust);

/** Takes what is no part of the text from among the chosen blocks: lines of promotion, repeated
 * ones, the title. */
int html_trim(struct html_page *page);

/** The letters and figures of s alone, in lower case: what two writings of one title or name share.
 */
struct str html_key(struct arena *a, struct str s);

/** Chooses the blocks that are the article's text: blocks.in and why. */
int html_body_choose(struct html_page *page);

#endif
