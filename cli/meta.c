/* --meta FILE: what the user knows of pasted texts, as CSV (RFC 4180) with a header line. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 5 };

static const char *const columns[COLUMNS] = {"path", "outlet", "date", "url", "title"};

/* Cuts the next field off *rest in place, quotes undone; *last when it ends its line. NULL after
 * the end. */
static char *next_field(char **rest, bool *last) {
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
    *rest = *p ? p + 1 : p;
    if (to > field && to[-1] == '\r' && *last)
        to--;
    *to = 0;
    return field;
}

/* One line into row by the order of the columns; false after the end. */
static bool next_line(const char *row[COLUMNS], char **rest, const int *order, size_t order_count) {
    bool last = false;
    memset(row, 0, COLUMNS * sizeof *row);
    for (size_t i = 0; !last; i++) {
        char *field = next_field(rest, &last);
        if (!field)
            return i > 0;
        if (i < order_count && order[i] >= 0 && *field)
            row[order[i]] = field;
    }
    return true;
}

static size_t read_header(int *order, size_t room, char **rest) {
    bool last = false;
    size_t n = 0;
    for (char *field; !last && (field = next_field(rest, &last)) && n < room; n++) {
        order[n] = -1;
        for (int k = 0; k < COLUMNS; k++)
            if (strcmp(field, columns[k]) == 0)
                order[n] = k;
    }
    return n;
}

bool cli_meta_read(struct cli_meta *meta, const char *path) {
    int order[16];
    size_t n;
    meta->bytes = cli_file(&n, path);
    if (!meta->bytes)
        return false;
    char *rest = meta->bytes;
    if (strncmp(rest, "\xEF\xBB\xBF", 3) == 0)
        rest += 3;
    size_t order_count = read_header(order, sizeof order / sizeof *order, &rest);
    bool has_path = false;
    for (size_t i = 0; i < order_count; i++)
        has_path = has_path || order[i] == 0;
    if (!has_path) {
        cli_complain(path,
                     "the first line names the columns: path, and any of outlet, date, url, title");
        return false;
    }
    for (const char *row[COLUMNS]; next_line(row, &rest, order, order_count);) {
        if (!row[0])
            continue;
        struct cli_meta_row *grown = realloc(meta->rows, (meta->n + 1) * sizeof *grown);
        if (!grown) {
            cli_complain(path, "out of memory");
            return false;
        }
        meta->rows = grown;
        meta->rows[meta->n++] = (struct cli_meta_row){row[0], row[1], row[2], row[3], row[4]};
    }
    return true;
}

const struct cli_meta_row *cli_meta_of(const struct cli_meta *meta, const char *path) {
    for (size_t i = 0; i < meta->n; i++)
        if (strcmp(meta->rows[i].path, path) == 0)
            return &meta->rows[i];
    return NULL;
}

void cli_meta_free(struct cli_meta *meta) {
    free(meta->rows);
    free(meta->bytes);
}
