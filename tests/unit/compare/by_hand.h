/*
 * Analyses made by hand for the tests of `compare`, without the stage `lang`: sentences at ". " and
 * blank lines, names from capitals, figures from digits, and the statements that a test lists.
 */
#ifndef BY_HAND_H
#define BY_HAND_H

#include "base/mem.h"
#include "compare/compare.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A statement, found by its words in the text. */
struct hand_statement {
    const char *sentence_has; /* words of its sentence */
    const char
        *source; /* the outlet's or speaker's name, as the analysis would know it; NULL: unnamed */
    enum source_class source_class;
    const char *described_as; /* NULL or words of the sentence */
    uint32_t people;
    const char *quote; /* NULL or the quotation */
    const char *cue;   /* "report" when NULL */
    bool self, relayed, opinion, line, partial, negated;
    enum statement_check check;
    const char *means;
};

struct hand_report {
    const char *path, *outlet, *published, *title, *text, *address;
    enum article_kind kind;
    struct hand_statement statements[8];
};

static bool hand_word(char c) {
    return ascii_alpha(c) || (unsigned char)c >= 0x80;
}

static inline void hand_sentences(struct arena *a, struct analysis *n) {
    struct str s = n->article->text;
    size_t start = 0;
    for (size_t i = 0; i < s.n; i++) {
        bool stop = s.at[i] == '.' && i + 2 < s.n && s.at[i + 1] == ' ' &&
                    (ascii_upper(s.at[i + 2]) || (unsigned char)s.at[i + 2] >= 0x80);
        bool paragraph = s.at[i] == '\n' && i + 1 < s.n && s.at[i + 1] == '\n';
        if (i + 1 != s.n && !stop && !paragraph)
            continue;
        size_t end = i + 1;
        while (start < end && ascii_space(s.at[start]))
            start++;
        while (end > start && ascii_space(s.at[end - 1]))
            end--;
        if (end > start)
            *(struct sentence *)VEC_PUSH(a, &n->sentences) =
                (struct sentence){.text = {(uint32_t)start, (uint32_t)end}};
        start = i + 1;
    }
}

static inline uint32_t hand_entity(struct arena *a, struct analysis *n, struct str name,
                                   const char *kind) {
    for (uint32_t i = 0; i < n->entities.n; i++)
        if (str_eq(n->entities.at[i].name, name))
            return i;
    *(struct entity *)VEC_PUSH(a, &n->entities) =
        (struct entity){.name = name, .kind = str_of(kind), .outlet = strcmp(kind, "ORG") == 0};
    return n->entities.n - 1;
}

static inline void hand_names(struct arena *a, struct analysis *n) {
    struct str s = n->article->text;
    for (uint32_t k = 0; k < n->sentences.n; k++) {
        struct span span = n->sentences.at[k].text;
        size_t i = span.start;
        for (bool first = true; i < span.end;) {
            if (!hand_word(s.at[i]) || (unsigned char)s.at[i] >= 0x80) {
                i++;
                continue;
            }
            size_t start = i;
            while (i < span.end && hand_word(s.at[i]) && (unsigned char)s.at[i] < 0x80)
                i++;
            while (!first && ascii_upper(s.at[start]) && i + 1 < span.end && s.at[i] == ' ' &&
                   ascii_upper(s.at[i + 1]))
                for (i++; i < span.end && hand_word(s.at[i]) && (unsigned char)s.at[i] < 0x80;)
                    i++;
            if (ascii_upper(s.at[start]) && !first) {
                uint32_t e = hand_entity(a, n, str_cut(s, start, i), "PERSON");
                *(struct mention *)VEC_PUSH(a, &n->entities.at[e].mentions) =
                    (struct mention){{(uint32_t)start, (uint32_t)i}, k, MENTION_NAME};
            }
            first = false;
        }
    }
}

static inline void hand_quantities(struct arena *a, struct analysis *n) {
    struct str s = n->article->text;
    for (size_t i = 0; i < s.n; i++) {
        if (!ascii_digit(s.at[i]) || (i && (hand_word(s.at[i - 1]) || ascii_digit(s.at[i - 1]))))
            continue;
        size_t end = i, m = 0;
        char number[40];
        for (; end < s.n && m < 30 &&
               (ascii_digit(s.at[end]) || ((s.at[end] == ',' || s.at[end] == '.') &&
                                           end + 1 < s.n && ascii_digit(s.at[end + 1])));
             end++)
            if (s.at[end] != ',')
                number[m++] = s.at[end];
        number[m] = 0;
        double value = strtod(number, NULL);
        size_t unit = end + 1, unit_end = unit;
        while (unit_end < s.n && hand_word(s.at[unit_end]))
            unit_end++;
        bool money = i && s.at[i - 1] == '$',
             million = end < s.n && s.at[end] == ' ' &&
                       str_eq(str_cut(s, unit, unit_end), STR("million"));
        struct quantity q = {.value = million ? value * 1e6 : value, .bound = STR("exact")};
        q.kind = money ? STR("money") : STR("count");
        q.unit = money ? STR("USD") : str_cut(s, unit, unit_end);
        if (!money &&
            (end >= s.n || s.at[end] != ' ' || unit == unit_end || ascii_upper(s.at[unit])))
            continue;
        q.text = (struct span){(uint32_t)(money ? i - 1 : i),
                               (uint32_t)(money && !million ? end : unit_end)};
        *(struct quantity *)VEC_PUSH(a, &n->quantities) = q;
        i = end;
    }
}

