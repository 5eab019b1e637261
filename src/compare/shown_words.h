/* The words that a claim is shown in, which can be read and checked by themselves. */
#ifndef COMPARE_SHOWN_WORDS_H
#define COMPARE_SHOWN_WORDS_H

#include "compare/clause_text.h"

enum {
    CLARITY_TORN,     /* a fragment, or in the first or second person */
    CLARITY_PART,     /* under a noun or a verb that tells what of it */
    CLARITY_OPEN,     /* one that nobody can check: an opinion, or words on the page */
    CLARITY_SENTENCE, /* one that the clause is only a part of, or a guess */
    CLARITY_BACK,     /* its subject only points back: "he", "this", "her brother" */
    CLARITY_KNOWN,    /* the same, but to somebody known */
    CLARITY_NAMED,    /* the same, and it names others */
    CLARITY_CLAUSE,   /* that tells whose word it is, or is about "everybody" */
    CLARITY_SAID,     /* with the words that give it to its own subject: "Roe said he had left" */
    CLARITY_WHOLE     /* a sentence with a noun for its subject */
};

struct shown_words {
    struct span text;     /* in the report's text */
    struct span back, by; /* "he" of what Roe denies he did, and "Roe"; none: another's, or named */
    uint8_t clarity;
    bool mixed;   /* with a second fact in its middle */
    bool laden;   /* and that a long one, a second verb, or between dashes */
    bool label;   /* behind what may be a label: "FACT: The quay is open" */
    bool denies;  /* "not a ship sank": with a word that denies, whatever the parser made of it */
    bool vague;   /* of what, was told before: "such a plan" */
    bool outside; /* and it reads well all the same: "both posts", "since then" */
    bool weighed; /* with what somebody thinks of a thing, or on a condition */
    bool bare;    /* about "the plan", which says little where nobody else tells of one */
    bool line;    /* in a line that may be a link */
};

/**
 * The words to show the clause of predicate v in: those of the clause, without whose word it is on
 * and the dateline or label that begins it, and without what a tail adds to it ("..., with Ann Roe
 * in the lead"). When they are a part of a sentence, that sentence. A few hundred tokens are looked
 * at.
 */
struct shown_words shown_words(const struct report_parse *p, const struct event_words *words,
                               uint32_t v, struct subject subject);

#endif
