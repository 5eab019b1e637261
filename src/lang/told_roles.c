/* What the text says that its persons and organisations are, and who "the rabbi" is by that. */
#include "lang/coreference.h"
#include "lang/tree_words.h"

enum { ROLE_BYTES = 48, CHILDREN = 32, AGE_TOKENS = 5, NEAR_TOKENS = 12, NAME_TOKENS = 5 };

/* Sentences after which "the bank", "the mayor" may be another. */
enum { NEAR_ORGANISATION = 3, NEAR_PERSON = 8 };

static struct str text_of(const struct coreference *c, uint32_t i) {
    return str_span(c->u->text, tree_token(c->u->tree, i)->text);
}

static bool tag_is(const struct coreference *c, uint32_t i, const char *tag) {
    return str_eq(labels_name(c->u->analysis->labels, tree_token(c->u->tree, i)->tag), str_of(tag));
}

static bool is_noun(const struct coreference *c, uint32_t i) {
    uint16_t pos = tree_token(c->u->tree, i)->pos;
    return pos == c->u->tree->labels.noun || pos == c->u->tree->labels.proper_noun;
}

struct role roles_noun(const struct coreference *c, uint32_t i) {
    if (!is_noun(c, i) || !(tag_is(c, i, "NN") || tag_is(c, i, "NNP")))
        return (struct role){0};
    return lexicon_role(c->u->tables, text_of(c, i));
}

/* "vice president", "former mayor": no president, no mayor. */
static bool changes_role(struct str word) {
    static const char *const words[] = {"vice",      "former",   "deputy", "ex",    "assistant",
                                        "associate", "acting",   "late",   "then",  "interim",
                                        "incoming",  "outgoing", "junior", "elect", "-"};
    return str_is_one_of(word, words, sizeof words / sizeof *words);
}

/* Whether the word before noun i belongs to what it tells: "police chief". */
static bool has_modifier(const struct coreference *c, uint32_t i) {
    const struct tree_labels *l = &c->u->tree->labels;
    if (i == 0 || tree_token(c->u->tree, i - 1)->is_space)
        return false;
    const struct doc_token *t = tree_token(c->u->tree, i - 1);
    bool part = t->dep == l->compound || t->dep == l->amod || t->dep == l->nmod;
    return changes_role(text_of(c, i - 1)) ||
           (part && t->head == i && !unit_has(c->u, c->u->tree->word[i - 1], W_POSSESSIVE));
}

/* The words of tokens first..last in lower case; none when they are too long. */
static struct str key_of(const struct coreference *c, char room[ROLE_BYTES], uint32_t first,
                         uint32_t last) {
    struct str s = str_cut(c->u->text, tree_token(c->u->tree, first)->text.start,
                           tree_token(c->u->tree, last)->text.end);
    if (s.n > ROLE_BYTES)
        return STR_NONE;
    for (size_t i = 0; i < s.n; i++)
        room[i] = ascii_space(s.at[i]) ? ' ' : ascii_lower(s.at[i]);
    return (struct str){room, s.n};
}

int roles_init(struct told_roles *roles, struct coreference *c) {
    *roles = (struct told_roles){.seen = NULL};
    map_init(&roles->by_noun, c->u->a);
    roles->seen = arena_zero(c->u->a, (size_t)c->u->analysis->entities.n + 1, sizeof *roles->seen);
    return roles->seen ? TS_OK : arena_fail(c->u->a, c->u->err);
}

/* The role of a noun, made when new; NULL when memory is refused. */
static struct told_role *role_of(struct coreference *c, struct told_roles *roles, struct str noun) {
    uint32_t known = map_get(&roles->by_noun, noun);
    if (known != MAP_NONE)
        return &roles->at.at[known];
    struct str key = str_copy(c->u->a, noun);
    uint32_t *slot = key.at ? map_put(&roles->by_noun, key) : NULL;
    struct told_role *added = slot ? VEC_PUSH(c->u->a, &roles->at) : NULL;
    if (!added)
        return NULL;
    *added = (struct told_role){NO_INDEX, 0};
    *slot = roles->at.n - 1;
    return added;
}

static int enter(struct coreference *c, struct told_roles *roles, struct str noun,
                 uint32_t entity) {
    struct told_role *role = noun.n ? role_of(c, roles, noun) : NULL;
    if (!role)
        return noun.n ? arena_fail(c->u->a, c->u->err) : TS_OK;
    role->entity = role->entity == NO_INDEX || role->entity == entity ? entity : ROLE_SEVERAL;
    return TS_OK;
}

