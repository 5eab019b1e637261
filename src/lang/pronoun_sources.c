/* Sources that are "he", "she", "they" or "it" and are linked to nobody: who goes on speaking. A
 * news text gives a speaker's words in a row, so that a pronoun that speaks is whoever spoke last,
 * as long as nobody else is spoken of in between. */
#include "lang/coreference.h"
#include "lang/people.h"
#include "lang/tree_words.h"

#include <stdlib.h>

enum { SPEAKERS_BACK = 6, SENTENCES_BETWEEN = 1, BETWEEN_TOKENS = 400, CLIMB = 12 };

enum number { SINGULAR, PLURAL };

struct pronoun {
    uint32_t token;
    enum gender gender;
    enum number number;
    bool person; /* "he", "she" */
};

/* A statement by the place of its source. */
struct placed {
    uint32_t start, statement;
};

static int placed_order(const void *x, const void *y) {
    const struct placed *a = x, *b = y;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return a->statement < b->statement ? -1 : a->statement > b->statement;
}

static struct statement *statement_at(const struct coreference *c, uint32_t i) {
    return &c->u->analysis->statements.at[i];
}

static bool tag_is(const struct coreference *c, uint32_t i, const char *tag) {
    return str_eq(labels_name(c->u->analysis->labels, tree_token(c->u->tree, i)->tag), str_of(tag));
}

static bool is_plural(const struct coreference *c, uint32_t i) {
    return tag_is(c, i, "NNS") || tag_is(c, i, "NNPS");
}

/* The pronoun that a span is, outside of quotations. */
static bool read_pronoun(struct pronoun *out, const struct coreference *c, struct span span) {
    struct str word = str_span(c->u->text, span);
    *out = (struct pronoun){.token = tree_token_at(c->u->tree, span.start)};
    if (str_eq_nocase(word, STR("he")))
        *out = (struct pronoun){out->token, GENDER_MALE, SINGULAR, true};
    else if (str_eq_nocase(word, STR("she")))
        *out = (struct pronoun){out->token, GENDER_FEMALE, SINGULAR, true};
    else if (str_eq_nocase(word, STR("they")))
        *out = (struct pronoun){out->token, GENDER_UNKNOWN, PLURAL, false};
    else if (str_eq_nocase(word, STR("it")))
        *out = (struct pronoun){out->token, GENDER_UNKNOWN, SINGULAR, false};
    else
        return false;
    return out->token < c->u->tree->doc->tokens.n &&
           tree_token(c->u->tree, out->token)->text.start == span.start &&
           !unit_has(c->u, c->u->tree->word[out->token], W_QUOTED);
}

/* A plural of people, of bodies or of unnamed sources; not "reports", "pictures". */
static bool is_people(const struct coreference *c, uint32_t noun, enum source_class is) {
    static const char *const things[] = {"report", "post",  "rumor", "rumour", "article",
                                         "story",  "claim", "site",  "image",  "message"};
    struct str lemma = tree_token(c->u->tree, noun)->lemma;
    struct role role = lexicon_role(c->u->tables, lemma);
    return (role.known && role.person) || str_eq(lemma, STR("people")) ||
           is == SOURCE_ORGANISATION ||
           (is == SOURCE_UNNAMED && !str_is_one_of(lemma, things, sizeof things / sizeof *things));
}

/* "Her family said", of whom "they said" goes on. */
static bool is_several_in_one(const struct coreference *c, uint32_t noun) {
    static const char *const words[] = {"family", "couple", "pair", "crew", "team",
                                        "group",  "trio",   "duo",  "band", "staff"};
    return str_is_one_of(tree_token(c->u->tree, noun)->lemma, words, sizeof words / sizeof *words);
}

/* "An official told the Herald": the people, not the Herald, go on. */
static bool people_behind(const struct statement *s) {
    return statement_of_outlet(s) && s->described_as.start < s->described_as.end;
}

