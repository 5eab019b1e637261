#include "compare/shown_documents.h"

enum { TOKENS_MAX = 200, NEAR = 3, BYTES_BEHIND = 120, CLIMB_MAX = 8, RAISED_MAX = 2 };

static struct str dep_of(const struct analysis *n, uint32_t i) {
    return labels_name(n->labels, n->tokens.at[i].dep);
}

static bool is_dep(const struct analysis *n, uint32_t i, const char *dep) {
    return str_eq(dep_of(n, i), str_of(dep));
}

/* The tokens of a sentence that are looked at. */
struct reach {
    const struct lemma_classes *lemmas;
    const struct analysis *n;
    uint32_t first, end;
};

static const struct token *token_at(const struct reach *r, uint32_t i) {
    return &r->n->tokens.at[i];
}

static bool is_document(const struct reach *r, uint32_t i) {
    return lemma_has_class(r->lemmas, token_at(r, i)->lemma, LEMMA_DOCUMENT);
}

/* "posted", "leaked": made public. */
static bool publishes(const struct reach *r, uint32_t i) {
    return lemma_has_class(r->lemmas, token_at(r, i)->lemma, LEMMA_PUBLISH);
}

/* "emerged", "surfaced": was made public. */
static bool comes_out(const struct token *t) {
    static const char *const verbs[] = {"emerge", "surface", "circulate", "appear", "pop"};
    return str_is_one_of(t->lemma, verbs, sizeof verbs / sizeof *verbs);
}

static bool is_showing(struct str lemma) {
    static const char *const verbs[] = {"show", "depict", "capture", "reveal", "feature"};
    return str_is_one_of(lemma, verbs, sizeof verbs / sizeof *verbs);
}

static bool shows(const struct token *t) {
    return is_showing(t->lemma);
}

/* "appears to show", "which claims to show", "is said to show". */
static bool is_said_to(const struct token *t) {
    static const char *const verbs[] = {"appear", "purport", "seem",    "claim",
                                        "allege", "say",     "believe", "think"};
    return str_is_one_of(t->lemma, verbs, sizeof verbs / sizeof *verbs);
}

/* "appeared in", "caught on", "filmed on". */
static bool is_seen(const struct token *t) {
    static const char *const verbs[] = {"appear", "catch",      "capture", "film",
                                        "see",    "photograph", "record"};
    return str_is_one_of(t->lemma, verbs, sizeof verbs / sizeof *verbs);
}

/* The first token with this head and label, or NO_INDEX. */
static uint32_t child(const struct reach *r, uint32_t head, const char *dep) {
    for (uint32_t k = r->first; k < r->end; k++)
        if (k != head && token_at(r, k)->head == head && is_dep(r->n, k, dep))
            return k;
    return NO_INDEX;
}

/* "may show", "if it shows", "does not show". */
static bool is_open(const struct reach *r, uint32_t verb) {
    static const char *const words[] = {"may",    "might", "can", "could",  "would",  "will",
                                        "should", "must",  "if",  "unless", "whether"};
    for (uint32_t k = r->first; k < r->end; k++) {
        const struct token *t = token_at(r, k);
        if (t->head == verb && k != verb &&
            (is_dep(r->n, k, "neg") ||
             str_is_one_of(t->lemma, words, sizeof words / sizeof *words)))
            return true;
    }
    return false;
}

/* "no footage". */
static bool is_none(const struct reach *r, uint32_t noun) {
    uint32_t det = child(r, noun, "det");
    return det != NO_INDEX && str_eq(token_at(r, det)->lemma, STR("no"));
}

/* "captured the attention of millions". */
static bool catches_eye(const struct reach *r, uint32_t verb) {
    static const char *const nouns[] = {"attention", "imagination", "interest", "heart",
                                        "mood",      "spirit",      "eye",      "headline"};
    uint32_t object = child(r, verb, "dobj");
    return object != NO_INDEX &&
           str_is_one_of(token_at(r, object)->lemma, nouns, sizeof nouns / sizeof *nouns);
}

/* "the moment", "dozens of": what is shown is what is told of behind it. */
static bool leads_on(const struct reach *r, uint32_t noun) {
    return lemma_has_class(r->lemmas, token_at(r, noun)->lemma, LEMMA_SHOWN_PART);
}

