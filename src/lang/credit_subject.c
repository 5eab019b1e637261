/* Credits with the outlet as the subject of a cue verb. */
#include "lang/credit_rules.h"
#include "lang/tree_words.h"

enum { GROUP_WORDS = 25, TAIL_WORDS = 40, PREP_WORDS = 6 };

static bool is_dash(const struct unit *u, uint32_t i) {
    struct str s = unit_text(u, i);
    return str_eq(s, STR("\xE2\x80\x93")) || str_eq(s, STR("\xE2\x80\x94")) || str_eq(s, STR("--"));
}

static void set_cue(struct draft *d, uint32_t first, uint32_t end, const struct cue *cue) {
    d->cue_first = first;
    d->cue_end = end;
    d->lemma = cue->lemma;
    d->force = cue->force;
}

/* "was (the) first to report" */
static uint32_t first_to(const struct unit *u, uint32_t i) {
    if (unit_word_is(u, i, STR("the")))
        i++;
    if (!unit_word_is(u, i, STR("first")))
        return 0;
    i++;
    if (unit_is(u, i, CLASS(C_NEAR_OUTLET)))
        i++;
    return unit_word_is(u, i, STR("to")) ? i + 1 : 0;
}

/* The auxiliaries that were passed on the way to the verb. */
struct aux {
    bool have, be, doing, neg, modal, can;
};

/* "added fuel to the fire", "adds a new page": no words are added. */
static bool adds_a_thing(const struct unit *u, uint32_t i, const struct cue *cue) {
    const uint64_t opens_clause = CLASS(C_SUB) | CLASS(C_PRON) | CLASS(C_DET) | CLASS(C_ADV) |
                                  CLASS(C_PREP) | CLASS(C_CONJ) | CLASS(C_DAY);
    return str_eq(cue->lemma, STR("add")) && unit_kind(u, i + 1, WORD_LETTERS) &&
           !unit_has(u, i + 1, W_UPPER) &&
           (!unit_is(u, i + 1, opens_clause) || unit_word_is(u, i + 1, STR("a")) ||
            unit_word_is(u, i + 1, STR("an")));
}

static const struct cue *verb_here(const struct unit *u, uint32_t i, const struct aux *aux) {
    uint32_t kinds = CUE_CREDIT | (aux->be ? 0u : CUE_STORY);
    unsigned forms = aux->can     ? FORM_BASE
                     : aux->be    ? FORM_ING
                     : aux->have  ? FORM_PP
                     : aux->doing ? FORM_BASE
                                  : FORM_S | FORM_PAST;
    const struct cue *cue = unit_cue(u, i, forms, kinds);
    if (!cue || adds_a_thing(u, i, cue))
        return NULL;
    if (aux->can && (aux->neg || !str_eq(cue->force, STR("reveal")) || (cue->kinds & CUE_PERFECT)))
        return NULL; /* "can reveal": "can add" and "cannot confirm" give no word */
    if ((cue->kinds & CUE_PERFECT) && !aux->have && !(cue->kinds & CUE_STRONG))
        return NULL;
    if ((cue->kinds & CUE_PRESENT) && !(unit_lexeme(u, i)->forms & FORM_S))
        return NULL;
    if (str_eq(cue->lemma, STR("find")) && unit_word_is(u, i + 1, STR("out")))
        return NULL; /* the outlet learns: it gives no word */
    if ((cue->kinds & CUE_IT) && !unit_word_is(u, i + 1, STR("it")))
        return NULL;
    if ((cue->kinds & CUE_OUT) && !unit_word_is(u, i + 1, STR("out")))
        return NULL;
    if (cue->kinds & CUE_STORY) {
        uint32_t noun = i + 1 + unit_is(u, i + 1, CLASS(C_DET));
        noun += noun > i + 1 && unit_is(u, noun + 1, CLASS(C_PIECE)); /* "a similar report" */
        if (!unit_is(u, noun, CLASS(C_PIECE)) && !unit_word_is(u, noun, STR("news")))
            return NULL;
    }
    return cue;
}

static bool pass_aux(const struct unit *u, uint32_t i, struct aux *aux) {
    bool neg = unit_is(u, i, CLASS(C_NEG)), have = unit_is(u, i, CLASS(C_HAVE)),
         doing = unit_is(u, i, CLASS(C_DO));
    bool be = unit_is(u, i, CLASS(C_BE)) && !unit_has(u, i, W_POSSESSIVE);
    aux->neg |= neg;
    aux->have |= have;
    aux->doing |= doing;
    aux->be |= be;
    bool can = unit_word_is(u, i, STR("can")) && !have && !be;
    aux->can |= can;
    aux->modal |= unit_is(u, i, CLASS(C_MODAL)) && !can;
    return (neg || have || doing || be || can || unit_is(u, i, CLASS(C_ADV)) ||
            unit_is(u, i, CLASS(C_DAY))) &&
           !aux->modal;
}

