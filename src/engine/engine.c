/* Wires the stages and implements twosource/engine.h and twosource/version.h. */
#include "twosource/engine.h"

#include "base/limits.h"
#include "compare/compare.h"
#include "engine/model_store.h"
#include "lang/lang.h"
#include "read/read.h"
#include "report/report.h"
#include "twosource/version.h"

struct ts_engine {
    struct mem mem;
    struct arena arena;
    struct limits limits;
    bool outlines;
    struct outlets outlets;
    struct read_tables *read;
    struct lang_tables *lang;
    struct model_store *models;
};

/* A handle and the arena of all it holds; the handle itself comes from mem. */
struct ts_article {
    struct arena arena;
    const struct article *article;
};

struct ts_analysis {
    struct arena arena;
    struct analysis *analysis;
};

struct ts_comparison {
    struct arena arena;
    const struct comparison *comparison;
};

const char *ts_version(void) {
    return TS_VERSION;
}

static struct limits limits_of(const struct ts_limits *given) {
    struct limits l = LIMITS_DEFAULT;
    if (given->page_bytes)
        l.page_bytes = given->page_bytes;
    if (given->document_bytes)
        l.document_bytes = given->document_bytes;
    if (given->compare_bytes)
        l.compare_bytes = given->compare_bytes;
    if (given->html_depth)
        l.html_depth = given->html_depth;
    if (given->reports)
        l.reports = given->reports;
    /* offsets are 32 bits wide */
    if (l.page_bytes > UINT32_MAX / 4)
        l.page_bytes = UINT32_MAX / 4;
    return l;
}

static int fill_engine(ts_engine *e, const struct ts_options *options, struct ts_error *err) {
    int status = outlets_init(&e->outlets, &e->arena);
    if (status == TS_OK)
        status = outlets_add(&e->outlets, &e->arena, table_embedded("outlets"), err);
    if (status == TS_OK && options->outlets) {
        struct str own =
            str_copy(&e->arena, (struct str){options->outlets, options->outlets_bytes});
        status =
            own.at ? outlets_add(&e->outlets, &e->arena, own, err) : arena_fail(&e->arena, err);
    }
    if (status == TS_OK)
        status = read_tables_new(&e->read, &e->arena, err);
    if (status == TS_OK)
        status = lang_tables_new(&e->lang, &e->arena, err);
    if (status == TS_OK)
        status = model_store_new(&e->models, &e->mem, options->models, err);
    return status;
}

int ts_engine_new(ts_engine **out, const struct ts_options *options, struct ts_error *err) {
    struct ts_options defaults = TS_OPTIONS_INIT;
    *out = NULL;
    if (!options)
        options = &defaults;
    struct mem mem = mem_system();
    if (options->allocator.resize)
        mem = (struct mem){options->allocator.resize, options->allocator.context};
    ts_engine *e = mem_alloc(&mem, sizeof *e);
    if (!e)
        return err_memory(err);
    *e = (ts_engine){
        .mem = mem, .limits = limits_of(&options->limits), .outlines = options->outlines};
    arena_init(&e->arena, &mem, 0);
    int status = fill_engine(e, options, err);
    if (status != TS_OK) {
        ts_engine_free(e);
        return status;
    }
    *out = e;
    return TS_OK;
}

void ts_engine_free(ts_engine *engine) {
    if (!engine)
        return;
    struct mem mem = engine->mem;
    model_store_free(engine->models);
    arena_clear(&engine->arena);
    mem_free(&mem, engine);
}

