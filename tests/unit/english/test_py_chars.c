#include "check.h"
#include "english/py_chars.h"

static void test_properties(void) {
    /* s white space, a letter, u upper case, d digit, D decimal, w word */
    static const struct {
        uint32_t cp;
        const char *is;
    } rows[] = {
        {0, ""},        {'\t', "s"},    {0x0B, "s"},      {0x1B, ""},     {0x1C, "s"},
        {0x1F, "s"},    {' ', "s"},     {'A', "auw"},     {'z', "aw"},    {'7', "dDw"},
        {'_', "w"},     {'@', ""},      {0x7F, ""},       {0x85, "s"},    {0xA0, "s"},
        {0xAA, "aw"},   {0xB2, "dw"},   {0xBC, "w"},      {0xC4, "auw"},  {0x1C5, "aw"},
        {0x300, ""},    {0x661, "dDw"}, {0x1369, "dw"},   {0x1680, "s"},  {0x180E, ""},
        {0x200A, "s"},  {0x200B, ""},   {0x2028, "s"},    {0x202F, "s"},  {0x2160, "uw"},
        {0x2170, "w"},  {0x2460, "dw"}, {0x24B6, "u"},    {0x3000, "s"},  {0x3007, "w"},
        {0x6F22, "aw"}, {0xFEFF, ""},   {0x1D7CE, "dDw"}, {0x1F130, "u"}, {0x1F600, ""},
        {0x10FFFF, ""},
    };
    CHECK_ROWS (i, rows) {
        uint32_t cp = rows[i].cp;
        char is[8];
        snprintf(is, sizeof is, "%s%s%s%s%s%s", py_is_space(cp) ? "s" : "",
                 py_is_alpha(cp) ? "a" : "", py_is_upper(cp) ? "u" : "", py_is_digit(cp) ? "d" : "",
                 py_is_decimal(cp) ? "D" : "", py_is_word(cp) ? "w" : "");
        CHECK_STR(is, strlen(is), rows[i].is);
    }
}

static void test_whole_texts(void) {
    CHECK(!py_all_space(STR("")) && !py_all_alpha(STR("")));
    CHECK(py_all_space(STR(" \n\xC2\xA0")) && !py_all_space(STR(" a")));
    CHECK(py_all_alpha(STR("na\xC3\xAFve")) && !py_all_alpha(STR("it's")));
}

static void test_lower(void) {
    static const struct {
        const char *in, *out;
    } rows[] = {
        {"", ""},
        {"word", "word"},
        {"MiXed 12", "mixed 12"},
        {"ÄÖÜ ẞ", "äöü ß"},
        {"İ", "i̇"},
        {"Ⱥ K", "ⱥ k"},
        {"ǅ Ⅳ Ⓐ", "ǆ ⅳ ⓐ"},
        {"ΟΔΟΣ", "οδος"},
        {"ΟΔΟΣ ΣΟΦΟΣ", "οδος σοφος"},
        {"Σ", "σ"},
        {"ΑΣ'Σ", "ασ'ς"},
        {"Α'Σ.", "α'ς."},
        {"ΑΣ\u0301Α", "ασ\u0301α"},
        {"𐐀", "𐐨"},
        {"漢字", "漢字"},
    };
    struct mem mem = mem_system();
    struct arena a;
    arena_init(&a, &mem, 0);
    CHECK_ROWS (i, rows) {
        struct str got = py_lower(&a, str_of(rows[i].in));
        CHECK_STR(got.at, got.n, rows[i].out);
    }
    struct str same = STR("nothing to do");
    CHECK(py_lower(&a, same).at == same.at);
    CHECK(py_lower(&a, STR("\xFF\xFE\xC3")).at); /* no UTF-8: some answer, in bounds */
    arena_clear(&a);
}

CHECK_MAIN({"characters are of the kinds that Python takes them for", test_properties},
           {"a text is of a kind when all its characters are", test_whole_texts},
           {"lower case is by full mapping, with the final sigma", test_lower})
