/* Entities: the outlets of the text, and other capitalised names with their later short forms. */
#include "lang/statements.h"

enum { NAME_WORDS = 7, SOURCE_BYTES = 200 };
#define AMBIGUOUS (UINT32_MAX - 1) /* a family name that two people of the text have */

/* A run of capitals that may be a name. */
struct run {
    uint32_t first, end;
};

struct names_pass {
    struct unit *u;
    VEC_OF(struct run) runs;
    struct map inside;   /* words seen as a name's in mid-sentence */
    struct map entities; /* name -> entity */
    struct map family;   /* last word of a longer name -> entity, AMBIGUOUS when two names end so */
};

static bool particle(const struct unit *u, uint32_t i) {
    static const char *const words[] = {"de", "la", "del", "van", "der", "von", "bin", "al",
                                        "el", "du", "di",  "da",  "of",  "ibn", "the"};
    if (!unit_kind(u, i, TOKEN_WORD) || unit_text(u, i).n > 3)
        return false;
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (unit_word_is(u, i, str_of(words[k])))
            return true;
    return false;
}

static bool adjacent(const struct unit *u, uint32_t i) {
    return u->tokens.at[i].text.end < u->tokens.at[i + 1].text.start &&
           u->words.at[i].sentence == u->words.at[i + 1].sentence;
}

static bool name_word(const struct unit *u, uint32_t i) {
    return unit_has(u, i, W_UPPER) && unit_kind(u, i, TOKEN_WORD) &&
           !unit_has(u, i, W_TIME | W_POSSESSIVE) && !unit_is(u, i, CLASS(C_DAY) | CLASS(C_PRON));
}

/* The end of the name that begins at i: capitals, and lower-case particles between two of them. */
static uint32_t run_from(const struct unit *u, uint32_t i) {
    uint32_t end = i + 1;
    while (end < i + NAME_WORDS && end < u->tokens.n && adjacent(u, end - 1) &&
           u->words.at[end].mention == NO_INDEX) {
        if (name_word(u, end)) {
            end++;
            continue;
        }
        if (unit_word_is(u, end, STR("of")) && !unit_is(u, end - 1, CLASS(C_ORG)))
            break; /* "the Bank of Weldon", but not "Orla Tew of Weldon" */
        uint32_t k = end;
        while (k < end + 2 && k + 1 < u->tokens.n && particle(u, k) && adjacent(u, k))
            k++;
        bool joins = k > end && name_word(u, k) && u->words.at[k].mention == NO_INDEX &&
                     !unit_word_is(u, end, STR("the"));
        if (!joins)
            break;
        end = k + 1;
    }
    return end;
}

/* "Danish President Adda Lunt": the adjective before a title is no part of the name. */
static bool titled_demonym(const struct unit *u, const struct run *r) {
    return unit_is(u, r->first, CLASS(C_DEMONYM)) && unit_is(u, r->first + 1, CLASS(C_TITLE)) &&
           r->end - r->first > 2;
}

static int collect(struct names_pass *p) {
    struct unit *u = p->u;
    for (uint32_t i = 0; i < u->tokens.n;) {
        if (!name_word(u, i) || u->words.at[i].mention != NO_INDEX) {
            i++;
            continue;
        }
        struct run r = {i, run_from(u, i)};
        i = r.end;
        while (r.first < r.end && unit_is(u, r.first, CLASS(C_COMMON)) &&
               (unit_has(u, r.first, W_START) ||
                unit_is(u, r.first, CLASS(C_DET) | CLASS(C_PREP) | CLASS(C_SUB) | CLASS(C_CONJ))))
            r.first++;
        while (r.first < r.end &&
               (unit_is(u, r.first, CLASS(C_TITLE)) || titled_demonym(u, &r) ||
                !unit_has(u, r.first, W_UPPER)) &&
               r.end - r.first > 1)
            r.first++;
        if (r.first >= r.end)
            continue;
        struct run *added = VEC_PUSH(u->a, &p->runs);
        if (!added)
            return arena_fail(u->a, u->err);
        *added = r;
        bool start = unit_has(u, r.first, W_START) ||
                     unit_has(u, r.first - (r.first > 0), W_CLOSING) ||
                     (r.first > 0 && unit_kind(u, r.first - 1, TOKEN_PUNCT) &&
                      !unit_mark(u, r.first - 1, ','));
        uint32_t *slot = start ? NULL : map_put(&p->inside, unit_text(u, r.first));
        u->refused |= !start && !slot;
        if (slot)
            *slot = 1;
    }
    return TS_OK;
}

