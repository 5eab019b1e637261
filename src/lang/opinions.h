/* Sentences that are the outlet's own judgement. */
#ifndef LANG_OPINIONS_H
#define LANG_OPINIONS_H

#include "lang/tree_words.h"

/** Why a sentence is opinion: rule NULL when it is not. */
struct opinion {
    const char *rule;
    struct span cue;
};

/** Of a sentence given on nobody else's word; root is its head. */
struct opinion opinion_of(const struct unit *u, uint32_t sentence, uint32_t root);

#endif
