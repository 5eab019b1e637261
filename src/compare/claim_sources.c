#include "compare/claim_sources.h"

#include "base/buf.h"
#include "base/calendar.h"
#include "compare/bare_names.h"
#include "compare/body_references.h"
#include "compare/document_issuers.h"
#include "compare/family_sources.h"
#include "compare/kin_sources.h"
#include "compare/named_speakers.h"
#include "compare/nameless_sources.h"
#include "compare/normal_names.h"
#include "compare/placed_bodies.h"
#include "compare/report_forms.h"
#include "compare/spokespeople.h"

#include <stdlib.h>
#include <string.h>

enum { LOOKED_AT = 256 };

struct str claim_source_words(const struct work *w, uint32_t report,
                              const struct statement *statement) {
    const struct article *a = w->c->reports.at[report].article;
    return str_span(statement->in_title ? a->title : a->text, statement_source(statement));
}

/* "ferry company" of "ferry company in Norland, which ...". */
static struct str head_phrase(struct str words) {
    static const char *const ends[] = {",", " in ", " at ", " on ", " which ", " who ", " that "};
    return str_before_any(words, ends, sizeof ends / sizeof *ends);
}

static bool is_person(const struct analysis *n, const struct statement *s) {
    return s->entity != NO_INDEX && str_eq(n->entities.at[s->entity].kind, STR("PERSON")) &&
           !n->entities.at[s->entity].outlet;
}

/* "ferry" of "ferry company"; nothing of other nouns. */
static struct str company_kind(struct str form) {
    struct str last = source_last_word(form);
    return body_is_company(last) && last.n < form.n ? str_cut(form, 0, form.n - last.n - 1)
                                                    : STR_NONE;
}

static bool has_capital(struct str words) {
    for (struct str rest = words; rest.at;) {
        size_t at = 0;
        if (utf8_is_upper(utf8_next(str_split(&rest, ' '), &at)))
            return true;
    }
    return false;
}

static bool ends_in_words(struct str name, struct str words) {
    return words.n && name.n > words.n + 1 && str_ends(name, words) &&
           name.at[name.n - words.n - 1] == ' ';
}

/* The one organisation whose name ends so: "ferry company" for "Norland Ferry Company" and "Norland
 * Ferry". What has a capital ("Ferry Board") may be another's whole name: it is the end of one that
 * the report has as well. */
static uint32_t by_last_words(const struct claim_sources *s, uint32_t report, struct str name,
                              struct str form) {
    uint32_t found = NO_INDEX;
    bool company = company_kind(form).n && !has_capital(name);
    for (uint32_t i = 0; i < s->at.n && i < LOOKED_AT; i++) {
        const struct claim_source *x = &s->at.at[i];
        if (x->kind != ORIGIN_ORGANISATION ||
            (!ends_in_words(x->form, form) && !ends_in_words(x->form, company_kind(form))) ||
            (!company && !name_ties_has(&s->ties, report, x->form)))
            continue;
        if (found != NO_INDEX)
            return NO_INDEX;
        found = i;
    }
    return found;
}

/* A person whom the report names in full. */
static bool enter_person(struct claim_sources *s, uint32_t report, const struct entity *e) {
    struct str form = compare_normal_name(s->w, bare_person_name(e->name), "");
    if (!form.at || !form.n || source_last_word(form).n == form.n)
        return form.at != NULL;
    uint32_t person = person_named(s, report, e->name);
    bool ok = person != NO_INDEX;
    for (uint32_t m = 0; ok && m < e->mentions.n && s->at.at[person].speaks_for == NO_INDEX; m++)
        ok = spokespeople_note(s, report, &e->mentions.at[m], person);
    return ok;
}

static int by_place(const void *x, const void *y) {
    const struct name_mention *a = x, *b = y;
    if (a->text.start != b->text.start)
        return a->text.start < b->text.start ? -1 : 1;
    return a->entity < b->entity ? -1 : a->entity > b->entity;
}

static bool list_mentions(struct name_mentions *list, struct claim_sources *s, uint32_t report,
                          enum mention_form form) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    for (uint32_t e = 0; e < n->entities.n; e++)
        for (uint32_t m = 0; m < n->entities.at[e].mentions.n; m++) {
            const struct mention *x = &n->entities.at[e].mentions.at[m];
            if (x->form != form)
                continue;
            struct name_mention *added = VEC_PUSH(s->w->scratch, &list->at);
            if (!added)
                return false;
            *added = (struct name_mention){x->text, e};
        }
    if (list->at.n)
        qsort(list->at.at, list->at.n, sizeof *list->at.at, by_place);
    return true;
}

uint32_t claim_sources_mention(const struct claim_sources *s, uint32_t report, uint32_t byte) {
    return name_mention_at(&s->mentions[report], byte);
}