bool credit_verb(const struct unit *u, uint32_t i, uint32_t limit, struct draft *d, bool *strong) {
    struct aux aux = {0};
    uint32_t first = i;
    for (; i < limit; i++) {
        const struct cue *cue = verb_here(u, i, &aux);
        if (cue) {
            set_cue(d, first, i + 1, cue);
            d->negated = aux.neg;
            *strong = cue->kinds & CUE_STRONG;
            if (cue->kinds & (CUE_IT | CUE_STORY | CUE_OUT))
                d->cue_end = i + 2;
            return true;
        }
        if (aux.be && !aux.have) {
            uint32_t verb = first_to(u, i);
            cue = verb ? unit_cue(u, verb, FORM_BASE, CUE_CREDIT | CUE_STORY) : NULL;
            if (cue) {
                set_cue(d, first, verb + 1, cue);
                *strong = true;
                return true;
            }
        }
        if (aux.be && unit_cue(u, i, FORM_PP, CUE_TO)) { /* "X has been told", "X was told" */
            set_cue(d, first, i + 1, unit_cue(u, i, FORM_PP, CUE_TO));
            *strong = true;
            return true;
        }
        if (!pass_aux(u, i, &aux))
            return false;
    }
    return false;
}

/* The token after a group set off by commas, brackets or dashes, or after "on Tuesday" and its
 * like; i when none. */
static uint32_t group_end(const struct unit *u, uint32_t i, uint32_t limit) {
    bool comma = unit_mark(u, i, ','), bracket = unit_mark(u, i, '('), dash = is_dash(u, i);
    if (comma || bracket || dash) {
        for (uint32_t k = i + 1; k < limit && k < i + GROUP_WORDS; k++)
            if ((comma && unit_mark(u, k, ',') && !unit_word_is(u, k + 1, STR("which"))) ||
                (bracket && unit_mark(u, k, ')')) || (dash && is_dash(u, k)))
                return k + 1;
        return i;
    }
    if (!unit_is(u, i, CLASS(C_PREP)) || unit_is(u, i, CLASS(C_SUB)))
        return i;
    uint32_t k = i + 1;
    while (k < limit && k < i + PREP_WORDS && !unit_word_is(u, k, STR("to")) &&
           u->words.at[k].kind != WORD_PUNCT && !unit_cue(u, k, FORM_S | FORM_PAST, CUE_CREDIT) &&
           !unit_is(u, k, CLASS(C_HAVE) | CLASS(C_MODAL)))
        k++;
    return unit_is(u, k, CLASS(C_HAVE)) || unit_cue(u, k, FORM_S | FORM_PAST, CUE_CREDIT) ? k : i;
}

bool credit_cited(const struct unit *u, uint32_t i, uint32_t limit, struct draft *d,
                  uint32_t *end) {
    for (uint32_t k = i; k < limit && k < i + TAIL_WORDS; k++) {
        bool which = unit_word_is(u, k, STR("which")) || unit_word_is(u, k, STR("who"));
        const struct cue *cue =
            unit_cue(u, k + which, which ? FORM_PAST | FORM_S : FORM_ING, CUE_STRONG | CUE_TO_PREP);
        bool cites = cue && (str_eq(cue->lemma, STR("cite")) || str_eq(cue->lemma, STR("quote")));
        bool spoke = cue && which && (cue->kinds & CUE_TO_PREP) &&
                     (unit_word_is(u, k + 2, STR("to")) || unit_word_is(u, k + 2, STR("with")));
        if (cites && k > i && unit_word_is(u, k - 1, STR("without")))
            return false;
        if (!cites && !spoke)
            continue;
        struct people p = people_after(u, k + which + 1 + spoke);
        bool outlet = p.first < p.end && u->words.at[p.end - 1].mention != NO_INDEX;
        if (p.kind == PEOPLE_NONE || outlet)
            return false;
        d->people = p;
        d->relayed = p.kind == PEOPLE_NAMED;
        *end = p.end;
        if (k > i && unit_mark(u, k - 1, ','))
            k--;
        return k == i;
    }
    return false;
}

