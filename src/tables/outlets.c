#include "tables/outlets.h"

#include "base/utf8.h"

int outlets_init(struct outlets *o, struct arena *a) {
    *o = (struct outlets){0};
    map_init(&o->by_name, a);
    map_init(&o->by_domain, a);
    map_init(&o->first_words, a);
    return TS_OK;
}

/* Letters, digits and what stands inside names ("AT&T", "al-Jazeera", "Dawn.com") make a word. */
static size_t word_end(struct str s, size_t at) {
    while (at < s.n) {
        size_t next = at;
        uint32_t cp = utf8_next(s, &next);
        bool inside = cp == '&' || cp == '-' || cp == '.';
        if (inside) {
            size_t after = next;
            inside = next < s.n;
            if (inside) {
                uint32_t c = utf8_next(s, &after);
                inside = utf8_is_letter(c) || utf8_is_digit(c);
            }
        }
        if (!inside && !utf8_is_letter(cp) && !utf8_is_digit(cp))
            break;
        at = next;
    }
    return at;
}

static uint32_t word_count(struct str s) {
    uint32_t n = 1;
    for (size_t i = 0; i < s.n; i++)
        n += s.at[i] == ' ';
    return n;
}

static bool put_name(struct outlets *o, struct str name, uint32_t row) {
    uint32_t *at = map_put(&o->by_name, name);
    if (!at)
        return false;
    if (*at == MAP_NONE || *at > row)
        *at = row; /* the earlier row keeps a name that two rows claim */
    at = map_put(&o->first_words, str_cut(name, 0, word_end(name, 0)));
    if (!at)
        return false;
    uint32_t words = word_count(name);
    if (*at == MAP_NONE || *at < words)
        *at = words;
    return true;
}

/* "The Ledger", "Al-Mustaqbal": in a sentence also "the Ledger", "al-Mustaqbal". */
static bool has_article(struct str name) {
    static const char *const articles[] = {"The ", "Al ", "Al-", "El ", "La ", "Le ", "Il "};
    for (unsigned i = 0; i < sizeof articles / sizeof *articles; i++)
        if (str_starts(name, str_of(articles[i])))
            return true;
    return false;
}

static bool put_both(struct outlets *o, struct arena *a, struct str name, uint32_t row) {
    if (!name.n)
        return true;
    if (!put_name(o, name, row))
        return false;
    if (!has_article(name))
        return true;
    struct str lower = str_copy(a, name);
    if (!lower.at)
        return false;
    ((char *)lower.at)[0] = ascii_lower(name.at[0]); /* the copy is ours to write */
    return put_name(o, lower, row);
}

static int add_row(struct outlets *o, struct arena *a, const struct table_row *r,
                   struct ts_error *err) {
    struct outlet row = {.name = r->field[0],
                         .aliases = r->field[1],
                         .domains = r->field[2],
                         .agency = str_eq(r->field[3], STR("agency")),
                         .family = r->field[4],
                         .country = r->field[5]};
    if (!row.name.n || (!row.agency && !str_eq(r->field[3], STR("outlet"))))
        return err_set(err, TS_E_FORMAT, "bad_table",
                       "line %u: the first field is a name, the fourth is `outlet` or `agency`",
                       (unsigned)r->line);
    uint32_t at = map_get(&o->by_name, row.name);
    if (at == MAP_NONE || !str_eq(o->rows.at[at].name, row.name)) {
        at = o->rows.n;
        struct outlet *added = VEC_PUSH(a, &o->rows);
        if (!added)
            return arena_fail(a, err);
    }
    o->rows.at[at] = row;
    bool ok = put_both(o, a, row.name, at);
    for (struct str rest = row.aliases; ok && rest.at;)
        ok = put_both(o, a, str_trim(str_split(&rest, '|')), at);
    for (struct str rest = row.domains; ok && rest.at;) {
        struct str domain = str_lower_ascii(a, str_trim(str_split(&rest, '|')));
        uint32_t *slot = domain.n ? map_put(&o->by_domain, domain) : NULL;
        if (slot)
            *slot = at;
        ok = domain.at && (slot || !domain.n);
    }
    return ok ? TS_OK : arena_fail(a, err);
}

int outlets_add(struct outlets *o, struct arena *a, struct str tsv, struct ts_error *err) {
    struct table_row *rows;
    uint32_t n = 0;
    int status = table_rows(&rows, &n, a, tsv, 4, err);
    for (uint32_t i = 0; i < n && status == TS_OK; i++)
        status = add_row(o, a, &rows[i], err);
    return status;
}

uint32_t outlets_named(const struct outlets *o, struct str name) {
    return map_get(&o->by_name, name);
}

uint32_t outlets_at_domain(const struct outlets *o, struct str host) {
    char lower[256];
    if (host.n > sizeof lower)
        return OUTLET_NONE;
    for (size_t i = 0; i < host.n; i++)
        lower[i] = ascii_lower(host.at[i]);
    struct str rest = {lower, host.n};
    while (rest.at && rest.n) {
        uint32_t row = map_get(&o->by_domain, rest);
        if (row != MAP_NONE)
            return row;
        str_split(&rest, '.');
    }
    return OUTLET_NONE;
}

/* Copies text[at..end) with typographic apostrophes as ASCII ones, as the table has them; 0 when
 * too long. */
static size_t plain_key(char *key, size_t room, struct str text, size_t at, size_t end) {
    size_t n = 0;
    while (at < end && n < room) {
        bool apostrophe = str_starts(str_cut(text, at, end), STR("\xE2\x80\x99"));
        key[n++] = apostrophe ? '\'' : text.at[at];
        at += apostrophe ? 3 : 1;
    }
    return at < end ? 0 : n;
}

/* The end of the next word of a name that goes on at end: after one blank, or after an apostrophe
 * or a slash ("Re/code"). 0: none. */
static size_t next_word_end(struct str text, size_t end, bool *new_word) {
    struct str rest = str_cut(text, end, text.n);
    size_t skip = rest.n && str_find_byte(STR(" '/"), rest.at[0], 0) != SIZE_MAX ? 1
                  : str_starts(rest, STR("\xE2\x80\x99"))                        ? 3
                                                                                 : 0;
    *new_word = str_starts(rest, STR(" "));
    size_t next = skip ? word_end(text, end + skip) : 0;
    return skip && next > end + skip ? next : 0;
}

size_t outlets_match(uint32_t *row, const struct outlets *o, struct str text, size_t at) {
    char key[160];
    size_t end = word_end(text, at), found = 0;
    uint32_t words = map_get(&o->first_words, str_cut(text, at, end));
    if (words == MAP_NONE)
        return 0;
    bool new_word;
    for (uint32_t i = 1; end && i <= words;
         end = next_word_end(text, end, &new_word), i += new_word) {
        size_t n = plain_key(key, sizeof key, text, at, end);
        uint32_t r = n ? map_get(&o->by_name, (struct str){key, n}) : MAP_NONE;
        if (r != MAP_NONE) {
            found = end - at;
            *row = r;
        }
    }
    return found;
}
