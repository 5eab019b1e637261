/* What the parts share that find the origins of a claim and count them. */
#ifndef COMPARE_CLAIM_ORIGINS_H
#define COMPARE_CLAIM_ORIGINS_H

#include "compare/whose_word.h"

enum side { SUPPORTING, DENYING, SIDES };
enum { USES_LOOKED_AT = 32 }; /* of a report's uses of a claim */

/** The story's passages that two reports share: those of carrier i as the second of the two are
 * at[first[i]..first[i + 1]-1], indices in comparison.copies. None when copy-one is off. */
struct story_copies {
    uint32_t *first, *at;
};

/** What the reports of one claim rest on. */
struct claim_work {
    struct origin_work *o;
    struct word_finder words;
    struct map origin_of; /* source, or the outlet of unnamed people -> origin */
    struct story_copies copies;
    struct claim *claim;
    uint32_t claim_number; /* from 1 */
    uint32_t *somebodys;   /* of each carrier: the last claim that it gives on the word of somebody
                              who could not be found */
    uint32_t *hearsay;     /* the same of a claim that it gives as hearsay: "reportedly" */
    struct node_set of[SIDES]; /* origins */
    bool copied, passed, unsourced;
    uint32_t told_first, named_then; /* origins: somebody without a name, who may be that person; or
                                        NO_INDEX */
    struct map called;     /* an unnamed origin, a person -> whether a report calls him so */
    uint32_t called_bytes; /* of text looked at for it */
};

const struct statement *claim_statement(const struct claim_work *c, uint32_t report, uint32_t i);
struct carrier *claim_carrier(const struct claim_work *c, uint32_t report);
bool claim_report_has(const struct claim_report *r, uint32_t origin);
enum side claim_main_side(const struct claim_work *c, const struct claim_report *r);

/** The origin of a word, made when it is new; NO_INDEX when it is nobody's. TS_E_MEMORY. */
int claim_word_origin(uint32_t *origin, struct claim_work *c, uint32_t report,
                      const struct whose_word *word);
/** The key of a source in origin_of. */
uint64_t claim_source_key(const struct claim_work *c, uint32_t source, uint32_t report);
/** Gives a report an origin on a side. false: no memory. */
bool claim_give(struct claim_work *c, struct claim_report *r, enum side side, uint32_t origin,
                const char *role);
bool claim_add_role(struct claim_work *c, struct claim_report *r, const char *role);

/** attributed_claims.c: by the uses that stand on somebody's word; private: on what one told
 * another in private. TS_E_MEMORY. */
int claim_give_attributed(struct claim_work *c, struct claim_report *r, bool private);
/** By the pictures, videos and letters that show what the claim says, also to a report that denies
 * it. look: only to see by whom they were released. TS_E_MEMORY. */
int claim_give_documents(struct claim_work *c, struct claim_report *r, bool look);
/** By what goes round as a rumour, to a report that leaves the claim open and has nobody else who
 * says so; not where an outlet is named beside it, which may have begun it. TS_E_MEMORY. */
int claim_give_rumours(struct claim_work *c, struct claim_report *r);

/** flat_claims.c: copied text has the origin of the text that it is in elsewhere. false: no memory.
 */
bool claim_give_copied(struct claim_work *c, bool *changed);
/** Notes whom a report tells of as "a British man" before it names somebody with an age or a home
 * on whom others give the claim: he may be that one. */
void claim_note_named(struct claim_work *c);
/** By what the report credits elsewhere; the ways in their order, each for all reports before the
 * next. false: no memory. */
enum { CLAIM_FLAT_WAYS = 6 };
bool claim_give_flat(struct claim_work *c, struct claim_report *r, int way);
/** The report gives it on the word of somebody who could not be found: it is no outlet's, nor is it
 * given flatly. */
bool claim_is_somebodys(const struct claim_work *c, const struct claim_report *r);
/** A use tells that somebody had no comment: "had not answered when asked for comment". Whoever
 * wrote asked for it. */
bool claim_is_no_comment(const struct analysis *n, const struct claim_use *use);
/** The outlet's own check, when it is of this claim. false: no memory. */
bool claim_give_check(struct claim_work *c, struct claim_report *r);

/** claim_count.c: the ranges of both sides, their rules and reasons. false: no memory. */
bool compare_count_claim(struct claim_work *c);

#endif
