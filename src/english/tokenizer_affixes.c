#include "english/tokenizer_parts.h"

static const uint16_t *rule_at(const struct affixes *a, size_t i) {
    return a->rules + i * AFFIX_FIELDS;
}

static int check_rule(const struct affixes *a, const uint16_t *rule, const struct model_file *m,
                      struct ts_error *err) {
    bool bad = rule[AFFIX_KIND] >= AFFIX_KINDS || rule[AFFIX_BEHIND_COUNT] > AFFIX_BEHIND_MAX ||
               rule[AFFIX_BODY_COUNT] < 1 || rule[AFFIX_BODY_COUNT] > AFFIX_BODY_MAX ||
               rule[AFFIX_AHEAD] > AFFIX_MUST_NOT || rule[AFFIX_AHEAD_SET] >= a->set_count;
    for (unsigned i = 0; i < AFFIX_BEHIND_MAX; i++)
        bad |= rule[AFFIX_BEHIND + i] >= a->set_count;
    for (unsigned i = 0; i < AFFIX_BODY_MAX; i++)
        bad |= rule[AFFIX_BODY + i] >= a->set_count;
    return bad ? model_bad(err, m, "an affix rule is out of range") : TS_OK;
}

static uint16_t key_set(const uint16_t *rule) {
    bool last = rule[AFFIX_KIND] == AFFIX_SUFFIX;
    return rule[AFFIX_BODY + (last ? rule[AFFIX_BODY_COUNT] - 1 : 0)];
}

static int make_index(struct affixes *a, enum affix_kind kind, size_t rule_count,
                      struct arena *arena, struct ts_error *err) {
    uint32_t symbols = a->set_words * 32, total = 0;
    uint32_t *starts = arena_zero(arena, (size_t)symbols + 1, sizeof *starts);
    if (!starts)
        return arena_fail(arena, err);
    for (size_t r = 0; r < rule_count; r++)
        for (uint32_t s = 0; rule_at(a, r)[AFFIX_KIND] == kind && s < symbols; s++)
            starts[s] += affix_in_set(a, key_set(rule_at(a, r)), (uint16_t)s);
    for (uint32_t s = 0; s <= symbols; s++) {
        uint32_t n = starts[s];
        starts[s] = total;
        total += n;
    }
    uint16_t *rules = arena_zero(arena, total, sizeof *rules);
    if (!rules)
        return arena_fail(arena, err);
    for (size_t r = 0; r < rule_count; r++)
        for (uint32_t s = 0; rule_at(a, r)[AFFIX_KIND] == kind && s < symbols; s++)
            if (affix_in_set(a, key_set(rule_at(a, r)), (uint16_t)s))
                rules[starts[s]++] = (uint16_t)r;
    for (uint32_t s = symbols; s > 0; s--) /* each was moved to the start of the next */
        starts[s] = starts[s - 1];
    starts[0] = 0;
    a->by_symbol[kind] = (struct affix_index){starts, rules};
    return TS_OK;
}

enum { WORDS_MAX = 64, RULES_MAX = 4096 };

int affixes_open(struct affixes *out, struct arena *a, const struct model_file *m,
                 struct ts_error *err) {
    struct tensor pages, symbols, sets, rules;
    size_t page_dims[] = {AFFIX_PAGES}, symbol_dims[] = {0, AFFIX_PAGE}, set_dims[] = {0, 0},
           rule_dims[] = {0, AFFIX_FIELDS};
    int status;
    if ((status = model_get(&pages, m, "affix.pages", TENSOR_U16, 1, page_dims, err)) != TS_OK ||
        (status = model_get(&symbols, m, "affix.symbols", TENSOR_U16, 2, symbol_dims, err)) !=
            TS_OK ||
        (status = model_get(&sets, m, "affix.sets", TENSOR_U32, 2, set_dims, err)) != TS_OK ||
        (status = model_get(&rules, m, "affix.rules", TENSOR_U16, 2, rule_dims, err)) != TS_OK)
        return status;
    if (set_dims[1] > WORDS_MAX || set_dims[0] > UINT16_MAX || rule_dims[0] > RULES_MAX)
        return model_bad(err, m, "there are too many affix rules");
    *out = (struct affixes){.pages = pages.at,
                            .symbols = symbols.at,
                            .sets = sets.at,
                            .rules = rules.at,
                            .set_count = (uint32_t)set_dims[0],
                            .set_words = (uint32_t)set_dims[1]};
    for (size_t i = 0; i < AFFIX_PAGES; i++)
        if (out->pages[i] >= symbol_dims[0])
            return model_bad(err, m, "a page of characters is out of range");
    for (size_t i = 0; i < symbols.count; i++)
        if (out->symbols[i] >= out->set_words * 32)
            return model_bad(err, m, "a symbol is out of range");
    for (size_t i = 0; i < rule_dims[0] && status == TS_OK; i++)
        status = check_rule(out, rule_at(out, i), m, err);
    for (unsigned kind = 0; kind < AFFIX_KINDS && status == TS_OK; kind++)
        status = make_index(out, (enum affix_kind)kind, rule_dims[0], a, err);
    return status;
}

