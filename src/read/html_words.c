#include "read/html_words.h"

#include "tables/tables.h"

enum { PART_MAX = 40, LINE_WORDS_MAX = 8 };

static const char *const meaning_names[HTML_MEANINGS] = {
    "nothing",  "body",  "ignore", "hidden", "related",  "promotion", "navigation", "caption",
    "comments", "legal", "head",   "title",  "dateline", "repeated",  "other",
};

const char *html_meaning_name(enum html_meaning meaning) {
    return meaning_names[meaning > HTML_MEANS_IGNORE && meaning < HTML_MEANINGS ? meaning
                                                                                : HTML_MEANS_OTHER];
}

static uint32_t meaning_named(struct str name) {
    for (uint32_t i = 1; i < HTML_MEANINGS; i++)
        if (str_eq(name, str_of(meaning_names[i])))
            return i;
    return HTML_MEANS_NOTHING;
}

static int put(struct map *m, struct arena *a, struct str key, uint32_t value,
               struct ts_error *err) {
    uint32_t *at = map_put(m, key);
    if (!at)
        return arena_fail(a, err);
    *at = value;
    return TS_OK;
}

static int take_table(struct html_words *w, struct arena *a, const char *name, bool lines,
                      struct ts_error *err) {
    struct table_row *rows;
    uint32_t count;
    int status = table_rows(&rows, &count, a, table_embedded(name), 2, err);
    for (uint32_t i = 0; status == TS_OK && i < count; i++) {
        struct str key = rows[i].field[0];
        if (lines && str_starts(key, STR("*"))) {
            struct html_phrase *phrase = VEC_PUSH(a, &w->phrases);
            if (!phrase)
                return arena_fail(a, err);
            *phrase = (struct html_phrase){str_cut(key, 1, key.n),
                                           (enum html_meaning)meaning_named(rows[i].field[1])};
            continue;
        }
        bool whole = str_starts(key, STR("="));
        struct map *m = lines ? &w->lines : whole ? &w->names : &w->parts;
        status =
            put(m, a, whole ? str_cut(key, 1, key.n) : key, meaning_named(rows[i].field[1]), err);
    }
    return status;
}

static int take_months(struct html_words *w, struct arena *a, struct ts_error *err) {
    struct table_row *rows;
    uint32_t count;
    int status = table_rows(&rows, &count, a, table_embedded("page_months"), 2, err);
    for (uint32_t i = 0; status == TS_OK && i < count; i++) {
        uint64_t month = 0;
        if (str_uint(&month, rows[i].field[1]) && month >= 1 && month <= 12)
            status = put(&w->months, a, rows[i].field[0], (uint32_t)month, err);
    }
    return status;
}

int html_words_init(struct html_words *w, struct arena *a, struct ts_error *err) {
    *w = (struct html_words){.phrases = {0}};
    map_init(&w->parts, a);
    map_init(&w->names, a);
    map_init(&w->lines, a);
    map_init(&w->months, a);
    int status = take_table(w, a, "page_classes", false, err);
    if (status == TS_OK)
        status = take_table(w, a, "page_lines", true, err);
    return status == TS_OK ? take_months(w, a, err) : status;
}

/* ---- Names of classes */

struct parts {
    char now[PART_MAX], pair[2 * PART_MAX + 1];
    size_t now_n, before_n; /* pair holds the part before */
};

static uint32_t look_up(const struct map *m, const char *at, size_t n) {
    uint32_t found = map_get(m, (struct str){at, n});
    return found == MAP_NONE ? HTML_MEANS_NOTHING : found;
}

/* The meaning of the part just read, or of it and the one before. */
static uint32_t part_meaning(const struct html_words *w, struct parts *p) {
    if (p->now_n == 0)
        return HTML_MEANS_NOTHING;
    uint32_t found = HTML_MEANS_NOTHING;
    if (p->before_n) {
        p->pair[p->before_n] = '-';
        for (size_t i = 0; i < p->now_n; i++)
            p->pair[p->before_n + 1 + i] = p->now[i];
        found = look_up(&w->parts, p->pair, p->before_n + 1 + p->now_n);
    }
    if (!found)
        found = look_up(&w->parts, p->now, p->now_n);
    for (size_t i = 0; i < p->now_n; i++)
        p->pair[i] = p->now[i];
    p->before_n = p->now_n;
    p->now_n = 0;
    return found;
}

static uint32_t better(uint32_t a, uint32_t b) {
    if (a == HTML_MEANS_BODY || b == HTML_MEANS_BODY)
        return HTML_MEANS_BODY;
    return a ? a : b;
}

/* One name: parts end at what is no letter or figure, and where small letters are followed by a
 * capital. */
static uint32_t name_meaning(const struct html_words *w, struct str name) {
    struct parts p = {.now_n = 0};
    uint32_t found = HTML_MEANS_NOTHING;
    for (size_t i = 0; i <= name.n; i++) {
        char c = i < name.n ? name.at[i] : '-';
        bool word = ascii_alpha(c) || ascii_digit(c);
        bool hump = word && ascii_upper(c) && p.now_n && i && !ascii_upper(name.at[i - 1]);
        if (!word || hump) {
            uint32_t m = part_meaning(w, &p);
            if (m == HTML_MEANS_IGNORE)
                return HTML_MEANS_NOTHING;
            found = better(found, m);
        }
        if (word && p.now_n < PART_MAX)
            p.now[p.now_n++] = ascii_lower(c);
    }
    uint32_t whole = map_get(&w->names, name);
    return better(found, whole == MAP_NONE ? HTML_MEANS_NOTHING : whole);
}

enum html_meaning html_words_meaning(const struct html_words *w, struct str names) {
    uint32_t found = HTML_MEANS_NOTHING;
    for (size_t i = 0; i < names.n;) {
        size_t start = i;
        while (i < names.n && !ascii_space(names.at[i]))
            i++;
        if (i > start)
            found = better(found, name_meaning(w, str_cut(names, start, i)));
        while (i < names.n && ascii_space(names.at[i]))
            i++;
    }
    return (enum html_meaning)found;
}

/* ---- Lines of text */

static bool all_digits(struct str s) {
    uint64_t number;
    return str_uint(&number, s);
}

enum html_meaning html_words_line(const struct html_words *w, struct str line) {
    char key[160];
    size_t n = 0;
    unsigned words = 0;
    uint32_t found = HTML_MEANS_NOTHING;
    for (size_t i = 0; i <= line.n && n + 1 < sizeof key && words < LINE_WORDS_MAX; i++) {
        char c = i < line.n ? line.at[i] : ' ';
        bool word = ascii_alpha(c) || ascii_digit(c) || (unsigned char)c >= 0x80 || c == '\'';
        if (word) {
            key[n++] = ascii_lower(c);
            continue;
        }
        if (n == 0 || key[n - 1] == ' ')
            continue;
        if (words == 0 && all_digits((struct str){key, n})) {
            n = 0;
            continue;
        }
        words++;
        found = look_up(&w->lines, key, n);
        if (found)
            break;
        key[n++] = ' ';
    }
    return (enum html_meaning)found;
}

enum html_meaning html_words_phrase(const struct html_words *w, struct str lower_case) {
    for (uint32_t i = 0; i < w->phrases.n; i++)
        if (str_find(lower_case, w->phrases.at[i].words, 0) != SIZE_MAX)
            return w->phrases.at[i].means;
    return HTML_MEANS_NOTHING;
}
