/* Puts an article together, paragraph by paragraph, keeping each one's way back to the payload. */
#ifndef READ_BUILDER_H
#define READ_BUILDER_H

#include "base/buf.h"
#include "read/charset.h"

struct builder {
    struct arena *arena;
    struct article *article;
    const struct decoded *decoded;
    struct buf text;
    bool open;            /* a paragraph is open */
    bool blank;           /* white space is owed before the next character of it */
    struct paragraph now; /* the open one */
    struct ts_error *err;
    VEC_OF(struct span)
    held; /* the open paragraph's ranges, in decoded->text; the last one may still grow */
};

void builder_init(struct builder *b, struct arena *a, struct article *article,
                  const struct decoded *decoded, struct ts_error *err);

/** Opens a paragraph; one that is open is ended first. */
int builder_paragraph(struct builder *b);

/**
 * Adds characters to the open paragraph: text (entities decoded; may hold white space, which is
 * folded to one blank) and the stretch of decoded->text it came from, which must hold no markup.
 * Stretches come in rising order; those that only white space parts are joined into one range.
 * Outside a paragraph it opens one.
 */
int builder_add(struct builder *b, struct str text, struct span from);

/** A blank is owed between what was added and what comes (an element border that parts words). */
void builder_blank(struct builder *b);

/** Ends the open paragraph; one without characters is dropped. */
int builder_paragraph_end(struct builder *b);

/** Notes a stretch that was left out: why is a static string; from counts in decoded->text; text is
 * folded and cut to 80 code points. */
int builder_left_out(struct builder *b, const char *why, struct str text, const struct span *from,
                     uint32_t from_count);

int builder_date(struct builder *b, struct when when, const char *role, const char *from);
int builder_link(struct builder *b, struct span text, struct str href);
int builder_flag(struct builder *b, const char *flag); /* once each */

/**
 * Sets text and index, and picks published and modified from dates if not set: the date of the most
 * trusted kind
 * ("user", "json-ld", "meta", "time", "visible" or "text", "url", "dateline"; one of role
 * "published" before one of unknown role). A date before 1990 or after 2100, or a published one
 * more than a day behind the modified one, stays in dates alone.
 */
int builder_end(struct builder *b);

#endif
