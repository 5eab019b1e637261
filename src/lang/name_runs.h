/* The names of a text where they stand. */
#ifndef LANG_NAME_RUNS_H
#define LANG_NAME_RUNS_H

#include "lang/coreference.h"

/* The kinds of entity that are names, as in name_kinds; the others are figures and times. */
enum name_kind { PERSON, ORG, GPE, NAME_KINDS = 11 };

extern const char *const name_kinds[NAME_KINDS];

/** A name where it stands: words first..end-1. */
struct run {
    uint32_t first, end;
    struct span text;
    uint32_t kind;      /* of name_kinds */
    uint32_t token;     /* that heads it */
    enum gender gender; /* that "Mrs" before it tells */
    bool honorific;
};

struct name_runs {
    struct coreference *c;
    struct unit *u;
    uint32_t *word_token;  /* the first token of each word */
    uint8_t *speaks;       /* at each word, how many from there on name a speaker */
    VEC_OF(struct run) at; /* in the order of the text, apart from one another */
};

/** With no names yet. TS_E_MEMORY. */
int name_runs_init(struct name_runs *runs, struct coreference *c);

/** Finds the names: the pipeline's that are no outlet's, those behind a title, and
 * those of persons who speak. TS_E_MEMORY. */
int name_runs_collect(struct name_runs *runs);

/** Fills token, gender and honorific of a run whose words, text and kind are known. */
void name_runs_place(const struct name_runs *runs, struct run *r);

/** The token that heads a run. */
uint32_t name_runs_head(const struct name_runs *runs, const struct run *r);

/** Whether a person's name only describes the noun behind it: "the Roe campaign" is not Roe. */
bool name_runs_is_modifier(const struct name_runs *runs, const struct run *r);

/** Whether the pipeline takes word for a noun, a proper one or another. */
bool name_runs_is_noun(const struct name_runs *runs, uint32_t word);

#endif
