#include "compare/family_sources.h"

#include "base/buf.h"
#include "compare/bare_names.h"
#include "compare/claim_sources.h"
#include "compare/named_speakers.h"
#include "compare/nameless_sources.h"
#include "compare/normal_names.h"
#include "compare/report_forms.h"

#include <string.h>

enum { WORDS_MAX = 80, NAME_MAX = 60, PLACES_MAX = 64 };

/* Whose family some words mean. */
enum whose {
    WHOSE_NONE,   /* the words are of something else */
    WHOSE_OPEN,   /* "the family" */
    WHOSE_UNSURE, /* a pronoun of which nothing tells whom it stands for */
    WHOSE_NAMED
};
/* Normal forms; given is empty when only the family name is told. */
struct family {
    struct str name, family, given; /* name: the family's as printed */
    struct str called;              /* the given name as printed */
};

/* The words without those for who speaks: "the Roe family" of "the Roe family spokesman" and of "a
 * spokesman for the Roe family". */
static struct str without_speaker(struct str words) {
    static const char *const tails[] = {" spokesman",      " spokeswoman",     " spokesperson",
                                        " representative", " representatives", " members"};
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
        if (str_ends(words, str_of(tails[i])))
            return str_without_possessive(str_cut(words, 0, words.n - strlen(tails[i])));
    size_t at = str_find(words, STR(" for "), 0);
    bool speaks = at != SIZE_MAX && str_find(str_cut(words, 0, at), STR("spokes"), 0) != SIZE_MAX;
    return speaks ? str_cut(words, at + sizeof " for " - 1, words.n) : words;
}

/* "Ann Roe" of "family of Ann Roe", "family of the late student Ann Roe": the person named behind
 * the byte of a report's text where it stands. STR_NONE: none. */
static struct str person_behind(const struct claim_sources *s, uint32_t report, uint32_t byte) {
    enum { BYTES_BETWEEN = 10, DESCRIBED_BYTES = 80 };
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const struct name_mentions *all = &s->mentions[report];
    const uint32_t at = byte + (uint32_t)(sizeof "family of " - 1);
    struct str text = n->article->text;
    if (!str_starts(str_cut(text, byte, text.n), STR("family of ")) ||
        str_starts(str_cut(text, at, text.n), STR("a ")))
        return STR_NONE;
    uint32_t i = name_mention_at(all, at);
    const uint32_t name = i < all->at.n ? all->at.at[i].text.start : UINT32_MAX;
    if (name > at + BYTES_BETWEEN &&
        (name > at + DESCRIBED_BYTES || !name_is_described(s, report, at, name)))
        return STR_NONE;
    struct str behind = str_cut(text, all->at.at[i].text.end, text.n);
    if (str_starts(behind, STR("'s")) || str_starts(behind, STR("\xE2\x80\x99s")))
        return STR_NONE;
    const struct entity *x = &n->entities.at[all->at.at[i].entity];
    return str_eq(x->kind, STR("PERSON")) ? x->name : STR_NONE;
}

/* What a report calls the person in full of whose name a word of its text is the last; the word
 * itself when that is of no known name. Empty: it is of a place or a people, or no name. */
static struct str name_of_word(const struct claim_sources *s, uint32_t report, struct str word) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    uint32_t at = (uint32_t)(word.at - n->article->text.at);
    uint32_t i = claim_sources_mention(s, report, at + 1);
    bool capital = utf8_capital(word);
    uint32_t end = i ? s->mentions[report].at.at[i - 1].text.end : 0;
    if (end <= at || (!capital && end < at + word.n)) /* "al-Roe" begins small */
        return capital ? word : STR("");
    const struct entity *x = &n->entities.at[s->mentions[report].at.at[i - 1].entity];
    if (str_eq(x->kind, STR("GPE")) || str_eq(x->kind, STR("NORP")))
        return STR("");
    return str_eq(x->kind, STR("PERSON")) ? x->name : capital ? word : STR("");
}

