#include "compare/public_bodies.h"

#include "base/calendar.h"
#include "compare/normal_names.h"

#include "tables/tables.h"

#include <string.h>

enum { NOUNS, SIGNS, PEOPLE, RANKS, COLUMNS };
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
    static const char *const tails[] = {"department", "service",   "services",   "force",
                                        "office",     "officers",  "officials",  "detectives",
                                        "commanders", "spokesman", "spokeswoman"};
    for (struct str rest = words; rest.at;)
        if (!str_is_one_of(str_split(&rest, ' '), tails, sizeof tails / sizeof *tails))
            return false;
    return true;
}

/* "local police" are those of the place that the report is of, and so are those of "On Tuesday
 * police said"; "state police" are another body. */
static struct str without_place_words(struct str key) {
    static const char *const place[] = {"local", "city", "town", "area", "village"};
    if (calendar_weekday_named(key) >= 0)
        return STR("");
    for (size_t i = 0; i < sizeof place / sizeof *place; i++) {
        struct str word = str_of(place[i]);
        if (str_eq(key, word))
            return STR("");
        if (key.n > word.n && str_ends(key, word) && key.at[key.n - word.n - 1] == ' ')
            return str_cut(key, 0, key.n - word.n - 1);
    }
    return key;
}

/* Words that tell what kind of police they are, not whose. */
static bool tells_no_body(struct str key) {
    static const char *const words[] = {"state",   "federal",   "national",  "military",
                                        "secret",  "riot",      "traffic",   "border",
                                        "armed",   "religious", "transport", "volunteer",
                                        "private", "campus",    "internal",  "regional"};
    for (struct str rest = key; rest.at;)
        if (str_is_one_of(str_split(&rest, ' '), words, sizeof words / sizeof *words))
            return true;
    return false;
}

/* "a sergeant of the norland" and "a former" are no names of police. */
static bool may_be_name(struct str key) {
    static const char *const links[] = {"the",  "a",      "of",      "for",   "at",
                                        "with", "from",   "in",      "by",    "and",
                                        "or",   "former", "retired", "other", "senior"};
    unsigned n = 0;
    for (struct str rest = key; rest.at; n++)
        if (str_is_one_of(str_split(&rest, ' '), links, sizeof links / sizeof *links))
            return false;
    return n <= KEY_WORDS_MAX;
}

/* What a form tells of bodies with these nouns; *key: what stands before the noun. */
static enum public_body_words read_form(struct str *key, struct str nouns, struct str form) {
    for (struct str rest = nouns; rest.at;) {
        struct str noun = str_split(&rest, '|');
        size_t at = words_at(form, noun), end = at + noun.n;
        if (at == form.n || (end < form.n && !is_tail(str_cut(form, end + 1, form.n))))
            continue;
        *key = without_place_words(str_cut(form, 0, at ? at - 1 : 0));
        if (!key->n || !may_be_name(*key))
            return key->n ? PUBLIC_BODY_NO : PUBLIC_BODY_KIND;
        return tells_no_body(*key) ? PUBLIC_BODY_OTHER : PUBLIC_BODY_NAMED;
    }
    return PUBLIC_BODY_NO;
}

