/* Words as small numbers for the claims, and which of them name one kind of event
 * (data/events.tsv). */
#ifndef COMPARE_EVENT_WORDS_H
#define COMPARE_EVENT_WORDS_H

#include "compare/work.h"

enum event_word_class { EVENT_VERB, EVENT_NOUN, EVENT_ADJECTIVE, EVENT_CLASSES };
enum { EVENT_KINDS_MAX = 3 };

/** The kinds of event that a word of one class names: numbers from 1, 0 after the last. */
struct event_kinds {
    uint32_t at[EVENT_KINDS_MAX];
};

/** A word in lower case, or a kind of event, and what is known of it. */
struct event_word {
    double weight;                 /* how much it tells; 0: nothing */
    uint32_t kinds[EVENT_CLASSES]; /* index in event_words.kinds; 0: it names no event */
    struct lemma_set classes;      /* of data/lemma_classes.tsv */
    bool light;                    /* as a verb it says little */
    bool refutes;                  /* calls what was told untrue */
    bool judges;                   /* tells what somebody thinks of a thing */
};

struct event_words {
    struct work *w;
    struct map ids;                   /* a word -> its number, the index in words */
    VEC_OF(struct event_word) words;  /* first the kinds: kind k has the number k - 1 */
    VEC_OF(struct event_kinds) kinds; /* [0] is empty */
    struct map table[EVENT_CLASSES];  /* the words of the table -> index in kinds */
    uint32_t kind_count;              /* kinds are 1..kind_count */
    uint32_t light, refute, judge;    /* the kinds that are none */
};

/** Reads the table; all storage is in w's scratch arena. TS_E_MEMORY, or TS_E_FORMAT. */
int event_words_init(struct event_words *t, struct work *w);

/** The number of a word, whose ASCII letters are folded; NO_INDEX when memory is refused. */
uint32_t event_words_id(struct event_words *t, struct str word);

#endif
