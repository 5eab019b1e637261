/*
 * Runs the language cases of tests/text/ (its README.md tells their form). The folder is
 * $TS_TESTS_TEXT, else $ROOT/tests/text, else tests/text.
 */
#include "base/buf.h"
#include "lang/analysis_names.h"
#include "lang_fixture.h"

#include <dirent.h>
#include <stdlib.h>

enum { FIELDS = 12, FILES = 64, NAME_ROOM = 512 };

struct the_case {
    struct lang_fixture *f;
    const char *file;
    unsigned line; /* of the expectation */
    const struct analysis *analysis;
};

static void fail(const struct the_case *c, struct str line, const char *why) {
    check_that(false, c->file, (int)c->line, why);
    printf("#   %.*s\n", STR_FMT(line));
}

static struct str words(const struct analysis *a, bool in_title, struct span span) {
    return str_span(in_title ? a->article->title : a->article->text, span);
}

static bool fits(struct str want, struct str got) {
    return !want.n || (str_eq(want, STR("-")) ? got.n == 0 : str_eq(want, got));
}

/* The content's spans, parted by " ... ". */
static struct str content_of(const struct the_case *c, const struct statement *s) {
    struct buf b;
    buf_init(&b, &c->f->arena, 1 << 20);
    for (uint32_t i = 0; i < s->content.n; i++) {
        if (i)
            buf_put(&b, STR(" ... "));
        buf_put(&b, words(c->analysis, s->in_title, s->content.at[i]));
    }
    return buf_str(&b);
}

/* The entities that the source may be, parted by ", ". */
static struct str candidates_of(const struct the_case *c, const struct statement *s) {
    struct buf b;
    buf_init(&b, &c->f->arena, 1 << 20);
    for (uint32_t i = 0; i < s->candidates.n; i++) {
        if (i)
            buf_put(&b, STR(", "));
        buf_put(&b, c->analysis->entities.at[s->candidates.at[i]].name);
    }
    return buf_str(&b);
}

static struct str number_text(char room[32], double value) {
    return (struct str){room, (size_t)snprintf(room, 32, "%.12g", value)};
}

/* The sources from a statement outwards: "two officials < The Herald". */
static struct str chain_of(const struct the_case *c, uint32_t i) {
    struct buf b;
    buf_init(&b, &c->f->arena, 1 << 20);
    for (uint32_t n = 0; n < 16 && i != NO_INDEX; n++) {
        const struct statement *s = &c->analysis->statements.at[i];
        buf_put(&b, n ? STR(" < ") : STR(""));
        buf_put(&b, words(c->analysis, s->in_title, s->source));
        i = s->within;
    }
    return buf_str(&b);
}

/* "class=outlet", "relayed", "not relayed" ... of a statement. */
static bool has_trait(const struct the_case *c, const struct statement *s, struct str trait) {
    const struct {
        const char *name;
        bool set;
    } flags[] = {{"relayed", s->relayed},
                 {"self", s->self},
                 {"opinion", s->opinion_piece},
                 {"credit line", s->credit_line},
                 {"partial", s->partial},
                 {"negated", s->negated},
                 {"in title", s->in_title},
                 {"own check", s->check == CHECK_OWN},
                 {"no check", s->check == CHECK_NONE_MADE}};
    bool negated = str_starts(trait, STR("not "));
    struct str name = negated ? str_cut(trait, 4, trait.n) : trait;
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (str_eq(name, str_of(flags[i].name)))
            return flags[i].set != negated;
    size_t equals = str_find_byte(trait, '=', 0);
    if (equals == SIZE_MAX) {
        fail(c, trait, "a trait that nobody knows");
        return false;
    }
    struct str key = str_cut(trait, 0, equals), value = str_cut(trait, equals + 1, trait.n);
    char room[32];
    struct str got = STR_NONE;
    if (str_eq(key, STR("class")))
        got = str_of(source_class_name(s->source_class));
    else if (str_eq(key, STR("type")))
        got = str_of(statement_type_name(s->type));
    else if (str_eq(key, STR("entity")))
        got = s->entity == NO_INDEX ? STR("") : c->analysis->entities.at[s->entity].name;
    else if (str_eq(key, STR("candidates")))
        got = candidates_of(c, s);
    else if (str_eq(key, STR("people")))
        got = number_text(room, s->stated_people);
    else if (str_eq(key, STR("as")))
        got = words(c->analysis, s->in_title, s->described_as);
    else if (str_eq(key, STR("for")))
        got = words(c->analysis, s->in_title, s->stands_for);
    else if (str_eq(key, STR("means")))
        got = words(c->analysis, s->in_title, s->means);
    else if (str_eq(key, STR("hedge")))
        got = words(c->analysis, s->in_title, s->hedge);
    else if (str_eq(key, STR("attitude")))
        got = str_of(attitude_name(s->attitude));
    else if (str_eq(key, STR("modality")))
        got = str_of(modality_name(s->modality));
    else if (str_eq(key, STR("chain")))
        got = chain_of(c, (uint32_t)(s - c->analysis->statements.at));
    else if (str_eq(key, STR("why")))
        got = words(c->analysis, s->in_title, s->reason_unnamed);
    else if (str_eq(key, STR("lemma")))
        got = s->cue_lemma;
    else if (str_eq(key, STR("force")))
        got = s->force;
    else if (str_eq(key, STR("rule")))
        got = s->rule;
    else
        fail(c, trait, "a key that nobody knows");
    return str_eq(value, STR("-")) ? got.n == 0 : str_eq(value, got);
}

