/* Reported speech, thought and stands, over the parse and data/said.tsv: the pass, and what it
 * makes of what its rules find. */
#include "lang/reported.h"

#include "lang/mended_names.h"
#include "lang/people.h"

#include <string.h>

uint32_t reported_taken_by(const struct reported *r, struct token_range cue) {
    uint32_t at = NO_INDEX;
    for (uint32_t i = cue.first; i < cue.end && at == NO_INDEX; i++)
        at = r->taken[r->u->tree->word[i]];
    return at;
}

static int put_content(struct reported *r, struct statement *s, const struct found *f) {
    struct unit *u = r->u;
    for (uint32_t i = 0; i < f->content_count; i++) {
        struct token_range range = f->content[i];
        if (range.first + 1 < range.end && reported_dep(r, range.first, r->u->tree->labels.mark) &&
            str_eq_nocase(tree_token(r->u->tree, range.first)->lemma, STR("that")))
            range.first++;
        struct span part = tree_span(r->u->tree, range);
        struct span *span = part.start < part.end ? VEC_PUSH(u->a, &s->content) : NULL;
        if (span)
            *span = part;
        else if (part.start < part.end)
            return arena_fail(u->a, u->err);
    }
    return TS_OK;
}

static bool has_content(const struct reported *r, const struct found *f) {
    for (uint32_t i = 0; i < f->content_count; i++) {
        struct span part = tree_span(r->u->tree, f->content[i]);
        if (part.start < part.end)
            return true;
    }
    return false;
}

/* "Ann Roe" of "Det. Ann Roe", where the parse ends the source with the stop of the rank. */
static struct span behind_rank(const struct unit *u, struct span source) {
    enum { NAME_WORDS = 4 };
    const uint32_t rank = unit_word_at(u, source.start);
    uint32_t first = rank + 1, end;
    if (rank >= u->words.n || u->words.at[rank].text.start != source.start ||
        !name_is_rank(unit_text(u, rank)))
        return source;
    first += unit_mark(u, first, '.');
    if (first < u->words.n && u->words.at[first].text.start < source.end)
        return source;
    for (end = first; end < u->words.n && end - first < NAME_WORDS && unit_capital(u, end) &&
                      u->words.at[end].sentence == u->words.at[rank].sentence;)
        end++;
    return first < end && (first > rank + 1 || unit_has(u, rank, W_DOT)) ? unit_span(u, first, end)
                                                                         : source;
}

/* "Tidings is reporting that", where nothing tells that the one word with a capital is a name but
 * that it reports: an outlet, or another body. */
static bool is_name_that_reports(const struct reported *r, const struct found *f) {
    const struct parse_tree *t = r->u->tree;
    if (f->noun == NO_INDEX || f->source.first != f->noun || f->source.end != f->noun + 1 ||
        !str_eq(f->lemma, STR("report")))
        return false;
    const struct doc_token *name = tree_token(t, f->noun);
    struct role role = lexicon_role(r->u->tables, name->lemma);
    struct str tag = labels_name(r->u->analysis->labels, name->tag);
    struct str verb = reported_text(r, f->cue.end - 1); /* "Crime reports that" may be reports */
    return (str_eq(tag, STR("NNP")) || (str_eq(tag, STR("NN")) && !str_eq(verb, STR("reports")))) &&
           unit_capital(r->u, t->word[f->noun]) && !role.known &&
           !unit_lexeme(r->u, t->word[f->noun])->classes;
}

/* The class of what a word gives the content to. */
static enum source_class class_of(const struct reported *r, const struct found *f) {
    enum source_class is = reported_class(r, f->source, f->noun);
    if (is == SOURCE_UNKNOWN && is_name_that_reports(r, f))
        return SOURCE_ORGANISATION;
    return is == SOURCE_UNKNOWN && reported_some_people(r, f) ? SOURCE_UNNAMED : is;
}

/* "Figures released by the council" are the council's. */
static void give_to_giver(const struct reported *r, struct statement *s, const struct found *f) {
    struct found giver = *f;
    giver.noun = reported_giver(r, f->noun);
    if (giver.noun == NO_INDEX)
        return;
    giver.source = tree_noun_phrase(r->u->tree, giver.noun);
    enum source_class is = class_of(r, &giver);
    if (is == SOURCE_UNKNOWN && !reported_lemma(r, giver.noun, "family"))
        return;
    if (is == SOURCE_UNNAMED && reported_lemma(r, f->noun, "statement"))
        return; /* it tells more than who they are */
    s->stands_for = tree_span(r->u->tree, giver.source);
    s->source_class = is;
    if (s->source_class == SOURCE_UNNAMED)
        people_describe(r->u, s, unit_word_at(r->u, s->stands_for.start),
                        unit_word_at(r->u, s->stands_for.end - 1) + 1);
}

