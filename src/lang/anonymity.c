/* Why a source has no name: "who was not authorised to speak publicly", "on condition of anonymity
 * because ...", "who asked not to be named to discuss ...". */
#include "lang/statements.h"
#include "lang/tree_words.h"

enum { BACK_WORDS = 8, REASON_WORDS = 40, IN_SENTENCE = 32, SENTENCES_BACK = 3 };

static bool any_word(const struct unit *u, uint32_t i, const char *words) {
    for (struct str rest = str_of(words); rest.at;)
        if (unit_word_is(u, i, str_split(&rest, ' ')))
            return true;
    return false;
}

/* A verb's bare form follows "to" at word i: "to discuss", not "to reporters". */
static bool is_infinitive(const struct unit *u, uint32_t i) {
    if (!unit_word_is(u, i, STR("to")) || i + 1 >= u->words.n)
        return false;
    uint32_t token = tree_token_at(u->tree, u->words.at[i + 1].text.start);
    return token < u->doc->tokens.n && tree_tag_is(u, token, "VB");
}

static bool opens_reason(const struct unit *u, uint32_t i) {
    if (any_word(u, i, "because since citing due given") || is_infinitive(u, i))
        return true;
    if (any_word(u, i, "for out in") && any_word(u, i + 1, "fear of order"))
        return any_word(u, i + 2, "of that to fear") || unit_word_is(u, i + 1, STR("fear"));
    return unit_word_is(u, i, STR("as")) && unit_is(u, i + 1, CLASS(C_PERSON_PRON));
}

/* The word after a clause that begins at word i: a mark ends it, and so does a verb of speech that
 * is not the clause's own. */
static uint32_t clause_end(const struct unit *u, uint32_t i) {
    uint32_t limit = unit_sentence_end(u, i), k = i;
    for (; k < limit && k < i + REASON_WORDS; k++) {
        if (unit_kind(u, k, WORD_PUNCT) && !unit_mark(u, k, '-') && !unit_mark(u, k, '\''))
            break;
        if (k > i && unit_cue(u, k, FORM_PAST, CUE_SPEECH | CUE_TO) &&
            any_word(u, k, "said told added") && !unit_is(u, k - 1, CLASS(C_PRON) | CLASS(C_SUB)))
            break;
    }
    return k;
}

/* "who was not authorised to speak publicly", "because they are not allowed to talk to the press":
 * from "who", or from the auxiliary; word i is the participle. */
static bool not_allowed(const struct unit *u, uint32_t i, uint32_t *first, uint32_t *end) {
    uint32_t low = unit_sentence_first(u, i), k = i, verb = i + 2;
    bool neg = any_word(u, i, "unauthorised unauthorized");
    if ((!neg && !any_word(u, i, "authorised authorized allowed permitted cleared supposed")) ||
        !is_infinitive(u, i + 1) ||
        !any_word(u, verb,
                  "speak talk discuss comment disclose reveal brief be share divulge give"))
        return false;
    while (k > low && i - k < BACK_WORDS &&
           unit_is(u, k - 1, CLASS(C_BE) | CLASS(C_HAVE) | CLASS(C_NEG) | CLASS(C_ADV))) {
        k--;
        neg |= unit_is(u, k, CLASS(C_NEG));
    }
    bool because = k > low + 1 && unit_is(u, k - 1, CLASS(C_PERSON_PRON)) && opens_reason(u, k - 2);
    bool who = k > low && unit_word_is(u, k - 1, STR("who"));
    *first = because ? k - 2 : k - who;
    *end = clause_end(u, i);
    return neg && k < i && (because || who);
}

/* "condition of anonymity", "requested anonymity", "not to be named": what follows the word i is
 * the reason. */
