#include "compare/named_speakers.h"

#include "compare/bare_names.h"
#include "compare/body_references.h"
#include "compare/claim_sources.h"
#include "compare/nameless_sources.h"
#include "compare/normal_names.h"
#include "compare/report_forms.h"
#include "compare/spokespeople.h"

#include <string.h>

/* What a noun tells, by the tables; bits. */
enum { OF_PERSON = 1, TIED = 2, HIS_WORD = 4 };

/* ---- The nouns */

static int read_nouns(struct claim_sources *s, const char *table, const char *kind, uint32_t flag) {
    struct table_row *rows;
    uint32_t count;
    int status = table_rows(&rows, &count, s->w->scratch, table_embedded(table), 2, s->w->err);
    for (uint32_t i = 0; status == TS_OK && i < count; i++) {
        if (!str_eq(rows[i].field[1], str_of(kind)))
            continue;
        uint32_t *slot = map_put(&s->nouns, rows[i].field[0]);
        if (!slot)
            return work_memory(s->w);
        *slot = (*slot == MAP_NONE ? 0 : *slot) | flag;
    }
    return status;
}

int named_speakers_init(struct claim_sources *s) {
    map_init(&s->nouns, s->w->scratch);
    int status = read_nouns(s, "roles", "person", OF_PERSON);
    if (status == TS_OK)
        status = read_nouns(s, "roles", "either", OF_PERSON);
    if (status == TS_OK)
        status = read_nouns(s, "belongings", "person", TIED);
    return status == TS_OK ? read_nouns(s, "belongings", "word", HIS_WORD) : status;
}

static bool noun_is(const struct claim_sources *s, struct str noun, uint32_t flag) {
    uint32_t is = noun.n ? map_get_nocase(&s->nouns, noun) : MAP_NONE;
    return is != MAP_NONE && is & flag;
}

bool name_of_role(const struct claim_sources *s, struct str name) {
    static const char *const links[] = {" for ", " of ", " at ", " in ", ","};
    struct str head = str_before_any(name, links, sizeof links / sizeof *links);
    return noun_is(s, source_last_word(head), OF_PERSON);
}

/* ---- What is somebody's */

/* "Roe's" may be a shop or a house that is called so: a report speaks of "a Roe's store", of what
 * "Roe's has", or the tagger took it for a body's name. */
static bool read_firm(const struct analysis *n, struct str name) {
    static const char *const marks[] = {"'s", "\xE2\x80\x99s"};
    static const char *const does[] = {" said", " has ", " store", " auction"};
    struct str text = n->article->text;
    for (uint32_t e = 0; e < n->entities.n; e++) {
        struct str body = n->entities.at[e].name;
        if (str_eq(n->entities.at[e].kind, STR("ORG")) && body.n > name.n &&
            str_eq(str_without_possessive(body), name))
            return true;
    }
    for (size_t at = str_find(text, name, 0); at != SIZE_MAX; at = str_find(text, name, at + 1))
        for (size_t m = 0; m < sizeof marks / sizeof *marks; m++) {
            struct str before = str_cut(text, 0, at), rest = str_cut(text, at + name.n, text.n);
            if (!str_starts(rest, str_of(marks[m])))
                continue;
            rest = str_cut(rest, strlen(marks[m]), rest.n);
            bool is = str_ends_nocase(before, STR("the ")) || str_ends_nocase(before, STR(" a ")) ||
                      str_eq(before, STR("A "));
            for (size_t i = 0; i < sizeof does / sizeof *does; i++)
                is |= str_starts(rest, str_of(does[i]));
            if (is)
                return true;
        }
    return false;
}

bool may_be_firm(struct claim_sources *s, uint32_t report, struct str name) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    uint32_t *known =
        name.n <= NORMAL_NAME_BYTES ? report_forms_put(&s->firms, s->w, report, name) : NULL;
    if (!known)
        return read_firm(n, name);
    if (*known == MAP_NONE)
        *known = read_firm(n, name);
    return *known;
}

