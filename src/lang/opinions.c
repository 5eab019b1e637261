#include "lang/opinions.h"
#include "lang/people.h"

enum { CONJUNCTS = 4 };

#define PEOPLE (CLASS(C_TITLE) | CLASS(C_UNNAMED) | CLASS(C_SPOKES) | CLASS(C_STAFF) | CLASS(C_ORG))

static struct opinion because(const struct unit *u, const char *rule, uint32_t i) {
    return (struct opinion){rule, tree_token(u->tree, i)->text};
}

/* "Unfortunately, ..." on the verb. */
static struct opinion of_adverb(const struct unit *u, uint32_t verb) {
    uint32_t i = tree_child_tone(u, verb, u->tree->labels.advmod, TONE_JUDGE);
    return i == NO_INDEX ? (struct opinion){0} : because(u, "judgement", i);
}

/* "It is clear", "is a disgrace"; "it is crucial to act"; not "it is not clear whether". */
static struct opinion of_complement(const struct unit *u, uint32_t verb) {
    static const char *const copulas[] = {"be", "remain", "become", "seem", "look", "sound"};
    const struct parse_tree *t = u->tree;
    const struct tree_labels *l = &t->labels;
    if (!str_is_one_of(tree_token(t, verb)->lemma, copulas, sizeof copulas / sizeof *copulas) ||
        tree_child(t, verb, l->neg) != NO_INDEX)
        return (struct opinion){0};
    for (uint32_t k = t->first_child[verb]; k != NO_INDEX; k = t->next_sibling[k]) {
        const struct doc_token *token = tree_token(t, k);
        if (k < verb || (token->dep != l->acomp && token->dep != l->attr))
            continue;
        uint32_t tones = tree_tones(u, k), to = tree_child(t, k, l->xcomp);
        for (uint32_t n = 0, one = k; n < CONJUNCTS && one != NO_INDEX; n++) {
            uint32_t participle = lexicon_tones(u->tables, tree_text(t, one), TONE_ADJECTIVE);
            if ((tree_tones(u, one) | participle) & TONE_JUDGE)
                return because(u, "judgement", one);
            one = tree_child(t, one, l->conj);
        }
        if (to == NO_INDEX)
            to = tree_child(t, verb, l->xcomp);
        if (to == NO_INDEX)
            to = tree_child(t, verb, l->ccomp);
        if (to == NO_INDEX)
            to = tree_child(t, verb, l->advcl);
        if ((tones & TONE_URGE) && to != NO_INDEX && tree_auxiliary(t, to, STR("to")) != NO_INDEX)
            return because(u, "exhortation", k);
    }
    return (struct opinion){0};
}

/* "must act", "should have seen it", "needs to act"; "would have led", "may not be the last". */
static struct opinion of_modal(const struct unit *u, uint32_t verb) {
    static const char *const urges[] = {"must", "should", "ought"};
    enum { COULD = 2 }; /* "could not" tells what nobody was able to */
    static const char *const forecasts[] = {"may", "might", [COULD] = "could"};
    const struct parse_tree *t = u->tree;
    for (size_t i = 0; i < sizeof urges / sizeof *urges; i++) {
        uint32_t at = tree_auxiliary(t, verb, str_of(urges[i]));
        if (at != NO_INDEX)
            return because(u, "exhortation", at);
    }
    for (size_t i = 0; i < sizeof forecasts / sizeof *forecasts; i++) {
        uint32_t at = tree_auxiliary(t, verb, str_of(forecasts[i]));
        bool able = i == COULD && tree_child(t, verb, t->labels.neg) != NO_INDEX;
        if (at != NO_INDEX && !able)
            return because(u, "forecast", at);
    }
    uint32_t would = tree_auxiliary(t, verb, STR("would"));
    if (would != NO_INDEX && tree_auxiliary(t, verb, STR("have")) != NO_INDEX)
        return because(u, "forecast", would);
    uint32_t to = tree_child(t, verb, t->labels.xcomp);
    bool needs = to != NO_INDEX && tree_auxiliary(t, to, STR("to")) != NO_INDEX &&
                 tree_tones(u, verb) & TONE_URGE && !tree_is_past(u, verb);
    return needs ? because(u, "exhortation", verb) : (struct opinion){0};
}

