/* Propositions, and their alignment over the reports of a story. */
#include "by_hand.h"
#include "check.h"

/*
 * A report with its parse. Tokens are parted by blanks and sentences by " | "; a token is
 * word/lemma/part of speech/dependency/head, the head counted from 1 in its sentence; after another
 * "/" its tag.
 */
struct parsed {
    const char *path, *published, *tokens;
};

#define HARROW "Harrow/harrow/PROPN/nsubj/2 "
#define THE_MILL "the/the/DET/det/4 mill/mill/NOUN/dobj/2 "
#define STOP "././PUNCT/punct/2"

static void add_token(struct arena *a, struct analysis *n, struct labels *labels, struct str spec,
                      uint32_t start, uint32_t first) {
    struct str field[6] = {STR_NONE};
    for (unsigned i = 0; i < 6 && spec.at; i++)
        field[i] = str_split(&spec, '/');
    uint64_t head = 1;
    str_uint(&head, field[4]);
    struct token *t = VEC_PUSH(a, &n->tokens);
    *t = (struct token){.text = {start, start + (uint32_t)field[0].n},
                        .lemma = field[1],
                        .head = first + (uint32_t)head - 1,
                        .pos = (uint16_t)labels_add(labels, field[2]),
                        .dep = (uint16_t)labels_add(labels, field[3]),
                        .tag = (uint16_t)labels_add(labels, field[5].n ? field[5] : field[2])};
}

static struct analysis *parsed_analysis(struct arena *a, const struct parsed *p) {
    char text[2000];
    size_t n = 0;
    for (struct str rest = str_of(p->tokens); rest.at;) {
        struct str spec = str_split(&rest, ' ');
        struct str word = str_split(&spec, '/');
        if (!str_eq(word, STR("|")))
            n += (size_t)snprintf(text + n, sizeof text - n, "%s%.*s", n ? " " : "", STR_FMT(word));
    }
    struct hand_report hand = {
        .path = p->path, .published = p->published, .text = str_copy(a, (struct str){text, n}).at};
    struct analysis *analysis = hand_analysis(a, &hand);
    struct labels *labels = arena_zero(a, 1, sizeof *labels);
    labels_init(labels, a);
    analysis->labels = labels;
    analysis->sentences.n = analysis->entities.n = 0;
    uint32_t start = 0, first = 0;
    for (struct str rest = str_of(p->tokens); rest.at;) {
        struct str spec = str_split(&rest, ' '), word = spec;
        word = str_split(&word, '/');
        bool ends = str_eq(word, STR("|"));
        if (!ends) {
            add_token(a, analysis, labels, spec, start, first);
            start += (uint32_t)word.n + 1;
        }
        if (ends || !rest.at) {
            struct span span = {analysis->tokens.at[first].text.start, start - 1};
            *(struct sentence *)VEC_PUSH(a, &analysis->sentences) =
                (struct sentence){.text = span,
                                  .first_token = first,
                                  .token_count = analysis->tokens.n - first,
                                  .on = NO_INDEX};
            first = analysis->tokens.n;
        }
    }
    return analysis;
}

/* The reports are one story by the user's word. */
static void compare_parsed(struct hand *h, const struct parsed *reports, uint32_t n) {
    struct mem mem = mem_system();
    struct limits limits = LIMITS_DEFAULT;
    struct compare_pair same[HAND_MAX];
    struct compare_options options = {.same = same, .same_count = n - 1};
    const struct analysis *in[HAND_MAX];
    memset(h, 0, sizeof *h);
    arena_init(&h->arena, &mem, 0);
    outlets_init(&h->outlets, &h->arena);
    for (uint32_t i = 0; i < n; i++) {
        in[i] = parsed_analysis(&h->arena, &reports[i]);
        if (i)
            same[i - 1] = (struct compare_pair){str_of(reports[0].path), str_of(reports[i].path)};
    }
    h->status = compare_analyses(&h->c, &h->arena, in, n, &h->outlets, &options, &limits, &h->err);
}

/* The number of reports that the claim with these words in its evidence has; 0: there is none. */
static uint32_t carried_by(const struct hand *h, const char *words) {
    for (uint32_t i = 0; i < h->c->claims.n; i++) {
        const struct claim *c = &h->c->claims.at[i];
        for (uint32_t r = 0; r < c->reports.n; r++)
            for (uint32_t u = 0; u < c->reports.at[r].uses.n; u++) {
                struct str text = h->c->reports.at[c->reports.at[r].report].article->text;
                if (str_eq(str_span(text, c->reports.at[r].uses.at[u].text), str_of(words)))
                    return c->reports.n;
            }
    }
    return 0;
}

