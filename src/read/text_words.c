#include "read/text_words.h"

#include <string.h>

enum { KEY_BYTES = 96, WORDS_SHIFT = 4096, PHRASE_MAX = 8 };

/* ---- Words */

/* What a byte is in a word. Looked up, for all that is read passes here. */
enum { OTHER, LETTER, INNER, HIGH };
#define FIVE(c, kind) [c] = kind, [c + 1] = kind, [c + 2] = kind, [c + 3] = kind, [c + 4] = kind
#define TEN(c, kind) FIVE(c, kind), FIVE(c + 5, kind)
#define LETTERS(c) TEN(c, LETTER), TEN(c + 10, LETTER), FIVE(c + 20, LETTER), [c + 25] = LETTER
#define FORTY(c, kind) TEN(c, kind), TEN(c + 10, kind), TEN(c + 20, kind), TEN(c + 30, kind)
static const unsigned char classes[256] = {
    TEN('0', LETTER), LETTERS('a'),      LETTERS('A'),      ['\''] = INNER,
    ['-'] = INNER,    FORTY(0x80, HIGH), FORTY(0xA8, HIGH), FORTY(0xD0, HIGH),
    FIVE(0xF8, HIGH), [0xFD] = HIGH,     [0xFE] = HIGH,     [0xFF] = HIGH,
};

static unsigned class_of(char c) {
    return classes[(unsigned char)c];
}

/* Signs of U+2000 to U+207F, such as dashes and quotation marks, and U+0080 to U+00BF are bytes
 * above 0x80, but no letters. */
static size_t sign_at(struct str s, size_t i) {
    unsigned char c = (unsigned char)s.at[i], d = i + 1 < s.n ? (unsigned char)s.at[i + 1] : 0;
    if (c == 0xE2 && i + 2 < s.n && (d == 0x80 || d == 0x81))
        return 3;
    return c == 0xC2 && d ? 2 : 0;
}

static bool word_at(struct str s, size_t i) {
    unsigned c = class_of(s.at[i]);
    return c == LETTER || (c == HIGH && !sign_at(s, i));
}

/* Bytes of an apostrophe or hyphen at i that stands between letters; 0 when none does. U+2019 is
 * the usual apostrophe. */
static size_t inner_at(struct str s, size_t i) {
    bool quote = s.at[i] == '\xE2' && i + 2 < s.n && s.at[i + 1] == '\x80' && s.at[i + 2] == '\x99';
    size_t n = class_of(s.at[i]) == INNER ? 1 : quote ? 3 : 0;
    return n && i + n < s.n && word_at(s, i + n) ? n : 0;
}

static inline struct str next_word(struct str s, size_t *at) {
    size_t i = *at;
    for (unsigned c; i < s.n && (c = class_of(s.at[i])) != LETTER;) {
        size_t sign = c == HIGH ? sign_at(s, i) : 1;
        if (!sign)
            break;
        i += sign;
    }
    size_t start = i;
    while (i < s.n) {
        unsigned c = class_of(s.at[i]);
        if (c == LETTER) {
            i++;
            continue;
        }
        size_t inner = c != OTHER && i > start ? inner_at(s, i) : 0;
        if (!inner && (c != HIGH || sign_at(s, i)))
            break;
        i += inner ? inner : 1;
    }
    *at = i;
    return (struct str){s.at + start, i - start};
}

struct str text_word_next(struct str s, size_t *at) {
    return next_word(s, at);
}

/* Appends the word in lower case, U+2019 as '. False when it does not fit. */
static bool key_add(char key[KEY_BYTES], size_t *n, struct str word) {
    if (*n + 1 + word.n > KEY_BYTES)
        return false;
    if (*n)
        key[(*n)++] = ' ';
    for (size_t i = 0; i < word.n; i++) {
        if (word.at[i] == '\xE2' && i + 2 < word.n && word.at[i + 1] == '\x80' &&
            word.at[i + 2] == '\x99') {
            key[(*n)++] = '\'';
            i += 2;
        } else {
            key[(*n)++] = ascii_lower(word.at[i]);
        }
    }
    return true;
}

uint64_t text_word_stem(struct str word) {
    enum { STEM_BYTES = 6 };
    char key[STEM_BYTES];
    size_t n = 0;
    for (; n < word.n && n < STEM_BYTES && word.at[n] != '\''; n++)
        key[n] = ascii_lower(word.at[n]);
    return hash_bytes((struct str){key, n});
}

/* ---- The table */

/* The bit of a filter that a row's first word sets: by its first three bytes and whether it is
 * longer. */
static uint32_t filter_bit(struct str word) {
    uint32_t h = 0;
    for (size_t i = 0; i < 3; i++)
        h = h * 37 + (i < word.n ? (unsigned char)word.at[i] | 0x20u : 0u);
    return (h ^ h >> 7 ^ (word.n > 3 ? (uint32_t)word.n * 0x119u : 0u)) % (TEXT_FILTER_WORDS * 32);
}

