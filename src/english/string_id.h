/* The numbers that the model's tables know strings by. */
#ifndef ENGLISH_STRING_ID_H
#define ENGLISH_STRING_ID_H

#include "base/str.h"

/**
 * 0 for the empty string, the small number of a reserved symbol ("X", "ORG", "det"), else
 * MurmurHash64A of the bytes with seed 1 (A. Appleby, 2008, public domain). Threads may share it.
 */
uint64_t string_id(struct str s);

/* The reserved symbols, in the order of their bytes: string_id_table.c. */
struct string_id_symbol {
    const char *name;
    uint16_t number;
};

enum { STRING_ID_SYMBOLS = 456 };

extern const struct string_id_symbol string_id_symbols[STRING_ID_SYMBOLS];

#endif
