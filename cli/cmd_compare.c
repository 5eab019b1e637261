/* twosource compare: the main job. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What the inputs gave, for one comparison. */
struct gathering {
    struct cli_run run;
    struct ts_compare_options options;
    struct cli_list same, apart;
    ts_analysis **at;
    size_t n, cap;
    struct ts_skipped *skipped;
    size_t skipped_n, skipped_cap;
    bool progress;
};

static char *copy_of(const char *s) {
    size_t n = strlen(s) + 1;
    char *p = malloc(n);
    return p ? memcpy(p, s, n) : NULL;
}

static void skip(void *context, const char *path, const char *outcome, const char *message) {
    struct gathering *g = context;
    if (g->skipped_n == g->skipped_cap) {
        size_t cap = g->skipped_cap ? g->skipped_cap * 2 : 16;
        struct ts_skipped *grown = realloc(g->skipped, cap * sizeof *grown);
        if (!grown)
            return; /* the complaint has been made; the list alone is shorter */
        g->skipped = grown;
        g->skipped_cap = cap;
    }
    g->skipped[g->skipped_n++] =
        (struct ts_skipped){copy_of(path), copy_of(outcome), copy_of(message)};
}

static bool keep(struct gathering *g, ts_analysis *analysis) {
    if (g->n == g->cap) {
        size_t cap = g->cap ? g->cap * 2 : 64;
        ts_analysis **grown = realloc(g->at, cap * sizeof *grown);
        if (!grown)
            return false;
        g->at = grown;
        g->cap = cap;
    }
    g->at[g->n++] = analysis;
    if (g->progress && g->n % 50 == 0)
        fprintf(stderr, "\r%zu reports read", g->n);
    return true;
}

static enum cli_taken take(void *context, const struct cli_input *input) {
    struct gathering *g = context;
    struct ts_error err = {0};
    ts_analysis *analysis;
    enum cli_taken taken = cli_analysis(&analysis, &g->run, input, &err);
    if (taken != CLI_TAKEN) {
        skip(g, input->path, err.outcome, err.message);
        return taken;
    }
    if (keep(g, analysis))
        return CLI_TAKEN;
    ts_analysis_free(analysis);
    cli_complain(input->path, "out of memory");
    skip(g, input->path, "out_of_memory", "out of memory");
    return CLI_FAILED;
}

/* "PATH,PATH" pairs into pairs; a word is cut at its first comma, in a copy that pairs[i].a begins.
 */
static bool make_pairs(struct ts_pair *pairs, const struct cli_list *words, const char *option) {
    for (size_t i = 0; i < words->n; i++) {
        char *word = copy_of(words->at[i]), *comma = word ? strchr(word, ',') : NULL;
        if (!comma || !comma[1] || comma == word) {
            fprintf(stderr, "twosource: %s=", option);
            cli_put_visible(stderr, words->at[i]);
            fputs(": two paths parted by a comma are wanted\n", stderr);
            free(word);
            return false;
        }
        *comma = 0;
        pairs[i] = (struct ts_pair){word, comma + 1};
    }
    return true;
}

static int compare(struct gathering *g, size_t failed) {
    struct ts_error err = {0};
    ts_comparison *comparison;
    g->options.skipped = g->skipped;
    g->options.skipped_count = g->skipped_n;
    if (g->progress && g->n >= 50)
        fprintf(stderr, "\r%zu reports read, comparing\n", g->n);
    if (ts_comparison_new(&comparison, g->run.engine, (const ts_analysis *const *)g->at, g->n,
                          &g->options, &err) != TS_OK) {
        cli_complain_error(NULL, &err);
        return err.status == TS_E_USAGE ? EXIT_WRONG_USAGE : EXIT_SOME_FAILED;
    }
    int status = ts_comparison_write(comparison, &g->run.write, cli_write, g->run.out, &err);
    ts_comparison_free(comparison);
    if (status != TS_OK && status != TS_E_IO)
        cli_complain_error(NULL, &err);
    return status != TS_OK || failed ? EXIT_SOME_FAILED : EXIT_WELL;
}

