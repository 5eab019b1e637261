/* The title of a page copied as plain text, and the words that it shares with the report. */
#include "read/date_text.h"
#include "read/text_parts.h"

enum {
    STEM_WORD_BYTES = 5, /* shorter words are in every report */
    STEM_WORDS = 6000,   /* of the body are looked at */
    TITLE_LINES = 60,    /* above the report are looked at */
    TITLE_WORDS_MIN = 4,
    TITLE_WORDS_MAX = 30,
    TITLE_BYTES = 220,
    TITLE_CASE_WORDS = 18,
    TITLE_CASE_SHARE = 65,   /* per cent of words that begin with a capital */
    TITLE_SHARED = 40,       /* per cent of a title's words that its report has */
    TITLE_TWICE_SHARED = 20, /* of one that stands twice */
    MENU_WORDS = 5,          /* of a line of a menu */
    NEAR_LINES = 6,          /* between a title and the date, byline or report below it */
    SHARED_MOST = 8,
    SHARED_WORTH = 4,
    LONG_WORTH = 12,
    TWICE_WORTH = 16,
    NEAR_WORTH = 12
};

/* ---- Words that two stretches share */

static bool stem_word(struct str word) {
    return word.n >= STEM_WORD_BYTES;
}

int text_stems_take(struct text_parts *p, uint32_t from) {
    uint32_t seen = 0;
    map_init(&p->stems, p->b->arena);
    for (uint32_t i = from; i < p->page.units.n && seen < STEM_WORDS; i++) {
        if (p->page.units.at[i].kind != TEXT_PROSE && p->page.units.at[i].kind != TEXT_PLEA)
            continue;
        struct str s = text_part(p, i);
        for (size_t at = 0;;) {
            struct str word = text_word_next(s, &at);
            if (!word.n || seen++ >= STEM_WORDS)
                break;
            uint32_t *slot = stem_word(word) ? map_put_u64(&p->stems, text_word_stem(word)) : NULL;
            if (slot)
                *slot = 1;
            else if (stem_word(word))
                return arena_fail(p->b->arena, p->b->err);
        }
    }
    return TS_OK;
}

/* Counts the longer words of s, and those of them that the body has. */
void text_stems_shared(uint32_t *all, uint32_t *shared, const struct text_parts *p, struct str s) {
    for (size_t at = 0;;) {
        struct str word = text_word_next(s, &at);
        if (!word.n)
            return;
        if (!stem_word(word))
            continue;
        ++*all;
        *shared += map_get_u64(&p->stems, text_word_stem(word)) != MAP_NONE;
    }
}

/* ---- Title */

bool text_same_line(struct str a, struct str b) {
    size_t i = 0, k = 0;
    for (;;) {
        struct str x = text_word_next(a, &i), y = text_word_next(b, &k);
        if (!x.n && !y.n)
            return true;
        if (!str_eq_nocase(x, y))
            return false;
    }
}

static bool title_shaped(const struct text_parts *p, uint32_t i, uint32_t least_words) {
    const struct text_unit *u = &p->page.units.at[i];
    struct str s = text_part(p, i);
    if (u->words < least_words || u->words > TITLE_WORDS_MAX || s.n > TITLE_BYTES)
        return false;
    return u->kind == TEXT_SHORT ||
           (u->kind == TEXT_PROSE && str_find_byte(STR("?!"), s.at[s.n - 1], 0) != SIZE_MAX);
}

static bool stands_twice(const struct text_parts *p, uint32_t i) {
    for (uint32_t k = 0; k < p->body; k++)
        if (k != i && p->page.units.at[k].words == p->page.units.at[i].words &&
            text_same_line(text_part(p, k), text_part(p, i)))
            return true;
    return false;
}

static bool is_head_kind(enum text_kind kind) {
    return kind == TEXT_DATE || kind == TEXT_BYLINE || kind == TEXT_SITE;
}

/* Whether the lines above the article hold what only the head of a page has. */
static bool has_head(const struct text_parts *p) {
    for (uint32_t i = 0; i < p->body; i++)
        if (is_head_kind(p->page.units.at[i].kind))
            return true;
    return false;
}

/* Most Words of It Begin With a Capital, and they are few: no sentence that sums the report up is
 * written so. */
static bool title_case(struct str s) {
    uint32_t words = 0, capitals = 0;
    for (size_t at = 0;; words++) {
        struct str word = text_word_next(s, &at);
        size_t first = 0;
        if (!word.n)
            break;
        if (utf8_is_upper(utf8_next(word, &first)) || ascii_digit(word.at[0]))
            capitals++;
    }
    return str_find_byte(s, '/', 0) == SIZE_MAX && words <= TITLE_CASE_WORDS &&
           capitals * 100 >= words * TITLE_CASE_SHARE;
}

/* A line that holds a whole date is a label. */
static bool is_dated(struct str s) {
    struct when when;
    struct span where;
    return date_text_find(&when, &where, s, 0);
}

/* Whether a date, a byline or the outlet stands a few lines away. */
static bool near_head(const struct text_parts *p, uint32_t i) {
    uint32_t from = i > NEAR_LINES ? i - NEAR_LINES : 0,
             to = i + NEAR_LINES < p->body ? i + NEAR_LINES : p->body;
    for (uint32_t k = from; k < to; k++)
        if (is_head_kind(p->page.units.at[k].kind))
            return true;
    return false;
}

/*
 * How well a line would do as the title; 0 when it cannot be it. Lines of menus are short, far from
 * the report and share few words with it; the one above the byline, or that stands twice, is most
 * likely the title.
 */
static uint32_t title_score(const struct text_parts *p, uint32_t i, bool head) {
    const struct text_unit *u = &p->page.units.at[i];
    struct str s = text_part(p, i);
    uint32_t all = 0, shared = 0, away = p->body - i;
    if (u->why || !title_shaped(p, i, TITLE_WORDS_MIN) || is_dated(s))
        return 0;
    bool twice = stands_twice(p, i);
    text_stems_shared(&all, &shared, p, s);
    if (shared < 2 || shared * 100 < all * (twice ? TITLE_TWICE_SHARED : TITLE_SHARED))
        return 0;
    if (!twice && !head && !title_case(s))
        return 0;
    if (u->words <= MENU_WORDS && !twice && (away > NEAR_LINES || !near_head(p, i)))
        return 0;
    uint32_t score = 1 + (shared < SHARED_MOST ? shared : SHARED_MOST) * SHARED_WORTH;
    if (u->words > MENU_WORDS)
        score += LONG_WORTH;
    if (twice)
        score += TWICE_WORTH;
    if (near_head(p, i))
        score += NEAR_WORTH;
    return score + (TITLE_LINES > away ? (TITLE_LINES - away) / 2 : 0);
}

void text_title_find(struct text_parts *p) {
    uint32_t from = p->body > TITLE_LINES ? p->body - TITLE_LINES : 0, best = 0;
    bool head = has_head(p);
    p->title = TEXT_NONE;
    for (uint32_t i = from; i < p->body; i++) {
        uint32_t score = title_score(p, i, head);
        if (score > best) {
            best = score;
            p->title = i;
        }
    }
    if (p->title == TEXT_NONE)
        return;
    p->b->article->title = str_fold_space(p->b->arena, text_part(p, p->title));
    struct str line = text_part(p, p->title);
    for (uint32_t k = p->body; k-- > 0;)
        if (text_same_line(text_part(p, k), line)) {
            p->page.units.at[k].why = "head";
            p->title = k; /* the first of them, below which the head goes on */
        }
}
