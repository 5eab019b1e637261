/* The words that tell that something is said, thought or stood for. */
#include "lang/reported.h"

enum { SIDE_TOKENS = 6, WIDE_TOKENS = 14 };

static bool asks(const struct reported *r, uint32_t i) {
    static const char *const words[] = {"when", "where", "why", "how", "whenever", "wherever"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (reported_lemma(r, i, words[k]))
            return true;
    return false;
}

/* "declined", "refused", "failed" to say: nothing was said. */
static bool refuses(const struct reported *r, uint32_t verb) {
    return reported_lemma(r, verb, "decline") || reported_lemma(r, verb, "refuse") ||
           reported_lemma(r, verb, "fail");
}

/* "has yet to say": nothing was said. */
static bool is_yet_to_come(const struct reported *r, uint32_t verb) {
    uint32_t to = r->u->tree->infinitive[verb];
    return to != NO_INDEX && to > r->u->tree->sentence_first[verb] &&
           reported_lemma(r, to - 1, "yet");
}

/* "declined to confirm or deny": it was neither. */
static bool is_neither(const struct reported *r, uint32_t verb) {
    const struct parse_tree *t = r->u->tree;
    const struct tree_labels *l = &t->labels;
    uint32_t first = tree_token(t, verb)->dep == l->conj ? tree_head(t, verb) : verb;
    uint32_t second = first == NO_INDEX ? NO_INDEX : tree_child(t, first, l->conj);
    return second != NO_INDEX && second > first && reported_lemma(r, first, "confirm") &&
           reported_lemma(r, second, "deny") &&
           (reported_lemma(r, second - 1, "or") || reported_lemma(r, second - 1, "nor"));
}

struct token_range reported_cue(const struct reported *r, uint32_t first_verb, uint32_t verb,
                                bool *negated) {
    const struct tree_labels *l = &r->u->tree->labels;
    struct token_range cue = {first_verb, verb + 1};
    *negated = tree_child(r->u->tree, verb, l->neg) != NO_INDEX || is_yet_to_come(r, verb) ||
               is_neither(r, verb) ||
               (first_verb != verb &&
                (tree_child(r->u->tree, first_verb, l->neg) != NO_INDEX || refuses(r, first_verb)));
    for (uint32_t n = 0; n < SIDE_TOKENS && cue.first > r->u->tree->sentence_first[verb]; n++) {
        const struct doc_token *t = tree_token(r->u->tree, cue.first - 1);
        bool part = t->head == first_verb &&
                    (t->dep == l->aux || t->dep == l->auxpass || t->dep == l->neg ||
                     (t->dep == l->advmod && !asks(r, cue.first - 1)));
        if (!part)
            break;
        cue.first--;
    }
    if (cue.end < r->u->tree->sentence_end[verb]) {
        const struct doc_token *t = tree_token(r->u->tree, cue.end);
        if (t->head == verb && (t->dep == l->prt || t->dep == l->neg))
            cue.end++;
    }
    return cue;
}

static bool overlaps(struct token_range a, struct token_range b) {
    return a.first < b.end && b.first < a.end;
}

static bool is_free(const struct found *f, struct token_range range) {
    bool is = !overlaps(range, f->source);
    for (uint32_t i = 0; i < f->content_count; i++)
        is &= !overlaps(range, f->content[i]);
    return is;
}

/* "in a statement", "on Monday", "at the airport", "last week", "repeatedly". */
static bool tells_where(const struct reported *r, uint32_t i) {
    static const char *const preps[] = {"in", "on", "at", "during", "via"};
    const struct tree_labels *l = &r->u->tree->labels;
    uint16_t dep = tree_token(r->u->tree, i)->dep;
    if (dep == l->npadvmod || dep == l->advmod)
        return !asks(r, i);
    for (size_t k = 0; dep == l->prep && k < sizeof preps / sizeof *preps; k++)
        if (reported_lemma(r, i, preps[k]))
            return true;
    return false;
}

void reported_widen_cue(const struct reported *r, struct found *f, uint32_t verb) {
    uint32_t k = r->u->tree->first_child[verb];
    for (; k != NO_INDEX; k = r->u->tree->next_sibling[k]) {
        if (k < f->cue.end)
            continue;
        struct token_range part = tree_subtree(r->u->tree, k);
        if (!tells_where(r, k) || part.first != f->cue.end || part.end > verb + WIDE_TOKENS ||
            !is_free(f, part))
            return;
        for (uint32_t i = part.first; i < part.end; i++) {
            if (reported_dep(r, i, r->u->tree->labels.punct) ||
                reported_dep(r, i, r->u->tree->labels.relcl)) {
                return;
            }
        }
        f->cue.end = part.end;
    }
}
