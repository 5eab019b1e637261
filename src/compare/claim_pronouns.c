/* Whom "he" or "her" in a claim's words means, by a name that the same report gives him or her:
 * words that are read away from their report do not tell it. */
#include "compare/work.h"

#include <stdlib.h>

enum { CERTAIN_NAMES = 2, PEOPLE_MAX = 32 };

/* A person's name in a report, or "he" with the fullest form of his name before it. */
struct person {
    struct span text, name; /* name: none for a name itself, or when none is certain */
    uint32_t entity;
    bool is_name;
};

/* Those of a report, in the order of its text. */
struct people {
    VEC_OF(struct person) at;
    bool read;
};

static bool is_personal(struct str word) {
    static const char *const words[] = {"he", "him", "his", "she", "her", "hers"};
    return str_is_one_of(word, words, sizeof words / sizeof *words);
}

static bool is_one_word(struct str name) {
    for (size_t i = 0; i < name.n; i++)
        if (name.at[i] == ' ' || name.at[i] == '\n')
            return false;
    return true;
}

static int text_order(const void *x, const void *y) {
    const struct person *a = x, *b = y;
    return a->text.start < b->text.start ? -1 : a->text.start > b->text.start;
}

/* A single word that stands but once as a name may be none. */
static bool add_person(struct people *out, struct work *w, const struct analysis *n, uint32_t e) {
    const struct entity *person = &n->entities.at[e];
    struct span fullest = {0, 0};
    uint32_t names = 0;
    for (uint32_t m = 0; m < person->mentions.n; m++) {
        const struct mention *at = &person->mentions.at[m];
        bool name = at->form == MENTION_NAME;
        names += name;
        if (name && at->text.end - at->text.start > fullest.end - fullest.start)
            fullest = at->text;
        if (!name &&
            (at->form != MENTION_PRONOUN || !is_personal(str_span(n->article->text, at->text))))
            continue;
        bool certain = names >= CERTAIN_NAMES || !is_one_word(str_span(n->article->text, fullest));
        struct person *added = VEC_PUSH(w->scratch, &out->at);
        if (!added)
            return false;
        *added = (struct person){at->text, certain ? fullest : (struct span){0, 0}, e, name};
    }
    return true;
}

static bool read_people(struct people *out, struct work *w, const struct analysis *n) {
    for (uint32_t e = 0; e < n->entities.n; e++)
        if (str_eq(n->entities.at[e].kind, STR("PERSON")) && !add_person(out, w, n, e))
            return false;
    if (out->at.n)
        qsort(out->at.at, out->at.n, sizeof *out->at.at, text_order);
    out->read = true;
    return true;
}

/* Whether the claim's words name the person too, or, of "before his death, Roe", another whom a
 * pronoun before the name may mean. */
static bool is_named(const struct person *at, const struct person *end, const struct person *he) {
    for (; at < end; at++)
        if (at->is_name && (at->entity == he->entity || at->text.start > he->text.start))
            return true;
    return false;
}

/* Whether another person is named in the sentence in which this one is named last, or since: "Roe
 * succeeded Quill. He left debts." Who was named long ago may be another, too. */
static bool has_rival(const struct analysis *n, const struct person *first,
                      const struct person *he) {
    const struct person *at = he;
    uint32_t from = UINT32_MAX;
    for (uint32_t k = 0; at > first && k < PEOPLE_MAX && from == UINT32_MAX; k++)
        if ((--at)->is_name && at->entity == he->entity) {
            uint32_t sentence = compare_sentence_at(n, at->text.start);
            from = sentence == NO_INDEX ? at->text.start : n->sentences.at[sentence].text.start;
        }
    for (at = he; at > first && (at - 1)->text.start >= from; at--)
        if (he - at >= PEOPLE_MAX || ((at - 1)->is_name && (at - 1)->entity != he->entity))
            return true;
    return from == UINT32_MAX;
}

static bool is_told(const struct claim *c, const struct person *he) {
    for (uint32_t i = 0; i < c->means.n; i++)
        if (c->means.at[i].name.start == he->name.start ||
            c->means.at[i].pronoun.start == he->text.start)
            return true;
    return false;
}

static bool add_meanings(struct claim *c, struct work *w, const struct people *people) {
    const struct analysis *n = w->c->reports.at[c->report].analysis;
    const struct person *at = people->at.at + SPANS_FROM(people->at, c->text.start), *end = at;
    const struct person *last = people->at.at + people->at.n;
    while (end < last && end->text.start < c->text.end && end - at < PEOPLE_MAX)
        end++;
    for (const struct person *he = at; he < end; he++) {
        if (he->is_name || he->name.start == he->name.end || is_named(at, end, he) ||
            is_told(c, he) || has_rival(n, people->at.at, he))
            continue;
        struct pronoun_meaning *added = VEC_PUSH(w->a, &c->means);
        if (!added)
            return false;
        *added = (struct pronoun_meaning){he->text, he->name};
    }
    return true;
}

int compare_claim_pronouns(struct work *w) {
    struct people *people = work_zero(w, w->c->reports.n, sizeof *people);
    bool ok = people;
    for (uint32_t i = 0; ok && i < w->c->claims.n; i++) {
        struct claim *c = &w->c->claims.at[i];
        struct people *of = &people[c->report];
        ok = (of->read || read_people(of, w, w->c->reports.at[c->report].analysis)) &&
             (!of->at.n || add_meanings(c, w, of));
    }
    return ok ? TS_OK : work_memory(w);
}
