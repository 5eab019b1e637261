#include "compare/body_references.h"

#include "base/calendar.h"
#include "compare/named_speakers.h"

#include <string.h>

enum { MENTIONS_BACK = 256, STATEMENTS_LOOKED_AT = 64 };

const struct entity *body_in_words(const struct claim_sources *s, uint32_t report,
                                   struct span words) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const struct name_mentions *all = &s->mentions[report];
    for (uint32_t i = claim_sources_mention(s, report, words.start); i < all->at.n; i++) {
        const struct name_mention *m = &all->at.at[i];
        if (m->text.start >= words.end)
            return NULL;
        if (m->text.end <= words.end && str_eq(n->entities.at[m->entity].kind, STR("ORG")))
            return &n->entities.at[m->entity];
    }
    return NULL;
}

bool body_is_company(struct str noun) {
    static const char *const nouns[] = {
        "company", "firm",   "manufacturer", "maker", "retailer", "airline",      "bank",
        "group",   "agency", "charity",      "club",  "network",  "organisation", "organization"};
    return str_is_one_of(noun, nouns, sizeof nouns / sizeof *nouns);
}

/* "Brackwater" of "Brackwater Dredger", which the tagger took for an organisation too. */
static const struct entity *maker_of(const struct analysis *n, const struct entity *x) {
    for (uint32_t e = 0; e < n->entities.n; e++) {
        const struct entity *y = &n->entities.at[e];
        if (str_eq(y->kind, STR("ORG")) && !y->outlet && x->name.n > y->name.n + 1 &&
            str_starts(x->name, y->name) && x->name.at[y->name.n] == ' ' &&
            y->mentions.n > x->mentions.n)
            return y;
    }
    return x;
}

/* "in Weldon", "near Weldon": where something is, though the tagger takes it for a body. */
static bool is_where(struct str text, uint32_t start) {
    static const char *const preps[] = {" in ", " near ", " off ", " outside ", " around "};
    struct str before = str_cut(text, 0, start);
    for (size_t i = 0; i < sizeof preps / sizeof *preps; i++)
        if (str_ends(before, str_of(preps[i])))
            return true;
    return false;
}

const struct entity *body_before(const struct claim_sources *s, uint32_t report, uint32_t sentence,
                                 uint32_t place) {
    enum { SENTENCES_BACK = 2 };
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    if (sentence >= n->sentences.n)
        return NULL;
    uint32_t first = sentence < SENTENCES_BACK ? 0 : sentence - SENTENCES_BACK;
    uint32_t from = n->sentences.at[first].text.start;
    for (uint32_t i = claim_sources_mention(s, report, place); i-- > 0;) {
        const struct name_mention *m = &s->mentions[report].at.at[i];
        const struct entity *x = &n->entities.at[m->entity];
        if (m->text.start < from)
            return NULL;
        if (str_eq(x->kind, STR("ORG")) && !x->outlet &&
            (str_find_byte(x->name, ' ', 0) != SIZE_MAX ||
             !is_where(n->article->text, m->text.start)))
            return maker_of(n, x);
    }
    return NULL;
}

/* "a group of hikers" of words that begin with it, and nothing that it is called behind. */
static bool is_group_of(const struct claim_sources *s, uint32_t report, struct str words,
                        struct str noun) {
    enum { BYTES_BEHIND = 60 };
    static const char *const names[] = {" called ", " named ", " known ", " calling ", " led by "};
    struct str behind = str_cut(words, noun.n, noun.n + BYTES_BEHIND);
    if (!str_starts(words, noun) || !str_starts(behind, STR(" of ")))
        return false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_find(behind, str_of(names[i]), 0) != SIZE_MAX)
            return false;
    for (size_t at = str_find(behind, STR(", "), 0); at != SIZE_MAX && at + 2 < behind.n;
         at = str_find(behind, STR(", "), at + 1))
        if (ascii_upper(behind.at[at + 2]))
            return false; /* "a group of hikers, the Weldon Ramblers" */
    behind = str_cut(behind, sizeof " of " - 1, behind.n);
    return words_tell_people(s, report, behind);
}

static bool names_body(const struct claim_sources *s, uint32_t report, struct span at) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const struct name_mentions *all = &s->mentions[report];
    for (uint32_t i = claim_sources_mention(s, report, at.start);
         i < all->at.n && all->at.at[i].text.start < at.end; i++)
        if (str_eq(n->entities.at[all->at.at[i].entity].kind, STR("ORG")) &&
            !is_where(n->article->text, all->at.at[i].text.start))
            return true;
    return false;
}

