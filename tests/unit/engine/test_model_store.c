/* Where models are looked for, and the engine's store of them. */
#include "check.h"
#include "engine/model_folders.h"
#include "engine/model_store.h"
#include "twosource/model.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

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

/* A worker of either kind. */
static int take(void **out, struct model_store *s, enum model_kind kind, struct ts_error *err) {
    struct english_worker *english = NULL;
    struct embedder_worker *embedder = NULL;
    int status = kind == MODEL_EMBEDDER ? model_store_take_embedder(&embedder, s, err)
                                        : model_store_take(&english, s, err);
    *out = kind == MODEL_EMBEDDER ? (void *)embedder : (void *)english;
    return status;
}

static void give(struct model_store *s, enum model_kind kind, void *worker) {
    if (kind == MODEL_EMBEDDER)
        model_store_give_embedder(s, worker);
    else
        model_store_give(s, worker);
}

static const char *const files[MODEL_KINDS] = {TS_MODEL_FILE, TS_VECTORS_FILE};

static void check_missing(enum model_kind kind, const char *folder) {
    struct mem mem = mem_system();
    struct ts_error err = {0};
    struct model_store *s;
    char path[128];
    void *w;
    snprintf(path, sizeof path, "%s/%s", folder, files[kind]);
    CHECK_NEED(model_store_new(&s, &mem, folder, &err) == TS_OK);
    for (int i = 0; i < 2; i++) {
        err = (struct ts_error){0};
        CHECK_INT(take(&w, s, kind, &err), TS_E_MODEL);
        CHECK_INT(err.status, TS_E_MODEL);
        CHECK(strcmp(err.outcome, "no_model") == 0);
        CHECK(strstr(err.message, files[kind]) && strstr(err.message, folder));
        CHECK_INT(mkdir(folder, 0777), i ? -1 : 0); /* what comes later is not looked for */
        touch(path);
        CHECK_INT(take(&w, s, kind, NULL), TS_E_MODEL);
    }
    model_store_free(s);
    CHECK_NEED(model_store_new(&s, &mem, folder, &err) == TS_OK);
    CHECK_INT(take(&w, s, kind, &err), TS_E_MODEL);
    CHECK(strcmp(err.outcome, "bad_model") == 0);
    CHECK_INT(take(&w, s, kind == MODEL_ENGLISH ? MODEL_EMBEDDER : MODEL_ENGLISH, &err),
              TS_E_MODEL); /* each is looked for by itself */
    CHECK(strcmp(err.outcome, "no_model") == 0);
    model_store_free(s);
}

static void test_missing(void) {
    check_missing(MODEL_ENGLISH, "no-english");
    check_missing(MODEL_EMBEDDER, "no-sentences");
}

/* Each kind under the other's name. */
static void test_other_kind(void) {
    struct mem mem = mem_system();
    struct ts_error err = {0};
    struct model_store *s;
    struct arena a;
    arena_init(&a, &mem, 0);
    CHECK_INT(mkdir("exchanged", 0777), 0);
    for (int kind = 0; kind < MODEL_KINDS; kind++) {
        struct model_folders folders;
        struct str path = STR_NONE;
        char name[128];
        snprintf(name, sizeof name, "exchanged/%s", files[MODEL_KINDS - 1 - kind]);
        CHECK_INT(model_folders_of(&folders, &a, NULL, &err), TS_OK);
        CHECK_NEED(model_folders_find(&path, &a, &folders, (enum model_kind)kind, &err) == TS_OK);
        CHECK_INT(symlink(path.at, name), 0);
    }
    CHECK_NEED(model_store_new(&s, &mem, "exchanged", &err) == TS_OK);
    for (int kind = 0; kind < MODEL_KINDS; kind++) {
        void *w;
        err = (struct ts_error){0};
        CHECK_ROW((size_t)kind);
        CHECK_INT(take(&w, s, (enum model_kind)kind, &err), TS_E_MODEL);
        CHECK(strcmp(err.outcome, "bad_model") == 0);
        CHECK(strstr(err.message, files[kind]) && strstr(err.message, "another kind"));
    }
    model_store_free(s);
    arena_clear(&a);
}

static void check_workers(enum model_kind kind) {
    enum { WORKERS = 20 };
    struct mem mem = mem_system();
    struct ts_error err = {0};
    struct model_store *s;
    void *at[WORKERS], *again;
    CHECK_NEED(model_store_new(&s, &mem, NULL, &err) == TS_OK);
    for (int i = 0; i < WORKERS; i++) {
        if (!CHECK_INT(take(&at[i], s, kind, &err), TS_OK)) {
            printf("# %s\n", err.message);
            model_store_free(s);
            return;
        }
        for (int j = 0; j < i; j++)
            CHECK(at[i] != at[j]);
    }
    give(s, kind, at[3]);
    CHECK_INT(take(&again, s, kind, &err), TS_OK);
    CHECK(again == at[3]);
    for (int i = 0; i < WORKERS; i++)
        give(s, kind, at[i]);
    model_store_free(s);
}

static void test_workers(void) {
    check_workers(MODEL_ENGLISH);
    check_workers(MODEL_EMBEDDER);
}

CHECK_MAIN({"the folders are those of the options, the environment or the cache", test_folders},
           {"model files are listed by name, and nothing else", test_list},
           {"a model that is missing is asked for once", test_missing},
           {"a model of the other kind is refused", test_other_kind},
           {"workers that are out are different, and those given back are taken again",
            test_workers})
