#include "convert/convert_affixes.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { CODE_POINTS = 0x110000, SETS_MAX = 1024, RULES_MAX = 4096, RANGES_MAX = 4096 };

struct parser {
    struct affix_maker *m;
    struct str text;
    size_t at;
};

static int refuse(struct parser *p, const char *why) {
    return err_set(p->m->err, TS_E_FORMAT, "bad_package",
                   "tokenizer: an expression has %s at byte %zu", why, p->at);
}

static bool peek(const struct parser *p, const char *literal) {
    return str_starts(str_cut(p->text, p->at, p->text.n), str_of(literal));
}

static bool take(struct parser *p, const char *literal) {
    bool is = peek(p, literal);
    p->at += is ? strlen(literal) : 0;
    return is;
}

/* ---- Sets */

static int by_first(const void *a, const void *b) {
    const struct code_range *x = a, *y = b;
    return (x->first > y->first) - (x->first < y->first);
}

static int add_range(struct parser *p, struct code_set *set, uint32_t first, uint32_t last) {
    if (first > last || set->ranges.n == RANGES_MAX)
        return refuse(p, "a range that is wrong");
    struct code_range *range = VEC_PUSH(p->m->arena, &set->ranges);
    if (!range)
        return arena_fail(p->m->arena, p->m->err);
    *range = (struct code_range){first, last};
    return TS_OK;
}

static void normalise(struct code_set *set) {
    uint32_t n = 0;
    struct code_range *at = set->ranges.at;
    qsort(at, set->ranges.n, sizeof *at, by_first);
    for (uint32_t i = 0; i < set->ranges.n; i++) {
        if (n && at[i].first <= at[n - 1].last + 1) {
            if (at[i].last > at[n - 1].last)
                at[n - 1].last = at[i].last;
        } else {
            at[n++] = at[i];
        }
    }
    set->ranges.n = n;
}

/* The set's number, a new one when it is. */
static int number_set(uint16_t *out, struct parser *p, struct code_set *set) {
    struct affix_maker *m = p->m;
    normalise(set);
    for (uint32_t i = 0; i < m->sets.n; i++) {
        const struct code_set *other = &m->sets.at[i];
        if (other->ranges.n == set->ranges.n &&
            !memcmp(other->ranges.at, set->ranges.at, set->ranges.n * sizeof *set->ranges.at)) {
            *out = (uint16_t)i;
            return TS_OK;
        }
    }
    struct code_set *to = m->sets.n < SETS_MAX ? VEC_PUSH(m->arena, &m->sets) : NULL;
    if (!to)
        return m->sets.n < SETS_MAX ? arena_fail(m->arena, m->err) : refuse(p, "too many sets");
    *to = *set;
    *out = (uint16_t)(m->sets.n - 1);
    return TS_OK;
}

bool affix_maker_has(const struct affix_maker *m, uint16_t set, uint32_t cp) {
    const struct code_set *s = &m->sets.at[set];
    for (uint32_t i = 0; i < s->ranges.n; i++)
        if (cp >= s->ranges.at[i].first && cp <= s->ranges.at[i].last)
            return true;
    return false;
}

/* ---- Characters and classes */

static int read_hex(uint32_t *out, struct parser *p, unsigned digits) {
    uint32_t v = 0;
    for (unsigned i = 0; i < digits; i++, p->at++) {
        char c = p->at < p->text.n ? ascii_lower(p->text.at[p->at]) : 0;
        if (!ascii_digit(c) && !(c >= 'a' && c <= 'f'))
            return refuse(p, "a wrong escape");
        v = v << 4 | (uint32_t)(ascii_digit(c) ? c - '0' : c - 'a' + 10);
    }
    if (v >= CODE_POINTS)
        return refuse(p, "a wrong escape");
    *out = v;
    return TS_OK;
}

/* One character, escaped or not, of which the unescaped ones in special are refused. */
static int read_character(uint32_t *out, struct parser *p, const char *special) {
    if (p->at >= p->text.n)
        return refuse(p, "an end too early");
    if (take(p, "\\u"))
        return read_hex(out, p, 4);
    if (take(p, "\\U"))
        return read_hex(out, p, 8);
    if (take(p, "\\")) {
        if (p->at >= p->text.n || ascii_alpha(p->text.at[p->at]) || ascii_digit(p->text.at[p->at]))
            return refuse(p, "an escape that is not known");
    } else if (strchr(special, p->text.at[p->at])) { /* a NUL too */
        return refuse(p, "a character that is not known");
    }
    *out = utf8_next(p->text, &p->at);
    return TS_OK;
}

