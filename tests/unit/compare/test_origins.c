/* Whose word the reports of a story rest on. */
#include "by_hand.h"
#include "check.h"

#define OUTLETS                                                                                    \
    "Orrel Wire\tOW\torrelwire.example\tagency\t\t\t\t\n"                                          \
    "The Tarn Post\tTarn Post\ttarnpost.example\toutlet\t\t\t\t\n"                                 \
    "Skell Mercury\t\tskellmercury.example\toutlet\tFell Titles\t\t\t\n"                           \
    "Dunmire Mercury\t\tdunmiremercury.example\toutlet\tFell Titles\t\t\t\n"

/* Tellings of one event that share names and figures and no passage. */
#define TEXT_A                                                                                     \
    "Two clerks of the town have told the Tarn Post that Tarnholt council paid $86,000 to Idris "  \
    "Pell for a bridge. No "                                                                       \
    "rope was ever hung across the Tarn gorge, according to Mara Venn, who keeps the toll."
#define TEXT_B                                                                                     \
    "Idris Pell was given $86,000 by Tarnholt for a crossing that does not exist, the Tarn Post "  \
    "reported. Mara Venn "                                                                         \
    "has seen nothing built over the Tarn. Skell has no such bridge."
#define TEXT_C                                                                                     \
    "According to the Tarn Post, $86,000 went from Tarnholt to Idris Pell, while pilgrims still "  \
    "wade the Tarn beside "                                                                        \
    "the tollhouse of Mara Venn. A vote is due in June."
#define TEXT_D                                                                                     \
    "Tarnholt has lost $86,000 on a bridge. The money was sent to Idris Pell, and over the Tarn "  \
    "hangs nothing but "                                                                           \
    "mist, as Mara Venn can tell every traveller."

#define REPORT_A                                                                                   \
    {                                                                                              \
        .path = "a", .outlet = "The Tarn Post", .published = "2031-03-01T08:00:00+00:00",          \
        .text = TEXT_A, .statements = {                                                            \
            {"Two clerks of the town", "The Tarn Post", SOURCE_OUTLET, .self = true,               \
             .cue = "tell", .described_as = "Two clerks of the town", .people = 2}                 \
        }                                                                                          \
    }
#define REPORT_B                                                                                   \
    {                                                                                              \
        .path = "b", .outlet = "Skell Mercury", .published = "2031-03-02T08:00:00+00:00",          \
        .text = TEXT_B, .statements = {                                                            \
            {"the Tarn Post reported", "The Tarn Post", .source_class = SOURCE_OUTLET}             \
        }                                                                                          \
    }
#define REPORT_C                                                                                   \
    {                                                                                              \
        .path = "c", .outlet = "Lorn Echo", .published = "2031-03-03T08:00:00+00:00",              \
        .text = TEXT_C, .statements = {                                                            \
            {"According to the Tarn Post", "The Tarn Post", SOURCE_OUTLET, .cue = "according to"}  \
        }                                                                                          \
    }

static void check_invariants(const struct comparison *c) {
    for (uint32_t s = 0; s < c->stories.n; s++) {
        const struct count_range *r = &c->stories.at[s].supporting;
        uint32_t listed = 0;
        for (uint32_t i = 0; i < c->origins.n; i++)
            listed += c->origins.at[i].story == s;
        CHECK_INT(r->at_most, r->origins.n);
        CHECK_INT(r->at_most, listed);
        CHECK(r->at_least <= r->at_most && (r->at_least >= 1) == (r->at_most >= 1));
        CHECK(r->because.n > 0);
        for (uint32_t i = 0; i < r->rules.n; i++) {
            CHECK(compare_rule_known(r->rules.at[i]));
            CHECK(i == 0 || str_cmp(r->rules.at[i - 1], r->rules.at[i]) < 0);
        }
    }
    for (uint32_t i = 0; i < c->links.n; i++) {
        const struct link *x = &c->links.at[i];
        CHECK((x->origin == NO_INDEX) != (x->to_report == NO_INDEX));
        CHECK(x->origin == NO_INDEX || x->origin < c->origins.n);
        CHECK(x->evidence.n > 0);
        CHECK(i == 0 || c->links.at[i - 1].from <= x->from ||
              c->reports.at[x->from].story != c->reports.at[c->links.at[i - 1].from].story);
    }
    for (uint32_t i = 0; i < c->credits.n; i++)
        CHECK((c->credits.at[i].origin == NO_INDEX) == (c->credits.at[i].not_counted.at != NULL));
}