/* "mother Tess" behind "Liam Carter" and "'s". STR_NONE: nothing is his there. */
static struct str behind_possessive(struct str behind) {
    static const char *const signs[] = {"'s ", "\xE2\x80\x99s ", "' ", "\xE2\x80\x99 "};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_starts(behind, str_of(signs[i])))
            return str_cut(behind, strlen(signs[i]), behind.n);
    return STR_NONE;
}

/* Whether another possessive stands in words: "doctor's report". */
static bool is_another_owner(struct str words) {
    static const char *const signs[] = {"'s ", "\xE2\x80\x99s ", "s' ", "s\xE2\x80\x99 "};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_find(words, str_of(signs[i]), 0) != SIZE_MAX)
            return true;
    return false;
}

/* "comments", "recent blog post about the ferry"; not "doctor's report". */
static bool is_his_word(const struct claim_sources *s, struct str owned) {
    static const char *const ends[] = {",",       " to ",   " of ",   " on ",   " in ",
                                       " about ", " for ",  " that ", " at ",   " from ",
                                       " who ",   " with ", " over ", " which "};
    struct str word = str_before_any(owned, ends, sizeof ends / sizeof *ends);
    return !is_another_owner(word) && noun_is(s, source_last_word(word), HIS_WORD);
}

/* "Tess" of "mother Tess" and of "40-year-old mother, Tess". Empty: no such name. */
static struct str called(const struct claim_sources *s, struct str owned) {
    static const char *const ends[] = {",",      " (",    " who ", " of ",
                                       " from ", " and ", " in ",  " at "};
    struct str rest = owned, noun = STR_NONE;
    while (rest.at && !utf8_capital(rest))
        noun = str_split(&rest, ' ');
    if (noun.n && noun.at[noun.n - 1] == ',')
        noun.n--;
    struct str name = rest.at ? str_before_any(rest, ends, sizeof ends / sizeof *ends) : STR("");
    for (struct str words = name; words.at && name.n;)
        if (!utf8_capital(str_split(&words, ' ')))
            return STR("");
    return noun_is(s, noun, OF_PERSON | TIED) ? name : STR("");
}

/* ---- What leads to a name */

/* The words of a source before a name, read from the name back. */
struct lead {
    const struct claim_sources *s;
    const struct analysis *n;
    uint32_t name;  /* where it begins, a byte of the text */
    bool described; /* only words that describe the name have been read */
    bool counted;   /* a number was */
    bool apart;     /* a comma was, before the name or farther off */
};

static struct str token_text(const struct lead *x, uint32_t i) {
    return str_span(x->n->article->text, x->n->tokens.at[i].text);
}

/* "19-year-old": all its parts. */
static bool is_hyphened(const struct lead *x, uint32_t i) {
    struct str text = x->n->article->text;
    const struct span t = x->n->tokens.at[i].text;
    return (t.end < text.n && text.at[t.end] == '-') ||
           (t.start > 0 && text.at[t.start - 1] == '-') || text.at[t.start] == '-';
}

static bool has_tag(const struct lead *x, uint32_t i, const char *tag) {
    return str_eq(labels_name(x->n->labels, x->n->tokens.at[i].tag), str_of(tag));
}

/* "of", "treating", "who": what stands behind it may be another than whom the words before tell. */
static bool is_link(const struct lead *x, uint32_t i) {
    static const char *const links[] = {"IN", "TO", "WP", "WDT", "WP$", "WRB", "MD"};
    const struct token *t = &x->n->tokens.at[i];
    struct str tag = labels_name(x->n->labels, t->tag), dep = labels_name(x->n->labels, t->dep);
    return !is_hyphened(x, i) && (str_is_one_of(tag, links, sizeof links / sizeof *links) ||
                                  (str_starts(tag, STR("VB")) && !str_eq(dep, STR("amod"))));
}

/* A word that may only describe the name behind it: "the", "murdered", "student", "Captain"; of one
 * person. */
