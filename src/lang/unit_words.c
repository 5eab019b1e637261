/* The words that the rules read: the pipeline's tokens, of which those that people write as one
 * word are joined again. "'s" is a word of its own; "didn't", "26-year-old", "200m" are one. */
#include "lang/unit.h"

/* A reader of the tokens of one paragraph. */
struct scan {
    struct unit *u;
    const struct doc_token *tokens;
    uint32_t at, end; /* tokens */
};

static bool is_apostrophe(uint32_t cp) {
    return cp == '\'' || cp == 0x2019;
}

static bool is_word_cp(uint32_t cp) {
    return cp < 0x80 ? ascii_alpha((char)cp) || ascii_digit((char)cp)
                     : utf8_is_letter(cp) || utf8_is_digit(cp);
}

/* The code point at byte i of the text, 0 from end on; *next is the byte after it. */
static uint32_t cp_at(const struct unit *u, size_t i, size_t end, size_t *next) {
    *next = i;
    return i < end ? utf8_next((struct str){u->text.at, end}, next) : 0;
}

static uint32_t cp_before(const struct unit *u, size_t i) {
    return i ? utf8_before(u->text, &i) : 0;
}

static size_t letters_end(const struct unit *u, size_t i, size_t end) {
    for (size_t next; i < end && is_word_cp(cp_at(u, i, end, &next)); i = next)
        ;
    return i;
}

/* "5,000.50", "20:11", "200m", "5th": digits with what joins them, and letters behind them. */
static size_t number_end(const struct unit *u, size_t i, size_t end) {
    while (i < end && ascii_digit(u->text.at[i])) {
        i++;
        char c = i + 1 < end ? u->text.at[i] : 0;
        if ((c == ',' || c == '.' || c == ':') && ascii_digit(u->text.at[i + 1]))
            i++;
    }
    return letters_end(u, i, end);
}

static int push(struct unit *u, size_t start, size_t end, enum word_kind kind, uint32_t lexeme,
                unsigned flags) {
    if (start > 0 && ascii_space(u->text.at[start - 1]))
        flags |= W_SPACE;
    struct word *w = VEC_PUSH(u->a, &u->words);
    if (!w)
        return arena_fail(u->a, u->err);
    *w = (struct word){.text = {(uint32_t)start, (uint32_t)end},
                       .kind = kind,
                       .lexeme = lexeme,
                       .sentence = NO_INDEX,
                       .mention = NO_INDEX,
                       .flags = flags};
    return TS_OK;
}

/* "eBay", "6to9News": small letters or digits, then a capital with small letters behind it. */
static bool has_inner_capital(struct str word) {
    size_t i = 0;
    while (i < word.n && (ascii_digit(word.at[i]) || (unsigned char)(word.at[i] - 'a') < 26))
        i++;
    return i > 0 && i + 2 < word.n && ascii_upper(word.at[i]) &&
           (unsigned char)(word.at[i + 1] - 'a') < 26 && (unsigned char)(word.at[i + 2] - 'a') < 26;
}

