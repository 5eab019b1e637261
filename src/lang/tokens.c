/* Words, numbers and marks. "'s" is a token of its own; "didn't", "26-year-old", "U.S." and
 * "Example.com" are one. */
#include "lang/unit.h"

/* A reader in one paragraph. */
struct scan {
    struct unit *u;
    size_t end; /* of the paragraph */
};

static bool is_apostrophe(uint32_t cp) {
    return cp == '\'' || cp == 0x2019;
}

static bool is_word_cp(uint32_t cp) {
    return cp < 0x80 ? ascii_alpha((char)cp) || ascii_digit((char)cp)
                     : utf8_is_letter(cp) || utf8_is_digit(cp);
}

/* The code point at byte i, 0 at the paragraph's end; *next is the byte after it. */
static uint32_t cp_at(const struct scan *s, size_t i, size_t *next) {
    *next = i;
    if (i >= s->end)
        return 0;
    unsigned char c = (unsigned char)s->u->text.at[i];
    if (c < 0x80) {
        *next = i + 1;
        return c;
    }
    return utf8_next((struct str){s->u->text.at, s->end}, next);
}

static bool is_word_byte(unsigned char c) {
    return (unsigned char)((c | 0x20) - 'a') < 26 || (unsigned char)(c - '0') < 10;
}

static size_t letters_end(const struct scan *s, size_t i) {
    for (size_t next; i < s->end; i = next) {
        unsigned char c = (unsigned char)s->u->text.at[i];
        next = i + 1;
        if (c < 0x80 ? !is_word_byte(c) : !is_word_cp(cp_at(s, i, &next)))
            break;
    }
    return i;
}

static bool lower_at(const struct scan *s, size_t i) {
    size_t next;
    return utf8_is_lower(cp_at(s, i, &next));
}

/* Whether a mark between two word parts joins them; after is the byte behind the mark. */
static bool joins(const struct scan *s, uint32_t mark, size_t part_start, size_t at, size_t after) {
    size_t next;
    uint32_t cp = cp_at(s, after, &next);
    if (!is_word_cp(cp))
        return false;
    if (mark == '-' || mark == '&' || mark == '_' || mark == 0x2010 || mark == 0x2011)
        return true;
    if (is_apostrophe(mark)) /* O'Neill, didn't; the possessive stands apart */
        return !((cp == 's' || cp == 'S') && letters_end(s, after) == next);
    if (mark != '.')
        return false;
    /* "p.m", "Example.com"; but "ended.Then" are two words */
    size_t before = at;
    bool lower_before = utf8_is_lower(utf8_before(s->u->text, &before));
    return at - part_start == 1 || !lower_before || utf8_is_lower(cp) || !lower_at(s, next);
}

static size_t word_end(const struct scan *s, size_t start, bool *dotted, bool *dashed) {
    size_t part = start, i = letters_end(s, start);
    while (i < s->end) {
        size_t after;
        uint32_t mark = cp_at(s, i, &after);
        if (!joins(s, mark, part, i, after))
            break;
        *dotted |= mark == '.';
        *dashed |= mark == '-';
        part = after;
        i = letters_end(s, after);
    }
    return i;
}

/* "5,000.50", "20:11", "200m", "5th": digits with what joins them, then letters written to them. */
static size_t number_end(const struct scan *s, size_t i) {
    while (i < s->end && ascii_digit(s->u->text.at[i])) {
        i++;
        char c = i + 1 < s->end ? s->u->text.at[i] : 0;
        if ((c == ',' || c == '.' || c == ':') && ascii_digit(s->u->text.at[i + 1]))
            i++;
    }
    return i;
}

static bool digit_follows(const struct scan *s, size_t i) {
    while (i < s->end && s->u->text.at[i] == ' ')
        i++;
    return i < s->end && ascii_digit(s->u->text.at[i]);
}

/* Whether the full stop behind a word belongs to it. */
static bool takes_stop(const struct scan *s, struct str word, const struct lexeme *x, size_t end,
                       bool dotted) {
    if (end >= s->end || s->u->text.at[end] != '.' ||
        (end + 1 < s->end && s->u->text.at[end + 1] == '.'))
        return false;
    bool upper = ascii_upper(word.at[0]);
    switch (x->abbreviation) {
    case ABBR_TITLE:
    case ABBR_OFTEN:
        return upper || dotted || str_eq(word, STR("etc"));
    case ABBR_NEVER:
        return true;
    case ABBR_NUMBER:
    case ABBR_MONTH:
        return digit_follows(s, end + 1);
    default:
        break;
    }
    if (word.n == 1)
        return upper && !str_eq(word, STR("I"));
    size_t last = word.n - 1; /* "U.S": single letters with dots */
    return dotted && word.n % 2 == 1 && word.at[last - 1] == '.' && word.at[1] == '.';
}

