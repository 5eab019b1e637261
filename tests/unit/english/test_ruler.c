#include "english/ruler.h"

#include "english/hand_doc.h"
#include "english/hand_model.h"

#define RULE(patterns, attrs) "{\"patterns\": [" patterns "], \"attrs\": {" attrs "}, \"index\": 0}"
#define SECOND(patterns, attrs)                                                                    \
    "{\"patterns\": [" patterns "], \"attrs\": {" attrs "}, \"index\": 1}"

static int make(struct model_file *m, struct arena *a, const char *rules, struct ts_error *err) {
    return hand_model_make(m, a, "model/attribute_ruler/patterns", rules, convert_ruler, err);
}

/* "TAG POS MORPH LEMMA DEP" of a token, _ for none. */
static struct str described(char out[256], const struct hand_doc *h, uint32_t i) {
    const struct doc_token *t = &h->doc.tokens.at[i];
    struct str parts[] = {labels_name(&h->labels, t->tag), labels_name(&h->labels, t->pos),
                          labels_name(&h->labels, t->morph), t->lemma,
                          labels_name(&h->labels, t->dep)};
    size_t n = 0;
    for (size_t p = 0; p < sizeof parts / sizeof *parts; p++) {
        struct str s = parts[p].n ? parts[p] : STR("_");
        n += (size_t)snprintf(out + n, 256 - n, "%s%.*s", p ? " " : "", STR_FMT(s));
    }
    return (struct str){out, n};
}

static const char
    rules[] =
        "[" RULE("[{\"TAG\": \"NN\"}]", "\"POS\": \"NOUN\", \"MORPH\": \"Number=Sing\"") "," RULE("[{\"TAG\": \"UH\"}]", "\"POS\": \"INTJ\", \"MORPH\": \"_\"") "," RULE(
            "[{\"TAG\": {\"IN\": [\"NN\", \"RB\"]}, \"LOWER\": \"none\"}]",
            "\"LEMMA\": \"nil\"") "," RULE("[{\"LOWER\": {\"REGEX\": \"^n[ou]thin'?$\"}}]", "\"LEMM"
                                                                                            "A\": "
                                                                                            "\"noth"
                                                                                            "ing\"") "," RULE("[{\"TAG\": {\"NOT_IN\": [\"TO\", \"\"]}, \"DEP\": \"aux\"}]", "\"POS\": \"AUX\"") "," RULE("[{\"IS_SPACE\": true}]", "\"TAG\": \"_SP\", \"POS\": \"SPACE\", \"DEP\": \"dep\"") "," RULE("[{\"TAG\": \"_SP\", \"IS_SPACE\": false}]", "\"POS\": \"X\"") "," SECOND("[{\"DEP\": \"expl\"}, {\"LOWER\": \"is\"}]",
                                                                                                                                                                                                                                                                                                                                                                                 "\"POS\": \"VERB\"") "," SECOND("[{\"TAG\": \"NN\"}, {\"TAG\": \"NN\"}]", "\"MORPH\": \"Number=Plur\"") "," RULE("[{\"TAG\": \"NN\"}, {\"TAG\": \"IN\"}, {\"TAG\": \"NN\"}]", "\"TAG\": \"NIN\"") "," RULE("[{\"LOWER\": \"gets\"}], [{\"LOWER\": \"got\"}]", "\"LEMMA\": \"get\"") "," RULE("[{\"TAG\": \"UH\", \"LOWER\": \"well\"}]",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              "\"POS\": \"ADV\"") "]";

