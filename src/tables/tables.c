#include "tables/tables.h"

#include "embedded_tables.h"

#include <string.h>

int table_rows(struct table_row **out, uint32_t *count, struct arena *a, struct str text,
               unsigned min_fields, struct ts_error *err) {
    VEC_OF(struct table_row) rows = {0};
    uint32_t line = 0;
    for (struct str rest = text; rest.at;) {
        struct str s = str_split(&rest, '\n');
        line++;
        if (s.n && s.at[s.n - 1] == '\r')
            s.n--;
        if (!str_trim(s).n || s.at[0] == '#')
            continue;
        struct table_row *row = VEC_PUSH(a, &rows);
        if (!row)
            return arena_fail(a, err);
        *row = (struct table_row){.line = line};
        unsigned n = 0;
        for (struct str fields = s; fields.at && n <= 8; n++) {
            struct str field = str_trim(str_split(&fields, '\t'));
            if (n < 8)
                row->field[n] = field;
        }
        if (n < min_fields || n > 8)
            return err_set(err, TS_E_FORMAT, "bad_table",
                           "line %u has %u fields parted by tabs; %u to 8 are wanted",
                           (unsigned)line, n, min_fields);
    }
    *out = rows.at;
    *count = rows.n;
    return TS_OK;
}

struct str table_embedded(const char *name) {
    for (size_t i = 0; i < sizeof embedded_tables / sizeof *embedded_tables; i++)
        if (embedded_tables[i].name && strcmp(embedded_tables[i].name, name) == 0)
            return (struct str){(const char *)embedded_tables[i].bytes,
                                *embedded_tables[i].size_bytes};
    return STR_NONE;
}