static bool asks_anonymity(const struct unit *u, uint32_t i) {
    uint32_t low = unit_sentence_first(u, i);
    if (any_word(u, i, "anonymity")) {
        for (uint32_t k = i, n = 0; k > low && n < 5; k--, n++)
            if (any_word(u, k - 1,
                         "condition conditions request requested requesting granted "
                         "given asked asking demanded sought seeking insisted"))
                return true;
        return false;
    }
    if (!any_word(u, i, "named identified quoted"))
        return false;
    bool not_named = false, asks = false; /* "asked not to be", "declined to be", "not be" */
    for (uint32_t k = i, n = 0; k > low && n < 5; k--, n++) {
        not_named |= unit_is(u, k - 1, CLASS(C_NEG));
        asks |= any_word(u, k - 1,
                         "asked asking requested requesting wished wishing wanted "
                         "preferred condition insisted");
        not_named |= any_word(u, k - 1, "declined declining refused");
        asks |= any_word(u, k - 1, "declined declining refused");
    }
    return not_named && asks && any_word(u, i - 1, "be");
}

/* A reason, empty when none is given, and the first word of the phrase that has it in it: "speaking
 * on condition of ...". */
struct reason {
    struct span why;
    uint32_t phrase;
};

/* The reason that word i leads to. */
static bool reason_at(const struct unit *u, uint32_t i, struct reason *r) {
    uint32_t low = unit_sentence_first(u, i), limit = unit_sentence_end(u, i), first, end;
    if (not_allowed(u, i, &first, &end)) {
        *r = (struct reason){unit_span(u, first, end), first};
        return true;
    }
    if (!asks_anonymity(u, i))
        return false;
    uint32_t k = i + 1;
    if (unit_word_is(u, k, STR("by")) && unit_word_is(u, k + 1, STR("name")))
        k += 2;
    k += unit_mark(u, k, ',');
    r->why = k < limit && opens_reason(u, k) ? unit_span(u, k, clause_end(u, k)) : (struct span){0};
    for (r->phrase = i;
         r->phrase > low && i - r->phrase < BACK_WORDS && !unit_kind(u, r->phrase - 1, WORD_PUNCT);)
        r->phrase--;
    return true;
}

static bool is_unnamed(const struct statement *s) {
    return s->source_class == SOURCE_UNNAMED || s->described_as.start < s->described_as.end;
}

/* A source that a number or an article opens and in which nobody's name stands: "the woman", "one
 * well-connected Democrat". */
static bool is_nameless(const struct unit *u, const struct statement *s) {
    const struct doc *doc = u->doc;
    uint32_t first = unit_word_at(u, s->source.start);
    if (s->source.start >= s->source.end || s->source_class == SOURCE_DOCUMENT ||
        statement_of_outlet(s) ||
        !unit_is(u, first, CLASS(C_DET) | CLASS(C_INDEF) | CLASS(C_NUMBER)))
        return false;
    uint32_t end = first; /* of the phrase, without "who ..." */
    while (end < u->words.n && end < first + REASON_WORDS &&
           u->words.at[end].text.start < s->source.end && !unit_kind(u, end, WORD_PUNCT) &&
           !unit_word_is(u, end, STR("who")))
        end++;
    uint32_t low = tree_entity_at(u->tree, tree_token_at(u->tree, s->source.start));
    for (uint32_t n = 0; low < doc->entities.n && n < IN_SENTENCE; low++, n++) {
        const struct doc_entity *e = &doc->entities.at[low];
        if (doc->tokens.at[e->first].text.start >= u->words.at[end - 1].text.end)
            break;
        if (str_eq(labels_name(u->analysis->labels, e->kind), STR("PERSON")))
            return false;
    }
    return true;
}

/* Who speaks on condition of anonymity has no name, whatever the words for him or her. */
static void take_name_away(struct unit *u, const struct statement_lists *l, uint32_t sentence,
                           uint32_t phrase) {
    uint32_t start = phrase < u->words.n ? u->words.at[phrase].text.start : 0;
    struct statement *nearest = NULL;
    uint32_t i = l->last_of[sentence];
    for (uint32_t n = 0; n < IN_SENTENCE && i != NO_INDEX; n++, i = l->before_it[i]) {
        struct statement *s = &u->analysis->statements.at[i];
        if (is_unnamed(s))
            return;
        bool nearer = !nearest || s->source.start > nearest->source.end,
             around = nearest && s->source.start < nearest->source.start &&
                      s->source.end >= nearest->source.end;
        if (s->source.start < start && (nearer || around))
            nearest = s;
    }
    if (!nearest || !is_nameless(u, nearest))
        return;
    struct span source = nearest->source;
    i = l->last_of[sentence];
    for (uint32_t n = 0; n < IN_SENTENCE && i != NO_INDEX; n++, i = l->before_it[i]) {
        struct statement *s = &u->analysis->statements.at[i];
        if (s->source.start != source.start || s->source.end != source.end)
            continue;
        s->source_class = SOURCE_UNNAMED;
        people_count(u, s, unit_word_at(u, source.start), unit_word_at(u, source.end - 1) + 1);
    }
}

