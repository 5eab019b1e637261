/* Direct quotations and who speaks them. */
#include "lang/speakers.h"
#include "lang/statements.h"

enum { SCARE_WORDS = 3, STATEMENTS = 32, CHAIN = 16 };

/* What is carried from one quotation to the next. */
struct speech {
    struct unit *u;
    struct speakers speakers;
    struct map by_cue; /* start byte of a cue -> statement */
    struct statement_lists lists;
    uint32_t last; /* statement of the quotation before, or NO_INDEX */
    const struct quotation *before;
};

static struct span inside(const struct unit *u, const struct quotation *q) {
    return unit_span(u, q->open + 1, q->close);
}

static int add_inside(struct unit *u, struct statement *s, const struct quotation *q) {
    struct span *span = VEC_PUSH(u->a, &s->content);
    if (!span)
        return arena_fail(u->a, u->err);
    *span = inside(u, q);
    return TS_OK;
}

/* Whether the stretch begins behind a quotation mark, as inside() does. */
static bool is_quoted(const struct unit *u, struct span s) {
    struct str before = str_cut(u->text, 0, s.start);
    static const char *const marks[] = {"\"", "'", "\xE2\x80\x9C", "\xE2\x80\x98", "\xC2\xAB"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_ends(before, str_of(marks[i])))
            return true;
    return false;
}

/*
 * A statement that another pass made: the quotation is part of its content, or all of it, and its
 * type now shows that. What follows a quotation in its clause in a few words ("over the gate") is
 * the report's own.
 */
static int join(struct unit *u, struct statement *s, const struct quotation *q) {
    enum { FEW_BYTES = 40 };
    struct span marks = unit_span(u, q->open, q->close + (q->goes_on ? 0 : 1)), in = inside(u, q);
    bool met = false, all = true;
    for (uint32_t i = 0; i < s->content.n && i < STATEMENTS; i++) {
        struct span *c = &s->content.at[i];
        bool begins = c->start >= marks.start && c->start < marks.end;
        bool ends = c->end <= marks.end + FEW_BYTES;
        met |= c->start < marks.end && c->end > marks.start;
        if (begins && ends)
            *c = in;
        else if (c->start < marks.end && c->end > marks.start && c->end < marks.end)
            c->end = marks.end;
        all &= is_quoted(u, *c);
    }
    if (!met && add_inside(u, s, q) != TS_OK)
        return arena_fail(u->a, u->err);
    s->type = all ? STATEMENT_DIRECT : STATEMENT_MIXED;
    return TS_OK;
}

/* The quotation becomes the content of a new statement, or of the one that has the same cue. */
static int speak(struct speech *sp, struct quotation *q, const struct speaker *v) {
    struct unit *u = sp->u;
    uint32_t *slot = NULL;
    if (v->cue_first < v->cue_end) {
        slot = map_put_u64(&sp->by_cue, u->words.at[v->cue_first].text.start);
        if (!slot)
            return arena_fail(u->a, u->err);
        if (*slot != MAP_NONE) {
            struct statement *old = &u->analysis->statements.at[*slot];
            sp->last = q->statement = *slot;
            if (str_starts(old->rule, STR("quote-")))
                return add_inside(u, old, q);
            bool relay = *slot + 1 < u->analysis->statements.n && old[1].relayed &&
                         old[1].in_title == u->in_title && old[1].cue.start == old->cue.start;
            if (relay && join(u, &old[1], q) != TS_OK)
                return arena_fail(u->a, u->err);
            return join(u, old, q);
        }
    }
    struct draft d = draft_at(q->open, q->open, v->rule);
    struct statement *s;
    d.source_first = v->first;
    d.source_end = v->end;
    d.cue_first = v->cue_first;
    d.cue_end = v->cue_end;
    d.lemma = v->lemma;
    d.force = v->force.n ? v->force : STR("neutral");
    int status = statement_add(&s, u, &d);
    if (status != TS_OK)
        return status;
    s->type = v->mixed ? STATEMENT_MIXED : STATEMENT_DIRECT;
    if (!u->in_title)
        s->sentence = u->words.at[d.cue_first < d.cue_end ? d.cue_first : q->open].sentence;
    sp->last = q->statement = u->analysis->statements.n - 1;
    if (slot)
        *slot = q->statement;
    return add_inside(u, s, q);
}

