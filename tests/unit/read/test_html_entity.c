#include "check.h"
#include "read/html_entity.h"

static void test_decode(void) {
    static const struct {
        const char *in;
        bool attribute;
        const char *out;
    } rows[] = {
        {"salt &amp; silt", false, "salt & silt"},
        {"no reference", false, "no reference"},
        {"&copy2031 &copy;", false,
         "\xC2\xA9"
         "2031 \xC2\xA9"},
        {"?a=1&copy=2&lt;", true, "?a=1&copy=2<"},
        {"&notit; &not;", false,
         "\xC2\xAC"
         "it; \xC2\xAC"},
        {"&#8217;&#x2019;&#X2019;", false, "\xE2\x80\x99\xE2\x80\x99\xE2\x80\x99"},
        {"&#146;&#150", false, "\xE2\x80\x99\xE2\x80\x93"},
        {"a&#1;b&#xFFFE;c", false, "abc"},
        {"&#0;&#99999999999;", false, "\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"& &; &# &#x; &zzz; &", false, "& &; &# &#x; &zzz; &"},
        {"&NotEqualTilde;", false, "\xE2\x89\x82\xCC\xB8"},
        {"&CounterClockwiseContourIntegral;&nbsp", false, "\xE2\x88\xB3\xC2\xA0"},
    };
    struct mem mem = mem_system();
    struct arena a;
    arena_init(&a, &mem, 0);
    CHECK_ROWS (i, rows) {
        struct str got = html_entity_decode(&a, str_of(rows[i].in), rows[i].attribute);
        CHECK_STR(got.at, got.n, rows[i].out);
    }
    arena_clear(&a);
}

static void test_unchanged(void) {
    struct str s = STR("nothing to do");
    CHECK(html_entity_decode(NULL, s, false).at == s.at);
}

static void test_nul(void) {
    struct mem mem = mem_system();
    struct arena a;
    arena_init(&a, &mem, 0);
    struct str got = html_entity_decode(&a, (struct str){"a\0b", 3}, false);
    CHECK_STR(got.at, got.n, "ab");
    arena_clear(&a);
}

static void test_order(void) {
    for (size_t i = 1; i < HTML_ENTITIES; i++)
        CHECK(strcmp(html_entity_rows[i - 1].name, html_entity_rows[i].name) < 0);
}

CHECK_MAIN({"references are decoded as the standard says", test_decode},
           {"a text without references is not copied", test_unchanged},
           {"NULs are dropped", test_nul}, {"the table is sorted", test_order})