/* "shots" of "dozens of shots". */
static bool is_part(const struct reach *r, uint32_t noun) {
    return is_dep(r->n, noun, "pobj") && leads_on(r, token_at(r, token_at(r, noun)->head)->head);
}

/* The document that a noun is, "videos" of "a series of videos"; not "no video". NO_INDEX: none. */
static uint32_t document_in(const struct reach *r, uint32_t noun) {
    if (noun != NO_INDEX && leads_on(r, noun)) {
        uint32_t of = child(r, noun, "prep");
        noun = of == NO_INDEX ? NO_INDEX : child(r, of, "pobj");
    }
    return noun != NO_INDEX && is_document(r, noun) && !is_none(r, noun) ? noun : NO_INDEX;
}

/* The document of which a verb tells what it shows: "the video" of "the video shows", "video
 * appears to show", "video showing", "a video that was said to show". NO_INDEX: none. */
static uint32_t that_shows(const struct reach *r, uint32_t verb) {
    if (!shows(token_at(r, verb)) || is_open(r, verb) || catches_eye(r, verb))
        return NO_INDEX;
    uint32_t v = verb;
    for (unsigned k = 0; k <= RAISED_MAX; k++) {
        uint32_t subject = child(r, v, "nsubj"), head = token_at(r, v)->head;
        subject = subject == NO_INDEX ? child(r, v, "nsubjpass") : subject;
        if (document_in(r, subject) != NO_INDEX)
            return document_in(r, subject);
        if (is_dep(r->n, v, "acl") || is_dep(r->n, v, "relcl"))
            return document_in(r, head);
        bool raised = is_dep(r->n, v, "xcomp") && is_said_to(token_at(r, head));
        bool late =
            is_dep(r->n, v, "advcl") && (comes_out(token_at(r, head)) || publishes(r, head));
        uint32_t object = late ? document_in(r, child(r, head, "dobj")) : NO_INDEX;
        if (object != NO_INDEX &&
            lemma_has_class(r->lemmas, token_at(r, object)->lemma, LEMMA_PICTURE))
            return object; /* "posted a video online showing" */
        if (head == v || subject != NO_INDEX || !(raised || late) || is_open(r, head))
            return NO_INDEX;
        v = head;
    }
    return NO_INDEX;
}

/* "was posted online by": it is told by whom. */
static bool has_agent(const struct reach *r, uint32_t verb) {
    for (uint32_t k = verb + 1; k < r->end; k++)
        if (token_at(r, k)->head == verb && is_dep(r->n, k, "agent"))
            return true;
    return false;
}

/* "as", "while" or "when" stands before the token's clause. */
static bool is_meanwhile(const struct reach *r, uint32_t i, uint32_t opens) {
    static const char *const words[] = {"as", "while", "when"};
    uint32_t mark = child(r, i, "mark");
    if (opens > r->first)
        mark = mark == NO_INDEX ? opens - 1 : mark;
    return mark != NO_INDEX &&
           str_is_one_of(token_at(r, mark)->lemma, words, sizeof words / sizeof *words);
}

/* Whether what stands below its head is shown when that is: "a man running", "dozens of shots",
 * "the moment that it sank". */
static bool is_shown_too(const struct reach *r, uint32_t i, uint32_t opens) {
    static const char *const links[] = {"of", "from", "in", "during"};
    const struct token *t = token_at(r, i);
    struct str dep = dep_of(r->n, i), tag = labels_name(r->n->labels, t->tag);
    if (str_eq(dep, STR("acl"))) /* "dozens of shots fired" */
        return str_eq(tag, STR("VBG")) || child(r, i, "auxpass") != NO_INDEX ||
               leads_on(r, t->head) || is_part(r, t->head);
    if (str_eq(dep, STR("relcl")))
        return leads_on(r, t->head);
    if (str_eq(dep, STR("prep")))
        return leads_on(r, t->head) && str_is_one_of(t->lemma, links, sizeof links / sizeof *links);
    if (str_eq(dep, STR("advcl")))
        return is_meanwhile(r, i, opens);
    return str_eq(dep, STR("pobj")) || str_eq(dep, STR("pcomp")) || str_eq(dep, STR("conj"));
}

/* The token of a use that the rest of it hangs on: a verb, where there are several because the
 * parser has parted them. */
