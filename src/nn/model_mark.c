#include "nn/model_mark.h"

#include "base/utf8.h"

#include <stdio.h>

int model_mark_read(struct model_mark *out, char room[MODEL_MARK_NAME], const struct model_file *m,
                    struct ts_error *err) {
    struct tensor name, version;
    size_t name_bytes = 0, version_bytes = 0;
    int status = model_get(&name, m, "about.name", TENSOR_U8, 1, &name_bytes, err);
    if (status == TS_OK)
        status = model_get(&version, m, "about.version", TENSOR_U8, 1, &version_bytes, err);
    if (status != TS_OK)
        return status;
    struct str n = {name.at, name_bytes}, v = {version.at, version_bytes};
    if (n.n + v.n + 2 > MODEL_MARK_NAME || utf8_invalid(n) != SIZE_MAX ||
        utf8_invalid(v) != SIZE_MAX)
        return model_bad(err, m, "its name is not one");
    snprintf(room, MODEL_MARK_NAME, "%.*s %.*s", STR_FMT(n), STR_FMT(v));
    *out = (struct model_mark){str_of(room), str_of(m->identity)};
    return TS_OK;
}
