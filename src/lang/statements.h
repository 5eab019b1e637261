/* Turning what a rule has found, in tokens, into a statement of the analysis. */
#ifndef LANG_STATEMENTS_H
#define LANG_STATEMENTS_H

#include "lang/outlet_names.h"
#include "lang/people.h"

/** Where the content stands, seen from the region of source and cue. */
enum content_side { CONTENT_AUTO, CONTENT_AFTER, CONTENT_NONE, CONTENT_BEFORE };

/** What a rule has found. Token ranges are half-open; empty when absent. */
struct draft {
    uint32_t source_first, source_end;
    uint32_t cue_first, cue_end;
    uint32_t first, end; /* source, cue and what belongs to them: no content */
    enum content_side side;
    struct people people; /* behind the source, or who speaks to it; PEOPLE_NONE */
    struct str lemma, force;
    bool relayed, negated, opinion_piece;
    uint32_t name; /* of u->names, or NO_INDEX */
    const char *rule;
    bool listed; /* an outlet of the same list stands before this one */
};

/** Adds a statement of type indirect with its content and, for an outlet, its class; *out is it. */
int statement_add(struct statement **out, struct unit *u, const struct draft *d);

/** Adds tokens first..end-1 to the content, without marks and "that" at its ends. */
int statement_content(struct unit *u, struct statement *s, uint32_t first, uint32_t end);

/** The unit's statements by their sentences, from the last to the first. */
struct statement_lists {
    uint32_t *last_of;   /* of each sentence (of a title: 0), or NO_INDEX */
    uint32_t *before_it; /* of each statement: the one before it in its sentence, or NO_INDEX */
};

/** Lists, in u->a, the statements that there are now. Linear. TS_E_MEMORY. */
int statement_lists_init(struct statement_lists *l, struct unit *u);

/** An empty draft around tokens first..end-1. */
struct draft draft_at(uint32_t first, uint32_t end, const char *rule);

#endif
