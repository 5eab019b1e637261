#include "read/html_facts.h"

#include "base/utf8.h"

enum {
    NAMES_MAX = 32,
    NAME_BYTES_MAX = 60,
    NAME_WORDS_MAX = 6,
    LINE_BYTES_MAX = 200,
    LINE_WORDS_MAX = 24
};

static bool word_in(struct str word, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (str_eq_nocase(word, str_of(list[i])))
            return true;
    return false;
}

/* Words that name a part played and no person. */
static bool is_role(struct str word) {
    static const char *const roles[] = {
        "reporter",  "editor",        "correspondent", "writer",    "journalist", "columnist",
        "staff",     "contributor",   "contributors",  "producer",  "newsroom",   "desk",
        "admin",     "administrator", "editorial",     "editors",   "team",       "redaktion",
        "redaktor",  "author",        "authors",       "webmaster", "guest",      "user",
        "unknown",   "anonymous",     "newsdesk",      "president", "director",   "manager",
        "professor", "analyst",       "published",     "updated",   "posted",     "min",
        "read",      "minutes",       "ago",           "subscribe", "follow",     "view",
        "profile",   "bio",           "more",          "articles",  "posts",
    };
    return word_in(word, roles, sizeof roles / sizeof *roles);
}

static struct str next_word(struct str *rest) {
    *rest = str_trim(*rest);
    size_t n = 0;
    while (n < rest->n && !ascii_space(rest->at[n]))
        n++;
    struct str word = str_cut(*rest, 0, n);
    *rest = str_cut(*rest, n, rest->n);
    return word;
}

/* Two to six words that begin with capitals, particles apart; no address, no figures. */
static bool is_name(struct html_facts *f, struct str s, bool sure) {
    if (s.n < 2 || s.n > NAME_BYTES_MAX || str_find_byte(s, '@', 0) != SIZE_MAX ||
        str_has_nocase(s, STR("http")) || str_find_byte(s, '/', 0) != SIZE_MAX ||
        str_find_byte(s, ':', 0) != SIZE_MAX)
        return false;
    unsigned words = 0, capitals = 0, small = 0;
    for (struct str rest = s, w; (w = next_word(&rest)).n;) {
        size_t at = 0;
        uint32_t cp = utf8_next(w, &at);
        words++;
        if (utf8_is_digit(cp) || is_role(w))
            return false;
        capitals += utf8_is_upper(cp);
        small += utf8_is_lower(cp) && w.n > 4;
    }
    struct str outlet = html_key(f->page->tree.arena, f->builder->article->outlet_name);
    if (outlet.n && str_eq(outlet, html_key(f->page->tree.arena, s)))
        return false;
    if (words > NAME_WORDS_MAX)
        return false;
    return sure || (words > 1 && capitals > 1 && small == 0);
}

static int add_name(struct html_facts *f, struct str name, bool sure) {
    struct article *article = f->builder->article;
    name = str_trim(name);
    while (name.n &&
           (name.at[name.n - 1] == ',' || name.at[name.n - 1] == '|' || name.at[name.n - 1] == ';'))
        name = str_trim(str_cut(name, 0, name.n - 1));
    if (!is_name(f, name, sure) || article->byline.n >= NAMES_MAX)
        return TS_OK;
    for (uint32_t i = 0; i < article->byline.n; i++)
        if (str_eq_nocase(article->byline.at[i], name))
            return TS_OK;
    struct str *at = VEC_PUSH(f->builder->arena, &article->byline);
    if (!at)
        return arena_fail(f->builder->arena, f->builder->err);
    *at = name;
    return TS_OK;
}

/* "By ", "by: ", "Von " taken off; *said tells whether one stood there. */
static struct str without_by(struct str s, bool *said) {
    static const char *const words[] = {
        "By",       "Von",     "Par",          "Por",      "Di",          "Door",
        "Av",       "Af",      "Written by",   "Story by", "Reported by", "Posted by",
        "Words by", "Text by", "Published by", "Author:",  "Authors:",    "Autor:"};
    *said = false;
    s = str_trim(s);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct str w = str_of(words[i]);
        if (!str_starts_nocase(s, w) || s.n <= w.n || (!ascii_space(s.at[w.n]) && s.at[w.n] != ':'))
            continue;
        *said = true;
        s = str_trim(str_cut(s, w.n, s.n));
        if (s.n && s.at[0] == ':')
            s = str_trim(str_cut(s, 1, s.n));
        break;
    }
    return s;
}