/* "The group, Red Kettle, ": its name, somewhere in a text. */
static bool has_name_behind(struct str text, struct str noun) {
    for (size_t at = str_find(text, noun, 0); at != SIZE_MAX; at = str_find(text, noun, at + 1)) {
        struct str behind = str_cut(text, at + noun.n, at + noun.n + 3);
        if (behind.n == 3 && str_starts(behind, STR(", ")) && ascii_upper(behind.at[2]))
            return true;
    }
    return false;
}

bool group_is_people(const struct claim_sources *s, uint32_t report,
                     const struct statement *statement) {
    enum { SENTENCES_BACK = 3, WORDS_BETWEEN = 2, BYTES_BEHIND = 1000 };
    static const char *const nouns[] = {"group", "team", "party", "band", "crowd", "gang"};
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    struct str words = claim_source_words(s->w, report, statement);
    struct str noun = str_starts_nocase(words, STR("the "))
                          ? str_cut(words, sizeof "the " - 1, words.n)
                          : STR("");
    if (statement->in_title || statement->entity != NO_INDEX ||
        statement->sentence >= n->sentences.n || statement_of_outlet(statement) ||
        !str_is_one_of(noun, nouns, sizeof nouns / sizeof *nouns))
        return false;
    const uint32_t first =
        statement->sentence > SENTENCES_BACK ? statement->sentence - SENTENCES_BACK : 0;
    struct str rest = str_cut(n->article->text, n->sentences.at[first].text.start,
                              statement_source(statement).start);
    if (has_name_behind(str_cut(n->article->text, n->sentences.at[first].text.start,
                                statement_source(statement).start + BYTES_BEHIND),
                        noun))
        return false;
    for (unsigned since = WORDS_BETWEEN + 1; rest.at; since++) {
        if (since <= WORDS_BETWEEN && is_group_of(s, report, rest, noun))
            return !names_body(s, report,
                               (struct span){(uint32_t)(rest.at - n->article->text.at),
                                             statement_source(statement).start});
        struct str word = str_split(&rest, ' ');
        if (str_eq(word, STR("A")) || str_ends(word, STR("\nA"))) /* it begins a sentence */
            since = (unsigned)-1;
    }
    return false;
}

/* "observatory", "ministry": a word of the names of bodies. */
static bool is_body_noun(struct str noun) {
    static const char *const nouns[] = {
        "observatory", "ministry", "department",  "directorate", "authority",  "commission",
        "council",     "bureau",   "association", "institute",   "foundation", "university",
        "court",       "office",   "society",     "federation",  "union",      "party",
        "church",      "league",   "committee",   "front",       "coalition",  "tribunal",
        "academy",     "hospital", "museum",      "magazine",    "centre",     "center",
        "zoo",         "school",   "college",     "embassy",     "institution"};
    return str_is_one_of(noun, nouns, sizeof nouns / sizeof *nouns) || body_is_company(noun);
}

static bool has_noun(struct str name, struct str noun) {
    for (struct str rest = name; rest.at;) {
        struct str word = str_split(&rest, ' ');
        if (str_eq_nocase(word, noun) ||
            (word.n == noun.n + 1 && (word.at[noun.n] == 's' || word.at[noun.n] == 'S') &&
             str_starts_nocase(word, noun)))
            return true;
    }
    return false;
}

/* Whether the report brings in some body by the noun before a byte ("Norland Aid, a charity,");
 * *body: the last such, or NULL when the tagger saw none. */
static bool is_brought_in(const struct entity **body, const struct claim_sources *s,
                          uint32_t report, uint32_t byte, struct str noun) {
    enum { BYTES_BACK = 4000 };
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const uint32_t from = byte > BYTES_BACK ? byte - BYTES_BACK : 0;
    struct str text = str_cut(n->article->text, from, byte);
    size_t found = SIZE_MAX;
    for (size_t at = str_find(text, STR(", a"), 0); at != SIZE_MAX;
         at = str_find(text, STR(", a"), at + 1)) {
        struct str rest = str_cut(text, at + sizeof ", " - 1, text.n), article;
        article = str_split(&rest, ' ');
        if ((str_eq(article, STR("a")) || str_eq(article, STR("an"))) && str_starts(rest, noun) &&
            rest.n > noun.n && !ascii_alpha(rest.at[noun.n]))
            found = at;
    }
    if (found == SIZE_MAX)
        return false;
    const uint32_t comma = from + (uint32_t)found, m = claim_sources_mention(s, report, comma);
    const struct name_mention *x = m > 0 ? &s->mentions[report].at.at[m - 1] : NULL;
    bool named = x && x->text.end == comma && str_eq(n->entities.at[x->entity].kind, STR("ORG"));
    *body = named ? &n->entities.at[x->entity] : NULL;
    return true;
}