int roles_other(struct coreference *c, struct told_roles *roles, uint32_t i) {
    char room[ROLE_BYTES];
    struct str noun = key_of(c, room, i, i);
    struct told_role *role = noun.n ? role_of(c, roles, noun) : NULL;
    if (!role)
        return noun.n ? arena_fail(c->u->a, c->u->err) : TS_OK;
    role->other = i + 1;
    return TS_OK;
}

/* Persons are told of persons, all else of organisations. */
static bool fits_kind(const struct coreference *c, struct role role, uint32_t entity) {
    return role.person ? coreference_person(c, entity)
                       : str_eq(c->u->analysis->entities.at[entity].kind, STR("ORG"));
}

/* The noun at token i tells what an entity is. */
static int enter_noun(struct coreference *c, struct told_roles *roles, uint32_t i,
                      uint32_t entity) {
    struct role role = roles_noun(c, i);
    char room[ROLE_BYTES];
    if (!role.known || !fits_kind(c, role, entity))
        return TS_OK;
    if (role.gender != GENDER_UNKNOWN)
        c->genders.at[entity] = role.gender; /* surer than a given name */
    int status = TS_OK;
    if (has_modifier(c, i))
        status = enter(c, roles, key_of(c, room, i - 1, i), entity);
    if (status == TS_OK && !(i > 0 && changes_role(text_of(c, i - 1))))
        status = enter(c, roles, key_of(c, room, i, i), entity);
    return status;
}

/* "34-year-old" whose last token is i; its first token, or NO_INDEX. */
static uint32_t age_first(const struct coreference *c, uint32_t i) {
    bool age = i >= AGE_TOKENS - 1 && str_eq_nocase(text_of(c, i), STR("old")) &&
               str_eq_nocase(text_of(c, i - 2), STR("year")) &&
               ascii_digit(text_of(c, i - 4).at[0]) && str_eq(text_of(c, i - 1), STR("-")) &&
               str_eq(text_of(c, i - 3), STR("-"));
    return age ? i - 4 : NO_INDEX;
}

/* "Roe, 34, said"; "34-year-old Ann Roe"; "Roe, a 34-year-old clerk". */
static int enter_age(struct coreference *c, struct told_roles *roles, uint32_t i, uint32_t entity) {
    uint32_t n = c->u->tree->doc->tokens.n;
    if (i + 3 < n && str_eq(text_of(c, i + 1), STR(",")) && str_eq(text_of(c, i + 3), STR(","))) {
        struct str s = text_of(c, i + 2);
        char room[ROLE_BYTES] = "";
        if (s.n == 2 && ascii_digit(s.at[0]) && ascii_digit(s.at[1])) {
            struct str tail = STR("-year-old");
            for (size_t k = 0; k < s.n + tail.n; k++)
                room[k] = k < s.n ? s.at[k] : tail.at[k - s.n];
            return enter(c, roles, (struct str){room, s.n + tail.n}, entity);
        }
    }
    struct token_range range = tree_subtree(c->u->tree, i);
    char room[ROLE_BYTES];
    for (uint32_t k = range.first; k < range.end && k < range.first + NEAR_TOKENS; k++)
        if (age_first(c, k) != NO_INDEX)
            return enter(c, roles, key_of(c, room, age_first(c, k), k), entity);
    return TS_OK;
}

/* "is a rabbi", "became mayor": the noun behind a verb of being, or NO_INDEX. */
static uint32_t said_to_be(const struct coreference *c, uint32_t verb) {
    if (verb == NO_INDEX || tree_child(c->u->tree, verb, c->u->tree->labels.neg) != NO_INDEX)
        return NO_INDEX;
    return tree_child(c->u->tree, verb, c->u->tree->labels.attr);
}

/* "Bank of Weldon" is "the bank"; "Ann Roe University" "the university". */
static int enter_own_noun(struct coreference *c, struct told_roles *roles, uint32_t i) {
    uint32_t entity = c->slots[i].entity;
    char room[ROLE_BYTES];
    struct role role = lexicon_role(c->u->tables, text_of(c, i));
    bool several = c->slots[i].text.end - c->slots[i].text.start > text_of(c, i).n;
    if (coreference_person(c, entity) || !role.known || role.person || !several)
        return TS_OK;
    return enter(c, roles, key_of(c, room, i, i), entity);
}

/* A word before a title that is no part of another one: not "Lt. Gov.", "former Sen.", "Attorney
 * Gen."; "Norland Gov.", "Army Gen." are. */