/* A sentence's first word alone is a name only when it is one elsewhere. */
static bool is_name(const struct names_pass *p, const struct run *r) {
    const struct unit *u = p->u;
    if (r->end - r->first > 1)
        return true;
    if (unit_is(u, r->first,
                CLASS(C_COMMON) | CLASS(C_TITLE) | CLASS(C_MONTH) | CLASS(C_DEMONYM)) ||
        unit_text(u, r->first).n < 2)
        return false;
    uint32_t whole = map_get(&p->family, unit_text(u, r->first));
    return (whole != MAP_NONE && whole != AMBIGUOUS) ||
           map_get(&p->inside, unit_text(u, r->first)) != MAP_NONE;
}

static int add_mention(struct unit *u, uint32_t entity, uint32_t first, uint32_t end) {
    struct mention *m = VEC_PUSH(u->a, &u->analysis->entities.at[entity].mentions);
    if (!m)
        return arena_fail(u->a, u->err);
    *m = (struct mention){unit_span(u, first, end), u->words.at[first].sentence};
    return TS_OK;
}

static int add_entity(uint32_t *index, struct unit *u, struct str name, struct str kind) {
    struct entity *e = VEC_PUSH(u->a, &u->analysis->entities);
    if (!e)
        return arena_fail(u->a, u->err);
    *e = (struct entity){.name = name, .kind = kind};
    *index = u->analysis->entities.n - 1;
    return TS_OK;
}

/* Full names are entered first, so that a family name before its full form finds it. */
static int enter_full(struct names_pass *p, const struct run *r) {
    struct unit *u = p->u;
    uint32_t *slot = map_put(&p->entities, str_span(u->text, unit_span(u, r->first, r->end)));
    uint32_t *last = slot ? map_put(&p->family, unit_text(u, r->end - 1)) : NULL;
    slot = last ? map_put(&p->entities, str_span(u->text, unit_span(u, r->first, r->end))) : NULL;
    if (!slot)
        return arena_fail(u->a, u->err);
    if (*slot != MAP_NONE)
        return TS_OK;
    uint32_t entity = NO_INDEX;
    int status =
        add_entity(&entity, u, str_span(u->text, unit_span(u, r->first, r->end)), STR("NAME"));
    *slot = entity;
    *last = *last == MAP_NONE ? entity : AMBIGUOUS;
    return status;
}

static int enter_mention(struct names_pass *p, const struct run *r) {
    struct unit *u = p->u;
    struct str form = str_span(u->text, unit_span(u, r->first, r->end));
    uint32_t entity = map_get(&p->entities, form);
    if (entity == MAP_NONE && r->end - r->first == 1) {
        uint32_t whole = map_get(&p->family, form);
        if (whole != MAP_NONE && whole != AMBIGUOUS)
            entity = whole;
    }
    if (entity == MAP_NONE) {
        int status = add_entity(&entity, u, form, STR("NAME"));
        uint32_t *slot = status == TS_OK ? map_put(&p->entities, form) : NULL;
        if (!slot)
            return status == TS_OK ? arena_fail(u->a, u->err) : status;
        *slot = entity;
    }
    return add_mention(u, entity, r->first, r->end);
}

/* Outlets that the text names become entities: those of the table, those that were credited, the
 * own one. */
static int enter_outlets(struct unit *u) {
    struct outlet_names *names = u->names;
    for (uint32_t k = 0; k < names->at.n; k++) {
        struct outlet_name *n = &names->at.at[k];
        if (n->row == NO_INDEX && !n->credited)
            continue;
        int status = add_entity(&n->entity, u, n->name, STR("ORG"));
        if (status != TS_OK)
            return status;
    }
    for (uint32_t k = 0; k < u->mentions.n; k++) {
        struct outlet_mention *m = &u->mentions.at[k];
        uint32_t entity = m->name == NO_INDEX ? NO_INDEX : names->at.at[m->name].entity;
        bool back = m->how == MENTION_BACK;
        if (entity != NO_INDEX && m->first < m->end && !back) {
            int status = add_mention(u, entity, m->first, m->end);
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
    map_init(&p.inside, u->a);
    map_init(&p.entities, u->a);
    map_init(&p.family, u->a);
    int status = enter_outlets(u);
    if (status == TS_OK)
        status = collect(&p);
    for (uint32_t i = 0; i < p.runs.n && status == TS_OK; i++)
        if (p.runs.at[i].end - p.runs.at[i].first > 1)
            status = enter_full(&p, &p.runs.at[i]);
    for (uint32_t i = 0; i < p.runs.n && status == TS_OK; i++)
        if (is_name(&p, &p.runs.at[i]))
            status = enter_mention(&p, &p.runs.at[i]);
    link_outlets(u);
    struct map starts;
    if (status == TS_OK)
        status = index_mentions(u, &starts);
    if (status == TS_OK)
        link_names(u, &starts);
    return status;
}
