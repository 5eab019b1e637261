/* Statements given on an outlet's word, and beside them those of the named people who spoke to it.
 */
#include "lang/credit_rules.h"
#include "lang/parse_tree.h"

enum { LIST_NAMES = 6, PHRASE_WORDS = 12 };

/* A name that a newspaper may have: not "the BBC", "Fox News". */
static bool may_be_paper(const struct unit *u, const struct outlet_mention *m) {
    static const char *const other[] = {"News",    "TV",      "Radio", "Television", "Broadcasting",
                                        "Network", "Channel", "Sport", "Sports",     "Agency"};
    return !unit_has(u, m->end - 1, W_CAPS | W_DOMAIN) && !u->names->at.at[m->name].agency &&
           !str_is_one_of(unit_text(u, m->end - 1), other, sizeof other / sizeof *other);
}

/* "The Weldon Times ran a commentary": the mention is a subject of the sentence. */
static bool is_subject(const struct unit *u, const struct outlet_mention *m) {
    uint32_t token = SPANS_FIND(u->doc->tokens, u->words.at[m->end - 1].text.start);
    return token < u->doc->tokens.n && tree_token(u->tree, token)->dep == u->tree->labels.nsubj;
}

/* "the paper": a newspaper that was the subject of a sentence since the last credit, or NO_INDEX.
 */
static uint32_t paper_since(const struct unit *u, const struct outlet_mention *m) {
    enum { SENTENCES_BACK = 2 };
    static const char *const nouns[] = {"paper", "newspaper", "daily", "tabloid"};
    bool paper = str_is_one_of(unit_text(u, m->end - 1), nouns, sizeof nouns / sizeof *nouns);
    uint32_t sentence = u->words.at[m->first].sentence;
    for (uint32_t k = (uint32_t)(m - u->mentions.at); paper && k-- > 0;) {
        const struct outlet_mention *x = &u->mentions.at[k];
        if (x->first >= x->end)
            continue;
        if (x->how == MENTION_ANY || x->credited ||
            u->words.at[x->first].sentence + SENTENCES_BACK < sentence)
            return NO_INDEX;
        bool named = x->how == MENTION_TABLE || x->how == MENTION_SHAPE || x->how == MENTION_SHORT;
        if (named && x->name != NO_INDEX && !x->weak && is_subject(u, x) && may_be_paper(u, x))
            return x->name;
    }
    return NO_INDEX;
}

/* "the newspaper": the outlet credited last, if the noun fits it, or the paper told of since. */
static uint32_t resolved(const struct unit *u, const struct outlet_mention *m) {
    uint32_t last = u->names->last_credited;
    if (m->how != MENTION_BACK || m->name != NO_INDEX)
        return m->name;
    uint32_t paper = u->in_title ? NO_INDEX : paper_since(u, m);
    if (paper != NO_INDEX)
        return paper;
    if (last == NO_INDEX || u->in_title)
        return NO_INDEX;
    bool agency = unit_is(u, m->end - 1, CLASS(C_BACK_AGENCY));
    return agency == u->names->at.at[last].agency ? last : NO_INDEX;
}

uint32_t credit_list_end(const struct unit *u, uint32_t end, bool shared) {
    for (uint32_t n = 0; n < LIST_NAMES; n++) {
        uint32_t k = end + unit_mark(u, end, ',');
        k += unit_word_is(u, k, STR("and"));
        if (k == end || k >= u->words.n)
            return end;
        uint32_t first = k + unit_is(u, k, CLASS(C_DET));
        uint32_t m = first < u->words.n ? u->words.at[first].mention : NO_INDEX;
        bool joined = shared && unit_word_is(u, k - 1, STR("and"));
        if (m == NO_INDEX || u->mentions.at[m].left != k ||
            (!joined && unit_cue(u, u->mentions.at[m].right, FORM_PAST | FORM_S, CUE_CREDIT)))
            return end;
        end = u->mentions.at[m].right;
    }
    return end;
}

bool credit_is_strong(const struct unit *u, const struct draft *d) {
    for (uint32_t i = d->cue_first; i < d->cue_end; i++)
        if (unit_cue(u, i, 31, CUE_STRONG))
            return true;
    return false;
}

