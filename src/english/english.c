#include "english/english.h"

#include "english/lemmatizer.h"
#include "english/ner.h"
#include "english/noun_chunks.h"
#include "english/parser.h"
#include "english/ruler.h"
#include "english/tagger.h"
#include "english/tok2vec.h"
#include "english/tokenizer.h"

#include <string.h>

/* A worker forgets its words when there are more, before the next texts: at less than 500 bytes
 * each they then fill less than 16 MB. They come again soon where they are frequent. Their
 * embeddings have a bound of their own. */
enum { FORMS_KEPT = 32768 };

struct english {
    struct mem mem;
    struct arena arena;
    const struct model_file *model;
    const struct kernels *kernels;
    struct model_mark mark;
    char name[MODEL_MARK_NAME];
    struct labels labels;
    struct norms norms;
    struct tokenizer tokenizer;
    struct tok2vec tok2vec, ner_tok2vec;
    struct tagger tagger;
    struct parser parser;
    struct ruler ruler;
    struct lemmatizer lemmatizer;
    struct ner ner;
    struct noun_chunks noun_chunks;
};

struct english_worker {
    const struct english *english;
    struct forms forms;
    struct tokenizer_work tokenizer;
    struct tok2vec_work tok2vec, ner_tok2vec;
    struct transition_work parser, ner;
    struct arena scratch; /* the docs' vectors */
};

/* ---- The pipeline */

/* The parts in the order in which they run; the labels that one adds are there for the next. */
static int open_parts(struct english *e, struct ts_error *err) {
    struct arena *a = &e->arena;
    const struct model_file *m = e->model;
    int status = norms_open(&e->norms, a, m, err);
    if (status == TS_OK)
        status = tokenizer_open(&e->tokenizer, a, m, err);
    if (status == TS_OK)
        status = tok2vec_open(&e->tok2vec, a, m, "tok2vec", err);
    if (status == TS_OK)
        status = tagger_open(&e->tagger, a, m, &e->labels, err);
    if (status == TS_OK)
        status = parser_open(&e->parser, a, m, &e->labels, err);
    if (status == TS_OK)
        status = ruler_open(&e->ruler, a, m, &e->labels, err);
    if (status == TS_OK)
        status = lemmatizer_open(&e->lemmatizer, a, m, &e->labels, err);
    if (status == TS_OK)
        status = tok2vec_open(&e->ner_tok2vec, a, m, "ner.tok2vec", err);
    if (status == TS_OK)
        status = ner_open(&e->ner, a, m, &e->labels, err);
    if (status == TS_OK)
        noun_chunks_open(&e->noun_chunks, &e->labels);
    return status;
}

/* The layers read rows of the width that the encoders give. */
static int check_widths(const struct english *e, struct ts_error *err) {
    if (e->tagger.layer.inputs != e->tok2vec.width ||
        e->parser.net.linear.inputs != e->tok2vec.width ||
        e->ner.net.linear.inputs != e->ner_tok2vec.width)
        return model_bad(err, e->model, "the encoders' width is not that of the layers above them");
    return TS_OK;
}

int english_open(struct english **out, const struct mem *mem, const struct model_file *m,
                 const struct kernels *kernels, struct ts_error *err) {
    struct english *e = mem_alloc(mem, sizeof *e);
    *out = NULL;
    if (!e)
        return err_memory(err);
    *e = (struct english){.mem = *mem, .model = m, .kernels = kernels ? kernels : kernels_best()};
    arena_init(&e->arena, mem, 0);
    int status =
        labels_init(&e->labels, &e->arena) ? open_parts(e, err) : arena_fail(&e->arena, err);
    if (status == TS_OK)
        status = model_mark_read(&e->mark, e->name, m, err);
    if (status == TS_OK)
        status = check_widths(e, err);
    if (status == TS_OK)
        *out = e;
    else
        english_close(e);
    return status;
}

void english_close(struct english *e) {
    if (!e)
        return;
    struct mem mem = e->mem;
    arena_clear(&e->arena);
    mem_free(&mem, e);
}

const struct labels *english_labels(const struct english *e) {
    return &e->labels;
}

struct model_mark english_mark(const struct english *e) {
    return e->mark;
}

/* ---- The worker */

int english_worker_new(struct english_worker **out, const struct english *e, struct ts_error *err) {
    struct english_worker *w = mem_alloc(&e->mem, sizeof *w);
    *out = NULL;
    if (!w)
        return err_memory(err);
    *w = (struct english_worker){.english = e};
    forms_init(&w->forms, &e->norms, &e->mem);
    tokenizer_work_init(&w->tokenizer, &e->mem);
    tok2vec_work_init(&w->tok2vec, &e->tok2vec, e->kernels, &e->mem);
    tok2vec_work_init(&w->ner_tok2vec, &e->ner_tok2vec, e->kernels, &e->mem);
    transition_work_init(&w->parser, &e->mem);
    transition_work_init(&w->ner, &e->mem);
    arena_init(&w->scratch, &e->mem, 0);
    *out = w;
    return TS_OK;
}

static void forget_forms(struct english_worker *w) {
    tokenizer_work_clear(&w->tokenizer);
    tok2vec_work_clear(&w->tok2vec);
    tok2vec_work_clear(&w->ner_tok2vec);
    forms_clear(&w->forms);
}

void english_worker_free(struct english_worker *w) {
    if (!w)
        return;
    struct mem mem = w->english->mem;
    forget_forms(w);
    transition_work_clear(&w->parser);
    transition_work_clear(&w->ner);
    arena_clear(&w->scratch);
    mem_free(&mem, w);
}

const struct labels *english_worker_labels(const struct english_worker *w) {
    return &w->english->labels;
}