/* What a source says of itself is none of what it tells. */
static void cut_content(const struct unit *u, struct statement *s, uint32_t phrase) {
    if (phrase == 0 || !unit_mark(u, phrase - 1, ','))
        return;
    uint32_t comma = u->words.at[phrase - 1].text.start;
    for (uint32_t k = 0; k < s->content.n && k < IN_SENTENCE; k++)
        if (s->content.at[k].start < comma && comma < s->content.at[k].end)
            s->content.at[k].end = comma;
}

/* The statements of the sentence whose sources have no name get the reason: those of the source
 * that stands nearest before it. False when there are none. */
static bool explain(struct unit *u, const struct statement_lists *l, uint32_t sentence,
                    const struct reason *r) {
    const struct statement *nearest = NULL;
    uint32_t i = l->last_of[sentence];
    for (uint32_t n = 0; n < IN_SENTENCE && i != NO_INDEX; n++, i = l->before_it[i]) {
        const struct statement *s = &u->analysis->statements.at[i];
        if (is_unnamed(s) && (!nearest || (s->source.start < r->why.start &&
                                           s->source.start > nearest->source.start)))
            nearest = s;
    }
    i = l->last_of[sentence];
    for (uint32_t n = 0; nearest && n < IN_SENTENCE && i != NO_INDEX; n++, i = l->before_it[i]) {
        struct statement *s = &u->analysis->statements.at[i];
        bool same = s->source.start < nearest->source.end && nearest->source.start < s->source.end;
        if (!is_unnamed(s) || !same || s->reason_unnamed.start < s->reason_unnamed.end)
            continue;
        s->reason_unnamed = r->why;
        cut_content(u, s, r->phrase);
    }
    return nearest != NULL;
}

/* A sentence that gives nobody's words ("The official spoke on condition of anonymity because ...")
 * explains one before it. */
static bool explains_earlier(const struct unit *u, uint32_t sentence) {
    uint32_t i = u->sentences.at[sentence].first;
    i += unit_is(u, i, CLASS(C_DET));
    for (uint32_t n = 0; n < 3; n++, i++)
        if (unit_is(u, i, CLASS(C_UNNAMED) | CLASS(C_PERSON_PRON)))
            return true;
    return false;
}

static void take_reason(struct unit *u, const struct statement_lists *l, uint32_t word) {
    struct reason reason;
    if (!reason_at(u, word, &reason))
        return;
    uint32_t sentence = u->words.at[word].sentence;
    take_name_away(u, l, sentence, reason.phrase);
    if (reason.why.start >= reason.why.end)
        return;
    if (explain(u, l, sentence, &reason) || !explains_earlier(u, sentence))
        return;
    for (uint32_t n = 1; n <= SENTENCES_BACK && n <= sentence; n++) {
        uint32_t apart =
            u->sentences.at[sentence].paragraph - u->sentences.at[sentence - n].paragraph;
        if (apart > 1 || explain(u, l, sentence - n, &reason))
            return;
    }
}

int unit_find_anonymity(struct unit *u) {
    struct statement_lists lists;
    int status = statement_lists_init(&lists, u);
    if (status != TS_OK)
        return status;
    for (uint32_t i = 0; i < u->analysis->statements.n; i++) {
        struct statement *s = &u->analysis->statements.at[i];
        if (s->in_title != u->in_title || s->source_class != SOURCE_UNNAMED ||
            s->source.start >= s->source.end || s->described_as.start < s->described_as.end)
            continue;
        people_count(u, s, unit_word_at(u, s->source.start),
                     unit_word_at(u, s->source.end - 1) + 1);
    }
    for (uint32_t i = 0; i < u->words.n; i++)
        if (unit_kind(u, i, WORD_LETTERS) && !unit_has(u, i, W_QUOTED))
            take_reason(u, &lists, i);
    return TS_OK;
}
