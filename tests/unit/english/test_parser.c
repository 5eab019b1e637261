#include "check.h"
#include "english/parser.h"
#include "english/projective.h"
#include "transition_fixture.h"

#include <math.h>
#include <stdlib.h>

static struct fixture f;

/* A sequence of moves by their letters (Shift, Reduce, Left, rIght, Break), the heads it leaves and
 * the moves that may come next. */
static void test_moves(void) {
    static const struct {
        const char *moves, *next;
        uint32_t tokens;
        int heads[4]; /* -1: none */
    } rows[] = {
        {"", "SB", 2, {-1, -1}},
        {"", "S", 1, {-1}},
        {"S", "SRLIB", 3, {-1, -1, -1}},
        {"S", "RLI", 2, {-1, -1}},        /* the last token is attached or comes after a root */
        {"SL", "S", 2, {1, -1}},          /* the child is gone */
        {"SI", "R", 2, {-1, 0}},          /* the buffer is empty */
        {"SIR", "R", 2, {-1, 0}},         /* the child went, its head is left */
        {"SSR", "RLIB", 3, {-1, -1, -1}}, /* without a head it goes back, not to be shifted again */
        {"SR", "SB", 3, {-1, -1, -1}},    /* the only one on the stack is a root */
        {"SSRR", "SB", 3, {-1, -1, -1}},  /* so an empty stack shifts it all the same */
        {"SSRL", "SB", 3, {1, -1, -1}},
        {"SB", "SRLI", 3, {-1, -1, -1}}, /* a sentence begins at 2, which can be marked only once */
        {"SBI", "R", 3, {-1, 0, -1}},    /* nothing is attached over its beginning */
        {"SIL", "RLI", 3, {-1, 2, -1}},  /* a later arc takes the place of an earlier one */
        {"SIILI", "R", 4, {-1, 0, 3, 1}},
    };
    static const char letters[] = "SRLIB";
    CHECK_ROWS (i, rows) {
        fixture_start(&f);
        struct parse_state s;
        CHECK_NEED(parse_init(&s, &f.arena, rows[i].tokens));
        for (const char *m = rows[i].moves; *m; m++)
            parse_do(&s, (enum parse_action)(strchr(letters, *m) - letters), 0);
        unsigned next = 0;
        for (const char *m = rows[i].next; *m; m++)
            next |= 1u << (strchr(letters, *m) - letters);
        CHECK_INT(parse_valid(&s), next);
        for (uint32_t t = 0; t < rows[i].tokens; t++)
            CHECK_INT((int32_t)s.head[t], rows[i].heads[t]);
        fixture_end(&f);
    }
}

/* The arcs as a list: what the state's links stand for. */
struct arc_log {
    struct {
        uint32_t head, child;
    } at[64];
    uint32_t n;
};

static void log_arc(struct arc_log *l, uint32_t head, uint32_t child) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < l->n; i++)
        if (l->at[i].child != child)
            l->at[kept++] = l->at[i];
    l->at[kept].head = head;
    l->at[kept].child = child;
    l->n = kept + 1;
}

static uint32_t logged_child(const struct arc_log *l, uint32_t head, bool left) {
    for (uint32_t i = l->n; i-- > 0;)
        if (l->at[i].head == head && (l->at[i].child < head) == left)
            return l->at[i].child;
    return PARSE_NONE;
}

static bool projective(const struct parse_state *s) {
    for (uint32_t c = 0; c < s->token_count; c++) {
        uint32_t h = s->head[c], low = h < c ? h : c, high = h < c ? c : h;
        for (uint32_t k = low + 1; h != PARSE_NONE && k < high; k++) {
            uint32_t up = k;
            while (up != h && s->head[up] != PARSE_NONE)
                up = s->head[up];
            if (up != h)
                return false;
        }
    }
    return true;
}

static enum parse_action any_of(unsigned valid) {
    enum parse_action action;
    do
        action = (enum parse_action)(fixture_random(&f) * 1000 + 1000) % PARSE_ACTIONS;
    while (!(valid >> action & 1));
    return action;
}

