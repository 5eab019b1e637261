/* What the parts that find and count origins share. */
#ifndef COMPARE_ORIGIN_PARTS_H
#define COMPARE_ORIGIN_PARTS_H

#include "compare/outlet_nodes.h"

struct node_set {
    VEC_OF(uint32_t) at; /* ascending */
};

/** A report of the story at hand. */
struct carrier {
    uint32_t report;
    uint32_t own; /* its outlet's node, or NO_INDEX */
    bool opinion;
    bool reports_itself; /* says that it has learned, obtained, been told by people whom it does not
                            name */
    uint32_t reports_statement;
    bool lead_credit;      /* a counted credit stands in the title or the first sentences */
    uint32_t reprint_of;   /* the node that a line credits the whole report to, or NO_INDEX */
    uint32_t first_credit; /* sentence of the first counted credit, NO_INDEX: none */
    uint32_t credits_first, credits_end; /* its part of comparison.credits */
    struct node_set credited;            /* by counted credits */
    struct node_set rests_on;            /* where the chains end */
    uint32_t check;                      /* its first own check, or NO_INDEX */
    bool check_means, no_check;
    bool
        check_elsewhere; /* the check's means are told, but no other report carries what was checked
                          */
    uint32_t copies_from; /* carrier whose text it has, or NO_INDEX */
    double copied;        /* share of its words */
    bool direction_unknown;
    bool took_over; /* rests_on comes from the copied text */
};

/** A mention of an outlet as a source, beside comparison.credits. */
struct credit_node {
    uint32_t node; /* or NO_INDEX */
};

/** What counts for the range, beside comparison.origins. */
struct origin_facts {
    uint32_t node;
    bool credited; /* by a report, for the whole of what it tells */
    bool alone;    /* a report rests on it alone */
    bool own_word; /* its own report says that it learned, obtained or was told */
    bool partial;  /* credited for a part */
    bool check, check_means, check_elsewhere;
    bool text;        /* the origin of copied text for which nobody is credited */
    bool relayed;     /* an outlet relays it for a claim */
    bool at_large;    /* rumours, media without a name: they may be from any other origin */
    uint32_t told_to; /* of unnamed people: a number for the outlet to which they spoke, or NO_INDEX
                       */
};

struct node_edge {
    uint32_t from, to; /* what `from` tells rests on `to` */
};

struct origin_work {
    struct work *w;
    struct outlet_nodes nodes;
    VEC_OF(struct credit_node) credit_nodes; /* one for each of comparison.credits */
    uint32_t *reports_with;                  /* of each stem: reports of the story that have it */
    uint32_t *stamp;                         /* of each stem */
    uint32_t *carrier_of;                    /* of each report */
    /* of the story at hand */
    uint32_t story;
    struct carrier *carriers;
    uint32_t n;
    uint32_t first_credit, first_origin, first_link; /* of this story in the comparison's lists */
    VEC_OF(struct node_edge) edges;
    VEC_OF(struct origin_facts) facts;   /* one for each of comparison.origins */
    struct node_set **ends;              /* of each node: memo of compare_chain_ends */
    struct map origins;                  /* node (and report) -> origin */
    uint32_t *credited_by;               /* of each node: carriers that credit it */
    uint32_t *first_own;                 /* of each node: its outlet's first carrier, or NO_INDEX */
    uint32_t node_room;                  /* entries of ends, credited_by, first_own */
    struct node_set circle;              /* outlets that credit one another, none another beside */
    VEC_OF(struct node_edge) maybe_same; /* origins of claims that may be the same people's */
    bool used_passes, used_copy, used_agency, used_family; /* rules */
};

enum { LEAD_SENTENCES = 4 }; /* where a report tells what it is about */

#define NOT_COUNTED_OPINION STR("only in an opinion report")

bool node_set_add(struct work *w, struct node_set *set, uint32_t node); /* false: no memory */
bool node_set_has(const struct node_set *set, uint32_t node);

/** counted_credits.c: lists a report's credits and says which count. others: the story's other
 * reports are known. */
int compare_credits_of(struct origin_work *o, uint32_t report, bool in_story);
/** "Source: the Herald, the Post": a line that names the outlet of a statement beside another, so
 * that it is not told which of them has what. */
bool compare_is_one_of_several(const struct work *w, uint32_t report, const struct statement *s);
/** Counts in reports_with the stems of a story's reports. */
void compare_count_stems(struct origin_work *o, const struct story *story);
/** The crediting sentence of a statement, its clause when the sentence is very long. */
struct evidence compare_statement_evidence(const struct work *w, uint32_t report,
                                           const struct statement *s);

/** chains.c: where each carrier's word finally comes from. */
int compare_follow_chains(struct origin_work *o);
/** Where the chain from node ends: one node or more; NULL: no memory. */
const struct node_set *compare_chain_ends(struct origin_work *o, uint32_t node);
/** copied_text.c: who copies whom, and what is taken over with the text. */
int compare_follow_copies(struct origin_work *o);
/** origins.c: the origin that an outlet's node is for a report, made when new. NO_INDEX: no memory.
 */
uint32_t compare_origin_for(struct origin_work *o, uint32_t node, uint32_t report,
                            enum origin_kind kind);
/** The same, NO_INDEX when there is none yet. */
uint32_t compare_find_origin(struct origin_work *o, uint32_t node, uint32_t report);
/** origin_count.c: whether the unnamed people behind two origins may be the same: described by a
 * word in common. */
bool compare_same_people(const struct origin_work *o, const struct origin *a,
                         const struct origin *b);
/** claim_origins.c: the origins of each of the story's claims. */
int compare_claim_origins(struct origin_work *o);
/** origin_count.c: notes a rule that was used, unless it is off. false: no memory. */
bool compare_add_rule(struct work *w, struct count_range *range, const char *id, bool used);
/** The range, its rules and reason. */
int compare_count_origins(struct origin_work *o);
/** Whether an origin is surely no other's word: an outlet that no report rests on alone may have
 * what it is credited for from the one beside it. */
bool compare_stands_apart(const struct origin_facts *f);
/** An earlier origin of the story behind which the same people may stand, or NO_INDEX. */
uint32_t compare_maybe_same(const struct origin_work *o, uint32_t origin);
/** An earlier origin that this one may be by a shorter or longer name, or NO_INDEX. */
uint32_t compare_maybe_named(const struct origin_work *o, uint32_t origin);
/** Copied text for which nobody is credited, nowhere in the story. */
bool compare_is_text(const struct origin_facts *f);

/** open_questions.c: what stays open of the story and its claims, whose origins are known. */
int compare_ask(struct origin_work *o);

#endif