static bool finds_statement(const struct the_case *c, const struct str *f, unsigned n) {
    const struct analysis *a = c->analysis;
    for (uint32_t i = 0; i < a->statements.n; i++) {
        const struct statement *s = &a->statements.at[i];
        bool fit = fits(f[0], words(a, s->in_title, s->source)) &&
                   (n < 2 || fits(f[1], words(a, s->in_title, s->cue))) &&
                   (n < 3 || fits(f[2], content_of(c, s)));
        for (unsigned k = 3; k < n && fit; k++)
            fit = has_trait(c, s, f[k]);
        if (fit)
            return true;
    }
    return false;
}

static bool finds_sentence(const struct the_case *c, const struct str *f, unsigned n) {
    (void)n;
    for (uint32_t i = 0; i < c->analysis->sentences.n; i++)
        if (str_eq(f[0], words(c->analysis, false, c->analysis->sentences.at[i].text)))
            return true;
    return false;
}

/* By the sentence's first words: its voice, rule, chain, and whether it is carried. */
static bool finds_voice(const struct the_case *c, const struct str *f, unsigned n) {
    for (uint32_t i = 0; i < c->analysis->sentences.n; i++) {
        const struct sentence *s = &c->analysis->sentences.at[i];
        if (str_starts(words(c->analysis, false, s->text), f[0]) &&
            (n < 2 || fits(f[1], str_of(voice_name(s->voice)))) &&
            (n < 3 || fits(f[2], s->voice_rule)) && (n < 4 || fits(f[3], chain_of(c, s->on))) &&
            (n < 5 || fits(f[4], s->carried ? STR("carried") : STR(""))))
            return true;
    }
    return false;
}

static bool finds_revised(const struct the_case *c, const struct str *f, unsigned n) {
    (void)n;
    return fits(f[0], c->analysis->kind_revised);
}

static bool finds_token(const struct the_case *c, const struct str *f, unsigned n) {
    const struct labels *labels = c->analysis->labels;
    for (uint32_t i = 0; i < c->analysis->tokens.n; i++) {
        const struct token *t = &c->analysis->tokens.at[i];
        if (str_eq(f[0], words(c->analysis, false, t->text)) &&
            (n < 2 || fits(f[1], labels_name(labels, t->tag))) && (n < 3 || fits(f[2], t->lemma)) &&
            (n < 4 || fits(f[3], labels_name(labels, t->dep))) &&
            (n < 5 || fits(f[4], words(c->analysis, false, c->analysis->tokens.at[t->head].text))))
            return true;
    }
    return false;
}

static bool finds_name(const struct the_case *c, const struct str *f, unsigned n) {
    for (uint32_t i = 0; i < c->analysis->entities.n; i++) {
        const struct entity *e = &c->analysis->entities.at[i];
        for (uint32_t k = 0; k < e->mentions.n; k++)
            if (str_eq(f[0], words(c->analysis, false, e->mentions.at[k].text)) &&
                (n < 2 || fits(f[1], e->name)) && (n < 3 || fits(f[2], e->kind)) &&
                (n < 4 || fits(f[3], str_of(mention_form_name(e->mentions.at[k].form)))))
                return true;
    }
    return false;
}

