/* Model packages to model files: what `twosource model build` does. */
#ifndef CONVERT_CONVERT_H
#define CONVERT_CONVERT_H

#include "convert/package.h"
#include "nn/model_write.h"

/**
 * Reads the package at path (a wheel of en_core_web_sm 3.8 or of all-MiniLM-L6-v2) and makes the
 * model file's bytes in *out, in a. Every size is checked against the layers it belongs to;
 * anything that the program would not know how to run is refused. TS_E_IO; TS_E_FORMAT
 * "bad_package"; TS_E_MEMORY; TS_E_LIMIT.
 */
int convert_package(struct str *out, struct arena *a, const char *path, struct ts_error *err);

/* The parts, a file each: convert_<part>.c. Each adds its tensors. A pipeline's, which english/
 * reads: */
int convert_about(struct model_writer *w, struct package *p, struct ts_error *err);
int convert_networks(struct model_writer *w, struct package *p, struct ts_error *err);
int convert_tokenizer(struct model_writer *w, struct package *p, struct ts_error *err);
int convert_forms(struct model_writer *w, struct package *p, struct ts_error *err);
int convert_transitions(struct model_writer *w, struct package *p, struct ts_error *err);
int convert_ruler(struct model_writer *w, struct package *p, struct ts_error *err);
int convert_lemmatizer(struct model_writer *w, struct package *p, struct ts_error *err);

/* A sentence network's, which embed/ reads: */
int convert_sentences(struct model_writer *w, struct package *p, struct ts_error *err);
int convert_sentence_pieces(struct model_writer *w, struct package *p, struct ts_error *err);

#endif