/* The names and pronouns of a report, and the people whom it names in full. */
static bool read_report(struct claim_sources *s, uint32_t report) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    bool ok = list_mentions(&s->mentions[report], s, report, MENTION_NAME) &&
              list_mentions(&s->pronouns[report], s, report, MENTION_PRONOUN);
    for (uint32_t e = 0; ok && e < n->entities.n; e++)
        if (str_eq(n->entities.at[e].kind, STR("PERSON")))
            ok = source_note_full_name(s, report, n->entities.at[e].name);
    return ok;
}

/* The people to whom a report gives words. */
static bool enter_speakers(struct claim_sources *s, uint32_t report) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    bool *speaks = work_zero(s->w, n->entities.n, sizeof *speaks);
    bool ok = speaks != NULL;
    for (uint32_t k = 0; ok && k < n->statements.n; k++)
        if (is_person(n, &n->statements.at[k]))
            speaks[n->statements.at[k].entity] = true;
    for (uint32_t e = 0; ok && e < n->entities.n; e++)
        ok = !speaks[e] || enter_person(s, report, &n->entities.at[e]);
    return ok;
}

int claim_sources_init(struct claim_sources *s, struct work *w, const struct story *story) {
    const uint32_t count = w->c->reports.n;
    *s = (struct claim_sources){.w = w,
                                .story = story,
                                .mentions = work_zero(w, count, sizeof *s->mentions),
                                .pronouns = work_zero(w, count, sizeof *s->pronouns)};
    map_init(&s->by_name, w->scratch);
    map_init(&s->families, w->scratch);
    map_init(&s->firms, w->scratch);
    map_init(&s->full_names, w->scratch);
    if (!s->mentions || !s->pronouns)
        return work_memory(w);
    int status = named_speakers_init(s);
    if (status == TS_OK)
        status = name_ties_init(&s->ties, w, story);
    if (status == TS_OK)
        status = public_bodies_init(&s->bodies, w, story, &s->ties);
    if (status != TS_OK)
        return status;
    bool ok = true;
    for (uint32_t i = 0; ok && i < story->reports.n; i++)
        ok = read_report(s, story->reports.at[i]);
    for (uint32_t i = 0; ok && i < story->reports.n; i++)
        ok = enter_speakers(s, story->reports.at[i]);
    kin_sources_init(s);
    return ok ? family_sources_init(s) : work_memory(w);
}

/* A pronoun that is linked to nobody, or a noun that many things are: "the company". */
static bool is_anybody(struct str name) {
    static const char *const words[] = {
        "he",        "she",    "they",         "it",           "i",         "we",      "you",
        "who",       "him",    "her",          "them",         "himself",   "herself", "others",
        "us",        "a",      "an",           "the",          "some",      "company", "firm",
        "network",   "group",  "organization", "organisation", "agency",    "team",    "site",
        "many",      "people", "person",       "man",          "woman",     "one",     "that",
        "which",     "this",   "both",         "force",        "media",     "outlets", "outlet",
        "newspaper", "paper",  "website",      "authorities",  "officials", "family"};
    return str_is_one_of(name, words, sizeof words / sizeof *words);
}

/* "letter" of "letter from the town". */
static struct str document_phrase(struct str words) {
    static const char *const links[] = {" obtained ", " seen ",  " from ",  " on ",     " in ",
                                        " by ",       " of ",    " about ", " that ",   " posted ",
                                        " released ", " which ", " for ",   " showing "};
    return str_before_any(words, links, sizeof links / sizeof *links);
}

/* What the document is: "video" of "new footage". */
static struct str document_noun(struct str form) {
    static const struct {
        const char *noun, *is;
    } same[] = {{"footage", "video"},  {"posting", "tweet"},       {"screenshot", "picture"},
                {"clips", "video"},    {"photographs", "picture"}, {"recordings", "recording"},
                {"e-mail", "email"},   {"selfie", "picture"},      {"emails", "email"},
                {"e-mails", "email"},  {"clip", "video"},          {"videos", "video"},
                {"photo", "picture"},  {"image", "picture"},       {"photograph", "picture"},
                {"photos", "picture"}, {"images", "picture"},      {"pictures", "picture"},
                {"tweets", "tweet"},   {"documents", "document"},  {"memorandum", "memo"}};
    struct str noun = source_last_word(document_phrase(form));
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        if (str_eq(noun, str_of(same[i].noun)))
            return str_of(same[i].is);
    return noun;
}

/* "photos" of "sad photos", which are everybody's. */
static struct str document_name(struct str words) {
    static const char *const shown[] = {"photo",   "photos",   "photograph", "photographs",
                                        "picture", "pictures", "image",      "images",
                                        "video",   "videos",   "footage",    "clip"};
    struct str noun = source_last_word(words);
    return str_is_one_of(noun, shown, sizeof shown / sizeof *shown) ? noun : words;
}

enum { NAME_BLANKS_MAX = 5, TAGGED_BLANKS_MAX = 10 };

