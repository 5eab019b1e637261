/* Implements twosource/model.h: building, checking and listing model files. */
#include "twosource/model.h"

#include "base/buf.h"
#include "convert/convert.h"
#include "engine/model_folders.h"
#include "engine/opened_model.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Of the memory for reading a package. */
static const size_t build_bytes = (size_t)512 << 20;

static struct mem mem_of(const struct ts_options *options) {
    if (options && options->allocator.resize)
        return (struct mem){options->allocator.resize, options->allocator.context};
    return mem_system();
}

static const char *models_of(const struct ts_options *options) {
    return options ? options->models : NULL;
}

static int put_path(struct ts_model *out, const char *path, struct ts_error *err) {
    size_t n = strlen(path);
    if (n >= sizeof out->path)
        return err_set(err, TS_E_USAGE, "too_long", "the path has %zu bytes; %zu are the most", n,
                       sizeof out->path - 1);
    memcpy(out->path, path, n + 1);
    return TS_OK;
}

/* A text of the model that fits into room bytes with its NUL, and can stand in a file's name. */
static int put_text(char *out, size_t room, const struct model_file *m, const char *name,
                    struct ts_error *err) {
    struct tensor t;
    int status = model_get(&t, m, name, TENSOR_U8, 1, NULL, err);
    if (status != TS_OK)
        return status;
    const char *text = t.at;
    bool good = t.count > 0 && t.count < room && text[0] != '.';
    for (size_t i = 0; good && i < t.count; i++)
        good = text[i] >= ' ' && text[i] <= '~' && text[i] != '/';
    if (!good)
        return model_bad(err, m, "%s is no name", name);
    memcpy(out, text, t.count);
    out[t.count] = 0;
    return TS_OK;
}

/* All but the path. */
static int describe(struct ts_model *out, const struct model_file *m, struct ts_error *err) {
    out->bytes = m->n;
    memcpy(out->sha256, m->identity, sizeof out->sha256);
    int status = put_text(out->name, sizeof out->name, m, "about.name", err);
    if (status == TS_OK)
        status = put_text(out->version, sizeof out->version, m, "about.version", err);
    if (status == TS_OK)
        status = put_text(out->licence, sizeof out->licence, m, "about.licence", err);
    return status;
}

/* ---- Checking */

/* used: whether an engine would open it as a model of this kind. */
static int check_file(struct ts_model *out, const struct mem *mem, bool used, enum model_kind kind,
                      struct ts_error *err) {
    struct opened_model model;
    int status = opened_model_open(&model, mem, out->path, err);
    if (status != TS_OK)
        return status;
    status = used && model.kind != kind
                 ? model_bad(err, &model.file, "it is a model of another kind")
                 : model_check(&model.file, err);
    if (status == TS_OK)
        status = describe(out, &model.file, err);
    opened_model_close(&model);
    return status;
}

int ts_model_check(struct ts_model *out, const char *path, const struct ts_options *options,
                   struct ts_error *err) {
    struct mem mem = mem_of(options);
    *out = (struct ts_model){.bytes = 0};
    int status = put_path(out, path, err);
    return status == TS_OK ? check_file(out, &mem, false, MODEL_ENGLISH, err) : status;
}

static int find(struct ts_model *out, const struct mem *mem, enum model_kind kind,
                const struct ts_options *options, struct ts_error *err) {
    struct arena a;
    struct model_folders folders;
    struct str found;
    arena_init(&a, mem, 0);
    int status = model_folders_of(&folders, &a, models_of(options), err);
    if (status == TS_OK)
        status = model_folders_find(&found, &a, &folders, kind, err);
    if (status == TS_OK)
        status = put_path(out, found.at, err);
    arena_clear(&a);
    return status;
}

int ts_model_check_used(struct ts_model *out, const char *file, const struct ts_options *options,
                        struct ts_error *err) {
    struct mem mem = mem_of(options);
    bool embedder = str_eq(str_of(file), model_kind_file(MODEL_EMBEDDER));
    enum model_kind kind = embedder ? MODEL_EMBEDDER : MODEL_ENGLISH;
    *out = (struct ts_model){.bytes = 0};
    int status = find(out, &mem, kind, options, err);
    return status == TS_OK ? check_file(out, &mem, true, kind, err) : status;
}

/* ---- Building */

static int not_written(struct ts_error *err, const char *path) {
    return err_set(err, TS_E_IO, "not_written", "%s could not be written: %s", path,
                   strerror(errno));
}

