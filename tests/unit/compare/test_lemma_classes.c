/* The table of lemma classes is read, has each class, and a bad one is refused. */
#include "compare/lemma_classes.h"

#include "check.h"
#include "tables/tables.h"

#include <stdlib.h>

static struct arena arena;

static int read_table(struct lemma_classes *t, struct str table, struct ts_error *err) {
    struct mem mem = mem_system();
    arena_init(&arena, &mem, 0);
    return lemma_classes_read(t, &arena, table, err);
}

static void test_look_up(void) {
    static const struct {
        const char *lemma;
        bool group, suppose;
    } rows[] = {
        {"crew", true, false},
        {"Crew", true, false},
        {"team", true, true},
        {"dread", false, true},
        {"cre", false, false},
        {"crews", false, false},
        {"crew team", false, false},
        {"", false, false},
        {"the-crew-of-a-ship-with-a-long-name", false, false},
    };
    struct lemma_classes t;
    struct ts_error err = {0};
    CHECK_INT(read_table(&t,
                         STR("# a comment\n"
                             "group\twhat \"they\" may mean\tcrew  team\n"
                             "\n"
                             "suppose\tof Crew\tdread team\r\n"),
                         &err),
              TS_OK);
    CHECK_ROWS (i, rows) {
        CHECK_INT(lemma_has_class(&t, str_of(rows[i].lemma), LEMMA_GROUP), rows[i].group);
        CHECK_INT(lemma_has_class(&t, str_of(rows[i].lemma), LEMMA_SUPPOSE), rows[i].suppose);
        CHECK(!lemma_has_class(&t, str_of(rows[i].lemma), LEMMA_NONE));
    }
    arena_clear(&arena);
}

static void test_bad_tables(void) {
    static const char *const rows[] = {
        "crowd\twhat for\tcrew",              /* no class */
        "\twhat for\tcrew",                   /* nor this */
        "group\tcrew",                        /* nothing tells what for */
        "group\twhat for\tcrew\ngroup\tx\ty", /* twice */
        "group\twhat for\tcrew Team",
        "group\twhat for\tcrew of-a-ship-that-has-a-very-long-name",
    };
    CHECK_ROWS (i, rows) {
        struct lemma_classes t;
        struct ts_error err = {0};
        CHECK_INT(read_table(&t, str_of(rows[i]), &err), TS_E_FORMAT);
        CHECK_STR(err.outcome, strlen(err.outcome), "bad_table");
        arena_clear(&arena);
    }
}

/* Since none stands twice, and none is unknown, as many lines as classes are one for each. */
static void test_built_in(void) {
    struct lemma_classes t;
    struct table_row *rows;
    uint32_t count = 0;
    struct ts_error err = {0};
    CHECK_INT(read_table(&t, table_embedded("lemma_classes"), &err), TS_OK);
    CHECK_INT(table_rows(&rows, &count, &arena, table_embedded("lemma_classes"), 3, &err), TS_OK);
    CHECK_INT(count, LEMMA_CLASSES);
    for (uint32_t i = 0; i < count; i++) {
        CHECK_ROW(i);
        CHECK(rows[i].field[1].n && rows[i].field[2].n && !rows[i].field[3].at);
        CHECK(i == 0 || str_cmp(rows[i - 1].field[0], rows[i].field[0]) < 0);
    }
    arena_clear(&arena);
}

struct refuser {
    unsigned left;
};

static void *refusing_resize(void *context, void *old, size_t new_bytes) {
    struct refuser *r = context;
    if (new_bytes == 0) {
        free(old);
        return NULL;
    }
    if (r->left == 0)
        return NULL;
    r->left--;
    return realloc(old, new_bytes);
}

static void test_refusal(void) {
    int status = TS_E_MEMORY;
    for (unsigned n = 0; n < 10000 && status != TS_OK; n++) {
        struct refuser r = {.left = n};
        struct mem mem = {refusing_resize, &r};
        struct lemma_classes t;
        struct ts_error err = {0};
        arena_init(&arena, &mem, 0);
        status = lemma_classes_read(&t, &arena, table_embedded("lemma_classes"), &err);
        CHECK(status == TS_OK || status == TS_E_MEMORY);
        CHECK(status != TS_OK || n > 0);
        arena_clear(&arena);
    }
    CHECK_INT(status, TS_OK);
}

CHECK_MAIN({"a lemma is of the classes of its lines", test_look_up},
           {"bad lines are refused", test_bad_tables},
           {"the built-in table has each class once, in order", test_built_in},
           {"refused memory is an error", test_refusal})