/* "said it had seen": what only one who reports says of himself. */
static bool says_it_saw(const struct unit *u, const struct draft *d) {
    uint32_t i = d->cue_end + unit_word_is(u, d->cue_end, STR("that"));
    return str_eq(d->lemma, STR("say")) && unit_word_is(u, i, STR("it")) &&
           unit_is(u, i + 1, CLASS(C_HAVE)) && unit_cue(u, i + 2, FORM_PP, CUE_PERFECT);
}

/* "In a report, the Post said": a phrase that tells of a piece opens the sentence. */
static bool opens_with_piece(const struct unit *u, uint32_t left) {
    uint32_t low = unit_sentence_first(u, left);
    bool phrase = left > low + 2 && unit_mark(u, left - 1, ',') && unit_is(u, low, CLASS(C_PREP));
    for (uint32_t i = low; i < left && phrase && i < low + PHRASE_WORDS; i++)
        if (unit_is(u, i, CLASS(C_PIECE) | CLASS(C_OPINION)))
            return true;
    return false;
}

/* A bare head ("the Herald") is an outlet beside what only outlets do, and as the subject only when
 * the verb follows it. */
static bool bare_fits(const struct unit *u, const struct outlet_mention *m, const struct draft *d) {
    if (d->negated || unit_has(u, m->right, W_POSSESSIVE))
        return false;
    if (str_eq(d->lemma, STR("according to")))
        return true;
    struct str rule = str_of(d->rule);
    bool subject = str_eq(rule, STR("outlet-verb"));
    if (subject && d->cue_first != m->right && !unit_mark(u, m->right, ','))
        return false;
    if (str_eq(rule, STR("told-outlet")) || str_eq(rule, STR("citing")))
        return false; /* anybody may be told, or cited */
    if (subject && opens_with_piece(u, m->left))
        return true;
    return credit_is_strong(u, d) || (subject && says_it_saw(u, d));
}

static bool find_rule(const struct unit *u, const struct outlet_mention *m, struct draft *d) {
    if (m->first >= m->end || m->credited || unit_has(u, m->first, W_QUOTED) ||
        credit_is_photo(u, m))
        return false;
    if (credit_before(u, m, d)) {
        uint32_t limit = unit_sentence_end(u, m->first),
                 end = d->end = credit_tail(u, credit_list_end(u, d->end, false), limit);
        if (d->people.kind == PEOPLE_NONE && !d->relayed && d->end < limit &&
            credit_cited(u, d->end, limit, d, &end))
            d->end = end;
        return true;
    }
    return credit_subject(u, m, d) || credit_title(u, m, d);
}

/* The named person or organisation that spoke to the outlet has a statement too, with the same cue
 * and content; it stands before the outlet's, since it is the speaker's word. */
static int add_speaker(struct unit *u, const struct draft *credit) {
    struct draft d = *credit;
    struct statement *s;
    d.source_first = credit->people.first;
    d.source_end = credit->people.end;
    d.name = NO_INDEX;
    d.rule = "told-speaker";
    d.people = (struct people){0};
    return statement_add(&s, u, &d);
}

static int add_credit(struct unit *u, uint32_t k, struct draft *d) {
    struct statement *s;
    struct outlet_mention *m = &u->mentions.at[k];
    m->name = resolved(u, m);
    if (m->name == NO_INDEX)
        return TS_OK;
    d->name = m->name;
    d->source_first = m->left;
    d->source_end = m->end;
    if (m->left < m->first && !unit_is(u, m->first - 1, CLASS(C_DET)))
        d->source_first = m->first; /* "the German newspaper X": the name alone */
    else if (m->left < m->first)
        d->source_first = unit_word_is(u, m->first - 1, STR("the")) ? m->first - 1 : m->first;
    m->credited = true;
    for (uint32_t i = m->first; i < m->end; i++)
        u->words.at[i].mention = k;
    u->names->last_credited = m->name;
    int status = TS_OK;
    if (d->relayed && !d->listed && d->people.kind == PEOPLE_NAMED &&
        d->people.first < d->people.end)
        status = add_speaker(u, d);
    return status == TS_OK ? statement_add(&s, u, d) : status;
}

