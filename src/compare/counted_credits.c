/* Which mentions of an outlet as a source count, and why the others do not. */
#include "compare/origin_parts.h"

enum { LONG_SENTENCE_BYTES = 400, EVIDENCE_BYTES_MAX = 2000, SENTENCE_WORDS_MAX = 500 };
/* Of the weight of a crediting sentence's words: what other reports of the story must have too. */
static const double CARRIED_SHARE_MIN = 0.4;

bool node_set_add(struct work *w, struct node_set *set, uint32_t node) {
    uint32_t at = 0;
    while (at < set->at.n && set->at.at[at] < node)
        at++;
    if (at < set->at.n && set->at.at[at] == node)
        return true;
    uint32_t *added = VEC_PUSH(w->scratch, &set->at);
    if (!added)
        return false;
    for (uint32_t i = set->at.n - 1; i > at; i--)
        set->at.at[i] = set->at.at[i - 1];
    set->at.at[at] = node;
    return true;
}

bool node_set_has(const struct node_set *set, uint32_t node) {
    for (uint32_t i = 0; i < set->at.n; i++)
        if (set->at.at[i] == node)
            return true;
    return false;
}

/* Up to EVIDENCE_BYTES_MAX: what many statements share is not told by each again and again. */
static void widen(struct span *all, struct span s) {
    if (s.start >= s.end)
        return;
    struct span wide = all->start >= all->end ? s : *all;
    wide.start = s.start < wide.start ? s.start : wide.start;
    wide.end = s.end > wide.end ? s.end : wide.end;
    if (wide.end - wide.start <= EVIDENCE_BYTES_MAX)
        *all = wide;
}

struct evidence compare_statement_evidence(const struct work *w, uint32_t report,
                                           const struct statement *s) {
    const struct analysis *n = w->c->reports.at[report].analysis;
    struct span clause = {0, 0};
    widen(&clause, s->source);
    widen(&clause, s->cue);
    if (s->in_title)
        return (struct evidence){report, {0, (uint32_t)n->article->title.n}, true};
    if (s->credit_line && clause.end > clause.start)
        return (struct evidence){report, clause, false};
    if (s->sentence >= n->sentences.n)
        return (struct evidence){report, clause, false};
    struct span sentence = n->sentences.at[s->sentence].text;
    if (sentence.end - sentence.start <= LONG_SENTENCE_BYTES || clause.end <= clause.start)
        return (struct evidence){report, sentence, false};
    for (uint32_t i = 0; i < s->content.n; i++)
        if (s->content.at[i].start >= sentence.start && s->content.at[i].end <= sentence.end)
            widen(&clause, s->content.at[i]);
    return (struct evidence){report, clause, false};
}

void compare_count_stems(struct origin_work *o, const struct story *story) {
    struct work *w = o->w;
    for (uint32_t i = 0; i < w->vocabulary.words.n; i++)
        o->reports_with[i] = o->stamp[i] = 0;
    for (uint32_t i = 0; i < story->reports.n; i++) {
        const struct report_words *r = &w->reports[story->reports.at[i]];
        for (uint32_t k = r->first; k < r->title_end; k++) {
            uint32_t stem = w->vocabulary.words.at[w->words.at[k].id].stem;
            if (o->stamp[stem] != i + 1)
                o->reports_with[stem]++;
            o->stamp[stem] = i + 1;
        }
    }
}

static double weight_of(const struct work *w, const struct word *x) {
    static const double of_tier[] = {
        [TIER_RARE] = 2, [TIER_KNOWN] = 1, [TIER_COMMON] = 0.3, [TIER_STOP] = 0};
    const struct vocabulary_word *v = &w->vocabulary.words.at[x->id];
    if (x->flags & WORD_OUTLET)
        return 0;
    return x->flags & WORD_NAME ? 3 : x->flags & WORD_NUMBER ? 2 : of_tier[v->tier];
}

