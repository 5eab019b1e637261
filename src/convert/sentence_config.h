/* What a package of a sentence network says of itself: its JSON files and its card, README.md. */
#ifndef CONVERT_SENTENCE_CONFIG_H
#define CONVERT_SENTENCE_CONFIG_H

#include "convert/package.h"

/**
 * Checks that the package is the network that the program knows how to run, all-MiniLM-L6-v2: its
 * layers, its tokenizer, how a vector is made of its words' and under which licence it is.
 * TS_E_FORMAT "bad_package" names the key that differs; TS_E_MEMORY.
 */
int sentence_config_check(struct package *p, struct ts_error *err);

#endif
