#include "compare/source_names.h"

#include "compare/bare_names.h"
#include "compare/normal_names.h"
#include "compare/report_forms.h"

#include <string.h>

enum {
    KEY_BYTES = 160,
    VARIANT_LETTERS = 6,
    LONG_LETTERS = 8,
    WORD_BYTES = 32,
    RELATIVES = 32,
    SPELLED_LETTERS = 6,
    LOOKED_AT = 256
};

uint32_t name_mention_at(const struct name_mentions *list, uint32_t byte) {
    return SPANS_FROM(list->at, byte);
}

struct str source_first_word(struct str s) {
    size_t end = str_find_byte(s, ' ', 0);
    return end == SIZE_MAX ? s : str_cut(s, 0, end);
}

struct str source_last_word(struct str s) {
    size_t at = s.n;
    while (at > 0 && s.at[at - 1] != ' ')
        at--;
    return str_cut(s, at, s.n);
}

bool source_is_capitals(struct str name) {
    for (size_t i = 0; i < name.n; i++)
        if (ascii_alpha(name.at[i]) && !ascii_upper(name.at[i]))
            return false;
    return name.n > 0;
}

/* How many letters must be put in, left out or exchanged (Levenshtein 1966); of two short words. */
static unsigned edits(struct str a, struct str b) {
    unsigned row[WORD_BYTES + 1];
    if (a.n > WORD_BYTES || b.n > WORD_BYTES)
        return WORD_BYTES;
    for (unsigned k = 0; k <= b.n; k++)
        row[k] = k;
    for (unsigned i = 1; i <= a.n; i++) {
        unsigned diagonal = row[0];
        row[0] = i;
        for (unsigned k = 1; k <= b.n; k++) {
            unsigned change = diagonal + (a.at[i - 1] != b.at[k - 1]);
            unsigned least = row[k] < row[k - 1] ? row[k] + 1 : row[k - 1] + 1;
            diagonal = row[k];
            row[k] = change < least ? change : least;
        }
    }
    return row[b.n];
}

/* "mohammed" and "mohammad", "j" and "jane", "pam" and "pamela"; not "jane" and "john", nor
 * "daniel" and "daniela". */
static bool same_given_name(struct str a, struct str b) {
    if (!a.n || !b.n)
        return false;
    if (str_eq(a, b) || bare_name_is_short(a, b) || bare_name_is_short(b, a))
        return true;
    if (a.at[0] != b.at[0] || a.n == 1 || b.n == 1)
        return a.at[0] == b.at[0];
    unsigned may_differ = a.n >= LONG_LETTERS && b.n >= LONG_LETTERS ? 2 : 1;
    size_t least = a.n == b.n ? VARIANT_LETTERS : VARIANT_LETTERS - 1; /* "naser" and "nasser" */
    return a.n >= least && b.n >= least && a.at[a.n - 1] == b.at[b.n - 1] &&
           edits(a, b) <= may_differ;
}

static uint32_t add_source(struct claim_sources *s, struct str name, struct str form,
                           enum origin_kind kind) {
    struct claim_source *added = VEC_PUSH(s->w->scratch, &s->at);
    if (!added)
        return NO_INDEX;
    *added = (struct claim_source){.name = name,
                                   .kind = kind,
                                   .form = form,
                                   .relatives = NO_INDEX,
                                   .speaks_for = NO_INDEX,
                                   .owns = NO_INDEX};
    return s->at.n - 1;
}

static unsigned words_in(struct str s) {
    unsigned n = 1;
    for (size_t i = 0; i < s.n; i++)
        n += s.at[i] == ' ';
    return n;
}

/* A name of more words tells more, "Norland Front fighters" less than "Norland Front". */
static bool is_fuller(struct str name, struct str other) {
    size_t at = 0, of_other = 0;
    bool capital = utf8_is_upper(utf8_next(source_last_word(name), &at));
    bool other_capital = utf8_is_upper(utf8_next(source_last_word(other), &of_other));
    return capital == other_capital ? words_in(name) > words_in(other) : capital;
}

/* Another form of the name; NULL when it is known already, or *ok is false: no memory. */
static struct str *add_alias(bool *ok, struct claim_sources *s, uint32_t source, struct str name) {
    struct claim_source *x = &s->at.at[source];
    *ok = true;
    if (str_eq(x->name, name))
        return NULL;
    for (uint32_t i = 0; i < x->aliases.n; i++)
        if (str_eq(x->aliases.at[i], name))
            return NULL;
    struct str *alias = VEC_PUSH(s->w->a, &x->aliases);
    *ok = alias != NULL;
    if (alias)
        *alias = name;
    return alias;
}

