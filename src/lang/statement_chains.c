/* Chains: statements within statements, and the statement whose word each sentence is given on,
 * which may be one of an earlier sentence (counting rule carry-over). */
#include "lang/opinions.h"
#include "lang/people.h"

#include <string.h>

/* Bounds of what is looked at: of a sentence's statements, of stretches that run on over sentences,
 * of a chain's links, of what has been told on one word, of its tokens. */
enum { NEAR = 16, RUNNING = 8, AHEAD = 6, OPENING = 3, REGION = 6, REGION_TOKENS = 160 };

struct chains {
    struct unit *u;
    const struct parse_tree *t;
    uint32_t *first;           /* of each sentence: its first statement; one more at the end */
    uint32_t *entity;          /* of each token: the entity that it is a mention of, or NO_INDEX */
    uint32_t running[RUNNING]; /* statements that go on behind their sentence */
    uint32_t running_count;
    uint32_t on; /* what the sentence before stands on, or NO_INDEX */
    uint32_t paragraph;
    struct span region[REGION]; /* told on that word so far */
    uint32_t region_count;
};

static struct statement *at(const struct chains *c, uint32_t i) {
    return &c->u->analysis->statements.at[i];
}

static bool is_in(struct span outer, uint32_t byte) {
    return outer.start <= byte && byte < outer.end;
}

/* The verb that the rest of a statement's content hangs on, or NO_INDEX. */
static uint32_t content_verb(const struct chains *c, uint32_t i) {
    const struct parse_tree *t = c->t;
    struct span s = at(c, i)->content.at[0];
    uint32_t k = tree_token_at(t, s.start);
    for (uint32_t n = 0; n < REGION_TOKENS && k < t->doc->tokens.n; n++, k++) {
        const struct doc_token *token = tree_token(t, k);
        if (token->text.start >= s.end)
            break;
        bool verb = token->pos == t->labels.verb || token->pos == t->labels.auxiliary;
        uint32_t head = tree_head(t, k);
        bool top = head == NO_INDEX || !is_in(s, tree_token(t, head)->text.start);
        if (verb && top)
            return k;
    }
    return NO_INDEX;
}

/* "said that it fell", not "proposed a ban": what its source does the report itself may know. */
static bool gives_clause(const struct chains *c, uint32_t i) {
    uint32_t verb = content_verb(c, i);
    return verb != NO_INDEX && tree_subject(c->t, verb) != NO_INDEX;
}

/* "I think": the report's own writer. */
static bool is_writer(const struct chains *c, const struct statement *s) {
    static const char *const words[] = {"i", "we"};
    return s->type == STATEMENT_INDIRECT && s->entity == NO_INDEX &&
           str_is_one_of(str_span(c->u->text, s->source), words, sizeof words / sizeof *words);
}

/* Whether the content of a statement is on its source's word. A thing says nothing: "the timing
 * suggests" is the report's own reading; nor does who "has shown little will". */
static bool gives_word(const struct chains *c, uint32_t i) {
    const struct statement *s = at(c, i);
    if (s->check != CHECK_NONE || s->credit_line || !s->content.n || s->negated ||
        s->attitude > ATTITUDE_BELIEVES || is_writer(c, s))
        return false;
    if (!(lexicon_tones(c->u->tables, s->cue_lemma, TONE_VERB) & TONE_READING))
        return true;
    return (s->source_class != SOURCE_UNKNOWN || s->entity != NO_INDEX) && gives_clause(c, i);
}

/* ---- Statements within statements */

static uint32_t anchor(const struct statement *s) {
    if (s->cue.start < s->cue.end)
        return s->cue.start;
    return s->content.n ? s->content.at[0].start : s->source.start;
}

/* Source, cue and content, and what lies between. */
static struct span hull(const struct statement *s) {
    struct span h = {anchor(s), anchor(s)};
    const struct span ends[] = {s->cue, s->source};
    for (size_t i = 0; i < 2 + (size_t)s->content.n; i++) {
        struct span part = i < 2 ? ends[i] : s->content.at[i - 2];
        if (part.start >= part.end)
            continue;
        h.start = part.start < h.start ? part.start : h.start;
        h.end = part.end > h.end ? part.end : h.end;
    }
    return h;
}