static uint32_t top_of(const struct reach *r, const struct claim_use *use) {
    uint32_t top = NO_INDEX;
    for (uint32_t i = r->first; i < r->end; i++) {
        const struct token *t = token_at(r, i), *head = token_at(r, t->head);
        bool inside = t->text.start >= use->text.start && t->text.end <= use->text.end;
        bool below = head->text.start >= use->text.start && head->text.end <= use->text.end;
        bool verb = str_eq(labels_name(r->n->labels, t->pos), STR("VERB"));
        if (!inside || (below && t->head != i) || is_dep(r->n, i, "punct"))
            continue;
        if (verb)
            return i;
        top = top == NO_INDEX ? i : top;
    }
    return top;
}

/* "In the video above, the ship sinks": what the sentence that begins so tells is seen there. */
static bool opens_sentence(const struct reach *r, uint32_t i) {
    static const char *const places[] = {"above", "below"};
    struct str the = i == r->first + 2 ? token_at(r, i - 1)->lemma : STR_NONE;
    uint32_t behind = i + 1;
    if (!str_eq(token_at(r, r->first)->lemma, STR("in")) ||
        !(str_eq(the, STR("the")) || str_eq(the, STR("this"))))
        return false;
    behind += behind < r->end &&
              str_is_one_of(token_at(r, behind)->lemma, places, sizeof places / sizeof *places);
    return behind < r->end && str_eq(token_at(r, behind)->lemma, STR(","));
}

/* "showing" of "video showing": a clause on the document tells what it shows. */
static bool has_showing(const struct reach *r, uint32_t i) {
    enum { LOOKED_AT = 24 };
    for (uint32_t k = i + 1; k < r->end && k < i + LOOKED_AT; k++)
        if (shows(token_at(r, k)) && that_shows(r, k) == i)
            return true;
    return false;
}

/* "was caught on video", "can be seen running in the clip". */
static bool is_seen_in(const struct reach *r, uint32_t i) {
    uint32_t prep = token_at(r, i)->head, verb = token_at(r, prep)->head;
    if (i >= r->first + 2 && str_eq(token_at(r, i - 1)->lemma, STR("on")) &&
        is_seen(token_at(r, i - 2)))
        return true; /* where the parser has the video do what is seen */
    if (!is_dep(r->n, i, "pobj"))
        return false;
    return is_seen(token_at(r, verb)) ||
           (is_dep(r->n, verb, "xcomp") && is_seen(token_at(r, token_at(r, verb)->head)));
}

/* "the video emerged". */
static bool has_come_out(const struct reach *r, uint32_t i) {
    return is_dep(r->n, i, "nsubj") && comes_out(token_at(r, token_at(r, i)->head));
}

/* Token i is a document that was published, that shows something, or in which something is seen.
 * "She posted a photograph" is no word of the photograph's, "of a ship" or "showing a ship" makes
 * it one. */
static bool is_shown(const struct reach *r, uint32_t i) {
    uint32_t head = token_at(r, i)->head;
    for (uint32_t k = i + 1; k < r->end && k <= i + NEAR && !is_dep(r->n, i, "attr"); k++)
        if (publishes(r, k) && token_at(r, k)->head == i)
            return true;
    if (is_dep(r->n, i, "nsubj") && that_shows(r, head) == i)
        return true;
    bool of = i + 1 < r->end && str_eq(token_at(r, i + 1)->lemma, STR("of"));
    const uint32_t noun = is_part(r, i) ? token_at(r, head)->head : i; /* "a series of videos" */
    head = token_at(r, noun)->head;
    bool made_public =
        (is_dep(r->n, noun, "dobj") || is_dep(r->n, noun, "nsubjpass")) && publishes(r, head);
    if (made_public && (of || has_agent(r, head) || has_showing(r, i)))
        return true;
    if (has_come_out(r, i)) /* "the picture appeared online" */
        return has_showing(r, i) || (str_eq(token_at(r, head)->lemma, STR("appear")) &&
                                     child(r, head, "xcomp") == NO_INDEX);
    return is_seen_in(r, i);
}

/* "captured dozens of shots"; not "featured on the news". */
static bool has_behind(const struct reach *r, uint32_t verb) {
    static const char *const without[] = {"ADP", "ADV", "PUNCT"};
    return verb + 1 < r->end &&
           !str_is_one_of(labels_name(r->n->labels, token_at(r, verb + 1)->pos), without,
                          sizeof without / sizeof *without);
}

