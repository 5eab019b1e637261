/* Where models are looked for, and the engine's store of one. */
#include "check.h"
#include "engine/model_folders.h"
#include "engine/model_store.h"
#include "twosource/model.h"

#include <stdlib.h>
#include <sys/stat.h>

static void set(const char *variable, const char *value) {
    if (value)
        setenv(variable, value, 1);
    else
        unsetenv(variable);
}

/* The folders, parted by blanks. */
static struct str folders_of(struct arena *a, const char *given) {
    static char text[256];
    struct model_folders f;
    struct ts_error err;
    size_t n = 0;
    if (!CHECK_INT(model_folders_of(&f, a, given, &err), TS_OK))
        return STR_NONE;
    for (uint32_t i = 0; i < f.list.n; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%s%s", i ? " " : "", f.list.at[i].at);
    return (struct str){text, n};
}

static void test_folders(void) {
    static const struct {
        const char *given, *models, *cache, *home, *want;
    } rows[] = {
        {"/given", "/m", "/c", "/h", "/given"},
        {"", "/m", "/c", "/h", "/m"},
        {NULL, "/m:n::/o/:", "/c", "/h", "/m n /o/"},
        {NULL, ":", "/c", "/h", ""},
        {NULL, "", "/c", "/h", "/c/twosource/models"},
        {NULL, NULL, "/c/", "/h", "/c/twosource/models"},
        {NULL, NULL, "c", "/h", "/h/.cache/twosource/models"},
        {NULL, NULL, NULL, "/h", "/h/.cache/twosource/models"},
        {NULL, NULL, NULL, "h", ""},
        {NULL, NULL, NULL, NULL, ""},
    };
    const char *const names[] = {"TWOSOURCE_MODELS", "XDG_CACHE_HOME", "HOME"};
    char *before[3];
    struct mem mem = mem_system();
    struct arena a;
    arena_init(&a, &mem, 0);
    for (size_t i = 0; i < 3; i++)
        before[i] = getenv(names[i]) ? strdup(getenv(names[i])) : NULL;
    CHECK_ROWS (i, rows) {
        set(names[0], rows[i].models);
        set(names[1], rows[i].cache);
        set(names[2], rows[i].home);
        struct str got = folders_of(&a, rows[i].given);
        CHECK_STR(got.at, got.n, rows[i].want);
    }
    for (size_t i = 0; i < 3; i++) {
        set(names[i], before[i]);
        free(before[i]);
    }
    arena_clear(&a);
}

static void touch(const char *path) {
    FILE *f = fopen(path, "wb");
    if (CHECK(f != NULL))
        fclose(f);
}

static void test_list(void) {
    struct ts_options options = TS_OPTIONS_INIT;
    struct ts_error err;
    ts_models *m;
    CHECK_INT(mkdir("listed", 0777), 0);
    options.models = "listed";
    touch("listed/b.model");
    touch("listed/a.model");
    touch("listed/.c.model");
    touch("listed/d.model.Xy12Za");
    CHECK_NEED(ts_models_new(&m, &options, &err) == TS_OK);
    CHECK(strcmp(ts_models_folder(m, 0), "listed") == 0);
    CHECK(ts_models_folder(m, 1) == NULL);
    CHECK(strcmp(ts_models_path(m, 0), "listed/a.model") == 0);
    CHECK(strcmp(ts_models_path(m, 1), "listed/b.model") == 0);
    CHECK(ts_models_path(m, 2) == NULL);
    ts_models_free(m);
    options.models = "not-there";
    CHECK_NEED(ts_models_new(&m, &options, &err) == TS_OK);
    CHECK(ts_models_path(m, 0) == NULL);
    ts_models_free(m);
}

static void test_missing(void) {
    struct mem mem = mem_system();
    struct ts_error err = {0};
    struct model_store *s;
    struct english_worker *w;
    CHECK_NEED(model_store_new(&s, &mem, "not-there", &err) == TS_OK);
    for (int i = 0; i < 2; i++) {
        err = (struct ts_error){0};
        CHECK_INT(model_store_take(&w, s, &err), TS_E_MODEL);
        CHECK_INT(err.status, TS_E_MODEL);
        CHECK(strcmp(err.outcome, "no_model") == 0);
        CHECK_INT(mkdir("not-there", 0777), i ? -1 : 0); /* what comes later is not looked for */
        touch("not-there/" TS_MODEL_FILE);
        CHECK_INT(model_store_take(&w, s, NULL), TS_E_MODEL);
    }
    model_store_free(s);
    CHECK_NEED(model_store_new(&s, &mem, "not-there", &err) == TS_OK);
    CHECK_INT(model_store_take(&w, s, &err), TS_E_MODEL);
    CHECK(strcmp(err.outcome, "bad_model") == 0);
    model_store_free(s);
}

static void test_workers(void) {
    enum { WORKERS = 20 };
    struct mem mem = mem_system();
    struct ts_error err = {0};
    struct model_store *s;
    struct english_worker *at[WORKERS], *again;
    CHECK_NEED(model_store_new(&s, &mem, NULL, &err) == TS_OK);
    for (int i = 0; i < WORKERS; i++) {
        if (!CHECK_INT(model_store_take(&at[i], s, &err), TS_OK)) {
            printf("# %s\n", err.message);
            model_store_free(s);
            return;
        }
        for (int j = 0; j < i; j++)
            CHECK(at[i] != at[j]);
    }
    model_store_give(s, at[3]);
    CHECK_INT(model_store_take(&again, s, &err), TS_OK);
    CHECK(again == at[3]);
    for (int i = 0; i < WORKERS; i++)
        model_store_give(s, at[i]);
    model_store_free(s);
}

CHECK_MAIN({"the folders are those of the options, the environment or the cache", test_folders},
           {"model files are listed by name, and nothing else", test_list},
           {"a model that is missing is asked for once", test_missing},
           {"workers that are out are different, and those given back are taken again",
            test_workers})
