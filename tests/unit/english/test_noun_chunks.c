#include "english/noun_chunks.h"

#include "english/hand_doc.h"

#include <time.h>

static struct hand_token token(const char *pos, const char *dep, uint32_t head) {
    return (struct hand_token){.text = "x", .pos = pos, .dep = dep, .head = head};
}

static void test_chunks(void) {
    enum { MOST = 8 };
    static const struct {
        struct {
            const char *pos, *dep;
            uint32_t head;
        } tokens[MOST];
        const char *chunks; /* "first-end " of each */
    } rows[] = {
        {{{NULL, NULL, 0}}, ""},
        /* The old dog sees me */
        {{{"DET", "det", 2},
          {"ADJ", "amod", 2},
          {"NOUN", "nsubj", 3},
          {"VERB", "ROOT", 3},
          {"PRON", "dobj", 3}},
         "0-3 4-5 "},
        /* a role that is no noun phrase's, and a verb in a noun's role */
        {{{"NOUN", "nmod", 1}, {"VERB", "ROOT", 1}, {"VERB", "dobj", 1}}, ""},
        /* a root noun, a name */
        {{{"PROPN", "compound", 1}, {"PROPN", "ROOT", 1}}, "0-2 "},
        /* Dogs and old cats and mice bark: joined to the left over two steps */
        {{{"NOUN", "nsubj", 6},
          {"CCONJ", "cc", 0},
          {"ADJ", "amod", 3},
          {"NOUN", "conj", 0},
          {"CCONJ", "cc", 3},
          {"NOUN", "conj", 3},
          {"VERB", "ROOT", 6}},
         "0-1 2-4 5-6 "},
        /* joined to a verb: what it is joined to need only have the role */
        {{{"VERB", "ROOT", 0}, {"CCONJ", "cc", 0}, {"NOUN", "conj", 0}}, "2-3 "},
        {{{"VERB", "advcl", 0}, {"CCONJ", "cc", 0}, {"NOUN", "conj", 0}}, ""},
        /* joined to the right: one step is taken, and no further one */
        {{{"NOUN", "conj", 1}, {"NOUN", "dobj", 2}, {"VERB", "ROOT", 2}}, "0-1 "},
        {{{"NOUN", "conj", 1}, {"NOUN", "conj", 2}, {"NOUN", "dobj", 2}}, "0-2 "},
        /* the later noun's phrase would hold the earlier one */
        {{{"NOUN", "nsubj", 2}, {"ADJ", "amod", 2}, {"NOUN", "ROOT", 2}}, "0-1 "},
        {{{"NOUN", "nmod", 2}, {"ADJ", "amod", 2}, {"NOUN", "ROOT", 2}}, "0-3 "},
        /* heads in a ring */
        {{{"NOUN", "conj", 1}, {"NOUN", "conj", 2}, {"NOUN", "conj", 0}}, ""},
    };
    CHECK_ROWS (i, rows) {
        struct hand_doc h;
        struct noun_chunks c;
        char got[256] = "";
        size_t n = 0;
        hand_doc_init(&h);
        for (size_t t = 0; t < MOST && rows[i].tokens[t].pos; t++) {
            struct hand_token one =
                token(rows[i].tokens[t].pos, rows[i].tokens[t].dep, rows[i].tokens[t].head);
            hand_doc_add(&h, &one);
        }
        noun_chunks_open(&c, &h.labels);
        CHECK_INT(noun_chunks_run(&c, &h.doc, NULL), TS_OK);
        for (uint32_t k = 0; k < h.doc.chunks.n; k++) {
            const struct doc_chunk *chunk = &h.doc.chunks.at[k];
            CHECK_INT(chunk->root, chunk->end - 1);
            n += (size_t)snprintf(got + n, sizeof got - n, "%u-%u ", (unsigned)chunk->first,
                                  (unsigned)chunk->end);
        }
        CHECK_STR(got, n, rows[i].chunks);
        hand_doc_clear(&h);
    }
}

/* A doc of one word again and again, whose heads are what the function says. */
static double run_time(uint32_t n, uint32_t (*head)(uint32_t i, uint32_t n), uint32_t *chunks) {
    struct hand_doc h;
    struct noun_chunks c;
    hand_doc_init(&h);
    struct hand_token one = token("NOUN", "conj", 0), root = token("NOUN", "dobj", 0);
    hand_doc_add(&h, &root);
    hand_doc_add(&h, &one);
    while (h.doc.tokens.n < n) {
        struct doc_token *t = VEC_PUSH(&h.arena, &h.doc.tokens);
        *t = h.doc.tokens.at[1];
    }
    for (uint32_t i = 0; i < n; i++)
        h.doc.tokens.at[i].head = head(i, n);
    noun_chunks_open(&c, &h.labels);
    clock_t start = clock();
    CHECK_INT(noun_chunks_run(&c, &h.doc, NULL), TS_OK);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    *chunks = h.doc.chunks.n;
    hand_doc_clear(&h);
    return seconds;
}

static uint32_t chain(uint32_t i, uint32_t n) {
    (void)n;
    return i ? i - 1 : 0;
}

static uint32_t chain_right(uint32_t i, uint32_t n) {
    return i + 1 < n ? i + 1 : i;
}

static uint32_t ring(uint32_t i, uint32_t n) {
    return (i + 1) % n;
}

static uint32_t scattered(uint32_t i, uint32_t n) {
    return (uint32_t)((uint64_t)i * 7919 % n);
}

static void test_hostile(void) {
    static uint32_t (*const heads[])(uint32_t, uint32_t) = {chain, chain_right, ring, scattered};
    uint32_t chunks;
    CHECK_ROWS (i, heads)
        /* quadratic time would be minutes */
        CHECK(run_time(500000, heads[i], &chunks) < 10);
    run_time(500000, chain, &chunks);
    CHECK_INT(chunks, 500000);
}

CHECK_MAIN({"noun chunks follow roles and conjuncts", test_chunks},
           {"any heads are walked in linear time", test_hostile})