/* The speaker of a quotation over paragraphs who is named only at its end. */
static void attribute(const struct unit *u, struct statement *s, const struct speaker *v) {
    s->source = unit_span(u, v->first, v->end);
    people_describe(u, s, v->first, v->end);
    s->cue = unit_span(u, v->cue_first, v->cue_end);
    s->cue_lemma = v->lemma;
    s->force = v->force;
    s->rule = str_of(v->rule);
}

/* Nothing but who says it, or "and", stands between the quotation before and this one. */
static bool is_next_to_last(const struct speech *sp, const struct quotation *q) {
    const struct unit *u = sp->u;
    const struct statement *s = &u->analysis->statements.at[sp->last];
    uint32_t i = sp->before->close + 1, few = i + SCARE_WORDS;
    while (i < q->open && i < few &&
           (unit_kind(u, i, WORD_PUNCT) || unit_is(u, i, CLASS(C_CONJ) | CLASS(C_ADV))))
        i++;
    if (i == q->open)
        return true;
    struct span who = s->source.start < s->source.end ? s->source : s->cue;
    uint32_t from = who.start < s->cue.start ? who.start : s->cue.start,
             to = who.end > s->cue.end ? who.end : s->cue.end;
    bool same = u->words.at[q->open].sentence == u->words.at[sp->before->close].sentence;
    bool mark = unit_mark(u, q->open - 1, same ? ',' : '.');
    return mark && (same || unit_sentence_first(u, q->open) == q->open) &&
           from >= u->words.at[sp->before->close].text.end &&
           to >= u->words.at[q->open - 2].text.end;
}

/* It goes on with the one before it: over paragraphs, or after `..." said X.` in the same
 * paragraph. */
static bool goes_with_last(const struct speech *sp, const struct quotation *q) {
    const struct unit *u = sp->u;
    const struct quotation *b = sp->before;
    if (sp->last == NO_INDEX || !b || b->statement == NO_INDEX)
        return false;
    if (q->continued)
        return true;
    if (b->paragraph != q->paragraph || b->goes_on || q->words <= SCARE_WORDS ||
        !u->analysis->statements.at[sp->last].cue.end)
        return false;
    uint32_t s = u->words.at[q->open].sentence, of_before = u->words.at[b->close].sentence;
    return (s == of_before + 1 && unit_sentence_first(u, q->open) == q->open) ||
           is_next_to_last(sp, q);
}

/* Nearly all words with a capital: a title of a book, song or article, not speech. */
static bool looks_like_title(const struct unit *u, const struct quotation *q) {
    uint32_t upper = 0, lower = 0;
    for (uint32_t i = q->open + 1; i < q->close; i++)
        if (unit_kind(u, i, WORD_LETTERS) &&
            !unit_is(u, i, CLASS(C_PREP) | CLASS(C_DET) | CLASS(C_CONJ)))
            unit_has(u, i, W_UPPER) ? upper++ : lower++;
    return upper > 3 * lower;
}

/* The title is part of a phrase: `on his "Morning Talk From Weldon"`. */
static bool is_named_work(const struct unit *u, const struct quotation *q) {
    uint32_t before = q->open - 1;
    return q->open > 0 && unit_sentence_first(u, q->open) < q->open &&
           (unit_kind(u, before, WORD_LETTERS) || unit_has(u, before, W_POSSESSIVE)) &&
           !unit_cue(u, before, 31, CUE_SPEECH | CUE_TO | CUE_TO_PREP) && looks_like_title(u, q);
}

