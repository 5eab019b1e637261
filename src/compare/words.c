#include "compare/work.h"

#include <string.h>

enum { WORD_BYTES_MAX = 64 };

static bool is_apostrophe(uint32_t cp) {
    return cp == '\'' || cp == 0x2019;
}

/* The code point at `at`, 0 at the end. */
static uint32_t peek(struct str s, size_t at) {
    return at < s.n ? utf8_next(s, &at) : 0;
}

static bool joins_word(uint32_t before, uint32_t cp, uint32_t after) {
    if (is_apostrophe(cp))
        return utf8_is_letter(before) && utf8_is_letter(after);
    return (cp == '.' || cp == ',') && utf8_is_digit(before) && utf8_is_digit(after);
}

/* Moves over a word that begins at *at and writes its normal form; returns the form's size, at most
 * WORD_BYTES_MAX. */
static size_t read_word(char form[WORD_BYTES_MAX + 4], struct str s, size_t *at) {
    size_t n = 0;
    uint32_t before = 0;
    while (*at < s.n) {
        size_t next = *at;
        uint32_t cp = utf8_next(s, &next);
        bool plain = utf8_is_letter(cp) || utf8_is_digit(cp);
        if (!plain && !joins_word(before, cp, peek(s, next)))
            break;
        *at = next;
        before = cp;
        if (cp == ',' || n >= WORD_BYTES_MAX)
            continue;
        n += utf8_put(form + n, is_apostrophe(cp) ? '\'' : utf8_lower(cp));
    }
    return n;
}

static uint32_t intern(struct work *w, struct str form) {
    struct vocabulary *v = &w->vocabulary;
    uint32_t id = map_get(&v->ids, form);
    if (id != MAP_NONE)
        return id;
    struct str copy = str_copy(w->scratch, form);
    uint32_t *slot = copy.at ? map_put(&v->ids, copy) : NULL;
    struct vocabulary_word *added = slot ? VEC_PUSH(w->scratch, &v->words) : NULL;
    if (!added)
        return NO_INDEX;
    *slot = v->words.n - 1;
    *added = (struct vocabulary_word){.text = copy, .stem = NO_INDEX, .tier = TIER_RARE};
    return *slot;
}

/* The size without an English ending: 's, plural, -ed, -ing. Crude, and the same for both sides of
 * a comparison. */
static size_t stem_size(struct str s) {
    size_t n = s.n;
    if (n > 3 && s.at[n - 1] == 's' && s.at[n - 2] == '\'')
        n -= 2;
    if (ascii_digit(s.at[0]) || n < 5)
        return n;
    if (n >= 6 && memcmp(s.at + n - 3, "ing", 3) == 0)
        n -= 3;
    else if (n >= 6 && memcmp(s.at + n - 3, "ies", 3) == 0)
        n -= 2;
    else if (memcmp(s.at + n - 2, "ed", 2) == 0 || (memcmp(s.at + n - 2, "es", 2) == 0 && n > 5))
        n -= 2;
    else if (s.at[n - 1] == 's' && s.at[n - 2] != 's' && s.at[n - 2] != 'u' && s.at[n - 2] != 'i')
        n -= 1;
    if (n > 4 && s.at[n - 1] == 'e')
        n--;
    if (n > 4 && s.at[n - 1] == s.at[n - 2] && ascii_alpha(s.at[n - 1]))
        n--;
    return n;
}

/* The form's id with its stem filled; a stem is marked by a leading blank so that it is no word's
 * form. */
static uint32_t intern_with_stem(struct work *w, struct str form) {
    uint32_t id = intern(w, form);
    if (id == NO_INDEX || w->vocabulary.words.at[id].stem != NO_INDEX)
        return id;
    char key[WORD_BYTES_MAX + 8] = " ";
    size_t n = stem_size(form);
    memcpy(key + 1, form.at, n);
    uint32_t stem = intern(w, (struct str){key, n + 1});
    if (stem == NO_INDEX)
        return NO_INDEX;
    struct vocabulary_word *words = w->vocabulary.words.at;
    words[id].stem = stem;
    words[stem].stem = stem;
    if (words[stem].tier < words[id].tier)
        words[stem].tier = words[id].tier;
    return id;
}

