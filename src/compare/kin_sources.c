#include "compare/kin_sources.h"

#include "compare/bare_names.h"
#include "compare/nameless_sources.h"

#include <string.h>

enum { BYTES_AROUND = 80 };

/* Kin of whom one has one, or a story rarely tells of two. */
static const char *const KIN[NAMED_KIN] = {"mother",     "father",    "wife",
                                           "husband",    "sister",    "brother",
                                           "girlfriend", "boyfriend", "fiancee"};

static uint32_t kin_of(struct str noun) {
    uint32_t i = 0;
    while (i < NAMED_KIN && !str_eq(noun, str_of(KIN[i])))
        i++;
    return i;
}

/* The words before "'s" or "s'" with which some end; STR_NONE: they end otherwise. */
static struct str before_sign(struct str words) {
    static const char *const signs[] = {"'s", "\xE2\x80\x99s"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_ends(words, str_of(signs[i])))
            return str_cut(words, 0, words.n - strlen(signs[i]));
    if (str_ends(words, STR("s'")))
        return str_cut(words, 0, words.n - 1);
    return str_ends(words, STR("s\xE2\x80\x99"))
               ? str_cut(words, 0, words.n - (sizeof "\xE2\x80\x99" - 1))
               : STR_NONE;
}

static struct str person_name(const struct analysis *n, uint32_t entity) {
    const struct entity *e = &n->entities.at[entity];
    return str_eq(e->kind, STR("PERSON")) && !e->outlet ? e->name : STR("");
}

/* Whose kin is told of behind words of a report's text that end in "his", "Roe's" or "the
 * hostage's": the name, empty when nothing tells. */
static struct str owner_before(const struct claim_sources *s, uint32_t report, struct str words) {
    static const char *const pronouns[] = {"his", "her"};
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const uint32_t at = (uint32_t)(words.at - n->article->text.at);
    struct str last = source_last_word(words), owner = before_sign(words);
    if (str_is_one_of(last, pronouns, sizeof pronouns / sizeof *pronouns)) {
        const struct name_mentions *all = &s->pronouns[report];
        const uint32_t start = at + (uint32_t)(words.n - last.n);
        uint32_t i = name_mention_at(all, start);
        return i < all->at.n && all->at.at[i].text.start == start
                   ? person_name(n, all->at.at[i].entity)
                   : STR("");
    }
    if (!owner.at)
        return STR("");
    const struct name_mentions *all = &s->mentions[report];
    uint32_t i = name_mention_at(all, at + (uint32_t)owner.n);
    const struct span near = i > 0 ? all->at.at[i - 1].text : (struct span){0, 0};
    bool named = near.end >= at + owner.n && near.start < at + owner.n;
    return named ? person_name(n, all->at.at[i - 1].entity) : STR("");
}

/* The first person whom a report names in full from a byte on, before another. */
static struct str first_person(const struct claim_sources *s, uint32_t report, uint32_t from,
                               uint32_t to) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const struct name_mentions *all = &s->mentions[report];
    for (uint32_t i = name_mention_at(all, from); i < all->at.n && all->at.at[i].text.start < to;
         i++) {
        struct str name = person_name(n, all->at.at[i].entity);
        if (str_find_byte(name, ' ', 0) != SIZE_MAX)
            return name;
    }
    return STR("");
}

/* Whether two names, one of which may be a family name alone, can be one person's. */
static bool is_same(struct str a, struct str b) {
    struct str x = bare_person_name(a), y = bare_person_name(b);
    struct str family = source_last_word(x), other = source_last_word(y);
    if (!x.n || !y.n || !str_eq_nocase(family, other))
        return false;
    return family.n == x.n || other.n == y.n || str_eq_nocase(x, y);
}

/* ---- Whom the reports name */

static void note(struct claim_sources *s, uint32_t report, uint32_t kin, struct str owner,
                 struct str name) {
    struct named_kin *k = &s->kin[kin];
    if (!owner.n || str_find_byte(bare_person_name(name), ' ', 0) == SIZE_MAX)
        return;
    k->several =
        k->several || (k->name.n && (!is_same(k->name, name) || !is_same(k->owner, owner)));
    if (k->name.n && str_find_byte(k->owner, ' ', 0) != SIZE_MAX)
        return;
    *k = (struct named_kin){name, owner, report, k->several};
}

