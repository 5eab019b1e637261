/* Outlet, byline and dates from the head of a page copied as plain text. */
#include "read/text_parts.h"

#include <string.h>

enum { MASTHEAD_LINES = 3, BYLINE_LINES = 8, BYLINE_NAMES = 8 };

/* An outlet is named at the top of a page or just above the title; farther down it is another's. */
static bool is_masthead(const struct text_parts *p, uint32_t i) {
    return i < MASTHEAD_LINES ||
           (p->title != TEXT_NONE && i < p->title && p->title - i <= MASTHEAD_LINES);
}

static int take_outlet(struct text_parts *p, uint32_t i) {
    struct article *article = p->b->article;
    struct text_unit *u = &p->page.units.at[i];
    struct str s = text_part(p, i);
    if (u->kind == TEXT_SITE) {
        u->why = "head";
        if (article->outlet_name.at || !is_masthead(p, i))
            return TS_OK;
        struct str host = str_starts_nocase(s, STR("www.")) ? str_cut(s, 4, s.n) : s;
        article->outlet_domain = str_lower_ascii(p->b->arena, host);
        article->outlet_name = str_copy(p->b->arena, str_cut(host, 0, str_find_byte(host, '.', 0)));
        return article->outlet_name.at && article->outlet_domain.at
                   ? TS_OK
                   : arena_fail(p->b->arena, p->b->err);
    }
    if (u->kind == TEXT_SHORT && !u->why && !article->outlet_name.at && is_masthead(p, i) &&
        outlets_named(p->outlets, s) != OUTLET_NONE) {
        u->why = "head";
        article->outlet_name = str_copy(p->b->arena, s);
        return article->outlet_name.at ? TS_OK : arena_fail(p->b->arena, p->b->err);
    }
    return TS_OK;
}

static int add_name(struct text_parts *p, struct str name) {
    struct article *article = p->b->article;
    for (uint32_t i = 0; i < article->byline.n; i++)
        if (str_eq_nocase(article->byline.at[i], name))
            return TS_OK;
    struct str copy = str_fold_space(p->b->arena, name);
    struct str *slot = copy.at ? VEC_PUSH(p->b->arena, &article->byline) : NULL;
    if (!slot)
        return arena_fail(p->b->arena, p->b->err);
    *slot = copy;
    return TS_OK;
}

/* Whether the same line stands right above or below: pages print a byline twice, for wide and
 * narrow screens. */
static bool stands_beside(const struct text_parts *p, uint32_t i) {
    struct str s = text_part(p, i);
    return (i && text_same_line(text_part(p, i - 1), s)) ||
           (i + 1 < p->body && text_same_line(text_part(p, i + 1), s));
}

static int take_byline(struct text_parts *p, uint32_t i) {
    struct text_unit *u = &p->page.units.at[i];
    struct str names[BYLINE_NAMES], s = text_part(p, i);
    uint32_t n = 0;
    int status = TS_OK;
    if (u->kind == TEXT_BYLINE)
        n = text_byline_read(names, BYLINE_NAMES, p, s);
    else if (u->kind == TEXT_SHORT && !u->why && p->title != TEXT_NONE && i > p->title &&
             i - p->title <= BYLINE_LINES && text_name_like(p->words, s) && stands_beside(p, i))
        names[n++] = s;
    if (n == 0)
        return TS_OK;
    u->why = "head";
    for (uint32_t k = 0; k < n && status == TS_OK; k++)
        status = add_name(p, names[k]);
    return status;
}

/* A date under the masthead, above the title, to the day alone, is the day of the visit as often as
 * the report's. */
static bool is_masthead_date(const struct text_parts *p, uint32_t i, const struct when *when) {
    return when->precision == WHEN_DAY && i < p->title &&
           (p->title != TEXT_NONE || (i && p->page.units.at[i - 1].kind == TEXT_SITE));
}

struct dated {
    struct when when;
    uint32_t unit;
};

/* Adds the dates with a label and keeps the best without: the most precise one, the first below the
 * title of such. */
static int take_dates(struct text_parts *p, uint32_t i, struct dated *best, bool *labelled) {
    struct text_dates dates;
    struct text_unit *u = &p->page.units.at[i];
    struct str s = text_part(p, i);
    int status = TS_OK;
    if (u->kind == TEXT_DATE)
        u->why = "head";
    text_dates_read(&dates, p->words, s);
    for (uint32_t k = 0; k < dates.n && status == TS_OK; k++) {
        const struct when *when = &dates.at[k].when;
        if (dates.at[k].role) {
            *labelled |= strcmp(dates.at[k].role, "published") == 0;
            status = builder_date(p->b, *when, dates.at[k].role, "text");
            continue;
        }
        bool better = best->when.precision == WHEN_NONE || when->precision > best->when.precision ||
                      (when->precision == best->when.precision && p->title != TEXT_NONE &&
                       best->unit < p->title && i > p->title);
        struct dated other = {*when, i};
        if (better && !is_masthead_date(p, i, when)) {
            other = *best;
            *best = (struct dated){*when, i};
        }
        if (other.when.precision != WHEN_NONE)
            status = builder_date(p->b, other.when, "unknown", "text");
    }
    return status;
}

int text_meta_take(struct text_parts *p, uint32_t head_end) {
    struct dated best = {0};
    bool labelled = false;
    int status = TS_OK;
    for (uint32_t i = 0; i < head_end && status == TS_OK; i++) {
        const struct text_unit *u = &p->page.units.at[i];
        if (u->why && u->kind != TEXT_LABEL && i != p->title)
            continue;
        if (i < p->body)
            status = take_outlet(p, i);
        if (status == TS_OK)
            status = take_byline(p, i);
        if (status == TS_OK && (u->kind == TEXT_DATE || u->kind == TEXT_BYLINE))
            status = take_dates(p, i, &best, &labelled);
    }
    if (status == TS_OK && best.when.precision != WHEN_NONE)
        status = builder_date(p->b, best.when, labelled ? "unknown" : "published", "text");
    return status;
}
