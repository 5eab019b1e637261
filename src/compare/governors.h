/* What the words above a clause, or above a noun that names an event, say of it: that it is not so
 * ("no plans to sell", "called the report that it sank nonsense"), or neither that it is nor that
 * it is not ("could not confirm that it sank"); by data/lemma_classes.tsv. */
#ifndef COMPARE_GOVERNORS_H
#define COMPARE_GOVERNORS_H

#include "compare/report_parse.h"

/** Whether token at, which stands above below, tells of token i, which is below or under it, that
 * it is not so: of what it governs, and not of all that is told in it ("no plans to sell the barge
 * that sank"). */
bool governor_denies(const struct report_parse *p, const struct event_words *words, uint32_t at,
                     uint32_t below, uint32_t i);

/** Whether verb v says that what stands below it is out of the question: "ruled out selling it". */
bool governor_puts_off(const struct report_parse *p, uint32_t v, uint32_t next);

/** Whether the clause of verb v is no word for what it names: "neither confirmed nor denied that",
 * "ruled out faulty wiring as the cause". */
bool governor_is_silent(const struct report_parse *p, uint32_t v);

/** Whether nobody says of token i that it is so, nor that it is not: "nothing is known of it",
 * "looking into reports that it sank", "has never said that it sank". */
bool governor_leaves_open(const struct report_parse *p, const struct event_words *words,
                          uint32_t i);

#endif