static bool stands_before_title(const struct coreference *c, uint32_t title) {
    const struct parse_tree *t = c->u->tree;
    const struct doc *doc = t->doc;
    uint32_t i = title - 1;
    if (title == t->sentence_first[title] || tree_token(t, i)->is_space)
        return true;
    uint16_t pos = tree_token(t, i)->pos;
    bool name = pos == t->labels.proper_noun || pos == t->labels.noun ||
                pos == t->labels.adjective || tree_token(t, i)->dep == t->labels.compound ||
                tree_token(t, i)->dep == t->labels.amod;
    bool joined = str_eq(text_of(c, i), STR("-")) || str_eq(text_of(c, i), STR("."));
    if (joined || changes_role(text_of(c, i)))
        return false;
    uint32_t e = tree_entity_at(t, i);
    struct str label = e < doc->entities.n && doc->entities.at[e].first <= i
                           ? labels_name(c->u->analysis->labels, doc->entities.at[e].kind)
                           : STR("");
    static const char *const others[] = {"GPE", "NORP", "ORG", "LOC", "DATE", "TIME"};
    return !name || str_is_one_of(label, others, sizeof others / sizeof *others);
}

/* "Gov. Ann Roe": what the title that ends before `end` tells. */
static int enter_title(struct coreference *c, struct told_roles *roles, uint32_t end,
                       uint32_t entity) {
    const struct parse_tree *t = c->u->tree;
    uint32_t i = end - 1, sentence = t->sentence_first[end];
    bool stop = i > sentence && str_eq(text_of(c, i), STR(".")) &&
                tree_token(t, i - 1)->text.end == tree_token(t, i)->text.start;
    i -= stop;
    if (i < sentence || !utf8_capital(text_of(c, i)) || !stands_before_title(c, i))
        return TS_OK;
    struct str title =
        str_cut(c->u->text, tree_token(t, i)->text.start, tree_token(t, end - 1)->text.end);
    struct str rest = lexicon_title(c->u->tables, title);
    int status = TS_OK;
    while (rest.n && status == TS_OK)
        status = enter(c, roles, str_split(&rest, ' '), entity);
    return status;
}

/* The titles in front of a person's name, and at its beginning. */
static int enter_titles(struct coreference *c, struct told_roles *roles, uint32_t first,
                        uint32_t last, uint32_t entity) {
    if (!coreference_person(c, entity))
        return TS_OK;
    int status = first > 0 ? enter_title(c, roles, first, entity) : TS_OK;
    return status == TS_OK && first < last ? enter_title(c, roles, first + 1, entity) : status;
}

int roles_enter(struct coreference *c, struct told_roles *roles, uint32_t i) {
    const struct tree_labels *l = &c->u->tree->labels;
    uint32_t entity = c->slots[i].entity, k = c->u->tree->first_child[i],
             head = tree_head(c->u->tree, i);
    uint16_t dep = tree_token(c->u->tree, i)->dep;
    int status = enter_own_noun(c, roles, i);
    uint32_t before = i;
    while (before > 0 && i - before < NAME_TOKENS &&
           tree_token(c->u->tree, before)->text.start > c->slots[i].text.start)
        before--;
    if (status == TS_OK && before > 0 && roles_name_after(c, before - 1) == i)
        status = enter_noun(c, roles, before - 1, entity);
    if (status == TS_OK)
        status = enter_titles(c, roles, before, i, entity);
    for (uint32_t n = 0; n < CHILDREN && k != NO_INDEX && status == TS_OK;
         n++, k = c->u->tree->next_sibling[k]) {
        uint16_t as = tree_token(c->u->tree, k)->dep;
        uint32_t noun = NO_INDEX;
        if ((k < i && (as == l->compound || as == l->amod || as == l->nmod)) || as == l->appos)
            noun = k;
        else if (as == l->relcl)
            noun = said_to_be(c, k);
        if (noun != NO_INDEX)
            status = enter_noun(c, roles, noun, entity);
    }
    if (status == TS_OK && dep == l->appos && head != NO_INDEX)
        status = enter_noun(c, roles, head, entity);
    if (status == TS_OK && dep == l->nsubj && said_to_be(c, head) != NO_INDEX)
        status = enter_noun(c, roles, said_to_be(c, head), entity);
    return status == TS_OK && coreference_person(c, entity) ? enter_age(c, roles, i, entity)
                                                            : status;
}

uint32_t roles_name_after(const struct coreference *c, uint32_t noun) {
    uint32_t n = c->u->tree->doc->tokens.n;
    for (uint32_t k = noun + 1; k < n && k <= noun + NAME_TOKENS; k++)
        if (c->slots[k].entity != NO_INDEX)
            return c->slots[k].text.start == tree_token(c->u->tree, noun + 1)->text.start &&
                           coreference_person(c, c->slots[k].entity)
                       ? k
                       : NO_INDEX;
    return NO_INDEX;
}