static bool describes(const struct lead *x, uint32_t i) {
    static const char *const tags[] = {"DT", "PRP$", "JJ", "JJR", "JJS", "RB", "HYPH", "``", "''"};
    const struct token *t = &x->n->tokens.at[i];
    struct str tag = labels_name(x->n->labels, t->tag), word = token_text(x, i);
    if (is_hyphened(x, i) || str_is_one_of(tag, tags, sizeof tags / sizeof *tags) ||
        (str_starts(tag, STR("VB")) && !is_link(x, i)) || str_eq(word, STR("Prime")) ||
        (noun_is(x->s, t->lemma, OF_PERSON) && !has_tag(x, i, "NNS")))
        return true;
    struct str titled = str_cut(x->n->article->text, t->text.start, x->name);
    return utf8_capital(word) && bare_person_name(titled).at > titled.at;
}

/* "by", "named": the name behind such words is the speaker's. */
static bool leads_to_speaker(struct str word) {
    static const char *const words[] = {"by", "from",      "named", "called",    "dubbed",
                                        "as", "including", "like",  "nicknamed", "alias"};
    return str_is_one_of(word, words, sizeof words / sizeof *words);
}

/* The word before the first "of" and its like of a source: what the source is. */
static struct str head_before(const struct lead *x, uint32_t link, uint32_t first) {
    enum { TOKENS_ON = 24 };
    uint32_t i = first;
    while (i < link && i - first < TOKENS_ON && !(is_link(x, i) && i > first))
        i++;
    return i > first ? token_text(x, i - 1) : STR("");
}

/* Whether the name behind "of" and its like at a token is another's. What describes the name alone
 * is told of it ("of the student Ann Roe"); else it is told of the whole ("head of sales Ann Roe",
 * "mother of two Ann Roe"), but of what belongs to people ("the widow of the Weldon trader Ann
 * Roe") nobody knows. */
static bool is_linked(const struct lead *x, uint32_t link, uint32_t first) {
    struct str near = link > first ? token_text(x, link - 1) : STR("");
    struct str head = head_before(x, link, first);
    const bool tied = noun_is(x->s, near, TIED) || noun_is(x->s, head, TIED);
    if (leads_to_speaker(token_text(x, link)))
        return false;
    if (!has_tag(x, link, "IN") && !has_tag(x, link, "TO"))
        return !x->apart;
    if (x->apart || x->counted)
        return tied && x->described && !x->counted;
    return x->described || tied ||
           !(noun_is(x->s, head, OF_PERSON) || str_eq_nocase(head, STR("head")));
}

static bool starts_as_verb(const struct lead *x, uint32_t i) {
    return str_starts(labels_name(x->n->labels, x->n->tokens.at[i].tag), STR("VB"));
}

/* Whether a name of a source, behind other words of it, is not whom the source tells. */
static bool is_of_another(const struct claim_sources *s, const struct analysis *n,
                          struct span source, uint32_t name) {
    enum { TOKENS_BACK = 24 };
    static const char *const ends[] = {
        ":", ";", "(", ")", "'s", "\xE2\x80\x99s", "\xE2\x80\x94", "\xE2\x80\x93"};
    struct lead x = {.s = s, .n = n, .name = name, .described = true};
    const uint32_t first = SPANS_FIND(n->tokens, source.start), at = SPANS_FIND(n->tokens, name);
    for (uint32_t i = at; i-- > first && at - i <= TOKENS_BACK;) {
        struct str word = token_text(&x, i);
        bool comma = str_eq(word, STR(","));
        if ((comma && x.apart) || str_is_one_of(word, ends, sizeof ends / sizeof *ends))
            return false;
        if (is_link(&x, i)) /* "Fired" before all else tells of the name */
            return (i > first || !starts_as_verb(&x, i)) && is_linked(&x, i, first);
        x.counted |= has_tag(&x, i, "CD") && !is_hyphened(&x, i);
        x.apart |= comma;
        x.described &= comma || describes(&x, i);
    }
    return false;
}

