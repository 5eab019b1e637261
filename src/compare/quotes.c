/*
 * Direct quotations, and in which reports each stands, word for word or altered. Work: each is
 * aligned with at most HOMES_MAX * HOMES_MAX others, and of each at most ALIGNED_WORDS_MAX words.
 * A quotation that has its speaker is not looked at again, however many statements span it.
 */
#include "compare/work.h"

#include <stdlib.h>

enum {
    WORDS_MIN = 4,
    GRAM = 3,
    ALTERED_WORDS_MIN = 6,   /* shorter ones must be the same word for word */
    ALIGNED_WORDS_MAX = 400, /* of each side; longer ones are aligned up to there */
    HOMES_MAX = 4            /* groups that a quotation is tried against, and uses of each */
};
static const double ALTERED_SHARE_MIN = 0.7;

/* A quotation where it stands. */
struct use {
    uint32_t report, first, n; /* words */
    struct span text;
    struct str speaker;
};

struct group {
    VEC_OF(uint32_t) uses;
};

struct quoting {
    struct work *w;
    VEC_OF(struct use) uses;
    VEC_OF(struct group) groups;
    struct map grams;  /* of words and story -> the first group that has it */
    struct map places; /* report and first word -> use */
    /* Of each quotation of the report at hand: itself, or a later one up to which all are taken;
     * untaken[1]: with their speaker. */
    uint32_t *untaken[2];
};

static uint32_t id_at(const struct quoting *q, uint32_t word) {
    return q->w->words.at[word].id;
}

static struct str speaker_of(const struct analysis *n, const struct statement *s) {
    if (statement_of_outlet(s))
        return STR_NONE;
    if (s->entity != NO_INDEX)
        return n->entities.at[s->entity].name;
    static const char *const pronouns[] = {"he", "she", "they", "it", "we", "i", "who"};
    struct str words = str_span(n->article->text, s->source);
    bool nobody = str_is_one_of(words, pronouns, sizeof pronouns / sizeof *pronouns);
    return words.n && !nobody ? words : STR_NONE;
}

static bool add_use(struct quoting *q, uint32_t report, struct span text, struct str speaker) {
    struct work *w = q->w;
    uint32_t first = compare_word_at(w, report, text.start), n = 0;
    while (first + n < w->reports[report].end && w->words.at[first + n].end <= text.end)
        n++;
    if (n < WORDS_MIN)
        return true;
    uint32_t *place = map_put_u64(&q->places, (uint64_t)report << 32 | first);
    if (!place)
        return false;
    if (*place != MAP_NONE) {
        if (!q->uses.at[*place].speaker.at)
            q->uses.at[*place].speaker = speaker;
        return true;
    }
    *place = q->uses.n;
    struct use *use = VEC_PUSH(w->scratch, &q->uses);
    if (use)
        *use = (struct use){report, first, n, text, speaker};
    return use != NULL;
}

static bool cut_blank(struct span *s, struct str text) {
    while (s->start < s->end && ascii_space(text.at[s->start]))
        s->start++;
    while (s->end > s->start && ascii_space(text.at[s->end - 1]))
        s->end--;
    return s->end > s->start;
}

/* Quotation i, or the first behind it that is not taken; what is passed is passed in one step when
 * it is looked for again. */
static uint32_t next_untaken(uint32_t *untaken, uint32_t i) {
    while (untaken[i] != i) {
        untaken[i] = untaken[untaken[i]];
        i = untaken[i];
    }
    return i;
}

/* The quotations of a report inside content. */
static bool take_inside(struct quoting *q, uint32_t report, struct span content,
                        struct str speaker) {
    struct str text = q->w->c->reports.at[report].article->text;
    const struct report_words *r = &q->w->reports[report];
    uint32_t *untaken = q->untaken[speaker.at != NULL];
    uint32_t i = next_untaken(untaken, SPANS_FIND(r->quotes, content.start));
    for (; i < r->quotes.n && r->quotes.at[i].start < content.end;
         i = next_untaken(untaken, i + 1)) {
        struct span inside = r->quotes.at[i];
        bool whole = inside.start >= content.start && inside.end <= content.end;
        inside.start = inside.start > content.start ? inside.start : content.start;
        inside.end = inside.end < content.end ? inside.end : content.end;
        if (cut_blank(&inside, text) && !add_use(q, report, inside, speaker))
            return false;
        if (whole)
            untaken[i] = q->untaken[0][i] = i + 1;
    }
    return true;
}

