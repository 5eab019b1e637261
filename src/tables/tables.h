/* The tables of data/, compiled in, as read-only rows. Any stage may use them. */
#ifndef TABLES_TABLES_H
#define TABLES_TABLES_H

#include "base/map.h"

/** A line of a table: its fields, borrowed from the table's bytes; absent ones are none, empty ones
 * empty. */
struct table_row {
    struct str field[8];
    uint32_t line; /* 1.. */
};

/**
 * Splits tab-separated text into rows; lines that are empty or begin with '#' are skipped, white
 * space at both ends of a field is cut. TS_E_FORMAT "bad_table" names the line when a row has fewer
 * than min_fields or more than 8.
 */
int table_rows(struct table_row **out, uint32_t *count, struct arena *a, struct str text,
               unsigned min_fields, struct ts_error *err);

/** The bytes of data/<name>.tsv as they were when the library was built; none when there is no such
 * table. */
struct str table_embedded(const char *name);

#endif
