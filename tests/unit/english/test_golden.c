/* The whole pipeline against what spaCy found in tests/golden/sentences-*.txt (en.tsv there, which
 * tools/parity --golden writes and whose head tells its form). */
#include "model_fixture.h"

#include "base/utf8.h"

enum { BATCH = 32, ANALYSES_MAX = 512, SHOWN_MAX = 20 };

struct analysis {
    struct str tag, pos, morph;
};

/* A sentences-*.txt, one at a time. */
struct sentences {
    struct str name, rest;
    size_t line; /* how many are taken off */
};

struct golden {
    struct arena arena;     /* the files */
    struct arena doc_arena; /* of one batch */
    struct english_worker *worker;
    const struct labels *labels;
    struct analysis analyses[ANALYSES_MAX];
    size_t analysis_count;
    struct sentences sentences;
    struct doc docs[BATCH];
    struct str wanted[BATCH]; /* the lines of a text */
    struct str where[BATCH];  /* its T line */
    uint32_t count, batch;
    size_t every, seen_count; /* each every-th text is run */
    size_t text_count, different_count, shown_count;
};

static struct str read_file(struct arena *a, struct str name) {
    char path[1024];
    const char *root = getenv("ROOT");
    snprintf(path, sizeof path, "%s/tests/golden/%.*s", root ? root : ".", STR_FMT(name));
    FILE *f = fopen(path, "rb");
    if (!f)
        return STR_NONE;
    enum { FILE_MAX = 4 << 20 };
    char *at = arena_alloc(a, FILE_MAX);
    size_t n = at ? fread(at, 1, FILE_MAX, f) : 0;
    fclose(f);
    return n < FILE_MAX ? (struct str){at, n} : STR_NONE;
}

static uint32_t hex(struct str digits) {
    uint32_t value = 0;
    for (size_t i = 0; i < digits.n; i++) {
        char c = digits.at[i];
        value = value * 16 + (uint32_t)(ascii_digit(c) ? c - '0' : c - 'a' + 10);
    }
    return value;
}

/* \n, \t, \\ and \uXXXX as what they stand for. */
static struct str unescape(struct arena *a, struct str s) {
    char *out = arena_alloc(a, s.n + 1);
    size_t n = 0;
    for (size_t i = 0; out && i < s.n; i++) {
        if (s.at[i] != '\\' || i + 1 == s.n) {
            out[n++] = s.at[i];
        } else if (s.at[++i] == 'u' && i + 4 < s.n) {
            n += utf8_put(out + n, hex(str_cut(s, i + 1, i + 5)));
            i += 4;
        } else {
            out[n++] = s.at[i] == 'n' ? '\n' : s.at[i] == 't' ? '\t' : s.at[i];
        }
    }
    return (struct str){out, out ? n : 0};
}

/* The text that a T line names: lines are asked for in their order. */
static struct str find_text(struct golden *g, struct str name, size_t line) {
    struct sentences *s = &g->sentences;
    if (!str_eq(s->name, name))
        *s = (struct sentences){.name = name, .rest = read_file(&g->arena, name)};
    struct str text = STR_NONE;
    while (s->rest.at && s->line < line) {
        text = str_split(&s->rest, '\n');
        s->line++;
    }
    return text.at ? unescape(&g->doc_arena, text) : text;
}

static size_t number(struct str s) {
    uint64_t value = 0;
    return str_uint(&value, s) ? (size_t)value : SIZE_MAX;
}

/* ---- Comparing one text */

struct place {
    struct golden *g;
    uint32_t text, token;
    bool differs;
};

static bool same(struct place *p, const char *what, struct str got, struct str want) {
    struct golden *g = p->g;
    if (str_eq(got, want))
        return true;
    if (!p->differs && g->shown_count < SHOWN_MAX) {
        struct str text = g->docs[p->text].text;
        printf("# %.*s: ", STR_FMT(g->where[p->text]));
        check_print(text.at, text.n);
        putchar('\n');
    }
    p->differs = true;
    if (g->shown_count++ < SHOWN_MAX)
        printf("#   token %u: %s is %.*s, not %.*s\n", (unsigned)p->token, what, STR_FMT(got),
               STR_FMT(want));
    return false;
}