const struct entity *body_by_noun(const struct claim_sources *s, uint32_t report, uint32_t place,
                                  struct str noun) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const struct entity *found = NULL;
    uint32_t looked = 0;
    if (!is_body_noun(noun))
        return NULL;
    for (uint32_t i = claim_sources_mention(s, report, place); i-- > 0 && looked < MENTIONS_BACK;
         looked++) {
        const struct entity *x = &n->entities.at[s->mentions[report].at.at[i].entity];
        if (!str_eq(x->kind, STR("ORG")) || x->outlet || x->name.n <= noun.n + 1 ||
            !has_noun(x->name, noun))
            continue;
        if (found && found != x && !str_ends(found->name, x->name) &&
            !str_ends(x->name, found->name))
            return NULL;
        found = found ? found : x;
    }
    return found;
}

/* A capital that a name's word may have; not "Monday's", nor "The" of "The report", "Web" of "Web
 * site". */
static bool may_be_of_name(struct str word, struct str behind) {
    static const char *const articles[] = {"The", "A", "An", "This", "That", "These", "Those"};
    struct str bare = str_without_possessive(word);
    bool last = !utf8_capital(behind);
    return utf8_capital(word) && calendar_weekday_named(bare) < 0 && !calendar_month_named(bare) &&
           !(last && str_is_one_of(word, articles, sizeof articles / sizeof *articles)) &&
           !(str_eq(word, STR("Web")) && str_starts(behind, STR("site")));
}

/* "Ropes and Rigging" of "the newspaper Ropes and Rigging": behind one outlet's noun stands one
 * name. */
static bool joins_name(struct str words, size_t from, size_t end) {
    static const char *const nouns[] = {"newspaper", "magazine", "website", "tabloid", "blog",
                                        "journal",   "weekly",   "daily",   "site"};
    struct str behind = str_cut(words, end + 1, words.n);
    return from > 0 && from < end && utf8_capital(behind) &&
           str_is_one_of(source_last_word(str_cut(words, 0, from - 1)), nouns,
                         sizeof nouns / sizeof *nouns);
}

struct str body_name_inside(const struct analysis *n, const struct statement *s, struct str words) {
    bool start =
        s->in_title || (s->sentence < n->sentences.n &&
                        words.at == n->article->text.at + n->sentences.at[s->sentence].text.start);
    static const char *const places[] = {"in",   "outside",    "inside", "across",
                                         "near", "throughout", "around"};
    size_t from = words.n, to = words.n;
    bool place = false; /* "media outside Tarnholt" */
    for (size_t at = 0; at < words.n;) {
        size_t end = str_find_byte(words, ' ', at);
        end = end == SIZE_MAX ? words.n : end;
        struct str word = str_cut(words, at, end);
        bool capital =
            !(at == 0 && start) && may_be_of_name(word, str_cut(words, end + 1, words.n));
        place = capital ? place
                        : str_is_one_of(word, places, sizeof places / sizeof *places) ||
                              (place && (str_eq(word, STR("the")) || str_eq(word, STR("and"))));
        if (capital && from == words.n && !place)
            from = at;
        bool joins = str_eq(word, STR("and")) && joins_name(words, from, end);
        if (from < words.n && !capital && !joins)
            break;
        to = from < words.n ? end : to;
        at = end + 1;
    }
    struct str name = from < words.n ? str_cut(words, from, to) : STR_NONE;
    static const char *const tails[] = {"'s", "\xE2\x80\x99s", ","};
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
        if (name.n && str_ends(name, str_of(tails[i])))
            name = str_cut(name, 0, name.n - strlen(tails[i]));
    return name;
}