int ts_article_new(ts_article **out, const ts_engine *engine, const struct ts_input *input,
                   struct ts_error *err) {
    *out = NULL;
    struct read_input in = {.bytes = {input->bytes ? input->bytes : "", input->n},
                            .path = str_of(input->path ? input->path : "-"),
                            .as = input->as == TS_INPUT_TEXT   ? READ_TEXT
                                  : input->as == TS_INPUT_HTML ? READ_HTML
                                                               : READ_AUTO,
                            .verbatim = input->verbatim,
                            .tables = engine->read,
                            .meta_outlet = str_of(input->outlet),
                            .meta_title = str_of(input->title),
                            .meta_url = str_of(input->url),
                            .meta_date = str_of(input->date)};
    ts_article *a = mem_alloc(&engine->mem, sizeof *a);
    if (!a)
        return err_memory(err);
    *a = (ts_article){.article = NULL};
    arena_init(&a->arena, &engine->mem, engine->limits.document_bytes);
    struct article *article;
    int status = read_article(&article, &a->arena, &in, &engine->outlets, &engine->limits, err);
    if (status != TS_OK) {
        ts_article_free(a);
        return status;
    }
    a->article = article;
    *out = a;
    return TS_OK;
}

void ts_article_free(ts_article *article) {
    if (!article)
        return;
    struct mem mem = article->arena.mem;
    arena_clear(&article->arena);
    mem_free(&mem, article);
}

/* Gives an analysis handle the arena; what it then fails at frees both. */
static int new_analysis(ts_analysis **out, const struct mem *mem, const struct arena *arena,
                        struct ts_error *err) {
    ts_analysis *a = mem_alloc(mem, sizeof *a);
    if (!a)
        return err_memory(err);
    *a = (ts_analysis){.arena = *arena};
    *out = a;
    return TS_OK;
}

static int analyse(struct analysis **out, struct arena *a, const struct article *article,
                   const ts_engine *engine, struct ts_error *err) {
    struct english_worker *worker;
    if (engine->outlines)
        return lang_outline(out, a, article, engine->lang, err);
    int status = model_store_take(&worker, engine->models, err);
    if (status != TS_OK)
        return status;
    status = lang_analyse(out, a, article, &engine->outlets, engine->lang, worker, err);
    model_store_give(engine->models, worker);
    return status;
}

int ts_analysis_new(ts_analysis **out, const ts_engine *engine, ts_article **article,
                    struct ts_error *err) {
    *out = NULL;
    ts_article *from = *article;
    *article = NULL;
    ts_analysis *a = NULL;
    int status = new_analysis(&a, &engine->mem, &from->arena, err);
    if (status != TS_OK) {
        ts_article_free(from);
        return status;
    }
    const struct article *text = from->article;
    mem_free(&engine->mem, from); /* its arena is a's now */
    struct analysis *analysis;
    status = analyse(&analysis, &a->arena, text, engine, err);
    if (status != TS_OK) {
        ts_analysis_free(a);
        return status;
    }
    a->analysis = analysis;
    *out = a;
    return TS_OK;
}

int ts_analysis_add_vectors(ts_analysis *analysis, const ts_engine *engine, struct ts_error *err) {
    struct embedder_worker *worker;
    int status = model_store_take_embedder(&worker, engine->models, err);
    if (status != TS_OK)
        return status;
    status = lang_vectors(analysis->analysis, &analysis->arena, worker, err);
    model_store_give_embedder(engine->models, worker);
    return status;
}

/* A parsed line, whose memory counts as the document's. */
struct record {
    json_t *root;
    struct arena *arena;
    size_t bytes; /* 0: nothing is held */
};

static int record_parse(struct record *r, struct arena *a, struct str line, struct ts_error *err) {
    size_t bytes = json_in_memory(line);
    *r = (struct record){.arena = a};
    if (!arena_charge(a, bytes))
        return arena_fail(a, err);
    r->bytes = bytes;
    return json_in_parse(&r->root, line, err);
}

static void record_free(struct record *r) {
    json_decref(r->root);
    arena_uncharge(r->arena, r->bytes);
    r->root = NULL;
    r->bytes = 0;
}