static bool covers(const struct statement *s, uint32_t byte) {
    for (uint32_t k = 0; k < s->content.n; k++)
        if (is_in(s->content.at[k], byte))
            return true;
    return false;
}

static uint32_t length(struct span s) {
    return s.end - s.start;
}

/* "Segal told the Herald": the Herald's statement is around Segal's. */
static bool relays(const struct statement *outer, const struct statement *inner) {
    return outer->relayed && !inner->relayed && outer->sentence == inner->sentence &&
           inner->content.n && covers(outer, inner->content.at[0].start);
}

/* Whether b is part of what a gives. Of two that give each other the longer, then the earlier, is
 * the outer one, so that no chain comes back to itself. */
static bool encloses(const struct chains *c, uint32_t a, uint32_t b) {
    const struct statement *outer = at(c, a), *inner = at(c, b);
    uint32_t long_a = length(hull(outer)), long_b = length(hull(inner));
    if (a == b || !gives_word(c, a))
        return false;
    if (relays(outer, inner))
        return true;
    if (!covers(outer, anchor(inner)))
        return false;
    bool one_way = inner->cue.start < inner->cue.end && !statement_of_outlet(inner) &&
                   !covers(inner, anchor(outer));
    return one_way || long_a > long_b || (long_a == long_b && a < b);
}

static bool leads_to(const struct chains *c, uint32_t from, uint32_t to) {
    for (uint32_t n = 0; n < CHAIN_MAX && from != NO_INDEX; n++, from = at(c, from)->within)
        if (from == to)
            return true;
    return from != NO_INDEX;
}

/* "He added" behind "An official told the Herald": the Herald's as well. */
static uint32_t told_before(const struct chains *c, uint32_t b) {
    const struct statement *s = at(c, b);
    for (uint32_t i = b, n = 0; s->stands_for.start < s->stands_for.end && i-- > 0 && n < NEAR; n++)
        if (!at(c, i)->in_title && at(c, i)->described_as.start == s->stands_for.start &&
            at(c, i)->described_as.end == s->stands_for.end &&
            at(c, i)->source.start != s->source.start && gives_word(c, i) &&
            statement_of_outlet(at(c, i)) && !leads_to(c, i, b))
            return i;
    return NO_INDEX;
}

/* "Roe said it sank, according to the Herald": the Herald's credit behind what it gives is no part
 * of what Roe said. */
static void leave_out_credit(struct chains *c, uint32_t inner) {
    uint32_t outer = at(c, inner)->within;
    if (outer == NO_INDEX || !statement_of_outlet(at(c, outer)) || !at(c, outer)->content.n)
        return;
    const struct statement *credit = at(c, outer);
    uint32_t end = credit->content.at[credit->content.n - 1].end;
    for (uint32_t k = 0; k < at(c, inner)->content.n; k++) {
        struct span *part = &at(c, inner)->content.at[k];
        if (part->start < end && end <= credit->cue.start && credit->source.end <= part->end)
            part->end = end;
    }
}

static void find_outer(struct chains *c, uint32_t b, uint32_t first, uint32_t end) {
    uint32_t low = b - first > NEAR ? b - NEAR : first, high = end - b > NEAR ? b + NEAR : end;
    uint32_t best = NO_INDEX, shortest = UINT32_MAX;
    for (uint32_t n = 0; n < high - low + c->running_count; n++) {
        uint32_t a = n < high - low ? low + n : c->running[n - (high - low)];
        if (!encloses(c, a, b) || leads_to(c, a, b))
            continue;
        uint32_t of_a = relays(at(c, a), at(c, b)) ? 0 : length(hull(at(c, a)));
        if (of_a < shortest) {
            shortest = of_a;
            best = a;
        }
    }
    at(c, b)->within = best == NO_INDEX ? told_before(c, b) : best;
    leave_out_credit(c, b);
}