static bool same_number(struct place *p, const char *what, intmax_t got, struct str want) {
    char digits[32];
    int n = snprintf(digits, sizeof digits, "%jd", got);
    return same(p, what, (struct str){digits, (size_t)n}, want);
}

static void compare_token(struct place *p, const struct doc *d, struct str line) {
    const struct doc_token *t = &d->tokens.at[p->token];
    const struct labels *l = p->g->labels;
    bool last = p->token + 1 == d->tokens.n;
    size_t next = last ? d->text.n : t[1].text.start;
    if (!same_number(p, "start", t->text.start, str_split(&line, '\t')) ||
        !same_number(p, "end", t->text.end, str_split(&line, '\t')))
        return;
    size_t a = number(str_split(&line, '\t'));
    const struct analysis *want = &p->g->analyses[a < p->g->analysis_count ? a : 0];
    same(p, "tag", labels_name(l, t->tag), want->tag);
    same(p, "pos", labels_name(l, t->pos), want->pos);
    same(p, "morph", labels_name(l, t->morph), want->morph);
    same_number(p, "head", (intmax_t)t->head - (intmax_t)p->token, str_split(&line, '\t'));
    same(p, "dep", labels_name(l, t->dep), str_split(&line, '\t'));
    same_number(p, "sent_start", t->sent_start == 1, str_split(&line, '\t'));
    bool its_text = str_eq(line, STR("="));
    same(p, "lemma", t->lemma,
         its_text ? str_span(d->text, t->text) : unescape(&p->g->doc_arena, line));
    same_number(p, "space", t->space, next > t->text.end ? STR("1") : STR("0"));
}

static void compare_entity(struct place *p, const struct doc *d, uint32_t i, struct str line) {
    if (i >= d->entities.n)
        return;
    const struct doc_entity *e = &d->entities.at[i];
    p->token = e->first;
    same_number(p, "entity's first", e->first, str_split(&line, '\t'));
    same_number(p, "entity's end", e->end, str_split(&line, '\t'));
    same(p, "entity's kind", labels_name(p->g->labels, e->kind), line);
}

static void compare_chunk(struct place *p, const struct doc *d, uint32_t i, struct str line) {
    if (i >= d->chunks.n)
        return;
    const struct doc_chunk *c = &d->chunks.at[i];
    p->token = c->first;
    same_number(p, "chunk's first", c->first, str_split(&line, '\t'));
    same_number(p, "chunk's end", c->end, str_split(&line, '\t'));
    same_number(p, "chunk's root", c->root, line);
}

static void compare_text(struct golden *g, uint32_t text) {
    struct place p = {.g = g, .text = text};
    const struct doc *d = &g->docs[text];
    struct str rest = g->wanted[text];
    uint32_t tokens = 0, entities = 0, chunks = 0;
    char digits[32];
    while (rest.n) {
        struct str line = str_split(&rest, '\n');
        if (str_starts(line, STR("E\t"))) {
            compare_entity(&p, d, entities++, str_cut(line, 2, line.n));
        } else if (str_starts(line, STR("N\t"))) {
            compare_chunk(&p, d, chunks++, str_cut(line, 2, line.n));
        } else if (tokens++ < d->tokens.n) {
            p.token = tokens - 1;
            compare_token(&p, d, line);
        }
    }
    int n = snprintf(digits, sizeof digits, "%u %u %u", tokens, entities, chunks);
    char got[64];
    int got_n = snprintf(got, sizeof got, "%u %u %u", d->tokens.n, d->entities.n, d->chunks.n);
    same(&p, "count of tokens, entities, chunks", (struct str){got, (size_t)got_n},
         (struct str){digits, (size_t)n});
    g->different_count += p.differs;
    g->text_count++;
}

/* ---- All texts */

