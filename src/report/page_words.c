/* Two wordings of one passage: which words the other lacks. */
#include "report/page.h"

enum {
    MOST = 200,         /* differences of a block */
    ROW = 2 * MOST + 3, /* diagonals -MOST-1 .. MOST+1 */
    NEVER = -1          /* no path ends on this diagonal */
};

/* ---- Words */

static bool joins(uint32_t cp) {
    return cp == '\'' || cp == 0x2019 || cp == '-' || cp == '.' || cp == ',';
}

static bool in_word(uint32_t cp) {
    return utf8_is_letter(cp) || utf8_is_digit(cp);
}

/* The end of the word that begins at start: letters and digits, and one joining character between
 * them. */
static size_t word_end(struct str s, size_t start) {
    size_t at = start, end = start;
    bool joined = false;
    while (at < s.n) {
        uint32_t cp = utf8_next(s, &at);
        if (in_word(cp)) {
            end = at;
            joined = false;
        } else if (joins(cp) && !joined) {
            joined = true;
        } else {
            break;
        }
    }
    return end;
}

static bool words_of(struct page *p, struct page_words *words, struct str s) {
    words->n = 0;
    for (size_t at = 0; at < s.n;) {
        size_t start = at;
        if (!in_word(utf8_next(s, &at)))
            continue;
        at = word_end(s, start);
        struct page_word *word = VEC_PUSH(p->arena, words);
        if (!word)
            return false;
        *word = (struct page_word){{(uint32_t)start, (uint32_t)at}, false};
    }
    return true;
}

static uint32_t folded(struct str s, size_t *at) {
    uint32_t cp = utf8_lower(utf8_next(s, at));
    return cp == 0x2019 ? '\'' : cp;
}

static bool equal(struct str a, struct str b) {
    size_t i = 0, k = 0;
    while (i < a.n && k < b.n)
        if (folded(a, &i) != folded(b, &k))
            return false;
    return i == a.n && k == b.n;
}

/* ---- Myers' greedy search: row d of the trace has the furthest place in a that d differences
 * reach, by diagonal */

struct search {
    struct page_words *a, *b;
    struct str in_a, in_b;
    int32_t *trace;
    int32_t a0, b0, an, bn; /* where the block begins, and how many words are left */
};

static bool same_word(const struct search *s, int32_t x, int32_t y) {
    return equal(str_span(s->in_a, s->a->at[s->a0 + x].text),
                 str_span(s->in_b, s->b->at[s->b0 + y].text));
}

static int32_t *row_of(const struct search *s, int32_t d) {
    return s->trace + (size_t)d * ROW + MOST + 1;
}

/* Where a path of d differences comes to diagonal k from row d - 1, before its run of equal words.
 */
static int32_t step_to(const struct search *s, int32_t d, int32_t k) {
    if (d == 0)
        return 0;
    const int32_t *before = row_of(s, d - 1);
    int32_t right = before[k - 1] == NEVER || before[k - 1] + 1 > s->an ? NEVER : before[k - 1] + 1;
    int32_t down = before[k + 1] == NEVER || before[k + 1] - k > s->bn ? NEVER : before[k + 1];
    return right > down ? right : down;
}

/*
 * Fills row d. True when a path comes to both ends; *best is the diagonal that came furthest, of
 * equal ones that nearest to the middle: where a block ends among words that were all replaced,
 * both sides go on together.
 */
static bool search_row(const struct search *s, int32_t d, int32_t *best) {
    int32_t *row = row_of(s, d), furthest = NEVER;
    for (int32_t k = -MOST - 1; k <= MOST + 1; k++)
        row[k] = NEVER;
    for (int32_t k = -d; k <= d; k += 2) {
        int32_t x = step_to(s, d, k);
        if (x == NEVER)
            continue;
        while (x < s->an && x - k < s->bn && same_word(s, x, x - k))
            x++;
        row[k] = x;
        int32_t aside = k < 0 ? -k : k, best_aside = *best < 0 ? -*best : *best;
        if (2 * x - k > furthest || (2 * x - k == furthest && aside < best_aside)) {
            furthest = 2 * x - k;
            *best = k;
        }
    }
    return furthest == s->an + s->bn;
}

/* Marks the equal words of the path that ends on diagonal k of row d. */
static void mark_path(const struct search *s, int32_t d, int32_t k) {
    for (int32_t x = row_of(s, d)[k]; d >= 0; d--) {
        int32_t from = step_to(s, d, k);
        while (x > from) {
            x--;
            s->a->at[s->a0 + x].same = true;
            s->b->at[s->b0 + x - k].same = true;
        }
        if (d == 0)
            break;
        const int32_t *before = row_of(s, d - 1);
        bool right = before[k - 1] != NEVER && before[k - 1] + 1 == from;
        x = right ? from - 1 : from;
        k += right ? -1 : 1;
    }
}

void page_words_compare(struct page *p, struct str a, struct str b) {
    if (!p->trace)
        p->trace = arena_zero(p->arena, (size_t)(MOST + 1) * ROW, sizeof *p->trace);
    if (!p->trace || !words_of(p, &p->words[0], a) || !words_of(p, &p->words[1], b)) {
        p->failed = true;
        p->words[0].n = p->words[1].n = 0;
        return;
    }
    struct search s = {&p->words[0], &p->words[1], a, b, p->trace, 0, 0, 0, 0};
    for (bool done = false; !done;) {
        int32_t best = 0, d = 0;
        s.an = (int32_t)s.a->n - s.a0;
        s.bn = (int32_t)s.b->n - s.b0;
        while (!(done = search_row(&s, d, &best)) && d < MOST)
            d++;
        mark_path(&s, d, best);
        s.a0 += row_of(&s, d)[best];
        s.b0 += row_of(&s, d)[best] - best;
    }
}

/* ---- Writing */

void page_words_put(struct page *p, struct str s, unsigned side) {
    const struct page_words *words = &p->words[side];
    size_t at = 0;
    for (uint32_t i = 0; i < words->n; i++) {
        if (words->at[i].same)
            continue;
        uint32_t last = i;
        while (last + 1 < words->n && !words->at[last + 1].same)
            last++;
        page_escape(p->out, str_cut(s, at, words->at[i].text.start));
        page_put(p, "<mark class=\"d\">%t</mark>",
                 str_cut(s, words->at[i].text.start, words->at[last].text.end));
        at = words->at[last].text.end;
        i = last;
    }
    page_escape(p->out, str_cut(s, at, s.n));
}
