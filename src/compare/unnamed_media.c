#include "compare/unnamed_media.h"

#include "base/calendar.h"
#include "compare/claim_sources.h"
#include "compare/nameless_sources.h"
#include "compare/normal_names.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* ---- Which media are meant: none that was named before */

/* "its headline", "the Ledger's headline"; "one headline" may be anybody's. */
static bool is_its_headline(struct str words) {
    bool known = str_starts_nocase(words, STR("its ")) || str_starts_nocase(words, STR("the ")) ||
                 str_find(words, STR("'s "), 0) != SIZE_MAX ||
                 str_find(words, STR("\xE2\x80\x99s "), 0) != SIZE_MAX;
    return known && str_eq_nocase(source_last_word(words), STR("headline"));
}

bool words_of_piece(struct str words) {
    static const char *const list[] = {
        "report", "reports",     "article", "articles", "story", "stories", "rumor",     "rumour",
        "rumors", "rumours",     "leak",    "leaks",    "site",  "sites",   "website",   "websites",
        "blog",   "publication", "paper",   "outlet",   "media", "outlets", "newspaper", "places"};
    return words_have(words, list, sizeof list / sizeof *list) || is_its_headline(words) ||
           str_eq_nocase(words, STR("the magazine")) || str_eq_nocase(words, STR("the tabloid"));
}

/* "local newspapers" of "several local newspapers"; STR_NONE of "the newspapers", "her paper",
 * which are known. */
static struct str without_number(struct str words) {
    static const char *const numbers[] = {
        "a",      "an",    "one",    "two",      "three",    "another",     "few",      "some",
        "many",   "most",  "other",  "several",  "various",  "further",     "dozens",   "of",
        "recent", "early", "number", "multiple", "numerous", "unconfirmed", "countless"};
    static const char *const back[] = {"the", "this", "that",  "these", "those", "both",  "its",
                                       "his", "her",  "their", "my",    "our",   "whose", "which"};
    for (struct str rest = words; rest.at && rest.n; words = rest) {
        struct str word = str_split(&rest, ' ');
        if (str_is_one_of(word, back, sizeof back / sizeof *back))
            return STR_NONE;
        if (!str_is_one_of(word, numbers, sizeof numbers / sizeof *numbers))
            break;
    }
    return words;
}

/* "newspapers", "news sites", "local papers", "outlets"; not "power stations", "factory outlets".
 */
static bool are_several(struct str kind) {
    static const char *const media[] = {"media", "press",        "newspapers", "tabloids",
                                        "blogs", "broadcasters", "magazines"};
    static const char *const others[] = {"outlets",  "sites",    "websites", "papers",
                                         "channels", "stations", "reports"};
    static const char *const of_media[] = {"media",      "news",  "press",   "newspaper", "tv",
                                           "television", "radio", "tabloid", "gossip",    "local"};
    static const char *const bare[] = {"outlets", "websites", "reports"};
    struct str noun = source_last_word(kind);
    if (words_have_one(kind, STR("and")))
        return false;
    if (str_is_one_of(noun, media, sizeof media / sizeof *media))
        return true;
    return str_is_one_of(noun, others, sizeof others / sizeof *others) &&
           (words_have(str_cut(kind, 0, kind.n - noun.n), of_media,
                       sizeof of_media / sizeof *of_media) ||
            (noun.n == kind.n && str_is_one_of(noun, bare, sizeof bare / sizeof *bare)));
}

/* "media reports", "police reports", "News outlets in Norland": those of some kind, at large. */
static bool are_of_a_kind(struct str words) {
    static const char *const nouns[] = {"outlets", "reports", "newspapers", "rumours",
                                        "rumors",  "sites",   "websites",   "blogs"};
    static const char *const kinds[] = {
        "media",   "news",        "press", "local",  "police",  "foreign", "intelligence", "some",
        "further", "unconfirmed", "other", "social", "medical", "court",   "international"};
    static const char *const ends[] = {",", " of ", " in ", " that ", " from ", " about ", " on "};
    struct str head = str_before_any(words, ends, sizeof ends / sizeof *ends);
    struct str noun = source_last_word(head), kind = source_first_word(head);
    if (!str_is_one_of(noun, nouns, sizeof nouns / sizeof *nouns))
        return false;
    return calendar_weekday_named(str_without_possessive(kind)) >= 0 ||
           (kind.n < head.n && str_is_one_of(kind, kinds, sizeof kinds / sizeof *kinds));
}

