/* Outlets and agencies: data/outlets.tsv and what a user adds to it. */
#ifndef TABLES_OUTLETS_H
#define TABLES_OUTLETS_H

#include "tables/tables.h"

#define OUTLET_NONE UINT32_MAX

struct outlet {
    struct str name;
    struct str aliases; /* parted by '|', may be empty */
    struct str domains; /* parted by '|', the main one first, may be empty */
    bool agency;
    struct str family; /* empty: unknown, never merges */
    struct str country;
};

/** Read-only once filled; threads may share it. */
struct outlets {
    VEC_OF(struct outlet) rows;
    struct map
        by_name; /* names and aliases, those that begin with an article also with "the " -> row */
    struct map by_domain;   /* domain -> row */
    struct map first_words; /* first word of each name -> the most words of such a name */
};

int outlets_init(struct outlets *o, struct arena *a);

/** Adds the rows of a table in the form of data/outlets.tsv; a row whose name is there already
 * replaces it. */
int outlets_add(struct outlets *o, struct arena *a, struct str tsv, struct ts_error *err);

uint32_t outlets_named(const struct outlets *o,
                       struct str name); /* exact, case-sensitive; OUTLET_NONE */
uint32_t outlets_at_domain(const struct outlets *o,
                           struct str host); /* of host or of a domain above it, any case */

/**
 * The longest name or alias that stands at text[at] and ends at a word's end: its size in bytes and
 * its row. 0 when none. at must be a word's start.
 */
size_t outlets_match(uint32_t *row, const struct outlets *o, struct str text, size_t at);

#endif