/* The weight of words, and of those that other reports of the story have. */
struct carried {
    double all, shared;
    bool fact; /* a name or a figure is among them */
};

static bool is_inside(const struct word *x, struct span s) {
    return x->start >= s.start && x->end <= s.end;
}

/* Adds the words of [from, to), but not those of who checked and how. */
static void add_carried(struct carried *c, const struct origin_work *o, uint32_t report,
                        uint32_t from, uint32_t to, const struct statement *check) {
    const struct work *w = o->w;
    uint32_t wanted = 2 + w->c->stories.at[w->c->reports.at[report].story].reports.n /
                              20; /* this report is one of them */
    for (uint32_t i = from; i < to; i++) {
        const struct word *x = &w->words.at[i];
        if (check &&
            (is_inside(x, check->source) || is_inside(x, check->cue) || is_inside(x, check->means)))
            continue;
        double weight = weight_of(w, x);
        c->all += weight;
        if (o->reports_with[w->vocabulary.words.at[x->id].stem] >= wanted)
            c->shared += weight;
        c->fact = c->fact || ((x->flags & (WORD_NAME | WORD_NUMBER)) && !(x->flags & WORD_OUTLET));
    }
}

static void add_sentence(struct carried *c, const struct origin_work *o, uint32_t report,
                         uint32_t sentence, const struct statement *check) {
    struct span s = o->w->c->reports.at[report].analysis->sentences.at[sentence].text;
    uint32_t from = compare_word_at(o->w, report, s.start), to = from;
    while (to < o->w->reports[report].end && o->w->words.at[to].start < s.end &&
           to - from < SENTENCE_WORDS_MAX)
        to++;
    add_carried(c, o, report, from, to, check);
}

static bool is_carried(const struct carried *c) {
    return c->all <= 0 || c->shared / c->all >= CARRIED_SHARE_MIN;
}

/* Whether another report of the story carries what the crediting sentence tells. */
static bool carried_by_others(const struct origin_work *o, uint32_t report,
                              const struct statement *s) {
    struct carried c = {0};
    const struct report_words *r = &o->w->reports[report];
    if (s->credit_line)
        return true; /* of the whole report */
    if (s->in_title)
        add_carried(&c, o, report, r->title_first, r->title_end, NULL);
    else if (s->sentence < o->w->c->reports.at[report].analysis->sentences.n)
        add_sentence(&c, o, report, s->sentence, NULL);
    return is_carried(&c);
}

/* Whether another report carries what was checked. How it was checked is this report's alone; a
 * sentence without name or figure ("has confirmed the payment") speaks of what the one before it
 * tells. */
static bool checked_is_carried(const struct origin_work *o, uint32_t report,
                               const struct statement *s) {
    struct carried c = {0};
    if (s->in_title || s->credit_line ||
        s->sentence >= o->w->c->reports.at[report].analysis->sentences.n)
        return carried_by_others(o, report, s);
    add_sentence(&c, o, report, s->sentence, s);
    if (!c.fact && s->sentence)
        add_sentence(&c, o, report, s->sentence - 1, NULL);
    return is_carried(&c);
}

/* none: it counts. */
static struct str why_not(const struct origin_work *o, uint32_t report, const struct statement *s,
                          uint32_t node, bool in_story) {
    if (node == NO_INDEX)
        return STR("the source has no name");
    if (s->check != CHECK_NONE)
        return s->check == CHECK_OWN ? STR("a check of its own, counted as such")
                                     : STR("says only that it could not check");
    if (s->self || node == o->nodes.own[report])
        return STR("own outlet");
    if (s->relayed)
        return STR("relays a named speaker");
    if (s->opinion_piece)
        return STR("opinion piece");
    if (s->negated)
        return STR("negated");
    if (!in_story)
        return STR("the report stands alone");
    if (!carried_by_others(o, report, s))
        return STR("about something that no other report of the story carries");
    return STR_NONE;
}

