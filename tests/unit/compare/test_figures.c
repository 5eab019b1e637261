/* Figures of one thing over the reports of a story. */
#include "by_hand.h"
#include "check.h"

#define ABOUT " Idris Pell and Mara Venn met at the Tarn in Tarnholt."

static void test_agree_or_differ(void) {
    static const struct {
        const char *why, *a, *b;
        uint32_t figures, differ, values;
    } rows[] = {
        {"one sum", "Tarnholt paid $86,000 for the rope bridge." ABOUT,
         "The rope bridge cost Tarnholt $86,000." ABOUT, 1, 0, 1},
        {"two sums for one thing",
         "Tarnholt paid the builder $86,000 for the new rope bridge." ABOUT,
         "The builder was paid $91,500 by Tarnholt for the new rope bridge." ABOUT, 1, 1, 2},
        {"like amounts of two things", "Masons laid 40 tonnes of slate on the chapel roof." ABOUT,
         "The ferry can carry 44 tonnes of barley to Orrel." ABOUT, 0, 0, 0},
        {"a slip of the pen", "Some 4,600 barrels of tar remain in the boathouse." ABOUT,
         "What remains, by his count, is 6,400 barrels." ABOUT, 1, 1, 2},
        {"one report gives both values",
         "Masons laid 40 tonnes of slate on the chapel roof and 44 tonnes of slate on the barn "
         "roof." ABOUT,
         "Masons laid 44 tonnes of slate on the barn roof." ABOUT, 1, 0, 1},
        {"small counts that agree tell nothing", "The 2 clerks spoke of the bridge." ABOUT,
         "He met 2 clerks at the bridge." ABOUT, 0, 0, 0},
        {"other units", "It weighs 300 stones at the scale of the mill." ABOUT,
         "It weighs 310 pounds at the scale of the mill." ABOUT, 0, 0, 0},
    };
    CHECK_ROWS (i, rows) {
        struct hand h;
        struct hand_report reports[] = {{.path = "a", .text = rows[i].a},
                                        {.path = "b", .text = rows[i].b}};
        struct compare_pair same = {STR("a"), STR("b")};
        struct compare_options options = {.same = &same, .same_count = 1};
        hand_compare(&h, reports, 2, NULL, &options);
        CHECK_NEED(h.status == TS_OK);
        uint32_t differ = 0;
        for (uint32_t k = 0; k < h.c->figures.n; k++)
            differ += h.c->figures.at[k].differs;
        CHECK_INT(differ, rows[i].differ);
        if (CHECK_INT(h.c->figures.n, rows[i].figures) && rows[i].figures) {
            CHECK_INT(h.c->figures.at[0].values.n, rows[i].values);
            CHECK(h.c->figures.at[0].what.n > 0);
            CHECK(h.c->figures.at[0].values.at[0].evidence.n > 0);
        }
        hand_clear(&h);
    }
}

/* How many speak to one outlet is set against nobody who speaks to another. */
static void test_speakers(void) {
    struct hand h;
    struct compare_pair same = {STR("a"), STR("b")};
    struct compare_options options = {.same = &same, .same_count = 1};
    struct hand_report reports[] = {
        {.path = "a",
         .text = "The keeper of Tarnholt has left, the Quill Ledger wrote, citing 4 officials.",
         .statements = {{"the Quill Ledger", "Quill Ledger", .source_class = SOURCE_OUTLET,
                         .described_as = "4 officials", .people = 4}}},
        {.path = "b",
         .text = "The keeper of Tarnholt has left, the Fen Courier wrote, citing 5 officials.",
         .statements = {{"the Fen Courier", "Fen Courier", .source_class = SOURCE_OUTLET,
                         .described_as = "5 officials", .people = 5}}}};
    hand_compare(&h, reports, 2, NULL, &options);
    CHECK(h.c && h.c->figures.n == 0);
    hand_clear(&h);
    memset(reports[0].statements, 0, sizeof reports[0].statements);
    memset(reports[1].statements, 0, sizeof reports[1].statements);
    hand_compare(&h, reports, 2, NULL, &options);
    CHECK(h.c && h.c->figures.n == 1); /* what is not a source is a figure like another */
    hand_clear(&h);
}

CHECK_MAIN({"the number of those who speak is no figure of the story", test_speakers},
           {"figures are set against each other only when they are of one thing",
            test_agree_or_differ})
