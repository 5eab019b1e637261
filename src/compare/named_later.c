#include "compare/named_later.h"

#include "compare/bare_names.h"
#include "compare/named_speakers.h"
#include "compare/nameless_sources.h"

#include <string.h>

enum { LEAD_SENTENCES = 2, SENTENCES_ON = 3, STATEMENTS_ON = 48 };

/* What the words of and for a person tell of the gender; bits: of a contradiction both. */
enum { FEMALE = 1, MALE = 2 };

static unsigned gender_in(struct str words) {
    static const char *const female[] = {"she",    "her",  "herself",  "woman",      "girl",
                                         "mother", "wife", "daughter", "girlfriend", "widow"};
    static const char *const male[] = {"he",     "his",     "him", "himself",   "man",    "boy",
                                       "father", "husband", "son", "boyfriend", "widower"};
    return (words_have(words, female, sizeof female / sizeof *female) ? FEMALE : 0) |
           (words_have(words, male, sizeof male / sizeof *male) ? MALE : 0);
}

/* "A woman who", "A mother of three", "A Norland nurse": more than a noun tells whom the report is
 * about; not one of many, as "a local resident". */
static bool is_principal(struct str words, struct str behind) {
    static const char *const of_many[] = {
        "local",     "resident",    "neighbour", "neighbor",    "witness",   "eyewitness",
        "source",    "insider",     "official",  "officer",     "expert",    "analyst",
        "spokesman", "spokeswoman", "relative",  "bystander",   "passenger", "passer-by",
        "passerby",  "lawyer",      "attorney",  "friend",      "user",      "aide",
        "diplomat",  "colleague",   "another",   "spokesperson"};
    static const char *const articles[] = {"A ", "An "};
    struct str rest = STR("");
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (str_starts(words, str_of(articles[i])))
            rest = str_cut(words, strlen(articles[i]), words.n);
    static const char *const among[] = {" in the ", " at the ", " on the "};
    for (size_t i = 0; i < sizeof among / sizeof *among; i++)
        if (str_find(rest, str_of(among[i]), 0) != SIZE_MAX) /* "A woman in the crowd" */
            return false;
    bool told = str_find_byte(rest, ' ', 0) != SIZE_MAX || str_starts(behind, STR(" who "));
    return rest.n && told && !words_have(rest, of_many, sizeof of_many / sizeof *of_many);
}

/* Whether a statement is of somebody with whom the report begins, who speaks of herself. */
static bool begins_report(const struct analysis *n, const struct statement *x) {
    struct str text = n->article->text;
    const struct span source = statement_source(x);
    if (x->in_title || x->entity != NO_INDEX || x->source_class != SOURCE_UNNAMED ||
        x->stated_people != 1 || !x->content.n || source.start >= source.end)
        return false;
    bool lead = false;
    for (uint32_t i = 0; i < n->sentences.n && i < LEAD_SENTENCES; i++)
        lead = lead || n->sentences.at[i].text.start == source.start;
    return lead && is_principal(str_span(text, source), str_cut(text, source.end, text.n)) &&
           gender_in(str_span(text, x->content.at[0]));
}

/* The mention by which a report first names somebody in full behind a byte, NULL when it is not the
 * next whom it names there. */
static const struct name_mention *next_named(const struct claim_sources *s, uint32_t report,
                                             uint32_t byte) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const struct name_mentions *all = &s->mentions[report];
    for (uint32_t i = claim_sources_mention(s, report, byte); i < all->at.n; i++) {
        const struct name_mention *m = &all->at.at[i];
        const struct entity *e = &n->entities.at[m->entity];
        if (!str_eq(e->kind, STR("PERSON")) || e->mentions.at[0].text.start < byte)
            continue;
        struct str name = str_span(n->article->text, m->text);
        bool full = str_find_byte(name, ' ', 0) != SIZE_MAX && bare_person_name(name).n == name.n;
        return full && e->mentions.at[0].text.start == m->text.start ? m : NULL;
    }
    return NULL;
}

/* Whether a sentence with whose name it begins brings in whom the report has spoken of: by age, by
 * what she does, by nothing; not "another neighbour", "the mayor", "who saw the woman". */
