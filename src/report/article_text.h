/* Parts of the terminal form of an article that the form of an analysis begins with too. */
#ifndef REPORT_ARTICLE_TEXT_H
#define REPORT_ARTICLE_TEXT_H

#include "report/term.h"

/** The path, and a line for each thing known of the article. Leaves the last line open. */
void article_text_head(struct term *t, const struct article *article);

/** One line "label value"; nothing when the value is empty. Leaves the line open. */
void article_text_field(struct term *t, const char *label, struct str value);

#endif
