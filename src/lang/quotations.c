/* Quotations between marks, and those that go on over paragraphs (the opening mark is then
 * repeated). */
#include "lang/unit.h"

enum mark { MARK_NONE, MARK_STRAIGHT, MARK_DOUBLE, MARK_GUILLEMET, MARK_SINGLE, MARK_APOSTROPHE };

enum { SCARE_WORDS = 3, CAPTIONS = 12, CAPTION_WORDS = 60 };

/* The kind of quotation mark of token i, and whether its form alone says that it opens (+1) or
 * closes (-1). */
static enum mark mark_of(const struct unit *u, uint32_t i, int *side) {
    static const struct {
        const char *form;
        enum mark mark;
        int side;
    } marks[] = {{"\"", MARK_STRAIGHT, 0},          {"''", MARK_STRAIGHT, 0},
                 {"\xE2\x80\x9C", MARK_DOUBLE, 1},  {"\xE2\x80\x9D", MARK_DOUBLE, -1},
                 {"\xE2\x80\x9E", MARK_DOUBLE, 1},  {"\xC2\xAB", MARK_GUILLEMET, 1},
                 {"\xC2\xBB", MARK_GUILLEMET, -1},  {"\xE2\x80\x98", MARK_SINGLE, 1},
                 {"\xE2\x80\x99", MARK_SINGLE, -1}, {"'", MARK_APOSTROPHE, 0}};
    if (u->words.at[i].kind != WORD_PUNCT && !unit_has(u, i, W_POSSESSIVE))
        return MARK_NONE;
    struct str s = unit_text(u, i);
    unsigned char c = (unsigned char)s.at[0];
    if (s.n > 3 || (c != '"' && c != '\'' && c < 0x80))
        return MARK_NONE;
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
        if (str_eq(s, str_of(marks[k].form))) {
            *side = marks[k].side;
            return marks[k].mark;
        }
    return MARK_NONE;
}

static bool space_after(const struct unit *u, uint32_t i, uint32_t end) {
    return i + 1 >= end || unit_has(u, i + 1, W_SPACE);
}

/* A word that has lost its beginning: "'em", "'bout", "'90s"; the mark before it opens nothing. */
static bool is_clipped(const struct unit *u, uint32_t i) {
    static const char *const words[] = {"em",  "bout", "til", "till", "cause",
                                        "tis", "twas", "n",   "cuz",  "round"};
    if (!unit_has(u, i, W_SPACE) && unit_kind(u, i, WORD_NUMBER))
        return true;
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (unit_word_is(u, i, str_of(words[k])))
            return true;
    return false;
}

/* What the pass knows inside a paragraph. */
struct open_state {
    enum mark mark;
    uint32_t at;
    uint32_t maybe; /* an apostrophe that may have closed, or NO_INDEX */
    bool inner;     /* a straight mark has opened inside curly ones */
};

/* The mark closes what an open one of the other form began: typists mix “ and ". */
static bool closes_mixed(const struct unit *u, uint32_t i, uint32_t end, struct open_state *o,
                         enum mark mark, int side) {
    if (o->mark == MARK_STRAIGHT)
        return mark == MARK_DOUBLE && side < 0;
    if (o->mark != MARK_DOUBLE || !unit_mark(u, i, '"'))
        return false;
    bool after = space_after(u, i, end) || unit_kind(u, i + 1, WORD_PUNCT),
         inner = unit_has(u, i, W_SPACE) && !after;
    if (o->inner || inner || unit_has(u, i, W_SPACE) || !after) {
        o->inner = inner;
        return false;
    }
    return true;
}

static bool opens(const struct unit *u, uint32_t i, uint32_t end, enum mark mark, int side) {
    if (mark == MARK_APOSTROPHE)
        return (unit_has(u, i, W_SPACE) || i == 0 || unit_kind(u, i - 1, WORD_PUNCT)) &&
               !space_after(u, i, end) && unit_kind(u, i + 1, WORD_LETTERS);
    if (mark != MARK_STRAIGHT)
        return side > 0;
    return unit_has(u, i, W_SPACE) || !space_after(u, i, end);
}

