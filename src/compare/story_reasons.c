#include "compare/story_reasons.h"

#include "base/buf.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ITEMS_MAX = 8, REASON_BYTES = 2000, COPY_WORDS_SHOWN = 12, MEMBERS_LOOKED_AT = 8 };

/* Something that a story's reports may share: a name, a figure, a date, a word. */
struct item {
    struct str text;
    uint32_t reports; /* that have it */
    uint32_t last;    /* the last report counted, plus one */
    double weight;
};

struct tally {
    struct work *w;
    struct map at; /* key -> item */
    VEC_OF(struct item) items;
};

static void tally_init(struct tally *t, struct work *w) {
    *t = (struct tally){.w = w};
    map_init(&t->at, w->scratch);
}

/* Counts an item for a report, once. The text is the first report's. */
static bool tally_add(struct tally *t, struct str key, struct str text, uint32_t report,
                      double weight) {
    uint32_t *slot = map_put(&t->at, key);
    if (!slot)
        return false;
    if (*slot == MAP_NONE) {
        struct item *added = VEC_PUSH(t->w->scratch, &t->items);
        if (!added)
            return false;
        *slot = t->items.n - 1;
        *added = (struct item){.text = text, .weight = weight};
    }
    struct item *item = &t->items.at[*slot];
    if (item->last != report + 1) {
        item->reports++;
        item->last = report + 1;
    }
    return true;
}

static int item_order(const void *x, const void *y) {
    const struct item *a = x, *b = y;
    if (a->reports != b->reports)
        return a->reports > b->reports ? -1 : 1;
    if (a->weight > b->weight || a->weight < b->weight)
        return a->weight > b->weight ? -1 : 1;
    return str_cmp(a->text, b->text);
}

/* The items that two reports or more share, parted by "; "; empty when there are none, none without
 * memory. */
static struct str tally_text(struct tally *t) {
    struct buf b;
    buf_init(&b, t->w->a, REASON_BYTES);
    if (t->items.n)
        qsort(t->items.at, t->items.n, sizeof *t->items.at, item_order);
    uint32_t shown = 0;
    for (uint32_t i = 0; i < t->items.n && shown < ITEMS_MAX && t->items.at[i].reports > 1;
         i++, shown++) {
        struct str text = str_fold_space(t->w->scratch, t->items.at[i].text);
        if (!text.at)
            return STR_NONE;
        if (shown)
            buf_put(&b, STR("; "));
        buf_put(&b, text.n < 120 ? text : str_cut(text, 0, 0));
    }
    return shown ? buf_str(&b) : STR("");
}

static int add_reason(struct work *w, struct story *story, struct str kind, struct str text) {
    if (!text.at)
        return work_memory(w);
    if (!text.n)
        return TS_OK;
    struct reason *r = VEC_PUSH(w->a, &story->because);
    if (!r)
        return work_memory(w);
    *r = (struct reason){kind, text};
    return TS_OK;
}

static int add_tally(struct work *w, struct story *story, struct str kind, struct tally *t,
                     bool ok) {
    return ok ? add_reason(w, story, kind, tally_text(t)) : work_memory(w);
}

static const struct analysis *analysis_of(const struct work *w, uint32_t report) {
    return w->c->reports.at[report].analysis;
}

/* Not a weekday, a month or another everyday word with a capital. */
static bool tells_name(const struct work *w, struct str lower) {
    uint32_t id = map_get(&w->vocabulary.ids, lower);
    return id == MAP_NONE || w->vocabulary.words.at[id].tier < TIER_COMMON;
}

/* The words of a name that begins at word i, parted by blanks alone; i when none does. */
static uint32_t name_end(const struct work *w, uint32_t report, uint32_t i) {
    const struct word *words = w->words.at;
    uint32_t end = i;
    while (end < w->reports[report].end &&
           (words[end].flags & (WORD_NAME | WORD_OUTLET)) == WORD_NAME &&
           (end == i || words[end].start == words[end - 1].end + 1))
        end++;
    return end;
}

static int reason_names(struct work *w, struct story *story) {
    struct tally t;
    bool ok = true;
    tally_init(&t, w);
    for (uint32_t i = 0; i < story->reports.n; i++) {
        uint32_t report = story->reports.at[i];
        struct str text = w->c->reports.at[report].article->text;
        for (uint32_t k = w->reports[report].first, end; ok && k < w->reports[report].end;
             k = end) {
            end = name_end(w, report, k);
            if (end == k) {
                end++;
                continue;
            }
            struct str name = str_cut(text, w->words.at[k].start, w->words.at[end - 1].end),
                       key = utf8_lower_copy(w->scratch, name);
            ok = key.at != NULL;
            if (ok && name.n > 1 && tells_name(w, key))
                ok = tally_add(&t, key, name, report, (double)name.n);
        }
    }
    return add_tally(w, story, STR("names"), &t, ok);
}

