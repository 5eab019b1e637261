/* Which weights something was made by. */
#ifndef NN_MODEL_MARK_H
#define NN_MODEL_MARK_H

#include "nn/model_file.h"

enum { MODEL_MARK_NAME = 128 };

/** The model's name ("en_core_web_sm 3.8.0") and the sha256 of its contents as hexadecimal digits.
 */
struct model_mark {
    struct str name, sha256;
};

/** Reads a model's mark, whose name is put into room; both must last as long as the mark.
 * TS_E_MODEL "bad_model" when it has no name. */
int model_mark_read(struct model_mark *out, char room[MODEL_MARK_NAME], const struct model_file *m,
                    struct ts_error *err);

#endif
