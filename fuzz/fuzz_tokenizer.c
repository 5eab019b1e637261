/*
 * The tokenizer. The first byte chooses the memory: bit 0 a budget so small that allocations are
 * refused. Tokens must be all of the text, the same from a new worker as from one that has seen
 * much.
 */
#include "base/utf8.h"
#include "english/tokenizer.h"
#include "must.h"
#include "the_model.h"

#include <stdio.h>
#include <stdlib.h>

enum { SMALL_BUDGET = 24 << 10 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static struct {
    bool open;
    struct model_file model;
    struct arena arena;
    struct norms norms;
    struct tokenizer tokenizer;
    struct forms forms;
    struct tokenizer_work work;
} old;

static void open_model(void) {
    struct mem mem = mem_system();
    if (old.open)
        return;
    arena_init(&old.arena, &mem, 0);
    the_model_open(&old.model);
    must(norms_open(&old.norms, &old.arena, &old.model, NULL) == TS_OK);
    must(tokenizer_open(&old.tokenizer, &old.arena, &old.model, NULL) == TS_OK);
    forms_init(&old.forms, &old.norms, &mem);
    tokenizer_work_init(&old.work, &mem);
    old.open = true;
}

static void check_tokens(const struct doc *doc, const struct forms *forms) {
    size_t at = 0;
    for (uint32_t i = 0; i < doc->tokens.n; i++) {
        const struct doc_token *t = &doc->tokens.at[i];
        must(t->form < forms->at.n && t->text.start == at && t->text.end > at);
        must(str_eq(str_span(doc->text, t->text), forms->at.at[t->form].text));
        must(t->is_space == forms->at.at[t->form].is_space);
        at = t->text.end + t->space;
        must(!t->space || (at <= doc->text.n && doc->text.at[at - 1] == ' '));
    }
    must(at == doc->text.n);
}

static void check_same(const struct doc *a, const struct forms *a_forms, const struct doc *b,
                       const struct forms *b_forms) {
    must(a->tokens.n == b->tokens.n);
    for (uint32_t i = 0; i < a->tokens.n; i++) {
        const struct doc_token *x = &a->tokens.at[i], *y = &b->tokens.at[i];
        must(x->text.end == y->text.end && x->space == y->space);
        must(a_forms->at.at[x->form].norm == b_forms->at.at[y->form].norm);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes) {
    if (bytes == 0)
        return 0;
    open_model();
    struct mem mem = mem_system();
    struct arena text, a, b;
    arena_init(&text, &mem, 0);
    arena_init(&a, &mem, data[0] & 1 ? SMALL_BUDGET : 0);
    arena_init(&b, &mem, 0);
    struct forms forms;
    struct tokenizer_work work;
    forms_init(&forms, &old.norms, &mem);
    tokenizer_work_init(&work, &mem);
    struct str in = well_formed(&text, (struct str){(const char *)data + 1, bytes - 1});
    struct doc first = {.arena = &a, .text = in}, again = {.arena = &b, .text = in};
    int status = tokenizer_run(&old.tokenizer, &work, &forms, &first, NULL);
    must(status == TS_OK || (data[0] & 1 && status == TS_E_LIMIT));
    must(tokenizer_run(&old.tokenizer, &old.work, &old.forms, &again, NULL) == TS_OK);
    check_tokens(&again, &old.forms);
    if (status == TS_OK)
        check_same(&first, &forms, &again, &old.forms);
    tokenizer_work_clear(&work);
    forms_clear(&forms);
    if (old.forms.at.n > 100000) {
        tokenizer_work_clear(&old.work);
        forms_clear(&old.forms);
    }
    arena_clear(&text);
    arena_clear(&a);
    arena_clear(&b);
    return 0;
}
