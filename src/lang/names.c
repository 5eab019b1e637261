/* Entities: the outlets of the text, and its names in all their forms. */
#include "lang/coreference.h"
#include "lang/name_forms.h"
#include "lang/name_runs.h"
#include "lang/outlet_names.h"

enum { ACRONYM_MAX = 8 };
enum { HONORIFIC_VOTES = 8 };      /* "Mr Roe" is surely a person */
#define AMBIGUOUS (UINT32_MAX - 1) /* letters that two names of the text begin with */

/* How often an entity was found to be of each kind. */
struct votes {
    uint32_t of[NAME_KINDS];
};

/* A name that its first letters may stand for. */
struct spelled {
    uint32_t entity, kind;
};

struct names_pass {
    struct coreference *c;
    struct unit *u;
    struct name_runs runs;
    VEC_OF(struct votes) votes; /* beside the entities */
    struct map acronyms;        /* first letters of a name -> spelled, or AMBIGUOUS */
    VEC_OF(struct spelled) spelled;
    struct map single; /* a name of one word -> its kind where it was found */
};

static int refused(const struct names_pass *p) {
    return arena_fail(p->u->a, p->u->err);
}

static void add_mention(struct names_pass *p, uint32_t entity, uint32_t token, struct span text) {
    p->c->slots[token] = (struct mention_slot){text, entity, MENTION_NAME};
}

static int add_entity(uint32_t *index, struct names_pass *p, struct str name, bool outlet) {
    struct unit *u = p->u;
    struct entity *e = VEC_PUSH(u->a, &u->analysis->entities);
    struct votes *v = e ? VEC_PUSH(u->a, &p->votes) : NULL;
    enum gender *gender = v ? VEC_PUSH(u->a, &p->c->genders) : NULL;
    if (!gender)
        return refused(p);
    *e = (struct entity){.name = name, .kind = STR("ORG"), .outlet = outlet};
    *v = (struct votes){{0}};
    *gender = GENDER_UNKNOWN;
    *index = u->analysis->entities.n - 1;
    return TS_OK;
}

/* The entity of a name; made when it is new. */
static int entity_of(uint32_t *entity, struct names_pass *p, struct str name) {
    struct str key = name_key(p->u->a, name);
    uint32_t *slot = key.at ? map_put(&p->c->by_name, key) : NULL;
    if (!slot)
        return refused(p);
    int status = TS_OK;
    if (*slot == MAP_NONE) {
        uint32_t made = NO_INDEX;
        status = add_entity(&made, p, name, false);
        if (status == TS_OK)
            *slot = made;
    }
    *entity = *slot;
    return status;
}

/* From here on a name stands for an entity. */
static int alias(struct names_pass *p, struct str name, uint32_t entity) {
    struct str key = name_key(p->u->a, name);
    uint32_t *slot = key.at ? map_put(&p->c->by_name, key) : NULL;
    if (!slot)
        return refused(p);
    if (*slot == MAP_NONE)
        *slot = entity;
    return TS_OK;
}

/* A person's full names are entered first, so that a family name before its full form finds it. */
static int enter_person(struct names_pass *p, const struct run *r) {
    struct unit *u = p->u;
    struct str name = str_span(u->text, r->text), key = name_key(u->a, name);
    struct person_parts parts;
    struct choice found;
    if (!key.at || !person_parts(&parts, u->a, name))
        return refused(p);
    enum gender gender = r->honorific ? r->gender : given_gender(p->c, parts.given);
    bool office = str_has_nocase(name, STR(" of ")); /* "King of Weldon" */
    if (!parts.given.n || office || map_get(&p->c->by_name, key) != MAP_NONE)
        return TS_OK;
    if (!person_find(&found, p->c, &parts, gender, false))
        return refused(p);
    if (found.count == 1) {
        struct entity *e = &u->analysis->entities.at[found.entities[0]];
        if (name.n > e->name.n)
            e->name = name;
        return alias(p, name, found.entities[0]);
    }
    uint32_t entity = NO_INDEX;
    int status = entity_of(&entity, p, name);
    if (status != TS_OK)
        return status;
    p->c->genders.at[entity] = gender;
    return person_enter(p->c, &parts, entity);
}