int reported_add_statement(struct reported *r, const struct found *f) {
    struct unit *u = r->u;
    if (!has_content(r, f))
        return TS_OK;
    struct statement *s = VEC_PUSH(u->a, &u->analysis->statements);
    if (!s)
        return arena_fail(u->a, u->err);
    uint32_t word = r->u->tree->word[f->cue.first];
    struct span cue = f->cue.first + 1 == f->cue.end /* which may be a colon */
                          ? tree_token(r->u->tree, f->cue.first)->text
                          : tree_span(r->u->tree, f->cue);
    *s = (struct statement){.type = STATEMENT_INDIRECT,
                            .in_title = u->in_title,
                            .negated = f->negated,
                            .cue = cue,
                            .cue_lemma = f->lemma,
                            .force = f->force,
                            .entity = NO_INDEX,
                            .within = NO_INDEX,
                            .source_class = SOURCE_UNKNOWN,
                            .rule = str_of(f->rule)};
    s->sentence = u->in_title || word >= u->words.n ? 0 : u->words.at[word].sentence;
    if (f->source.first < f->source.end) {
        struct span source = tree_span(r->u->tree, f->source);
        s->source = behind_rank(u, source);
        s->source_class = s->source.start == source.start ? class_of(r, f) : SOURCE_PERSON;
        give_to_giver(r, s, f);
    }
    return put_content(r, s, f);
}

/* "citing Roe", "The Herald quoted Roe as saying": the source is not the subject of the verb. */
static bool is_cited(const struct reported *r, const struct statement *s, struct token_range cue) {
    enum { NEAR = 3 };
    const struct unit *u = r->u;
    for (uint32_t i = cue.first; i < cue.end && i < cue.first + NEAR; i++)
        if (reported_quotes_words(r, i))
            return true;
    uint32_t word = unit_word_at(u, s->source.start);
    for (uint32_t n = 1; n <= NEAR && n <= word; n++) {
        const struct cue *citing = unit_cue(u, word - n, FORM_ING, UINT32_MAX);
        if (citing && (str_eq(citing->lemma, STR("cite")) || str_eq(citing->lemma, STR("quote"))))
            return true;
    }
    return false;
}

int reported_mend(struct reported *r, uint32_t at, const struct found *f) {
    struct unit *u = r->u;
    struct span cue = u->analysis->statements.at[at].cue;
    for (uint32_t i = at > 0 ? at - 1 : at; i <= at; i++) {
        struct statement *s = &u->analysis->statements.at[i];
        if (s->in_title != u->in_title || s->cue.start != cue.start ||
            !str_starts(s->rule, STR("told-")))
            continue;
        bool named = f->source.first < f->source.end;
        struct span source = named ? tree_span(r->u->tree, f->source) : (struct span){0, 0};
        bool apart = named && (s->source.end <= source.start || source.end <= s->source.start);
        if (str_eq(s->rule, STR("told-speaker")) && apart && !is_cited(r, s, f->cue)) {
            s->source = source;
            s->source_class = reported_class(r, f->source, f->noun);
        }
        if (!s->content.n && put_content(r, s, f) != TS_OK)
            return arena_fail(u->a, u->err);
    }
    return TS_OK;
}

static int take_cues(struct reported *r) {
    struct unit *u = r->u;
    r->taken = arena_alloc(u->a, ((size_t)u->words.n + 1) * sizeof *r->taken);
    if (!r->taken)
        return arena_fail(u->a, u->err);
    for (uint32_t i = 0; i <= u->words.n; i++)
        r->taken[i] = NO_INDEX;
    for (uint32_t i = 0; i < u->analysis->statements.n; i++) {
        const struct statement *s = &u->analysis->statements.at[i];
        if (s->in_title != u->in_title || s->cue.start >= s->cue.end)
            continue;
        uint32_t word = unit_word_at(u, s->cue.start);
        for (; word < u->words.n && u->words.at[word].text.start < s->cue.end; word++)
            r->taken[word] = i;
    }
    return TS_OK;
}

