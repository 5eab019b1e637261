/* Files, folders, standard input, and lines of JSON. */
#include "cli/cli.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* A page's limit, and a byte more, so that the library sees that the input is beyond it. */
enum { MOST_BYTES = (64 << 20) + 1, FIRST_BYTES = 1 << 16, SMALL_FILE = 16 << 20 };

struct walk {
    const char *as;
    cli_take_fn take;
    cli_skip_fn skip;
    void *context;
    FILE *out;
    size_t failed;
    bool stopped; /* by a CLI_STOP */
};

static void fail(struct walk *w, const char *path, const char *outcome, const char *message) {
    cli_complain(path, message);
    if (w->skip)
        w->skip(w->context, path, outcome, message);
    w->failed++;
}

/* line: of a record; 0 for a whole file. */
static void give(struct walk *w, const char *path, const char *bytes, size_t n, size_t line) {
    struct cli_input input = {
        .path = path, .bytes = bytes, .n = n, .record = line > 0, .line = line};
    enum cli_taken taken = w->take(w->context, &input);
    w->failed += taken != CLI_TAKEN;
    w->stopped = w->stopped || taken == CLI_STOP;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static size_t after_blanks(const char *bytes, size_t at, size_t n) {
    while (at < n && is_blank(bytes[at]))
        at++;
    return at;
}

/* Whether what stands at `at` is "schema":"twosource. with blanks where JSON has them. */
static bool is_schema(const char *bytes, size_t at, size_t n) {
    static const char key[] = "\"schema\"", value[] = "\"twosource.";
    if (n - at < sizeof key - 1 || memcmp(bytes + at, key, sizeof key - 1) != 0)
        return false;
    at = after_blanks(bytes, at + sizeof key - 1, n);
    if (at == n || bytes[at] != ':')
        return false;
    at = after_blanks(bytes, at + 1, n);
    return n - at >= sizeof value - 1 && memcmp(bytes + at, value, sizeof value - 1) == 0;
}

enum kind { UNDECIDED, WHOLE, RECORDS };

/* Whether the bytes begin as a line that read or analyse wrote, perhaps written again by another
 * program, with blanks and the keys in another order. UNDECIDED: the first line goes on. */
static enum kind kind_of(const struct walk *w, const char *bytes, size_t n, bool ended) {
    if (w->as)
        return strcmp(w->as, "jsonl") == 0 ? RECORDS : WHOLE;
    size_t at = after_blanks(bytes, 0, n);
    if (at < n && bytes[at] != '{')
        return WHOLE;
    for (; at < n && bytes[at] != '\n'; at++)
        if (bytes[at] == '"' && is_schema(bytes, at, n))
            return RECORDS;
    return at < n || ended ? WHOLE : UNDECIDED;
}

/* A growing buffer for one input. */
struct held {
    char *at;
    size_t n, cap;
    size_t line;   /* lines given */
    size_t looked; /* at the front, without a line's end */
    bool skipping; /* the rest of a line that is too long */
};

static bool make_room(struct held *h) {
    if (h->n < h->cap)
        return true;
    size_t cap = h->cap ? h->cap * 2 : FIRST_BYTES;
    char *grown = realloc(h->at, cap);
    if (!grown)
        return false;
    h->at = grown;
    h->cap = cap;
    return true;
}

/* Takes the first line off h, which ends at `end`: gives it, unless it is blank or too long. */
static void give_line(struct walk *w, const char *path, struct held *h, size_t from, size_t end) {
    h->line++;
    if (!w->stopped && !h->skipping && after_blanks(h->at, from, end) < end)
        give(w, path, h->at + from, end - from, h->line);
    h->skipping = false;
}

/* Gives the whole lines in h to the taker and moves the rest to the front. */
static void give_lines(struct walk *w, const char *path, struct held *h) {
    size_t from = 0, ahead = h->looked;
    for (char *newline; (newline = memchr(h->at + ahead, '\n', h->n - ahead)) != NULL;) {
        size_t end = (size_t)(newline - h->at);
        give_line(w, path, h, from, end);
        from = ahead = end + 1;
    }
    h->looked = h->n = h->n - from;
    memmove(h->at, h->at + from, h->n);
}

/* A line that is longer than what is held at most: it alone is left out. */
static void skip_line(struct walk *w, const char *path, struct held *h) {
    char message[128];
    snprintf(message, sizeof message, "line %zu: is longer than the 64 MiB allowed for a record",
             h->line + 1);
    if (!h->skipping)
        fail(w, path, "too_large", message);
    h->skipping = true;
    h->n = h->looked = 0;
}

static void take_lines(struct walk *w, const char *path, struct held *h) {
    give_lines(w, path, h);
    if (h->n == MOST_BYTES)
        skip_line(w, path, h);
}

static void read_stream(struct walk *w, const char *path, FILE *f) {
    struct held h = {0};
    enum kind kind = UNDECIDED;
    bool room = true;
    while (!w->stopped && h.n < MOST_BYTES && (room = make_room(&h))) {
        size_t want = h.cap - h.n < MOST_BYTES - h.n ? h.cap - h.n : MOST_BYTES - h.n;
        size_t got = fread(h.at + h.n, 1, want, f);
        if (got == 0)
            break;
        h.n += got;
        if (kind == UNDECIDED)
            kind = kind_of(w, h.at, h.n, false);
        if (kind == RECORDS)
            take_lines(w, path, &h);
    }
    if (kind == UNDECIDED)
        kind = kind_of(w, h.at, h.n, true);
    if (!room)
        fail(w, path, "out_of_memory", "out of memory");
    else if (ferror(f))
        fail(w, path, "not_readable", strerror(errno));
    else if (kind != RECORDS)
        give(w, path, h.at ? h.at : "", h.n, 0);
    else if (h.n)
        give_line(w, path, &h, 0, h.n);
    free(h.at);
}

static void read_file(struct walk *w, const char *path) {
    FILE *f = fopen(path, "rb");
    if (!f) {
        int why = errno;
        char message[256];
        snprintf(message, sizeof message, "%s",
                 why == ENOENT ? "there is no such file" : strerror(why));
        fail(w, path, why == ENOENT ? "missing" : "not_readable", message);
        return;
    }
    read_stream(w, path, f);
    fclose(f);
}

static int by_name(const void *a, const void *b) {
    const char *const *x = a, *const *y = b;
    return strcmp(*x, *y);
}

static bool is_same(const struct stat *a, const struct stat *b) {
    return b && a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

static char *joined(const char *folder, const char *name) {
    size_t n = strlen(folder), m = strlen(name);
    bool slash = n && folder[n - 1] == '/';
    char *path = malloc(n + m + 2);
    if (path)
        snprintf(path, n + m + 2, "%s%s%s", folder, slash ? "" : "/", name);
    return path;
}

/* What a folder holds beside hidden files, folders and the output, in an array that the caller
 * frees with its strings. What cannot be looked at is among it, so that reading it says why. */
static bool list_folder(char ***paths, size_t *count, const char *folder, const struct stat *out) {
    size_t n = 0, cap = 0;
    char **list = NULL;
    bool ok = true;
    DIR *d = opendir(folder);
    for (struct dirent *e; d && ok && (e = readdir(d));) {
        struct stat st;
        if (e->d_name[0] == '.')
            continue;
        char *path = joined(folder, e->d_name);
        ok = path != NULL;
        bool known = path && stat(path, &st) == 0;
        if (!path || (known && (S_ISDIR(st.st_mode) || is_same(&st, out)))) {
            free(path);
            continue;
        }
        if (n == cap) {
            cap = cap ? cap * 2 : 64;
            char **grown = realloc(list, cap * sizeof *list);
            ok = grown != NULL;
            if (!grown) {
                free(path);
                break;
            }
            list = grown;
        }
        list[n++] = path;
    }
    ok = ok && d;
    if (d)
        closedir(d);
    if (n)
        qsort(list, n, sizeof *list, by_name);
    *paths = list;
    *count = n;
    return ok;
}

/* A pipe or device in a folder was hardly meant, and reading it may never end. */
static void read_entry(struct walk *w, const char *path) {
    struct stat st;
    if (stat(path, &st) == 0 && !S_ISREG(st.st_mode))
        fail(w, path, "not_readable", "is no regular file; name it itself to have it read");
    else
        read_file(w, path);
}

static void read_folder(struct walk *w, const char *folder) {
    char **paths;
    size_t n;
    struct stat out = {0};
    bool known = w->out && fstat(fileno(w->out), &out) == 0 && S_ISREG(out.st_mode);
    if (!list_folder(&paths, &n, folder, known ? &out : NULL))
        fail(w, folder, "not_readable", "the folder could not be read");
    else if (n == 0)
        fail(w, folder, "empty", "the folder holds no file; name files, or a folder of files");
    for (size_t i = 0; i < n; i++) {
        if (!w->stopped)
            read_entry(w, paths[i]);
        free(paths[i]);
    }
    free(paths);
}

static bool is_url(const char *path) {
    return strncmp(path, "http://", 7) == 0 || strncmp(path, "https://", 8) == 0;
}

size_t cli_inputs(const struct cli_list *files, const char *as, cli_take_fn take, cli_skip_fn skip,
                  FILE *out, void *context) {
    struct walk w = {.as = as, .take = take, .skip = skip, .context = context, .out = out};
    for (size_t i = 0; i < files->n && !w.stopped; i++) {
        const char *path = files->at[i];
        struct stat st;
        if (strcmp(path, "-") == 0)
            read_stream(&w, path, stdin);
        else if (is_url(path))
            fail(&w, path, "not_fetched",
                 "pages are not fetched; save the page in a browser and name the file");
        else if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
            read_folder(&w, path);
        else
            read_file(&w, path);
    }
    return w.stopped ? CLI_STOPPED : w.failed;
}

char *cli_file(size_t *n, const char *path) {
    struct held h = {0};
    FILE *f = fopen(path, "rb");
    bool ok = f != NULL;
    while (ok && h.n <= SMALL_FILE && (ok = make_room(&h))) {
        size_t got = fread(h.at + h.n, 1, h.cap - h.n, f);
        if (got == 0)
            break;
        h.n += got;
    }
    const char *wrong = !f || ferror(f)         ? strerror(errno)
                        : !ok || !make_room(&h) ? "out of memory"
                        : h.n > SMALL_FILE      ? "is larger than the 16 MiB allowed for a table"
                        : h.n && memchr(h.at, 0, h.n) ? "holds a NUL byte; save it as UTF-8 text"
                                                      : NULL;
    ok = !wrong;
    if (ok)
        h.at[h.n] = 0;
    else
        cli_complain(path, wrong);
    if (f)
        fclose(f);
    if (!ok)
        free(h.at);
    *n = h.n;
    return ok ? h.at : NULL;
}
