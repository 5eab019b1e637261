/* The sources of the title's statements, by the names of the text. */
#include "lang/coreference.h"
#include "lang/name_forms.h"

/* A name as a title has it: without "the", "President" and the possessive. */
static struct str bare_name(const struct coreference *c, struct str name) {
    name = str_without_possessive(name);
    for (size_t end; (end = str_find_byte(name, ' ', 0)) != SIZE_MAX;) {
        struct str word = str_cut(name, 0, end);
        while (word.n && word.at[word.n - 1] == '.')
            word.n--;
        uint64_t classes = c->u->tables->lexemes.at[lexicon_word(c->u->tables, word)].classes;
        if (!str_eq_nocase(word, STR("the")) && !(classes & CLASS(C_TITLE)))
            break;
        name = str_trim(str_cut(name, end, name.n));
    }
    return name;
}

static int link_title(struct coreference *c, struct statement *s) {
    struct unit *u = c->u;
    struct str name = bare_name(c, str_span(u->article->title, s->source));
    struct str key = name_key(u->a, name);
    struct person_parts parts;
    struct choice found;
    if (!name.n)
        return TS_OK;
    if (!key.at || !person_parts(&parts, u->a, name) ||
        !person_find(&found, c, &parts, GENDER_UNKNOWN, true))
        return arena_fail(u->a, u->err);
    uint32_t entity = map_get(&c->by_name, key);
    if (entity == MAP_NONE)
        entity = found.count == 1 ? found.entities[0] : NO_INDEX;
    return entity == NO_INDEX ? TS_OK : coreference_statement(c, s, entity, MAP_NONE);
}

int coreference_title(struct coreference *c) {
    int status = TS_OK;
    for (uint32_t i = 0; i < c->u->analysis->statements.n && status == TS_OK; i++) {
        struct statement *s = &c->u->analysis->statements.at[i];
        if (s->in_title && s->entity == NO_INDEX && s->source.start < s->source.end)
            status = link_title(c, s);
    }
    return status;
}
