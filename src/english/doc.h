/* One text on its way through the English pipeline, and its result. */
#ifndef ENGLISH_DOC_H
#define ENGLISH_DOC_H

#include "english/forms.h"
#include "english/tag_labels.h"

/** A token; labels are numbers of the pipeline's struct labels. */
struct doc_token {
    struct span text;  /* bytes of the doc's text */
    uint32_t form;     /* in the worker's forms: valid until the worker runs again */
    uint32_t head;     /* a token's index; its own for a root */
    struct str lemma;  /* in the doc's arena, the text, or the model */
    uint16_t tag;      /* "NNP" */
    uint16_t pos;      /* "PROPN" */
    uint16_t morph;    /* "Number=Sing"; LABEL_NONE for none */
    uint16_t dep;      /* "nsubj" */
    int8_t sent_start; /* 1 begins a sentence, -1 does not, 0 not known */
    uint8_t space;     /* a blank stands behind it */
    uint8_t is_space;  /* it is white space itself */
};

/** A named entity: tokens first..end-1. */
struct doc_entity {
    uint32_t first, end;
    uint16_t kind; /* "PERSON" */
};

/** A noun chunk: tokens first..end-1, root among them. */
struct doc_chunk {
    uint32_t first, end, root;
};

/** All storage is in arena. The text is borrowed. At most 2^32 - 1 bytes. */
struct doc {
    struct arena *arena;
    struct str text;
    const uint32_t *starts; /* bytes at which a sentence must begin; ascending */
    uint32_t start_count;
    VEC_OF(struct doc_token) tokens;
    VEC_OF(struct doc_entity) entities; /* in the order of the text, apart from one another */
    VEC_OF(struct doc_chunk) chunks;
};

#endif
