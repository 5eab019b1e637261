#include "lang/statements.h"
#include "lang/tree_words.h"

enum { PHRASE_WORDS = 10, SHORT_WORDS = 3, QUOTED_WORDS = 400 };

struct draft draft_at(uint32_t first, uint32_t end, const char *rule) {
    return (struct draft){
        .first = first, .end = end, .name = NO_INDEX, .force = STR("neutral"), .rule = rule};
}

static bool trims_left(const struct unit *u, uint32_t i) {
    if (u->words.at[i].kind != WORD_PUNCT)
        return unit_word_is(u, i, STR("that")) || unit_word_is(u, i, STR("and")) ||
               unit_word_is(u, i, STR("out")); /* "tweeted out that" */
    char c = u->text.at[u->words.at[i].text.start];
    return c == ',' || c == ':' || c == ';' || c == '-' || c == ')' || c == '.' ||
           str_starts(unit_text(u, i), STR("\xE2\x80\x93")) ||
           str_starts(unit_text(u, i), STR("\xE2\x80\x94"));
}

static bool trims_right(const struct unit *u, uint32_t i) {
    if (u->words.at[i].kind != WORD_PUNCT)
        return unit_word_is(u, i, STR("as")) || unit_word_is(u, i, STR("but")) ||
               unit_word_is(u, i, STR("and"));
    char c = u->text.at[u->words.at[i].text.start];
    return c == ',' || c == ':' || c == ';' || c == '-' || c == '(' || c == '.' ||
           str_starts(unit_text(u, i), STR("\xE2\x80\x93")) ||
           str_starts(unit_text(u, i), STR("\xE2\x80\x94"));
}

int statement_content(struct unit *u, struct statement *s, uint32_t first, uint32_t end) {
    while (first < end && trims_left(u, first))
        first++;
    while (end > first && trims_right(u, end - 1))
        end--;
    if (first >= end || (end == first + 1 && u->words.at[first].kind == WORD_PUNCT))
        return TS_OK;
    struct span *span = VEC_PUSH(u->a, &s->content);
    if (!span)
        return arena_fail(u->a, u->err);
    *span = unit_span(u, first, end);
    return TS_OK;
}

static bool is_stop(const struct unit *u, uint32_t i, uint32_t end) {
    if (i >= end)
        return true;
    struct str s = unit_text(u, i);
    return u->words.at[i].kind == WORD_PUNCT &&
           (s.at[0] == '.' || s.at[0] == ';' || s.at[0] == '!' || s.at[0] == '?');
}

static bool is_comma(const struct unit *u, uint32_t i) {
    return unit_mark(u, i, ',') || unit_mark(u, i, ')') || unit_has(u, i, W_CLOSING);
}

/* "After the Ledger reported P, Q happened": the clause ends at the comma. */
static uint32_t clause_end(const struct unit *u, uint32_t i, uint32_t end) {
    while (i < end && !unit_mark(u, i, ','))
        i++;
    return i;
}

/* `..." X said in a statement.`: only a phrase stands between the cue and the sentence's end. */
static bool only_phrase(const struct unit *u, uint32_t i, uint32_t end) {
    if (!unit_is(u, i, CLASS(C_PREP) | CLASS(C_ADV) | CLASS(C_EARLY) | CLASS(C_INDEF)) ||
        unit_is(u, i, CLASS(C_PRON)))
        return false;
    bool phrase = unit_is(u, i, CLASS(C_PREP));
    for (uint32_t k = i; k < end && k < i + PHRASE_WORDS; k++) {
        if (is_stop(u, k, end))
            return phrase;
        if (u->words.at[k].kind == WORD_PUNCT ||
            unit_is(u, k, CLASS(C_BE) | CLASS(C_HAVE) | CLASS(C_SUB)))
            return false;
        phrase |= unit_is(u, k, CLASS(C_TIME_UNIT));
    }
    return i >= end;
}

/* What follows a sentence that ends in "X reports:": the next paragraph, or the next sentence when
 * it is of the same one. */
