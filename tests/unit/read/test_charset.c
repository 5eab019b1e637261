#include "check.h"
#include "read/charset.h"

#include <stdlib.h>

static struct arena arena_new(void) {
    struct mem mem = mem_system();
    struct arena a;
    arena_init(&a, &mem, 0);
    return a;
}

struct bytes {
    const char *at;
    size_t n;
};
#define B(literal)                                                                                 \
    { (literal), sizeof(literal) - 1 }

static void test_decoded(void) {
    static const struct {
        struct bytes in;
        const char *declared, *text, *charset, *from;
        bool replaced;
    } rows[] = {
        {B("plain"), NULL, "plain", "utf-8", "default", false},
        {B("plain"), "ISO-8859-1", "plain", "windows-1252", "declared", false},
        {B("caf\xC3\xA9"), NULL, "caf\xC3\xA9", "utf-8", "detected", false},
        {B("caf\xC3\xA9"), "utf-8", "caf\xC3\xA9", "utf-8", "declared", false},
        {B("caf\xC3\xA9"), "latin1", "caf\xC3\xA9", "utf-8", "detected", false},
        {B("\xEF\xBB\xBF"
           "caf\xC3\xA9"),
         "latin1", "caf\xC3\xA9", "utf-8", "bom", false},
        {B("\xFF\xFEh\0\x3D\xD8\x00\xDE"), NULL, "h\xF0\x9F\x98\x80", "utf-16le", "bom", false},
        {B("\xFE\xFF\0h\0i"), NULL, "hi", "utf-16be", "bom", false},
        {B("\xFE\xFF\0h\xD8\0\0i\0"), NULL, "h\xEF\xBF\xBDi\xEF\xBF\xBD", "utf-16be", "bom", true},
        {B("caf\xE9"), "iso-8859-1", "caf\xC3\xA9", "windows-1252", "declared", false},
        {B("\x93mill\x94 \x80"
           "5"),
         "ascii",
         "\xE2\x80\x9Cmill\xE2\x80\x9D \xE2\x82\xAC"
         "5",
         "windows-1252", "declared", false},
        {B("\xEC\xE5\xEB\xFC"), "windows-1251", "\xD0\xBC\xD0\xB5\xD0\xBB\xD1\x8C", "windows-1251",
         "declared", false},
        {B("\xC4\xE3\xBA\xC3!"), "gb2312", "\xE4\xBD\xA0\xE5\xA5\xBD!", "gb18030", "declared",
         false},
        {B("\x93\xFA\x96{\xB1."), "shift_jis", "\xE6\x97\xA5\xE6\x9C\xAC\xEF\xBD\xB1.", "shift_jis",
         "declared", false},
        {B("\xC7\xD1\xB1\xDB"), "euc-kr", "\xED\x95\x9C\xEA\xB8\x80", "euc-kr", "declared", false},
        {B("\xC7\xD1\x81"), "euc-kr", "\xED\x95\x9C\xEF\xBF\xBD", "euc-kr", "declared", true},
        {B("a\xC3(b caf\xC3\xA9 na\xC3\xAFve"), "utf-8", "a\xEF\xBF\xBD(b caf\xC3\xA9 na\xC3\xAFve",
         "utf-8", "declared", true},
        {B("a\0b"), NULL,
         "a\xEF\xBF\xBD"
         "b",
         "utf-8", "default", true},
        {B("it\x92s a mill, and \x93no\x94 more than that, he said of the river's only mill, which "
           "stood there until spring"),
         "no-such-charset",
         "it\xE2\x80\x99s a mill, and \xE2\x80\x9Cno\xE2\x80\x9D more than that, he said of the "
         "river's only mill, which "
         "stood there until spring",
         "windows-1252", "default", false},
        {B(""), NULL, "", "utf-8", "default", false},
    };
    CHECK_ROWS (i, rows) {
        struct arena a = arena_new();
        struct decoded d;
        struct ts_error err;
        struct str in = {rows[i].in.at, rows[i].in.n};
        CHECK_INT(charset_decode(&d, &a, in, str_of(rows[i].declared), &err), TS_OK);
        CHECK_STR(d.text.at, d.text.n, rows[i].text);
        CHECK_STR(d.charset.at, d.charset.n, rows[i].charset);
        CHECK_STR(d.charset_from, strlen(d.charset_from), rows[i].from);
        CHECK(d.replaced == rows[i].replaced);
        CHECK(utf8_invalid(d.text) == SIZE_MAX);
        arena_clear(&a);
    }
}

/* Each character's range, one after the other, covers the payload; a long payload has many
 * checkpoints. */
