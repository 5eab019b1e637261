/*
 * Why a parse ends. Let n be the tokens, L the Lefts, U the Reduces that put a token back.
 *
 * - A token leaves for good by a Left, or by a Reduce with a head or as the only one on the stack:
 *   at most n such moves, so L <= n.
 * - Between two times that a token t is put back it must be pushed without a head (a Right gives it
 *   one, and then it is never put back), by a Shift. Putting it back marked it unshiftable, which
 *   only a Left to t takes away; a Shift onto an empty stack is free of the mark, but there t is
 * the only one on the stack and what takes it off takes it away for good. So t is put back at most
 *   once more often than there are Lefts to t: U <= n + L <= 2n.
 * - Shift and Right push a token from the buffer, which each enters once and then once for each
 * time that it is put back: at most n + U <= 3n.
 * - A Break marks a token that was not marked: at most n - 1.
 *
 * Together n + 2n + 3n + n - 1 < 7n actions, each in constant time.
 */
#include "english/parse_state.h"

#include <assert.h>
#include <string.h>

enum { UNSHIFTABLE = 1, STARTS = 2 };

bool parse_init(struct parse_state *s, struct arena *a, uint32_t token_count) {
    *s = (struct parse_state){.token_count = token_count};
    size_t n = token_count;
    s->waiting = arena_alloc(a, n * sizeof *s->waiting);
    s->head = arena_alloc(a, n * sizeof *s->head);
    s->last_left = arena_alloc(a, n * sizeof *s->last_left);
    s->last_right = arena_alloc(a, n * sizeof *s->last_right);
    s->previous_right = arena_alloc(a, n * sizeof *s->previous_right);
    s->arc = arena_zero(a, n, sizeof *s->arc);
    s->flags = arena_zero(a, n, sizeof *s->flags);
    if (!s->waiting || !s->head || !s->last_left || !s->last_right || !s->previous_right ||
        !s->arc || !s->flags)
        return false;
    memset(s->head, 0xff, n * sizeof *s->head);
    memset(s->last_left, 0xff, n * sizeof *s->last_left);
    memset(s->last_right, 0xff, n * sizeof *s->last_right);
    memset(s->previous_right, 0xff, n * sizeof *s->previous_right);
    if (n > 0)
        parse_set_start(s, 0);
    return true;
}

void parse_set_start(struct parse_state *s, uint32_t token) {
    s->flags[token] |= STARTS;
}

static uint32_t buffer_count(const struct parse_state *s) {
    return s->token_count - s->next + s->back_count;
}

bool parse_is_final(const struct parse_state *s) {
    return s->stack_count == 0 && buffer_count(s) == 0;
}

/* The token at this depth of the buffer, of the stack. */
static uint32_t in_buffer(const struct parse_state *s, uint32_t depth) {
    if (depth < s->back_count)
        return s->waiting[s->token_count - s->back_count + depth];
    uint32_t behind = depth - s->back_count;
    return behind < s->token_count - s->next ? s->next + behind : PARSE_NONE;
}

static uint32_t on_stack(const struct parse_state *s, uint32_t depth) {
    return depth < s->stack_count ? s->waiting[s->stack_count - 1 - depth] : PARSE_NONE;
}

unsigned parse_valid(const struct parse_state *s) {
    uint32_t count = buffer_count(s);
    uint32_t first = in_buffer(s, 0), second = in_buffer(s, 1);
    unsigned valid = 0;
    if (s->stack_count == 0) {
        if (count > 0)
            valid |= 1u << PARSE_SHIFT;
    } else {
        valid |= 1u << PARSE_REDUCE;
        if (count > 0 && !(s->flags[first] & STARTS)) {
            valid |= 1u << PARSE_LEFT | 1u << PARSE_RIGHT;
            if (count > 1 && !(s->flags[first] & UNSHIFTABLE))
                valid |= 1u << PARSE_SHIFT;
        }
    }
    if (count > 1 && second == first + 1 && !(s->flags[second] & STARTS))
        valid |= 1u << PARSE_BREAK;
    return valid;
}

static void push(struct parse_state *s) {
    uint32_t first = in_buffer(s, 0);
    if (s->back_count > 0)
        s->back_count--;
    else
        s->next++;
    s->waiting[s->stack_count++] = first;
}

static void reduce(struct parse_state *s) {
    uint32_t top = on_stack(s, 0);
    s->stack_count--;
    if (s->head[top] != PARSE_NONE || s->stack_count == 0)
        return;
    s->flags[top] |= UNSHIFTABLE;
    s->back_count++;
    s->waiting[s->token_count - s->back_count] = top;
}

/* Only the stack's top can have a head already, from a Right; nothing was attached to that head
 * since then, as it has been below the top. */
static void attach_left(struct parse_state *s, uint16_t arc) {
    uint32_t head = in_buffer(s, 0), child = on_stack(s, 0), old = s->head[child];
    if (old != PARSE_NONE) {
        assert(s->last_right[old] == child);
        s->last_right[old] = s->previous_right[child];
    }
    s->head[child] = head;
    s->arc[child] = arc;
    s->last_left[head] = child;
    s->flags[head] &= (uint8_t)~UNSHIFTABLE;
    s->stack_count--;
}

static void attach_right(struct parse_state *s, uint16_t arc) {
    uint32_t head = on_stack(s, 0), child = in_buffer(s, 0);
    assert(s->head[child] == PARSE_NONE);
    s->head[child] = head;
    s->arc[child] = arc;
    s->previous_right[child] = s->last_right[head];
    s->last_right[head] = child;
    push(s);
}

void parse_do(struct parse_state *s, enum parse_action action, uint16_t arc) {
    assert(parse_valid(s) >> action & 1);
    switch (action) {
    case PARSE_SHIFT:
        push(s);
        return;
    case PARSE_REDUCE:
        reduce(s);
        return;
    case PARSE_LEFT:
        attach_left(s, arc);
        return;
    case PARSE_RIGHT:
        attach_right(s, arc);
        return;
    case PARSE_BREAK:
        parse_set_start(s, in_buffer(s, 1));
        return;
    case PARSE_ACTIONS:
        return;
    }
}

void parse_features(uint32_t out[PARSE_FEATURES], const struct parse_state *s) {
    uint32_t first = in_buffer(s, 0), top = on_stack(s, 0);
    out[0] = first;
    out[1] = in_buffer(s, 1);
    out[2] = top;
    out[3] = on_stack(s, 1);
    out[4] = on_stack(s, 2);
    out[5] = first == PARSE_NONE ? PARSE_NONE : s->last_left[first];
    out[6] = top == PARSE_NONE ? PARSE_NONE : s->last_left[top];
    out[7] = top == PARSE_NONE ? PARSE_NONE : s->last_right[top];
}
