/* The names of tags, parts of speech, dependencies, entity kinds and morphologies as small numbers.
 */
#ifndef ENGLISH_TAG_LABELS_H
#define ENGLISH_TAG_LABELS_H

#include "base/map.h"

/** One numbering for all of them; 0 is the empty name. Read-only once the pipeline is open. */
struct labels {
    struct arena *arena;
    struct map by_name;
    VEC_OF(struct str) at;
};

enum { LABEL_NONE = 0, LABELS_MAX = 4096 };

/** false when refused. */
bool labels_init(struct labels *l, struct arena *a);

/** The number of name, given one when it is new (the name is copied); LABELS_MAX when memory is
 * refused or there are too many. */
uint32_t labels_add(struct labels *l, struct str name);

/** The number of name, or LABELS_MAX when there is none. */
uint32_t labels_find(const struct labels *l, struct str name);

struct str labels_name(const struct labels *l, uint32_t label);

#endif
