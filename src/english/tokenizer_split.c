#include "english/py_chars.h"
#include "english/tokenizer_parts.h"

#include "base/utf8.h"

/* ---- Chunks */

/* Of a byte: white space, or what may begin a longer character that is: U+0085 and U+00A0, U+1680,
 * U+2000 to U+205F, U+3000. */
enum byte_kind { BYTE_OTHER, BYTE_SPACE, BYTE_MAYBE };

static const unsigned char byte_kinds[256] = {
    ['\t'] = BYTE_SPACE, ['\n'] = BYTE_SPACE, ['\v'] = BYTE_SPACE, ['\f'] = BYTE_SPACE,
    ['\r'] = BYTE_SPACE, [0x1C] = BYTE_SPACE, [0x1D] = BYTE_SPACE, [0x1E] = BYTE_SPACE,
    [0x1F] = BYTE_SPACE, [' '] = BYTE_SPACE,  [0xC2] = BYTE_MAYBE, [0xE1] = BYTE_MAYBE,
    [0xE2] = BYTE_MAYBE, [0xE3] = BYTE_MAYBE,
};

/* Whether white space is at *at, which is moved behind it, or behind a byte of something else. */
static bool step(struct str text, size_t *at) {
    unsigned kind = byte_kinds[(unsigned char)text.at[*at]];
    if (kind == BYTE_MAYBE)
        return py_is_space(utf8_next(text, at));
    ++*at;
    return kind == BYTE_SPACE;
}

bool split_next_chunk(struct span *chunk, bool *space, struct str text, size_t *at) {
    if (*at >= text.n)
        return false;
    size_t start = *at, end = start, next = start;
    bool white = step(text, &next);
    do {
        end = next;
    } while (end < text.n && step(text, &next) == white);
    *chunk = (struct span){(uint32_t)start, (uint32_t)end};
    *space = !white && end < text.n && text.at[end] == ' ';
    *at = end + *space;
    return true;
}

/* ---- Buffers */

static bool make_room(struct split *s, size_t n) {
    uint32_t room = s->room ? s->room : 256;
    while (room < n && room <= UINT32_MAX / 2)
        room *= 2;
    if (room < n)
        return false;
    s->cps = arena_zero(s->arena, room, sizeof *s->cps);
    s->symbols = arena_zero(s->arena, room, sizeof *s->symbols);
    s->offsets = arena_zero(s->arena, (size_t)room + 1, sizeof *s->offsets);
    s->room = s->cps && s->symbols && s->offsets ? room : 0;
    return s->room > 0;
}

bool split_decode(const struct tokenizer *t, struct split *s, struct str text) {
    uint32_t n = 0;
    if (text.n > s->room && !make_room(s, text.n))
        return false;
    for (size_t i = 0; i < text.n; n++) {
        s->offsets[n] = (uint32_t)i;
        s->cps[n] = utf8_next(text, &i);
        s->symbols[n] = affix_symbol(&t->affixes, s->cps[n]);
    }
    s->offsets[n] = (uint32_t)text.n;
    s->chunk = (struct chunk){s->cps, s->symbols, s->offsets, n};
    return true;
}

/* ---- Exceptions */

uint32_t split_exception(const struct tokenizer *t, struct str text) {
    return text.n && text.n <= t->exception_longest ? string_table_find(&t->exceptions, text)
                                                    : MAP_NONE;
}

bool split_add_exception(const struct tokenizer *t, struct split *s, uint32_t exception,
                         uint32_t start) {
    uint32_t i = exception ? t->exception_ends[exception - 1] : 0;
    for (; i < t->exception_ends[exception]; i++) {
        const struct exception_token *token = &t->exception_tokens[i];
        struct cut *cut = VEC_PUSH(s->arena, &s->cuts);
        if (!cut)
            return false;
        *cut = (struct cut){start, start + token->bytes, STR_NONE};
        if (token->norm)
            cut->norm = string_list_at(&t->norms, token->norm - 1);
        start = cut->end;
    }
    return true;
}

/* ---- Cutting. What is left of the chunk is its code points first..end-1. */