/* The quotations inside a statement's content. */
static bool take_statement(struct quoting *q, uint32_t report, const struct statement *s) {
    const struct analysis *n = q->w->c->reports.at[report].analysis;
    const struct report_words *r = &q->w->reports[report];
    struct str speaker = speaker_of(n, s);
    for (uint32_t i = 0; i < s->content.n; i++) {
        struct span content = s->content.at[i];
        uint32_t first = SPANS_FIND(r->quotes, content.start);
        bool marked = first < r->quotes.n && r->quotes.at[first].start < content.end;
        if (marked && !take_inside(q, report, content, speaker))
            return false;
        if (!marked && s->type == STATEMENT_DIRECT && cut_blank(&content, n->article->text) &&
            !add_use(q, report, content, speaker))
            return false;
    }
    return true;
}

/* The quotations of one report. */
static bool take_report(struct quoting *q, uint32_t report) {
    const struct analysis *n = q->w->c->reports.at[report].analysis;
    uint32_t quotes = q->w->reports[report].quotes.n;
    for (unsigned k = 0; k < 2; k++) {
        q->untaken[k] = work_zero(q->w, quotes + 1, sizeof *q->untaken[k]);
        for (uint32_t i = 0; q->untaken[k] && i <= quotes; i++)
            q->untaken[k][i] = i;
    }
    if (!q->untaken[0] || !q->untaken[1])
        return false;
    for (uint32_t s = 0; s < n->statements.n; s++) {
        const struct statement *x = &n->statements.at[s];
        bool direct = x->type == STATEMENT_DIRECT || x->type == STATEMENT_MIXED;
        if (direct && !x->in_title && !take_statement(q, report, x))
            return false;
    }
    return true;
}

/* Whether the words of b stand in a, in a row; of very long ones, whether they are the same. */
static bool contains(const struct quoting *q, const struct use *a, const struct use *b) {
    if (a->n > ALIGNED_WORDS_MAX && a->n != b->n)
        return false;
    for (uint32_t from = 0; from + b->n <= a->n; from++) {
        uint32_t i = 0;
        while (i < b->n && id_at(q, a->first + from + i) == id_at(q, b->first + i))
            i++;
        if (i == b->n)
            return true;
    }
    return false;
}

static bool same_words(const struct quoting *q, const struct use *a, const struct use *b) {
    return a->n <= b->n ? contains(q, b, a) : contains(q, a, b);
}

/* Words that both have in the same order: the longest common subsequence (Wagner and Fischer 1974).
 */
static uint32_t common_words(const struct quoting *q, const struct use *a, const struct use *b) {
    uint32_t row[ALIGNED_WORDS_MAX + 1] = {0};
    uint32_t m = a->n < ALIGNED_WORDS_MAX ? a->n : ALIGNED_WORDS_MAX,
             n = b->n < ALIGNED_WORDS_MAX ? b->n : ALIGNED_WORDS_MAX;
    for (uint32_t i = 0; i < m; i++) {
        uint32_t diagonal = 0;
        for (uint32_t k = 0; k < n; k++) {
            uint32_t above = row[k + 1];
            if (id_at(q, a->first + i) == id_at(q, b->first + k))
                row[k + 1] = diagonal + 1;
            else if (row[k] > above)
                row[k + 1] = row[k];
            diagonal = above;
        }
    }
    return row[n];
}

/* Two speakers whose names share no word of more than two letters. */
static bool other_speaker(const struct use *a, const struct use *b) {
    if (!a->speaker.n || !b->speaker.n || !ascii_upper(a->speaker.at[0]) ||
        !ascii_upper(b->speaker.at[0]))
        return false;
    for (struct str rest = a->speaker; rest.at;) {
        struct str word = str_split(&rest, ' ');
        if (word.n > 2 && str_has_nocase(b->speaker, word))
            return false;
    }
    return true;
}

static bool is_altered(const struct quoting *q, const struct use *a, const struct use *b) {
    uint32_t less = a->n < b->n ? a->n : b->n, more = a->n < b->n ? b->n : a->n;
    if (less < ALTERED_WORDS_MIN || more > 2 * less || other_speaker(a, b))
        return false;
    return common_words(q, a, b) >= ALTERED_SHARE_MIN * less;
}

static uint64_t gram_key(const struct quoting *q, const struct use *use, uint32_t at) {
    uint64_t h = hash_mix((uint64_t)q->w->c->reports.at[use->report].story + 1);
    for (uint32_t i = 0; i < GRAM; i++)
        h = hash_mix(h + id_at(q, use->first + at + i) + 1);
    return h;
}

