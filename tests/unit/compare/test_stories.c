/* Which reports tell of the same event. */
#include "by_hand.h"
#include "check.h"

#define BRIDGE_1                                                                                   \
    "A rope bridge over the Tarn gorge near Tarnholt collapsed on Monday and 14 pilgrims from "    \
    "Orrel were hurt. Mara "                                                                       \
    "Venn, the toll keeper, said that the western anchor had come out of the rock. The council "   \
    "of Tarnholt had spent "                                                                       \
    "$86,000 on the bridge in the autumn, when Idris Pell was its mayor."
#define BRIDGE_2                                                                                   \
    "Fourteen people are in the infirmary of Orrel after the bridge at Tarnholt gave way beneath " \
    "them. The pilgrims "                                                                          \
    "had been warned by Mara Venn that the anchor was loose. Idris Pell, the former mayor, "       \
    "defended the repair, for "                                                                    \
    "which the town paid $86,000."
#define BRIDGE_OTHER                                                                               \
    "A wooden bridge in Nether Skell gave way on Monday under a cart of turnips and 3 people "     \
    "were hurt. Bram Oddley, "                                                                     \
    "who drove the cart, said that a beam had rotted. The county had spent $12,500 on the bridge " \
    "in March, when Nella "                                                                        \
    "Quist led its road office."
#define RECALL                                                                                     \
    "Brackle Works is recalling 40,000 ovens because the door glass can shatter. Chief executive " \
    "Ida Fenn apologised to customers who were cut by splinters. Shares in the company fell in "   \
    "Orrel. Owners of the Hearth 200 should ask for their money back."
#define JOBS                                                                                       \
    "Brackle Works will close a line at its plant in Tarnholt and cut 600 jobs. Ida Fenn, the "    \
    "chief executive, blamed weak demand for iceboxes in Orrel. Unions called the plan a "         \
    "disgrace. Investors liked it. The maker had to recall ovens this month."
#define FAIR                                                                                       \
    "The wool fair of Dunmire opened with 212 stalls and a hymn. Prices for grey fleece rose by "  \
    "a fifth, said Corrin "                                                                        \
    "Hale of the weavers' guild, because of the long winter on the Skarn plateau."

static void test_same_and_other(void) {
    static const struct {
        const char *why, *a, *b;
        uint32_t stories;
    } rows[] = {
        {"one event in different words", BRIDGE_1, BRIDGE_2, 1},
        {"the same kind of event elsewhere", BRIDGE_1, BRIDGE_OTHER, 0},
        {"another matter", BRIDGE_1, FAIR, 0},
        {"identical", FAIR, FAIR, 1},
        {"empty", "", BRIDGE_1, 0},
    };
    CHECK_ROWS (i, rows) {
        struct hand h;
        struct hand_report reports[] = {
            {.path = "a.txt", .text = rows[i].a, .outlet = "Skell Mercury"},
            {.path = "b.txt", .text = rows[i].b, .outlet = "Skell Mercury"}};
        hand_compare(&h, reports, 2, NULL, NULL);
        CHECK_NEED(h.status == TS_OK);
        CHECK_INT(h.c->stories.n, rows[i].stories);
        CHECK_INT(h.c->reports.at[0].story == 0, rows[i].stories == 1);
        hand_clear(&h);
    }
}

/* The same people may be in the news twice: what came two weeks later is another matter unless more
 * speaks for it. */
static void test_two_weeks_apart(void) {
    static const struct {
        const char *b, *published;
        uint32_t stories;
    } rows[] = {{JOBS, "2031-03-20", 0}, {RECALL, "2031-03-20", 1}, {RECALL, "2031-03-05", 1}};
    CHECK_ROWS (i, rows) {
        struct hand h;
        struct hand_report reports[] = {
            {.path = "a.txt", .text = RECALL, .published = "2031-03-04"},
            {.path = "b.txt", .text = rows[i].b, .published = rows[i].published}};
        hand_compare(&h, reports, 2, NULL, NULL);
        CHECK(h.c && h.c->stories.n == rows[i].stories);
        hand_clear(&h);
    }
}

static const struct reason *reason_of(const struct story *s, const char *kind) {
    for (uint32_t i = 0; i < s->because.n; i++)
        if (str_eq(s->because.at[i].kind, str_of(kind)))
            return &s->because.at[i];
    return NULL;
}

