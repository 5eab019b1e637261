/* WordPiece: a text as the pieces that an uncased BERT model was trained on, the same ids that
 * sentence-transformers give (Hugging Face's tokenizers: BertNormalizer, BertPreTokenizer,
 * WordPiece; Devlin et al. 2019, Wu et al. 2016 section 4.1). */
#ifndef EMBED_WORDPIECE_H
#define EMBED_WORDPIECE_H

#include "nn/string_table.h"

enum { WORDPIECE_SPECIALS = 5 };

/** The vocabulary; borrows the model file. Read-only once open, so threads may share it. */
struct wordpiece {
    struct string_table pieces;    /* index: id; one that goes on with a word begins with "##" */
    uint32_t unknown, first, last; /* [UNK], [CLS], [SEP] */
    uint32_t special[WORDPIECE_SPECIALS]; /* ids of those that stand for themselves in a text */
    uint32_t special_count;
    uint32_t longest_bytes; /* of all pieces */
};

/**
 * Opens the vocabulary: the string table "pieces" of the model file, which must outlive it. It must
 * have [UNK], [CLS] and [SEP], and at most 65,535 pieces. TS_E_MODEL "bad_model".
 */
int wordpiece_open(struct wordpiece *out, const struct model_file *m, struct ts_error *err);

/**
 * Writes [CLS], the pieces of the text and [SEP] to ids, and returns how many these are: at most
 * room (2 or more), the pieces that do not fit being left out. A word of more than 100 code points,
 * or with a part that no piece fits, is one [UNK]. "[SEP]" and its like in the text are the piece
 * itself. text is well-formed UTF-8. Time is linear in the text, and it is read no further than the
 * word that fills ids.
 */
uint32_t wordpiece_ids(uint16_t *ids, const struct wordpiece *w, struct str text, uint32_t room);

#endif
