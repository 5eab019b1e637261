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
    size_t failed;
};

static void fail(struct walk *w, const char *path, const char *outcome, const char *message) {
    cli_complain(path, message);
    if (w->skip)
        w->skip(w->context, path, outcome, message);
    w->failed++;
}

static void give(struct walk *w, const char *path, const char *bytes, size_t n, bool record) {
    struct cli_input input = {.path = path, .bytes = bytes, .n = n, .record = record};
    if (!w->take(w->context, &input))
        w->failed++;
}

/* Whether the bytes begin as a line that read or analyse wrote. */
static bool is_record(const struct walk *w, const char *bytes, size_t n) {
    static const char start[] = "{\"schema\":\"twosource.";
    if (w->as)
        return strcmp(w->as, "jsonl") == 0;
    return n >= sizeof start - 1 && memcmp(bytes, start, sizeof start - 1) == 0;
}

/* A growing buffer for one input. */
struct held {
    char *at;
    size_t n, cap;
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

/* Gives the whole lines in h to the taker and moves the rest to the front. */
static void give_lines(struct walk *w, const char *path, struct held *h, bool ended) {
    size_t from = 0;
    while (from < h->n) {
        char *newline = memchr(h->at + from, '\n', h->n - from);
        if (!newline && !ended)
            break;
        size_t end = newline ? (size_t)(newline - h->at) : h->n;
        if (end > from)
            give(w, path, h->at + from, end - from, true);
        from = newline ? end + 1 : end;
    }
    memmove(h->at, h->at + from, h->n - from);
    h->n -= from;
}

static void read_stream(struct walk *w, const char *path, FILE *f) {
    struct held h = {0};
    bool record = false, known = false, room = true;
    while (h.n < MOST_BYTES && (room = make_room(&h))) {
        size_t want = h.cap - h.n < MOST_BYTES - h.n ? h.cap - h.n : MOST_BYTES - h.n;
        size_t got = fread(h.at + h.n, 1, want, f);
        if (got == 0)
            break;
        h.n += got;
        if (!known)
            record = is_record(w, h.at, h.n);
        known = true;
        if (record)
            give_lines(w, path, &h, false);
    }
    if (!room)
        fail(w, path, "out_of_memory", "out of memory");
    else if (ferror(f))
        fail(w, path, "not_readable", strerror(errno));
    else if (record && h.n == MOST_BYTES)
        fail(w, path, "too_large", "a line of JSON is longer than 64 MiB");
    else if (record)
        give_lines(w, path, &h, true);
    else
        give(w, path, h.at ? h.at : "", h.n, false);
    free(h.at);
}

static void read_file(struct walk *w, const char *path) {
    FILE *f = fopen(path, "rb");
    if (!f) {
        char message[256];
        snprintf(message, sizeof message, "%s",
                 errno == ENOENT ? "there is no such file" : strerror(errno));
        fail(w, path, errno == ENOENT ? "missing" : "not_readable", message);
        return;
    }
    read_stream(w, path, f);
    fclose(f);
}

static int by_name(const void *a, const void *b) {
    const char *const *x = a, *const *y = b;
    return strcmp(*x, *y);
}

static char *joined(const char *folder, const char *name) {
    size_t n = strlen(folder), m = strlen(name);
    bool slash = n && folder[n - 1] == '/';
    char *path = malloc(n + m + 2);
    if (path)
        snprintf(path, n + m + 2, "%s%s%s", folder, slash ? "" : "/", name);
    return path;
}

/* The regular files of a folder, not hidden ones, in an array that the caller frees with its
 * strings. */
static bool list_folder(char ***paths, size_t *count, const char *folder) {
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
        if (!path || stat(path, &st) != 0 || !S_ISREG(st.st_mode)) {
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

static void read_folder(struct walk *w, const char *folder) {
    char **paths;
    size_t n;
    if (!list_folder(&paths, &n, folder))
        fail(w, folder, "not_readable", "the folder could not be read");
    else if (n == 0)
        fail(w, folder, "empty", "the folder holds no file; name files, or a folder of files");
    for (size_t i = 0; i < n; i++) {
        read_file(w, paths[i]);
        free(paths[i]);
    }
    free(paths);
}

static bool is_url(const char *path) {
    return strncmp(path, "http://", 7) == 0 || strncmp(path, "https://", 8) == 0;
}

size_t cli_inputs(const struct cli_list *files, const char *as, cli_take_fn take, cli_skip_fn skip,
                  void *context) {
    struct walk w = {.as = as, .take = take, .skip = skip, .context = context};
    for (size_t i = 0; i < files->n; i++) {
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
    return w.failed;
}

char *cli_file(size_t *n, const char *path) {
    struct held h = {0};
    FILE *f = fopen(path, "rb");
    bool ok = f != NULL;
    while (ok && h.n < SMALL_FILE && (ok = make_room(&h))) {
        size_t got = fread(h.at + h.n, 1, h.cap - h.n, f);
        if (got == 0)
            break;
        h.n += got;
    }
    ok = ok && !ferror(f) && make_room(&h);
    if (ok)
        h.at[h.n] = 0;
    else
        cli_complain(path, f ? "could not be read" : strerror(errno));
    if (f)
        fclose(f);
    if (!ok)
        free(h.at);
    *n = h.n;
    return ok ? h.at : NULL;
}