static int reason_numbers(struct work *w, struct story *story) {
    struct tally t;
    bool ok = true;
    tally_init(&t, w);
    for (uint32_t i = 0; i < story->reports.n; i++) {
        const struct analysis *n = analysis_of(w, story->reports.at[i]);
        for (uint32_t q = 0; ok && q < n->quantities.n; q++) {
            const struct quantity *x = &n->quantities.at[q];
            if (str_eq(x->kind, STR("ordinal")) || (str_eq(x->kind, STR("count")) && x->value < 3))
                continue;
            char key[160];
            int bytes =
                snprintf(key, sizeof key, "%.17g %.*s %.*s", x->value,
                         (int)(x->kind.n < 20 ? x->kind.n : 20), x->kind.at,
                         (int)(x->unit.n < 80 ? x->unit.n : 80), x->unit.at ? x->unit.at : "");
            struct str copy = str_copy(w->scratch, (struct str){key, (size_t)bytes});
            ok = copy.at && tally_add(&t, copy, str_span(n->article->text, x->text),
                                      story->reports.at[i], x->value);
        }
    }
    return add_tally(w, story, STR("numbers"), &t, ok);
}

static int reason_dates(struct work *w, struct story *story) {
    struct tally t;
    bool ok = true;
    tally_init(&t, w);
    for (uint32_t i = 0; i < story->reports.n; i++) {
        const struct analysis *n = analysis_of(w, story->reports.at[i]);
        for (uint32_t k = 0; ok && k < n->times.n; k++) {
            const struct time_expression *x = &n->times.at[k];
            if (!str_eq(x->type, STR("DATE")) || !str_eq(x->precision, STR("day")) || !x->value.n)
                continue;
            bool open = str_starts(x->value, STR("XXXX")); /* "Friday" says more than XXXX-WXX-5 */
            ok = tally_add(&t, x->value, open ? str_span(n->article->text, x->text) : x->value,
                           story->reports.at[i], 0);
        }
    }
    return add_tally(w, story, STR("dates"), &t, ok);
}

static struct str word_text(const struct work *w, uint32_t report, uint32_t word) {
    const struct article *article = w->c->reports.at[report].article;
    struct word x = w->words.at[word];
    return str_cut(x.flags & WORD_TITLE ? article->title : article->text, x.start, x.end);
}

static int reason_phrases(struct work *w, struct story *story, const struct term_list *terms) {
    struct tally t;
    bool ok = true;
    tally_init(&t, w);
    for (uint32_t i = 0; i < story->reports.n; i++) {
        uint32_t report = story->reports.at[i];
        for (uint32_t k = 0; ok && k < terms[report].n; k++) {
            const struct term *x = &terms[report].at[k];
            const struct vocabulary_word *v = &w->vocabulary.words.at[x->stem];
            if (!x->name && !x->number && v->tier <= TIER_KNOWN)
                ok = tally_add(&t, v->text, word_text(w, report, x->example), report, x->weight);
        }
    }
    return add_tally(w, story, STR("phrases"), &t, ok);
}

static int reason_title(struct work *w, struct story *story, const struct term_list *terms) {
    struct tally t;
    bool ok = true;
    tally_init(&t, w);
    (void)terms;
    for (uint32_t i = 0; i < story->reports.n; i++) {
        uint32_t report = story->reports.at[i];
        for (uint32_t k = w->reports[report].title_first; ok && k < w->reports[report].title_end;
             k++) {
            const struct vocabulary_word *v = &w->vocabulary.words.at[w->words.at[k].id];
            if (v->tier < TIER_COMMON && w->vocabulary.words.at[v->stem].tier < TIER_COMMON)
                ok = tally_add(&t, w->vocabulary.words.at[v->stem].text, word_text(w, report, k),
                               report, 0);
        }
    }
    return add_tally(w, story, STR("title"), &t, ok);
}

/* The first words of the longest passage that two of its reports share. */
static int reason_copy(struct work *w, struct story *story) {
    const struct copy *longest = NULL;
    for (uint32_t i = 0; i < w->c->copies.n; i++) {
        const struct copy *x = &w->c->copies.at[i];
        if (w->c->reports.at[x->a].story != w->c->reports.at[x->b].story ||
            w->c->reports.at[x->a].story != (uint32_t)(story - w->c->stories.at))
            continue;
        if (!longest || x->words > longest->words)
            longest = x;
    }
    if (!longest)
        return TS_OK;
    uint32_t first = compare_word_at(w, longest->a, longest->in_a.start), last = first;
    while (last + 1 < w->reports[longest->a].end && last + 1 < first + COPY_WORDS_SHOWN &&
           w->words.at[last + 1].end <= longest->in_a.end)
        last++;
    struct str text = str_cut(w->c->reports.at[longest->a].article->text, w->words.at[first].start,
                              w->words.at[last].end);
    return add_reason(w, story, STR("copy"), str_fold_space(w->a, text));
}

static struct str without_scheme(struct str url) {
    size_t at = str_find(url, STR("://"), 0);
    if (at != SIZE_MAX)
        url = str_cut(url, at + 3, url.n);
    if (str_starts_nocase(url, STR("www.")))
        url = str_cut(url, 4, url.n);
    size_t end = str_find_byte(url, '#', 0);
    url = str_cut(url, 0, end);
    end = str_find_byte(url, '?', 0);
    url = str_cut(url, 0, end);
    while (url.n && url.at[url.n - 1] == '/')
        url.n--;
    return url;
}

