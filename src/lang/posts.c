/* Posts of a short-message site that stand in the text with their signature: "The tide took it. —
 * Jane Roe (@jroe) May 4, 2026". The post is the word of who signs it. */
#include "base/calendar.h"
#include "lang/statements.h"

enum { HANDLE_BYTES = 15, NAME_BYTES = 60, DATE_BYTES = 24 };

/* Bytes of the text: the post, the name that signs it, "(@name)", and where its date ends. */
struct post {
    struct span words, name, handle;
    uint32_t end;
};

static bool is_handle_byte(char c) {
    return ascii_alpha(c) || ascii_digit(c) || c == '_';
}

static size_t digits_at(struct str text, size_t at) {
    size_t n = 0;
    while (at + n < text.n && ascii_digit(text.at[at + n]))
        n++;
    return n;
}

/* " May 4, 2026" at a byte: the byte behind it, or 0. */
static size_t date_end(struct str text, size_t at) {
    size_t from = at;
    while (from < text.n && text.at[from] == ' ')
        from++;
    size_t end = from;
    while (end < text.n && ascii_alpha(text.at[end]) && end - from < DATE_BYTES)
        end++;
    if (!calendar_month_named(str_cut(text, from, end)) || end == text.n || text.at[end] != ' ')
        return 0;
    size_t day = digits_at(text, end + 1), comma = end + 1 + day;
    if (day < 1 || day > 2 || comma + 2 >= text.n || text.at[comma] != ',' ||
        text.at[comma + 1] != ' ' || digits_at(text, comma + 2) < 4)
        return 0;
    return comma + 2 + 4;
}

/* The last dash before a byte, not far from it and in its line: where it begins; *behind it. */
static bool dash_before(struct str text, size_t at, size_t *dash, size_t *behind) {
    static const char *const dashes[] = {"\xE2\x80\x94", "\xE2\x80\x93", "&mdash;", " - ", "--"};
    for (size_t i = at; i-- > 0 && at - i <= NAME_BYTES && text.at[i] != '\n';)
        for (size_t k = 0; k < sizeof dashes / sizeof *dashes; k++) {
            struct str mark = str_of(dashes[k]);
            if (!str_starts(str_cut(text, i, at), mark))
                continue;
            *dash = i;
            *behind = i + mark.n;
            return true;
        }
    return false;
}

/* A byte range without blanks at its ends. */
static struct span trimmed(struct str text, size_t from, size_t to) {
    while (from < to && ascii_space(text.at[from]))
        from++;
    while (to > from && ascii_space(text.at[to - 1]))
        to--;
    return (struct span){(uint32_t)from, (uint32_t)to};
}

/* The post that is signed by "(@" at a byte; what stands before low belongs to another. */
static bool read_post(struct post *p, struct str text, size_t at, size_t low) {
    size_t n = 0, dash, behind;
    while (at + 2 + n < text.n && is_handle_byte(text.at[at + 2 + n]))
        n++;
    size_t close = at + 2 + n;
    if (!n || n > HANDLE_BYTES || close >= text.n || text.at[close] != ')')
        return false;
    size_t end = date_end(text, close + 1), line = at;
    if (!end || !dash_before(text, at, &dash, &behind) || dash < low)
        return false;
    p->end = (uint32_t)end; /* what stands before it is no other's, whatever comes of it */
    p->name = trimmed(text, behind, at);
    if (p->name.start >= p->name.end)
        return false;
    while (line > low && text.at[line - 1] != '\n')
        line--;
    p->words = trimmed(text, line, dash);
    p->handle = (struct span){(uint32_t)at, (uint32_t)close + 1};
    return p->words.start < p->words.end;
}

/* "Jane Roe", "J. Roe"; not "sad pilot", "[Away] JR" or what else one may call oneself. */
static bool looks_like_name(struct str name) {
    for (struct str rest = name; rest.at;) {
        struct str word = str_split(&rest, ' ');
        size_t at = 0;
        if (!word.n || !utf8_is_upper(utf8_next(word, &at)))
            return false;
        while (at < word.n) {
            uint32_t cp = utf8_next(word, &at);
            if (!utf8_is_letter(cp) && !utf8_is_digit(cp) && cp != '&' && cp != '.' && cp != '-' &&
                cp != '\'' && cp != 0x2019)
                return false;
        }
    }
    return true;
}

static int add_post(struct unit *u, const struct post *p) {
    struct span name = p->name;
    if (!looks_like_name(str_span(u->text, name))) /* "@jroe" of "(@jroe)" */
        name = (struct span){p->handle.start + 1, p->handle.end - 1};
    uint32_t first = unit_word_at(u, name.start), end = unit_word_at(u, name.end - 1) + 1,
             handle = unit_word_at(u, p->handle.start);
    struct statement *s;
    if (first >= end || end > u->words.n || handle >= u->words.n || unit_in_outlet_name(u, first))
        return TS_OK;
    struct draft d = draft_at(handle, handle, "post-signed");
    d.source_first = first;
    d.source_end = end;
    d.lemma = STR("tweet");
    d.force = STR("neutral");
    int status = statement_add(&s, u, &d);
    if (status != TS_OK)
        return status;
    struct span *content = VEC_PUSH(u->a, &s->content);
    if (!content)
        return arena_fail(u->a, u->err);
    *content = p->words;
    s->type = STATEMENT_DIRECT;
    s->cue = p->handle;
    s->sentence = u->words.at[handle].sentence;
    if (s->source_class == SOURCE_UNKNOWN || s->source_class == SOURCE_UNNAMED)
        s->source_class = SOURCE_PERSON;
    return TS_OK;
}

int unit_find_posts(struct unit *u) {
    size_t low = 0;
    int status = TS_OK;
    for (size_t at = str_find(u->text, STR("(@"), 0); at != SIZE_MAX && status == TS_OK;
         at = str_find(u->text, STR("(@"), at + 2)) {
        struct post p = {.end = 0};
        if (read_post(&p, u->text, at, low))
            status = add_post(u, &p);
        low = p.end ? p.end : low;
    }
    return status;
}
