/* The attribute ruler: part of speech and morphology from the tag, and the exceptions to that.
 *
 * A pattern is one to RULER_SPAN neighbouring tokens, each with conditions on its tag, its spelling
 * in lower case, its dependency and whether it is white space; a match changes one of the tokens.
 * All matches are found on the doc as it came; where two set the same attribute of a token, the
 * rule that stands later in the model wins (spaCy 3.8, attributeruler.py).
 *
 * In a model file, made by convert_ruler.c, strings are numbers of the list "ruler.strings":
 *   "ruler.patterns" u32 [n][9]  struct ruler_pattern
 *   "ruler.specs"    u32 [n][10] struct ruler_spec
 *   "ruler.values"   u32 [n]     the strings of the specs' sets
 */
#ifndef ENGLISH_RULER_H
#define ENGLISH_RULER_H

#include "english/doc.h"

enum { RULER_SPAN = 4 };

enum ruler_attribute {
    RULER_TAG,
    RULER_POS,
    RULER_MORPH,
    RULER_DEP,
    RULER_LEMMA,
    RULER_ATTRIBUTES
};

/** Its tokens are specs first..end-1; token number target of them is changed. Sorted by rule; of
 * one rule are those that stand for one another. */
struct ruler_pattern {
    uint32_t rule, first, end, target;
    uint32_t set[RULER_ATTRIBUTES]; /* a string's number + 1; 0 leaves the attribute */
};

enum ruler_set_kind { RULER_ANY, RULER_IN, RULER_NOT_IN };

/** A condition: any value, or (not) one of values first..end-1. */
struct ruler_set {
    uint32_t kind, first, end;
};

struct ruler_spec {
    uint32_t is_space; /* 0: either; 1: not; 2: white space */
    struct ruler_set tag, lower, dep;
};

/** Read-only once open. The patterns and specs lie in the model file. */
struct ruler {
    const struct ruler_pattern *patterns;
    const struct ruler_spec *specs;
    uint32_t pattern_count;
    const uint16_t *values;                  /* numbers of labels, or of spellings below */
    const uint16_t (*set)[RULER_ATTRIBUTES]; /* a row a pattern: labels */
    const struct str *lemmas;                /* one a pattern */
    struct map lowers; /* id of a spelling in lower case -> its number, below lower_count */
    uint32_t lower_count, label_count;
    /* The patterns that a token may be the target of, in buckets: those for any token, then one
     * bucket a spelling, a tag and a dependency; bucket b is items[ends[b]..ends[b + 1] - 1]. */
    const uint32_t *ends, *items;
};

/** Opens the ruler of a model file, which must outlive it; its names are added to labels.
 * TS_E_MODEL "bad_model", TS_E_MEMORY. */
int ruler_open(struct ruler *out, struct arena *a, const struct model_file *m, struct labels *l,
               struct ts_error *err);

/** Sets tag, pos, morph, dep and (where a rule gives it) lemma of a parsed doc's tokens, whose
 * forms are in f; elsewhere lemma becomes none. Linear time. */
void ruler_run(const struct ruler *r, const struct forms *f, struct doc *doc);

#endif
