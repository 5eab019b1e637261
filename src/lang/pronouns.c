/* Whom "he" and "she" mean, and words like "the rabbi": the people that the text has spoken of so
 * far, and which of them alone a word can be. */
#include "lang/coreference.h"

enum { SENTENCES = 3, LOOKED_AT = 24, CLIMB = 12 };

struct pass {
    struct coreference *c;
    struct told_roles roles;
    uint32_t last_sentence;
    uint32_t told; /* sentences so far that begin in no quotation and stand in no caption */
    bool caption;  /* the last one stands in one */
};

/* A person that a pronoun can be, by the nearest event. */
struct referent {
    /* in the nearest sentence: as its main subject, else as a subject */
    const struct spoken_of *event;
};

static bool dep_is(const struct coreference *c, uint32_t i, uint16_t dep) {
    return tree_token(c->u->tree, i)->dep == dep;
}

static uint32_t sentence_of(const struct coreference *c, uint32_t i) {
    uint32_t word = c->u->tree->word[i];
    return word < c->u->words.n ? c->u->words.at[word].sentence : 0;
}

static bool is_quoted(const struct coreference *c, uint32_t i) {
    return unit_has(c->u, c->u->tree->word[i], W_QUOTED);
}

static bool is_subject(const struct coreference *c, uint32_t i) {
    return dep_is(c, i, c->u->tree->labels.nsubj) || dep_is(c, i, c->u->tree->labels.nsubjpass);
}

/* Whether a verb is the sentence's own or is joined to it. */
static bool is_main(const struct coreference *c, uint32_t verb) {
    const struct tree_labels *l = &c->u->tree->labels;
    for (uint32_t n = 0; n < CLIMB && verb != NO_INDEX; n++) {
        uint32_t head = tree_head(c->u->tree, verb);
        if (head == NO_INDEX)
            return true;
        if (!dep_is(c, verb, l->conj))
            return false;
        verb = head;
    }
    return false;
}

/* The word whose place in the clause a name or noun has: "director" of "the director, Ann Roe", the
 * first of "Roe and Tew". */
static uint32_t place_of(const struct coreference *c, uint32_t i) {
    for (uint32_t n = 0; n < CLIMB; n++) {
        uint32_t head = tree_head(c->u->tree, i);
        if (head == NO_INDEX ||
            !(dep_is(c, i, c->u->tree->labels.appos) || dep_is(c, i, c->u->tree->labels.conj)))
            break;
        i = head;
    }
    return i;
}

static int add_event(struct pass *p, uint32_t i, uint32_t entity, enum gender gender,
                     bool pronoun) {
    struct spoken_of *e = VEC_PUSH(p->c->u->a, &p->c->spoken_of);
    if (!e)
        return arena_fail(p->c->u->a, p->c->u->err);
    uint32_t at = place_of(p->c, i);
    *e = (struct spoken_of){.mention = i,
                            .token = at,
                            .sentence = p->told,
                            .entity = entity,
                            .gender = gender,
                            .subject = is_subject(p->c, at),
                            .main =
                                is_subject(p->c, at) && is_main(p->c, tree_head(p->c->u->tree, at)),
                            .quoted = is_quoted(p->c, i),
                            .caption = p->caption,
                            .pronoun = pronoun};
    return TS_OK;
}

static enum gender event_gender(const struct pass *p, const struct spoken_of *e) {
    return e->entity == NO_INDEX ? e->gender : p->c->genders.at[e->entity];
}

/* The verb that a word stands at, over prepositions and nouns. */
static uint32_t verb_of(const struct coreference *c, uint32_t i) {
    for (uint32_t n = 0; n < CLIMB && i != NO_INDEX; n++) {
        i = tree_head(c->u->tree, i);
        if (i == NO_INDEX || tree_token(c->u->tree, i)->pos == c->u->tree->labels.verb ||
            tree_token(c->u->tree, i)->pos == c->u->tree->labels.auxiliary)
            return i;
    }
    return NO_INDEX;
}

