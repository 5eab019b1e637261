#include "read/html_scan.h"

#include "read/html_entity.h"

#include <string.h>

/* In the order of enum html_attr_name. */
static const char attr_names[HTML_ATTR_NAMES][16] = {
    "",          "aria-hidden", "aria-label", "class", "content", "data-component", "data-testid",
    "data-type", "datetime",    "hidden",     "href",  "id",      "itemprop",       "itemtype",
    "lang",      "name",        "property",   "rel",   "role",    "shadowrootmode", "style",
    "title",     "type",
};

struct scanner {
    struct html_scan *out;
    struct arena *arena;
    struct str page;
    size_t at;
    size_t no_end_after[HTML_TAGS]; /* behind this there is no end tag of it; SIZE_MAX: not known */
    struct ts_error *err;
    int status; /* of the first failure */
};

static enum html_attr_name attr_named(struct str name) {
    char low[sizeof attr_names[0]];
    if (name.n >= sizeof low)
        return HTML_ATTR_OTHER;
    for (size_t i = 0; i < name.n; i++)
        low[i] = ascii_lower(name.at[i]);
    low[name.n] = '\0';
    unsigned first = 1, end = HTML_ATTR_NAMES;
    while (first < end) {
        unsigned mid = (first + end) / 2;
        int order = strcmp(attr_names[mid], low);
        if (order == 0)
            return (enum html_attr_name)mid;
        if (order < 0)
            first = mid + 1;
        else
            end = mid;
    }
    return HTML_ATTR_OTHER;
}

static struct html_token *push(struct scanner *s, enum html_token_kind kind, size_t start,
                               size_t end) {
    if (s->out->tokens.n >= HTML_TOKENS_MAX) {
        s->status =
            err_set(s->err, TS_E_LIMIT, "too_complex",
                    "the page holds more than %d tags and stretches of text; is it an article?",
                    HTML_TOKENS_MAX);
        return NULL;
    }
    struct html_token *t = VEC_PUSH(s->arena, &s->out->tokens);
    if (!t) {
        s->status = arena_fail(s->arena, s->err);
        return NULL;
    }
    *t = (struct html_token){.kind = (uint8_t)kind, .start = (uint32_t)start, .end = (uint32_t)end};
    t->text = str_cut(s->page, start, end);
    return t;
}

static bool push_text(struct scanner *s, size_t start, size_t end) {
    if (start == end)
        return true;
    struct str text = str_cut(s->page, start, end);
    struct html_token *t = push(s, str_trim(text).n ? HTML_TEXT : HTML_SPACE, start, end);
    if (!t)
        return false;
    if (t->kind == HTML_TEXT) {
        t->text = html_entity_decode(s->arena, text, false);
        if (!t->text.at) {
            s->status = arena_fail(s->arena, s->err);
            return false;
        }
    }
    return true;
}

static char char_at(const struct scanner *s, size_t at) {
    return at < s->page.n ? s->page.at[at] : '\0';
}

static size_t skip_space(const struct scanner *s, size_t at) {
    while (at < s->page.n && ascii_space(s->page.at[at]))
        at++;
    return at;
}

/* The value that begins at *at, which is moved behind it. */
static struct str read_value(const struct scanner *s, size_t *at) {
    char quote = char_at(s, *at);
    size_t start = *at, end;
    if (*at < s->page.n && (quote == '"' || quote == '\'')) {
        start++;
        end = str_find_byte(s->page, quote, start);
        if (end == SIZE_MAX)
            end = s->page.n;
        *at = end < s->page.n ? end + 1 : end;
    } else {
        for (end = start;
             end < s->page.n && !ascii_space(s->page.at[end]) && s->page.at[end] != '>';)
            end++;
        *at = end;
    }
    return str_cut(s->page, start, end);
}

static bool keep_attr(struct scanner *s, uint32_t *seen, struct str name, struct str value,
                      uint8_t *count) {
    enum html_attr_name which = attr_named(name);
    if (which == HTML_ATTR_OTHER || (*seen & (1u << which)))
        return true;
    struct html_attr *attr = VEC_PUSH(s->arena, &s->out->attrs);
    if (!attr) {
        s->status = arena_fail(s->arena, s->err);
        return false;
    }
    *seen |= 1u << which;
    *attr = (struct html_attr){which, value};
    (*count)++;
    return true;
}

