/* The dependency parser: heads, labels and sentences. */
#ifndef ENGLISH_PARSER_H
#define ENGLISH_PARSER_H

#include "english/doc.h"
#include "english/parse_state.h"
#include "english/transition_model.h"

/** What a class's move does: dep is the label of the arc; lifted is not LABEL_NONE when the token
 * was attached too high in training ("relcl||nsubj"): its true head's dep. */
struct parser_class {
    enum parse_action action;
    uint16_t dep, lifted;
};

/** Read-only once it is open: threads may share it. */
struct parser {
    struct transition_model net;
    struct parser_class *classes;         /* [net.classes] */
    const float *masks[PARSE_VALID_SETS]; /* [net.padded] each: for transition_best */
    uint16_t root;                        /* the label "ROOT" */
};

/** Finds the tensors called "parser..." (transition_model.h); the classes' labels are added to
 * labels, the tables come from a. TS_E_MODEL "bad_model", TS_E_MEMORY. */
int parser_open(struct parser *out, struct arena *a, const struct model_file *m,
                struct labels *labels, struct ts_error *err);

/**
 * Sets the head, dep and sent_start (1 or -1) of each token of the doc. vectors are the token
 * vectors that the parser was trained on: a row for each token, stride floats apart. A sentence
 * will begin at each token whose sent_start is 1 before; other values are not read. Linear in the
 * tokens. TS_E_MEMORY.
 */
int parser_run(const struct parser *p, const struct kernels *kernels, struct transition_work *w,
               struct doc *doc, const float *vectors, size_t stride, struct ts_error *err);

#endif