#define GRANARY                                                                                    \
    "the/the/DET/det/5 limestone/limestone/NOUN/compound/5 granary/granary/NOUN/dobj/2 "           \
    "of/of/ADP/prep/5 Tarnholt/tarnholt/PROPN/pobj/6"
#define AGED(years)                                                                                \
    "a/a/DET/det/2 miller/miller/NOUN/nsubj/5 aged/age/VERB/acl/2/VBN " years "/" years            \
    "/NUM/dobj/3 drowned/drown/VERB/ROOT/5/VBD"

#define BURNED                                                                                     \
    HARROW "torched/torch/VERB/ROOT/2/VBD " THE_MILL                                               \
           "of/of/ADP/prep/4 Tarnholt/tarnholt/PROPN/pobj/5 "

static void test_alignment(void) {
    static const struct {
        const char *why, *a, *b, *words;
        uint32_t carried;
    } rows[] = {
        {"the same words", BURNED STOP, BURNED STOP, "Harrow torched the mill of Tarnholt", 2},
        {"another verb of the same kind of event", BURNED STOP,
         HARROW "burned/burn/VERB/ROOT/2/VBD " THE_MILL
                "of/of/ADP/prep/4 Tarnholt/tarnholt/PROPN/pobj/5 " STOP,
         "Harrow burned the mill of Tarnholt", 2},
        {"another event", BURNED STOP,
         HARROW "sold/sell/VERB/ROOT/2/VBD the/the/DET/det/4 ferry/ferry/NOUN/dobj/2 " STOP,
         "Harrow sold the ferry", 1},
        {"another doer of another deed of the kind", BURNED STOP,
         "Quillby/quillby/PROPN/nsubj/2 burned/burn/VERB/ROOT/2/VBD the/the/DET/det/4 "
         "barge/barge/NOUN/dobj/2 " STOP,
         "Quillby burned the barge", 1},
        {"verbs of no one kind, the same words",
         HARROW "flattened/flatten/VERB/ROOT/2/VBD " GRANARY,
         HARROW "pulverised/pulverise/VERB/ROOT/2/VBD " GRANARY,
         "Harrow pulverised the limestone granary of Tarnholt", 2},
        {"who does it there suffers it here",
         HARROW "sued/sue/VERB/ROOT/2/VBD Quillby/quillby/PROPN/dobj/2 " STOP,
         "Quillby/quillby/PROPN/nsubj/2 sued/sue/VERB/ROOT/2/VBD Harrow/harrow/PROPN/dobj/2 " STOP,
         "Quillby sued Harrow", 1},
        {"one age", AGED("36") " " STOP, AGED("36") " " STOP, "a miller aged 36 drowned", 2},
        {"two ages", AGED("36") " " STOP, AGED("52") " " STOP, "a miller aged 36 drowned", 1},
    };
    CHECK_ROWS (i, rows) {
        struct hand h;
        struct parsed reports[] = {{"a", "2031-03-01", rows[i].a}, {"b", "2031-03-02", rows[i].b}};
        compare_parsed(&h, reports, 2);
        CHECK_NEED(h.status == TS_OK);
        CHECK_INT(carried_by(&h, rows[i].words), rows[i].carried);
        hand_clear(&h);
    }
}

#define NOT_BURNED                                                                                 \
    HARROW                                                                                         \
    "torched/torch/VERB/ROOT/2/VBD " THE_MILL "of/of/ADP/prep/4 Tarnholt/tarnholt/PROPN/pobj/5 "   \
    "not/not/PART/neg/2 " STOP

static void test_stance(void) {
    struct hand h;
    struct parsed reports[] = {{"a", "2031-03-01", BURNED STOP},
                               {"b", "2031-03-02", NOT_BURNED},
                               {"c", "2031-03-03", BURNED STOP " | " NOT_BURNED}};
    compare_parsed(&h, reports, 3);
    CHECK_NEED(h.status == TS_OK && h.c->claims.n == 1 && h.c->claims.at[0].reports.n == 3);
    const struct claim *c = &h.c->claims.at[0];
    CHECK_INT(c->kind, CLAIM_EVENT);
    CHECK_INT(c->reports.at[0].stance, STANCE_STATES);
    CHECK_INT(c->reports.at[1].stance, STANCE_DENIES);
    CHECK_INT(c->reports.at[2].stance, STANCE_BOTH);
    CHECK_INT(c->reports.at[2].uses.n, 2);
    hand_clear(&h);
    compare_parsed(&h, &reports[1], 1);
    CHECK_NEED(h.status == TS_OK);
    CHECK_INT(h.c->claims.n, 0); /* no story, no claims */
    hand_clear(&h);
}

