#include "base/buf.h"
#include "base/map.h"
#include "base/str.h"
#include "check.h"

#include <stdio.h>

static struct arena arena;

static void start(void) {
    struct mem mem = mem_system();
    arena_init(&arena, &mem, 0);
}

static void test_find(void) {
    static const struct {
        const char *in, *needle;
        size_t from, want, nocase;
    } rows[] = {
        {"a cat", "cat", 0, 2, 2},
        {"a Cat", "cat", 0, SIZE_MAX, 2},
        {"", "", 0, 0, 0},
        {"aaab", "ab", 0, 2, 2},
        {"abab", "ab", 1, 2, 2},
        {"ab", "abc", 0, SIZE_MAX, SIZE_MAX},
        {"ab", "b", 5, SIZE_MAX, SIZE_MAX},
    };
    CHECK_ROWS (i, rows) {
        CHECK_INT(str_find(str_of(rows[i].in), str_of(rows[i].needle), rows[i].from), rows[i].want);
        CHECK_INT(str_find_nocase(str_of(rows[i].in), str_of(rows[i].needle), rows[i].from),
                  rows[i].nocase);
    }
}

static void test_trim_and_split(void) {
    struct str t = str_trim(STR(" \t a b\n"));
    CHECK_STR(t.at, t.n, "a b");
    struct str rest = STR("x||y");
    struct str part = str_split(&rest, '|');
    CHECK_STR(part.at, part.n, "x");
    part = str_split(&rest, '|');
    CHECK_STR(part.at, part.n, "");
    part = str_split(&rest, '|');
    CHECK_STR(part.at, part.n, "y");
    CHECK(rest.at == NULL);
    CHECK(str_cmp(STR("a"), STR("ab")) < 0 && str_cmp(STR("b"), STR("ab")) > 0 &&
          str_cmp(STR("a"), STR("a")) == 0);
    CHECK(str_starts(STR("abc"), STR("ab")) && !str_starts(STR("a"), STR("ab")));
    CHECK(str_ends_nocase(STR("file.HTML"), STR(".html")) && !str_ends(STR("l"), STR("ll")));
}

static void test_possessive(void) {
    static const char *const rows[][2] = {{"Roe's", "Roe"},
                                          {"Roe\xE2\x80\x99s", "Roe"},
                                          {"the Woods'", "the Woods"},
                                          {"Woods\xE2\x80\x99", "Woods"},
                                          {"Woods", "Woods"},
                                          {"'s", ""},
                                          {"", ""}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str bare = str_without_possessive(str_of(rows[i][0]));
        CHECK_STR(bare.at, bare.n, rows[i][1]);
    }
}

static void test_fold_space(void) {
    start();
    struct str s = str_fold_space(&arena, STR("  a \xC2\xA0 b\n\nc "));
    CHECK_STR(s.at, s.n, "a b c");
    s = str_fold_space(&arena, STR(" \n"));
    CHECK_STR(s.at, s.n, "");
    s = str_lower_ascii(&arena, STR("AbÉ"));
    CHECK_STR(s.at, s.n, "abÉ");
    arena_clear(&arena);
}

static void test_keep(void) {
    char owner[] = "short-lived";
    struct str s = str_of(owner), none = STR_NONE;
    VEC_OF(int) v = {0};
    start();
    CHECK(str_keep(&arena, &s) && str_keep(&arena, &none));
    owner[0] = 'X';
    CHECK_STR(s.at, s.n, "short-lived");
    CHECK(none.at == NULL);
    for (int i = 0; i < 9; i++) {
        int *p = VEC_PUSH(&arena, &v);
        CHECK_NEED(p != NULL);
        *p = i;
    }
    int *before = v.at;
    CHECK_NEED(VEC_COPY(&arena, &v));
    CHECK(v.at != before && v.n == 9 && v.cap == 9 && v.at[8] == 8);
    v.n = 0;
    CHECK(VEC_COPY(&arena, &v) && v.at == NULL && v.cap == 0);
    arena_clear(&arena);
}

static void test_uint(void) {
    uint64_t v = 0;
    CHECK(str_uint(&v, STR("9000000000")) && v == 9000000000u);
    CHECK(!str_uint(&v, STR("")) && !str_uint(&v, STR("1a")) && !str_uint(&v, STR("-1")));
    CHECK(!str_uint(&v, STR("99999999999999999999")));
}

static void test_buf(void) {
    struct buf b;
    start();
    buf_init(&b, &arena, 10);
    CHECK(buf_put(&b, STR("12345")) && buf_putc(&b, '6') && buf_put_cp(&b, 0xE9));
    CHECK_STR(buf_str(&b).at, buf_str(&b).n, "123456é");
    CHECK(!buf_put(&b, STR("9ab")));
    CHECK(!buf_putc(&b, 'x'));
    CHECK_INT(buf_str(&b).n, 8);
    arena_clear(&arena);
}

static void test_map(void) {
    static char keys[5000][8];
    struct map m;
    start();
    map_init(&m, &arena);
    CHECK_INT(map_get(&m, STR("none")), MAP_NONE);
    for (uint32_t i = 0; i < 5000; i++) {
        int n = snprintf(keys[i], sizeof keys[i], "k%u", (unsigned)i);
        uint32_t *v = map_put(&m, (struct str){keys[i], (size_t)n});
        CHECK_NEED(v && *v == MAP_NONE);
        *v = i;
        v = map_put_u64(&m, i);
        CHECK_NEED(v && *v == MAP_NONE);
        *v = i + 1;
    }
    for (uint32_t i = 0; i < 5000; i++) {
        CHECK_INT(map_get(&m, str_of(keys[i])), i);
        CHECK_INT(map_get_u64(&m, i), i + 1);
    }
    CHECK_INT(map_get(&m, STR("k5000")), MAP_NONE);
    uint32_t *empty = map_put(&m, STR(""));
    CHECK_NEED(empty != NULL);
    *empty = 3;
    CHECK_INT(map_get(&m, STR_NONE), 3);
    arena_clear(&arena);
}

CHECK_MAIN({"a needle is found where it first stands", test_find},
           {"strings are trimmed, split and ordered", test_trim_and_split},
           {"the sign of the possessive is left out at the end", test_possessive},
           {"white space is folded, no-break spaces too", test_fold_space},
           {"what is kept is a copy in no more room than it needs", test_keep},
           {"a number is decimal digits that fit", test_uint},
           {"a buffer keeps to its maximum", test_buf},
           {"a map keeps strings and numbers apart", test_map})