/* A thing that shows nothing by itself: no name, nobody, and nothing written. */
static bool is_thing(const struct unit *u, uint32_t i) {
    static const char *const pronouns[] = {"it", "this", "that"};
    const struct parse_tree *t = u->tree;
    const struct doc_token *token = tree_token(t, i);
    if (token->pos == t->labels.pronoun)
        return str_is_one_of(token->lemma, pronouns, sizeof pronouns / sizeof *pronouns);
    if (token->pos != t->labels.noun || unit_is(u, t->word[i], PEOPLE))
        return false;
    struct token_range phrase = tree_subtree(t, i);
    return people_class(u, t->word[phrase.first], t->word[i] + 1) == SOURCE_UNKNOWN;
}

/* "The timing suggests that ..."; "it appears to be". */
static struct opinion of_reading(const struct unit *u, uint32_t verb) {
    const struct parse_tree *t = u->tree;
    uint32_t subject = t->subject[verb];
    static const char *const seeming[] = {"appear", "seem"};
    bool seems =
        str_is_one_of(tree_token(t, verb)->lemma, seeming, sizeof seeming / sizeof *seeming);
    if (subject == NO_INDEX || !(tree_tones(u, verb) & TONE_READING))
        return (struct opinion){0};
    bool more = tree_child(t, verb, t->labels.ccomp) != NO_INDEX ||
                tree_child(t, verb, t->labels.xcomp) != NO_INDEX;
    if (seems ? more : is_thing(u, subject))
        return because(u, "reading", verb);
    return (struct opinion){0};
}

/* "I think"; "we" in an outlet's mouth. */
static struct opinion of_first_person(const struct unit *u, uint32_t verb) {
    static const char *const words[] = {"i", "we"};
    uint32_t subject = u->tree->subject[verb];
    bool first = subject != NO_INDEX && str_is_one_of(tree_text(u->tree, subject), words, 2);
    return first ? because(u, "first-person", subject) : (struct opinion){0};
}

static struct opinion of_question(const struct unit *u, uint32_t sentence) {
    const struct unit_sentence *s = &u->sentences.at[sentence];
    if (s->end > s->first && unit_mark(u, s->end - 1, '?'))
        return (struct opinion){"question", u->words.at[s->end - 1].text};
    return (struct opinion){0};
}

/* The clause before a colon: "One thing is clear: the dam must go". */
static uint32_t clause_before(const struct parse_tree *t, uint32_t root) {
    uint32_t k = tree_child(t, root, t->labels.ccomp);
    bool before = k != NO_INDEX && k < root && tree_child(t, k, t->labels.mark) == NO_INDEX;
    return before ? k : NO_INDEX;
}

static struct opinion of_verb(const struct unit *u, uint32_t verb) {
    static struct opinion (*const rules[])(const struct unit *u, uint32_t verb) = {
        of_adverb, of_complement, of_modal, of_reading, of_first_person};
    struct opinion found = {0};
    for (size_t i = 0; i < sizeof rules / sizeof *rules && !found.rule; i++)
        found = rules[i](u, verb);
    return found;
}

struct opinion opinion_of(const struct unit *u, uint32_t sentence, uint32_t root) {
    const struct parse_tree *t = u->tree;
    uint32_t before = clause_before(t, root);
    struct opinion found = before == NO_INDEX ? (struct opinion){0} : of_verb(u, before);
    for (uint32_t n = 0, verb = root; n < CONJUNCTS && verb != NO_INDEX && !found.rule; n++) {
        found = of_verb(u, verb);
        verb = tree_child(t, verb, t->labels.conj);
    }
    return found.rule ? found : of_question(u, sentence);
}
