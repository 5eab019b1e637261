/* Direct quotations over the reports. */
#include "by_hand.h"
#include "check.h"

#define OPEN "\xE2\x80\x9C"
#define CLOSE "\xE2\x80\x9D"
#define WHOLE "We heard a long sigh and then the planks went into the water one by one"

static void test_alteration(void) {
    static const struct {
        const char *why, *a, *b;
        uint32_t quotes, uses;
        bool altered;
    } rows[] = {
        {"word for word", WHOLE, WHOLE, 1, 2, false},
        {"a part of it", WHOLE, "the planks went into the water", 1, 2, false},
        {"a few words altered", WHOLE,
         "We heard a great sigh, and then the boards went into the water one by one", 1, 2, true},
        {"other words", WHOLE, "I shall not pay for it, and neither will the town of Tarnholt", 2,
         1, false},
        {"three words are no quotation", "went into water", "went into water", 0, 0, false},
    };
    CHECK_ROWS (i, rows) {
        struct hand h;
        char a[400], b[400];
        snprintf(a, sizeof a, OPEN "%s," CLOSE " said Mara Venn at the tollhouse of Tarnholt.",
                 rows[i].a);
        snprintf(b, sizeof b, "Near Tarnholt stands a tollhouse. Mara Venn said: " OPEN "%s." CLOSE,
                 rows[i].b);
        struct hand_report reports[] = {
            {.path = "a",
             .text = a,
             .published = "2031-03-01",
             .statements = {{"Mara Venn", "Mara Venn", SOURCE_PERSON, .quote = rows[i].a}}},
            {.path = "b",
             .text = b,
             .published = "2031-03-02",
             .statements = {{"Mara Venn said", "Mara Venn", SOURCE_PERSON, .quote = rows[i].b}}}};
        struct compare_pair same = {STR("a"), STR("b")};
        struct compare_options options = {.same = &same, .same_count = 1};
        hand_compare(&h, reports, 2, NULL, &options);
        CHECK_NEED(h.status == TS_OK);
        if (CHECK_INT(h.c->quotes.n, rows[i].quotes) && rows[i].quotes) {
            const struct quote *q = &h.c->quotes.at[0];
            CHECK_INT(q->reports.n, rows[i].uses);
            CHECK_STR(q->speaker.at, q->speaker.n, "Mara Venn");
            CHECK_STR(q->text.at, strlen(rows[i].a), rows[i].a);
            CHECK_INT(q->reports.at[q->reports.n - 1].altered, rows[i].altered);
        }
        hand_clear(&h);
    }
}

static void test_one_report(void) {
    struct hand h;
    struct hand_report report = {
        .path = "a",
        .text = OPEN WHOLE CLOSE,
        .statements = {{"We heard", NULL, SOURCE_UNKNOWN, .quote = WHOLE}}};
    hand_compare(&h, &report, 1, NULL, NULL);
    CHECK_NEED(h.c && h.c->quotes.n == 1);
    CHECK_INT(h.c->quotes.at[0].story, NO_INDEX);
    hand_clear(&h);
}

CHECK_MAIN({"a quotation in two reports is one, and what was altered is marked", test_alteration},
           {"a quotation of one report is listed too", test_one_report})