/* "Mrs Roe", whose given name the text does not tell. */
static int enter_honorific(struct names_pass *p, const struct run *r) {
    struct person_parts parts;
    struct choice found;
    if (!person_parts(&parts, p->u->a, str_span(p->u->text, r->text)) ||
        !person_find(&found, p->c, &parts, r->gender, true))
        return refused(p);
    if (found.count)
        return TS_OK;
    uint32_t entity = NO_INDEX;
    int status = add_entity(&entity, p, str_span(p->u->text, r->text), false);
    if (status != TS_OK)
        return status;
    p->c->genders.at[entity] = r->gender;
    p->votes.at[entity].of[PERSON] += HONORIFIC_VOTES;
    return person_enter(p->c, &parts, entity);
}

/* The letters that stand for a name: its first ones, and those in brackets behind it. */
static int enter_acronyms(struct names_pass *p, const struct run *r) {
    struct unit *u = p->u;
    uint32_t entity = NO_INDEX;
    struct str name = str_span(u->text, r->text);
    int status = entity_of(&entity, p, name);
    char letters[ACRONYM_MAX];
    size_t n = name_initials(letters, sizeof letters, name);
    if (status == TS_OK && n) {
        struct str key = str_copy(u->a, (struct str){letters, n});
        uint32_t *slot = key.at ? map_put(&p->acronyms, key) : NULL;
        if (!slot)
            return refused(p);
        bool known = *slot < p->spelled.n;
        if (*slot == MAP_NONE) {
            struct spelled *added = VEC_PUSH(u->a, &p->spelled);
            if (!added)
                return refused(p);
            *added = (struct spelled){entity, r->kind};
            *slot = p->spelled.n - 1;
        } else if (known && p->spelled.at[*slot].entity != entity) {
            *slot = AMBIGUOUS;
        }
    }
    struct str inside = unit_text(u, r->end + 1);
    if (status == TS_OK && unit_mark(u, r->end, '(') && unit_mark(u, r->end + 2, ')') &&
        unit_has(u, r->end + 1, W_UPPER) && name_abbreviates(inside, name)) {
        status = alias(p, inside, entity);
        uint32_t *slot = status == TS_OK ? map_put(&p->single, inside) : NULL;
        if (!slot)
            return status == TS_OK ? refused(p) : status;
        if (*slot == MAP_NONE)
            *slot = r->kind;
    }
    return status;
}

/* "UN" for "United Nations"; two letters for a name of the same kind alone. */
static uint32_t spelled_out(const struct names_pass *p, const struct run *r, struct str key) {
    if (r->end - r->first != 1 || r->kind == PERSON || key.n < 2 || key.n > ACRONYM_MAX)
        return NO_INDEX;
    uint32_t k = map_get(&p->acronyms, key);
    if (k >= p->spelled.n || (key.n == 2 && p->spelled.at[k].kind != r->kind))
        return NO_INDEX;
    return p->spelled.at[k].entity;
}

/* Whether a name of one word may be a person's: "Roe said", not "in Roe", where it was found to be
 * a place. */
static bool may_be_person(const struct names_pass *p, const struct run *r) {
    if (r->kind == PERSON)
        return unit_has(p->u, r->first, W_UPPER) || r->end - r->first > 1;
    const struct parse_tree *t = p->u->tree;
    uint16_t dep = tree_token(t, r->token)->dep;
    bool place = r->kind == GPE && dep == t->labels.pobj;
    bool speaks = dep == t->labels.nsubj || r->kind == ORG || r->kind == GPE;
    bool article = r->first > 0 && unit_word_is(p->u, r->first - 1, STR("the"));
    return r->end - r->first == 1 && speaks && !place && !article &&
           !unit_has(p->u, r->first, W_CAPS);
}