static int take_record(ts_analysis *a, const ts_engine *engine, struct record *record,
                       struct ts_error *err) {
    const json_t *root = record->root;
    struct str schema = json_in_str(root, "schema");
    bool analysed = str_eq(schema, STR("twosource.analysis/1"));
    if (!analysed && !str_eq(schema, STR("twosource.article/1")))
        return err_set(err, TS_E_FORMAT, "bad_record",
                       "not a line of twosource.article/1 or twosource.analysis/1, which `read` "
                       "and `analyse` write");
    struct article *article;
    struct analysis *analysis = NULL;
    int status = article_from_json(&article, &a->arena, root, err);
    if (status == TS_OK && analysed)
        status = analysis_from_json(&analysis, &a->arena, article, root, err);
    record_free(record); /* nothing is kept of it, and the analysis needs the room */
    if (status == TS_OK && !analysed)
        status = analyse(&analysis, &a->arena, article, engine, err);
    a->analysis = analysis;
    return status;
}

int ts_analysis_from_json(ts_analysis **out, const ts_engine *engine, const char *line, size_t n,
                          struct ts_error *err) {
    *out = NULL;
    struct arena arena;
    ts_analysis *a = NULL;
    arena_init(&arena, &engine->mem, engine->limits.document_bytes);
    int status = new_analysis(&a, &engine->mem, &arena, err);
    if (status != TS_OK)
        return status;
    struct record record;
    status = record_parse(&record, &a->arena, (struct str){line, n}, err);
    if (status == TS_OK)
        status = take_record(a, engine, &record, err);
    record_free(&record);
    if (status != TS_OK) {
        ts_analysis_free(a);
        return status;
    }
    *out = a;
    return TS_OK;
}

void ts_analysis_free(ts_analysis *analysis) {
    if (!analysis)
        return;
    struct mem mem = analysis->arena.mem;
    arena_clear(&analysis->arena);
    mem_free(&mem, analysis);
}

/* The options with every text as a borrowed string, in the comparison's arena. */
static int compare_options_of(struct compare_options *out, struct arena *a,
                              const struct ts_compare_options *in, struct ts_error *err) {
    struct str *rules = arena_zero(a, in->rules_off_count + 1, sizeof *rules);
    struct compare_pair *pairs = arena_zero(a, in->same_count + in->apart_count + 1, sizeof *pairs);
    struct skipped_input *skipped = arena_zero(a, in->skipped_count + 1, sizeof *skipped);
    if (!rules || !pairs || !skipped)
        return arena_fail(a, err);
    for (size_t i = 0; i < in->rules_off_count; i++)
        rules[i] = str_copy(a, str_of(in->rules_off[i]));
    for (size_t i = 0; i < in->same_count + in->apart_count; i++) {
        const struct ts_pair *p =
            i < in->same_count ? &in->same[i] : &in->apart[i - in->same_count];
        pairs[i] = (struct compare_pair){str_copy(a, str_of(p->a)), str_copy(a, str_of(p->b))};
        if (!pairs[i].a.at || !pairs[i].b.at)
            return arena_fail(a, err);
    }
    for (size_t i = 0; i < in->skipped_count; i++)
        skipped[i] = (struct skipped_input){str_copy(a, str_of(in->skipped[i].path)),
                                            str_copy(a, str_of(in->skipped[i].outcome)),
                                            str_copy(a, str_of(in->skipped[i].message))};
    *out = (struct compare_options){.rules_off = rules,
                                    .rules_off_count = (uint32_t)in->rules_off_count,
                                    .same = pairs,
                                    .same_count = (uint32_t)in->same_count,
                                    .apart = pairs + in->same_count,
                                    .apart_count = (uint32_t)in->apart_count,
                                    .skipped = skipped,
                                    .skipped_count = (uint32_t)in->skipped_count,
                                    .stories_only = in->stories_only};
    return TS_OK;
}

static int fill_comparison(ts_comparison *c, const ts_engine *engine,
                           const ts_analysis *const *analyses, size_t count,
                           const struct ts_compare_options *options, struct ts_error *err) {
    struct compare_options inner;
    struct comparison *made;
    if (count > engine->limits.reports)
        return err_set(err, TS_E_LIMIT, "too_many",
                       "%zu reports; %u are compared at most in one run", count,
                       (unsigned)engine->limits.reports);
    const struct analysis **list = arena_zero(&c->arena, count + 1, sizeof *list);
    if (!list)
        return arena_fail(&c->arena, err);
    for (size_t i = 0; i < count; i++)
        list[i] = analyses[i]->analysis;
    int status = compare_options_of(&inner, &c->arena, options, err);
    if (status == TS_OK)
        status = compare_analyses(&made, &c->arena, list, (uint32_t)count, &engine->outlets, &inner,
                                  &engine->limits, err);
    if (status == TS_OK)
        c->comparison = made;
    return status;
}