static bool used(const struct comparison *c, const char *rule) {
    for (uint32_t i = 0; c->stories.n && i < c->stories.at[0].supporting.rules.n; i++)
        if (str_eq(c->stories.at[0].supporting.rules.at[i], str_of(rule)))
            return true;
    return false;
}

/* One scenario: reports, and what the first story rests on. */
struct scenario {
    const char *why;
    struct hand_report reports[4];
    uint32_t at_least, at_most, unsourced;
    const char *first_origin; /* NULL: none */
    const char *rule;         /* one that was used, or NULL */
    const char *rule_off;
};

static const struct scenario scenarios[] = {
    {"two reports credit an outlet that is not among the inputs",
     {REPORT_B, REPORT_C},
     1,
     1,
     0,
     "The Tarn Post",
     "credit-one",
     NULL},
    {"and one that is",
     {REPORT_A, REPORT_B, REPORT_C},
     1,
     1,
     0,
     "The Tarn Post",
     "plural-kept",
     NULL},
    {"with the rule off each credit is an origin of its own",
     {REPORT_B, REPORT_C},
     2,
     2,
     0,
     "The Tarn Post",
     NULL,
     "credit-one"},
    {"B credits C, and C credits A: A it is",
     {REPORT_C,
      {.path = "b",
       .outlet = "Skell Mercury",
       .text = TEXT_B,
       .statements = {{"the Tarn Post reported", "Lorn Echo", .source_class = SOURCE_OUTLET}}}},
     1,
     1,
     0,
     "The Tarn Post",
     "credit-passes",
     NULL},
    {"unless the chain is not followed",
     {REPORT_C,
      {.path = "b",
       .outlet = "Skell Mercury",
       .text = TEXT_B,
       .statements = {{"the Tarn Post reported", "Lorn Echo", .source_class = SOURCE_OUTLET}}}},
     1,
     2,
     0,
     "Lorn Echo",
     NULL,
     "credit-passes"},
    {"two that credit each other end at the earlier",
     {{.path = "b",
       .outlet = "Skell Mercury",
       .published = "2031-03-02T08:00:00+00:00",
       .text = TEXT_B,
       .statements = {{"the Tarn Post reported", "Lorn Echo", .source_class = SOURCE_OUTLET}}},
      {.path = "c",
       .outlet = "Lorn Echo",
       .published = "2031-03-03T08:00:00+00:00",
       .text = TEXT_C,
       .statements = {{"According to the Tarn Post", "Skell Mercury",
                       .source_class = SOURCE_OUTLET}}}},
     1,
     1,
     0,
     "Skell Mercury",
     "credit-passes",
     NULL},
    {"agency copy that credits an outlet passes on to it",
     {{.path = "b",
       .outlet = "Skell Mercury",
       .text = TEXT_B,
       .statements = {{"the Tarn Post reported", "The Tarn Post", .source_class = SOURCE_OUTLET},
                      {"Skell has no such bridge", "Orrel Wire", SOURCE_AGENCY, .line = true}}},
      REPORT_C},
     1,
     1,
     0,
     "The Tarn Post",
     "agency-one",
     NULL},
    {"agency copy in two outlets is one origin",
     {{.path = "b",
       .outlet = "Skell Mercury",
       .text = TEXT_B,
       .statements = {{"Skell has no such bridge", "Orrel Wire", SOURCE_AGENCY, .line = true}}},
      {.path = "c",
       .outlet = "Lorn Echo",
       .text = TEXT_C,
       .statements = {{"A vote is due", "OW", SOURCE_AGENCY, .line = true}}}},
     1,
     1,
     0,
     "Orrel Wire",
     "agency-one",
     NULL},
    {"a text that another credits is taken over with its origin",
     {REPORT_B, {.path = "d", .outlet = "Lorn Echo", .text = TEXT_B}},
     1,
     1,
     0,
     "The Tarn Post",
     "copy-one",
     NULL},
    {"with the rule off the copy is unsourced",
     {REPORT_B, {.path = "d", .outlet = "Lorn Echo", .text = TEXT_B}},
     1,
     1,
     1,
     "The Tarn Post",
     "unsourced-apart",
     "copy-one"},
    {"text for which nobody is credited has one origin, the earliest outlet",
     {{.path = "d",
       .outlet = "Lorn Echo",
       .published = "2031-03-02T08:00:00+00:00",
       .text = TEXT_D},
      {.path = "e",
       .outlet = "Fen Courier",
       .published = "2031-03-01T08:00:00+00:00",
       .text = TEXT_D}},
     1,
     1,
     0,
     "Fen Courier",
     "copy-one",
     NULL},
    {"a check that tells its means adds one at both ends",
     {REPORT_B,
      {.path = "d",
       .outlet = "Lorn Echo",
       .text = TEXT_D " The Lorn Echo has confirmed the payment in the county ledgers.",
       .statements = {{"The Lorn Echo has confirmed", "Lorn Echo", SOURCE_OUTLET, .self = true,
                       .check = CHECK_OWN, .means = "in the county ledgers"}}}},
     2,
     2,
     0,
     "The Tarn Post",
     "own-check-adds",
     NULL},
    {"a bare check only at the most",
     {REPORT_B,
      {.path = "d",
       .outlet = "Lorn Echo",
       .text = TEXT_D " The Lorn Echo has confirmed the payment.",
       .statements = {{"The Lorn Echo has confirmed", "Lorn Echo", SOURCE_OUTLET, .self = true,
                       .check = CHECK_OWN}}}},
     1,
     2,
     0,
     "The Tarn Post",
     "own-check-adds",
     NULL},
    {"a report that could not check adds nothing",
     {REPORT_B,
      {.path = "c",
       .outlet = "Lorn Echo",
       .text = TEXT_C " The Lorn Echo could not verify the account.",
       .statements = {{"According to the Tarn Post", "The Tarn Post",
                       .source_class = SOURCE_OUTLET},
                      {"The Lorn Echo could not verify", "Lorn Echo", SOURCE_OUTLET, .self = true,
                       .check = CHECK_NONE_MADE}}}},
     1,
     1,
     0,
     "The Tarn Post",
     "no-check-noted",
     NULL},
    {"a report without credit, copy or check is listed apart",
     {REPORT_B, {.path = "d", .outlet = "Lorn Echo", .text = TEXT_D}},
     1,
     1,
     1,
     "The Tarn Post",
     "unsourced-apart",
     NULL},
    {"two titles of one family are one origin",
     {{.path = "c",
       .outlet = "Lorn Echo",
       .text = TEXT_C,
       .statements = {{"According to the Tarn Post", "Skell Mercury",
                       .source_class = SOURCE_OUTLET}}},
      {.path = "d",
       .outlet = "Fen Courier",
       .text = TEXT_D,
       .statements = {{"Tarnholt has lost", "Dunmire Mercury", .source_class = SOURCE_OUTLET}}}},
     1,
     1,
     0,
     "Skell Mercury",
     "family-one",
     NULL},
    {"and two without that rule",
     {{.path = "c",
       .outlet = "Lorn Echo",
       .text = TEXT_C,
       .statements = {{"According to the Tarn Post", "Skell Mercury",
                       .source_class = SOURCE_OUTLET}}},
      {.path = "d",
       .outlet = "Fen Courier",
       .text = TEXT_D,
       .statements = {{"Tarnholt has lost", "Dunmire Mercury", .source_class = SOURCE_OUTLET}}}},
     2,
     2,
     0,
     "Skell Mercury",
     NULL,
     "family-one"},
    {"a name that no table has is one origin under its short form too",
     {{.path = "c",
       .outlet = "Lorn Echo",
       .text = TEXT_C,
       .statements = {{"According to the Tarn Post", "Quill Ledger",
                       .source_class = SOURCE_OUTLET}}},
      {.path = "d",
       .outlet = "Fen Courier",
       .text = TEXT_D,
       .statements = {{"Tarnholt has lost", "the Ledger", .source_class = SOURCE_OUTLET}}}},
     1,
     1,
     0,
     "Quill Ledger",
     "credit-one",
     NULL},
    {"an agency's letters in its own name stand for it",
     {{.path = "c", .outlet = "Lorn News Agency (LNA)", .text = TEXT_C},
      {.path = "d",
       .outlet = "Fen Courier",
       .text = TEXT_D,
       .statements = {{"Tarnholt has lost", "LNA", .source_class = SOURCE_AGENCY}}}},
     1,
     1,
     0,
     "Lorn News Agency (LNA)",
     "agency-one",
     NULL},
};