/* "It was a hoax", "Harrow denied the report": of the claim that stands before. */
static void test_references(void) {
    static const struct {
        const char *why, *after;
        enum stance stance;
    } rows[] = {
        {"refuted", "It/it/PRON/nsubj/2 was/be/AUX/ROOT/2/VBD a/a/DET/det/4 hoax/hoax/NOUN/attr/2",
         STANCE_BOTH},
        {"affirmed", "It/it/PRON/nsubj/2 was/be/AUX/ROOT/2/VBD true/true/ADJ/acomp/2",
         STANCE_STATES},
        {"denied", HARROW "denied/deny/VERB/ROOT/2/VBD it/it/PRON/dobj/2", STANCE_BOTH},
        {"not denied", HARROW "denied/deny/VERB/ROOT/2/VBD it/it/PRON/dobj/2 not/not/PART/neg/2",
         STANCE_STATES},
        {"perhaps",
         "It/it/PRON/nsubj/3 may/may/AUX/aux/3 be/be/AUX/ROOT/3/VB a/a/DET/det/5 "
         "hoax/hoax/NOUN/attr/3",
         STANCE_STATES},
        {"no truth",
         "There/there/PRON/expl/2 is/be/AUX/ROOT/2/VBZ no/no/DET/det/4 truth/truth/NOUN/attr/2 "
         "in/in/ADP/prep/4 it/it/PRON/pobj/5",
         STANCE_BOTH},
        {"put down",
         HARROW "dismissed/dismiss/VERB/ROOT/2/VBD it/it/PRON/dobj/2 as/as/ADP/prep/2 "
                "lies/lie/NOUN/pobj/4",
         STANCE_BOTH},
        {"a kind of work",
         HARROW "described/describe/VERB/ROOT/2/VBD it/it/PRON/dobj/2 as/as/ADP/prep/2 "
                "satire/satire/NOUN/pobj/4",
         STANCE_STATES},
        {"cold water, but not poured",
         HARROW "poured/pour/VERB/ROOT/2/VBD not/not/PART/neg/2 cold/cold/ADJ/amod/5 "
                "water/water/NOUN/dobj/2 on/on/ADP/prep/2 it/it/PRON/pobj/6",
         STANCE_STATES},
        {"dismissed, whatever it is", HARROW "dismissed/dismiss/VERB/ROOT/2/VBD it/it/PRON/dobj/2",
         STANCE_STATES},
        {"evidence that confirms",
         "Evidence/evidence/NOUN/nsubj/4 that/that/PRON/nsubj/3 confirms/confirm/VERB/relcl/1/VBZ "
         "lacks/lack/VERB/ROOT/4/VBZ it/it/PRON/dobj/3",
         STANCE_STATES},
        {"it did not happen",
         "That/that/PRON/nsubj/3 never/never/ADV/neg/3 happened/happen/VERB/ROOT/3/VBD "
         "././PUNCT/punct/3",
         STANCE_BOTH},
        {"something else that did not happen",
         "Quillby/quillby/PROPN/nsubj/2 paid/pay/VERB/ROOT/2/VBD for/for/ADP/prep/2 "
         "repairs/repair/NOUN/pobj/3/NNS that/that/PRON/nsubj/7/WDT never/never/ADV/neg/7 "
         "happened/happen/VERB/relcl/4/VBD",
         STANCE_STATES},
        {"tried to dispel it",
         "Quillby/quillby/PROPN/nsubj/2 sought/seek/VERB/ROOT/2/VBD to/to/PART/aux/4 "
         "dispel/dispel/VERB/xcomp/2/VB it/it/PRON/dobj/4",
         STANCE_BOTH},
        {"neither confirmed nor denied",
         HARROW "confirmed/confirm/VERB/ROOT/2/VBD nor/nor/CCONJ/cc/2 denied/deny/VERB/conj/2/VBD "
                "it/it/PRON/dobj/4",
         STANCE_STATES},
        {"of another thing", HARROW "denied/deny/VERB/ROOT/2/VBD hunger/hunger/NOUN/dobj/2",
         STANCE_STATES},
    };
    CHECK_ROWS (i, rows) {
        struct hand h;
        char tokens[1000];
        snprintf(tokens, sizeof tokens, "%s | %s", BURNED STOP, rows[i].after);
        struct parsed reports[] = {{"a", "2031-03-01", BURNED STOP}, {"b", "2031-03-02", tokens}};
        compare_parsed(&h, reports, 2);
        CHECK_NEED(h.status == TS_OK && h.c->claims.n >= 1);
        CHECK_NEED(h.c->claims.at[0].reports.n == 2);
        CHECK_INT(h.c->claims.at[0].reports.at[1].stance, rows[i].stance);
        hand_clear(&h);
    }
}