static int push(struct scan *s, size_t start, size_t end, enum token_kind kind, uint32_t lexeme,
                unsigned flags) {
    struct unit *u = s->u;
    if (start > 0 && (u->text.at[start - 1] == ' ' || ascii_space(u->text.at[start - 1])))
        flags |= W_SPACE;
    struct token *t = VEC_PUSH(u->a, &u->tokens);
    struct word *w = t ? VEC_PUSH(u->a, &u->words) : NULL;
    if (!w)
        return arena_fail(u->a, u->err);
    *t = (struct token){{(uint32_t)start, (uint32_t)end}, kind};
    *w = (struct word){.lexeme = lexeme, .sentence = NO_INDEX, .mention = NO_INDEX, .flags = flags};
    return TS_OK;
}

static unsigned case_flags(struct str word) {
    size_t i = 0;
    if ((unsigned char)(word.at[0] - 'a') < 26 || !utf8_is_upper(utf8_next(word, &i)))
        return 0;
    if (word.n > 1 && (unsigned char)(word.at[1] - 'a') < 26)
        return W_UPPER;
    unsigned letters = 1;
    while (i < word.n) {
        uint32_t cp = utf8_next(word, &i);
        if (utf8_is_lower(cp))
            return W_UPPER;
        letters += utf8_is_upper(cp);
    }
    return letters > 1 ? W_UPPER | W_CAPS : W_UPPER;
}

static bool domain_like(struct str word) {
    size_t dot = 0;
    for (size_t i = 0; i < word.n; i++)
        if (word.at[i] == '.')
            dot = i;
    size_t suffix = word.n - dot - 1;
    if (dot < 3 || suffix < 2 || suffix > 6)
        return false;
    for (size_t i = dot + 1; i < word.n; i++)
        if (!ascii_alpha(word.at[i]))
            return false;
    return true;
}

static int word_token(struct scan *s, size_t *at) {
    struct unit *u = s->u;
    bool dotted = false, dashed = false;
    size_t start = *at, end = word_end(s, start, &dotted, &dashed);
    struct str word = str_cut(u->text, start, end);
    uint32_t lexeme = lexicon_word(u->tables, word);
    unsigned flags = case_flags(word) | (dashed ? W_DASH : 0u);
    if (takes_stop(s, word, &u->tables->lexemes.at[lexeme], end, dotted)) {
        end++;
        flags |= W_DOT;
    } else if (dotted && domain_like(word)) {
        flags |= W_DOMAIN;
    }
    *at = end;
    return push(s, start, end, TOKEN_WORD, lexeme, flags);
}

static int number_token(struct scan *s, size_t *at) {
    size_t start = *at, end = number_end(s, start);
    size_t letters = letters_end(s, end);
    bool dotted = false, dashed = false;
    enum token_kind kind = TOKEN_NUMBER;
    if (letters < s->end && s->u->text.at[letters] == '-') {
        size_t next;
        uint32_t cp = cp_at(s, letters + 1, &next);
        if (utf8_is_letter(cp)) { /* "26-year-old" */
            letters = word_end(s, letters + 1, &dotted, &dashed);
            kind = TOKEN_WORD;
        }
    }
    *at = letters;
    return push(s, start, letters, kind, 0, 0);
}

/* Whether a stretch without blanks that begins here is a URL, a handle or a hash tag. */
static bool link_starts(const struct scan *s, size_t i) {
    struct str rest = str_cut(s->u->text, i, s->end);
    char c = rest.at[0];
    if (c == '@' || c == '#')
        return rest.n > 1 && (ascii_alpha(rest.at[1]) || rest.at[1] == '_');
    return str_starts(rest, STR("http://")) || str_starts(rest, STR("https://")) ||
           str_starts(rest, STR("www."));
}

static int link_token(struct scan *s, size_t *at) {
    size_t end = *at;
    bool handle = s->u->text.at[*at] == '@' || s->u->text.at[*at] == '#';
    if (handle) {
        end++;
        while (end < s->end && (ascii_alpha(s->u->text.at[end]) ||
                                ascii_digit(s->u->text.at[end]) || s->u->text.at[end] == '_'))
            end++;
    } else {
        while (end < s->end && (unsigned char)s->u->text.at[end] > ' ' && s->u->text.at[end] != '"')
            end++;
        while (end > *at + 1 && (s->u->text.at[end - 1] == '.' || s->u->text.at[end - 1] == ',' ||
                                 s->u->text.at[end - 1] == ')'))
            end--;
    }
    size_t start = *at;
    *at = end;
    return push(s, start, end, TOKEN_SYMBOL, 0, W_LINK);
}