/* Statements that end before a sentence run on no longer. */
static void end_running(struct chains *c, uint32_t byte) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < c->running_count; i++)
        if (hull(at(c, c->running[i])).end > byte)
            c->running[kept++] = c->running[i];
    c->running_count = kept;
}

static void start_running(struct chains *c, uint32_t i, uint32_t byte) {
    if (hull(at(c, i)).end <= byte)
        return;
    if (c->running_count == RUNNING)
        memmove(c->running, c->running + 1, (size_t)--c->running_count * sizeof *c->running);
    c->running[c->running_count++] = i;
}

/* ---- The statement a sentence stands on */

/* The outermost statement of the sentence that gives its head: the head is the cue or what is said.
 */
static uint32_t main_statement(const struct chains *c, uint32_t sentence, uint32_t root) {
    uint32_t best = NO_INDEX, longest = 0, byte = tree_token(c->t, root)->text.start;
    uint32_t first = c->first[sentence], end = c->first[sentence + 1];
    for (uint32_t i = first; i < end && i < first + NEAR; i++) {
        const struct statement *s = at(c, i);
        if (!gives_word(c, i) || !(is_in(s->cue, byte) || covers(s, byte)))
            continue;
        uint32_t n = length(hull(s));
        if (n > longest) {
            longest = n;
            best = i;
        }
    }
    return best;
}

/* The statement of another sentence that has this one in its content: an earlier one that runs on,
 * or a later one that names the speaker of a quotation over several sentences. */
static uint32_t running_over(const struct chains *c, uint32_t sentence, uint32_t byte) {
    for (uint32_t i = c->running_count; i-- > 0;)
        if (covers(at(c, c->running[i]), byte) && gives_word(c, c->running[i]))
            return c->running[i];
    uint32_t after = c->u->analysis->sentences.n - sentence;
    uint32_t first = c->first[sentence + 1],
             end = c->first[sentence + (after < AHEAD ? after : AHEAD)];
    for (uint32_t i = first; i < end && i < first + NEAR; i++)
        if (covers(at(c, i), byte) && gives_word(c, i))
            return i;
    return NO_INDEX;
}

/* From "Reuters reported that officials said X" to what the officials said: the innermost statement
 * that gives the head of what the outer one does. */
static uint32_t innermost(const struct chains *c, uint32_t outer, uint32_t sentence) {
    uint32_t first = c->first[sentence], end = c->first[sentence + 1];
    for (uint32_t n = 0; n < CHAIN_MAX; n++) {
        uint32_t next = NO_INDEX, verb = content_verb(c, outer);
        uint32_t byte = verb == NO_INDEX ? at(c, outer)->content.at[0].start
                                         : tree_token(c->t, verb)->text.start;
        for (uint32_t i = first; i < end && i < first + NEAR && next == NO_INDEX; i++)
            if (at(c, i)->within == outer && gives_word(c, i) &&
                (is_in(at(c, i)->cue, byte) || covers(at(c, i), byte)))
                next = i;
        if (next == NO_INDEX)
            break;
        outer = next;
    }
    return outer;
}

/* ---- Carry-over */

static void tell(struct chains *c, struct span s) {
    if (c->region_count == REGION)
        memmove(c->region, c->region + 1, (size_t)--c->region_count * sizeof *c->region);
    if (s.start < s.end)
        c->region[c->region_count++] = s;
}

/* From now on the text stands on statement i. */
static void stand_on(struct chains *c, uint32_t i) {
    c->on = i;
    c->region_count = 0;
    for (uint32_t n = 0; n < CHAIN_MAX && i != NO_INDEX; n++, i = at(c, i)->within)
        for (uint32_t k = 0; k < at(c, i)->content.n && k < REGION; k++)
            tell(c, at(c, i)->content.at[k]);
}

static bool is_definite(const struct parse_tree *t, uint32_t noun) {
    static const char *const words[] = {"the",  "this", "that",  "these", "those",
                                        "both", "its",  "their", "his",   "her"};
    for (uint32_t k = t->first_child[noun]; k != NO_INDEX && k < noun; k = t->next_sibling[k])
        if (str_is_one_of(tree_text(t, k), words, sizeof words / sizeof *words))
            return true;
    return false;
}