static uint32_t count_of(const struct hand_report *reports) {
    uint32_t n = 0;
    while (n < 4 && reports[n].path)
        n++;
    return n;
}

static void test_scenarios(void) {
    CHECK_ROWS (i, scenarios) {
        const struct scenario *s = &scenarios[i];
        struct hand h;
        struct str off = str_of(s->rule_off);
        struct compare_pair same[3];
        struct compare_options options = {
            .same = same, .rules_off = &off, .rules_off_count = s->rule_off != NULL};
        for (uint32_t k = 1; k < count_of(s->reports); k++)
            same[options.same_count++] =
                (struct compare_pair){str_of(s->reports[0].path), str_of(s->reports[k].path)};
        hand_compare(&h, s->reports, count_of(s->reports), OUTLETS, &options);
        if (CHECK(h.c && h.c->stories.n == 1)) {
            const struct story *story = &h.c->stories.at[0];
            CHECK_INT(story->supporting.at_least, s->at_least);
            CHECK_INT(story->supporting.at_most, s->at_most);
            CHECK_INT(story->unsourced.n, s->unsourced);
            if (CHECK_INT(h.c->origins.n > 0, s->first_origin != NULL) && s->first_origin)
                CHECK_STR(h.c->origins.at[0].name.at, h.c->origins.at[0].name.n, s->first_origin);
            CHECK(!s->rule || used(h.c, s->rule));
            CHECK(!s->rule_off || !used(h.c, s->rule_off));
            check_invariants(h.c);
        }
        hand_clear(&h);
    }
}

