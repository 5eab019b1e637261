/* The parts of a page copied as plain text: head, body, tail. Internal to the text reader. */
#ifndef READ_TEXT_PARTS_H
#define READ_TEXT_PARTS_H

#include "read/builder.h"
#include "read/text_lines.h"
#include "read/text_words.h"
#include "tables/outlets.h"

#define TEXT_NONE UINT32_MAX

struct text_parts {
    struct builder *b;
    const struct outlets *outlets;
    const struct text_words *words;
    struct text_page page;
    struct map stems; /* text_word_stem of the body's longer words */
    uint32_t body;    /* the first unit of the article */
    uint32_t title;   /* its unit, or TEXT_NONE */
};

struct str text_part(const struct text_parts *p, uint32_t unit);

/** Sets what each unit is, and parts a call to the reader that is glued to the first word of a
 * sentence from it. */
int text_kinds_set(struct text_parts *p);

/** Finds where the article begins, and what stands before it: sets why, and title, byline, outlet,
 * dates. */
int text_head_read(struct text_parts *p);

/** Takes in the longer words of the body, from unit `from` on; and counts the longer words of s,
 * and those the body has too. */
int text_stems_take(struct text_parts *p, uint32_t from);
void text_stems_shared(uint32_t *all, uint32_t *shared, const struct text_parts *p, struct str s);

/** Whether two lines have the same words, case and punctuation aside. */
bool text_same_line(struct str a, struct str b);

/** Finds the title among the lines above the body, by the body's stems; marks each copy of it,
 * p->title is the first. */
void text_title_find(struct text_parts *p);

/** Takes outlet, bylines and dates from the units before head_end. */
int text_meta_take(struct text_parts *p, uint32_t head_end);

/** Sets why for what stands after the article and inside it but is not of it. */
void text_tail_mark(struct text_parts *p);

/** The dates of a line that holds a date, labels and little else; false when it is no such line. */
struct text_dates {
    struct {
        struct when when;
        const char *role; /* "published", "modified", NULL: it has no label */
    } at[4];
    uint32_t n;
};
bool text_dates_read(struct text_dates *dates, const struct text_words *words, struct str line);

/** The names of a line "By ..."; 0 when it is no such line. names has room for max. */
uint32_t text_byline_read(struct str *names, uint32_t max, const struct text_parts *p,
                          struct str line);
/** Whether s can be a person's name: two to four words, all of which begin with a capital. */
bool text_name_like(const struct text_words *words, struct str s);

#endif
