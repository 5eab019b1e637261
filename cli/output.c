/* Where results go, how wide, in which form. */
#include "cli/cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

int cli_write(void *context, const char *bytes, size_t n) {
    return fwrite(bytes, 1, n, context) == n ? 0 : -1;
}

/* Whether path is a file that results would overwrite. */
static bool is_input(const char *path, const struct cli_list *files) {
    struct stat out, in;
    if (stat(path, &out) != 0 || !S_ISREG(out.st_mode))
        return false;
    for (size_t i = 0; i < files->n; i++)
        if (stat(files->at[i], &in) == 0 && in.st_dev == out.st_dev && in.st_ino == out.st_ino)
            return true;
    return false;
}

int cli_output_open(FILE **out, const struct cli_common *common, const struct cli_list *files) {
    *out = stdout;
    if (!common->out || strcmp(common->out, "-") == 0)
        return -1;
    if (is_input(common->out, files)) {
        cli_complain(common->out, "is an input too and would be lost; give --out another name");
        return EXIT_WRONG_USAGE;
    }
    *out = fopen(common->out, "wb");
    if (*out)
        return -1;
    cli_complain(common->out, strerror(errno));
    return EXIT_SOME_FAILED;
}

bool cli_output_close(FILE *out, const struct cli_common *common) {
    bool ok = fflush(out) == 0 && !ferror(out);
    if (out != stdout)
        ok = fclose(out) == 0 && ok;
    if (!ok)
        cli_complain(common->out ? common->out : "standard output", "could not be written");
    return ok;
}

static unsigned terminal_columns(int fd) {
    struct winsize size;
    if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col > 100 ? 100 : size.ws_col;
    return 80;
}

int cli_write_options(struct ts_write_options *w, const struct cli_common *common, bool html,
                      FILE *out) {
    const char *format = common->format ? common->format : "text", *no_colour = getenv("NO_COLOR");
    bool terminal = isatty(fileno(out)) == 1;
    *w = (struct ts_write_options){.columns = terminal ? terminal_columns(fileno(out)) : 80,
                                   .colour = terminal && !(no_colour && *no_colour)};
    if (strcmp(format, "text") == 0) {
        w->format = TS_FORMAT_TEXT;
    } else if (strcmp(format, "json") == 0) {
        w->format = TS_FORMAT_JSON;
    } else if (html && strcmp(format, "html") == 0) {
        w->format = TS_FORMAT_HTML;
    } else {
        fputs("twosource: --format=", stderr);
        cli_put_visible(stderr, format);
        fprintf(stderr, ": this command writes %s\n", html ? "text, json or html" : "text or json");
        return EXIT_WRONG_USAGE;
    }
    return -1;
}