bool name_is_described(const struct claim_sources *s, uint32_t report, uint32_t from,
                       uint32_t name) {
    static const char *const marks[] = {",", ".", ":", "-LRB-", "-RRB-", "POS"};
    struct lead x = {.s = s, .n = s->w->c->reports.at[report].analysis, .name = name};
    uint32_t i = SPANS_FIND(x.n->tokens, from), last = NO_INDEX;
    for (; i < x.n->tokens.n && x.n->tokens.at[i].text.start < name; i++) {
        struct str tag = labels_name(x.n->labels, x.n->tokens.at[i].tag);
        bool comma = str_eq(tag, STR(",")) && x.n->tokens.at[i].text.end + 1 == name;
        if (is_link(&x, i) || (!comma && str_is_one_of(tag, marks, sizeof marks / sizeof *marks)))
            return false;
        last = comma ? last : i;
    }
    return last != NO_INDEX && describes(&x, last);
}

/* ---- The speaker */

/* A source, as far as the search for its speaker needs it. */
struct source {
    uint32_t report;
    struct span at;
    struct str owner; /* "Doe" of "Doe's spokesman", whose voice he is (spoken_for) */
    bool voice, spoken_for;
};

static bool is_mark(char c) {
    return c == '"' || c == '\'' || c == ',' || c == '.';
}

/* What one person's name in the words tells. */
static struct named_speaker read_mention(struct claim_sources *s, const struct source *x,
                                         const struct entity *e, struct span name) {
    const struct analysis *n = s->w->c->reports.at[x->report].analysis;
    const struct named_speaker is = {.is = e}, none = {.by_another = false};
    struct str text = n->article->text, behind = str_cut(text, name.end, x->at.end);
    struct str owned = behind_possessive(behind), printed = str_span(text, name);
    while (behind.n && is_mark(behind.at[behind.n - 1]))
        behind.n--;
    const bool begins = name.start == x->at.start;
    if (begins && x->spoken_for && printed.n == x->owner.n)
        return may_be_firm(s, x->report, x->owner) ? none : is;
    if (owned.at && is_his_word(s, owned))
        return may_be_firm(s, x->report, printed) ? none : is;
    if (owned.at)
        return (struct named_speaker){.name = called(s, owned), .by_another = true};
    if (begins && text.at[name.end] == ',')
        return is;
    if (!begins && !x->voice && is_of_another(s, n, x->at, name.start))
        return (struct named_speaker){.name = STR(""), .by_another = true};
    return behind.n ? none : is;
}

/* Whether the report gives the role right before a name and its comma to another person: "the
 * president" of "the brother of the president, Bo Lund," where President Ann Roe is told of. */
static bool is_role_of_another(const struct claim_sources *s, const struct source *x,
                               uint32_t name) {
    const struct analysis *n = s->w->c->reports.at[x->report].analysis;
    const struct name_mentions *all = &s->mentions[x->report];
    struct str text = n->article->text, before = str_cut(text, x->at.start, name);
    struct str role =
        str_ends(before, STR(", ")) ? source_last_word(str_cut(before, 0, before.n - 2)) : STR("");
    const uint32_t at = claim_sources_mention(s, x->report, name);
    for (uint32_t i = 0; role.n && at < all->at.n && i < all->at.n; i++) {
        const struct entity *e = &n->entities.at[all->at.at[i].entity];
        struct str printed = str_span(text, all->at.at[i].text), bare = bare_person_name(printed);
        if (!str_eq(e->kind, STR("PERSON")) || all->at.at[i].entity == all->at.at[at].entity ||
            words_have_one(n->entities.at[all->at.at[at].entity].name, source_last_word(bare)))
            continue;
        struct str ahead = str_trim(str_cut(text, 0, (size_t)(bare.at - text.at)));
        bool comma = str_ends(ahead, STR(","));
        ahead = str_cut(ahead, 0, ahead.n - comma);
        struct str word =
            source_last_word(str_cut(ahead, ahead.n > 40 ? ahead.n - 40 : 0, ahead.n));
        if (str_eq_nocase(word, role) && all->at.at[i].text.end < text.n &&
            (!comma || text.at[all->at.at[i].text.end] == ','))
            return true;
    }
    return false;
}

