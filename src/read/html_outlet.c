#include "read/html_facts.h"

#include "read/html_url.h"

enum {
    NAME_BYTES_MAX = 80,
    LABEL_BYTES_MIN = 5,
    LABEL_BLANKS = 6,
    OUTER_BLOCKS = 12,
    LINE_BYTES_MAX = 300
};

int html_facts_address(struct html_facts *f) {
    struct arena *a = f->page->tree.arena;
    struct article *article = f->builder->article;
    struct str said = html_head_meta(&f->head, HTML_META_URL);
    struct str given = f->in->url.n ? f->in->url : f->in->meta_url;
    struct str base = html_url_host(given).n          ? given
                      : html_url_host(f->head.base).n ? f->head.base
                                                      : said;
    struct str canonical = html_url_resolve(a, base, f->head.canonical);
    struct str og = html_url_resolve(a, base, said);
    if (html_url_host(canonical).n)
        article->canonical_url = canonical;
    f->url = html_url_host(given).n ? given : html_url_host(canonical).n ? canonical : og;
    if (!f->url.n)
        f->url = html_url_resolve(a, base, f->ld.url);
    f->host = html_url_host(f->url);
    if (f->host.n) {
        f->host = str_lower_ascii(a, f->host);
        article->url = f->url;
    }
    return TS_OK;
}

/* Names that are addresses, slogans or empty say nothing. */
static struct str usable(struct str name) {
    name = str_trim(name);
    if (name.n < 2 || name.n > NAME_BYTES_MAX || str_starts(name, STR("http")) ||
        str_starts(name, STR("@")))
        return STR_NONE;
    return name;
}

/* The words of a line that, run together, are the label: "Vale Courier" for valecourier. */
static struct str words_like(struct arena *a, struct str line, struct str label) {
    for (size_t start = 0; start < line.n; start++) {
        if (!ascii_upper(line.at[start]) || (start && ascii_alpha(line.at[start - 1])))
            continue;
        for (size_t end = start + 1; end <= line.n && end - start <= label.n + LABEL_BLANKS;
             end++) {
            bool word_ends =
                end == line.n || !(ascii_alpha(line.at[end]) || ascii_digit(line.at[end]));
            if (word_ends && end - start >= label.n &&
                str_eq(html_key(a, str_cut(line, start, end)), label))
                return str_cut(line, start, end);
        }
    }
    return STR_NONE;
}

/* The outlet's name as the page's top or foot has it, when its host is called the same. */
static struct str named_like_host(struct html_facts *f) {
    struct html_page *page = f->page;
    size_t dot = f->host.n ? str_find_byte(f->host, '.', 0) : SIZE_MAX;
    struct str label =
        dot == SIZE_MAX ? STR_NONE : html_key(page->tree.arena, str_cut(f->host, 0, dot));
    if (label.n < LABEL_BYTES_MIN)
        return STR_NONE;
    for (uint32_t i = 0; i < page->blocks.n; i++) {
        if (i == OUTER_BLOCKS && page->blocks.n > 2 * OUTER_BLOCKS)
            i = page->blocks.n - OUTER_BLOCKS;
        const struct html_block *b = &page->blocks.at[i];
        struct str found =
            b->in ? STR_NONE
                  : words_like(page->tree.arena, html_block_text(page, b, LINE_BYTES_MAX), label);
        if (found.n)
            return found;
    }
    return STR_NONE;
}

int html_facts_outlet(struct html_facts *f) {
    struct article *article = f->builder->article;
    struct str found = usable(html_head_meta(&f->head, HTML_META_OUTLET));
    if (!found.n)
        found = usable(f->ld.publisher);
    if (!found.n)
        found = usable(html_facts_title_outlet(f));
    if (!found.n && f->host.n && f->outlets) {
        uint32_t row = outlets_at_domain(f->outlets, f->host);
        if (row != OUTLET_NONE)
            found = f->outlets->rows.at[row].name;
    }
    if (!found.n)
        found = usable(named_like_host(f));
    if (!found.n)
        found = usable(html_head_meta(&f->head, HTML_META_APPLICATION));
    article->outlet_name = found.n ? found : STR_NONE;
    return TS_OK;
}

/* "en_GB" and "en-gb" to "en-GB"; none for what is no language tag. */
static struct str language_tag(struct arena *a, struct str s) {
    s = str_trim(s);
    size_t n = 0;
    while (n < s.n && ascii_alpha(s.at[n]))
        n++;
    if (n < 2 || n > 3 || (n < s.n && s.at[n] != '-' && s.at[n] != '_' && s.at[n] != ','))
        return STR_NONE;
    size_t region = 0;
    while (n + 1 + region < s.n && ascii_alpha(s.at[n + 1 + region]))
        region++;
    bool has_region = n < s.n && s.at[n] != ',' && region == 2;
    char *tag = arena_alloc(a, 8);
    if (!tag)
        return STR_NONE;
    size_t at = 0;
    for (; at < n; at++)
        tag[at] = ascii_lower(s.at[at]);
    if (!has_region)
        return (struct str){tag, at};
    tag[at++] = '-';
    for (size_t i = 0; i < 2; i++) {
        char c = ascii_lower(s.at[n + 1 + i]);
        tag[at++] = (char)(c - 'a' + 'A');
    }
    return (struct str){tag, at};
}

/* English without a region is taken for that of the United States, which has the month first. */
static bool has_day_first(struct str language) {
    static const char *const first[] = {"en-GB", "en-IE", "en-AU", "en-NZ", "en-IN", "en-ZA"};
    if (language.n == 0)
        return false;
    if (!str_starts(language, STR("en")))
        return true;
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        if (str_eq(language, str_of(first[i])))
            return true;
    return false;
}

int html_facts_language(struct html_facts *f) {
    struct str said[] = {f->head.language, f->ld.language,
                         html_head_meta(&f->head, HTML_META_LOCALE)};
    for (size_t i = 0; i < sizeof said / sizeof *said && !f->builder->article->language.n; i++)
        f->builder->article->language = language_tag(f->page->tree.arena, said[i]);
    f->page->date_style.months = &f->page->words->months;
    f->page->date_style.day_first = has_day_first(f->builder->article->language);
    return TS_OK;
}
