#include "read/dateline.h"

#include "base/calendar.h"
#include "base/utf8.h"

/* Longer ones are sentences. */
enum { DATELINE_BYTES_MAX = 100, PLACE_WORDS_MAX = 6 };

struct word {
    size_t start, end; /* without the comma behind it */
    bool comma;
    bool letters, upper, capital, digits;
};

/* The bytes of a dash at i: "-", U+2010 to U+2015, "--"; 0 for none. */
static size_t dash_at(struct str s, size_t i) {
    if (i >= s.n)
        return 0;
    if (s.at[i] == '-')
        return i + 1 < s.n && s.at[i + 1] == '-' ? 2 : 1;
    size_t next = i;
    uint32_t cp = utf8_next(s, &next);
    return cp >= 0x2010 && cp <= 0x2015 ? next - i : 0;
}

static size_t blank_at(struct str s, size_t i) {
    if (i >= s.n)
        return 0;
    if (ascii_space(s.at[i]))
        return 1;
    return i + 1 < s.n && (unsigned char)s.at[i] == 0xC2 && (unsigned char)s.at[i + 1] == 0xA0 ? 2
                                                                                               : 0;
}

static size_t skip_blanks(struct str s, size_t i) {
    for (size_t n; (n = blank_at(s, i)) != 0;)
        i += n;
    return i;
}

/* The word at i; its letters may hold dots and apostrophes ("St.", "N'Djamena"), "/" and "-"
 * inside. */
static struct word read_word(struct str s, size_t i) {
    struct word w = {.start = i, .upper = true, .digits = true};
    bool first = true;
    while (i < s.n && !blank_at(s, i) && s.at[i] != ',' && s.at[i] != '(' && s.at[i] != ':') {
        size_t at = i;
        uint32_t cp = utf8_next(s, &i);
        if (dash_at(s, at) && s.at[at] != '-') {
            i = at;
            break;
        }
        bool letter = utf8_is_letter(cp), digit = cp < 0x80 && ascii_digit((char)cp);
        if (!letter && !digit && cp != '.' && cp != '\'' && cp != 0x2019 && cp != '-' && cp != '/')
            return (struct word){.start = w.start, .end = w.start};
        if (letter && utf8_is_lower(cp))
            w.upper = false;
        if (first)
            w.capital = utf8_is_upper(cp);
        w.letters |= letter;
        w.digits &= digit || cp == '.';
        first = false;
        w.end = i;
    }
    w.upper &= w.letters;
    w.digits &= w.end > w.start;
    w.comma = i < s.n && s.at[i] == ',';
    return w;
}

static bool is_month(struct str s, const struct word *w) {
    return calendar_month_named(str_cut(s, w->start, w->end)) != 0;
}

/* "(Reuters)", "(AP)", up to 40 bytes; the bytes of it or 0. */
static size_t agency_at(struct str s, size_t i) {
    if (i >= s.n || s.at[i] != '(')
        return 0;
    for (size_t end = i + 1; end < s.n && end - i < 40; end++) {
        if (s.at[end] == '(')
            return 0;
        if (s.at[end] == ')')
            return end > i + 2 ? end + 1 - i : 0;
    }
    return 0;
}

/* The small words inside names of places. */
static bool is_particle(struct str word) {
    static const char *const particles[] = {"of", "de",   "la", "del", "di",  "da",
                                            "do", "upon", "am", "an",  "the", "and",
                                            "on", "le",   "el", "al",  "near"};
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
        if (str_eq(word, str_of(particles[i])))
            return true;
    return false;
}

struct seen {
    unsigned place_words;
    bool upper_first, date, agency, comma;
};

/* Reads place and date up to the agency or dash; where they end, 0 when they are none. */
static size_t read_place(struct str s, struct seen *seen) {
    size_t i = 0;
    while (i < s.n && i < DATELINE_BYTES_MAX) {
        if (s.at[i] == '(' || dash_at(s, i))
            return i;
        struct word w = read_word(s, i);
        if (w.end == w.start)
            return 0;
        struct str text = str_cut(s, w.start, w.end);
        if (w.digits || is_month(s, &w)) {
            if (seen->place_words == 0 || (w.digits && text.n > 4))
                return 0;
            seen->date |= is_month(s, &w);
        } else if (w.capital || is_particle(text)) {
            if (seen->date || ++seen->place_words > PLACE_WORDS_MAX ||
                (seen->place_words == 1 && !w.capital))
                return 0;
            if (seen->place_words == 1)
                seen->upper_first = w.upper && text.n > 2;
        } else {
            return 0;
        }
        seen->comma |= w.comma;
        i = w.end + w.comma;
        if (!blank_at(s, i) && !dash_at(s, i) && (i >= s.n || s.at[i] != '('))
            return 0;
        i = skip_blanks(s, i);
    }
    return 0;
}

size_t dateline_find(struct str paragraph) {
    struct seen seen = {0};
    size_t i = read_place(paragraph, &seen);
    if (i == 0 || seen.place_words == 0)
        return 0;
    size_t agency = agency_at(paragraph, i);
    seen.agency = agency > 0;
    i = skip_blanks(paragraph, i + agency);
    if (!seen.upper_first && !seen.date && !seen.agency)
        return 0;
    bool blank_before =
        i > 0 && (ascii_space(paragraph.at[i - 1]) || (unsigned char)paragraph.at[i - 1] == 0xA0);
    size_t dash = dash_at(paragraph, i);
    size_t after = skip_blanks(paragraph, i + dash);
    bool wide = dash > 1;
    if (dash == 0 || after >= paragraph.n || (!blank_before && !wide) ||
        (after == i + dash && !wide))
        return 0;
    return after <= DATELINE_BYTES_MAX + 40 ? after : 0;
}

struct str dateline_place(struct str dateline) {
    while (dateline.n) {
        size_t at = dateline.n;
        uint32_t cp = utf8_before(dateline, &at);
        if (cp != '-' && !utf8_is_space(cp) && (cp < 0x2010 || cp > 0x2015))
            break;
        dateline.n = at;
    }
    return dateline;
}