static void walk(uint32_t tokens) {
    struct parse_state s;
    struct arc_log log = {.n = 0};
    CHECK_NEED(parse_init(&s, &f.arena, tokens));
    uint32_t count = 0;
    for (; !parse_is_final(&s) && count < 7 * tokens; count++) {
        uint32_t at[PARSE_FEATURES];
        parse_features(at, &s);
        if (at[0] != PARSE_NONE)
            CHECK_INT(at[5], logged_child(&log, at[0], true));
        if (at[2] != PARSE_NONE) {
            CHECK_INT(at[6], logged_child(&log, at[2], true));
            CHECK_INT(at[7], logged_child(&log, at[2], false));
        }
        CHECK(at[1] == PARSE_NONE || at[1] > at[0]);
        CHECK(at[2] == PARSE_NONE || at[0] == PARSE_NONE || at[2] < at[0]);
        enum parse_action action = any_of(parse_valid(&s));
        if (action == PARSE_LEFT)
            log_arc(&log, at[0], at[2]);
        if (action == PARSE_RIGHT)
            log_arc(&log, at[2], at[0]);
        parse_do(&s, action, 0);
    }
    CHECK(count < 7 * tokens);
    CHECK(projective(&s));
}

static void test_any_moves(void) {
    fixture_start(&f);
    for (uint32_t i = 0; i < 3000; i++)
        walk(1 + i % 40);
    fixture_end(&f);
}

/* Heads, deps by letter, the dep of a lifted token's true head, and the head that it is given. */
static void test_lowered_heads(void) {
    static const struct {
        const char *deps, *lifted, *space;
        uint32_t heads[6];
        uint32_t token, head;
    } rows[] = {
        {"ROrx", "...O", "....", {0, 0, 0, 0}, 3, 1},       /* the first child with that dep */
        {"ROrx", "...Z", "....", {0, 0, 0, 0}, 3, 0},       /* none: the head stays */
        {"ROrx", "...O", ".s..", {0, 0, 0, 0}, 3, 0},       /* white space is left out */
        {"RaOxO", "...O.", ".....", {0, 0, 1, 0, 0}, 3, 4}, /* breadth first */
        {"RaOxOb", "...O..", "......", {0, 0, 1, 0, 5, 0}, 3, 2}, /* left to right */
        {"Ryax", "..yy", "....", {0, 0, 0, 0}, 3, 1},
        {"Rxay", "..xy", "....", {0, 0, 0, 0}, 3, 0}, /* not itself */
        {"Raxx", "..zx", "....", {0, 0, 0, 0}, 3, 2}, /* its own dep is what it was lifted with */
        {"RaxO", ".x..", "....", {0, 0, 0, 0}, 1, 2},
        {"Raxx", ".xO.", "....", {0, 0, 0, 0}, 1, 3}, /* one that is still to be lowered is none */
    };
    CHECK_ROWS (i, rows) {
        fixture_start(&f);
        struct doc doc;
        uint16_t lifted[6];
        fixture_doc(&f, &doc, (uint32_t)strlen(rows[i].deps));
        for (uint32_t t = 0; t < doc.tokens.n; t++) {
            doc.tokens.at[t].head = rows[i].heads[t];
            doc.tokens.at[t].dep = (uint16_t)rows[i].deps[t];
            doc.tokens.at[t].is_space = rows[i].space[t] == 's';
            lifted[t] = rows[i].lifted[t] == '.' ? LABEL_NONE : (uint16_t)rows[i].lifted[t];
        }
        CHECK_INT(tree_lower(&doc, &f.arena, lifted, &f.err), TS_OK);
        CHECK_INT(doc.tokens.at[rows[i].token].head, rows[i].head);
        fixture_end(&f);
    }
}

static void test_edges(void) {
    static const struct {
        uint32_t heads[6], left[6], right[6];
        const char *starts;
    } rows[] = {
        {{0, 1, 2, 3, 4, 5}, {0, 1, 2, 3, 4, 5}, {0, 1, 2, 3, 4, 5}, "111111"},
        {{1, 1, 1, 4, 4, 4}, {0, 0, 2, 3, 3, 5}, {0, 2, 2, 3, 5, 5}, "100100"},
        {{1, 2, 3, 3, 3, 4}, {0, 0, 0, 0, 4, 5}, {0, 1, 2, 5, 5, 5}, "100000"},
        {{2, 4, 2, 2, 2, 2}, {0, 1, 0, 3, 1, 5}, {0, 1, 5, 3, 4, 5}, "100000"}, /* crossing arcs */
        {{3, 5, 4, 4, 4, 0}, {0, 1, 2, 0, 0, 1}, {5, 1, 2, 5, 4, 5}, "100000"},
    };
    CHECK_ROWS (i, rows) {
        fixture_start(&f);
        struct doc doc;
        uint32_t left[6], right[6];
        uint8_t starts[6];
        fixture_doc(&f, &doc, 6);
        for (uint32_t t = 0; t < 6; t++)
            doc.tokens.at[t].head = rows[i].heads[t];
        tree_edges(left, right, starts, &doc);
        for (uint32_t t = 0; t < 6; t++) {
            CHECK_INT(left[t], rows[i].left[t]);
            CHECK_INT(right[t], rows[i].right[t]);
            CHECK_INT(starts[t], rows[i].starts[t] - '0');
        }
        fixture_end(&f);
    }
}

