#include "read/text_parts.h"

#include <string.h>

enum {
    SENTENCE_BYTES = 160, /* a paragraph of as many is one with or without a stop at its end */
    LABEL_WORDS = 20,     /* of a line of furniture at most */
    CAPTION_WORDS = 60,
    CREDIT_WORDS = 8, /* behind "Photo:" */
    DATE_BYTES = 120,
    LINE_WORDS = 12,      /* of a line of promotion at most */
    PROMOTION_WORDS = 90, /* of a paragraph of promotion at most */
    GLUE_BYTES = 60,      /* a call that is glued to a sentence is no longer */
    GLUED_MAX = 16        /* such calls are parted in one page: each moves the units behind it */
};

struct str text_part(const struct text_parts *p, uint32_t unit) {
    return str_span(p->page.text, p->page.units.at[unit].span);
}

/* ---- The end of a paragraph */

static bool is_close(uint32_t cp) {
    return utf8_is_quote(cp) || cp == ')' || cp == ']' || cp == '*';
}

static bool is_stop(uint32_t cp) {
    return cp == '.' || cp == '!' || cp == '?' || cp == ':' || cp == ';' || cp == 0x2026 ||
           cp == 0x3002 || cp == 0xFF01 || cp == 0xFF1F || cp == 0x61F || cp == 0x6D4 ||
           cp == 0x964;
}

/* Ends as a sentence does: a stop, with closing quotation marks and brackets behind it or not. */
static bool ends_stopped(struct str s) {
    size_t at = s.n;
    uint32_t cp = ' ';
    for (unsigned i = 0; at && i < 4; i++) {
        cp = utf8_before(s, &at);
        if (!is_close(cp) && cp != ' ')
            break;
    }
    return is_stop(cp);
}

/* ---- The outlet's line */

static bool is_file_name(struct str last) {
    static const char *const ends[] = {"html", "htm", "php", "txt",  "pdf", "jpg",
                                       "jpeg", "png", "gif", "docx", "js"};
    return str_is_one_of(last, ends, sizeof ends / sizeof *ends);
}

/* A domain alone: labels of letters, figures and hyphens, parted by dots, the last of two letters
 * or more. */
static bool is_domain(struct str s) {
    struct str label = STR_NONE;
    unsigned count = 0;
    if (s.n < 4 || s.n > 80)
        return false;
    for (struct str rest = s; rest.at; count++) {
        label = str_split(&rest, '.');
        if (!label.n || label.n > 40)
            return false;
        for (size_t i = 0; i < label.n; i++)
            if (!ascii_alpha(label.at[i]) && !ascii_digit(label.at[i]) &&
                (label.at[i] != '-' || i == 0))
                return false;
    }
    for (size_t i = 0; i < label.n; i++)
        if (!ascii_alpha(label.at[i]))
            return false;
    return count >= 2 && label.n >= 2 && label.n <= 12 && ascii_alpha(s.at[0]) &&
           !is_file_name(label);
}

static bool names_agency(const struct text_parts *p, struct str s) {
    for (size_t at = 0;;) {
        struct str word = text_word_next(s, &at);
        uint32_t row;
        if (!word.n)
            return false;
        if (outlets_match(&row, p->outlets, s, at - word.n) && p->outlets->rows.at[row].agency)
            return true;
    }
}

/* ---- Kinds */

/* Asks the reader for something, in two words of promotion or more; a line that is no sentence
 * needs only one. */
static bool is_promotion(const struct text_score *s, bool sentence) {
    if (s->quoted || s->said || s->words > PROMOTION_WORDS)
        return false;
    if (s->asks)
        return s->things > 2 || (s->things == 2 && (s->we || s->you || s->words <= LINE_WORDS)) ||
               (s->things && !sentence && s->words <= LINE_WORDS);
    return s->you && s->we && s->things > 2 && s->asks_inside;
}

static bool is_plea(const struct text_score *s) {
    if (s->quoted || s->said || s->words > PROMOTION_WORDS)
        return false;
    return (s->you && s->we) || (s->asks && s->things) || (s->you && s->things);
}

/* A line that begins with words of furniture: short, and no sentence; a single such word needs a
 * colon behind it. */
static bool is_label_start(const struct text_unit *u, const struct text_score *s, struct str text) {
    if (!s->start_words || u->words > LABEL_WORDS)
        return false;
    bool colon =
        s->start_end < text.n && (text.at[s->start_end] == ':' || text.at[s->start_end] == '|');
    return colon || (s->start_words > 1 && !u->stop);
}

/* A line, no sentence, that ends in who took a picture: "(Photo: ...", "Picture: ...", "... / Getty
 * Images". */