/* The same; of people and organisations the fullest is the name. */
static bool add_name(struct claim_sources *s, uint32_t source, struct str name) {
    bool ok;
    struct str *alias = add_alias(&ok, s, source, name);
    struct claim_source *x = &s->at.at[source];
    bool named = x->kind == ORIGIN_PERSON || x->kind == ORIGIN_ORGANISATION;
    if (alias && named && is_fuller(name, x->name)) {
        *alias = x->name;
        x->name = name;
    }
    return ok;
}

/* "norland ferry" of "Norland Ferry Company": what it is called with or without its legal form. */
static struct str without_legal_form(struct str name, struct str form) {
    static const char *const ends[] = {" company",     " co",  " inc",     " incorporated", " corp",
                                       " corporation", " ltd", " limited", " llc",          " plc"};
    bool named = utf8_capital(name);
    for (size_t i = 0; named && i < sizeof ends / sizeof *ends; i++)
        if (str_ends(form, str_of(ends[i])) && form.n > strlen(ends[i]))
            return str_cut(form, 0, form.n - strlen(ends[i]));
    return form;
}

/* The source of this kind with this normal form, made when new; NO_INDEX: no memory. */
uint32_t source_named(struct claim_sources *s, uint32_t report, struct str name, struct str form,
                      enum origin_kind kind) {
    char room[KEY_BYTES * 4 + 2];
    if (kind == ORIGIN_ORGANISATION || (kind == ORIGIN_PERSON && source_is_capitals(name)))
        form = name_ties_form(&s->ties, report, name, form);
    struct public_body body = {.kind = NO_INDEX, .form = form};
    if (kind == ORIGIN_ORGANISATION)
        body = public_bodies_find(&s->bodies, report, form);
    const bool public = body.kind != NO_INDEX; /* it keeps the name of the body */
    form = body.form;
    struct str called = without_legal_form(name, form);
    size_t n = called.n < sizeof room - 1 ? called.n : sizeof room - 1;
    room[0] =
        (char)('0' + (kind == ORIGIN_PERSON ? ORIGIN_ORGANISATION : kind)); /* taggers mix these */
    memcpy(room + 1, called.at, n);
    struct str key = str_copy(s->w->scratch, (struct str){room, n + 1});
    uint32_t *slot = key.at ? map_put(&s->by_name, key) : NULL;
    if (!slot)
        return NO_INDEX;
    if (*slot == MAP_NONE) {
        *slot = add_source(s, public ? body.name : name, form, kind);
        if (*slot == NO_INDEX)
            return NO_INDEX;
    }
    uint32_t found = *slot;
    bool ok = true;
    if (public)
        add_alias(&ok, s, found, name);
    else
        ok = add_name(s, found, name);
    return ok ? found : NO_INDEX;
}

/* Whether some report has both names in full, and so tells two people apart. */
static bool are_told_apart(const struct claim_sources *s, struct str form, struct str other) {
    for (uint32_t i = 0; i < s->story->reports.n; i++) {
        uint32_t report = s->story->reports.at[i];
        if (source_has_full_name(s, report, form) && source_has_full_name(s, report, other))
            return true;
    }
    return false;
}

bool source_has_full_name(const struct claim_sources *s, uint32_t report, struct str form) {
    return report_forms_get(&s->full_names, report, form) != MAP_NONE;
}

bool source_note_full_name(struct claim_sources *s, uint32_t report, struct str name) {
    struct str form = compare_normal_name(s->w, bare_person_name(name), "");
    struct str family = source_last_word(form);
    if (!form.at || family.n == form.n)
        return form.at != NULL;
    uint32_t *slot = report_forms_put(&s->full_names, s->w, report, form);
    if (slot)
        *slot = 0;
    slot = slot ? report_forms_put(&s->full_names, s->w, report, family) : NULL;
    if (slot)
        *slot = 0;
    return slot != NULL;
}

/* Another spelling of a full name: the given name is the same, the family names differ by a letter
 * behind the first. */