/* Bytes of what parts two names at i: ", ", " and ", " & ", ";", "|"; 0 for none. */
static size_t parting(struct str s, size_t i) {
    static const char *const marks[] = {", and ",
                                        " and ",
                                        " & ",
                                        " und ",
                                        " et ",
                                        " y ",
                                        " e ",
                                        " with ",
                                        "; ",
                                        ", ",
                                        " | ",
                                        " \xE2\x80\xA2 ",
                                        " \xC2\xB7 ",
                                        " - ",
                                        " \xE2\x80\x93 ",
                                        " \xE2\x80\x94 ",
                                        ";",
                                        "|"};
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
        if (str_starts_nocase(str_cut(s, i, s.n), str_of(marks[k])))
            return str_of(marks[k]).n;
    return 0;
}

static int add_names(struct html_facts *f, struct str s, bool sure) {
    bool said;
    s = without_by(s, &said);
    size_t start = 0;
    int status = TS_OK;
    for (size_t i = 0; status == TS_OK && i <= s.n; i++) {
        size_t n = i < s.n ? parting(s, i) : 0;
        if (i < s.n && !n)
            continue;
        struct str part = str_cut(s, start, i);
        status = add_name(f, part, sure && start == 0 && i == s.n);
        /* behind a part that is no name come its place and the date */
        if (status == TS_OK && !is_name(f, str_trim(part), sure) && start)
            break;
        start = i + n;
        i = n ? start - 1 : i;
    }
    return status;
}

/* ---- In the page */

static bool is_apart(uint8_t why) {
    return why == HTML_MEANS_RELATED || why == HTML_MEANS_COMMENTS || why == HTML_MEANS_LEGAL;
}

static int from_marked(struct html_facts *f) {
    struct html_page *page = f->page;
    for (uint32_t i = 0; i < page->tree.nodes.n; i++) {
        const struct html_node *n = &page->tree.nodes.at[i];
        if (n->kind != HTML_ELEMENT || n->token == HTML_NO_TOKEN || is_apart(page->notes[i].why))
            continue;
        bool marked = str_eq_nocase(html_attr(&page->tree, i, HTML_ATTR_REL), STR("author")) ||
                      str_eq_nocase(html_attr(&page->tree, i, HTML_ATTR_ITEMPROP), STR("author"));
        if (!marked || n->tag == HTML_META || n->tag == HTML_LINK)
            continue;
        int status = add_names(f, html_text(&page->tree, i, LINE_BYTES_MAX), false);
        if (status != TS_OK)
            return status;
    }
    return TS_OK;
}

/* "Ann Bell, Coast correspondent": a name and the part played. */
static int from_role(struct html_facts *f, struct str line) {
    size_t comma = str_find_byte(line, ',', 0);
    if (comma == SIZE_MAX || !is_name(f, str_trim(str_cut(line, 0, comma)), false))
        return TS_OK;
    bool role = false;
    for (struct str rest = str_cut(line, comma + 1, line.n), w; (w = next_word(&rest)).n;)
        role |= is_role(w);
    return role ? add_name(f, str_cut(line, 0, comma), false) : TS_OK;
}

/* "By A and B" near the title. */
static int from_line(struct html_facts *f) {
    enum { BEFORE = 3, AFTER = 14, ROLE_WORDS = 8 };
    struct html_page *page = f->page;
    uint32_t from =
        f->title_block < page->blocks.n && f->title_block > BEFORE ? f->title_block - BEFORE : 0;
    for (uint32_t i = from; i < page->blocks.n && i < from + BEFORE + AFTER; i++) {
        const struct html_block *b = &page->blocks.at[i];
        if (b->words < 2 || b->words > LINE_WORDS_MAX || is_apart(b->why))
            continue;
        bool said;
        struct str line = without_by(html_block_text(page, b, LINE_BYTES_MAX), &said);
        int status = said                     ? add_names(f, line, false)
                     : b->words <= ROLE_WORDS ? from_role(f, line)
                                              : TS_OK;
        if (status != TS_OK || f->builder->article->byline.n)
            return status;
    }
    return TS_OK;
}

int html_facts_byline(struct html_facts *f) {
    struct article *article = f->builder->article;
    int status = TS_OK;
    for (uint32_t i = 0; status == TS_OK && i < f->ld.authors.n; i++)
        status = add_names(f, f->ld.authors.at[i], true);
    if (status == TS_OK && !article->byline.n)
        status = from_marked(f);
    if (status == TS_OK && !article->byline.n)
        status = from_line(f);
    for (uint32_t i = 0; status == TS_OK && i < f->head.metas.n; i++)
        if (f->head.metas.at[i].kind == HTML_META_AUTHOR && article->byline.n < 2)
            status = add_names(f, f->head.metas.at[i].value, article->byline.n == 0);
    return status;
}