static const struct fixture_class usual[] = {
    {PARSE_SHIFT, "", 0},
    {PARSE_REDUCE, "", 0},
    {PARSE_LEFT, "nsubj", 0},
    {PARSE_LEFT, "det", 0},
    {PARSE_RIGHT, "dobj", 0},
    {PARSE_RIGHT, "punct", 0},
    {PARSE_RIGHT, "relcl||dobj", 0},
    {PARSE_LEFT, "prep||dobj", 0},
    {PARSE_BREAK, "ROOT", 0},
};

static bool open_parser(struct parser *p, struct labels *labels,
                        const struct fixture_class *classes, uint32_t count, float scale) {
    return fixture_make(&f, "parser", PARSE_FEATURES, classes, count, scale) &&
           labels_init(labels, &f.arena) &&
           parser_open(p, &f.arena, &f.model, labels, &f.err) == TS_OK;
}

/* What each doc of random vectors comes to has no expected form but must hold together. */
static void check_parse(const struct doc *doc, const struct labels *labels, uint16_t root) {
    for (uint32_t i = 0; i < doc->tokens.n; i++) {
        const struct doc_token *t = &doc->tokens.at[i];
        CHECK(t->head < doc->tokens.n);
        CHECK(t->dep < labels->at.n);
        CHECK_INT(t->head == i, t->dep == root);
        CHECK(t->sent_start == 1 || t->sent_start == -1);
        CHECK(str_find(labels_name(labels, t->dep), STR("||"), 0) == SIZE_MAX);
    }
    CHECK(doc->tokens.n == 0 || doc->tokens.at[0].sent_start == 1);
}

/* Long enough for the rows of early tokens to be given up; every kind of machine does the same. */
static void test_kernels_agree(void) {
    static const uint32_t sizes[] = {0, 1, 2, 17, 5000};
    CHECK_ROWS (i, sizes) {
        fixture_start(&f);
        struct parser p;
        struct labels labels;
        struct transition_work work;
        CHECK_NEED(open_parser(&p, &labels, usual, sizeof usual / sizeof *usual, 0.5F));
        struct doc doc, again;
        float *vectors = fixture_doc(&f, &doc, sizes[i]);
        fixture_doc(&f, &again, sizes[i]);
        transition_work_init(&work, &f.mem);
        CHECK_INT(
            parser_run(&p, kernels_of(KERNEL_SCALAR), &work, &doc, vectors, FIXTURE_WIDTH, &f.err),
            TS_OK);
        check_parse(&doc, &labels, p.root);
        CHECK_INT(parser_run(&p, kernels_best(), &work, &again, vectors, FIXTURE_WIDTH, &f.err),
                  TS_OK);
        for (uint32_t t = 0; t < sizes[i]; t++) {
            CHECK_INT(again.tokens.at[t].head, doc.tokens.at[t].head);
            CHECK_INT(again.tokens.at[t].dep, doc.tokens.at[t].dep);
            CHECK_INT(again.tokens.at[t].sent_start, doc.tokens.at[t].sent_start);
        }
        transition_work_clear(&work);
        fixture_end(&f);
    }
}