static void test_rules(void) {
    static const struct {
        struct hand_token tokens[3];
        const char *described[3];
    } rows[] = {
        {{{.text = "Dog", .tag = "NN", .dep = "nsubj"}}, {"NN NOUN Number=Sing _ nsubj"}},
        {{{.text = "Dog", .tag = "VB", .dep = "nsubj"}}, {"VB _ _ _ nsubj"}},
        {{{.text = "oh", .tag = "UH", .morph = "Number=Sing"}}, {"UH INTJ _ _ _"}},
        {{{.text = "well", .tag = "UH"}}, {"UH ADV _ _ _"}},
        {{{.text = "NONE", .tag = "RB"}}, {"RB _ _ nil _"}},
        {{{.text = "none", .tag = "IN"}}, {"IN _ _ _ _"}},
        {{{.text = "Nuthin'", .tag = "X"}}, {"X _ _ nothing _"}},
        {{{.text = "nothin", .tag = "X"}}, {"X _ _ nothing _"}},
        {{{.text = "nothing", .tag = "X"}}, {"X _ _ _ _"}},
        {{{.text = "has", .tag = "VB", .dep = "aux"}}, {"VB AUX _ _ aux"}},
        {{{.text = "to", .tag = "TO", .dep = "aux"}}, {"TO _ _ _ aux"}},
        {{{.text = "has", .dep = "aux"}}, {"_ _ _ _ aux"}},
        {{{.text = "\n", .tag = "NN", .dep = "aux"}}, {"_SP SPACE Number=Sing _ dep"}},
        {{{.text = "x", .tag = "_SP"}}, {"_SP X _ _ _"}},
        /* the token in front of the one that is set, and the first token of all */
        {{{.text = "There", .dep = "expl"}, {.text = "IS"}}, {"_ _ _ _ expl", "_ VERB _ _ _"}},
        {{{.text = "is"}, {.text = "There", .dep = "expl"}}, {"_ _ _ _ _", "_ _ _ _ expl"}},
        /* all matches are found on the tags that were there at first */
        {{{.text = "a", .tag = "NN"}, {.text = "\n", .tag = "NN"}, {.text = "c", .tag = "NN"}},
         {"NN NOUN Number=Sing _ _", "_SP SPACE Number=Plur _ dep", "NN NOUN Number=Plur _ _"}},
        {{{.text = "a", .tag = "NN"}, {.text = "b", .tag = "IN"}, {.text = "c", .tag = "NN"}},
         {"NIN NOUN Number=Sing _ _", "IN _ _ _ _", "NN NOUN Number=Sing _ _"}},
        /* a pattern does not reach beyond the end */
        {{{.text = "a", .tag = "NN"}, {.text = "b", .tag = "IN"}},
         {"NN NOUN Number=Sing _ _", "IN _ _ _ _"}},
        {{{.text = "gets"}, {.text = "got"}, {.text = "getting"}},
         {"_ _ _ get _", "_ _ _ get _", "_ _ _ _ _"}},
    };
    CHECK_ROWS (i, rows) {
        struct hand_doc h;
        struct model_file m;
        struct ruler r;
        char text[256];
        hand_doc_init(&h);
        CHECK_NEED(make(&m, &h.arena, rules, NULL) == TS_OK);
        for (size_t t = 0; t < 3 && rows[i].tokens[t].text; t++)
            hand_doc_add(&h, &rows[i].tokens[t]);
        CHECK_NEED(ruler_open(&r, &h.arena, &m, &h.labels, NULL) == TS_OK);
        ruler_run(&r, &h.forms, &h.doc);
        for (uint32_t t = 0; t < h.doc.tokens.n; t++) {
            struct str got = described(text, &h, t);
            CHECK_STR(got.at, got.n, rows[i].described[t]);
        }
        hand_doc_clear(&h);
    }
}

static void test_long_doc(void) {
    struct hand_doc h;
    struct model_file m;
    struct ruler r;
    hand_doc_init(&h);
    CHECK_NEED(make(&m, &h.arena, rules, NULL) == TS_OK);
    for (int i = 0; i < 100; i++)
        hand_doc_add(
            &h, &(struct hand_token){.text = i % 2 ? "to" : "word", .tag = i % 2 ? "IN" : "NN"});
    CHECK_NEED(ruler_open(&r, &h.arena, &m, &h.labels, NULL) == TS_OK);
    ruler_run(&r, &h.forms, &h.doc);
    for (uint32_t i = 0; i < 100; i++) {
        struct str tag = labels_name(&h.labels, h.doc.tokens.at[i].tag);
        CHECK_ROW(i);
        CHECK_STR(tag.at, tag.n, i % 2 ? "IN" : i < 98 ? "NIN" : "NN");
    }
    h.doc.tokens.n = 0;
    ruler_run(&r, &h.forms, &h.doc);
    hand_doc_clear(&h);
}

