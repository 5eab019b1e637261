/* Where model files are looked for. */
#ifndef ENGINE_MODEL_FOLDERS_H
#define ENGINE_MODEL_FOLDERS_H

#include "engine/opened_model.h"

/** In the order in which they are looked in; each is NUL-ended. May be empty. */
struct model_folders {
    VEC_OF(struct str) list;
};

/**
 * given (may be NULL) alone, when it is set; else those of TWOSOURCE_MODELS; else the one in the
 * user's cache folder, by the XDG Base Directory Specification 0.8. Reads the environment.
 * TS_E_MEMORY.
 */
int model_folders_of(struct model_folders *out, struct arena *a, const char *given,
                     struct ts_error *err);

/** The path of the model of this kind that an engine opens, NUL-ended, in the first folder that has
 * it. TS_E_MODEL "no_model", with how to get it; TS_E_MEMORY. */
int model_folders_find(struct str *path, struct arena *a, const struct model_folders *folders,
                       enum model_kind kind, struct ts_error *err);

/** FOLDER/NAME.ENDING, NUL-ended; none when memory is refused. */
struct str model_folders_join(struct arena *a, struct str folder, struct str name,
                              struct str ending);

#endif
