/* Classes of lemmas that the rules of the stage ask for (data/lemma_classes.tsv), so that one test
 * of a bit tells whether a word is among a rule's words. */
#ifndef COMPARE_LEMMA_CLASSES_H
#define COMPARE_LEMMA_CLASSES_H

#include "base/map.h"

/** What a lemma can be; the table says what each class is for. */
enum lemma_class {
    LEMMA_ACT_QUALITY,
    LEMMA_ANNOUNCING,
    LEMMA_ANOTHER,
    LEMMA_ASKING,
    LEMMA_ASSERT,
    LEMMA_BARE_SAYING,
    LEMMA_BEST,
    LEMMA_BODY,
    LEMMA_CALL,
    LEMMA_CHECK,
    LEMMA_CLAUSE_VERB,
    LEMMA_CONFIRM,
    LEMMA_CONTENT,
    LEMMA_DOCUMENT,
    LEMMA_DROP,
    LEMMA_EARLY,
    LEMMA_FALSIFY,
    LEMMA_FINITE_VERB,
    LEMMA_GROUP,
    LEMMA_HEARSAY,
    LEMMA_HELD,
    LEMMA_JOINT,
    LEMMA_JUDGED_OBJECT,
    LEMMA_KNOW_OF,
    LEMMA_LABEL,
    LEMMA_MOCKERY,
    LEMMA_NAMING,
    LEMMA_NEWS_OF,
    LEMMA_NO_DEED,
    LEMMA_NO_TIME,
    LEMMA_NONE,
    LEMMA_NONSENSE,
    LEMMA_NOT_ONLY,
    LEMMA_OF_ALL,
    LEMMA_OFFICE,
    LEMMA_OPENER,
    LEMMA_PART_OF_ALL,
    LEMMA_PARTICIPANT,
    LEMMA_PICTURE,
    LEMMA_PLAN,
    LEMMA_POINTER,
    LEMMA_PUBLIC,
    LEMMA_PUBLISH,
    LEMMA_QUESTION,
    LEMMA_REACTION,
    LEMMA_RECKONING,
    LEMMA_REPORT,
    LEMMA_SHOWN_PART,
    LEMMA_SOMEDAY,
    LEMMA_SPEAKER,
    LEMMA_SPOKEN_DEED,
    LEMMA_STATE,
    LEMMA_SUPPOSE,
    LEMMA_TALK,
    LEMMA_TEXT,
    LEMMA_TIME,
    LEMMA_TOLD,
    LEMMA_UNDO,
    LEMMA_URGE,
    LEMMA_WHERE_POSTED,
    LEMMA_WITHHOLD,
    LEMMA_CLASSES
};

/** The classes of one lemma, as bits. */
struct lemma_set {
    uint64_t bits[(LEMMA_CLASSES + 63) / 64];
};

struct lemma_classes {
    struct map ids;                /* a lemma -> index in sets */
    VEC_OF(struct lemma_set) sets; /* [0] is empty: of a lemma that is in no class */
};

/**
 * Reads a table of the form of data/lemma_classes.tsv; its bytes are borrowed, the rest is in a.
 * TS_E_MEMORY, or TS_E_FORMAT "bad_table" when a class is not known or stands twice, or when a
 * lemma is too long or not in lower case. A class without a line has no lemmas.
 */
int lemma_classes_read(struct lemma_classes *t, struct arena *a, struct str table,
                       struct ts_error *err);

/** The classes of a lemma, whose ASCII letters are folded. */
struct lemma_set lemma_classes_of(const struct lemma_classes *t, struct str lemma);

static inline bool lemma_set_has(const struct lemma_set *set, enum lemma_class c) {
    return set->bits[c / 64] >> c % 64 & 1;
}

/** Whether a lemma, whose ASCII letters are folded, is of a class. */
static inline bool lemma_has_class(const struct lemma_classes *t, struct str lemma,
                                   enum lemma_class c) {
    struct lemma_set set = lemma_classes_of(t, lemma);
    return lemma_set_has(&set, c);
}

#endif
