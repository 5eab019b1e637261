#include "compare/spokespeople.h"

#include "base/calendar.h"
#include "compare/bare_names.h"
#include "compare/body_references.h"
#include "compare/nameless_sources.h"
#include "compare/normal_names.h"

#include <string.h>

static const char *const SPOKES[] = {" spokesman",     " spokeswoman",     " spokesperson",
                                     " spokespeople",  " representative",  " communications",
                                     " press officer", " press secretary", " media official",
                                     " media officer", " inspector"};

/* The bytes of the words for one who speaks for another that the words begin with; 0: none. */
static size_t spokes_bytes(struct str words) {
    for (size_t i = 0; i < sizeof SPOKES / sizeof *SPOKES; i++)
        if (str_starts_nocase(words, str_of(SPOKES[i])))
            return strlen(SPOKES[i]);
    const size_t rep = sizeof " rep" - 1; /* not " report" */
    return str_starts(words, STR(" rep")) &&
                   (words.n == rep || words.at[rep] == ' ' || words.at[rep] == ',')
               ? rep
               : 0;
}

/* Where the words say that one speaks for another; words.n: nowhere. */
static size_t spokes_at(struct str words) {
    for (size_t at = 0; at < words.n; at++)
        if (words.at[at] == ' ' && spokes_bytes(str_cut(words, at, words.n)))
            return at;
    return words.n;
}

struct str source_without_article(struct str words) {
    static const char *const articles[] = {"the ", "a ", "an ", "local ", "unnamed ", "anonymous "};
    for (bool cut = true; cut;) {
        size_t bytes = str_starts(words, STR("state ")) ? sizeof "state " - 1 : 0; /* not "State" */
        for (size_t i = 0; !bytes && i < sizeof articles / sizeof *articles; i++)
            if (str_starts_nocase(words, str_of(articles[i])))
                bytes = strlen(articles[i]);
        words = str_cut(words, bytes, words.n);
        cut = bytes > 0;
    }
    return words;
}

struct str source_without_spokesman(struct str words) {
    size_t at = spokes_at(words);
    struct str before = source_without_article(str_cut(words, 0, at));
    if (at == words.n || str_find_byte(str_trim(before), ' ', 0) != SIZE_MAX)
        return str_cut(words, 0, at);
    static const char *const links[] = {" for ", " of "};
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        size_t link = str_find(words, str_of(links[i]), at);
        if (link != SIZE_MAX)
            return str_cut(words, link + strlen(links[i]), words.n);
    }
    return str_cut(words, 0, at);
}

/* Where "a police spokesman" begins that stands before a comma; behind the comma when no such words
 * do. */
static uint32_t spokesman_before(struct str text, uint32_t start, uint32_t comma) {
    enum { BYTES_MAX = 80 };
    uint32_t from = comma;
    while (from > start && comma - from < BYTES_MAX && text.at[from - 1] != ',')
        from--;
    struct str words = str_cut(text, from, comma);
    bool speaks = str_starts(source_last_word(words), STR("spokes")) && comma - from < BYTES_MAX;
    return speaks ? from : comma + 1;
}

/* The words around a name that may tell whom its bearer speaks for: "Port Office spokeswoman"
 * before it, and ", a spokeswoman for the Port Office," after it, up to "who". */
static struct span described(const struct analysis *n, const struct mention *m) {
    enum { BEFORE = 80, AFTER = 160 };
    static const char *const ends[] = {" who ", " which ", " whose ", " who's "};
    struct str text = n->article->text;
    struct span in = n->sentences.at[m->sentence].text;
    uint32_t from = m->text.start, to = m->text.end;
    while (from > in.start && m->text.start - from < BEFORE && text.at[from - 1] != ',')
        from--;
    if (from > in.start && text.at[from - 1] == ',')
        from = spokesman_before(text, in.start, from - 1);
    if (to < in.end && text.at[to] == ',')
        do
            to++;
        while (to < in.end && to - m->text.end < AFTER && text.at[to] != ',');
    const uint32_t is = str_starts(str_cut(text, m->text.end, to), STR(", who is "))
                            ? m->text.end + (uint32_t)(sizeof ", who is" - 1)
                            : m->text.end;
    struct str after = str_cut(text, is, to);
    to = is + (uint32_t)str_before_any(after, ends, sizeof ends / sizeof *ends).n;
    return (struct span){from, to};
}

