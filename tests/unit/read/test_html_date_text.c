#include "check.h"
#include "read/html_date_text.h"

static struct map months;

static void test_find(void) {
    static const struct {
        const char *text;
        bool day_first;
        const char *value; /* NULL: none */
    } rows[] = {
        {"am 7. M\xC3\xA4rz 2031 um", false, "2031-03-07"},
        {"Le 1er avril 2031", false, "2031-04-01"},
        {"7 de abril de 2031, 20:11", false, "2031-04-07T20:11:00"},
        {"\xD0\x9F\xD1\x82, 7 \xD0\xB0\xD0\xBF\xD1\x80\xD0\xB5\xD0\xBB\xD1\x8F 2031", false,
         "2031-04-07"},
        {"07.04.2031", false, "2031-04-07"},
        {"2031-04-07 20:11", false, "2031-04-07T20:11:00"},
        {"07/04/2031", true, "2031-04-07"},
        {"07/04/2031", false, NULL},
        {"31/12/2031", false, "2031-12-31"},
        {"version 1.2.2031.4", false, NULL},
        {"35.13.2031", false, NULL},
        {"7 April 2031", false, "2031-04-07"},
        {"", false, NULL},
        {"M\xC3\xA4rz", false, NULL},
        {"07.04.20311", false, NULL},
    };
    CHECK_ROWS (i, rows) {
        struct html_date_style style = {&months, rows[i].day_first};
        struct when when;
        struct span where;
        char got[WHEN_TEXT];
        struct str text = str_of(rows[i].text);
        bool found = html_date_find(&when, &where, text, 0, &style);
        if (found) {
            when_text(got, &when);
            CHECK(where.start < where.end && where.end <= text.n);
        }
        CHECK_STR(found ? got : NULL, found ? strlen(got) : 0, rows[i].value);
    }
}

static void test_line(void) {
    struct html_date_style style = {&months, false};
    CHECK(html_date_is_line(STR("Published 7 April 2031, 20:11"), &style));
    CHECK(!html_date_is_line(STR("The quay was shut on 7 April 2031, and since then nobody has "
                                 "seen a single boat there."),
                             &style));
    CHECK(!html_date_is_line(STR("No date at all"), &style));
}

int main(void) {
    static const struct check_test tests[] = {
        {"dates of many languages are found", test_find},
        {"a line that is a date is told from a sentence", test_line}};
    static const struct {
        const char *name;
        uint32_t month;
    } names[] = {{"m\xC3\xA4rz", 3},
                 {"avril", 4},
                 {"abril", 4},
                 {"\xD0\xB0\xD0\xBF\xD1\x80\xD0\xB5\xD0\xBB\xD1\x8F", 4}};
    struct mem mem = mem_system();
    struct arena a;
    arena_init(&a, &mem, 0);
    map_init(&months, &a);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        *map_put(&months, str_of(names[i].name)) = names[i].month;
    int failed = check_run(tests, sizeof tests / sizeof *tests);
    arena_clear(&a);
    return failed;
}
