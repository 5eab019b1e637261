#include "compare/placed_bodies.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "compare/normal_names.h"
#include "compare/spokespeople.h"

#include <string.h>

enum { NOUN_WORDS = 3 };

/* "Brest" of "nearby Brest" and of "the southern city of Brest". */
static struct str bare_place(struct str words) {
    static const char *const sides[] = {"nearby ",  "central ", "northern ", "southern ",
                                        "eastern ", "western ", "downtown "};
    static const char *const kinds[] = {"city",   "town",   "village", "port",     "capital",
                                        "county", "suburb", "region",  "province", "district"};
    size_t of = str_find(words, STR(" of "), 0);
    if (str_starts(words, STR("the ")) && of != SIZE_MAX &&
        str_is_one_of(source_last_word(str_cut(words, 0, of)), kinds, sizeof kinds / sizeof *kinds))
        return str_cut(words, of + sizeof " of " - 1, words.n);
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        if (str_starts(words, str_of(sides[i])))
            return str_cut(words, strlen(sides[i]), words.n);
    return words;
}

/* "coast guard", "Police" at the head of a sentence; not "Red Cross". */
static bool is_noun(struct str words) {
    unsigned n = 0;
    for (struct str rest = words; rest.at; n++)
        if (utf8_capital(str_split(&rest, ' ')) && (n > 0 || rest.at))
            return false;
    return n > 0 && n <= NOUN_WORDS;
}

/* The tagger takes a lone place now and then for something else; "Humvees" are none. */
static bool may_be_place(const struct entity *x, struct str name) {
    static const char *const unsure[] = {"ORG", "NORP", "PERSON", "FAC"};
    if (str_eq(x->kind, STR("GPE")) || str_eq(x->kind, STR("LOC")))
        return true;
    return str_is_one_of(x->kind, unsure, sizeof unsure / sizeof *unsure) &&
           source_last_word(name).n == name.n && !source_is_capitals(name) &&
           !str_ends(name, STR("s"));
}

/* What may stand behind the place: not "gear", nor "'s north". */
static bool ends_place(struct str behind) {
    static const char *const ends[] = {",", " who ", " which ", " that ", " (", "\n"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_starts(behind, str_of(ends[i])))
            return true;
    return behind.n == 0;
}

bool placed_body_read(struct placed_body *out, const struct analysis *n,
                      const struct name_mentions *names, struct str words) {
    size_t in = str_find(words, STR(" in "), 0);
    if (in == SIZE_MAX || in == 0 || !is_noun(str_cut(words, 0, in)))
        return false;
    struct str place = bare_place(str_cut(words, in + sizeof " in " - 1, words.n));
    const uint32_t start = (uint32_t)(place.at - n->article->text.at);
    uint32_t i = name_mention_at(names, start);
    if (i == names->at.n || names->at.at[i].text.start != start)
        return false;
    const struct name_mention *m = &names->at.at[i];
    struct str name = str_cut(place, 0, m->text.end - start);
    *out = (struct placed_body){str_cut(words, 0, in), name};
    return m->text.end - start <= place.n && utf8_capital(name) &&
           may_be_place(&n->entities.at[m->entity], name) &&
           ends_place(str_cut(place, name.n, place.n));
}

struct str placed_body_city(struct str place) {
    static const struct {
        const char *name, *is;
    } same[] = {{"new york city", "new york"},
                {"washington dc", "washington"},
                {"washington d c", "washington"},
                {"dc", "washington"},
                {"d c", "washington"}};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        if (str_eq(place, str_of(same[i].name)))
            return str_of(same[i].is);
    return place;
}

struct str placed_body_form(struct work *w, const struct placed_body *body) {
    struct buf words;
    struct str place = compare_normal_name(w, body->place, "");
    buf_init(&words, w->scratch, (size_t)NORMAL_NAME_BYTES * 2);
    buf_put(&words, placed_body_city(place));
    buf_putc(&words, ' ');
    buf_put(&words, body->noun);
    return !place.at || words.failed ? STR_NONE : compare_normal_name(w, buf_str(&words), "");
}

struct str placed_name(struct work *w, struct str name) {
    static const char *const signs[] = {"'s ", "\xE2\x80\x99s "};
    struct str place = STR(""), noun = STR("");
    size_t of = str_find(name, STR(" of "), 0), cut = SIZE_MAX;
    for (size_t i = 0; i < sizeof signs / sizeof *signs && cut == SIZE_MAX; i++)
        if ((cut = str_find(name, str_of(signs[i]), 0)) != SIZE_MAX) {
            place = str_cut(name, 0, cut);
            noun = str_cut(name, cut + strlen(signs[i]), name.n);
        }
    if (cut == SIZE_MAX && of != SIZE_MAX) {
        place = str_cut(name, of + sizeof " of " - 1, name.n);
        noun = str_cut(name, 0, of);
    }
    for (struct str rest = noun; rest.at && noun.n;)
        if (utf8_capital(str_split(&rest, ' ')))
            return name;
    struct str one = source_without_article(place);
    if (!noun.n || !utf8_capital(one) || str_find_byte(one, ' ', 0) != SIZE_MAX)
        return name;
    struct buf form;
    buf_init(&form, w->scratch, one.n + noun.n + 1);
    buf_put(&form, one);
    buf_putc(&form, ' ');
    buf_put(&form, noun);
    return form.failed ? STR_NONE : buf_str(&form);
}
