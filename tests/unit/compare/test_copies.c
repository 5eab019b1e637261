/* Passages that two reports share. */
#include "by_hand.h"
#include "check.h"

#define PARAGRAPH                                                                                  \
    "The old rope bridge over the Tarn gorge fell at dawn, and three goats that stood on it were " \
    "found unhurt in the "                                                                         \
    "reeds below, the keeper of the tollhouse at Tarnholt wrote in his book."
#define PADDING_A                                                                                  \
    "Nobody was crossing when it went. A cart was due at seven, but its axle had split on the "    \
    "hill. The council of "                                                                        \
    "Tarnholt meets tonight."
#define PADDING_B                                                                                  \
    "In spring the river had risen to the second rail. Masons from Orrel had looked at the "       \
    "western anchor and gone "                                                                     \
    "home again without a word."
#define QUOTED                                                                                     \
    "\xE2\x80\x9CWe heard a long sigh and then a great many planks going into the water one "      \
    "after another,\xE2\x80\x9D"

struct row {
    const char *why, *a, *b;
    uint32_t copies;
    bool exact;
    double least_of_a, most_of_a;
};

static void test_passages(void) {
    static const struct row rows[] = {
        {"identical", PARAGRAPH, PARAGRAPH, 1, true, 1, 1},
        {"inside other text", PADDING_A "\n\n" PARAGRAPH, PARAGRAPH "\n\n" PADDING_B, 1, true, 0.5,
         0.7},
        {"case and typographic marks apart",
         "It\xE2\x80\x99s \xE2\x80\x9Cknown\xE2\x80\x9D That The Toll House Was Never Meant To "
         "Stand There",
         "It's known that the toll-house was never meant to stand there", 1, true, 1, 1},
        {"two words replaced and one put in",
         PADDING_A "\n\nThe old rope bridge over the Tarn gorge collapsed at dawn, and three brown "
                   "goats that stood on it were "
                   "found unhurt in the rushes below, the keeper of the tollhouse wrote.",
         PARAGRAPH, 1, false, 0.4, 0.7},
        {"seven words in a row", "They say the keeper of the tollhouse at Tarnholt is away.",
         PARAGRAPH, 0, false, 0, 0},
        {"nothing in common", PADDING_A, PADDING_B, 0, false, 0, 0},
        {"a quotation that both give",
         "At noon it was over. " QUOTED " the keeper said to a crowd.",
         "Mara Venn told the story so: " QUOTED " and wept.", 0, false, 0, 0},
        {"text that goes beyond the quotation",
         "At noon it was over. " QUOTED
         " said Mara Venn, who has kept the tollhouse since her father left it to her.",
         QUOTED
         " said Mara Venn, who has kept the tollhouse since her father left it to her. More soon.",
         1, true, 0.7, 1},
        {"one form filled in for two events",
         "On Monday the court sent Bram Oddley of Orrel to the salt mines for 6 years for theft.",
         "On Monday the court sent Nella Quist of Skell to the salt mines for 4 years for theft.",
         0, false, 0, 0},
        {"a name in place of another ends a passage",
         "Late in the autumn the masons of Orrel went up to the western anchor with ropes and "
         "lanterns and came home without a word.",
         "Late in the autumn the masons of Skell went up to the western anchor with ropes and "
         "lanterns and came home without a word.",
         1, true, 0.6, 0.7},
        {"so does a number",
         "Late in the autumn the council spent 86,000 crowns on the western anchor with its ropes "
         "and lanterns and said no more.",
         "Late in the autumn the council spent 12,500 crowns on the western anchor with its ropes "
         "and lanterns and said no more.",
         1, true, 0.6, 0.7},
        {"another word in its place does not",
         "Late in the autumn the masons of old went up to the western anchor with ropes and "
         "lanterns and came home without a word.",
         "Late in the autumn the masons of yore went up to the western anchor with ropes and "
         "lanterns and came home without a word.",
         1, false, 1, 1},
        {"pieces of a form between names and numbers that are put in are none",
         "The court has now sent Oddley to the pits beyond the river Tarn for a term of full 6 "
         "years of work in the dark.",
         "The court has now sent Quist to the pits beyond the river Lorn for a term of full 4 "
         "years of work in the dark.",
         0, false, 0, 0},
        {"empty", "", PARAGRAPH, 0, false, 0, 0},
    };
    CHECK_ROWS (i, rows) {
        struct hand h;
        struct compare_pair same = {STR("a.txt"), STR("b.txt")};
        struct compare_options options = {
            .same = &same, .same_count = 1}; /* the copies of one story are what is looked at */
        struct hand_report reports[] = {
            {.path = "a.txt", .text = rows[i].a, .published = "2031-03-01T08:00:00+00:00"},
            {.path = "b.txt", .text = rows[i].b, .published = "2031-03-02T08:00:00+00:00"}};
        hand_compare(&h, reports, 2, NULL, &options);
        CHECK_INT(h.status, TS_OK);
        if (h.c && CHECK_INT(h.c->copies.n, rows[i].copies) && rows[i].copies) {
            CHECK_INT(h.c->copies.at[0].exact, rows[i].exact);
            CHECK(h.c->shares.at[0].of_a >= rows[i].least_of_a &&
                  h.c->shares.at[0].of_a <= rows[i].most_of_a);
        }
        hand_clear(&h);
    }
}

