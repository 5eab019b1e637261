/* What the parts of the stage share while one comparison is made. */
#ifndef COMPARE_WORK_H
#define COMPARE_WORK_H

#include "compare/compare.h"
#include "compare/lemma_classes.h"
#include "tables/tables.h"

enum {
    WORD_NAME = 1,    /* inside a name that is no outlet's */
    WORD_OUTLET = 2,  /* inside the name of an outlet or agency */
    WORD_NUMBER = 4,  /* begins with a digit */
    WORD_CAPITAL = 8, /* begins with a capital letter */
    WORD_TITLE = 16   /* of the report's title */
};

/** A word of a report: letters and digits, with the apostrophes, points and commas that stand
 * inside it. */
struct word {
    uint32_t start, end; /* bytes in the report's text (or title) */
    uint32_t id;         /* in the vocabulary */
    uint16_t quote;      /* number of the quotation that it stands in, from 1; 0: none */
    uint16_t flags;
};

/** How common a word is in news at large (data/news_words.tsv). */
enum word_tier { TIER_RARE, TIER_KNOWN, TIER_COMMON, TIER_STOP };

/** A normal form: lower case, typographic apostrophes as ASCII ones, no commas inside numbers. */
struct vocabulary_word {
    struct str text;
    uint32_t stem; /* id of the form without its ending; its own when it has none */
    uint8_t tier;
};

struct vocabulary {
    struct map ids;
    VEC_OF(struct vocabulary_word) words;
};

/** A report's part of work.words, and where its quotations stand. */
struct report_words {
    uint32_t first, end; /* of the text */
    uint32_t title_first, title_end;
    VEC_OF(struct span) quotes;
};

struct work {
    struct arena *a;       /* of the result */
    struct arena *scratch; /* freed at the end */
    struct comparison *c;
    const struct outlets *outlets;
    const struct compare_options *options;
    struct vocabulary vocabulary;
    struct lemma_classes lemma_classes;
    VEC_OF(struct word) words;    /* of all reports, one report after the other */
    struct report_words *reports; /* one for each report */
    struct ts_error *err;
};

/** The error of a refused allocation in either arena. */
int work_memory(struct work *w);

/** An array of count zeroed items in the scratch arena; NULL when refused (then work_memory). */
void *work_zero(struct work *w, size_t count, size_t item_bytes);

bool work_rule(const struct work *w, const char *id); /* false: the user switched it off */

/* words.c */
int compare_words_read(struct work *w); /* marks names by their spelling */
int compare_words_name(struct work *w); /* marks them anew, as the analyses have them */
uint32_t compare_word_at(const struct work *w, uint32_t report,
                         uint32_t byte);        /* first word that ends after byte */
bool compare_is_outlet(const struct entity *e); /* an outlet or agency, in the table or not */
uint32_t compare_sentence_at(const struct analysis *analysis,
                             uint32_t byte); /* NO_INDEX when none */

/* copies.c: fills comparison.copies and shares. */
int compare_copies(struct work *w);

/* stories.c: fills comparison.stories and report.story, and drops the copies between reports of
 * different stories. */
int compare_stories(struct work *w);

/** Two reports and how alike they are; a < b. */
struct likeness {
    uint32_t a, b;
    double value;
};
/**
 * grouping.c: average-link agglomeration (UPGMA) of n items over sparse likenesses; what is not
 * listed is 0. Joins while the mean likeness of two groups is at least threshold. same are joined
 * first, apart never. group[i] is the least member.
 */
int compare_grouping(uint32_t *group, struct work *w, uint32_t n, const struct likeness *pairs,
                     uint32_t pair_count, double threshold, const struct likeness *same,
                     uint32_t same_count, const struct likeness *apart, uint32_t apart_count);

/* figures.c, quotes.c */
int compare_figures(struct work *w);
int compare_quotes(struct work *w);

/* open_years.c: comparison.open_years. */
int compare_open_years(struct work *w);

/* claims.c: comparison.claims, story by story. */
int compare_claims(struct work *w);

/* claim_pronouns.c: fills claim.means. */
int compare_claim_pronouns(struct work *w);

/* origins.c: origins, links, credits, counts and open questions, story by story. */
int compare_origins(struct work *w);

/** The name by which a report is spoken of: its outlet's, else its domain, else its file's name. */
struct str compare_report_name(const struct report *r);

bool compare_list_add(struct work *w, struct evidence_list *list,
                      struct evidence e); /* once; false: no memory */

#endif