/* A source that is called by a name has few words, in one line. */
static bool may_be_a_name(struct str name, unsigned blanks_max) {
    unsigned blanks = 0;
    for (size_t i = 0; i < name.n; i++) {
        blanks += name.at[i] == ' ';
        if (name.at[i] == '\n' || (name.at[i] == ' ' && i + 1 < name.n && name.at[i + 1] == ' '))
            return false;
    }
    return blanks <= blanks_max;
}

/* "video game": it shows what was made up. */
static bool is_game(struct str form) {
    static const char *const games[] = {"game", "games"};
    return str_is_one_of(source_last_word(document_phrase(form)), games,
                         sizeof games / sizeof *games);
}

/* Two words or more with capitals, titles left out, that the tagger took for no name; "NORLAND NHB"
 * is none. */
static bool is_full_name(struct str name) {
    unsigned words = 0;
    bool small = false;
    for (struct str rest = bare_person_name(name); rest.at; words++) {
        struct str word = str_split(&rest, ' ');
        size_t at = 0;
        if (!utf8_is_upper(utf8_next(word, &at)))
            return false;
        small = false;
        while (at < word.n && !small)
            small = utf8_is_lower(utf8_next(word, &at));
    }
    return words > 1 && small;
}

/* A person whom the tagger saw no name of: "Ludo van der Meer", "Roe"; not "he the tall pilot". */
static bool may_be_person(struct str name) {
    static const char *const cut[] = {"al", "el", "bin"}; /* "al" of "al-Roe" */
    struct str bare = bare_person_name(name), end = source_last_word(bare);
    return utf8_capital(bare) &&
           (utf8_capital(end) || str_is_one_of(end, cut, sizeof cut / sizeof *cut));
}

/* A document of this kind of nobody's: which of them a body's is, nothing tells. */
static bool has_document(const struct claim_sources *s, struct str form) {
    for (uint32_t i = 0; i < s->at.n && i < LOOKED_AT; i++)
        if (s->at.at[i].kind == ORIGIN_DOCUMENT && str_eq(s->at.at[i].form, form))
            return true;
    return false;
}

/* The same of the video, picture or recording that has this noun, among the words for it: of a
 * paper others may have told. */
static struct str body_of_document(const struct claim_sources *s, uint32_t report,
                                   struct span words, struct str noun) {
    static const char *const kinds[] = {"video", "picture", "recording"};
    if (!str_is_one_of(document_noun(noun), kinds, sizeof kinds / sizeof *kinds))
        return STR_NONE;
    struct str text = s->w->c->reports.at[report].article->text;
    size_t at = str_find(str_span(text, words), noun, 0);
    return body_in_front(s, report, words.start + (at == SIZE_MAX ? 0 : (uint32_t)at));
}

static enum origin_kind kind_of(const struct statement *statement, const struct entity *e) {
    if (statement->source_class == SOURCE_DOCUMENT)
        return ORIGIN_DOCUMENT;
    if (statement->source_class == SOURCE_PERSON)
        return ORIGIN_PERSON;
    return e && str_eq(e->kind, STR("PERSON")) && !e->outlet ? ORIGIN_PERSON : ORIGIN_ORGANISATION;
}

/* Whose word a source's is: the organisation's that it speaks for; the firm's that a person owns,
 * when that has another voice in the story as well. */
static uint32_t speaking(const struct claim_sources *s, uint32_t source) {
    if (source == NO_INDEX)
        return source;
    const struct claim_source *x = &s->at.at[source];
    if (x->speaks_for != NO_INDEX)
        return x->speaks_for;
    return x->owns != NO_INDEX && s->at.at[x->owns].heard ? x->owns : source;
}

/* The person or organisation that released a document. */
static uint32_t issuer_source(struct claim_sources *s, uint32_t report, struct issuer issuer) {
    struct str form = compare_normal_name(s->w, issuer.name, "");
    if (!form.at)
        return NO_INDEX;
    return issuer.person ? person_named(s, report, issuer.name)
                         : source_named(s, report, issuer.name, form, ORIGIN_ORGANISATION);
}

/* "Norland Front supporters", "BGR": somebody who has a name, though the tagger saw none. */
static bool is_named(const struct claim_sources *s, uint32_t report,
                     const struct statement *statement, struct str words) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    if (statement->in_title)
        return false;
    struct str bare = source_without_article(words);
    return body_in_words(s, report, statement_source(statement)) ||
           (bare.n && str_eq(body_name_inside(n, statement, bare), bare));
}

/* A noun for pictures and recordings, in lower case; nothing of other words. */
static struct str shown_noun(struct str word) {
    static const char *const nouns[] = {"photo",   "photos",    "photograph", "photographs",
                                        "picture", "pictures",  "image",      "images",
                                        "video",   "videos",    "footage",    "clip",
                                        "clips",   "recording", "recordings"};
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (str_eq_nocase(word, str_of(nouns[i])))
            return str_of(nouns[i]);
    return STR_NONE;
}