bool compare_links_to(const struct report *from, const struct report *to) {
    struct str url = without_scheme(to->article->canonical_url.n ? to->article->canonical_url
                                                                 : to->article->url);
    if (str_find_byte(url, '/', 0) == SIZE_MAX) /* a front page is not a report's address */
        return false;
    for (uint32_t i = 0; i < from->article->links.n; i++)
        if (str_eq_nocase(without_scheme(from->article->links.at[i].href), url))
            return true;
    return false;
}

enum { LINK_REPORTS_MAX = 64 }; /* each with each is looked at only among so many */

static int reason_link(struct work *w, struct story *story) {
    struct tally t;
    bool ok = true;
    tally_init(&t, w);
    uint32_t n = story->reports.n < LINK_REPORTS_MAX ? story->reports.n : LINK_REPORTS_MAX;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = 0; ok && k < n; k++) {
            const struct report *from = &w->c->reports.at[story->reports.at[i]],
                                *to = &w->c->reports.at[story->reports.at[k]];
            struct str url =
                to->article->canonical_url.n ? to->article->canonical_url : to->article->url;
            if (i != k && compare_links_to(from, to)) /* counted for both: shared by two */
                ok = tally_add(&t, url, url, story->reports.at[i], 0) &&
                     tally_add(&t, url, url, story->reports.at[k], 0);
        }
    return add_tally(w, story, STR("link"), &t, ok);
}

int compare_story_reasons(struct work *w, struct story *story, const struct term_list *terms) {
    int status = reason_names(w, story);
    if (status == TS_OK)
        status = reason_numbers(w, story);
    if (status == TS_OK)
        status = reason_dates(w, story);
    if (status == TS_OK)
        status = reason_phrases(w, story, terms);
    if (status == TS_OK)
        status = reason_title(w, story, terms);
    if (status == TS_OK)
        status = reason_copy(w, story);
    return status == TS_OK ? reason_link(w, story) : status;
}

double compare_days_apart(const struct report *a, const struct report *b) {
    const struct when *x = &a->article->published.when, *y = &b->article->published.when;
    if (x->precision < WHEN_DAY || y->precision < WHEN_DAY || !x->year || !y->year)
        return -1;
    return fabs((double)(when_seconds(x) - when_seconds(y))) / 86400;
}

/* The report's words that stand in the story too, the most telling first. */
static struct str shared_words(struct work *w, const struct story *story, uint32_t report,
                               const struct term_list *terms) {
    struct tally t;
    tally_init(&t, w);
    for (uint32_t k = 0; k < terms[report].n; k++) {
        const struct term *own = &terms[report].at[k];
        for (uint32_t i = 0; i < story->reports.n && i < MEMBERS_LOOKED_AT; i++) {
            const struct term_list *other = &terms[story->reports.at[i]];
            uint32_t low = 0, high = other->n;
            while (low < high) {
                uint32_t mid = low + (high - low) / 2;
                if (other->at[mid].stem < own->stem)
                    low = mid + 1;
                else
                    high = mid;
            }
            if (low == other->n || other->at[low].stem != own->stem)
                continue;
            struct str key = w->vocabulary.words.at[own->stem].text,
                       text = word_text(w, report, own->example);
            if (w->vocabulary.words.at[own->stem].tier < TIER_COMMON &&
                (!tally_add(&t, key, text, report, own->weight) ||
                 !tally_add(&t, key, text, story->reports.at[i], 0)))
                return STR_NONE;
        }
    }
    for (uint32_t i = 0; i < t.items.n; i++)
        t.items.at[i].reports = 2; /* the most telling first, not the most widely shared */
    return tally_text(&t);
}

struct str compare_why_not(struct work *w, const struct story *story, uint32_t report,
                           const struct term_list *terms, bool user_said) {
    struct buf b;
    buf_init(&b, w->a, REASON_BYTES + 200);
    if (user_said) {
        buf_put(&b, STR("kept apart as asked"));
        return b.failed ? STR_NONE : buf_str(&b);
    }
    struct str shared = shared_words(w, story, report, terms);
    if (!shared.at)
        return STR_NONE;
    bool elsewhere = w->c->reports.at[report].story != NO_INDEX;
    double days = -1;
    for (uint32_t i = 0; i < story->reports.n; i++) {
        double d =
            compare_days_apart(&w->c->reports.at[report], &w->c->reports.at[story->reports.at[i]]);
        if (d >= 0 && (days < 0 || d < days))
            days = d;
    }
    if (elsewhere)
        buf_put(&b, STR("fits another story better; "));
    if (days >= 7) {
        char text[64];
        snprintf(text, sizeof text, "published %.0f days apart; ", days);
        buf_put(&b, str_of(text));
    }
    buf_put(&b, shared.n ? STR("shares too few names, figures and telling words: ")
                         : STR("shares no name, figure or telling word"));
    buf_put(&b, shared);
    return b.failed ? STR_NONE : buf_str(&b);
}