/* "many news media", "gossip sites", "reports": no one outlet that was named before. */
static bool are_many(struct str words) {
    static const char *const many[] = {"many ", "several ", "various ", "numerous ",
                                       "most ", "dozens ",  "other ",   "multiple "};
    for (size_t i = 0; i < sizeof many / sizeof *many; i++)
        if (str_starts_nocase(words, str_of(many[i])))
            return true;
    struct str kind = without_number(words), noun = source_last_word(kind);
    return (kind.n > noun.n && are_several(kind)) || str_eq_nocase(words, STR("reports")) ||
           are_of_a_kind(words);
}

/* "a local newspaper" of "a report in a local newspaper"; the words themselves of others. */
static struct str outlet_of_piece(struct str words) {
    static const char *const marks[] = {" in a ", " in an ", " by a ",   " by an ",
                                        " on a ", " on an ", " from a ", " from an "};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = str_find(words, str_of(marks[i]), 0);
        if (at != SIZE_MAX && words_of_piece(str_cut(words, at, words.n)))
            return str_cut(words, str_find_byte(words, ' ', at + 1) + 1, words.n);
    }
    return words;
}

static bool is_one_outlet(struct str noun) {
    static const char *const outlets[] = {"newspaper", "paper",       "website", "site",
                                          "outlet",    "publication", "blog",    "magazine",
                                          "tabloid",   "daily",       "weekly"};
    return str_is_one_of(noun, outlets, sizeof outlets / sizeof *outlets);
}

/* "local newspaper", "news site"; not "newspaper", "police website", "oil site". */
static bool is_media_alone(struct str kind) {
    static const char *const sure[] = {"newspaper", "magazine", "tabloid"};
    static const char *const of_media[] = {"news",     "media", "gossip", "local",
                                           "regional", "daily", "tabloid"};
    struct str noun = source_last_word(kind), before = str_cut(kind, 0, kind.n - noun.n);
    return before.n && is_one_outlet(noun) && !words_have_one(before, STR("and")) &&
           (str_is_one_of(noun, sure, sizeof sure / sizeof *sure) ||
            words_have(before, of_media, sizeof of_media / sizeof *of_media));
}

/* "a local newspaper", "an old piece in his village paper": an outlet of its
 * own, which no name that the report gave before is meant for. */
static bool is_other_outlet(struct str words) {
    static const char *const any[] = {"a",     "an", "another", "one",   "her",  "his",
                                      "their", "my", "our",     "local", "some", "which"};
    struct str phrase = words;
    size_t in = str_find(words, STR(" in "), 0);
    if (in != SIZE_MAX)
        phrase = str_cut(words, in + sizeof " in " - 1, words.n);
    bool noun = is_one_outlet(source_last_word(phrase));
    if (words_have_one(phrase, STR("same")) || str_starts_nocase(phrase, STR("the ")))
        return false;
    while (noun && phrase.at) {
        struct str word = str_split(&phrase, ' ');
        for (size_t i = 0; i < sizeof any / sizeof *any; i++)
            if (str_eq_nocase(word, str_of(any[i])))
                return true;
    }
    return false;
}

bool unnamed_media_broadcast(struct str words) {
    static const char *const media[] = {"tv", "television", "radio", "news", "newspaper", "media"};
    struct str noun = source_last_word(words);
    struct str before = str_trim(str_cut(words, 0, words.n - noun.n));
    return (str_eq_nocase(noun, STR("report")) || str_eq_nocase(noun, STR("reports"))) &&
           str_is_one_of(source_last_word(before), media, sizeof media / sizeof *media);
}

bool unnamed_media_are(struct str words) {
    return are_many(words) || unnamed_media_broadcast(words) ||
           outlet_of_piece(words).n < words.n || is_other_outlet(words);
}

/* ---- What they are told apart by */

