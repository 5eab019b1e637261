/* The command line, read by the table of a command's options, and the help made from the same
 * table. */
#include "cli/cli.h"

#include "twosource/version.h"

#include <stdlib.h>
#include <string.h>

static void complain(const char *input, const char *message, const char *outcome) {
    fputs("twosource: ", stderr);
    if (input) {
        cli_put_visible(stderr, input);
        fputs(": ", stderr);
    }
    cli_put_visible(stderr, message);
    if (outcome)
        fprintf(stderr, " (%s)", outcome);
    fputc('\n', stderr);
}

void cli_complain(const char *input, const char *message) {
    complain(input, message, NULL);
}

void cli_complain_error(const char *input, const struct ts_error *err) {
    complain(input, err->message, err->outcome);
}

static void print_options(const struct cli_option *options, size_t count) {
    for (size_t i = 0; i < count; i++) {
        char left[64];
        snprintf(left, sizeof left, "%s%s%s", options[i].name, options[i].value ? "=" : "",
                 options[i].value ? options[i].value : "");
        printf("  %-26s %s\n", left, options[i].help);
    }
    printf("  %-26s %s\n", "-h, --help", "this");
    printf("  %-26s %s\n", "-V, --version", "the version");
}

static void print_help(const struct cli_help *help, const struct cli_option *options,
                       size_t count) {
    printf("%s\n\nUsage: twosource %s\n\n", help->summary, help->usage);
    if (help->about)
        printf("%s\n\n", help->about);
    printf("Options:\n");
    print_options(options, count);
    printf("\nExamples:\n%s", help->examples);
}

static int wrong(const struct cli_help *help, const char *word, const char *what) {
    fprintf(stderr, "twosource %s: ", help->name);
    cli_put_visible(stderr, word);
    fprintf(stderr, ": %s; `twosource %s --help` lists the options\n", what, help->name);
    return EXIT_WRONG_USAGE;
}

static struct cli_option *named(struct cli_option *options, size_t count, const char *word,
                                size_t n) {
    for (size_t i = 0; i < count; i++)
        if (strlen(options[i].name) == n && strncmp(options[i].name, word, n) == 0)
            return &options[i];
    return NULL;
}

/* Takes the option at argv[*i], with its value from behind '=' or from the next word. -1 to go on.
 */
static int take_option(int *i, int argc, char **argv, const struct cli_help *help,
                       struct cli_option *options, size_t count) {
    const char *word = argv[*i], *equals = strchr(word, '=');
    size_t n = equals ? (size_t)(equals - word) : strlen(word);
    struct cli_option *o = named(options, count, word, n);
    if (!o)
        return wrong(help, word, "there is no such option");
    if (!o->value) {
        if (equals)
            return wrong(help, word, "takes no value");
        *o->flag = true;
        return -1;
    }
    if (!equals && *i + 1 >= argc)
        return wrong(help, word, "a value is missing");
    const char *value = equals ? equals + 1 : argv[++*i];
    if (o->list)
        o->list->at[o->list->n++] = value;
    else
        *o->text = value;
    return -1;
}

int cli_parse(struct cli_list *files, int argc, char **argv, const struct cli_help *help,
              struct cli_option *options, size_t option_count) {
    bool only_files = false;
    for (int i = 1; i < argc; i++) {
        const char *word = argv[i];
        if (only_files || word[0] != '-' || !word[1]) {
            files->at[files->n++] = word;
        } else if (strcmp(word, "--") == 0) {
            only_files = true;
        } else if (strcmp(word, "-h") == 0 || strcmp(word, "--help") == 0) {
            print_help(help, options, option_count);
            return EXIT_WELL;
        } else if (strcmp(word, "-V") == 0 || strcmp(word, "--version") == 0) {
            printf("twosource %s\n", ts_version());
            return EXIT_WELL;
        } else {
            int status = take_option(&i, argc, argv, help, options, option_count);
            if (status >= 0)
                return status;
        }
    }
    if (files->n == 0)
        return wrong(help, "FILE", "no input is named (- reads standard input)");
    return -1;
}
