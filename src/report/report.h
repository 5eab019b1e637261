/* The stage `report`: results to bytes, one file a form. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "compare/comparison.h"

struct report_style {
    uint32_t columns; /* of the terminal, 40.. */
    bool colour;      /* ANSI colours */
};

void report_article_text(struct out *o, const struct article *article,
                         const struct report_style *style);
void report_analysis_text(struct out *o, const struct analysis *analysis,
                          const struct report_style *style);
void report_comparison_text(struct out *o, const struct comparison *c,
                            const struct report_style *style);
void report_comparison_json(struct out *o, const struct comparison *c);

/** The page of DESIGN section 6. a holds what the writing needs for its time. TS_E_MEMORY alone. */
int report_comparison_html(struct out *o, struct arena *a, const struct comparison *c,
                           struct ts_error *err);

#endif
