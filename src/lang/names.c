/* Entities: the outlets of the text, and the names that the pipeline found, with their later short
 * forms. */
#include "lang/statements.h"

enum { SOURCE_BYTES = 200 };
#define AMBIGUOUS (UINT32_MAX - 1) /* a family name that two people of the text have */

/* The kinds of entity that are names; the others are figures and times. */
static const char *const name_kinds[] = {"PERSON",      "ORG", "GPE",     "NORP",
                                         "LOC",         "FAC", "EVENT",   "PRODUCT",
                                         "WORK_OF_ART", "LAW", "LANGUAGE"};

enum { KINDS = sizeof name_kinds / sizeof *name_kinds, PERSON = 0 };

/* A name where it stands: words first..end-1. */
struct run {
    uint32_t first, end;
    struct span text;
    uint32_t kind; /* of name_kinds */
};

/* How often an entity was found to be of each kind. */
struct votes {
    uint32_t of[KINDS];
};

struct names_pass {
    struct unit *u;
    VEC_OF(struct run) runs;
    VEC_OF(struct votes) votes; /* beside the entities */
    struct map entities;        /* name -> entity */
    struct map family;          /* last word of a person's full name -> entity, or AMBIGUOUS */
    struct map single;          /* a name of one word -> its kind where it was found */
};

static uint32_t kind_of(const struct unit *u, const struct doc_entity *e) {
    struct str name = labels_name(u->analysis->labels, e->kind);
    uint32_t kind = 0;
    while (kind < KINDS && !str_eq(name, str_of(name_kinds[kind])))
        kind++;
    return kind;
}

/* The name without the article before it and the possessive behind it. */
static bool trim(const struct unit *u, struct run *r) {
    while (r->first < r->end &&
           (unit_word_is(u, r->first, STR("the")) ||
            !(unit_kind(u, r->first, WORD_LETTERS) || unit_kind(u, r->first, WORD_NUMBER))))
        r->first++;
    while (r->first < r->end &&
           (unit_has(u, r->end - 1, W_POSSESSIVE) || unit_kind(u, r->end - 1, WORD_PUNCT)))
        r->end--;
    if (r->first >= r->end)
        return false;
    struct span words = unit_span(u, r->first, r->end);
    if (words.start > r->text.start)
        r->text.start = words.start;
    if (words.end < r->text.end)
        r->text.end = words.end;
    return r->text.start < r->text.end;
}

/* An outlet's name is an outlet's, whatever the pipeline takes it for. */
static bool is_outlets(const struct unit *u, const struct run *r) {
    for (uint32_t i = r->first; i < r->end; i++)
        if (u->words.at[i].mention != NO_INDEX)
            return true;
    return false;
}

static int collect(struct names_pass *p) {
    struct unit *u = p->u;
    uint32_t word = 0;
    for (uint32_t i = 0; i < u->doc->entities.n; i++) {
        const struct doc_entity *e = &u->doc->entities.at[i];
        struct run r = {.text = {u->doc->tokens.at[e->first].text.start,
                                 u->doc->tokens.at[e->end - 1].text.end},
                        .kind = kind_of(u, e)};
        while (word < u->words.n && u->words.at[word].text.end <= r.text.start)
            word++;
        for (r.first = r.end = word;
             r.end < u->words.n && u->words.at[r.end].text.start < r.text.end; r.end++)
            ;
        if (r.kind == KINDS || !trim(u, &r) || is_outlets(u, &r))
            continue;
        struct run *added = VEC_PUSH(u->a, &p->runs);
        if (!added)
            return arena_fail(u->a, u->err);
        *added = r;
    }
    return TS_OK;
}

static int add_mention(struct unit *u, uint32_t entity, uint32_t word, struct span text) {
    struct mention *m = VEC_PUSH(u->a, &u->analysis->entities.at[entity].mentions);
    if (!m)
        return arena_fail(u->a, u->err);
    *m = (struct mention){text, u->words.at[word].sentence};
    return TS_OK;
}

static int add_entity(uint32_t *index, struct unit *u, struct str name, bool outlet) {
    struct entity *e = VEC_PUSH(u->a, &u->analysis->entities);
    if (!e)
        return arena_fail(u->a, u->err);
    *e = (struct entity){.name = name, .kind = STR("ORG"), .outlet = outlet};
    *index = u->analysis->entities.n - 1;
    return TS_OK;
}

