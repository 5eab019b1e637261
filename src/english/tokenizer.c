#include "english/tokenizer.h"

#include "base/utf8.h"

#include <string.h>

enum {
    CHUNK_LONGEST = 64,      /* bytes; longer ones are not stored, they seldom come back */
    STORE_BYTES = 16 << 20,  /* a store that has grown larger is thrown away */
    BUFFERS_BYTES = 1 << 20, /* likewise */
    EXCEPTION_LONGEST = 256, /* bytes */
    MARK_FIRST = 0x80        /* bits of a byte inside a character: 10...... */
};

/* ---- Opening */

static bool inside_character(struct str text, size_t at) {
    return at < text.n && ((unsigned char)text.at[at] & 0xC0) == MARK_FIRST;
}

/* Exceptions must be text, and their tokens must be all of it and in whole characters. */
static bool is_exception(const struct tokenizer *t, struct str text, uint32_t first, uint32_t end) {
    size_t at = 0;
    if (text.n == 0 || text.n > EXCEPTION_LONGEST || utf8_invalid(text) != SIZE_MAX)
        return false;
    for (uint32_t i = first; i < end; i++) {
        const struct exception_token *token = &t->exception_tokens[i];
        if (token->bytes == 0 || token->bytes > text.n - at || token->norm > t->norms.n)
            return false;
        at += token->bytes;
        if (inside_character(text, at))
            return false;
    }
    return at == text.n;
}

static int check_exceptions(struct tokenizer *t, size_t token_count, const struct model_file *m,
                            struct ts_error *err) {
    for (uint32_t i = 0; i < t->norms.n; i++)
        if (utf8_invalid(string_list_at(&t->norms, i)) != SIZE_MAX)
            return model_bad(err, m, "a norm of the tokenizer is no text");
    for (uint32_t i = 0, first = 0; i < t->exceptions.list.n; i++) {
        struct str text = string_list_at(&t->exceptions.list, i);
        uint32_t end = t->exception_ends[i];
        if (end < first || end > token_count || !is_exception(t, text, first, end))
            return model_bad(err, m, "exception %u of the tokenizer is damaged", (unsigned)i);
        if (text.n > t->exception_longest)
            t->exception_longest = text.n;
        first = end;
    }
    return TS_OK;
}

int tokenizer_open(struct tokenizer *out, struct arena *a, const struct model_file *m,
                   struct ts_error *err) {
    struct tensor ends, tokens, options;
    size_t end_dims[] = {0}, token_dims[] = {0, 2}, option_dims[] = {2};
    int status;
    *out = (struct tokenizer){0};
    if ((status = affixes_open(&out->affixes, a, m, err)) != TS_OK ||
        (status = string_table_open(&out->exceptions, m, "tokenizer.exceptions", err)) != TS_OK ||
        (status = string_list_open(&out->norms, m, "tokenizer.norms", err)) != TS_OK)
        return status;
    end_dims[0] = out->exceptions.list.n;
    if (end_dims[0] == 0)
        return model_bad(err, m, "the tokenizer has no exceptions");
    if ((status = model_get(&ends, m, "tokenizer.ends", TENSOR_U32, 1, end_dims, err)) != TS_OK ||
        (status = model_get(&tokens, m, "tokenizer.tokens", TENSOR_U32, 2, token_dims, err)) !=
            TS_OK ||
        (status = model_get(&options, m, "tokenizer.options", TENSOR_U32, 1, option_dims, err)) !=
            TS_OK)
        return status;
    const uint32_t *option = options.at;
    out->exception_ends = ends.at;
    out->exception_tokens = tokens.at;
    out->tld = option[0];
    if (out->tld >= out->affixes.set_count)
        return model_bad(err, m, "the set of domains is out of range");
    status = check_exceptions(out, token_dims[0], m, err);
    return status == TS_OK ? specials_open(out, a, m, option[1] != 0, err) : status;
}

/* ---- Running */

static void start_buffers(struct tokenizer_work *w) {
    arena_clear(&w->buffers);
    w->split = (struct split){.arena = &w->buffers};
    memset(&w->matches, 0, sizeof w->matches);
}

void tokenizer_work_init(struct tokenizer_work *w, const struct mem *mem) {
    *w = (struct tokenizer_work){0};
    arena_init(&w->arena, mem, 0);
    arena_init(&w->buffers, mem, 0);
    map_init(&w->by_text, &w->arena);
    start_buffers(w);
}

