#include "english/projective.h"

#include <string.h>

enum { LOOKS_A_TOKEN = 64, EDGE_PASSES = 12 };

/*
 * The search sees the children that a token had before anything was lowered, less those that have
 * been. A lowered token is not seen below its new head: that head is no ancestor of its old place,
 * so that the token is outside the stretch of text that spaCy looks for the head's children in.
 */
struct search {
    const struct doc *doc;
    uint32_t *first_child, *next_child; /* ascending; MAP_NONE behind the last */
    uint32_t *queue;
    const uint16_t *lifted;
    size_t looks; /* left */
};

static bool search_init(struct search *s, struct arena *scratch, const struct doc *doc) {
    size_t n = doc->tokens.n;
    s->first_child = arena_alloc(scratch, n * sizeof *s->first_child);
    s->next_child = arena_alloc(scratch, n * sizeof *s->next_child);
    s->queue = arena_alloc(scratch, n * sizeof *s->queue);
    if (!s->first_child || !s->next_child || !s->queue)
        return false;
    memset(s->first_child, 0xff, n * sizeof *s->first_child);
    for (uint32_t i = doc->tokens.n; i-- > 0;) {
        uint32_t head = doc->tokens.at[i].head;
        if (head == i)
            continue;
        s->next_child[i] = s->first_child[head];
        s->first_child[head] = i;
    }
    s->looks = n * LOOKS_A_TOKEN;
    return true;
}

/* A token behind this one that is to be lowered itself has a compound label as yet: no match. */
static bool matches(const struct search *s, uint32_t child, uint32_t token) {
    return s->doc->tokens.at[child].dep == s->lifted[token] &&
           (child < token || s->lifted[child] == LABEL_NONE);
}

static uint32_t find_head(struct search *s, uint32_t token) {
    const struct doc_token *tokens = s->doc->tokens.at;
    uint32_t from = 0, to = 0;
    s->queue[to++] = tokens[token].head;
    while (from < to) {
        uint32_t at = s->queue[from++];
        for (uint32_t c = s->first_child[at]; c != MAP_NONE; c = s->next_child[c]) {
            if (s->looks == 0)
                return tokens[token].head;
            s->looks--;
            if (tokens[c].head != at || tokens[c].is_space || c == token)
                continue;
            if (matches(s, c, token))
                return c;
            s->queue[to++] = c;
        }
    }
    return tokens[token].head;
}

int tree_lower(struct doc *doc, struct arena *scratch, const uint16_t *lifted,
               struct ts_error *err) {
    struct search s = {.doc = doc, .lifted = lifted};
    for (uint32_t i = 0; i < doc->tokens.n; i++) {
        if (lifted[i] == LABEL_NONE)
            continue;
        if (!s.queue && !search_init(&s, scratch, doc))
            return arena_fail(scratch, err);
        doc->tokens.at[i].head = find_head(&s, i);
    }
    return TS_OK;
}

static void widen(uint32_t *left, uint32_t *right, uint32_t head, uint32_t child) {
    if (left[child] < left[head])
        left[head] = left[child];
    if (right[child] > right[head])
        right[head] = right[child];
}

static void mark_starts(uint8_t *starts, const uint32_t *left, const struct doc *doc) {
    memset(starts, 0, doc->tokens.n);
    for (uint32_t i = 0; i < doc->tokens.n; i++)
        if (doc->tokens.at[i].head == i)
            starts[left[i]] = 1;
}

/* A head may be the first token of the next sentence, and the last token's is not looked at: so
 * does spaCy decide whether to go on. */
static bool heads_are_inside(const uint8_t *starts, const struct doc *doc) {
    uint32_t n = doc->tokens.n, start = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (!(i > 0 && starts[i]) && i != n - 1)
            continue;
        for (uint32_t j = start; j < i; j++)
            if (doc->tokens.at[j].head < start || doc->tokens.at[j].head > i)
                return false;
        start = i;
    }
    return true;
}

void tree_edges(uint32_t *left, uint32_t *right, uint8_t *starts, const struct doc *doc) {
    const struct doc_token *tokens = doc->tokens.at;
    uint32_t n = doc->tokens.n;
    for (uint32_t i = 0; i < n; i++)
        left[i] = right[i] = i;
    for (int pass = 0; pass < EDGE_PASSES; pass++) {
        for (uint32_t i = 0; i < n; i++)
            widen(left, right, tokens[i].head, i);
        for (uint32_t i = n; i-- > 0;)
            widen(left, right, tokens[i].head, i);
        mark_starts(starts, left, doc);
        if (heads_are_inside(starts, doc))
            return;
    }
}
