/* Direct quotations and who speaks them. */
#include "lang/statements.h"

enum { AFTER_WORDS = 12, BEFORE_WORDS = 16, SCARE_WORDS = 3, SPEAKER_WORDS = 14, STATEMENTS = 32 };

/* What is carried from one quotation to the next. */
struct speech {
    struct unit *u;
    struct map by_cue;   /* start byte of a cue -> statement */
    uint32_t *last_of;   /* of each sentence: its last statement with a cue, or NO_INDEX */
    uint32_t *before_it; /* of each statement: the one before it in its sentence */
    uint32_t last;       /* statement of the quotation before, or NO_INDEX */
    const struct quotation *before;
};

/* A speaker and the cue that names him or her. */
struct voice {
    uint32_t cue_first, cue_end, first, end;
    struct str lemma, force;
    bool mixed;
    const char *rule;
};

static void set_cue(struct voice *v, uint32_t i, const struct cue *cue) {
    v->cue_first = i;
    v->cue_end = i + 1;
    v->lemma = cue->lemma;
    v->force = cue->force;
}

/* The noun phrase that follows "said": "Hugh Hill", "a spokesman for the mayor", "lawyer Jane Roe".
 */
static uint32_t speaker_end(const struct unit *u, uint32_t i, uint32_t limit) {
    bool name = false;
    uint32_t k = i;
    if (unit_is(u, k, CLASS(C_PRON)))
        return k + 1;
    for (; k < limit && k < i + SPEAKER_WORDS; k++) {
        if (unit_kind(u, k, WORD_PUNCT) ||
            unit_is(u, k, CLASS(C_DAY) | CLASS(C_SUB) | CLASS(C_HAVE) | CLASS(C_BE)))
            break;
        bool prep = unit_is(u, k, CLASS(C_PREP)),
             of = unit_word_is(u, k, STR("of")) || unit_word_is(u, k, STR("for"));
        if (unit_has(u, k, W_UPPER))
            name = true;
        else if (prep ? (name || k == i ? !of : false)
                      : name && !unit_is(u, k, CLASS(C_DET)) && !unit_has(u, k, W_POSSESSIVE))
            break;
        if (prep && !of && unit_is(u, k + 1, CLASS(C_DAY) | CLASS(C_MONTH)))
            break;
    }
    while (k > i && unit_is(u, k - 1, CLASS(C_PREP) | CLASS(C_DET) | CLASS(C_ADV) | CLASS(C_CONJ)))
        k--;
    return k;
}

/* The subject before a cue verb at i: where it begins and ends. */
static bool subject_of(const struct unit *u, uint32_t i, struct voice *v) {
    struct people p = people_before(u, i);
    if (p.kind == PEOPLE_NONE && p.first >= p.end)
        return false;
    bool participle =
        !unit_cue(u, i, FORM_PAST | FORM_S, CUE_SPEECH) && !unit_cue(u, i, FORM_ING, CUE_TO);
    for (uint32_t k = p.first; p.kind == PEOPLE_NONE && participle && k < p.end; k++)
        if (unit_is(u, k, CLASS(C_PREP)))
            return false; /* "a page set up to help him, saying": no noun phrase was found */
    while (p.first < p.end &&
           (unit_kind(u, p.first, WORD_PUNCT) || unit_is(u, p.first, CLASS(C_SUB) | CLASS(C_CONJ))))
        p.first++;
    if (p.first >= p.end || unit_is(u, p.first, CLASS(C_PREP)))
        return false;
    v->first = p.first;
    v->end = p.end;
    return true;
}

/* `..." said Hugh Hill`, `..." Hill said`, `..." according to Hill`. */
static bool voice_after(const struct unit *u, const struct quotation *q, struct voice *v) {
    uint32_t i = q->close + 1;
    if (q->goes_on || i >= u->words.n || u->words.at[i].sentence != u->words.at[q->close].sentence)
        return false;
    uint32_t limit = unit_sentence_end(u, i);
    if (unit_mark(u, i, ','))
        i++;
    if (unit_word_is(u, i, STR("according")) && unit_word_is(u, i + 1, STR("to"))) {
        *v = (struct voice){.cue_first = i,
                            .cue_end = i + 2,
                            .first = i + 2,
                            .lemma = STR("according to"),
                            .force = STR("neutral"),
                            .rule = "quote-according"};
        v->end = speaker_end(u, i + 2, limit);
        return v->first < v->end;
    }
    const struct cue *cue = unit_cue(u, i, FORM_PAST | FORM_S, CUE_SPEECH);
    v->rule = "quote-said";
    if (cue) {
        set_cue(v, i, cue);
        v->first = i + 1;
        v->end = speaker_end(u, i + 1, limit);
        return v->first < v->end;
    }
    for (uint32_t k = i; k < limit && k < i + AFTER_WORDS + 8; k++) {
        if (u->words.at[k].kind == WORD_PUNCT && !unit_mark(u, k, ',') && !unit_mark(u, k, '-'))
            return false;
        if (k == i && (unit_is(u, k, CLASS(C_CONJ) | CLASS(C_PREP) | CLASS(C_BE)) ||
                       unit_has(u, k, W_QUOTED)))
            return false;
        cue = unit_cue(u, k, FORM_PAST | FORM_S, CUE_SPEECH | CUE_TO);
        if (!cue)
            continue;
        set_cue(v, k, cue);
        return subject_of(u, k, v) && v->first >= i;
    }
    return false;
}

