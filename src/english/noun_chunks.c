#include "english/noun_chunks.h"

#include "english/projective.h"

void noun_chunks_open(struct noun_chunks *out, const struct labels *l) {
    static const char *const parts[] = {"NOUN", "PROPN", "PRON"};
    static const char *const roles[] = {"oprd", "nsubj",  "dobj",  "nsubjpass", "pcomp",
                                        "pobj", "dative", "appos", "attr",      "ROOT"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        out->parts[i] = labels_find(l, str_of(parts[i]));
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        out->roles[i] = labels_find(l, str_of(roles[i]));
    out->conj = labels_find(l, STR("conj"));
}

static bool one_of(const uint32_t *labels, size_t n, uint32_t label) {
    for (size_t i = 0; i < n; i++)
        if (labels[i] == label)
            return true;
    return false;
}

/* For each token: it has a noun's role, or is joined to its left, over any number of tokens, to one
 * that has. So a chain of conjuncts is walked once for all its members. */
static void find_roles(uint8_t *has_role, const struct noun_chunks *c,
                       const struct doc_token *tokens, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        const struct doc_token *t = &tokens[i];
        has_role[i] = t->dep == c->conj && t->head < i
                          ? has_role[t->head]
                          : one_of(c->roles, sizeof c->roles / sizeof *c->roles, t->dep);
    }
}

int noun_chunks_run(const struct noun_chunks *c, struct doc *doc, struct ts_error *err) {
    const struct doc_token *tokens = doc->tokens.at;
    uint32_t n = doc->tokens.n, end = 0;
    uint32_t *left = arena_zero(doc->arena, n, sizeof *left);
    uint32_t *right = arena_zero(doc->arena, n, sizeof *right);
    uint8_t *has_role = arena_zero(doc->arena, n, sizeof *has_role);
    doc->chunks.n = 0;
    if (!left || !right || !has_role)
        return arena_fail(doc->arena, err);
    tree_edges(left, right, has_role, doc); /* the starts are not needed here */
    find_roles(has_role, c, tokens, n);
    for (uint32_t i = 0; i < n; i++) {
        const struct doc_token *t = &tokens[i];
        if (!one_of(c->parts, sizeof c->parts / sizeof *c->parts, t->pos) || left[i] < end)
            continue; /* another part of speech, or it would hold the chunk before it */
        if (!has_role[t->dep == c->conj ? t->head : i])
            continue;
        struct doc_chunk *chunk = VEC_PUSH(doc->arena, &doc->chunks);
        if (!chunk)
            return arena_fail(doc->arena, err);
        *chunk = (struct doc_chunk){.first = left[i], .end = i + 1, .root = i};
        end = i + 1;
    }
    return TS_OK;
}
