/* Text to tokens, as the model was trained on them: the rules of spaCy's tokenizer 3.8 over the
 * tables of a model file. */
#ifndef ENGLISH_TOKENIZER_H
#define ENGLISH_TOKENIZER_H

#include "english/doc.h"
#include "english/tokenizer_parts.h"

/** Opens the tokenizer over a model file, which must outlive it; storage in a. Read-only
 * afterwards: threads may share it. TS_E_MODEL "bad_model", TS_E_MEMORY. */
int tokenizer_open(struct tokenizer *out, struct arena *a, const struct model_file *m,
                   struct ts_error *err);

/** One thread's store of what chunks are cut into, and its buffers; they change no result. */
void tokenizer_work_init(struct tokenizer_work *w, const struct mem *mem);

/** Forgets and frees all. It must be called whenever the forms are cleared. Can be used again. */
void tokenizer_work_clear(struct tokenizer_work *w);

/**
 * Appends the tokens of doc->text (well-formed UTF-8) to doc->tokens, which is empty: text, form,
 * space and is_space are set, all else is zero. w is always used with the same forms. Time grows
 * linearly with the text. TS_E_MEMORY; TS_E_LIMIT "too_large" for more than 2^32 - 1 bytes.
 */
int tokenizer_run(const struct tokenizer *t, struct tokenizer_work *w, struct forms *forms,
                  struct doc *doc, struct ts_error *err);

#endif