/* Behind "[". */
static int read_class(uint16_t *out, struct parser *p) {
    struct code_set set = {0};
    int status = peek(p, "^") || peek(p, "]") ? refuse(p, "a class that is not known") : TS_OK;
    while (status == TS_OK && !take(p, "]")) {
        uint32_t first, last;
        if ((status = read_character(&first, p, "]")) != TS_OK)
            return status;
        last = first;
        if (peek(p, "-") && !peek(p, "-]")) {
            take(p, "-");
            if ((status = read_character(&last, p, "]")) != TS_OK)
                return status;
        }
        status = add_range(p, &set, first, last);
    }
    return status == TS_OK ? number_set(out, p, &set) : status;
}

/* A class or a character. */
static int read_item(uint16_t *out, struct parser *p) {
    struct code_set set = {0};
    uint32_t cp;
    if (take(p, "["))
        return read_class(out, p);
    int status = read_character(&cp, p, ".^$*+?{}[]|()");
    if (status == TS_OK)
        status = add_range(p, &set, cp, cp);
    return status == TS_OK ? number_set(out, p, &set) : status;
}

int affix_maker_class(uint16_t *out, struct affix_maker *m, struct str expression) {
    struct parser p = {m, expression, 0};
    if (!take(&p, "["))
        return refuse(&p, "no class");
    int status = read_class(out, &p);
    return status == TS_OK && p.at < expression.n ? refuse(&p, "more than a class") : status;
}

/* ---- Rules */

static bool at_end_of_body(const struct parser *p) {
    return p->at >= p->text.n || peek(p, "|") || peek(p, ")") || peek(p, "$") || peek(p, "(?=") ||
           peek(p, "(?!");
}

static int read_body(uint16_t *rule, struct parser *p) {
    unsigned n = 0;
    int status = TS_OK;
    while (status == TS_OK && !at_end_of_body(p)) {
        if (n == AFFIX_BODY_MAX || rule[AFFIX_REPEAT])
            return refuse(p, "an alternative that is too long");
        status = read_item(&rule[AFFIX_BODY + n++], p);
        if (status == TS_OK && take(p, "+"))
            rule[AFFIX_REPEAT] = 1;
    }
    rule[AFFIX_BODY_COUNT] = (uint16_t)n;
    return status == TS_OK && n == 0 ? refuse(p, "an empty alternative") : status;
}

static int read_behind(uint16_t *rule, struct parser *p) {
    unsigned n = 0;
    int status = TS_OK;
    while (status == TS_OK && !take(p, ")")) {
        if (n == AFFIX_BEHIND_MAX)
            return refuse(p, "a look behind that is too long");
        status = read_item(&rule[AFFIX_BEHIND + n++], p);
    }
    rule[AFFIX_BEHIND_COUNT] = (uint16_t)n;
    return status;
}

static int read_ahead(uint16_t *rule, struct parser *p) {
    rule[AFFIX_AHEAD] = take(p, "(?=") ? AFFIX_MUST : take(p, "(?!") ? AFFIX_MUST_NOT : AFFIX_ANY;
    if (rule[AFFIX_AHEAD] == AFFIX_ANY)
        return TS_OK;
    int status = read_item(&rule[AFFIX_AHEAD_SET], p);
    return status == TS_OK && !take(p, ")") ? refuse(p, "a look ahead that is too long") : status;
}

/* White space of Python. A suffix of it could stand before the line end that '$' passes over. */
static bool has_space(const struct affix_maker *m, uint16_t set) {
    static const struct code_range spaces[] = {
        {0x09, 0x0D},     {0x1C, 0x20},     {0x85, 0x85},     {0xA0, 0xA0},     {0x1680, 0x1680},
        {0x2000, 0x200A}, {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000},
    };
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        for (uint32_t cp = spaces[i].first; cp <= spaces[i].last; cp++)
            if (affix_maker_has(m, set, cp))
                return true;
    return false;
}