/* The document that a token "of" leads away from, where it was made public: "a video of", "footage
 * emerged of". */
static uint32_t document_of(const struct reach *r, uint32_t i) {
    uint32_t head = token_at(r, i)->head, subject;
    if (!is_dep(r->n, i, "prep") || !str_eq(token_at(r, i)->lemma, STR("of")))
        return NO_INDEX;
    if (is_document(r, head) && (is_shown(r, head) || has_come_out(r, head)))
        return head;
    subject = comes_out(token_at(r, head)) ? child(r, head, "nsubj") : NO_INDEX;
    return subject != NO_INDEX && is_document(r, subject) ? subject : NO_INDEX;
}

/* The document that shows a use, of which it stands outside: "the footage shows" of what the
 * footage shows. */
static uint32_t shown_by(const struct reach *r, const struct claim_use *use) {
    uint32_t i = top_of(r, use), opens = SPANS_FIND(r->n->tokens, use->text.start);
    for (unsigned k = 0; i != NO_INDEX && k < CLIMB_MAX; k++) {
        uint32_t head = token_at(r, i)->head;
        if (head == i)
            return NO_INDEX;
        bool object = is_dep(r->n, i, "ccomp") || is_dep(r->n, i, "dobj");
        bool meanwhile = is_dep(r->n, i, "advcl") && is_meanwhile(r, i, opens);
        if (object || (meanwhile && has_behind(r, head))) {
            uint32_t document = that_shows(r, head);
            if (document != NO_INDEX)
                return document;
        }
        uint32_t of = document_of(r, i);
        if (of != NO_INDEX)
            return of;
        if (!is_shown_too(r, i, opens))
            return NO_INDEX;
        i = head;
    }
    return NO_INDEX;
}

static bool is_showing_word(const struct reach *r, uint32_t i) {
    static const char *const words[] = {"show", "shows", "showed", "reveals", "revealed"};
    return str_is_one_of(str_span(r->n->article->text, token_at(r, i)->text), words,
                         sizeof words / sizeof *words);
}

/* "As the video shows, it sank", "It sank, security video shows": words that the parser often takes
 * for something else. */
static uint32_t shown_aside(const struct reach *r, const struct claim_use *use) {
    enum { ASIDE_MAX = 6 };
    const uint32_t top = top_of(r, use);
    for (uint32_t i = r->first; top != NO_INDEX && i + 2 < r->end; i++) {
        const uint32_t head = token_at(r, top)->head;
        uint32_t from = i, low = i > r->first + ASIDE_MAX ? i - ASIDE_MAX : r->first;
        struct str mark = token_at(r, i + 2)->lemma;
        if (!is_document(r, i) || !is_showing_word(r, i + 1))
            continue;
        while (from > low && !is_dep(r->n, from, "punct"))
            from--;
        bool opens = from == r->first && str_eq(token_at(r, from)->lemma, STR("as")) &&
                     str_eq(mark, STR(",")) && head == top && top > i + 2;
        bool closes = str_eq(token_at(r, from)->lemma, STR(",")) && str_eq(mark, STR(".")) &&
                      (head == top || head == i + 1) && top < from;
        if (opens || closes)
            return i;
    }
    return NO_INDEX;
}

/* "They named the man who was seen in the video": it tells who is meant, and does not show that he
 * was named. Token i hangs in a clause on another noun of the use. */
static bool tells_which(const struct analysis *n, uint32_t i, const struct claim_use *use) {
    static const char *const clauses[] = {"relcl", "acl"};
    for (uint32_t k = i, step = 0; step < TOKENS_MAX; step++) {
        const struct token *t = &n->tokens.at[k], *head = &n->tokens.at[t->head];
        if (t->head == k || head->text.start < use->text.start || head->text.end > use->text.end)
            return false;
        if (str_is_one_of(labels_name(n->labels, t->dep), clauses,
                          sizeof clauses / sizeof *clauses))
            return true;
        k = t->head;
    }
    return false;
}

/* "The sailors fled after a video was posted", "amid anger over a video": what stands below token i
 * is told by the way of what is above it. */
