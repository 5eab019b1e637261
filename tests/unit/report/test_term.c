/* What a terminal is sent: words that break into lines, and nothing that it would obey. */
#include "check.h"

#include "report/term.h"

#define SINK_ROOM 4096
#include "sink.h"

static void check_words(const char *words, size_t n, const char *want) {
    static struct sink s;
    struct out o;
    struct term t;
    struct report_style style = {.columns = 20};
    s.n = 0;
    out_init(&o, take, &s);
    term_init(&t, &o, &style);
    term_words(&t, TERM_BOLD, (struct str){words, n});
    CHECK_INT(out_end(&o, NULL), TS_OK);
    CHECK_STR(s.at, s.n, want);
}

static void test_words(void) {
    static const struct {
        const char *in, *out;
    } rows[] = {
        {"plain", "plain"},
        {"two words\nand more of them", "two words and more\nof them"},
        {"a\x1b[31mb\x07", "a [31mb"},
        {"a\xC2\x9B"
         "31mb",
         "a 31mb"},
        {"a\xE2\x80\xAE"
         "b\xE2\x81\xA6",
         "a b"},
        {"a\x9B"
         "31mb",
         "a\xEF\xBF\xBD"
         "31mb"},
        {"\xFF\xFE", "\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"caf\xC3\xA9 \xF0\x9D\x84\x9E", "caf\xC3\xA9 \xF0\x9D\x84\x9E"},
        {"cut \xE2\x80", "cut \xEF\xBF\xBD"},
    };
    CHECK_ROWS (i, rows)
        check_words(rows[i].in, strlen(rows[i].in), rows[i].out);
    check_words("a\0b", 3, "a b");
}

CHECK_MAIN({"words of reports never steer the terminal", test_words})
