#include "lang/lexicon.h"

#include <stdlib.h>
#include <string.h>

enum { SHORT_WORD = 16 };

static const char *const class_names[C_COUNT] = {
    "det",
    "indef",
    "pron",
    "person_pron",
    "prep",
    "conj",
    "sub",
    "be",
    "have",
    "do",
    "modal",
    "neg",
    "adv",
    "day",
    "month",
    "early",
    "time_unit",
    "future",
    "adj",
    "title",
    "staff",
    "piece",
    "opinion",
    "interview",
    "unnamed",
    "vague",
    "spokes",
    "org",
    "doc",
    "back",
    "back_agency",
    "near_outlet",
    "outlet_head",
    "outlet_head_sure",
    "outlet_head_weak",
    "outlet_agency",
    "outlet_first",
    "demonym",
    "photo",
    "common",
    "",
    "",
    "",
    "",
    "",
};

static const char *const kind_names[] = {"speech", "credit", "strong", "perfect", "present",
                                         "object", "by",     "in",     "to",      "to_prep",
                                         "own",    "look",   "story",  "it",      "out"};

enum { KINDS = sizeof kind_names / sizeof *kind_names };

/* What the loaders share. */
struct load {
    struct lang_tables *t;
    struct arena *a;
    struct ts_error *err;
};

static int bad_row(struct load *l, const char *table, const struct table_row *row) {
    return err_set(l->err, TS_E_FORMAT, "bad_table",
                   "%s.tsv, line %u: `%.*s` is not known in this column", table,
                   (unsigned)row->line, STR_FMT(row->field[1]));
}

/* The lexeme of a word, made when new; NULL when memory is refused. */
static struct lexeme *lexeme_of(struct load *l, struct str word) {
    uint32_t *slot = map_put(&l->t->by_word, word);
    if (!slot)
        return NULL;
    if (*slot == MAP_NONE) {
        struct lexeme *added = VEC_PUSH(l->a, &l->t->lexemes);
        if (!added)
            return NULL;
        *added = (struct lexeme){0};
        *slot = l->t->lexemes.n - 1;
    }
    return &l->t->lexemes.at[*slot];
}

static int number_of(struct str name, const char *const *names, int count) {
    for (int i = 0; i < count; i++)
        if (str_eq(name, str_of(names[i])))
            return i;
    return -1;
}

static int load_word(struct load *l, const struct table_row *row) {
    struct lexeme *x = lexeme_of(l, row->field[0]);
    if (!x)
        return arena_fail(l->a, l->err);
    for (struct str rest = row->field[1]; rest.at;) {
        int c = number_of(str_split(&rest, ' '), class_names, C_CUE);
        if (c < 0)
            return bad_row(l, "words", row);
        x->classes |= CLASS(c);
    }
    return TS_OK;
}

static int load_cue(struct load *l, const struct table_row *row) {
    struct cue cue = {.lemma = row->field[0], .force = row->field[2]};
    for (struct str rest = row->field[3]; rest.at;) {
        int k = number_of(str_split(&rest, ' '), kind_names, KINDS);
        if (k < 0)
            return bad_row(l, "cues", row);
        cue.kinds |= 1u << k;
    }
    struct cue *added = VEC_PUSH(l->a, &l->t->cues);
    if (!added)
        return arena_fail(l->a, l->err);
    *added = cue;
    unsigned form = FORM_BASE;
    for (struct str rest = row->field[1]; rest.at; form <<= 1) {
        struct lexeme *x = lexeme_of(l, str_split(&rest, '|'));
        if (!x)
            return arena_fail(l->a, l->err);
        bool first = !(x->classes & CLASS(C_CUE));
        x->classes |= CLASS(C_CUE);
        if (first)
            x->cue = (uint16_t)(l->t->cues.n - 1);
        if (x->cue == l->t->cues.n - 1)
            x->forms |= (uint8_t)form;
    }
    return TS_OK;
}

static int load_number(struct load *l, const struct table_row *row) {
    static const char *const names[] = {"",      "number", "scale",  "suffix",
                                        "dozen", "half",   "ordinal"};
    int kind = number_of(row->field[2], names, sizeof names / sizeof *names);
    struct lexeme *x = kind > 0 ? lexeme_of(l, row->field[0]) : NULL;
    if (kind <= 0)
        return bad_row(l, "numbers", row);
    if (!x)
        return arena_fail(l->a, l->err);
    x->classes |= CLASS(C_NUMBER);
    x->number_kind = (uint8_t)kind;
    x->number = strtod(row->field[1].at, NULL); /* ends at the tab */
    return TS_OK;
}