static bool is_aside(const struct reach *r, uint32_t i) {
    static const char *const clauses[] = {"advcl", "relcl", "acl", "pcomp"};
    static const char *const places[] = {"in", "on", "of", "from", "by", "to", "at", "via"};
    struct str dep = dep_of(r->n, i), pos = labels_name(r->n->labels, token_at(r, i)->pos);
    if (str_eq(dep, STR("prep")))
        return !str_is_one_of(token_at(r, i)->lemma, places, sizeof places / sizeof *places);
    return str_is_one_of(dep, clauses, sizeof clauses / sizeof *clauses) ||
           (str_eq(dep, STR("conj")) && str_eq(pos, STR("VERB")));
}

/* "Shows", "appears to show", "tells". */
static bool tells_something(const struct reach *r, uint32_t v) {
    static const char *const verbs[] = {"prove", "suggest", "indicate", "confirm",
                                        "tell",  "warn",    "describe", "make"};
    return shows(token_at(r, v)) ||
           (is_said_to(token_at(r, v)) && child(r, v, "xcomp") != NO_INDEX) ||
           str_is_one_of(token_at(r, v)->lemma, verbs, sizeof verbs / sizeof *verbs);
}

/* "Posted", "emerged"; not "appears to show". */
static bool makes_public(const struct reach *r, uint32_t v) {
    return (publishes(r, v) || comes_out(token_at(r, v))) && child(r, v, "xcomp") == NO_INDEX;
}

/* The document of token i, or what it is one of, is what predicate v of a use tells of, and that is
 * not what it shows: "a video was viewed by thousands"; or it is named by the way. */
static bool is_only_told_of(const struct reach *r, uint32_t i, uint32_t v) {
    static const char *const parts[] = {"nsubj", "nsubjpass", "dobj"};
    uint32_t k = is_part(r, i) ? token_at(r, token_at(r, i)->head)->head : i;
    bool aside = false;
    if (v == NO_INDEX || (i == v + 2 && is_seen_in(r, i))) /* "caught on video" */
        return false;
    for (unsigned n = 0; n < CLIMB_MAX && is_dep(r->n, k, "conj") && !is_aside(r, k); n++)
        k = token_at(r, k)->head; /* "photographs and videos" */
    if (token_at(r, k)->head == v &&
        str_is_one_of(dep_of(r->n, k), parts, sizeof parts / sizeof *parts))
        return !tells_something(r, v) && !makes_public(r, v) && !is_seen_in(r, i);
    for (unsigned step = 0; step < TOKENS_MAX && k != v && token_at(r, k)->head != k; step++) {
        aside = aside || is_aside(r, k);
        k = token_at(r, k)->head;
    }
    return k == v && aside;
}

/* "Footage showing Ann Roe, who was jailed in May": what predicate v tells of her by the way is not
 * what is shown. */
static bool is_told_before(const struct reach *r, uint32_t v) {
    static const char *const relatives[] = {"who", "whom", "whose", "which"};
    static const char *const past[] = {"VBD", "VBN"};
    if (v == NO_INDEX || v < r->first || v >= r->end || !is_dep(r->n, v, "relcl") ||
        document_in(r, token_at(r, v)->head) != NO_INDEX ||
        !str_is_one_of(labels_name(r->n->labels, token_at(r, v)->tag), past,
                       sizeof past / sizeof *past))
        return false;
    for (uint32_t k = v; k > r->first && k > token_at(r, v)->head; k--)
        if (str_is_one_of(token_at(r, k)->lemma, relatives, sizeof relatives / sizeof *relatives))
            return str_eq(token_at(r, k - 1)->lemma, STR(","));
    return false;
}

static struct reach reach_of(const struct lemma_classes *lemmas, const struct analysis *n,
                             uint32_t sentence) {
    const struct sentence *in = &n->sentences.at[sentence];
    uint32_t count = in->token_count < TOKENS_MAX ? in->token_count : TOKENS_MAX;
    return (struct reach){lemmas, n, in->first_token, in->first_token + count};
}

/* "A fake video", "the doctored photograph". */
static bool is_false(const struct reach *r, uint32_t i) {
    static const char *const words[] = {"fake",       "false",  "bogus",  "hoax",
                                        "fabricated", "forged", "staged", "manipulated"};
    for (uint32_t k = r->first; k < i; k++) {
        const struct token *t = token_at(r, k);
        struct str word = str_span(r->n->article->text, t->text);
        bool amod = t->head == i && is_dep(r->n, k, "amod");
        if ((amod && lemma_has_class(r->lemmas, t->lemma, LEMMA_FALSIFY)) ||
            ((amod || (t->head == i && is_dep(r->n, k, "compound"))) &&
             str_is_one_of(word, words, sizeof words / sizeof *words)))
            return true;
    }
    return false;
}

