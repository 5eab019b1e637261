#include "compare/public_bodies.h"

#include "base/calendar.h"
#include "compare/nameless_sources.h"
#include "compare/normal_names.h"
#include "compare/placed_bodies.h"

#include "tables/tables.h"

#include <string.h>

enum { NOUNS, PEOPLE, RANKS, SCOPE, COLUMNS };
enum { BODIES_MAX = 64, KEY_WORDS_MAX = 4 };
#define PUBLIC_BODY_NONE UINT32_MAX
#define PUBLIC_BODY_SEVERAL (UINT32_MAX - 1)

/* Whether a column of a kind has an entry. */
static bool has_entry(struct str column, struct str entry) {
    for (struct str rest = column; rest.at;)
        if (str_eq(str_split(&rest, '|'), entry))
            return true;
    return false;
}

/* Where a word or several stand in a normal form; form.n: nowhere. */
static size_t words_at(struct str form, struct str words) {
    for (size_t at = str_find(form, words, 0); at != SIZE_MAX; at = str_find(form, words, at + 1)) {
        size_t end = at + words.n;
        if ((at == 0 || form.at[at - 1] == ' ') && (end == form.n || form.at[end] == ' '))
            return at;
    }
    return form.n;
}

/* ---- The parts of a name */

/* "department" and "officials" of "Norland police department officials". */
static bool is_tail(struct str words) {
    static const char *const tails[] = {"department", "service",  "services",  "force",
                                        "office",     "officers", "officials", "detectives"};
    for (struct str rest = words; rest.at;)
        if (!str_is_one_of(str_split(&rest, ' '), tails, sizeof tails / sizeof *tails))
            return false;
    return true;
}

/* "local police" are those of the place that the report is of, and so are those of "On Tuesday
 * police said". */
static bool tells_no_place(struct str key) {
    static const char *const place[] = {"local",     "city",  "town",   "area",   "village",
                                        "yesterday", "today", "citing", "quoting"};
    return str_is_one_of(key, place, sizeof place / sizeof *place) ||
           calendar_weekday_named(key) >= 0;
}

/* Words that tell what kind of police they are, not whose. */
static bool tells_no_body(struct str key) {
    static const char *const words[] = {
        "state",   "federal",  "national",   "military",  "secret",  "riot",
        "traffic", "border",   "armed",      "religious", "county",  "transport",
        "harbour", "harbor",   "university", "college",   "private", "campus",
        "railway", "regional", "union",      "morality",  "metro"};
    return str_is_one_of(key, words, sizeof words / sizeof *words);
}

/* "a sergeant of the norland", "a former" and "two uniformed" are no names of police. */
static bool may_be_name(struct str key) {
    static const char *const others[] = {
        "the",  "a",       "an",   "of",   "for",    "at",          "with",  "from",
        "in",   "by",      "and",  "or",   "former", "retired",     "other", "senior",
        "ex",   "several", "many", "some", "two",    "three",       "four",  "uniformed",
        "duty", "off",     "more", "most", "these",  "plainclothes"};
    unsigned n = 1;
    for (size_t i = 0; i < key.n; i++)
        n += key.at[i] == ' ';
    return n <= KEY_WORDS_MAX && !words_have(key, others, sizeof others / sizeof *others);
}

/* What a form tells of bodies with these nouns; *key: what stands before the noun, or behind it in
 * "Police Scotland". */
static enum public_body_words read_form(struct str *key, struct str nouns, struct str form) {
    for (struct str rest = nouns; rest.at;) {
        struct str noun = str_split(&rest, '|');
        size_t at = words_at(form, noun), end = at + noun.n;
        struct str behind = end < form.n ? str_cut(form, end + 1, form.n) : STR("");
        if (at == form.n || (behind.n && !is_tail(behind)))
            continue;
        *key = str_cut(form, 0, at ? at - 1 : 0);
        if (!key->n || tells_no_place(*key))
            return PUBLIC_BODY_KIND;
        if (!may_be_name(*key))
            return PUBLIC_BODY_NO;
        return tells_no_body(*key) ? PUBLIC_BODY_OTHER : PUBLIC_BODY_NAMED;
    }
    return PUBLIC_BODY_NO;
}

/* "norland" and "norlandic", a place and its people; Nigerians are not of Niger. */
static bool is_people_of(struct str people, struct str place) {
    static const char *const ends[] = {"n", "an", "ian", "ese", "i", "ic", "ish"};
    static const char *const others[] = {"niger", "dominica", "georgia"};
    return str_starts(people, place) &&
           str_is_one_of(str_cut(people, place.n, people.n), ends, sizeof ends / sizeof *ends) &&
           !str_is_one_of(place, others, sizeof others / sizeof *others);
}

