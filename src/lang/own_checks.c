/* What an outlet says of its own checking: "has independently confirmed ... by examining", "could
 * not verify". */
#include "lang/statements.h"

enum { AUX_WORDS = 9, MEANS_WORDS = 40 };

/* What was passed between subject and verb. */
struct verb_phrase {
    uint32_t subject_end;
    bool neg, have, be, modal, unable, independently;
};

static void note_word(const struct unit *u, uint32_t i, struct verb_phrase *v) {
    v->neg |= unit_is(u, i, CLASS(C_NEG));
    v->have |= unit_is(u, i, CLASS(C_HAVE));
    v->be |= unit_is(u, i, CLASS(C_BE));
    v->modal |= unit_is(u, i, CLASS(C_MODAL)) && !unit_word_is(u, i, STR("can"));
    v->unable |= unit_word_is(u, i, STR("unable"));
    v->independently |= unit_word_is(u, i, STR("independently"));
}

static struct verb_phrase verb_phrase_before(const struct unit *u, uint32_t verb) {
    struct verb_phrase v = {.subject_end = verb};
    uint32_t low = unit_sentence_first(u, verb);
    for (uint32_t i = verb; i > low && verb - i < AUX_WORDS; i--) {
        bool able = unit_word_is(u, i - 1, STR("able")) || unit_word_is(u, i - 1, STR("unable"));
        bool to = unit_word_is(u, i - 1, STR("to")) && i > low + 1 &&
                  (unit_word_is(u, i - 2, STR("able")) || unit_word_is(u, i - 2, STR("unable")));
        if (!able && !to &&
            !unit_is(u, i - 1,
                     CLASS(C_BE) | CLASS(C_HAVE) | CLASS(C_DO) | CLASS(C_MODAL) | CLASS(C_NEG) |
                         CLASS(C_ADV)))
            break;
        note_word(u, i - 1, &v);
        v.subject_end = i - 1;
    }
    if (unit_word_is(u, verb + 1, STR("independently")))
        v.independently = true;
    return v;
}

/* Who checks: tokens first..end-1. */
struct checker {
    uint32_t first, end, name;
    bool self;
};

/* The report's own people: "we", "our reporters", "the Ledger's reporter", the outlet's own name;
 * or another outlet. */
static bool checker_before(const struct unit *u, uint32_t end, uint32_t low, struct checker *c) {
    uint32_t i = end;
    bool staff = false;
    if (i > low && (unit_word_is(u, i - 1, STR("and")) || unit_word_is(u, i - 1, STR("but")) ||
                    unit_word_is(u, i - 1, STR("it")))) {
        uint32_t k =
            low; /* "X has not seen the logs and could not verify": the sentence's own subject */
        while (k < i && u->words.at[k].mention == NO_INDEX && k < low + 3)
            k++;
        uint32_t opens = k < i ? u->words.at[k].mention : NO_INDEX;
        if (opens != NO_INDEX && u->mentions.at[opens].left == low)
            i = u->mentions.at[opens].end;
    }
    if (i > low && unit_is(u, i - 1, CLASS(C_STAFF) | CLASS(C_BACK)) &&
        u->words.at[i - 1].mention == NO_INDEX) {
        staff = true;
        i--;
    }
    if (i == low)
        return false;
    bool our = staff && unit_word_is(u, i - 1, STR("our"));
    if (our || (!staff && unit_word_is(u, i - 1, STR("we")))) {
        *c = (struct checker){i - 1, end, u->names->self, true};
        return true;
    }
    if (unit_has(u, i - 1, W_POSSESSIVE) && i - 1 > low)
        i--;
    uint32_t k = u->words.at[i - 1].mention;
    if (k == NO_INDEX || u->mentions.at[k].name == NO_INDEX)
        return false;
    const struct outlet_mention *m = &u->mentions.at[k];
    bool own = u->names->at.at[m->name].self;
    bool free = m->left == low || !unit_is(u, m->left - 1, CLASS(C_PREP)) ||
                unit_is(u, m->left - 1, CLASS(C_SUB));
    if (m->how == MENTION_SHAPE && !own && !m->article)
        return false;
    *c = (struct checker){m->left, staff ? end : m->end, m->name, own};
    return free;
}