static bool in_filter(const uint32_t filter[TEXT_FILTER_WORDS], struct str word) {
    uint32_t bit = filter_bit(word);
    return filter[bit / 32] >> bit % 32 & 1;
}

static unsigned kind_named(struct str name) {
    static const struct {
        const char *name;
        unsigned kind;
    } kinds[] = {{"line", WORD_LINE},     {"start", WORD_START},    {"ask", WORD_ASK},
                 {"thing", WORD_THING},   {"you", WORD_YOU},        {"we", WORD_WE},
                 {"said", WORD_SAID},     {"date", WORD_DATE},      {"place", WORD_PLACE},
                 {"credit", WORD_CREDIT}, {"opinion", WORD_OPINION}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_eq(name, str_of(kinds[i].name)))
            return kinds[i].kind;
    return 0;
}

/* The reasons that stand in the table, as static strings. */
static const char *why_named(struct str name) {
    static const char *const names[] = {"navigation", "promotion", "related",   "comments", "legal",
                                        "caption",    "head",      "published", "modified"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_eq(name, str_of(names[i])))
            return names[i];
    return NULL;
}

static bool put_row(struct text_words *w, struct arena *a, unsigned kind, struct str phrase,
                    const char *why) {
    uint32_t *slot = map_put(&w->rows_by_words, phrase);
    if (!slot)
        return false;
    if (*slot != MAP_NONE) {
        w->rows.at[*slot].kind |= kind;
    } else {
        *slot = w->rows.n;
        struct text_row *row = VEC_PUSH(a, &w->rows);
        if (!row)
            return false;
        *row = (struct text_row){.kind = kind, .words = phrase};
    }
    if (kind == WORD_START)
        w->rows.at[*slot].start_why = why;
    else if (why)
        w->rows.at[*slot].why = why;
    size_t at = 0;
    struct str first = next_word(phrase, &at);
    uint32_t count = 1, bit = filter_bit(first);
    while (next_word(phrase, &at).n)
        count++;
    uint32_t *known = first.n ? map_put(&w->first, first) : NULL;
    if (!known)
        return false;
    uint32_t kinds = *known == MAP_NONE ? 0 : *known % WORDS_SHIFT,
             most = *known == MAP_NONE ? 0 : *known / WORDS_SHIFT;
    *known = (most > count ? most : count) * WORDS_SHIFT + (kinds | kind);
    if (kind & WORD_COUNTED)
        w->counted[bit / 32] |= (uint32_t)1 << bit % 32;
    if (kind & (WORD_LINE | WORD_START | WORD_CREDIT))
        w->lines[bit / 32] |= (uint32_t)1 << bit % 32;
    return true;
}

int text_words_init(struct text_words *words, struct arena *a, struct ts_error *err) {
    struct table_row *rows;
    uint32_t n = 0;
    *words = (struct text_words){0};
    map_init(&words->rows_by_words, a);
    map_init(&words->first, a);
    int status = table_rows(&rows, &n, a, table_embedded("text_words"), 2, err);
    for (uint32_t i = 0; i < n && status == TS_OK; i++) {
        unsigned kind = kind_named(rows[i].field[0]);
        const char *why = why_named(rows[i].field[2]);
        bool needs_why = kind & (WORD_LINE | WORD_START | WORD_DATE);
        if (!kind || !rows[i].field[1].n || (needs_why && !why))
            return err_set(err, TS_E_FORMAT, "bad_table",
                           "text_words: line %u is not kind, words, reason",
                           (unsigned)rows[i].line);
        for (struct str rest = rows[i].field[1]; rest.at && status == TS_OK;)
            if (!put_row(words, a, kind, str_trim(str_split(&rest, '|')), why))
                status = arena_fail(a, err);
    }
    return status;
}

unsigned text_words_kind(const struct text_row **row, const struct text_words *words,
                         struct str s) {
    char key[KEY_BYTES];
    size_t n = 0, at = 0;
    *row = NULL;
    for (struct str word; (word = next_word(s, &at)).n;)
        if (!key_add(key, &n, word))
            return 0;
    uint32_t i = n ? map_get(&words->rows_by_words, (struct str){key, n}) : MAP_NONE;
    *row = i == MAP_NONE ? NULL : &words->rows.at[i];
    return *row ? (*row)->kind : 0;
}

/* ---- Scoring */

/* Whether some row begins with the word, which passed a filter; *most is the most words of such a
 * row. */
