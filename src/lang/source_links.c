/* Whose word a statement is: its source's entity; and the speaker's "I". */
#include "lang/coreference.h"
#include "lang/tree_words.h"

enum { SOURCE_TOKENS = 60, CONTENT_TOKENS = 400 };

/* Until here an outlet's statement has its place among the outlet names. */
static void link_outlets(struct unit *u) {
    for (uint32_t i = 0; i < u->analysis->statements.n; i++) {
        struct statement *s = &u->analysis->statements.at[i];
        if (s->entity != NO_INDEX)
            s->entity = u->names->at.at[s->entity].entity;
    }
}

uint32_t coreference_source_head(const struct coreference *c, struct span span) {
    const struct doc *doc = c->u->tree->doc;
    uint32_t first = tree_token_at(c->u->tree, span.start), end = first;
    while (end < doc->tokens.n && end < first + SOURCE_TOKENS &&
           doc->tokens.at[end].text.start < span.end)
        end++;
    for (uint32_t i = first; i < end; i++) {
        uint32_t head = tree_head(c->u->tree, i);
        bool mark = doc->tokens.at[i].dep == c->u->tree->labels.punct || doc->tokens.at[i].is_space;
        if (!mark && (head == NO_INDEX || head < first || head >= end))
            return i;
    }
    return NO_INDEX;
}

/* The person named behind the last comma of a source that tells what she is: "the mayor of Weldon,
 * Ann Roe", where the parse may hang the name on the town. */
static uint32_t named_at_end(const struct coreference *c, struct span source, uint32_t head) {
    uint32_t i = tree_token_at(c->u->tree, source.start), comma = NO_INDEX;
    struct role role = roles_noun(c, head);
    for (uint32_t n = 0;
         role.known && role.person && n < SOURCE_TOKENS && i < c->u->tree->doc->tokens.n &&
         tree_token(c->u->tree, i)->text.start < source.end;
         i++, n++) {
        if (str_eq(tree_text(c->u->tree, i), STR(",")))
            comma = i;
        if (comma != NO_INDEX && i > comma && c->slots[i].entity != NO_INDEX &&
            c->slots[i].text.end == source.end && c->slots[i].form == MENTION_NAME &&
            c->slots[i].text.start == tree_token(c->u->tree, comma + 1)->text.start &&
            coreference_person(c, c->slots[i].entity))
            return i;
    }
    return NO_INDEX;
}

/* The entity of a source whose head is token head: the head's, that of the name beside it ("one
 * hopeful, Ann Roe"), or of a name that is the whole source. */
static uint32_t entity_of_source(const struct coreference *c, struct span source, uint32_t head) {
    uint32_t beside = tree_child(c->u->tree, head, c->u->tree->labels.appos), entity = NO_INDEX;
    if (c->slots[head].entity != NO_INDEX)
        return c->slots[head].entity;
    if (beside == NO_INDEX && roles_noun(c, head).known)
        beside = roles_name_after(c, head);
    if (beside != NO_INDEX && c->slots[beside].entity != NO_INDEX &&
        c->slots[beside].text.end <= source.end && coreference_person(c, c->slots[beside].entity))
        return c->slots[beside].entity;
    uint32_t last = named_at_end(c, source, head);
    if (last != NO_INDEX)
        return c->slots[last].entity;
    for (uint32_t i = tree_token_at(c->u->tree, source.start), n = 0;
         i < c->u->tree->doc->tokens.n && n < SOURCE_TOKENS && entity == NO_INDEX; i++, n++)
        if (c->slots[i].text.start == source.start && c->slots[i].text.end == source.end)
            entity = c->slots[i].entity;
    return entity;
}

/* "a friend of the pilot, Ann Roe": she may be the pilot. name: the name's first token. */
static bool may_be_another(const struct coreference *c, uint32_t name, uint32_t head) {
    if (name < 2 || head + 1 >= name)
        return false;
    struct role role = roles_noun(c, name - 2);
    return name - 2 > head && str_eq(tree_text(c->u->tree, name - 1), STR(",")) && role.known &&
           role.person;
}

