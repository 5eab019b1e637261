/* --meta FILE: what the user knows of pasted texts, as CSV (RFC 4180) with a header line. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 5, MOST_ROWS = 1000000 };

static const char *const columns[COLUMNS] = {"path", "outlet", "date", "url", "title"};

/* Cuts the next field off *rest in place, quotes undone; *last when it ends its line, *open when
 * its quote is never closed. NULL after the end. */
static char *next_field(char **rest, bool *last, bool *open) {
    char *p = *rest, *field = p, *to = p;
    bool quoted = *p == '"';
    if (!*p)
        return NULL;
    for (p += quoted; *p && (quoted || (*p != ',' && *p != '\n')); p++) {
        if (quoted && *p == '"') {
            if (p[1] != '"') {
                quoted = false;
                continue;
            }
            p++;
        }
        *to++ = *p;
    }
    *last = *p != ',';
    *open = *open || quoted;
    *rest = *p ? p + 1 : p;
    if (to > field && to[-1] == '\r' && *last)
        to--;
    *to = 0;
    return field;
}

/* One line into row by the order of the columns; false after the end. */
static bool next_line(const char *row[COLUMNS], char **rest, bool *open, const int *order,
                      size_t order_count) {
    bool last = false;
    memset(row, 0, COLUMNS * sizeof *row);
    for (size_t i = 0; !last; i++) {
        char *field = next_field(rest, &last, open);
        if (!field)
            return i > 0;
        if (i < order_count && order[i] >= 0 && *field)
            row[order[i]] = field;
    }
    return true;
}

/* The column at each place of a line, -1 for one that is not known. Places beyond room are not
 * used. */
static size_t read_header(int *order, size_t room, char **rest, bool *open) {
    bool last = false;
    size_t n = 0;
    for (char *field; !last && (field = next_field(rest, &last, open)) != NULL;) {
        if (n == room)
            continue;
        order[n] = -1;
        for (int k = 0; k < COLUMNS; k++)
            if (strcmp(field, columns[k]) == 0)
                order[n] = k;
        n++;
    }
    return n;
}

static int by_path(const void *a, const void *b) {
    const struct cli_meta_row *x = a, *y = b;
    int order = strcmp(x->path, y->path);
    return order ? order : (x->path > y->path) - (x->path < y->path); /* the first line wins */
}

static bool add_row(struct cli_meta *meta, const char *row[COLUMNS]) {
    if (meta->n == meta->cap) {
        size_t cap = meta->cap ? meta->cap * 2 : 64;
        struct cli_meta_row *grown = realloc(meta->rows, cap * sizeof *grown);
        if (!grown)
            return false;
        meta->rows = grown;
        meta->cap = cap;
    }
    meta->rows[meta->n++] = (struct cli_meta_row){row[0], row[1], row[2], row[3], row[4]};
    return true;
}

/* What is wrong with the table; NULL when it has been read. */
static const char *read_rows(struct cli_meta *meta) {
    int order[16];
    bool has_path = false, open = false;
    char *rest = meta->bytes;
    if (strncmp(rest, "\xEF\xBB\xBF", 3) == 0)
        rest += 3;
    size_t order_count = read_header(order, sizeof order / sizeof *order, &rest, &open);
    for (size_t i = 0; i < order_count; i++)
        has_path = has_path || order[i] == 0;
    if (!has_path)
        return "the first line names the columns: path, and any of outlet, date, url, title";
    for (const char *row[COLUMNS]; next_line(row, &rest, &open, order, order_count);) {
        if (row[0] && meta->n == MOST_ROWS)
            return "has more than the 1,000,000 lines allowed; split it";
        if (row[0] && !add_row(meta, row))
            return "out of memory";
    }
    if (open)
        return "a quotation mark that opens a field is never closed";
    if (meta->n)
        qsort(meta->rows, meta->n, sizeof *meta->rows, by_path);
    return NULL;
}

bool cli_meta_read(struct cli_meta *meta, const char *path) {
    size_t n;
    meta->bytes = cli_file(&n, path);
    if (!meta->bytes)
        return false;
    const char *wrong = read_rows(meta);
    if (wrong)
        cli_complain(path, wrong);
    return !wrong;
}

const struct cli_meta_row *cli_meta_of(const struct cli_meta *meta, const char *path) {
    size_t low = 0, high = meta->n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (strcmp(meta->rows[mid].path, path) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return low < meta->n && strcmp(meta->rows[low].path, path) == 0 ? &meta->rows[low] : NULL;
}

void cli_meta_free(struct cli_meta *meta) {
    free(meta->rows);
    free(meta->bytes);
}