/* "norland" of "norlands", "paris" of "pariss", which have lost their apostrophe. */
static struct str without_s(struct str key) {
    return key.n > 1 && key.at[key.n - 1] == 's' ? str_cut(key, 0, key.n - 1) : key;
}

static bool same_key(struct str a, struct str b) {
    a = placed_body_city(a);
    b = placed_body_city(b);
    struct str x = without_s(a), y = without_s(b);
    return str_eq(a, b) || str_eq(x, y) || str_eq(x, b) || str_eq(a, y) || is_people_of(a, y) ||
           is_people_of(b, x);
}

static uint32_t find(const struct public_bodies *p, uint32_t kind, struct str key) {
    for (uint32_t i = 0; i < p->at.n; i++)
        if (p->at.at[i].kind == kind && same_key(p->at.at[i].key, key))
            return i;
    return PUBLIC_BODY_NONE;
}

/* ---- What the reports name */

static void set_one(uint32_t *slot, uint32_t body) {
    *slot = *slot == PUBLIC_BODY_NONE || *slot == body ? body : PUBLIC_BODY_SEVERAL;
}

/* "Norland's police", which is called so where no report has "Norland police". */
static bool has_possessive(struct str name) {
    return str_find(name, STR("'s "), 0) != SIZE_MAX ||
           str_find(name, STR("\xE2\x80\x99s "), 0) != SIZE_MAX;
}

/* A body of which the report tells, or another of its kind ("state police"), beside which nothing
 * tells whose "police" are. false: no memory. */
static bool note(struct public_bodies *p, uint32_t report, struct str name, struct str form) {
    struct str key;
    for (uint32_t kind = 0; kind < p->kind_count; kind++) {
        enum public_body_words is = read_form(&key, p->nouns[kind], form);
        if (is != PUBLIC_BODY_NAMED && is != PUBLIC_BODY_OTHER)
            continue;
        uint32_t body = is == PUBLIC_BODY_NAMED ? find(p, kind, key) : PUBLIC_BODY_SEVERAL;
        if (body == PUBLIC_BODY_NONE && p->at.n < BODIES_MAX) {
            struct public_body *added = VEC_PUSH(p->w->scratch, &p->at);
            if (!added)
                return false;
            *added = (struct public_body){kind, key, name, form};
            body = p->at.n - 1;
        }
        body = body == PUBLIC_BODY_NONE ? PUBLIC_BODY_SEVERAL : body;
        if (body < p->at.n && has_possessive(p->at.at[body].name) && !has_possessive(name))
            p->at.at[body].name = name;
        set_one(&p->here[report * p->kind_count + kind], body);
        set_one(&p->in_all[kind], body);
    }
    return true;
}

/* The bytes of the words that a text begins with, apostrophes in the text passed over; 0: none. */
static size_t begins_with(struct str text, struct str words) {
    static const char *const marks[] = {"'", "\xE2\x80\x99"};
    size_t at = 0;
    for (size_t i = 0; i < words.n; i++, at++) {
        for (size_t m = 0; m < sizeof marks / sizeof *marks; m++)
            if (i > 0 && str_starts(str_cut(text, at, text.n), str_of(marks[m])))
                at += strlen(marks[m]);
        if (at >= text.n || ascii_lower(text.at[at]) != words.at[i])
            return 0;
    }
    return at == text.n || !ascii_alpha(text.at[at]) ? at : 0;
}

/* The end of "Norland police" or "Norland's police" in the text, of which a mention is the
 * beginning; of the mention when no noun of a body follows. */
static uint32_t with_noun(const struct public_bodies *p, struct str text, struct span mention) {
    struct str rest = str_cut(text, mention.end, text.n);
    size_t blank = str_starts(rest, STR("'s "))              ? sizeof "'s" - 1
                   : str_starts(rest, STR("\xE2\x80\x99s ")) ? sizeof "\xE2\x80\x99s" - 1
                                                             : 0;
    if (blank >= rest.n || rest.at[blank] != ' ')
        return mention.end;
    rest = str_cut(rest, blank + 1, rest.n);
    for (uint32_t kind = 0; kind < p->kind_count; kind++)
        for (struct str nouns = p->nouns[kind]; nouns.at;) {
            size_t bytes = begins_with(rest, str_split(&nouns, '|'));
            if (bytes)
                return (uint32_t)(rest.at - text.at + (ptrdiff_t)bytes);
        }
    return mention.end;
}