/* Whether a source can be what a pronoun stands for. */
static bool can_be(const struct coreference *c, const struct statement *s,
                   const struct pronoun *of) {
    enum source_class is = s->source_class;
    if (s->entity != NO_INDEX && !(people_behind(s) && (of->person || of->number == PLURAL))) {
        bool person = coreference_person(c, s->entity);
        enum gender gender = c->genders.at[s->entity];
        if (of->person)
            return person && (gender == GENDER_UNKNOWN || gender == of->gender);
        return !person && (of->number == SINGULAR || is == SOURCE_ORGANISATION);
    }
    uint32_t head =
        coreference_source_head(c, people_behind(s) ? s->described_as : statement_source(s));
    if (head == NO_INDEX || tree_token(c->u->tree, head)->pos == c->u->tree->labels.pronoun)
        return false;
    bool plural = is_plural(c, head);
    struct role role = roles_noun(c, head);
    if (of->person)
        return !plural &&
               (is == SOURCE_PERSON || is == SOURCE_UNNAMED || people_behind(s) ||
                (role.known && role.person)) &&
               (role.gender == GENDER_UNKNOWN || role.gender == of->gender);
    if (of->number == PLURAL)
        return plural ? is_people(c, head, is)
                      : is == SOURCE_ORGANISATION || is_several_in_one(c, head);
    return !plural && !role.person && (is == SOURCE_ORGANISATION || is == SOURCE_DOCUMENT);
}

/* Somebody else is what a sentence between two places is about. */
static bool another_between(const struct coreference *c, uint32_t from, const struct pronoun *to,
                            uint32_t entity) {
    uint32_t low = 0, high = c->spoken_of.n;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (c->spoken_of.at[mid].mention < to->token)
            low = mid + 1;
        else
            high = mid;
    }
    for (uint32_t i = low; i-- > 0;) {
        const struct spoken_of *e = &c->spoken_of.at[i];
        if (tree_token(c->u->tree, e->mention)->text.start < from)
            break;
        bool other = e->entity != NO_INDEX ? e->entity != entity : !e->pronoun;
        if (to->number == PLURAL && /* "Roe, they said, was kind": not "Roe and Tew, they said" */
            c->u->tree->sentence_first[e->mention] == c->u->tree->sentence_first[to->token] &&
            tree_child(c->u->tree, e->token, c->u->tree->labels.conj) == NO_INDEX)
            continue;
        if (other && e->subject && e->main && !e->quoted) /* in a caption too */
            return true;
    }
    return false;
}

/* Others of whom there are several are spoken of in between: at all in the pronoun's sentence
 * ("they say the guards saw that they"), before it as a subject. */
static bool several_between(const struct coreference *c, const struct statement *before,
                            const struct pronoun *to) {
    const struct parse_tree *t = c->u->tree;
    for (uint32_t i = tree_token_at(t, before->source.end), n = 0;
         i < to->token && n < BETWEEN_TOKENS; i++, n++) {
        uint16_t dep = tree_token(t, i)->dep;
        bool told = dep == t->labels.nsubj || dep == t->labels.nsubjpass ||
                    t->sentence_first[i] == t->sentence_first[to->token];
        if (is_plural(c, i) && told && !unit_has(c->u, t->word[i], W_QUOTED))
            return true;
    }
    return false;
}

/* The sentences between two places that do not begin in a quotation. */
static uint32_t told_between(const struct coreference *c, uint32_t from, uint32_t to) {
    uint32_t n = 0;
    for (uint32_t i = from + 1; i < to; i++) {
        uint32_t first = c->u->sentences.at[i].first;
        n += !unit_has(c->u, first, W_QUOTED) && !unit_has(c->u, first + 1, W_QUOTED);
    }
    return n;
}

/* The plural subject of the clause that holds the pronoun's: "Campaigners shared a picture that
 * they say shows it". */