int ts_comparison_new(ts_comparison **out, const ts_engine *engine,
                      const ts_analysis *const *analyses, size_t count,
                      const struct ts_compare_options *options, struct ts_error *err) {
    struct ts_compare_options defaults = TS_COMPARE_INIT;
    *out = NULL;
    ts_comparison *c = mem_alloc(&engine->mem, sizeof *c);
    if (!c)
        return err_memory(err);
    *c = (ts_comparison){.comparison = NULL};
    arena_init(&c->arena, &engine->mem, engine->limits.compare_bytes);
    int status = fill_comparison(c, engine, analyses, count, options ? options : &defaults, err);
    if (status != TS_OK) {
        ts_comparison_free(c);
        return status;
    }
    *out = c;
    return TS_OK;
}

void ts_comparison_free(ts_comparison *comparison) {
    if (!comparison)
        return;
    struct mem mem = comparison->arena.mem;
    arena_clear(&comparison->arena);
    mem_free(&mem, comparison);
}

static struct report_style style_of(const struct ts_write_options *options) {
    unsigned columns = options->columns ? options->columns : 80;
    return (struct report_style){.columns = columns < 40 ? 40 : columns, .colour = options->colour};
}

static int no_such_form(struct ts_error *err) {
    return err_set(err, TS_E_USAGE, "unknown_format", "this result is written as text or json");
}

int ts_article_write(const ts_article *article, const struct ts_write_options *options,
                     ts_write_fn write, void *context, struct ts_error *err) {
    struct out o;
    struct json_out j;
    struct report_style style = style_of(options);
    out_init(&o, write, context);
    jout_init(&j, &o);
    if (options->format == TS_FORMAT_TEXT) {
        report_article_text(&o, article->article, &style);
    } else if (options->format == TS_FORMAT_JSON) {
        article_json(&j, article->article);
        out_putc(&o, '\n');
    } else {
        return no_such_form(err);
    }
    return out_end(&o, err);
}

int ts_analysis_write(const ts_analysis *analysis, const struct ts_write_options *options,
                      ts_write_fn write, void *context, struct ts_error *err) {
    struct out o;
    struct json_out j;
    struct report_style style = style_of(options);
    out_init(&o, write, context);
    jout_init(&j, &o);
    if (options->format == TS_FORMAT_TEXT) {
        report_analysis_text(&o, analysis->analysis, &style);
    } else if (options->format == TS_FORMAT_JSON) {
        analysis_json(&j, analysis->analysis);
        out_putc(&o, '\n');
    } else {
        return no_such_form(err);
    }
    return out_end(&o, err);
}

int ts_comparison_write(const ts_comparison *comparison, const struct ts_write_options *options,
                        ts_write_fn write, void *context, struct ts_error *err) {
    struct out o;
    struct report_style style = style_of(options);
    int status = TS_OK;
    out_init(&o, write, context);
    if (options->format == TS_FORMAT_TEXT) {
        report_comparison_text(&o, comparison->comparison, &style);
    } else if (options->format == TS_FORMAT_JSON) {
        report_comparison_json(&o, comparison->comparison);
        out_putc(&o, '\n');
    } else if (options->format == TS_FORMAT_HTML) {
        struct arena scratch;
        arena_init(&scratch, &comparison->arena.mem, comparison->arena.budget_bytes);
        status = report_comparison_html(&o, &scratch, comparison->comparison, err);
        arena_clear(&scratch);
    } else {
        return no_such_form(err);
    }
    return status == TS_OK ? out_end(&o, err) : status;
}
