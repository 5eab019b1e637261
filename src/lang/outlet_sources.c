/* Sources that are outlets though no credit rule found them: those of a verb of speech that anybody
 * may be the subject of ("the BBC responded that"), and those that only a link names ("according to
 * a report", with the report's address). */
#include "lang/statements.h"

enum { IN_SENTENCE = 32, PHRASE_WORDS = 40, AUXILIARIES = 6 };

struct sources {
    struct unit *u;
    struct statement_lists lists;
};

static void credit(struct unit *u, struct statement *s, uint32_t name) {
    struct outlet_name *n = &u->names->at.at[name];
    n->credited = true;
    s->source_class = n->agency ? SOURCE_AGENCY : SOURCE_OUTLET;
    s->entity = name; /* becomes the entity's index at the end */
    s->self = n->self;
}

/* ---- An outlet's name as the source */

/* The verb gives its subject's own words; a question, what is declined or found out is none. */
static bool gives_words(const struct unit *u, const struct statement *s) {
    const struct lang_tables *t = u->tables;
    const struct lexeme *x = &t->lexemes.at[lexicon_word(t, s->cue_lemma)];
    bool learns =
        str_eq(s->cue_lemma, STR("find")) && str_ends(str_span(u->text, s->cue), STR(" out"));
    if (str_eq(s->cue_lemma, STR("according to")))
        return true;
    return !learns && (x->classes & CLASS(C_CUE)) &&
           (t->cues.at[x->cue].kinds & (CUE_SPEECH | CUE_CREDIT)) &&
           !str_eq(s->cue_lemma, STR("ask"));
}

static void name_source(struct unit *u, struct statement *s) {
    if (statement_of_outlet(s) || s->source.start >= s->source.end || !gives_words(u, s))
        return;
    uint32_t i = unit_word_at(u, s->source.start);
    i += unit_is(u, i, CLASS(C_DET));
    uint32_t k = i < u->words.n ? u->words.at[i].mention : NO_INDEX;
    if (k == NO_INDEX || unit_has(u, i, W_QUOTED))
        return;
    struct outlet_mention *m = &u->mentions.at[k];
    bool sure =
        m->how == MENTION_TABLE || m->how == MENTION_SHORT || (m->how == MENTION_SHAPE && !m->weak);
    if (m->first != i || u->words.at[m->end - 1].text.end != s->source.end || !sure ||
        m->name == NO_INDEX)
        return;
    m->credited = true;
    credit(u, s, m->name);
}

/* ---- An outlet's address behind the words */

/* The host of an absolute address. */
static struct str host_of(struct str href) {
    size_t at = str_find(href, STR("://"), 0);
    if (at == SIZE_MAX)
        return STR_NONE;
    size_t end = at + 3;
    while (end < href.n && href.at[end] != '/' && href.at[end] != ':' && href.at[end] != '?' &&
           href.at[end] != '#')
        end++;
    return str_cut(href, at + 3, end);
}

/* "a report", "the newspaper", "media reports": words for what an outlet publishes, or none. */
static bool is_some_report(const struct unit *u, struct span source) {
    uint32_t i = unit_word_at(u, source.start), few = i + PHRASE_WORDS;
    for (; i < u->words.n && i < few && u->words.at[i].text.start < source.end; i++) {
        if (unit_has(u, i, W_UPPER) && !unit_has(u, i, W_START))
            return false; /* somebody has a name */
        if (unit_is(u, i, CLASS(C_PIECE)))
            return true;
    }
    return source.start >= source.end;
}

/* Gives the sentence's statements that rest on the linked words to the outlet. True when one did,
 * or when the sentence credits an outlet by name. */