static bool time_word(const struct unit *u, uint32_t i) {
    return u->words.at[i].kind == WORD_NUMBER ||
           unit_is(u, i, CLASS(C_DAY) | CLASS(C_MONTH) | CLASS(C_TIME_UNIT)) ||
           unit_is(u, i, CLASS(C_EARLY)) || unit_word_is(u, i, STR("today")) ||
           unit_word_is(u, i, STR("yesterday")) || unit_word_is(u, i, STR("night")) ||
           unit_word_is(u, i, STR("morning")) || unit_word_is(u, i, STR("evening")) ||
           unit_word_is(u, i, STR("afternoon")) || unit_word_is(u, i, STR("ago")) ||
           unit_word_is(u, i, STR("overnight"));
}

/* "reported in a story in 2010 that": the token after the piece; i when none is named. */
static uint32_t piece_tail(const struct unit *u, uint32_t i, uint32_t limit) {
    if (!unit_word_is(u, i, STR("in")) && !unit_word_is(u, i, STR("on")))
        return i;
    for (uint32_t k = i + 1; k < limit && k < i + PREP_WORDS; k++) {
        if (!unit_kind(u, k, WORD_LETTERS) || unit_has(u, k, W_UPPER) ||
            unit_is(u, k, CLASS(C_PREP) | CLASS(C_SUB)))
            return i;
        if (unit_is(u, k, CLASS(C_PIECE) | CLASS(C_OPINION) | CLASS(C_INTERVIEW) | CLASS(C_DOC)) &&
            !unit_is(u, k + 1, CLASS(C_PIECE) | CLASS(C_OPINION) | CLASS(C_DOC)))
            return k + 1;
    }
    return i;
}

uint32_t credit_tail(const struct unit *u, uint32_t i, uint32_t limit) {
    uint32_t end = piece_tail(u, i, limit), k = end;
    bool day = false;
    if (end > i && end < limit && u->words.at[end].kind != WORD_PUNCT &&
        !unit_is(u, end, CLASS(C_SUB) | CLASS(C_DAY)) && !unit_word_is(u, end, STR("in")) &&
        !unit_word_is(u, end, STR("on")))
        end = k = i;
    i = end;
    for (; k < limit && k < i + PREP_WORDS + 2; k++) {
        bool definite =
            k > i && (unit_word_is(u, k - 1, STR("this")) || unit_word_is(u, k - 1, STR("last")));
        day |= unit_is(u, k, CLASS(C_DAY)) || (definite && unit_is(u, k, CLASS(C_TIME_UNIT)));
        if (time_word(u, k))
            end = k + 1;
        else if (!(unit_is(u, k, CLASS(C_DET) | CLASS(C_INDEF)) || unit_word_is(u, k, STR("on")) ||
                   unit_word_is(u, k, STR("in")) || unit_word_is(u, k, STR("at")) ||
                   unit_word_is(u, k, STR("last"))))
            break;
    }
    bool ends =
        end >= limit || u->words.at[end].kind == WORD_PUNCT ||
        unit_is(u, end, CLASS(C_SUB) | CLASS(C_PREP)) ||
        (day && unit_is(u, end, CLASS(C_PRON) | CLASS(C_DET) | CLASS(C_ADV))); /* "Monday he had" */
    return ends ? end : i;
}

static uint32_t time_end(const struct unit *u, uint32_t i) {
    while (time_word(u, i < u->words.n ? i : 0) && i < u->words.n)
        i++;
    return i;
}

/* What may stand before the subject: not a preposition ("an editor at the Post said"), not another
 * outlet's. */
static bool blocked(const struct unit *u, uint32_t left) {
    uint32_t low = unit_sentence_first(u, left);
    for (uint32_t n = 0; n < 4 && left > low; n++) {
        uint32_t p = left - 1;
        if (unit_is(u, p, CLASS(C_SUB)))
            return false;
        if (unit_is(u, p, CLASS(C_PREP)) || unit_has(u, p, W_POSSESSIVE) || unit_mark(u, p, '/') ||
            unit_word_is(u, p, STR("nor")))
            return true; /* "neither X nor Y said" */
        bool listed =
            unit_word_is(u, p, STR("and")) || unit_word_is(u, p, STR("or")) || unit_mark(u, p, ',');
        if (!listed || p <= low || u->words.at[p - 1].mention == NO_INDEX)
            return false;
        left = u->mentions.at[u->words.at[p - 1].mention].left;
    }
    return false;
}