struct wanted {
    struct str lemma;
    bool several; /* two names, or a plural */
    bool known;   /* also where it was known before ("the man") */
};

/* Whether what was told so far brings up the word ("a man", for "the man"), or has several things
 * in it. */
static bool was_told(const struct chains *c, struct wanted w) {
    const struct parse_tree *t = c->t;
    uint32_t names = 0, last = NO_INDEX;
    for (uint32_t r = 0; r < c->region_count; r++) {
        uint32_t first = tree_token_at(t, c->region[r].start);
        for (uint32_t i = first; i < t->doc->tokens.n && i < first + REGION_TOKENS; i++) {
            const struct doc_token *token = tree_token(t, i);
            if (token->text.start >= c->region[r].end)
                break;
            bool word = token->pos == t->labels.verb ||
                        (token->pos == t->labels.noun && (w.known || !is_definite(t, i)));
            if (w.lemma.n && word && str_eq(token->lemma, w.lemma))
                return true;
            if (w.several && c->entity[i] != NO_INDEX && c->entity[i] != last) {
                last = c->entity[i];
                names++;
            }
            if (w.several && tree_tag_is(c->u, i, "NNS"))
                return true;
        }
    }
    return w.several && names > 1;
}

/* Whether the text names the entity for the first time in what was told. */
static bool is_new(const struct chains *c, uint32_t entity) {
    const struct entity *e = &c->u->analysis->entities.at[entity];
    for (uint32_t r = 0; r < c->region_count && e->mentions.n; r++)
        if (is_in(c->region[r], e->mentions.at[0].text.start))
            return true;
    return false;
}

/* Whether the sentence's subject, with which it begins, takes up something that was told on the
 * word before: two people ("Both"), somebody who was named there first, an event ("The plan"). */
static bool refers_back(const struct chains *c, uint32_t root, bool known) {
    static const char *const several[] = {"both", "they", "neither"};
    const struct parse_tree *t = c->t;
    uint32_t subject = tree_subject(t, root);
    if (subject == NO_INDEX || t->left[subject] > t->sentence_first[root] + OPENING ||
        !gives_clause(c, c->on))
        return false;
    struct str text = tree_text(t, subject);
    uint32_t entity = c->entity[subject], source = at(c, c->on)->entity;
    if (str_is_one_of(text, several, sizeof several / sizeof *several))
        return was_told(c, (struct wanted){STR_NONE, true, false});
    if (entity != NO_INDEX)
        return entity != source && (known || is_new(c, entity));
    if (tree_token(t, subject)->pos != t->labels.noun || !is_definite(t, subject))
        return false;
    return tree_tones(c->u, subject) & TONE_SHELL ||
           was_told(c, (struct wanted){tree_token(t, subject)->lemma, false, known});
}

/* "reportedly", on the head or a verb joined to it. */
static uint32_t evidential(const struct chains *c, uint32_t root) {
    const struct parse_tree *t = c->t;
    for (uint32_t n = 0, verb = root; n < CHAIN_MAX && verb != NO_INDEX; n++) {
        uint32_t i = tree_child_tone(c->u, verb, t->labels.advmod, TONE_HEDGE);
        if (i != NO_INDEX)
            return i;
        verb = tree_child(t, verb, t->labels.conj);
    }
    return NO_INDEX;
}

/* "would not back it", "would only confirm it", "would say no more": what another does about being
 * asked. */
static bool is_answer(const struct chains *c, uint32_t verb) {
    static const char *const answers[] = {"comment", "say", "confirm", "elaborate", "disclose"};
    static const char *const words[] = {"not", "n't", "n\xE2\x80\x99t", "never", "neither", "only"};
    const struct parse_tree *t = c->t;
    struct str lemma = tree_token(t, verb)->lemma;
    if (str_eq(lemma, STR("like")) || !lexicon_said(c->u->tables, lemma, SAID_VERB))
        return false;
    bool found = str_is_one_of(lemma, answers, sizeof answers / sizeof *answers);
    for (uint32_t k = t->first_child[verb]; k != NO_INDEX && k < verb; k = t->next_sibling[k])
        found = found || str_is_one_of(tree_text(t, k), words, sizeof words / sizeof *words);
    return found;
}

