/* A comparison made by hand, for the tests of its forms: two reports of one story with three
 * claims, and a report that stands alone. */
#ifndef MADE_COMPARISON_H
#define MADE_COMPARISON_H

#include "check.h"

#include "compare/comparison.h"

static const char *const first_text =
    "The board paid 40 crowns for a bell, the Fenwick Lamp reported.\n\n"
    "Nobody rang it.\n\n\"It is <lost> & gone,\" said Ada Quill.";
static const char *const second_text =
    "The board has paid 40 crowns for the bell, the Fenwick Lamp reported.\n\n"
    "Nobody rang it. The end\xE2\x80\xA6";

struct made {
    struct arena arena;
    struct comparison c;
    struct article articles[3];
    struct analysis analyses[3];
};

static inline struct span stretch(const struct made *m, uint32_t report, const char *words) {
    size_t at = str_find(m->articles[report].text, str_of(words), 0);
    CHECK(at != SIZE_MAX);
    return (struct span){(uint32_t)at, (uint32_t)(at + strlen(words))};
}

static inline void add_report(struct made *m, uint32_t i, const char *outlet, const char *title,
                              const char *text) {
    struct article *a = &m->articles[i];
    a->outlet_name = str_of(outlet);
    a->title = str_of(title);
    a->text = str_of(text);
    a->source.path = STR("saved/<page>.html");
    a->source.bytes = a->text.n;
    sha256_hex(a->source.sha256, a->text);
    a->url = STR("javascript:alert(1)");
    CHECK(utf8_index_init(&a->index, &m->arena, a->text));
    for (uint32_t at = 0; at < a->text.n;) {
        size_t end = str_find(a->text, STR("\n\n"), at);
        uint32_t stop = (uint32_t)(end == SIZE_MAX ? a->text.n : end);
        *VEC_PUSH(&m->arena, &a->paragraphs) = (struct paragraph){.text = {at, stop}};
        at = stop + 2;
    }
    m->analyses[i] = (struct analysis){.article = a, .supported = true};
    *VEC_PUSH(&m->arena, &m->c.reports) =
        (struct report){&m->analyses[i], a, i < 2 ? 0 : NO_INDEX, false};
}

static inline void add_story(struct made *m) {
    struct story story = {.supporting = {.at_least = 1, .at_most = 1}};
    *VEC_PUSH(&m->arena, &story.reports) = 0;
    *VEC_PUSH(&m->arena, &story.reports) = 1;
    *VEC_PUSH(&m->arena, &story.near_misses) = (struct near_miss){2, STR("no name is shared")};
    *VEC_PUSH(&m->arena, &story.supporting.rules) = STR("credit-one");
    *VEC_PUSH(&m->arena, &m->c.stories) = story;
    struct origin origin = {.name = STR("The Fenwick Lamp"), .kind = ORIGIN_OUTLET};
    struct evidence first = {
        0, stretch(m, 0, "The board paid 40 crowns for a bell, the Fenwick Lamp reported."), false};
    struct evidence title = {1, {0, 4}, true};
    *VEC_PUSH(&m->arena, &origin.evidence) = first;
    *VEC_PUSH(&m->arena, &origin.evidence) = title;
    *VEC_PUSH(&m->arena, &m->c.origins) = origin;
    struct link link = {.from = 0, .origin = 0, .to_report = NO_INDEX, .relation = LINK_CREDITS};
    *VEC_PUSH(&m->arena, &link.evidence) = first;
    *VEC_PUSH(&m->arena, &m->c.links) = link;
    *VEC_PUSH(&m->arena, &m->c.links) = (struct link){
        .from = 1, .origin = NO_INDEX, .to_report = 0, .share = 0.5, .relation = LINK_COPIES};
    *VEC_PUSH(&m->arena, &m->c.copies) =
        (struct copy){0,
                      1,
                      stretch(m, 0, "a bell, the Fenwick Lamp reported.\n\nNobody rang it."),
                      stretch(m, 1, "the bell, the Fenwick Lamp reported.\n\nNobody rang it."),
                      10,
                      false};
    *VEC_PUSH(&m->arena, &m->c.shares) = (struct share){0, 1, 0.4, 0.5};
    struct quote quote = {.text = STR("It is <lost> & gone,"), .speaker = STR("Ada Quill")};
    *VEC_PUSH(&m->arena, &quote.reports) =
        (struct quote_use){0, stretch(m, 0, "It is <lost> & gone,"), false};
    *VEC_PUSH(&m->arena, &m->c.quotes) = quote;
}

/* ---- Its claims */