uint16_t affix_symbol(const struct affixes *a, uint32_t cp) {
    return a->symbols[a->pages[cp / AFFIX_PAGE] * (size_t)AFFIX_PAGE + cp % AFFIX_PAGE];
}

bool affix_in_set(const struct affixes *a, uint32_t set, uint16_t symbol) {
    return a->sets[(size_t)set * a->set_words + symbol / 32] >> (symbol % 32) & 1;
}

/* The run of the set from at on. */
static uint32_t run_after(const struct affixes *a, uint16_t set, const struct chunk *c, uint32_t at,
                          uint32_t end) {
    uint32_t n = 0;
    while (at + n < end && affix_in_set(a, set, c->symbols[at + n]))
        n++;
    return n;
}

static uint32_t run_before(const struct affixes *a, uint16_t set, const struct chunk *c,
                           uint32_t start, uint32_t at) {
    uint32_t n = 0;
    while (at - n > start && affix_in_set(a, set, c->symbols[at - n - 1]))
        n++;
    return n;
}

/* Whether the rule, which is no run, holds at `at` within start..end-1. */
static bool holds(const struct affixes *a, const uint16_t *rule, const struct chunk *c, uint32_t at,
                  uint32_t start, uint32_t end) {
    uint32_t behind = rule[AFFIX_BEHIND_COUNT], body = rule[AFFIX_BODY_COUNT];
    if (at - start < behind || end - at < body)
        return false;
    for (uint32_t i = 0; i < behind; i++)
        if (!affix_in_set(a, rule[AFFIX_BEHIND + i], c->symbols[at - behind + i]))
            return false;
    for (uint32_t i = 0; i < body; i++)
        if (!affix_in_set(a, rule[AFFIX_BODY + i], c->symbols[at + i]))
            return false;
    if (rule[AFFIX_AHEAD] == AFFIX_ANY)
        return true;
    bool is = at + body < end && affix_in_set(a, rule[AFFIX_AHEAD_SET], c->symbols[at + body]);
    return is == (rule[AFFIX_AHEAD] == AFFIX_MUST);
}

/* The first rule of the kind that holds decides, as in an alternation. */
static uint32_t first_rule(const struct affixes *a, enum affix_kind kind, const struct chunk *c,
                           uint32_t at, uint32_t start, uint32_t end) {
    const struct affix_index *index = &a->by_symbol[kind];
    uint32_t symbol = c->symbols[at];
    for (uint32_t i = index->starts[symbol]; i < index->starts[symbol + 1]; i++) {
        const uint16_t *rule = rule_at(a, index->rules[i]);
        if (rule[AFFIX_REPEAT]) {
            uint32_t n = run_after(a, rule[AFFIX_BODY], c, at, end);
            if (n >= rule[AFFIX_BODY_COUNT])
                return n;
        } else if (holds(a, rule, c, at, start, end)) {
            return rule[AFFIX_BODY_COUNT];
        }
    }
    return 0;
}

uint32_t affix_prefix(const struct affixes *a, const struct chunk *c, uint32_t start,
                      uint32_t end) {
    return start < end ? first_rule(a, AFFIX_PREFIX, c, start, start, end) : 0;
}

uint32_t affix_infix(const struct affixes *a, const struct chunk *c, uint32_t at, uint32_t start,
                     uint32_t end) {
    return first_rule(a, AFFIX_INFIX, c, at, start, end);
}

/* A search finds the leftmost match that reaches the end, so the longest suffix decides. */
uint32_t affix_suffix(const struct affixes *a, const struct chunk *c, uint32_t start,
                      uint32_t end) {
    uint32_t longest = 0;
    if (start >= end)
        return 0;
    const struct affix_index *index = &a->by_symbol[AFFIX_SUFFIX];
    uint32_t symbol = c->symbols[end - 1];
    for (uint32_t i = index->starts[symbol]; i < index->starts[symbol + 1]; i++) {
        const uint16_t *rule = rule_at(a, index->rules[i]);
        uint32_t n = rule[AFFIX_BODY_COUNT];
        if (rule[AFFIX_REPEAT]) {
            uint32_t run = run_before(a, rule[AFFIX_BODY], c, start, end);
            n = run >= n ? run : 0;
        } else if (end - start < n || !holds(a, rule, c, end - n, start, end)) {
            n = 0;
        }
        if (n > longest)
            longest = n;
    }
    return longest;
}