static void test_not_counted(void) {
    static const struct {
        struct hand_statement statement;
        const char *why_not;
    } rows[] = {
        {{"Tarnholt has lost", "Lorn Echo", SOURCE_OUTLET, .self = true}, "own outlet"},
        {{"Tarnholt has lost", "Quill Ledger", SOURCE_OUTLET, .relayed = true},
         "relays a named speaker"},
        {{"Tarnholt has lost", "Quill Ledger", SOURCE_OUTLET, .opinion = true}, "opinion piece"},
        {{"Tarnholt has lost", "Quill Ledger", SOURCE_OUTLET, .negated = true}, "negated"},
        {{"Tarnholt has lost", "Quill Ledger", SOURCE_OUTLET, .check = CHECK_NONE_MADE},
         "says only that it could not check"},
        {{"In Dunmire a weaver", "Quill Ledger", .source_class = SOURCE_OUTLET},
         "about something that no other report of the story carries"},
    };
    CHECK_ROWS (i, rows) {
        struct hand h;
        struct hand_report reports[] = {
            REPORT_B,
            {.path = "d",
             .outlet = "Lorn Echo",
             .text = TEXT_D
             " In Dunmire a weaver won the Golden Shuttle for a blanket of nettle yarn."}};
        struct compare_pair same = {STR("b"), STR("d")};
        struct compare_options options = {.same = &same, .same_count = 1};
        reports[1].statements[0] = rows[i].statement;
        hand_compare(&h, reports, 2, OUTLETS, &options);
        CHECK_NEED(h.c && h.c->credits.n == 2);
        const struct credit *c = &h.c->credits.at[1]; /* the second report's */
        CHECK_STR(c->not_counted.at, c->not_counted.n, rows[i].why_not);
        check_invariants(h.c);
        hand_clear(&h);
    }
}

/* A check with named means counts at the least only when another report carries what was checked.
 */