static bool credit_linked(struct sources *p, uint32_t sentence, struct span link, uint32_t name) {
    struct unit *u = p->u;
    bool done = false;
    uint32_t i = p->lists.last_of[sentence];
    for (uint32_t n = 0; n < IN_SENTENCE && i != NO_INDEX; n++, i = p->lists.before_it[i]) {
        struct statement *s = &u->analysis->statements.at[i];
        bool on_link = spans_overlap(s->source, link) || spans_overlap(s->cue, link);
        if (statement_of_outlet(s)) {
            done = true;
        } else if (on_link && is_some_report(u, s->source) && gives_words(u, s)) {
            credit(u, s, name);
            s->rule = STR("credit-link");
            done = true;
        }
    }
    return done;
}

/* "was first reported", "as reported", "has been reported", "reportedly" among the linked words:
 * its range of words. */
static bool reported_in(const struct unit *u, struct span link, uint32_t *first, uint32_t *end) {
    uint32_t i = unit_word_at(u, link.start);
    for (; i < u->words.n && u->words.at[i].text.start < link.end; i++) {
        const struct cue *cue = unit_cue(u, i, FORM_PP, CUE_BY);
        bool verb = cue && (cue->kinds & CUE_STRONG) && (cue->kinds & CUE_SPEECH);
        *end = i + 1;
        *first = i;
        if (unit_word_is(u, i, STR("reportedly")))
            return true;
        if (!verb || i == 0 || unit_word_is(u, i + 1, STR("by")))
            continue;
        while (*first > unit_sentence_first(u, i) && i - *first < AUXILIARIES &&
               unit_is(u, *first - 1, CLASS(C_ADV) | CLASS(C_BE) | CLASS(C_HAVE)))
            --*first;
        bool as = *first > 0 && unit_word_is(u, *first - 1, STR("as"));
        if (as || (unit_is(u, *first, CLASS(C_BE) | CLASS(C_HAVE)) && *first < i))
            return true;
    }
    return false;
}

static int add_linked(struct unit *u, struct span link, uint32_t name) {
    uint32_t first, end;
    if (!reported_in(u, link, &first, &end))
        return TS_OK;
    struct draft d = draft_at(first, end, "credit-link");
    bool adverb = unit_word_is(u, end - 1, STR("reportedly"));
    struct statement *s;
    d.cue_first = first;
    d.cue_end = end;
    d.lemma = adverb ? STR("reportedly") : unit_cue(u, end - 1, FORM_PP, CUE_BY)->lemma;
    d.name = name;
    d.side = adverb ? CONTENT_NONE : CONTENT_AUTO;
    int status = statement_add(&s, u, &d);
    if (status == TS_OK && adverb)
        status =
            statement_content(u, s, unit_sentence_first(u, first), unit_sentence_end(u, first));
    return status;
}

static int follow_link(struct sources *p, const struct article_link *link) {
    struct unit *u = p->u;
    struct str host = host_of(link->href);
    uint32_t row = host.n ? outlets_at_domain(u->outlets, host) : OUTLET_NONE;
    uint32_t word = unit_word_at(u, link->text.start), name;
    if (row == OUTLET_NONE || word >= u->words.n || link->text.start >= link->text.end)
        return TS_OK;
    int status = outlet_names_add(&name, u, u->outlets->rows.at[row].name, row, false);
    if (status != TS_OK || u->names->at.at[name].self)
        return status;
    return credit_linked(p, u->words.at[word].sentence, link->text, name)
               ? TS_OK
               : add_linked(u, link->text, name);
}

int unit_credit_sources(struct unit *u) {
    struct sources p = {.u = u};
    for (uint32_t i = 0; i < u->analysis->statements.n; i++)
        if (u->analysis->statements.at[i].in_title == u->in_title)
            name_source(u, &u->analysis->statements.at[i]);
    if (u->in_title || !u->article->links.n)
        return TS_OK;
    int status = statement_lists_init(&p.lists, u);
    for (uint32_t i = 0; i < u->article->links.n && status == TS_OK; i++)
        status = follow_link(&p, &u->article->links.at[i]);
    return status;
}
