/* What kind of source a statement has, what it does with the content, whether the content is given
 * as so, and the report's own hedge on it. */
#include "lang/tree_words.h"

enum { TOKENS = 200 };

static bool is_rule(const struct statement *s, const char *rule) {
    return str_eq(s->rule, str_of(rule));
}

/* "will announce", "could announce", "is planning to announce": it has not been said yet. */
static bool is_ahead(const struct unit *u, const struct statement *s) {
    static const char *const modals[] = {"will", "would", "'ll",  "\xE2\x80\x99ll",
                                         "may",  "might", "could"};
    static const char *const plans[] = {"about", "due",    "intend",  "likely",   "plan", "planned",
                                        "poise", "poised", "prepare", "schedule", "set",  "slate"};
    const struct parse_tree *t = u->tree;
    uint32_t first = tree_token_at(t, s->cue.start);
    if (s->cue.start >= s->cue.end || first >= u->doc->tokens.n)
        return false;
    if (str_is_one_of(tree_text(t, first), modals, sizeof modals / sizeof *modals))
        return true;
    for (uint32_t i = first;
         i + 1 < u->doc->tokens.n && tree_token(t, i + 1)->text.end < s->cue.end; i++)
        if (str_eq(tree_text(t, i + 1), STR("to")) &&
            (str_is_one_of(tree_token(t, i)->lemma, plans, sizeof plans / sizeof *plans) ||
             (str_eq(tree_text(t, i), STR("like")) &&
              tree_auxiliary(t, i, STR("would")) != NO_INDEX))) /* "would no longer like to" */
            return true;
    return false;
}

/* The word that the others of a stretch hang on. */
static uint32_t head_of(const struct parse_tree *t, struct span s) {
    uint32_t first = tree_token_at(t, s.start), i = first;
    for (; i < t->doc->tokens.n && i < first + TOKENS && tree_token(t, i)->text.start < s.end;
         i++) {
        const struct doc_token *token = tree_token(t, i);
        uint32_t head = tree_head(t, i);
        if (token->is_space || token->dep == t->labels.punct || token->dep == t->labels.mark)
            continue;
        if (head == NO_INDEX || tree_token(t, head)->text.end <= s.start ||
            tree_token(t, head)->text.start >= s.end)
            return i;
    }
    return NO_INDEX;
}

/* "would like to point out that it is safe": by that it has been said. */
static bool is_said_politely(const struct unit *u, const struct statement *s) {
    const struct parse_tree *t = u->tree;
    if (!s->content.n || s->content.at[0].start < s->cue.end)
        return false;
    uint32_t wish = tree_token_at(t, s->cue.start), told = head_of(t, s->content.at[0]);
    while (wish + 2 < u->doc->tokens.n && tree_token(t, wish)->text.end < s->cue.end &&
           !str_eq(tree_text(t, wish + 1), STR("to")))
        wish++;
    return wish + 2 < u->doc->tokens.n && told != NO_INDEX && tree_subject(t, told) != NO_INDEX &&
           tree_says_politely(u, wish, wish + 2);
}

/* "for two hours", "for the third time" */
static bool is_duration(const struct unit *u, uint32_t noun) {
    static const char *const units[] = {"minute", "hour",  "day",  "night",
                                        "week",   "month", "year", "time"};
    return unit_has(u, u->tree->word[noun], W_TIME) ||
           str_is_one_of(tree_token(u->tree, noun)->lemma, units, sizeof units / sizeof *units);
}

/* "unveiled a plan", "attacked the bill": what is told, or has been decided in words. */
static bool is_told(const struct unit *u, const struct said *said, uint32_t noun) {
    uint32_t told = TONE_INFORMATION | TONE_INTENTION | TONE_BELIEF;
    if (said->frames & SAID_FOR)
        told |= TONE_SHELL;
    return tree_token(u->tree, noun)->pos == u->tree->labels.noun &&
           (tree_tones(u, noun) & told ||
            lexicon_said(u->tables, tree_token(u->tree, noun)->lemma, SAID_NOUN));
}

/* "attacked the minister for his speech", "attacked him, saying", "spelled out how": a deed that is
 * done in words. */
