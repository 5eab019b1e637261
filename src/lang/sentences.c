/* Where sentences end: at a full stop and its like, never inside a paragraph's last words, never
 * across paragraphs. */
#include "lang/unit.h"

enum { SPEAKER_WORDS = 5 };

static bool is_closer(const struct unit *u, uint32_t i) {
    struct str s = unit_text(u, i);
    if (s.n == 1)
        return s.at[0] == ')' || s.at[0] == ']' ||
               ((s.at[0] == '"' || s.at[0] == '\'') && !unit_has(u, i, W_SPACE));
    return str_eq(s, STR("\xE2\x80\x9D")) || str_eq(s, STR("\xE2\x80\x99")) ||
           str_eq(s, STR("\xC2\xBB")) || (str_eq(s, STR("''")) && !unit_has(u, i, W_SPACE));
}

/* 0: no end; '.': full stop or ellipsis; '!': a mark that may also stand inside a sentence. */
static char end_mark(const struct unit *u, uint32_t i) {
    if (u->tokens.at[i].kind != TOKEN_PUNCT)
        return 0;
    struct str s = unit_text(u, i);
    if (s.at[0] == '.')
        return s.n == 1 ? '.' : '~';
    if (s.at[0] == '!' || s.at[0] == '?')
        return '!';
    return str_eq(s, STR("\xE2\x80\xA6")) ? '~' : 0;
}

/* After a quotation that ends in ! or ?: its speaker and a cue verb go on with the sentence. */
static bool speaker_follows(const struct unit *u, uint32_t i, uint32_t end) {
    for (uint32_t k = i; k < i + SPEAKER_WORDS && k < end; k++) {
        if (unit_cue(u, k, FORM_PAST | FORM_S, CUE_SPEECH))
            return true;
        if (!unit_has(u, k, W_UPPER) &&
            !unit_is(u, k, CLASS(C_PRON) | CLASS(C_DET) | CLASS(C_TITLE)))
            return false;
    }
    return false;
}

static bool may_start(const struct unit *u, uint32_t i) {
    if (u->tokens.at[i].kind == TOKEN_WORD)
        return unit_has(u, i, W_UPPER) || (u->text.at[u->tokens.at[i].text.start] & 0x80) != 0;
    return u->tokens.at[i].kind != TOKEN_PUNCT || !unit_mark(u, i, ',');
}

/* An abbreviation or initial with its stop ends the sentence only where the next word begins one.
 */
static bool stop_of_word_ends(const struct unit *u, uint32_t i, uint32_t next) {
    const struct lexeme *x = unit_lexeme(u, i);
    if (x->abbreviation && x->abbreviation != ABBR_OFTEN)
        return false;
    bool initial = u->tokens.at[i].text.end - u->tokens.at[i].text.start == 2;
    if (initial && i > 0 && unit_has(u, i - 1, W_UPPER))
        return false;
    return unit_has(u, next, W_UPPER) && unit_is(u, next, CLASS(C_COMMON)) &&
           !unit_cue(u, next, FORM_S, CUE_SPEECH);
}

/* Whether the sentence ends with token i; *next is where the next one then begins. */
static bool ends_at(const struct unit *u, uint32_t i, uint32_t end, uint32_t *next) {
    uint32_t k = i + 1;
    char mark = end_mark(u, i);
    if (!mark && !unit_has(u, i, W_DOT))
        return false;
    while (k < end && (is_closer(u, k) || (mark && end_mark(u, k))))
        k++;
    *next = k;
    if (k >= end)
        return true;
    if (!mark)
        return k == i + 1 ? stop_of_word_ends(u, i, k)
                          : may_start(u, k) && unit_is(u, k, CLASS(C_COMMON));
    if (!may_start(u, k))
        return false;
    if (mark == '!' && k > i + 1 && speaker_follows(u, k, end))
        return false;
    return mark != '.' || unit_has(u, k, W_SPACE) || k > i + 1 || unit_has(u, k, W_UPPER);
}

static int add_sentence(struct unit *u, uint32_t first, uint32_t end, uint32_t paragraph) {
    struct sentence *s = VEC_PUSH(u->a, &u->sentences);
    if (!s)
        return arena_fail(u->a, u->err);
    *s = (struct sentence){unit_span(u, first, end), first, end - first, paragraph};
    bool started = false;
    for (uint32_t i = first; i < end; i++) {
        u->words.at[i].sentence = u->sentences.n - 1;
        if (!started && u->tokens.at[i].kind == TOKEN_WORD) {
            u->words.at[i].flags |= W_START;
            started = true;
        }
    }
    return TS_OK;
}

int unit_split_sentences(struct unit *u) {
    for (uint32_t p = 0; p < u->paragraph_count; p++) {
        uint32_t first = u->paragraph_tokens.at[p], end = u->paragraph_tokens.at[p + 1];
        for (uint32_t i = first, next; i < end; i++) {
            next = i + 1;
            if (!ends_at(u, i, end, &next)) {
                i = next - 1; /* a run of marks is looked at once */
                if (next < end)
                    continue;
            }
            int status = add_sentence(u, first, next, p);
            if (status != TS_OK)
                return status;
            first = next;
            i = next - 1;
        }
    }
    return TS_OK;
}