static bool brings_in(struct str sentence, struct str name, struct str noun) {
    static const char *const others[] = {"another", "also",      "too",    "other",
                                         "second",  "agreed",    "but",    "confirmed",
                                         "however", "meanwhile", "denied", "fellow"};
    struct str behind = str_cut(sentence, name.n, sentence.n);
    struct str apposition =
        str_starts(behind, STR(", ")) ? str_cut(behind, sizeof ", " - 1, behind.n) : STR("");
    static const char *const ends[] = {","};
    static const char *const starts[] = {"who ", "from ", "of "};
    apposition = str_before_any(apposition, ends, sizeof ends / sizeof *ends);
    bool fits = !apposition.n || ascii_digit(apposition.at[0]) || words_have_one(apposition, noun);
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        fits = fits || str_starts(apposition, str_of(starts[i]));
    static const char *const back[] = {"her", "him", "his", "them"}; /* "who worked with her" */
    fits = fits && !words_have(apposition, back, sizeof back / sizeof *back);
    static const char *const of_her[] = {"the man", "the woman",  "the girl",
                                         "the boy", "the victim", "the couple"};
    for (size_t i = 0; i < sizeof of_her / sizeof *of_her; i++)
        fits = fits && !str_has_nocase(sentence, str_of(of_her[i]));
    return fits && !words_have(sentence, others, sizeof others / sizeof *others);
}

/* Whether two sentences have a noun or a verb in common, words for saying left out. */
static bool tells_of_same(const struct analysis *n, uint32_t a, uint32_t b) {
    enum { WORDS = 80 };
    static const char *const pos[] = {"NOUN", "VERB"};
    static const char *const said[] = {"say", "tell", "claim", "report", "year", "day", "have"};
    const struct span in = n->sentences.at[a].text, other = n->sentences.at[b].text;
    const uint32_t first = SPANS_FIND(n->tokens, in.start),
                   from = SPANS_FIND(n->tokens, other.start);
    for (uint32_t i = first; i < n->tokens.n && i < first + WORDS; i++) {
        const struct token *t = &n->tokens.at[i];
        if (t->text.start >= in.end)
            break;
        if (!str_is_one_of(labels_name(n->labels, t->pos), pos, 2) ||
            str_is_one_of(t->lemma, said, sizeof said / sizeof *said))
            continue;
        for (uint32_t k = from; k < n->tokens.n && k < from + WORDS; k++)
            if (n->tokens.at[k].text.start < other.end &&
                str_eq_nocase(n->tokens.at[k].lemma, t->lemma))
                return true;
    }
    return false;
}

/* The statement in the sentence of a mention that is its bearer's, in which she speaks of herself;
 * NO_INDEX: none. Between the lead and it no other people may be brought in. */
static uint32_t own_words(const struct analysis *n, uint32_t from, const struct name_mention *m,
                          uint32_t sentence, unsigned gender) {
    static const char *const self[] = {"I", "my", "me", "I'm", "I\xE2\x80\x99m"};
    for (uint32_t i = from + 1; i < n->statements.n && i - from < STATEMENTS_ON; i++) {
        const struct statement *x = &n->statements.at[i];
        if (x->in_title || x->sentence <= n->statements.at[from].sentence)
            continue;
        if (x->sentence > sentence ||
            (x->source_class == SOURCE_UNNAMED && x->stated_people &&
             statement_source(x).start > n->statements.at[from].source.end))
            return NO_INDEX;
        if (x->sentence != sentence || x->entity != m->entity || !x->content.n)
            continue;
        struct str words = str_span(n->article->text, x->content.at[0]);
        if (gender_in(words) & gender || words_have(words, self, sizeof self / sizeof *self))
            return i;
    }
    return NO_INDEX;
}

uint32_t statement_named_later(const struct claim_sources *s, uint32_t report, uint32_t statement) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const struct statement *x = &n->statements.at[statement];
    if (!begins_report(n, x))
        return statement;
    const struct span source = statement_source(x);
    uint32_t lead = 0;
    while (n->sentences.at[lead].text.start != source.start)
        lead++;
    const struct name_mention *m = next_named(s, report, n->sentences.at[lead].text.end);
    uint32_t in = lead + 1;
    while (m && in < n->sentences.n && n->sentences.at[in].text.start != m->text.start &&
           in <= lead + SENTENCES_ON)
        in++;
    if (!m || in >= n->sentences.n || in > lead + SENTENCES_ON)
        return statement;
    struct str text = n->article->text, name = str_span(text, m->text);
    struct str words = str_span(text, source);
    unsigned noun = gender_in(words), told = gender_in(str_span(text, x->content.at[0]));
    unsigned gender = (noun == FEMALE || noun == MALE) ? noun : told;
    struct str given = source_first_word(name);
    if (gender == (FEMALE | MALE) || given_name_is(s, given, gender == MALE) ||
        !brings_in(str_span(text, n->sentences.at[in].text), name, source_last_word(words)) ||
        !tells_of_same(n, lead, in))
        return statement;
    uint32_t found = own_words(n, statement, m, in, gender);
    return found == NO_INDEX ? statement : found;
}