struct model_mark english_worker_mark(const struct english_worker *w) {
    return english_mark(w->english);
}

/* ---- A run */

/* What takes the vectors: a row of floats for each token, doc after doc. */
struct vectors {
    struct english_worker *worker;
    struct doc *docs;
    const size_t *row_of; /* of each doc's first token */
    float *at;
    size_t bytes; /* of them, charged to the first doc's arena */
    size_t width;
    bool tags; /* the tagger reads them too */
};

static void keep_vectors(void *context, uint32_t doc, uint32_t first, uint32_t count,
                         const float *rows, size_t stride) {
    struct vectors *v = context;
    const struct english *e = v->worker->english;
    float *out = v->at + (v->row_of[doc] + first) * v->width;
    for (uint32_t i = 0; i < count; i++)
        memcpy(out + i * v->width, rows + i * stride, v->width * sizeof *out);
    if (v->tags)
        tagger_run(&e->tagger, e->kernels, &v->docs[doc].tokens.at[first], count, rows, stride);
}

static int make_vectors(struct vectors *v, size_t *row_of, struct english_worker *w,
                        struct doc *docs, uint32_t count, struct ts_error *err) {
    const struct english *e = w->english;
    size_t rows = 0, width = e->tok2vec.width;
    if (width < e->ner_tok2vec.width)
        width = e->ner_tok2vec.width;
    for (uint32_t i = 0; i < count; i++) {
        row_of[i] = rows;
        rows += docs[i].tokens.n;
    }
    *v = (struct vectors){.worker = w, .docs = docs, .row_of = row_of};
    if (!count)
        return TS_OK;
    if (!mem_mul(&v->bytes, rows + 1, width * sizeof(float)) ||
        !arena_charge(docs[0].arena, v->bytes)) {
        v->bytes = 0;
        return arena_fail(docs[0].arena, err);
    }
    v->at = arena_alloc(&w->scratch, v->bytes);
    return v->at ? TS_OK : arena_fail(&w->scratch, err);
}

/* A sentence begins behind white space of two line ends or more, and where the caller has told. */
static void start_paragraphs(struct doc *doc) {
    for (uint32_t i = 0, k = 0; i < doc->tokens.n && k < doc->start_count; i++) {
        struct doc_token *t = &doc->tokens.at[i];
        if (t->is_space || t->text.start < doc->starts[k])
            continue;
        t->sent_start = 1;
        while (k < doc->start_count && doc->starts[k] <= t->text.start)
            k++;
    }
    for (uint32_t i = 0; i + 1 < doc->tokens.n; i++) {
        struct str s = str_span(doc->text, doc->tokens.at[i].text);
        size_t line_end = doc->tokens.at[i].is_space ? str_find_byte(s, '\n', 0) : SIZE_MAX;
        if (line_end != SIZE_MAX && str_find_byte(s, '\n', line_end + 1) != SIZE_MAX)
            doc->tokens.at[i + 1].sent_start = 1;
    }
}

static int run_syntax(struct english_worker *w, struct vectors *v, uint32_t count,
                      struct ts_error *err) {
    const struct english *e = w->english;
    v->width = e->tok2vec.width;
    v->tags = true;
    int status = tok2vec_run(&w->tok2vec, &w->forms, v->docs, count, keep_vectors, v, err);
    for (uint32_t i = 0; i < count && status == TS_OK; i++) {
        struct doc *doc = &v->docs[i];
        status = parser_run(&e->parser, e->kernels, &w->parser, doc,
                            v->at + v->row_of[i] * v->width, v->width, err);
        if (status != TS_OK)
            break;
        ruler_run(&e->ruler, &w->forms, doc);
        status = lemmatizer_run(&e->lemmatizer, &w->forms, doc, err);
        if (status == TS_OK)
            status = noun_chunks_run(&e->noun_chunks, doc, err);
    }
    return status;
}

static int run_names(struct english_worker *w, struct vectors *v, uint32_t count,
                     struct ts_error *err) {
    const struct english *e = w->english;
    v->width = e->ner_tok2vec.width;
    v->tags = false;
    int status = tok2vec_run(&w->ner_tok2vec, &w->forms, v->docs, count, keep_vectors, v, err);
    for (uint32_t i = 0; i < count && status == TS_OK; i++)
        status = ner_run(&e->ner, e->kernels, &w->ner, &v->docs[i], v->at + v->row_of[i] * v->width,
                         v->width, err);
    return status;
}

int english_run(struct english_worker *w, struct doc *docs, uint32_t count, struct ts_error *err) {
    struct vectors v = {.bytes = 0};
    int status = TS_OK;
    if (w->forms.at.n > FORMS_KEPT)
        forget_forms(w);
    arena_clear(&w->scratch);
    size_t *row_of = arena_alloc(&w->scratch, ((size_t)count + 1) * sizeof *row_of);
    if (!row_of)
        return arena_fail(&w->scratch, err);
    for (uint32_t i = 0; i < count && status == TS_OK; i++) {
        status = tokenizer_run(&w->english->tokenizer, &w->tokenizer, &w->forms, &docs[i], err);
        start_paragraphs(&docs[i]);
    }
    if (status == TS_OK)
        status = make_vectors(&v, row_of, w, docs, count, err);
    if (status == TS_OK)
        status = run_syntax(w, &v, count, err);
    if (status == TS_OK)
        status = run_names(w, &v, count, err);
    arena_clear(&w->scratch);
    if (v.bytes)
        arena_uncharge(docs[0].arena, v.bytes);
    if (status != TS_OK)
        forget_forms(w); /* what was under way when memory was refused is not whole */
    return status;
}