/* "had gone", "would go" behind "said"; not "would not comment". */
static bool is_reported_tense(const struct chains *c, uint32_t root) {
    const struct parse_tree *t = c->t;
    const struct statement *s = at(c, c->on);
    uint32_t cue = s->cue.start < s->cue.end ? tree_token_at(t, s->cue.end - 1) : NO_INDEX;
    if (cue == NO_INDEX || cue >= t->doc->tokens.n || !tree_tag_is(c->u, cue, "VBD"))
        return false;
    return tree_auxiliary(t, root, STR("had")) != NO_INDEX ||
           (!is_answer(c, root) && tree_auxiliary(t, root, STR("would")) != NO_INDEX);
}

/* "There also won't be": one more of what somebody said right before will come; the report knows no
 * more of it than he. */
static bool is_planned_too(const struct chains *c, uint32_t sentence, uint32_t root) {
    static const char *const ahead[] = {"will", "wo", "'ll", "\xE2\x80\x99ll"};
    static const char *const more[] = {"also", "too", "either"};
    const struct parse_tree *t = c->t;
    bool found = false, joins = false;
    for (size_t i = 0; i < sizeof ahead / sizeof *ahead; i++)
        found = found || tree_auxiliary(t, root, str_of(ahead[i])) != NO_INDEX;
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        joins = joins || tree_child_lemma(t, root, t->labels.advmod, str_of(more[i])) != NO_INDEX;
    return found && joins && str_eq_nocase(tree_text(t, t->sentence_first[root]), STR("there")) &&
           at(c, c->on)->modality == MODALITY_PLANNED && at(c, c->on)->sentence + 1 == sentence;
}

/* Whether the subject is not the speaker, nor a pronoun that may be: one of whom it is known is as
 * good as a name. */
static bool another_subject(const struct chains *c, uint32_t root) {
    uint32_t subject = tree_subject(c->t, root);
    if (subject == NO_INDEX || c->entity[subject] != NO_INDEX)
        return subject != NO_INDEX && c->entity[subject] != at(c, c->on)->entity;
    return tree_token(c->t, subject)->pos != c->t->labels.pronoun;
}

/* "This information comes from two officials": the people behind the word before. */
static bool tells_its_source(struct chains *c, uint32_t root) {
    const struct parse_tree *t = c->t;
    uint32_t subject = t->subject[root],
             from = tree_child_lemma(t, root, t->labels.prep, STR("from"));
    uint32_t people = from == NO_INDEX ? NO_INDEX : tree_child(t, from, t->labels.pobj);
    if (c->on == NO_INDEX || subject == NO_INDEX || people == NO_INDEX ||
        !(tree_tones(c->u, root) & TONE_COME) || !(tree_tones(c->u, subject) & TONE_INFORMATION) ||
        !is_definite(t, subject))
        return false;
    struct token_range phrase = tree_subtree(t, people);
    uint32_t first = t->word[phrase.first], end = t->word[phrase.end - 1] + 1;
    if (people_class(c->u, first, end) != SOURCE_UNNAMED)
        return false;
    struct statement *s = at(c, c->on);
    if (s->described_as.start >= s->described_as.end)
        s->described_as = tree_span(t, phrase);
    return true;
}

/* ---- Sentences */

static void set_voice(struct chains *c, uint32_t sentence, enum voice voice, const char *rule,
                      struct span cue) {
    struct sentence *s = &c->u->analysis->sentences.at[sentence];
    s->voice = voice;
    s->voice_rule = str_of(rule);
    s->voice_cue = cue;
}

static void attribute(struct chains *c, uint32_t sentence, uint32_t on, const char *rule,
                      struct span cue) {
    set_voice(c, sentence, VOICE_ATTRIBUTED, rule, cue);
    c->u->analysis->sentences.at[sentence].on = on;
}

static struct span cue_or_source(const struct statement *s) {
    return s->cue.start < s->cue.end ? s->cue : s->source;
}

