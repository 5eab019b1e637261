/* Lines of the head of a page copied as plain text: dates and bylines. */
#include "read/text_parts.h"

#include "read/date_text.h"

#include <string.h>

enum { DATES_MAX = 4, STRAY_WORDS = 2, NAME_WORDS = 4, BYLINE_BYTES = 200 };

/* ---- Dates */

static bool has_digit(struct str s) {
    for (size_t i = 0; i < s.n; i++)
        if (ascii_digit(s.at[i]))
            return true;
    return false;
}

/* Words that stand beside a date and its label and say nothing more. */
static bool is_filler(struct str word) {
    static const char *const words[] = {
        "on", "at", "am", "pm",  "local", "time", "ist", "hrs",  "gst", "hours", "the",  "of",
        "a",  "m",  "p",  "edt", "est",   "gmt",  "utc", "date", "and", "min",   "read", "updated"};
    return str_is_one_of(word, words, sizeof words / sizeof *words) ||
           calendar_weekday_named(word) >= 0;
}

/* Reads what stands outside the dates of a line: a label sets *role, other words are counted. */
static void read_label(const char **role, uint32_t *stray, bool *low,
                       const struct text_words *words, struct str s) {
    for (size_t at = 0;;) {
        struct str word = text_word_next(s, &at);
        if (!word.n)
            return;
        /* a label of two words begins with a label of one or with a filler */
        size_t next_at = at;
        struct str next = text_word_next(s, &next_at);
        const struct text_row *row;
        unsigned kind =
            next.n ? text_words_kind(&row, words, str_cut(s, (size_t)(word.at - s.at), next_at))
                   : 0;
        if (kind & WORD_DATE)
            at = next_at;
        else
            kind = text_words_kind(&row, words, word);
        if (kind & WORD_DATE) {
            *role = row->why;
            continue;
        }
        uint64_t number;
        if (is_filler(word) || str_uint(&number, word))
            continue;
        ++*stray;
        *low |= !ascii_upper(word.at[0]);
    }
}

bool text_dates_read(struct text_dates *dates, const struct text_words *words, struct str line) {
    uint32_t stray = 0;
    bool low = false, day = false;
    size_t at = 0;
    struct span where;
    struct when when;
    dates->n = 0;
    if (!has_digit(line))
        return false;
    while (dates->n < DATES_MAX && date_text_find(&when, &where, line, at)) {
        const char *role = NULL;
        read_label(&role, &stray, &low, words, str_cut(line, at, where.start));
        dates->at[dates->n].when = when;
        dates->at[dates->n++].role = role;
        day |= when.precision >= WHEN_DAY;
        at = where.end;
    }
    const char *ignored = NULL;
    read_label(&ignored, &stray, &low, words, str_cut(line, at, line.n));
    return dates->n && (stray == 0 || (day && !low && stray <= STRAY_WORDS));
}

/* ---- Bylines */

static bool is_particle(struct str word) {
    static const char *const particles[] = {
        "de",  "da",  "di",  "del", "della", "der", "den", "van", "von", "la", "le", "al", "el",
        "bin", "ibn", "abu", "dos", "du",    "ter", "ten", "y",   "e",   "st", "zu", "af", "bint"};
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
        if (str_eq(word, str_of(particles[i])))
            return true;
    return false;
}

bool text_name_like(const struct text_words *words, struct str s) {
    unsigned count = 0, capitals = 0;
    if (s.n > 60)
        return false;
    for (size_t at = 0;; count++) {
        struct str word = text_word_next(s, &at);
        const struct text_row *row;
        if (!word.n)
            break;
        size_t first = 0;
        if (utf8_is_upper(utf8_next(word, &first)))
            capitals++;
        else if (!is_particle(word) || count == 0)
            return false;
        if (has_digit(word) || (text_words_kind(&row, words, word) & WORD_PLACE))
            return false;
    }
    for (size_t i = 0; i < s.n; i++)
        if (strchr(":;!?/@#&()\"", s.at[i]))
            return false;
    return capitals >= 2 && count <= NAME_WORDS + 1;
}

/* Cuts s before the first of the signs and words that end the names of a byline. */
static struct str names_part(struct str s) {
    static const char *const ends[] = {
        "|", " - ", "\xE2\x80\x93", "\xE2\x80\x94", "\xC2\xB7", "\xE2\x80\xA2",
        "(", ":",   " for ",        " For ",        " FOR ",    " in ",
        "@", "\t",  "Published",    "Updated",      " on "};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        s = str_cut(s, 0, str_find(s, str_of(ends[i]), 0));
    for (size_t i = 0; i < s.n; i++)
        if (ascii_digit(s.at[i]))
            s = str_cut(s, 0, i);
    return s;
}

/* The part of *rest before the next comma, ampersand or "and". */
static struct str next_name(struct str *rest) {
    static const char *const seps[] = {",", " and ", " AND ", " & ", " And "};
    size_t first = SIZE_MAX, skip = 0;
    for (size_t i = 0; i < sizeof seps / sizeof *seps; i++) {
        size_t at = str_find(*rest, str_of(seps[i]), 0);
        if (at < first) {
            first = at;
            skip = strlen(seps[i]);
        }
    }
    struct str part = str_cut(*rest, 0, first);
    *rest = first == SIZE_MAX ? STR_NONE : str_cut(*rest, first + skip, rest->n);
    return str_trim(part);
}

uint32_t text_byline_read(struct str *names, uint32_t max, const struct text_parts *p,
                          struct str line) {
    static const char *const starts[] = {
        "By ", "by ", "BY ", "By: ", "Written by ", "Posted by ", "Author: ", "Story by "};
    size_t skip = 0;
    uint32_t n = 0;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (str_starts(line, str_of(starts[i])))
            skip = strlen(starts[i]);
    if (!skip || line.n > BYLINE_BYTES)
        return 0;
    for (struct str rest = names_part(str_cut(line, skip, line.n)); rest.at && n < max;) {
        struct str name = next_name(&rest);
        if (!name.n)
            continue;
        if (text_name_like(p->words, name) || outlets_named(p->outlets, name) != OUTLET_NONE)
            names[n++] = name;
        else if (n == 0)
            return 0;
    }
    return n;
}