/* "Not until" tells when, "no mill" that it is not so. */
static void test_negation(void) {
    static const struct {
        const char *why, *tokens;
        enum stance stance;
    } rows[] = {
        {"not", NOT_BURNED, STANCE_DENIES},
        {"not until",
         HARROW "torched/torch/VERB/ROOT/2/VBD " THE_MILL
                "of/of/ADP/prep/4 Tarnholt/tarnholt/PROPN/pobj/5 not/not/PART/neg/2 "
                "until/until/ADP/prep/2 June/june/PROPN/pobj/8 " STOP,
         STANCE_STATES},
        {"not, before what others say",
         "Harrow/harrow/PROPN/nsubj/2 did/do/AUX/aux/4 not/not/PART/neg/2 "
         "torch/torch/VERB/ROOT/4/VB the/the/DET/det/6 mill/mill/NOUN/dobj/4 "
         "of/of/ADP/prep/6 Tarnholt/tarnholt/PROPN/pobj/7 ././PUNCT/punct/4",
         STANCE_DENIES},
        {"yet to",
         "Harrow/harrow/PROPN/nsubj/2 is/be/AUX/ROOT/2/VBZ yet/yet/ADV/advmod/2 "
         "to/to/PART/aux/5 torch/torch/VERB/xcomp/2/VB the/the/DET/det/7 mill/mill/NOUN/dobj/5 "
         "of/of/ADP/prep/7 Tarnholt/tarnholt/PROPN/pobj/8 ././PUNCT/punct/2",
         STANCE_DENIES},
        {"unable to",
         "Harrow/harrow/PROPN/nsubj/2 was/be/AUX/ROOT/2/VBD unable/unable/ADJ/acomp/2 "
         "to/to/PART/aux/5 torch/torch/VERB/xcomp/3/VB the/the/DET/det/7 mill/mill/NOUN/dobj/5 "
         "of/of/ADP/prep/7 Tarnholt/tarnholt/PROPN/pobj/8 ././PUNCT/punct/2",
         STANCE_DENIES},
        {"no longer: he did",
         "Harrow/harrow/PROPN/nsubj/4 no/no/ADV/neg/3 longer/long/ADV/advmod/4 "
         "torched/torch/VERB/ROOT/4/VBD the/the/DET/det/6 mill/mill/NOUN/dobj/4 "
         "of/of/ADP/prep/6 Tarnholt/tarnholt/PROPN/pobj/7 ././PUNCT/punct/4",
         STANCE_STATES},
        {"stopped: he did",
         "Harrow/harrow/PROPN/nsubj/2 stopped/stop/VERB/ROOT/2/VBD "
         "torching/torch/VERB/xcomp/2/VBG the/the/DET/det/5 mill/mill/NOUN/dobj/3 "
         "of/of/ADP/prep/5 Tarnholt/tarnholt/PROPN/pobj/6 ././PUNCT/punct/2",
         STANCE_STATES},
        {"stopped, in order to do it",
         "Harrow/harrow/PROPN/nsubj/2 stopped/stop/VERB/ROOT/2/VBD to/to/PART/aux/4 "
         "torch/torch/VERB/xcomp/2/VB the/the/DET/det/6 mill/mill/NOUN/dobj/4 "
         "of/of/ADP/prep/6 Tarnholt/tarnholt/PROPN/pobj/7 ././PUNCT/punct/2",
         STANCE_STATES},
        {"falsely said",
         "Quillby/quillby/PROPN/nsubj/3 falsely/falsely/ADV/advmod/3 said/say/VERB/ROOT/3/VBD "
         "Harrow/harrow/PROPN/nsubj/5 torched/torch/VERB/ccomp/3/VBD the/the/DET/det/7 "
         "mill/mill/NOUN/dobj/5 of/of/ADP/prep/7 Tarnholt/tarnholt/PROPN/pobj/8 "
         "././PUNCT/punct/3",
         STANCE_DENIES},
        {"no evidence that",
         "Quillby/quillby/PROPN/nsubj/2 saw/see/VERB/ROOT/2/VBD no/no/DET/det/4 "
         "evidence/evidence/NOUN/dobj/2 that/that/SCONJ/mark/7 Harrow/harrow/PROPN/nsubj/7 "
         "torched/torch/VERB/acl/4/VBD the/the/DET/det/9 mill/mill/NOUN/dobj/7 "
         "of/of/ADP/prep/9 Tarnholt/tarnholt/PROPN/pobj/10 ././PUNCT/punct/2",
         STANCE_DENIES},
        {"no",
         HARROW "torched/torch/VERB/ROOT/2/VBD no/no/DET/det/4 mill/mill/NOUN/dobj/2 "
                "of/of/ADP/prep/4 Tarnholt/tarnholt/PROPN/pobj/5 " STOP,
         STANCE_DENIES},
    };
    CHECK_ROWS (i, rows) {
        struct hand h;
        struct parsed reports[] = {{"a", "2031-03-01", BURNED STOP},
                                   {"b", "2031-03-02", rows[i].tokens}};
        compare_parsed(&h, reports, 2);
        CHECK_NEED(h.status == TS_OK && h.c->claims.n >= 1 && h.c->claims.at[0].reports.n == 2);
        CHECK_INT(h.c->claims.at[0].reports.at[1].stance, rows[i].stance);
        hand_clear(&h);
    }
}