/* A statement with a word for it that names nobody. */
static bool names_nobody(const struct statement *s) {
    return statement_names_nobody(s) && s->cue.start < s->cue.end;
}

/* What a word for somebody's word goes on with: "allegedly" with whoever alleges, "reportedly" with
 * who reports, "was said to" and "is described as" with bodies too, "was charged" with a document
 * alone. What is thought at large ("was expected", "is regarded as") and what was done ("was
 * announced") is not on the word before. */
enum hearsay { HEARSAY_NONE, HEARSAY_ALLEGED, HEARSAY_REPORTED, HEARSAY_TOLD, HEARSAY_CHARGED };

static enum hearsay hearsay_word(struct str word, bool past) {
    static const char *const alleged[] = {"allege", "assert", "assure", "claim", "inform", "tell"};
    if (str_eq(word, STR("describe")))
        return HEARSAY_TOLD;
    if (str_eq(word, STR("charge")))
        return HEARSAY_CHARGED;
    if (str_eq(word, STR("say")))
        return past ? HEARSAY_TOLD : HEARSAY_REPORTED;
    if (str_eq(word, STR("report")) || str_eq(word, STR("reportedly")))
        return HEARSAY_REPORTED;
    return str_is_one_of(word, alleged, sizeof alleged / sizeof *alleged) ? HEARSAY_ALLEGED
                                                                          : HEARSAY_NONE;
}

/* "It was said that it would close", "they were told that it would", "reportedly". */
static enum hearsay hearsay_of(const struct chains *c, uint32_t hedge, uint32_t own) {
    if (hedge != NO_INDEX) {
        enum hearsay word = hearsay_word(tree_token(c->t, hedge)->lemma, false);
        return word == HEARSAY_NONE ? HEARSAY_ALLEGED : word;
    }
    if (own == NO_INDEX || !names_nobody(at(c, own)))
        return HEARSAY_NONE;
    struct str cue = str_span(c->u->text, at(c, own)->cue);
    bool past = str_starts(cue, STR("was")) || str_starts(cue, STR("were"));
    enum hearsay word = hearsay_word(at(c, own)->cue_lemma, past);
    return word == HEARSAY_NONE && str_eq(at(c, own)->rule, STR("reported-adverb"))
               ? HEARSAY_ALLEGED
               : word;
}

/* "Roe was quoted as saying that it sank": of the two statements the one that has a source. */
static uint32_t words_quoted(const struct chains *c, uint32_t own, uint32_t sentence) {
    if (own == NO_INDEX || !names_nobody(at(c, own)) ||
        !str_eq(at(c, own)->cue_lemma, STR("quote")))
        return own;
    uint32_t end = c->first[sentence + 1], i = c->first[sentence];
    end = end - i > NEAR ? i + NEAR : end;
    while (i < end && !(at(c, i)->within == own && gives_word(c, i) && !names_nobody(at(c, i)) &&
                        covers(at(c, own), at(c, i)->cue.start)))
        i++;
    if (i == end)
        return own;
    at(c, i)->within = at(c, own)->within;
    for (uint32_t k = c->first[sentence]; k < end; k++)
        if (at(c, k)->within == own && covers(at(c, i), anchor(at(c, k))))
            at(c, k)->within = i;
    return i;
}

/* The words of a source up to the first preposition: "the article", "state television". */
static bool is_of(const struct chains *c, const struct statement *s, uint64_t classes, bool media) {
    static const char *const heads[] = {
        "television",  "tv",           "radio",   "media",    "newspaper", "paper",   "newspapers",
        "papers",      "press",        "website", "websites", "site",      "channel", "network",
        "broadcaster", "broadcasters", "book",    "tabloid",  "magazine",  "outlets"};
    const struct unit *u = c->u;
    uint32_t i = unit_word_at(u, s->source.start), first = i;
    bool found = false;
    for (; i < u->words.n && u->words.at[i].text.start < s->source.end &&
           !unit_is(u, i, CLASS(C_PREP));
         i++)
        found = found || unit_is(u, i, classes);
    if (found || !media || i == first)
        return found;
    struct str head = unit_text(u, i - 1);
    bool agency = str_eq_nocase(head, STR("agency")) || str_eq_nocase(head, STR("agencies"));
    return str_is_one_of(head, heads, sizeof heads / sizeof *heads) ||
           (agency && i - first > 1 && unit_word_is(u, i - 2, STR("news")));
}