/* "boats'": no mark, or one that closes. */
static bool is_inside_word(const struct unit *u, uint32_t i, uint32_t end) {
    return unit_has(u, i, W_SPACE) || (!space_after(u, i, end) && !unit_kind(u, i + 1, WORD_PUNCT));
}

/* The word with which a paragraph ends, before brackets and the number of a note: "Weldon. [1]". */
static uint32_t last_word(const struct unit *u, uint32_t first, uint32_t end) {
    uint32_t i = end - 1;
    while (i > first && (unit_mark(u, i, ')') || unit_mark(u, i, ']'))) {
        bool note = i > first + 2 && unit_kind(u, i - 1, WORD_NUMBER) && unit_mark(u, i - 2, '[');
        i -= note ? 3 : 1;
    }
    return i;
}

bool unit_is_caption(const struct unit *u, uint32_t paragraph) {
    static const char *const ends[] = {
        ".",           "!", "?", ":", ";", ",", "...", "--", "-", "\xE2\x80\xA6", "\xE2\x80\x94",
        "\xE2\x80\x93"};
    uint32_t first = u->paragraph_words.at[paragraph], end = u->paragraph_words.at[paragraph + 1];
    int side = 0;
    if (first >= end || end - first > CAPTION_WORDS ||
        str_is_one_of(unit_text(u, last_word(u, first, end)), ends, sizeof ends / sizeof *ends) ||
        mark_of(u, first, &side) || mark_of(u, end - 1, &side))
        return false;
    for (uint32_t i = first; i < end; i++) {
        enum mark mark = mark_of(u, i, &side);
        if (mark == MARK_STRAIGHT || mark == MARK_DOUBLE || mark == MARK_GUILLEMET)
            return false;
    }
    return true;
}

static bool has_speech(const struct unit *u, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++)
        if (unit_cue(u, i, 31, CUE_SPEECH))
            return true;
    return false;
}

/* The paragraph that goes on with the one before it, behind the captions between them in which
 * nobody speaks. */
static uint32_t next_told(const struct unit *u, uint32_t paragraph) {
    uint32_t next = paragraph + 1;
    while (next < u->paragraph_count && next <= paragraph + CAPTIONS && unit_is_caption(u, next) &&
           !has_speech(u, u->paragraph_words.at[next], u->paragraph_words.at[next + 1]))
        next++;
    return next;
}

/* What is opened with a paragraph's first word goes on with a quotation that was not closed. */
static bool continues(const struct unit *u, uint32_t open, uint32_t paragraph) {
    const struct quotation *before =
        u->quotations.n ? &u->quotations.at[u->quotations.n - 1] : NULL;
    return before && before->goes_on && open == u->paragraph_words.at[paragraph] &&
           next_told(u, before->paragraph) == paragraph;
}

static int add(struct unit *u, uint32_t open, uint32_t close, uint32_t paragraph, bool goes_on) {
    bool continued = continues(u, open, paragraph);
    struct quotation *q = VEC_PUSH(u->a, &u->quotations);
    if (!q)
        return arena_fail(u->a, u->err);
    *q = (struct quotation){.open = open,
                            .close = close,
                            .paragraph = paragraph,
                            .goes_on = goes_on,
                            .continued = continued,
                            .statement = NO_INDEX};
    for (uint32_t i = open + 1; i < close; i++)
        q->words += u->words.at[i].kind == WORD_LETTERS || u->words.at[i].kind == WORD_NUMBER;
    if (q->words > SCARE_WORDS)
        for (uint32_t i = open + 1; i < close; i++)
            u->words.at[i].flags |= W_QUOTED;
    if (close < u->words.n && !goes_on)
        u->words.at[close].flags |= W_CLOSING;
    return TS_OK;
}