/* "formerly", "ex-": what is told of an earlier time. */
static bool is_past(struct str words) {
    return str_has_nocase(words, STR("former")) || str_has_nocase(words, STR(" ex-")) ||
           str_has_nocase(words, STR(" then "));
}

/* "spokeswoman for the company", "the company's spokeswoman". */
static bool speaks_for_company(struct str words) {
    size_t at = str_find(words, STR("the "), 0);
    for (; at != SIZE_MAX; at = str_find(words, STR("the "), at + 1)) {
        struct str rest = str_cut(words, at + sizeof "the " - 1, words.n), noun = rest;
        for (size_t i = 0; i < rest.n && noun.n == rest.n; i++)
            if (!ascii_alpha(rest.at[i]))
                noun = str_cut(rest, 0, i);
        if (body_is_company(noun))
            return true;
    }
    return false;
}

/* The words of ", the owner of Roe Ferries," behind a name, without the first comma. */
static struct str apposition(const struct analysis *n, const struct mention *m) {
    enum { BYTES_MAX = 160 };
    struct str text = n->article->text;
    struct span in = n->sentences.at[m->sentence].text;
    uint32_t end = in.end - m->text.end < BYTES_MAX ? in.end : m->text.end + BYTES_MAX;
    struct str after = m->text.end < in.end ? str_cut(text, m->text.end, end) : STR("");
    if (!str_starts(after, STR(", ")))
        return STR("");
    after = str_cut(after, 1, after.n);
    size_t comma = str_find_byte(after, ',', 0);
    return comma == SIZE_MAX ? after : str_cut(after, 0, comma);
}

/* The entity whose name words of the text begin with, be it behind an article. */
static const struct entity *named_at(const struct claim_sources *s, uint32_t report,
                                     struct str words) {
    static const char *const articles[] = {"the ", "his ", "her ", "their "};
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    size_t at = (size_t)(words.at - n->article->text.at);
    uint32_t m = claim_sources_mention(s, report, (uint32_t)at);
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (str_starts(words, str_of(articles[i])))
            at += strlen(articles[i]);
    if (m == s->mentions[report].at.n || s->mentions[report].at.at[m].text.start > at)
        return NULL;
    uint32_t end = s->mentions[report].at.at[m].text.end;
    if (end < n->article->text.n && n->article->text.at[end] == '-') /* "Norland-based" */
        return NULL;
    return &n->entities.at[s->mentions[report].at.at[m].entity];
}

/* A body, or a place that is the name of those who rule from there as well. */
static bool is_body(const struct entity *e) {
    static const char *const seats[] = {"Vatican",       "Kremlin",          "Holy See",
                                        "White House",   "Pentagon",         "Downing Street",
                                        "Elysee Palace", "Buckingham Palace"};
    struct str name = source_without_article(e->name);
    return str_eq(e->kind, STR("ORG")) || str_is_one_of(name, seats, sizeof seats / sizeof *seats);
}

/* The organisation whose name, be it with "'s", is the last of the words before a byte of the text
 * but for "chief" and its like. */
static const struct entity *named_before(const struct claim_sources *s, uint32_t report,
                                         uint32_t byte) {
    static const char *const ranks[] = {" chief", " senior", " lead",  " official",
                                        " media", " press",  " deputy"};
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    uint32_t m = claim_sources_mention(s, report, byte);
    if (m == 0)
        return NULL;
    const struct name_mention *x = &s->mentions[report].at.at[m - 1];
    struct str between = str_cut(n->article->text, x->text.end, byte);
    for (size_t i = 0; i < sizeof ranks / sizeof *ranks; i++)
        if (str_ends(between, str_of(ranks[i])))
            between = str_cut(between, 0, between.n - strlen(ranks[i]));
    bool right = x->text.end <= byte && (!between.n || str_eq(between, STR("'s")) ||
                                         str_eq(between, STR("\xE2\x80\x99s")));
    const struct entity *e = &n->entities.at[x->entity];
    return right && is_body(e) ? e : NULL;
}