static bool is_in_words(const struct unit *u, const struct said *said, uint32_t verb) {
    static const char *const preps[] = {"for", "over", "as"};
    const struct parse_tree *t = u->tree;
    uint32_t object = tree_child(t, verb, t->labels.dobj), behind = verb + 1;
    if (object != NO_INDEX)
        behind = t->right[object] + 1;
    else
        object = t->passive_subject[verb];
    if ((object != NO_INDEX && is_told(u, said, object)) ||
        tree_child(t, verb, t->labels.ccomp) != NO_INDEX ||
        tree_child_lemma(t, verb, t->labels.advcl, STR("say")) != NO_INDEX)
        return true;
    for (size_t i = 0; said->frames & SAID_FOR && i < sizeof preps / sizeof *preps; i++) {
        uint32_t prep = tree_child_lemma(t, verb, t->labels.prep, str_of(preps[i]));
        uint32_t of = prep == NO_INDEX ? NO_INDEX : tree_child(t, prep, t->labels.pobj);
        if (prep == behind && (of == NO_INDEX || !is_duration(u, of)))
            return true;
    }
    return false;
}

/* "attacked the harbour", "unveiled a barge": what the source did, and said nothing by it. */
static bool is_deed(const struct unit *u, const struct statement *s, uint32_t tones) {
    const struct said *said = lexicon_said(u->tables, s->cue_lemma, SAID_VERB);
    if (!(tones & TONE_DEED) || !said)
        return false;
    for (uint32_t i = tree_token_at(u->tree, s->cue.start);
         i < u->doc->tokens.n && tree_token(u->tree, i)->text.start < s->cue.end; i++)
        if (str_eq(tree_token(u->tree, i)->lemma, s->cue_lemma))
            return !is_in_words(u, said, i);
    return true;
}

static enum attitude attitude_of(const struct unit *u, const struct statement *s) {
    enum tone_class word_class = is_rule(s, "reported-noun")        ? TONE_NOUN
                                 : is_rule(s, "reported-adjective") ? TONE_ADJECTIVE
                                                                    : TONE_VERB;
    uint32_t tones = lexicon_tones(u->tables, s->cue_lemma, word_class);
    if (s->type == STATEMENT_DIRECT || !str_starts(s->rule, STR("reported")))
        return ATTITUDE_SAYS;
    if ((is_ahead(u, s) && !is_said_politely(u, s)) || is_deed(u, s, tones))
        return ATTITUDE_INTENDS;
    return tones & TONE_INTENTION   ? ATTITUDE_INTENDS
           : tones & TONE_KNOWLEDGE ? ATTITUDE_KNOWS
           : tones & TONE_BELIEF    ? ATTITUDE_BELIEVES
                                    : ATTITUDE_SAYS;
}

static bool has_condition(const struct parse_tree *t, uint32_t verb) {
    for (uint32_t k = t->first_child[verb], n = 0; k != NO_INDEX && n < TREE_CHILDREN;
         k = t->next_sibling[k], n++) {
        uint16_t dep = tree_token(t, k)->dep;
        if (dep != t->labels.advcl)
            continue;
        if (tree_child_lemma(t, k, t->labels.mark, STR("if")) != NO_INDEX ||
            tree_child_lemma(t, k, t->labels.mark, STR("unless")) != NO_INDEX)
            return true;
    }
    return false;
}

static bool asks_whether(const struct parse_tree *t, uint32_t verb) {
    return tree_token(t, verb)->dep == t->labels.ccomp &&
           (tree_child_lemma(t, verb, t->labels.mark, STR("if")) != NO_INDEX ||
            tree_child_lemma(t, verb, t->labels.mark, STR("whether")) != NO_INDEX);
}

static bool has_any(const struct parse_tree *t, uint32_t verb, const char *const *words, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (tree_auxiliary(t, verb, str_of(words[i])) != NO_INDEX)
            return true;
    return false;
}

