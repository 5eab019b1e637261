/* Who speaks a quotation, by the words and the parse of the sentence around it. */
#include "lang/speakers.h"

#include "lang/mended_names.h"
#include "lang/tree_words.h"

enum {
    AFTER_WORDS = 20,
    BEFORE_WORDS = 16,
    SPEAKER_WORDS = 14,
    SCARE_WORDS = 3,
    NAME_WORDS = 4,
    NEAR_WORDS = 5,
    CLAUSE_WORDS = 60,
    CHAIN = 8
};

int speakers_init(struct speakers *s, struct unit *u) {
    s->u = u;
    s->token = arena_alloc(u->a, ((size_t)u->words.n + 1) * sizeof *s->token);
    if (!s->token)
        return arena_fail(u->a, u->err);
    for (uint32_t i = 0; i <= u->words.n; i++)
        s->token[i] = NO_INDEX;
    for (uint32_t i = u->doc->tokens.n; i-- > 0;)
        if (!tree_token(s->u->tree, i)->is_space)
            s->token[s->u->tree->word[i]] = i;
    s->past = (uint16_t)labels_find(u->analysis->labels, STR("VBD"));
    s->present = (uint16_t)labels_find(u->analysis->labels, STR("VBP"));
    s->third = (uint16_t)labels_find(u->analysis->labels, STR("VBZ"));
    return TS_OK;
}

static bool is_verb(const struct speakers *s, uint32_t word) {
    uint32_t i = s->token[word];
    return i != NO_INDEX && tree_token(s->u->tree, i)->pos == s->u->tree->labels.verb;
}

static bool is_finite(const struct speakers *s, uint32_t token) {
    uint16_t tag = tree_token(s->u->tree, token)->tag;
    return tag == s->past || tag == s->present || tag == s->third;
}

/* ---- The parse's subjects */

/* A noun phrase without the clauses that hang on it, in words. */
static void take_phrase(const struct speakers *s, struct speaker *v, uint32_t noun) {
    struct token_range range = tree_noun_phrase(s->u->tree, noun);
    v->first = s->u->tree->word[range.first];
    v->end = s->u->tree->word[range.end > noun ? range.end - 1 : noun] + 1;
    while (v->end > v->first + 1 && unit_mark(s->u, v->end - 1, ','))
        v->end--;
}

/* "it", "there": nobody. */
static bool is_empty_subject(const struct speakers *s, uint32_t noun) {
    static const char *const words[] = {"it",   "there", "that",  "this",
                                        "what", "which", "these", "those"};
    uint32_t word = s->u->tree->word[noun];
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (unit_word_is(s->u, word, str_of(words[k])))
            return true;
    return false;
}

/* The subject of a verb, or of what it hangs on: "continued by saying", "was made to say", "and
 * added", "a man saying". NO_INDEX when there is none. */
static uint32_t subject_token(const struct speakers *s, uint32_t verb) {
    const struct tree_labels *l = &s->u->tree->labels;
    for (uint32_t n = 0, k = verb; n < CHAIN && k != NO_INDEX; n++) {
        uint16_t dep = tree_token(s->u->tree, k)->dep;
        uint32_t own = s->u->tree->subject[k], head = tree_head(s->u->tree, k);
        if (own == NO_INDEX && k != verb)
            own = s->u->tree->passive_subject[k];
        bool who = own != NO_INDEX && (unit_word_is(s->u, s->u->tree->word[own], STR("who")) ||
                                       unit_word_is(s->u, s->u->tree->word[own], STR("that")));
        if (who && dep == l->relcl)
            return head;
        if (own != NO_INDEX)
            return own;
        if (s->u->tree->passive_aux[k] != NO_INDEX)
            return NO_INDEX;
        if (dep == l->acl && head != NO_INDEX)
            return head;
        if (dep != l->conj && dep != l->advcl && dep != l->xcomp && dep != l->pcomp &&
            dep != l->prep)
            return NO_INDEX;
        k = head;
    }
    return NO_INDEX;
}

/* ---- Cues of the table */