/* The group of which the quotation is one more use, or NO_INDEX. */
static uint32_t find_home(const struct quoting *q, const struct use *use) {
    uint32_t tried[HOMES_MAX], tried_n = 0;
    if (q->w->c->reports.at[use->report].story == NO_INDEX)
        return NO_INDEX;
    for (uint32_t i = 0; i + GRAM <= use->n; i++) {
        uint32_t home = map_get_u64(&q->grams, gram_key(q, use, i));
        bool known = home == MAP_NONE || tried_n == HOMES_MAX;
        for (uint32_t t = 0; t < tried_n; t++)
            known = known || tried[t] == home;
        if (known)
            continue;
        tried[tried_n++] = home;
        const struct group *g = &q->groups.at[home];
        for (uint32_t k = 0; k < g->uses.n && k < HOMES_MAX; k++) {
            const struct use *other = &q->uses.at[g->uses.at[k]];
            if (same_words(q, use, other) || is_altered(q, use, other))
                return home;
        }
    }
    return NO_INDEX;
}

static bool put_use(struct quoting *q, uint32_t index) {
    const struct use *use = &q->uses.at[index];
    uint32_t home = find_home(q, use);
    if (home == NO_INDEX) {
        struct group *added = VEC_PUSH(q->w->scratch, &q->groups);
        if (!added)
            return false;
        *added = (struct group){{0}};
        home = q->groups.n - 1;
    }
    uint32_t *at = VEC_PUSH(q->w->scratch, &q->groups.at[home].uses);
    if (!at)
        return false;
    *at = index;
    for (uint32_t i = 0; i + GRAM <= use->n; i++) {
        uint32_t *slot = map_put_u64(&q->grams, gram_key(q, use, i));
        if (!slot)
            return false;
        if (*slot == MAP_NONE)
            *slot = home;
    }
    return true;
}

/* The form that the most uses have word for word, the first of those. */
static uint32_t usual_form(const struct quoting *q, const struct group *g) {
    uint32_t best = g->uses.at[0], most = 0;
    for (uint32_t i = 0; i < g->uses.n && i < 4 * HOMES_MAX; i++) {
        uint32_t n = 0;
        for (uint32_t k = 0; k < g->uses.n && k < 4 * HOMES_MAX; k++)
            n += same_words(q, &q->uses.at[g->uses.at[i]], &q->uses.at[g->uses.at[k]]);
        if (n > most) {
            most = n;
            best = g->uses.at[i];
        }
    }
    return best;
}

static bool add_quote(struct quoting *q, const struct group *g) {
    struct work *w = q->w;
    const struct use *usual = &q->uses.at[usual_form(q, g)];
    struct quote *quote = VEC_PUSH(w->a, &w->c->quotes);
    if (!quote)
        return false;
    *quote =
        (struct quote){.story = w->c->reports.at[usual->report].story,
                       .text = str_span(w->c->reports.at[usual->report].article->text, usual->text),
                       .speaker = usual->speaker};
    for (uint32_t i = 0; i < g->uses.n; i++) {
        const struct use *use = &q->uses.at[g->uses.at[i]];
        if (!quote->speaker.at ||
            (use->speaker.n > quote->speaker.n && str_has_nocase(use->speaker, quote->speaker)))
            quote->speaker = use->speaker;
        struct quote_use *at = VEC_PUSH(w->a, &quote->reports);
        if (!at)
            return false;
        *at = (struct quote_use){use->report, use->text, !same_words(q, usual, use)};
    }
    return true;
}

/* Those in several reports first, then by place. */
static int quote_order(const void *x, const void *y) {
    const struct quote *a = x, *b = y;
    bool many_a = a->reports.at[a->reports.n - 1].report != a->reports.at[0].report;
    bool many_b = b->reports.at[b->reports.n - 1].report != b->reports.at[0].report;
    if (a->story != b->story)
        return a->story < b->story ? -1 : 1;
    if (many_a != many_b)
        return many_a ? -1 : 1;
    const struct quote_use *p = &a->reports.at[0], *q = &b->reports.at[0];
    if (p->report != q->report)
        return p->report < q->report ? -1 : 1;
    return p->text.start < q->text.start ? -1 : p->text.start > q->text.start;
}

int compare_quotes(struct work *w) {
    struct quoting q = {.w = w};
    map_init(&q.grams, w->scratch);
    map_init(&q.places, w->scratch);
    for (uint32_t i = 0; i < w->c->reports.n; i++)
        if (!w->c->reports.at[i].alone_because_unfit && !take_report(&q, i))
            return work_memory(w);
    for (uint32_t i = 0; i < q.uses.n; i++)
        if (!put_use(&q, i))
            return work_memory(w);
    for (uint32_t i = 0; i < q.groups.n; i++)
        if (!add_quote(&q, &q.groups.at[i]))
            return work_memory(w);
    if (w->c->quotes.n)
        qsort(w->c->quotes.at, w->c->quotes.n, sizeof *w->c->quotes.at, quote_order);
    return TS_OK;
}