/* Whether the words that begin an apposition lead to what its bearer is or does: ", the long-time
 * owner", ", who has owned and operated"; not ", the widow of the owner", ", who sued the owner".
 */
static bool leads_to(struct str before, bool verb) {
    enum { WORDS_MAX = 5 };
    static const char *const verbs[] = {"who", "has", "also", "now", "owned", "co-owned", "and"};
    static const char *const others[] = {"of",  "to",   "for",   "by",  "with",  "at",      "from",
                                         "who", "on",   "in",    "as",  "after", "against", "about",
                                         "not", "like", "under", "her", "his",   "their"};
    static const char *const states[] = {"who is ", "who was "};
    unsigned words = 0;
    for (size_t i = 0; !verb && i < sizeof states / sizeof *states; i++)
        if (str_starts(before, str_of(states[i])))
            before = str_cut(before, strlen(states[i]), before.n);
    if (verb && !str_starts(before, STR("who")))
        return false;
    for (struct str rest = before; rest.at && before.n; words++) {
        struct str word = str_split(&rest, ' ');
        bool fits = verb ? str_is_one_of(word, verbs, sizeof verbs / sizeof *verbs)
                         : !str_is_one_of(word, others, sizeof others / sizeof *others) &&
                               !str_ends(word, STR("ed")) && !str_ends(word, STR("ing"));
        if (!fits)
            return false;
    }
    return words <= WORDS_MAX;
}

/* ", who has owned and operated Roe Plumbing", ", the owner of Roe Plumbing": the organisation that
 * is named right behind such words in an apposition of a mention. */
static const struct entity *owned(const struct claim_sources *s, uint32_t report,
                                  const struct mention *mention) {
    static const struct {
        const char *words;
        bool verb;
    } owns[] = {{" owns ", true},
                {" owned ", true},
                {" operates ", true},
                {" operated ", true},
                {" runs ", true},
                {" heads ", true},
                {" co-owns ", true},
                {" owner of ", false},
                {" owners of ", false},
                {" co-owner of ", false},
                {" director of ", false},
                {" head of ", false},
                {" vice president of ", false},
                {" founder of ", false},
                {" co-founder of ", false}};
    static const char *const kinds[] = {"ORG", "PRODUCT", "FAC"}; /* taggers mix these */
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    struct str words = apposition(n, mention);
    for (size_t k = 0; words.n && !is_past(words) && k < sizeof owns / sizeof *owns; k++) {
        size_t at = str_find(words, str_of(owns[k].words), 0);
        if (at == SIZE_MAX || !leads_to(str_trim(str_cut(words, 0, at)), owns[k].verb))
            continue;
        at += strlen(owns[k].words);
        const struct entity *x = named_at(s, report, str_cut(words, at, words.n));
        if (x && str_is_one_of(x->kind, kinds, sizeof kinds / sizeof *kinds))
            return x;
    }
    return NULL;
}

/* The body that is named right behind words for one who speaks: " director for the Port Office". */
static const struct entity *named_behind(const struct claim_sources *s, uint32_t report,
                                         struct str words) {
    static const char *const roles[] = {" director", " manager", " chief", " officer", " head"};
    static const char *const links[] = {" for ", " of ", " at ", " with ", " from "};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (str_starts(words, str_of(roles[i]))) {
            words = str_cut(words, strlen(roles[i]), words.n);
            break;
        }
    const struct entity *x = NULL;
    for (size_t i = 0; !x && i < sizeof links / sizeof *links; i++)
        if (str_starts(words, str_of(links[i])))
            x = named_at(s, report, str_cut(words, strlen(links[i]), words.n));
    return x && is_body(x) ? x : NULL;
}

