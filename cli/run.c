/* What the commands do alike: engine and output around the inputs. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

static int make_engine(ts_engine **out, const struct cli_common *common) {
    static const char *const kinds[] = {"html", "text", "jsonl"};
    struct ts_options options = TS_OPTIONS_INIT;
    struct ts_error err = {0};
    char *table = NULL;
    bool known = !common->as;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        known = known || strcmp(common->as, kinds[i]) == 0;
    if (!known) {
        fputs("twosource: --as=", stderr);
        cli_put_visible(stderr, common->as);
        fputs(": html, text or jsonl is wanted\n", stderr);
        return EXIT_WRONG_USAGE;
    }
    if (common->outlets && !(table = cli_file(&options.outlets_bytes, common->outlets)))
        return EXIT_WRONG_USAGE;
    options.outlets = table;
    options.outlines = common->outlines;
    int status = ts_engine_new(out, &options, &err);
    free(table);
    if (status == TS_OK)
        return -1;
    cli_complain_error(common->outlets, &err);
    return status == TS_E_FORMAT ? EXIT_WRONG_USAGE : EXIT_SOME_FAILED;
}

/* The engine, the output and --meta are there: the form, the job, the end. */
static int run_job(struct cli_run *run, bool html, const struct cli_list *files, cli_job_fn job,
                   void *context) {
    int status = cli_write_options(&run->write, &run->common, html, run->out);
    if (status < 0)
        job(context, files, &status);
    if (!cli_output_close(run->out, &run->common) && status == EXIT_WELL)
        status = EXIT_SOME_FAILED;
    return status;
}

int cli_with_output(struct cli_run *run, bool html, const struct cli_list *files, cli_job_fn job,
                    void *context) {
    ts_engine *engine;
    int status = make_engine(&engine, &run->common);
    if (status >= 0)
        return status;
    run->engine = engine;
    if (run->common.meta && !cli_meta_read(&run->meta, run->common.meta))
        status = EXIT_WRONG_USAGE;
    else if ((status = cli_output_open(&run->out, &run->common, files)) < 0)
        status = run_job(run, html, files, job, context);
    cli_meta_free(&run->meta);
    ts_engine_free(engine);
    return status;
}

struct each {
    struct cli_run *run;
    cli_take_fn take;
};

static void each_input(void *context, const struct cli_list *files, int *status) {
    struct each *e = context;
    size_t failed = cli_inputs(files, e->run->common.as, e->take, NULL, e->run->out, e->run);
    *status = failed == CLI_STOPPED ? EXIT_NO_MODEL : failed ? EXIT_SOME_FAILED : EXIT_WELL;
}

int cli_each(struct cli_run *run, const struct cli_list *files, cli_take_fn take) {
    struct each e = {run, take};
    return cli_with_output(run, false, files, each_input, &e);
}

enum cli_taken cli_article(ts_article **out, const struct cli_run *run,
                           const struct cli_input *input, struct ts_error *err) {
    const struct cli_common *c = &run->common;
    struct ts_input in = TS_INPUT_INIT;
    in.bytes = input->bytes;
    in.n = input->n;
    in.path = input->path;
    in.verbatim = c->verbatim;
    in.as = c->as && c->as[0] == 'h'   ? TS_INPUT_HTML
            : c->as && c->as[0] == 't' ? TS_INPUT_TEXT
                                       : TS_INPUT_AUTO;
    const struct cli_meta_row *known = cli_meta_of(&run->meta, input->path);
    if (known) {
        in.outlet = known->outlet;
        in.date = known->date;
        in.url = known->url;
        in.title = known->title;
    }
    if (ts_article_new(out, run->engine, &in, err) == TS_OK)
        return CLI_TAKEN;
    cli_complain_error(input->path, err);
    return CLI_FAILED;
}

/* Puts the line in front of the message, for the complaint and for the list of what was skipped. */
static void name_line(struct ts_error *err, size_t line) {
    char what[sizeof err->message];
    int n = snprintf(what, sizeof what, "line %zu: ", line);
    size_t room = sizeof what - (size_t)n;
    memcpy(what + n, err->message, room);
    what[sizeof what - 1] = 0;
    memcpy(err->message, what, sizeof what);
}

enum cli_taken cli_analysis(ts_analysis **out, const struct cli_run *run,
                            const struct cli_input *input, struct ts_error *err) {
    ts_article *article;
    int status;
    if (input->record)
        status = ts_analysis_from_json(out, run->engine, input->bytes, input->n, err);
    else if (cli_article(&article, run, input, err) != CLI_TAKEN)
        return CLI_FAILED;
    else
        status = ts_analysis_new(out, run->engine, &article, err);
    if (status == TS_OK)
        return CLI_TAKEN;
    if (status == TS_E_MODEL) { /* nothing is wrong with the input */
        cli_complain_error(NULL, err);
        return CLI_STOP;
    }
    if (input->line)
        name_line(err, input->line);
    cli_complain_error(input->path, err);
    return CLI_FAILED;
}