/* "norland" and "norlandic"; "metropolitan" for "weldon metropolitan". */
static bool same_key(struct str a, struct str b) {
    enum { STEM = 4, ENDING = 3 };
    struct str longer = a.n > b.n ? a : b, shorter = a.n > b.n ? b : a;
    if (str_eq(a, b) || (longer.n > shorter.n && str_ends(longer, shorter) &&
                         longer.at[longer.n - shorter.n - 1] == ' '))
        return true;
    size_t same = 0;
    while (same < shorter.n && longer.at[same] == shorter.at[same])
        same++;
    return same >= STEM && longer.n - same <= ENDING && shorter.n - same < ENDING &&
           str_find_byte(longer, ' ', same) == SIZE_MAX && longer.at[longer.n - 1] != 'a';
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

static bool note(struct public_bodies *p, uint32_t report, struct str name, struct str form) {
    struct str key;
    for (uint32_t kind = 0; kind < p->kind_count; kind++) {
        if (read_form(&key, p->nouns[kind], form) != PUBLIC_BODY_NAMED)
            continue;
        uint32_t body = find(p, kind, key);
        if (body == PUBLIC_BODY_NONE) {
            struct public_body *added =
                p->at.n < BODIES_MAX ? VEC_PUSH(p->w->scratch, &p->at) : NULL;
            if (!added)
                return p->at.n == BODIES_MAX;
            *added = (struct public_body){kind, key, name, form};
            body = p->at.n - 1;
        }
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
        struct str name = str_span(text, words), form = compare_normal_name(p->w, name, "");
        if (!form.at || !note(p, report, name, name_ties_form(p->ties, report, name, form)))
            return false;
    }
    return true;
}

/* Whether the report has a noun or a sign of each kind. */
static void look_for_words(struct public_bodies *p, uint32_t report) {
    const struct analysis *n = p->w->c->reports.at[report].analysis;
    struct str text = n->article->text;
    for (uint32_t kind = 0; kind < p->kind_count; kind++) {
        bool *has = &p->has[report * p->kind_count + kind];
        for (unsigned column = NOUNS; column <= SIGNS; column++)
            for (struct str rest = p->kinds[kind].field[column]; rest.at && !*has;) {
                struct str word = str_split(&rest, '|');
                size_t at = str_find_nocase(text, word, 0);
                for (; at != SIZE_MAX && !*has; at = str_find_nocase(text, word, at + 1))
                    *has = (at == 0 || !ascii_alpha(text.at[at - 1])) &&
                           (at + word.n == text.n || !ascii_alpha(text.at[at + word.n]));
            }
    }
}

int public_bodies_init(struct public_bodies *p, struct work *w, const struct story *story,
                       const struct name_ties *ties) {
    *p = (struct public_bodies){.w = w, .ties = ties};
    int status = table_rows(&p->kinds, &p->kind_count, w->scratch, table_embedded("public_bodies"),
                            COLUMNS, w->err);
    if (status != TS_OK)
        return status;
    const size_t cells = (size_t)w->c->reports.n * p->kind_count;
    p->nouns = work_zero(w, p->kind_count, sizeof *p->nouns);
    p->here = work_zero(w, cells, sizeof *p->here);
    p->in_all = work_zero(w, p->kind_count, sizeof *p->in_all);
    p->has = work_zero(w, cells, sizeof *p->has);
    if (!p->nouns || !p->here || !p->in_all || !p->has)
        return work_memory(w);
    for (size_t i = 0; i < cells; i++)
        p->here[i] = PUBLIC_BODY_NONE;
    for (uint32_t i = 0; i < p->kind_count; i++) {
        p->in_all[i] = PUBLIC_BODY_NONE;
        p->nouns[i] = compare_normal_name(w, p->kinds[i].field[NOUNS], "|");
        if (!p->nouns[i].at)
            return work_memory(w);
    }
    for (uint32_t i = 0; i < story->reports.n; i++) {
        const uint32_t report = story->reports.at[i];
        const struct analysis *n = w->c->reports.at[report].analysis;
        look_for_words(p, report);
        for (uint32_t e = 0; e < n->entities.n; e++)
            if (!note_entity(p, report, &n->entities.at[e]))
                return work_memory(w);
    }
    return TS_OK;
}

/* ---- Which body some words are */

/* The one kind with the word in a column of which the report has words; kind_count: none, or two.
 */
static uint32_t kind_with(const struct public_bodies *p, uint32_t report, unsigned column,
                          struct str word) {
    uint32_t found = p->kind_count;
    for (uint32_t kind = 0; kind < p->kind_count; kind++) {
        const struct table_row *row = &p->kinds[kind];
        bool may_be = has_entry(row->field[column], word) || has_entry(row->field[PEOPLE], word);
        if (!may_be || !p->has[report * p->kind_count + kind])
            continue;
        if (found < p->kind_count)
            return p->kind_count;
        found = kind;
    }
    return found < p->kind_count && has_entry(p->kinds[found].field[column], word) ? found
                                                                                   : p->kind_count;
}

/* What a kind is called that nothing names further. */
static struct str bare_noun(const struct public_bodies *p, uint32_t kind) {
    struct str rest = p->kinds[kind].field[NOUNS];
    return str_split(&rest, '|');
}

/* The body of a kind that a report can mean when it names none. */
static struct public_body meant(const struct public_bodies *p, uint32_t report, uint32_t kind) {
    uint32_t body = p->here[report * p->kind_count + kind];
    struct str nouns = p->nouns[kind];
    if (body == PUBLIC_BODY_NONE)
        body = p->in_all[kind];
    return body < p->at.n ? p->at.at[body]
                          : (struct public_body){.kind = kind, .form = str_split(&nouns, '|')};
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
    const bool any = report == NO_INDEX;
    const struct public_body none = {.kind = NO_INDEX, .form = form};
    struct str key;
    for (uint32_t kind = 0; kind < p->kind_count; kind++) {
        enum public_body_words is = read_form(&key, p->nouns[kind], form);
        if (is == PUBLIC_BODY_NO)
            continue;
        uint32_t body = is == PUBLIC_BODY_NAMED ? find(p, kind, key) : PUBLIC_BODY_NONE;
        if (body != PUBLIC_BODY_NONE)
            return p->at.at[body];
        return is == PUBLIC_BODY_KIND && !any ? meant(p, report, kind) : none;
    }
    uint32_t kind = any ? p->kind_count : kind_with(p, report, PEOPLE, form);
    return kind < p->kind_count ? meant(p, report, kind) : none;
}

bool public_bodies_are_people(const struct public_bodies *p, uint32_t report, struct str form) {
    struct str key;
    for (uint32_t kind = 0; kind < p->kind_count; kind++) {
        const struct table_row *row = &p->kinds[kind];
        size_t last = form.n;
        while (last > 0 && form.at[last - 1] != ' ')
            last--;
        if (last > 0 && !str_eq(row->field[RANKS], STR("-")) && /* "police officers" */
            has_entry(row->field[PEOPLE], str_cut(form, last, form.n)) &&
            read_form(&key, p->nouns[kind], form) != PUBLIC_BODY_NO)
            return true;
    }
    return kind_with(p, report, PEOPLE, form) < p->kind_count;
}

struct str public_bodies_of_rank(const struct public_bodies *p, uint32_t report,
                                 struct str before) {
    enum { RANK_WORDS = 3 };
    size_t from = before.n;
    for (unsigned words = 0; words < RANK_WORDS && from > 0; words++) {
        while (--from > 0 && before.at[from - 1] != ' ') {
        }
        uint32_t kind = kind_with(p, report, RANKS, str_cut(before, from, before.n));
        if (kind < p->kind_count)
            return bare_noun(p, kind);
        from = from > 0 ? from - 1 : 0;
    }
    return STR("");
}