/* "verified by the Chronicle", "reviewed by our reporters" */
static bool checker_after(const struct unit *u, uint32_t verb, struct checker *c) {
    uint32_t i = verb + 1;
    if (!unit_word_is(u, i, STR("by")))
        return false;
    if (unit_word_is(u, i + 1, STR("our")) && unit_is(u, i + 2, CLASS(C_STAFF))) {
        *c = (struct checker){i + 1, i + 3, u->names->self, true};
        return true;
    }
    uint32_t k = unit_is(u, i + 1, CLASS(C_DET)) ? i + 2 : i + 1;
    uint32_t mention = k < u->words.n ? u->words.at[k].mention : NO_INDEX;
    if (mention == NO_INDEX && i + 1 < u->words.n)
        mention = u->words.at[i + 1].mention;
    if (mention == NO_INDEX || u->mentions.at[mention].name == NO_INDEX)
        return false;
    const struct outlet_mention *m = &u->mentions.at[mention];
    *c = (struct checker){m->left, m->end, m->name, u->names->at.at[m->name].self};
    return c->self;
}

static bool ends_means(const struct unit *u, uint32_t i) {
    return unit_mark(u, i, ',') || unit_mark(u, i, '.') || unit_mark(u, i, ';') ||
           unit_word_is(u, i, STR("that"));
}

static bool is_ing(const struct unit *u, uint32_t i) {
    return unit_kind(u, i, WORD_LETTERS) && str_ends_nocase(unit_text(u, i), STR("ing")) &&
           unit_text(u, i).n > 5;
}

/* Whether the word at i opens a phrase that tells by what means: "by examining", "through", "from
 * bank records". */
static bool opens_means(const struct unit *u, uint32_t i, uint32_t limit) {
    if (unit_word_is(u, i, STR("through")) || unit_word_is(u, i, STR("using")) ||
        unit_word_is(u, i, STR("via")))
        return i + 1 < limit;
    bool by = unit_word_is(u, i, STR("by")), after = unit_word_is(u, i, STR("after"));
    if ((by || after) && is_ing(u, i + 1))
        return true;
    if (!by && !unit_word_is(u, i, STR("from")))
        return false;
    for (uint32_t k = i + 1; k < limit && k < i + 6 && !ends_means(u, k); k++)
        if (unit_is(u, k, CLASS(C_DOC)))
            return true;
    return false;
}

static struct span means_from(const struct unit *u, uint32_t i, uint32_t limit) {
    uint32_t end = i + 1;
    while (end < limit && !ends_means(u, end))
        end++;
    return unit_span(u, i, end);
}

static struct span find_means(const struct unit *u, uint32_t verb, const struct cue *cue,
                              uint32_t subject) {
    uint32_t low = unit_sentence_first(u, verb), limit = unit_sentence_end(u, verb);
    if (subject > low && opens_means(u, low, subject))
        return means_from(u, low, subject);
    for (uint32_t i = verb + 1; i < limit && i < verb + MEANS_WORDS; i++)
        if (opens_means(u, i, limit))
            return means_from(u, i, limit);
    return cue->kinds & CUE_LOOK ? means_from(u, verb, limit) : (struct span){0, 0};
}

/* Where the cues of the credits end -> statement. */
static int index_cues(struct unit *u, struct map *cues) {
    map_init(cues, u->a);
    for (uint32_t i = 0; i < u->analysis->statements.n; i++) {
        const struct statement *s = &u->analysis->statements.at[i];
        if (s->in_title || !s->cue.end)
            continue;
        uint32_t *slot = map_put_u64(cues, s->cue.end);
        if (!slot)
            return arena_fail(u->a, u->err);
        *slot = i;
    }
    return TS_OK;
}

/* The credit that has the same verb as its cue, if there is one. */
static struct statement *same_cue(struct unit *u, uint32_t verb, const struct map *cues) {
    uint32_t found = map_get_u64(cues, u->words.at[verb].text.end);
    return found == MAP_NONE ? NULL : &u->analysis->statements.at[found];
}