void tokenizer_work_clear(struct tokenizer_work *w) {
    struct mem mem = w->arena.mem;
    arena_clear(&w->arena);
    arena_clear(&w->buffers);
    tokenizer_work_init(w, &mem);
}

struct run {
    const struct tokenizer *t;
    struct tokenizer_work *w;
    struct forms *forms;
    struct doc *doc;
};

static bool add_token(struct run *r, uint32_t start, uint32_t end, uint32_t form) {
    struct doc_token *token = VEC_PUSH(r->doc->arena, &r->doc->tokens);
    if (!token)
        return false;
    *token = (struct doc_token){
        .text = {start, end}, .form = form, .is_space = r->forms->at.at[form].is_space};
    return true;
}

static bool add_stored(struct run *r, const struct chunk_entry *entry, uint32_t at) {
    for (uint32_t i = 0; i < entry->n; i++) {
        const struct chunk_token *token = &r->w->tokens.at[entry->first + i];
        if (!add_token(r, at, at + token->bytes, token->form))
            return false;
        at += token->bytes;
    }
    return true;
}

/* Keeps what the chunk was cut into, which are the last n tokens. */
static bool store(struct run *r, struct str text, uint32_t n) {
    struct tokenizer_work *w = r->w;
    const struct doc_token *tokens = r->doc->tokens.at + r->doc->tokens.n - n;
    uint32_t first = w->tokens.n;
    for (uint32_t i = 0; i < n; i++) {
        struct chunk_token *to = VEC_PUSH(&w->arena, &w->tokens);
        if (!to)
            return false;
        *to = (struct chunk_token){tokens[i].text.end - tokens[i].text.start, tokens[i].form};
    }
    struct chunk_entry *entry = VEC_PUSH(&w->arena, &w->entries);
    uint32_t *at = entry && str_keep(&w->arena, &text) ? map_put(&w->by_text, text) : NULL;
    if (!at)
        return false;
    *entry = (struct chunk_entry){first, n};
    *at = w->entries.n - 1;
    return true;
}

static bool add_chunk(struct run *r, struct span span) {
    struct tokenizer_work *w = r->w;
    struct str text = str_span(r->doc->text, span);
    bool stored = text.n <= CHUNK_LONGEST;
    uint32_t known = stored ? map_get(&w->by_text, text) : MAP_NONE;
    if (known != MAP_NONE)
        return add_stored(r, &w->entries.at[known], span.start);
    if (!split_chunk(r->t, &w->split, text, true))
        return false;
    for (uint32_t i = 0; i < w->split.cuts.n; i++) {
        struct cut cut = w->split.cuts.at[i];
        uint32_t form = forms_intern(r->forms, str_cut(text, cut.start, cut.end), cut.norm);
        if (form == MAP_NONE || !add_token(r, span.start + cut.start, span.start + cut.end, form))
            return false;
    }
    return !stored || w->arena.used_bytes > STORE_BYTES || store(r, text, w->split.cuts.n);
}

/* A refusal lies in one of four arenas. */
static int refused(const struct run *r, struct ts_error *err) {
    const struct arena *const all[] = {r->doc->arena, &r->forms->arena, &r->w->arena,
                                       &r->w->buffers};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i]->refused)
            return arena_fail(all[i], err);
    return err_memory(err);
}

int tokenizer_run(const struct tokenizer *t, struct tokenizer_work *w, struct forms *forms,
                  struct doc *doc, struct ts_error *err) {
    struct run r = {t, w, forms, doc};
    struct span chunk;
    bool space;
    if (doc->text.n > UINT32_MAX)
        return err_set(err, TS_E_LIMIT, "too_large", "a text has %zu bytes, more than 2^32 - 1",
                       doc->text.n);
    if (w->arena.used_bytes > STORE_BYTES)
        tokenizer_work_clear(w);
    else if (w->buffers.used_bytes > BUFFERS_BYTES)
        start_buffers(w);
    for (size_t at = 0; split_next_chunk(&chunk, &space, doc->text, &at);) {
        if (!add_chunk(&r, chunk))
            return refused(&r, err);
        if (space)
            doc->tokens.at[doc->tokens.n - 1].space = 1;
    }
    return specials_apply(t, w, forms, doc) ? TS_OK : refused(&r, err);
}
