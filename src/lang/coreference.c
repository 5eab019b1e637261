/* The pass that tells who is who, and what its steps share. */
#include "lang/coreference.h"

bool coreference_person(const struct coreference *c, uint32_t entity) {
    return str_eq(c->u->analysis->entities.at[entity].kind, STR("PERSON"));
}

int coreference_choice(struct coreference *c, uint64_t key, const struct choice *choice) {
    if (choice->count < 2)
        return TS_OK;
    struct choice *added = VEC_PUSH(c->u->a, &c->choices);
    uint32_t *slot = added ? map_put_u64(&c->choice_of, key) : NULL;
    if (!slot)
        return arena_fail(c->u->a, c->u->err);
    *added = *choice;
    *slot = c->choices.n - 1;
    return TS_OK;
}

/* The mentions of each entity, in the order of the text. */
static int hand_mentions(struct coreference *c) {
    struct unit *u = c->u;
    for (uint32_t i = 0; i < u->doc->tokens.n; i++) {
        const struct mention_slot *s = &c->slots[i];
        if (s->entity == NO_INDEX)
            continue;
        struct mention *m = VEC_PUSH(u->a, &u->analysis->entities.at[s->entity].mentions);
        if (!m)
            return arena_fail(u->a, u->err);
        uint32_t word = c->u->tree->word[i];
        *m = (struct mention){s->text, word < u->words.n ? u->words.at[word].sentence : 0, s->form};
    }
    return TS_OK;
}

int unit_find_entities(struct unit *u) {
    struct coreference c = {.u = u};
    map_init(&c.choice_of, u->a);
    c.slots = arena_zero(u->a, (size_t)u->doc->tokens.n + 1, sizeof *c.slots);
    if (!c.slots)
        return arena_fail(u->a, u->err);
    for (uint32_t i = 0; i <= u->doc->tokens.n; i++)
        c.slots[i].entity = NO_INDEX;
    int status = coreference_names(&c);
    if (status == TS_OK)
        status = coreference_mentions(&c);
    if (status == TS_OK)
        status = coreference_sources(&c);
    if (status == TS_OK)
        status = coreference_title(&c);
    return status == TS_OK ? hand_mentions(&c) : status;
}