/* "Roe hit him": not Roe. Of a pronoun that owns ("his") it may be anybody. */
static bool is_bound(const struct coreference *c, uint32_t pronoun, const struct spoken_of *e) {
    if (dep_is(c, pronoun, c->u->tree->labels.poss))
        return false;
    uint32_t verb = verb_of(c, pronoun);
    if (is_subject(c, pronoun)) { /* "Roe heard him say" */
        struct str word = str_span(c->u->text, tree_token(c->u->tree, pronoun)->text);
        bool object = str_eq_nocase(word, STR("him")) || str_eq_nocase(word, STR("her"));
        verb = object && verb != NO_INDEX ? verb_of(c, verb) : NO_INDEX;
    }
    for (uint32_t n = 0; n < CLIMB && verb != NO_INDEX && is_subject(c, e->token); n++) {
        if (tree_head(c->u->tree, e->token) == verb)
            return true;
        bool own =
            c->u->tree->subject[verb] != NO_INDEX || c->u->tree->passive_subject[verb] != NO_INDEX;
        if (own || !(dep_is(c, verb, c->u->tree->labels.conj) ||
                     dep_is(c, verb, c->u->tree->labels.xcomp)))
            return false;
        verb = tree_head(c->u->tree, verb); /* "Roe rose and hit him" */
    }
    return false;
}

static bool fits(const struct pass *p, uint32_t i, enum gender gender, const struct spoken_of *e) {
    enum gender of = event_gender(p, e);
    return (of == GENDER_UNKNOWN || of == gender) && e->quoted == is_quoted(p->c, i) &&
           !is_bound(p->c, i, e);
}

static bool same_referent(const struct spoken_of *a, const struct spoken_of *b) {
    return a->entity != NO_INDEX ? a->entity == b->entity : a == b;
}

/* The referents of the nearest sentence that has any; the entities of all. */
struct view {
    struct referent near[LOOKED_AT];
    uint32_t count;
    struct choice all;
    bool unnamed;                   /* somebody without a name is among all */
    const struct spoken_of *passed; /* the last one passed over: what a caption says he does */
};

static void note(struct view *v, const struct spoken_of *e, uint32_t sentence) {
    if (e->entity == NO_INDEX) {
        v->unnamed = true;
    } else {
        uint32_t k = 0;
        while (k < v->all.count && v->all.entities[k] != e->entity)
            k++;
        if (k == v->all.count && k < CANDIDATES)
            v->all.entities[v->all.count++] = e->entity;
    }
    if (v->count && v->near[0].event->sentence != sentence)
        return;
    for (uint32_t k = 0; k < v->count; k++)
        if (same_referent(v->near[k].event, e)) {
            if (e->subject + e->main > v->near[k].event->subject + v->near[k].event->main)
                v->near[k].event = e;
            return;
        }
    v->near[v->count++] = (struct referent){e};
}

/* captions: also at who stands under pictures, who is not whom the text between them is about. */
static void look_back(struct view *v, const struct pass *p, uint32_t i, enum gender gender,
                      bool captions) {
    uint32_t sentence = p->told;
    *v = (struct view){.count = 0};
    for (uint32_t n = 0; n < LOOKED_AT && n < p->c->spoken_of.n; n++) {
        const struct spoken_of *e = &p->c->spoken_of.at[p->c->spoken_of.n - 1 - n];
        if (e->sentence + SENTENCES < sentence)
            break;
        if (e->caption && !captions) {
            if (e->main && !v->passed && fits(p, i, gender, e))
                v->passed = e;
            continue;
        }
        bool vague = e->entity == NO_INDEX && e->gender == GENDER_UNKNOWN && !e->subject;
        if (!vague && fits(p, i, gender, e))
            note(v, e, e->sentence);
    }
}

/* The subject of a verb that the pronoun's clause hangs on: "Roe said he". */
static const struct referent *governing(const struct coreference *c, const struct view *v,
                                        uint32_t i) {
    uint32_t verb = verb_of(c, i);
    for (uint32_t n = 0; n < CLIMB && verb != NO_INDEX; n++, verb = verb_of(c, verb))
        for (uint32_t k = 0; k < v->count; k++)
            if (v->near[k].event->subject && tree_head(c->u->tree, v->near[k].event->token) == verb)
                return &v->near[k];
    return NULL;
}

