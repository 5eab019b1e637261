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

/* "lawyer", "agent": whose words are those of whom they stand for. */
static bool stands_for_owner(struct str lemma) {
    static const char *const words[] = {
        "lawyer",    "attorney",   "solicitor", "barrister",      "counsel",  "agent",
        "publicist", "manager",    "secretary", "representative", "advocate", "executive",
        "chairman",  "chairwoman", "chief",     "president",      "director", "owner",
        "founder",   "economist",  "analyst",   "designer",       "officer"};
    static const char *const things[] = {"figure", "model", "monitor", "guide", "record"};
    return str_is_one_of(lemma, words, sizeof words / sizeof *words) ||
           str_is_one_of(lemma, things, sizeof things / sizeof *things);
}

static bool is_named_person(const struct coreference *c, uint32_t i) {
    return i != NO_INDEX && c->slots[i].entity != NO_INDEX && c->slots[i].form == MENTION_NAME &&
           coreference_person(c, c->slots[i].entity);
}

/* "Ann Roe" right behind a preposition, or behind what she is: "the mother of the victim Ann Roe",
 * "the author of Ann Roe's life"; not "the chief of police Ann Roe", nor "the mayor of Weldon Ann
 * Roe", of which all may be taken for a name. */
static bool is_of_person(const struct coreference *c, uint32_t noun, uint32_t prep) {
    const struct parse_tree *t = c->u->tree;
    uint32_t owner = tree_child(t, prep, t->labels.pobj), words = 0;
    if (owner != NO_INDEX && !is_named_person(c, owner))
        owner = tree_child(t, owner, t->labels.poss);
    if (!is_named_person(c, owner))
        return false;
    for (uint32_t i = prep + 1; i <= owner; i++) {
        struct role role = lexicon_role(c->u->tables, tree_text(t, i));
        bool before = tree_token(t, i)->text.start < c->slots[owner].text.start;
        words += !before;
        if (before && tree_tag_is(c->u, i, "CD")) /* "mother of two Ann Roe" */
            return false;
        if (before && !(role.known && role.person) && tree_token(t, i)->pos == t->labels.noun)
            return false;
    }
    return words <= 2 || !unit_is(c->u, t->word[noun], CLASS(C_TITLE));
}

/* "Liam Carter's mother", "the mother of Liam Carter": whether the person named in a source is not
 * whom its noun means, and no other name is told ("Carter's mother, Ann", "his wife and Tom Roe").
 */
static bool means_another(const struct coreference *c, const struct statement *s, uint32_t noun) {
    const struct tree_labels *l = &c->u->tree->labels;
    const struct parse_tree *t = c->u->tree;
    bool before = false, behind = false;
    uint32_t k = t->first_child[noun];
    for (uint32_t n = 0; n < SOURCE_TOKENS && k != NO_INDEX; n++, k = t->next_sibling[k]) {
        uint16_t dep = tree_token(t, k)->dep;
        if ((dep == l->appos || dep == l->conj) && tree_token(t, k)->pos == l->proper_noun)
            return false;
        before |= dep == l->poss && is_named_person(c, k);
        behind |= dep == l->prep && is_of_person(c, noun, k);
    }
    for (uint32_t i = noun + 1; before && i < t->doc->tokens.n && i < noun + SOURCE_TOKENS &&
                                tree_token(t, i)->text.start < s->source.end;
         i++)
        before = !is_named_person(c, i);
    return before || behind;
}

/* "Liam Carter's mother" is somebody else, whom nothing names. */
static void settle_owned(const struct coreference *c, struct statement *s, uint32_t head) {
    const struct doc_token *noun = tree_token(c->u->tree, head);
    struct role role = lexicon_role(c->u->tables, noun->lemma);
    if (s->source_class != SOURCE_PERSON || s->entity != NO_INDEX || s->candidates.n ||
        noun->pos != c->u->tree->labels.noun || !role.known || !role.person ||
        stands_for_owner(noun->lemma) || !means_another(c, s, head))
        return;
    uint32_t article = tree_child(c->u->tree, head, c->u->tree->labels.det);
    s->source_class = SOURCE_UNNAMED;
    s->described_as = s->source;
    if (article != NO_INDEX && tree_token(c->u->tree, article)->text.start > s->source.start)
        s->described_as.start = tree_token(c->u->tree, article)->text.start; /* no dateline */
    s->stated_people = tree_tag_is(c->u, head, "NN") ? 1 : 0;
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
    settle_owned(c, s, head);
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