static void test_what_was_checked(void) {
    static const struct {
        const char *why, *more, *means;
        uint32_t at_least;
        const char *because;
    } rows[] = {
        {"shared names and figures",
         " The Lorn Echo has confirmed in the county ledgers that Idris Pell had $86,000.",
         "in the county ledgers", 2, "an outlet that tells how it checked adds one"},
        {"no name or figure: of the sentence before",
         " The Lorn Echo has confirmed the transfer in the county ledgers.",
         "in the county ledgers", 2, "an outlet that tells how it checked adds one"},
        {"another matter",
         " The Lorn Echo has confirmed in the guild's rolls that a Dunmire weaver won the Golden "
         "Shuttle for nettle yarn.",
         "in the guild's rolls", 1, "what it checked stands in no other report"},
        {"another matter in the sentence before",
         " In Dunmire a weaver won the Golden Shuttle for a blanket of nettle yarn. The Lorn Echo "
         "has confirmed the prize in the guild's rolls.",
         "in the guild's rolls", 1, "what it checked stands in no other report"},
    };
    CHECK_ROWS (i, rows) {
        struct hand h;
        char text[1000];
        snprintf(text, sizeof text, "%s%s", TEXT_D, rows[i].more);
        struct hand_report reports[] = {
            REPORT_B,
            {.path = "d",
             .outlet = "Lorn Echo",
             .text = text,
             .statements = {{"The Lorn Echo has confirmed", "Lorn Echo", SOURCE_OUTLET,
                             .self = true, .check = CHECK_OWN, .means = rows[i].means}}}};
        struct compare_pair same = {STR("b"), STR("d")};
        struct compare_options options = {.same = &same, .same_count = 1};
        hand_compare(&h, reports, 2, OUTLETS, &options);
        if (CHECK(h.c && h.c->stories.n == 1)) {
            const struct count_range *range = &h.c->stories.at[0].supporting;
            CHECK_INT(range->at_least, rows[i].at_least);
            CHECK_INT(range->at_most, 2);
            CHECK(str_find(range->because, str_of(rows[i].because), 0) != SIZE_MAX);
            check_invariants(h.c);
        }
        hand_clear(&h);
    }
}

static void test_alone(void) {
    struct hand h;
    struct hand_report report = REPORT_B;
    hand_compare(&h, &report, 1, OUTLETS, NULL);
    CHECK_NEED(h.c && h.c->credits.n == 1);
    CHECK_INT(h.c->origins.n, 0);
    CHECK_STR(h.c->credits.at[0].not_counted.at, h.c->credits.at[0].not_counted.n,
              "the report stands alone");
    hand_clear(&h);
}

static void test_people_behind(void) {
    struct hand h;
    struct hand_report reports[] = {REPORT_A, REPORT_B};
    hand_compare(&h, reports, 2, OUTLETS, NULL);
    CHECK_NEED(h.c && h.c->origins.n == 1);
    const struct origin *o = &h.c->origins.at[0];
    CHECK_STR(o->via.at, o->via.n, "Two clerks of the town");
    CHECK_INT(o->stated_people, 2);
    CHECK_STR(o->stated_words.at, o->stated_words.n, "Two clerks");
    CHECK_INT(o->kind, ORIGIN_OUTLET);
    CHECK_INT(h.c->links.n, 2);
    CHECK_INT(h.c->links.at[0].relation, LINK_REPORTS);
    CHECK_INT(h.c->links.at[1].relation, LINK_CREDITS);
    hand_clear(&h);
}

static void test_opinion(void) {
    struct hand h;
    struct hand_report reports[] = {
        REPORT_B,
        REPORT_C,
        {.path = "d",
         .outlet = "Fen Courier",
         .text = TEXT_D,
         .kind = ARTICLE_OPINION,
         .statements = {{"Tarnholt has lost", "The Tarn Post", .source_class = SOURCE_OUTLET},
                        {"The money was sent", "Quill Ledger", .source_class = SOURCE_OUTLET}}}};
    hand_compare(&h, reports, 3, OUTLETS, NULL);
    CHECK_NEED(h.c && h.c->stories.n == 1);
    CHECK_INT(h.c->stories.at[0].supporting.at_most, 1);
    CHECK_INT(h.c->stories.at[0].unsourced.n, 0);
    check_invariants(h.c);
    hand_clear(&h);
}

static void test_rules(void) {
    static const char *const ids[] = {
        "credit-one",      "credit-passes", "copy-one",    "own-check-adds", "no-check-noted",
        "agency-one",      "release-party", "speaker-one", "unnamed-range",  "plural-kept",
        "unsourced-apart", "carry-over",    "family-one",  "denial-apart"};
    CHECK_ROWS (i, ids) {
        CHECK(compare_rule_known(str_of(ids[i])));
        CHECK(compare_rule_text(str_of(ids[i])).n > 20);
    }
    CHECK(!compare_rule_known(STR("no-such-rule")) && !compare_rule_known(STR("")));
    struct hand h;
    struct str off = STR("no-such-rule");
    struct compare_options options = {.rules_off = &off, .rules_off_count = 1};
    hand_compare(&h, NULL, 0, NULL, &options);
    CHECK_INT(h.status, TS_E_USAGE);
    CHECK_STR(h.err.outcome, strlen(h.err.outcome), "unknown_rule");
    hand_clear(&h);
}

