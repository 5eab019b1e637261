/* twosource analyse: who says what on whose word, one report at a time. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

static enum cli_taken take(void *context, const struct cli_input *input) {
    struct cli_run *r = context;
    struct ts_error err = {0};
    ts_analysis *analysis;
    enum cli_taken taken = cli_analysis(&analysis, r, input, &err);
    if (taken != CLI_TAKEN)
        return taken;
    int status = r->vectors ? ts_analysis_add_vectors(analysis, r->engine, &err) : TS_OK;
    if (status != TS_OK)
        cli_complain_error(status == TS_E_MODEL ? NULL : input->path, &err);
    else
        status = ts_analysis_write(analysis, &r->write, cli_write, r->out, &err);
    ts_analysis_free(analysis);
    return status == TS_OK ? CLI_TAKEN : status == TS_E_MODEL ? CLI_STOP : CLI_FAILED;
}

/* Numbers are for programs: there is one form of them. */
static int vectors_in_json(struct cli_common *c) {
    if (c->format && strcmp(c->format, "json") != 0) {
        fputs("twosource analyse: --vectors is for --format=json\n", stderr);
        return EXIT_WRONG_USAGE;
    }
    c->format = "json";
    return -1;
}

int cmd_analyse(int argc, char **argv) {
    static const struct cli_help help = {
        .name = "analyse",
        .summary = "Who says what on whose word, names, times and quantities of each report",
        .usage = "analyse [OPTION...] FILE...",
        .about = "FILE is a saved page (HTML), a text, the JSON lines of `read`, a folder of such\n"
                 "files, or - for standard input.",
        .examples = "  twosource analyse examples/harbour/2-courier-rereport.html\n"
                    "  twosource analyse --format=json examples/harbour\n"
                    "  twosource analyse --vectors examples/harbour\n"};
    struct cli_run run = {.out = NULL};
    struct cli_option options[] = {CLI_COMMON_OPTIONS(&run.common, "text|json"),
                                   {"--vectors", NULL,
                                    "give each sentence its vector; implies --format=json",
                                    &run.vectors, NULL, NULL}};
    struct cli_list files = {.at = calloc((size_t)argc + 1, sizeof(char *))};
    int status = EXIT_SOME_FAILED;
    if (files.at)
        status = cli_parse(&files, argc, argv, &help, options, sizeof options / sizeof *options);
    if (status < 0 && run.vectors)
        status = vectors_in_json(&run.common);
    if (status < 0)
        status = cli_each(&run, &files, take);
    free(files.at);
    return status;
}
