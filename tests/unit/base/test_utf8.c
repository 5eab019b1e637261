#include "base/utf8.h"
#include "check.h"

/* Maximal parts as in Unicode 15, section 3.9, table 3-8 and the paragraphs above it. */
static void test_next(void) {
    static const struct {
        const char *in;
        uint32_t want[5];
        size_t ends[5];
    } rows[] = {
        {"aé", {'a', 0xE9}, {1, 3}},
        {"\xE2\x82\xAC", {0x20AC}, {3}},
        {"\xF0\x9F\x98\x80", {0x1F600}, {4}},
        {"\xC0\xAF", {0xFFFD, 0xFFFD}, {1, 2}},                /* overlong */
        {"\xE0\x80\x80", {0xFFFD, 0xFFFD, 0xFFFD}, {1, 2, 3}}, /* overlong */
        {"\xED\xA0\x80", {0xFFFD, 0xFFFD, 0xFFFD}, {1, 2, 3}}, /* surrogate */
        {"\xF4\x90\x80\x80", {0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD}, {1, 2, 3, 4}},
        {"\xF0\x9F\x98"
         "a",
         {0xFFFD, 'a'},
         {3, 4}}, /* cut short: one part */
        {"\xE2\x82", {0xFFFD}, {2}},
        {"\x80", {0xFFFD}, {1}},
    };
    CHECK_ROWS (i, rows) {
        struct str s = str_of(rows[i].in);
        size_t at = 0;
        for (size_t k = 0; at < s.n; k++) {
            CHECK_INT(utf8_next(s, &at), rows[i].want[k]);
            CHECK_INT(at, rows[i].ends[k]);
        }
    }
}

static void test_back_and_put(void) {
    static const uint32_t cps[] = {1, 0x7F, 0x80, 0x7FF, 0x800, 0xFFFD, 0xFFFF, 0x10000, 0x10FFFF};
    char bytes[64];
    size_t n = 0;
    CHECK_ROWS (i, cps) {
        n += utf8_put(bytes + n, cps[i]);
    }
    struct str s = {bytes, n};
    CHECK_INT(utf8_count(s), sizeof cps / sizeof *cps);
    CHECK_INT(utf8_invalid(s), SIZE_MAX);
    for (size_t i = sizeof cps / sizeof *cps; i-- > 0;)
        CHECK_INT(utf8_before(s, &n), cps[i]);
    CHECK_INT(n, 0);
    CHECK_INT(utf8_put(bytes, 0xD800), 3);
    CHECK_INT(utf8_invalid(STR("0123456789\xC3")), 10);
}

static void test_kinds(void) {
    CHECK(utf8_is_letter('a') && utf8_is_letter(0xE9) && utf8_is_letter(0x4E00) &&
          !utf8_is_letter('1'));
    CHECK(utf8_is_upper(0xC9) && !utf8_is_upper(0xE9) && utf8_is_lower(0xE9));
    CHECK(utf8_is_space(0xA0) && utf8_is_space(0x2003) && utf8_is_space('\n') &&
          !utf8_is_space('x'));
    CHECK(utf8_is_quote(0x201C) && utf8_is_quote('"') && !utf8_is_quote('`'));
    CHECK(utf8_is_control(0x202E) && utf8_is_control(7) && !utf8_is_control(' '));
    CHECK_INT(utf8_lower(0xC9), 0xE9);
}

static void test_index(void) {
    struct mem mem = mem_system();
    struct arena a;
    struct utf8_index index;
    char text[1200];
    size_t n = 0;
    static const uint32_t cps[] = {'a', 0xE9, 0x20AC, 0x1F600, ' '};
    arena_init(&a, &mem, 0);
    for (size_t i = 0; i < 400; i++)
        n += utf8_put(text + n, cps[i % 5]);
    CHECK_NEED(utf8_index_init(&index, &a, (struct str){text, n}));
    CHECK_INT(index.count, 400);
    uint32_t cp = 0;
    for (size_t at = 0; at < n; cp++) {
        CHECK_INT(utf8_index_cp(&index, (uint32_t)at), cp);
        CHECK_INT(utf8_index_byte(&index, cp), at);
        utf8_next(index.text, &at);
    }
    CHECK_INT(utf8_index_cp(&index, (uint32_t)n), 400);
    CHECK_INT(utf8_index_byte(&index, 400), n);
    CHECK_INT(utf8_index_byte(&index, 401), UINT32_MAX);
    CHECK_NEED(utf8_index_init(&index, &a, STR("plain")));
    CHECK(index.before == NULL);
    CHECK_INT(utf8_index_byte(&index, 5), 5);
    CHECK_NEED(utf8_index_init(&index, &a, STR("")));
    CHECK_INT(utf8_index_byte(&index, 0), 0);
    struct str lower = utf8_lower_copy(&a, STR("ÀB\xC8\xBA"));
    CHECK_STR(lower.at, lower.n, "àb\xE2\xB1\xA5");
    arena_clear(&a);
}

CHECK_MAIN({"ill-formed sequences give one replacement for each maximal part", test_next},
           {"code points are written and walked back", test_back_and_put},
           {"properties follow Unicode", test_kinds},
           {"offsets are counted in code points and back", test_index})
