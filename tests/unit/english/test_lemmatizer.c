#include "english/lemmatizer.h"

#include "english/hand_doc.h"
#include "english/hand_model.h"

static int make(struct model_file *m, struct arena *a, const char *json, struct ts_error *err) {
    return hand_model_make(m, a, "model/lemmatizer/lookups/lookups.bin", json, convert_lemmatizer,
                           err);
}

static const char tables[] =
    "{\"lemma_rules\": {"
    "  \"#noun\": [[\"s\", \"\"], [\"ies\", \"y\"], [\"men\", \"man\"], [\"cats\", \"\"]],"
    "  \"#verb\": [[\"es\", \"e\"], [\"es\", \"\"], [\"s\", \"\"], [\"ing\", \"\"]],"
    "  \"#adv\": [[\"\", \"\"]],"
    "  \"#intj\": [],"
    "  \"#punct\": [[\"\\u201c\", \"\\\"\"]]},"
    " \"lemma_exc\": {"
    "  \"#noun\": {\"mice\": [\"mouse\"], \"axes\": [\"ax\", \"axis\"], \"dogs\": [\"dog\"],"
    "    \"lies\": [\"lee\", \"lie\"], \"oxen\": [], \"ayes\": [\"aye\", \"ay\", \"aye\"]},"
    "  \"#intj\": {}},"
    " \"lemma_index\": {"
    "  \"#noun\": [\"dog\", \"lie\", \"fly\", \"woman\", \"3d\", \"dog\"],"
    "  \"#verb\": [\"push\", \"bathe\", \"bath\"]}}";

struct row {
    const char *text, *pos, *morph, *lemma;
};

static const char sing[] = "Number=Sing", plur[] = "Number=Plur", fin[] = "Tense=Pres|VerbForm=Fin";

static const struct row rows[] = {
    /* no part of speech, or one without tables */
    {"Dogs", NULL, plur, "dogs"},
    {"Dogs", "SPACE", plur, "dogs"},
    {"Dogs", "EOL", plur, "dogs"},
    {"Dogs", "PROPN", plur, "Dogs"},
    {"Dogs", "DET", plur, "dogs"},
    {"Dogs", "INTJ", plur, "dogs"}, /* its tables are empty */
    /* not inflected */
    {"Dogs", "NOUN", sing, "dogs"},
    {"Dogs", "PROPN", "Degree=Pos", "dogs"},
    {"Dogs", "NOUN", "VerbForm=Inf", "dogs"},
    {"Dogs", "NOUN", "VerbForm=None", "dogs"},
    {"Dogs", "NOUN", "Degree=Pos", "dogs"},
    {"Dogs", "NOUN", "Degree=Cmp|Number=Plur", "dog"},
    {"pushes", "VERB", fin, "pushes"},
    {"pushes", "VERB", "Number=Sing|Tense=Pres|VerbForm=Fin", "push"},
    {"pushes", "VERB", "Tense=Past|VerbForm=Fin", "push"},
    {"pushes", "VERB", sing, "push"},
    /* the last known word, then what is not letters, then the first of all */
    {"bathes", "VERB", NULL, "bathe"},
    {"bathing", "VERB", NULL, "bath"},
    {"zooming", "VERB", NULL, "zoom"},
    {"aches", "VERB", NULL, "ache"},
    {"FLIES", "NOUN", plur, "fly"},
    {"women", "NOUN", plur, "woman"},
    {"Cats", "NOUN", plur, "cat"},
    {"s", "NOUN", plur, "s"}, /* nothing would be left */
    {"S", "NOUN", plur, "S"}, /* no rule: as it is spelt */
    {"x-ies", "NOUN", plur, "x-ie"},
    {"3ds", "NOUN", plur, "3d"},
    {"\xe2\x80\x9c", "PUNCT", NULL, "\""},
    {"Soon", "ADV", NULL, "soon"},
    {"\xc4\xb0s", "NOUN", plur, "i\xcc\x87"}, /* a capital that takes more bytes in lower case */
    {"\xc3\x89TUDES", "NOUN", plur, "\xc3\xa9tude"},
    /* irregular ones: the last that the rules do not give */
    {"Mice", "NOUN", plur, "mouse"},
    {"axes", "NOUN", plur, "axis"},
    {"dogs", "NOUN", plur, "dog"},
    {"lies", "NOUN", plur, "lee"}, /* "lie" is what the rules give */
    {"ayes", "NOUN", plur, "ay"},
    {"oxen", "NOUN", plur, "oxen"},
};

static void test_lemmas(void) {
    struct hand_doc h;
    struct model_file m;
    struct lemmatizer z;
    hand_doc_init(&h);
    CHECK_NEED(make(&m, &h.arena, tables, NULL) == TS_OK);
    CHECK_ROWS (i, rows)
        hand_doc_add(&h, &(struct hand_token){
                             .text = rows[i].text, .pos = rows[i].pos, .morph = rows[i].morph});
    CHECK_NEED(lemmatizer_open(&z, &h.arena, &m, &h.labels, NULL) == TS_OK);
    CHECK_INT(lemmatizer_run(&z, &h.forms, &h.doc, NULL), TS_OK);
    CHECK_ROWS (i, rows) {
        struct str lemma = h.doc.tokens.at[i].lemma;
        CHECK_STR(lemma.at, lemma.n, rows[i].lemma);
    }
    hand_doc_clear(&h);
}