/* The attributes from s->at to the tag's '>', which s->at is moved behind. */
static bool read_attrs(struct scanner *s, bool keep, uint8_t *count, bool *self_closing) {
    uint32_t seen = 0;
    size_t at = s->at;
    for (;;) {
        at = skip_space(s, at);
        if (at >= s->page.n)
            break;
        char c = s->page.at[at];
        if (c == '>') {
            at++;
            break;
        }
        if (c == '/') {
            *self_closing = char_at(s, at + 1) == '>';
            at++;
            continue;
        }
        size_t start = at++; /* a '=' that begins a name belongs to it */
        while (at < s->page.n && !ascii_space(s->page.at[at]) && !memchr("/>=", s->page.at[at], 3))
            at++;
        struct str name = str_cut(s->page, start, at), value = {s->page.at + at, 0};
        size_t equals = skip_space(s, at);
        if (char_at(s, equals) == '=' && equals < s->page.n) {
            at = skip_space(s, equals + 1);
            if (char_at(s, at) != '>')
                value = read_value(s, &at);
        }
        if (keep && !keep_attr(s, &seen, name, value, count))
            return false;
    }
    s->at = at;
    return true;
}

/* Whether an end tag of name begins at at. */
static bool ends_here(const struct scanner *s, size_t at, struct str name) {
    if (s->page.n - at < name.n + 2 || s->page.at[at] != '<' || s->page.at[at + 1] != '/')
        return false;
    char after = char_at(s, at + 2 + name.n);
    return str_eq_nocase(str_cut(s->page, at + 2, at + 2 + name.n), name) &&
           (after == '>' || after == '/' || ascii_space(after) || at + 2 + name.n >= s->page.n);
}

static size_t find_end_tag(const struct scanner *s, size_t from, struct str name) {
    for (size_t at = from; (at = str_find_byte(s->page, '<', at)) != SIZE_MAX; at++)
        if (ends_here(s, at, name))
            return at;
    return SIZE_MAX;
}

/* A script's end tag inside "<!-- <script" is passed over ("script data double escaped"). */
static size_t find_script_end(const struct scanner *s, size_t from, struct str name) {
    bool comment = false, twice = false;
    size_t closed = 0; /* where the open comment ends */
    for (size_t at = from; (at = str_find_byte(s->page, '<', at)) != SIZE_MAX; at++) {
        if (comment && at > closed)
            comment = twice = false;
        struct str rest = str_cut(s->page, at, s->page.n);
        if (ends_here(s, at, name)) {
            if (!twice)
                return at;
            twice = false;
        } else if (!comment && str_starts(rest, STR("<!--"))) {
            comment = true;
            closed = str_find(s->page, STR("-->"), at + 2);
        } else if (comment && str_starts_nocase(rest, STR("<script"))) {
            twice = true;
        }
    }
    return SIZE_MAX;
}

/*
 * Behind a start tag of a raw element: notes its content and passes over its end tag. Without an
 * end tag a script or style reaches to the end of the page; of others the start tag is then passed
 * over alone, so that no text is lost.
 */
static bool read_raw(struct scanner *s, enum html_tag tag, struct str name) {
    bool code = tag == HTML_SCRIPT || tag == HTML_STYLE;
    size_t end = SIZE_MAX;
    if (s->at < s->no_end_after[tag])
        end = tag == HTML_SCRIPT ? find_script_end(s, s->at, name) : find_end_tag(s, s->at, name);
    if (end == SIZE_MAX) {
        s->no_end_after[tag] = 0;
        if (!code)
            return true;
        end = s->page.n;
    }
    struct html_token *t = push(s, HTML_RAW, s->at, end);
    if (!t)
        return false;
    t->tag = (uint8_t)tag;
    size_t close = str_find_byte(s->page, '>', end);
    s->at = close == SIZE_MAX ? s->page.n : close + 1;
    return true;
}