/* The entity of a name; made when it is new. */
static int entity_of(uint32_t *entity, struct names_pass *p, struct str name) {
    struct unit *u = p->u;
    uint32_t *slot = map_put(&p->entities, name);
    if (!slot)
        return arena_fail(u->a, u->err);
    if (*slot == MAP_NONE) {
        int status = add_entity(slot, u, name, false);
        if (status != TS_OK)
            return status;
    }
    *entity = *slot;
    while (p->votes.n < u->analysis->entities.n) {
        struct votes *v = VEC_PUSH(u->a, &p->votes);
        if (!v)
            return arena_fail(u->a, u->err);
        *v = (struct votes){{0}};
    }
    return TS_OK;
}

/* A person's full names are entered first, so that a family name before its full form finds it. */
static int enter_person(struct names_pass *p, const struct run *r) {
    struct unit *u = p->u;
    uint32_t entity = NO_INDEX;
    int status = entity_of(&entity, p, str_span(u->text, r->text));
    uint32_t *last = status == TS_OK ? map_put(&p->family, unit_text(u, r->end - 1)) : NULL;
    if (!last)
        return status == TS_OK ? arena_fail(u->a, u->err) : status;
    *last = *last == MAP_NONE || *last == entity ? entity : AMBIGUOUS;
    return TS_OK;
}

static int enter_mention(struct names_pass *p, const struct run *r) {
    struct unit *u = p->u;
    struct str form = str_span(u->text, r->text);
    uint32_t entity = r->end - r->first == 1 ? map_get(&p->family, form) : MAP_NONE;
    int status = TS_OK;
    if (entity == MAP_NONE || entity == AMBIGUOUS)
        status = entity_of(&entity, p, form);
    if (status != TS_OK)
        return status;
    p->votes.at[entity].of[r->kind]++;
    return add_mention(u, entity, r->first, r->text);
}

static int note_single(struct names_pass *p, const struct run *r) {
    uint32_t *slot = map_put(&p->single, str_span(p->u->text, r->text));
    if (!slot)
        return arena_fail(p->u->a, p->u->err);
    if (*slot == MAP_NONE)
        *slot = r->kind;
    return TS_OK;
}

/* A word that is a name elsewhere in the text, or the family name of somebody in it. */
static bool known_name(const struct names_pass *p, uint32_t word, struct run *r) {
    const struct unit *u = p->u;
    if (!unit_capital(u, word) || u->words.at[word].mention != NO_INDEX)
        return false;
    struct str text = unit_text(u, word);
    uint32_t person = map_get(&p->family, text), kind = map_get(&p->single, text);
    if (person != MAP_NONE && person != AMBIGUOUS)
        kind = PERSON;
    *r = (struct run){word, word + 1, u->words.at[word].text, kind};
    return kind != MAP_NONE;
}

/* All names in the order of the text: the pipeline's, and between them words that it took for names
 * in other places alone. */
static int enter_mentions(struct names_pass *p) {
    int status = TS_OK;
    uint32_t word = 0;
    for (uint32_t i = 0; i <= p->runs.n && status == TS_OK; i++) {
        uint32_t end = i < p->runs.n ? p->runs.at[i].first : p->u->words.n;
        for (struct run r; word < end && status == TS_OK; word++)
            if (known_name(p, word, &r))
                status = enter_mention(p, &r);
        if (i < p->runs.n && status == TS_OK) {
            status = enter_mention(p, &p->runs.at[i]);
            word = p->runs.at[i].end;
        }
    }
    return status;
}

/* The kind that an entity was found to be most often; the first of name_kinds when several are. */
static void decide_kinds(struct names_pass *p) {
    for (uint32_t e = 0; e < p->votes.n; e++) {
        const struct votes *v = &p->votes.at[e];
        uint32_t best = 0;
        for (uint32_t k = 1; k < KINDS; k++)
            if (v->of[k] > v->of[best])
                best = k;
        if (v->of[best])
            p->u->analysis->entities.at[e].kind = str_of(name_kinds[best]);
    }
}

/* Outlets that the text names become entities: those of the table, those that were credited, the
 * own one. */