/* What could not be checked, in the passive: the verb's subject, without the clauses before it. */
static int passive_content(struct unit *u, struct statement *s, uint32_t subject_end) {
    uint32_t low = unit_sentence_first(u, subject_end), first = subject_end, end = subject_end;
    bool relative = end > low + 1 && (unit_word_is(u, end - 1, STR("which")) ||
                                      unit_word_is(u, end - 1, STR("that")) ||
                                      unit_word_is(u, end - 2, STR("whose")));
    if (relative) {
        end -= unit_word_is(u, end - 2, STR("whose")) ? 2 : 1;
        end -= end > low && unit_mark(u, end - 1, ',');
        first = end;
    }
    bool set_off =
        end > low && unit_mark(u, end - 1, ','); /* "the video, posted on Friday, could" */
    while (first > low &&
           (set_off || !(unit_mark(u, first - 1, ',') || unit_mark(u, first - 1, ';'))))
        first--;
    const uint64_t verbs = CLASS(C_BE) | CLASS(C_HAVE) | CLASS(C_DO) | CLASS(C_MODAL);
    bool verb = false;
    for (uint32_t i = first; i < end && !set_off; i++) {
        bool joins = unit_is(u, i, CLASS(C_CONJ)) || unit_word_is(u, i, STR("that")) ||
                     unit_word_is(u, i, STR("because"));
        if ((verb && joins) || unit_word_is(u, i, STR("because"))) {
            first = i + 1;
            verb = false;
        }
        verb |= (unit_is(u, i, verbs) && !unit_has(u, i, W_POSSESSIVE)) ||
                unit_cue(u, i, FORM_PAST | FORM_S | FORM_ING, CUE_SPEECH);
    }
    while (first < end &&
           (unit_is(u, first, CLASS(C_CONJ)) || unit_word_is(u, first, STR("while")) ||
            unit_cue(u, first, FORM_PAST | FORM_S, CUE_SPEECH)))
        first++;
    return statement_content(u, s, first, end);
}

/* Where the object of the verb that ends before i ends: before ", but ...", "and has ...", "and the
 * army said ...". */
static uint32_t object_end(const struct unit *u, uint32_t i, uint32_t limit) {
    const uint64_t verbs = CLASS(C_BE) | CLASS(C_HAVE) | CLASS(C_DO) | CLASS(C_MODAL);
    bool clause = unit_is(u, i, CLASS(C_SUB));
    for (uint32_t k = i + 1; k + 1 < limit; k++) {
        bool joins = unit_is(u, k, CLASS(C_CONJ)), comma = unit_mark(u, k, ',');
        if ((comma && unit_is(u, k + 1, CLASS(C_CONJ))) ||
            (comma &&
             (unit_word_is(u, k + 1, STR("so")) || unit_word_is(u, k + 1, STR("though")))) ||
            (joins && (unit_is(u, k + 1, verbs) || unit_word_is(u, k, STR("but")))))
            return k;
        for (uint32_t n = k + 1; joins && !clause && n < limit && n < k + 6; n++) {
            if (u->words.at[n].kind == WORD_PUNCT || unit_is(u, n, CLASS(C_SUB) | CLASS(C_PREP)))
                break;
            if (n > k + 1 && (unit_is(u, n, verbs) || unit_cue(u, n, FORM_PAST, CUE_SPEECH)))
                return k;
        }
    }
    return limit;
}

/* The content of a check that was not made, as tight as its clause. */
static int no_check_content(struct unit *u, struct statement *s, uint32_t verb, bool passive,
                            uint32_t subject_end) {
    bool dummy = unit_word_is(u, subject_end - (subject_end > 0), STR("it")) &&
                 unit_is(u, verb + 1, CLASS(C_SUB));
    if (passive && !dummy) {
        s->content.n = 0;
        return passive_content(u, s, subject_end);
    }
    if (s->content.n != 1 || s->content.at[0].start < u->words.at[verb].text.end)
        return TS_OK;
    uint32_t limit = unit_sentence_end(u, verb), end = object_end(u, verb + 1, limit);
    if (end == limit || u->words.at[end].text.start >= s->content.at[0].end)
        return TS_OK;
    s->content.n = 0;
    return statement_content(u, s, verb + 1, end);
}

