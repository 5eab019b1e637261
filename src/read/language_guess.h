/* Whether a text is English, by its commonest words. */
#ifndef READ_LANGUAGE_GUESS_H
#define READ_LANGUAGE_GUESS_H

#include "base/str.h"

/** "en" when the first words of text are surely English, else none: what else it may be is not
 * said. Bounded time. */
struct str language_guess(struct str text);

#endif