/* "another resident, Ann Roe," is a person with a name. */
static void settle_class(const struct coreference *c, struct statement *s) {
    if (s->source_class != SOURCE_UNNAMED || s->entity == NO_INDEX || s->stated_people > 1 ||
        !coreference_person(c, s->entity))
        return;
    for (uint32_t i = tree_token_at(c->u->tree, s->source.start), n = 0;
         i < c->u->tree->doc->tokens.n && n < SOURCE_TOKENS; i++, n++) {
        const struct mention_slot *x = &c->slots[i];
        if (x->entity != s->entity || x->form != MENTION_NAME || x->text.start < s->source.start ||
            x->text.end > s->source.end)
            continue;
        if (tree_is_owner(c->u, tree_token_at(c->u->tree, x->text.end)) ||
            may_be_another(c, tree_token_at(c->u->tree, x->text.start),
                           coreference_source_head(c, s->source)))
            return;
        s->source_class = SOURCE_PERSON;
        s->described_as = (struct span){0, 0};
        s->stated_people = 0;
        return;
    }
}

static int link_source(struct coreference *c, struct statement *s) {
    uint32_t head =
        s->source.start < s->source.end ? coreference_source_head(c, s->source) : NO_INDEX;
    if (head == NO_INDEX)
        return TS_OK;
    uint32_t choice = map_get_u64(&c->choice_of, head),
             entity = entity_of_source(c, s->source, head);
    int status = coreference_statement(c, s, entity, choice);
    settle_class(c, s);
    return status;
}

int coreference_statement(struct coreference *c, struct statement *s, uint32_t entity,
                          uint32_t choice) {
    if (choice == MAP_NONE && entity != NO_INDEX)
        choice = map_get_u64(&c->choice_of, CHOICE_OF_ENTITY | entity);
    if (choice == MAP_NONE) {
        s->entity = entity;
        return TS_OK;
    }
    const struct choice *of = &c->choices.at[choice];
    for (uint32_t i = 0; i < of->count; i++) {
        uint32_t *added = VEC_PUSH(c->u->a, &s->candidates);
        if (!added)
            return arena_fail(c->u->a, c->u->err);
        *added = of->entities[i];
    }
    return TS_OK;
}

static bool is_first_person(struct str word) {
    static const char *const words[] = {"I", "me", "my", "mine", "myself"};
    return str_is_one_of(word, words, sizeof words / sizeof *words);
}

static uint32_t paragraph_of(const struct coreference *c, uint32_t i) {
    uint32_t word = c->u->tree->word[i];
    return word < c->u->words.n ? c->u->sentences.at[c->u->words.at[word].sentence].paragraph : 0;
}

/* "I" in what a person is quoted with is that person; in the cue's paragraph, since the next may be
 * the answer. */
static void link_speaker(struct coreference *c, const struct statement *s) {
    const struct doc *doc = c->u->tree->doc;
    uint32_t paragraph =
        s->sentence < c->u->sentences.n ? c->u->sentences.at[s->sentence].paragraph : NO_INDEX;
    if (s->entity == NO_INDEX || !coreference_person(c, s->entity))
        return;
    for (uint32_t k = 0, n = 0; k < s->content.n; k++)
        for (uint32_t i = tree_token_at(c->u->tree, s->content.at[k].start);
             i < doc->tokens.n && doc->tokens.at[i].text.start < s->content.at[k].end &&
             n < CONTENT_TOKENS;
             i++, n++)
            if (c->slots[i].entity == NO_INDEX && unit_has(c->u, c->u->tree->word[i], W_QUOTED) &&
                paragraph_of(c, i) == paragraph &&
                doc->tokens.at[i].pos == c->u->tree->labels.pronoun &&
                is_first_person(str_span(c->u->text, doc->tokens.at[i].text)))
                c->slots[i] =
                    (struct mention_slot){doc->tokens.at[i].text, s->entity, MENTION_PRONOUN};
}

int coreference_sources(struct coreference *c) {
    struct unit *u = c->u;
    int status = TS_OK;
    link_outlets(u);
    for (uint32_t i = 0; i < u->analysis->statements.n && status == TS_OK; i++) {
        struct statement *s = &u->analysis->statements.at[i];
        if (!s->in_title && s->entity == NO_INDEX)
            status = link_source(c, s);
    }
    if (status == TS_OK)
        status = coreference_pronoun_sources(c);
    for (uint32_t i = 0; i < u->analysis->statements.n; i++)
        if (!u->analysis->statements.at[i].in_title)
            link_speaker(c, &u->analysis->statements.at[i]);
    return status;
}