/* "Ann Roe" of "Ann Roe Jr.". */
static struct str without_suffix(struct str name) {
    static const char *const suffixes[] = {"Jr", "Jr.", "Sr", "Sr."};
    struct str last = source_last_word(name);
    if (last.n == name.n || !str_is_one_of(last, suffixes, sizeof suffixes / sizeof *suffixes))
        return name;
    name.n -= last.n + 1;
    return str_ends(name, STR(",")) ? str_cut(name, 0, name.n - 1) : name;
}

/* false: no memory. */
static bool read_name(struct family *f, struct claim_sources *s, struct str name) {
    struct str bare = without_suffix(bare_person_name(name)),
               form = compare_normal_name(s->w, bare, "");
    if (!form.at)
        return false;
    struct str given = source_first_word(form);
    *f = (struct family){.name = source_last_word(bare), .family = source_last_word(form)};
    if (given.n < form.n) {
        f->given = given;
        f->called = source_first_word(bare);
    }
    return true;
}

/* The name of the person whom the pronoun that begins at a byte stands for. STR_NONE: unknown. */
static struct str person_of_pronoun(const struct claim_sources *s, uint32_t report, uint32_t byte) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const struct name_mentions *all = &s->pronouns[report];
    uint32_t i = name_mention_at(all, byte);
    if (i == all->at.n || all->at.at[i].text.start != byte)
        return STR_NONE;
    const struct entity *x = &n->entities.at[all->at.at[i].entity];
    return str_eq(x->kind, STR("PERSON")) ? x->name : STR_NONE;
}

/* *whose: whose family words that end in " family" mean; words of the report's text, or of its
 * title (in_title). false: no memory. */
static bool read_family(enum whose *whose, struct family *f, struct claim_sources *s,
                        uint32_t report, struct str words, bool in_title) {
    static const char *const pronouns[] = {"his", "her", "their", "His", "Her", "Their"};
    static const char *const open[] = {"the", "The", "victim's", "victim\xE2\x80\x99s"};
    static const char *const any[] = {"a", "A", "another", "Another", "One"};
    struct str last = source_last_word(str_cut(words, 0, words.n - (sizeof " family" - 1)));
    struct str word = str_without_possessive(last), name = word;
    *whose = WHOSE_NONE;
    if (str_is_one_of(last, any, sizeof any / sizeof *any))
        return true;
    if (str_is_one_of(last, open, sizeof open / sizeof *open)) {
        *whose = WHOSE_OPEN;
        return true;
    }
    if (str_is_one_of(last, pronouns, sizeof pronouns / sizeof *pronouns)) {
        const char *text = s->w->c->reports.at[report].article->text.at;
        name = in_title ? STR_NONE : person_of_pronoun(s, report, (uint32_t)(last.at - text));
        *whose = WHOSE_UNSURE;
    } else if (!in_title) {
        name = name_of_word(s, report, word);
    } else {
        size_t at = 0;
        name = utf8_is_upper(utf8_next(word, &at)) ? word : STR("");
    }
    if (!name.n || name.n > NAME_MAX)
        return true;
    if (!read_name(f, s, name))
        return false;
    if (f->family.n)
        *whose = WHOSE_NAMED;
    return true;
}

/* The same of words that stand at a byte of a report's text: "family of Ann Roe". */
static bool read_behind(enum whose *whose, struct family *f, struct claim_sources *s,
                        uint32_t report, uint32_t byte) {
    struct str name = person_behind(s, report, byte);
    *whose = WHOSE_NONE;
    if (!name.n || name.n > NAME_MAX)
        return true;
    bool ok = read_name(f, s, name);
    if (ok && f->family.n)
        *whose = WHOSE_NAMED;
    return ok;
}

static bool is_same(const struct family *f, const struct family *other) {
    return str_eq(f->family, other->family) &&
           (!f->given.n || !other->given.n || str_eq(f->given, other->given));
}