/* The name of the organisation that a statement's source is, by the tagger or by its capitals. */
static struct str heard_body(const struct claim_sources *s, uint32_t report,
                             const struct statement *x) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    if (x->in_title ||
        (x->source_class != SOURCE_ORGANISATION && x->source_class != SOURCE_UNKNOWN))
        return STR("");
    const struct entity *body = body_in_words(s, report, statement_source(x));
    if (body)
        return body->outlet ? STR("") : body->name;
    struct str words = claim_source_words(s->w, report, x);
    struct str bare =
        str_starts_nocase(words, STR("the ")) ? str_cut(words, sizeof "the " - 1, words.n) : words;
    return bare.n && str_eq(body_name_inside(n, x, bare), bare) ? bare : STR("");
}

/* The organisation that the report gave words to last before a statement; noun: and that has the
 * noun in its name. */
static struct str heard_before(const struct claim_sources *s, uint32_t report,
                               const struct statement *statement, struct str noun) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const uint32_t from = (uint32_t)(statement - n->statements.at);
    for (uint32_t i = from; i-- > 0 && from - i <= STATEMENTS_LOOKED_AT;) {
        struct str name = heard_body(s, report, &n->statements.at[i]);
        if (name.n && (!noun.n || (name.n > noun.n + 1 && has_noun(name, noun))))
            return name;
    }
    return STR("");
}

struct str body_referred(const struct claim_sources *s, uint32_t report,
                         const struct statement *statement, struct str words) {
    bool definite = str_starts_nocase(words, STR("the "));
    struct str noun = definite ? str_cut(words, sizeof "the " - 1, words.n) : words;
    uint32_t place = statement_source(statement).start;
    size_t at = 0;
    bool named = !definite && statement->entity != NO_INDEX && utf8_is_upper(utf8_next(noun, &at));
    if (statement->in_title || (!definite && !named) || !is_body_noun(noun))
        return STR("");
    bool any_group = str_eq_nocase(noun, STR("group")); /* many names have the word */
    struct str heard = any_group ? STR("") : heard_before(s, report, statement, noun);
    const struct entity *x = NULL;
    bool told = !heard.n && is_brought_in(&x, s, report, place, noun);
    if (!told && !heard.n && !any_group)
        x = body_by_noun(s, report, place, noun);
    if (!told && !x && !heard.n && body_is_company(noun))
        x = body_before(s, report, statement->sentence, place);
    if (x || heard.n || told || !body_is_company(noun))
        return x ? x->name : heard;
    return heard_before(s, report, statement, STR(""));
}

/* "group" of "a group monitoring the war" and "a Norland-based rights group", a body without a
 * name, with *described around it: what tells of what kind it is. */
static bool is_described_body(struct str *described, struct str words) {
    static const char *const ends[] = {",",    " that ", " which ", " based ",
                                       " in ", " for ",  " of "};
    static const char *const cues[] = {" monitoring ", " tracking "};
    static const char *const nouns[] = {"group",   "organisation", "organization",
                                        "charity", "watchdog",     "institute",
                                        "union",   "firm",         "company"};
    size_t article = str_starts_nocase(words, STR("a "))    ? sizeof "a " - 1
                     : str_starts_nocase(words, STR("an ")) ? sizeof "an " - 1
                                                            : 0;
    *described = str_before_any(str_cut(words, article, words.n), ends, sizeof ends / sizeof *ends);
    struct str head =
        source_last_word(str_before_any(*described, cues, sizeof cues / sizeof *cues));
    return article && str_find_byte(*described, ' ', 0) != SIZE_MAX &&
           str_is_one_of(head, nouns, sizeof nouns / sizeof *nouns);
}

/* "monitor" of "monitoring", "environment" of "environmental"; nothing of a word that tells no kind
 * ("large", "group", "Norland-based"). */
static struct str kind_stem(struct str word) {
    enum { STEM_LETTERS = 5 };
    static const char *const any[] = {
        "group",       "organisation", "organization", "charity",  "watchdog",
        "institute",   "union",        "company",      "small",    "large",
        "major",       "leading",      "local",        "national", "international",
        "independent", "nonprofit",    "non-profit",   "private",  "public",
        "prominent",   "another",      "British",      "based",    "activist"};
    static const char *const ends[] = {"ing", "al", "s"};
    if (str_is_one_of(word, any, sizeof any / sizeof *any) || !word.n || ascii_upper(word.at[0]))
        return STR("");
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(word, str_of(ends[i])) && word.n >= STEM_LETTERS + strlen(ends[i])) {
            word.n -= strlen(ends[i]);
            break;
        }
    return word.n >= STEM_LETTERS ? word : STR("");
}

