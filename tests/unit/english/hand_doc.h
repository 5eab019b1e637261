/* Docs written by hand, for tests of the parts of the pipeline that read tags and a parse. */
#ifndef HAND_DOC_H
#define HAND_DOC_H

#include "check.h"
#include "english/doc.h"
#include "english/py_chars.h"
#include "english/string_id.h"

/** A token; texts that begin with a blank or a line end are white space. */
struct hand_token {
    const char *text, *tag, *pos, *morph, *dep; /* NULL: none */
    uint32_t head;
};

struct hand_doc {
    struct arena arena;
    struct labels labels;
    struct forms forms; /* texts and their lower case alone */
    struct doc doc;
};

static inline void hand_doc_init(struct hand_doc *h) {
    struct mem mem = mem_system();
    *h = (struct hand_doc){0};
    arena_init(&h->arena, &mem, 0);
    h->doc.arena = &h->arena;
    CHECK(labels_init(&h->labels, &h->arena));
}

static inline void hand_doc_clear(struct hand_doc *h) {
    arena_clear(&h->arena);
}

static inline uint16_t hand_label(struct hand_doc *h, const char *name) {
    return (uint16_t)labels_add(&h->labels, str_of(name));
}

/** Adds a token to the doc, whose text is its tokens' with a blank between. */
static inline void hand_doc_add(struct hand_doc *h, const struct hand_token *t) {
    struct str word = str_of(t->text), before = h->doc.text;
    char *text = arena_alloc(&h->arena, before.n + word.n + 1);
    struct form *form = VEC_PUSH(&h->arena, &h->forms.at);
    struct doc_token *token = VEC_PUSH(&h->arena, &h->doc.tokens);
    if (before.n)
        memcpy(text, before.at, before.n);
    memcpy(text + before.n, word.at, word.n);
    text[before.n + word.n] = ' ';
    h->doc.text = (struct str){text, before.n + word.n + 1};
    *form = (struct form){.text = word, .lower = py_lower(&h->arena, word)};
    form->lower_id = string_id(form->lower);
    *token = (struct doc_token){
        .text = {(uint32_t)before.n, (uint32_t)(before.n + word.n)},
        .form = h->forms.at.n - 1,
        .head = t->head,
        .tag = hand_label(h, t->tag),
        .pos = hand_label(h, t->pos),
        .morph = hand_label(h, t->morph),
        .dep = hand_label(h, t->dep),
        .is_space = py_all_space(word),
    };
}

#endif
