/* The analysis's tokens and sentences: the pipeline's, without white space. */
#include "lang/unit.h"

enum { SPACES_MAX = 16 };

/* What a run of the pass knows. */
struct hand_over {
    struct unit *u;
    const struct doc *doc;
    uint32_t *number; /* of a doc's token among the analysis's; NO_INDEX for white space */
};

/* The doc's token that token i hangs on when white space is passed over; i itself when there is
 * none in the doc's tokens first..end-1. */
static uint32_t head_of(const struct doc *doc, uint32_t i, uint32_t first, uint32_t end) {
    uint32_t head = doc->tokens.at[i].head;
    for (uint32_t n = 0; n < SPACES_MAX && head < doc->tokens.n; n++) {
        if (!doc->tokens.at[head].is_space)
            return head >= first && head < end ? head : i;
        head = doc->tokens.at[head].head;
    }
    return i;
}

static int number_tokens(struct hand_over *h) {
    uint32_t n = 0;
    h->number = arena_zero(h->u->a, (size_t)h->doc->tokens.n + 1, sizeof *h->number);
    if (!h->number)
        return arena_fail(h->u->a, h->u->err);
    for (uint32_t i = 0; i < h->doc->tokens.n; i++)
        h->number[i] = h->doc->tokens.at[i].is_space ? NO_INDEX : n++;
    return TS_OK;
}

/* The doc's tokens first..end-1, which are a sentence. */
static int hand_sentence(struct hand_over *h, uint32_t first, uint32_t end, uint32_t paragraph) {
    struct analysis *a = h->u->analysis;
    struct sentence *s = VEC_PUSH(h->u->a, &a->sentences);
    if (!s)
        return arena_fail(h->u->a, h->u->err);
    *s = (struct sentence){.text = h->doc->tokens.at[first].text,
                           .first_token = a->tokens.n,
                           .paragraph = paragraph,
                           .on = NO_INDEX};
    for (uint32_t i = first; i < end; i++) {
        const struct doc_token *t = &h->doc->tokens.at[i];
        struct token *token = t->is_space ? NULL : VEC_PUSH(h->u->a, &a->tokens);
        if (t->is_space)
            continue;
        if (!token)
            return arena_fail(h->u->a, h->u->err);
        *token = (struct token){.text = t->text,
                                .lemma = t->lemma,
                                .head = h->number[head_of(h->doc, i, first, end)],
                                .tag = t->tag,
                                .pos = t->pos,
                                .dep = t->dep};
        s->text.end = t->text.end;
    }
    s->token_count = a->tokens.n - s->first_token;
    return TS_OK;
}

int unit_hand_tokens(struct unit *u) {
    struct hand_over h = {.u = u, .doc = u->doc};
    int status = number_tokens(&h);
    for (uint32_t i = 0; i < u->sentences.n && status == TS_OK; i++) {
        const struct unit_sentence *s = &u->sentences.at[i];
        uint32_t end = i + 1 < u->sentences.n ? s[1].first_token : u->doc->tokens.n;
        status = hand_sentence(&h, s->first_token, end, s->paragraph);
    }
    return status;
}