static int add_rule(struct parser *p, const uint16_t *rule) {
    struct affix_maker *m = p->m;
    for (unsigned i = 0; i < rule[AFFIX_BODY_COUNT]; i++) {
        uint16_t set = rule[AFFIX_BODY + i];
        if (rule[AFFIX_KIND] == AFFIX_SUFFIX && has_space(m, set))
            return refuse(p, "a suffix with white space");
        if (rule[AFFIX_REPEAT] &&
            (set != rule[AFFIX_BODY] || rule[AFFIX_BEHIND_COUNT] || rule[AFFIX_AHEAD] != AFFIX_ANY))
            return refuse(p, "a repetition that is not known");
    }
    if (m->rules.n / AFFIX_FIELDS == RULES_MAX)
        return refuse(p, "too many alternatives");
    for (unsigned i = 0; i < AFFIX_FIELDS; i++) {
        uint16_t *to = VEC_PUSH(m->arena, &m->rules);
        if (!to)
            return arena_fail(m->arena, m->err);
        *to = rule[i];
    }
    return TS_OK;
}

/* The bodies of "(?:a|b|...)", or the one body that stands there, with what was before (in base)
 * and what comes behind them: each makes a rule. */
static int read_bodies(struct parser *p, const uint16_t *base) {
    VEC_OF(uint16_t) bodies = {0};
    bool group = take(p, "(?:");
    int status;
    do {
        uint16_t rule[AFFIX_FIELDS];
        memcpy(rule, base, sizeof rule);
        if ((status = read_body(rule, p)) != TS_OK)
            return status;
        for (unsigned i = 0; i < AFFIX_FIELDS; i++) {
            uint16_t *to = VEC_PUSH(p->m->arena, &bodies);
            if (!to)
                return arena_fail(p->m->arena, p->m->err);
            *to = rule[i];
        }
    } while (group && take(p, "|"));
    if (group && !take(p, ")"))
        return refuse(p, "a group that is not known");
    uint16_t tail[AFFIX_FIELDS];
    if ((status = read_ahead(tail, p)) != TS_OK)
        return status;
    for (uint32_t i = 0; i < bodies.n && status == TS_OK; i += AFFIX_FIELDS) {
        bodies.at[i + AFFIX_AHEAD] = tail[AFFIX_AHEAD];
        if (tail[AFFIX_AHEAD] != AFFIX_ANY)
            bodies.at[i + AFFIX_AHEAD_SET] = tail[AFFIX_AHEAD_SET];
        status = add_rule(p, bodies.at + i);
    }
    return status;
}

int affix_maker_add(struct affix_maker *m, enum affix_kind kind, struct str expression) {
    struct parser p = {m, expression, 0};
    int status;
    do {
        uint16_t rule[AFFIX_FIELDS] = {[AFFIX_KIND] = (uint16_t)kind};
        if (take(&p, "^") != (kind == AFFIX_PREFIX))
            return refuse(&p, "an alternative with a wrong beginning");
        if (take(&p, "(?<=") && (status = read_behind(rule, &p)) != TS_OK)
            return status;
        if ((status = read_bodies(&p, rule)) != TS_OK)
            return status;
        if (take(&p, "$") != (kind == AFFIX_SUFFIX))
            return refuse(&p, "an alternative with a wrong end");
    } while (take(&p, "|"));
    return p.at < expression.n ? refuse(&p, "a character that is not known") : TS_OK;
}

/* ---- Symbols */

/* The sets that hold a stretch of code points, as bits. */
struct symbols {
    struct affix_maker *m;
    size_t words;           /* of 32 bits, a stretch */
    uint16_t *of;           /* by code point */
    VEC_OF(uint32_t) kinds; /* words for each symbol */
};