static int after_colon(struct unit *u, struct statement *s, uint32_t end) {
    uint32_t p = u->sentences.at[u->words.at[end - 1].sentence].paragraph;
    bool last = u->paragraph_words.at[p + 1] == end;
    if (!unit_mark(u, end - 1, ':') || s->content.n || (last && p + 1 >= u->paragraph_count))
        return TS_OK;
    uint32_t high = last ? u->paragraph_words.at[p + 2] : unit_sentence_end(u, end);
    return statement_content(u, s, end, high);
}

/* A quotation that the sentence opens may run over later sentences: the content goes on to its
 * closing mark. */
static uint32_t quotation_end(const struct unit *u, uint32_t end) {
    uint32_t k = end;
    if (end == 0 || !unit_has(u, end - 1, W_QUOTED))
        return end;
    while (k < u->words.n && k < end + QUOTED_WORDS && unit_has(u, k, W_QUOTED))
        k++;
    return unit_has(u, k, W_CLOSING) ? k + 1 : end;
}

/* "Roe left, and the club, according to the Herald, knows": what stands between the club and its
 * verb speaks for that clause alone. Where the clause begins. */
static uint32_t own_clause_first(const struct unit *u, uint32_t low, uint32_t first, uint32_t end) {
    const struct parse_tree *t = u->tree;
    uint32_t behind = end + 1 < u->words.n ? tree_token_at(t, u->words.at[end + 1].text.start) : 0;
    uint16_t pos = behind < t->doc->tokens.n ? tree_token(t, behind)->pos : 0;
    if (pos != t->labels.verb && pos != t->labels.auxiliary)
        return low;
    for (uint32_t i = first - 1, n = 0; i > low + 1 && n < PHRASE_WORDS; n++) {
        i--;
        uint32_t token = tree_token_at(t, u->words.at[i].text.start);
        uint16_t is = token < t->doc->tokens.n ? tree_token(t, token)->pos : 0;
        if (is == t->labels.verb || is == t->labels.auxiliary)
            return low;
        if (unit_is(u, i, CLASS(C_CONJ)) && unit_mark(u, i - 1, ','))
            return i + 1;
    }
    return low;
}

/* "P, but according to X, Q", "P and, as X said, Q": what a comma ends and "but" opens speaks for
 * what follows alone. */
static bool opens_joined(const struct unit *u, uint32_t low, uint32_t first, uint32_t end) {
    uint32_t i = first;
    i -= i > low && unit_word_is(u, i - 1, STR("as"));
    i -= i > low && unit_mark(u, i - 1, ',');
    return i > low + 1 && unit_mark(u, end, ',') && tree_joins_clauses(unit_text(u, i - 1));
}

/*
 * The rest of the sentence around the region first..end-1. A region set off by commas speaks for
 * both sides; one at the sentence's end for what stands before it; else what follows it is the
 * content.
 */
