/* What a report tells, clause by clause: a predicate with who, whom and what else its clause says.
 */
#ifndef COMPARE_PROPOSITIONS_H
#define COMPARE_PROPOSITIONS_H

#include "compare/claim_references.h"
#include "compare/shown_words.h"

enum { PROPOSITION_KEYS_MAX = 6 };
enum { HEAD_DOER, HEAD_OBJECT, PROPOSITION_HEADS_MAX };
enum { PROPOSITION_FIGURES_MAX = 4 };

/** A figure or a span of time that belongs to the predicate itself: "killed 14 people", "jailed for
 * ten years"; not "a mother of three was killed". */
struct figure_place {
    uint32_t at;   /* index in the analysis: of a quantity, or of a time */
    uint32_t role; /* HEAD_DOER, HEAD_OBJECT, or the word of the preposition before it and behind
                      these */
    bool duration;
};

/** Numbers of event_words_id, in order, each once. */
struct word_set {
    const uint32_t *at;
    uint32_t n;
};

/** How many numbers two sets have in common. */
uint32_t word_sets_share(struct word_set a, struct word_set b);

/* For the word of which there is none: "nobody", "nothing". */
#define NONE_AT_ALL (UINT32_MAX - 1)

/** Items first..end-1 of an array of the analysis. */
struct item_range {
    uint32_t first, end;
};

/**
 * A clause, or a noun that names an event within one ("the murder of ..."), which is taken for told
 * as well. Spans count in the report's text.
 */
struct proposition {
    uint32_t report, sentence, statement; /* the innermost statement it stands on, or NO_INDEX */
    uint32_t clause;                      /* the token of its clause's predicate */
    struct span text;                     /* the clause; of a noun its phrase */
    struct shown_words shown;             /* what it is shown in; of a noun nothing */
    uint32_t keys[PROPOSITION_KEYS_MAX];  /* the kinds of event, or the words, of its predicate;
                                             and its telling figures */
    uint8_t key_count;
    bool noun;
    bool several; /* the noun names several events, or one more: "thefts", "another theft" */
    bool light;   /* its predicate alone says little: "have", "begin" */
    bool of_text; /* its subject is an article, a post or a picture */
    bool aside;   /* it only describes somebody, or tells when */
    bool state;   /* tells how something is, not what happens */
    bool quality; /* and that by an adjective that states no event: "was big" */
    uint8_t age;  /* of somebody in the clause, in years; 0: none told, or two */
    struct reference reference; /* to another claim, instead of one of its own */
    bool denied;                /* negated, or given to be denied */
    bool negated;               /* by words of its own */
    bool opposite;              /* "is alive" for "is not dead"; read as negated */
    uint32_t none;              /* the word of what its clause says there is none; NONE_AT_ALL,
                                   or NO_INDEX */
    struct figure_place figures[PROPOSITION_FIGURES_MAX];
    uint8_t figure_count;
    uint32_t heads[PROPOSITION_HEADS_MAX]; /* the words of who does it and of what it is done to,
                                              or NO_INDEX */
    uint32_t such;          /* the word of what it tells of as told before: "no such panel";
                               or NO_INDEX */
    bool there_is;          /* by "there is no train" */
    bool absent;            /* it tells that something is not there: "the new ferry drops its mast",
                               "the ferry will have no mast" */
    bool present;           /* "the ferry has a mast" */
    bool withheld;          /* it says that nothing is confirmed, named or told */
    bool barred;            /* it tells what somebody is banned from */
    bool refuted;           /* called untrue, not only negated */
    bool in_picture;        /* it tells what a picture shows */
    bool by_picture;        /* denied only because that picture is called false */
    uint8_t takes_pictures; /* picture kinds of which it tells that one is taken */
    uint8_t known_pictures; /* and that it calls false: "the video is a fake" */
    bool presupposed;       /* a noun that who speaks takes for known */
    enum rumour rumour;
    struct span rumours; /* what the report calls them, as in struct claim_use */
    enum modality modality;
    struct item_range quantities, times; /* of the analysis that stand in its text */
    struct word_set who, whom;           /* names in the subject and in the object */
    struct word_set names;               /* anywhere in the clause, and its subject */
    struct word_set words;               /* that tell something, of the clause and its subject */
    struct word_set around;              /* the same of the whole sentence */
};

struct proposition_list {
    VEC_OF(struct proposition) at; /* in the order of the reports and of their texts */
};

/** Appends those of one report. Time is linear in the report. TS_E_MEMORY. */
int propositions_read(struct proposition_list *out, struct event_words *words, uint32_t report);

#endif