/* *by_full: not as the short form of a person's name, whose kind is known. */
static int resolve(uint32_t *entity, bool *by_full, struct names_pass *p, const struct run *r) {
    struct str name = str_span(p->u->text, r->text), key = name_key(p->u->a, name);
    struct person_parts parts = {.suffix = 0};
    struct choice found = {.count = 0};
    if (!key.at)
        return refused(p);
    bool short_form = r->end - r->first == 1 || map_get(&p->c->by_name, key) == MAP_NONE;
    if (short_form && may_be_person(p, r)) {
        if (!person_parts(&parts, p->u->a, name))
            return refused(p);
        bool given = r->kind == PERSON || given_gender(p->c, parts.family) != GENDER_UNKNOWN;
        if (!person_find(&found, p->c, &parts, r->gender, given))
            return refused(p);
    }
    *by_full = found.count != 1;
    *entity = found.count == 1 ? found.entities[0] : spelled_out(p, r, key);
    if (*entity != NO_INDEX)
        return TS_OK;
    int status = entity_of(entity, p, name);
    if (status == TS_OK && found.count > 1)
        status = coreference_choice(p->c, CHOICE_OF_ENTITY | *entity, &found);
    bool alone = r->kind == PERSON && r->end - r->first == 1 && !found.count; /* "Orla" */
    if (status == TS_OK && alone && p->c->genders.at[*entity] == GENDER_UNKNOWN)
        p->c->genders.at[*entity] = given_gender(p->c, parts.family);
    return status;
}

static int enter_mention(struct names_pass *p, const struct run *r) {
    uint32_t entity = NO_INDEX;
    bool by_full = true;
    int status = resolve(&entity, &by_full, p, r);
    if (status != TS_OK)
        return status;
    p->votes.at[entity].of[r->kind] += by_full;
    if (p->c->genders.at[entity] == GENDER_UNKNOWN)
        p->c->genders.at[entity] = r->gender;
    add_mention(p, entity, r->token, r->text);
    return TS_OK;
}

static int note_single(struct names_pass *p, const struct run *r) {
    uint32_t *slot = map_put(&p->single, str_span(p->u->text, r->text));
    if (!slot)
        return refused(p);
    if (*slot == MAP_NONE)
        *slot = r->kind;
    return TS_OK;
}

/* A word that is a name elsewhere in the text, or the family name of somebody in it. */
static int known_name(bool *known, struct names_pass *p, uint32_t word, struct run *r) {
    const struct unit *u = p->u;
    *known = false;
    if (!unit_capital(u, word) || u->words.at[word].mention != NO_INDEX ||
        unit_is(u, word, CLASS(C_MONTH) | CLASS(C_DAY)) ||
        (unit_has(u, word, W_START) && !name_runs_is_noun(&p->runs, word)))
        return TS_OK;
    *r = (struct run){
        .first = word, .end = word + 1, .text = u->words.at[word].text, .kind = PERSON};
    uint32_t kind = map_get(&p->single, unit_text(u, word));
    if (kind == MAP_NONE) {
        struct person_parts parts;
        struct choice found;
        if (!person_parts(&parts, u->a, unit_text(u, word)) ||
            !person_find(&found, p->c, &parts, GENDER_UNKNOWN, true))
            return refused(p);
        if (found.count != 1)
            return TS_OK;
    } else {
        r->kind = kind;
    }
    name_runs_place(&p->runs, r);
    *known = !name_runs_is_modifier(&p->runs, r);
    return TS_OK;
}

/* All names in the order of the text: the pipeline's, and between them words that it took for names
 * in other places alone. */
