#include "embed/wordpiece.h"

#include "base/map.h"
#include "base/utf8.h"
#include "embed/wordpiece_chars.h"

#include <assert.h>

enum { MOST_PIECES = UINT16_MAX, WORD_CHARS = 100, GOES_ON = 2 /* bytes of "##" */ };

/* In ids, [SEP] has its place behind room. n counts the pieces that did not fit too. */
struct run {
    const struct wordpiece *w;
    uint16_t *ids;
    uint32_t n, room;
    uint32_t chars, end;                 /* of the word; chars stops above WORD_CHARS */
    char word[GOES_ON + WORD_CHARS * 4]; /* its bytes from GOES_ON to end */
};

static int need(uint32_t *out, const struct wordpiece *w, const struct model_file *m,
                const char *piece, struct ts_error *err) {
    *out = string_table_find(&w->pieces, str_of(piece));
    return *out == MAP_NONE ? model_bad(err, m, "%s is not among the pieces", piece) : TS_OK;
}

int wordpiece_open(struct wordpiece *out, const struct model_file *m, struct ts_error *err) {
    static const char *const specials[WORDPIECE_SPECIALS] = {"[PAD]", "[UNK]", "[CLS]", "[SEP]",
                                                             "[MASK]"};
    struct wordpiece w = {.special_count = 0};
    int status = string_table_open(&w.pieces, m, "pieces", err);
    if (status == TS_OK && w.pieces.list.n > MOST_PIECES)
        status = model_bad(err, m, "there are more than %d pieces", MOST_PIECES);
    if (status == TS_OK)
        status = need(&w.unknown, &w, m, "[UNK]", err);
    if (status == TS_OK)
        status = need(&w.first, &w, m, "[CLS]", err);
    if (status == TS_OK)
        status = need(&w.last, &w, m, "[SEP]", err);
    if (status != TS_OK)
        return status;
    for (uint32_t i = 0; i < WORDPIECE_SPECIALS; i++) {
        uint32_t id = string_table_find(&w.pieces, str_of(specials[i]));
        if (id != MAP_NONE)
            w.special[w.special_count++] = id;
    }
    for (uint32_t i = 0; i < w.pieces.list.n; i++) {
        size_t n = string_list_at(&w.pieces.list, i).n;
        if (n > w.longest_bytes)
            w.longest_bytes = (uint32_t)n;
    }
    *out = w;
    return TS_OK;
}

static void put_id(struct run *r, uint32_t id) {
    if (r->n < r->room)
        r->ids[r->n] = (uint16_t)id;
    r->n++;
}

/* The longest piece that the word's bytes from at on begin with; its bytes, or 0 when there is
 * none. The bytes before at are done with, so "##" is written there. */
static uint32_t longest_piece(uint32_t *id, struct run *r, uint32_t at) {
    const char *start = r->word + at;
    uint32_t n = r->end - at, before = 0;
    if (at > GOES_ON) {
        before = GOES_ON;
        r->word[at - 1] = r->word[at - 2] = '#';
    }
    if (n + before > r->w->longest_bytes)
        n = r->w->longest_bytes > before ? r->w->longest_bytes - before : 0;
    for (; n > 0; n--) {
        if (at + n < r->end && ((unsigned char)start[n] & 0xC0) == 0x80)
            continue; /* inside a code point */
        *id = string_table_find(&r->w->pieces, (struct str){start - before, n + before});
        if (*id != MAP_NONE)
            break;
    }
    return n;
}

static void end_word(struct run *r) {
    uint32_t before = r->n, id = 0;
    bool known = r->chars <= WORD_CHARS;
    if (r->chars == 0)
        return;
    for (uint32_t at = GOES_ON, n; known && at < r->end; at += n) {
        n = longest_piece(&id, r, at);
        known = n > 0;
        if (known)
            put_id(r, id);
    }
    if (!known) {
        r->n = before;
        put_id(r, r->w->unknown);
    }
    r->chars = 0;
    r->end = GOES_ON;
}

static void add_to_word(struct run *r, uint32_t cp) {
    if (r->chars < WORD_CHARS)
        r->end += (uint32_t)utf8_put(r->word + r->end, cp);
    if (r->chars <= WORD_CHARS)
        r->chars++;
}

static void add_char(struct run *r, uint32_t cp) {
    uint32_t parts[WORDPIECE_PARTS], n = wordpiece_normal(parts, cp);
    bool apart = wordpiece_is_ideograph(cp);
    if (apart)
        end_word(r);
    for (uint32_t i = 0; i < n; i++) {
        bool punctuation = wordpiece_is_punctuation(parts[i]);
        if (punctuation || parts[i] == ' ')
            end_word(r);
        if (parts[i] != ' ')
            add_to_word(r, parts[i]);
        if (punctuation)
            end_word(r);
    }
    if (apart)
        end_word(r);
}

/* Bytes of the special piece that stands at the start of text, which is then put; 0: none does. */
static size_t add_special(struct run *r, struct str text) {
    for (uint32_t i = 0; i < r->w->special_count; i++) {
        struct str piece = string_list_at(&r->w->pieces.list, r->w->special[i]);
        if (str_starts(text, piece)) {
            end_word(r);
            put_id(r, r->w->special[i]);
            return piece.n;
        }
    }
    return 0;
}

uint32_t wordpiece_ids(uint16_t *ids, const struct wordpiece *w, struct str text, uint32_t room) {
    assert(room >= 2);
    struct run r = {.w = w, .ids = ids, .room = room - 1, .end = GOES_ON};
    put_id(&r, w->first);
    for (size_t i = 0; i < text.n && r.n < r.room;) {
        size_t special = text.at[i] == '[' ? add_special(&r, str_cut(text, i, text.n)) : 0;
        if (special)
            i += special;
        else
            add_char(&r, utf8_next(text, &i));
    }
    end_word(&r);
    uint32_t count = r.n < r.room ? r.n : r.room;
    ids[count++] = (uint16_t)w->last;
    return count;
}
