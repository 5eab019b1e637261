#include "check.h"
#include "english/string_id.h"

static void test_ids(void) {
    static const struct {
        const char *s;
        uint64_t id;
    } rows[] = {
        {"", 0},
        {"X", 101},
        {"ORG", 383},
        {"PERSON", 380},
        {"det", 415},
        {"punct", 445},
        {"apple", UINT64_C(8566208034543834098)},
        {"a", UINT64_C(11901859001352538922)},
        {"ab", UINT64_C(6606101647874324205)},
        {"abcdefg", UINT64_C(18200195881963043692)},
        {"abcdefgh", UINT64_C(17751780907874141760)},
        {"abcdefghi", UINT64_C(13885881106499164936)},
        {"Quillport", UINT64_C(15178404637644314663)},
        {"naïve", UINT64_C(16224804062388677344)},
    };
    CHECK_ROWS (i, rows) {
        CHECK(string_id(str_of(rows[i].s)) == rows[i].id);
    }
    CHECK(string_id((struct str){"\0", 1}) == UINT64_C(12725806677685968135));
}

static void test_symbols(void) {
    for (size_t i = 0; i < STRING_ID_SYMBOLS; i++) {
        CHECK_ROW(i);
        struct str name = str_of(string_id_symbols[i].name);
        CHECK_INT(string_id(name), string_id_symbols[i].number);
        CHECK(i == 0 || str_cmp(str_of(string_id_symbols[i - 1].name), name) < 0);
    }
    CHECK_ROW(SIZE_MAX);
}

CHECK_MAIN({"an id is a symbol's number or a hash", test_ids},
           {"every reserved symbol is found", test_symbols})
