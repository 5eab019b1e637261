/* What a clause tells beside its own fact: at its ends, where it can be left out, and in its
 * middle, where it cannot. */
#ifndef COMPARE_SECOND_FACTS_H
#define COMPARE_SECOND_FACTS_H

#include "compare/clause_text.h"

/** Where the words of v's clause begin behind an opening phrase with a fact of its own: "After
 * selling the mill, Roe left"; range.first when there is none, or when the rest needs it. subject
 * is whom the clause is about. */
uint32_t second_fact_opens(const struct report_parse *p, uint32_t v, uint32_t subject,
                           struct token_range range);

/** Whether the phrase of token head, which ends v's clause behind a comma, only adds to it: ", a
 * mill that burns", ", including Roe". */
bool second_fact_adds(const struct report_parse *p, uint32_t head);

/** The last token of v's clause before a relative clause that ends it behind a comma: ", who left
 * in May"; range.last when there is none. Linear in the range. */
uint32_t second_fact_follows(const struct report_parse *p, uint32_t v, struct token_range range);

/** Whether a second fact stands among tokens range of v's clause: "Roe, who left in May, sold it",
 * "sold the mill and left". Linear in the range. */
bool second_fact_inside(const struct report_parse *p, uint32_t v, struct token_range range);

/** Whether one is among them that makes the clause hard to read: between two dashes, or of more
 * than seven tokens; or what a second verb tells. Linear in the range. */
bool second_fact_long(const struct report_parse *p, uint32_t v, struct token_range range);

#endif