/* Rules that the converter does not know how to carry over. */
static void test_refused(void) {
    static const char *const rows[] = {
        "{}",
        "[]",
        "[1]",
        "[{\"patterns\": [[{\"TAG\": \"NN\"}]], \"attrs\": {\"POS\": \"X\"}}]",
        "[{\"patterns\": [], \"attrs\": {\"POS\": \"X\"}, \"index\": 0, \"more\": 0}]",
        "[{\"patterns\": [[{\"TAG\": \"NN\"}]], \"attrs\": {\"POS\": \"X\"}, \"index\": -1}]",
        "[{\"patterns\": [[{\"TAG\": \"NN\"}]], \"attrs\": {\"POS\": \"X\"}, \"index\": 1}]",
        "[" RULE("{\"TAG\": \"NN\"}", "\"POS\": \"X\"") "]",
        "[" RULE("[]", "\"POS\": \"X\"") "]",
        "[" RULE("[{}]", "\"POS\": \"X\"") "]",
        "[" RULE("[{\"TAG\": \"A\"}, {\"TAG\": \"A\"}, {\"TAG\": \"A\"}, {\"TAG\": \"A\"},"
                 "{\"TAG\": \"A\"}]",
                 "\"POS\": \"X\"") "]",
        "[" RULE("[{\"ORTH\": \"x\"}]", "\"POS\": \"X\"") "]",
        "[" RULE("[{\"TAG\": \"NN\", \"OP\": \"?\"}]", "\"POS\": \"X\"") "]",
        "[" RULE("[{\"tag\": \"NN\"}]", "\"POS\": \"X\"") "]",
        "[" RULE("[{\"TAG\": 1}]", "\"POS\": \"X\"") "]",
        "[" RULE("[{\"TAG\": [\"NN\"]}]", "\"POS\": \"X\"") "]",
        "[" RULE("[{\"TAG\": {\"IN\": \"NN\"}}]", "\"POS\": \"X\"") "]",
        "[" RULE("[{\"TAG\": {\"IN\": [1]}}]", "\"POS\": \"X\"") "]",
        "[" RULE("[{\"TAG\": {\"IN\": [], \"NOT_IN\": []}}]", "\"POS\": \"X\"") "]",
        "[" RULE("[{\"TAG\": {\"FUZZY\": \"NN\"}}]", "\"POS\": \"X\"") "]",
        "[" RULE("[{\"TAG\": {\"REGEX\": \"^NN$\"}}]", "\"POS\": \"X\"") "]",
        "[" RULE("[{\"IS_SPACE\": 1}]", "\"POS\": \"X\"") "]",
        "[" RULE("[{\"LOWER\": {\"REGEX\": \"nt$\"}}]", "\"POS\": \"X\"") "]",
        "[" RULE("[{\"LOWER\": {\"REGEX\": \"^nt\"}}]", "\"POS\": \"X\"") "]",
        "[" RULE("[{\"LOWER\": {\"REGEX\": \"^n.t$\"}}]", "\"POS\": \"X\"") "]",
        "[" RULE("[{\"LOWER\": {\"REGEX\": \"^n+t$\"}}]", "\"POS\": \"X\"") "]",
        "[" RULE("[{\"LOWER\": {\"REGEX\": \"^a|b$\"}}]", "\"POS\": \"X\"") "]",
        "[" RULE("[{\"LOWER\": {\"REGEX\": \"^[a-z]$\"}}]", "\"POS\": \"X\"") "]",
        "[" RULE("[{\"LOWER\": {\"REGEX\": \"^[^a]$\"}}]", "\"POS\": \"X\"") "]",
        "[" RULE("[{\"LOWER\": {\"REGEX\": \"^[ab$\"}}]", "\"POS\": \"X\"") "]",
        "[" RULE("[{\"LOWER\": {\"REGEX\": \"^a??$\"}}]", "\"POS\": \"X\"") "]",
        "[" RULE("[{\"LOWER\": {\"REGEX\": \"^a?b?c?d?e?f?g?$\"}}]", "\"POS\": \"X\"") "]",
        "[" RULE("[{\"TAG\": \"NN\"}]", "\"NORM\": \"x\"") "]",
        "[" RULE("[{\"TAG\": \"NN\"}]", "\"POS\": 92") "]",
        "[" RULE("[{\"TAG\": \"NN\"}]", "\"LEMMA\": \"\"") "]",
        "[" RULE("[{\"TAG\": \"NN\"}]", "\"MORPH\": \"Person=3|Number=Sing\"") "]",
        "[" RULE("[{\"TAG\": \"NN\"}]", "\"MORPH\": \"Number=Sing,Plur\"") "]",
        "[" RULE("[{\"TAG\": \"NN\"}]", "\"MORPH\": \"Number=\"") "]",
        "[" RULE("[{\"TAG\": \"NN\"}]", "\"MORPH\": \"Number\"") "]",
    };
    CHECK_ROWS (i, rows) {
        struct mem mem = mem_system();
        struct arena a;
        struct model_file m;
        struct ts_error err = {0};
        arena_init(&a, &mem, 0);
        CHECK_INT(make(&m, &a, rows[i], &err), TS_E_FORMAT);
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
    CHECK_NEED(make(&good, &h.arena, rules, NULL) == TS_OK);
    for (int i = 0; i < 6; i++)
        hand_doc_add(&h, &(struct hand_token){.text = "is", .tag = "NN", .dep = "expl"});
    uint32_t refused = 0;
    for (uint32_t t = 0; t < good.tensor_count; t++) {
        struct tensor tensor = model_tensor(&good, t);
        for (size_t i = 0; tensor.type == TENSOR_U32 && i < tensor.count; i++)
            for (size_t k = 0; k < sizeof numbers / sizeof *numbers; k++) {
                struct arena a;
                struct ruler r;
                struct labels labels;
                arena_init(&a, &h.arena.mem, 0);
                hand_model_damage(&bad, &a, &good, t, i, numbers[k]);
                CHECK(labels_init(&labels, &a));
                if (ruler_open(&r, &a, &bad, &labels, NULL) == TS_OK)
                    ruler_run(&r, &h.forms, &h.doc);
                else
                    refused++;
                arena_clear(&a);
            }
    }
    CHECK(refused > 100);
    hand_doc_clear(&h);
}

/* A value that is a spelling for one condition and a label for another would be a number of the
 * wrong list: here the last of many spellings, where there are few labels. */
static void test_shared_values(void) {
    enum { DEP_FIRST = 8 }; /* of a spec's numbers */
    struct hand_doc h;
    struct model_file good, bad;
    struct ruler r;
    struct ts_error err = {0};
    hand_doc_init(&h);
    CHECK_NEED(
        make(&good, &h.arena,
             "[" SECOND("[{\"LOWER\": {\"IN\": [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\","
                        "\"h\", \"i\", \"j\", \"k\", \"l\", \"m\", \"n\"]}},"
                        "{\"DEP\": {\"IN\": [\"aux\"]}}]",
                        "\"POS\": \"X\"") "]",
             NULL) == TS_OK);
    CHECK_INT(ruler_open(&r, &h.arena, &good, &h.labels, &err), TS_OK);
    for (uint32_t t = 0; t < good.tensor_count; t++) {
        struct tensor tensor = model_tensor(&good, t);
        if (!str_eq(tensor.name, STR("ruler.specs")))
            continue;
        const uint32_t *second = (const uint32_t *)tensor.at + 10;
        CHECK_NEED(tensor.dims[0] == 2 && second[DEP_FIRST] == 14);
        struct labels labels;
        CHECK(labels_init(&labels, &h.arena));
        hand_model_damage(&bad, &h.arena, &good, t, 10 + DEP_FIRST, 13);
        CHECK_INT(ruler_open(&r, &h.arena, &bad, &labels, &err), TS_E_MODEL);
    }
    hand_doc_clear(&h);
}

CHECK_MAIN({"rules set what they say where they match, later ones last", test_rules},
           {"tokens are changed after all rules have looked at them", test_long_doc},
           {"a shape of rule that is not known is refused", test_refused},
           {"a damaged ruler is refused or stays within its bounds", test_damage},
           {"a value that two kinds of condition share is refused", test_shared_values})