static uint32_t governing_subject(const struct coreference *c, const struct pronoun *of) {
    const struct parse_tree *t = c->u->tree;
    uint32_t verb = tree_head(t, of->token);
    for (uint32_t n = 0; n < CLIMB && verb != NO_INDEX; n++, verb = tree_head(t, verb)) {
        uint32_t subject = t->subject[verb];
        if (subject != NO_INDEX && subject < of->token && is_plural(c, subject) &&
            tree_token(t, subject)->pos == t->labels.noun && is_people(c, subject, SOURCE_UNKNOWN))
            return subject;
    }
    return NO_INDEX;
}

static void stand_for(struct statement *s, const struct statement *before, bool thing) {
    if (people_behind(before) && !thing) {
        s->stands_for = s->described_as = before->described_as;
        s->source_class = SOURCE_UNNAMED;
        s->stated_people = before->stated_people;
        s->candidates.n = 0;
        return;
    }
    s->entity = before->entity;
    s->source_class = before->source_class;
    if (!thing) {
        s->described_as = before->described_as;
        s->stated_people = before->stated_people;
    }
    s->candidates.n = 0;
    if (before->entity == NO_INDEX)
        s->stands_for = statement_source(before);
}

/* Of "Roe said a clerk had told him" Roe goes on, not the clerk: the statement of the same sentence
 * that has another's source in its content and can be meant, else the other. Of two with names it
 * may be either: NO_INDEX. */
static uint32_t speaker_around(const struct coreference *c, const struct placed *at, uint32_t k,
                               const struct pronoun *of) {
    const struct statement *inner = statement_at(c, at[k].statement);
    if (inner->type == STATEMENT_DIRECT) /* he was heard himself */
        return k;
    for (uint32_t i = k, n = 0; i-- > 0 && n < SPEAKERS_BACK; n++) {
        const struct statement *s = statement_at(c, at[i].statement);
        if (s->sentence != inner->sentence)
            break;
        for (uint32_t m = 0; m < s->content.n && m < SPEAKERS_BACK; m++)
            if (s->content.at[m].start <= inner->source.start &&
                inner->source.end <= s->content.at[m].end && can_be(c, s, of))
                return inner->entity == NO_INDEX || inner->entity == s->entity ? i : NO_INDEX;
    }
    return k;
}

/* "A statement by its men said ..., it added": a text that speaks, which "it" goes on with rather
 * than with an outlet before. */
static bool is_speaking_text(const struct coreference *c, const struct statement *s,
                             const struct pronoun *of) {
    static const char *const texts[] = {"statement", "message",  "letter",    "video",
                                        "release",   "document", "filing",    "lawsuit",
                                        "complaint", "memo",     "recording", "communique"};
    if (of->person || of->number == PLURAL || s->entity != NO_INDEX)
        return false;
    uint32_t head = coreference_source_head(c, statement_source(s));
    return head != NO_INDEX &&
           str_is_one_of(tree_token(c->u->tree, head)->lemma, texts, sizeof texts / sizeof *texts);
}

/* The last source before statement at[i] that its pronoun can be; NO_INDEX for none. */
static uint32_t speaker_before(const struct coreference *c, const struct placed *at, uint32_t i,
                               const struct pronoun *of) {
    const struct statement *s = statement_at(c, at[i].statement);
    for (uint32_t k = i, n = 0; k-- > 0 && n < SPEAKERS_BACK; n++) {
        const struct statement *before = statement_at(c, at[k].statement);
        uint32_t word = c->u->tree->word[tree_token_at(c->u->tree, before->source.start)];
        if (before->source.start == s->source.start || before->sentence > s->sentence ||
            unit_has(c->u, word, W_QUOTED))
            continue;
        if (told_between(c, before->sentence, s->sentence) > SENTENCES_BETWEEN)
            return NO_INDEX;
        if (can_be(c, before, of) && of->number == PLURAL &&
            (several_between(c, before, of) || str_eq(before->cue_lemma, STR("threaten"))))
            return NO_INDEX; /* "were threatened by guards. They say": not the guards */
        if (can_be(c, before, of)) {
            uint32_t outer = speaker_around(c, at, k, of);
            if (outer == NO_INDEX)
                return NO_INDEX;
            before = statement_at(c, at[outer].statement);
            return another_between(c, before->source.end, of, before->entity) ? NO_INDEX
                                                                              : at[outer].statement;
        }
        if (is_speaking_text(c, before, of))
            return NO_INDEX;
        struct pronoun other;
        if (before->entity == NO_INDEX && read_pronoun(&other, c, before->source) &&
            other.gender == of->gender && other.number == of->number)
            return NO_INDEX; /* the same one, of whom it could not be told */
    }
    return NO_INDEX;
}