/* A word or two in marks that no mark of its own ends, inside somebody else's sentence: `a "rescue"
 * mission, Roe says`, `declared a "republic"`. */
static bool is_scare(const struct unit *u, const struct quotation *q, const struct speaker *after) {
    if (q->words > SCARE_WORDS || q->continued || unit_kind(u, q->close - 1, WORD_PUNCT))
        return false;
    bool next = after && (after->cue_first <= q->close + 2 || after->first <= q->close + 2);
    bool noun = q->open > 0 && unit_is(u, q->open - 1, CLASS(C_DET));
    return noun || (after && !next);
}

/* Whether a stretch stands in the statement's content. */
static bool holds(const struct statement *s, struct span part) {
    for (uint32_t k = 0; k < s->content.n && k < STATEMENTS; k++)
        if (s->content.at[k].start <= part.start && part.end <= s->content.at[k].end)
            return true;
    return false;
}

/* The statement of the quotation's sentence whose content has the quotation in it: of several, the
 * one with the shortest. */
static uint32_t statement_around(const struct speech *sp, const struct quotation *q) {
    const struct unit *u = sp->u;
    struct span in = inside(u, q);
    uint32_t best = NO_INDEX, shortest = UINT32_MAX;
    uint32_t i = sp->lists.last_of[u->in_title ? 0 : u->words.at[q->open].sentence];
    for (uint32_t n = 0; n < STATEMENTS && i != NO_INDEX; n++, i = sp->lists.before_it[i]) {
        const struct statement *s = &u->analysis->statements.at[i];
        uint32_t count = str_starts(s->rule, STR("reported")) ? s->content.n : 0;
        for (uint32_t k = 0; k < count && k < STATEMENTS; k++) {
            struct span c = s->content.at[k];
            bool around = c.start <= in.start && c.end >= in.end;
            if (around && c.end - c.start < shortest) {
                shortest = c.end - c.start;
                best = i;
            }
        }
    }
    return best;
}

/* The statement of a sentence that gives it its one speaker: what it holds in its content does not
 * count, nor does the outlet that a speaker tells. NO_INDEX when there is none or more than one. */
static uint32_t one_speaker(const struct speech *sp, uint32_t sentence) {
    const struct unit *u = sp->u;
    uint32_t i = sp->lists.last_of[u->in_title ? 0 : sentence], best = NO_INDEX;
    for (uint32_t n = 0; n < STATEMENTS && i != NO_INDEX; n++, i = sp->lists.before_it[i]) {
        const struct statement *s = &u->analysis->statements.at[i];
        if (s->relayed || s->source.start >= s->source.end)
            continue;
        const struct statement *b = best == NO_INDEX ? NULL : &u->analysis->statements.at[best];
        if (!b || holds(s, b->cue))
            best = i;
        else if (!holds(b, s->cue) && b->source.start != s->source.start)
            return NO_INDEX;
    }
    return best;
}

/* Whether a word of the quotation hangs, over any number of others, on the statement's cue or
 * content. */
static bool hangs_on(const struct speech *sp, const struct quotation *q,
                     const struct statement *s) {
    const struct parse_tree *t = sp->u->tree;
    uint32_t i = sp->speakers.token[q->open + 1];
    for (uint32_t n = 0; n < CHAIN && i != NO_INDEX; n++, i = tree_head(t, i)) {
        struct span part = tree_token(t, i)->text;
        if ((s->cue.start <= part.start && part.end <= s->cue.end) || holds(s, part))
            return true;
    }
    return false;
}

/* The statement's cue is what the sentence says first of all: its root, or what stands on its own
 * beside it ("according to"). */