/* "his sister Lucy Roe", "Luke Roe's sister, Lucy Roe,", "Lucy Roe, his sister,". */
static void note_mention(struct claim_sources *s, uint32_t report, const struct name_mention *m) {
    static const char *const ends[] = {",", ".", ";", "\n"};
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    struct str text = n->article->text, name = person_name(n, m->entity);
    const uint32_t low = m->text.start > BYTES_AROUND ? m->text.start - BYTES_AROUND : 0;
    struct str before = str_cut(text, low, m->text.start);
    struct str behind = str_cut(text, m->text.end, m->text.end + BYTES_AROUND);
    bool comma = str_ends(before, STR(", "));
    before = str_cut(before, 0, before.n - (comma ? 2 : before.n > 0));
    struct str noun = source_last_word(before);
    uint32_t kin = kin_of(noun);
    if (!name.n)
        return;
    if (kin < NAMED_KIN && noun.n < before.n && (!comma || str_starts(behind, STR(","))))
        note(s, report, kin, owner_before(s, report, str_cut(before, 0, before.n - noun.n - 1)),
             name);
    if (!str_starts(behind, STR(", ")))
        return;
    struct str told =
        str_before_any(str_cut(behind, 2, behind.n), ends, sizeof ends / sizeof *ends);
    const size_t of = str_find(told, STR(" of "), 0);
    noun = source_last_word(str_cut(told, 0, of == SIZE_MAX ? told.n : of));
    kin = kin_of(noun);
    if (kin < NAMED_KIN && of != SIZE_MAX)
        note(s, report, kin,
             first_person(s, report, m->text.end + 2 + (uint32_t)of,
                          m->text.end + 2 + (uint32_t)told.n),
             name);
    else if (kin < NAMED_KIN && noun.n < told.n)
        note(s, report, kin, owner_before(s, report, str_cut(told, 0, told.n - noun.n - 1)), name);
}

/* "sisters", "another sister", "her ex-husband": there are more than one. */
static bool tells_of_several(struct str text, struct str noun) {
    static const char *const others[] = {"other", "another", "younger",  "older", "elder",  "twin",
                                         "first", "second",  "former",   "late",  "oldest", "half",
                                         "one",   "step",    "youngest", "ex"};
    for (size_t at = str_find(text, noun, 0); at != SIZE_MAX; at = str_find(text, noun, at + 1)) {
        const size_t end = at + noun.n, from = at > BYTES_AROUND ? at - BYTES_AROUND : 0;
        if (end < text.n && text.at[end] == 's' &&
            (end + 1 == text.n || !ascii_alpha(text.at[end + 1])))
            return true;
        struct str word = source_last_word(str_cut(text, from, at ? at - 1 : 0));
        if (at &&
            (text.at[at - 1] == '-' || str_is_one_of(word, others, sizeof others / sizeof *others)))
            return true;
    }
    return false;
}

void kin_sources_init(struct claim_sources *s) {
    for (uint32_t k = 0; k < NAMED_KIN; k++)
        s->kin[k] = (struct named_kin){.name = STR("")};
    for (uint32_t i = 0; i < s->story->reports.n; i++) {
        const uint32_t report = s->story->reports.at[i];
        const struct name_mentions *all = &s->mentions[report];
        for (uint32_t m = 0; m < all->at.n; m++)
            note_mention(s, report, &all->at.at[m]);
    }
    for (uint32_t k = 0; k < NAMED_KIN; k++)
        for (uint32_t i = 0; s->kin[k].name.n && !s->kin[k].several && i < s->story->reports.n; i++)
            s->kin[k].several = tells_of_several(
                s->w->c->reports.at[s->story->reports.at[i]].article->text, str_of(KIN[k]));
}

/* ---- Who speaks */

/* What kin some words are, NAMED_KIN when none, and *owner, whose: empty when nothing tells. */
static uint32_t read_kin(struct str *owner, const struct claim_sources *s, uint32_t report,
                         struct span at) {
    struct str words = str_span(s->w->c->reports.at[report].article->text, at);
    size_t of = str_find(words, STR(" of "), 0);
    struct str head = str_cut(words, 0, of == SIZE_MAX ? words.n : of);
    struct str noun = source_last_word(head), before = str_cut(head, 0, head.n - noun.n);
    const uint32_t kin = kin_of(noun);
    *owner = STR("");
    if (kin == NAMED_KIN || !before.n)
        return NAMED_KIN;
    before.n--;
    if (of != SIZE_MAX) {
        *owner = first_person(s, report, at.start + (uint32_t)of, at.end);
        return str_eq_nocase(before, STR("the")) && owner->n ? kin : NAMED_KIN;
    }
    *owner = owner_before(s, report, before);
    return kin;
}

int kin_source(uint32_t *source, struct claim_sources *s, uint32_t report, struct span words) {
    struct str owner;
    const uint32_t kin = read_kin(&owner, s, report, words);
    *source = NO_INDEX;
    if (kin == NAMED_KIN || !s->kin[kin].name.n || s->kin[kin].several)
        return TS_OK;
    const struct named_kin *k = &s->kin[kin];
    if (!owner.n || !is_same(owner, k->owner) || is_same(owner, k->name))
        return TS_OK;
    *source = person_named(s, k->report, k->name);
    return *source == NO_INDEX ? work_memory(s->w) : TS_OK;
}