/* "X's report said", "an X investigation found that": the noun at i and its verb. */
static bool piece_verb(const struct unit *u, const struct outlet_mention *m, uint32_t noun,
                       struct draft *d, bool *strong) {
    uint32_t limit = unit_sentence_end(u, noun), i = group_end(u, noun + 1, limit);
    if (unit_cue(u, i, FORM_PP, CUE_IN)) /* "a report published on Friday found" */
        i = credit_tail(u, i + 1, limit) > i + 1 || unit_is(u, i + 1, CLASS(C_DAY))
                ? time_end(u, i + 1)
                : i;
    d->opinion_piece = unit_is(u, noun, CLASS(C_OPINION));
    d->first = m->left;
    bool verb = credit_verb(u, i, limit, d, strong);
    const struct cue *read = verb ? NULL : unit_cue(u, i, FORM_PAST | FORM_S, CUE_SPEECH);
    if (read)
        set_cue(d, i, i + 1, read);
    *strong = true;
    if (!verb && !read) {
        if (!unit_word_is(u, noun + 1, STR("that")) && !unit_word_is(u, noun + 1, STR("about")))
            return false;
        d->cue_first = noun;
        d->cue_end = noun + 1;
        d->lemma = STR("report");
    }
    d->end = d->cue_end;
    d->rule = "outlet-piece";
    return true;
}

/* A noun of class piece or opinion within two describing words from i; 0 when none. */
static uint32_t piece_at(const struct unit *u, uint32_t i) {
    for (uint32_t k = i; k < i + 3; k++) {
        if (unit_has(u, k, W_UPPER) && u->words.n > k && !u->in_title)
            return 0;
        if (unit_is(u, k, CLASS(C_PIECE) | CLASS(C_OPINION)))
            return unit_is(u, k + 1, CLASS(C_PIECE) | CLASS(C_OPINION)) ? k + 1 : k;
        if (!unit_kind(u, k, WORD_LETTERS) ||
            unit_is(u, k, CLASS(C_PREP) | CLASS(C_CONJ) | CLASS(C_BE) | CLASS(C_HAVE)))
            return 0;
    }
    return 0;
}

/* The outlet's people or pieces: where the verb is to be looked for; 0 when the outlet itself is
 * the subject. */
static uint32_t staff_end(const struct unit *u, uint32_t i) {
    uint32_t k = i;
    if (unit_has(u, k, W_POSSESSIVE))
        k++;
    uint32_t names = k;
    if (unit_is(u, k, CLASS(C_STAFF)) && !unit_has(u, k, W_UPPER))
        k++;
    if (k == i)
        return 0; /* "X Chairman Ann Roe" */
    for (uint32_t n = 0; n < 4 && unit_has(u, k, W_UPPER) && unit_kind(u, k, WORD_LETTERS); n++)
        k++;
    return k > names ? k : 0;
}

/* "X, citing its two officials, put the amount at ...": whatever the verb, X gives it on their
 * word. */
static bool citing_group(const struct unit *u, uint32_t i, struct draft *d) {
    if (d->people.kind == PEOPLE_NONE || !unit_mark(u, i, ','))
        return false;
    d->cue_first = i + 1;
    d->cue_end = i + 2;
    d->lemma = STR("cite");
    d->rule = "outlet-citing";
    return true;
}

/* "The Post stepped in, arguing that ...": a sentence that X opens and goes on to speak in. */
static bool later_participle(const struct unit *u, const struct outlet_mention *m, uint32_t limit,
                             struct draft *d) {
    uint32_t low = unit_sentence_first(u, m->left);
    if (m->left > low + 1 || m->how == MENTION_SHAPE)
        return false;
    for (uint32_t k = m->right + 1; k < limit && k < m->right + GROUP_WORDS; k++) {
        const struct cue *cue = unit_cue(u, k, FORM_ING, CUE_CREDIT);
        bool own = unit_mark(u, k - 1, ',') || unit_is(u, k - 1, CLASS(C_PIECE) | CLASS(C_DOC));
        if (own && cue && (cue->kinds & CUE_SPEECH) && unit_word_is(u, k + 1, STR("that"))) {
            set_cue(d, k, k + 1, cue);
            d->rule = "outlet-participle";
            return u->words.at[k].mention == NO_INDEX;
        }
    }
    return false;
}