static bool read_tag(struct scanner *s, size_t lt, bool is_end) {
    size_t start = lt + 1 + is_end, at = start;
    while (at < s->page.n && !ascii_space(s->page.at[at]) && s->page.at[at] != '/' &&
           s->page.at[at] != '>')
        at++;
    struct str name = str_cut(s->page, start, at);
    enum html_tag tag = html_tag_named(name);
    uint32_t first_attr = s->out->attrs.n;
    uint8_t attrs = 0;
    bool self_closing = false;
    s->at = at;
    if (!read_attrs(s, !is_end, &attrs, &self_closing))
        return false;
    bool cut_off = s->page.at[s->at - 1] != '>'; /* a tag that the page's end cuts off is no tag */
    if (cut_off)
        return true;
    struct html_token *t = push(s, is_end ? HTML_END : HTML_START, lt, s->at);
    if (!t)
        return false;
    t->tag = (uint8_t)tag;
    t->text = name;
    t->first_attr = first_attr;
    t->attrs = attrs;
    t->self_closing = self_closing;
    bool raw = !is_end && (html_tag_kind(tag) & HTML_IS_RAW) && !(tag == HTML_SVG && self_closing);
    /* a template that is a shadow tree is shown by browsers */
    if (tag == HTML_TEMPLATE && raw)
        raw = html_token_attr(s->out, t, HTML_ATTR_SHADOWROOTMODE).at == NULL;
    return !raw || read_raw(s, tag, name);
}

/* Where the markup that begins at lt ends, when it is a comment, doctype or the like. */
static size_t comment_end(const struct scanner *s, size_t lt) {
    struct str rest = str_cut(s->page, lt, s->page.n);
    size_t end;
    if (str_starts(rest, STR("<!--"))) {
        if (str_starts(rest, STR("<!-->")) || str_starts(rest, STR("<!--->")))
            return lt + (rest.at[4] == '>' ? 5 : 6);
        size_t plain = str_find(s->page, STR("-->"), lt + 4);
        end = plain == SIZE_MAX ? s->page.n : plain + 3;
        /* "--!>" ends a comment too */
        size_t bang = str_find(str_cut(s->page, 0, end), STR("--!>"), lt + 4);
        return bang == SIZE_MAX ? end : bang + 4;
    }
    end = str_find_byte(s->page, '>', lt);
    return end == SIZE_MAX ? s->page.n : end + 1;
}

int html_scan(struct html_scan *out, struct arena *a, struct str page, struct ts_error *err) {
    *out = (struct html_scan){.page = page};
    struct scanner s = {.out = out, .arena = a, .page = page, .err = err};
    for (unsigned i = 0; i < HTML_TAGS; i++)
        s.no_end_after[i] = SIZE_MAX;
    size_t text = 0; /* where the text before s.at begins */
    while (s.at < page.n) {
        size_t lt = str_find_byte(page, '<', s.at);
        if (lt == SIZE_MAX)
            break;
        char c = char_at(&s, lt + 1);
        bool is_end = c == '/';
        bool tag = ascii_alpha(is_end ? char_at(&s, lt + 2) : c);
        if (!tag && c != '!' && c != '?' && !(is_end && lt + 2 < page.n)) {
            s.at = lt + 1; /* '<' as text */
            continue;
        }
        if (!push_text(&s, text, lt))
            return s.status;
        s.at = tag ? s.at : comment_end(&s, lt);
        if (tag && !read_tag(&s, lt, is_end))
            return s.status;
        text = s.at;
    }
    push_text(&s, text, page.n);
    return s.status;
}

struct str html_token_attr(const struct html_scan *scan, const struct html_token *token,
                           enum html_attr_name name) {
    for (uint32_t i = 0; i < token->attrs; i++)
        if (scan->attrs.at[token->first_attr + i].name == name)
            return scan->attrs.at[token->first_attr + i].value;
    return STR_NONE;
}

struct str html_token_value(const struct html_scan *scan, struct arena *a,
                            const struct html_token *token, enum html_attr_name name) {
    return html_entity_decode(a, html_token_attr(scan, token, name), true);
}
