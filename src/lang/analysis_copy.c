/* An analysis out of the arena it was made in, which held the stage's words too. */
#include "lang/analysis.h"

static bool copy_tokens(struct analysis *c, struct arena *a) {
    bool ok = VEC_COPY(a, &c->tokens) && VEC_COPY(a, &c->sentences);
    for (uint32_t i = 0; ok && i < c->tokens.n; i++)
        ok = str_keep(a, &c->tokens.at[i].lemma);
    for (uint32_t i = 0; ok && i < c->sentences.n; i++)
        ok = str_keep(a, &c->sentences.at[i].voice_rule);
    return ok && str_keep(a, &c->kind_revised);
}

static bool copy_entities(struct analysis *c, struct arena *a) {
    bool ok = VEC_COPY(a, &c->entities);
    for (uint32_t i = 0; ok && i < c->entities.n; i++) {
        struct entity *e = &c->entities.at[i];
        ok = str_keep(a, &e->name) && str_keep(a, &e->kind) && VEC_COPY(a, &e->mentions);
    }
    return ok;
}

static bool copy_values(struct analysis *c, struct arena *a) {
    bool ok = VEC_COPY(a, &c->times) && VEC_COPY(a, &c->quantities);
    for (uint32_t i = 0; ok && i < c->times.n; i++) {
        struct time_expression *t = &c->times.at[i];
        ok = str_keep(a, &t->type) && str_keep(a, &t->value) && str_keep(a, &t->anchor) &&
             str_keep(a, &t->precision);
    }
    for (uint32_t i = 0; ok && i < c->quantities.n; i++) {
        struct quantity *q = &c->quantities.at[i];
        ok = str_keep(a, &q->unit) && str_keep(a, &q->kind) && str_keep(a, &q->bound);
    }
    return ok;
}

static bool copy_statements(struct analysis *c, struct arena *a) {
    bool ok = VEC_COPY(a, &c->statements);
    for (uint32_t i = 0; ok && i < c->statements.n; i++) {
        struct statement *s = &c->statements.at[i];
        ok = str_keep(a, &s->cue_lemma) && str_keep(a, &s->force) && str_keep(a, &s->rule) &&
             VEC_COPY(a, &s->content) && VEC_COPY(a, &s->candidates);
    }
    return ok;
}

int analysis_copy(struct analysis **out, struct arena *a, const struct analysis *analysis,
                  struct ts_error *err) {
    struct analysis *c = arena_zero(a, 1, sizeof *c);
    if (!c)
        return arena_fail(a, err);
    *c = *analysis;
    if (!copy_tokens(c, a) || !copy_entities(c, a) || !copy_values(c, a) ||
        !copy_statements(c, a) || !utf8_index_init(&c->title_index, a, c->article->title))
        return arena_fail(a, err);
    *out = c;
    return TS_OK;
}