/* "set to open", "expected to open": the verb behind such a word is still to come. */
static bool is_due(const struct unit *u, uint32_t verb) {
    const struct parse_tree *t = u->tree;
    for (uint32_t k = t->first_child[verb], n = 0; k != NO_INDEX && n < TREE_CHILDREN;
         k = t->next_sibling[k], n++)
        if (tree_token(t, k)->dep == t->labels.xcomp &&
            tree_auxiliary(t, k, STR("to")) != NO_INDEX &&
            tree_tones(u, verb) & (TONE_DUE | TONE_INTENTION))
            return true;
    uint32_t state = tree_child_tone(u, verb, t->labels.acomp, TONE_DUE);
    return state != NO_INDEX && tree_child(t, state, t->labels.xcomp) != NO_INDEX;
}

static enum modality modality_of(const struct unit *u, uint32_t verb) {
    static const char *const ahead[] = {"will", "shall", "'ll", "\xE2\x80\x99ll", "wo"};
    static const char *const may[] = {"may", "might", "could"};
    const struct parse_tree *t = u->tree;
    if (has_condition(t, verb))
        return MODALITY_CONDITIONAL;
    if (asks_whether(t, verb) || has_any(t, verb, may, sizeof may / sizeof *may) ||
        tree_child_tone(u, verb, t->labels.advmod, TONE_LIKELY) != NO_INDEX ||
        tree_child_tone(u, verb, t->labels.acomp, TONE_LIKELY) != NO_INDEX)
        return MODALITY_POSSIBLE;
    if (has_any(t, verb, ahead, sizeof ahead / sizeof *ahead) || is_due(u, verb))
        return MODALITY_PLANNED;
    bool perfect = tree_child_lemma(t, verb, t->labels.aux, STR("have")) != NO_INDEX;
    if (tree_auxiliary(t, verb, STR("would")) != NO_INDEX)
        return perfect ? MODALITY_CONDITIONAL : MODALITY_PLANNED;
    bool to = tree_auxiliary(t, verb, STR("to")) != NO_INDEX,
         be = tree_token(t, verb)->pos == t->labels.auxiliary;
    return to && !perfect && !be ? MODALITY_PLANNED : MODALITY_FACT;
}

/* The first hedge in a stretch. */
static struct span hedge_in(const struct unit *u, struct span s) {
    const struct parse_tree *t = u->tree;
    uint32_t first = tree_token_at(t, s.start);
    for (uint32_t i = first; i < t->doc->tokens.n && i < first + TOKENS; i++) {
        const struct doc_token *token = tree_token(t, i);
        if (token->text.start >= s.end)
            break;
        if (token->dep == t->labels.advmod && tree_tones(u, i) & TONE_HEDGE &&
            !unit_has(u, t->word[i], W_QUOTED))
            return token->text;
    }
    return (struct span){0, 0};
}

/* What the source is linked to tells its class, where the words did not; a spokesman stays his
 * organisation. */
static void settle_class(const struct unit *u, struct statement *s) {
    if (s->entity == NO_INDEX || s->in_title ||
        (s->source_class != SOURCE_UNKNOWN && s->source_class != SOURCE_ORGANISATION))
        return;
    const struct entity *e = &u->analysis->entities.at[s->entity];
    for (uint32_t i = unit_word_at(u, s->source.start);
         i < u->words.n && u->words.at[i].text.start < s->source.end; i++)
        if (unit_is(u, i, CLASS(C_SPOKES)))
            return;
    if (str_eq(e->kind, STR("PERSON")))
        s->source_class = SOURCE_PERSON;
    else if (!e->outlet && (str_eq(e->kind, STR("ORG")) || str_eq(e->kind, STR("GPE"))))
        s->source_class = SOURCE_ORGANISATION;
}

int unit_find_modality(struct unit *u) {
    for (uint32_t i = 0; i < u->analysis->statements.n; i++) {
        struct statement *s = &u->analysis->statements.at[i];
        if (s->in_title != u->in_title)
            continue;
        settle_class(u, s);
        s->attitude = attitude_of(u, s);
        s->hedge = hedge_in(u, s->cue);
        uint32_t verb = s->content.n ? head_of(u->tree, s->content.at[0]) : NO_INDEX;
        if (verb != NO_INDEX)
            s->modality = modality_of(u, verb);
        for (uint32_t k = 0; k < s->content.n && s->hedge.start >= s->hedge.end; k++)
            s->hedge = hedge_in(u, s->content.at[k]);
    }
    return TS_OK;
}