/* Who is alive did not die. */
static void test_alive(void) {
    static const char died[] =
        "Harrow/harrow/PROPN/nsubj/2 died/die/VERB/ROOT/2/VBD in/in/ADP/prep/2 "
        "Tarnholt/tarnholt/PROPN/pobj/3 ././PUNCT/punct/2";
    static const char lives[] =
        "Harrow/harrow/PROPN/nsubj/2 is/be/AUX/ROOT/2/VBZ alive/alive/ADJ/acomp/2 "
        "in/in/ADP/prep/2 Tarnholt/tarnholt/PROPN/pobj/4 ././PUNCT/punct/2";
    struct hand h;
    struct parsed reports[] = {{"a", "2031-03-01", died}, {"b", "2031-03-02", lives}};
    compare_parsed(&h, reports, 2);
    CHECK_NEED(h.status == TS_OK && h.c->claims.n == 1 && h.c->claims.at[0].reports.n == 2);
    CHECK_INT(h.c->claims.at[0].kind, CLAIM_EVENT);
    CHECK_INT(h.c->claims.at[0].reports.at[1].stance, STANCE_DENIES);
    hand_clear(&h);
}

/* What is not told, and what is told of others, denies nothing. */
static void test_what_is_no_denial(void) {
    static const struct {
        const char *why, *tokens;
    } rows[] = {
        {"of another, in the same report", BURNED STOP
         " | " HARROW "torched/torch/VERB/ROOT/2/VBD not/not/PART/neg/2 the/the/DET/det/5 "
         "granary/granary/NOUN/dobj/2 of/of/ADP/prep/5 "
         "Tarnholt/tarnholt/PROPN/pobj/6 " STOP},
        {"none of another kind",
         HARROW "torched/torch/VERB/ROOT/2/VBD no/no/DET/det/4 granary/granary/NOUN/dobj/2 "
                "of/of/ADP/prep/4 Tarnholt/tarnholt/PROPN/pobj/5 " STOP},
    };
    CHECK_ROWS (i, rows) {
        struct hand h;
        struct parsed reports[] = {{"a", "2031-03-01", BURNED STOP},
                                   {"b", "2031-03-02", rows[i].tokens},
                                   {"c", "2031-03-03", BURNED STOP}};
        compare_parsed(&h, reports, 3);
        CHECK_NEED(h.status == TS_OK && h.c->claims.n >= 1);
        const struct claim *c = &h.c->claims.at[0];
        for (uint32_t r = 0; r < c->reports.n; r++)
            CHECK_INT(c->reports.at[r].stance, STANCE_STATES);
        hand_clear(&h);
    }
}

/* "Harrow torched the mill and fled": two claims; the second is shown with its subject. */
static void test_clauses(void) {
    static const char tokens[] =
        HARROW "torched/torch/VERB/ROOT/2/VBD " THE_MILL
               "and/and/CCONJ/cc/2 fled/flee/VERB/conj/2/VBD to/to/ADP/prep/6 "
               "Tarnholt/tarnholt/PROPN/pobj/7 " STOP;
    struct hand h;
    struct parsed reports[] = {{"a", "2031-03-01", tokens}, {"b", "2031-03-02", tokens}};
    compare_parsed(&h, reports, 2);
    CHECK_NEED(h.status == TS_OK);
    CHECK_INT(carried_by(&h, "Harrow torched the mill"), 2);
    hand_clear(&h);
}

/* The words that the first claim is shown in. */
static struct str shown_text(const struct hand *h) {
    const struct claim *c = &h->c->claims.at[0];
    return str_span(h->c->reports.at[c->report].article->text, c->text);
}