static int enter_outlets(struct unit *u) {
    struct outlet_names *names = u->names;
    for (uint32_t k = 0; k < names->at.n; k++) {
        struct outlet_name *n = &names->at.at[k];
        if (n->row == NO_INDEX && !n->credited)
            continue;
        int status = add_entity(&n->entity, u, n->name, true);
        if (status != TS_OK)
            return status;
    }
    for (uint32_t k = 0; k < u->mentions.n; k++) {
        struct outlet_mention *m = &u->mentions.at[k];
        uint32_t entity = m->name == NO_INDEX ? NO_INDEX : names->at.at[m->name].entity;
        bool back = m->how == MENTION_BACK;
        if (entity != NO_INDEX && m->first < m->end && !back) {
            int status = add_mention(u, entity, m->first, unit_span(u, m->first, m->end));
            for (uint32_t i = m->first; i < m->end; i++)
                u->words.at[i].mention = k; /* a bare head has it by its credit alone */
            if (status != TS_OK)
                return status;
        } else if (m->first < m->end) {
            for (uint32_t i = m->first; i < m->end; i++)
                u->words.at[i].mention = NO_INDEX; /* may be a name of another kind */
        }
    }
    return TS_OK;
}

/* Until here an outlet's statement has its place among the outlet names. */
static void link_outlets(struct unit *u) {
    for (uint32_t i = 0; i < u->analysis->statements.n; i++) {
        struct statement *s = &u->analysis->statements.at[i];
        if (s->entity != NO_INDEX)
            s->entity = u->names->at.at[s->entity].entity;
    }
}

static const struct mention *mention_at(const struct entity *e, uint32_t byte) {
    uint32_t low = 0, high = e->mentions.n;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (e->mentions.at[mid].text.start < byte)
            low = mid + 1;
        else
            high = mid;
    }
    return low < e->mentions.n ? &e->mentions.at[low] : NULL;
}

/* Whether the name at a byte heads the source: nothing is "of" it and it owns nothing. */
static bool heads_source(const struct unit *u, struct span source, struct span name) {
    static const char *const links[] = {" of ", " for ", " at ", " in ", " from ", " with "};
    struct str before = str_cut(u->text, source.start, name.start),
               after = str_cut(u->text, name.end, u->text.n);
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (str_has_nocase(before, str_of(links[i])))
            return false;
    return !str_starts(after, STR("'s")) && !str_starts(after, STR("\xE2\x80\x99s"));
}

/* Other sources get the entity of the last name in their span that can be its head. */
static void link_names(struct unit *u, const struct map *starts) {
    for (uint32_t i = 0; i < u->analysis->statements.n; i++) {
        struct statement *s = &u->analysis->statements.at[i];
        if (s->in_title || s->entity != NO_INDEX)
            continue;
        for (uint32_t at = s->source.start;
             at < s->source.end && at < s->source.start + SOURCE_BYTES; at++) {
            uint32_t entity = map_get_u64(starts, at);
            if (entity == MAP_NONE)
                continue;
            const struct mention *m = mention_at(&u->analysis->entities.at[entity], at);
            if (m && heads_source(u, s->source, m->text))
                s->entity = entity;
        }
    }
}

static int index_mentions(struct unit *u, struct map *starts) {
    map_init(starts, u->a);
    for (uint32_t e = 0; e < u->analysis->entities.n; e++) {
        const struct entity *entity = &u->analysis->entities.at[e];
        for (uint32_t k = 0; k < entity->mentions.n; k++) {
            uint32_t *slot = map_put_u64(starts, entity->mentions.at[k].text.start);
            if (!slot)
                return arena_fail(u->a, u->err);
            *slot = e;
        }
    }
    return TS_OK;
}

int unit_find_names(struct unit *u) {
    struct names_pass p = {.u = u};
    map_init(&p.entities, u->a);
    map_init(&p.family, u->a);
    map_init(&p.single, u->a);
    int status = enter_outlets(u);
    if (status == TS_OK)
        status = collect(&p);
    for (uint32_t i = 0; i < p.runs.n && status == TS_OK; i++)
        if (p.runs.at[i].end - p.runs.at[i].first == 1)
            status = note_single(&p, &p.runs.at[i]);
        else if (p.runs.at[i].kind == PERSON)
            status = enter_person(&p, &p.runs.at[i]);
    if (status == TS_OK)
        status = enter_mentions(&p);
    decide_kinds(&p);
    link_outlets(u);
    struct map starts;
    if (status == TS_OK)
        status = index_mentions(u, &starts);
    if (status == TS_OK)
        link_names(u, &starts);
    return status;
}