/* The body whose voice a mention is: "Port Office inspector", "a press officer for the Port
 * Office"; of a spokeswoman any that is named behind her name, of one for communications before
 * that word. */
static const struct entity *voice_of(const struct claim_sources *s, uint32_t report,
                                     struct span around, const struct mention *m) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    struct str words = str_span(n->article->text, around);
    size_t at = spokes_at(words);
    const uint32_t place = around.start + (uint32_t)at;
    struct str rest = str_cut(words, at, words.n);
    const struct entity *x = named_before(s, report, place);
    if (!x)
        x = named_behind(s, report, str_cut(rest, spokes_bytes(rest), rest.n));
    if (x || place < m->text.end)
        return x;
    if (str_starts_nocase(rest, STR(" spokes")))
        return body_in_words(s, report, (struct span){m->text.end, around.end});
    return str_starts_nocase(rest, STR(" communications"))
               ? body_in_words(s, report, (struct span){m->text.end, place})
               : NULL;
}

/* The last words of some: as many as that, fewer when there are not so many. */
static struct str last_words(struct str words, unsigned count) {
    size_t from = words.n;
    for (unsigned n = 0; n < count && from > 0; n++) {
        from -= n > 0; /* the blank */
        while (from > 0 && words.at[from - 1] != ' ')
            from--;
    }
    return str_cut(words, from, words.n);
}

/* Whether a sentence tells, around a name, that its bearer speaks for himself, as an accused, a
 * victim or a unionist does, or the one behind it tells so. */
static bool speaks_for_himself(const struct analysis *n, const struct mention *m) {
    static const char *const words[] = {
        "charged",   "accused",  "suspended", "sacked",   "suing",     "sued",        "union",
        "victim",    "survivor", "president", "chairman", "court",     "tribunal",    "inquest",
        "jury",      "novel",    "shot",      "lost",     "trial",     "indicted",    "convicted",
        "fired",     "resigned", "election",  "lawyer",   "arrested",  "association", "federation",
        "disgraced", "jailed",   "candidate", "author",   "chairwoman"};
    for (uint32_t i = m->sentence; i < n->sentences.n && i <= m->sentence + 1; i++)
        if (words_have(words_near(n, i, m->text), words, sizeof words / sizeof *words))
            return true;
    return false;
}

/* The words with capitals right before a name: "Norland Police Det Insp". */
static struct str capitals_before(struct str words) {
    size_t from = words.n;
    while (from > 0) {
        size_t word = from, letter;
        while (word > 0 && words.at[word - 1] != ' ')
            word--;
        letter = word;
        if (!utf8_is_upper(utf8_next(words, &letter)))
            break;
        from = word > 0 ? word - 1 : 0;
        if (word == 0)
            return words;
    }
    return str_trim(str_cut(words, from, words.n));
}

/* "Harlow fire chief": a name stands before the last words. */
static bool of_place(struct str words, unsigned count) {
    struct str more = last_words(words, count + 1);
    size_t at = 0;
    return more.n > last_words(words, count).n && utf8_is_upper(utf8_next(more, &at)) &&
           !str_starts(more, STR("The "));
}

/* "Det Insp" before a name, behind nothing but the name of his force. NULL: no rank of a public
 * body that the report names; *ok: there was memory. */
