/* The counting rules: their ids and the line that is printed where one was used. */
#include "compare/compare.h"

static const struct {
    struct str id, text;
} rules[] = {
#define RULE(id, text)                                                                             \
    {                                                                                              \
        {(id), sizeof(id) - 1}, {                                                                  \
            (text), sizeof(text) - 1                                                               \
        }                                                                                          \
    }
    RULE("agency-one", "Agency copy in any number of outlets is one origin; a credit for a part of "
                       "a report is partial."),
    RULE("carry-over", "An attribution holds over the sentences that follow while they are marked "
                       "as belonging to it."),
    RULE("copy-one", "A copied passage has the origin of the text it copies; when it is not known "
                     "who copied, the two "
                     "share one origin."),
    RULE("credit-one",
         "Reports that credit the same outlet, person, document or agency share one origin."),
    RULE("credit-passes", "A report that cites another is no origin for what the other says; the "
                          "chain is followed to "
                          "the last name in it, also through reports that are among the inputs."),
    RULE("denial-apart", "Origins that deny are counted on their own side."),
    RULE("family-one", "Two titles of one family that print the same reporting are one origin."),
    RULE("no-check-noted", "\"Could not verify\" is noted and adds nothing."),
    RULE("own-check-adds",
         "An outlet that checked by itself is an origin of its own; if it does not say how, it is "
         "counted only at the most."),
    RULE("plural-kept",
         "The stated number of unnamed people is shown, and never multiplied into origins."),
    RULE("release-party",
         "A statement, release, post or advert is its issuer's word, however many carry it."),
    RULE("speaker-one",
         "One person who speaks to two outlets is one origin; a spokesperson is the organisation."),
    RULE("unnamed-range", "Unnamed people of like description behind two outlets may be the same "
                          "people: counted once "
                          "at the least, apart at the most."),
    RULE("unsourced-apart",
         "What is given with no source and no shared text is listed apart and is no origin."),
#undef RULE
};

bool compare_rule_known(struct str id) {
    return compare_rule_text(id).at != NULL;
}

struct str compare_rule_text(struct str id) {
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (str_eq(rules[i].id, id))
            return rules[i].text;
    return STR_NONE;
}
