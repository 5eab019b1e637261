/*
 * twosource: whose word do several reports of a story rest on?
 *
 * Map of this folder:
 *   main.c         the table of commands
 *   cmd_<name>.c   one command each
 *   run.c          engine and output around a command's work
 *   options.c      command line and help
 *   inputs.c       files, folders, standard input, lines of JSON
 *   meta.c         --meta: what the user knows of the inputs
 *   visible.c      words of others in messages
 *   output.c       where results go, how wide, in which form
 */
#include "cli/cli.h"

#include "twosource/version.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <string.h>

static const struct cli_command commands[] = {
    {"read", "FILE...", "the clean article, and what was left out of it", cmd_read},
    {"analyse", "FILE...", "who says what on whose word in one report", cmd_analyse},
    {"compare", "FILE...", "the main job: the comparison of several reports", cmd_compare},
    {"model", "ACTION", "the language model: list, check, build", cmd_model},
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static void print_help(FILE *to) {
    fputs("Whose word do several reports of a story rest on?\n\n"
          "Usage: twosource COMMAND [OPTION...] FILE...\n\n"
          "Commands:\n",
          to);
    for (size_t i = 0; i < COMMANDS; i++)
        fprintf(to, "  %-9s %-9s %s\n", commands[i].name, commands[i].usage, commands[i].summary);
    fputs("\n"
          "FILE is a saved page (HTML), a text, the JSON lines of `read` or `analyse`, a\n"
          "folder of such files, or - for standard input.\n\n"
          "Options:\n"
          "  -h, --help     this; after a command, the command's own help\n"
          "  -V, --version  the version\n\n"
          "Examples:\n"
          "  twosource compare examples/harbour\n"
          "  twosource compare --format=html --out page.html examples/harbour\n\n"
          "Exit status: 0 all well, 1 an input failed and the rest was done, 2 wrong usage,\n"
          "3 a model is missing or damaged.\n",
          to);
}

static int run_command(int argc, char **argv) {
    if (argc < 2) {
        print_help(stderr);
        return EXIT_WRONG_USAGE;
    }
    const char *word = argv[1];
    if (strcmp(word, "-h") == 0 || strcmp(word, "--help") == 0 || strcmp(word, "help") == 0) {
        for (size_t i = 0; argc > 2 && i < COMMANDS; i++)
            if (strcmp(argv[2], commands[i].name) == 0)
                return commands[i].run(2, (char *[]){argv[2], (char *)"--help", NULL});
        print_help(stdout);
        return EXIT_WELL;
    }
    if (strcmp(word, "-V") == 0 || strcmp(word, "--version") == 0) {
        printf("twosource %s\n", ts_version());
        return EXIT_WELL;
    }
    for (size_t i = 0; i < COMMANDS; i++)
        if (strcmp(word, commands[i].name) == 0)
            return commands[i].run(argc - 1, argv + 1);
    fputs("twosource: there is no command '", stderr);
    cli_put_visible(stderr, word);
    fputs("'; `twosource --help` lists them\n", stderr);
    return EXIT_WRONG_USAGE;
}

/* A closed standard stream would be given to the next file that is opened, and messages meant for
 * it would be written into that file. Opened the wrong way round, its use is an error as before. */
static bool hold_standard_streams(void) {
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) == -1 && errno == EBADF &&
            open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd)
            return false;
    return true;
}

int main(int argc, char **argv) {
    if (!hold_standard_streams())
        return EXIT_SOME_FAILED;
    setlocale(LC_CTYPE, "");
    int status = run_command(argc, argv);
    if (status == EXIT_WELL && (fflush(stdout) != 0 || ferror(stdout))) {
        cli_complain("standard output", "could not be written"); /* help or the version */
        status = EXIT_SOME_FAILED;
    }
    return status;
}