static const struct public_body *ranked(bool *ok, struct claim_sources *s, uint32_t report,
                                        struct str words) {
    enum { RANK_WORDS = 3 };
    struct str capitals = compare_normal_name(s->w, capitals_before(words), "");
    struct str all = compare_normal_name(s->w, words, "");
    *ok = capitals.at && all.at;
    for (unsigned n = RANK_WORDS; *ok && n > 0; n--) {
        bool small = !capitals.n; /* "police chief"; not "private detective" */
        struct str rank = last_words(small ? all : capitals, n);
        const struct public_body *body = public_bodies_of_rank(&s->bodies, report, rank);
        struct str before = str_trim(str_cut(capitals, 0, small ? 0 : capitals.n - rank.n));
        /* "Norland Police" of "Norland Police Chief", whose rank is "police chief" */
        struct str with_noun =
            str_cut(capitals, 0, small || n < 2 ? 0 : capitals.n - last_words(capitals, 1).n - 1);
        if (body &&
            (small ? n > 1 && str_find_byte(rank, ' ', 0) != SIZE_MAX && !of_place(words, n)
                   : !before.n || public_bodies_words(&s->bodies, before) == PUBLIC_BODY_NAMED ||
                         public_bodies_words(&s->bodies, with_noun) == PUBLIC_BODY_NAMED))
            return body;
    }
    return NULL;
}

/* "Det Insp Jane Doe": who has a rank speaks for the force that the report names, unless another
 * one stands behind the name. *source: NO_INDEX when there is none. false: no memory. */
static bool of_rank(uint32_t *source, struct claim_sources *s, uint32_t report,
                    const struct mention *m) {
    enum { BYTES_BEFORE = 60 };
    static const char *const links[] = {" of ",    ", of ", " from ", ", from ", " with ",
                                        ", with ", " for ", ", for ", " at ",    ", at "};
    static const char *const past[] = {"former",  "retired",   "ex",     "late",     "private",
                                       "then",    "fired",     "ousted", "sacked",   "dismissed",
                                       "deposed", "disgraced", "jailed", "suspended"};
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    struct str text = n->article->text, bare = bare_person_name(str_span(text, m->text));
    const uint32_t end = (uint32_t)(bare.at - text.at);
    const uint32_t first = n->sentences.at[m->sentence].text.start;
    const uint32_t from = end > first + BYTES_BEFORE ? end - BYTES_BEFORE : first;
    struct str words = str_trim(str_cut(text, from, end));
    struct str behind = str_cut(text, m->text.end, text.n);
    bool ok = true;
    *source = NO_INDEX;
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (str_starts(behind, str_of(links[i])))
            return true;
    if (!words.n || str_ends(words, STR(",")) ||
        words_have(words, past, sizeof past / sizeof *past) || str_has_nocase(words, STR("ex-")) ||
        speaks_for_himself(n, m))
        return true;
    const struct public_body *body = ranked(&ok, s, report, words);
    if (body)
        *source = source_named(s, report, body->name, body->form, ORIGIN_ORGANISATION);
    return ok && (!body || *source != NO_INDEX);
}

/* *source: the public body that words are, or NO_INDEX. Small letters before its noun are of other
 * words ("said Norland police"), and so is a day. false: no memory. */
static bool public_source(uint32_t *source, struct claim_sources *s, uint32_t report,
                          struct str words) {
    struct str form = compare_normal_name(s->w, words, "");
    enum public_body_words is = form.at ? public_bodies_words(&s->bodies, form) : PUBLIC_BODY_NO;
    bool capital = utf8_capital(words) && calendar_weekday_named(source_first_word(words)) < 0;
    if (is == PUBLIC_BODY_KIND || (is == PUBLIC_BODY_NAMED && capital)) {
        *source = source_named(s, report, words, form, ORIGIN_ORGANISATION);
        return *source != NO_INDEX;
    }
    return form.at != NULL;
}

/* Whether words behind those for a body tell that it is of another place than its name: "police in
 * Orby", "police spokesman Tom Roe of Orby". */
static bool is_elsewhere(const struct claim_sources *s, uint32_t source, struct str behind) {
    static const char *const links[] = {" in ", " of ", " at ", " from "};
    const struct claim_source *x = source == NO_INDEX ? NULL : &s->at.at[source];
    for (size_t i = 0; x && i < sizeof links / sizeof *links; i++)
        if (str_starts(behind, str_of(links[i]))) {
            struct str place = str_cut(behind, strlen(links[i]), behind.n);
            return utf8_capital(place) && !str_starts_nocase(place, source_first_word(x->form));
        }
    return false;
}