static unsigned case_flags(struct str word) {
    size_t i = 0;
    if (has_inner_capital(word))
        return W_UPPER;
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

/* "example.org", "EXAMPLE.ORG"; not "quay.The", where a blank is lost. */
static bool domain_like(struct str word) {
    size_t dot = 0;
    for (size_t i = 0; i < word.n; i++) {
        if (word.at[i] == '@') /* a mail address is somebody's */
            return false;
        if (word.at[i] == '.')
            dot = i;
    }
    size_t suffix = word.n - dot - 1;
    if (dot < 3 || suffix < 2 || suffix > 6)
        return false;
    for (size_t i = dot + 1; i < word.n; i++)
        if (!ascii_alpha(word.at[i]) || ascii_upper(word.at[i]) != ascii_upper(word.at[dot + 1]))
            return false;
    return true;
}

/* Whether the next token goes on with the word that ends with the token before it: no blank parts
 * them, and letters or digits meet ("did" + "n't", "200" + "m") or a contraction follows ("'ll").
 */
static bool goes_on(const struct scan *s) {
    const struct unit *u = s->u;
    const struct doc_token *t = &s->tokens[s->at];
    size_t next;
    if (s->at >= s->end || t->text.start != s->tokens[s->at - 1].text.end || t->sent_start == 1)
        return false;
    uint32_t cp = cp_at(u, t->text.start, t->text.end, &next);
    if (is_word_cp(cp))
        return is_word_cp(cp_before(u, t->text.start));
    uint32_t letter = cp_at(u, next, t->text.end, &next);
    bool possessive = (letter == 's' || letter == 'S') && next == t->text.end;
    return is_apostrophe(cp) && utf8_is_letter(letter) && !possessive;
}

/* A hyphen between two tokens of one word. */
static bool hyphen_joins(const struct scan *s) {
    const struct unit *u = s->u;
    if (s->at + 1 >= s->end)
        return false;
    const struct doc_token *t = &s->tokens[s->at];
    size_t next;
    uint32_t mark = cp_at(u, t->text.start, t->text.end, &next);
    return (mark == '-' || mark == 0x2010 || mark == 0x2011) && next == t->text.end &&
           t[-1].text.end == t->text.start && t[1].text.start == t->text.end &&
           is_word_cp(cp_at(u, t[1].text.start, t[1].text.end, &next));
}

/* The word that begins at byte start of the token at s->at: moves over the tokens that belong to
 * it.
 */
static int word_at(struct scan *s, size_t start) {
    struct unit *u = s->u;
    size_t end = s->tokens[s->at++].text.end, next;
    bool dashed = false, number = ascii_digit(u->text.at[start]);
    while (s->at < s->end) {
        if (goes_on(s)) {
            end = s->tokens[s->at++].text.end;
        } else if (hyphen_joins(s) &&
                   (!number ||
                    utf8_is_letter(cp_at(u, s->tokens[s->at + 1].text.start, u->text.n, &next)))) {
            dashed |= u->text.at[end] == '-';
            number = false; /* "26-year-old" */
            end = s->tokens[s->at + 1].text.end;
            s->at += 2;
        } else {
            break;
        }
    }
    struct str word = str_cut(u->text, start, end);
    unsigned flags = case_flags(word) | (dashed ? W_DASH : 0u);
    if (number && !(flags & W_UPPER))
        return push(u, start, end, WORD_NUMBER, 0, 0);
    bool dot = word.n > 1 && word.at[word.n - 1] == '.';
    if (dot)
        flags |= W_DOT;
    else if (domain_like(word))
        flags |= W_DOMAIN;
    return push(u, start, end, WORD_LETTERS,
                lexicon_word(u->tables, str_cut(word, 0, word.n - dot)), flags);
}

static bool is_symbol(uint32_t cp) {
    return cp == '$' || cp == '%' || cp == '+' || cp == '=' || cp == '<' || cp == '>' ||
           cp == '^' || cp == '|' || cp == '~' || cp == 0xA3 || cp == 0xA5 || cp == 0xA2 ||
           cp == 0xB0 || (cp >= 0x20A0 && cp <= 0x20CF);
}

/* The apostrophe after a plural: "the officials' flight". */
static bool plural_possessive(const struct scan *s, size_t start, size_t end) {
    const struct unit *u = s->u;
    char before = start ? u->text.at[start - 1] : 0;
    return (before == 's' || before == 'S') && end + 1 < u->text.n && u->text.at[end] == ' ' &&
           is_word_cp((unsigned char)u->text.at[end + 1]) && u->words.n &&
           u->words.at[u->words.n - 1].text.end == start;
}

static int mark(struct scan *s, size_t start, size_t end) {
    struct unit *u = s->u;
    size_t next;
    uint32_t cp = cp_at(u, start, end, &next);
    if (is_apostrophe(cp) && next == end && plural_possessive(s, start, end))
        return push(u, start, end, WORD_LETTERS, 0, W_POSSESSIVE);
    bool symbol = is_symbol(cp);
    return push(u, start, end, symbol ? WORD_SYMBOL : WORD_PUNCT,
                symbol ? lexicon_word(u->tables, str_cut(u->text, start, end)) : 0, 0);
}

static bool all_apostrophes(struct str s) {
    size_t i = 0;
    while (i < s.n && s.at[i] == '\'')
        i++;
    return s.n > 0 && i == s.n;
}

/* A run of straight apostrophes, in however many tokens: the last two are a double mark. Moves to
 * the run's last token. */
static int apostrophes(struct scan *s, size_t start) {
    struct unit *u = s->u;
    while (s->at + 1 < s->end && s->tokens[s->at + 1].text.start == s->tokens[s->at].text.end &&
           all_apostrophes(str_span(u->text, s->tokens[s->at + 1].text)))
        s->at++;
    size_t end = s->tokens[s->at].text.end;
    int status = TS_OK;
    for (; end - start > 2 && status == TS_OK; start++)
        status = mark(s, start, start + 1);
    return status == TS_OK ? mark(s, start, end) : status;
}

/* A currency sign with letters before it: "US$", "A$". */
static size_t lettered_sign_end(const struct unit *u, size_t at, size_t end) {
    for (size_t i = at; i < at + 4 && i < end; i++)
        if (u->text.at[i] == '$' && i > at)
            return i + 1;
        else if (!ascii_upper(u->text.at[i]))
            return 0;
    return 0;
}

static bool is_link(struct str s) {
    return (s.n > 1 && (s.at[0] == '@' || s.at[0] == '#') &&
            (ascii_alpha(s.at[1]) || s.at[1] == '_')) ||
           str_starts(s, STR("http://")) || str_starts(s, STR("https://")) ||
           str_starts(s, STR("www."));
}

/* "#" and the word behind it are two tokens. */
static bool is_hash_tag(const struct scan *s) {
    const struct doc_token *t = &s->tokens[s->at];
    return s->at + 1 < s->end && t[1].text.start == t->text.end &&
           str_eq(str_span(s->u->text, t->text), STR("#")) &&
           ascii_alpha(s->u->text.at[t[1].text.start]);
}

/* The part of the token at s->at from byte at on; *at is moved behind what was taken. */
static int take_part(struct scan *s, size_t *at) {
    struct unit *u = s->u;
    size_t start = *at, end = s->tokens[s->at].text.end, next;
    uint32_t cp = cp_at(u, start, end, &next);
    size_t sign = lettered_sign_end(u, start, end);
    if (sign) {
        *at = sign;
        return push(u, start, sign, WORD_SYMBOL,
                    lexicon_word(u->tables, str_cut(u->text, start, sign)), 0);
    }
    if (ascii_digit((char)(cp < 0x80 ? cp : 0))) { /* "1/2" is two numbers and a mark */
        size_t number = number_end(u, start, end);
        if (number < end) {
            *at = number;
            return push(u, start, number, WORD_NUMBER, 0, 0);
        }
    }
    if (is_apostrophe(cp) && next < end && is_word_cp(cp_at(u, next, end, &next))) {
        bool possessive = (u->text.at[next - 1] | 0x20) == 's' && next == end;
        *at = end;
        if (possessive)
            return push(u, start, end, WORD_LETTERS, lexicon_word(u->tables, STR("'s")),
                        W_POSSESSIVE);
    } else if (!is_word_cp(cp)) {
        for (; next < end && !is_word_cp(cp_at(u, next, end, &sign)); next = sign)
            ;
        *at = next;
        return mark(s, start, next);
    }
    *at = end;
    int status = word_at(s, start);
    s->at--; /* the caller moves on from the word's last token */
    return status;
}

static int take_token(struct scan *s) {
    struct unit *u = s->u;
    const struct doc_token *t = &s->tokens[s->at];
    bool tag = is_hash_tag(s);
    if (tag || is_link(str_span(u->text, t->text))) {
        s->at += tag;
        return push(u, t->text.start, s->tokens[s->at].text.end, WORD_SYMBOL, 0, W_LINK);
    }
    if (all_apostrophes(str_span(u->text, t->text)))
        return apostrophes(s, t->text.start);
    int status = TS_OK;
    for (size_t at = t->text.start; at < t->text.end && status == TS_OK && !t->is_space;)
        status = take_part(s, &at);
    return status;
}

/* A word behind the last, of no kind, for rules that look at the word of a token that is in none.
 */
static int add_sentinel(struct unit *u) {
    struct word *end = VEC_PUSH(u->a, &u->words);
    if (!end)
        return arena_fail(u->a, u->err);
    uint32_t bytes = (uint32_t)u->text.n;
    *end = (struct word){.text = {bytes, bytes}, .kind = WORD_PUNCT, .mention = NO_INDEX};
    u->words.n--;
    return TS_OK;
}

int unit_find_words(struct unit *u) {
    const struct doc *doc = u->doc;
    struct scan s = {.u = u, .tokens = doc->tokens.at};
    int status = TS_OK;
    for (uint32_t p = 0; p <= u->paragraph_count && status == TS_OK; p++) {
        uint32_t *first = VEC_PUSH(u->a, &u->paragraph_words);
        if (!first)
            return arena_fail(u->a, u->err);
        *first = u->words.n;
        if (p == u->paragraph_count)
            break;
        struct span paragraph = u->paragraphs[p].text;
        while (s.at < doc->tokens.n && s.tokens[s.at].text.start < paragraph.start)
            s.at++;
        for (s.end = s.at; s.end < doc->tokens.n && s.tokens[s.end].text.start < paragraph.end;)
            s.end++;
        for (; s.at < s.end && status == TS_OK; s.at++)
            status = take_token(&s);
    }
    return status == TS_OK ? add_sentinel(u) : status;
}
