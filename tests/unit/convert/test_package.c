/* Packages are read within bounds; what is damaged or too large is refused. */
#include "check.h"
#include "convert/convert.h"
#include "zip_fixture.h"

static struct arena arena_here(void) {
    struct mem mem = mem_system();
    struct arena a;
    arena_init(&a, &mem, (size_t)256 << 20);
    return a;
}

static const struct zip_member good[] = {
    {"en_model/__init__.py", {"import x\n", 9}},
    {"en_model/LICENSE", {"another", 7}},
    {"en_model/en_model-3.8.0/config.cfg", {"[nlp]\nlang = \"en\"\n", 18}},
    {"en_model/en_model-3.8.0/LICENSE", {"may be used", 11}},
    {"en_model/en_model-3.8.0/empty", {"", 0}},
    {"en_model/en_model-3.8.0/ner/model", {"\0\1\2", 3}},
    {NULL, {NULL, 0}},
};

static void test_members(void) {
    static const struct {
        const char *path, *text; /* NULL: there is none */
    } rows[] = {
        {"LICENSE", "may be used"},
        {"empty", ""},
        {"config.cfg", "[nlp]\nlang = \"en\"\n"},
        {"model", NULL},
        {"ner", NULL},
        {"", NULL},
        {"/LICENSE", NULL},
        {"ICENSE", NULL},
        {"../LICENSE", NULL},
    };
    for (int stored = 0; stored < 2; stored++) {
        struct arena a = arena_here();
        char path[ZIP_PATH];
        struct package *p;
        struct str bytes;
        CHECK_NEED(zip_write(path, good, stored));
        CHECK_NEED(package_open(&p, &a, path, NULL) == TS_OK);
        CHECK_ROWS (i, rows) {
            struct ts_error err = {0};
            int status = package_file(&bytes, p, rows[i].path, &err);
            CHECK_INT(status, rows[i].text ? TS_OK : TS_E_FORMAT);
            if (status == TS_OK)
                CHECK_STR(bytes.at, bytes.n, rows[i].text);
            else
                CHECK_STR(err.outcome, strlen(err.outcome), "bad_package");
        }
        if (CHECK_INT(package_file(&bytes, p, "ner/model", NULL), TS_OK))
            CHECK(bytes.n == 3 && memcmp(bytes.at, "\0\1\2", 3) == 0);
        package_close(p);
        unlink(path);
        arena_clear(&a);
    }
    package_close(NULL);
}

/* The folder, and what the package holds, are known by one file. */
static void test_kinds(void) {
    static const struct {
        const char *mark;
        enum package_kind kind;
    } rows[] = {{"a/b/config.cfg", PACKAGE_SPACY}, {"a/b/model.safetensors", PACKAGE_SENTENCES}};
    CHECK_ROWS (i, rows) {
        struct arena a = arena_here();
        char path[ZIP_PATH];
        struct package *p;
        struct str bytes;
        const struct zip_member members[] = {{"a/x", STR("not this")},
                                             {rows[i].mark, STR("mark")},
                                             {"a/b/x", STR("this")},
                                             {NULL, {NULL, 0}}};
        CHECK_NEED(zip_write(path, members, false));
        CHECK_NEED(package_open(&p, &a, path, NULL) == TS_OK);
        CHECK_INT(package_kind(p), rows[i].kind);
        if (CHECK_INT(package_file(&bytes, p, "x", NULL), TS_OK))
            CHECK_STR(bytes.at, bytes.n, "this");
        package_close(p);
        unlink(path);
        arena_clear(&a);
    }
}

