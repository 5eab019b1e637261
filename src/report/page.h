/* The one-file page: what its sections share. Only the page_*.c files include it. */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include "report/report.h"

#include "base/buf.h"
#include "base/map.h"

/** Items of an array by a key: those of key k are at[first[k]] .. at[first[k + 1] - 1], in rising
 * order. */
struct page_group {
    const uint32_t *first, *at;
};

/** Why a stretch of a report is marked in the text at the foot; bits. */
enum page_mark_kind {
    MARK_CREDIT = 1,
    MARK_COPY = 2,
    MARK_FIGURE = 4,
    MARK_QUOTE = 8,
    MARK_CLAIM = 16
};

enum {
    PAGE_USES = 4 /* places of a claim in a report that are linked to */
};

/** A stretch that something on the page links to. */
struct page_mark {
    uint32_t place; /* report * 2, + 1 for its title */
    struct span text;
    uint8_t kinds;
    bool split; /* it crosses another's border, or a paragraph's: drawn in more than one piece */
};

/** A near miss of a story, to be found from its report. */
struct page_miss {
    uint32_t story, miss;
};

/** A word of a stretch that is compared with another. */
struct page_word {
    struct span text;
    bool same; /* the other stretch has it too, in the same order */
};
struct page_words {
    struct page_word *at;
    uint32_t n, cap;
};

/** The page that is being written. A refused allocation sets failed and is reported at the end. */
struct page {
    struct out *out;
    struct arena *arena;
    const struct comparison *c;
    bool failed;
    /* by story; what belongs to none has the key stories.n */
    struct page_group reports, origins, links, credits, copies, figures, quotes, claims, only_in;
    bool *whole;                  /* by origin: it is one of its story as a whole */
    struct page_group links_from; /* by report */
    struct page_group shares;     /* by report; item / 2 is the share, item % 2 its side */
    struct map share_of;          /* a << 32 | b -> index in shares */
    struct page_group misses;     /* by report; items are of miss */
    VEC_OF(struct page_miss) miss;
    VEC_OF(struct page_mark) marks; /* by place, start, then the longest first; each stretch once */
    const uint32_t *marks_of;       /* place -> first of marks; one more at the end */
    struct page_words words[2];     /* page_words.c */
    int32_t *trace;
    struct chain_room *chain_room; /* page_chain.c */
    uint32_t drawn;                /* claims that have a drawing */
};

/* ---- page_text.c: labels of ours, words of theirs */

/**
 * Writes markup. In form, %s is a C string of ours, written as it is; %u a uint32_t; %t a struct
 * str, escaped; %i the same, its direction of writing kept inside; %w the same marked as words of a
 * report; %% a percent sign.
 */
void page_put(struct page *p, const char *form, ...);

/**
 * Writes foreign text so that it is text anywhere in HTML, attributes in double quotes included.
 * Control characters, direction overrides and what is no character become U+FFFD.
 */
void page_escape(struct out *o, struct str s);

/** "1 report", "2 reports" */
void page_count(struct page *p, uint32_t n, const char *one, const char *many);
void page_share(struct page *p, double share);                /* "61 %"; "<1 %" */
void page_number(struct page *p, double value);               /* "4,600" */
void page_range(struct page *p, const struct count_range *r); /* "1", "1–2" */
void page_when(struct page *p, const struct when *when);      /* "2025-04-07 20:11 +04:00" */
void page_url(struct page *p,
              struct str url); /* a link when it is http or https, else the bare text */
void page_lang(struct page *p, struct str tag); /* the attribute lang, when tag is well-formed */

void page_report(struct page *p,
                 uint32_t report); /* R1 and the outlet, linked to the report's card */
void page_report_name(struct page *p, uint32_t report);
void page_report_short(struct page *p, uint32_t report);           /* R1, linked */
void page_reports(struct page *p, const uint32_t *at, uint32_t n); /* R1, R2, R3 */
void page_origin(struct page *p, uint32_t origin);                 /* O1 and its name, linked */

/** A table's beginning up to <tbody>: columns parted by '|'; caption is markup of ours. */
void page_table(struct page *p, const char *css_class, const char *caption, const char *columns);
/** Begins a row of a table by report: in the first of its rows, the report's name for all of them.
 */
void page_row_head(struct page *p, uint32_t report, bool first, uint32_t rows);
void page_table_end(struct page *p);

/* ---- page_groups.c */

int page_groups_make(struct page *p, struct ts_error *err);
#define PAGE_EACH(i, group, key)                                                                   \
    for (uint32_t i##_ = (group).first[key], i;                                                    \
         i##_ < (group).first[(key) + 1] && (i = (group).at[i##_], true); i##_++)
/** The share of two reports, a < b; NULL when they share nothing. */
const struct share *page_share_of(const struct page *p, uint32_t a, uint32_t b);
uint32_t page_group_count(const struct page_group *g, uint32_t key);

/* ---- page_marks.c: evidence, and the texts that show it */

/** Collects every stretch that the page will link to and finds those that are drawn in pieces. */
int page_marks_make(struct page *p, struct ts_error *err);
/** A small link to a stretch of a report's text; nothing when it is empty. */
void page_link(struct page *p, uint32_t report, struct span text);
/** The same with a label of ours, and what it leads to for those who hear the page; the label alone
 * when the stretch is empty. */
void page_link_label(struct page *p, uint32_t report, struct span text, const char *sign,
                     const char *label);
/** The words of a piece of evidence in quotation marks, linked. */
void page_quote(struct page *p, const struct evidence *e);
/** Each piece of evidence, with its report where that is another than `known` (NO_INDEX: always).
 */
void page_quotes(struct page *p, const struct evidence_list *list, uint32_t known);
/** A report's title and text by paragraphs, with its marks. */
void page_marked(struct page *p, uint32_t report);
/** The style of the marks that are drawn in pieces: all of a piece light up when one is the target.
 */
bool page_marks_style(struct buf *css, const struct page *p);

/* ---- page_words.c */

/**
 * Finds the words that two stretches share, in order (E. Myers, "An O(ND) difference algorithm",
 * 1986; in blocks of a bounded number of differences, so that the time is linear), into p->words.
 * Case and punctuation do not count.
 */
void page_words_compare(struct page *p, struct str a, struct str b);
/** Writes the stretch that was given as a (side 0) or b (1); words that the other lacks are marked.
 */
void page_words_put(struct page *p, struct str s, unsigned side);

/* ---- The sections, in the order of the page. Each writes nothing when it has nothing. */

void page_strip(struct page *p);
void page_story(struct page *p, uint32_t story);
void page_chain(struct page *p, uint32_t story);
void page_claim_chain(struct page *p, uint32_t claim);
void page_origins(struct page *p, uint32_t story);
/** Whether the page has claims of several reports for the story. */
bool page_has_claims(const struct page *p, uint32_t story);
void page_claims(struct page *p, uint32_t story);
void page_only_in(struct page *p, uint32_t story);
void page_origin_lists(struct page *p, uint32_t story);
void page_credits(struct page *p, uint32_t story);
void page_copies(struct page *p, uint32_t story);
void page_figures(struct page *p, uint32_t story);
void page_open_years(struct page *p, uint32_t story);
void page_spoken(struct page *p, uint32_t story);
void page_cards(struct page *p);
void page_alone(struct page *p);
void page_skipped(struct page *p);
void page_cannot_tell(struct page *p);
void page_making(struct page *p);
void page_texts(struct page *p);

/** The element style and the policy that allows it and nothing else. */
void page_style(struct page *p);

#endif