/* "video" of "Video footage", "image" of "An image grab"; not of "video games". */
static bool is_made_of(struct str kind) {
    static const char *const kinds[] = {"grab", "still", "stills", "frame", "feed", "evidence"};
    return shown_noun(kind).n || str_is_one_of(kind, kinds, sizeof kinds / sizeof *kinds);
}

/* "photos" of "Photos posted on Twitter", whatever kind of source that was taken for. */
static struct str document_first(const struct analysis *n, struct str words) {
    struct str rest = source_without_article(words), first = str_split(&rest, ' ');
    uint32_t i = SPANS_FIND(n->tokens, (uint32_t)(first.at - n->article->text.at));
    bool part = rest.at && i < n->tokens.n &&
                str_eq(labels_name(n->labels, n->tokens.at[i].dep), STR("compound"));
    if (part && !is_made_of(str_split(&rest, ' ')) && !str_starts(rest, STR("by ")))
        return STR_NONE; /* "footage broadcast by" is what was broadcast */
    return shown_noun(first);
}

/* "footage" of "Security footage", which shows it: a sentence's first word has its capital for no
 * name. Not of "people watching the footage", nor of "Norland Front footage". */
static struct str document_last(const struct claim_sources *s, uint32_t report,
                                const struct statement *statement) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const struct span words = statement_source(statement);
    struct str phrase = document_phrase(str_span(n->article->text, words));
    struct str noun = source_last_word(phrase);
    if (!shown_noun(noun).n || noun.n == phrase.n)
        return STR_NONE;
    uint32_t i = SPANS_FIND(n->tokens, words.start + (uint32_t)(phrase.n - noun.n));
    uint32_t name = claim_sources_mention(s, report, words.start);
    bool named = name < s->mentions[report].at.n &&
                 s->mentions[report].at.at[name].text.start < words.end &&
                 !str_starts(phrase, STR("CCTV ")); /* a camera's, not the broadcaster's */
    return i < n->tokens.n && !named &&
                   str_eq(labels_name(n->labels, n->tokens.at[i].dep), STR("nsubj"))
               ? shown_noun(noun)
               : STR_NONE;
}

static int give_source(uint32_t *source, struct claim_sources *s, uint32_t found) {
    if (found == NO_INDEX)
        return work_memory(s->w);
    *source = speaking(s, found);
    s->at.at[*source].heard = true;
    return TS_OK;
}

/* "Detectives who asked not to be named": the sentence of a statement tells so, or "They spoke on
 * condition of anonymity" behind it. */
static bool asks_for_no_name(const struct claim_sources *s, uint32_t report,
                             const struct statement *statement) {
    static const char *const marks[] = {"anonym", "to be named", "to be identified", "not authori",
                                        "not allowed to"};
    static const char *const back[] = {"They", "He", "She"};
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    for (uint32_t i = statement->sentence;
         !statement->in_title && i < n->sentences.n && i <= statement->sentence + 1; i++) {
        struct str words = words_near(n, i, statement->source);
        if (i > statement->sentence &&
            !str_is_one_of(source_first_word(words), back, sizeof back / sizeof *back))
            break;
        for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
            if (str_find(words, str_of(marks[k]), 0) != SIZE_MAX)
                return true;
    }
    return false;
}

/* The normal form under which a public body is looked for: "paris police" for "police in Paris";
 * *words: as far as the place. STR_NONE: no memory. */
static struct str public_form(struct str *words, struct claim_sources *s, uint32_t report,
                              const struct statement *statement) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    struct placed_body body;
    if (statement->in_title || !placed_body_read(&body, n, &s->mentions[report], *words))
        return compare_normal_name(s->w, *words, "");
    struct str form = placed_body_form(s->w, &body);
    if (!form.at || public_bodies_words(&s->bodies, form) != PUBLIC_BODY_NAMED)
        return form.at ? compare_normal_name(s->w, *words, "") : form;
    *words = str_cut(*words, 0, (size_t)(body.place.at - words->at) + body.place.n);
    return form;
}

/* "Detectives", who are no people without a name but the police; "Norland police", of which the
 * tagger took the place alone for a name. *settled: who it is is known, though it may be nobody. */
