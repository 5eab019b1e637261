/* What the class, id and like attributes of an element say of it (data/page_classes.tsv). */
#ifndef READ_HTML_WORDS_H
#define READ_HTML_WORDS_H

#include "base/map.h"

enum html_meaning {
    HTML_MEANS_NOTHING,
    HTML_MEANS_BODY, /* holds the article's text */
    HTML_MEANS_IGNORE,
    /* reasons to leave something out */
    HTML_MEANS_HIDDEN,
    HTML_MEANS_RELATED,
    HTML_MEANS_PROMOTION,
    HTML_MEANS_NAVIGATION,
    HTML_MEANS_CAPTION,
    HTML_MEANS_COMMENTS,
    HTML_MEANS_LEGAL,
    HTML_MEANS_HEAD, /* byline, date and what else stands above a text */
    HTML_MEANS_TITLE,
    HTML_MEANS_DATELINE,
    HTML_MEANS_REPEATED,
    HTML_MEANS_OTHER, /* stands outside of the text */
    HTML_MEANINGS
};

struct html_phrase {
    struct str words;
    enum html_meaning means;
};

/** Read-only once made. */
struct html_words {
    VEC_OF(struct html_phrase) phrases; /* that may stand anywhere in a paragraph */
    struct map parts, names, lines;
    struct map months; /* names of months in lower case -> 1..12 */
};

/** Takes the tables in; TS_E_MEMORY, or TS_E_FORMAT when one is damaged. */
int html_words_init(struct html_words *w, struct arena *a, struct ts_error *err);

/** What an attribute's words say; with several, body before the others, then the first. Linear in
 * names. */
enum html_meaning html_words_meaning(const struct html_words *w, struct str names);

/** What a short line of text is by the words it begins with (data/page_lines.tsv), or
 * HTML_MEANS_NOTHING. */
enum html_meaning html_words_line(const struct html_words *w, struct str line);

/** What a paragraph, given in lower case, is by a phrase in it, or HTML_MEANS_NOTHING. Time:
 * phrases * bytes. */
enum html_meaning html_words_phrase(const struct html_words *w, struct str lower_case);

/** The reason as left_out has it; "other" for what is none. */
const char *html_meaning_name(enum html_meaning meaning);

#endif