/* With all weights 0 the classes' own scores decide. */
static void test_scores_decide(void) {
    static const struct {
        struct fixture_class classes[4];
        uint32_t heads[4];
        const char *deps[4], *starts;
        uint32_t count, preset; /* a token that a sentence must begin at; 0: none but the first */
    } rows[] = {
        {{{PARSE_SHIFT, "", 0}, {PARSE_REDUCE, "", 0}, {PARSE_LEFT, "l", 5}},
         {1, 2, 3, 3},
         {"l", "l", "l", "ROOT"},
         "1000",
         3,
         0},
        {{{PARSE_SHIFT, "", 0}, {PARSE_REDUCE, "", 0}, {PARSE_RIGHT, "r", 5}},
         {0, 0, 1, 2},
         {"ROOT", "r", "r", "r"},
         "1000",
         3,
         0},
        {{{PARSE_SHIFT, "", 0}, {PARSE_REDUCE, "", 0}, {PARSE_RIGHT, "r", 5}},
         {0, 0, 2, 2},
         {"ROOT", "r", "ROOT", "r"},
         "1010",
         3,
         2},
        /* The first of equal scores. */
        {{{PARSE_SHIFT, "", 0}, {PARSE_REDUCE, "", 0}, {PARSE_RIGHT, "r", 5}, {PARSE_LEFT, "l", 5}},
         {0, 0, 1, 2},
         {"ROOT", "r", "r", "r"},
         "1000",
         4,
         0},
        /* Each token a sentence. */
        {{{PARSE_SHIFT, "", 0}, {PARSE_REDUCE, "", 9}, {PARSE_RIGHT, "r", 5}, {PARSE_BREAK, "", 8}},
         {0, 1, 2, 3},
         {"ROOT", "ROOT", "ROOT", "ROOT"},
         "1111",
         4,
         0},
        /* Models that come to a state in which nothing may be done. */
        {{{PARSE_LEFT, "l", 5}}, {0, 1, 2, 3}, {"ROOT", "ROOT", "ROOT", "ROOT"}, "1111", 1, 0},
        {{{PARSE_SHIFT, "", 0}, {PARSE_LEFT, "l", -1}},
         {3, 3, 3, 3},
         {"l", "l", "l", "ROOT"},
         "1000",
         2,
         0},
        {{{PARSE_SHIFT, "", NAN}, {PARSE_REDUCE, "", NAN}},
         {0, 1, 2, 3},
         {"ROOT", "ROOT", "ROOT", "ROOT"},
         "1111",
         2,
         0},
    };
    CHECK_ROWS (i, rows) {
        fixture_start(&f);
        struct parser p;
        struct labels labels;
        struct transition_work work;
        struct doc doc;
        CHECK_NEED(open_parser(&p, &labels, rows[i].classes, rows[i].count, 0));
        float *vectors = fixture_doc(&f, &doc, 4);
        if (rows[i].preset)
            doc.tokens.at[rows[i].preset].sent_start = 1;
        transition_work_init(&work, &f.mem);
        CHECK_INT(parser_run(&p, kernels_best(), &work, &doc, vectors, FIXTURE_WIDTH, &f.err),
                  TS_OK);
        for (uint32_t t = 0; t < 4; t++) {
            struct str dep = labels_name(&labels, doc.tokens.at[t].dep);
            CHECK_INT(doc.tokens.at[t].head, rows[i].heads[t]);
            CHECK_STR(dep.at, dep.n, rows[i].deps[t]);
            CHECK_INT(doc.tokens.at[t].sent_start == 1, rows[i].starts[t] - '0');
        }
        transition_work_clear(&work);
        fixture_end(&f);
    }
}

static void test_bad_models(void) {
    static const struct fixture_class rows[] = {
        {PARSE_ACTIONS, "", 0},     {UINT32_MAX, "", 0},         {PARSE_LEFT, "subtok", 0},
        {PARSE_RIGHT, "||dobj", 0}, {PARSE_RIGHT, "relcl||", 0}, {PARSE_RIGHT, "a||b||c", 0},
    };
    CHECK_ROWS (i, rows) {
        fixture_start(&f);
        struct parser p;
        struct labels labels;
        CHECK(!open_parser(&p, &labels, &rows[i], 1, 0));
        CHECK_STR(f.err.outcome, strlen(f.err.outcome), "bad_model");
        fixture_end(&f);
    }
}

/* A row that was given up is computed again to the same bits, also when two that would share its
 * place are looked at in one step. */
static void test_rows_again(void) {
    fixture_start(&f);
    struct parser p;
    struct labels labels;
    struct transition_work work;
    struct doc doc;
    enum { TOKENS = 4096 };
    CHECK_NEED(open_parser(&p, &labels, usual, sizeof usual / sizeof *usual, 0.5F));
    float *vectors = fixture_doc(&f, &doc, TOKENS), first[32];
    transition_work_init(&work, &f.mem);
    CHECK_NEED(transition_begin(&work, &p.net, kernels_best(), vectors, FIXTURE_WIDTH, TOKENS,
                                &f.err) == TS_OK);
    const uint32_t far[PARSE_FEATURES] = {0, 1024, 2048, 3072, 4095, 1, 512, TRANSITION_NONE};
    memcpy(first, transition_scores(&work, far), p.net.padded * sizeof *first);
    for (uint32_t t = 0; t < TOKENS; t++) {
        const uint32_t at[PARSE_FEATURES] = {t, t, t, t / 2, t / 3, t, TOKENS - 1 - t, t};
        transition_scores(&work, at);
    }
    CHECK(!memcmp(first, transition_scores(&work, far), p.net.padded * sizeof *first));
    transition_work_clear(&work);
    fixture_end(&f);
}