static void check_way_back(const char *unit, size_t unit_bytes, const char *declared,
                           size_t head_bytes) {
    enum { TIMES = 300 };
    static char payload[64 * TIMES];
    size_t n = 0;
    if (head_bytes)
        memcpy(payload, unit, n = head_bytes);
    for (int i = 0; i < TIMES; i++, n += unit_bytes - head_bytes)
        memcpy(payload + n, unit + head_bytes, unit_bytes - head_bytes);
    struct arena a = arena_new();
    struct decoded d;
    struct ts_error err;
    CHECK_INT(charset_decode(&d, &a, (struct str){payload, n}, str_of(declared), &err), TS_OK);
    uint32_t expected = (uint32_t)head_bytes;
    for (size_t at = 0; at < d.text.n;) {
        struct span span = {(uint32_t)at, 0};
        utf8_next(d.text, &at);
        span.end = (uint32_t)at;
        struct byte_range r = decoded_range(&d, span);
        if (!CHECK_INT(r.start, expected))
            break;
        expected = r.end;
    }
    CHECK_INT(expected, n);
    struct byte_range none =
        decoded_range(&d, (struct span){(uint32_t)d.text.n, (uint32_t)d.text.n});
    CHECK_INT(none.start, n);
    CHECK_INT(none.end, n);
    arena_clear(&a);
}

static void test_way_back(void) {
    static const struct {
        struct bytes unit;
        const char *declared;
        size_t head;
    } rows[] = {
        {B("mill \xC3\xA9 "), NULL, 0},
        {B("\xEF\xBB\xBFmill \xC3\xA9 "), NULL, 3},
        {B("a\xFF\xC3\xA9 b\xE2\x82 \xC3\xA8\xC3\xA9 "), "utf-8", 0},
        {B("a\0\xC3\xA9 b"), "utf-8", 0},
        {B("caf\xE9 \x93x\x94\x81"), "windows-1252", 0},
        {B("\xFF\xFEh\0\x3D\xD8\x00\xDE\x3D\xD8"), NULL, 2},
        {B("x\xC4\xE3\xBA\xC3\x81\x30\x81\x30 "), "gb18030", 0},
        {B("a\x93\xFA\xB1\x96{ \x81 "), "shift_jis", 0},
        {B("x\x8F\xA2\xAF\xC6\xFC\x8E\xB1 "), "euc-jp", 0},
        {B("x\x88\x62\xA7\x41 \x88\xA5"), "big5", 0},
        {B("\xC7\xD1 \xC9x\x81\xFF "), "euc-kr", 0},
    };
    CHECK_ROWS (i, rows) {
        if (str_eq(str_of(rows[i].declared),
                   STR("big5"))) /* two of its characters are two code points each */
            continue;
        check_way_back(rows[i].unit.at, rows[i].unit.n, rows[i].declared, rows[i].head);
    }
}

static void test_pairs_of_big5(void) {
    struct arena a = arena_new();
    struct decoded d;
    struct ts_error err;
    struct str in = STR("x\x88\x62\xA7\x41 end");
    CHECK_INT(charset_decode(&d, &a, in, STR("big5"), &err), TS_OK);
    size_t at = str_find(d.text, STR("end"), 0);
    CHECK_NEED(at != SIZE_MAX);
    struct byte_range r = decoded_range(&d, (struct span){(uint32_t)at, (uint32_t)at + 3});
    CHECK_INT(r.start, 6);
    CHECK_INT(r.end, 9);
    arena_clear(&a);
}

static void test_declared(void) {
    static const struct {
        const char *in, *label;
    } rows[] = {
        {"<html><head><meta charset=\"windows-1251\">", "windows-1251"},
        {"<META CHARSET = 'utf-8' />", "utf-8"},
        {"<meta http-equiv=content-type content=\"text/html; charset=koi8-r\">", "koi8-r"},
        {"<?xml version=\"1.0\" encoding=\"iso-8859-2\"?><html>", "iso-8859-2"},
        {"<!-- <meta charset=big5> --><meta charset=euc-kr>", "euc-kr"},
        {"<!-- <meta charset=big5>", NULL},
        {"<p>charset=big5</p>", NULL},
        {"<meta name=description content=\"the charset question\">", NULL},
    };
    CHECK_ROWS (i, rows) {
        struct str got = charset_declared(str_of(rows[i].in));
        CHECK_STR(got.at, got.n, rows[i].label);
    }
}

static void test_detected(void) {
    static const char text[] =
        "\xCF\xEE\xE6\xE0\xF0 \xED\xE0 \xEC\xE5\xEB\xFC\xED\xE8\xF6\xE5 "
        "\xED\xE0\xF7\xE0\xEB\xF1\xFF \xED\xEE\xF7\xFC\xFE, \xE8 \xE5\xE3\xEE "
        "\xE4\xEE\xEB\xE3\xEE \xED\xE5 \xEC\xEE\xE3\xEB\xE8 \xEF\xEE\xF2\xF3\xF8\xE8\xF2\xFC.";
    struct arena a = arena_new();
    struct decoded d;
    struct ts_error err;
    CHECK_INT(charset_decode(&d, &a, (struct str){text, sizeof text - 1}, STR_NONE, &err), TS_OK);
    CHECK_STR(d.charset.at, d.charset.n, "windows-1251");
    CHECK_STR(d.charset_from, strlen(d.charset_from), "detected");
    arena_clear(&a);
}

CHECK_MAIN({"each charset gives its text", test_decoded},
           {"every character knows its bytes of the payload", test_way_back},
           {"a character of Big5 that is two code points is counted as such", test_pairs_of_big5},
           {"a page's declaration is found in its head alone", test_declared},
           {"a charset that nothing declares is guessed", test_detected})
