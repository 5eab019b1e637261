/* A model file with what runs over it: the pipeline of texts, or the embedder of sentences. */
#ifndef ENGINE_OPENED_MODEL_H
#define ENGINE_OPENED_MODEL_H

#include "embed/embedder.h"
#include "english/english.h"

enum model_kind { MODEL_ENGLISH, MODEL_EMBEDDER, MODEL_KINDS };

/** The name of the file that an engine opens, TS_MODEL_FILE or TS_VECTORS_FILE. */
struct str model_kind_file(enum model_kind kind);

struct opened_model {
    struct model_file file;
    enum model_kind kind;
    union {
        struct english *english;
        struct embedder *embedder;
    };
};

/** Opens the file at path, of whichever kind. TS_E_MODEL "no_model", "bad_model", "not_readable";
 * TS_E_MEMORY. On success *out is to be given to opened_model_close. */
int opened_model_open(struct opened_model *out, const struct mem *mem, const char *path,
                      struct ts_error *err);

/** The same over a file's bytes, as model_from_bytes. */
int opened_model_from_bytes(struct opened_model *out, const struct mem *mem, struct str bytes,
                            struct ts_error *err);

void opened_model_close(struct opened_model *m);

#endif
