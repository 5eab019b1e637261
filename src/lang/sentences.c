/* Sentences as the parser has them, but for those that no writer would begin there; none goes over
 * the border of a paragraph. */
#include "lang/unit.h"

enum { SPEAKER_WORDS = 5 };

static struct str token_text(const struct unit *u, uint32_t i) {
    return str_span(u->text, u->doc->tokens.at[i].text);
}

static bool ends_sentence(struct str s) {
    return str_ends(s, STR(".")) || str_ends(s, STR("!")) || str_ends(s, STR("?")) ||
           str_ends(s, STR("\xE2\x80\xA6"));
}

static uint32_t first_cp(const struct unit *u, uint32_t i) {
    size_t at = 0;
    return utf8_next(token_text(u, i), &at);
}

static bool blank_before(const struct unit *u, uint32_t i) {
    return i == 0 || u->doc->tokens.at[i - 1].space || u->doc->tokens.at[i - 1].is_space;
}

/* A mark that closes what stands before it: no blank parts them. */
static bool closes(const struct unit *u, uint32_t i) {
    uint32_t cp = first_cp(u, i);
    bool mark = utf8_is_quote(cp) || cp == ')' || cp == ']' || cp == '.' || cp == ',';
    return mark && !blank_before(u, i);
}

/* A mark that opens what stands behind it, with which the parser lets a sentence begin. */
static bool opens_sentence(const struct unit *u, uint32_t i) {
    const struct doc_token *t = &u->doc->tokens.at[i];
    uint32_t cp = first_cp(u, i);
    return (utf8_is_quote(cp) || cp == '(' || cp == '[') && blank_before(u, i) && !t->space &&
           i + 1 < u->doc->tokens.n && !t[1].is_space && t[1].sent_start == 1;
}

static bool has_word(const struct unit *u, uint32_t i) {
    struct str s = token_text(u, i);
    for (size_t at = 0; at < s.n;) {
        uint32_t cp = utf8_next(s, &at);
        if (utf8_is_letter(cp) || utf8_is_digit(cp))
            return true;
    }
    return false;
}

/* "Col. Ann Roe": the stop is the abbreviation's. */
static bool behind_title(const struct unit *u, uint32_t i) {
    struct str s = i > 0 ? token_text(u, i - 1) : STR("");
    if (str_eq(s, STR(".")) && i > 1 && !blank_before(u, i - 1)) {
        const struct span stop = u->doc->tokens.at[i - 1].text; /* a token of its own */
        s = str_span(u->text, (struct span){u->doc->tokens.at[i - 2].text.start, stop.end});
    }
    if (s.n < 2 || !str_ends(s, STR(".")))
        return false;
    uint32_t lexeme = lexicon_word(u->tables, str_cut(s, 0, s.n - 1));
    uint8_t kind = u->tables->lexemes.at[lexeme].abbreviation;
    return kind == ABBR_TITLE || kind == ABBR_NEVER;
}

static const struct lexeme *lexeme_of(const struct unit *u, uint32_t i) {
    return &u->tables->lexemes.at[lexicon_word(u->tables, token_text(u, i))];
}

/* "Is it safe?" Marrow asked: behind a quotation that ends in a mark of its own, its speaker and a
 * cue verb go on with the sentence. */
static bool speaker_follows(const struct unit *u, uint32_t i) {
    if (i < 2 || !utf8_is_quote(first_cp(u, i - 1)) || first_cp(u, i - 2) == '.' ||
        !ends_sentence(token_text(u, i - 2)))
        return false;
    for (uint32_t k = i; k < i + SPEAKER_WORDS && k < u->doc->tokens.n; k++) {
        const struct lexeme *x = lexeme_of(u, k);
        if ((x->classes & CLASS(C_CUE)) && (x->forms & (FORM_PAST | FORM_S)) &&
            (u->tables->cues.at[x->cue].kinds & CUE_SPEECH))
            return true;
        if (!utf8_is_upper(first_cp(u, k)) &&
            !(x->classes & (CLASS(C_PRON) | CLASS(C_DET) | CLASS(C_TITLE))))
            return false;
    }
    return false;
}

/* The parser lets a sentence begin with a mark that closes the one before, and in lower case behind
 * a quotation ("Stop!" he said) or in the middle of one. */
static bool may_begin(const struct unit *u, uint32_t i) {
    if (closes(u, i) || behind_title(u, i) || speaker_follows(u, i))
        return false;
    if (!utf8_is_lower(first_cp(u, i)))
        return true;
    while (i > 0 && u->doc->tokens.at[i - 1].is_space)
        i--;
    return i > 0 && ends_sentence(token_text(u, i - 1));
}

static int add_sentence(struct unit *u, uint32_t word, uint32_t token, uint32_t paragraph) {
    struct unit_sentence *s = VEC_PUSH(u->a, &u->sentences);
    if (!s)
        return arena_fail(u->a, u->err);
    *s = (struct unit_sentence){word, word, token, paragraph};
    return TS_OK;
}

/* Gives the words that begin before byte end to the last sentence. */
static uint32_t take_words(struct unit *u, uint32_t word, uint32_t end) {
    uint32_t sentence = u->sentences.n - 1;
    struct unit_sentence *s = &u->sentences.at[sentence];
    bool started = false;
    s->first = word;
    for (; word < u->words.n && u->words.at[word].text.start < end; word++) {
        u->words.at[word].sentence = sentence;
        if (!started && u->words.at[word].kind == WORD_LETTERS) {
            u->words.at[word].flags |= W_START;
            started = true;
        }
    }
    s->end = word;
    return word;
}

int unit_split_sentences(struct unit *u) {
    uint32_t word = 0, paragraph = 0;
    bool begins = true, paragraph_begins = true, words = false; /* the sentence has some */
    for (uint32_t i = 0; i < u->doc->tokens.n; i++) {
        const struct doc_token *t = &u->doc->tokens.at[i];
        begins |= t->sent_start == 1 || opens_sentence(u, i);
        for (; paragraph + 1 < u->paragraph_count &&
               t->text.start >= u->paragraphs[paragraph + 1].text.start;
             paragraph++)
            paragraph_begins = true;
        if (t->is_space || !u->paragraph_count)
            continue;
        bool starts = paragraph_begins || (begins && words && may_begin(u, i));
        begins = paragraph_begins = false;
        words = (words && !starts) || has_word(u, i);
        if (!starts)
            continue;
        if (u->sentences.n)
            word = take_words(u, word, t->text.start);
        int status = add_sentence(u, word, i, paragraph);
        if (status != TS_OK)
            return status;
    }
    if (u->sentences.n)
        take_words(u, word, UINT32_MAX);
    return TS_OK;
}