/* "police spokesman Tom Roe", "a spokesman for Norland police": the public body whose voice is told
 * of at a byte of some words; behind: what follows the name. false: no memory. */
static bool public_voice(uint32_t *source, struct claim_sources *s, uint32_t report,
                         struct str words, size_t at, struct str behind) {
    enum { NAME_WORDS = 4 };
    static const char *const links[] = {" for the ", " for ", " of the ", " with the ", " with "};
    static const char *const ends[] = {",", ".", ";", "\n", " in ", " on ", " at "};
    bool ok = true;
    struct str rest = str_cut(words, at, words.n);
    rest = str_cut(rest, spokes_bytes(rest), rest.n);
    *source = NO_INDEX;
    for (unsigned n = NAME_WORDS; ok && n > 0 && *source == NO_INDEX; n--)
        ok = public_source(source, s, report, last_words(str_cut(words, 0, at), n));
    for (size_t i = 0; ok && *source == NO_INDEX && i < sizeof links / sizeof *links; i++)
        if (str_starts(rest, str_of(links[i]))) {
            struct str name = str_cut(rest, strlen(links[i]), rest.n);
            name = str_before_any(name, ends, sizeof ends / sizeof *ends);
            rest = str_cut(rest, strlen(links[i]) + name.n, rest.n);
            ok = public_source(source, s, report, name);
            break;
        }
    if (is_elsewhere(s, *source, rest) || is_elsewhere(s, *source, behind))
        *source = NO_INDEX;
    return ok;
}

/* "hospital spokesman Tom Roe": the one body with that in its name that the report has named. */
static const struct entity *common_voice(const struct claim_sources *s, uint32_t report,
                                         struct span around, size_t at) {
    static const char *const nouns[] = {"hospital", "ministry", "council", "university", "college"};
    struct str text = s->w->c->reports.at[report].article->text;
    struct str noun = last_words(str_cut(str_span(text, around), 0, at), 1);
    return words_have(noun, nouns, sizeof nouns / sizeof *nouns)
               ? body_by_noun(s, report, around.start, noun)
               : NULL;
}

/* "Jane Doe, a spokeswoman for the Port Office": she is the Port Office. */
bool spokespeople_note(struct claim_sources *s, uint32_t report, const struct mention *m,
                       uint32_t person) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    if (m->form != MENTION_NAME || m->sentence >= n->sentences.n)
        return true;
    struct span around = described(n, m);
    struct str words = str_span(n->article->text, around);
    const size_t at = spokes_at(words);
    bool speaks = at < words.n && !is_past(words) && !words_have_one(words, STR("not"));
    struct str behind = str_cut(n->article->text, m->text.end, n->article->text.n);
    uint32_t force = NO_INDEX;
    if (speaks && !public_voice(&force, s, report, words, at, behind))
        return false;
    if (force != NO_INDEX) {
        s->at.at[person].speaks_for = force;
        return true;
    }
    const struct entity *body = speaks ? voice_of(s, report, around, m) : NULL;
    if (speaks && !body && speaks_for_company(words))
        body = body_before(s, report, m->sentence, around.start);
    if (speaks && !body)
        body = common_voice(s, report, around, at);
    const struct entity *firm = speaks ? NULL : owned(s, report, m);
    body = firm ? firm : body;
    if (!body) {
        bool ok = of_rank(&force, s, report, m);
        if (ok && force != NO_INDEX)
            s->at.at[person].speaks_for = force;
        return ok;
    }
    struct str form = compare_normal_name(s->w, body->name, "");
    if (!form.at)
        return false;
    uint32_t source = source_named(s, report, body->name, form, ORIGIN_ORGANISATION);
    if (source != NO_INDEX && !firm)
        s->at.at[person].speaks_for = source;
    else if (source != NO_INDEX && s->at.at[person].owns == NO_INDEX)
        s->at.at[person].owns = source;
    return source != NO_INDEX;
}