/* A family that a report tells of: one more of its name when the given name is another. */
static bool note_family(struct claim_sources *s, uint32_t report, const struct family *f) {
    uint32_t scopes[] = {report, ANY_REPORT};
    for (size_t i = 0; i < sizeof scopes / sizeof *scopes; i++) {
        struct str form = scopes[i] == ANY_REPORT ? f->family : STR("");
        uint32_t *slot = report_forms_put(&s->by_family, s->w, scopes[i], form);
        if (!slot)
            return false;
        if (*slot != MAP_NONE) {
            struct family_name *known = &s->family_names.at[*slot];
            struct family one = {known->name, known->family, known->given, STR_NONE};
            known->several = known->several || !is_same(&one, f);
            if (!known->given.n)
                known->given = f->given;
            continue;
        }
        struct family_name *added = VEC_PUSH(s->w->scratch, &s->family_names);
        if (!added)
            return false;
        *added = (struct family_name){f->name, f->family, f->given, false};
        *slot = s->family_names.n - 1;
    }
    return true;
}

/* Nothing tells whose a family of the report is: it has more than one for all that is known. */
static bool note_unsure(struct claim_sources *s, uint32_t report) {
    uint32_t *slot = report_forms_put(&s->by_family, s->w, report, STR(""));
    if (!slot)
        return false;
    if (*slot == MAP_NONE) {
        struct family_name *added = VEC_PUSH(s->w->scratch, &s->family_names);
        if (!added)
            return false;
        *added = (struct family_name){.several = true};
        *slot = s->family_names.n - 1;
    }
    s->family_names.at[*slot].several = true;
    return true;
}

static bool note_report(struct claim_sources *s, uint32_t report) {
    struct str text = s->w->c->reports.at[report].article->text;
    size_t at = str_find(text, STR(" family"), 0);
    for (unsigned n = 0; at != SIZE_MAX; at = str_find(text, STR(" family"), at + 1), n++) {
        size_t end = at + sizeof " family" - 1, from = at > WORDS_MAX ? at - WORDS_MAX : 0;
        enum whose whose;
        struct family f;
        if (n == PLACES_MAX)
            return note_unsure(s, report);
        if (end < text.n && ascii_alpha(text.at[end]))
            continue;
        if (!read_behind(&whose, &f, s, report, (uint32_t)at + 1) ||
            (whose == WHOSE_NONE &&
             !read_family(&whose, &f, s, report, str_cut(text, from, end), false)))
            return false;
        bool ok = whose == WHOSE_NAMED    ? note_family(s, report, &f)
                  : whose == WHOSE_UNSURE ? note_unsure(s, report)
                                          : true;
        if (!ok)
            return false;
    }
    return true;
}

int family_sources_init(struct claim_sources *s) {
    bool ok = true;
    map_init(&s->by_family, s->w->scratch);
    for (uint32_t i = 0; ok && i < s->story->reports.n; i++)
        ok = note_report(s, s->story->reports.at[i]);
    return ok ? TS_OK : work_memory(s->w);
}

/* The source of a family; when the story tells of several of the name, the given name is part of
 * what it is called, and without one it may be any. */
static int give_family(uint32_t *source, struct claim_sources *s, uint32_t report,
                       const struct family *f) {
    uint32_t known = report_forms_get(&s->by_family, ANY_REPORT, f->family);
    bool several = known != MAP_NONE && s->family_names.at[known].several;
    struct buf words;
    if (several && !f->given.n)
        return TS_OK;
    buf_init(&words, s->w->a, (size_t)NORMAL_NAME_BYTES * 2);
    if (several) {
        buf_put(&words, f->called.n ? f->called : f->given);
        buf_putc(&words, ' ');
    }
    buf_put(&words, f->name);
    buf_put(&words, STR(" family"));
    if (words.failed)
        return work_memory(s->w);
    struct str form = compare_normal_name(s->w, buf_str(&words), "");
    *source =
        form.at ? source_named(s, report, buf_str(&words), form, ORIGIN_ORGANISATION) : NO_INDEX;
    return *source == NO_INDEX ? work_memory(s->w) : TS_OK;
}