static int enter_mentions(struct names_pass *p) {
    int status = TS_OK;
    uint32_t word = 0;
    for (uint32_t i = 0; i <= p->runs.at.n && status == TS_OK; i++) {
        uint32_t end = i < p->runs.at.n ? p->runs.at.at[i].first : p->u->words.n;
        for (struct run r; word < end && status == TS_OK; word++) {
            bool known = false;
            status = known_name(&known, p, word, &r);
            if (status == TS_OK && known)
                status = enter_mention(p, &r);
        }
        if (i < p->runs.at.n && status == TS_OK) {
            status = enter_mention(p, &p->runs.at.at[i]);
            word = p->runs.at.at[i].end;
        }
    }
    return status;
}

/* The kind that an entity was found to be most often; the first of name_kinds when several are. */
static void decide_kinds(struct names_pass *p) {
    for (uint32_t e = 0; e < p->votes.n; e++) {
        const struct votes *v = &p->votes.at[e];
        uint32_t best = 0;
        for (uint32_t k = 1; k < NAME_KINDS; k++)
            if (v->of[k] > v->of[best])
                best = k;
        if (v->of[best])
            p->u->analysis->entities.at[e].kind = str_of(name_kinds[best]);
    }
}

/* Outlets that the text names become entities: those of the table, those that were credited, the
 * own one. */
static int enter_outlets(struct names_pass *p) {
    struct unit *u = p->u;
    struct outlet_names *names = u->names;
    for (uint32_t k = 0; k < names->at.n; k++) {
        struct outlet_name *n = &names->at.at[k];
        if (n->row == NO_INDEX && !n->credited)
            continue;
        int status = add_entity(&n->entity, p, n->name, true);
        if (status != TS_OK)
            return status;
    }
    for (uint32_t k = 0; k < u->mentions.n; k++) {
        struct outlet_mention *m = &u->mentions.at[k];
        uint32_t entity = m->name == NO_INDEX ? NO_INDEX : names->at.at[m->name].entity;
        bool back = m->how == MENTION_BACK;
        if (entity != NO_INDEX && m->first < m->end && !back) {
            struct run r = {
                .first = m->first, .end = m->end, .text = unit_span(u, m->first, m->end)};
            add_mention(p, entity, name_runs_head(&p->runs, &r), r.text);
            for (uint32_t i = m->first; i < m->end; i++)
                u->words.at[i].mention = k; /* a bare head has it by its credit alone */
        } else if (m->first < m->end) {
            for (uint32_t i = m->first; i < m->end; i++)
                u->words.at[i].mention = NO_INDEX; /* may be a name of another kind */
        }
    }
    return TS_OK;
}

/* The full forms of names, before the short ones that may stand for them. */
static int enter_full_names(struct names_pass *p) {
    int status = TS_OK;
    for (uint32_t i = 0; i < p->runs.at.n && status == TS_OK; i++) {
        const struct run *r = &p->runs.at.at[i];
        if (r->end - r->first == 1)
            status = note_single(p, r);
        else if (r->kind == PERSON)
            status = enter_person(p, r);
        else
            status = enter_acronyms(p, r);
    }
    for (uint32_t i = 0; i < p->runs.at.n && status == TS_OK; i++)
        if (p->runs.at.at[i].kind == PERSON && p->runs.at.at[i].honorific)
            status = enter_honorific(p, &p->runs.at.at[i]);
    return status;
}

int coreference_names(struct coreference *c) {
    struct names_pass p = {.c = c, .u = c->u};
    struct map *const maps[] = {&c->by_name, &p.acronyms, &p.single, &c->persons.by_family,
                                &c->persons.by_given};
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
        map_init(maps[i], c->u->a);
    int status = name_runs_init(&p.runs, c);
    if (status == TS_OK)
        status = enter_outlets(&p);
    if (status == TS_OK)
        status = name_runs_collect(&p.runs);
    if (status == TS_OK)
        status = enter_full_names(&p);
    if (status == TS_OK)
        status = enter_mentions(&p);
    decide_kinds(&p);
    return status;
}