static void test_too_many_labels(void) {
    fixture_start(&f);
    struct parser p;
    struct labels labels;
    CHECK_NEED(open_parser(&p, &labels, usual, sizeof usual / sizeof *usual, 0));
    CHECK_NEED(labels_init(&labels, &f.arena));
    for (uint32_t i = labels.at.n; i < LABELS_MAX; i++) {
        char name[16];
        int n = snprintf(name, sizeof name, "x%" PRIu32, i);
        CHECK_INT(labels_add(&labels, (struct str){name, (size_t)n}), i);
    }
    CHECK_INT(parser_open(&p, &f.arena, &f.model, &labels, &f.err), TS_E_MODEL);
    fixture_end(&f);
}

/* Refuses each allocation from the left-th on. */
struct refusing {
    struct mem system;
    uint32_t left;
};

static void *refuse(void *context, void *old, size_t bytes) {
    struct refusing *r = context;
    if (bytes > 0 && r->left == 0)
        return NULL;
    r->left -= bytes > 0;
    return r->system.resize(r->system.context, old, bytes);
}

static void test_refused_memory(void) {
    fixture_start(&f);
    struct parser p;
    struct labels labels;
    struct doc doc;
    CHECK_NEED(open_parser(&p, &labels, usual, sizeof usual / sizeof *usual, 0.5F));
    float *vectors = fixture_doc(&f, &doc, 3000);
    int status = TS_E_MEMORY;
    for (uint32_t n = 0; status != TS_OK && n < 100; n++) {
        CHECK_ROW(n);
        struct refusing r = {.system = mem_system(), .left = n};
        struct mem mem = {refuse, &r};
        struct arena a;
        struct transition_work work;
        arena_init(&a, &mem, 0);
        transition_work_init(&work, &mem);
        status = labels_init(&labels, &a) ? TS_OK : TS_E_MEMORY;
        if (status == TS_OK)
            status = parser_open(&p, &a, &f.model, &labels, &f.err);
        if (status == TS_OK)
            status = parser_run(&p, kernels_best(), &work, &doc, vectors, FIXTURE_WIDTH, &f.err);
        CHECK(status == TS_OK || status == TS_E_MEMORY);
        transition_work_clear(&work);
        arena_clear(&a);
    }
    CHECK_INT(status, TS_OK);
    fixture_end(&f);
}

static void test_labels(void) {
    fixture_start(&f);
    struct labels l;
    CHECK_NEED(labels_init(&l, &f.arena));
    CHECK_INT(labels_add(&l, STR("")), LABEL_NONE);
    uint32_t noun = labels_add(&l, STR("NOUN"));
    CHECK_INT(labels_add(&l, STR("NOUN")), noun);
    CHECK_INT(labels_find(&l, STR("NOUN")), noun);
    CHECK_INT(labels_find(&l, STR("VERB")), LABELS_MAX);
    CHECK_STR(labels_name(&l, noun).at, labels_name(&l, noun).n, "NOUN");
    for (uint32_t i = l.at.n; i < LABELS_MAX; i++) {
        char name[16];
        int n = snprintf(name, sizeof name, "x%" PRIu32, i);
        CHECK_INT(labels_add(&l, (struct str){name, (size_t)n}), i);
    }
    CHECK_INT(labels_add(&l, STR("one too many")), LABELS_MAX);
    CHECK_INT(labels_add(&l, STR("NOUN")), noun);
    fixture_end(&f);
}

CHECK_MAIN({"labels are numbered once", test_labels},
           {"moves are valid where the rules allow and attach as they say", test_moves},
           {"whichever moves are chosen, a parse ends, is projective and knows its last children",
            test_any_moves},
           {"a lifted token finds its true head", test_lowered_heads},
           {"a tree's edges and sentences", test_edges},
           {"the parse is the same by every kernel", test_kernels_agree},
           {"the first best valid class is done", test_scores_decide},
           {"rows that were given up come back the same", test_rows_again},
           {"a model with moves that are not known is refused", test_bad_models},
           {"a model with too many labels is refused", test_too_many_labels},
           {"each refused allocation is an error", test_refused_memory})