/* Whether the person whom the parse took for the speaker is another: "the wife of the mayor, Ann
 * Roe", who may be either. */
static bool is_taken_for(const struct claim_sources *s, const struct source *x, uint32_t entity) {
    const struct analysis *n = s->w->c->reports.at[x->report].analysis;
    const struct name_mentions *all = &s->mentions[x->report];
    for (uint32_t i = claim_sources_mention(s, x->report, x->at.start);
         i < all->at.n && all->at.at[i].text.end <= x->at.end; i++)
        if (all->at.at[i].entity == entity)
            return all->at.at[i].text.start > x->at.start &&
                   is_of_another(s, n, x->at, all->at.at[i].text.start) &&
                   !is_role_of_another(s, x, all->at.at[i].text.start);
    return false;
}

struct named_speaker named_speaker_of(struct claim_sources *s, uint32_t report,
                                      const struct statement *statement) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const struct name_mentions *all = &s->mentions[report];
    struct str words = claim_source_words(s->w, report, statement),
               owned = source_without_spokesman(words); /* "Doe's" */
    struct source x = {report, statement_source(statement), str_without_possessive(owned),
                       owned.n < words.n, false};
    struct named_speaker found = {.is = NULL};
    x.spoken_for = x.voice && x.owner.n < owned.n;
    if (statement->entity != NO_INDEX) {
        found.is = &n->entities.at[statement->entity];
        found.by_another = !statement->in_title && str_eq(found.is->kind, STR("PERSON")) &&
                           !x.voice && is_taken_for(s, &x, statement->entity);
        found.is = found.by_another ? NULL : found.is;
        return found;
    }
    for (uint32_t i = claim_sources_mention(s, report, x.at.start);
         !statement->in_title && i < all->at.n && all->at.at[i].text.end <= x.at.end; i++) {
        const struct entity *e = &n->entities.at[all->at.at[i].entity];
        if (!str_eq(e->kind, STR("PERSON")) || e->outlet)
            continue;
        struct named_speaker one = read_mention(s, &x, e, all->at.at[i].text);
        if (one.is)
            return one;
        if (one.by_another && !found.by_another)
            found = one;
    }
    return found;
}

/* The person with whose name a source begins, *name, and *owned, what stands behind it and "'s":
 * "mother Tess". NULL: none, or nothing is hers there. */
static const struct entity *owner_at_head(struct str *name, struct str *owned,
                                          const struct claim_sources *s, uint32_t report,
                                          const struct statement *statement) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const struct name_mentions *all = &s->mentions[report];
    const struct span at = statement_source(statement);
    uint32_t i = statement->in_title ? all->at.n : claim_sources_mention(s, report, at.start);
    if (i == all->at.n || all->at.at[i].text.start > at.start || all->at.at[i].text.end > at.end)
        return NULL;
    const struct span printed = all->at.at[i].text;
    const struct entity *e = &n->entities.at[all->at.at[i].entity];
    *name = str_span(n->article->text, printed);
    *owned = behind_possessive(str_cut(n->article->text, printed.end, at.end));
    return owned->at && str_eq(e->kind, STR("PERSON")) && !e->outlet ? e : NULL;
}

const struct entity *named_writer(struct claim_sources *s, uint32_t report,
                                  const struct statement *statement) {
    struct str name, owned;
    const struct entity *e = owner_at_head(&name, &owned, s, report, statement);
    return e && is_his_word(s, owned) && !may_be_firm(s, report, name) ? e : NULL;
}

struct str named_owner(const struct claim_sources *s, uint32_t report,
                       const struct statement *statement, struct str given) {
    static const char *const kin[] = {"mother",  "father", "wife",   "husband", "son",
                                      "brother", "sister", "widow",  "widower", "daughter",
                                      "mum",     "mom",    "cousin", "uncle",   "aunt"};
    struct str words = claim_source_words(s->w, report, statement), owner = words;
    for (size_t at = 0; at < words.n && owner.n == words.n; at++)
        if (behind_possessive(str_cut(words, at, words.n)).at)
            owner = str_cut(words, 0, at);
    struct str owned = behind_possessive(str_cut(words, owner.n, words.n));
    for (struct str rest = owner; rest.at && owned.at;)
        if (!utf8_capital(str_split(&rest, ' ')))
            owned = STR_NONE;
    return owned.at && given.n && source_last_word(given).n == given.n &&
                   words_have(owned, kin, sizeof kin / sizeof *kin) &&
                   str_eq(called(s, owned), given)
               ? owner
               : STR("");
}

