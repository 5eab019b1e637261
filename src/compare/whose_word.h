/* Whose word a statement of a report is: along its chain to the last name, and, where the source
 * has no name of its own ("the report", "the site's sources"), to the outlet that the report
 * credits there. */
#ifndef COMPARE_WHOSE_WORD_H
#define COMPARE_WHOSE_WORD_H

#include "compare/claim_sources.h"
#include "compare/origin_parts.h"
#include "compare/outlet_writers.h"

/** Where a report names an outlet that the story credits. */
struct named_outlet {
    struct span text;
    uint32_t sentence, node;
    bool credited; /* the report credits it, here or elsewhere, by a credit that counts */
    bool earlier;  /* of another time: "The Herald reported last week that ..." */
};
/** Where a report gives words to a person, an organisation or a document. */
struct named_source {
    uint32_t sentence, source;
};

/** What a report names, in the order of its sentences. */
struct report_names {
    VEC_OF(struct named_outlet) outlets;
    VEC_OF(struct named_source) sources;
    uint32_t *first, *at; /* the statements of sentence i are at[first[i]..first[i + 1]-1] */
    uint32_t told;        /* the node of the outlet whose people its unnamed people are when its own
                             is not known, or NO_INDEX */
};

/** Of one story; all in the work's scratch arena. */
struct word_finder {
    struct origin_work *o;
    struct claim_sources sources;
    struct outlet_writers writers;
    struct report_names *of; /* of each carrier */
};

/** At most one of node, source and unnamed is not NO_INDEX. */
struct whose_word {
    uint32_t node;    /* an outlet, where its chain ends */
    uint32_t source;  /* a person, an organisation or a document */
    uint32_t unnamed; /* the statement of people without a name who spoke to the report's outlet */
    uint32_t via;     /* the outlet's node that relays a source, or NO_INDEX */
    bool own;         /* the report's own outlet vouches for it */
    bool passed;      /* it was followed past another link of its chain */
};

/** Nobody's word. */
struct whose_word whose_word_none(void);

/** Starts a story. The story's credits, nodes and chains are known. TS_E_MEMORY. */
int word_finder_init(struct word_finder *f, struct origin_work *o);

/** Whose word a statement is. TS_E_MEMORY. */
int whose_word(struct whose_word *out, struct word_finder *f, uint32_t report, uint32_t statement);

#endif
