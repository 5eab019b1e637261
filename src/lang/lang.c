#include "lang/datelines.h"
#include "lang/mended_names.h"
#include "lang/outlet_names.h"
#include "lang/parse_tree.h"

enum { SAMPLE_WORDS = 400, ENOUGH_WORDS = 12, MANY_WORDS = 30 };

/* "å" in a word that is no name. */
static bool has_foreign_letter(struct str word) {
    static const char *const letters[] = {"\xC3\xA5", "\xC3\xB8", "\xC3\xB6",
                                          "\xC3\xA4", "\xC3\x9F", "\xC3\xA6"};
    bool has = false;
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        has = has || str_find(word, str_of(letters[i]), 0) != SIZE_MAX;
    return has && !utf8_capital(word);
}

/* Of the first words, at least a fifth must be English function words. A short text gets the
 * benefit of the doubt, unless a letter of it is not English. */
static bool looks_english(const struct lang_tables *tables, struct str text) {
    const uint64_t function_words = CLASS(C_DET) | CLASS(C_PRON) | CLASS(C_PREP) | CLASS(C_CONJ) |
                                    CLASS(C_SUB) | CLASS(C_BE) | CLASS(C_HAVE) | CLASS(C_DO) |
                                    CLASS(C_MODAL) | CLASS(C_NEG);
    uint32_t words = 0, known = 0;
    bool foreign = false;
    for (size_t at = 0, next; at < text.n && words < SAMPLE_WORDS;) {
        size_t start = at;
        for (next = at; at < text.n && utf8_is_letter(utf8_next(text, &next)); at = next)
            ;
        if (at > start) {
            struct str word = str_cut(text, start, at);
            uint32_t lexeme = lexicon_word(tables, word);
            foreign = foreign || has_foreign_letter(word);
            words++;
            known += (tables->lexemes.at[lexeme].classes & function_words) != 0;
        } else {
            at = next;
        }
    }
    return words < ENOUGH_WORDS || known * (words < MANY_WORDS && !foreign ? 8 : 5) >= words;
}

static bool says_other_language(struct str language) {
    if (!language.n)
        return false;
    return !(str_starts_nocase(language, STR("en")) &&
             (language.n == 2 || !ascii_alpha(language.at[2])));
}

/* text: the article's, perhaps without its datelines, which are of no language. */
static bool is_supported(const struct article *article, struct str text,
                         const struct lang_tables *tables) {
    return !says_other_language(article->language) &&
           (article->language.n || looks_english(tables, text));
}

/* Headlines are not sentences of the text: their statements come first, and nothing else of them is
 * kept. */
static int analyse_title(struct unit *u) {
    int status = unit_find_outlets(u);
    if (status == TS_OK)
        status = unit_find_credits(u);
    if (status == TS_OK)
        status = unit_find_reported(u);
    if (status == TS_OK)
        status = unit_find_speech(u);
    if (status == TS_OK)
        status = unit_credit_sources(u);
    return status == TS_OK ? unit_find_anonymity(u) : status;
}

static int analyse_text(struct unit *u) {
    static int (*const passes[])(struct unit *) = {
        unit_find_credit_lines, unit_find_posts,     unit_find_credits,   unit_find_checks,
        unit_find_reported,     unit_find_speech,    unit_credit_sources, unit_find_anonymity,
        unit_find_times,        unit_find_quantities};
    int status = TS_OK;
    for (size_t i = 0; i < sizeof passes / sizeof *passes && status == TS_OK; i++)
        status = passes[i](u);
    return status;
}

static int prepare(struct unit *u) {
    int status = unit_find_words(u);
    if (status == TS_OK)
        status = unit_split_sentences(u);
    if (status == TS_OK)
        status = parse_tree_init(u->tree, u);
    return status == TS_OK ? unit_find_quotations(u) : status;
}

/* Statements of the text in the order of their place; those of the title stay first. Stable, by
 * buckets of sentences. */
static int sort_statements(struct unit *u) {
    struct analysis *a = u->analysis;
    uint32_t n = a->statements.n, sentences = u->sentences.n + 1;
    uint32_t *at = arena_zero(u->a, (size_t)sentences + 1, sizeof *at);
    struct statement *sorted = arena_zero(u->a, n ? n : 1, sizeof *sorted);
    if (!at || !sorted)
        return arena_fail(u->a, u->err);
    for (uint32_t i = 0; i < n; i++)
        at[(a->statements.at[i].in_title || a->statements.at[i].credit_line
                ? 0
                : a->statements.at[i].sentence + 1) +
           1]++;
    for (uint32_t i = 0; i < sentences; i++)
        at[i + 1] += at[i];
    for (uint32_t i = 0; i < n; i++) {
        const struct statement *s = &a->statements.at[i];
        sorted[at[s->in_title || s->credit_line ? 0 : s->sentence + 1]++] = *s;
    }
    for (uint32_t i = 0; i < n; i++)
        a->statements.at[i] = sorted[i];
    return TS_OK;
}

/* Title and text, which share the outlets' names; the text's outlets are found first, since the
 * title uses short forms. */
static int analyse_both(struct unit *text, struct unit *title) {
    int status = unit_find_outlets(text);
    if (status == TS_OK)
        status = prepare(title);
    if (status == TS_OK)
        status = analyse_title(title);
    if (status == TS_OK) {
        text->names->last_credited =
            NO_INDEX; /* "the newspaper" in the text needs a credit in the text */
        status = analyse_text(text);
    }
    if (status == TS_OK)
        status = unit_find_entities(text);
    if (status == TS_OK && (text->refused || title->refused))
        status = arena_fail(text->a, text->err);
    if (status == TS_OK)
        status = sort_statements(text);
    if (status == TS_OK)
        status = unit_find_modality(title);
    return status == TS_OK ? unit_find_modality(text) : status;
}