bool is_anothers_writing(const struct claim_sources *s, uint32_t report,
                         const struct statement *statement) {
    struct str name, owned;
    return owner_at_head(&name, &owned, s, report, statement) && is_another_owner(owned);
}

/* ---- Speakers who are told by what they are */

/* The words up to what tells where or whose: "the leader" of "the leader of the Norland Church". */
static struct str before_links(struct str words) {
    static const char *const ends[] = {",",       " of ",    " for ",   " in ",     " at ",
                                       " from ",  " with ",  " who ",   " that ",   " which ",
                                       " to ",    " on ",    " near ",  " by ",     " known ",
                                       " named ", " called", " whose ", " inside ", " outside "};
    return str_before_any(words, ends, sizeof ends / sizeof *ends);
}

static bool has_capital(struct str words) {
    for (struct str rest = words; rest.at;)
        if (utf8_capital(str_split(&rest, ' ')))
            return true;
    return false;
}

/* Whether the words name anybody: a word has a capital and is of no place ("Norland sailors"). */
static bool names_somebody(const struct claim_sources *s, uint32_t report,
                           const struct statement *statement, struct str words) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const struct name_mentions *all = &s->mentions[report];
    for (struct str rest = words; rest.at && rest.n;) {
        struct str word = str_split(&rest, ' ');
        if (!utf8_capital(word))
            continue;
        const uint32_t at = (uint32_t)(word.at - n->article->text.at);
        const uint32_t m = statement->in_title ? all->at.n : claim_sources_mention(s, report, at);
        static const char *const places[] = {"GPE", "NORP", "LOC"};
        if (m == all->at.n || all->at.at[m].text.start != at ||
            !str_is_one_of(n->entities.at[all->at.at[m].entity].kind, places,
                           sizeof places / sizeof *places))
            return true;
    }
    return false;
}

/* "engineers": of a noun for people the plural that the table has not. */
static bool is_plural_role(const struct claim_sources *s, struct str noun) {
    return noun.n > 2 && str_ends(noun, STR("s")) && !noun_is(s, noun, OF_PERSON | TIED) &&
           noun_is(s, str_cut(noun, 0, noun.n - 1), OF_PERSON);
}

/* "the leader of the Norland Church", "the Home Secretary", "council members": a person or people
 * without a name, though the words have one; not "Norland Front fighters", who may be the Front.
 * begins: the words begin their sentence, so that "Medics" need be no name. */
static bool tells_role(const struct claim_sources *s, uint32_t report,
                       const struct statement *statement, struct str words, bool begins) {
    struct str head = source_last_word(before_links(words)), behind = words;
    str_split(&behind, ' '); /* the first word may begin a sentence */
    if (source_without_spokesman(words).n < words.n)
        return false;
    if (utf8_capital(head))
        return begins && head.n == words.n
                   ? is_plural_role(s, head)
                   : str_starts_nocase(words, STR("the ")) && bare_name_is_title(head);
    return noun_is(s, head, OF_PERSON | TIED) || str_eq_nocase(head, STR("head")) ||
           (is_plural_role(s, head) && !names_somebody(s, report, statement, behind));
}

/* The person beside words of a report: "Ann Roe, the leader", "the leader, Ann Roe,", "leader Ann
 * Roe". NULL: none. */