/* data/news_words.tsv: tier, then words parted by blanks. */
static int read_tiers(struct work *w) {
    static const struct {
        const char *name;
        uint8_t tier;
    } tiers[] = {{"stop", TIER_STOP}, {"common", TIER_COMMON}, {"known", TIER_KNOWN}};
    struct table_row *rows;
    uint32_t n = 0;
    int status = table_rows(&rows, &n, w->scratch, table_embedded("news_words"), 2, w->err);
    for (uint32_t i = 0; i < n && status == TS_OK; i++) {
        uint8_t tier = TIER_RARE;
        for (size_t t = 0; t < sizeof tiers / sizeof *tiers; t++)
            if (str_eq(rows[i].field[0], str_of(tiers[t].name)))
                tier = tiers[t].tier;
        for (struct str rest = rows[i].field[1]; rest.at;) {
            struct str word = str_trim(str_split(&rest, ' '));
            if (!word.n || word.n > WORD_BYTES_MAX)
                continue;
            uint32_t id = intern(w, word);
            if (id == NO_INDEX)
                return work_memory(w);
            w->vocabulary.words.at[id].tier =
                tier; /* before the stem is made, which takes it over */
            if (intern_with_stem(w, word) == NO_INDEX)
                return work_memory(w);
        }
    }
    return status;
}

/* Where the quotation that opens at `at` (after its mark) closes, within its paragraph; the
 * paragraph's end when it does not: the next paragraph then goes on with it. */
static size_t quote_end(struct str s, size_t at, uint32_t opened) {
    while (at < s.n) {
        size_t next = at;
        uint32_t cp = utf8_next(s, &next);
        if (cp == '\n' && peek(s, next) == '\n')
            return at;
        if ((opened == '"' && cp == '"') || (opened == 0x201C && cp == 0x201D) ||
            (opened == 0xAB && cp == 0xBB))
            return at;
        if (opened == 0x2018 && cp == 0x2019 && !utf8_is_letter(peek(s, next)))
            return at;
        at = next;
    }
    return s.n;
}

static bool opens_quote(uint32_t before, uint32_t cp, uint32_t after) {
    if (cp == 0x201C || cp == 0xAB || cp == '"')
        return true;
    return cp == 0x2018 && !utf8_is_letter(before) && utf8_is_letter(after);
}

/* All double (and typographic single) quotations of a text, in order, none inside another. */
static bool read_quotes(struct work *w, struct report_words *r, struct str s) {
    uint32_t before = 0;
    for (size_t at = 0; at < s.n;) {
        size_t next = at;
        uint32_t cp = utf8_next(s, &next);
        if (cp > '"' && cp < 0x80) { /* most of all text */
            before = cp;
            at = next;
            continue;
        }
        if (opens_quote(before, cp, peek(s, next))) {
            size_t end = quote_end(s, next, cp);
            struct span *q = VEC_PUSH(w->scratch, &r->quotes);
            if (!q)
                return false;
            *q = (struct span){(uint32_t)next, (uint32_t)end};
            next = end;
            if (next < s.n && peek(s, next) != '\n')
                utf8_next(s, &next);
            cp = 0;
        }
        before = cp;
        at = next;
    }
    return true;
}

static bool read_text(struct work *w, struct report_words *r, struct str s, uint16_t flags) {
    char form[WORD_BYTES_MAX + 4];
    uint32_t quote = 0;
    for (size_t at = 0; at < s.n;) {
        size_t start = at;
        uint32_t cp = utf8_next(s, &at);
        if (!utf8_is_letter(cp) && !utf8_is_digit(cp))
            continue;
        at = start;
        size_t n = read_word(form, s, &at);
        uint32_t id = intern_with_stem(w, (struct str){form, n});
        struct word *word = id == NO_INDEX ? NULL : VEC_PUSH(w->scratch, &w->words);
        if (!word)
            return false;
        while (!flags && quote < r->quotes.n && r->quotes.at[quote].end <= start)
            quote++;
        bool inside = !flags && quote < r->quotes.n && r->quotes.at[quote].start <= start &&
                      quote < UINT16_MAX;
        uint16_t kind = (uint16_t)((utf8_is_digit(cp) ? WORD_NUMBER : 0) |
                                   (utf8_is_upper(cp) ? WORD_CAPITAL : 0));
        *word = (struct word){(uint32_t)start, (uint32_t)at, id, (uint16_t)(inside ? quote + 1 : 0),
                              (uint16_t)(flags | kind)};
    }
    return true;
}

uint32_t compare_word_at(const struct work *w, uint32_t report, uint32_t byte) {
    const struct report_words *r = &w->reports[report];
    return r->first +
           spans_find(w->words.at + r->first, sizeof *w->words.at, r->end - r->first, byte);
}

bool compare_is_outlet(const struct entity *e) {
    return e->outlet;
}

static void mark_span(struct work *w, uint32_t report, struct span span, uint16_t flag) {
    uint32_t i = compare_word_at(w, report, span.start);
    for (; i < w->reports[report].end && w->words.at[i].start < span.end; i++)
        if (w->words.at[i].flags & (WORD_CAPITAL | WORD_NUMBER) || flag == WORD_OUTLET)
            w->words.at[i].flags |= flag;
}