/* "Norland" of "WELDON - Norland", which the tagger took for one name. */
static struct str behind_dash(struct str name) {
    size_t at = str_find(name, STR(" - "), 0);
    return at == SIZE_MAX ? name : str_cut(name, at + sizeof " - " - 1, name.n);
}

static bool note_entity(struct public_bodies *p, uint32_t report, const struct entity *x) {
    static const char *const kinds[] = {"ORG", "GPE", "NORP", "LOC", "FAC"};
    struct str text = p->w->c->reports.at[report].article->text;
    if (!str_is_one_of(x->kind, kinds, sizeof kinds / sizeof *kinds))
        return true;
    for (uint32_t m = 0; m < x->mentions.n; m++) {
        struct span words = x->mentions.at[m].text;
        if (x->mentions.at[m].form != MENTION_NAME)
            continue;
        words.end = with_noun(p, text, words);
        struct str name = behind_dash(str_span(text, words));
        struct str form = compare_normal_name(p->w, name, "");
        if (!form.at || !note(p, report, name, name_ties_form(p->ties, report, name, form)))
            return false;
    }
    return true;
}

/* "British Transport Police", "the state police": read from the words where the tagger saw no name.
 * Police of a kind that has no place make it unknown whose "police" are. */
static void note_others(struct public_bodies *p, uint32_t report) {
    static const char *const others[] = {"state police",  "federal police",   "military police",
                                         "border police", "transport police", "national police",
                                         "riot police",   "highway patrol",   "police scotland"};
    struct str text = p->w->c->reports.at[report].article->text;
    for (uint32_t kind = 0; kind < p->kind_count; kind++) {
        struct str nouns = p->nouns[kind];
        if (!str_eq(str_split(&nouns, '|'), STR("police")))
            continue;
        for (size_t i = 0; i < sizeof others / sizeof *others; i++)
            if (str_find_nocase(text, str_of(others[i]), 0) != SIZE_MAX) {
                p->here[report * p->kind_count + kind] = PUBLIC_BODY_SEVERAL;
                p->in_all[kind] = PUBLIC_BODY_SEVERAL;
            }
    }
}

/* Whether the first sentences tell that they are of the place that a body has its name from: "in
 * Norland", or a dateline. */
static bool has_place(const struct public_bodies *p, uint32_t report, struct str key) {
    enum { LEAD_SENTENCES = 3 };
    const struct analysis *n = p->w->c->reports.at[report].analysis;
    uint32_t last = n->sentences.n < LEAD_SENTENCES ? n->sentences.n : LEAD_SENTENCES;
    struct str text = str_cut(n->article->text, 0, last ? n->sentences.at[last - 1].text.end : 0);
    for (size_t at = str_find_nocase(text, key, 0); at != SIZE_MAX;
         at = str_find_nocase(text, key, at + 1)) {
        bool whole = at + key.n == text.n || !ascii_alpha(text.at[at + key.n]);
        if (whole && ascii_upper(text.at[at]) &&
            (at == 0 || str_ends_nocase(str_cut(text, 0, at), STR(" in ")) ||
             str_eq_nocase(str_cut(text, 0, at), STR("in "))))
            return true;
    }
    return false;
}

/* What the report means by "police". */
static void set_means(struct public_bodies *p, uint32_t report) {
    for (uint32_t kind = 0; kind < p->kind_count; kind++) {
        const size_t cell = (size_t)report * p->kind_count + kind;
        uint32_t body = p->in_all[kind];
        bool borrowed = p->here[cell] == PUBLIC_BODY_NONE && body < p->at.n &&
                        str_eq(p->kinds[kind].field[SCOPE], STR("story")) &&
                        has_place(p, report, p->at.at[body].key);
        p->means[cell] = borrowed ? body : p->here[cell];
    }
}

static int start(struct public_bodies *p) {
    struct work *w = p->w;
    const size_t cells = (size_t)w->c->reports.n * p->kind_count;
    p->nouns = work_zero(w, p->kind_count, sizeof *p->nouns);
    p->people = work_zero(w, p->kind_count, sizeof *p->people);
    p->here = work_zero(w, cells, sizeof *p->here);
    p->means = work_zero(w, cells, sizeof *p->means);
    p->in_all = work_zero(w, p->kind_count, sizeof *p->in_all);
    if (!p->nouns || !p->people || !p->here || !p->means || !p->in_all)
        return work_memory(w);
    for (size_t i = 0; i < cells; i++)
        p->here[i] = PUBLIC_BODY_NONE;
    for (uint32_t i = 0; i < p->kind_count; i++) {
        p->in_all[i] = PUBLIC_BODY_NONE;
        p->nouns[i] = compare_normal_name(w, p->kinds[i].field[NOUNS], "|");
        p->people[i] = compare_normal_name(w, p->kinds[i].field[PEOPLE], "|");
        if (!p->nouns[i].at || !p->people[i].at)
            return work_memory(w);
    }
    return TS_OK;
}

