/* The state of a transition-based dependency parse: arc-eager (Nivre 2008) with a Break move, and
 * non-monotonic (Honnibal and Johnson 2015): a later arc may replace an earlier one, and a token
 * that is reduced without a head goes back to the front of the buffer. */
#ifndef ENGLISH_PARSE_STATE_H
#define ENGLISH_PARSE_STATE_H

#include "base/arena.h"

enum parse_action {
    PARSE_SHIFT,  /* the buffer's first onto the stack */
    PARSE_REDUCE, /* the stack's top away, or, without a head, back to the buffer */
    PARSE_LEFT,   /* an arc from the buffer's first to the stack's top, which goes */
    PARSE_RIGHT,  /* an arc from the stack's top to the buffer's first, which is pushed */
    PARSE_BREAK,  /* a sentence begins at the buffer's second */
    PARSE_ACTIONS
};

enum { PARSE_FEATURES = 8, PARSE_VALID_SETS = 1 << PARSE_ACTIONS };

/** A token index that is none. */
#define PARSE_NONE UINT32_MAX

/**
 * The buffer is what was put back (the last put back first), then the tokens from next on. Stack
 * and put-back tokens share one array: they are in the order of the text, the stack before the
 * others, and together are never more than the tokens.
 */
struct parse_state {
    uint32_t token_count, next, stack_count, back_count;
    uint32_t *waiting;   /* [token_count]: the stack from the start, the put-back at the end */
    uint32_t *head;      /* PARSE_NONE: none (yet) */
    uint32_t *last_left; /* the child on this side that was attached last */
    uint32_t *last_right;
    uint32_t *previous_right; /* of a right child: the one that was attached before it */
    uint16_t *arc;            /* the class of the move that gave the token its head */
    uint8_t *flags;
};

/** All arrays from a; no token has a head. false when refused. */
bool parse_init(struct parse_state *s, struct arena *a, uint32_t token_count);

/** A sentence must begin at this token. The first token always does. */
void parse_set_start(struct parse_state *s, uint32_t token);

/** Stack and buffer are empty. */
bool parse_is_final(const struct parse_state *s);

/** The actions that may come next: bit 1 << action for each. */
unsigned parse_valid(const struct parse_state *s);

/**
 * Does a valid action, and never another; arc is kept for a token that gets a head. A parse of n
 * tokens is final after fewer than 7 n actions whichever are chosen; parse_state.c says why.
 */
void parse_do(struct parse_state *s, enum parse_action action, uint16_t arc);

/** The tokens that the network looks at, or PARSE_NONE: the buffer's first two, the stack's first
 * three, the last left child of the buffer's first, the last left and right child of the stack's
 * top. */
void parse_features(uint32_t out[PARSE_FEATURES], const struct parse_state *s);

#endif
