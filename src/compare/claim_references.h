/* Clauses that say of what was told before that it is so, or is not: "Police confirmed the report",
 * "It was a hoax". */
#ifndef COMPARE_CLAIM_REFERENCES_H
#define COMPARE_CLAIM_REFERENCES_H

#include "compare/report_parse.h"

enum reference_kind {
    REFERENCE_NONE,
    REFERENCE_NEAR,    /* to what stands just before: "it", "that" */
    REFERENCE_HERE,    /* and in the same sentence: "..., but this is false" */
    REFERENCE_BEFORE,  /* to what the sentence before tells: "the news was first reported by" */
    REFERENCE_SAID,    /* to what was told last on somebody's word, "this rumour"; else as MAIN */
    REFERENCE_OWN,     /* to what its own sentence tells, "rumours of the sale"; else as MAIN */
    REFERENCE_PICTURE, /* to what a picture shows: "the video is a fake" */
    REFERENCE_MAIN     /* to what the report is about: "the rumour" */
};

struct reference {
    enum reference_kind kind;
    bool refutes;    /* else it confirms */
    bool by_subject; /* its subject does: "Roe denied the report", not "the report is false" */
};

/** What the clause of predicate v says of another. What may be so is none. */
struct reference claim_reference(const struct report_parse *p, const struct event_words *words,
                                 uint32_t v);

#endif