/* What may stand before a subject. */
static bool opens_subject(const struct unit *u, uint32_t i) {
    return u->words.at[i].kind == WORD_PUNCT || u->words.at[i].kind == WORD_NUMBER ||
           unit_is(u, i,
                   CLASS(C_SUB) | CLASS(C_CONJ) | CLASS(C_ADV) | CLASS(C_DAY) | CLASS(C_MONTH) |
                       CLASS(C_EARLY) | CLASS(C_TIME_UNIT)) ||
           unit_word_is(u, i, STR("both"));
}

/* "and its sister paper the Ledger": where the noun phrase before the outlet begins; left when none
 * stands there. */
static uint32_t sister_left(const struct unit *u, uint32_t left, uint32_t low) {
    if (left <= low || !unit_is(u, left - 1, CLASS(C_BACK) | CLASS(C_BACK_AGENCY)))
        return left;
    for (uint32_t i = left - 1, n = 0; i > low && n < 3; i--, n++)
        if (unit_word_is(u, i - 1, STR("its")) || unit_word_is(u, i - 1, STR("their")))
            return i - 1;
    return left;
}

/*
 * "Reuters, the BBC and CNN reported": the other subjects of the verb of mention k, from last to
 * first, into others; their count. *first is where the list begins. Nothing but commas and "and"
 * may part them, and what stands before the list must be able to stand before a subject.
 */
static uint32_t other_subjects(const struct unit *u, uint32_t k, uint32_t others[LIST_NAMES],
                               uint32_t *first) {
    uint32_t left = u->mentions.at[k].left, low = unit_sentence_first(u, left), count = 0;
    for (uint32_t n = 0; n < LIST_NAMES && left > low + 1; n++) {
        left = sister_left(u, left, low);
        uint32_t p = left - (left > low);
        bool joined = unit_word_is(u, p, STR("and"));
        p -= joined && unit_mark(u, p - 1, ',');
        if (!(joined || (n && unit_mark(u, p, ','))) || p <= low)
            break;
        uint32_t other = u->words.at[p - 1].mention;
        if (other == NO_INDEX || u->mentions.at[other].right != p ||
            u->mentions.at[other].credited || unit_has(u, p - 1, W_QUOTED))
            break;
        others[n] = other;
        left = u->mentions.at[other].left;
        if (left == low || opens_subject(u, left - 1)) {
            count = n + 1;
            *first = left - (left > low && unit_word_is(u, left - 1, STR("both")));
        }
    }
    return count;
}

/* The credit of mention k, and before it those of the outlets that share its verb. */
static int add_credits(struct unit *u, uint32_t k, struct draft *d) {
    uint32_t others[LIST_NAMES], count = 0;
    if (str_eq(str_of(d->rule), STR("outlet-verb")) && d->first == u->mentions.at[k].left)
        count = other_subjects(u, k, others, &d->first);
    bool strong = credit_is_strong(u, d) || d->people.kind != PEOPLE_NONE;
    for (uint32_t n = count; n > 0; n--) {
        struct draft other = *d;
        other.listed = n < count;
        if (u->mentions.at[others[n - 1]].weak && !strong)
            continue;
        int status = add_credit(u, others[n - 1], &other);
        if (status != TS_OK)
            return status;
    }
    d->listed |= count > 0;
    return add_credit(u, k, d);
}

int unit_find_credits(struct unit *u) {
    for (uint32_t k = 0; k < u->mentions.n; k++) {
        struct draft d;
        struct outlet_mention *m = &u->mentions.at[k];
        if (m->how == MENTION_ANY && m->first < m->end) {
            u->names->last_credited = NO_INDEX;
            continue;
        }
        int status = find_rule(u, m, &d) && (m->how != MENTION_BARE || bare_fits(u, m, &d))
                         ? add_credits(u, k, &d)
                         : TS_OK;
        if (status != TS_OK)
            return status;
    }
    return TS_OK;
}