static void test_json(void) {
    static const struct {
        const char *text;
        bool good;
    } rows[] = {{"{\"a\": 1}", true}, {"[]", true}, {"", false}, {"{", false}, {"\"a", false}};
    CHECK_ROWS (i, rows) {
        struct arena a = arena_here();
        char path[ZIP_PATH];
        struct package *p;
        struct ts_error err = {0};
        json_t *json = NULL;
        const struct zip_member members[] = {
            {"m/config.cfg", STR("x")}, {"m/j", str_of(rows[i].text)}, {NULL, {NULL, 0}}};
        CHECK_NEED(zip_write(path, members, false));
        CHECK_NEED(package_open(&p, &a, path, &err) == TS_OK);
        CHECK_INT(package_json(&json, p, "j", &err), rows[i].good ? TS_OK : TS_E_FORMAT);
        if (!rows[i].good)
            CHECK_STR(err.outcome, strlen(err.outcome), "bad_package");
        json_decref(json);
        CHECK_INT(package_json(&json, p, "k", &err), TS_E_FORMAT);
        package_close(p);
        unlink(path);
        arena_clear(&a);
    }
}

static void test_refused(void) {
    static const struct zip_member rows[][4] = {
        {{NULL, {NULL, 0}}},
        {{"a/readme", {"x", 1}}},
        {{"config.cfg", {"x", 1}}}, /* in no folder */
        {{"a/config.cfg", {"x", 1}}, {"b/config.cfg", {"x", 1}}},
        {{"model.safetensors", {"x", 1}}}, /* in no folder */
        {{"a/model.safetensors", {"x", 1}}, {"b/model.safetensors", {"x", 1}}},
        {{"a/config.cfg", {"x", 1}}, {"a/model.safetensors", {"x", 1}}},
    };
    CHECK_ROWS (i, rows) {
        struct arena a = arena_here();
        char path[ZIP_PATH];
        struct package *p;
        struct ts_error err = {0};
        CHECK_NEED(zip_write(path, rows[i], false));
        CHECK_INT(package_open(&p, &a, path, &err), i ? TS_E_FORMAT : TS_E_IO);
        CHECK(p == NULL);
        unlink(path);
        arena_clear(&a);
    }
    struct arena a = arena_here();
    struct package *p;
    CHECK_INT(package_open(&p, &a, "/tmp", NULL), TS_E_FORMAT);
    CHECK_INT(package_open(&p, &a, "/dev/null/x", NULL), TS_E_IO);
    arena_clear(&a);
}

/* Opens what is at path, and reads all that should be in it. */
static int read_all(const char *path) {
    struct arena a = arena_here();
    struct package *p;
    struct str bytes;
    struct ts_error err;
    int status = package_open(&p, &a, path, &err);
    for (size_t i = 2; status == TS_OK && good[i].path; i++) {
        status = package_file(&bytes, p, strstr(good[i].path, "3.8.0/") + 6, &err);
        if (status == TS_OK && !str_eq(bytes, good[i].bytes))
            status = TS_E_USAGE; /* other bytes than were packed: never */
    }
    package_close(p);
    arena_clear(&a);
    return status;
}

/* Data, sizes and names are all told twice or have a checksum. */
static void test_damaged(void) {
    struct arena a = arena_here();
    char path[ZIP_PATH];
    CHECK_NEED(zip_write(path, good, false));
    struct str bytes = file_read(&a, path);
    CHECK_NEED(bytes.at != NULL);
    CHECK_INT(read_all(path), TS_OK);
    char *damaged = (char *)(uintptr_t)bytes.at;
    for (size_t i = 0; i < bytes.n; i++) {
        CHECK_ROW(i);
        damaged[i] = (char)(damaged[i] ^ 0x15);
        CHECK_NEED(file_write(path, bytes));
        int status = read_all(path);
        CHECK(status == TS_OK || status == TS_E_FORMAT);
        damaged[i] = (char)(damaged[i] ^ 0x15);
        if (i % 7 == 0) {
            CHECK_NEED(file_write(path, str_cut(bytes, 0, i ? i : 1)));
            CHECK_INT(read_all(path), TS_E_FORMAT);
        }
    }
    unlink(path);
    arena_clear(&a);
}