static void run_job(void *context, const struct cli_list *files, int *status) {
    struct gathering *g = context;
    size_t failed = cli_inputs(files, g->run.common.as, take, skip, g->run.out, g);
    if (failed == CLI_STOPPED)
        *status = EXIT_NO_MODEL;
    else
        *status = g->n ? compare(g, failed) : EXIT_SOME_FAILED;
    for (size_t i = 0; i < g->n; i++)
        ts_analysis_free(g->at[i]);
    free(g->at);
}

static void free_pairs(struct ts_pair *pairs, size_t n) {
    for (size_t i = 0; pairs && i < n; i++)
        free((char *)pairs[i].a); /* made by make_pairs */
    free(pairs);
}

static void free_skipped(struct gathering *g) {
    for (size_t i = 0; i < g->skipped_n; i++) {
        free((char *)g->skipped[i].path); /* made by skip */
        free((char *)g->skipped[i].outcome);
        free((char *)g->skipped[i].message);
    }
    free(g->skipped);
}

static int gather(struct gathering *g, const struct cli_list *files,
                  const struct cli_list *rules_off) {
    struct ts_pair *same = calloc(g->same.n + 1, sizeof *same),
                   *apart = calloc(g->apart.n + 1, sizeof *apart);
    int status = EXIT_WRONG_USAGE;
    if (same && apart && make_pairs(same, &g->same, "--same") &&
        make_pairs(apart, &g->apart, "--apart")) {
        g->options.rules_off = rules_off->at;
        g->options.rules_off_count = rules_off->n;
        g->options.same = same;
        g->options.same_count = g->same.n;
        g->options.apart = apart;
        g->options.apart_count = g->apart.n;
        g->run.common.outlines = g->options.stories_only;
        g->progress = isatty(STDERR_FILENO) == 1;
        status = cli_with_output(&g->run, true, files, run_job, g);
    }
    free_pairs(same, g->same.n);
    free_pairs(apart, g->apart.n);
    free_skipped(g);
    return status;
}

static const struct cli_help help = {
    .name = "compare",
    .summary = "Which reports tell one story, and whose word they rest on",
    .usage = "compare [OPTION...] FILE...",
    .about = "FILE is a saved page (HTML), a text, the JSON lines of `read` or `analyse`, a\n"
             "folder of such files, or - for standard input. Their order is of no effect.",
    .examples = "  twosource compare examples/harbour\n"
                "  twosource compare --format=html --out page.html examples/harbour\n"
                "  twosource compare --rule-off=own-check-adds examples/harbour\n"};

int cmd_compare(int argc, char **argv) {
    struct gathering g = {.options = TS_COMPARE_INIT};
    size_t room = (size_t)argc + 1;
    struct cli_list rules_off = {.at = calloc(room, sizeof(char *))},
                    files = {.at = calloc(room, sizeof(char *))};
    g.same.at = calloc(room, sizeof(char *));
    g.apart.at = calloc(room, sizeof(char *));
    struct cli_common *c = &g.run.common;
    struct cli_option options[] = {
        CLI_COMMON_OPTIONS(c, "text|json|html"),
        {"--stories", NULL, "the grouping alone", &g.options.stories_only, NULL, NULL},
        {"--same", "PATH,PATH", "these two reports tell of one event", NULL, NULL, &g.same},
        {"--apart", "PATH,PATH", "these two reports do not", NULL, NULL, &g.apart},
        {"--rule-off", "ID", "leave a counting rule out", NULL, NULL, &rules_off},
    };
    int status = EXIT_SOME_FAILED;
    if (files.at && rules_off.at && g.same.at && g.apart.at)
        status = cli_parse(&files, argc, argv, &help, options, sizeof options / sizeof *options);
    if (status < 0)
        status = gather(&g, &files, &rules_off);
    free(files.at);
    free(rules_off.at);
    free(g.same.at);
    free(g.apart.at);
    return status;
}
