#include "english/tokenizer.h"

#include <string.h>

/*
 * The exceptions that affix rules would cut are cut so, and the sequences of tokens that come out
 * are looked for in the whole text: "(" ")" is ":)" cut by a text that has more at its sides.
 */

enum { SEQUENCE_LONGEST = 64, WORDS_MAX = UINT16_MAX };

static uint64_t edge_key(uint32_t node, uint32_t word) {
    return (uint64_t)node << 32 | word;
}

static uint32_t word_of(const struct specials *s, struct str text) {
    uint32_t word = text.n <= s->word_longest ? map_get(&s->words, text) : MAP_NONE;
    return word == MAP_NONE ? 0 : word;
}

static uint32_t add_word(struct specials *s, struct str text) {
    uint32_t *at = map_put(&s->words, text);
    if (at && *at == MAP_NONE)
        *at = s->words.n; /* with the new one: from 1 */
    if (at && text.n > s->word_longest)
        s->word_longest = text.n;
    return at ? *at : 0;
}

static bool add_node(struct specials *s, struct arena *a) {
    bool *end = VEC_PUSH(a, &s->ends);
    if (end)
        *end = false;
    return end != NULL;
}

/* The node behind `node` by the word, made when there is none. */
static bool follow(struct specials *s, struct arena *a, uint32_t *node, struct str text) {
    uint32_t word = add_word(s, text);
    uint32_t *to = word ? map_put_u64(&s->edges, edge_key(*node, word)) : NULL;
    if (!to)
        return false;
    if (*to == MAP_NONE) {
        *to = s->ends.n;
        if (!add_node(s, a))
            return false;
    }
    *node = *to;
    return true;
}

/* The sequence that an exception's text is cut into without exceptions. */
static bool add_sequence(struct tokenizer *t, struct arena *a, struct split *split,
                         struct str text) {
    struct specials *s = &t->specials;
    uint32_t node = 0, n = 0;
    struct span chunk;
    bool space;
    for (size_t at = 0; split_next_chunk(&chunk, &space, text, &at);) {
        if (!split_chunk(t, split, str_span(text, chunk), false))
            return false;
        for (uint32_t i = 0; i < split->cuts.n; i++, n++) {
            struct cut cut = split->cuts.at[i];
            if (!follow(s, a, &node, str_cut(str_span(text, chunk), cut.start, cut.end)))
                return false;
        }
    }
    s->ends.at[node] = true;
    if (n > s->longest)
        s->longest = n;
    return true;
}

/* Whether a rule would find anything in the text. */
static bool has_affix(const struct tokenizer *t, const struct chunk *c) {
    if (affix_prefix(&t->affixes, c, 0, c->n) || affix_suffix(&t->affixes, c, 0, c->n))
        return true;
    for (uint32_t i = 0; i < c->n; i++)
        if (affix_infix(&t->affixes, c, i, 0, c->n))
            return true;
    return false;
}

int specials_open(struct tokenizer *t, struct arena *a, const struct model_file *m, bool all,
                  struct ts_error *err) {
    struct specials *s = &t->specials;
    struct arena buffers;
    int status = TS_OK;
    arena_init(&buffers, &a->mem, 0);
    struct split split = {.arena = &buffers};
    map_init(&s->words, a);
    map_init(&s->edges, a);
    bool made = add_node(s, a);
    for (uint32_t i = 0; i < t->exceptions.list.n && made; i++) {
        struct str text = string_list_at(&t->exceptions.list, i);
        made = split_decode(t, &split, text);
        if (made && (all || str_find_byte(text, ' ', 0) != SIZE_MAX || has_affix(t, &split.chunk)))
            made = add_sequence(t, a, &split, text);
    }
    if (!made)
        status = buffers.refused ? arena_fail(&buffers, err) : arena_fail(a, err);
    else if (s->longest > SEQUENCE_LONGEST || s->words.n > WORDS_MAX)
        status = model_bad(err, m, "an exception of the tokenizer is too long");
    arena_clear(&buffers);
    return status;
}

/* ---- Finding */

static bool number_words(const struct tokenizer *t, struct tokenizer_work *w,
                         const struct forms *forms) {
    while (w->words.n < forms->at.n) {
        struct str text = forms->at.at[w->words.n].text;
        uint16_t *word = VEC_PUSH(&w->arena, &w->words);
        if (!word)
            return false;
        *word = (uint16_t)word_of(&t->specials, text);
    }
    return true;
}