static bool begins_row(uint32_t *most, const struct text_words *w, struct str word) {
    char key[KEY_BYTES];
    size_t n = 0;
    if (!key_add(key, &n, word))
        return false;
    uint32_t known = map_get(&w->first, (struct str){key, n});
    *most = known == MAP_NONE ? 0 : known / WORDS_SHIFT;
    return known != MAP_NONE;
}

/* The longest row of one of the kinds that begins at `at` of s; *end is behind it, *count its
 * words. */
static const struct text_row *longest_row(size_t *end, uint32_t *count, const struct text_words *w,
                                          struct str s, size_t at, uint32_t most, unsigned kinds) {
    const struct text_row *found = NULL;
    char key[KEY_BYTES];
    size_t n = 0;
    for (uint32_t i = 1; i <= most && i <= PHRASE_MAX; i++) {
        struct str word = next_word(s, &at);
        if (!word.n || !key_add(key, &n, word))
            break;
        uint32_t row = map_get(&w->rows_by_words, (struct str){key, n});
        if (row == MAP_NONE || !(w->rows.at[row].kind & kinds))
            continue;
        found = &w->rows.at[row];
        *end = at;
        *count = i;
    }
    return found;
}

/* Looks at what stands between two words: a stop ends the sentence; quotation marks are noted. */
static bool between(struct text_score *score, struct str s, size_t from, size_t to) {
    bool stop = false;
    for (size_t i = from; i < to; i++) {
        char c = s.at[i];
        stop |= c == '.' || c == '!' || c == '?' || c == ':';
        /* U+201C to U+201F and U+00AB; single ones are apostrophes too often */
        score->quoted |= c == '"' ||
                         (c == '\xE2' && i + 2 < to && s.at[i + 1] == '\x80' &&
                          s.at[i + 2] >= '\x9C' && s.at[i + 2] <= '\x9F') ||
                         (c == '\xC2' && i + 1 < to && s.at[i + 1] == '\xAB');
    }
    return stop;
}

static void count_row(struct text_score *score, const struct text_row *row, bool head) {
    score->things += row->kind & WORD_THING ? 1 : 0;
    score->you += row->kind & WORD_YOU ? 1 : 0;
    score->we += row->kind & WORD_WE ? 1 : 0;
    score->said += row->kind & WORD_SAID ? 1 : 0;
    if (row->kind & WORD_ASK) {
        score->asks += head;
        score->asks_inside += !head;
    }
}

/* Whether s is one row of WORD_LINE after the other. */
static bool all_lines(const char **why, const struct text_words *w, struct str s) {
    size_t at = 0, end = 0;
    uint32_t count, most;
    bool some = false;
    for (;;) {
        size_t next = at;
        struct str word = next_word(s, &next);
        if (!word.n)
            return some;
        uint64_t number;
        if (str_uint(&number, word)) { /* "Comments 12", "5 min read" */
            at = next;
            continue;
        }
        const struct text_row *row =
            in_filter(w->lines, word) && begins_row(&most, w, word)
                ? longest_row(&end, &count, w, s, next - word.n, most, WORD_LINE)
                : NULL;
        if (!row)
            return false;
        *why = row->why;
        some = true;
        at = end;
    }
}

/* Counts the row that begins with a word; *counted is moved behind it. */
static void score_word(struct text_score *score, size_t *counted, const struct text_words *words,
                       struct str s, size_t start, struct str word, bool head) {
    uint32_t most, count;
    size_t end;
    if (!begins_row(&most, words, word))
        return;
    const struct text_row *row = longest_row(&end, &count, words, s, start, most, WORD_COUNTED);
    if (row) {
        count_row(score, row, head);
        *counted = end;
    }
    row = score->words == 1
              ? longest_row(&end, &count, words, s, start, most, WORD_START | WORD_CREDIT)
              : NULL;
    if (row) {
        score->why = row->start_why;
        score->start_words = row->kind & WORD_START ? count : 0;
        score->start_end = end;
        score->credit = row->kind & WORD_CREDIT;
    }
}

void text_words_score(struct text_score *score, const struct text_words *words, struct str s) {
    enum { LINE_BYTES = 120 };
    *score = (struct text_score){0};
    bool head = true;
    size_t counted = 0; /* where the last row that was counted ends */
    for (size_t at = 0, before = 0;; before = at) {
        struct str word = next_word(s, &at);
        size_t start = at - word.n;
        if (start > before + 1 || !word.n)
            head |= between(score, s, before, word.n ? start : s.n);
        if (!word.n)
            break;
        score->words++;
        if (start >= counted && (in_filter(words->counted, word) ||
                                 (score->words == 1 && in_filter(words->lines, word))))
            score_word(score, &counted, words, s, start, word, head);
        head = false;
    }
    const char *why = NULL;
    if (s.n <= LINE_BYTES && all_lines(&why, words, s)) {
        score->all_lines = true;
        score->why = why;
    }
}
