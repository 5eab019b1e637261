/* twosource analyse: who says what on whose word, one report at a time. */
#include "cli/cli.h"

static enum cli_taken take(void *context, const struct cli_input *input) {
    struct cli_run *r = context;
    struct ts_error err = {0};
    ts_analysis *analysis;
    enum cli_taken taken = cli_analysis(&analysis, r, input, &err);
    if (taken != CLI_TAKEN)
        return taken;
    int status = ts_analysis_write(analysis, &r->write, cli_write, r->out, &err);
    ts_analysis_free(analysis);
    return status == TS_OK ? CLI_TAKEN : CLI_FAILED;
}

int cmd_analyse(int argc, char **argv) {
    static const struct cli_help help = {
        .name = "analyse",
        .summary = "Who says what on whose word, names, times and quantities of each report",
        .usage = "analyse [OPTION...] FILE...",
        .about = "FILE is a saved page (HTML), a text, the JSON lines of `read`, a folder of such\n"
                 "files, or - for standard input.",
        .examples = "  twosource analyse examples/harbour/2-courier-rereport.html\n"
                    "  twosource analyse --format=json examples/harbour\n"};
    return cli_each(argc, argv, &help, take);
}