static int load_unit(struct load *l, const struct table_row *row) {
    struct lexeme *x = lexeme_of(l, row->field[0]);
    if (!x)
        return arena_fail(l->a, l->err);
    x->classes |= CLASS(C_UNIT);
    x->symbol = row->field[1];
    x->percent = str_eq(row->field[2], STR("percent"));
    return TS_OK;
}

static int load_currency(struct load *l, const struct table_row *row) {
    struct lexeme *x = lexeme_of(l, row->field[0]);
    if (!x)
        return arena_fail(l->a, l->err);
    x->classes |= CLASS(C_CURRENCY);
    x->symbol = row->field[1];
    x->before = !str_eq(row->field[2], STR("after"));
    x->after = !str_eq(row->field[2], STR("before"));
    return TS_OK;
}

static int load_abbreviation(struct load *l, const struct table_row *row) {
    static const char *const names[] = {"", "title", "never", "number", "often", "month"};
    int kind = number_of(row->field[1], names, sizeof names / sizeof *names);
    struct lexeme *x = kind > 0 ? lexeme_of(l, row->field[0]) : NULL;
    if (kind <= 0)
        return bad_row(l, "abbreviations", row);
    if (!x)
        return arena_fail(l->a, l->err);
    x->classes |= CLASS(C_ABBREVIATION);
    x->abbreviation = (uint8_t)kind;
    return TS_OK;
}

static int load_bound(struct load *l, const struct table_row *row) {
    static const char *const names[] = {"exact", "at_least", "at_most", "about"};
    struct str bound = row->field[1], key = row->field[0];
    if (str_starts(bound, STR("after "))) {
        bound = str_cut(bound, 6, bound.n);
        char *copy = arena_alloc(l->a, key.n + 6);
        if (!copy)
            return arena_fail(l->a, l->err);
        for (size_t i = 0; i < key.n + 6; i++)
            copy[i] = i < 6 ? "after "[i] : key.at[i - 6];
        key = (struct str){copy, key.n + 6};
    }
    int kind = number_of(bound, names, sizeof names / sizeof *names);
    if (kind < 0)
        return bad_row(l, "bounds", row);
    uint32_t *slot = map_put(&l->t->bounds, key);
    if (!slot)
        return arena_fail(l->a, l->err);
    *slot = (uint32_t)kind;
    return TS_OK;
}

static int load_said(struct load *l, const struct table_row *row) {
    static const char *const classes[SAID_CLASSES] = {"verb", "noun", "adjective", "light",
                                                      "adverb"};
    static const char *const frames[] = {"clause", "infinitive", "object",  "for",   "on",    "to",
                                         "about",  "of",         "against", "in",    "with",  "as",
                                         "hearer", "that",       "at",      "paper", "quoted"};
    struct said said = {.lemma = row->field[0], .force = row->field[2]};
    int word_class = number_of(row->field[1], classes, SAID_CLASSES);
    for (struct str rest = row->field[3]; rest.at;) {
        int k = number_of(str_split(&rest, ' '), frames, sizeof frames / sizeof *frames);
        if (k < 0 || word_class < 0)
            return bad_row(l, "said", row);
        said.frames |= 1u << k;
    }
    struct said *added = VEC_PUSH(l->a, &l->t->said);
    uint32_t *slot = added ? map_put(&l->t->said_by_lemma[word_class], said.lemma) : NULL;
    if (!slot)
        return arena_fail(l->a, l->err);
    *added = said;
    *slot = l->t->said.n - 1;
    return TS_OK;
}

static int load_tones(struct load *l, const struct table_row *row) {
    static const char *const classes[TONE_CLASSES] = {"verb", "noun", "adjective", "adverb"};
    static const char *const tones[] = {"hedge",       "belief",  "knowledge", "intention", "judge",
                                        "urge",        "reading", "likely",    "due",       "shell",
                                        "information", "come",    "seeming",   "deed"};
    int word_class = number_of(row->field[1], classes, TONE_CLASSES);
    if (word_class < 0)
        return bad_row(l, "tones", row);
    uint32_t *slot = map_put(&l->t->tones[word_class], row->field[0]);
    if (!slot)
        return arena_fail(l->a, l->err);
    *slot = 0;
    for (struct str rest = row->field[2]; rest.at;) {
        int tone = number_of(str_split(&rest, ' '), tones, sizeof tones / sizeof *tones);
        if (tone < 0)
            return bad_row(l, "tones", row);
        *slot |= 1u << tone;
    }
    return TS_OK;
}

