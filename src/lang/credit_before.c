/* Credits with a cue before the outlet. */
#include "lang/credit_rules.h"

enum { NEAR_WORDS = 8, PHRASE_WORDS = 16 };

/* What is being looked at: the outlet m, the token before its noun phrase, the sentence's first
 * token. */
struct before {
    const struct unit *u;
    const struct outlet_mention *m;
    struct draft *d;
    uint32_t low;
};

static void set_cue(struct draft *d, uint32_t first, uint32_t end, struct str lemma,
                    struct str force) {
    d->cue_first = first;
    d->cue_end = end;
    d->lemma = lemma;
    d->force = force;
}

static bool according_at(const struct unit *u, uint32_t i) {
    return unit_word_is(u, i, STR("according")) && unit_word_is(u, i + 1, STR("to"));
}

/* A word that may stand between a noun or participle and "by X": adverbs, days, dates. */
static bool filler(const struct unit *u, uint32_t i) {
    return u->words.at[i].kind == WORD_NUMBER ||
           unit_is(u, i, CLASS(C_ADV) | CLASS(C_DAY) | CLASS(C_MONTH)) ||
           unit_is(u, i, CLASS(C_EARLY) | CLASS(C_TIME_UNIT)) || unit_word_is(u, i, STR("on")) ||
           unit_word_is(u, i, STR("in")) || unit_word_is(u, i, STR("this")) ||
           unit_word_is(u, i, STR("last"));
}

/* "according to" or "citing" that opens the phrase which ends before token i; NO_INDEX when none
 * does. */
static uint32_t opener(const struct unit *u, uint32_t i, uint32_t low) {
    for (uint32_t k = i, n = 0; k > low && n < PHRASE_WORDS; n++) {
        k--;
        if (according_at(u, k))
            return k;
        const struct cue *cue = unit_cue(u, k, FORM_ING, CUE_STRONG);
        if (cue && (str_eq(cue->lemma, STR("cite")) || str_eq(cue->lemma, STR("quote"))))
            return k;
        if (u->words.at[k].kind == WORD_PUNCT)
            return NO_INDEX;
    }
    return NO_INDEX;
}

/* The cue of an opener: "according to", or the verb. */
static void open_cue(const struct before *b, uint32_t open) {
    b->d->first = open;
    if (according_at(b->u, open))
        set_cue(b->d, open, open + 2, STR("according to"), STR("neutral"));
    else
        set_cue(b->d, open, open + 1, unit_cue(b->u, open, FORM_ING, CUE_STRONG)->lemma,
                STR("neutral"));
}

/* Back to the noun phrase's article: "a long report in". */
static uint32_t noun_first(const struct unit *u, uint32_t noun, uint32_t low) {
    uint32_t i = noun;
    while (i > low && noun - i < 4) {
        if (unit_is(u, i - 1, CLASS(C_DET)))
            return i - 1;
        if (!unit_kind(u, i - 1, WORD_LETTERS) ||
            unit_is(u, i - 1,
                    CLASS(C_PREP) | CLASS(C_CONJ) | CLASS(C_SUB) | CLASS(C_BE) | CLASS(C_HAVE) |
                        CLASS(C_CUE)))
            break;
        i--;
    }
    return i;
}

static bool direct(const struct before *b, uint32_t p) {
    const struct unit *u = b->u;
    if (p > b->low && according_at(u, p - 1)) {
        open_cue(b, p - 1);
        b->d->rule = "according-to";
        return true;
    }
    bool per =
        unit_word_is(u, p, STR("per")) && !b->m->weak &&
        (p == b->low || u->words.at[p - 1].kind == WORD_PUNCT || unit_word_is(u, p - 1, STR("as")));
    if (per) {
        set_cue(b->d, p, p + 1, STR("according to"), STR("neutral"));
        b->d->first = p - (p > b->low && unit_word_is(u, p - 1, STR("as")));
        b->d->rule = "according-to";
        return true;
    }
    const struct cue *cue = unit_cue(u, p, FORM_ING | FORM_PAST | FORM_S, CUE_STRONG);
    if (cue && (str_eq(cue->lemma, STR("cite")) || str_eq(cue->lemma, STR("quote")))) {
        set_cue(b->d, p, p + 1, cue->lemma, cue->force);
        b->d->first = p;
        b->d->rule = "citing";
        return true;
    }
    return false;
}