/* Whether the text tells of somebody else that this is the gender, and of the chosen one not. */
static bool another_is_surer(const struct pass *p, const struct view *v, const struct spoken_of *e,
                             enum gender gender) {
    if (event_gender(p, e) != GENDER_UNKNOWN)
        return false;
    for (uint32_t k = 0; k < v->all.count; k++)
        if (v->all.entities[k] != e->entity && p->c->genders.at[v->all.entities[k]] == gender)
            return true;
    return false;
}

static uint32_t paragraph_of(const struct coreference *c, uint32_t i) {
    uint32_t sentence = sentence_of(c, i);
    return sentence < c->u->sentences.n ? c->u->sentences.at[sentence].paragraph : 0;
}

/* "His father was Ann Roe": a new paragraph may go on with the son as well. */
static bool is_aside(const struct coreference *c, uint32_t i, const struct spoken_of *e) {
    uint16_t poss = c->u->tree->labels.poss;
    uint32_t verb = tree_head(c->u->tree, e->token);
    uint32_t subject = verb == NO_INDEX ? NO_INDEX : c->u->tree->subject[verb];
    if (paragraph_of(c, e->token) == paragraph_of(c, i) || e->pronoun)
        return false;
    bool owned = tree_token(c->u->tree, e->token)->pos == c->u->tree->labels.noun &&
                 tree_child(c->u->tree, e->token, poss) != NO_INDEX;
    return owned || (dep_is(c, e->token, c->u->tree->labels.attr) && subject != NO_INDEX &&
                     tree_child(c->u->tree, subject, poss) != NO_INDEX);
}

/* The one whom the pronoun at token i can only be, or NULL. */
static const struct spoken_of *decide(const struct pass *p, const struct view *v, uint32_t i) {
    if (v->count == 0)
        return NULL;
    const struct referent *over = governing(p->c, v, i);
    const struct spoken_of *subject = NULL, *first = v->near[0].event;
    uint32_t subjects = 0, last = 0;
    for (uint32_t k = 0; k < v->count; k++) {
        const struct spoken_of *e = v->near[k].event;
        last = e->token > last ? e->token : last;
        if (e->subject) {
            subjects++;
            subject = e;
        }
    }
    bool alone = v->all.count + v->unnamed == 1, subject_too = is_subject(p->c, i);
    if (over && over->event->token == last && subject_too)
        return over->event;
    if (is_quoted(p->c, i) && !alone)
        return NULL;
    if (v->count == 1)
        return alone || first->subject || over ? first : NULL;
    if (over && over->event->token == last)
        return over->event;
    bool here = first->sentence == p->told; /* "Roe told Tew that he" may be either */
    if (subjects == 1 && subject_too && (subject->pronoun || subject->main) &&
        (!here || subject->token == last || is_main(p->c, verb_of(p->c, i))))
        return subject;
    return NULL;
}

static enum gender pronoun_gender(struct str word) {
    static const char *const male[] = {"he", "him", "his", "himself"}, *const female[] = {
                                                                           "she", "her", "hers",
                                                                           "herself"};
    return str_is_one_of(word, male, sizeof male / sizeof *male)         ? GENDER_MALE
           : str_is_one_of(word, female, sizeof female / sizeof *female) ? GENDER_FEMALE
                                                                         : GENDER_UNKNOWN;
}

