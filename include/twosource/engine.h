/* The engine: owns tables and limits, and makes articles, analyses and comparisons. */
#ifndef TWOSOURCE_ENGINE_H
#define TWOSOURCE_ENGINE_H

#include "twosource/error.h"
#include "twosource/output.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ts_engine ts_engine;
typedef struct ts_article ts_article;
typedef struct ts_analysis ts_analysis;
typedef struct ts_comparison ts_comparison;

/**
 * Where memory comes from. resize(context, old, new_bytes) behaves as realloc: old NULL allocates,
 * new_bytes 0 frees and returns NULL. It may refuse by returning NULL; the call then ends with
 * TS_E_MEMORY. It must be safe from every thread that uses the engine.
 */
struct ts_allocator {
    void *(*resize)(void *context, void *old, size_t new_bytes);
    void *context;
};

/** Limits of a run; a field that is 0 has its default, which real pages never meet. */
struct ts_limits {
    size_t page_bytes;     /**< of one page or text; default 64 MiB */
    size_t document_bytes; /**< of memory for one document; default 384 MiB */
    size_t compare_bytes;  /**< of memory for one comparison; default 384 MiB */
    uint32_t html_depth;   /**< elements open at once; default 512 */
    uint32_t reports;      /**< of one comparison; default 10,000 */
};

/** What an engine is made with. Start from TS_OPTIONS_INIT. */
struct ts_options {
    struct ts_allocator allocator; /**< resize NULL: the system's */
    struct ts_limits limits;
    const char
        *outlets; /**< rows that add to or override data/outlets.tsv, in its form; may be NULL */
    size_t outlets_bytes;
    const char *models; /**< the folder of the model files; NULL: see ts_models_new */
    bool outlines;      /**< analyses have nothing but whether their language is supported, and need
                             no model: enough for a comparison with stories_only, and no other */
};

#define TS_OPTIONS_INIT                                                                            \
    {                                                                                              \
        .allocator = { NULL, NULL }                                                                \
    }

/**
 * Makes an engine: reads the built-in tables once. *out is the caller's, to be given to
 * ts_engine_free after everything made with it. Fails with TS_E_MEMORY, or TS_E_FORMAT "bad_table"
 * when options->outlets has a line that is no row. Threads may share an engine. A model file is
 * opened at the first text that needs it; where they are looked for is settled here. On processors
 * with AMX that asks Linux to let the process use it (arch_prctl), after which a signal stack must
 * hold its 8 KiB too.
 */
TS_API int ts_engine_new(ts_engine **out, const struct ts_options *options, struct ts_error *err);

/** Frees an engine; NULL is a no-op. */
TS_API void ts_engine_free(ts_engine *engine);

/** What an input is taken for. */
enum ts_input_kind { TS_INPUT_AUTO, TS_INPUT_TEXT, TS_INPUT_HTML };

/** One page or text. Texts end in a NUL; NULL means unknown. Start from TS_INPUT_INIT. */
struct ts_input {
    const char *bytes; /**< borrowed for the call; nothing of it is kept */
    size_t n;
    const char *path; /**< as it is to be shown; "-" for standard input */
    enum ts_input_kind as;
    bool verbatim; /**< plain text is the article's text unchanged */
    const char *outlet, *title, *url,
        *date; /**< what the user knows of it: overrides what the page says */
};

#define TS_INPUT_INIT                                                                              \
    { .bytes = NULL, .as = TS_INPUT_AUTO }

/**
 * Reads one saved page or text into an article (twosource.article/1).
 *
 * *out is the caller's, to be given to ts_article_free. Malformed text is never an error. Errors,
 * by outcome: TS_E_LIMIT "too_large", "too_deep", "over_budget"; TS_E_FORMAT "empty", "not_text";
 * TS_E_MEMORY. Several threads may call it with one engine.
 */
TS_API int ts_article_new(ts_article **out, const ts_engine *engine, const struct ts_input *input,
                          struct ts_error *err);

/** Frees an article; NULL is a no-op. */
TS_API void ts_article_free(ts_article *article);

/**
 * Analyses one article: sentences, quotations, figures, times, credits (twosource.analysis/1).
 *
 * The analysis takes the article over, also when the call fails: *article is NULL afterwards. *out
 * is the caller's, to be given to ts_analysis_free. TS_E_MEMORY or TS_E_LIMIT; TS_E_MODEL
 * "no_model", "bad_model" or "not_readable", and then no text can be analysed with this engine.
 * Several threads may call it with one engine and different articles.
 */