static bool is_credit_of_picture(const struct text_unit *u, const struct text_score *score,
                                 struct str s) {
    static const char *const marks[] = {
        "Photo: ",   "PHOTO: ",      "Photo:",   "Picture: ",     "Image: ",
        "Photo by ", "Photograph: ", "AP Photo", "/Getty Images", "/ Getty Images"};
    if (u->stop || score->said || u->words > CAPTION_WORDS)
        return false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = str_find(s, str_of(marks[i]), 0);
        if (at == SIZE_MAX || (at && !strchr("([. /", s.at[at - 1]) && marks[i][0] != '/'))
            continue;
        size_t words = 0, next = at;
        while (text_word_next(s, &next).n)
            words++;
        if (words <= CREDIT_WORDS)
            return true;
    }
    return false;
}

static bool is_copyright(struct str s) {
    return str_starts(s, STR("\xC2\xA9")) || str_starts_nocase(s, STR("(c) "));
}

static void set_kind(const struct text_parts *p, struct text_unit *u) {
    struct text_score score;
    struct str s = str_span(p->page.text, u->span);
    struct text_dates dates;
    struct str names[1];
    text_words_score(&score, p->words, s);
    u->words = score.words;
    u->quoted = score.quoted;
    u->stop = ends_stopped(s);
    u->why = NULL;
    bool sentence = (u->stop && u->words > 2) || s.n >= SENTENCE_BYTES;
    u->kind = sentence ? TEXT_PROSE : TEXT_SHORT;
    const char *label = score.all_lines || is_label_start(u, &score, s) ? score.why
                        : is_copyright(s) && u->words <= LABEL_WORDS    ? "legal"
                        : is_credit_of_picture(u, &score, s)            ? "caption"
                                                                        : NULL;
    if (label && strcmp(label, "legal") == 0 && names_agency(p, s))
        u->kind = TEXT_PROSE; /* whose copy it is */
    else if (score.credit)
        u->kind = TEXT_PROSE;
    else if (label)
        u->kind = TEXT_LABEL, u->why = label;
    else if (is_domain(s))
        u->kind = TEXT_SITE;
    else if (s.n <= DATE_BYTES && text_dates_read(&dates, p->words, s))
        u->kind = TEXT_DATE;
    else if (!u->stop && text_byline_read(names, 1, p, s))
        u->kind = TEXT_BYLINE;
    else if (is_promotion(&score, sentence))
        u->kind = TEXT_PROMOTION;
    else if (is_plea(&score))
        u->kind = TEXT_PLEA;
}

/* ---- Glued calls */

static bool is_call(const struct text_words *words, struct str s) {
    const struct text_row *row;
    size_t at = 0;
    struct str first = text_word_next(s, &at), last = first;
    unsigned count = 1;
    for (struct str word; (word = text_word_next(s, &at)).n; count++)
        last = word;
    if (count < 2)
        return false;
    if (text_words_kind(&row, words, s) & WORD_LINE)
        return true;
    return (text_words_kind(&row, words, first) & WORD_ASK) &&
           (text_words_kind(&row, words, last) & WORD_THING);
}

/* Where a capital follows a small letter at once, and what stands before is a whole call to the
 * reader; 0: nowhere. */
static size_t glue_in(const struct text_words *words, struct str s) {
    size_t end = s.n < GLUE_BYTES ? s.n : GLUE_BYTES;
    for (size_t i = 1; i < end; i++) {
        char before = s.at[i - 1];
        if (before == '.' || before == '!' || before == '?')
            return 0;
        if (before < 'a' || before > 'z' || (s.at[i] >= 'a' && s.at[i] <= 'z') || s.at[i] == ' ')
            continue;
        bool capital = ascii_upper(s.at[i]) || str_starts(str_cut(s, i, s.n), STR("\xE2\x80\x9C"));
        if (capital && is_call(words, str_cut(s, 0, i)))
            return i;
    }
    return 0;
}

/* Parts the first `bytes` of a unit from it, as a unit of its own. */
static int part_call(struct text_parts *p, uint32_t unit, size_t bytes) {
    struct text_unit *last = VEC_PUSH(p->b->arena, &p->page.units);
    if (!last)
        return arena_fail(p->b->arena, p->b->err);
    struct text_unit *u = &p->page.units.at[unit];
    memmove(u + 1, u, (size_t)(p->page.units.n - 1 - unit) * sizeof *u);
    u[0].span.end = u[0].span.start + (uint32_t)bytes;
    u[1].span.start = u[0].span.end;
    set_kind(p, u);
    u->kind = TEXT_LABEL;
    u->why = "promotion";
    return TS_OK;
}

int text_kinds_set(struct text_parts *p) {
    uint32_t parted = 0;
    int status = TS_OK;
    for (uint32_t i = 0; i < p->page.units.n && status == TS_OK; i++) {
        struct str s = text_part(p, i);
        size_t glue = s.n > GLUE_BYTES && parted < GLUED_MAX ? glue_in(p->words, s) : 0;
        if (glue) {
            parted++;
            status = part_call(p, i, glue);
        } else {
            set_kind(p, &p->page.units.at[i]);
        }
    }
    return status;
}