enum { ROLE_ORGANISATION = 4, ROLE_EITHER = 8 }; /* beside the gender */

static int gender_of(struct str field) {
    static const char *const names[] = {"-", "f", "m"}; /* as enum gender */
    return number_of(field, names, sizeof names / sizeof *names);
}

static int load_given_name(struct load *l, const struct table_row *row) {
    int gender = gender_of(row->field[1]);
    struct str name = utf8_lower_copy(l->a, row->field[0]);
    uint32_t *slot = name.at ? map_put(&l->t->given_names, name) : NULL;
    if (!slot)
        return arena_fail(l->a, l->err);
    if (gender <= GENDER_UNKNOWN)
        return bad_row(l, "given_names", row);
    *slot = (uint32_t)gender;
    return TS_OK;
}

static int load_place(struct load *l, const struct table_row *row) {
    static const char *const kinds[] = {"country", "region", "city"};
    int kind = number_of(row->field[1], kinds, sizeof kinds / sizeof *kinds);
    struct str name = utf8_lower_copy(l->a, row->field[0]);
    uint32_t *slot = name.at ? map_put(&l->t->places, name) : NULL;
    if (!slot)
        return arena_fail(l->a, l->err);
    if (kind < 0)
        return bad_row(l, "places", row);
    *slot = (uint32_t)kind + PLACE_COUNTRY;
    return TS_OK;
}

static int load_role(struct load *l, const struct table_row *row) {
    static const char *const kinds[] = {"person", "organisation", "either"};
    int kind = number_of(row->field[1], kinds, sizeof kinds / sizeof *kinds),
        gender = gender_of(row->field[2]);
    if (kind < 0 || gender < 0)
        return bad_row(l, "roles", row);
    uint32_t *slot = map_put(&l->t->roles, row->field[0]);
    if (!slot)
        return arena_fail(l->a, l->err);
    static const uint32_t marks[] = {0, ROLE_ORGANISATION, ROLE_EITHER};
    *slot = (uint32_t)gender | marks[kind];
    return TS_OK;
}

static int load_title(struct load *l, const struct table_row *row) {
    uint32_t *slot = map_put(&l->t->titles, row->field[0]);
    struct str *roles = slot ? VEC_PUSH(l->a, &l->t->title_roles) : NULL;
    if (!roles)
        return arena_fail(l->a, l->err);
    *roles = row->field[1];
    *slot = l->t->title_roles.n - 1;
    return TS_OK;
}

/* The slot of a short word, or the free one where it belongs. */
static struct short_word *short_slot(const struct lang_tables *t, const char key[SHORT_WORD]) {
    uint64_t low, high;
    memcpy(&low, key, sizeof low);
    memcpy(&high, key + sizeof low, sizeof high);
    for (uint64_t i = hash_mix(low ^ high * 0x9E3779B97F4A7C15u) & t->short_mask;;
         i = (i + 1) & t->short_mask) {
        struct short_word *w = &t->short_words[i];
        if (!w->lexeme || (w->low == low && w->high == high))
            return w;
    }
}

static bool index_short_words(struct lang_tables *t, struct arena *a) {
    uint64_t slots = 16;
    while (slots < (uint64_t)t->by_word.n * 2)
        slots *= 2;
    t->short_mask = slots - 1;
    t->short_words = arena_zero(a, slots, sizeof *t->short_words);
    for (uint32_t i = 0; t->short_words && i < t->by_word.cap; i++) {
        const struct map_slot *s = &t->by_word.slots[i];
        char key[SHORT_WORD] = {0};
        if (!s->used || s->key.n > SHORT_WORD)
            continue;
        memcpy(key, s->key.at, s->key.n);
        struct short_word *w = short_slot(t, key);
        memcpy(&w->low, key, sizeof w->low);
        memcpy(&w->high, key + sizeof w->low, sizeof w->high);
        w->lexeme = s->value;
    }
    return t->short_words != NULL;
}

