#include "read/text_parts.h"

#include <string.h>

enum {
    HEADLINE_WORDS = 30,
    HEADLINE_BYTES = 220,
    TEASER_SHARED = 35, /* per cent of a teaser's words that another report has, at most */
    TEASER_PROSE = 2,   /* paragraphs of a teaser at most */
    TEASER_UNITS = 8,
    BODY_PROSE = 3, /* paragraphs that must follow a teaser */
    HEAD_AFTER =
        6 /* units that may stand between the first sentence and a date or byline below it */
};

/* ---- Where the article begins */

static bool is_call_unit(const struct text_unit *u) {
    return u->kind == TEXT_PROMOTION || (u->kind == TEXT_LABEL && strcmp(u->why, "promotion") == 0);
}

static uint32_t first_prose(const struct text_parts *p) {
    for (uint32_t i = 0; i < p->page.units.n; i++) {
        const struct text_unit *u = &p->page.units.at[i];
        struct str s = text_part(p, i);
        bool headline_like = u->words <= HEADLINE_WORDS && s.n < HEADLINE_BYTES &&
                             str_find_byte(STR("?!:"), s.at[s.n - 1], 0) != SIZE_MAX;
        if (u->kind == TEXT_PROSE && !(i == 0 && headline_like && p->page.units.n > 1))
            return i;
    }
    return p->page.units.n;
}

static uint32_t prose_count(const struct text_parts *p, uint32_t from, uint32_t to) {
    uint32_t n = 0;
    for (uint32_t i = from; i < to && n <= BODY_PROSE; i++)
        n += p->page.units.at[i].kind == TEXT_PROSE;
    return n;
}

/*
 * A headline and a sentence or two of another story, then a call to the reader, then the article:
 * the end of the call, when what stands before it shares few words with what stands behind it. 0
 * when there is no such thing.
 */
static int teaser_end(uint32_t *end, struct text_parts *p) {
    const struct text_unit *u = p->page.units.at;
    uint32_t from = 0, to, all = 0, shared = 0;
    *end = 0;
    while (from < p->page.units.n && from < TEASER_UNITS && !is_call_unit(&u[from]))
        from++;
    if (from == 0 || from >= p->page.units.n || from >= TEASER_UNITS || u[0].kind == TEXT_PROSE)
        return TS_OK;
    for (to = from; to < p->page.units.n && (is_call_unit(&u[to]) || u[to].kind == TEXT_PLEA);)
        to++;
    uint32_t before = prose_count(p, 0, from);
    if (before == 0 || before > TEASER_PROSE || prose_count(p, to, p->page.units.n) < BODY_PROSE)
        return TS_OK;
    int status = text_stems_take(p, to);
    if (status != TS_OK)
        return status;
    for (uint32_t i = 0; i < from; i++)
        if (u[i].kind == TEXT_PROSE || u[i].kind == TEXT_SHORT)
            text_stems_shared(&all, &shared, p, text_part(p, i));
    if (all >= 4 && shared * 100 < all * TEASER_SHARED)
        *end = to;
    return TS_OK;
}

/* ---- The rest of the head */

/* Whether a line of its own says "Opinion", and is not one of a menu's. */
static bool says_opinion(const struct text_parts *p, uint32_t i) {
    const struct text_row *row;
    const struct text_unit *u = &p->page.units.at[i];
    if (u->words > 2 || !(text_words_kind(&row, p->words, text_part(p, i)) & WORD_OPINION))
        return false;
    bool menu_above = i && u[-1].words <= 2 && u[-1].kind != TEXT_SITE && u[-1].kind != TEXT_DATE;
    bool menu_below = i + 1 < p->page.units.n && u[1].words <= 2 && u[1].kind != TEXT_DATE &&
                      u[1].kind != TEXT_BYLINE;
    return !menu_above && !menu_below;
}

static void read_kind(struct text_parts *p) {
    struct article *article = p->b->article;
    const struct text_row *row;
    bool opinion = false;
    for (uint32_t i = 0; i < p->body && !opinion; i++)
        if (says_opinion(p, i)) {
            opinion = true;
            p->page.units.at[i].why = "head";
        }
    struct str title = article->title;
    size_t sign = str_find_byte(title, ':', 0), bar = str_find_byte(title, '|', 0);
    if (sign > bar)
        sign = bar;
    if (sign < title.n && (text_words_kind(&row, p->words, str_cut(title, 0, sign)) & WORD_OPINION))
        opinion = true;
    if (opinion) {
        article->kind = ARTICLE_OPINION;
        article->kind_because = STR("the page says opinion");
    }
}

/* Lines of unknown meaning above the last line that is surely of the head, and no sentence, are of
 * the head too. */
static void mark_strays(struct text_parts *p) {
    enum { STRAY_WORDS = 3 };
    uint32_t last = 0;
    for (uint32_t i = 0; i < p->body; i++)
        if (p->page.units.at[i].why)
            last = i;
    if (p->title == TEXT_NONE)
        return;
    for (uint32_t i = 0; i < last; i++) {
        struct text_unit *u = &p->page.units.at[i];
        if (!u->why && u->kind == TEXT_SHORT && (i < p->title || u->words <= STRAY_WORDS))
            u->why = i < p->title ? "navigation" : "head";
    }
}

/* A date or byline may stand below a sentence that sums the report up. */
static uint32_t head_end_of(const struct text_parts *p) {
    uint32_t end = p->body, prose = 0;
    if (p->title == TEXT_NONE)
        return end;
    for (uint32_t i = p->body; i < p->page.units.n && i < p->body + HEAD_AFTER && prose <= 2; i++) {
        enum text_kind kind = p->page.units.at[i].kind;
        prose += kind == TEXT_PROSE;
        if (kind == TEXT_DATE || kind == TEXT_BYLINE)
            end = i + 1;
    }
    return end;
}

int text_head_read(struct text_parts *p) {
    uint32_t teaser;
    int status = teaser_end(&teaser, p);
    if (status != TS_OK)
        return status;
    p->body = teaser ? teaser : first_prose(p);
    p->title = TEXT_NONE;
    for (uint32_t i = 0; i < teaser; i++) {
        struct text_unit *u = &p->page.units.at[i];
        if (!u->why)
            u->why = u->kind == TEXT_PROMOTION || u->kind == TEXT_PLEA ? "promotion" : "related";
    }
    if (p->body == 0 || p->body >= p->page.units.n || teaser)
        return TS_OK;
    status = text_stems_take(p, p->body);
    if (status == TS_OK) {
        text_title_find(p);
        status = text_meta_take(p, head_end_of(p));
    }
    if (status == TS_OK) {
        mark_strays(p);
        read_kind(p);
    }
    return status;
}