static const struct entity *person_beside(const struct claim_sources *s, uint32_t report,
                                          uint32_t start, uint32_t end) {
    static const char *const articles[] = {"the ", "its ", "their ", "his ", "her "};
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const struct name_mentions *all = &s->mentions[report];
    struct str text = n->article->text;
    uint32_t at = claim_sources_mention(s, report, start), from = start;
    const uint32_t behind = claim_sources_mention(s, report, end);
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (str_ends(str_cut(text, 0, start), str_of(articles[i])))
            from = start - (uint32_t)strlen(articles[i]);
    const struct name_mention *found = NULL;
    const bool comma = str_starts(str_cut(text, end, text.n), STR(", "));
    if (behind < all->at.n && all->at.at[behind].text.start == end + 1 + comma)
        found = &all->at.at[behind];
    else if (at < all->at.n && all->at.at[at].text.start == start && all->at.at[at].text.end > end)
        found = &all->at.at[at]; /* with what he is */
    if (found && comma && !str_starts(str_cut(text, found->text.end, text.n), STR(",")))
        found = NULL;
    if (!found && at > 0 && all->at.at[at - 1].text.end + 2 == from &&
        str_ends(str_cut(text, 0, from), STR(", ")))
        found = &all->at.at[at - 1];
    const struct entity *e = found ? &n->entities.at[found->entity] : NULL;
    return e && str_eq(e->kind, STR("PERSON")) && !e->outlet ? e : NULL;
}

/* Of all whom a report calls by the words of a source the one; *several: there are others. */
static const struct entity *person_called(bool *several, const struct claim_sources *s,
                                          uint32_t report, const struct statement *statement) {
    enum { PLACES = 64, BYTES_AROUND = 16000 };
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const uint32_t here = statement->in_title ? 0 : statement_source(statement).start,
                   low = here > BYTES_AROUND ? here - BYTES_AROUND : 0;
    struct str text = str_cut(n->article->text, low, here + BYTES_AROUND);
    struct str phrase = source_without_article(claim_source_words(s->w, report, statement));
    const struct entity *one = NULL;
    size_t at = str_find(text, phrase, 0);
    *several = false;
    for (unsigned k = 0; phrase.n && k < PLACES && at != SIZE_MAX;
         k++, at = str_find(text, phrase, at + 1)) {
        const uint32_t start = low + (uint32_t)at;
        const struct entity *e = person_beside(s, report, start, start + (uint32_t)phrase.n);
        *several = *several || (e && one && e != one);
        one = e ? e : one;
    }
    return *several ? NULL : one;
}

struct named_role named_role_of(struct claim_sources *s, uint32_t report,
                                const struct statement *statement) {
    const enum source_class is = statement->source_class;
    struct str words = claim_source_words(s->w, report, statement);
    struct named_role role = {.is = NULL};
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    bool begins =
        !statement->in_title && statement->sentence < n->sentences.n &&
        n->sentences.at[statement->sentence].text.start == statement_source(statement).start;
    bool body = is == SOURCE_ORGANISATION && !statement->in_title &&
                body_in_words(s, report, statement_source(statement));
    if (statement->entity != NO_INDEX || body ||
        (is != SOURCE_UNKNOWN && is != SOURCE_ORGANISATION && is != SOURCE_PERSON) ||
        (is == SOURCE_PERSON && !named_speaker_of(s, report, statement).by_another) ||
        !tells_role(s, report, statement, words, begins))
        return role;
    role.told = true;
    if (!is_plural_role(s, source_last_word(before_links(words))))
        role.is = person_called(&role.several, s, report, statement);
    return role;
}

/* Whether the words tell such people from others: by whose or where they are, by being no one in
 * particular; not "the elderly man", who may have a name elsewhere. */
static bool tells_apart(struct str words) {
    static const char *const open[] = {"one", "another", "a",     "an", "fellow",
                                       "her", "his",     "their", "its"};
    struct str role = before_links(words), behind = str_cut(words, role.n, words.n);
    struct str rest = str_cut(words, 0, role.n);
    bool apart = behind.n && behind.at[0] == ' ' && has_capital(behind);
    for (; rest.at && !apart;) {
        struct str word = str_split(&rest, ' ');
        apart = str_is_one_of(word, open, sizeof open / sizeof *open) ||
                (utf8_capital(word) && str_without_possessive(word).n < word.n);
    }
    return apart;
}