static bool leads_sentence(const struct speech *sp, uint32_t statement) {
    const struct unit *u = sp->u;
    const struct statement *s = &u->analysis->statements.at[statement];
    uint32_t i = unit_word_at(u, s->cue.start), end = unit_word_at(u, s->cue.end - 1);
    bool verb = false;
    for (; i <= end && i < u->words.n; i++) {
        uint32_t token = sp->speakers.token[i];
        if (token == NO_INDEX)
            continue;
        if (tree_head(sp->u->tree, token) == NO_INDEX)
            return true;
        verb |= tree_token(sp->u->tree, token)->pos == sp->u->tree->labels.verb;
    }
    return !verb;
}

/* A quotation in a sentence that gives words to one speaker is that speaker's too, when it follows
 * the cue and is part of the same clause. */
static uint32_t statement_beside(const struct speech *sp, const struct quotation *q) {
    const struct unit *u = sp->u;
    uint32_t at = one_speaker(sp, u->words.at[q->open].sentence);
    const struct statement *s = at == NO_INDEX ? NULL : &u->analysis->statements.at[at];
    struct span in = inside(u, q);
    if (!s || s->cue.start > in.start || (s->source.start < in.end && in.start < s->source.end))
        return NO_INDEX;
    bool colon = unit_mark(u, q->open - 1, ':') && quotation_is_whole(u, q);
    return colon || hangs_on(sp, q, s) ? at : NO_INDEX;
}

/* The quotation is a sentence of its own, or several; `Then, "..."` is one too. */
static bool stands_alone(const struct unit *u, const struct quotation *q) {
    uint32_t first = unit_sentence_first(u, q->open);
    if (first + 2 == q->open && unit_mark(u, first + 1, ',') &&
        unit_is(u, first, CLASS(C_ADV) | CLASS(C_CONJ) | CLASS(C_PREP)))
        first = q->open;
    return !u->in_title && first == q->open &&
           (q->goes_on || q->close + 2 >= unit_sentence_end(u, q->close));
}

/* Who speaks in a quotation that stands alone: whoever the sentence before gives words to, or the
 * paragraph before when the quotation is a paragraph. After a question somebody else may answer. */
static uint32_t statement_before(const struct speech *sp, const struct quotation *q) {
    const struct unit *u = sp->u;
    uint32_t sentence = u->words.at[q->open].sentence, last = sentence - 1;
    if (!stands_alone(u, q) || sentence == 0)
        return NO_INDEX;
    uint32_t apart = u->sentences.at[sentence].paragraph - u->sentences.at[last].paragraph;
    const struct quotation *b = sp->before;
    bool follows = b && b->statement != NO_INDEX && u->words.at[b->close].sentence == last;
    if (apart > 1 || (apart == 1 && b && unit_mark(u, b->close - 1, '?') &&
                      u->words.at[b->close].sentence == last))
        return NO_INDEX;
    uint32_t at = follows ? b->statement : one_speaker(sp, last);
    if (at == NO_INDEX || (!follows && apart == 1 && !leads_sentence(sp, at)))
        return NO_INDEX;
    const struct statement *s = &u->analysis->statements.at[at];
    bool person = s->source_class == SOURCE_PERSON || s->source_class == SOURCE_ORGANISATION ||
                  s->source_class == SOURCE_UNNAMED || s->source_class == SOURCE_UNKNOWN;
    uint32_t first = unit_word_at(u, s->source.start), end = unit_word_at(u, s->source.end);
    if (s->source.start < s->source.end && speaker_is_indefinite(u, first, end))
        return NO_INDEX;
    bool colon = unit_mark(u, q->open - 1, ':'); /* "As Reuters reported, ...:" */
    return s->source.end && (apart == 0 || person || colon) ? at : NO_INDEX;
}

/* The statement that there is already for a quotation which nobody speaks behind its marks, or
 * NO_INDEX; else, in v, the speaker: *found. */
