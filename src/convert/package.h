/* A model package (a Python wheel: a zip) and the formats inside it, each read within bounds. */
#ifndef CONVERT_PACKAGE_H
#define CONVERT_PACKAGE_H

#include "base/json_in.h"
#include "base/str.h"

struct package;

/** What a package holds, by the file that its model's folder is known by. */
enum package_kind {
    PACKAGE_SPACY,    /* config.cfg: a pipeline */
    PACKAGE_SENTENCES /* model.safetensors: a network that makes vectors of sentences */
};

/** Opens the zip at path, which holds one model: one folder with one of these files. TS_E_IO;
 * TS_E_FORMAT "bad_package", also when it has more than 4,096 members or unpacks to more than
 * 256 MiB. */
int package_open(struct package **out, struct arena *a, const char *path, struct ts_error *err);
void package_close(struct package *p); /* NULL is a no-op */

enum package_kind package_kind(const struct package *p);

/** The bytes of the member at path inside the model's folder ("tagger/model"), which are kept in
 * the arena, a NUL behind them; at most 128 MiB, checked against the zip's CRC. TS_E_FORMAT
 * "bad_package" when there is none or two. */
int package_file(struct str *out, struct package *p, const char *path, struct ts_error *err);

/** The same, as JSON: *out is to be given to json_decref. TS_E_FORMAT "bad_package" when it is
 * none, or would take more than 16 MiB of memory. */
int package_json(json_t **out, struct package *p, const char *path, struct ts_error *err);

#endif
