/* Lemmas by rules on a word's ending, lists of known words and lists of irregular ones.
 *
 * In a model file, made by convert_lemmatizer.c: "lemma.keys" u64 [n] has the ids (string_id.h) of
 * the parts of speech, in lower case, that have tables; those of number k are
 *   "lemma.k.rules"      list of strings: an ending, what stands in its place, the next ending, ...
 *   "lemma.k.index"      table of strings: known lemmas
 *   "lemma.k.exceptions" table of strings: words; "lemma.k.ends" u32: for each, the end of its
 *   "lemma.k.lemmas"     list of strings
 */
#ifndef ENGLISH_LEMMATIZER_H
#define ENGLISH_LEMMATIZER_H

#include "english/doc.h"

/* A known word may have LEMMA_BYTES bytes, a part of speech LEMMA_RULES rules, a word LEMMA_CHOICES
 * irregular lemmas; at most LEMMA_TABLES parts of speech have tables. */
enum { LEMMA_BYTES = 255, LEMMA_RULES = 64, LEMMA_CHOICES = 16, LEMMA_TABLES = 32 };

/** The tables of one part of speech. */
struct lemma_table {
    struct string_list rules, lemmas;
    struct string_table index, exceptions;
    const uint32_t *ends;
};

struct lemma_label;

/** Read-only once open. The strings lie in the model file. */
struct lemmatizer {
    struct lemma_table tables[LEMMA_TABLES];
    struct lemma_label *labels; /* what each label means here */
    uint32_t label_count;
};

/** Opens the lemmatizer of a model file, which must outlive it. The labels must have all parts of
 * speech and morphologies that docs will have: after ruler_open. TS_E_MODEL "bad_model",
 * TS_E_MEMORY. */
int lemmatizer_open(struct lemmatizer *out, struct arena *a, const struct model_file *m,
                    const struct labels *l, struct ts_error *err);

/** Sets the lemma of every token that has none, from its spelling, pos and morph (spaCy 3.8,
 * EnglishLemmatizer). Linear time. TS_E_MEMORY, TS_E_LIMIT. */
int lemmatizer_run(const struct lemmatizer *z, const struct forms *f, struct doc *doc,
                   struct ts_error *err);

#endif
