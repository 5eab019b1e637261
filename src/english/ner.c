#include "english/ner.h"

#include <math.h>

static float *new_mask(struct arena *a, uint32_t padded) {
    float *mask = arena_alloc(a, padded * sizeof *mask);
    for (uint32_t c = 0; mask && c < padded; c++)
        mask[c] = -INFINITY;
    return mask;
}

/* An entity without a kind is none: such a U stands for a token that was kept free beforehand. */
static bool allowed(const struct ner_class *c) {
    return (c->kind != LABEL_NONE) != (c->action == NER_OUT);
}

static int make_outside(struct ner *n, struct arena *a, struct ts_error *err) {
    for (unsigned may = 0; may < 4; may++) {
        float *mask = new_mask(a, n->net.padded);
        if (!mask)
            return arena_fail(a, err);
        for (uint32_t c = 0; c < n->net.classes; c++) {
            enum ner_action action = n->classes[c].action;
            if (allowed(&n->classes[c]) &&
                (action == NER_OUT || (action == NER_UNIT && (may & NER_MAY_UNIT)) ||
                 (action == NER_BEGIN && (may & NER_MAY_BEGIN))))
                mask[c] = 0;
        }
        n->masks[may] = mask;
    }
    return TS_OK;
}

static int make_inside(struct ner *n, struct ner_class *begin, struct arena *a,
                       struct ts_error *err) {
    for (int on = 0; on < 2; on++) {
        float *mask = new_mask(a, n->net.padded);
        if (!mask)
            return arena_fail(a, err);
        for (uint32_t c = 0; c < n->net.classes; c++)
            if (n->classes[c].kind == begin->kind &&
                (n->classes[c].action == NER_LAST || (on && n->classes[c].action == NER_IN)))
                mask[c] = 0;
        begin->masks[on] = mask;
    }
    return TS_OK;
}

int ner_open(struct ner *out, struct arena *a, const struct model_file *m, struct labels *labels,
             struct ts_error *err) {
    int status = transition_model_open(&out->net, m, "ner", NER_FEATURES, NER_ACTIONS, err);
    if (status != TS_OK)
        return status;
    out->classes = arena_zero(a, out->net.classes, sizeof *out->classes);
    if (!out->classes)
        return arena_fail(a, err);
    for (uint32_t c = 0; status == TS_OK && c < out->net.classes; c++) {
        out->classes[c].action = (enum ner_action)out->net.actions[c];
        status = transition_label(&out->classes[c].kind, labels,
                                  string_list_at(&out->net.labels, c), m, err);
    }
    if (status == TS_OK)
        status = make_outside(out, a, err);
    for (uint32_t c = 0; status == TS_OK && c < out->net.classes; c++)
        if (out->classes[c].action == NER_BEGIN)
            status = make_inside(out, &out->classes[c], a, err);
    return status;
}

/* The classes that may be at token i, in the entity that began at first by class open. */
static const float *valid_mask(const struct ner *n, const struct doc *doc, uint32_t i,
                               const struct ner_class *open) {
    const struct doc_token *tokens = doc->tokens.at;
    bool goes_on = i + 1 < doc->tokens.n && tokens[i + 1].sent_start != 1;
    if (open)
        return open->masks[goes_on];
    unsigned may = tokens[i].is_space ? 0 : goes_on ? NER_MAY_UNIT | NER_MAY_BEGIN : NER_MAY_UNIT;
    return n->masks[may];
}

static bool add_entity(struct doc *doc, uint32_t first, uint32_t end, uint16_t kind) {
    struct doc_entity *e = VEC_PUSH(doc->arena, &doc->entities);
    if (e)
        *e = (struct doc_entity){.first = first, .end = end, .kind = kind};
    return e;
}

/* Ends early where no class is valid, which only a model without O or L comes to; an entity that is
 * open then is none. */
static bool run_steps(const struct ner *n, struct transition_work *w, struct doc *doc) {
    const struct ner_class *open = NULL;
    uint32_t first = TRANSITION_NONE;
    for (uint32_t i = 0; i < doc->tokens.n; i++) {
        uint32_t tokens[NER_FEATURES] = {i, first, open ? i - 1 : TRANSITION_NONE};
        transition_scores(w, tokens);
        uint32_t best = transition_best(w, valid_mask(n, doc, i, open));
        if (best == TRANSITION_NONE)
            return true;
        const struct ner_class *class = &n->classes[best];
        if (class->action == NER_BEGIN) {
            open = class;
            first = i;
        } else if (class->action == NER_UNIT || class->action == NER_LAST) {
            if (!add_entity(doc, open ? first : i, i + 1, class->kind))
                return false;
            open = NULL;
            first = TRANSITION_NONE;
        }
    }
    return true;
}

int ner_run(const struct ner *n, const struct kernels *kernels, struct transition_work *w,
            struct doc *doc, const float *vectors, size_t stride, struct ts_error *err) {
    doc->entities.n = 0;
    if (doc->tokens.n == 0)
        return TS_OK;
    int status = transition_begin(w, &n->net, kernels, vectors, stride, doc->tokens.n, err);
    if (status == TS_OK && !run_steps(n, w, doc))
        status = arena_fail(doc->arena, err);
    return status;
}