uint32_t shown_document_at(const struct lemma_classes *lemmas, const struct analysis *n,
                           const struct claim_use *use) {
    if (use->sentence >= n->sentences.n)
        return NO_INDEX;
    const struct reach r = reach_of(lemmas, n, use->sentence);
    for (uint32_t i = r.first; i < r.end; i++) {
        const struct token *t = &n->tokens.at[i];
        if (t->text.start >= use->text.start && t->text.end <= use->text.end &&
            is_document(&r, i) && !tells_which(n, i, use) &&
            !is_only_told_of(&r, i, use->predicate) && (is_shown(&r, i) || opens_sentence(&r, i)))
            return is_false(&r, i) ? NO_INDEX : i;
    }
    if (is_told_before(&r, use->predicate))
        return NO_INDEX;
    uint32_t by = shown_by(&r, use);
    by = by == NO_INDEX ? shown_aside(&r, use) : by;
    return by == NO_INDEX || is_false(&r, by) ? NO_INDEX : by;
}

bool shown_documents_are_published(const struct lemma_classes *lemmas, const struct analysis *n,
                                   const struct claim_use *use) {
    static const char *const parts[] = {"nsubj", "nsubjpass", "dobj"};
    const uint32_t v = use->predicate;
    if (v == NO_INDEX || use->sentence >= n->sentences.n)
        return false;
    const struct reach r = reach_of(lemmas, n, use->sentence);
    if (v < r.first || v >= r.end || !makes_public(&r, v))
        return false;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (document_in(&r, child(&r, v, parts[i])) != NO_INDEX)
            return true;
    return (is_dep(n, v, "acl") || is_dep(n, v, "relcl")) && /* "photographs posted online" */
           document_in(&r, token_at(&r, v)->head) != NO_INDEX;
}

bool shown_documents_tell(const struct statement *s) {
    return is_showing(s->cue_lemma);
}

/* A picture or a recording stands in a statement's source or beside its verb: "security video
 * shows", "posted a clip showing". */
static bool is_pictures_word(const struct reach *r, const struct statement *s) {
    for (uint32_t k = r->first; k < r->end; k++) {
        const struct token *t = token_at(r, k);
        if (lemma_has_class(r->lemmas, t->lemma, LEMMA_PICTURE) &&
            (spans_overlap(s->source, t->text) || spans_overlap(s->cue, t->text) ||
             (shows(token_at(r, t->head)) && spans_overlap(token_at(r, t->head)->text, s->cue))))
            return true;
    }
    return false;
}

/* "that he died": told as a fact, with when and why. */
static bool is_that_clause(const struct reach *r, uint32_t i) {
    uint32_t mark = is_dep(r->n, i, "ccomp") ? child(r, i, "mark") : NO_INDEX;
    return mark != NO_INDEX && str_eq(token_at(r, mark)->lemma, STR("that"));
}

bool shown_documents_leave_out(const struct lemma_classes *lemmas, const struct analysis *n,
                               const struct claim_use *use, const struct statement *s) {
    if (s->in_title || s->sentence != use->sentence || s->sentence >= n->sentences.n)
        return false;
    const struct reach r = reach_of(lemmas, n, use->sentence);
    uint32_t i = top_of(&r, use), opens = SPANS_FIND(n->tokens, use->text.start);
    bool aside = is_told_before(&r, use->predicate), clause = false,
         pictures = is_pictures_word(&r, s);
    for (unsigned k = 0; i != NO_INDEX && k < CLIMB_MAX; k++) {
        uint32_t head = n->tokens.at[i].head;
        bool which = is_dep(n, i, "relcl") || /* "sailors killed when it sank" */
                     (clause && is_dep(n, i, "acl") && !is_shown_too(&r, i, opens));
        clause = clause || is_dep(n, i, "advcl");
        aside = aside || (which && !leads_on(&r, head)) ||
                (is_dep(n, i, "advcl") && !is_meanwhile(&r, i, opens));
        aside = aside && pictures && !is_that_clause(&r, i);
        if (spans_overlap(n->tokens.at[head].text, s->cue))
            return shows(&n->tokens.at[head]) && (aside || is_open(&r, head));
        if (head == i)
            return false;
        i = head;
    }
    return false;
}