/* What tells whose word it is, where it was written, and what a tail adds are left out. */
static void test_shown_words(void) {
#define TORCHED(head) "torched/torch/VERB/ROOT/" head "/VBD "
#define OLD_MILL                                                                                   \
    HARROW TORCHED(                                                                                \
        "2") "the/the/DET/det/6 old/old/ADJ/amod/6 limestone/limestone/NOUN/compound/6 "           \
             "mill/mill/NOUN/dobj/2 of/of/ADP/prep/6 Tarnholt/tarnholt/PROPN/pobj/7 "
    static const struct {
        const char *why, *tokens, *shown;
    } rows[] = {
        {"whose word, before it",
         "According/accord/VERB/prep/6/VBG to/to/ADP/prep/1 Roe/roe/PROPN/pobj/2 ,/,/PUNCT/punct/6 "
         "Harrow/harrow/PROPN/nsubj/6 " TORCHED("6") "Tarnholt/tarnholt/PROPN/dobj/6 "
                                                     "././PUNCT/punct/6",
         "Harrow torched Tarnholt"},
        {"whose word, behind it",
         HARROW TORCHED(
             "2") "Tarnholt/tarnholt/PROPN/dobj/2 ,/,/PUNCT/punct/2 "
                  "according/accord/VERB/prep/2/VBG to/to/ADP/prep/5 Roe/roe/PROPN/pobj/6 " STOP,
         "Harrow torched Tarnholt"},
        {"a dateline",
         "TARNHOLT/tarnholt/PROPN/npadvmod/4 -/-/PUNCT/punct/4 "
         "Harrow/harrow/PROPN/nsubj/4 " TORCHED(
             "4") "Quillby/quillby/PROPN/dobj/4 ././PUNCT/punct/4",
         "Harrow torched Quillby"},
        {"a dateline that the parser gives to the subject",
         "TARNHOLT/tarnholt/PROPN/nmod/4 (/(/PUNCT/punct/4 AP/ap/PROPN/nmod/4 )/)/PUNCT/punct/4 "
         "-/-/PUNCT/punct/6 Harrow/harrow/PROPN/nsubj/7 " TORCHED(
             "7") "Quillby/quillby/PROPN/dobj/7 ././PUNCT/punct/7",
         "Harrow torched Quillby"},
        {"a title with a dash is no dateline",
         "Tarnholt/tarnholt/PROPN/nmod/3 -/-/PUNCT/punct/3 Harrow/harrow/PROPN/nsubj/4 " TORCHED(
             "4") "Quillby/quillby/PROPN/dobj/4 ././PUNCT/punct/4",
         "Tarnholt - Harrow torched Quillby"},
        {"a label",
         "Fire/fire/NOUN/npadvmod/4 :/:/PUNCT/punct/4 Harrow/harrow/PROPN/nsubj/4 " TORCHED(
             "4") "Quillby/quillby/PROPN/dobj/4 ././PUNCT/punct/4",
         "Harrow torched Quillby"},
        {"words that join sentences",
         "In/in/ADP/prep/5 fact/fact/NOUN/pobj/1 ,/,/PUNCT/punct/5 "
         "Harrow/harrow/PROPN/nsubj/5 " TORCHED(
             "5") "Quillby/quillby/PROPN/dobj/5 ././PUNCT/punct/5",
         "Harrow torched Quillby"},
        {"what a tail adds",
         OLD_MILL ",/,/PUNCT/punct/2 with/with/ADP/prep/2 brothers/brother/NOUN/nsubj/12 "
                  "watching/watch/VERB/pcomp/10/VBG him/him/PRON/dobj/12 " STOP,
         "Harrow torched the old limestone mill of Tarnholt"},
        {"what a dash adds",
         OLD_MILL "--/--/PUNCT/punct/2 by/by/ADP/prep/2 mistake/mistake/NOUN/pobj/10 " STOP,
         "Harrow torched the old limestone mill of Tarnholt"},
        {"but not a quotation",
         OLD_MILL "--/--/PUNCT/punct/2 \"/\"/PUNCT/punct/2 twice/twice/ADV/advmod/2 "
                  "\"/\"/PUNCT/punct/2 " STOP,
         "Harrow torched the old limestone mill of Tarnholt -- \" twice \""},
        {"what a day is counted from",
         HARROW TORCHED("2") "Tarnholt/tarnholt/PROPN/dobj/2 a/a/DET/det/5 "
                             "day/day/NOUN/npadvmod/8 after/after/SCONJ/mark/8 "
                             "Quillby/quillby/PROPN/nsubj/8 fled/flee/VERB/advcl/2/VBD " STOP,
         "Harrow torched Tarnholt a day after Quillby fled"},
        {"a tail without which little is told",
         HARROW TORCHED("2") "Quillby/quillby/PROPN/dobj/2 ,/,/PUNCT/punct/2 "
                             "with/with/ADP/prep/2 brothers/brother/NOUN/nsubj/7 "
                             "watching/watch/VERB/pcomp/5/VBG " STOP,
         "Harrow torched Quillby , with brothers watching"},
        {"a name behind a comma", OLD_MILL ",/,/PUNCT/punct/8 Quillby/quillby/PROPN/appos/8 " STOP,
         "Harrow torched the old limestone mill of Tarnholt , Quillby"},
    };
    CHECK_ROWS (i, rows) {
        struct hand h;
        struct parsed reports[] = {{"a", "2031-03-01", rows[i].tokens},
                                   {"b", "2031-03-02", "Nothing/nothing/PRON/ROOT/1"}};
        compare_parsed(&h, reports, 2);
        CHECK_NEED(h.status == TS_OK && h.c->claims.n == 1);
        const struct str shown = shown_text(&h);
        CHECK_STR(shown.at, shown.n, rows[i].shown);
        hand_clear(&h);
    }
}