/* Whether a sentence names people of a family, and no others. */
static bool names_only(const struct claim_sources *s, uint32_t report, uint32_t sentence,
                       struct str family) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const struct name_mentions *all = &s->mentions[report];
    const struct span in = n->sentences.at[sentence].text;
    bool any = false;
    for (uint32_t i = name_mention_at(all, in.start);
         i < all->at.n && all->at.at[i].text.start < in.end; i++) {
        const struct entity *x = &n->entities.at[all->at.at[i].entity];
        if (!str_eq(x->kind, STR("PERSON")))
            continue;
        if (!str_eq(source_last_word(x->name), family))
            return false;
        any = true;
    }
    return any;
}

/* The only family of which the story tells, where the report has none and the sentence of the
 * family's word tells of one of its name and of nobody else. NULL: none such. */
static const struct family_name *only_of_story(const struct claim_sources *s, uint32_t report,
                                               uint32_t sentence) {
    const struct family_name *one = NULL;
    for (uint32_t i = 0; i < s->family_names.n; i++) {
        const struct family_name *x = &s->family_names.at[i];
        if (!x->family.n)
            continue;
        if (x->several || (one && !str_eq(one->family, x->family)))
            return NULL;
        one = one && one->given.n ? one : x;
    }
    return one && names_only(s, report, sentence, one->name) ? one : NULL;
}

bool family_is_nameless(struct str words) {
    static const char *const begins[] = {"the ", "a ", "his ", "her ", "their "};
    struct str family = without_speaker(words);
    bool may_be = str_ends(family, STR(" family")) && !words_have_one(family, STR("royal"));
    str_split(&words, ' '); /* the first word may begin a sentence */
    for (struct str rest = words; may_be && rest.at;)
        may_be = !utf8_capital(str_split(&rest, ' '));
    for (size_t i = 0; may_be && i < sizeof begins / sizeof *begins; i++)
        if (str_starts_nocase(family, str_of(begins[i])))
            return true;
    return false;
}

int family_source(uint32_t *source, struct claim_sources *s, uint32_t report,
                  const struct statement *statement) {
    struct str all = claim_source_words(s->w, report, statement), words = without_speaker(all);
    const uint32_t the = str_starts_nocase(all, STR("the ")) ? sizeof "the " - 1 : 0;
    enum whose whose = WHOSE_NONE;
    struct family f;
    *source = NO_INDEX;
    if (!statement->in_title &&
        !read_behind(&whose, &f, s, report, statement_source(statement).start + the))
        return work_memory(s->w);
    if (whose == WHOSE_NAMED)
        return give_family(source, s, report, &f);
    bool spoken_for = words.n < all.n && str_eq_nocase(words, STR("a family"));
    if (words.n > WORDS_MAX || !str_ends(words, STR(" family")))
        return TS_OK;
    if (!read_family(&whose, &f, s, report, words, statement->in_title))
        return work_memory(s->w);
    whose = spoken_for ? WHOSE_OPEN : whose;
    uint32_t only = report_forms_get(&s->by_family, report, STR(""));
    const struct family_name *x = NULL;
    if (only != MAP_NONE)
        x = s->family_names.at[only].several ? NULL : &s->family_names.at[only];
    else if (str_find(words, STR("victim"), 0) == SIZE_MAX) /* which, the report tells */
        x = only_of_story(s, report, statement->sentence);
    if (whose == WHOSE_OPEN && x) {
        f = (struct family){x->name, x->family, x->given, STR_NONE};
        whose = WHOSE_NAMED;
    }
    return whose == WHOSE_NAMED ? give_family(source, s, report, &f) : TS_OK;
}