/* The video in which one is heard to say it: "the man said on video", "can be heard saying in the
 * recording". */
static uint32_t spoken_in(const struct reach *r, uint32_t verb) {
    for (uint32_t k = r->first; k < r->end; k++) {
        const struct token *t = token_at(r, k);
        uint32_t document =
            t->head == verb && is_dep(r->n, k, "prep") ? child(r, k, "pobj") : NO_INDEX;
        if (document != NO_INDEX && (str_eq(t->lemma, STR("in")) || str_eq(t->lemma, STR("on"))) &&
            lemma_has_class(r->lemmas, token_at(r, document)->lemma, LEMMA_PICTURE))
            return document;
    }
    return NO_INDEX;
}

/* "A sailor", "the masked man", "workers": not who is known elsewhere, as "he" and "the chief
 * executive" are. */
static bool is_nobody_known(const struct reach *r, uint32_t subject) {
    static const char *const people[] = {"man",      "woman",    "boy",     "girl",   "soldier",
                                         "worker",   "voice",    "person",  "sailor", "fighter",
                                         "militant", "gunman",   "speaker", "youth",  "bystander",
                                         "witness",  "cameraman"};
    if (subject == NO_INDEX)
        return true;
    struct str pos = labels_name(r->n->labels, token_at(r, subject)->pos);
    struct str tag = labels_name(r->n->labels, token_at(r, subject)->tag);
    uint32_t det = child(r, subject, "det");
    if (!str_eq(pos, STR("NOUN")))
        return !str_eq(pos, STR("PRON"));
    if (str_is_one_of(token_at(r, subject)->lemma, people, sizeof people / sizeof *people))
        return true;
    if (child(r, subject, "poss") != NO_INDEX)
        return false;
    return det == NO_INDEX ? str_eq(tag, STR("NNS"))
                           : !str_eq(token_at(r, det)->lemma, STR("the")) &&
                                 !str_eq(token_at(r, det)->lemma, STR("this"));
}

static uint32_t spoken_at(const struct lemma_classes *lemmas, const struct analysis *n,
                          const struct claim_use *use) {
    if (use->sentence >= n->sentences.n)
        return NO_INDEX;
    const struct reach r = reach_of(lemmas, n, use->sentence);
    uint32_t i = top_of(&r, use);
    bool quoted = use->statement != NO_INDEX && /* which the parser may take for something else */
                  n->statements.at[use->statement].type == STATEMENT_DIRECT;
    if (i == NO_INDEX || !(is_dep(n, i, "ccomp") || (quoted && is_dep(n, i, "advcl"))))
        return NO_INDEX;
    uint32_t verb = n->tokens.at[i].head, says = child(&r, verb, "xcomp");
    uint32_t subject = child(&r, verb, "nsubj");
    subject = subject == NO_INDEX ? child(&r, verb, "nsubjpass") : subject;
    if (says != NO_INDEX && str_eq(n->tokens.at[verb].lemma, STR("hear")))
        verb = says;
    return is_open(&r, verb) || !is_nobody_known(&r, subject) ? NO_INDEX : spoken_in(&r, verb);
}

/* The source that the document at a token is. */
static int document_source(uint32_t *source, struct claim_sources *s, uint32_t report,
                           const struct claim_use *use, uint32_t at) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    *source = NO_INDEX;
    if (at == NO_INDEX)
        return TS_OK;
    const struct token *t = &n->tokens.at[at];
    if (at > 0 && t[-1].head == at &&
        lemma_has_class(&s->w->lemma_classes, t[-1].lemma, LEMMA_DOCUMENT))
        t--; /* "video" of "video images" */
    uint32_t end = n->sentences.at[use->sentence].text.end, last = t->text.end + BYTES_BEHIND;
    struct span behind = {t->text.start, end < last ? end : last};
    return claim_sources_document(source, s, report, behind, t->lemma);
}

int shown_document(uint32_t *source, struct claim_sources *s, uint32_t report,
                   const struct claim_use *use) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    return document_source(source, s, report, use, shown_document_at(&s->w->lemma_classes, n, use));
}

int spoken_document(uint32_t *source, struct claim_sources *s, uint32_t report,
                    const struct claim_use *use) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    return document_source(source, s, report, use, spoken_at(&s->w->lemma_classes, n, use));
}
