#include "read/text_lines.h"

#include "base/utf8.h"

#include <string.h>

enum {
    WRAP_MOST = 100,   /* columns of a line that an editor wrapped, at most */
    WRAP_LEAST = 45,   /* and of the widest, at least */
    WRAP_GOES_ON = 35, /* per cent of line ends that are in the middle of a sentence */
    WRAP_TOO_LONG = 5, /* per cent of lines that may be longer all the same (addresses of pages) */
    WRAP_ROOM = 8,     /* columns that a full line may leave free beyond the next word */
    NO_MORE_COLUMNS = 400 /* are counted */
};

struct line {
    struct span span;
    uint32_t columns;
    bool gap; /* an empty line stands before it */
};

struct lines {
    VEC_OF(struct line) all;
};

static bool space_before(struct str s, size_t at, size_t *start) {
    *start = at;
    return utf8_is_space(utf8_before(s, start));
}

static struct span trimmed(struct str s, size_t from, size_t to) {
    while (from < to) {
        size_t next = from;
        if (!utf8_is_space(utf8_next(s, &next)))
            break;
        from = next;
    }
    for (size_t start; to > from && space_before(s, to, &start);)
        to = start;
    return (struct span){(uint32_t)from, (uint32_t)to};
}

static uint32_t columns_of(struct str s) {
    return s.n > NO_MORE_COLUMNS ? NO_MORE_COLUMNS : (uint32_t)utf8_count(s);
}

/* The first c at or after from, looked for again only when the last one found is passed: the whole
 * stays linear. */
static size_t next_byte(size_t *found, struct str s, char c, size_t from) {
    if (*found != SIZE_MAX && *found < from)
        *found = str_find_byte(s, c, from);
    return *found < s.n ? *found : s.n;
}

static bool split_lines(struct lines *lines, struct arena *a, struct str s) {
    bool gap = false;
    size_t next_lf = str_find_byte(s, '\n', 0), next_cr = str_find_byte(s, '\r', 0);
    for (size_t from = 0, next; from < s.n; from = next) {
        size_t lf = next_byte(&next_lf, s, '\n', from), cr = next_byte(&next_cr, s, '\r', from);
        size_t end = lf < cr ? lf : cr;
        next = end + (lf == cr + 1 ? 2 : 1);
        struct span span = trimmed(s, from, end);
        if (span.start == span.end) {
            gap = true;
            continue;
        }
        struct line *line = VEC_PUSH(a, &lines->all);
        if (!line)
            return false;
        *line = (struct line){span, columns_of(str_span(s, span)), gap};
        gap = false;
    }
    return true;
}

static bool starts_low(struct str s, struct span span) {
    size_t at = span.start;
    return utf8_is_lower(utf8_next(s, &at));
}

static bool ends_sentence(struct str s, struct span span) {
    return span.end > span.start && strchr(".!?:\"", s.at[span.end - 1]) != NULL;
}

/* The columns that the text was wrapped at; 0 when it was not. */
static uint32_t wrap_columns(struct str s, const struct lines *lines) {
    uint32_t joints = 0, going_on = 0, long_ones = 0, widest = 0;
    for (uint32_t i = 0; i + 1 < lines->all.n; i++) {
        const struct line *l = &lines->all.at[i], *next = l + 1;
        if (next->gap)
            continue;
        joints++;
        long_ones += l->columns > WRAP_MOST;
        if (l->columns <= WRAP_MOST && l->columns > widest)
            widest = l->columns;
        going_on += !ends_sentence(s, l->span) && starts_low(s, next->span);
    }
    bool wrapped = joints >= 2 && widest >= WRAP_LEAST &&
                   (uint64_t)going_on * 100 >= (uint64_t)joints * WRAP_GOES_ON &&
                   (uint64_t)long_ones * 100 <= (uint64_t)joints * WRAP_TOO_LONG;
    return wrapped ? widest : 0;
}

static bool joined(struct str s, const struct line *l, const struct line *next, uint32_t width) {
    if (!width || next->gap)
        return false;
    if (!ends_sentence(s, l->span) && starts_low(s, next->span))
        return true;
    struct str rest = str_span(s, next->span);
    uint32_t word = columns_of(str_cut(rest, 0, str_find_byte(rest, ' ', 0)));
    return l->columns + 1 + word + WRAP_ROOM > width;
}

bool text_lines_split(struct text_page *page, struct arena *a, struct str text) {
    struct lines lines = {0};
    page->text = text;
    if (!split_lines(&lines, a, text))
        return false;
    uint32_t width = wrap_columns(text, &lines);
    for (uint32_t i = 0; i < lines.all.n; i++) {
        const struct line *l = &lines.all.at[i];
        if (i && joined(text, l - 1, l, width)) {
            page->units.at[page->units.n - 1].span.end = l->span.end;
            continue;
        }
        struct text_unit *u = VEC_PUSH(a, &page->units);
        if (!u)
            return false;
        *u = (struct text_unit){.span = l->span};
    }
    return true;
}
