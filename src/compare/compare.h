/* The stage `compare`: analyses to comparison. */
#ifndef COMPARE_COMPARE_H
#define COMPARE_COMPARE_H

#include "base/limits.h"
#include "compare/comparison.h"
#include "tables/outlets.h"

struct compare_pair {
    struct str a, b; /* paths as the inputs give them */
};

struct compare_options {
    const struct str *rules_off; /* ids of DESIGN section 3 */
    uint32_t rules_off_count;
    const struct compare_pair *same, *apart; /* the user's word on the grouping */
    uint32_t same_count, apart_count;
    const struct skipped_input *skipped; /* inputs that could not be read, to be listed */
    uint32_t skipped_count;
    bool stories_only; /* the grouping alone */
};

/**
 * Compares analyses. They are borrowed and must outlive the comparison; the rest is made in a. The
 * result does not depend on their order. TS_E_USAGE "unknown_rule" or "unknown_path" for an option
 * that names nothing; TS_E_LIMIT "too_many" beyond limits->reports; TS_E_MEMORY.
 */
int compare_analyses(struct comparison **out, struct arena *a, const struct analysis *const *in,
                     uint32_t count, const struct outlets *outlets,
                     const struct compare_options *options, const struct limits *limits,
                     struct ts_error *err);

/** Whether id is a counting rule's; and the one-line text of the rule that is printed where it was
 * used. */
bool compare_rule_known(struct str id);
struct str compare_rule_text(struct str id);

#endif