/* Takes the mark at token *i into account; may set *i back to an apostrophe that did close. */
static int take_mark(struct unit *u, struct open_state *o, uint32_t *i, uint32_t end,
                     uint32_t paragraph) {
    int side = 0;
    enum mark mark = mark_of(u, *i, &side);
    if (mark && o->mark && closes_mixed(u, *i, end, o, mark, side)) {
        mark = o->mark;
        side = -1;
    }
    if (!mark || (o->mark && o->mark != mark))
        return TS_OK;
    bool apostrophe = unit_has(u, *i, W_POSSESSIVE);
    if (!o->mark) {
        bool clipped = (mark == MARK_SINGLE || mark == MARK_APOSTROPHE) && is_clipped(u, *i + 1);
        if (!apostrophe && !clipped && opens(u, *i, end, mark, side))
            *o = (struct open_state){mark, *i, NO_INDEX, false};
        return TS_OK;
    }
    if (apostrophe) { /* "the boats' crews" closes no mark of its own form */
        bool closes = *i + 1 >= end || unit_kind(u, *i + 1, WORD_PUNCT);
        if (mark != MARK_APOSTROPHE || closes)
            o->maybe = *i;
        return TS_OK;
    }
    if (mark == MARK_APOSTROPHE && !opens(u, *i, end, mark, side) && is_inside_word(u, *i, end))
        return TS_OK;
    bool again = mark == MARK_APOSTROPHE ? opens(u, *i, end, mark, side)
                 : mark == MARK_STRAIGHT ? unit_has(u, *i, W_SPACE) && !space_after(u, *i, end)
                                         : side > 0;
    if (again && o->maybe != NO_INDEX) {
        *i = o->maybe;
    } else if (again) { /* the one before was never closed */
        *o = (struct open_state){mark, *i, NO_INDEX, false};
        return TS_OK;
    }
    int status = add(u, o->at, *i, paragraph, false);
    o->mark = MARK_NONE;
    return status;
}

/* Behind captions somebody else may begin to speak: only what opens with its paragraph, or behind
 * a colon, goes on there, and in nothing but his words. */
static bool goes_over(const struct unit *u, uint32_t open, uint32_t paragraph, uint32_t next) {
    uint32_t first = u->paragraph_words.at[next], end = u->paragraph_words.at[next + 1];
    int side = 0;
    if (open != u->paragraph_words.at[paragraph] && !unit_mark(u, open - 1, ':'))
        return false;
    for (uint32_t i = first + 1; i + 1 < end; i++) {
        enum mark mark = mark_of(u, i, &side);
        if (mark == MARK_STRAIGHT || mark == MARK_DOUBLE || mark == MARK_GUILLEMET)
            return false;
    }
    return true;
}

static bool next_opens_again(const struct unit *u, uint32_t open, uint32_t paragraph,
                             enum mark mark) {
    uint32_t next = next_told(u, paragraph);
    if (next >= u->paragraph_count)
        return false;
    uint32_t first = u->paragraph_words.at[next], end = u->paragraph_words.at[next + 1];
    int side = 0;
    if (next > paragraph + 1 && !goes_over(u, open, paragraph, next))
        return false;
    bool clipped = mark == MARK_APOSTROPHE && is_clipped(u, first + 1);
    return first < end && !clipped && mark_of(u, first, &side) == mark &&
           opens(u, first, end, mark, side);
}

int unit_find_quotations(struct unit *u) {
    int status = TS_OK;
    for (uint32_t p = 0; p < u->paragraph_count && status == TS_OK; p++) {
        struct open_state o = {MARK_NONE, 0, NO_INDEX, false};
        uint32_t end = u->paragraph_words.at[p + 1];
        for (uint32_t i = u->paragraph_words.at[p]; i < end && status == TS_OK; i++)
            status = take_mark(u, &o, &i, end, p);
        if (status == TS_OK && o.mark && o.maybe != NO_INDEX)
            status = add(u, o.at, o.maybe, p, false);
        else if (status == TS_OK && o.mark &&
                 (next_opens_again(u, o.at, p, o.mark) ||
                  (continues(u, o.at, p) && !has_speech(u, o.at, end))))
            status = add(u, o.at, end, p, true); /* the last one's writer may forget to close it */
    }
    return status;
}