/* What heads the sentence before, in the same paragraph; NO_INDEX for none. */
static uint32_t root_before(const struct coreference *c, uint32_t sentence) {
    if (!sentence ||
        c->u->sentences.at[sentence].paragraph != c->u->sentences.at[sentence - 1].paragraph)
        return NO_INDEX;
    return tree_root(c->u, sentence - 1);
}

/* The body that the sentence before is about: "The Herald was first. It said"; NO_INDEX for none.
 */
static uint32_t body_before(const struct coreference *c, uint32_t sentence) {
    uint32_t root = root_before(c, sentence);
    uint32_t subject = root == NO_INDEX ? NO_INDEX : tree_subject(c->u->tree, root);
    uint32_t entity = subject == NO_INDEX ? NO_INDEX : c->slots[subject].entity;
    return entity != NO_INDEX && c->slots[subject].form == MENTION_NAME &&
                   str_eq(c->u->analysis->entities.at[entity].kind, STR("ORG"))
               ? entity
               : NO_INDEX;
}

/* What a text does of which "it said" goes on: it comes out, and tells more. */
static bool tells_or_comes_out(const struct coreference *c, uint32_t verb) {
    static const char *const out[] = {"publish", "release", "read", "issue",
                                      "file",    "post",    "print"};
    static const char *const tells[] = {"say",  "call",      "find", "describe", "blame",
                                        "show", "conclude",  "warn", "accuse",   "criticise",
                                        "list", "criticize", "have", "state",    "note"};
    const struct parse_tree *t = c->u->tree;
    struct str lemma = tree_token(t, verb)->lemma;
    return t->passive_subject[verb] != NO_INDEX
               ? str_is_one_of(lemma, out, sizeof out / sizeof *out)
               : str_is_one_of(lemma, tells, sizeof tells / sizeof *tells);
}

/* A sentence names a body outside of these tokens: "it" may be that one. */
static bool names_a_body(const struct coreference *c, uint32_t first, uint32_t end,
                         struct token_range without) {
    for (uint32_t i = first; i < end; i++) {
        uint32_t entity = c->slots[i].entity;
        struct role role = roles_noun(c, i);
        bool named = entity != NO_INDEX && !coreference_person(c, entity) &&
                     str_eq(c->u->analysis->entities.at[entity].kind, STR("ORG"));
        if ((i < without.first || i >= without.end) && (named || (role.known && !role.person)))
            return true;
    }
    return false;
}

/* The text that the sentence before is about, for an "it" with which its own sentence begins: "A
 * report by the council was read out. It said"; NO_INDEX for none. */