static bool find_from(const struct specials *s, struct tokenizer_work *w, const struct doc *doc,
                      uint32_t start) {
    uint32_t node = 0;
    for (uint32_t i = start; i < doc->tokens.n; i++) {
        uint16_t word = w->words.at[doc->tokens.at[i].form];
        node = word ? map_get_u64(&s->edges, edge_key(node, word)) : MAP_NONE;
        if (node == MAP_NONE)
            return true;
        if (s->ends.at[node]) {
            struct special_match *match = VEC_PUSH(&w->buffers, &w->matches);
            if (!match)
                return false;
            *match = (struct special_match){start, i + 1 - start, MAP_NONE};
        }
    }
    return true;
}

static bool find_all(const struct specials *s, struct tokenizer_work *w, const struct doc *doc) {
    w->matches.n = 0;
    for (uint32_t i = 0; i < doc->tokens.n; i++)
        if (w->words.at[doc->tokens.at[i].form] && !find_from(s, w, doc, i))
            return false;
    return true;
}

/* The longest first, then the leftmost; one that begins or ends in another is dropped, and even a
 * dropped one covers its tokens. What is kept and spells an exception is to be replaced. */
static bool choose(const struct tokenizer *t, struct tokenizer_work *w, const struct doc *doc) {
    bool *covered = arena_zero(&w->buffers, doc->tokens.n, sizeof *covered);
    if (!covered)
        return false;
    for (uint32_t n = t->specials.longest; n > 0; n--)
        for (uint32_t k = 0; k < w->matches.n; k++) {
            struct special_match *match = &w->matches.at[k];
            if (match->n != n)
                continue;
            uint32_t last = match->start + n - 1;
            struct span text = {doc->tokens.at[match->start].text.start,
                                doc->tokens.at[last].text.end};
            if (!covered[match->start] && !covered[last])
                match->exception = split_exception(t, str_span(doc->text, text));
            for (uint32_t i = match->start; i <= last; i++)
                covered[i] = true;
        }
    return true;
}

/* ---- Replacing */

static bool push(struct doc *doc, struct doc_token token) {
    struct doc_token *to = VEC_PUSH(doc->arena, &doc->tokens);
    if (to)
        *to = token;
    return to != NULL;
}

static bool push_exception(const struct tokenizer *t, struct tokenizer_work *w, struct forms *forms,
                           struct doc *doc, uint32_t exception, uint32_t start, uint8_t space) {
    w->split.cuts.n = 0;
    if (!split_add_exception(t, &w->split, exception, start))
        return false;
    for (uint32_t i = 0; i < w->split.cuts.n; i++) {
        struct cut cut = w->split.cuts.at[i];
        struct span text = {cut.start, cut.end};
        uint32_t form = forms_intern(forms, str_span(doc->text, text), cut.norm);
        if (form == MAP_NONE ||
            !push(doc, (struct doc_token){.text = text,
                                          .form = form,
                                          .space = i + 1 == w->split.cuts.n ? space : 0,
                                          .is_space = forms->at.at[form].is_space}))
            return false;
    }
    return true;
}

static bool replace(const struct tokenizer *t, struct tokenizer_work *w, struct forms *forms,
                    struct doc *doc) {
    uint32_t n = doc->tokens.n, k = 0;
    size_t bytes;
    struct doc_token *old =
        mem_mul(&bytes, n, sizeof *old) ? arena_alloc(&w->buffers, bytes) : NULL;
    if (!old)
        return false;
    memcpy(old, doc->tokens.at, bytes);
    doc->tokens.n = 0;
    for (uint32_t i = 0; i < n;) {
        while (k < w->matches.n &&
               (w->matches.at[k].start < i || w->matches.at[k].exception == MAP_NONE))
            k++;
        bool here = k < w->matches.n && w->matches.at[k].start == i;
        if (!here) {
            if (!push(doc, old[i++]))
                return false;
            continue;
        }
        const struct special_match *match = &w->matches.at[k];
        const struct doc_token *last = &old[i + match->n - 1];
        if (!push_exception(t, w, forms, doc, match->exception, old[i].text.start, last->space))
            return false;
        i += match->n;
    }
    return true;
}

bool specials_apply(const struct tokenizer *t, struct tokenizer_work *w, struct forms *forms,
                    struct doc *doc) {
    if (!number_words(t, w, forms) || !find_all(&t->specials, w, doc))
        return false;
    if (w->matches.n == 0)
        return true;
    if (!choose(t, w, doc))
        return false;
    bool any = false;
    for (uint32_t i = 0; i < w->matches.n; i++)
        any |= w->matches.at[i].exception != MAP_NONE;
    return !any || replace(t, w, forms, doc);
}
