#include "english/parser.h"

#include "english/projective.h"

#include <math.h>

/* "dep", or "dep||dep of the true head". */
static int open_class(struct parser_class *c, const struct model_file *m, struct labels *labels,
                      struct str name, struct ts_error *err) {
    size_t bars = str_find(name, STR("||"), 0);
    struct str dep = bars == SIZE_MAX ? name : str_cut(name, 0, bars);
    struct str lifted = bars == SIZE_MAX ? STR("") : str_cut(name, bars + 2, name.n);
    /* An arc with the label "subtok" would have a condition of its own. */
    if ((bars != SIZE_MAX && (dep.n == 0 || lifted.n == 0)) || str_eq(name, STR("subtok")) ||
        str_find(lifted, STR("||"), 0) != SIZE_MAX)
        return model_bad(err, m, "the parser has the label \"%.*s\"", STR_FMT(name));
    int status = transition_label(&c->dep, labels, dep, m, err);
    return status == TS_OK ? transition_label(&c->lifted, labels, lifted, m, err) : status;
}

static int make_masks(struct parser *p, struct arena *a, struct ts_error *err) {
    for (unsigned valid = 0; valid < PARSE_VALID_SETS; valid++) {
        float *mask = arena_alloc(a, p->net.padded * sizeof *mask);
        if (!mask)
            return arena_fail(a, err);
        for (uint32_t c = 0; c < p->net.padded; c++)
            mask[c] = c < p->net.classes && valid >> p->classes[c].action & 1 ? 0 : -INFINITY;
        p->masks[valid] = mask;
    }
    return TS_OK;
}

int parser_open(struct parser *out, struct arena *a, const struct model_file *m,
                struct labels *labels, struct ts_error *err) {
    int status = transition_model_open(&out->net, m, "parser", PARSE_FEATURES, PARSE_ACTIONS, err);
    if (status != TS_OK)
        return status;
    out->classes = arena_zero(a, out->net.classes, sizeof *out->classes);
    if (!out->classes)
        return arena_fail(a, err);
    status = transition_label(&out->root, labels, STR("ROOT"), m, err);
    for (uint32_t c = 0; status == TS_OK && c < out->net.classes; c++) {
        out->classes[c].action = (enum parse_action)out->net.actions[c];
        status = open_class(&out->classes[c], m, labels, string_list_at(&out->net.labels, c), err);
    }
    return status == TS_OK ? make_masks(out, a, err) : status;
}

/* Ends early where no class is valid, which only a model without Shift or Reduce comes to. */
static void run_steps(const struct parser *p, struct transition_work *w, struct parse_state *s) {
    uint32_t tokens[PARSE_FEATURES];
    while (!parse_is_final(s)) {
        parse_features(tokens, s);
        transition_scores(w, tokens);
        uint32_t class = transition_best(w, p->masks[parse_valid(s)]);
        if (class == TRANSITION_NONE)
            return;
        parse_do(s, p->classes[class].action, (uint16_t) class);
    }
}

/* lifted takes the place of the arcs' classes. */
static void set_heads(struct doc *doc, uint16_t **lifted, const struct parser *p,
                      struct parse_state *s) {
    for (uint32_t i = 0; i < doc->tokens.n; i++) {
        struct doc_token *t = &doc->tokens.at[i];
        bool root = s->head[i] == PARSE_NONE;
        const struct parser_class *class = &p->classes[s->arc[i]];
        t->head = root ? i : s->head[i];
        t->dep = root ? p->root : class->dep;
        s->arc[i] = root ? LABEL_NONE : class->lifted;
    }
    *lifted = s->arc;
}

static int set_sentences(struct doc *doc, struct arena *scratch, struct ts_error *err) {
    size_t n = doc->tokens.n;
    uint32_t *left = arena_alloc(scratch, n * sizeof *left);
    uint32_t *right = arena_alloc(scratch, n * sizeof *right);
    uint8_t *starts = arena_alloc(scratch, n);
    if (!left || !right || !starts)
        return arena_fail(scratch, err);
    tree_edges(left, right, starts, doc);
    for (size_t i = 0; i < n; i++)
        doc->tokens.at[i].sent_start = starts[i] ? 1 : -1;
    return TS_OK;
}

int parser_run(const struct parser *p, const struct kernels *kernels, struct transition_work *w,
               struct doc *doc, const float *vectors, size_t stride, struct ts_error *err) {
    uint32_t n = doc->tokens.n;
    if (n == 0)
        return TS_OK;
    int status = transition_begin(w, &p->net, kernels, vectors, stride, n, err);
    if (status != TS_OK)
        return status;
    struct parse_state state;
    if (!parse_init(&state, &w->scratch, n))
        return arena_fail(&w->scratch, err);
    for (uint32_t i = 0; i < n; i++)
        if (doc->tokens.at[i].sent_start == 1)
            parse_set_start(&state, i);
    run_steps(p, w, &state);
    uint16_t *lifted;
    set_heads(doc, &lifted, p, &state);
    status = tree_lower(doc, &w->scratch, lifted, err);
    return status == TS_OK ? set_sentences(doc, &w->scratch, err) : status;
}
