/* twosource read: the clean article. */
#include "cli/cli.h"

#include <stdlib.h>

static enum cli_taken take(void *context, const struct cli_input *input) {
    struct cli_run *r = context;
    struct ts_error err = {0};
    ts_article *article;
    if (input->record) {
        cli_complain(input->path, "is JSON that twosource wrote; `read` takes pages and texts");
        return CLI_FAILED;
    }
    enum cli_taken taken = cli_article(&article, r, input, &err);
    if (taken != CLI_TAKEN)
        return taken;
    int status = ts_article_write(article, &r->write, cli_write, r->out, &err);
    ts_article_free(article);
    return status == TS_OK ? CLI_TAKEN : CLI_FAILED;
}

int cmd_read(int argc, char **argv) {
    static const struct cli_help help = {
        .name = "read",
        .summary = "The clean article of each page or text, and what was left out of it",
        .usage = "read [OPTION...] FILE...",
        .about = "FILE is a saved page (HTML), a text, a folder of such files, or - for standard\n"
                 "input.",
        .examples = "  twosource read examples/harbour/1-ledger-scoop.html\n"
                    "  twosource read --format=json examples/harbour\n"};
    struct cli_run run = {.out = NULL};
    struct cli_option options[] = {CLI_COMMON_OPTIONS(&run.common, "text|json")};
    struct cli_list files = {.at = calloc((size_t)argc + 1, sizeof(char *))};
    int status = EXIT_SOME_FAILED;
    if (files.at)
        status = cli_parse(&files, argc, argv, &help, options, sizeof options / sizeof *options);
    if (status < 0)
        status = cli_each(&run, &files, take);
    free(files.at);
    return status;
}
