/* How alike two reports are in what they tell of: names, figures and words, each by how much it
 * says. */
#ifndef COMPARE_LIKENESS_H
#define COMPARE_LIKENESS_H

#include "compare/work.h"

/** A word that a report uses, all its forms together. */
struct term {
    uint32_t stem;
    uint32_t example; /* index in work.words of its first use */
    double weight;    /* of the report's vector, whose length is 1 */
    bool name, number;
    bool lead; /* used in the title or near the beginning */
};

struct term_list {
    struct term *at; /* by stem */
    uint32_t n;
};

struct likeness_list {
    VEC_OF(struct likeness) at; /* by a, then b */
};

/** The vector of each report that is fit. */
int compare_terms(struct term_list **out, struct work *w);

/**
 * How little a comparison of so many reports can know of which words their kind of event shares: 1
 * for few, 0 for many. Two earthquakes look like one when no third has been seen.
 */
double compare_doubt(uint32_t report_count);

/**
 * Pairs that share telling words, with their likeness; others have next to none. Among few reports
 * it is more the more of each one's beginning, where the event is told, the other has too.
 */
int compare_likeness(struct likeness_list *out, struct work *w, const struct term_list *terms);

/**
 * 1 when the leading names and figures (of the title and the first sentences) of two reports fit
 * one event, 0 when each lacks so many of the other's that they contradict: one form of words
 * filled in for two events. A report that names little of its own fits any.
 */
double compare_agreement(const struct term_list *a, const struct term_list *b);

#endif
