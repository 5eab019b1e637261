/* What the commands share: options, inputs, outputs, exit statuses. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "twosource/engine.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/** Exit statuses. */
enum { EXIT_WELL = 0, EXIT_SOME_FAILED = 1, EXIT_WRONG_USAGE = 2, EXIT_NO_MODEL = 3 };

/** An option of a command. A value goes to `text`, each further one of a `list` too; a flag sets
 * `flag`. */
struct cli_option {
    const char *name;  /* "--format" */
    const char *value; /* what the help calls its value, "FILE"; NULL for a flag */
    const char *help;
    bool *flag;
    const char **text;
    struct cli_list *list;
};

struct cli_list {
    const char **at;
    size_t n;
};

/** A command: one line of the table in main.c. */
struct cli_command {
    const char *name, *usage, *summary;
    int (*run)(int argc, char **argv);
};

/** Options that every reading command has. */
struct cli_common {
    const char *format, *out, *as, *outlets, *meta;
    bool verbatim;
    bool outlines; /* the grouping alone is asked for */
};

/** The rows of an option table for what every command has. */
#define CLI_COMMON_OPTIONS(c, formats)                                                             \
    {"--format", formats, "the form of the result (text)", NULL, &(c)->format, NULL},              \
        {"--out", "FILE", "write to FILE", NULL, &(c)->out, NULL},                                 \
        {"--as", "html|text|jsonl", "take every input for this, whatever it looks like",           \
         NULL,   &(c)->as,          NULL},                                                         \
        {"--verbatim",   NULL, "plain text is the article's text unchanged",                       \
         &(c)->verbatim, NULL, NULL},                                                              \
        {"--meta", "FILE",     "CSV with what is known: path,outlet,date,url,title",               \
         NULL,     &(c)->meta, NULL},                                                              \
    {                                                                                              \
        "--outlets", "FILE", "outlets that add to or override the built-in table", NULL,           \
            &(c)->outlets, NULL                                                                    \
    }

/** A line of --meta: what the user knows of the input at path; NULL where nothing is said. */
struct cli_meta_row {
    const char *path, *outlet, *date, *url, *title;
};

struct cli_meta {
    struct cli_meta_row *rows; /* by path */
    size_t n, cap;
    char *bytes; /* the rows point into it */
};

/** Reads a CSV file (RFC 4180) whose first line names its columns. Complains when it cannot. */
bool cli_meta_read(struct cli_meta *meta, const char *path);
const struct cli_meta_row *cli_meta_of(const struct cli_meta *meta,
                                       const char *path); /* NULL: nothing known */
void cli_meta_free(struct cli_meta *meta);

/** A whole small file (16 MiB at most), NUL after it, to be freed; NULL with a complaint. */
char *cli_file(size_t *n, const char *path);

/** What a command's help says. */
struct cli_help {
    const char *name;     /* "read" */
    const char *summary;  /* one line */
    const char *usage;    /* after "twosource " */
    const char *formats;  /* "text|json" */
    const char *about;    /* paragraphs, may be NULL */
    const char *examples; /* lines, two blanks in front */
};

/**
 * Reads the command line: options go to where the table says, the rest to files (argv's own
 * strings).
 * "--" ends the options. Returns -1 to go on, or the exit status (help was printed, or usage was
 * wrong).
 */
int cli_parse(struct cli_list *files, int argc, char **argv, const struct cli_help *help,
              struct cli_option *options, size_t option_count);

/** Writes s with each control character, and each byte that is no UTF-8, as \\xNN. */
void cli_put_visible(FILE *to, const char *s);

/** "twosource: INPUT: MESSAGE" on standard error; input may be NULL. */
void cli_complain(const char *input, const char *message);
void cli_complain_error(const char *input, const struct ts_error *err);

/**
 * Opens --out (standard output without it). Complains when it cannot, or when --out is one of the
 * inputs, which opening would empty. Returns -1 to go on, or an exit status.
 */
int cli_output_open(FILE **out, const struct cli_common *common, const struct cli_list *files);
/** Closes it; false, with a complaint, when not everything was written. */
bool cli_output_close(FILE *out, const struct cli_common *common);

/** The form of --format, and the terminal's width and colour. Returns -1 to go on, or an exit
 * status. */
int cli_write_options(struct ts_write_options *w, const struct cli_common *common, bool html,
                      FILE *out);

/** ts_write_fn into a FILE. */
int cli_write(void *context, const char *bytes, size_t n);

/** One input, whole. */
struct cli_input {
    const char *path; /* as shown; belongs to the reader for the call */
    const char *bytes;
    size_t n;
    bool record; /* a line of JSON that read or analyse wrote */
    size_t line; /* of the record in its file, from 1; 0 for a whole file */
};

/** What became of an input; after what is not CLI_TAKEN the taker has complained. CLI_STOP: the
 * others would fail alike, as without a model. */
enum cli_taken { CLI_TAKEN, CLI_FAILED, CLI_STOP };

typedef enum cli_taken (*cli_take_fn)(void *context, const struct cli_input *input);

/** Notes an input that could not be opened or read, after the complaint. May be NULL. */
typedef void (*cli_skip_fn)(void *context, const char *path, const char *outcome,
                            const char *message);

/**
 * Gives each file, each file of a folder (by name, one level deep), and standard input for "-" to
 * take; a file or stream that begins as lines of twosource's JSON is given line by line. out is
 * where results go: a folder's file that is out itself is no input. Returns how many failed, or
 * CLI_STOPPED after a CLI_STOP.
 */
#define CLI_STOPPED SIZE_MAX
size_t cli_inputs(const struct cli_list *files, const char *as, cli_take_fn take, cli_skip_fn skip,
                  FILE *out, void *context);

/** A command at work. */
struct cli_run {
    struct cli_common common;
    struct cli_meta meta;
    const ts_engine *engine;
    struct ts_write_options write;
    bool vectors; /* analyse gives each sentence one */
    FILE *out;
};

/** The command's own work, between opening and closing: sets *status to an exit status. */
typedef void (*cli_job_fn)(void *context, const struct cli_list *files, int *status);

/** Engine, output and form around a job; returns the exit status. html: the command has that form.
 */
int cli_with_output(struct cli_run *run, bool html, const struct cli_list *files, cli_job_fn job,
                    void *context);

/** One result an input: take gets run as context. Returns the exit status. */
int cli_each(struct cli_run *run, const struct cli_list *files, cli_take_fn take);

/** Makes an article or an analysis from an input; fills err and complains when it cannot. */
enum cli_taken cli_article(ts_article **out, const struct cli_run *run,
                           const struct cli_input *input, struct ts_error *err);
enum cli_taken cli_analysis(ts_analysis **out, const struct cli_run *run,
                            const struct cli_input *input, struct ts_error *err);

int cmd_read(int argc, char **argv);
int cmd_analyse(int argc, char **argv);
int cmd_compare(int argc, char **argv);
int cmd_model(int argc, char **argv);

#endif