/* The possessive that begins at an apostrophe: "'s", or the mark alone after a plural; 0 when it is
 * none. */
static size_t possessive_end(const struct scan *s, size_t at, size_t after) {
    const struct unit *u = s->u;
    if (at == 0 || !u->tokens.n || u->tokens.at[u->tokens.n - 1].text.end != at ||
        u->tokens.at[u->tokens.n - 1].kind == TOKEN_PUNCT)
        return 0;
    char c = after < s->end ? u->text.at[after] : 0;
    if ((c == 's' || c == 'S') && letters_end(s, after) == after + 1)
        return after + 1;
    bool plural = u->text.at[at - 1] == 's' || u->text.at[at - 1] == 'S';
    return plural && c == ' ' && after + 1 < s->end &&
                   is_word_cp((unsigned char)u->text.at[after + 1])
               ? after
               : 0;
}

static size_t run_end(const struct scan *s, size_t at, char c) {
    while (at < s->end && s->u->text.at[at] == c)
        at++;
    return at;
}

static bool is_symbol(uint32_t cp) {
    return cp == '$' || cp == '%' || cp == '+' || cp == '=' || cp == '<' || cp == '>' ||
           cp == '^' || cp == '|' || cp == '~' || cp == 0xA3 || cp == 0xA5 || cp == 0xA2 ||
           cp == 0xB0 || (cp >= 0x20A0 && cp <= 0x20CF);
}

static int mark_token(struct scan *s, size_t *at, uint32_t cp, size_t after) {
    struct unit *u = s->u;
    size_t start = *at, end = after,
           possessive = is_apostrophe(cp) ? possessive_end(s, start, after) : 0;
    if (possessive) {
        *at = possessive;
        struct str s_word = STR("'s");
        return push(s, start, possessive, TOKEN_WORD,
                    possessive > after ? lexicon_word(u->tables, s_word) : 0, W_POSSESSIVE);
    }
    if (cp == '.' || cp == '-')
        end = run_end(s, start, (char)cp);
    else if (cp == '\'' && run_end(s, start, '\'') == start + 2)
        end = start + 2; /* two single marks as one double one */
    *at = end;
    uint32_t lexeme = is_symbol(cp) ? lexicon_word(u->tables, str_cut(u->text, start, end)) : 0;
    return push(s, start, end, is_symbol(cp) ? TOKEN_SYMBOL : TOKEN_PUNCT, lexeme, 0);
}

/* A currency sign with letters before it: "US$", "A$". */
static size_t lettered_sign_end(const struct scan *s, size_t at) {
    for (size_t i = at; i < at + 3 && i < s->end; i++)
        if (s->u->text.at[i] == '$' && i > at)
            return i + 1;
        else if (!ascii_upper(s->u->text.at[i]))
            return 0;
    return 0;
}

static int next_token(struct scan *s, size_t *at) {
    struct unit *u = s->u;
    size_t after;
    uint32_t cp = cp_at(s, *at, &after);
    if (utf8_is_space(cp) || cp == 0x200B || cp == 0xFEFF || cp < 0x20) {
        *at = after;
        return TS_OK;
    }
    if (cp == '@' || cp == '#' || cp == 'h' || cp == 'w')
        if (link_starts(s, *at))
            return link_token(s, at);
    if (cp < 0x80 && ascii_digit((char)cp))
        return number_token(s, at);
    size_t sign = cp < 0x80 && ascii_upper((char)cp) ? lettered_sign_end(s, *at) : 0;
    if (sign) {
        size_t start = *at;
        *at = sign;
        return push(s, start, sign, TOKEN_SYMBOL,
                    lexicon_word(u->tables, str_cut(u->text, start, sign)), 0);
    }
    if (is_word_cp(cp))
        return word_token(s, at);
    return mark_token(s, at, cp, after);
}

int unit_tokenize(struct unit *u) {
    int status = TS_OK;
    for (uint32_t p = 0; p <= u->paragraph_count && status == TS_OK; p++) {
        uint32_t *first = VEC_PUSH(u->a, &u->paragraph_tokens);
        if (!first)
            return arena_fail(u->a, u->err);
        *first = u->tokens.n;
        if (p == u->paragraph_count)
            break;
        struct scan s = {u, u->paragraphs[p].text.end};
        for (size_t at = u->paragraphs[p].text.start; at < s.end && status == TS_OK;)
            if (u->text.at[at] == ' ')
                at++;
            else
                status = next_token(&s, &at);
    }
    return status;
}