int public_bodies_init(struct public_bodies *p, struct work *w, const struct story *story,
                       const struct name_ties *ties) {
    *p = (struct public_bodies){.w = w, .ties = ties};
    int status = table_rows(&p->kinds, &p->kind_count, w->scratch, table_embedded("public_bodies"),
                            COLUMNS, w->err);
    if (status == TS_OK)
        status = start(p);
    for (uint32_t i = 0; i < story->reports.n && status == TS_OK; i++) {
        const uint32_t report = story->reports.at[i];
        const struct analysis *n = w->c->reports.at[report].analysis;
        bool ok = true;
        for (uint32_t e = 0; ok && e < n->entities.n; e++)
            ok = note_entity(p, report, &n->entities.at[e]);
        note_others(p, report);
        status = ok ? TS_OK : work_memory(w);
    }
    for (uint32_t i = 0; i < story->reports.n && status == TS_OK; i++)
        set_means(p, story->reports.at[i]);
    return status;
}

/* ---- Which body some words are */

/* The kind of the people; kind_count: of none. */
static uint32_t kind_of_people(const struct public_bodies *p, struct str people) {
    uint32_t kind = 0;
    while (kind < p->kind_count && !has_entry(p->people[kind], people))
        kind++;
    return kind;
}

/* The one body of a kind that a report means when its words tell only the kind; NULL: unknown. */
static const struct public_body *meant(const struct public_bodies *p, uint32_t report,
                                       uint32_t kind) {
    uint32_t body = p->means[report * p->kind_count + kind];
    return body < p->at.n ? &p->at.at[body] : NULL;
}

/* What a kind is called that nothing names further. */
static struct public_body bare(const struct public_bodies *p, uint32_t kind) {
    struct str nouns = p->nouns[kind], called = p->kinds[kind].field[NOUNS];
    return (struct public_body){
        .kind = kind, .name = str_split(&called, '|'), .form = str_split(&nouns, '|')};
}

enum public_body_words public_bodies_words(const struct public_bodies *p, struct str form) {
    enum public_body_words is = PUBLIC_BODY_NO;
    struct str key;
    for (uint32_t kind = 0; kind < p->kind_count && is == PUBLIC_BODY_NO; kind++)
        is = read_form(&key, p->nouns[kind], form);
    return is;
}

struct public_body public_bodies_find(const struct public_bodies *p, uint32_t report,
                                      struct str form) {
    const struct public_body none = {.kind = NO_INDEX, .form = form};
    const struct public_body *one = NULL;
    struct str key;
    for (uint32_t kind = 0; kind < p->kind_count; kind++) {
        enum public_body_words is = read_form(&key, p->nouns[kind], form);
        if (is == PUBLIC_BODY_NO)
            continue;
        uint32_t body = is == PUBLIC_BODY_NAMED ? find(p, kind, key) : PUBLIC_BODY_NONE;
        if (body != PUBLIC_BODY_NONE || is != PUBLIC_BODY_KIND || report == NO_INDEX)
            return body == PUBLIC_BODY_NONE ? none : p->at.at[body];
        one = meant(p, report, kind);
        return one ? *one : bare(p, kind);
    }
    uint32_t kind = report == NO_INDEX ? p->kind_count : kind_of_people(p, form);
    if (kind < p->kind_count)
        one = meant(p, report, kind);
    return one ? *one : none;
}

bool public_bodies_are_people(const struct public_bodies *p, uint32_t report, struct str form) {
    uint32_t kind = kind_of_people(p, form);
    return kind < p->kind_count && meant(p, report, kind);
}

const struct public_body *public_bodies_of_rank(const struct public_bodies *p, uint32_t report,
                                                struct str rank) {
    for (uint32_t kind = 0; kind < p->kind_count; kind++) {
        uint32_t body = p->here[report * p->kind_count + kind];
        if (body < p->at.n && has_entry(p->kinds[kind].field[RANKS], rank))
            return &p->at.at[body];
    }
    return NULL;
}
