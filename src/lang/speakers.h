/* The speaker whom a sentence names beside a quotation. */
#ifndef LANG_SPEAKERS_H
#define LANG_SPEAKERS_H

#include "lang/parse_tree.h"
#include "lang/people.h"

/** A speaker and the cue that names him or her: half-open ranges of words. */
struct speaker {
    uint32_t cue_first, cue_end, first, end;
    struct str lemma, force;
    bool mixed; /* other words of the speaker's may stand between the cue and the quotation */
    const char *rule;
};

/** What the look-ups need of a unit. */
struct speakers {
    const struct unit *u;
    uint32_t *token;               /* the first token of each word */
    uint16_t past, present, third; /* tags of finite verbs: VBD, VBP, VBZ */
};

/** In u->a; after the unit's sentences were split. Linear in the text. TS_E_MEMORY. */
int speakers_init(struct speakers *s, struct unit *u);

/** `..." said Hugh Hill`, `..." Hill said`, `..." according to Hill`. */
bool speaker_after(const struct speakers *s, const struct quotation *q, struct speaker *v);

/** `Hill said: "..."`, `Hill said that it was "..."`; the paragraph before ends in `Hill said:`;
 * and before a whole sentence in marks `Hill was blunt: "..."`, `Hill: "..."`. */
bool speaker_before(const struct speakers *s, const struct quotation *q, struct speaker *v);

/** Who speaks in a sentence that gives no words of its own: "Hill agreed.", "Hill tweeted a
 * warning." */
bool speaker_of_sentence(const struct speakers *s, uint32_t sentence, struct speaker *v);

/** The quotation is of whole sentences, by its first capital or its last mark. */
bool quotation_is_whole(const struct unit *u, const struct quotation *q);

/** Whether words first..end-1 are "some", "others" and the like: people, but no one speaker. */
bool speaker_is_indefinite(const struct unit *u, uint32_t first, uint32_t end);

#endif