static inline struct span hand_find(struct str text, const char *words) {
    size_t at = words ? str_find(text, str_of(words), 0) : SIZE_MAX;
    return at == SIZE_MAX ? (struct span){0, 0}
                          : (struct span){(uint32_t)at, (uint32_t)(at + strlen(words))};
}

static inline void hand_add_statement(struct arena *a, struct analysis *n,
                                      const struct hand_statement *h) {
    struct str text = n->article->text;
    struct span where = hand_find(text, h->sentence_has);
    struct statement s = {
        .source_class = h->source_class, .entity = NO_INDEX, .stated_people = h->people};
    for (uint32_t k = 0; k < n->sentences.n; k++)
        if (n->sentences.at[k].text.start <= where.start &&
            where.start < n->sentences.at[k].text.end)
            s.sentence = k;
    s.type = h->quote ? STATEMENT_DIRECT : STATEMENT_INDIRECT;
    s.source = where;
    s.cue_lemma = h->cue ? str_of(h->cue) : STR("report");
    s.described_as = hand_find(text, h->described_as);
    s.means = hand_find(text, h->means);
    s.self = h->self;
    s.relayed = h->relayed;
    s.opinion_piece = h->opinion;
    s.credit_line = h->line;
    s.partial = h->partial;
    s.negated = h->negated;
    s.check = h->check;
    s.rule = s.force = STR("");
    if (h->quote)
        *(struct span *)VEC_PUSH(a, &s.content) = hand_find(text, h->quote);
    if (h->source) {
        bool outlet = h->source_class == SOURCE_OUTLET || h->source_class == SOURCE_AGENCY;
        s.entity = hand_entity(a, n, str_of(h->source), outlet ? "ORG" : "PERSON");
    }
    *(struct statement *)VEC_PUSH(a, &n->statements) = s;
}

static inline struct analysis *hand_analysis(struct arena *a, const struct hand_report *r) {
    struct article *article = arena_zero(a, 1, sizeof *article);
    struct analysis *n = arena_zero(a, 1, sizeof *n);
    struct labels *labels = arena_zero(a, 1, sizeof *labels);
    labels_init(labels, a);
    n->labels = labels;
    article->text = str_of(r->text);
    article->title = r->title ? str_of(r->title) : STR("");
    article->outlet_name = r->outlet ? str_of(r->outlet) : STR_NONE;
    article->source.path = str_of(r->path);
    article->canonical_url = r->address ? str_of(r->address) : STR_NONE;
    article->kind = r->kind;
    article->language = STR("en");
    sha256_hex(article->source.sha256, article->text);
    memcpy(article->id, article->source.sha256, 16);
    if (r->published)
        when_parse_iso(&article->published.when, str_of(r->published));
    utf8_index_init(&article->index, a, article->text);
    n->article = article;
    n->supported = true;
    hand_sentences(a, n);
    hand_names(a, n);
    hand_quantities(a, n);
    for (size_t i = 0; i < sizeof r->statements / sizeof *r->statements; i++)
        if (r->statements[i].sentence_has)
            hand_add_statement(a, n, &r->statements[i]);
    return n;
}

enum { HAND_MAX = 16 };

/* A comparison of reports and all that it stands on. */
struct hand {
    struct arena arena;
    struct outlets outlets;
    struct comparison *c;
    struct ts_error err;
    int status;
};

static inline void hand_compare(struct hand *h, const struct hand_report *reports, uint32_t n,
                                const char *outlets_tsv, const struct compare_options *options) {
    struct mem mem = mem_system();
    struct limits limits = LIMITS_DEFAULT;
    struct compare_options none = {0};
    const struct analysis *in[HAND_MAX];
    memset(h, 0, sizeof *h);
    arena_init(&h->arena, &mem, 0);
    outlets_init(&h->outlets, &h->arena);
    if (outlets_tsv)
        outlets_add(&h->outlets, &h->arena, str_of(outlets_tsv), &h->err);
    for (uint32_t i = 0; i < n; i++)
        in[i] = hand_analysis(&h->arena, &reports[i]);
    h->status = compare_analyses(&h->c, &h->arena, in, n, &h->outlets, options ? options : &none,
                                 &limits, &h->err);
}

static inline void hand_clear(struct hand *h) {
    arena_clear(&h->arena);
}

#endif