static int find_public_body(uint32_t *source, bool *settled, struct claim_sources *s,
                            uint32_t report, const struct statement *statement) {
    static const char *const articles[] = {"the ", "a ", "an "}; /* "local" and "state" tell more */
    if (statement_of_outlet(statement) || statement->source_class == SOURCE_DOCUMENT)
        return TS_OK;
    struct str words = source_without_spokesman(claim_source_words(s->w, report, statement));
    bool one = false;
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (str_starts_nocase(words, str_of(articles[i]))) {
            words = str_cut(words, strlen(articles[i]), words.n);
            one = i > 0;
        }
    struct str form = public_form(&words, s, report, statement);
    if (!form.at)
        return work_memory(s->w);
    bool people = form.n && statement->entity == NO_INDEX &&
                  public_bodies_are_people(&s->bodies, report, form);
    bool unnamed = statement->source_class == SOURCE_UNNAMED ||
                   (people && statement->source_class == SOURCE_UNKNOWN);
    bool asks = people && asks_for_no_name(s, report, statement);
    enum public_body_words least = /* "the coast guard", whom the tables take for a person */
        statement->source_class == SOURCE_UNKNOWN && !one ? PUBLIC_BODY_KIND : PUBLIC_BODY_NAMED;
    bool is = unnamed ? people && !asks && !one && !statement->stated_people
                      : public_bodies_words(&s->bodies, form) >= least;
    *settled = asks && !unnamed;
    if (*settled || !is)
        return TS_OK;
    *settled = true;
    return give_source(source, s, source_named(s, report, words, form, ORIGIN_ORGANISATION));
}

/* "her family", or "the charity", "the Ministry": a body that the report calls by its name
 * elsewhere. NO_INDEX: none such. */
static int find_referred(uint32_t *source, struct claim_sources *s, uint32_t report,
                         const struct statement *statement) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    enum source_class is = statement->source_class;
    struct str words = statement->entity == NO_INDEX
                           ? source_without_spokesman(claim_source_words(s->w, report, statement))
                           : n->entities.at[statement->entity].name;
    *source = NO_INDEX;
    if (statement_of_outlet(statement) || is == SOURCE_DOCUMENT || is == SOURCE_UNNAMED)
        return TS_OK;
    uint32_t family;
    int status = family_source(&family, s, report, statement);
    if (status != TS_OK || family != NO_INDEX)
        return status == TS_OK ? give_source(source, s, family) : status;
    struct str name = body_referred(s, report, statement, words);
    status = name.n ? TS_OK : body_told_later(&name, s, report, statement);
    if (status != TS_OK)
        return status;
    struct str form = name.n ? compare_normal_name(s->w, name, "") : STR("");
    if (!form.at)
        return work_memory(s->w);
    return form.n ? give_source(source, s, source_named(s, report, name, form, ORIGIN_ORGANISATION))
                  : TS_OK;
}

/* What an organisation is called in a source's words; *company: it is known by its name only from
 * before ("a company spokesman"). */
static struct str body_name(const struct entity **company, struct claim_sources *s, uint32_t report,
                            const struct statement *statement, struct str words) {
    const struct entity *inside = body_in_words(s, report, statement_source(statement));
    struct str owner = source_without_spokesman(words), bare = str_without_possessive(owner);
    struct str name = inside ? inside->name : head_phrase(owner);
    if (!inside && owner.n < words.n && bare.n < owner.n && !may_be_firm(s, report, bare))
        name = head_phrase(bare);
    if (!inside && body_is_company(source_without_article(name)))
        *company = body_before(s, report, statement->sentence, statement_source(statement).start);
    return *company ? (*company)->name : name;
}

static bool is_place(const struct entity *e) {
    static const char *const kinds[] = {"GPE", "LOC", "FAC", "NORP"};
    return str_is_one_of(e->kind, kinds, sizeof kinds / sizeof *kinds);
}

/* ", May 4", " - ": what stands behind the place of a dateline; not ", which", "-backed". */
static bool ends_dateline(struct str behind) {
    static const char *const marks[] = {
        " (", " - ", " -- ", " \xE2\x80\x93", " \xE2\x80\x94", "\xE2\x80\x93", "\xE2\x80\x94"};
    size_t at = sizeof ", " - 1;
    if (str_starts(behind, STR(", ")))
        return at < behind.n &&
               (ascii_digit(behind.at[at]) || utf8_is_upper(utf8_next(behind, &at)));
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_starts(behind, str_of(marks[i])))
            return true;
    return false;
}

/* "PORT WELDON, May 4 -": the place from where a report comes, in capitals at the head of a
 * paragraph, of which the tagger may have seen a part. */
static bool is_dateline(const struct claim_sources *s, uint32_t report,
                        const struct statement *statement, const struct entity *e) {
    enum { BYTES_BACK = 40 };
    struct str text = s->w->c->reports.at[report].article->text;
    uint32_t start = statement->source.start, low = start > BYTES_BACK ? start - BYTES_BACK : 0;
    if (statement->in_title || !is_place(e))
        return false;
    while (start > low && text.at[start - 1] != '\n')
        start--;
    struct str line = str_cut(text, start, text.n);
    size_t end = str_find(line, e->name, 0) + e->name.n;
    if ((start > 0 && text.at[start - 1] != '\n') || end < e->name.n || end > BYTES_BACK)
        return false;
    return source_is_capitals(str_cut(line, 0, end)) && ends_dateline(str_cut(line, end, line.n));
}