static struct str media_of_place(struct work *w, struct str words) {
    static const char *const tails[] = {" news media",    " news sources",  " news outlets",
                                        " media outlets", " media reports", " media",
                                        " newspapers",    " press"};
    static const char *const any[] = {"social",     "news",     "other", "mass",
                                      "mainstream", "some",     "many",  "several",
                                      "various",    "multiple", "all",   "these"};
    struct str form = compare_normal_name(w, words, "");
    for (size_t i = 0; form.n && i < sizeof tails / sizeof *tails; i++) {
        struct str place = str_ends(form, str_of(tails[i]))
                               ? str_cut(form, 0, form.n - strlen(tails[i]))
                               : STR_NONE;
        if (place.n && str_find_byte(place, ' ', 0) == SIZE_MAX &&
            !str_is_one_of(place, any, sizeof any / sizeof *any))
            return place;
    }
    return form.at ? STR("") : STR_NONE;
}

/* Whether one of them is no "Norlandic" of "several unconfirmed Norlandic reports". */
static bool has_capital(struct str words) {
    for (struct str rest = words; rest.at && rest.n;) {
        struct str word = str_split(&rest, ' ');
        if (utf8_capital(word) && !str_eq(word, STR("Web")))
            return true;
    }
    return false;
}

/* "newspapers in Norland", "reports from Norland": the place; what one is, of "a newspaper in
 * Norland". before: what stands before the place. */
static struct str media_in_place(struct str *words, struct str before, struct str place) {
    static const char *const links[] = {" in ", " from ", " across "};
    size_t link = SIZE_MAX;
    for (size_t i = 0; i < sizeof links / sizeof *links && link == SIZE_MAX; i++)
        if (str_ends(before, str_of(links[i])))
            link = before.n - strlen(links[i]);
    struct str phrase = link == SIZE_MAX ? STR_NONE : str_cut(before, 0, link);
    struct str kind = phrase.at ? without_number(phrase) : STR_NONE;
    if (!kind.n || has_capital(str_cut(kind, 1, kind.n)))
        return STR("");
    *words = str_cut(*words, 0, before.n + place.n);
    if (are_several(kind))
        return place;
    bool bare = str_eq_nocase(kind, STR("newspaper")) || str_eq_nocase(kind, STR("magazine"));
    return is_media_alone(kind) || bare ? str_cut(*words, phrase.n - kind.n, words->n) : STR("");
}

static struct str placed_media(struct str *words, const struct claim_sources *s, uint32_t report,
                               const struct statement *statement) {
    static const char *const outlets[] = {"media", "press", "newspapers", "newspaper"};
    static const char *const nouns[] = {"media",   "press",     "newspapers", "outlets", "reports",
                                        "rumours", "rumors",    "websites",   "sites",   "papers",
                                        "blogs",   "magazines", "channels",   "stations"};
    static const char *const back[] = {"the ", "this ", "that ", "its ", "his ", "her ", "their "};
    static const char *const ends[] = {",", " of ", " in ", " that ", " which ", " on ", " about "};
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const struct span source = statement_source(statement);
    uint32_t i = name_mention_at(&s->mentions[report], source.start);
    const struct name_mention *m =
        i < s->mentions[report].at.n ? &s->mentions[report].at.at[i] : NULL;
    if (statement->in_title || !m || m->text.end > source.end ||
        !(is_of_country(s, report, m) || str_eq(n->entities.at[m->entity].kind, STR("GPE"))))
        return STR("");
    const bool country = is_of_country(s, report, m);
    if (m->text.end == source.end && !country)
        return media_in_place(words, str_cut(n->article->text, source.start, m->text.start),
                              str_span(n->article->text, m->text));
    struct str text = n->article->text, behind = str_cut(text, m->text.end, source.end);
    behind = str_before_any(behind, ends, sizeof ends / sizeof *ends);
    struct str before = str_cut(text, source.start, m->text.start), noun = source_last_word(behind);
    if (!behind.n || behind.at[0] != ' ' || has_capital(behind) ||
        words_have_one(before, STR("and")) ||
        (!country && !str_is_one_of(noun, outlets, sizeof outlets / sizeof *outlets)))
        return STR("");
    *words = str_cut(text, source.start, m->text.end + (uint32_t)behind.n);
    if (str_is_one_of(noun, nouns, sizeof nouns / sizeof *nouns) ||
        unnamed_media_broadcast(behind)) {
        for (size_t k = 0; k < sizeof back / sizeof *back; k++)
            if (str_starts_nocase(before, str_of(back[k])))
                return STR("");
        return str_span(text, m->text);
    }
    bool one =
        !before.n || str_starts_nocase(before, STR("a ")) || str_starts_nocase(before, STR("an "));
    *words = nameless_outlet(*words);
    return one && words->n ? *words : STR("");
}