static bool is_passive(const struct unit *u, uint32_t i) {
    return i > 0 && unit_is(u, i - 1, CLASS(C_BE)) && !unit_has(u, i - 1, W_POSSESSIVE);
}

/* `Hill said: "..."`, `Hill said that it was "..."`; the nearest cue before the quotation that is
 * not in another one. */
static bool cue_before(const struct unit *u, uint32_t end, uint32_t low, struct voice *v) {
    for (uint32_t k = end, n = 0; k > low && n < BEFORE_WORDS; n++) {
        k--;
        if (unit_mark(u, k, ';') || unit_has(u, k, W_QUOTED))
            return false;
        const struct cue *cue =
            unit_cue(u, k, FORM_PAST | FORM_S | FORM_ING, CUE_SPEECH | CUE_TO | CUE_TO_PREP);
        if (!cue || is_passive(u, k) || unit_has(u, k, W_UPPER))
            continue;
        if (unit_is(u, k, CLASS(C_PIECE)) && k > low && unit_is(u, k - 1, CLASS(C_DET)))
            continue;
        set_cue(v, k, cue);
        v->mixed = n > 3;
        if (subject_of(u, k, v))
            return true;
        if (!unit_is(u, k - (k > low), CLASS(C_SUB) | CLASS(C_CONJ)))
            return false;
    }
    return false;
}

static bool voice_before(const struct unit *u, const struct quotation *q, struct voice *v) {
    v->rule = "quote-after";
    return cue_before(u, q->open, unit_sentence_first(u, q->open), v);
}

