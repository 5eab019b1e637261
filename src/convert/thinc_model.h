/* Networks as thinc writes them: a msgpack map of four parallel lists (nodes, attrs, params, shims)
 * in breadth-first order of the tree of layers. */
#ifndef CONVERT_THINC_MODEL_H
#define CONVERT_THINC_MODEL_H

#include "convert/msgpack_in.h"

/** A network whose layers all are of kinds that are known; the bytes it was read from outlive it.
 */
struct thinc_model {
    struct arena *arena;
    struct msgpack_in parsed;
    const msgpack_object *nodes, *attrs, *params; /* lists of maps, of the same length */
    const char *what;                             /* for messages */
};

/** One layer: what it is called, its dimensions and attributes, and its arrays. */
struct thinc_layer {
    const struct thinc_model *model;
    uint32_t index;
};

/**
 * Reads a network. Refused are kinds of layers that are not known, arrays in layers that have none,
 * and values that only Python could read. what names it in messages and outlives it. TS_E_FORMAT
 * "bad_package", TS_E_MEMORY. On success to be given to thinc_close.
 */
int thinc_open(struct thinc_model *out, struct arena *a, struct str bytes, const char *what,
               struct ts_error *err);
void thinc_close(struct thinc_model *m);

/** The nth layer of this very name, which must be there. */
int thinc_layer(struct thinc_layer *out, const struct thinc_model *m, const char *name,
                uint32_t nth, struct ts_error *err);

/** That there are count layers of this name, no more and no fewer. */
int thinc_expect(const struct thinc_model *m, const char *name, uint32_t count,
                 struct ts_error *err);

/** The layer's dimension ("nO"): 1 to a million. */
int thinc_dim(uint32_t *out, const struct thinc_layer *l, const char *name, struct ts_error *err);

/** The layer's array, which must be of little-endian floats, all finite, of this shape; a copy in
 * the model's arena. */
int thinc_array(const float **out, const struct thinc_layer *l, const char *name, uint32_t rank,
                const uint32_t *shape, struct ts_error *err);

/** The layer's attribute ("seed"), a whole number. */
int thinc_uint(uint32_t *out, const struct thinc_layer *l, const char *name, struct ts_error *err);

/** The layer's attribute ("columns"), a list of texts; they point into the network's bytes. */
int thinc_texts(struct str **out, uint32_t *count, const struct thinc_layer *l, const char *name,
                struct ts_error *err);

/** The error that something in the network is not as it must be. */
int thinc_bad(struct ts_error *err, const struct thinc_model *m, const char *format, ...)
    BASE_PRINTF(3, 4);

#endif
