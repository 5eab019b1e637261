/* The comparison at a terminal: the claims first, and whose word each is. */
#include "check.h"

#include "report/report.h"

#define SINK_ROOM (64 * 1024)
#include "made_comparison.h"
#include "sink.h"

static struct str text_of(const struct comparison *c) {
    static struct sink s;
    struct out o;
    struct report_style style = {.columns = 80};
    s.n = 0;
    out_init(&o, take, &s);
    report_comparison_text(&o, c, &style);
    CHECK_INT(out_end(&o, NULL), TS_OK);
    return (struct str){s.at, s.n};
}

static void test_claims(void) {
    struct made m;
    struct str text = text_of(&make(&m)->c);
    size_t end = str_find(text, STR("    rules:"), 0);
    CHECK_NEED(end != SIZE_MAX);
    CHECK_STR(text.at, end,
              "3 reports, 2 outlets named, 1 story, 1 standing alone\n\n"
              "Story 1: 2 reports, 1 independent origin\n"
              "  r1 Marsh & Moor, r2 <script>alert(1)</script>\n\n"
              "2 claims of several reports, 0 resting on one origin\n"
              "  origins claim, in a report's words; under it whose word, and the reports\n"
              "  1 to 2  The board paid 40 crowns for a bell\n"
              "          Ada <Quill> r1 lost; The Fenwick Lamp r2 (states and denies)\n"
              "          denied by The Fenwick Lamp r2 (states and denies)\n"
              "  none    Nobody rang it\n"
              "          no source r1\n"
              "          denied, no source r2\n");
    arena_clear(&m.arena);
}

/* What is told as a rumour alone is no denial. */
static void test_left_open(void) {
    struct made m;
    make(&m);
    m.c.claims.at[0].reports.at[1].left_open = true;
    struct str text = text_of(&m.c);
    CHECK(str_find(text, STR("The Fenwick Lamp r2 (left open)\n"), 0) != SIZE_MAX);
    CHECK(str_find(text, STR("denied by The Fenwick Lamp"), 0) == SIZE_MAX);
    arena_clear(&m.arena);
}

static void test_only_in_one(void) {
    struct made m;
    struct str text = text_of(&make(&m)->c);
    CHECK(str_find(text,
                   STR("Only in one report\n    r2 <script>alert(1)</script>, 1 claim\n"
                       "       The end - no source\n"),
                   0) != SIZE_MAX);
    arena_clear(&m.arena);
}

/* Of many claims the first are shown, and how many more there are is said. */
static void test_many_claims(void) {
    struct made m;
    make(&m);
    m.c.claims.n = 2;
    m.c.only_in.n = 0;
    for (unsigned i = 0; i < 12; i++)
        *VEC_PUSH(&m.arena, &m.c.claims) = m.c.claims.at[1];
    struct str text = text_of(&m.c);
    CHECK(str_find(text, STR("  and 4 more claims of several reports in the page"), 0) != SIZE_MAX);
    arena_clear(&m.arena);
}

CHECK_MAIN({"a story's claims come first, each with its origins and who denies it", test_claims},
           {"a rumour alone is left open", test_left_open},
           {"what one report alone has is shown with its source", test_only_in_one},
           {"of many claims the first are shown", test_many_claims})
