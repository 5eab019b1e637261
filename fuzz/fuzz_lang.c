/*
 * Text to analysis, and the analysis through JSON and back. The first line is the title; the
 * second, when it begins with '@', the report's own outlet. What is written must be read back and
 * written the same.
 */
#include "base/buf.h"
#include "lang/lang.h"
#include "must.h"
#include "the_model.h"

#include <stdlib.h>

enum { DOCUMENT_BYTES = 256 << 20, JSON_BYTES = 64 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static struct arena tables_arena;
static struct outlets outlets;
static struct lang_tables *tables;
static struct model_file model;
static struct english *english;
static struct english_worker *worker;

static void init_once(void) {
    struct mem mem = mem_system();
    if (tables)
        return;
    arena_init(&tables_arena, &mem, 0);
    must(outlets_init(&outlets, &tables_arena) == TS_OK);
    must(outlets_add(&outlets, &tables_arena, table_embedded("outlets"), NULL) == TS_OK);
    must(lang_tables_new(&tables, &tables_arena, NULL) == TS_OK);
    the_model_open(&model);
    must(english_open(&english, &mem, &model, NULL, NULL) == TS_OK);
    must(english_worker_new(&worker, english, NULL) == TS_OK);
}

static struct article *article_of(struct arena *a, struct str text) {
    struct article *article = arena_zero(a, 1, sizeof *article);
    must(article != NULL);
    struct str rest = text;
    article->title = str_split(&rest, '\n');
    if (rest.n && rest.at[0] == '@')
        article->outlet_name = str_cut(str_split(&rest, '\n'), 1, SIZE_MAX);
    article->text = rest.at ? rest : STR("");
    article->language = STR("en");
    article->source.path = STR("-");
    article->source.media_type = STR("text/plain");
    article->source.charset = STR("utf-8");
    article->kind_because = STR("");
    for (size_t i = 0; i < sizeof article->id - 1; i++)
        article->id[i] = '0';
    for (size_t i = 0; i < SHA256_HEX; i++)
        article->source.sha256[i] = '0';
    for (size_t at = 0; at < article->text.n;) {
        size_t end = str_find(article->text, STR("\n\n"), at);
        end = end == SIZE_MAX ? article->text.n : end;
        struct paragraph *p = end > at ? VEC_PUSH(a, &article->paragraphs) : NULL;
        if (p)
            *p = (struct paragraph){{(uint32_t)at, (uint32_t)end}, {0, 0}};
        at = end + 2;
    }
    must(utf8_index_init(&article->index, a, article->text));
    return article;
}

static int append(void *context, const char *bytes, size_t n) {
    return buf_put(context, (struct str){bytes, n}) ? 0 : 1;
}

static struct str written(struct arena *a, const struct analysis *analysis) {
    struct buf b;
    struct out out;
    struct json_out j;
    buf_init(&b, a, JSON_BYTES);
    out_init(&out, append, &b);
    jout_init(&j, &out);
    analysis_json(&j, analysis);
    return out_end(&out, NULL) == TS_OK ? buf_str(&b) : STR_NONE;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes) {
    init_once();
    struct mem mem = mem_system();
    struct arena a;
    arena_init(&a, &mem, DOCUMENT_BYTES);
    struct str text = well_formed(&a, (struct str){(const char *)data, bytes});
    struct article *article = article_of(&a, text);
    struct analysis *analysis, *again;
    if (lang_analyse(&analysis, &a, article, &outlets, tables, worker, NULL) == TS_OK) {
        struct str first = written(&a, analysis);
        json_t *root = NULL;
        if (first.at && json_in_parse(&root, first, NULL) == TS_OK) {
            must(analysis_from_json(&again, &a, article, root, NULL) == TS_OK);
            must(str_eq(first, written(&a, again)));
            json_decref(root);
        }
    }
    arena_clear(&a);
    return 0;
}