static inline struct claim *add_claim(struct made *m, uint32_t report, const char *words) {
    struct claim *claim = VEC_PUSH(&m->arena, &m->c.claims);
    *claim = (struct claim){.report = report, .text = stretch(m, report, words)};
    return claim;
}

/* A report that tells it, on the statement if there is one. */
static inline struct claim_report *tell(struct made *m, struct claim *claim, uint32_t report,
                                        enum stance stance, const char *words, uint32_t statement) {
    struct claim_report *r = VEC_PUSH(&m->arena, &claim->reports);
    *r = (struct claim_report){.report = report, .stance = stance};
    *VEC_PUSH(&m->arena, &r->uses) = (struct claim_use){.text = stretch(m, report, words),
                                                        .statement = statement,
                                                        .denies = stance == STANCE_DENIES};
    return r;
}

static inline void rest_on(struct made *m, struct count_range *side, struct claim_report *r,
                           uint32_t origin, const char *rule) {
    side->at_least = 1;
    side->at_most = side->origins.n + 1;
    *VEC_PUSH(&m->arena, &side->origins) = origin;
    *VEC_PUSH(&m->arena, &side->rules) = str_of(rule);
    *VEC_PUSH(&m->arena, &r->origins) = origin;
    *VEC_PUSH(&m->arena, &r->roles) = STR("credited");
}

static inline void tell_flatly(struct made *m, struct claim *claim, uint32_t report,
                               enum stance stance, const char *words) {
    struct claim_report *r = tell(m, claim, report, stance, words, NO_INDEX);
    *VEC_PUSH(&m->arena, &r->roles) = STR("no_source");
}

/* Ada Quill speaks through the Fenwick Lamp in the first report. */
static inline void add_statements(struct made *m) {
    struct statement lamp = {.source = stretch(m, 0, "the Fenwick Lamp"),
                             .source_class = SOURCE_OUTLET,
                             .entity = NO_INDEX,
                             .within = NO_INDEX};
    struct statement quill = {.source = stretch(m, 0, "Ada Quill"),
                              .source_class = SOURCE_PERSON,
                              .entity = NO_INDEX,
                              .within = 0};
    *VEC_PUSH(&m->arena, &m->analyses[0].statements) = lamp;
    *VEC_PUSH(&m->arena, &m->analyses[0].statements) = quill;
}

/* One that both reports tell and one of them also denies, one that neither gives a source for, and
 * one of the second report alone. */
static inline void add_claims(struct made *m) {
    add_statements(m);
    struct origin quill = {.name = STR("Ada <Quill>"), .kind = ORIGIN_PERSON};
    *VEC_PUSH(&m->arena, &m->c.origins) = quill;
    struct claim *paid = add_claim(m, 0, "The board paid 40 crowns for a bell");
    struct claim_report *first =
        tell(m, paid, 0, STANCE_STATES, "The board paid 40 crowns for a bell", 1);
    first->voice = VOICE_ATTRIBUTED;
    first->hedge = stretch(m, 0, "lost");
    rest_on(m, &paid->supporting, first, 1, "speaker-one");
    struct claim_report *second =
        tell(m, paid, 1, STANCE_BOTH, "The board has paid 40 crowns for the bell", NO_INDEX);
    rest_on(m, &paid->supporting, second, 0, "credit-one");
    rest_on(m, &paid->denying, second, 0, "denial-apart");
    struct claim *rang = add_claim(m, 0, "Nobody rang it");
    tell_flatly(m, rang, 0, STANCE_STATES, "Nobody rang it");
    tell_flatly(m, rang, 1, STANCE_DENIES, "Nobody rang it");
    *VEC_PUSH(&m->arena, &rang->unsourced) = 0;
    struct claim *end = add_claim(m, 1, "The end");
    tell_flatly(m, end, 1, STANCE_STATES, "The end");
    *VEC_PUSH(&m->arena, &end->unsourced) = 1;
    struct only_in only = {.report = 1};
    *VEC_PUSH(&m->arena, &only.claims) = 2;
    *VEC_PUSH(&m->arena, &m->c.only_in) = only;
}

static inline struct made *make(struct made *m) {
    struct mem mem = mem_system();
    memset(m, 0, sizeof *m);
    arena_init(&m->arena, &mem, 0);
    add_report(m, 0, "Marsh & Moor", "A bell \"lost\"", first_text);
    add_report(m, 1, "<script>alert(1)</script>", "Bell bought", second_text);
    add_report(m, 2, NULL, NULL, "A gate was painted.");
    add_story(m);
    add_claims(m);
    return m;
}

#endif