/* A person or a body that the tagger saw, or people; not "Covid", "court papers", "Roe's death". */
static bool can_speak(const struct unit *u, struct people p, uint32_t cue) {
    const struct doc *doc = u->tree->doc;
    uint32_t token = tree_token_at(u->tree, u->words.at[p.end - 1].text.start),
             e = tree_entity_at(u->tree, token);
    bool inside = e < doc->entities.n && doc->entities.at[e].first <= token;
    struct str kind = inside ? labels_name(u->analysis->labels, doc->entities.at[e].kind) : STR("");
    if (p.kind == PEOPLE_UNNAMED)
        return true;
    if (unit_is(u, p.end - 1, CLASS(C_DOC) | CLASS(C_PIECE)))
        return false;
    for (uint32_t i = p.first; i + 1 < p.end; i++)
        if (unit_has(u, i, W_POSSESSIVE))
            return false;
    if (inside) /* not a name with which the tagger took "Citing" */
        return (str_eq(kind, STR("PERSON")) || str_eq(kind, STR("ORG"))) &&
               tree_token(u->tree, doc->entities.at[e].first)->text.start >=
                   u->words.at[cue].text.end;
    return people_class(u, p.first, p.end) == SOURCE_ORGANISATION ||
           (!unit_capital(u, p.end - 1) && lexicon_role(u->tables, unit_text(u, p.end - 1)).known);
}

/* "Citing two officials, the Herald said": who is cited in front of the outlet. */
static void cited_in_front(const struct unit *u, const struct outlet_mention *m, struct draft *d) {
    uint32_t low = unit_sentence_first(u, m->left);
    const struct cue *cue = low < m->left ? unit_cue(u, low, FORM_ING, CUE_STRONG) : NULL;
    if (!cue || !(str_eq(cue->lemma, STR("cite")) || str_eq(cue->lemma, STR("quote"))))
        return;
    struct people p = people_after(u, low + 1);
    uint32_t outlet = m->left - (m->left > low && unit_is(u, m->left - 1, CLASS(C_DET)));
    if (p.kind == PEOPLE_NONE || p.first >= p.end || !unit_mark(u, p.end, ',') ||
        p.end + 1 != outlet || u->words.at[p.end - 1].mention != NO_INDEX || !can_speak(u, p, low))
        return;
    d->people = p;
    d->relayed = p.kind == PEOPLE_NAMED;
}

bool credit_subject(const struct unit *u, const struct outlet_mention *m, struct draft *d) {
    uint32_t i = m->right, limit = unit_sentence_end(u, m->first);
    bool strong = false, possessive = unit_has(u, i, W_POSSESSIVE);
    *d = draft_at(m->left, m->right, "outlet-verb");
    if (blocked(u, m->left) || i >= limit)
        return false;
    uint32_t noun = piece_at(u, i + possessive);
    if (noun && (possessive || unit_is(u, m->first - (m->first > 0), CLASS(C_DET))) &&
        piece_verb(u, m, noun, d, &strong))
        return true;
    uint32_t staff = staff_end(u, i);
    if (possessive && !staff)
        return false;
    if (staff) {
        i = staff;
        d->rule = "outlet-staff";
    }
    if (unit_word_is(u, i, STR("both")) || unit_word_is(u, i, STR("each")))
        i++; /* "X and Y both reported" */
    uint32_t group = i, people_end = 0;
    if (!credit_verb(u, i, limit, d, &strong)) {
        for (uint32_t n = 0; n < 2; n++) {
            uint32_t next = group_end(u, group, limit);
            if (next == group)
                break;
            group = next;
            if (credit_verb(u, group, limit, d, &strong))
                break;
        }
        credit_cited(u, i, group, d, &people_end);
        if (d->cue_first == d->cue_end && !citing_group(u, i, d) &&
            !later_participle(u, m, limit, d))
            return false;
    }
    const struct cue *cue = unit_cue(u, d->cue_end - 1, 31, CUE_PERFECT | CUE_OWN);
    if (d->negated && cue)
        return false; /* "has not seen", "did not confirm": no credit */
    if ((m->weak && !strong && d->people.kind == PEOPLE_NONE) || (staff && u->in_title))
        return false;
    d->end = credit_tail(u, d->cue_end, limit);
    if (d->people.kind == PEOPLE_NONE && credit_cited(u, d->end, limit, d, &people_end))
        d->end = people_end;
    if (d->people.kind == PEOPLE_NONE)
        cited_in_front(u, m, d);
    bool quotes = str_eq(d->lemma, STR("quote")) || str_eq(d->lemma, STR("cite"));
    if (quotes && d->people.kind == PEOPLE_NONE) {
        d->people = people_after(u, d->cue_end);
        d->relayed = d->people.kind == PEOPLE_NAMED;
    }
    return true;
}