/* What is told of the count must be true of it. */
static void test_because(void) {
    static const struct {
        struct hand_report reports[3];
        uint32_t at_least, at_most;
        const char *because, *question; /* words of them; NULL: no question */
    } rows[] = {
        {{{.path = "c",
           .outlet = "Lorn Echo",
           .text = TEXT_C,
           .statements = {{"According to the Tarn Post", "Fen Courier",
                           .source_class = SOURCE_OUTLET}}},
          {.path = "d",
           .outlet = "Fen Courier",
           .text = TEXT_D,
           .statements = {{"Tarnholt has lost", "Lorn Echo", .source_class = SOURCE_OUTLET}}}},
         1,
         1,
         "in a circle",
         "Who had it first"},
        {{{.path = "c",
           .outlet = "Lorn Echo",
           .text = TEXT_C,
           .statements = {{"According to the Tarn Post", "The Tarn Post",
                           .source_class = SOURCE_OUTLET}}},
          {.path = "d",
           .outlet = "Fen Courier",
           .text = TEXT_D,
           .statements = {{"Tarnholt has lost", "Orrel Wire", .source_class = SOURCE_AGENCY,
                           .line = true, .partial = true}}}},
         1,
         2,
         "for a part of a report only",
         "Which part"},
        {{{.path = "c",
           .outlet = "Lorn Echo",
           .kind = ARTICLE_OPINION,
           .text = TEXT_C,
           .statements = {{"According to the Tarn Post", "The Tarn Post",
                           .source_class = SOURCE_OUTLET}}},
          {.path = "d", .outlet = "Fen Courier", .kind = ARTICLE_OPINION, .text = TEXT_D}},
         0,
         0,
         "Only opinion pieces",
         NULL},
        {{{.path = "b",
           .outlet = "Skell Mercury",
           .text = TEXT_B,
           .statements = {{"the Tarn Post reported", "Lissen Quill",
                           .source_class = SOURCE_OUTLET}}},
          {.path = "c",
           .outlet = "Lorn Echo",
           .text = TEXT_C,
           .statements = {{"According to the Tarn Post", "Marl Quill",
                           .source_class = SOURCE_OUTLET}}},
          {.path = "d",
           .outlet = "Fen Courier",
           .text = TEXT_D,
           .statements = {{"Tarnholt has lost", "the Quill", .source_class = SOURCE_OUTLET}}}},
         2,
         3,
         "short name",
         "one outlet?"},
        {{{.path = "c", .outlet = "Lorn Echo", .text = TEXT_C},
          {.path = "d", .outlet = "Lorn Echo", .text = TEXT_C}},
         1,
         1,
         "share text",
         "printed by Lorn Echo?"},
    };
    CHECK_ROWS (i, rows) {
        struct hand h;
        struct compare_pair same[2] = {{str_of(rows[i].reports[0].path), str_of("c")},
                                       {str_of(rows[i].reports[0].path), str_of("d")}};
        struct compare_options options = {.same = same, .same_count = 2};
        hand_compare(&h, rows[i].reports, rows[i].reports[2].path ? 3 : 2, OUTLETS, &options);
        CHECK_NEED(h.c && h.c->stories.n == 1);
        const struct count_range *range = &h.c->stories.at[0].supporting;
        bool asked = false;
        for (uint32_t k = 0; k < h.c->cannot_tell.n; k++)
            asked =
                asked || (rows[i].question && str_find(h.c->cannot_tell.at[k].question,
                                                       str_of(rows[i].question), 0) != SIZE_MAX);
        CHECK_INT(range->at_least, rows[i].at_least);
        CHECK_INT(range->at_most, rows[i].at_most);
        CHECK(str_find(range->because, str_of(rows[i].because), 0) != SIZE_MAX);
        CHECK_INT(asked, rows[i].question != NULL);
        check_invariants(h.c);
        hand_clear(&h);
    }
}

CHECK_MAIN({"a check of what no other report carries counts only at the most",
            test_what_was_checked},
           {"credits, copies and checks give the origins that the rules say", test_scenarios},
           {"a mention that is no credit is listed with the reason", test_not_counted},
           {"nothing is counted across for a report that stands alone", test_alone},
           {"unnamed people stay behind the outlet that they spoke to", test_people_behind},
           {"an opinion report adds no origin", test_opinion},
           {"the reason and the questions are true of the count", test_because},
           {"every counting rule is known by its id and has a text", test_rules})