static bool is_folder(const char *path) {
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Makes the folders on the way to the file. */
static int make_folders(const struct ts_model *m, struct ts_error *err) {
    char folder[sizeof m->path];
    size_t n = strlen(m->path);
    memcpy(folder, m->path, n + 1);
    for (size_t i = 1; i < n; i++) {
        if (folder[i] != '/')
            continue;
        folder[i] = 0;
        if (mkdir(folder, 0777) != 0 && !is_folder(folder))
            return not_written(err, folder);
        folder[i] = '/';
    }
    return TS_OK;
}

static bool write_all(int fd, struct str bytes) {
    while (bytes.n) {
        ssize_t done = write(fd, bytes.at, bytes.n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return false;
        bytes = str_cut(bytes, (size_t)done, bytes.n);
    }
    return true;
}

/* Under another name beside it first, so that path never names half a file. */
static int write_file(const char *path, struct str bytes, struct arena *a, struct ts_error *err) {
    struct buf name;
    buf_init(&name, a, SIZE_MAX / 2);
    buf_put(&name, str_of(path));
    buf_put(&name, STR(".XXXXXX\0"));
    if (name.failed)
        return arena_fail(a, err);
    int fd = mkstemp(name.at);
    if (fd < 0)
        return not_written(err, path);
    bool ok = write_all(fd, bytes) && fchmod(fd, 0644) == 0 && fsync(fd) == 0;
    ok = close(fd) == 0 && ok;
    if (ok && rename(name.at, path) == 0)
        return TS_OK;
    int status = not_written(err, path);
    unlink(name.at);
    return status;
}

/* Where the model goes when nothing else is said. */
static int default_path(struct ts_model *out, struct arena *a, const struct ts_options *options,
                        struct ts_error *err) {
    struct model_folders folders;
    int status = model_folders_of(&folders, a, models_of(options), err);
    if (status != TS_OK)
        return status;
    if (!folders.list.n)
        return err_set(err, TS_E_USAGE, "no_folder",
                       "there is no folder for models: set HOME or TWOSOURCE_MODELS, or name the "
                       "file to write");
    struct buf name;
    buf_init(&name, a, SIZE_MAX / 2);
    buf_put(&name, str_of(out->name));
    buf_putc(&name, '-');
    buf_put(&name, str_of(out->version));
    struct str path = model_folders_join(a, folders.list.at[0], buf_str(&name), STR(".model"));
    if (name.failed || !path.at)
        return arena_fail(a, err);
    return put_path(out, path.at, err);
}

/* That what it is for can be opened over the bytes. */
static int try_bytes(struct ts_model *out, struct str bytes, const struct mem *mem,
                     struct ts_error *err) {
    struct opened_model model;
    int status = opened_model_from_bytes(&model, mem, bytes, err);
    if (status != TS_OK)
        return status;
    status = describe(out, &model.file, err);
    opened_model_close(&model);
    return status;
}

int ts_model_build(struct ts_model *out, const char *package, const char *to,
                   const struct ts_options *options, struct ts_error *err) {
    struct mem mem = mem_of(options);
    struct arena a;
    struct str bytes;
    *out = (struct ts_model){.bytes = 0};
    arena_init(&a, &mem, build_bytes);
    int status = convert_package(&bytes, &a, package, err);
    if (status == TS_OK)
        status = try_bytes(out, bytes, &mem, err);
    if (status == TS_OK)
        status = to ? put_path(out, to, err) : default_path(out, &a, options, err);
    if (status == TS_OK)
        status = make_folders(out, err);
    if (status == TS_OK)
        status = write_file(out->path, bytes, &a, err);
    arena_clear(&a);
    return status;
}

/* ---- Listing */

struct ts_models {
    struct arena arena;
    struct model_folders folders;
    VEC_OF(struct str) paths;
};

static int by_bytes(const void *a, const void *b) {
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static bool is_model(const char *name) {
    return name[0] != '.' && str_ends(str_of(name), STR(".model"));
}

static bool add_path(ts_models *m, struct str folder, const char *name) {
    struct str *slot = VEC_PUSH(&m->arena, &m->paths);
    if (!slot)
        return false;
    *slot = model_folders_join(&m->arena, folder, str_of(name), STR_NONE);
    return slot->at != NULL;
}

static int list_folder(ts_models *m, struct str folder, struct ts_error *err) {
    uint32_t first = m->paths.n;
    DIR *d = opendir(folder.at);
    if (!d && (errno == ENOENT || errno == ENOTDIR))
        return TS_OK;
    if (!d)
        return err_set(err, TS_E_IO, "not_readable", "%s: %s", folder.at, strerror(errno));
    bool ok = true;
    for (struct dirent *e; ok && (e = readdir(d));)
        if (is_model(e->d_name))
            ok = add_path(m, folder, e->d_name);
    closedir(d);
    if (!ok)
        return arena_fail(&m->arena, err);
    if (m->paths.n > first)
        qsort(m->paths.at + first, m->paths.n - first, sizeof *m->paths.at, by_bytes);
    return TS_OK;
}

int ts_models_new(ts_models **out, const struct ts_options *options, struct ts_error *err) {
    struct mem mem = mem_of(options);
    *out = NULL;
    ts_models *m = mem_alloc(&mem, sizeof *m);
    if (!m)
        return err_memory(err);
    *m = (ts_models){.paths = {.n = 0}};
    arena_init(&m->arena, &mem, 0);
    int status = model_folders_of(&m->folders, &m->arena, models_of(options), err);
    for (uint32_t i = 0; status == TS_OK && i < m->folders.list.n; i++)
        status = list_folder(m, m->folders.list.at[i], err);
    if (status != TS_OK) {
        ts_models_free(m);
        return status;
    }
    *out = m;
    return TS_OK;
}

void ts_models_free(ts_models *models) {
    if (!models)
        return;
    struct mem mem = models->arena.mem;
    arena_clear(&models->arena);
    mem_free(&mem, models);
}

const char *ts_models_folder(const ts_models *models, size_t i) {
    return i < models->folders.list.n ? models->folders.list.at[i].at : NULL;
}

const char *ts_models_path(const ts_models *models, size_t i) {
    return i < models->paths.n ? models->paths.at[i].at : NULL;
}