static bool goes_on(const struct chains *c, const struct statement *s, enum hearsay hearsay) {
    bool document = s->source_class == SOURCE_DOCUMENT || is_of(c, s, CLASS(C_DOC), false);
    bool reports = document || statement_of_outlet(s) || s->source_class == SOURCE_UNNAMED ||
                   str_eq(s->cue_lemma, STR("report")) || is_of(c, s, CLASS(C_PIECE), true);
    if (hearsay == HEARSAY_CHARGED)
        return document;
    return hearsay == HEARSAY_ALLEGED || reports ||
           (hearsay == HEARSAY_TOLD && s->source_class == SOURCE_ORGANISATION);
}

/* Out from what the text stands on, the word that a mark like "reportedly" goes on with, but not an
 * outlet that only heard it; what one believes he has not told. NO_INDEX: nobody's that is known.
 */
static uint32_t hearsay_on(const struct chains *c, enum hearsay hearsay) {
    uint32_t i = hearsay == HEARSAY_NONE ? NO_INDEX : c->on;
    for (uint32_t n = 0; n < CHAIN_MAX && i != NO_INDEX; n++, i = at(c, i)->within) {
        const struct statement *s = at(c, i);
        bool heard = n > 0 && str_eq(s->rule, STR("told-outlet"));
        if (s->attitude != ATTITUDE_BELIEVES && !heard && goes_on(c, s, hearsay))
            return i;
    }
    return NO_INDEX;
}

/* The sentence stands on what the one before it stands on; so do the statements in it. */
static void carry(struct chains *c, uint32_t sentence, uint32_t own, const char *rule,
                  struct span cue) {
    struct sentence *s = &c->u->analysis->sentences.at[sentence];
    uint32_t outer = c->on;
    for (uint32_t i = c->first[sentence]; i < c->first[sentence + 1]; i++)
        if (at(c, i)->within == NO_INDEX && !leads_to(c, outer, i))
            at(c, i)->within = outer;
    bool nobody = own == NO_INDEX || names_nobody(at(c, own));
    attribute(c, sentence, nobody ? outer : innermost(c, own, sentence), rule, cue);
    s->carried = true;
    tell(c, s->text);
}

/* A sentence without a word for whose it is: carried over, the outlet's opinion, or told flatly. */
static void give_unmarked(struct chains *c, uint32_t sentence, uint32_t root, bool near) {
    struct opinion opinion = opinion_of(c->u, sentence, root);
    bool may = c->on != NO_INDEX && !opinion.rule;
    bool planned = may && near && is_planned_too(c, sentence, root);
    bool reported = may && is_reported_tense(c, root) &&
                    ((near && another_subject(c, root)) || refers_back(c, root, true));
    if (may && near && tree_is_past(c->u, root) && refers_back(c, root, false)) {
        carry(c, sentence, NO_INDEX, "refers-back",
              tree_token(c->t, tree_subject(c->t, root))->text);
    } else if (planned || reported) {
        carry(c, sentence, NO_INDEX, "reported-tense", tree_token(c->t, root)->text);
    } else {
        c->on = NO_INDEX;
        set_voice(c, sentence, opinion.rule ? VOICE_OPINION : VOICE_OWN,
                  opinion.rule ? opinion.rule : "flat", opinion.cue);
    }
}

