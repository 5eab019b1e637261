#include "lang/datelines.h"

#include "read/dateline.h"

#include <string.h>

enum { HEAD_BYTES = 400 };

struct text_dateline {
    struct dateline parts;
    struct str paragraph, rest; /* rest: what it tells */
    bool agency;                /* a known one */
    bool known;                 /* the place is */
    bool head;                  /* no sentence stands before it */
};

/* "Reuters", "AP/Ledger", "CNN": the brackets begin with an outlet's name. */
static bool names_outlet(const struct unit *u, struct str paragraph, struct span agency) {
    uint32_t row;
    struct str inside = agency.end > agency.start + 2
                            ? str_trim(str_cut(paragraph, agency.start + 1, agency.end - 1))
                            : STR_NONE;
    return inside.n && outlets_match(&row, u->outlets, inside, 0) > 0;
}

static bool is_place(const struct unit *u, struct str name) {
    return lexicon_place(u->tables, name) != PLACE_NONE;
}

/* "KABUL", "TARNHOLT, Kenya", "BEIJING/SEOUL". */
static bool is_known_place(const struct unit *u, struct str paragraph, const struct dateline *d) {
    struct str place = str_span(paragraph, d->place);
    return is_place(u, place) || is_place(u, str_span(paragraph, d->region)) ||
           is_place(u, str_split(&place, '/'));
}

static bool is_sentence_end(struct str s) {
    size_t at = s.n;
    uint32_t cp = s.n ? utf8_before(s, &at) : 0;
    return cp == '.' || cp == '!' || cp == '?' || cp == 0x2026 || utf8_is_quote(cp);
}

/* A headline in capitals has none. */
static bool has_lower_case(struct str s) {
    for (size_t at = 0; at < s.n && at < HEAD_BYTES;)
        if (utf8_is_lower(utf8_next(s, &at)))
            return true;
    return false;
}

/* "IBIS - Europe's oldest yard - said ...": the dash opens an aside that another one closes. */
static bool opens_aside(struct str paragraph, const struct dateline *d) {
    size_t end = str_find(paragraph, STR(". "), d->end);
    size_t dash = d->end - d->dash;
    while (dash > 0 && ascii_space(paragraph.at[dash + d->dash - 1]))
        dash--;
    struct str mark = str_cut(paragraph, dash, d->end);
    struct str rest = str_cut(paragraph, d->end, end == SIZE_MAX ? paragraph.n : end);
    uint32_t dashes = 0;
    for (size_t at = 0; (at = str_find(rest, mark, at)) != SIZE_MAX; at += mark.n)
        dashes++;
    return dashes % 2 == 1;
}

/* "TARNHOLT - ", "Tarnholt, May 4 - ", "TARNHOLT (NPA) - ". */
static bool ends_in_dash(const struct text_dateline *t) {
    const struct dateline *d = &t->parts;
    bool brackets = d->agency.end > d->agency.start, blanks = d->blank_before && d->blank_behind;
    bool open = d->dash > 1 || (d->blank_before != d->blank_behind && (t->known || t->agency));
    if (!(blanks || open))
        return false;
    if (t->agency || d->date || (t->known && d->capitals))
        return true;
    return t->head && (d->capitals || (brackets && t->known)) && !opens_aside(t->paragraph, d);
}

/* "KABUL: The Taliban said": "ROE: The barge sank" has the same form, and so has a headline. */
static bool ends_in_colon(const struct text_dateline *t) {
    const struct dateline *d = &t->parts;
    if (!d->blank_behind || !(d->capitals || (t->known && (t->agency || d->date))))
        return false;
    return t->agency || d->date || (t->known && is_sentence_end(t->paragraph));
}

/* "TARNHOLT (Reuters) The barge", "(CNN)The barge". */
static bool ends_in_agency(const struct text_dateline *t) {
    const struct dateline *d = &t->parts;
    bool place = d->capitals || t->known || d->date;
    return t->agency && (d->has_place ? place : t->head && !d->blank_behind);
}

static bool is_dateline(const struct text_dateline *t) {
    const struct dateline *d = &t->parts;
    if (!has_lower_case(t->rest))
        return false;
    if (!dateline_sentence_begins(t->rest) && !(d->dash && (t->agency || d->date)))
        return false;
    if (!d->has_place && !t->agency)
        return false;
    return d->dash ? ends_in_dash(t) : d->colon ? ends_in_colon(t) : ends_in_agency(t);
}

static bool read_dateline(struct text_dateline *t, const struct unit *u, uint32_t paragraph,
                          bool head) {
    *t = (struct text_dateline){
        .paragraph = str_trim(str_span(u->text, u->paragraphs[paragraph].text)), .head = head};
    if (!dateline_read(&t->parts, t->paragraph))
        return false;
    t->rest = str_cut(t->paragraph, t->parts.end, t->paragraph.n);
    t->agency = names_outlet(u, t->paragraph, t->parts.agency);
    t->known = t->parts.has_place && is_known_place(u, t->paragraph, &t->parts);
    return is_dateline(t);
}

static int add_dateline(struct unit *u, const struct text_dateline *t) {
    uint32_t start = (uint32_t)(t->paragraph.at - u->text.at);
    struct unit_dateline *d = VEC_PUSH(u->a, &u->datelines);
    if (!d)
        return arena_fail(u->a, u->err);
    *d = (struct unit_dateline){
        .text = {start, start + t->parts.end},
        .agency = {start + t->parts.agency.start, start + t->parts.agency.end},
        .head = t->head};
    return TS_OK;
}

int datelines_mask(struct str *masked, struct unit *u) {
    bool head = true;
    *masked = u->text;
    for (uint32_t p = 0; p < u->paragraph_count; p++) {
        struct text_dateline t;
        int status = read_dateline(&t, u, p, head) ? add_dateline(u, &t) : TS_OK;
        if (status != TS_OK)
            return status;
        head = head && !is_sentence_end(t.paragraph);
    }
    if (!u->datelines.n)
        return TS_OK;
    *masked = str_copy(u->a, u->text);
    if (!masked->at)
        return arena_fail(u->a, u->err);
    for (uint32_t i = 0; i < u->datelines.n; i++) {
        struct span s = u->datelines.at[i].text;
        memset((char *)masked->at + s.start, ' ', s.end - s.start); /* the copy is ours to write */
    }
    return TS_OK;
}