/* Whether a sentence or paragraph may begin at a word. */
static bool may_begin(const struct work *w, const struct report_words *r, struct str text,
                      uint32_t word) {
    if (word == r->first)
        return true;
    uint32_t at = w->words.at[word - 1].end, start = w->words.at[word].start;
    for (uint32_t i = at; i < start; i++)
        if (memchr(".!?:\n\"", text.at[i], 6))
            return true;
    return false;
}

/* The words of names as far as spelling tells: capitals inside sentences, and the same words where
 * one begins; outlets by the table. The grouping of reports looks at no more. inside: of each
 * word, whether a report has it with a capital inside a sentence. */
static void mark_capitals(struct work *w, uint32_t report, bool *inside) {
    const struct report_words *r = &w->reports[report];
    struct str text = w->c->reports.at[report].article->text;
    for (uint32_t i = r->first, row; i < r->end; i++) {
        struct word *x = &w->words.at[i];
        if (!(x->flags & WORD_CAPITAL))
            continue;
        size_t bytes = outlets_match(&row, w->outlets, text, x->start);
        for (uint32_t k = i; bytes && k < r->end && w->words.at[k].start < x->start + bytes; k++)
            w->words.at[k].flags |= WORD_OUTLET;
        if (!may_begin(w, r, text, i)) {
            x->flags |= WORD_NAME;
            inside[x->id] = true;
        }
    }
}

static void mark_beginnings(struct work *w, uint32_t report, const bool *inside) {
    const struct report_words *r = &w->reports[report];
    for (uint32_t i = r->first; i < r->end; i++) {
        struct word *x = &w->words.at[i];
        if (x->flags & WORD_CAPITAL && inside[x->id])
            x->flags |= WORD_NAME;
    }
}

/* The words of names: of the entities, and what else is tagged as a proper noun. */
static void mark_names(struct work *w, uint32_t report) {
    const struct analysis *analysis = w->c->reports.at[report].analysis;
    for (uint32_t i = w->reports[report].first; i < w->reports[report].end; i++)
        w->words.at[i].flags &= (uint16_t) ~(WORD_NAME | WORD_OUTLET);
    uint32_t proper = labels_find(analysis->labels, STR("PROPN"));
    for (uint32_t e = 0; e < analysis->entities.n; e++) {
        const struct entity *entity = &analysis->entities.at[e];
        uint16_t flag = compare_is_outlet(entity) ? WORD_OUTLET : WORD_NAME;
        for (uint32_t m = 0; m < entity->mentions.n; m++)
            if (entity->mentions.at[m].form == MENTION_NAME)
                mark_span(w, report, entity->mentions.at[m].text, flag);
    }
    for (uint32_t i = 0; i < analysis->tokens.n; i++)
        if (analysis->tokens.at[i].pos == proper)
            mark_span(w, report, analysis->tokens.at[i].text, WORD_NAME);
}

int compare_words_read(struct work *w) {
    map_init(&w->vocabulary.ids, w->scratch);
    int status = read_tiers(w);
    w->reports = work_zero(w, w->c->reports.n, sizeof *w->reports);
    if (status != TS_OK)
        return status;
    if (!w->reports)
        return work_memory(w);
    for (uint32_t i = 0; i < w->c->reports.n; i++) {
        const struct article *article = w->c->reports.at[i].article;
        struct report_words *r = &w->reports[i];
        if (w->c->reports.at[i].alone_because_unfit)
            continue;
        r->first = w->words.n;
        bool ok = read_quotes(w, r, article->text) && read_text(w, r, article->text, 0);
        r->end = r->title_first = w->words.n;
        ok = ok && read_text(w, r, article->title, WORD_TITLE);
        r->title_end = w->words.n;
        if (!ok)
            return work_memory(w);
    }
    bool *inside = work_zero(w, w->vocabulary.words.n, sizeof *inside);
    for (uint32_t i = 0; inside && i < w->c->reports.n; i++)
        mark_capitals(w, i, inside);
    for (uint32_t i = 0; inside && i < w->c->reports.n; i++)
        mark_beginnings(w, i, inside);
    return inside ? TS_OK : work_memory(w);
}

int compare_words_name(struct work *w) {
    for (uint32_t i = 0; i < w->c->reports.n; i++)
        if (!w->c->reports.at[i].alone_because_unfit)
            mark_names(w, i);
    return TS_OK;
}

uint32_t compare_sentence_at(const struct analysis *analysis, uint32_t byte) {
    uint32_t i = SPANS_FIND(analysis->sentences, byte);
    return i < analysis->sentences.n && analysis->sentences.at[i].text.start <= byte ? i : NO_INDEX;
}