/* "two officials quoted by X": the people before the participle at token i. */
static void people_quoted(const struct before *b, uint32_t i) {
    struct people p = people_before(b->u, i);
    if (p.kind == PEOPLE_UNNAMED || p.kind == PEOPLE_NAMED) {
        b->d->people = p;
        b->d->relayed = p.kind == PEOPLE_NAMED;
        if (p.first < b->d->first)
            b->d->first = p.first;
    }
}

/* "published in X" for any outlet; "appeared on X", "broadcast on X" when it is a piece that did
 * so. */
static bool in_outlet_fits(const struct before *b, uint32_t verb, const struct cue *cue) {
    if (cue->kinds & CUE_CREDIT)
        return b->m->how != MENTION_SHAPE || (cue->kinds & CUE_STRONG);
    for (uint32_t i = verb, n = 0; i > b->low && n < NEAR_WORDS; i--, n++)
        if (unit_is(b->u, i - 1,
                    CLASS(C_PIECE) | CLASS(C_OPINION) | CLASS(C_DOC) | CLASS(C_INTERVIEW)))
            return b->m->how != MENTION_SHAPE;
    return false;
}

/* A word of time between a participle and "by X": "reported the next day by", "published over the
 * weekend by". */
static bool time_filler(const struct unit *u, uint32_t i) {
    static const char *const words[] = {"the",      "next",    "over", "weekend", "following",
                                        "previous", "earlier", "ago",  "a",       "same"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (unit_word_is(u, i, str_of(words[k])))
            return true;
    return filler(u, i);
}

/* "(was) first reported on Tuesday by X", "a report published by X", "an analysis by X". */
static bool by_outlet(const struct before *b, uint32_t p) {
    const struct unit *u = b->u;
    bool by = unit_word_is(u, p, STR("by")),
         in = unit_word_is(u, p, STR("in")) || unit_word_is(u, p, STR("on"));
    if (!by && !in)
        return false;
    uint32_t k = p;
    while (k > b->low && p - k < NEAR_WORDS && (by ? time_filler : filler)(u, k - 1) &&
           !unit_cue(u, k - 1, FORM_PP, CUE_BY | CUE_IN))
        k--;
    if (k == b->low)
        return false;
    const struct cue *cue = unit_cue(u, k - 1, FORM_PP, by ? CUE_BY : CUE_IN);
    if (!cue ||
        (unit_is(u, k - 1, CLASS(C_PIECE)) && unit_is(u, k - 2, CLASS(C_DET)) && k > b->low + 1))
        return false;
    if (in && !in_outlet_fits(b, k - 1, cue))
        return false;
    uint32_t first = k - 1;
    while (first > b->low && (unit_is(u, first - 1, CLASS(C_ADV) | CLASS(C_BE) | CLASS(C_HAVE))))
        first--;
    if (first > b->low && unit_is(u, first - 1, CLASS(C_NEG)))
        return false; /* "has not been verified by X" */
    set_cue(b->d, first, p + 1, cue->lemma, cue->force);
    b->d->first = first;
    b->d->rule = by ? "by-outlet" : "in-outlet";
    if (str_eq(cue->lemma, STR("quote")) || str_eq(cue->lemma, STR("cite")) ||
        str_eq(cue->lemma, STR("interview")))
        people_quoted(b, k - 1);
    uint32_t open = opener(u, first, b->low);
    if (open != NO_INDEX)
        open_cue(b, open);
    else if (by && first > b->low && unit_is(u, first, CLASS(C_BE) | CLASS(C_HAVE)) &&
             !unit_is(u, first - 1, CLASS(C_SUB)) && !unit_word_is(u, first - 1, STR("it")) &&
             unit_is(u, credit_list_end(u, b->m->right, false), CLASS(C_CONJ)))
        b->d->side = CONTENT_BEFORE; /* "the leak was first reported by X and then spread" */
    for (uint32_t i = b->d->first; i < first; i++) /* "according to an op-ed published by X" */
        b->d->opinion_piece |= unit_is(u, i, CLASS(C_OPINION));
    return true;
}

/* "a report in X", "an op-ed for X", "the latest investigation from X": the noun before the
 * preposition at p. */
static bool piece_in(const struct before *b, uint32_t p) {
    const struct unit *u = b->u;
    if (p == b->low || !(unit_word_is(u, p, STR("in")) || unit_word_is(u, p, STR("by")) ||
                         unit_word_is(u, p, STR("from")) || unit_word_is(u, p, STR("on")) ||
                         unit_word_is(u, p, STR("for"))))
        return false;
    uint32_t k = p;
    while (k > b->low && p - k < NEAR_WORDS / 2 && filler(u, k - 1))
        k--;
    uint32_t noun = k - (k > b->low);
    bool opinion = unit_is(u, noun, CLASS(C_OPINION));
    bool doc = unit_word_is(u, p, STR("by")) && unit_is(u, noun, CLASS(C_DOC));
    if (k == b->low || !(opinion || doc || unit_is(u, noun, CLASS(C_PIECE))) ||
        unit_cue(u, noun, FORM_ING, CUE_SPEECH))
        return false;
    uint32_t first = noun_first(u, noun, b->low), open = opener(u, first, b->low);
    for (uint32_t i = first; i < noun; i++) /* "an editorial piece in" */
        opinion |= unit_is(u, i, CLASS(C_OPINION));
    b->d->opinion_piece = opinion;
    b->d->rule = "piece-in";
    b->d->first = first;
    set_cue(b->d, noun, noun + 1, STR("report"), STR("neutral"));
    if (open != NO_INDEX) {
        open_cue(b, open);
        return true;
    }
    struct draft verb = *b->d;
    bool strong;
    uint32_t limit = unit_sentence_end(u, p), i = credit_list_end(u, b->m->right, true);
    const struct cue *read = unit_cue(u, i, FORM_PAST | FORM_S, CUE_SPEECH);
    if (credit_verb(u, i, limit, &verb, &strong)) {
        set_cue(b->d, verb.cue_first, verb.cue_end, verb.lemma, verb.force);
        b->d->negated = verb.negated;
    } else if (read) {
        set_cue(b->d, i, i + 1, read->lemma, read->force);
    }
    b->d->end = b->d->cue_end > b->m->right ? b->d->cue_end : b->m->right;
    return true;
}

/* Whether X is spoken to at p: "told", "speaking to", "in an interview with". *cue_first is where
 * that begins. */
static bool spoken_to(const struct before *b, uint32_t p, uint32_t *cue_first) {
    const struct unit *u = b->u;
    if (unit_cue(u, p, FORM_S | FORM_PAST | FORM_PP | FORM_ING | FORM_BASE, CUE_TO)) {
        *cue_first = p;
        return true;
    }
    *cue_first = p - (p > b->low);
    if (unit_word_is(u, p, STR("for")) && p > b->low) /* "in an interview for X" */
        return unit_is(u, p - 1, CLASS(C_INTERVIEW));
    if (p <= b->low || !(unit_word_is(u, p, STR("to")) || unit_word_is(u, p, STR("with"))))
        return false;
    const unsigned forms = FORM_S | FORM_PAST | FORM_ING | FORM_PP;
    bool with = unit_word_is(u, p, STR("with"));
    const struct cue *cue = unit_cue(u, p - 1, forms, CUE_TO_PREP);
    if (cue && !(with && (cue->kinds & CUE_SPEECH))) /* "confirmed with X" asks X */
        return true;
    uint32_t k = p - 1; /* "confirmed the news to X" */
    while (!with && k > b->low + 1 && p - k < 4 && unit_kind(u, k, WORD_LETTERS) &&
           !unit_is(u, k, CLASS(C_DET) | CLASS(C_PREP) | CLASS(C_CONJ) | CLASS(C_SUB)))
        k--;
    cue = !with && unit_is(u, k, CLASS(C_DET)) ? unit_cue(u, k - 1, forms, CUE_TO_PREP) : NULL;
    if (cue && (cue->kinds & CUE_SPEECH)) {
        *cue_first = k - 1;
        return true;
    }
    return unit_is(u, p - 1, CLASS(C_INTERVIEW));
}

/* "X's lawyer", "X founder Ann Roe", "an X lunch group" are not the outlet; "X's Jake Roe", "an X
 * reporter" stand for it. */
static bool other_person(const struct unit *u, const struct outlet_mention *m) {
    const uint64_t after = CLASS(C_PREP) | CLASS(C_CONJ) | CLASS(C_SUB) | CLASS(C_DET) |
                           CLASS(C_PRON) | CLASS(C_ADV) | CLASS(C_BE) | CLASS(C_HAVE) |
                           CLASS(C_DO) | CLASS(C_MODAL) | CLASS(C_EARLY) | CLASS(C_TIME_UNIT) |
                           CLASS(C_STAFF) | CLASS(C_PIECE) | CLASS(C_OPINION) | CLASS(C_CUE) |
                           CLASS(C_COMMON);
    uint32_t i = m->right;
    if (unit_has(u, i, W_POSSESSIVE))
        return !unit_has(u, i + 1, W_UPPER) &&
               !unit_is(u, i + 1, CLASS(C_STAFF) | CLASS(C_PIECE) | CLASS(C_OPINION));
    return i < unit_sentence_end(u, m->first) && unit_kind(u, i, WORD_LETTERS) &&
           !unit_has(u, i, W_UPPER) && !unit_is(u, i, after) && !u->in_title;
}

/* The token after what belongs to the outlet: "'s Jake Roe", "report", "reporter Ann Roe". */
static uint32_t staff_after(const struct unit *u, uint32_t i) {
    uint32_t k = i;
    if (unit_has(u, k, W_POSSESSIVE))
        k++;
    if (unit_is(u, k, CLASS(C_STAFF) | CLASS(C_PIECE) | CLASS(C_OPINION)) &&
        !unit_has(u, k, W_UPPER))
        k++;
    k += k > i && unit_word_is(u, k, STR("board")); /* "editorial board" */
    for (uint32_t n = 0;
         n < 4 && k > i && unit_has(u, k, W_UPPER) && unit_kind(u, k, WORD_LETTERS) &&
         !unit_is(u, k, CLASS(C_DAY) | CLASS(C_MONTH));
         n++)
        k++;
    return k;
}

/* What is said follows: "that", a colon, a quotation, or the sentence ends and it stood before. */
static bool says_that(const struct unit *u, uint32_t i) {
    uint32_t k = credit_tail(u, i, unit_sentence_end(u, i - 1));
    k += unit_mark(u, k, ',');
    return k >= unit_sentence_end(u, i - 1) || unit_word_is(u, k, STR("that")) ||
           unit_kind(u, k, WORD_PUNCT) || unit_has(u, k + 1, W_QUOTED);
}

/* "Roe said on Monday in an interview with X": who says it, with the verb before the interview. */
static void said_in_interview(const struct before *b) {
    enum { DAY_WORDS = 3 };
    const struct unit *u = b->u;
    uint32_t verb = b->d->first;
    for (unsigned n = 0; n < DAY_WORDS && verb > b->low + 1 && filler(u, verb - 1); n++)
        verb--;
    const struct cue *cue =
        verb-- > b->low + 1 ? unit_cue(u, verb, FORM_PAST | FORM_S, CUE_SPEECH) : NULL;
    struct people p = cue && !unit_has(u, verb, W_QUOTED) ? people_before(u, verb)
                                                          : (struct people){.kind = PEOPLE_NONE};
    if (p.kind == PEOPLE_NONE || p.first >= p.end)
        return;
    b->d->people = p;
    b->d->first = p.first;
    set_cue(b->d, verb, verb + 1, cue->lemma, cue->force);
}

static bool told(const struct before *b, uint32_t p) {
    const struct unit *u = b->u;
    uint32_t cue_first;
    if (!spoken_to(b, p, &cue_first) ||
        (p + 1 < b->m->left && unit_cue(u, b->m->right, FORM_PAST | FORM_S, CUE_CREDIT)))
        return false; /* "officials told X and Y reported": Y is told nothing */
    struct draft *d = b->d;
    d->end = staff_after(u, b->m->right);
    bool interview = unit_is(u, cue_first, CLASS(C_INTERVIEW));
    const struct cue *verb = unit_cue(u, cue_first, 31, CUE_TO | CUE_TO_PREP);
    set_cue(d, cue_first, p + 1, interview || !verb ? STR("interview") : verb->lemma,
            STR("neutral"));
    d->rule = "told-outlet";
    d->first = cue_first;
    if (interview) {
        d->relayed = true; /* whoever speaks has the sentence's main verb */
        d->first = noun_first(u, cue_first, b->low);
        if (d->first > b->low && unit_word_is(u, d->first - 1, STR("in")))
            d->first--;
        said_in_interview(b);
        return true;
    }
    if (verb && (verb->kinds & CUE_SPEECH) && cue_first + 1 < p) { /* "confirmed the news to X" */
        d->cue_end = d->end = cue_first + 1;
        d->side = CONTENT_AFTER;
    }
    if (verb && cue_first > b->low && unit_is(u, cue_first - 1, CLASS(C_BE)) &&
        b->m->right < unit_sentence_end(u, b->m->first) &&
        unit_word_is(u, b->m->right, STR("by"))) { /* "was confirmed to X by two officials" */
        d->people = people_after(u, b->m->right + 1);
        d->relayed = d->people.kind != PEOPLE_UNNAMED;
        d->first = cue_first - 1;
        d->end = d->people.end > d->end ? d->people.end : d->end;
        d->side = CONTENT_BEFORE;
        return true;
    }
    bool speaks = verb && !(verb->kinds & (CUE_SPEECH | CUE_TO)), first = cue_first <= b->low + 1;
    if (speaks && !first && !says_that(u, d->end))
        d->side = CONTENT_NONE; /* "spoke to X about the pay" */
    d->people = people_before(u, cue_first);
    d->relayed = d->people.kind != PEOPLE_UNNAMED;
    if (d->people.kind != PEOPLE_NONE && d->people.first < d->first)
        d->first = d->people.first;
    if (d->first >= b->low + 2 && according_at(u, d->first - 2))
        d->first -= 2; /* "according to an official who spoke to X" */
    return true;
}

/* "Roe said on X": the speaker's words, which X relays. */
static bool said_on(const struct before *b, uint32_t p) {
    const struct unit *u = b->u;
    const struct cue *cue =
        p > b->low && unit_word_is(u, p, STR("on")) && b->m->how != MENTION_SHAPE
            ? unit_cue(u, p - 1, FORM_PAST | FORM_S, CUE_SPEECH)
            : NULL;
    if (!cue || !str_eq(cue->lemma, STR("say")))
        return false;
    set_cue(b->d, p - 1, p + 1, cue->lemma, cue->force);
    b->d->rule = "told-outlet";
    b->d->people = people_before(u, p - 1);
    b->d->relayed = b->d->people.kind != PEOPLE_UNNAMED;
    if (unit_has(u, b->m->right, W_POSSESSIVE)) /* "on X's breakfast programme" */
        b->d->end = unit_sentence_end(u, p);
    b->d->first = p - 1;
    if (b->d->people.kind != PEOPLE_NONE && b->d->people.first < b->d->first)
        b->d->first = b->d->people.first;
    return true;
}

/* `"...," writes Ann Roe for X`: the outlet's own writer. */
static bool written_for(const struct before *b, uint32_t p) {
    const struct unit *u = b->u;
    if (!unit_word_is(u, p, STR("for")) && !unit_word_is(u, p, STR("in")))
        return false;
    uint32_t k = p;
    while (k > b->low && p - k < 4 && unit_has(u, k - 1, W_UPPER) &&
           unit_kind(u, k - 1, WORD_LETTERS))
        k--;
    const struct cue *cue =
        k < p && k > b->low ? unit_cue(u, k - 1, FORM_PAST | FORM_S, CUE_SPEECH) : NULL;
    if (!cue || !str_eq(cue->lemma, STR("write")))
        return false;
    set_cue(b->d, k - 1, k, cue->lemma, cue->force);
    b->d->first = k - 1;
    b->d->rule = "written-for";
    return true;
}

/* `"...," reports X`, `..., said X.` */
static bool inverted(const struct before *b, uint32_t p) {
    const struct unit *u = b->u;
    const struct cue *cue = unit_cue(u, p, FORM_S | FORM_PAST, CUE_CREDIT);
    if (!cue || !(cue->kinds & CUE_SPEECH) || p == b->low ||
        (b->m->weak && !(cue->kinds & CUE_STRONG)))
        return false;
    if (!unit_mark(u, p - 1, ',') && !unit_has(u, p - 1, W_CLOSING))
        return false;
    uint32_t right = credit_list_end(u, b->m->right, false);
    if (right < unit_sentence_end(u, p) &&
        (unit_has(u, right, W_POSSESSIVE) || unit_kind(u, right, WORD_LETTERS)))
        return false;
    set_cue(b->d, p, p + 1, cue->lemma, cue->force);
    b->d->first = p;
    b->d->rule = "verb-outlet";
    return true;
}

/* "(via X)", "..., via X." */
static bool via(const struct before *b, uint32_t p) {
    const struct unit *u = b->u;
    uint32_t r = credit_list_end(u, b->m->right, false);
    if (!unit_word_is(u, p, STR("via")) ||
        !(r >= unit_sentence_end(u, p) || unit_mark(u, r, ')') || unit_mark(u, r, '.')))
        return false;
    set_cue(b->d, p, p + 1, STR("via"), STR("neutral"));
    b->d->first = p;
    b->d->rule = "via";
    return true;
}

/* "according to Reuters and AP": the outlet before has the cue; p is moved before the list. */
static uint32_t before_list(const struct unit *u, uint32_t left, uint32_t low) {
    for (uint32_t n = 0; n < 4 && left > low + 1; n++) {
        uint32_t p = left - 1;
        bool listed = unit_word_is(u, p, STR("and")) || unit_mark(u, p, ',');
        if (!listed || u->words.at[p - 1].mention == NO_INDEX)
            break;
        left = u->mentions.at[u->words.at[p - 1].mention].left;
    }
    return left;
}

/* "news websites such as X", "outlets including X": where the words for what X is begin; left
 * itself when none stand there. */
static uint32_t before_kind(const struct unit *u, uint32_t left, uint32_t low) {
    static const char *const nouns[] = {"websites",     "sites",    "newspapers", "papers",
                                        "outlets",      "blogs",    "magazines",  "tabloids",
                                        "broadcasters", "agencies", "channels",   "stations",
                                        "publications", "media",    "portals",    "dailies"};
    enum { KIND_WORDS = 2 }; /* "local news" */
    uint32_t k = left;
    if (k > low + 2 && unit_word_is(u, k - 1, STR("as")) && unit_word_is(u, k - 2, STR("such")))
        k -= 2;
    else if (k > low + 1 &&
             (unit_word_is(u, k - 1, STR("including")) || unit_word_is(u, k - 1, STR("like"))))
        k--;
    else
        return left;
    k -= k > low + 1 && unit_mark(u, k - 1, ',');
    if (k <= low || !str_is_one_of(unit_text(u, k - 1), nouns, sizeof nouns / sizeof *nouns))
        return left;
    k--;
    for (uint32_t n = 0; n < KIND_WORDS && k > low && unit_kind(u, k - 1, WORD_LETTERS) &&
                         !unit_is(u, k - 1, CLASS(C_PREP) | CLASS(C_CONJ) | CLASS(C_SUB)) &&
                         !unit_word_is(u, k - 1, STR("to"));
         n++)
        k--;
    return k;
}

/* "according to X's Monday issue": what is left before the next mark belongs to the outlet. */
static uint32_t issue_end(const struct unit *u, uint32_t i) {
    uint32_t end = unit_sentence_end(u, i - 1);
    for (uint32_t k = i; k <= end && k < i + 4; k++)
        if (k == end || u->words.at[k].kind == WORD_PUNCT)
            return k;
    return i;
}

bool credit_before(const struct unit *u, const struct outlet_mention *m, struct draft *d) {
    uint32_t low = unit_sentence_first(u, m->first);
    *d = draft_at(m->left, m->right, "");
    uint32_t left = before_kind(u, before_list(u, m->left, low), low);
    if (left <= low)
        return false;
    uint32_t p = left - 1;
    struct before b = {u, m, d, low};
    d->listed = before_list(u, m->left, low) < m->left;
    if (other_person(u, m))
        return false;
    if (direct(&b, p)) {
        d->end = staff_after(u, m->right);
        if (unit_has(u, d->end, W_POSSESSIVE))
            return false;
        if (unit_has(u, m->right, W_POSSESSIVE))
            d->end = issue_end(u, d->end);
        for (uint32_t i = m->right; i < d->end; i++)
            d->opinion_piece |= unit_is(u, i, CLASS(C_OPINION));
        return true;
    }
    if (told(&b, p) || said_on(&b, p))
        return true;
    if (unit_has(u, m->right, W_POSSESSIVE))
        return false;
    return by_outlet(&b, p) || piece_in(&b, p) || inverted(&b, p) || via(&b, p) ||
           written_for(&b, p);
}

bool credit_is_photo(const struct unit *u, const struct outlet_mention *m) {
    uint32_t l = m->left, r = m->right;
    if (unit_is(u, r, CLASS(C_PHOTO)) || unit_mark(u, r, '/') ||
        (l > 0 && unit_mark(u, l - 1, '/')))
        return true;
    for (uint32_t n = 1; n <= 3 && l >= n; n++)
        if (unit_is(u, l - n, CLASS(C_PHOTO)) &&
            (unit_mark(u, l - 1, ':') || unit_word_is(u, l - 1, STR("by")) ||
             unit_word_is(u, l - 1, STR("via")) || unit_word_is(u, l - 1, STR("courtesy"))))
            return !unit_is(u, l - n, CLASS(C_PIECE));
    return false;
}

bool credit_title(const struct unit *u, const struct outlet_mention *m, struct draft *d) {
    uint32_t low = unit_sentence_first(u, m->first), high = unit_sentence_end(u, m->first);
    bool quoted = m->right < high && unit_mark(u, m->right, ':') && m->right + 1 < u->words.n;
    if (m->left != low || !quoted || m->how == MENTION_BACK)
        return false;
    *d = draft_at(m->left, m->right + 1, "outlet-colon");
    set_cue(d, m->right, m->right + 1, STR(":"), STR("neutral"));
    return true;
}