/* A claim that many reports carry in a part of a sentence is shown in the sentence; not twice when
 * that is a claim as well. */
static void test_shown_once(void) {
    static const char tokens[] =
        "Quillby/quillby/PROPN/nsubj/2 sought/seek/VERB/ROOT/2/VBD the/the/DET/det/4 "
        "miller/miller/NOUN/dobj/2 who/who/PRON/nsubj/6 torched/torch/VERB/relcl/4/VBD "
        "Tarnholt/tarnholt/PROPN/dobj/6 " STOP;
    struct hand h;
    struct parsed reports[] = {{"a", "2031-03-01", tokens},
                               {"b", "2031-03-02", tokens},
                               {"c", "2031-03-03", tokens},
                               {"d", "2031-03-04", tokens},
                               {"e", "2031-03-05", tokens}};
    compare_parsed(&h, reports, 5);
    CHECK_NEED(h.status == TS_OK && h.c->claims.n == 1 && h.c->claims.at[0].reports.n == 5);
    const struct str shown = shown_text(&h);
    CHECK_STR(shown.at, shown.n, "Quillby sought the miller who torched Tarnholt");
    hand_clear(&h);
}

/* A predicate without a tense, a question and a condition are no claims of one report. */
static void test_what_is_no_claim(void) {
    static const struct {
        const char *why, *tokens;
        uint32_t claims;
    } rows[] = {
        {"a sentence", BURNED STOP, 1},
        {"a question", BURNED "?/?/PUNCT/punct/2", 0},
        {"a condition",
         "if/if/SCONJ/mark/3 Harrow/harrow/PROPN/nsubj/3 torched/torch/VERB/ROOT/3/VBD "
         "Tarnholt/tarnholt/PROPN/dobj/3 ././PUNCT/punct/3",
         0},
        {"a guess",
         "Harrow/harrow/PROPN/nsubj/3 may/may/AUX/aux/3 torch/torch/VERB/ROOT/3/VB "
         "Tarnholt/tarnholt/PROPN/dobj/3 ././PUNCT/punct/3",
         0},
        {"a judgement",
         "Tarnholt/tarnholt/PROPN/nsubj/2 is/be/AUX/ROOT/2/VBZ lovely/lovely/ADJ/acomp/2 " STOP, 0},
        {"a judgement before its noun",
         "Tarnholt/tarnholt/PROPN/nsubj/2 is/be/AUX/ROOT/2/VBZ an/an/DET/det/5 "
         "admirable/admirable/ADJ/amod/5 mill/mill/NOUN/attr/2 " STOP,
         0},
        {"a judgement of what somebody has",
         "Tarnholt/tarnholt/PROPN/nsubj/2 has/have/VERB/ROOT/2/VBZ a/a/DET/det/5 "
         "sad/sad/ADJ/amod/5 life/life/NOUN/dobj/2 " STOP,
         0},
        {"what may never have been",
         "Harrow/harrow/PROPN/nsubj/3 ever/ever/ADV/advmod/3 torched/torch/VERB/ROOT/3/VBD "
         "Tarnholt/tarnholt/PROPN/dobj/3 ././PUNCT/punct/3",
         0},
        {"what somebody contains", HARROW "contains/contain/VERB/ROOT/2/VBZ " STOP, 0},
        {"a single mark that is open",
         HARROW "torched/torch/VERB/ROOT/2/VBD '/'/PUNCT/punct/2 "
                "Tarnholt/tarnholt/PROPN/dobj/2 " STOP,
         0},
        {"what is easy",
         "It/it/PRON/nsubj/2 is/be/AUX/ROOT/2/VBZ easy/easy/ADJ/acomp/2 to/to/PART/aux/5 "
         "torch/torch/VERB/xcomp/3/VB Tarnholt/tarnholt/PROPN/dobj/5 " STOP,
         0},
        {"but a second fact in the middle is no bar",
         "Harrow/harrow/PROPN/nsubj/7 ,/,/PUNCT/punct/1 who/who/PRON/nsubj/4 "
         "fled/flee/VERB/relcl/1/VBD yesterday/yesterday/NOUN/npadvmod/4 ,/,/PUNCT/punct/1 "
         "torched/torch/VERB/ROOT/7/VBD Tarnholt/tarnholt/PROPN/dobj/7 ././PUNCT/punct/7",
         1},
        {"an object that stands before",
         HARROW "had/have/VERB/ROOT/2/VBD in/in/ADP/prep/2 May/may/PROPN/pobj/3 " STOP, 0},
        {"half a sentence",
         "The/the/DET/det/2 miller/miller/NOUN/nsubj/3 found/find/VERB/ROOT/3/VBD "
         "in/in/ADP/prep/3 Tarnholt/tarnholt/PROPN/pobj/4 was/be/AUX/auxpass/7/VBD "
         "held/hold/VERB/conj/3/VBN ././PUNCT/punct/3",
         0},
        {"who wrote the report",
         HARROW "contributed/contribute/VERB/ROOT/2/VBD to/to/ADP/prep/2 this/this/DET/det/5 "
                "report/report/NOUN/pobj/3 " STOP,
         0},
        {"that something follows",
         "Here/here/ADV/advmod/2 is/be/AUX/ROOT/2/VBZ Tarnholt/tarnholt/PROPN/nsubj/2 " STOP, 0},
        {"a mark of a post",
         HARROW "torched/torch/VERB/ROOT/2/VBD #Tarnholt/#tarnholt/PROPN/dobj/2 " STOP, 0},
        {"of the speaker himself",
         HARROW "torched/torch/VERB/ROOT/2/VBD our/our/PRON/poss/4 mill/mill/NOUN/dobj/2 " STOP, 0},
        {"a bracket that is open",
         HARROW "torched/torch/VERB/ROOT/2/VBD (/(/PUNCT/punct/2 "
                "Tarnholt/tarnholt/PROPN/dobj/2 " STOP,
         0},
        {"what happens whenever",
         "Harrow/harrow/PROPN/nsubj/2 torched/torch/VERB/ROOT/2/VBD Tarnholt/tarnholt/PROPN/dobj/2 "
         "when/when/SCONJ/advmod/6 Quillby/quillby/PROPN/nsubj/6 dies/die/VERB/advcl/2/VBZ " STOP,
         1},
        {"next to nothing", HARROW "wept/weep/VERB/ROOT/2/VBD " STOP, 0},
        {"no subject", "torching/torch/VERB/ROOT/1/VBG Tarnholt/tarnholt/PROPN/dobj/1", 0},
        {"heads that go round", "Harrow/harrow/PROPN/nsubj/2 torched/torch/VERB/conj/1/VBD", 0},
    };
    CHECK_ROWS (i, rows) {
        struct hand h;
        struct parsed reports[] = {{"a", "2031-03-01", rows[i].tokens},
                                   {"b", "2031-03-02", "Nothing/nothing/PRON/ROOT/1"}};
        compare_parsed(&h, reports, 2);
        CHECK_NEED(h.status == TS_OK);
        CHECK_INT(h.c->claims.n, rows[i].claims);
        CHECK_INT(h.c->only_in.n, rows[i].claims);
        hand_clear(&h);
    }
}

CHECK_MAIN({"clauses that tell one fact are one claim", test_alignment},
           {"a negated clause denies the claim", test_stance},
           {"a reference takes the stance of its claim", test_references},
           {"a negation that tells when does not deny", test_negation},
           {"who is alive did not die", test_alive},
           {"what is not told, or told of others, does not deny", test_what_is_no_denial},
           {"clauses that are joined are claims of their own", test_clauses},
           {"a claim is shown without what is none of it", test_shown_words},
           {"a claim is shown in a whole sentence, and once", test_shown_once},
           {"what is asked, open or no sentence is no claim", test_what_is_no_claim})
