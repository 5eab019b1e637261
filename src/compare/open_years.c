/* Days that a report gives without their year ("5 April"), and the year that another report of the
 * story tells: by the same day with its year, or by the same day and its own publishing date. */
#include "compare/work.h"

#include "base/calendar.h"

#include <stdio.h>

enum { DAYS_OFF = 120, YEAR_UNKNOWN = 0 }; /* a day is told of in the months around it */

static bool is_open_day(const struct time_expression *t) {
    return str_eq(t->type, STR("DATE")) && t->value.n == sizeof "XXXX-04-05" - 1 &&
           str_starts(t->value, STR("XXXX-"));
}

static struct str month_and_day(const struct time_expression *t) {
    return str_cut(t->value, sizeof "XXXX-" - 1, t->value.n);
}

/* The year in which the day is near a publishing date, or YEAR_UNKNOWN. */
static int year_near(const struct when *published, struct str day) {
    struct when w;
    char text[WHEN_TEXT];
    if (published->precision < WHEN_DAY || !published->year)
        return YEAR_UNKNOWN;
    int64_t at = calendar_days(published->year, published->month, published->day);
    for (int year = published->year - 1; year <= published->year + 1; year++) {
        snprintf(text, sizeof text, "%04d-%.*s", year, STR_FMT(day));
        if (!when_parse_iso(&w, str_of(text)))
            continue;
        int64_t off = at - calendar_days(w.year, w.month, w.day);
        if (off <= DAYS_OFF && off >= -DAYS_OFF)
            return year;
    }
    return YEAR_UNKNOWN;
}

/* The year that a report tells for the day. */
static int year_told(const struct report *r, struct str day) {
    const struct analysis *n = r->analysis;
    bool named = false;
    for (uint32_t i = 0; i < n->times.n; i++) {
        const struct time_expression *t = &n->times.at[i];
        if (!str_eq(t->type, STR("DATE")) || t->value.n != day.n + sizeof "XXXX-" - 1 ||
            !str_ends(t->value, day))
            continue;
        if (ascii_digit(t->value.at[0]))
            return (t->value.at[0] - '0') * 1000 + (t->value.at[1] - '0') * 100 +
                   (t->value.at[2] - '0') * 10 + (t->value.at[3] - '0');
        named = true;
    }
    return named ? year_near(&r->article->published.when, day) : YEAR_UNKNOWN;
}

/* The first other report that tells the year; none when two tell different ones. */
static uint32_t told_by(const struct work *w, const struct story *s, uint32_t report,
                        struct str day, int *year) {
    uint32_t by = NO_INDEX;
    for (uint32_t i = 0; i < s->reports.n; i++) {
        uint32_t other = s->reports.at[i];
        int told = other == report ? YEAR_UNKNOWN : year_told(&w->c->reports.at[other], day);
        if (told == YEAR_UNKNOWN)
            continue;
        if (by != NO_INDEX && told != *year)
            return NO_INDEX;
        by = by == NO_INDEX ? other : by;
        *year = told;
    }
    return by;
}

static bool add_day(struct work *w, uint32_t story, uint32_t report,
                    const struct time_expression *t, uint32_t by, int year) {
    char text[WHEN_TEXT];
    snprintf(text, sizeof text, "%04d-%.*s", year, STR_FMT(month_and_day(t)));
    struct str value = str_copy(w->a, str_of(text));
    struct open_year *added = value.at ? VEC_PUSH(w->a, &w->c->open_years) : NULL;
    if (added)
        *added = (struct open_year){story, report, t->text, t->value, value, by};
    return added;
}

int compare_open_years(struct work *w) {
    enum { DAYS_MAX = 64 }; /* of a report: bounds the work */
    for (uint32_t i = 0; i < w->c->stories.n; i++) {
        const struct story *s = &w->c->stories.at[i];
        for (uint32_t k = 0; k < s->reports.n; k++) {
            const struct report *r = &w->c->reports.at[s->reports.at[k]];
            for (uint32_t t = 0; t < r->analysis->times.n && t < DAYS_MAX; t++) {
                const struct time_expression *x = &r->analysis->times.at[t];
                int year = YEAR_UNKNOWN;
                if (!is_open_day(x) ||
                    year_near(&r->article->published.when, month_and_day(x)) != YEAR_UNKNOWN)
                    continue;
                uint32_t by = told_by(w, s, s->reports.at[k], month_and_day(x), &year);
                if (by != NO_INDEX && !add_day(w, i, s->reports.at[k], x, by, year))
                    return work_memory(w);
            }
        }
    }
    return TS_OK;
}
