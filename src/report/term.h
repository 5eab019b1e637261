/* Text for a terminal: wrapped to its width, coloured or not, with nothing in it that a terminal
 * obeys. */
#ifndef REPORT_TERM_H
#define REPORT_TERM_H

#include "report/report.h"

enum term_look { TERM_PLAIN, TERM_BOLD, TERM_DIM, TERM_QUOTE, TERM_WARN };

/** A line that is being filled. */
struct term {
    struct out *out;
    struct report_style style;
    uint32_t indent; /* columns that following lines of the paragraph begin with */
    uint32_t column;
    bool blank; /* a blank is owed before the next word */
};

void term_init(struct term *t, struct out *out, const struct report_style *style);

/** Ends the line, if one is begun. */
void term_newline(struct term *t);

/** An empty line. */
void term_gap(struct term *t);

/** Ends the line and begins one at `at` columns; lines that it is wrapped to begin at `indent`
 * columns. */
void term_line(struct term *t, uint32_t at, uint32_t indent);

/** Goes on to `column` on the same line with blanks; a blank at least when it is already past it.
 */
void term_tab(struct term *t, uint32_t column);

/** Adds words, parted by blanks where s has white space; control characters become blanks. */
void term_words(struct term *t, enum term_look look, struct str s);
void term_puts(struct term *t, enum term_look look, const char *nul_ended);
void term_uint(struct term *t, enum term_look look, uint64_t v);

/** "r12", "82%": a number and what stands at it, as one word; before and after are of 8 bytes at
 * most. */
void term_number(struct term *t, enum term_look look, const char *before, uint64_t v,
                 const char *after);

/** As term_words, cut after max columns with "..." when it is longer. */
void term_cut(struct term *t, enum term_look look, struct str s, uint32_t max_columns);

/** A section's heading. */
void term_heading(struct term *t, const char *nul_ended);

#endif