/* Whether the words have one that begins so; an observatory monitors. */
static bool has_stem(struct str words, struct str stem) {
    bool monitors = str_eq(stem, STR("monitor"));
    for (struct str rest = words; rest.at;) {
        struct str word = str_split(&rest, ' ');
        if (str_starts_nocase(word, stem) ||
            (monitors && str_starts_nocase(word, STR("observatory"))))
            return true;
    }
    return false;
}

static bool tells_kind(struct str words, struct str described) {
    for (struct str rest = described; rest.at;) {
        struct str stem = kind_stem(str_split(&rest, ' '));
        if (stem.n && has_stem(words, stem))
            return true;
    }
    return false;
}

/* "Norland Watch, a monitoring group": whether the words behind one of the name's first places tell
 * the kind. */
static bool is_told_kind(struct str text, struct str name, struct str described) {
    enum { PLACES = 8, APPOSITION = 100 };
    static const char *const begins[] = {", a ", ", an ", ", the ", ", which "};
    size_t at = str_find(text, name, 0);
    for (unsigned n = 0; n < PLACES && at != SIZE_MAX; n++, at = str_find(text, name, at + 1)) {
        size_t end = at + name.n;
        struct str behind = str_cut(text, end, end + APPOSITION);
        for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
            if (str_starts(behind, str_of(begins[i]))) {
                static const char *const ends[] = {",", ". ", "\n"};
                struct str told = str_cut(behind, strlen(begins[i]), behind.n);
                if (tells_kind(str_before_any(told, ends, sizeof ends / sizeof *ends), described))
                    return true;
            }
    }
    return false;
}

/* Bodies of the state, which no report calls a group. */
static bool is_of_state(struct str name) {
    static const char *const nouns[] = {"ministry", "police",     "brigade",    "council", "court",
                                        "army",     "department", "government", "office",  "house"};
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (str_has_nocase(name, str_of(nouns[i])))
            return true;
    return false;
}

/* "Roe said", no call or blame, which many a body that is told of gives out. */
static bool tells(const struct statement *s) {
    static const char *const cues[] = {"say", "tell", "according to", "report", "cite", "state"};
    return !s->in_title && str_is_one_of(s->cue_lemma, cues, sizeof cues / sizeof *cues);
}

/* *name: the body that the source of a statement is, or speaks for. false: no memory. */
static bool body_behind(struct str *name, struct claim_sources *s, uint32_t report,
                        const struct statement *x) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    *name = heard_body(s, report, x);
    if (x->source_class != SOURCE_PERSON || x->entity == NO_INDEX)
        return true;
    uint32_t person = person_named(s, report, n->entities.at[x->entity].name);
    if (person == NO_INDEX)
        return false;
    const struct claim_source *p = &s->at.at[person];
    uint32_t body = p->speaks_for != NO_INDEX ? p->speaks_for : p->owns;
    *name = body == NO_INDEX ? STR("") : s->at.at[body].name;
    return true;
}

int body_told_later(struct str *name, struct claim_sources *s, uint32_t report,
                    const struct statement *statement) {
    enum { LEAD = 3, SENTENCES_ON = 8 };
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const uint32_t place = statement_source(statement).start, first = statement->sentence;
    *name = STR("");
    struct str described = STR(""), text = n->article->text;
    if (statement->in_title || first >= LEAD || statement->entity != NO_INDEX ||
        !is_described_body(&described, claim_source_words(s->w, report, statement)))
        return TS_OK;
    const uint32_t from = (uint32_t)(statement - n->statements.at) + 1;
    for (uint32_t i = from; i < n->statements.n && i - from < STATEMENTS_LOOKED_AT; i++) {
        const struct statement *x = &n->statements.at[i];
        struct str other;
        if (x->sentence == first || !tells(x))
            continue;
        if (x->sentence > first + SENTENCES_ON)
            break;
        if (!body_behind(&other, s, report, x))
            return work_memory(s->w);
        if (str_find_byte(other, ' ', 0) == SIZE_MAX || is_of_state(other) ||
            (!tells_kind(other, described) && !is_told_kind(text, other, described)))
            continue;
        bool before = str_find(str_cut(text, 0, place), other, 0) != SIZE_MAX;
        *name = before ? STR("") : other;
        break;
    }
    return TS_OK;
}