static bool finds_time(const struct the_case *c, const struct str *f, unsigned n) {
    for (uint32_t i = 0; i < c->analysis->times.n; i++) {
        const struct time_expression *t = &c->analysis->times.at[i];
        if (fits(f[0], words(c->analysis, false, t->text)) && (n < 2 || fits(f[1], t->value)) &&
            (n < 3 || fits(f[2], t->type)))
            return true;
    }
    return false;
}

static bool finds_quantity(const struct the_case *c, const struct str *f, unsigned n) {
    for (uint32_t i = 0; i < c->analysis->quantities.n; i++) {
        const struct quantity *q = &c->analysis->quantities.at[i];
        char room[32];
        if (fits(f[0], words(c->analysis, false, q->text)) &&
            (n < 2 || fits(f[1], number_text(room, q->value))) && (n < 3 || fits(f[2], q->unit)) &&
            (n < 4 || fits(f[3], q->kind)) && (n < 5 || fits(f[4], q->bound)))
            return true;
    }
    return false;
}

/* "sentences: 3" and its like: how many there are in all. */
static bool is_count(const struct the_case *c, struct str what, struct str value, bool *known) {
    const struct analysis *a = c->analysis;
    const struct {
        const char *name;
        uint32_t n;
    } counts[] = {{"sentences", a->sentences.n},
                  {"statements", a->statements.n},
                  {"times", a->times.n},
                  {"quantities", a->quantities.n},
                  {"supported", a->supported}};
    uint64_t want;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        if (str_eq(what, str_of(counts[i].name))) {
            *known = true;
            return str_uint(&want, value) && want == counts[i].n;
        }
    return false;
}

static void check_line(const struct the_case *c, struct str line) {
    static const struct {
        const char *name;
        bool (*finds)(const struct the_case *c, const struct str *fields, unsigned n);
    } kinds[] = {{"sentence", finds_sentence}, {"token", finds_token},
                 {"name", finds_name},         {"time", finds_time},
                 {"quantity", finds_quantity}, {"statement", finds_statement},
                 {"voice", finds_voice},       {"revised", finds_revised}};
    bool must_not = line.at[0] == '*';
    size_t colon = str_find_byte(line, ':', 0);
    struct str what = str_cut(line, must_not, colon),
               rest = str_trim(str_cut(line, colon + 1, line.n));
    struct str fields[FIELDS] = {STR_NONE};
    unsigned n = 0;
    bool known = false, counted = is_count(c, what, rest, &known);
    if (known) {
        if (!counted)
            fail(c, line, "another number was found");
        return;
    }
    for (struct str r = rest; r.at && n < FIELDS;)
        fields[n++] = str_trim(str_split(&r, '|'));
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!str_eq(what, str_of(kinds[i].name)))
            continue;
        if (kinds[i].finds(c, fields, n) == must_not)
            fail(c, line, must_not ? "found, and should not be" : "not found");
        return;
    }
    fail(c, line, "no such expectation");
}

/* A line that describes the article; false when it is an expectation. */
static bool describe(struct article *article, struct buf *text, struct arena *a, struct str key,
                     struct str value) {
    if (str_eq(key, STR("text"))) {
        if (text->n)
            buf_put(text, STR("\n\n"));
        buf_put(text, value);
    } else if (str_eq(key, STR("title"))) {
        article->title = value;
    } else if (str_eq(key, STR("outlet"))) {
        article->outlet_name = value;
    } else if (str_eq(key, STR("domain"))) {
        article->outlet_domain = value;
    } else if (str_eq(key, STR("dateline"))) {
        article->dateline = value;
    } else if (str_eq(key, STR("language"))) {
        article->language = value;
    } else if (str_eq(key, STR("published"))) {
        when_parse_iso(&article->published.when, value);
    } else if (str_eq(key, STR("link"))) {
        struct article_link *link = VEC_PUSH(a, &article->links);
        if (link) {
            struct str rest = value, linked = str_trim(str_split(&rest, '|'));
            size_t at = str_find(buf_str(text), linked, 0);
            uint32_t start = at == SIZE_MAX ? 0 : (uint32_t)at;
            link->text = (struct span){start, start + (uint32_t)linked.n};
            link->href = str_trim(rest);
        }
    } else if (str_eq(key, STR("byline"))) {
        struct str *line = VEC_PUSH(a, &article->byline);
        if (line)
            *line = value;
    } else {
        return false;
    }
    return true;
}

