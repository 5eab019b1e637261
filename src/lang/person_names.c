/* The names of persons: parts, spellings, and which of the text's persons a name can be. */
#include "lang/coreference.h"

#include "base/utf8.h"
#include "lang/name_forms.h"

enum { FAMILY_MAX = 16 }; /* persons of like family names that are looked at */

enum gender honorific_gender(struct str word, bool *honorific) {
    static const struct {
        const char *word;
        enum gender gender;
    } rows[] = {{"mr", GENDER_MALE},        {"sir", GENDER_MALE},    {"lord", GENDER_MALE},
                {"king", GENDER_MALE},      {"prince", GENDER_MALE}, {"pope", GENDER_MALE},
                {"mrs", GENDER_FEMALE},     {"ms", GENDER_FEMALE},   {"miss", GENDER_FEMALE},
                {"lady", GENDER_FEMALE},    {"dame", GENDER_FEMALE}, {"queen", GENDER_FEMALE},
                {"princess", GENDER_FEMALE}};
    while (word.n && word.at[word.n - 1] == '.')
        word.n--;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (str_eq_nocase(word, str_of(rows[i].word))) {
            *honorific = true;
            return rows[i].gender;
        }
    *honorific = false;
    return GENDER_UNKNOWN;
}

/* "Mary Ann", "Jean-Claude": the first part tells. */
enum gender given_gender(const struct coreference *c, struct str given) {
    return lexicon_given_name(c->u->tables, given);
}

/* "Jr.", "III": behind a family name. */
static bool is_suffix(struct str word) {
    static const char *const words[] = {"jr", "sr", "ii", "iii", "iv"};
    while (word.n && word.at[word.n - 1] == '.')
        word.n--;
    return str_is_one_of(word, words, sizeof words / sizeof *words);
}

/* Of a father and a son who share a name; elsewhere "Jr." is left out by the second mention. */
static char suffix_of(struct str word) {
    bool junior = str_starts_nocase(word, STR("jr")), senior = str_starts_nocase(word, STR("sr"));
    return !is_suffix(word) ? 0 : junior ? 'j' : senior ? 's' : 0;
}

/* "van", "de", "bin", "al": of a family name. */
static bool is_particle(struct str word) {
    static const char *const words[] = {"van", "von", "de", "del", "della", "der",
                                        "den", "da",  "di", "la",  "le",    "bin",
                                        "ibn", "al",  "el", "abu", "st"};
    size_t at = 0;
    if (!utf8_is_upper(utf8_next(word, &at)))
        return true;
    return str_is_one_of(word, words, sizeof words / sizeof *words);
}

static struct str without_article(struct str family) {
    if (family.n > 5 &&
        (str_starts_nocase(family, STR("al-")) || str_starts_nocase(family, STR("el-"))))
        return str_cut(family, 3, family.n);
    return family;
}

/* Where the last word of name..end begins. */
static size_t last_word(struct str name, size_t end) {
    while (end > 0 && !ascii_space(name.at[end - 1]))
        end--;
    return end;
}

static size_t blank_before(struct str name, size_t at) {
    while (at > 0 && (ascii_space(name.at[at - 1]) || name.at[at - 1] == ','))
        at--;
    return at;
}

bool person_parts(struct person_parts *out, struct arena *a, struct str name) {
    size_t end = name.n, family = last_word(name, end), given = 0;
    *out = (struct person_parts){.suffix = suffix_of(str_cut(name, family, end))};
    while (family > 0 && is_suffix(str_cut(name, family, end))) {
        end = blank_before(name, family);
        family = last_word(name, end);
    }
    while (given < family && !ascii_space(name.at[given]))
        given++;
    bool whole = family > 0 && !is_particle(str_cut(name, 0, given));
    size_t middle = blank_before(name, family); /* its end: particles are the family's */
    while (middle > given && is_particle(str_cut(name, last_word(name, middle), middle)))
        middle = blank_before(name, last_word(name, middle));
    out->family = name_folded(a, without_article(str_cut(name, family, end)));
    if (whole) {
        out->given = name_folded(a, str_cut(name, 0, given));
        if (middle > given)
            out->middle = name_folded(a, str_trim(str_cut(name, given, middle)));
    }
    return out->family.at && (!whole || out->given.at);
}

static bool genders_fit(enum gender a, enum gender b) {
    return a == GENDER_UNKNOWN || b == GENDER_UNKNOWN || a == b;
}

/* "John F. Kennedy" and "John Kennedy" are one; "George H. W. Bush" and "George W. Bush" are not;
 * nor are two who share a given name only. */
static bool same_person(const struct person *p, const struct person_parts *parts) {
    if (!parts->given.n || !p->given.n)
        return true;
    if (p->suffix != parts->suffix)
        return false;
    bool initials = p->middle.n && parts->middle.n && p->middle.at[0] == parts->middle.at[0] &&
                    (p->middle.n == 1 || parts->middle.n == 1);
    return name_alike(p->given, parts->given) &&
           (!p->middle.n || !parts->middle.n || str_eq(p->middle, parts->middle) || initials);
}

static void add(struct choice *out, uint32_t entity) {
    for (uint32_t i = 0; i < out->count; i++)
        if (out->entities[i] == entity)
            return;
    if (out->count < CANDIDATES)
        out->entities[out->count++] = entity;
}

bool person_find(struct choice *out, const struct coreference *c, const struct person_parts *parts,
                 enum gender gender, bool given_too) {
    const struct person_names *names = &c->persons;
    struct str skeleton = name_skeleton(c->u->a, parts->family);
    struct choice other = {.count = 0};
    out->count = 0;
    if (!skeleton.at)
        return false;
    uint32_t k = map_get(&names->by_family, skeleton);
    for (uint32_t n = 0; n < FAMILY_MAX && k < names->at.n; n++, k = names->at.at[k].next) {
        const struct person *p = &names->at.at[k];
        if (!same_person(p, parts) || !genders_fit(gender, c->genders.at[p->entity]))
            continue;
        bool plain = parts->given.n || !p->suffix;
        if (plain && str_eq(p->family, parts->family))
            add(out, p->entity);
        else if (name_alike(p->family, parts->family))
            add(&other, p->entity);
    }
    if (!out->count)
        *out = other;
    if (out->count || parts->given.n || !given_too)
        return true;
    k = map_get(&names->by_given, parts->family);
    if (k < names->at.n && genders_fit(gender, c->genders.at[names->at.at[k].entity]))
        add(out, names->at.at[k].entity);
    return true;
}

int person_enter(struct coreference *c, const struct person_parts *parts, uint32_t entity) {
    struct person_names *names = &c->persons;
    struct unit *u = c->u;
    struct str skeleton = name_skeleton(u->a, parts->family);
    uint32_t *slot = skeleton.at ? map_put(&names->by_family, skeleton) : NULL;
    struct person *p = slot ? VEC_PUSH(u->a, &names->at) : NULL;
    if (!p)
        return arena_fail(u->a, u->err);
    *p = (struct person){.entity = entity,
                         .given = parts->given,
                         .middle = parts->middle,
                         .family = parts->family,
                         .suffix = parts->suffix,
                         .next = *slot == MAP_NONE ? NO_INDEX : *slot};
    *slot = names->at.n - 1;
    if (!parts->given.n || parts->suffix)
        return TS_OK;
    slot = map_put(&names->by_given, parts->given);
    if (!slot)
        return arena_fail(u->a, u->err);
    bool other = *slot < names->at.n && names->at.at[*slot].entity != entity;
    *slot = other || *slot == PERSON_SEVERAL ? PERSON_SEVERAL : names->at.n - 1;
    return TS_OK;
}
