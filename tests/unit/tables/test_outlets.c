#include "check.h"
#include "tables/outlets.h"

static struct arena arena;

static void start(struct outlets *o, const char *tsv) {
    struct mem mem = mem_system();
    struct ts_error err = {0};
    arena_init(&arena, &mem, 0);
    outlets_init(o, &arena);
    CHECK_INT(outlets_add(o, &arena, str_of(tsv), &err), TS_OK);
}

static const char table[] =
    "# a comment\n"
    "The Quarrel Post\tQP|Quarrel "
    "Post\tquarrelpost.example|qp.example\toutlet\t\t\thttps://x\t2026\n"
    "\n"
    "Norland Press Agency\tNPA\tnpa.example\tagency\t\t\thttps://x\t2026\r\n"
    "Norland Press Agency of Vale\t\tvale.example\tagency\t\t\thttps://x\t2026\n"
    "People's Echo\t\techo.example\toutlet\tEcho Group\t\thttps://x\t2026\n"
    "Al-Lantern\t\tlantern.example\toutlet\t\t\thttps://x\t2026\n"
    "Lamp.news\t\tlamp.news\toutlet\t\t\thttps://x\t2026\n";

static void test_match(void) {
    static const struct {
        const char *text;
        size_t at, want_bytes;
        const char *want;
    } rows[] = {
        {"the Quarrel Post said", 0, 16, "The Quarrel Post"},
        {"The Quarrel Post", 0, 16, "The Quarrel Post"},
        {"Quarrel Post’s report", 0, 12, "The Quarrel Post"},
        {"Quarrel Postal", 0, 0, NULL},
        {"a QP report", 2, 2, "The Quarrel Post"},
        {"qp", 0, 0, NULL},
        {"Norland Press Agency of Vale", 0, 28, "Norland Press Agency of Vale"},
        {"Norland Press Agency of", 0, 20, "Norland Press Agency"},
        {"Norland Press", 0, 0, NULL},
        {"People’s Echo.", 0, 15, "People's Echo"},
        {"People's Echo", 0, 13, "People's Echo"},
        {"al-Lantern reported", 0, 10, "Al-Lantern"},
        {"Al-Lantern reported", 0, 10, "Al-Lantern"},
        {"Lamp.news.", 0, 9, "Lamp.news"},
        {"", 0, 0, NULL},
    };
    struct outlets o;
    start(&o, table);
    CHECK_ROWS (i, rows) {
        uint32_t row = OUTLET_NONE;
        CHECK_INT(outlets_match(&row, &o, str_of(rows[i].text), rows[i].at), rows[i].want_bytes);
        if (rows[i].want && row != OUTLET_NONE)
            CHECK_STR(o.rows.at[row].name.at, o.rows.at[row].name.n, rows[i].want);
    }
    arena_clear(&arena);
}

static void test_domains_and_override(void) {
    struct outlets o;
    struct ts_error err = {0};
    start(&o, table);
    uint32_t row = outlets_at_domain(&o, STR("www.QP.example"));
    CHECK_NEED(row != OUTLET_NONE);
    CHECK_STR(o.rows.at[row].name.at, o.rows.at[row].name.n, "The Quarrel Post");
    CHECK_INT(outlets_at_domain(&o, STR("example")), OUTLET_NONE);
    CHECK_INT(outlets_at_domain(&o, STR("xqp.example")), OUTLET_NONE);
    CHECK_INT(outlets_add(&o, &arena, STR("The Quarrel Post\t\tnew.example\tagency"), &err), TS_OK);
    CHECK_INT(outlets_at_domain(&o, STR("new.example")), row);
    CHECK(o.rows.at[row].agency);
    CHECK_INT(o.rows.n, 6);
    CHECK_INT(outlets_add(&o, &arena, STR("Name\tx"), &err), TS_E_FORMAT);
    CHECK_INT(outlets_add(&o, &arena, STR("Name\t\td.example\tpaper"), &err), TS_E_FORMAT);
    CHECK_STR(err.outcome, strlen(err.outcome), "bad_table");
    arena_clear(&arena);
}

static void test_built_in(void) {
    struct mem mem = mem_system();
    struct outlets o;
    struct ts_error err = {0};
    arena_init(&arena, &mem, 0);
    outlets_init(&o, &arena);
    CHECK_INT(outlets_add(&o, &arena, table_embedded("outlets"), &err), TS_OK);
    CHECK(o.rows.n > 300);
    CHECK(outlets_named(&o, STR("Agence France-Presse")) != OUTLET_NONE);
    CHECK_INT(outlets_named(&o, STR("AFP")), outlets_named(&o, STR("Agence France-Presse")));
    CHECK(table_embedded("no such table").at == NULL);
    arena_clear(&arena);
}

CHECK_MAIN({"the longest name at a place is matched, in full words", test_match},
           {"domains are found, rows are replaced, bad lines refused", test_domains_and_override},
           {"the built-in table is read", test_built_in})
