/* Strings and tables of strings in a model file; damaged ones cannot lead out of it. */
#include "base/map.h"
#include "check.h"
#include "nn/string_table.h"

enum { MANY = 5000 };

static struct arena arena_here(void) {
    struct mem mem = mem_system();
    struct arena a;
    arena_init(&a, &mem, 0);
    return a;
}

static bool finish(struct model_file *m, struct model_writer *w) {
    struct str file;
    return CHECK_INT(model_write(&file, w, NULL), TS_OK) &&
           CHECK_INT(model_from_bytes(m, file.at, file.n, NULL), TS_OK);
}

static void test_list(void) {
    const struct str strings[] = {STR("one"), STR(""), STR("d\0t"), STR("caf\xc3\xa9"), STR("one")};
    struct arena a = arena_here();
    struct model_writer w;
    struct model_file m;
    struct string_list l;
    model_writer_init(&w, &a);
    model_add_strings(&w, "words", strings, 5, false);
    model_add_strings(&w, "none", NULL, 0, false);
    CHECK_NEED(finish(&m, &w));
    CHECK_NEED(string_list_open(&l, &m, "words", NULL) == TS_OK);
    CHECK_INT(l.n, 5);
    CHECK_ROWS (i, strings)
        CHECK(str_eq(string_list_at(&l, (uint32_t)i), strings[i]));
    CHECK_NEED(string_list_open(&l, &m, "none", NULL) == TS_OK);
    CHECK_INT(l.n, 0);
    struct string_table t;
    CHECK_INT(string_table_open(&t, &m, "words", NULL), TS_E_MODEL);
    CHECK_INT(string_list_open(&l, &m, "word", NULL), TS_E_MODEL);
    arena_clear(&a);
}

static void test_table(void) {
    struct arena a = arena_here();
    struct model_writer w;
    struct model_file m;
    struct string_table t;
    struct str *strings = arena_zero(&a, MANY, sizeof *strings);
    char word[16];
    CHECK_NEED(strings != NULL);
    for (int i = 0; i < MANY; i++) {
        snprintf(word, sizeof word, "w%d", i * 7);
        strings[i] = i ? str_copy(&a, str_of(word)) : STR("");
    }
    model_writer_init(&w, &a);
    model_add_strings(&w, "many", strings, MANY, true);
    model_add_strings(&w, "none", NULL, 0, true);
    CHECK_NEED(finish(&m, &w));
    CHECK_NEED(string_table_open(&t, &m, "many", NULL) == TS_OK);
    for (uint32_t i = 0; i < MANY; i++) {
        CHECK_ROW(i);
        CHECK_INT(string_table_find(&t, strings[i]), i);
        snprintf(word, sizeof word, "w%u", (unsigned)i * 7 + 1);
        CHECK_INT(string_table_find(&t, str_of(word)), MAP_NONE);
    }
    CHECK_NEED(string_table_open(&t, &m, "none", NULL) == TS_OK);
    CHECK_INT(string_table_find(&t, STR("")), MAP_NONE);
    CHECK_INT(string_table_find(&t, STR("a")), MAP_NONE);
    arena_clear(&a);
}

static void test_damaged(void) {
    static const struct {
        uint32_t ends_n, ends[3];
        size_t bytes_n;
        uint32_t slots_n, slots[8];
        bool list, table; /* can be opened as one */
    } rows[] = {
        {2, {1, 3}, 3, 4, {1, 2}, true, true},
        {2, {3, 1}, 3, 4, {1, 2}, false, false},         /* an end before the one before it */
        {2, {1, 3}, 2, 4, {1, 2}, false, false},         /* beyond the bytes */
        {2, {1, 3}, 4, 4, {1, 2}, false, false},         /* bytes of no string */
        {1, {UINT32_MAX}, 3, 4, {1}, false, false},      /* far beyond */
        {0, {0}, 1, 4, {0}, false, false},               /* bytes of no string at all */
        {2, {1, 3}, 3, 0, {0}, true, false},             /* no slots */
        {2, {1, 3}, 3, 1, {0}, true, false},             /* one */
        {2, {1, 3}, 3, 3, {1}, true, false},             /* no power of two */
        {2, {1, 3}, 3, 4, {1, 3}, true, false},          /* a string that is not there */
        {2, {1, 3}, 3, 4, {1, UINT32_MAX}, true, false}, /* nor that */
        {2, {1, 3}, 3, 4, {1, 2, 2}, true, false},       /* more than half full */
        {2, {1, 3}, 3, 2, {1, 2}, true, false},          /* full: a search would not end */
        {2, {1, 3}, 3, 8, {1, 1, 1, 1}, true, true},     /* of no use, but harmless */
    };
    CHECK_ROWS (i, rows) {
        struct arena a = arena_here();
        struct model_writer w;
        struct model_file m;
        struct string_list l;
        struct string_table t;
        size_t ends_n = rows[i].ends_n, slots_n = rows[i].slots_n;
        model_writer_init(&w, &a);
        model_add(&w, "x.ends", TENSOR_U32, 1, &ends_n, rows[i].ends);
        model_add_text(&w, "x.bytes", (struct str){"abcd", rows[i].bytes_n});
        model_add(&w, "x.slots", TENSOR_U32, 1, &slots_n, rows[i].slots);
        CHECK_NEED(finish(&m, &w));
        CHECK_INT(string_list_open(&l, &m, "x", NULL), rows[i].list ? TS_OK : TS_E_MODEL);
        CHECK_INT(string_table_open(&t, &m, "x", NULL), rows[i].table ? TS_OK : TS_E_MODEL);
        if (rows[i].table)
            CHECK_INT(string_table_find(&t, STR("zz")), MAP_NONE);
        arena_clear(&a);
    }
}

CHECK_MAIN({"a list gives its strings back, empty ones too", test_list},
           {"a table finds each string and no other", test_table},
           {"a damaged list or table is refused", test_damaged})