/* Whether each of the words is on a list. */
static bool all_are(struct str words, const char *const *list, size_t n) {
    for (struct str rest = words; rest.at && rest.n;)
        if (!str_is_one_of(str_split(&rest, ' '), list, n))
            return false;
    return words.n > 0;
}

/* "media" of "several media reports", "local" of "local media", "gossip sites", "local newspaper"
 * of "a report in a local newspaper"; empty of "reports", "police reports", which may be anybody's,
 * and of "a newspaper". */
static struct str kind_of_media(struct str words) {
    static const char *const any[] = {"media",   "news",    "press", "newspaper",  "newspapers",
                                      "reports", "outlets", "tv",    "television", "websites"};
    struct str kind = without_number(words);
    if (!kind.n || words_have_one(kind, STR("social")))
        return STR("");
    if (!are_several(kind))
        return unnamed_media_broadcast(kind) || is_media_alone(kind) ? kind : STR("");
    if (str_eq_nocase(kind, STR("reports")))
        return STR("");
    if (words_have_one(kind, STR("local")))
        return STR("local"); /* as of a place */
    return all_are(kind, any, sizeof any / sizeof *any) ? STR("media") : kind;
}

/* What media without a name are one by: several of a kind or place are; one newspaper may be
 * another than that of the next report, and is apart by it. */
static int give_media(uint32_t *source, struct claim_sources *s, uint32_t report, struct str words,
                      struct str kind, bool one) {
    char what[sizeof "media  " + 10] = "media ";
    struct str form = compare_normal_name(s->w, kind, "");
    if (!form.at)
        return work_memory(s->w);
    if (one)
        snprintf(what, sizeof what, "media %" PRIu32 " ", report);
    return form.n ? claim_sources_at_large(source, s, words, str_of(what), form) : TS_OK;
}

int unnamed_media_source(uint32_t *source, struct claim_sources *s, uint32_t report,
                         struct str words) {
    static const char *const ends[] = {",",    " in ", " from ", " that ",  " which ", " of ",
                                       " on ", " at ", " by ",   " about ", " who ",   " citing "};
    static const char *const pieces[] = {"report", "reports",  "article", "articles", "story",
                                         "piece",  "coverage", "account", "stories"};
    struct str phrase = outlet_of_piece(words), piece = str_cut(words, 0, words.n - phrase.n);
    if (piece.n && !words_have(piece, pieces, sizeof pieces / sizeof *pieces))
        return TS_OK; /* "a letter in a newspaper" is of whoever wrote it */
    phrase = str_before_any(phrase, ends, sizeof ends / sizeof *ends);
    struct str kind = kind_of_media(phrase);
    bool one =
        kind.n && (is_media_alone(kind) || str_eq_nocase(source_last_word(kind), STR("report")));
    return kind.n ? give_media(source, s, report, without_number(phrase), kind, one) : TS_OK;
}

int unnamed_media_of_place(uint32_t *source, struct claim_sources *s, uint32_t report,
                           const struct statement *statement) {
    struct str words = claim_source_words(s->w, report, statement);
    if (statement->entity != NO_INDEX)
        return TS_OK;
    struct str media = media_of_place(s->w, words);
    bool one = false;
    if (media.at && !media.n) {
        media = placed_media(&words, s, report, statement);
        one = is_one_outlet(source_last_word(media)) || is_media_alone(media);
    }
    if (!media.at)
        return work_memory(s->w);
    return media.n ? give_media(source, s, report, words, media, one) : TS_OK;
}