static int see_pronoun(struct pass *p, uint32_t i, enum gender gender) {
    struct coreference *c = p->c;
    struct view v;
    look_back(&v, p, i, gender, p->caption);
    if (!v.count)
        look_back(&v, p, i, gender, true);
    const struct spoken_of *e = decide(p, &v, i);
    bool passed = e && v.passed && v.passed->token > e->token && !same_referent(v.passed, e);
    if (e && (passed || another_is_surer(p, &v, e, gender) || is_aside(c, i, e)))
        e = NULL; /* a line without a full stop may be a paragraph after all */
    if (!e || e->entity == NO_INDEX) {
        int status = e || v.unnamed ? TS_OK : coreference_choice(c, i, &v.all);
        return status == TS_OK ? add_event(p, i, NO_INDEX, gender, true) : status;
    }
    if (c->genders.at[e->entity] == GENDER_UNKNOWN)
        c->genders.at[e->entity] = gender;
    c->slots[i] =
        (struct mention_slot){tree_token(c->u->tree, i)->text, e->entity, MENTION_PRONOUN};
    return add_event(p, i, e->entity, gender, true);
}

/* A name that the pipeline overlooked, of a person for all that is known. */
static bool is_unknown_name(const struct coreference *c, uint32_t i) {
    return tree_token(c->u->tree, i)->pos == c->u->tree->labels.proper_noun && is_subject(c, i) &&
           !unit_in_outlet_name(c->u, c->u->tree->word[i]);
}

/* A noun for a person or an organisation: somebody known, or one more without a name. */
static int see_noun(struct pass *p, uint32_t i) {
    struct coreference *c = p->c;
    const struct tree_labels *l = &c->u->tree->labels;
    uint32_t first = i, beside = roles_beside(c, i),
             entity =
                 beside != NO_INDEX ? c->slots[beside].entity : roles_find(c, &p->roles, i, &first);
    struct role role = roles_noun(c, i);
    if (beside != NO_INDEX) {
        struct token_range range = tree_subtree(c->u->tree, i);
        first = range.first;
    }
    if (entity != NO_INDEX) {
        struct span text = {tree_token(c->u->tree, first)->text.start,
                            tree_token(c->u->tree, i)->text.end};
        c->slots[i] = (struct mention_slot){text, entity, MENTION_NOMINAL};
        if (beside != NO_INDEX)
            return TS_OK; /* the name beside it is the event */
        return coreference_person(c, entity) ? add_event(p, i, entity, GENDER_UNKNOWN, false)
                                             : TS_OK;
    }
    bool tells = dep_is(c, i, l->compound) || dep_is(c, i, l->appos) || dep_is(c, i, l->attr) ||
                 dep_is(c, i, l->amod) || dep_is(c, i, l->nmod) ||
                 roles_name_after(c, i) != NO_INDEX;
    if (tells || !(role.known || is_unknown_name(c, i)))
        return TS_OK;
    int status = roles_other(c, &p->roles, i);
    return status == TS_OK && (!role.known || role.person)
               ? add_event(p, i, NO_INDEX, role.gender, false)
               : status;
}

static int see_name(struct pass *p, uint32_t i) {
    uint32_t entity = p->c->slots[i].entity;
    int status = roles_enter(p->c, &p->roles, i);
    if (status == TS_OK && coreference_person(p->c, entity))
        status = add_event(p, i, entity, GENDER_UNKNOWN, false);
    return status;
}

int coreference_mentions(struct coreference *c) {
    struct pass p = {.c = c};
    int status = roles_init(&p.roles, c);
    for (uint32_t i = 0; i < c->u->tree->doc->tokens.n && status == TS_OK; i++) {
        const struct doc_token *t = tree_token(c->u->tree, i);
        if (sentence_of(c, i) != p.last_sentence && !t->is_space) {
            p.last_sentence = sentence_of(c, i);
            p.caption = unit_is_caption(c->u, c->u->sentences.at[p.last_sentence].paragraph);
            p.told += !is_quoted(c, i) && !p.caption;
        }
        enum gender gender = t->pos == c->u->tree->labels.pronoun
                                 ? pronoun_gender(str_span(c->u->text, t->text))
                                 : GENDER_UNKNOWN;
        if (c->slots[i].entity != NO_INDEX)
            status = see_name(&p, i);
        else if (gender != GENDER_UNKNOWN)
            status = see_pronoun(&p, i, gender);
        else
            status = see_noun(&p, i);
        if (c->slots[i].entity != NO_INDEX)
            p.roles.seen[c->slots[i].entity] = i;
    }
    return status;
}