static void test_kept(void) {
    struct hand_doc h;
    struct model_file m;
    struct lemmatizer z;
    hand_doc_init(&h);
    CHECK_NEED(make(&m, &h.arena, tables, NULL) == TS_OK);
    hand_doc_add(&h, &(struct hand_token){.text = "dogs", .pos = "NOUN", .morph = plur});
    h.doc.tokens.at[0].lemma = STR("hound");
    CHECK_NEED(lemmatizer_open(&z, &h.arena, &m, &h.labels, NULL) == TS_OK);
    CHECK_INT(lemmatizer_run(&z, &h.forms, &h.doc, NULL), TS_OK);
    struct str lemma = h.doc.tokens.at[0].lemma;
    CHECK_STR(lemma.at, lemma.n, "hound");
    hand_doc_clear(&h);
}

static void test_long_words(void) {
    static char word[300001];
    struct hand_doc h;
    struct model_file m;
    struct lemmatizer z;
    hand_doc_init(&h);
    CHECK_NEED(make(&m, &h.arena, tables, NULL) == TS_OK);
    memset(word, 'x', sizeof word - 1);
    memcpy(word + sizeof word - 4, "ies", 3);
    hand_doc_add(&h, &(struct hand_token){.text = word, .pos = "NOUN", .morph = plur});
    CHECK_NEED(lemmatizer_open(&z, &h.arena, &m, &h.labels, NULL) == TS_OK);
    CHECK_INT(lemmatizer_run(&z, &h.forms, &h.doc, NULL), TS_OK);
    CHECK_INT(h.doc.tokens.at[0].lemma.n, sizeof word - 2);
    hand_doc_clear(&h);
}

static void test_refused(void) {
    static const char *const bad[] = {
        "[]",
        "{}",
        "{\"lemma_rules\": {}, \"lemma_exc\": {}}",
        "{\"lemma_rules\": {\"noun\": []}, \"lemma_exc\": {}, \"lemma_index\": {}}",
        "{\"lemma_rules\": {\"#noun\": {}}, \"lemma_exc\": {}, \"lemma_index\": {}}",
        "{\"lemma_rules\": {\"#noun\": [[\"a\"]]}, \"lemma_exc\": {}, \"lemma_index\": {}}",
        "{\"lemma_rules\": {\"#noun\": [[\"a\", 1]]}, \"lemma_exc\": {}, \"lemma_index\": {}}",
        "{\"lemma_rules\": {}, \"lemma_exc\": {\"#noun\": []}, \"lemma_index\": {}}",
        "{\"lemma_rules\": {}, \"lemma_exc\": {\"#noun\": {\"a\": \"b\"}}, \"lemma_index\": {}}",
        "{\"lemma_rules\": {}, \"lemma_exc\": {\"#noun\": {\"a\": [1]}}, \"lemma_index\": {}}",
        "{\"lemma_rules\": {}, \"lemma_exc\": {}, \"lemma_index\": {\"#noun\": {}}}",
        "{\"lemma_rules\": {}, \"lemma_exc\": {}, \"lemma_index\": {\"#noun\": [1]}}",
    };
    CHECK_ROWS (i, bad) {
        struct mem mem = mem_system();
        struct arena a;
        struct model_file m;
        struct ts_error err = {0};
        arena_init(&a, &mem, 0);
        CHECK_INT(make(&m, &a, bad[i], &err), TS_E_FORMAT);
        CHECK_STR(err.outcome, strlen(err.outcome), "bad_package");
        arena_clear(&a);
    }
}

/* Every number of the file in turn is wrong: the model is refused, or runs within its bounds. */
static void test_damage(void) {
    static const uint32_t numbers[] = {0, 3, 12, 1000, 0x7fffffff, 0xffffffff};
    struct hand_doc h;
    struct model_file good, bad;
    hand_doc_init(&h);
    CHECK_NEED(make(&good, &h.arena, tables, NULL) == TS_OK);
    CHECK_ROWS (i, rows)
        hand_doc_add(&h, &(struct hand_token){
                             .text = rows[i].text, .pos = rows[i].pos, .morph = rows[i].morph});
    uint32_t refused = 0;
    for (uint32_t t = 0; t < good.tensor_count; t++) {
        struct tensor tensor = model_tensor(&good, t);
        for (size_t i = 0; tensor.type == TENSOR_U32 && i < tensor.count; i++)
            for (size_t k = 0; k < sizeof numbers / sizeof *numbers; k++) {
                struct arena a;
                struct lemmatizer z;
                arena_init(&a, &h.arena.mem, 0);
                hand_model_damage(&bad, &a, &good, t, i, numbers[k]);
                for (uint32_t d = 0; d < h.doc.tokens.n; d++)
                    h.doc.tokens.at[d].lemma = STR_NONE;
                if (lemmatizer_open(&z, &a, &bad, &h.labels, NULL) == TS_OK)
                    CHECK_INT(lemmatizer_run(&z, &h.forms, &h.doc, NULL), TS_OK);
                else
                    refused++;
                arena_clear(&a);
            }
    }
    CHECK(refused > 100);
    hand_doc_clear(&h);
}

CHECK_MAIN({"lemmas come from the exceptions, the rules and the known words", test_lemmas},
           {"a lemma that is there is kept", test_kept},
           {"a word longer than any known one has a lemma", test_long_words},
           {"tables of a kind that is not known are refused", test_refused},
           {"damaged tables are refused or stay within their bounds", test_damage})
