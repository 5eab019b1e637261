/* Named entities: each token begins (B), continues (I) or ends (L) one, is one alone (U) or is
 * outside (O) of all (Ratinov and Roth 2009). */
#ifndef ENGLISH_NER_H
#define ENGLISH_NER_H

#include "english/doc.h"
#include "english/transition_model.h"

enum ner_action {
    NER_MISSING, /* never valid; kept for the numbers of the others */
    NER_BEGIN,
    NER_IN,
    NER_LAST,
    NER_UNIT,
    NER_OUT,
    NER_ACTIONS
};

enum { NER_FEATURES = 3 };

struct ner_class {
    enum ner_action action;
    uint16_t kind;         /* the entity's label */
    const float *masks[2]; /* for an entity that this class began: which classes may follow at a
                              token where it may only end, and where it may go on */
};

/** Read-only once it is open: threads may share it. */
struct ner {
    struct transition_model net;
    struct ner_class *classes; /* [net.classes] */
    const float *masks[4];     /* outside of an entity, by the bits of enum ner_may */
};

/** What may be at a token outside of an entity: also a U; also a B. */
enum ner_may { NER_MAY_UNIT = 1, NER_MAY_BEGIN = 2 };

/** Finds the tensors called "ner..." (transition_model.h); the kinds are added to labels, the
 * tables come from a. TS_E_MODEL "bad_model", TS_E_MEMORY. */
int ner_open(struct ner *out, struct arena *a, const struct model_file *m, struct labels *labels,
             struct ts_error *err);

/**
 * Puts the doc's entities, in the order of the text, in the place of those that it has. vectors are
 * those of the names' own encoder: a row for each token, stride floats apart. Reads sent_start and
 * is_space: no entity crosses the beginning of a sentence or begins with white space. A step for
 * each token. TS_E_MEMORY, TS_E_LIMIT.
 */
int ner_run(const struct ner *n, const struct kernels *kernels, struct transition_work *w,
            struct doc *doc, const float *vectors, size_t stride, struct ts_error *err);

#endif
