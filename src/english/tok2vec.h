/* Tokens to vectors: hash embeddings of a token's spelling, mixed, then seen through windows of
 * three tokens, layer by layer (Miranda et al. 2022, "Multi hash embeddings in spaCy"). */
#ifndef ENGLISH_TOK2VEC_H
#define ENGLISH_TOK2VEC_H

#include "english/doc.h"
#include "nn/kernels.h"

enum { TOK2VEC_COLUMNS = 8, TOK2VEC_LAYERS = 8, TOK2VEC_WIDTH = 128 };

/* What a column of the embedding looks at. */
enum attribute {
    ATTRIBUTE_NORM,
    ATTRIBUTE_PREFIX,
    ATTRIBUTE_SUFFIX,
    ATTRIBUTE_SHAPE,
    ATTRIBUTE_SPACY,
    ATTRIBUTE_IS_SPACE,
    ATTRIBUTE_KINDS
};

struct embed_column {
    enum attribute attribute;
    const float *rows; /* [count][width] */
    uint32_t count, seed;
};

/* A maxout layer and the normalisation behind it. */
struct norm_layer {
    struct packed maxout;
    const float *gain, *bias;
};

/** The encoder's weights, in the model file or made from it: read-only. */
struct tok2vec {
    uint32_t width, depth, column_count;
    bool by_space; /* the blank behind a token is one of the columns */
    struct embed_column columns[TOK2VEC_COLUMNS];
    struct norm_layer mix, layers[TOK2VEC_LAYERS];
    struct packed first;                   /* the first layer: what a row adds to its windows */
    struct window windows[TOK2VEC_LAYERS]; /* the others, from 1 */
};

/** Finds the encoder whose tensors begin with prefix; what it makes of them is in the arena.
 * TS_E_MODEL, TS_E_MEMORY. */
int tok2vec_open(struct tok2vec *out, struct arena *a, const struct model_file *m,
                 const char *prefix, struct ts_error *err);

enum {
    TOK2VEC_BLOCK = 512, /* tokens that pass the layers together */
    TOK2VEC_MIX = 64,    /* embeddings that are made together */
    TOK2VEC_KEPT = 4096  /* embeddings, a multiple of TOK2VEC_BLOCK, at least three times that */
};

/** An embedding that is kept: of which form (and blank), and the last block that it was in; 0 when
 * the hand came by since then. */
struct tok2vec_place {
    uint32_t key;
    uint64_t used;
};

/**
 * A worker's embeddings of the forms it has met, and buffers for one block of rows. With an
 * embedding is kept what it adds to the windows of the first layer: nine times its size, and for
 * most tokens all of that layer's work. At 3,840 bytes each they fill 15 MB and no more; one that
 * was long not used makes room ("second chance": a hand goes round the places).
 */
struct tok2vec_work {
    const struct tok2vec *net;
    const struct kernels *kernels;
    struct arena arena;
    VEC_OF(uint32_t)
    place_of; /* of a form (and blank): the place of its embedding, MAP_NONE when it has none */
    struct tok2vec_place *places;              /* [TOK2VEC_KEPT] */
    float *kept[TOK2VEC_KEPT / TOK2VEC_BLOCK]; /* [TOK2VEC_BLOCK][width + first.outputs] */
    uint32_t kept_count, hand;
    uint64_t block_number;
    float *nothing;     /* the embedding of the rows between docs, as in kept */
    const float **rows; /* [TOK2VEC_BLOCK + margins + 2]: of the block, where it is kept */
    float *block[2];    /* [the same][width] */
    float *columns;     /* [TOK2VEC_MIX][columns * width] */
    float *mixed;       /* [TOK2VEC_MIX][width] */
    float *added;       /* [TOK2VEC_MIX][first.outputs] */
    float **waiting;    /* [TOK2VEC_MIX]: where what waits for the mixing layer is kept */
    uint32_t waiting_count;
};

/** Frees what it held; embeddings are forgotten when the forms are. */
void tok2vec_work_init(struct tok2vec_work *w, const struct tok2vec *net,
                       const struct kernels *kernels, const struct mem *mem);
void tok2vec_work_clear(struct tok2vec_work *w);

/**
 * Takes the vectors of tokens first..first+count-1 of a doc: rows of width floats, stride floats
 * apart, valid for the call.
 */
typedef void tok2vec_sink(void *context, uint32_t doc, uint32_t first, uint32_t count,
                          const float *rows, size_t stride);

/**
 * Runs the encoder over the docs' tokens in blocks, in order. Each doc's vectors are the same as
 * alone: rows of zeros as many as there are layers stand between docs. Time grows linearly with
 * the tokens. TS_E_MEMORY.
 */
int tok2vec_run(struct tok2vec_work *w, const struct forms *forms, const struct doc *docs,
                uint32_t count, tok2vec_sink *sink, void *context, struct ts_error *err);

#endif
