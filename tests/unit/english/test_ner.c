#include "check.h"
#include "english/ner.h"
#include "transition_fixture.h"

#include <stdlib.h>

static struct fixture f;

static bool open_ner(struct ner *n, struct labels *labels, const struct fixture_class *classes,
                     uint32_t count, float scale) {
    return fixture_make(&f, "ner", NER_FEATURES, classes, count, scale) &&
           labels_init(labels, &f.arena) &&
           ner_open(n, &f.arena, &f.model, labels, &f.err) == TS_OK;
}

/* Tokens by letter: a word, a blank, the beginning of a sentence (w _ S); entities as
 * "first-end kind ". */
static void test_constraints(void) {
    static const struct fixture_class begins[] = {
        {NER_BEGIN, "A", 5}, {NER_BEGIN, "B", 1}, {NER_IN, "A", 3},   {NER_IN, "B", 9},
        {NER_LAST, "A", 1},  {NER_LAST, "B", 9},  {NER_UNIT, "A", 2}, {NER_UNIT, "B", 4},
        {NER_UNIT, "", 99},  {NER_OUT, "", 0}};
    static const struct fixture_class ends[] = {
        {NER_BEGIN, "A", 5}, {NER_LAST, "A", 3}, {NER_IN, "A", 3}, {NER_OUT, "", 0}};
    static const struct fixture_class outside[] = {{NER_OUT, "", 5}, {NER_UNIT, "A", 4}};
    static const struct fixture_class stuck[] = {{NER_BEGIN, "A", 5}, {NER_MISSING, "A", 9}};
    static const struct fixture_class units[] = {
        {NER_UNIT, "A", 5}, {NER_BEGIN, "A", 4}, {NER_LAST, "A", 9}, {NER_OUT, "", 1}};
#define CLASSES(c) c, sizeof(c) / sizeof *(c)
    static const struct {
        const struct fixture_class *classes;
        uint32_t count;
        const char *tokens, *entities;
    } rows[] = {
        {CLASSES(begins), "www", "0-3 A "},         /* the last token only ends */
        {CLASSES(begins), "w", "0-1 B "},           /* and cannot begin one */
        {CLASSES(begins), "wwSww", "0-2 A 2-5 A "}, /* none crosses the beginning of a sentence */
        {CLASSES(begins), "wSw", "0-1 B 1-3 A "},
        {CLASSES(begins), "_ww", "1-3 A "}, /* white space does not begin one */
        {CLASSES(begins), "__", ""},
        {CLASSES(begins), "w__", "0-3 A "},       /* but may be in it, and end it */
        {CLASSES(ends), "wwwww", "0-2 A 2-4 A "}, /* the first of equal scores */
        {CLASSES(outside), "www", ""},
        {CLASSES(units), "w_w", "0-1 A 2-3 A "},
        {CLASSES(stuck), "www", ""}, /* nothing may follow: what is open is none */
        {CLASSES(stuck), "", ""},
    };
    CHECK_ROWS (i, rows) {
        fixture_start(&f);
        struct ner n;
        struct labels labels;
        struct transition_work work;
        struct doc doc;
        CHECK_NEED(open_ner(&n, &labels, rows[i].classes, rows[i].count, 0));
        float *vectors = fixture_doc(&f, &doc, (uint32_t)strlen(rows[i].tokens));
        for (uint32_t t = 0; t < doc.tokens.n; t++) {
            doc.tokens.at[t].is_space = rows[i].tokens[t] == '_';
            doc.tokens.at[t].sent_start = rows[i].tokens[t] == 'S' || t == 0 ? 1 : -1;
        }
        transition_work_init(&work, &f.mem);
        for (int twice = 0; twice < 2; twice++)
            CHECK_INT(ner_run(&n, kernels_best(), &work, &doc, vectors, FIXTURE_WIDTH, &f.err),
                      TS_OK);
        char got[256] = "";
        for (uint32_t e = 0; e < doc.entities.n; e++) {
            struct doc_entity *at = &doc.entities.at[e];
            size_t used = strlen(got);
            snprintf(got + used, sizeof got - used, "%" PRIu32 "-%" PRIu32 " %.*s ", at->first,
                     at->end, STR_FMT(labels_name(&labels, at->kind)));
        }
        CHECK_STR(got, strlen(got), rows[i].entities);
        transition_work_clear(&work);
        fixture_end(&f);
    }
}

static void test_kernels_agree(void) {
    static const struct fixture_class classes[] = {
        {NER_BEGIN, "A", 0}, {NER_BEGIN, "B", 0}, {NER_IN, "A", 0},   {NER_IN, "B", 0},
        {NER_LAST, "A", 0},  {NER_LAST, "B", 0},  {NER_UNIT, "A", 0}, {NER_OUT, "", 0}};
    enum { TOKENS = 3000 };
    fixture_start(&f);
    struct ner n;
    struct labels labels;
    struct transition_work work;
    struct doc doc, again;
    CHECK_NEED(open_ner(&n, &labels, classes, sizeof classes / sizeof *classes, 0.5F));
    float *vectors = fixture_doc(&f, &doc, TOKENS);
    fixture_doc(&f, &again, TOKENS);
    transition_work_init(&work, &f.mem);
    CHECK_INT(ner_run(&n, kernels_of(KERNEL_SCALAR), &work, &doc, vectors, FIXTURE_WIDTH, &f.err),
              TS_OK);
    CHECK_INT(ner_run(&n, kernels_best(), &work, &again, vectors, FIXTURE_WIDTH, &f.err), TS_OK);
    CHECK(doc.entities.n > 0);
    CHECK_NEED(CHECK_INT(again.entities.n, doc.entities.n));
    uint32_t end = 0;
    for (uint32_t e = 0; e < doc.entities.n; e++) {
        CHECK_INT(again.entities.at[e].first, doc.entities.at[e].first);
        CHECK_INT(again.entities.at[e].end, doc.entities.at[e].end);
        CHECK_INT(again.entities.at[e].kind, doc.entities.at[e].kind);
        CHECK(doc.entities.at[e].first >= end && doc.entities.at[e].end > doc.entities.at[e].first);
        end = doc.entities.at[e].end;
    }
    CHECK(end <= TOKENS);
    transition_work_clear(&work);
    fixture_end(&f);
}

static void test_bad_models(void) {
    static const struct fixture_class unknown[] = {{NER_ACTIONS, "A", 0}};
    fixture_start(&f);
    struct ner n;
    struct labels labels;
    CHECK(!open_ner(&n, &labels, unknown, 1, 0));
    CHECK_STR(f.err.outcome, strlen(f.err.outcome), "bad_model");
    fixture_end(&f);
}

CHECK_MAIN({"names keep to sentences and do not begin with white space", test_constraints},
           {"names are the same by every kernel", test_kernels_agree},
           {"a model with moves that are not known is refused", test_bad_models})