/* The paragraph before ends in `Hill said:` and this one is the quotation. */
static bool voice_colon(const struct unit *u, const struct quotation *q, struct voice *v) {
    uint32_t first = u->paragraph_words.at[q->paragraph];
    if (q->open != first || first == 0 || !unit_mark(u, first - 1, ':'))
        return false;
    v->rule = "quote-colon";
    return cue_before(u, first - 1, unit_sentence_first(u, first - 1), v);
}

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
        bool begins = c->start >= marks.start && c->start <= in.start;
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
static int speak(struct speech *sp, struct quotation *q, const struct voice *v) {
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
            if (*slot > 0 && old[-1].in_title == u->in_title &&
                old[-1].cue.start == old->cue.start && join(u, &old[-1], q) != TS_OK)
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
static void attribute(const struct unit *u, struct statement *s, const struct voice *v) {
    s->source = unit_span(u, v->first, v->end);
    s->source_class = people_class(u, v->first, v->end);
    s->cue = unit_span(u, v->cue_first, v->cue_end);
    s->cue_lemma = v->lemma;
    s->force = v->force;
    s->rule = str_of(v->rule);
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
    if (b->paragraph != q->paragraph || b->goes_on || q->words <= SCARE_WORDS)
        return false;
    uint32_t s = u->words.at[q->open].sentence, of_before = u->words.at[b->close].sentence;
    return s == of_before + 1 && unit_sentence_first(u, q->open) == q->open &&
           u->analysis->statements.at[sp->last].cue.end > 0;
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

/* A word or two in marks that no mark of its own ends, inside somebody else's sentence: `a "rescue"
 * mission, Roe says`, `declared a "republic"`. */
static bool is_scare(const struct unit *u, const struct quotation *q, const struct voice *after) {
    if (q->words > SCARE_WORDS || q->continued || unit_kind(u, q->close - 1, WORD_PUNCT))
        return false;
    bool next = after && (after->cue_first <= q->close + 2 || after->first <= q->close + 2);
    bool noun = q->open > 0 && unit_is(u, q->open - 1, CLASS(C_DET));
    return noun || (after && !next);
}

/* The statement of the quotation's sentence whose content has the quotation in it: of several, the
 * one with the shortest. */
static uint32_t statement_around(const struct speech *sp, const struct quotation *q) {
    const struct unit *u = sp->u;
    struct span in = inside(u, q);
    uint32_t best = NO_INDEX, shortest = UINT32_MAX;
    uint32_t i = sp->last_of[u->in_title ? 0 : u->words.at[q->open].sentence];
    for (uint32_t n = 0; n < STATEMENTS && i != NO_INDEX; n++, i = sp->before_it[i]) {
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

/* Who speaks in a sentence that is all quotation: whoever the sentence before gives words to, in
 * the same paragraph. */
static uint32_t statement_before(const struct speech *sp, const struct quotation *q) {
    const struct unit *u = sp->u;
    uint32_t sentence = u->words.at[q->open].sentence;
    bool whole = !u->in_title && unit_sentence_first(u, q->open) == q->open &&
                 (q->goes_on || q->close + 2 >= unit_sentence_end(u, q->close));
    if (!whole || sentence == 0 ||
        u->sentences.at[sentence - 1].paragraph != u->sentences.at[sentence].paragraph)
        return NO_INDEX;
    uint32_t at = sp->last_of[sentence - 1];
    if (at == NO_INDEX || sp->before_it[at] != NO_INDEX) /* which of two? */
        return NO_INDEX;
    return u->analysis->statements.at[at].source.end ? at : NO_INDEX;
}

static int quotation_of(struct speech *sp, struct quotation *q) {
    struct unit *u = sp->u;
    struct voice v = {.rule = "quote"};
    if (q->open + 1 >= q->close)
        return TS_OK;
    bool found = voice_after(u, q, &v), follows = goes_with_last(sp, q);
    if (is_scare(u, q, found ? &v : NULL))
        return TS_OK;
    if (follows && (!found || q->continued)) {
        q->statement = sp->last;
        struct statement *s = &u->analysis->statements.at[sp->last];
        if (found && s->cue.start >= s->cue.end)
            attribute(u, s, &v);
        if (s->content.n && s->content.at[s->content.n - 1].end <= inside(u, q).start)
            return add_inside(u, s, q);
        return TS_OK;
    }
    uint32_t around = found ? NO_INDEX : statement_around(sp, q);
    if (around != NO_INDEX) {
        sp->last = q->statement = around;
        return join(u, &u->analysis->statements.at[around], q);
    }
    if (!found) {
        v = (struct voice){0};
        found = voice_before(u, q, &v) || voice_colon(u, q, &v);
        bool near = found && v.cue_end + 2 >= q->open;
        if (found && q->words <= SCARE_WORDS && !near)
            return TS_OK;
    }
    uint32_t earlier = found ? NO_INDEX : statement_before(sp, q);
    if (earlier != NO_INDEX) {
        sp->last = q->statement = earlier;
        return add_inside(u, &u->analysis->statements.at[earlier], q);
    }
    if (!found) {
        if (q->words <= SCARE_WORDS || u->in_title || looks_like_title(u, q))
            return TS_OK;
        v = (struct voice){.rule = "quote"};
    }
    return speak(sp, q, &v);
}

/* Lists the statements there are by their sentences. */
static bool list_statements(struct speech *sp) {
    struct unit *u = sp->u;
    uint32_t n = u->analysis->statements.n;
    sp->last_of = arena_alloc(u->a, ((size_t)u->sentences.n + 1) * sizeof *sp->last_of);
    sp->before_it = arena_alloc(u->a, ((size_t)n + 1) * sizeof *sp->before_it);
    if (!sp->last_of || !sp->before_it)
        return false;
    for (uint32_t i = 0; i <= u->sentences.n; i++)
        sp->last_of[i] = NO_INDEX;
    for (uint32_t i = 0; i < n; i++) {
        const struct statement *s = &u->analysis->statements.at[i];
        sp->before_it[i] = NO_INDEX;
        if (s->in_title != u->in_title || s->cue.start >= s->cue.end)
            continue;
        sp->before_it[i] = sp->last_of[s->sentence];
        sp->last_of[s->sentence] = i;
    }
    return true;
}

int unit_find_speech(struct unit *u) {
    struct speech sp = {.u = u, .last = NO_INDEX};
    map_init(&sp.by_cue, u->a);
    if (!list_statements(&sp))
        return arena_fail(u->a, u->err);
    for (uint32_t i = 0; i < u->analysis->statements.n; i++) {
        const struct statement *s = &u->analysis->statements.at[i];
        if (s->in_title != u->in_title || !s->cue.end)
            continue;
        uint32_t *slot = map_put_u64(&sp.by_cue, s->cue.start);
        u->refused |= !slot;
        if (slot) /* of a relayed credit and its speaker the later one, the speaker, has the words
                   */
            *slot = i;
    }
    for (uint32_t i = 0; i < u->quotations.n; i++) {
        int status = quotation_of(&sp, &u->quotations.at[i]);
        if (status != TS_OK)
            return status;
        sp.before = &u->quotations.at[i];
    }
    return TS_OK;
}