/* The sentences, and how the report gives each. */
static int hand_over(struct unit *text) {
    int status = unit_hand_tokens(text);
    if (status == TS_OK)
        status = unit_find_chains(text);
    return status == TS_OK ? unit_find_voices(text) : status;
}

/* A line goes on in the next: "A spokesman for", "The mayor said", "on Monday,". */
static bool goes_on(struct str line, struct str next) {
    static const char *const open[] = {
        "of",    "for",  "and",   "or",  "the",   "a",   "an",   "that", "to",     "by",
        "with",  "in",   "on",    "at",  "from",  "as",  "is",   "was",  "were",   "are",
        "said",  "says", "told",  "who", "which", "but", "than", "into", "called", "named",
        "about", "his",  "their", "her", "its",   "has", "have", "had",  "when",   "after"};
    size_t end = line.n, first = 0;
    while (end && ascii_alpha(line.at[end - 1]))
        end--;
    struct str last = str_cut(line, end, line.n);
    bool comma = line.n && (line.at[line.n - 1] == ',' || line.at[line.n - 1] == '-');
    return comma || str_is_one_of(last, open, sizeof open / sizeof *open) ||
           (next.n && utf8_is_lower(utf8_next(next, &first)));
}

/* No sentence goes on from one paragraph to the next, but from line to line one may. false: no
 * memory. */
static bool start_sentences(struct doc *doc, const struct article *article) {
    uint32_t *starts = arena_zero(doc->arena, (size_t)article->paragraphs.n + 1, sizeof *starts);
    struct str line = STR("");
    for (uint32_t i = 0; starts && i < article->paragraphs.n; i++) {
        struct span span = article->paragraphs.at[i].text;
        struct str next = str_span(article->text, span);
        if (!goes_on(str_trim(line), str_trim(next)))
            starts[doc->start_count++] = span.start;
        line = next;
    }
    doc->starts = starts;
    return starts != NULL;
}

/* Makes the analysis in the arena of all that the stage needs. */
static int analyse_into(struct analysis **out, struct arena *a, const struct article *article,
                        const struct outlets *outlets, const struct lang_tables *tables,
                        struct english_worker *worker, struct ts_error *err) {
    struct analysis *analysis = arena_zero(a, 1, sizeof *analysis);
    struct outlet_names *names = arena_zero(a, 1, sizeof *names);
    struct paragraph *headline = arena_zero(a, 1, sizeof *headline);
    struct doc *docs = arena_zero(a, 2, sizeof *docs);
    struct parse_tree *trees = arena_zero(a, 2, sizeof *trees);
    if (!analysis || !names || !headline || !docs || !trees)
        return arena_fail(a, err);
    analysis->article = article;
    analysis->labels = english_worker_labels(worker);
    docs[0] = (struct doc){.arena = a, .text = article->text};
    docs[1] = (struct doc){.arena = a, .text = article->title};
    struct unit text = {.a = a,
                        .tables = tables,
                        .outlets = outlets,
                        .article = article,
                        .analysis = analysis,
                        .err = err,
                        .text = article->text,
                        .doc = &docs[0],
                        .tree = &trees[0],
                        .names = names,
                        .paragraphs = article->paragraphs.at,
                        .paragraph_count = article->paragraphs.n};
    struct unit title = text;
    headline->text = (struct span){0, (uint32_t)article->title.n};
    title.text = article->title;
    title.doc = &docs[1];
    title.tree = &trees[1];
    title.in_title = true;
    title.paragraphs = headline;
    title.paragraph_count = article->title.n ? 1 : 0;
    *out = analysis;
    if (!utf8_index_init(&analysis->title_index, a, article->title) ||
        !start_sentences(&docs[0], article))
        return arena_fail(a, err);
    int status = datelines_mask(&docs[0].text, &text);
    if (status != TS_OK)
        return status;
    analysis->supported = is_supported(article, docs[0].text, tables);
    if (!analysis->supported)
        return TS_OK;
    status = english_run(worker, docs, 2, err);
    for (size_t i = 0; i < 2 && status == TS_OK; i++)
        names_mend(&docs[i], analysis->labels, tables);
    if (status == TS_OK)
        status = prepare(&text);
    if (status != TS_OK)
        return status;
    analysis->model = english_worker_mark(worker);
    status = outlet_names_init(names, &text);
    if (status == TS_OK)
        status = analyse_both(&text, &title);
    return status == TS_OK ? hand_over(&text) : status;
}

int lang_analyse(struct analysis **out, struct arena *a, const struct article *article,
                 const struct outlets *outlets, const struct lang_tables *tables,
                 struct english_worker *worker, struct ts_error *err) {
    struct arena scratch;
    struct analysis *analysis = NULL;
    arena_init(&scratch, &(struct mem){a->mem.resize, a->mem.context}, a->budget_bytes);
    int status = analyse_into(&analysis, &scratch, article, outlets, tables, worker, err);
    if (status == TS_OK)
        status = analysis_copy(out, a, analysis, err);
    arena_clear(&scratch);
    return status;
}

int lang_outline(struct analysis **out, struct arena *a, const struct article *article,
                 const struct lang_tables *tables, struct ts_error *err) {
    struct analysis *analysis = arena_zero(a, 1, sizeof *analysis);
    struct labels *labels = arena_zero(a, 1, sizeof *labels);
    if (!analysis || !labels || !labels_init(labels, a) ||
        !utf8_index_init(&analysis->title_index, a, article->title))
        return arena_fail(a, err);
    analysis->article = article;
    analysis->labels = labels;
    analysis->supported = is_supported(article, article->text, tables);
    *out = analysis;
    return TS_OK;
}
