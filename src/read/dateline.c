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

/* U+2010 to U+2015, the minus sign and the line of a box, which stand for a dash too. */
static bool is_wide_dash(uint32_t cp) {
    return (cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212 || cp == 0x2500;
}

/* The bytes of a dash at i: "-", "--", "---", or one of the wide ones; 0 for none. */
static size_t dash_at(struct str s, size_t i) {
    size_t next = i;
    while (next < s.n && next < i + 3 && s.at[next] == '-')
        next++;
    if (i >= s.n || next > i)
        return next - i;
    return is_wide_dash(utf8_next(s, &next)) ? next - i : 0;
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
        if (dash_at(s, at) > 1) {
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

/* "(Reuters)", "[AP]", "/NPWire/", up to 40 bytes; the bytes of it or 0. */
static size_t agency_at(struct str s, size_t i) {
    static const char open[] = "([/", closed[] = ")]/";
    size_t kind = 0;
    while (i < s.n && open[kind] && s.at[i] != open[kind])
        kind++;
    if (i >= s.n || !open[kind])
        return 0;
    for (size_t end = i + 1; end < s.n && end - i < 40; end++) {
        if (s.at[end] == closed[kind])
            return end > i + 2 ? end + 1 - i : 0;
        if (s.at[end] == open[kind])
            return 0;
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
    bool upper_first, date;
    struct dateline *parts;
};

/* A word of the place; the first place ends, and the region begins, at the first comma. */
static bool take_place_word(struct seen *seen, const struct word *w, struct str text) {
    struct dateline *d = seen->parts;
    if (seen->date || ++seen->place_words > PLACE_WORDS_MAX ||
        (seen->place_words == 1 && !w->capital))
        return false;
    if (seen->place_words == 1) {
        seen->upper_first = w->upper && text.n > 2;
        d->place.start = (uint32_t)w->start;
    }
    struct span *part = d->comma ? &d->region : &d->place;
    if (d->comma && !part->end)
        part->start = (uint32_t)w->start;
    part->end = (uint32_t)w->end;
    return true;
}

/* Reads place and date up to the agency, dash or colon; where they end, SIZE_MAX when they are
 * none. */
static size_t read_place(struct str s, struct seen *seen) {
    size_t i = 0;
    while (i < s.n && i < DATELINE_BYTES_MAX) {
        if (agency_at(s, i) || dash_at(s, i) || s.at[i] == ':')
            return i;
        struct word w = read_word(s, i);
        if (w.end == w.start)
            return SIZE_MAX;
        struct str text = str_cut(s, w.start, w.end);
        if (w.digits || is_month(s, &w)) {
            if (seen->place_words == 0 || (w.digits && text.n > 4))
                return SIZE_MAX;
            seen->date |= is_month(s, &w);
        } else if (!(w.capital || is_particle(text)) || !take_place_word(seen, &w, text)) {
            return SIZE_MAX;
        }
        seen->parts->comma |= w.comma;
        i = w.end + w.comma;
        if (!blank_at(s, i) && !dash_at(s, i) && i < s.n && s.at[i] != '(' && s.at[i] != ':')
            return SIZE_MAX;
        i = skip_blanks(s, i);
    }
    return SIZE_MAX;
}

bool dateline_read(struct dateline *out, struct str paragraph) {
    *out = (struct dateline){0};
    struct seen seen = {.parts = out};
    size_t i = read_place(paragraph, &seen);
    size_t agency = i == SIZE_MAX ? 0 : agency_at(paragraph, i);
    if (i == SIZE_MAX || (seen.place_words == 0 && !agency))
        return false;
    out->has_place = seen.place_words > 0;
    out->capitals = seen.upper_first;
    out->date = seen.date;
    out->agency = (struct span){(uint32_t)i, (uint32_t)(i + agency)};
    size_t behind = i + agency;
    i = skip_blanks(paragraph, behind);
    out->blank_before = i > 0 && (i > behind || blank_at(paragraph, i - 1) ||
                                  (unsigned char)paragraph.at[i - 1] == 0xA0);
    size_t dash = dash_at(paragraph, i);
    out->colon = !dash && i < paragraph.n && paragraph.at[i] == ':';
    out->dash = (uint32_t)dash;
    size_t after = skip_blanks(paragraph, i + dash + out->colon);
    out->blank_behind = after > i + dash + out->colon;
    out->end = (uint32_t)after;
    return after < paragraph.n && after <= DATELINE_BYTES_MAX + 40;
}

size_t dateline_find(struct str paragraph) {
    struct dateline d;
    if (!dateline_read(&d, paragraph) || !d.has_place || !d.dash)
        return 0;
    if (!d.capitals && !d.date && d.agency.start == d.agency.end)
        return 0;
    bool wide = d.dash > 1;
    return (d.blank_before && d.blank_behind) || wide ? d.end : 0;
}

bool dateline_sentence_begins(struct str s) {
    size_t at = 0;
    uint32_t cp = s.n ? utf8_next(s, &at) : 0;
    return utf8_is_upper(cp) || utf8_is_digit(cp) || utf8_is_quote(cp) || cp == '$' || cp == 0xA3 ||
           cp == 0x20AC;
}

struct str dateline_place(struct str dateline) {
    while (dateline.n) {
        size_t at = dateline.n;
        uint32_t cp = utf8_before(dateline, &at);
        if (cp != '-' && !utf8_is_space(cp) && !is_wide_dash(cp))
            break;
        dateline.n = at;
    }
    return dateline;
}
