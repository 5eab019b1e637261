/* Datelines of agencies: "VESSMOUTH, 14 May (NPA) - ". */
#ifndef READ_DATELINE_H
#define READ_DATELINE_H

#include "base/str.h"

/** What the head of a paragraph has of a dateline; all places are bytes of the paragraph. */
struct dateline {
    struct span place;  /* up to the first comma; empty: an agency alone */
    struct span region; /* behind it, without a date: "United Arab Emirates" */
    struct span agency; /* with its brackets; may be empty */
    uint32_t dash;      /* bytes of the dash that ends it; 0: a colon, or nothing */
    uint32_t end;       /* behind the mark and its blanks */
    bool has_place;
    bool capitals; /* of the place's first word */
    bool date, comma, colon, blank_before, blank_behind;
};

/**
 * Reads a place, perhaps a date and an agency in brackets, and the mark behind them; false when
 * the paragraph does not begin so, or has nothing else. Whether it is a dateline is the caller's to
 * say: a speaker and a colon look like one.
 */
bool dateline_read(struct dateline *out, struct str paragraph);

/** Whether text begins as a sentence does; "NATO - the alliance - ..." is no dateline. */
bool dateline_sentence_begins(struct str text);

/**
 * How many bytes at the start of a first paragraph are a dateline, the dash and the blanks behind
 * it included; 0 when there is none. It is a place, whose first word stands in capitals or that a
 * date or an agency in brackets follows; then perhaps a date; then perhaps an agency in brackets;
 * then a dash with blanks round it.
 */
size_t dateline_find(struct str paragraph);

/** What dateline_find measured, without the dash and blanks at its end. */
struct str dateline_place(struct str dateline);

#endif
