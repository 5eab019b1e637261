#include "engine/opened_model.h"

#include "twosource/model.h"

struct str model_kind_file(enum model_kind kind) {
    return kind == MODEL_ENGLISH ? STR(TS_MODEL_FILE) : STR(TS_VECTORS_FILE);
}

/* By what the model is called; the pipeline refuses what is neither. */
static enum model_kind kind_of(const struct model_file *m) {
    char name[MODEL_MARK_NAME];
    struct model_mark mark;
    bool embedder = model_mark_read(&mark, name, m, NULL) == TS_OK &&
                    str_starts(mark.name, STR("all-MiniLM-L6 "));
    return embedder ? MODEL_EMBEDDER : MODEL_ENGLISH;
}

/* What runs over the file, which is closed when that fails. */
static int run_over(struct opened_model *out, const struct mem *mem, struct ts_error *err) {
    out->kind = kind_of(&out->file);
    int status = out->kind == MODEL_EMBEDDER
                     ? embedder_open(&out->embedder, mem, &out->file, NULL, err)
                     : english_open(&out->english, mem, &out->file, NULL, err);
    if (status != TS_OK)
        model_close(&out->file);
    return status;
}

int opened_model_open(struct opened_model *out, const struct mem *mem, const char *path,
                      struct ts_error *err) {
    int status = model_open(&out->file, path, err);
    if (status == TS_E_IO) { /* to whoever needs it, a file that cannot be read is a missing one */
        status = TS_E_MODEL;
        if (err)
            err->status = TS_E_MODEL;
    }
    return status == TS_OK ? run_over(out, mem, err) : status;
}

int opened_model_from_bytes(struct opened_model *out, const struct mem *mem, struct str bytes,
                            struct ts_error *err) {
    int status = model_from_bytes(&out->file, bytes.at, bytes.n, err);
    return status == TS_OK ? run_over(out, mem, err) : status;
}

void opened_model_close(struct opened_model *m) {
    if (m->kind == MODEL_EMBEDDER)
        embedder_close(m->embedder);
    else
        english_close(m->english);
    model_close(&m->file);
}
