#include "compare/shown_documents.h"

enum { TOKENS_MAX = 200, NEAR = 3, BYTES_BEHIND = 120 };

/* "posted", "leaked": made public. */
static bool publishes(const struct lemma_classes *lemmas, const struct token *t) {
    return lemma_has_class(lemmas, t->lemma, LEMMA_PUBLISH);
}

static bool shows(const struct token *t) {
    static const char *const verbs[] = {"show",   "depict",  "capture", "reveal",
                                        "appear", "feature", "purport"};
    return str_is_one_of(t->lemma, verbs, sizeof verbs / sizeof *verbs);
}

/* "appeared in", "caught on", "filmed on". */
static bool is_seen(const struct token *t) {
    static const char *const verbs[] = {"appear", "catch",      "capture", "film",
                                        "see",    "photograph", "record"};
    return str_is_one_of(t->lemma, verbs, sizeof verbs / sizeof *verbs);
}

/* "was posted online by": it is told by whom. */
static bool has_agent(const struct analysis *n, uint32_t verb, uint32_t end) {
    for (uint32_t k = verb + 1; k < end && k < verb + TOKENS_MAX; k++)
        if (n->tokens.at[k].head == verb &&
            str_eq(labels_name(n->labels, n->tokens.at[k].dep), STR("agent")))
            return true;
    return false;
}

/* "In the video above, the ship sinks": what the sentence that begins so tells is seen there. */
static bool opens_sentence(const struct analysis *n, uint32_t i, uint32_t first, uint32_t end) {
    static const char *const places[] = {"above", "below"};
    struct str the = i == first + 2 ? n->tokens.at[i - 1].lemma : STR_NONE;
    uint32_t behind = i + 1;
    if (!str_eq(n->tokens.at[first].lemma, STR("in")) ||
        !(str_eq(the, STR("the")) || str_eq(the, STR("this"))))
        return false;
    behind += behind < end &&
              str_is_one_of(n->tokens.at[behind].lemma, places, sizeof places / sizeof *places);
    return behind < end && str_eq(n->tokens.at[behind].lemma, STR(","));
}

/* Token i is a document that was published, that shows something, or in which something is seen.
 * "She posted a photograph" is no word of the photograph's, "of a ship" makes it one. */
static bool is_shown(const struct lemma_classes *lemmas, const struct analysis *n, uint32_t i,
                     uint32_t end) {
    const struct token *t = &n->tokens.at[i], *head = &n->tokens.at[t->head];
    struct str dep = labels_name(n->labels, t->dep);
    for (uint32_t k = i + 1; k < end && k <= i + NEAR; k++)
        if (publishes(lemmas, &n->tokens.at[k]) && n->tokens.at[k].head == i)
            return true;
    if (str_eq(dep, STR("nsubj")) && shows(head))
        return true;
    bool of = i + 1 < end && str_eq(n->tokens.at[i + 1].lemma, STR("of"));
    bool made_public =
        (str_eq(dep, STR("dobj")) || str_eq(dep, STR("nsubjpass"))) && publishes(lemmas, head);
    if (made_public && (of || has_agent(n, t->head, end)))
        return true;
    return str_eq(dep, STR("pobj")) && is_seen(&n->tokens.at[head->head]);
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

uint32_t shown_document_at(const struct lemma_classes *lemmas, const struct analysis *n,
                           const struct claim_use *use) {
    if (use->sentence >= n->sentences.n)
        return NO_INDEX;
    const struct sentence *in = &n->sentences.at[use->sentence];
    uint32_t end = in->first_token + (in->token_count < TOKENS_MAX ? in->token_count : TOKENS_MAX);
    for (uint32_t i = in->first_token; i < end; i++) {
        const struct token *t = &n->tokens.at[i];
        if (t->text.start >= use->text.start && t->text.end <= use->text.end &&
            lemma_has_class(lemmas, t->lemma, LEMMA_DOCUMENT) && !tells_which(n, i, use) &&
            (is_shown(lemmas, n, i, end) || opens_sentence(n, i, in->first_token, end)))
            return i;
    }
    return NO_INDEX;
}

int shown_document(uint32_t *source, struct claim_sources *s, uint32_t report,
                   const struct claim_use *use) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    uint32_t at = shown_document_at(&s->w->lemma_classes, n, use);
    *source = NO_INDEX;
    if (at == NO_INDEX)
        return TS_OK;
    const struct token *t = &n->tokens.at[at];
    uint32_t end = n->sentences.at[use->sentence].text.end, last = t->text.end + BYTES_BEHIND;
    struct span behind = {t->text.start, end < last ? end : last};
    return claim_sources_document(source, s, report, behind, t->lemma);
}