static void give_sentence(struct chains *c, uint32_t sentence) {
    const struct unit *u = c->u;
    const struct sentence *s = &u->analysis->sentences.at[sentence];
    uint32_t root = tree_root(u, sentence);
    bool near = s->paragraph == c->paragraph;
    c->paragraph = s->paragraph;
    if (root == NO_INDEX) {
        set_voice(c, sentence, VOICE_OWN, "flat", (struct span){0, 0});
        return;
    }
    uint32_t byte = tree_token(c->t, root)->text.start,
             own = words_quoted(c, main_statement(c, sentence, root), sentence),
             over = running_over(c, sentence, byte), hedge = evidential(c, root);
    struct span mark = hedge == NO_INDEX ? (struct span){0, 0} : tree_token(c->t, hedge)->text;
    /* "allegedly told", not "is allegedly old, according to the Herald" */
    bool told = own == NO_INDEX || names_nobody(at(c, own)) || is_in(at(c, own)->cue, byte);
    enum hearsay hearsay = hedge != NO_INDEX && !told ? HEARSAY_NONE : hearsay_of(c, hedge, own);
    uint32_t bearer = hearsay_on(c, hearsay);
    if (over != NO_INDEX) {
        attribute(c, sentence, own == NO_INDEX ? over : innermost(c, own, sentence), "in-quotation",
                  cue_or_source(at(c, over)));
        stand_on(c, over);
    } else if (bearer != NO_INDEX) {
        c->on = bearer;
        carry(c, sentence, own, "evidential", hedge == NO_INDEX ? at(c, own)->cue : mark);
    } else if (own != NO_INDEX) {
        uint32_t on = innermost(c, own, sentence);
        attribute(c, sentence, on, names_nobody(at(c, on)) ? "evidential" : "statement",
                  cue_or_source(at(c, on)));
        stand_on(c, on);
    } else if (unit_has(u, c->t->word[root], W_QUOTED)) {
        set_voice(c, sentence, VOICE_ATTRIBUTED, "in-quotation", (struct span){0, 0});
    } else if (hedge != NO_INDEX) {
        c->on = NO_INDEX;
        set_voice(c, sentence, VOICE_ATTRIBUTED, "evidential", mark);
    } else if (tells_its_source(c, root)) {
        carry(c, sentence, own, "its-source", tree_token(c->t, root)->text);
    } else {
        give_unmarked(c, sentence, root, near);
    }
}

/* ---- What is looked up */

static bool index_statements(struct chains *c) {
    const struct analysis *a = c->u->analysis;
    c->first = arena_alloc(c->u->a, ((size_t)a->sentences.n + 1) * sizeof *c->first);
    uint32_t i = 0;
    while (i < a->statements.n && (at(c, i)->in_title || at(c, i)->credit_line))
        i++;
    for (uint32_t s = 0; c->first && s <= a->sentences.n; s++) {
        while (i < a->statements.n && at(c, i)->sentence < s)
            i++;
        c->first[s] = s == a->sentences.n ? a->statements.n : i;
    }
    return c->first != NULL;
}

static bool index_entities(struct chains *c) {
    const struct analysis *a = c->u->analysis;
    size_t n = c->t->doc->tokens.n;
    c->entity = arena_alloc(c->u->a, (n + 1) * sizeof *c->entity);
    for (size_t i = 0; c->entity && i < n; i++)
        c->entity[i] = NO_INDEX;
    for (uint32_t e = 0; c->entity && e < a->entities.n; e++)
        for (uint32_t k = 0; k < a->entities.at[e].mentions.n; k++) {
            struct span m = a->entities.at[e].mentions.at[k].text;
            for (uint32_t i = tree_token_at(c->t, m.start);
                 i < n && tree_token(c->t, i)->text.start < m.end; i++)
                c->entity[i] = e;
        }
    return c->entity != NULL;
}

int unit_find_chains(struct unit *u) {
    struct chains c = {.u = u, .t = u->tree, .on = NO_INDEX, .paragraph = NO_INDEX};
    if (!index_statements(&c) || !index_entities(&c))
        return arena_fail(u->a, u->err);
    for (uint32_t s = 0; s < u->analysis->sentences.n; s++) {
        struct span text = u->analysis->sentences.at[s].text;
        end_running(&c, text.start);
        for (uint32_t i = c.first[s]; i < c.first[s + 1]; i++)
            find_outer(&c, i, c.first[s], c.first[s + 1]);
        give_sentence(&c, s);
        for (uint32_t i = c.first[s]; i < c.first[s + 1]; i++)
            start_running(&c, i, text.end);
    }
    return TS_OK;
}