static int content_around(struct unit *u, struct statement *s, uint32_t first, uint32_t end,
                          enum content_side side) {
    uint32_t low = unit_sentence_first(u, first), high = unit_sentence_end(u, first);
    bool set_off = first > low && (is_comma(u, first - 1) || unit_word_is(u, first - 1, STR("as")));
    bool spoken = first > low && unit_has(u, first - 1, W_CLOSING) && end < high &&
                  !unit_word_is(u, end, STR("that")) && unit_kind(u, end, WORD_LETTERS);
    bool closed = is_stop(u, end, high) || spoken ||
                  (set_off && first - low > SHORT_WORDS && only_phrase(u, end, high));
    bool relative =
        first > low + 1 && unit_word_is(u, first - 1, STR("that")) && unit_kind(u, end, WORD_PUNCT);
    if (side == CONTENT_NONE)
        return TS_OK;
    if (side == CONTENT_BEFORE)
        return statement_content(u, s, low, first);
    if (first == low && end == high)
        return after_colon(u, s, high);
    if (opens_joined(u, low, first, end))
        return statement_content(u, s, end, high);
    if ((closed || relative) && side != CONTENT_AFTER)
        return statement_content(u, s, low, first - relative);
    bool phrase = str_eq(s->cue_lemma, STR("according to")) && first - low > SHORT_WORDS;
    if (phrase && !set_off && side != CONTENT_AFTER) /* "P according to X, but Q" */
        return statement_content(u, s, low, first);
    if (set_off && unit_mark(u, end, ',') && side != CONTENT_AFTER) {
        int status = statement_content(u, s, own_clause_first(u, low, first, end), first);
        return status == TS_OK ? statement_content(u, s, end, high) : status;
    }
    bool opens = first > low && first - low <= 2 && unit_is(u, first - 1, CLASS(C_SUB)) &&
                 !unit_word_is(u, first - 1, STR("as")) && !unit_word_is(u, first - 1, STR("that"));
    int status =
        statement_content(u, s, end, opens ? clause_end(u, end, high) : quotation_end(u, high));
    if (status == TS_OK)
        status = after_colon(u, s, high);
    if (status == TS_OK && !s->content.n)
        status = statement_content(u, s, low, first);
    return status;
}

static void fill_source(const struct unit *u, struct statement *s, const struct draft *d) {
    s->source = unit_span(u, d->source_first, d->source_end);
    s->entity = NO_INDEX;
    s->source_class = SOURCE_UNKNOWN;
    if (d->name == NO_INDEX) {
        if (d->source_first < d->source_end)
            people_describe(u, s, d->source_first, d->source_end);
        return;
    }
    struct outlet_name *name = &u->names->at.at[d->name];
    name->credited = true;
    s->source_class = name->agency ? SOURCE_AGENCY : SOURCE_OUTLET;
    s->entity = d->name; /* becomes the entity's index at the end */
    s->self = name->self;
    s->opinion_piece = d->opinion_piece;
    s->relayed = d->relayed;
    if (d->people.kind == PEOPLE_UNNAMED) {
        s->described_as = unit_span(u, d->people.first, d->people.end);
        s->stated_people = d->people.count;
    }
}

int statement_add(struct statement **out, struct unit *u, const struct draft *d) {
    struct statement *s = VEC_PUSH(u->a, &u->analysis->statements);
    if (!s)
        return arena_fail(u->a, u->err);
    *s = (struct statement){.type = STATEMENT_INDIRECT,
                            .in_title = u->in_title,
                            .negated = d->negated,
                            .cue_lemma = d->lemma,
                            .force = d->force,
                            .within = NO_INDEX,
                            .rule = str_of(d->rule)};
    s->cue = unit_span(u, d->cue_first, d->cue_end);
    fill_source(u, s, d);
    uint32_t anchor = d->cue_first < d->cue_end ? d->cue_first : d->first;
    s->sentence = u->in_title || anchor >= u->words.n ? 0 : u->words.at[anchor].sentence;
    *out = s;
    return d->first < d->end ? content_around(u, s, d->first, d->end, d->side) : TS_OK;
}

int statement_lists_init(struct statement_lists *l, struct unit *u) {
    uint32_t n = u->analysis->statements.n;
    l->last_of = arena_alloc(u->a, ((size_t)u->sentences.n + 1) * sizeof *l->last_of);
    l->before_it = arena_alloc(u->a, ((size_t)n + 1) * sizeof *l->before_it);
    if (!l->last_of || !l->before_it)
        return arena_fail(u->a, u->err);
    for (uint32_t i = 0; i <= u->sentences.n; i++)
        l->last_of[i] = NO_INDEX;
    for (uint32_t i = 0; i < n; i++) {
        const struct statement *s = &u->analysis->statements.at[i];
        l->before_it[i] = NO_INDEX;
        if (s->in_title != u->in_title || s->credit_line)
            continue;
        l->before_it[i] = l->last_of[s->sentence];
        l->last_of[s->sentence] = i;
    }
    return TS_OK;
}