static uint32_t text_before(const struct coreference *c, uint32_t sentence, uint32_t it) {
    static const char *const texts[] = {"report",    "study",  "survey",    "article", "statement",
                                        "letter",    "filing", "lawsuit",   "review",  "memo",
                                        "complaint", "poll",   "affidavit", "document"};
    const struct parse_tree *t = c->u->tree;
    uint32_t root = it == t->sentence_first[it] ? root_before(c, sentence) : NO_INDEX;
    uint32_t subject = root;
    if (root == NO_INDEX)
        return NO_INDEX;
    bool called = tree_token(t, root)->pos == t->labels.noun;
    if (!called) /* "A report called it a wreck": parsed as of one called */
        subject = tree_subject(t, root);
    if (subject == NO_INDEX || is_plural(c, subject) ||
        !str_is_one_of(tree_token(t, subject)->lemma, texts, sizeof texts / sizeof *texts) ||
        unit_has(c->u, t->word[subject], W_QUOTED) || (!called && !tells_or_comes_out(c, root)))
        return NO_INDEX;
    return names_a_body(c, t->sentence_first[root], t->sentence_end[root],
                        tree_noun_phrase(t, subject))
               ? NO_INDEX
               : subject;
}

static void find_speaker(struct coreference *c, const struct placed *at, uint32_t i) {
    struct statement *s = statement_at(c, at[i].statement);
    struct pronoun of;
    if (s->entity != NO_INDEX || s->self || !read_pronoun(&of, c, s->source))
        return;
    uint32_t subject = of.number == PLURAL ? governing_subject(c, &of) : NO_INDEX;
    if (subject != NO_INDEX) {
        s->stands_for = tree_span(c->u->tree, tree_noun_phrase(c->u->tree, subject));
        people_describe(c->u, s, unit_word_at(c->u, s->stands_for.start),
                        unit_word_at(c->u, s->stands_for.end - 1) + 1);
        return;
    }
    uint32_t verb = tree_head(c->u->tree, of.token);
    bool speaks = verb != NO_INDEX &&
                  tree_token(c->u->tree, verb)->pos == c->u->tree->labels.verb &&
                  tree_token(c->u->tree, verb)->text.start >= s->cue.start &&
                  tree_token(c->u->tree, verb)->text.start < s->cue.end;
    if (!speaks) /* "it is hard to say" */
        return;
    const bool thing = !of.person && of.number == SINGULAR;
    uint32_t body = thing ? body_before(c, s->sentence) : NO_INDEX;
    if (body != NO_INDEX) {
        s->entity = body;
        s->source_class =
            c->u->analysis->entities.at[body].outlet ? SOURCE_OUTLET : SOURCE_ORGANISATION;
        c->slots[of.token] = (struct mention_slot){s->source, body, MENTION_PRONOUN};
        return;
    }
    uint32_t text = thing ? text_before(c, s->sentence, of.token) : NO_INDEX;
    if (text != NO_INDEX) {
        struct token_range phrase = tree_noun_phrase(c->u->tree, text);
        if (tree_root(c->u, s->sentence - 1) == text)
            phrase.end = text + 1; /* behind it stands what it calls */
        s->stands_for = tree_span(c->u->tree, phrase);
        s->source_class = SOURCE_DOCUMENT;
        return;
    }
    uint32_t before = speaker_before(c, at, i, &of);
    if (before == NO_INDEX)
        return;
    stand_for(s, statement_at(c, before), thing);
    if (s->entity == NO_INDEX)
        return;
    c->slots[of.token] = (struct mention_slot){s->source, s->entity, MENTION_PRONOUN};
    if (of.person && c->genders.at[s->entity] == GENDER_UNKNOWN)
        c->genders.at[s->entity] = of.gender;
}

int coreference_pronoun_sources(struct coreference *c) {
    uint32_t n = c->u->analysis->statements.n, count = 0;
    struct placed *at = arena_zero(c->u->a, (size_t)n + 1, sizeof *at);
    if (!at)
        return arena_fail(c->u->a, c->u->err);
    for (uint32_t i = 0; i < n; i++) {
        const struct statement *s = statement_at(c, i);
        if (!s->in_title && !s->credit_line && s->source.start < s->source.end)
            at[count++] = (struct placed){s->source.start, i};
    }
    if (count)
        qsort(at, count, sizeof *at, placed_order);
    for (uint32_t i = 0; i < count; i++)
        find_speaker(c, at, i);
    return TS_OK;
}
