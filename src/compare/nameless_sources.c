#include "compare/nameless_sources.h"

#include "compare/normal_names.h"
#include "compare/source_names.h"

#include <string.h>

enum { NAMELESS_BYTES = 60 };

bool words_have_one(struct str words, struct str word) {
    for (struct str rest = words; rest.at;) {
        struct str one = str_split(&rest, ' ');
        while (one.n && (one.at[one.n - 1] == ',' || one.at[one.n - 1] == ';'))
            one.n--;
        if (str_eq_nocase(one, word))
            return true;
    }
    return false;
}

bool words_have(struct str words, const char *const *list, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (words_have_one(words, str_of(list[i])))
            return true;
    return false;
}

struct str words_near(const struct analysis *n, uint32_t sentence, struct span around) {
    enum { BYTES_AROUND = 200 };
    struct span look = n->sentences.at[sentence].text;
    uint32_t from = around.start > BYTES_AROUND ? around.start - BYTES_AROUND : 0;
    uint32_t end = around.end > look.start && around.end <= look.end ? around.end : look.start;
    if (around.start >= look.start && look.start < from)
        look.start = from;
    look.end = look.end - end > BYTES_AROUND ? end + BYTES_AROUND : look.end;
    return str_span(n->article->text, look);
}

const char *public_group(struct str words) {
    static const char *const supporters[] = {"supporters", "sympathisers", "sympathizers",
                                             "followers", "fans"};
    static const char *const users[] = {"account", "accounts", "user", "users", "tweeters"};
    static const char *const one[] = {"one ", "another ", "a ", "an "}; /* not all of them */
    static const char *const viewers[] = {"viewers", "observers", "commenters", "commentators"};
    if (words_have(words, supporters, sizeof supporters / sizeof *supporters))
        return "supporters";
    for (size_t i = 0; i < sizeof one / sizeof *one; i++)
        if (str_starts_nocase(words, str_of(one[i])) && words_have_one(words, STR("user")))
            return NULL;
    if (words_have(words, users, sizeof users / sizeof *users))
        return "users";
    return words_have(words, viewers, sizeof viewers / sizeof *viewers) ? "viewers" : NULL;
}

/* The word without marks around it; *marked: it had some. */
static struct str without_marks(bool *marked, struct str word) {
    static const char *const marks[] = {
        "\"", "'", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x98", "\xE2\x80\x99"};
    *marked = false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        struct str mark = str_of(marks[i]);
        size_t from = str_starts(word, mark) ? mark.n : 0;
        *marked = *marked || from;
        word = str_cut(word, from, word.n - (str_ends(word, mark) && word.n > from ? mark.n : 0));
    }
    return word;
}

/* "seawolf88", "sea_wolf", "seaWolf": a word of letters with what no common word has. */
static bool is_made_up(struct str word) {
    bool made = false;
    for (size_t i = 0; i < word.n; i++)
        made = made || ascii_digit(word.at[i]) || word.at[i] == '_' || word.at[i] == '.' ||
               (i > 0 && ascii_upper(word.at[i]) && !utf8_capital(word));
    return made && word.n && ascii_alpha(word.at[0]);
}

struct str user_handle(struct str words) {
    static const char *const nouns[] = {"user", "account", "handle", "poster", "commenter"};
    bool marked;
    struct str last = source_last_word(words), handle = without_marks(&marked, last);
    struct str before = str_trim(str_cut(words, 0, words.n - last.n));
    struct str noun = source_last_word(before);
    if (handle.n > 1 && handle.at[0] == '@')
        return !before.n || str_is_one_of(noun, nouns, sizeof nouns / sizeof *nouns) ? handle
                                                                                     : STR_NONE;
    return handle.n && str_eq(noun, STR("user")) && (marked || is_made_up(handle)) ? handle
                                                                                   : STR_NONE;
}

struct str nameless_outlet(struct str words) {
    static const char *const nouns[] = {
        "site",    "website",     "blog",       "newspaper", "magazine", "tabloid", "station",
        "channel", "broadcaster", "television", "radio",     "forum",    "TV"};
    static const char *const ends[] = {",",    " which ", " that ",   " of ",
                                       " in ", " for ",   " called ", " named "};
    static const char *const articles[] = {"the ", "a ", "an "};
    struct str head = str_before_any(words, ends, sizeof ends / sizeof *ends);
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (str_starts_nocase(head, str_of(articles[i])))
            head = str_cut(head, strlen(articles[i]), head.n);
    struct str last = source_last_word(head);
    bool outlet = str_is_one_of(last, nouns, sizeof nouns / sizeof *nouns);
    return outlet && last.n < head.n && head.n <= NAMELESS_BYTES ? head : STR_NONE;
}

static bool ends_in(struct str words, struct str noun) {
    size_t at = words.n - (noun.n < words.n ? noun.n : words.n);
    return str_eq_nocase(str_cut(words, at, words.n), noun) && (at == 0 || words.at[at - 1] == ' ');
}

struct str nameless_text(struct str words) {
    static const char *const nouns[] = {
        "article",   "essay",         "op-ed",   "blog post", "listing",      "ad",
        "advert",    "advertisement", "note",    "message",   "amendment",    "petition",
        "directive", "caption",       "leaflet", "flyer",     "questionnaire"};
    static const char *const posts[] = {" post", " posts", " thread"}; /* not "the Post" */
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (words.n <= NAMELESS_BYTES && ends_in(words, str_of(nouns[i])))
            return str_of(nouns[i]);
    for (size_t i = 0; i < sizeof posts / sizeof *posts; i++)
        if (words.n <= NAMELESS_BYTES && str_ends(words, str_of(posts[i])))
            return STR("post");
    return STR_NONE;
}

bool is_of_country(const struct claim_sources *s, uint32_t report, const struct name_mention *m) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const uint32_t i = SPANS_FIND(n->tokens, m->text.end - 1);
    if (!str_eq(n->entities.at[m->entity].kind, STR("NORP")) || i >= n->tokens.n)
        return false;
    struct str tag = labels_name(n->labels, n->tokens.at[i].tag); /* no adjective: "Merrows" */
    return str_eq(tag, STR("JJ")) || n->article->text.at[m->text.end - 1] != 's';
}
