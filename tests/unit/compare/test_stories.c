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

#define TREMOR(size, place, land, far, way, near1, near2, people, deep, hour)                      \
    "A tremor of magnitude " size " struck " far " kilometres " way " of " place " in " land       \
    ", according to an automatic notice of the Tessaly Seismic Survey. It was felt in " near1      \
    " and " near2 " at " hour " in the morning, " deep                                             \
    " kilometres above where it began, and " people                                                \
    " people live close by. There were no immediate reports of damage or of anybody hurt. "        \
    "The survey said that its figures were preliminary and may be revised when seismologists "     \
    "have "                                                                                        \
    "looked at the data. Tremors of this size are often felt but rarely harm a building."
#define TREMOR_1                                                                                   \
    TREMOR("4.6", "Orrel", "Vennland", "12", "north", "Skarn", "Dunmire", "81,000", "8", "3")
#define TREMOR_2                                                                                   \
    TREMOR("5.1", "Quillport", "Morrowia", "31", "west", "Hatchley", "Ostrem", "240,000", "22", "7")
#define TREMOR_1_LATER                                                                             \
    TREMOR("4.8", "Orrel", "Vennland", "14", "north", "Skarn", "Dunmire", "83,000", "9", "3")
#define JAILED(name, town, court, years, sum, firm, judge, police)                                 \
    "The bookkeeper " name " of " town " was jailed for " years " years by the court of " court    \
    " after admitting fraud by abuse of position. The court heard that $" sum                      \
    " was taken from " firm                                                                        \
    " and disguised as payments of invoices. It was a gross breach of trust, said Judge " judge    \
    ", and only an immediate custodial sentence was justified. The sentence sends a clear "        \
    "message that those who steal from their employers will be caught and brought before the "     \
    "courts, said Sergeant " police " after the hearing."
#define JAILED_1                                                                                   \
    JAILED("Corrin Hale", "Orrel", "Dunmire", "4", "212,000", "Tarn Joinery", "Ida Fenn",          \
           "Mara Venn")
#define JAILED_2                                                                                   \
    JAILED("Nella Quist", "Quillport", "Hatchley", "3", "86,500", "Bellow Mills", "Piers Gaunt",   \
           "Oswin Thrale")
#define PROFIT(firm, verb, profit, before, sales, land, seat, chief, shares)                       \
    "The maker " firm " said that its quarterly profit " verb " to $" profit                       \
    " million from $" before " million a year earlier. Its sales came to $" sales                  \
    " million, helped by steady "                                                                  \
    "demand in " land ", the company of " seat " said. The board, led by " chief                   \
    ", declared a dividend payable to shareholders of record at the end of the month, and shares " \
    "moved by " shares " percent in early trading after the results were published."
#define PROFIT_1                                                                                   \
    PROFIT("Brackle Works", "rose", "340", "303", "2,100", "Vennland", "Tarnholt", "Ida Fenn", "3")
#define PROFIT_2                                                                                   \
    PROFIT("Skarn Textiles", "fell", "95", "102", "1,400", "Morrowia", "Port Bellow",              \
           "Corrin Hale", "5")
/* One agency copy, rewritten: other words first, the same names and figures. */
#define JAILED_1_REWRITE                                                                           \
    "A man who took $212,000 from his employer, Tarn Joinery, will spend 4 years behind bars. "    \
    "The "                                                                                         \
    "court of Dunmire heard that Corrin Hale, from Orrel, had written invoices to hide it. It "    \
    "was "                                                                                         \
    "a gross breach of trust, said Judge Ida Fenn, and only an immediate custodial sentence was "  \
    "justified. Sergeant Mara Venn welcomed the sentence."

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

/* One form of words filled in for two events joins nothing, alone or among others. */
static void test_filled_in_forms(void) {
    static const struct {
        const char *why, *texts[4];
        uint32_t stories, joined; /* reports of the first story */
    } rows[] = {
        {"notices of two tremors", {TREMOR_1, TREMOR_2}, 0, 0},
        {"a notice and its revision", {TREMOR_1, TREMOR_1_LATER}, 1, 2},
        {"two sentences of courts", {JAILED_1, JAILED_2}, 0, 0},
        {"one of them rewritten", {JAILED_1, JAILED_1_REWRITE}, 1, 2},
        {"the results of two companies", {PROFIT_1, PROFIT_2}, 0, 0},
        {"two groups of one form", {TREMOR_1, TREMOR_1_LATER, TREMOR_2, TREMOR_2}, 2, 2},
        {"and a rewrite beside another's", {JAILED_1, JAILED_2, JAILED_1_REWRITE}, 1, 2},
    };
    CHECK_ROWS (i, rows) {
        struct hand h;
        struct hand_report reports[4] = {{0}};
        static const char *const paths[] = {"a", "b", "c", "d"};
        uint32_t n = 0;
        for (; n < 4 && rows[i].texts[n]; n++)
            reports[n] = (struct hand_report){.path = paths[n], .text = rows[i].texts[n]};
        hand_compare(&h, reports, n, NULL, NULL);
        if (CHECK(h.c && CHECK_INT(h.c->stories.n, rows[i].stories))) {
            CHECK(!rows[i].stories || h.c->stories.at[0].reports.n == rows[i].joined);
            for (uint32_t k = 0; k < h.c->copies.n; k++) {
                const struct report *a = &h.c->reports.at[h.c->copies.at[k].a],
                                    *b = &h.c->reports.at[h.c->copies.at[k].b];
                CHECK(a->story != NO_INDEX && a->story == b->story);
            }
        }
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
    struct hand_report three[] = {{.path = "a.txt", .text = BRIDGE_1},
                                  {.path = "b.txt", .text = FAIR},
                                  {.path = "c.txt", .text = BRIDGE_2}};
    hand_compare(&h, three, 3, NULL, &same); /* what is joined by hand pushes no other out */
    CHECK(h.c && h.c->stories.n == 1 && h.c->stories.at[0].reports.n == 3);
    hand_clear(&h);
    static const struct compare_pair other = {{"c.txt", 5}, {"b.txt", 5}};
    static const struct compare_options both = {
        .same = &pair, .same_count = 1, .apart = &other, .apart_count = 1};
    hand_compare(&h, three, 3, NULL, &both); /* a and c are alike, but b is to stand with a */
    CHECK(h.c && h.c->stories.n == 1 && h.c->stories.at[0].reports.n == 2 &&
          h.c->reports.at[2].story == NO_INDEX);
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
           {"one form of words filled in for two events joins nothing", test_filled_in_forms},
           {"two matters of one company weeks apart are two stories", test_two_weeks_apart},
           {"the reasons are the shared words, and who stays out is told why", test_reasons},
           {"the user's word on the grouping is followed and noted", test_overrides},
           {"reports stand by time, then id, then path", test_order_of_reports},
           {"no report, one report and a page that is no article are comparisons too",
            test_nothing})