/* "The governor", "the researchers", who can hardly be somebody with a name: the report tells of no
 * such person before ("Ann Roe"; of one word the tagger is not sure), of several also of no body.
 */
static bool nobody_before(const struct claim_sources *s, uint32_t report, uint32_t byte,
                          bool several) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const struct name_mentions *all = &s->mentions[report];
    for (uint32_t i = 0; i < all->at.n && all->at.at[i].text.start < byte; i++) {
        const struct entity *e = &n->entities.at[all->at.at[i].entity];
        bool full = str_find_byte(e->name, ' ', 0) != SIZE_MAX;
        if ((full && str_eq(e->kind, STR("PERSON"))) || (several && str_eq(e->kind, STR("ORG"))))
            return false;
    }
    return true;
}

/* "The researchers", "both men", "its owners": of whom the report may have told before;
 * "historians", "some Norland watchers" are others. */
static bool is_told_again(struct str words) {
    static const char *const again[] = {"the",   "these", "those", "both", "all", "its",
                                        "their", "his",   "her",   "our",  "my",  "your"};
    struct str rest = words;
    return str_is_one_of(str_split(&rest, ' '), again, sizeof again / sizeof *again);
}

/* People in the plural of whom nothing tells who they are; not "computer models". */
static bool are_nameless(const struct claim_sources *s, uint32_t report,
                         const struct statement *statement, struct str words, struct str role) {
    if (statement->source_class == SOURCE_ORGANISATION)
        return true;
    return statement->source_class == SOURCE_UNKNOWN && !str_eq_nocase(role, STR("models")) &&
           (!is_told_again(words) ||
            nobody_before(s, report, statement_source(statement).start, true));
}

bool named_role_is_nameless(struct claim_sources *s, uint32_t report,
                            const struct statement *statement) {
    const struct named_role role = named_role_of(s, report, statement);
    struct str words = claim_source_words(s->w, report, statement);
    struct str role_word = source_last_word(before_links(words));
    if (!role.told || role.is || role.several || statement->in_title)
        return false;
    if (is_plural_role(s, role_word))
        return are_nameless(s, report, statement, words, role_word);
    return tells_apart(words) ||
           (lemma_has_class(&s->w->lemma_classes, role_word, LEMMA_OFFICE) &&
            !utf8_capital(role_word) &&
            nobody_before(s, report, statement_source(statement).start, false));
}

bool begins_nowhere(struct str words) {
    static const char *const begins[] = {"on",   "in",   "at",    "with",  "from",   "to",
                                         "that", "when", "while", "after", "before", "as"};
    struct str rest = words, first = str_split(&rest, ' ');
    bool small = false; /* "In Touch" and "On the Waterfront" are names */
    while (rest.at && !small) {
        struct str word = str_split(&rest, ' ');
        small = !utf8_capital(word) && word.n > 3;
    }
    return small && str_is_one_of(first, begins, sizeof begins / sizeof *begins);
}

bool words_tell_people(const struct claim_sources *s, uint32_t report, struct str words) {
    enum { WORDS_MAX = 4 };
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const struct name_mentions *all = &s->mentions[report];
    for (unsigned k = 0; words.at && k < WORDS_MAX; k++) {
        struct str word = str_split(&words, ' ');
        const bool ends = word.n && !ascii_alpha(word.at[word.n - 1]);
        word = str_cut(word, 0, word.n - ends);
        const uint32_t at = (uint32_t)(word.at - n->article->text.at);
        const uint32_t m = claim_sources_mention(s, report, at);
        if (is_plural_role(s, word) || str_eq(word, STR("people")) || str_eq(word, STR("men")) ||
            str_eq(word, STR("women")) ||
            (str_ends(word, STR("s")) && m < all->at.n && all->at.at[m].text.start == at &&
             str_eq(n->entities.at[all->at.at[m].entity].kind, STR("NORP"))))
            return true;
        if (ends)
            break;
    }
    return false;
}