/* 128 MiB and one byte of nothing, which a zip of 128 KiB can hold. */
static void test_bomb(void) {
    struct arena a = arena_here();
    size_t n = ((size_t)128 << 20) + 1;
    char *zeros = arena_zero(&a, 1, n), path[ZIP_PATH];
    struct package *p;
    struct ts_error err = {0};
    CHECK_NEED(zeros != NULL);
    const struct zip_member members[] = {
        {"a/config.cfg", {"x", 1}}, {"a/bomb", {zeros, n}}, {NULL, {NULL, 0}}};
    CHECK_NEED(zip_write(path, members, false));
    CHECK_INT(package_open(&p, &a, path, &err), TS_E_FORMAT);
    CHECK(strstr(err.message, "too large") != NULL);
    unlink(path);
    arena_clear(&a);
}

static void test_too_many(void) {
    enum { MEMBERS = 4097 };
    struct arena a = arena_here();
    struct zip_member *members = arena_zero(&a, MEMBERS + 1, sizeof *members);
    char name[16], path[ZIP_PATH];
    struct package *p;
    CHECK_NEED(members != NULL);
    for (int i = 0; i < MEMBERS; i++) {
        snprintf(name, sizeof name, "a/%d", i);
        members[i] = (struct zip_member){str_copy(&a, str_of(name)).at, STR("")};
    }
    members[0].path = "a/config.cfg";
    CHECK_NEED(zip_write(path, members, true));
    CHECK_INT(package_open(&p, &a, path, NULL), TS_E_FORMAT);
    unlink(path);
    arena_clear(&a);
}

static void test_other_models(void) {
    static const struct {
        const char *meta, *config, *what;
    } rows[] = {
        {"", "", "JSON"},
        {"[]", "", "lang"},
        {"{\"lang\":\"de\",\"name\":\"core_web_sm\",\"version\":\"3.8.0\",\"license\":\"MIT\"}", "",
         ""},
        {"{\"lang\":\"en\",\"name\":\"core_web_sm\",\"version\":\"3.7.1\",\"license\":\"MIT\"}", "",
         "3.7.1"},
        {"{\"lang\":\"en\",\"name\":\"core_web_sm\",\"version\":\"3.8.0\",\"license\":\"GPL\"}", "",
         "GPL"},
        {"{\"lang\":\"en\",\"name\":\"other\",\"version\":\"3.8.0\",\"license\":\"MIT\"}", "",
         "other"},
        {"{\"lang\":\"en\",\"name\":\"core_web_sm\",\"version\":\"3.8.0\",\"license\":\"MIT\"}",
         "[other]\nlang = \"en\"\n", "nlp lang"},
        {"{\"lang\":\"en\",\"name\":\"core_web_sm\",\"version\":\"3.8.0\",\"license\":\"MIT\"}",
         "[nlp]\nlang = \"en\"\npipeline = [\"ner\"]\n", "pipeline"},
    };
    CHECK_ROWS (i, rows) {
        struct arena a = arena_here();
        char path[ZIP_PATH];
        struct str file;
        struct ts_error err = {0};
        const struct zip_member members[] = {{"m/config.cfg", str_of(rows[i].config)},
                                             {"m/meta.json", str_of(rows[i].meta)},
                                             {"m/LICENSE", STR("x")},
                                             {"m/LICENSES_SOURCES", STR("x")},
                                             {NULL, {NULL, 0}}};
        CHECK_NEED(zip_write(path, members, false));
        CHECK_INT(convert_package(&file, &a, path, &err), TS_E_FORMAT);
        if (!CHECK(strstr(err.message, rows[i].what) != NULL))
            printf("# %s\n", err.message);
        unlink(path);
        arena_clear(&a);
    }
}

CHECK_MAIN({"members of the model's folder are found by their whole path", test_members},
           {"the model's folder is known by its file, and so is its kind", test_kinds},
           {"JSON is read, and what is none refused", test_json},
           {"what is no package of one model is refused", test_refused},
           {"a damaged package never gives other bytes", test_damaged},
           {"a member of more than 128 MiB is refused before it is unpacked", test_bomb},
           {"more than 4,096 members are refused", test_too_many},
           {"other models, versions and licences are refused", test_other_models})
