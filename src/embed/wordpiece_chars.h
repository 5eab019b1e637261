/* What BERT's uncased normaliser makes of one code point, as Hugging Face's tokenizers answer it
 * (BertNormalizer: clean_text, handle_chinese_chars, strip_accents, lowercase; BertPreTokenizer),
 * over utf8proc's tables. */
#ifndef EMBED_WORDPIECE_CHARS_H
#define EMBED_WORDPIECE_CHARS_H

#include <stdbool.h>
#include <stdint.h>

enum { WORDPIECE_PARTS = 4 }; /* the longest canonical decomposition */

/**
 * Writes what is left of a code point to out, and returns how many that are: decomposed (NFD),
 * without marks, in lower case. White space gives ' '; a control, a mark alone, U+0000 and U+FFFD
 * give none.
 */
uint32_t wordpiece_normal(uint32_t out[WORDPIECE_PARTS], uint32_t cp);

bool wordpiece_is_ideograph(uint32_t cp);   /* of the text: a word of its own */
bool wordpiece_is_punctuation(uint32_t cp); /* of what is normal: a word of its own too */

#endif
