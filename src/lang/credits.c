/* Statements given on an outlet's word, and beside them those of the named people who spoke to it.
 */
#include "lang/credit_rules.h"

enum { LIST_NAMES = 6 };

/* "the newspaper": the outlet credited last, if the noun fits it. */
static uint32_t resolved(const struct unit *u, const struct outlet_mention *m) {
    uint32_t last = u->names->last_credited;
    if (m->how != MENTION_BACK || m->name != NO_INDEX)
        return m->name;
    if (last == NO_INDEX || u->in_title)
        return NO_INDEX;
    bool agency = unit_is(u, m->end - 1, CLASS(C_BACK_AGENCY));
    return agency == u->names->at.at[last].agency ? last : NO_INDEX;
}

/* "according to Reuters, AFP and the BBC": the others of a list are no content either. */
static uint32_t list_end(const struct unit *u, uint32_t end) {
    for (uint32_t n = 0; n < LIST_NAMES; n++) {
        uint32_t k = end + unit_mark(u, end, ',');
        k += unit_word_is(u, k, STR("and"));
        if (k == end || k >= u->words.n)
            return end;
        uint32_t first = k + unit_is(u, k, CLASS(C_DET));
        uint32_t m = first < u->words.n ? u->words.at[first].mention : NO_INDEX;
        if (m == NO_INDEX || u->mentions.at[m].left != k ||
            unit_cue(u, u->mentions.at[m].right, FORM_PAST | FORM_S, CUE_CREDIT))
            return end;
        end = u->mentions.at[m].right;
    }
    return end;
}

static bool find_rule(const struct unit *u, const struct outlet_mention *m, struct draft *d) {
    if (m->first >= m->end || m->credited || unit_has(u, m->first, W_QUOTED) ||
        credit_is_photo(u, m))
        return false;
    if (credit_before(u, m, d)) {
        uint32_t limit = unit_sentence_end(u, m->first),
                 end = d->end = credit_tail(u, list_end(u, d->end), limit);
        if (d->people.kind == PEOPLE_NONE && !d->relayed && d->end < limit &&
            credit_cited(u, d->end, limit, d, &end))
            d->end = end;
        return true;
    }
    return credit_subject(u, m, d) || credit_title(u, m, d);
}

/* The named person or organisation that spoke to the outlet has a statement too, with the same cue
 * and content. */
static int add_speaker(struct unit *u, const struct draft *credit) {
    struct draft d = *credit;
    struct statement *s;
    d.source_first = credit->people.first;
    d.source_end = credit->people.end;
    d.name = NO_INDEX;
    d.rule = "told-speaker";
    d.people = (struct people){0};
    return statement_add(&s, u, &d);
}

static int add_credit(struct unit *u, struct outlet_mention *m, struct draft *d) {
    struct statement *s;
    m->name = resolved(u, m);
    if (m->name == NO_INDEX)
        return TS_OK;
    d->name = m->name;
    d->source_first = m->left;
    d->source_end = m->end;
    if (m->left < m->first && !unit_is(u, m->first - 1, CLASS(C_DET)))
        d->source_first = m->first; /* "the German newspaper X": the name alone */
    else if (m->left < m->first)
        d->source_first = unit_word_is(u, m->first - 1, STR("the")) ? m->first - 1 : m->first;
    m->credited = true;
    u->names->last_credited = m->name;
    int status = statement_add(&s, u, d);
    if (status == TS_OK && d->relayed && d->people.kind == PEOPLE_NAMED &&
        d->people.first < d->people.end)
        status = add_speaker(u, d);
    return status;
}

int unit_find_credits(struct unit *u) {
    for (uint32_t k = 0; k < u->mentions.n; k++) {
        struct draft d;
        struct outlet_mention *m = &u->mentions.at[k];
        if (m->how == MENTION_ANY && m->first < m->end) {
            u->names->last_credited = NO_INDEX;
            continue;
        }
        int status = find_rule(u, m, &d) ? add_credit(u, m, &d) : TS_OK;
        if (status != TS_OK)
            return status;
    }
    return TS_OK;
}