static uint32_t by_spelling(const struct claim_sources *s, struct str form) {
    struct str family = source_last_word(form);
    for (uint32_t i = 0; family.n >= SPELLED_LETTERS && i < s->at.n && i < LOOKED_AT; i++) {
        const struct claim_source *x = &s->at.at[i];
        struct str other = source_last_word(x->form);
        if (x->kind == ORIGIN_PERSON && other.n < x->form.n && other.n >= SPELLED_LETTERS &&
            other.n <= family.n + 1 && family.n <= other.n + 1 && other.at[0] == family.at[0] &&
            edits(other, family) <= 1 &&
            str_eq(source_first_word(x->form), source_first_word(form)) &&
            !are_told_apart(s, x->form, form))
            return i;
    }
    return NO_INDEX;
}

/* The one person whose given name that is, of those whom the report names in full. */
static uint32_t by_given_name(const struct claim_sources *s, uint32_t report, struct str form) {
    uint32_t found = NO_INDEX;
    for (uint32_t i = 0; i < s->at.n && i < LOOKED_AT; i++) {
        const struct claim_source *x = &s->at.at[i];
        if (x->kind != ORIGIN_PERSON || source_last_word(x->form).n == x->form.n ||
            !str_eq(source_first_word(x->form), form) || !source_has_full_name(s, report, x->form))
            continue;
        if (found != NO_INDEX)
            return NO_INDEX;
        found = i;
    }
    return found;
}

/* The last such person of this family name, best one whom the report names in full. */
static uint32_t by_family_name(const struct claim_sources *s, uint32_t report, struct str form) {
    uint32_t last = map_get(&s->families, form);
    uint32_t found = last == MAP_NONE ? NO_INDEX : last, i = found;
    for (unsigned n = 0; i != NO_INDEX && n < RELATIVES; n++) {
        if (source_has_full_name(s, report, s->at.at[i].form))
            return i;
        i = s->at.at[i].relatives;
    }
    return found;
}

bool source_has_royal_title(struct str name) {
    static const char *const titles[] = {"Pope",     "King",   "Queen", "Prince",
                                         "Princess", "Sheikh", "Saint", "St"};
    struct str first = source_first_word(name);
    return first.n < name.n && str_is_one_of(first, titles, sizeof titles / sizeof *titles);
}

/* The person of one name alone. */
static uint32_t person_of_one_name(struct claim_sources *s, uint32_t report, struct str name,
                                   struct str form) {
    uint32_t found = source_has_royal_title(name) ? NO_INDEX : by_family_name(s, report, form);
    if (found == NO_INDEX && str_find_byte(name, ' ', 0) == SIZE_MAX) /* no title before it */
        found = by_given_name(s, report, form);
    if (found == NO_INDEX)
        return source_named(s, report, name, form, ORIGIN_PERSON);
    return add_name(s, found, name) ? found : NO_INDEX;
}

/* The one of this family name whose given name is the same, else the one whose is spelled alike. */
static uint32_t by_relatives(const struct claim_sources *s, struct str form) {
    uint32_t i = map_get(&s->families, source_last_word(form)), alike = NO_INDEX, count = 0;
    struct str given = source_first_word(form);
    if (i == MAP_NONE)
        return NO_INDEX;
    for (unsigned n = 0; i != NO_INDEX && n < RELATIVES; n++, i = s->at.at[i].relatives) {
        struct str other = source_first_word(s->at.at[i].form);
        if (str_eq(other, given))
            return i;
        if (same_given_name(other, given) && !are_told_apart(s, s->at.at[i].form, form)) {
            alike = i;
            count++;
        }
    }
    return count == 1 ? alike : NO_INDEX;
}

uint32_t person_named(struct claim_sources *s, uint32_t report, struct str whole) {
    struct str bare = bare_person_name(whole), form = compare_normal_name(s->w, bare, "");
    if (!form.at)
        return NO_INDEX;
    if (!form.n)
        form = compare_normal_name(s->w, whole, "");
    struct str family = source_last_word(form), name = family.n == form.n ? whole : bare;
    if (!form.at || family.n == form.n)
        return form.at ? person_of_one_name(s, report, name, form) : NO_INDEX;
    uint32_t found = by_relatives(s, form), count = s->at.n;
    if (found == NO_INDEX)
        found = by_spelling(s, form);
    if (found != NO_INDEX)
        return add_name(s, found, name) ? found : NO_INDEX;
    uint32_t source = source_named(s, report, name, form, ORIGIN_PERSON);
    uint32_t *slot = source == NO_INDEX ? NULL : map_put(&s->families, family);
    if (!slot)
        return NO_INDEX;
    if (source == count) /* it is new */
        s->at.at[source].relatives = *slot == MAP_NONE ? NO_INDEX : *slot;
    if (source == count || *slot == MAP_NONE)
        *slot = source;
    return source;
}
