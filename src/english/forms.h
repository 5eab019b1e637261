/* What is known of a word's spelling, once for each distinct spelling. */
#ifndef ENGLISH_FORMS_H
#define ENGLISH_FORMS_H

#include "base/map.h"
#include "nn/string_table.h"

/**
 * A spelling with its norm. The numbers are the ids that the model's tables are hashed by:
 * MurmurHash64A of the text, or the number of a reserved symbol (string_id.h).
 */
struct form {
    struct str text, lower; /* in the forms' arena */
    uint64_t orth, lower_id, norm, prefix, suffix, shape;
    bool is_space;
};

/** The model's norms: read-only. */
struct norms {
    /* spellings by id -> norm; see convert_forms.c */
    const uint64_t *keys; /* slots, 0: empty */
    const uint32_t *values;
    uint32_t mask;
    struct string_list texts;
    struct map base;              /* the norms of marks, whatever the model: data/norms.tsv */
    const struct str *base_texts; /* by the values of base */
};

/** Finds "norm.keys" u64 [power of two], "norm.values" u32 of the same size and the list
 * "norm.texts", and checks them. a holds the norms of marks. TS_E_MODEL "bad_model", TS_E_MEMORY.
 */
int norms_open(struct norms *out, struct arena *a, const struct model_file *m,
               struct ts_error *err);

/** A worker's forms; grows by what it meets. Not for several threads at once. */
struct forms {
    const struct norms *norms;
    struct arena arena;
    struct map by_key;
    VEC_OF(struct form) at;
};

void forms_init(struct forms *f, const struct norms *norms, const struct mem *mem);
void forms_clear(struct forms *f); /* frees all; can be used again */

/** The number of the form with this text, and this norm when norm is not none (a tokenizer
 * exception's); MAP_NONE when memory is refused. The text is copied when it is new. */
uint32_t forms_intern(struct forms *f, struct str text, struct str norm);

#endif