static void test_reasons(void) {
    struct hand h;
    struct hand_report reports[] = {{.path = "a.txt",
                                     .text = BRIDGE_1,
                                     .title = "Bridge at Tarnholt falls",
                                     .published = "2031-03-01",
                                     .address = "https://a.example/one"},
                                    {.path = "b.txt",
                                     .text = BRIDGE_2,
                                     .title = "Tarnholt bridge was mended in autumn",
                                     .published = "2031-03-02"},
                                    {.path = "c.txt",
                                     .text = BRIDGE_OTHER,
                                     .title = "Cart falls through bridge",
                                     .published = "2031-03-20"}};
    hand_compare(&h, reports, 3, NULL, NULL);
    CHECK_NEED(h.status == TS_OK && h.c->stories.n == 1);
    const struct story *s = &h.c->stories.at[0];
    const struct reason *names = reason_of(s, "names"), *numbers = reason_of(s, "numbers"),
                        *title = reason_of(s, "title");
    CHECK_INT(s->reports.n, 2);
    CHECK(names && str_find(names->text, STR("Tarnholt"), 0) != SIZE_MAX);
    CHECK(numbers && str_find(numbers->text, STR("$86,000"), 0) != SIZE_MAX);
    CHECK(title && str_find(title->text, STR("Tarnholt"), 0) != SIZE_MAX);
    CHECK_NEED(s->near_misses.n == 1);
    CHECK_INT(s->near_misses.at[0].report, 2);
    CHECK(str_starts(s->near_misses.at[0].why_not, STR("published 18 days apart; shares too few")));
    hand_clear(&h);
}

static void test_overrides(void) {
    static const struct compare_pair pair = {{"a.txt", 5}, {"b.txt", 5}},
                                     unknown = {{"a.txt", 5}, {"z.txt", 5}};
    static const struct compare_options same = {.same = &pair, .same_count = 1},
                                        apart = {.apart = &pair, .apart_count = 1},
                                        wrong = {.same = &unknown, .same_count = 1};
    struct hand_report alike[] = {{.path = "a.txt", .text = BRIDGE_1},
                                  {.path = "b.txt", .text = BRIDGE_2}};
    struct hand_report unlike[] = {{.path = "a.txt", .text = BRIDGE_1},
                                   {.path = "b.txt", .text = FAIR}};
    struct hand h;
    hand_compare(&h, unlike, 2, NULL, &same);
    CHECK(h.c && h.c->stories.n == 1 && h.c->overrides.n == 1 &&
          str_eq(h.c->overrides.at[0].kind, STR("same")));
    hand_clear(&h);
    hand_compare(&h, alike, 2, NULL, &apart);
    CHECK(h.c && h.c->stories.n == 0 && h.c->overrides.n == 1 &&
          str_eq(h.c->overrides.at[0].kind, STR("apart")));
    hand_clear(&h);
    hand_compare(&h, alike, 2, NULL, &wrong);
    CHECK_INT(h.status, TS_E_USAGE);
    CHECK_STR(h.err.outcome, strlen(h.err.outcome), "unknown_path");
    hand_clear(&h);
}

static void test_order_of_reports(void) {
    struct hand h;
    struct hand_report reports[] = {
        {.path = "d.txt", .text = FAIR},
        {.path = "c.txt", .text = FAIR},
        {.path = "b.txt", .text = BRIDGE_1, .published = "2031-03-02T10:00:00+02:00"},
        {.path = "a.txt", .text = BRIDGE_2, .published = "2031-03-02T09:00:00+00:00"}};
    static const char *const want[] = {"b.txt", "a.txt", "c.txt", "d.txt"};
    hand_compare(&h, reports, 4, NULL, NULL);
    CHECK_NEED(h.status == TS_OK);
    for (uint32_t i = 0; i < 4; i++) {
        struct str path = h.c->reports.at[i].article->source.path;
        CHECK_STR(path.at, path.n, want[i]);
    }
    hand_clear(&h);
}

static void test_nothing(void) {
    struct hand h;
    hand_compare(&h, NULL, 0, NULL, NULL);
    CHECK(h.status == TS_OK && h.c->reports.n == 0 && h.c->stories.n == 0);
    hand_clear(&h);
    struct hand_report one = {.path = "a.txt", .text = FAIR};
    hand_compare(&h, &one, 1, NULL, NULL);
    CHECK(h.status == TS_OK && h.c->reports.n == 1 && h.c->stories.n == 0 && h.c->origins.n == 0);
    hand_clear(&h);
    struct hand_report page = {.path = "a.txt", .text = FAIR, .kind = ARTICLE_NOT_ARTICLE};
    hand_compare(&h, &page, 1, NULL, NULL);
    CHECK(h.status == TS_OK && h.c->reports.at[0].alone_because_unfit);
    hand_clear(&h);
}

CHECK_MAIN({"reports of one event are joined, those of a like event elsewhere are not",
            test_same_and_other},
           {"two matters of one company weeks apart are two stories", test_two_weeks_apart},
           {"the reasons are the shared words, and who stays out is told why", test_reasons},
           {"the user's word on the grouping is followed and noted", test_overrides},
           {"reports stand by time, then id, then path", test_order_of_reports},
           {"no report, one report and a page that is no article are comparisons too",
            test_nothing})