static bool early(const struct statement *s) {
    return s->in_title || s->credit_line || s->sentence < LEAD_SENTENCES;
}

bool compare_is_one_of_several(const struct work *w, uint32_t report, const struct statement *s) {
    static const char *const openings[] = {"source", "sources", "via", "h/t"};
    const struct analysis *n = w->c->reports.at[report].analysis;
    if (!s->credit_line || s->in_title || s->source.start >= s->source.end ||
        s->sentence >= n->sentences.n)
        return false;
    struct span line = n->sentences.at[s->sentence].text;
    bool opens = false, several = false;
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
        opens = opens || str_starts_nocase(str_span(n->article->text, line), str_of(openings[i]));
    for (uint32_t i = 0; opens && !several && i < n->statements.n; i++) {
        const struct statement *other = &n->statements.at[i];
        several = other->credit_line && !other->in_title && other->entity != s->entity &&
                  other->source.start >= line.start && other->source.end <= line.end &&
                  other->source.start < other->source.end;
    }
    return several;
}

static bool count_credit(struct origin_work *o, uint32_t report, const struct statement *s,
                         uint32_t node) {
    struct carrier *k = &o->carriers[o->carrier_of[report]];
    k->lead_credit = k->lead_credit || early(s);
    if (s->credit_line && !s->partial && k->reprint_of == NO_INDEX &&
        !compare_is_one_of_several(o->w, report, s))
        k->reprint_of = node;
    if (k->first_credit == NO_INDEX || s->sentence < k->first_credit)
        k->first_credit = s->sentence;
    return node_set_add(o->w, &k->credited, node);
}

/* What a statement says of its report's own work: checks, and word of its own people. */
static void note_own_work(struct origin_work *o, uint32_t report, uint32_t statement) {
    struct carrier *k = &o->carriers[o->carrier_of[report]];
    const struct statement *s = &o->w->c->reports.at[report].analysis->statements.at[statement];
    if (s->check == CHECK_NONE_MADE)
        k->no_check = true;
    if (s->check == CHECK_OWN && !s->negated) {
        bool told = s->means.end > s->means.start, means = told && checked_is_carried(o, report, s);
        if (k->check == NO_INDEX || (means && !k->check_means)) {
            k->check = statement;
            k->check_elsewhere = told && !means;
        }
        k->check_means = k->check_means || means;
    }
    if (s->self && s->check == CHECK_NONE && !s->relayed && !s->negated && !s->opinion_piece &&
        !s->credit_line && !k->reports_itself) {
        k->reports_itself = true;
        k->reports_statement = statement;
    }
}

int compare_credits_of(struct origin_work *o, uint32_t report, bool in_story) {
    struct work *w = o->w;
    const struct analysis *n = w->c->reports.at[report].analysis;
    for (uint32_t i = 0; i < n->statements.n; i++) {
        const struct statement *s = &n->statements.at[i];
        if (in_story)
            note_own_work(o, report, i);
        if (!statement_of_outlet(s))
            continue;
        uint32_t node;
        int status = outlet_nodes_source(&node, &o->nodes, report, s);
        if (status != TS_OK)
            return status;
        if (node == NO_INDEX)
            continue;
        struct str reason = why_not(o, report, s, node, in_story);
        struct credit *credit = VEC_PUSH(w->a, &w->c->credits);
        struct credit_node *beside = credit ? VEC_PUSH(w->scratch, &o->credit_nodes) : NULL;
        if (!beside || (!reason.at && !count_credit(o, report, s, node)))
            return work_memory(w);
        *beside = (struct credit_node){node};
        *credit = (struct credit){.report = report,
                                  .statement = i,
                                  .origin = NO_INDEX,
                                  .name = o->nodes.at.at[node].name,
                                  .not_counted = reason,
                                  .evidence = compare_statement_evidence(w, report, s),
                                  .credit_line = s->credit_line};
    }
    return TS_OK;
}