static int add_check(struct unit *u, uint32_t verb, const struct cue *cue,
                     const struct verb_phrase *v, const struct checker *c, bool own,
                     const struct map *cues) {
    struct statement *s = same_cue(u, verb, cues);
    int status = TS_OK;
    if (!s) {
        bool active = c->first < c->end && c->first < verb;
        struct draft d =
            draft_at(active ? c->first : v->subject_end, verb + 1, own ? "own-check" : "no-check");
        d.source_first = c->first;
        d.source_end = c->end;
        d.cue_first = v->subject_end;
        d.cue_end = verb + 1;
        d.lemma = cue->lemma;
        d.force = own ? cue->force : STR("doubt");
        d.name = c->name;
        d.negated = false;
        status = statement_add(&s, u, &d);
    }
    if (status != TS_OK)
        return status;
    s->rule = own ? STR("own-check") : STR("no-check");
    s->check = own ? CHECK_OWN : CHECK_NONE_MADE;
    if (!own)
        status = no_check_content(u, s, verb,
                                  v->be && !v->unable && (c->first >= c->end || c->first > verb),
                                  v->subject_end);
    if (status != TS_OK)
        return status;
    s->self = c->self;
    if (c->self)
        s->source_class = SOURCE_OUTLET;
    if (own)
        s->means = find_means(u, verb, cue, c->first);
    return TS_OK;
}

static int look_at_verb(struct unit *u, uint32_t verb, const struct cue *cue,
                        const struct map *cues) {
    struct verb_phrase v = verb_phrase_before(u, verb);
    unsigned forms = unit_lexeme(u, verb)->forms;
    struct checker c = {0, 0, NO_INDEX, false};
    bool refused = v.neg || v.unable;
    bool passive =
        v.be && (forms & FORM_PP) && !v.unable && !unit_word_is(u, verb - (verb > 0), STR("to"));
    if (passive && !refused && !v.modal && checker_after(u, verb, &c))
        return add_check(u, verb, cue, &v, &c, true, cues);
    bool sure = v.independently || str_eq(cue->lemma, STR("verify")) ||
                str_eq(cue->lemma, STR("authenticate")) || str_eq(cue->lemma, STR("corroborate"));
    if (passive && refused && sure && unit_word_is(u, verb + 1, STR("by"))) {
        checker_after(u, verb, &c); /* "has not been verified by the Ledger" */
        if (c.first >= c.end)
            return TS_OK; /* by investigators: no check of a newsroom's */
    }
    if (passive)
        return refused && sure ? add_check(u, verb, cue, &v, &c, false, cues) : TS_OK;
    if (!checker_before(u, v.subject_end, unit_sentence_first(u, verb), &c)) {
        c = (struct checker){0, 0, NO_INDEX, false};
        bool seen = (forms & FORM_PP) && !v.have && checker_after(u, verb, &c);
        return seen ? add_check(u, verb, cue, &v, &c, true, cues) : TS_OK;
    }
    if (refused)
        return add_check(u, verb, cue, &v, &c, false, cues);
    if ((cue->kinds & CUE_LOOK) &&
        (verb + 1 >= unit_sentence_end(u, verb) || u->words.at[verb + 1].kind == WORD_PUNCT ||
         unit_is(u, verb + 1, CLASS(C_PREP)) || unit_word_is(u, verb + 1, STR("out"))))
        return TS_OK; /* "last time we checked, ...", "we checked out the menu": nothing is checked
                       */
    bool done = v.have ? (forms & FORM_PP) != 0 : (forms & (FORM_PAST | FORM_S)) != 0;
    bool can = unit_word_is(u, v.subject_end, STR("can"));
    return c.self && !v.modal && !v.be && (done || can)
               ? add_check(u, verb, cue, &v, &c, true, cues)
               : TS_OK;
}

int unit_find_checks(struct unit *u) {
    struct map cues;
    int indexed = index_cues(u, &cues);
    if (indexed != TS_OK)
        return indexed;
    for (uint32_t i = 0; i < u->words.n; i++) {
        const struct cue *cue = unit_has(u, i, W_QUOTED) ? NULL : unit_cue(u, i, 31, CUE_OWN);
        int status = cue ? look_at_verb(u, i, cue, &cues) : TS_OK;
        if (status != TS_OK)
            return status;
    }
    return TS_OK;
}
