#include "compare/placed_bodies.h"

#include "base/buf.h"
#include "base/calendar.h"
#include "base/utf8.h"
#include "compare/normal_names.h"
#include "compare/source_names.h"

#include <string.h>

enum { PLACE_WORDS = 3, NOUN_WORDS = 3 };

static bool is_capital(struct str word) {
    size_t at = 0;
    return word.n && utf8_is_upper(utf8_next(word, &at));
}

/* Nothing but words with capitals, as many as a place has. */
static bool is_place(struct str words) {
    unsigned n = 0;
    for (struct str rest = words; rest.at; n++)
        if (!is_capital(str_split(&rest, ' ')))
            return false;
    return n > 0 && n <= PLACE_WORDS;
}

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

/* "court", "town council", "Police" at the head of a sentence; not "Red Cross". */
static bool is_noun(struct str words) {
    unsigned n = 0;
    for (struct str rest = words; rest.at; n++)
        if (is_capital(str_split(&rest, ' ')) && (n > 0 || rest.at))
            return false;
    return n > 0 && n <= NOUN_WORDS;
}

bool placed_body_read(struct placed_body *out, struct str words) {
    static const char *const ends[] = {",", " who ", " which ", " that ", " (", "\n"};
    size_t in = str_find(words, STR(" in "), 0);
    if (in == SIZE_MAX || in == 0)
        return false;
    struct str place = str_cut(words, in + sizeof " in " - 1, words.n);
    place = bare_place(str_before_any(place, ends, sizeof ends / sizeof *ends));
    *out = (struct placed_body){str_cut(words, 0, in), place};
    return is_noun(out->noun) && is_place(place);
}

bool placed_body_begins(struct placed_body *out, struct str text, size_t noun_bytes) {
    struct str rest = str_cut(text, noun_bytes, text.n);
    if (!str_starts(rest, STR(" in ")))
        return false;
    size_t from = noun_bytes + sizeof " in " - 1, end = from;
    for (unsigned n = 0; n < PLACE_WORDS && end < text.n; n++) {
        size_t start = n ? end + 1 : end, at = start;
        while (at < text.n && (ascii_alpha(text.at[at]) || (unsigned char)text.at[at] >= 0x80))
            at++;
        struct str word = str_cut(text, start, at);
        if (!is_capital(word) || calendar_weekday_named(word) >= 0)
            break;
        end = at;
        if (at == text.n || text.at[at] != ' ')
            break;
    }
    *out = (struct placed_body){str_cut(text, 0, noun_bytes), str_cut(text, from, end)};
    bool owner = str_starts(str_cut(text, end, text.n), STR("'s"));
    return end > from && !owner;
}

bool placed_body_is_institution(const struct placed_body *body) {
    static const char *const nouns[] = {
        "authorities", "council",     "court",   "courts",     "government", "administration",
        "parliament",  "embassy",     "office",  "department", "consulate",  "hospital",
        "university",  "school",      "college", "church",     "museum",     "tribunal",
        "prison",      "prosecution", "mosque",  "zoo"};
    return str_is_one_of(source_last_word(body->noun), nouns, sizeof nouns / sizeof *nouns);
}

struct str placed_body_form(struct work *w, const struct placed_body *body) {
    struct buf words;
    buf_init(&words, w->scratch, (size_t)NORMAL_NAME_BYTES * 2);
    buf_put(&words, body->place);
    buf_putc(&words, ' ');
    buf_put(&words, body->noun);
    return words.failed ? STR_NONE : compare_normal_name(w, buf_str(&words), "");
}