/* One block: lines up to a blank one. */
static void run_block(struct lang_fixture *f, const char *file, struct str block, unsigned line) {
    struct article head = {.language = STR("en")};
    struct buf text;
    buf_init(&text, &f->arena, 1 << 24);
    struct str expectations = block;
    unsigned first = line;
    bool any = false;
    for (struct str rest = block; rest.at;) {
        struct str before = rest, s = str_split(&rest, '\n');
        size_t colon = str_find_byte(s, ':', 0);
        if (s.n && s.at[0] != '#' &&
            (colon == SIZE_MAX || !describe(&head, &text, &f->arena, str_cut(s, 0, colon),
                                            str_trim(str_cut(s, colon + 1, s.n))))) {
            expectations = before;
            any = true;
            break;
        }
        first++;
    }
    struct article *article = fixture_article(&f->arena, buf_str(&text));
    if (!any || !CHECK(article != NULL))
        return;
    article->title = head.title;
    article->outlet_name = head.outlet_name;
    article->outlet_domain = head.outlet_domain;
    article->dateline = head.dateline;
    article->language = head.language;
    article->published = head.published;
    article->byline.at = head.byline.at;
    article->byline.n = head.byline.n;
    article->links.at = head.links.at;
    article->links.n = head.links.n;
    struct analysis *analysis = NULL;
    if (!CHECK_INT(fixture_analyse(&analysis, f, article), TS_OK))
        return;
    for (struct str rest = expectations; rest.at; first++) {
        struct str s = str_split(&rest, '\n');
        struct the_case c = {f, file, first, analysis};
        if (s.n && s.at[0] != '#')
            check_line(&c, s);
    }
}

static void run_file(struct lang_fixture *f, const char *path, struct str bytes) {
    unsigned line = 1;
    for (size_t at = 0; at < bytes.n;) {
        size_t end = str_find(bytes, STR("\n\n"), at);
        end = end == SIZE_MAX ? bytes.n : end;
        run_block(f, path, str_cut(bytes, at, end), line);
        arena_clear(&f->arena);
        for (; at < bytes.n && at < end + 2; at++)
            line += bytes.at[at] == '\n';
    }
}

static bool read_file(struct arena *a, struct str *out, const char *path) {
    FILE *file = fopen(path, "rb");
    struct buf b;
    buf_init(&b, a, 1 << 26);
    size_t n = 1;
    while (file && n > 0) {
        char *room = buf_room(&b, 1 << 16);
        n = room ? fread(room, 1, 1 << 16, file) : 0;
        b.n += n;
    }
    if (file)
        fclose(file);
    *out = buf_str(&b);
    return file != NULL;
}

static int by_name(const void *a, const void *b) {
    return strcmp(a, b);
}

static void test_cases(void) {
    struct lang_fixture f;
    CHECK_NEED(fixture_init(&f));
    char folder[NAME_ROOM] = "tests/text";
    const char *given = getenv("TS_TESTS_TEXT"), *root = getenv("ROOT");
    if (given)
        snprintf(folder, sizeof folder, "%s", given);
    else if (root)
        snprintf(folder, sizeof folder, "%s/tests/text", root);
    DIR *dir = opendir(folder);
    CHECK_NEED(dir != NULL);
    static char names[FILES][NAME_ROOM];
    size_t count = 0;
    for (struct dirent *e; (e = readdir(dir)) && count < FILES;)
        if (str_ends(str_of(e->d_name), STR(".txt")) && strlen(e->d_name) < NAME_ROOM / 2)
            snprintf(names[count++], NAME_ROOM, "%.200s/%.200s", folder, e->d_name);
    closedir(dir);
    qsort(names, count, NAME_ROOM, by_name);
    CHECK(count > 0);
    for (size_t i = 0; i < count; i++) {
        struct str bytes;
        if (CHECK(read_file(&f.tables_arena, &bytes, names[i])))
            run_file(&f, names[i], bytes);
    }
    fixture_clear(&f);
}

CHECK_MAIN({"the language cases of tests/text hold", test_cases})