static void set_cue(struct speaker *v, uint32_t i, const struct cue *cue) {
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
static bool subject_of(const struct unit *u, uint32_t i, struct speaker *v) {
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

static bool is_passive(const struct unit *u, uint32_t i) {
    return i > 0 && unit_is(u, i - 1, CLASS(C_BE)) && !unit_has(u, i - 1, W_POSSESSIVE);
}

/* ---- After the quotation */

/* The named entity that begins at a token is a person or an organisation: the token after it, else
 * 0. */
static uint32_t party_end(const struct speakers *s, uint32_t token) {
    const struct doc *doc = s->u->doc;
    uint32_t low = tree_entity_at(s->u->tree, token);
    if (low >= doc->entities.n || doc->entities.at[low].first != token)
        return 0;
    struct str kind = labels_name(s->u->analysis->labels, doc->entities.at[low].kind);
    bool party = str_eq(kind, STR("PERSON")) || str_eq(kind, STR("ORG"));
    return party ? doc->entities.at[low].end : 0;
}

/* `...," Hill` or `..." he`: the mark, or the pronoun, shows that the quotation's sentence goes on
 * with who says it. */
static bool hands_over(const struct unit *u, const struct quotation *q, uint32_t next) {
    return unit_kind(u, q->close - 1, WORD_PUNCT) || unit_mark(u, q->close + 1, ',') ||
           unit_is(u, next, CLASS(C_PERSON_PRON));
}

/* `...," Hill mocks`: a finite verb of any meaning, whose subject stands right behind the mark. */
static bool clause_after(const struct speakers *s, const struct quotation *q, uint32_t next,
                         struct speaker *v) {
    const struct unit *u = s->u;
    uint32_t first = s->token[next], limit = unit_sentence_end(u, next);
    if (first == NO_INDEX || !quotation_is_whole(u, q) ||
        unit_sentence_first(u, q->open) != q->open)
        return false;
    for (uint32_t i = next; i < limit && i < next + AFTER_WORDS; i++) {
        uint32_t verb = s->token[i];
        if (verb == NO_INDEX || !is_finite(s, verb))
            continue;
        uint32_t noun = s->u->tree->subject[verb];
        if (!is_verb(s, i) || noun == NO_INDEX || noun < first || noun > verb ||
            s->u->tree->left[noun] != first || is_empty_subject(s, noun))
            return false;
        take_phrase(s, v, noun);
        v->cue_first = i;
        v->cue_end = i + 1;
        v->lemma = tree_token(s->u->tree, verb)->lemma;
        v->force = STR("neutral");
        return true;
    }
    return false;
}

static bool according_after(const struct unit *u, uint32_t i, uint32_t limit, struct speaker *v) {
    if (!unit_word_is(u, i, STR("according")) || !unit_word_is(u, i + 1, STR("to")))
        return false;
    *v = (struct speaker){.cue_first = i,
                          .cue_end = i + 2,
                          .first = i + 2,
                          .lemma = STR("according to"),
                          .force = STR("neutral"),
                          .rule = "quote-according"};
    v->end = speaker_end(u, i + 2, limit);
    return v->first < v->end;
}

/* `..." Hill, a lawyer, said`: the cue and its subject before it. */
static bool cue_after(const struct speakers *s, uint32_t i, uint32_t limit, struct speaker *v) {
    const struct unit *u = s->u;
    if (unit_is(u, i, CLASS(C_CONJ) | CLASS(C_PREP) | CLASS(C_BE)) || unit_has(u, i, W_QUOTED))
        return false;
    for (uint32_t k = i; k < limit && k < i + AFTER_WORDS; k++) {
        if (u->words.at[k].kind == WORD_PUNCT && !unit_mark(u, k, ',') && !unit_mark(u, k, '-') &&
            !unit_mark(u, k, '(') && !unit_mark(u, k, ')') &&
            !(k > i && unit_mark(u, k, '.') && name_is_rank(unit_text(u, k - 1))))
            return false;
        const struct cue *cue = unit_cue(u, k, FORM_PAST | FORM_S, CUE_SPEECH | CUE_TO);
        bool bare = !cue && k > i && is_verb(s, k) &&
                    (unit_is(u, k - 1, CLASS(C_MODAL)) || is_finite(s, s->token[k]));
        if (bare) /* "he will say", "the two write" */
            cue = unit_cue(u, k, FORM_BASE, CUE_SPEECH | CUE_TO);
        bool noun =
            unit_cue(u, k, FORM_S, UINT32_MAX) && !is_verb(s, k); /* "the rest of the states" */
        if (!cue || noun || is_passive(u, k))
            continue;
        set_cue(v, k, cue);
        return subject_of(u, k, v) && v->first >= i;
    }
    return false;
}

/* `...," opined the Ledger`: a finite verb of any meaning right behind the mark. */
static bool verb_after(const struct speakers *s, const struct quotation *q, uint32_t i,
                       struct speaker *v) {
    const struct unit *u = s->u;
    uint32_t verb = s->token[i];
    bool noun =
        unit_is(u, i + 1, CLASS(C_DET) | CLASS(C_PERSON_PRON)) || unit_has(u, i + 1, W_UPPER);
    if (verb == NO_INDEX || !is_verb(s, i) || !is_finite(s, verb) || unit_has(u, i, W_UPPER) ||
        !noun || !quotation_is_whole(u, q) || unit_sentence_first(u, q->open) != q->open ||
        !unit_kind(u, q->close - 1, WORD_PUNCT))
        return false;
    v->cue_first = i;
    v->cue_end = v->first = i + 1;
    v->lemma = tree_token(s->u->tree, verb)->lemma;
    v->force = STR("neutral");
    v->end = speaker_end(u, i + 1, unit_sentence_end(u, i));
    return v->first < v->end;
}

/* `"Why?" Hill asked her.`: the sentence splitter has parted the two. The verb has no words of its
 * own to give: nothing but a phrase follows it. */
static bool sentence_after(const struct speakers *s, const struct quotation *q, uint32_t i,
                           struct speaker *v) {
    const struct unit *u = s->u;
    uint32_t limit = unit_sentence_end(u, i);
    bool asks = unit_mark(u, q->close - 1, '?') || unit_mark(u, q->close - 1, '!');
    if (!asks || i >= u->paragraph_words.at[q->paragraph + 1] || !cue_after(s, i, limit, v))
        return false;
    uint32_t verb = s->token[v->cue_first];
    for (uint32_t k = v->cue_end; k < limit; k++)
        if (unit_kind(u, k, WORD_PUNCT) && !unit_mark(u, k, ',') && !unit_mark(u, k, '.'))
            return false; /* another quotation */
    return verb != NO_INDEX && tree_child(s->u->tree, verb, s->u->tree->labels.ccomp) == NO_INDEX &&
           tree_child(s->u->tree, verb, s->u->tree->labels.xcomp) == NO_INDEX;
}

static bool is_dash(const struct unit *u, uint32_t i) {
    struct str s = unit_text(u, i);
    return unit_mark(u, i, '-') || str_eq(s, STR("\xE2\x80\x93")) ||
           str_eq(s, STR("\xE2\x80\x94")) || str_eq(s, STR("--"));
}

/* `"..." - Hugh Hill`, in the same paragraph or the next: a signature. */
static bool signed_after(const struct speakers *s, const struct quotation *q, struct speaker *v) {
    const struct unit *u = s->u;
    uint32_t i = q->close + 1;
    if (!is_dash(u, i) || unit_sentence_first(u, q->open) != q->open || s->token[i + 1] == NO_INDEX)
        return false;
    uint32_t first = s->token[i + 1], end = party_end(s, first);
    end = end ? end : first; /* the pipeline may know no kind of the name */
    while (end < u->doc->tokens.n && end <= first + NAME_WORDS &&
           tree_token(s->u->tree, end)->pos == s->u->tree->labels.proper_noun)
        end++;
    if (end == first)
        return false;
    *v = (struct speaker){.cue_first = i,
                          .cue_end = i + 1,
                          .first = i + 1,
                          .end =
                              s->u->tree->word[end - 1] + (s->u->tree->word[end - 1] < u->words.n),
                          .lemma = STR("-"),
                          .force = STR("neutral"),
                          .rule = "quote-signed"};
    bool ends = unit_kind(u, v->end, WORD_PUNCT) || v->end >= unit_sentence_end(u, i + 1);
    return ends && v->end - v->first <= NAME_WORDS;
}

bool speaker_after(const struct speakers *s, const struct quotation *q, struct speaker *v) {
    const struct unit *u = s->u;
    uint32_t i = q->close + 1;
    if (q->goes_on || i >= u->words.n)
        return false;
    if (signed_after(s, q, v))
        return true;
    v->rule = "quote-said";
    if (u->words.at[i].sentence != u->words.at[q->close].sentence)
        return sentence_after(s, q, i, v);
    uint32_t limit = unit_sentence_end(u, i);
    if (unit_mark(u, i, ','))
        i++;
    if (according_after(u, i, limit, v))
        return true;
    v->rule = "quote-said";
    const struct cue *cue = unit_cue(u, i, FORM_PAST | FORM_S, CUE_SPEECH);
    if (cue) {
        set_cue(v, i, cue);
        v->first = i + 1;
        v->end = speaker_end(u, i + 1, limit);
        return v->first < v->end;
    }
    return verb_after(s, q, i, v) ||
           (hands_over(u, q, i) && (cue_after(s, i, limit, v) || clause_after(s, q, i, v)));
}

/* ---- Before the quotation */

/* The verb is no participle ("the alleged") and, of those that only lead to words ("speak to"),
 * not far from the quotation, which is n words off. */
static bool says_here(const struct speakers *s, uint32_t k, uint32_t n) {
    bool leads = !unit_cue(s->u, k, 31, CUE_SPEECH | CUE_TO | CUE_IT);
    if (leads && n > NEAR_WORDS)
        return false;
    return is_finite(s, s->token[k]) || unit_cue(s->u, k, FORM_ING, UINT32_MAX) ||
           (n <= 1 && !unit_cue(s->u, k, FORM_PP, UINT32_MAX));
}

/* The nearest cue before the quotation that is not in another one. */
static bool cue_before(const struct speakers *s, uint32_t end, uint32_t low, struct speaker *v) {
    const struct unit *u = s->u;
    for (uint32_t k = end, n = 0; k > low && n < BEFORE_WORDS; n++) {
        k--;
        if (unit_mark(u, k, ';') || unit_has(u, k, W_QUOTED))
            return false;
        unsigned forms = FORM_PAST | FORM_S | FORM_ING | (n <= 1 ? (unsigned)FORM_BASE : 0u);
        uint32_t put = unit_word_is(u, k + 1, STR("it")) && n <= 2 ? CUE_IT : 0; /* "put it," */
        const struct cue *cue = unit_cue(u, k, forms, CUE_SPEECH | CUE_TO | CUE_TO_PREP | put);
        if (!cue || is_passive(u, k) || unit_has(u, k, W_UPPER) || !is_verb(s, k) ||
            !says_here(s, k, n))
            continue;
        if (k > low && unit_is(u, k - 1, CLASS(C_SUB)) && unit_cue(u, k, FORM_ING, UINT32_MAX))
            continue; /* "Hill affirmed when speaking to reporters" */
        set_cue(v, k, cue);
        v->mixed = n > 3;
        uint32_t noun = subject_token(s, s->token[k]);
        if (noun != NO_INDEX && noun < s->token[k] && !is_empty_subject(s, noun)) {
            take_phrase(s, v, noun);
            return true;
        }
        return noun == NO_INDEX && subject_of(u, k, v);
    }
    return false;
}

/* The last clause that does not hang on another one among tokens first..end-1: its verb, or
 * NO_INDEX. */
static uint32_t main_verb(const struct speakers *s, uint32_t first, uint32_t end) {
    const struct tree_labels *l = &s->u->tree->labels;
    uint32_t top = NO_INDEX;
    for (uint32_t i = first; i < end; i++) {
        const struct doc_token *t = tree_token(s->u->tree, i);
        uint32_t head = tree_head(s->u->tree, i);
        bool subject = s->u->tree->subject[i] != NO_INDEX && s->u->tree->subject[i] >= first;
        bool out = head == NO_INDEX || head < first || head >= end;
        bool joined = top != NO_INDEX && head == top && t->dep == l->conj;
        if (subject && (out || joined) && (t->pos == l->verb || t->pos == l->auxiliary))
            top = i;
    }
    return top;
}

/* A quotation, or a mark of one, is part of the phrase. */
static bool has_marks(const struct unit *u, uint32_t first, uint32_t end) {
    struct str s = str_span(u->text, unit_span(u, first, end));
    return unit_has(u, first, W_QUOTED) || str_find_byte(s, '"', 0) != SIZE_MAX ||
           str_find(s, STR("\xE2\x80\x9C"), 0) != SIZE_MAX;
}

/* `Hill was blunt: "..."`: whoever the sentence before the mark is about. */
static bool clause_before(const struct speakers *s, uint32_t low, uint32_t mark,
                          struct speaker *v) {
    const struct unit *u = s->u;
    uint32_t first = s->token[low], end = s->token[mark];
    bool far = mark - low > CLAUSE_WORDS || first == NO_INDEX || end == NO_INDEX;
    uint32_t verb = far ? NO_INDEX : main_verb(s, first, end);
    if (verb == NO_INDEX || unit_has(u, s->u->tree->word[verb], W_QUOTED))
        return false;
    bool be = tree_token(s->u->tree, verb)->pos == s->u->tree->labels.auxiliary;
    uint32_t noun = s->u->tree->subject[verb];
    if (noun > verb || is_empty_subject(s, noun) || (be && !unit_mark(u, mark, ':')))
        return false;
    take_phrase(s, v, noun);
    v->cue_first = s->u->tree->word[verb];
    v->cue_end = v->cue_first + 1;
    v->lemma = tree_token(s->u->tree, verb)->lemma;
    v->force = STR("neutral");
    v->rule = "quote-subject";
    enum source_class c = people_class(u, v->first, v->end);
    bool outlet = u->words.at[v->end - 1].mention != NO_INDEX; /* "NBC has proof: ..." */
    if (outlet || has_marks(u, v->first, v->end))
        return false;
    return c == SOURCE_PERSON || c == SOURCE_ORGANISATION || c == SOURCE_UNNAMED;
}

/* `Hill: "..."`, `Hill on Twitter: "..."`. */
static bool name_before(const struct speakers *s, uint32_t low, uint32_t mark, struct speaker *v) {
    const struct unit *u = s->u;
    uint32_t end = s->token[low] == NO_INDEX ? 0 : party_end(s, s->token[low]);
    if (!end || !unit_mark(u, mark, ':'))
        return false;
    uint32_t k = s->u->tree->word[end - 1] + 1;
    if (k - low > NAME_WORDS || k > mark || mark - k > NAME_WORDS)
        return false;
    if (k < mark && !unit_word_is(u, k, STR("on")) && !unit_word_is(u, k, STR("via")) &&
        !unit_word_is(u, k, STR("in")))
        return false;
    *v = (struct speaker){.cue_first = mark,
                          .cue_end = mark + 1,
                          .first = low,
                          .end = k,
                          .lemma = STR(":"),
                          .force = STR("neutral"),
                          .rule = "quote-name"};
    return true;
}

bool quotation_is_whole(const struct unit *u, const struct quotation *q) {
    return q->words > SCARE_WORDS &&
           (unit_has(u, q->open + 1, W_UPPER) || !unit_kind(u, q->open + 1, WORD_LETTERS));
}

bool speaker_before(const struct speakers *s, const struct quotation *q, struct speaker *v) {
    const struct unit *u = s->u;
    uint32_t low = unit_sentence_first(u, q->open), mark = q->open - (q->open > low),
             first = u->paragraph_words.at[q->paragraph];
    v->rule = "quote-after";
    if (cue_before(s, q->open, low, v))
        return true;
    bool colon = q->open == first && first > 0 && unit_mark(u, first - 1, ':');
    if (colon) {
        v->rule = "quote-colon";
        low = unit_sentence_first(u, mark = first - 1);
        if (cue_before(s, mark, low, v))
            return true;
    }
    bool opens = unit_mark(u, mark, ',') || unit_mark(u, mark, ':');
    return opens && mark < q->open && quotation_is_whole(u, q) &&
           (name_before(s, low, mark, v) || clause_before(s, low, mark, v));
}

bool speaker_is_indefinite(const struct unit *u, uint32_t first, uint32_t end) {
    static const char *const words[] = {"some", "others", "many", "several", "few", "people"};
    for (size_t k = 0; end == first + 1 && k < sizeof words / sizeof *words; k++)
        if (unit_word_is(u, first, str_of(words[k])))
            return true;
    return false;
}

bool speaker_of_sentence(const struct speakers *s, uint32_t sentence, struct speaker *v) {
    const struct unit *u = s->u;
    uint32_t low = u->sentences.at[sentence].first, end = u->sentences.at[sentence].end;
    uint32_t first = low < end ? s->token[low] : NO_INDEX, last = low < end ? s->token[end - 1] : 0;
    uint32_t verb =
        first == NO_INDEX || last == NO_INDEX ? NO_INDEX : main_verb(s, first, last + 1);
    uint32_t word = verb == NO_INDEX ? 0 : s->u->tree->word[verb];
    const struct cue *cue =
        verb == NO_INDEX ? NULL : unit_cue(u, word, FORM_PAST | FORM_S, CUE_SPEECH);
    bool second = cue && tree_token(s->u->tree, verb)->dep == s->u->tree->labels.conj;
    if (!cue || second || unit_has(u, word, W_QUOTED) || s->u->tree->subject[verb] > verb ||
        is_empty_subject(s, s->u->tree->subject[verb]))
        return false;
    take_phrase(s, v, s->u->tree->subject[verb]);
    if (speaker_is_indefinite(u, v->first, v->end))
        return false;
    set_cue(v, word, cue);
    v->rule = "quote-sentence";
    enum source_class c = people_class(u, v->first, v->end);
    return (c == SOURCE_PERSON || c == SOURCE_ORGANISATION || c == SOURCE_UNNAMED) &&
           !has_marks(u, low, end);
}