/* The row of a verb and the particle right behind it, "rule out"; else the row of the verb. */
static const struct said *said_of_verb(const struct reported *r, uint32_t verb) {
    enum { PHRASE_BYTES = 32 };
    char phrase[PHRASE_BYTES];
    struct str lemma = tree_token(r->u->tree, verb)->lemma;
    bool particle = verb + 1 < r->u->doc->tokens.n && tree_head(r->u->tree, verb + 1) == verb &&
                    (reported_dep(r, verb + 1, r->u->tree->labels.prt) ||
                     reported_dep(r, verb + 1, r->u->tree->labels.advmod));
    struct str behind = particle ? tree_token(r->u->tree, verb + 1)->lemma : STR("");
    if (particle && lemma.n + 1 + behind.n <= sizeof phrase) {
        memcpy(phrase, lemma.at, lemma.n);
        phrase[lemma.n] = ' ';
        memcpy(phrase + lemma.n + 1, behind.at, behind.n);
        struct str both = {phrase, lemma.n + 1 + behind.n};
        const struct said *said = lexicon_said(r->u->tables, both, SAID_VERB);
        if (said)
            return said;
    }
    return lexicon_said(r->u->tables, lemma, SAID_VERB);
}

static int report_of_token(struct reported *r, uint32_t i) {
    const struct doc_token *t = tree_token(r->u->tree, i);
    const struct tree_labels *l = &r->u->tree->labels;
    const struct lang_tables *tables = r->u->tables;
    const struct said *said = NULL;
    struct str text = reported_text(r, i);
    if (str_eq_nocase(text, STR("according")))
        return reported_of_according(r, i);
    if (str_eq(text, STR(":")))
        return reported_of_colon(r, i);
    if (str_eq_nocase(text, STR("in")))
        return reported_of_poll(r, i);
    if (t->pos == l->noun && reported_dep(r, i, l->dobj)) {
        int status = reported_of_block(r, i);
        if (status != TS_OK)
            return status;
    }
    if (t->pos == l->verb && (said = said_of_verb(r, i)) != NULL)
        return reported_of_verb(r, i, said);
    if (t->pos == l->noun && (said = lexicon_said(tables, t->lemma, SAID_NOUN)) != NULL)
        return reported_of_noun(r, i, said);
    if (t->pos == l->adjective && (said = lexicon_said(tables, t->lemma, SAID_ADJECTIVE)) != NULL)
        return reported_of_adjective(r, i, said);
    if (t->dep == l->advmod && (said = lexicon_said(tables, t->lemma, SAID_ADVERB)) != NULL)
        return reported_of_adverb(r, i, said);
    return TS_OK;
}

/* Of each word, in how many statements' content it is. NULL when memory is refused. */
static const uint32_t *count_content(const struct unit *u) {
    uint32_t *depth = arena_zero(u->a, (size_t)u->words.n + 2, sizeof *depth);
    for (uint32_t i = 0; depth && i < u->analysis->statements.n; i++) {
        const struct statement *s = &u->analysis->statements.at[i];
        for (uint32_t k = 0; s->in_title == u->in_title && k < s->content.n; k++) {
            depth[unit_word_at(u, s->content.at[k].start)]++;
            depth[unit_word_at(u, s->content.at[k].end)]--; /* the sums below stay above 0 */
        }
    }
    for (uint32_t i = 0; depth && i < u->words.n; i++)
        depth[i + 1] += depth[i];
    return depth;
}

/* What others think or stand for is, inside a statement, that statement's word; only speech leads
 * on to the next source: "Roe said the board believes", but "Roe said the board had said". */
static int leave_out_inner(struct unit *u, uint32_t first) {
    struct analysis *a = u->analysis;
    const uint32_t *depth = count_content(u);
    uint32_t kept = first;
    if (!depth)
        return arena_fail(u->a, u->err);
    for (uint32_t i = first; i < a->statements.n; i++) {
        const struct statement *s = &a->statements.at[i];
        uint32_t lexeme = lexicon_word(u->tables, s->cue_lemma);
        bool speech = u->tables->lexemes.at[lexeme].classes & CLASS(C_CUE) &&
                      str_eq(s->rule, STR("reported"));
        if (speech || !depth[unit_word_at(u, s->cue.start)] ||
            str_eq(s->rule, STR("reported-according")) || str_eq(s->rule, STR("reported-colon")))
            a->statements.at[kept++] = *s;
    }
    a->statements.n = kept;
    return TS_OK;
}

int unit_find_reported(struct unit *u) {
    struct reported r = {.u = u};
    uint32_t first = u->analysis->statements.n;
    int status = take_cues(&r);
    for (uint32_t i = 0; i < u->doc->tokens.n && status == TS_OK; i++)
        status = report_of_token(&r, i);
    return status == TS_OK ? leave_out_inner(u, first) : status;
}
