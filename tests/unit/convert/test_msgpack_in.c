/* msgpack is read within bounds: no count is believed before its values are there. */
#include "check.h"
#include "convert/msgpack_in.h"

static void test_values(void) {
    /* {"a": [1, -1, nil, true, 2.5], b"k": b"xyz", "long": {}} */
    const struct str bytes = STR("\x83\xa1"
                                 "a\x95\x01\xff\xc0\xc3\xcb\x40\x04\0\0\0\0\0\0"
                                 "\xc4\x01k\xc5\0\x03xyz\xdb\0\0\0\x04long\xde\0\0");
    struct ts_error err = {0};
    struct msgpack_in m;
    CHECK_NEED(msgpack_in_parse(&m, bytes, &err) == TS_OK);
    const msgpack_object *list = msgpack_in_get(&m.root, "a");
    if (CHECK(list && list->type == MSGPACK_OBJECT_ARRAY && list->via.array.size == 5)) {
        CHECK_INT(list->via.array.ptr[1].via.i64, -1);
        CHECK_NEAR(list->via.array.ptr[4].via.f64, 2.5, 0);
        CHECK(msgpack_in_get(list, "a") == NULL);
    }
    struct str text = msgpack_in_text(msgpack_in_get(&m.root, "k"));
    CHECK_STR(text.at, text.n, "xyz");
    CHECK(text.at > bytes.at && text.at < bytes.at + bytes.n);
    CHECK(msgpack_in_get(&m.root, "long") != NULL);
    CHECK(msgpack_in_get(&m.root, "lon") == NULL);
    CHECK(msgpack_in_get(NULL, "a") == NULL);
    CHECK(msgpack_in_text(list).at == NULL);
    CHECK(msgpack_in_text(NULL).at == NULL);
    msgpack_in_free(&m);
}

/* Each first byte with as many zeros behind it as make it whole. */
static void test_every_type(void) {
    static const struct {
        unsigned first, last;
        size_t behind; /* zeros; SIZE_MAX: refused whatever follows */
    } rows[] = {
        {0x00, 0x80, 0},  {0x81, 0x81, 2},  {0x8f, 0x8f, 30},       {0x90, 0x90, 0},
        {0x91, 0x91, 1},  {0x9f, 0x9f, 15}, {0xa0, 0xa0, 0},        {0xa1, 0xa1, 1},
        {0xbf, 0xbf, 31}, {0xc0, 0xc0, 0},  {0xc1, 0xc1, SIZE_MAX}, {0xc2, 0xc3, 0},
        {0xc4, 0xc4, 1},  {0xc5, 0xc5, 2},  {0xc6, 0xc6, 4},        {0xc7, 0xc9, SIZE_MAX},
        {0xca, 0xca, 4},  {0xcb, 0xcb, 8},  {0xcc, 0xcc, 1},        {0xcd, 0xcd, 2},
        {0xce, 0xce, 4},  {0xcf, 0xcf, 8},  {0xd0, 0xd0, 1},        {0xd1, 0xd1, 2},
        {0xd2, 0xd2, 4},  {0xd3, 0xd3, 8},  {0xd4, 0xd8, SIZE_MAX}, {0xd9, 0xd9, 1},
        {0xda, 0xda, 2},  {0xdb, 0xdb, 4},  {0xdc, 0xdc, 2},        {0xdd, 0xdd, 4},
        {0xde, 0xde, 2},  {0xdf, 0xdf, 4},  {0xe0, 0xff, 0},
    };
    CHECK_ROWS (i, rows) {
        for (unsigned first = rows[i].first; first <= rows[i].last; first++)
            for (size_t n = 0; n < 40; n++) {
                char bytes[40] = {(char)first};
                struct ts_error err = {0};
                struct msgpack_in m;
                int status = msgpack_in_parse(&m, (struct str){bytes, n + 1}, &err);
                CHECK_INT(status, n == rows[i].behind ? TS_OK : TS_E_FORMAT);
                if (status == TS_OK)
                    msgpack_in_free(&m);
                else
                    CHECK_STR(err.outcome, strlen(err.outcome), "bad_package");
            }
    }
}

static void test_refused(void) {
    static const struct {
        struct str bytes;
        size_t at; /* where the error is */
    } rows[] = {
        {{"", 0}, 0},
        {{"\x01\x01", 2}, 1},                     /* two values */
        {{"\xdd\xff\xff\xff\xff\x01", 6}, 5},     /* four thousand million values */
        {{"\xdf\x7f\xff\xff\xff\x01\x01", 7}, 5}, /* pairs */
        {{"\xdf\0\0\0\x02\x01\x01\x01", 8}, 5},   /* the half of a pair */
        {{"\xdb\xff\xff\xff\xff", 5}, 5},         /* a text */
        {{"\xc6\0\0\0\x02x", 6}, 5},              /* a bin, one byte short */
        {{"\x92\x91\x91\x01", 4}, 4},             /* what is in it is counted, not it */
        {{"\x81\xa1", 2}, 1},                     /* cut in a key */
        {{"\x92\x01\xc7\x03\x50pkl", 8}, 3},      /* an extension, as pickles are */
        {{"\xd6\xff\0\0\0\0", 6}, 1},             /* a time stamp */
    };
    CHECK_ROWS (i, rows) {
        struct ts_error err = {0};
        struct msgpack_in m;
        CHECK_INT(msgpack_in_parse(&m, rows[i].bytes, &err), TS_E_FORMAT);
        CHECK_INT(err.at_bytes, rows[i].at);
    }
}

static void test_depth(void) {
    char bytes[32];
    struct msgpack_in m;
    memset(bytes, 0x91, sizeof bytes);
    bytes[16] = 1;
    CHECK_NEED(msgpack_in_parse(&m, (struct str){bytes, 17}, NULL) == TS_OK);
    msgpack_in_free(&m);
    bytes[16] = (char)0x91;
    bytes[17] = 1;
    CHECK_INT(msgpack_in_parse(&m, (struct str){bytes, 18}, NULL), TS_E_FORMAT);
    bytes[17] = (char)0x90; /* an empty one is no level more */
    bytes[16] = (char)0x90;
    CHECK_NEED(msgpack_in_parse(&m, (struct str){bytes, 17}, NULL) == TS_OK);
    msgpack_in_free(&m);
}

CHECK_MAIN({"values come out, texts where they lie", test_values},
           {"every type has its length, extensions have none", test_every_type},
           {"counts beyond the end and extensions are refused, with the place", test_refused},
           {"nesting ends at 16", test_depth})