int lang_tables_new(struct lang_tables **out, struct arena *a, struct ts_error *err) {
    static const struct {
        const char *name;
        unsigned fields;
        int (*row)(struct load *l, const struct table_row *row);
    } tables[] = {
        {"words", 2, load_word},          {"cues", 4, load_cue},
        {"numbers", 3, load_number},      {"units", 3, load_unit},
        {"currencies", 3, load_currency}, {"abbreviations", 2, load_abbreviation},
        {"bounds", 2, load_bound},        {"said", 4, load_said},
        {"tones", 3, load_tones},         {"given_names", 2, load_given_name},
        {"roles", 3, load_role},          {"places", 2, load_place},
        {"titles", 2, load_title},
    };
    struct lang_tables *t = arena_zero(a, 1, sizeof *t);
    struct lexeme *none = t ? VEC_PUSH(a, &t->lexemes) : NULL;
    if (!none)
        return arena_fail(a, err);
    *none = (struct lexeme){0};
    map_init(&t->by_word, a);
    map_init(&t->bounds, a);
    map_init(&t->given_names, a);
    map_init(&t->places, a);
    map_init(&t->roles, a);
    map_init(&t->titles, a);
    for (size_t i = 0; i < SAID_CLASSES; i++)
        map_init(&t->said_by_lemma[i], a);
    for (size_t i = 0; i < TONE_CLASSES; i++)
        map_init(&t->tones[i], a);
    struct load load = {t, a, err};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        struct table_row *rows;
        uint32_t count = 0;
        int status =
            table_rows(&rows, &count, a, table_embedded(tables[i].name), tables[i].fields, err);
        for (uint32_t r = 0; r < count && status == TS_OK; r++)
            status = tables[i].row(&load, &rows[r]);
        if (status != TS_OK)
            return status;
    }
    if (!index_short_words(t, a))
        return arena_fail(a, err);
    *out = t;
    return TS_OK;
}

uint32_t lexicon_word(const struct lang_tables *t, struct str word) {
    char key[WORD_KEY_MAX] = {0};
    size_t n = 0;
    for (size_t i = 0; i < word.n;) {
        if (n + 4 > sizeof key)
            return 0;
        unsigned char c = (unsigned char)word.at[i];
        if (c < 0x80) {
            key[n++] = (char)((unsigned char)(c - 'A') < 26 ? c | 0x20 : c);
            i++;
            continue;
        }
        uint32_t cp = utf8_next(word, &i);
        if (cp == 0x2019)
            key[n++] = '\'';
        else
            n += utf8_put(key + n, utf8_lower(cp));
    }
    if (n <= SHORT_WORD)
        return short_slot(t, key)->lexeme;
    uint32_t found = map_get(&t->by_word, (struct str){key, n});
    return found == MAP_NONE ? 0 : found;
}

const struct said *lexicon_said(const struct lang_tables *t, struct str lemma,
                                enum said_class word_class) {
    uint32_t found = map_get(&t->said_by_lemma[word_class], lemma);
    return found == MAP_NONE ? NULL : &t->said.at[found];
}

enum gender lexicon_given_name(const struct lang_tables *t, struct str name) {
    uint32_t found = map_get_nocase(&t->given_names, name);
    return found == MAP_NONE ? GENDER_UNKNOWN : (enum gender)found;
}

enum place_kind lexicon_place(const struct lang_tables *t, struct str name) {
    uint32_t found = name.n ? map_get_nocase(&t->places, name) : MAP_NONE;
    return found == MAP_NONE ? PLACE_NONE : (enum place_kind)found;
}

struct role lexicon_role(const struct lang_tables *t, struct str noun) {
    uint32_t found = map_get_nocase(&t->roles, noun);
    if (found != MAP_NONE)
        return (struct role){.known = true,
                             .person = !(found & ROLE_ORGANISATION),
                             .either = found & ROLE_EITHER,
                             .gender = (enum gender)(found & (ROLE_ORGANISATION - 1))};
    uint64_t classes = t->lexemes.at[lexicon_word(t, noun)].classes;
    bool person = classes & (CLASS(C_SPOKES) | CLASS(C_UNNAMED) | CLASS(C_STAFF));
    return (struct role){.known = person, .person = person, .gender = GENDER_UNKNOWN};
}

struct str lexicon_title(const struct lang_tables *t, struct str title) {
    bool stop = title.n && title.at[title.n - 1] == '.';
    uint32_t found = title.n ? map_get_nocase(&t->titles, title) : MAP_NONE;
    if (found == MAP_NONE && stop)
        found = map_get_nocase(&t->titles, str_cut(title, 0, title.n - 1));
    return found == MAP_NONE ? STR("") : t->title_roles.at[found];
}