static uint32_t find_statement(struct speech *sp, const struct quotation *q, struct speaker *v,
                               bool *found) {
    const struct unit *u = sp->u;
    uint32_t at = statement_around(sp, q);
    if (at != NO_INDEX)
        return at;
    *v = (struct speaker){0};
    *found = speaker_before(&sp->speakers, q, v);
    if (*found && str_eq(str_of(v->rule), STR("quote-subject"))) {
        at = one_speaker(sp, u->words.at[v->cue_first].sentence);
        *found = at == NO_INDEX && !looks_like_title(u, q);
    }
    if (!*found && at == NO_INDEX && q->words > SCARE_WORDS)
        at = statement_beside(sp, q);
    if (!*found && at == NO_INDEX)
        at = statement_before(sp, q);
    uint32_t sentence = u->words.at[q->open].sentence;
    if (!*found && at == NO_INDEX && sentence > 0 && stands_alone(u, q) &&
        u->sentences.at[sentence].paragraph - u->sentences.at[sentence - 1].paragraph <= 1)
        *found = speaker_of_sentence(&sp->speakers, sentence - 1, v);
    return at;
}

static bool is_nobody(const struct unit *u, uint32_t word) {
    return unit_word_is(u, word, STR("nobody")) || unit_word_is(u, word, STR("none")) ||
           unit_word_is(u, word, STR("nothing")) || unit_word_is(u, word, STR("neither")) ||
           unit_word_is(u, word, STR("no"));
}

static int quotation_of(struct speech *sp, struct quotation *q) {
    struct unit *u = sp->u;
    struct speaker v = {.rule = "quote"};
    if (q->open + 1 >= q->close || is_named_work(u, q))
        return TS_OK;
    bool found = speaker_after(&sp->speakers, q, &v), follows = goes_with_last(sp, q);
    if (is_scare(u, q, found ? &v : NULL))
        return TS_OK;
    if (follows && (!found || q->continued)) {
        q->statement = sp->last;
        struct statement *s = &u->analysis->statements.at[sp->last];
        if (found && s->cue.start >= s->cue.end)
            attribute(u, s, &v);
        return join(u, s, q);
    }
    uint32_t at = found ? NO_INDEX : find_statement(sp, q, &v, &found);
    if (at != NO_INDEX) {
        sp->last = q->statement = at;
        return join(u, &u->analysis->statements.at[at], q);
    }
    if (found && q->words <= SCARE_WORDS && v.cue_end + 2 < q->open)
        return TS_OK; /* a word or two far behind the cue */
    found = found && !is_nobody(u, v.first);
    if (!found) { /* words in marks without a speaker: only whole sentences are speech */
        if (!quotation_is_whole(u, q) || u->in_title || looks_like_title(u, q))
            return TS_OK;
        v = (struct speaker){.rule = "quote"};
    }
    return speak(sp, q, &v);
}

int unit_find_speech(struct unit *u) {
    struct speech sp = {.u = u, .last = NO_INDEX};
    map_init(&sp.by_cue, u->a);
    int status = speakers_init(&sp.speakers, u);
    if (status != TS_OK)
        return status;
    status = statement_lists_init(&sp.lists, u);
    if (status != TS_OK)
        return status;
    for (uint32_t i = 0; i < u->analysis->statements.n; i++) {
        const struct statement *s = &u->analysis->statements.at[i];
        if (s->in_title != u->in_title || !s->cue.end)
            continue;
        uint32_t k = unit_word_at(u, s->cue.start);
        for (uint32_t n = 0; n < CHAIN && k < u->words.n && u->words.at[k].text.start < s->cue.end;
             n++, k++) { /* "also said": any of its words */
            uint32_t *slot = map_put_u64(&sp.by_cue, u->words.at[k].text.start);
            u->refused |= !slot;
            if (slot && (*slot == MAP_NONE || !s->relayed)) /* not the outlet that is told */
                *slot = i;
        }
    }
    for (uint32_t i = 0; i < u->quotations.n; i++) {
        status = quotation_of(&sp, &u->quotations.at[i]);
        if (status != TS_OK)
            return status;
        sp.before = &u->quotations.at[i];
    }
    return TS_OK;
}
