/* The stage `lang`: article to analysis. */
#ifndef LANG_LANG_H
#define LANG_LANG_H

#include "embed/embedder.h"
#include "english/english.h"
#include "lang/analysis.h"
#include "tables/outlets.h"

struct lang_tables;

/** Reads the language's tables (cue words, abbreviations, units, ...) once; read-only afterwards,
 * threads may share it. */
int lang_tables_new(struct lang_tables **out, struct arena *a, struct ts_error *err);

/**
 * Analyses an article; all storage comes from a. An article in a language other than English gives
 * an analysis that is not `supported` and has empty arrays. TS_E_MEMORY or TS_E_LIMIT alone.
 * Threads may call it at once with arenas and workers of their own. Time grows linearly with the
 * text.
 */
int lang_analyse(struct analysis **out, struct arena *a, const struct article *article,
                 const struct outlets *outlets, const struct lang_tables *tables,
                 struct english_worker *worker, struct ts_error *err);

/** An analysis with nothing in it but whether the language is supported: all that the grouping of
 * reports needs, in a hundredth of the time. TS_E_MEMORY or TS_E_LIMIT. */
int lang_outline(struct analysis **out, struct arena *a, const struct article *article,
                 const struct lang_tables *tables, struct ts_error *err);

/** Gives each sentence its vector, in a, where there are none yet. TS_E_MEMORY or TS_E_LIMIT; the
 * analysis is then as before. */
int lang_vectors(struct analysis *analysis, struct arena *a, struct embedder_worker *worker,
                 struct ts_error *err);

#endif