TS_API int ts_analysis_new(ts_analysis **out, const ts_engine *engine, ts_article **article,
                           struct ts_error *err);

/**
 * Takes one line of JSON that `read` or `analyse` wrote. An article is analysed first; an analysis
 * is taken as it stands, without a model, after every offset in it was checked. TS_E_FORMAT
 * "bad_json" or "bad_record"; else as ts_analysis_new.
 */
TS_API int ts_analysis_from_json(ts_analysis **out, const ts_engine *engine, const char *line,
                                 size_t n, struct ts_error *err);

/**
 * Gives each sentence of an analysis a vector of 384 numbers, of length 1, by all-MiniLM-L6-v2: of
 * two, the sum of the products of their numbers tells how alike in meaning their sentences are. An
 * analysis that has them already is left as it is. A sentence that was met
 * before is not worked out again, as long as this thread has seen no more than 16,384 others.
 * Errors as ts_analysis_new; no other thread may use the analysis meanwhile.
 */
TS_API int ts_analysis_add_vectors(ts_analysis *analysis, const ts_engine *engine,
                                   struct ts_error *err);

/** Frees an analysis and its article; NULL is a no-op. */
TS_API void ts_analysis_free(ts_analysis *analysis);

/** An input that could not be read, to be listed in the comparison. */
struct ts_skipped {
    const char *path, *outcome, *message;
};

/** Two inputs, by path as given. */
struct ts_pair {
    const char *a, *b;
};

/** Options of a comparison. Start from TS_COMPARE_INIT. */
struct ts_compare_options {
    const char *const *rules_off; /**< ids of counting rules to leave out */
    size_t rules_off_count;
    const struct ts_pair *same, *apart; /**< the user's word on which reports tell of one event */
    size_t same_count, apart_count;
    const struct ts_skipped *skipped;
    size_t skipped_count;
    bool stories_only; /**< the grouping alone */
};

#define TS_COMPARE_INIT                                                                            \
    { .rules_off = NULL }

/**
 * Compares analyses (twosource.comparison/1). They are borrowed and must outlive the comparison;
 * the result is the same in any order of them. *out is the caller's, to be given to
 * ts_comparison_free. TS_E_USAGE "unknown_rule", "unknown_path"; TS_E_LIMIT "too_many";
 * TS_E_MEMORY.
 */
TS_API int ts_comparison_new(ts_comparison **out, const ts_engine *engine,
                             const ts_analysis *const *analyses, size_t count,
                             const struct ts_compare_options *options, struct ts_error *err);

/** Frees a comparison; NULL is a no-op. */
TS_API void ts_comparison_free(ts_comparison *comparison);

/** The forms that results are written in. TS_FORMAT_HTML is for comparisons alone. */
enum ts_format { TS_FORMAT_TEXT, TS_FORMAT_JSON, TS_FORMAT_HTML };

/** How a result is written. Start from TS_WRITE_INIT. */
struct ts_write_options {
    enum ts_format format;
    unsigned columns; /**< of the terminal for TS_FORMAT_TEXT; 0: 80 */
    bool colour;      /**< ANSI colours in TS_FORMAT_TEXT */
};

#define TS_WRITE_INIT                                                                              \
    { .format = TS_FORMAT_TEXT, .columns = 80 }

/** Writes an article; JSON is one line. TS_E_IO when write refuses, TS_E_USAGE for a form it has
 * not. */
TS_API int ts_article_write(const ts_article *article, const struct ts_write_options *options,
                            ts_write_fn write, void *context, struct ts_error *err);

/** Writes an analysis; JSON is one line. Errors as ts_article_write. */
TS_API int ts_analysis_write(const ts_analysis *analysis, const struct ts_write_options *options,
                             ts_write_fn write, void *context, struct ts_error *err);

/** Writes a comparison; JSON is one line. Errors as ts_article_write, and TS_E_MEMORY. */
TS_API int ts_comparison_write(const ts_comparison *comparison,
                               const struct ts_write_options *options, ts_write_fn write,
                               void *context, struct ts_error *err);

#ifdef __cplusplus
}
#endif
#endif