struct core {
    const struct tokenizer *t;
    struct split *s;
    struct str text;
    uint32_t first, end;
    bool exceptions;
};

static uint32_t exception_at(const struct core *c, uint32_t first, uint32_t end) {
    const uint32_t *offsets = c->s->offsets;
    return c->exceptions && first < end
               ? split_exception(c->t, str_cut(c->text, offsets[first], offsets[end]))
               : MAP_NONE;
}

static bool add(struct core *c, uint32_t first, uint32_t end) {
    struct cut *cut = VEC_PUSH(c->s->arena, &c->s->cuts);
    if (!cut)
        return false;
    *cut = (struct cut){c->s->offsets[first], c->s->offsets[end], STR_NONE};
    return true;
}

static bool take_prefix(struct core *c, uint32_t n) {
    c->first += n;
    return n == 0 || add(c, c->first - n, c->first);
}

/* Suffixes are kept by their first code point, the last one first. */
static bool take_suffix(struct core *c, uint32_t n) {
    if (n == 0)
        return true;
    uint32_t *suffix = VEC_PUSH(c->s->arena, &c->s->suffixes);
    if (suffix)
        *suffix = c->end -= n;
    return suffix != NULL;
}

/* Takes prefixes and suffixes off until an exception or none is left. Every round but the last
 * takes something, and looks at no more than that and a few characters beside it. */
static bool take_affixes(struct core *c) {
    const struct affixes *affixes = &c->t->affixes;
    const struct chunk *chunk = &c->s->chunk;
    for (;;) {
        if (c->first == c->end || exception_at(c, c->first, c->end) != MAP_NONE)
            return true;
        uint32_t prefix = affix_prefix(affixes, chunk, c->first, c->end);
        if (prefix && exception_at(c, c->first + prefix, c->end) != MAP_NONE)
            return take_prefix(c, prefix);
        uint32_t suffix = affix_suffix(affixes, chunk, c->first + prefix, c->end);
        if (suffix && exception_at(c, c->first, c->end - suffix) != MAP_NONE)
            return take_suffix(c, suffix);
        if (prefix == 0 && suffix == 0)
            return true;
        if (!take_prefix(c, prefix) || !take_suffix(c, suffix))
            return false;
    }
}

/* An infix at the very beginning is none; it does not part what is behind it either. */
static bool cut_infixes(struct core *c) {
    uint32_t from = c->first, n;
    for (uint32_t i = c->first; i < c->end; i += n ? n : 1) {
        n = affix_infix(&c->t->affixes, &c->s->chunk, i, c->first, c->end);
        if (n == 0 || i == c->first)
            continue;
        if ((i > from && !add(c, from, i)) || !add(c, i, i + n))
            return false;
        from = i + n;
    }
    return from == c->end || add(c, from, c->end);
}

static bool cut_core(struct core *c) {
    const struct split *s = c->s;
    if (c->first == c->end)
        return true;
    uint32_t exception = exception_at(c, c->first, c->end);
    if (exception != MAP_NONE)
        return split_add_exception(c->t, c->s, exception, s->offsets[c->first]);
    if (url_is(&c->t->affixes, c->t->tld, s->cps + c->first, s->symbols + c->first,
               c->end - c->first))
        return add(c, c->first, c->end);
    return cut_infixes(c);
}

bool split_chunk(const struct tokenizer *t, struct split *s, struct str text, bool exceptions) {
    s->cuts.n = s->suffixes.n = 0;
    uint32_t exception = exceptions ? split_exception(t, text) : MAP_NONE;
    if (exception != MAP_NONE)
        return split_add_exception(t, s, exception, 0);
    if (!split_decode(t, s, text))
        return false;
    struct core c = {t, s, text, 0, s->chunk.n, exceptions};
    if (!take_affixes(&c) || !cut_core(&c))
        return false;
    for (uint32_t end = c.s->chunk.n, i = s->suffixes.n; i-- > 0;)
        if (!add(&c, s->suffixes.at[i], i ? s->suffixes.at[i - 1] : end))
            return false;
    return true;
}