/* "National Centre for the Study of Harbours": the tagger has all of it for a name. */
static bool is_tagged(const struct claim_sources *s, uint32_t report, struct str name) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    for (uint32_t e = 0; e < n->entities.n; e++) {
        struct str whole = n->entities.at[e].name;
        if (name.at >= whole.at && name.at < whole.at + whole.n &&
            name.at + name.n == whole.at + whole.n)
            return !name_of_role(s, whole); /* be it without its article */
    }
    return false;
}

/* The source of this name and kind. */
static int find_by_name(uint32_t *source, struct claim_sources *s, uint32_t report,
                        const struct entity *e, enum origin_kind kind, struct str name) {
    struct str placed = kind == ORIGIN_ORGANISATION && !e ? placed_name(s->w, name) : name;
    struct str form = placed.at ? compare_normal_name(s->w, placed, "") : STR_NONE;
    if (!form.at)
        return work_memory(s->w);
    if (kind == ORIGIN_DOCUMENT && !e)
        form = document_noun(form);
    else if (!may_be_a_name(name, NAME_BLANKS_MAX) &&
             !(may_be_a_name(name, TAGGED_BLANKS_MAX) && is_tagged(s, report, name)))
        return TS_OK;
    if (!form.n || (!e && (is_anybody(form) || (kind == ORIGIN_DOCUMENT && is_game(form)))))
        return TS_OK;
    if (kind == ORIGIN_PERSON && !e && !may_be_person(name) && !str_starts(name, STR("@")))
        return TS_OK;
    bool alone = e && source_last_word(form).n == form.n, place = e && is_place(e);
    if (alone && place)
        kind = ORIGIN_ORGANISATION;
    else if (alone && map_get(&s->families, form) != MAP_NONE && !source_is_capitals(name))
        kind = ORIGIN_PERSON; /* the tagger took a family name for something else */
    bool nominal = kind == ORIGIN_ORGANISATION && !e && str_find_byte(form, ' ', 0) != SIZE_MAX;
    *source = nominal ? by_last_words(s, report, name, form) : NO_INDEX;
    if (*source == NO_INDEX)
        *source = kind == ORIGIN_PERSON && (e || is_full_name(name))
                      ? person_named(s, report, name)
                      : source_named(s, report, name, form, kind);
    return give_source(source, s, *source);
}

/* *e: the person or body that a source is, where its words or the tagger tell one; *name: what it
 * is called. false: it is nobody who has a name. */
static bool read_speaker(const struct entity **e, struct str *name, struct claim_sources *s,
                         uint32_t report, const struct statement *statement) {
    const enum source_class is = statement->source_class;
    struct named_speaker speaker = {.is = NULL};
    if (statement->entity != NO_INDEX || (is != SOURCE_DOCUMENT && is != SOURCE_UNNAMED))
        speaker = named_speaker_of(s, report, statement);
    const struct named_role role = named_role_of(s, report, statement);
    struct str words = claim_source_words(s->w, report, statement);
    *e = role.is ? role.is : speaker.is;
    *name = *e ? (*e)->name : words;
    if (!*e && speaker.by_another && is != SOURCE_ORGANISATION)
        *name = speaker.name;
    else if (!*e && (role.told || (is == SOURCE_UNKNOWN && begins_nowhere(words))))
        return false;
    if (*e && source_has_royal_title(words) && str_ends(words, (*e)->name))
        *name = words; /* the tagger left the title out */
    return true;
}

/* "Liam Carter's mother Tess", "Bo Holt's mother Tess": two with one given name. */
static int tell_by_owner(uint32_t *source, struct claim_sources *s, uint32_t report,
                         struct str name, struct str owner) {
    if (!owner.n || *source == NO_INDEX ||
        str_find_byte(s->at.at[*source].form, ' ', 0) != SIZE_MAX)
        return TS_OK;
    struct str family = compare_normal_name(s->w, source_last_word(owner), "");
    if (!family.at)
        return work_memory(s->w);
    struct claim_source *x = &s->at.at[*source];
    if (!x->owner.n)
        x->owner = family;
    if (str_eq(x->owner, family))
        return TS_OK;
    struct buf form;
    buf_init(&form, s->w->scratch, x->form.n + family.n + sizeof " of ");
    buf_put(&form, x->form);
    buf_put(&form, STR(" of "));
    buf_put(&form, family);
    if (form.failed)
        return work_memory(s->w);
    return give_source(source, s, source_named(s, report, name, buf_str(&form), ORIGIN_PERSON));
}