uint32_t roles_beside(const struct coreference *c, uint32_t noun) {
    uint32_t k = tree_child(c->u->tree, noun, c->u->tree->labels.appos);
    if (k == NO_INDEX || c->slots[k].entity == NO_INDEX)
        return NO_INDEX;
    struct role role = roles_noun(c, noun);
    return role.known && fits_kind(c, role, c->slots[k].entity) ? k : NO_INDEX;
}

/* Nothing but "the", an age and one more word before the noun, and nothing behind it. */
static bool is_plain(const struct coreference *c, uint32_t i, uint32_t first, uint32_t *the) {
    const struct tree_labels *l = &c->u->tree->labels;
    uint32_t k = c->u->tree->first_child[i];
    *the = NO_INDEX;
    for (uint32_t n = 0; n < CHILDREN && k != NO_INDEX; n++, k = c->u->tree->next_sibling[k]) {
        const struct doc_token *t = tree_token(c->u->tree, k);
        if (t->dep == l->det && str_eq_nocase(text_of(c, k), STR("the")))
            *the = k;
        else if ((k > i && t->dep != l->punct) || (k < first && !t->is_space))
            return false;
    }
    return *the != NO_INDEX && *the + 1 == first;
}

static uint32_t sentence_of(const struct coreference *c, uint32_t i) {
    uint32_t word = c->u->tree->word[i];
    return word < c->u->words.n ? c->u->words.at[word].sentence : 0;
}

/* The entity of a role that token i calls up: it is the only one, the last one called so, and not
 * long gone. */
static uint32_t still_meant(const struct coreference *c, const struct told_roles *roles,
                            const struct told_role *role, uint32_t i) {
    if (role->entity == NO_INDEX || role->entity == ROLE_SEVERAL)
        return NO_INDEX;
    uint32_t seen = roles->seen[role->entity],
             near = coreference_person(c, role->entity) ? NEAR_PERSON : NEAR_ORGANISATION;
    return role->other > seen || sentence_of(c, seen) + near < sentence_of(c, i) ? NO_INDEX
                                                                                 : role->entity;
}

/* "the official", "the candidate": too vague to be a certain one. */
static bool is_vague(const struct coreference *c, uint32_t i) {
    static const char *const words[] = {"group",  "force",     "member",   "candidate",
                                        "leader", "supporter", "opponent", "rival"};
    return str_is_one_of(text_of(c, i), words, sizeof words / sizeof *words) ||
           unit_is(c->u, c->u->tree->word[i], CLASS(C_VAGUE));
}

/* "The elderly priest", "the Catholic priest": a word that tells of one who is known, and not which
 * one he is, as "Norlandic", "new" or "old" would. */
static bool only_describes(struct str word) {
    static const char *const words[] = {
        "elderly",     "aged",    "ageing",     "aging",    "veteran",     "famous",
        "famed",       "popular", "beloved",    "brave",    "heartbroken", "devastated",
        "unfortunate", "hapless", "celebrated", "renowned", "catholic"};
    return str_is_one_of(word, words, sizeof words / sizeof *words);
}

uint32_t roles_find(const struct coreference *c, const struct told_roles *roles, uint32_t i,
                    uint32_t *first) {
    const struct tree_labels *l = &c->u->tree->labels;
    uint16_t dep = tree_token(c->u->tree, i)->dep;
    if (dep == l->compound || dep == l->amod || dep == l->nmod || dep == l->appos || dep == l->attr)
        return NO_INDEX;
    char room[ROLE_BYTES];
    uint32_t age = age_first(c, i), start = i, the = NO_INDEX;
    struct str key = STR_NONE;
    if (age != NO_INDEX) {
        start = age;
        key = key_of(c, room, age, i);
    } else if (roles_noun(c, i).known && !is_vague(c, i)) {
        uint32_t before = i > 0 ? age_first(c, i - 1) : NO_INDEX;
        start = before != NO_INDEX ? before : has_modifier(c, i) ? i - 1 : i;
        key = before != NO_INDEX ? key_of(c, room, before, i - 1) : key_of(c, room, start, i);
        if (start + 1 == i && only_describes(text_of(c, start)) && key.n &&
            map_get(&roles->by_noun, key) == MAP_NONE)
            key = key_of(c, room, i, i);
    }
    if (!key.n || !is_plain(c, i, start, &the))
        return NO_INDEX;
    uint32_t known = map_get(&roles->by_noun, key);
    *first = the;
    return known == MAP_NONE ? NO_INDEX : still_meant(c, roles, &roles->at.at[known], i);
}