static void test_spans(void) {
    struct hand h;
    struct hand_report reports[] = {
        {.path = "a.txt", .text = PADDING_A "\n\n" PARAGRAPH, .published = "2031-03-01"},
        {.path = "b.txt", .text = PARAGRAPH "\n\n" PADDING_B, .published = "2031-03-02"}};
    hand_compare(&h, reports, 2, NULL, NULL);
    CHECK_NEED(h.c && h.c->copies.n == 1);
    const struct copy *c = &h.c->copies.at[0];
    struct str a = str_span(h.c->reports.at[0].article->text, c->in_a),
               b = str_span(h.c->reports.at[1].article->text, c->in_b);
    CHECK(str_eq(a, b));
    CHECK(str_starts(a, STR("The old rope bridge")) && str_ends(a, STR("in his book")));
    CHECK_INT(c->words, 36);
    hand_clear(&h);
}

/* A thousand reports that all carry one notice: the work stays bounded, and each still finds the
 * first of them. */
static void test_boilerplate(void) {
    enum { REPORTS = 1000 };
    struct mem mem = mem_system();
    struct arena a;
    struct limits limits = LIMITS_DEFAULT;
    struct outlets outlets;
    struct compare_options options = {0};
    struct comparison *c;
    struct ts_error err = {0};
    arena_init(&a, &mem, 0);
    outlets_init(&outlets, &a);
    static const struct analysis *in[REPORTS];
    for (int i = 0; i < REPORTS; i++) {
        char text[1200], path[20];
        int n = snprintf(path, sizeof path, "%04d.txt", i);
        CHECK(n > 0);
        n = 0;
        for (int w = 0; w < 60; w++)
            n += snprintf(text + n, sizeof text - (size_t)n, "w%dx%d ", i, w);
        snprintf(text + n, sizeof text - (size_t)n, "%s", PARAGRAPH);
        struct hand_report r = {.path = str_copy(&a, str_of(path)).at,
                                .text = str_copy(&a, str_of(text)).at};
        in[i] = hand_analysis(&a, &r);
    }
    CHECK_INT(compare_analyses(&c, &a, in, REPORTS, &outlets, &options, &limits, &err), TS_OK);
    CHECK(c->copies.n <= REPORTS * 64);
    arena_clear(&a);
}

/* Two outlets that credit in the same words have not copied each other. */
static void test_credit_formula(void) {
#define FORMULA "The matter was told on its pages this week in a long report by the "
    struct hand h;
    struct compare_pair same = {STR("a"), STR("b")};
    struct compare_options options = {.same = &same, .same_count = 1};
    struct hand_report reports[] = {
        {.path = "a",
         .text = PADDING_A "\n\n" FORMULA "Quill Ledger.",
         .statements = {{"Quill Ledger", "Quill Ledger", .source_class = SOURCE_OUTLET}}},
        {.path = "b",
         .text = PADDING_B "\n\n" FORMULA "Fen Courier.",
         .statements = {{"Fen Courier", "Fen Courier", .source_class = SOURCE_OUTLET}}}};
    hand_compare(&h, reports, 2, NULL, &options);
    CHECK(h.c && h.c->copies.n == 0);
    hand_clear(&h);
    memset(reports[0].statements, 0, sizeof reports[0].statements);
    memset(reports[1].statements, 0, sizeof reports[1].statements);
    hand_compare(&h, reports, 2, NULL, &options);
    CHECK(h.c && h.c->copies.n == 1); /* no credit: a passage like another */
    hand_clear(&h);
}

CHECK_MAIN(
    {"the wording of a credit is no copy", test_credit_formula},

    {"passages of eight words and more are found, exact and lightly edited, quotations are not",
     test_passages},
    {"a copy's spans are its words on both sides", test_spans},
    {"a passage in a thousand reports does not make the work quadratic", test_boilerplate})