/* A source that is called by a name or a noun of its own. */
static int find_named(uint32_t *source, struct claim_sources *s, uint32_t report,
                      const struct statement *statement) {
    const enum source_class is = statement->source_class;
    const struct entity *e;
    struct str words = claim_source_words(s->w, report, statement), name;
    *source = NO_INDEX;
    if (!read_speaker(&e, &name, s, report, statement))
        return TS_OK;
    bool nobody = statement->entity == NO_INDEX && !statement->in_title;
    struct str document =
        nobody ? document_first(s->w->c->reports.at[report].analysis, words) : STR_NONE;
    if (nobody && !document.n && is == SOURCE_UNKNOWN)
        document = document_last(s, report, statement);
    if (document.n && is == SOURCE_UNKNOWN && words.n == document.n)
        return TS_OK; /* "a man seen in videos showing it": the claim may be another */
    if (document.n)
        return claim_sources_document(source, s, report, statement_source(statement), document);
    if (statement_of_outlet(statement) || is == SOURCE_UNNAMED || !name.n ||
        (is == SOURCE_UNKNOWN && !e && !is_named(s, report, statement, name)) ||
        (e && is_dateline(s, report, statement, e)))
        return TS_OK;
    enum origin_kind kind =
        e && statement->entity == NO_INDEX ? ORIGIN_PERSON : kind_of(statement, e);
    if (kind == ORIGIN_ORGANISATION && !statement->in_title && !e &&
        (is != SOURCE_UNKNOWN || source_without_spokesman(words).n < words.n))
        name = body_name(&e, s, report, statement, name);
    struct issuer issuer = {.name = STR("")};
    if (kind == ORIGIN_DOCUMENT && !e && !statement->in_title)
        issuer = issuer_behind(s, report, statement_source(statement));
    if (issuer.name.n) {
        *source = issuer_source(s, report, issuer);
        return *source == NO_INDEX ? work_memory(s->w) : TS_OK;
    }
    name = source_without_article(name);
    if (kind == ORIGIN_DOCUMENT && !e)
        name = document_name(document_phrase(name));
    int status = find_by_name(source, s, report, e, kind, name);
    struct str owner = kind == ORIGIN_PERSON ? named_owner(s, report, statement, name) : STR("");
    return status == TS_OK ? tell_by_owner(source, s, report, name, owner) : status;
}

/* Who writes under a handle. */
static int find_handle(uint32_t *source, struct claim_sources *s, uint32_t report,
                       const struct statement *statement) {
    struct str handle = statement->entity == NO_INDEX && !statement_of_outlet(statement)
                            ? user_handle(claim_source_words(s->w, report, statement))
                            : STR_NONE;
    struct str form = handle.n ? compare_normal_name(s->w, handle, "") : STR("");
    if (!form.at)
        return work_memory(s->w);
    return form.n ? give_source(source, s, source_named(s, report, handle, form, ORIGIN_PERSON))
                  : TS_OK;
}

int claim_sources_find(uint32_t *source, struct claim_sources *s, uint32_t report,
                       const struct statement *statement) {
    bool settled = false;
    *source = NO_INDEX;
    int status = find_handle(source, s, report, statement);
    if (status != TS_OK || *source != NO_INDEX)
        return status;
    status = find_public_body(source, &settled, s, report, statement);
    if (status != TS_OK || settled)
        return status;
    status = find_referred(source, s, report, statement);
    bool nameless = statement->entity == NO_INDEX &&
                    family_is_nameless(claim_source_words(s->w, report, statement));
    return status == TS_OK && *source == NO_INDEX && !nameless
               ? find_named(source, s, report, statement)
               : status;
}

int claim_sources_document(uint32_t *source, struct claim_sources *s, uint32_t report,
                           struct span words, struct str noun) {
    struct issuer issuer = issuer_behind(s, report, words);
    if (!issuer.name.n)
        issuer = issuer_before(s, report, words.start);
    struct str form = compare_normal_name(s->w, noun, ""), plain = shown_noun(noun);
    struct str body = form.at && !issuer.name.n && !has_document(s, document_noun(form))
                          ? body_of_document(s, report, words, noun)
                          : STR_NONE;
    if (body.n) {
        *source = issuer_source(s, report, (struct issuer){.name = body});
        return *source == NO_INDEX ? work_memory(s->w) : TS_OK;
    }
    uint32_t document = form.at ? source_named(s, report, plain.n ? plain : noun,
                                               document_noun(form), ORIGIN_DOCUMENT)
                                : NO_INDEX;
    uint32_t by = issuer.name.n ? issuer_source(s, report, issuer) : NO_INDEX;
    if (document == NO_INDEX || (issuer.name.n && by == NO_INDEX))
        return work_memory(s->w);
    if (issuer.name.n && s->at.at[document].speaks_for == NO_INDEX)
        s->at.at[document].speaks_for = by;
    *source = issuer.name.n ? by : speaking(s, document);
    return TS_OK;
}