static bool run_batch(struct golden *g) {
    struct ts_error err;
    bool ran = !g->count || CHECK(english_run(g->worker, g->docs, g->count, &err) == TS_OK);
    for (uint32_t i = 0; ran && i < g->count; i++)
        compare_text(g, i);
    g->count = 0;
    arena_clear(&g->doc_arena);
    return ran;
}

/* The text of a T line, and the lines behind it, which are taken off rest, as a doc of the batch.
 */
static bool add_text(struct golden *g, struct str line, struct str *rest) {
    struct str where = str_cut(line, 2, line.n), file = where;
    struct str name = str_split(&file, '\t');
    size_t end = str_starts(*rest, STR("T\t")) ? 0 : str_find(*rest, STR("\nT\t"), 0);
    end = end == SIZE_MAX ? rest->n : end == 0 ? 0 : end + 1;
    struct str wanted = str_cut(*rest, 0, end);
    *rest = str_cut(*rest, end, rest->n);
    if (g->seen_count++ % g->every)
        return true;
    struct str text = find_text(g, name, number(file));
    if (!CHECK(text.at))
        return false;
    g->docs[g->count] = (struct doc){.arena = &g->doc_arena, .text = text};
    g->where[g->count] = where;
    g->wanted[g->count++] = wanted;
    return g->count < g->batch || run_batch(g);
}

static void add_analysis(struct golden *g, struct str line) {
    struct analysis *a = &g->analyses[g->analysis_count++];
    str_split(&line, '\t');
    str_split(&line, '\t');
    a->tag = str_split(&line, '\t');
    a->pos = str_split(&line, '\t');
    a->morph = str_eq(line, STR("_")) ? STR("") : line;
}

static void check_texts(struct golden *g) {
    struct str rest = read_file(&g->arena, STR("en.tsv"));
    CHECK_NEED(rest.n);
    while (rest.n) {
        struct str line = str_split(&rest, '\n');
        if (str_starts(line, STR("A\t")) && g->analysis_count < ANALYSES_MAX)
            add_analysis(g, line);
        else if (str_starts(line, STR("T\t")) && !add_text(g, line, &rest))
            return;
    }
    run_batch(g);
    CHECK(g->text_count * g->every >= 2000);
    CHECK_INT(g->different_count, 0);
}

static void check_golden(const struct kernels *kernels, uint32_t batch, size_t every) {
    struct model_fixture f;
    static struct golden g;
    struct mem mem = mem_system();
    CHECK_NEED(model_fixture_init(&f));
    struct english *e = NULL;
    struct ts_error err;
    g = (struct golden){.batch = batch, .every = every};
    arena_init(&g.arena, &mem, 0);
    arena_init(&g.doc_arena, &mem, 0);
    if (CHECK(english_open(&e, &mem, &f.model, kernels, &err) == TS_OK) &&
        CHECK(english_worker_new(&g.worker, e, &err) == TS_OK)) {
        g.labels = english_labels(e);
        check_texts(&g);
        english_worker_free(g.worker);
    }
    english_close(e);
    arena_clear(&g.doc_arena);
    arena_clear(&g.arena);
    model_fixture_clear(&f);
}

static void test_all_in_batches(void) {
    check_golden(NULL, BATCH, 1);
}

static void test_some_alone(void) {
    check_golden(NULL, 1, 8);
}

static void test_some_by_each_kernel(void) {
    static const struct {
        enum kernel_kind kind;
        size_t every;
    } rows[] = {{KERNEL_SCALAR, 256}, /* a hundred times slower */
                {KERNEL_AVX2, 16},
                {KERNEL_AVX512, 16}};
    CHECK_ROWS (i, rows) {
        const struct kernels *kernels = kernels_of(rows[i].kind);
        if (kernels)
            check_golden(kernels, BATCH, rows[i].every);
    }
}

CHECK_MAIN({"each golden text is analysed as by spaCy, many at once", test_all_in_batches},
           {"so is a text alone", test_some_alone},
           {"each kernel of the machine gives the same", test_some_by_each_kernel})