static int by_value(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Where a stretch of code points that are in the same sets may begin, sorted; one more at the end.
 */
static uint32_t *find_borders(struct affix_maker *m, size_t *n) {
    size_t room = 2, k = 0;
    for (uint32_t i = 0; i < m->sets.n; i++)
        room += 2 * (size_t)m->sets.at[i].ranges.n;
    uint32_t *borders = arena_zero(m->arena, room, sizeof *borders);
    if (!borders)
        return NULL;
    borders[k++] = 0;
    borders[k++] = CODE_POINTS;
    for (uint32_t i = 0; i < m->sets.n; i++)
        for (uint32_t j = 0; j < m->sets.at[i].ranges.n; j++) {
            borders[k++] = m->sets.at[i].ranges.at[j].first;
            borders[k++] = m->sets.at[i].ranges.at[j].last + 1;
        }
    qsort(borders, room, sizeof *borders, by_value);
    *n = room;
    return borders;
}

static bool symbol_of(uint16_t *out, struct symbols *s, uint32_t cp, uint32_t *kind) {
    memset(kind, 0, s->words * sizeof *kind);
    for (uint32_t i = 0; i < s->m->sets.n; i++)
        if (affix_maker_has(s->m, (uint16_t)i, cp))
            kind[i / 32] |= (uint32_t)1 << (i % 32);
    uint32_t i = 0;
    while (i < s->kinds.n && memcmp(s->kinds.at + i, kind, s->words * sizeof *kind))
        i += (uint32_t)s->words;
    bool known = i < s->kinds.n;
    for (size_t k = 0; !known && k < s->words; k++) {
        uint32_t *to = VEC_PUSH(s->m->arena, &s->kinds);
        if (!to)
            return false;
        *to = kind[k];
    }
    *out = (uint16_t)(i / s->words);
    return true;
}

static bool number_symbols(struct symbols *s) {
    struct affix_maker *m = s->m;
    size_t n;
    const uint32_t *borders = find_borders(m, &n);
    uint32_t *kind = arena_zero(m->arena, s->words, sizeof *kind);
    s->of = arena_zero(m->arena, CODE_POINTS, sizeof *s->of);
    if (!borders || !kind || !s->of)
        return false;
    for (size_t i = 0; i + 1 < n; i++) {
        uint16_t symbol;
        if (borders[i] == borders[i + 1])
            continue;
        if (!symbol_of(&symbol, s, borders[i], kind))
            return false;
        for (uint32_t cp = borders[i]; cp < borders[i + 1]; cp++)
            s->of[cp] = symbol;
    }
    return true;
}

/* Pages that are the same are kept once. */
static bool add_pages(struct symbols *s, struct model_writer *w) {
    uint16_t *pages = arena_zero(w->arena, AFFIX_PAGES, sizeof *pages);
    uint16_t *kept = arena_zero(w->arena, CODE_POINTS, sizeof *kept);
    uint16_t n = 0;
    if (!pages || !kept)
        return false;
    for (size_t i = 0; i < AFFIX_PAGES; i++) {
        const uint16_t *page = s->of + i * AFFIX_PAGE;
        uint16_t k = 0;
        while (k < n && memcmp(kept + (size_t)k * AFFIX_PAGE, page, AFFIX_PAGE * sizeof *page))
            k++;
        if (k == n)
            memcpy(kept + (size_t)n++ * AFFIX_PAGE, page, AFFIX_PAGE * sizeof *page);
        pages[i] = k;
    }
    model_add(w, "affix.pages", TENSOR_U16, 1, (size_t[]){AFFIX_PAGES}, pages);
    model_add(w, "affix.symbols", TENSOR_U16, 2, (size_t[]){n, AFFIX_PAGE}, kept);
    return true;
}

int affix_maker_write(struct affix_maker *m, struct model_writer *w) {
    struct symbols s = {.m = m, .words = ((size_t)m->sets.n + 31) / 32};
    if (!number_symbols(&s))
        return arena_fail(m->arena, m->err);
    size_t symbol_count = s.kinds.n / s.words, words = (symbol_count + 31) / 32;
    uint32_t *sets = arena_zero(w->arena, m->sets.n * words, sizeof *sets);
    if (!sets || !add_pages(&s, w))
        return arena_fail(w->arena, m->err);
    for (size_t i = 0; i < m->sets.n; i++)
        for (size_t k = 0; k < symbol_count; k++)
            if (s.kinds.at[k * s.words + i / 32] >> (i % 32) & 1)
                sets[i * words + k / 32] |= (uint32_t)1 << (k % 32);
    model_add(w, "affix.sets", TENSOR_U32, 2, (size_t[]){m->sets.n, words}, sets);
    model_add(w, "affix.rules", TENSOR_U16, 2, (size_t[]){m->rules.n / AFFIX_FIELDS, AFFIX_FIELDS},
              m->rules.at);
    return TS_OK;
}