/* "Portwire" of "Norland's Portwire". */
static struct str without_place(const struct analysis *n, struct str name) {
    size_t at = str_find(name, STR("\xE2\x80\x99s "), 0), bytes = sizeof "\xE2\x80\x99s " - 1;
    if (at == SIZE_MAX) {
        at = str_find(name, STR("'s "), 0);
        bytes = sizeof "'s " - 1;
    }
    struct str place = at == SIZE_MAX ? STR_NONE : str_cut(name, 0, at);
    for (uint32_t e = 0; place.n && e < n->entities.n; e++)
        if (str_eq(n->entities.at[e].kind, STR("GPE")) && str_eq(n->entities.at[e].name, place))
            return str_cut(name, at + bytes, name.n);
    return name;
}

/* "a report" of "a report about Norland Dredging", "reports that Roe has left Weldon": without what
 * it is about; " by the Herald" of "a report about Roe by the Herald". */
static struct span without_subject(const struct claim_sources *s, uint32_t report,
                                   const struct statement *statement) {
    static const char *const topics[] = {" about ",      " regarding ", " concerning ",
                                         " reports of ", "Reports of ", " rumours of ",
                                         " rumors of "};
    static const char *const clauses[] = {" that ", " claims ", " who ", " familiar "};
    static const char *const makers[] = {" by ", " from "};
    struct span words = statement_source(statement);
    struct str text = str_before_any(claim_source_words(s->w, report, statement), clauses,
                                     sizeof clauses / sizeof *clauses);
    struct str kept = str_before_any(text, topics, sizeof topics / sizeof *topics);
    struct str topic = str_cut(text, kept.n, text.n);
    size_t from = topic.n;
    for (size_t i = 0; i < sizeof makers / sizeof *makers && from == topic.n; i++) {
        size_t at = str_find(topic, str_of(makers[i]), 0);
        from = at == SIZE_MAX ? from : at;
    }
    if (from == topic.n)
        return (struct span){words.start, words.start + (uint32_t)kept.n};
    return (struct span){words.start + (uint32_t)(kept.n + from), words.start + (uint32_t)text.n};
}

/* "Norlandic" of "a Norlandic site": the name tells of which country it is, not which. */
static bool is_country_alone(const struct claim_sources *s, uint32_t report, struct str name) {
    const struct article *a = s->w->c->reports.at[report].article;
    const uint32_t start = (uint32_t)(name.at - a->text.at);
    uint32_t i = name_mention_at(&s->mentions[report], start + 1);
    const struct name_mention *m = i > 0 ? &s->mentions[report].at.at[i - 1] : NULL;
    return m && m->text.end >= start + name.n && is_of_country(s, report, m);
}

int claim_sources_named_in(uint32_t *source, struct claim_sources *s, uint32_t report,
                           const struct statement *statement) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const struct span words = without_subject(s, report, statement);
    const struct entity *writer = named_writer(s, report, statement);
    if (writer) { /* "Ann Roe's blog" */
        *source = person_named(s, report, writer->name);
        return *source == NO_INDEX ? work_memory(s->w) : TS_OK;
    }
    if (is_anothers_writing(s, report, statement)) {
        *source = NO_INDEX;
        return TS_OK;
    }
    const struct entity *body = statement->in_title ? NULL : body_in_words(s, report, words);
    struct str text = statement->in_title ? n->article->title : n->article->text;
    struct str name =
        body ? without_place(n, body->name) : body_name_inside(n, statement, str_span(text, words));
    if (name.n && !body && !statement->in_title && is_country_alone(s, report, name))
        name = STR_NONE;
    struct str form = name.n ? compare_normal_name(s->w, name, "") : STR("");
    *source = NO_INDEX;
    if (form.n)
        *source = source_named(s, report, name, form, ORIGIN_ORGANISATION);
    return !form.at || (form.n && *source == NO_INDEX) ? work_memory(s->w) : TS_OK;
}

int claim_sources_group(uint32_t *source, struct claim_sources *s, struct str name,
                        struct str group) {
    *source = source_named(s, ANY_REPORT, name, group, ORIGIN_UNNAMED);
    return *source == NO_INDEX ? work_memory(s->w) : TS_OK;
}

int claim_sources_at_large(uint32_t *source, struct claim_sources *s, struct str name,
                           struct str what, struct str form) {
    struct buf group;
    buf_init(&group, s->w->scratch, form.n + what.n);
    buf_put(&group, what);
    buf_put(&group, form);
    *source = group.failed ? NO_INDEX
                           : source_named(s, ANY_REPORT, name, buf_str(&group), ORIGIN_UNNAMED);
    if (*source == NO_INDEX)
        return work_memory(s->w);
    s->at.at[*source].at_large = true;
    return TS_OK;
}

int claim_sources_rumours(uint32_t *source, struct claim_sources *s, struct str name) {
    size_t among = str_find(name, STR(" among"), 0);
    struct str whose = among == SIZE_MAX ? STR("") : str_cut(name, among, name.n);
    struct str form = compare_normal_name(s->w, whose, "");
    return form.at ? claim_sources_at_large(source, s, name, STR("rumour "), form)
                   : work_memory(s->w);
}
