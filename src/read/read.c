#include "read/read.h"

#include "base/err.h"
#include "read/builder.h"
#include "read/date_text.h"
#include "read/html_head.h"
#include "read/html_reader.h"
#include "read/language_guess.h"
#include "read/read_sniff.h"
#include "read/read_tables.h"
#include "read/text_reader.h"

#include <string.h>

enum {
    PAYLOAD_BYTES_MAX =
        1 << 30, /* offsets of decoded text are of 32 bits, and it is up to three times as large */
    REAL_PARAGRAPH = 80, /* code points of a paragraph that an article has at least one of, ... */
    REAL_SENTENCE = 40   /* ... or of one that ends in a stop */
};

/* ---- What is read at all */

static int refuse(const struct read_input *in, const struct limits *limits, struct ts_error *err) {
    if (in->bytes.n == 0)
        return err_set(err, TS_E_FORMAT, "empty",
                       "is empty; give a file or page that holds a text");
    if (in->bytes.n > limits->page_bytes || in->bytes.n > PAYLOAD_BYTES_MAX)
        return err_set(err, TS_E_LIMIT, "too_large",
                       "is larger than the %zu MiB allowed for a page; is it one? Split it",
                       limits->page_bytes >> 20);
    const char *what = sniff_not_text(in->bytes);
    if (!what && in->as == READ_AUTO && !in->verbatim && !sniff_html(in->bytes))
        what = sniff_other_xml(in->bytes);
    if (what)
        return err_set(err, TS_E_FORMAT, "not_text", "is %s", what);
    return TS_OK;
}

static bool is_page_name(struct str path) {
    return str_ends_nocase(path, STR(".html")) || str_ends_nocase(path, STR(".htm")) ||
           str_ends_nocase(path, STR(".xhtml"));
}

static bool is_html(const struct read_input *in, struct str text) {
    if (in->as != READ_AUTO)
        return in->as == READ_HTML;
    return !in->verbatim && (sniff_html(text) || (is_page_name(in->path) && sniff_some_html(text)));
}

/* ---- The outlet */

static struct str some(struct str s) {
    s = str_trim(s);
    return s.n ? s : STR_NONE;
}

static int copy_some(struct str *to, struct arena *a, struct str from, struct ts_error *err) {
    if (!some(from).at)
        return TS_OK;
    *to = str_copy(a, some(from));
    return to->at ? TS_OK : arena_fail(a, err);
}

static struct str host_of(struct str url) {
    size_t start = str_find(url, STR("://"), 0);
    if (start == SIZE_MAX || start > 8)
        return STR_NONE;
    struct str host = str_cut(url, start + 3, url.n);
    for (size_t i = 0; i < host.n; i++)
        if (strchr("/?#", host.at[i]))
            host.n = i;
    size_t at = str_find_byte(host, '@', 0);
    if (at != SIZE_MAX)
        host = str_cut(host, at + 1, host.n);
    return str_cut(host, 0, str_find_byte(host, ':', 0));
}

/* Second labels under which countries give out domains. */
static bool is_public_label(struct str label) {
    static const char *const labels[] = {"co",   "com", "org", "net", "gov", "edu",
                                         "ac",   "or",  "ne",  "go",  "gob", "gouv",
                                         "info", "mil", "nom", "web", "in"};
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (str_eq_nocase(label, str_of(labels[i])))
            return true;
    return false;
}

/* The last labels of a host, as many as its owner has by himself. */
static struct str registrable(struct str host) {
    size_t dots[3], n = 0;
    for (size_t i = host.n; i-- > 0 && n < 3;)
        if (host.at[i] == '.')
            dots[n++] = i;
    if (n == 0 || !ascii_alpha(host.at[host.n - 1]))
        return host; /* a name of one machine, or a number */
    size_t second = n > 1 ? dots[1] + 1 : 0;
    bool country = host.n - dots[0] == 3;
    if (!country || !is_public_label(str_cut(host, second, dots[0])))
        return str_cut(host, second, host.n);
    return n < 2 ? host : str_cut(host, n > 2 ? dots[2] + 1 : 0, host.n);
}

static int set_outlet(struct article *article, struct arena *a, const struct outlets *outlets,
                      struct ts_error *err) {
    struct str host = host_of(article->canonical_url.n ? article->canonical_url : article->url);
    struct str known = host;
    if (!host.n)
        return TS_OK;
    host = str_lower_ascii(a, host);
    if (!host.at)
        return arena_fail(a, err);
    for (known = host; known.at && known.n && map_get(&outlets->by_domain, known) == MAP_NONE;)
        str_split(&known, '.');
    bool in_table = known.at && known.n;
    if (!article->outlet_domain.at)
        article->outlet_domain = in_table ? known : registrable(host);
    if (article->outlet_name.at || !in_table)
        return TS_OK;
    return copy_some(&article->outlet_name, a,
                     outlets->rows.at[map_get(&outlets->by_domain, known)].name, err);
}

/* ---- What the user knows */

static int user_date(struct builder *b, struct str date) {
    struct when when;
    if (!some(date).at)
        return TS_OK;
    if (!date_text_value(&when, date))
        return builder_flag(b, "meta_date_not_understood");
    return builder_date(b, when, "published", "user");
}

static int take_meta(struct article *article, struct arena *a, const struct read_input *in,
                     struct ts_error *err) {
    int status = copy_some(&article->outlet_name, a, in->meta_outlet, err);
    if (status == TS_OK)
        status = copy_some(&article->title, a, in->meta_title, err);
    return status == TS_OK ? copy_some(&article->url, a, in->meta_url, err) : status;
}

/* ---- What it is */

static bool is_real(struct str s) {
    size_t n = utf8_count(s);
    if (n >= REAL_PARAGRAPH)
        return true;
    for (size_t i = 0; i < s.n && n >= REAL_SENTENCE; i++)
        if (s.at[i] == '.' || s.at[i] == '!' || s.at[i] == '?' || (unsigned char)s.at[i] == 0xE3)
            return true;
    return false;
}

/* An article has at least one paragraph of whole sentences; a text that the user says is one, at
 * least a word. */
static void judge(struct article *article, const struct read_input *in) {
    bool real = false;
    if (article->kind_because.at)
        return;
    for (uint32_t i = 0; i < article->paragraphs.n && !real; i++)
        real = in->verbatim || is_real(str_span(article->text, article->paragraphs.at[i].text));
    if (real) {
        article->kind = ARTICLE_REPORT;
        article->kind_because = STR("nothing says that it is of another kind");
        return;
    }
    article->kind = ARTICLE_NOT_ARTICLE;
    article->kind_because = article->paragraphs.n ? STR("no paragraph is longer than a line")
                                                  : STR("no text was found");
}

/* ---- Reading */

static int decode(struct article *article, struct decoded *d, struct arena *a,
                  const struct read_input *in, struct ts_error *err) {
    bool may_declare = is_html(in, in->bytes) || sniff_html(in->bytes);
    int status =
        charset_decode(d, a, in->bytes, may_declare ? charset_declared(in->bytes) : STR_NONE, err);
    article->source.charset = d->charset;
    return status;
}

/* Nobody says what the bytes are, and they are no UTF-8. */
static bool is_guess(const struct decoded *d) {
    return !str_eq(d->charset, STR("utf-8")) && (str_eq(str_of(d->charset_from), STR("detected")) ||
                                                 str_eq(str_of(d->charset_from), STR("default")));
}

static int fill(struct builder *b, const struct read_input *in, const struct outlets *outlets,
                const struct limits *limits) {
    struct article *article = b->article;
    bool html = is_html(in, b->decoded->text);
    article->source.media_type = html ? STR("text/html") : STR("text/plain");
    int status = b->decoded->replaced ? builder_flag(b, "invalid_characters") : TS_OK;
    if (status == TS_OK && is_guess(b->decoded))
        status = builder_flag(b, "charset_guessed");
    if (status == TS_OK)
        status = user_date(b, in->meta_date);
    if (status == TS_OK)
        status = html ? html_read(b, in, outlets, limits) : text_read(b, in, outlets);
    if (status == TS_OK)
        status = builder_end(b);
    if (status == TS_OK)
        status = take_meta(article, b->arena, in, b->err);
    if (status == TS_OK)
        status = set_outlet(article, b->arena, outlets, b->err);
    if (status == TS_OK && !article->language.at)
        article->language = language_guess(article->text);
    if (status == TS_OK)
        judge(article, in);
    return status;
}

static int copy_source(struct article *article, struct arena *a, const struct read_input *in,
                       struct ts_error *err) {
    article->source.bytes = in->bytes.n;
    sha256_hex(article->source.sha256, in->bytes);
    memcpy(article->id, article->source.sha256, sizeof article->id - 1);
    if (in->path.at)
        article->source.path = str_copy(a, in->path);
    else
        article->source.url = article->url = str_copy(a, in->url);
    return article->source.path.at || article->source.url.at ? TS_OK : arena_fail(a, err);
}

int read_tables_new(struct read_tables **out, struct arena *a, struct ts_error *err) {
    struct read_tables *t = arena_zero(a, 1, sizeof *t);
    if (!t)
        return arena_fail(a, err);
    *out = t;
    int status = text_words_init(&t->text, a, err);
    if (status == TS_OK)
        status = html_words_init(&t->html, a, err);
    return status == TS_OK ? html_metas_init(&t->metas, a, err) : status;
}

/* Makes the article in the arena of all that reading needs. */
static int read_into(struct article **out, struct arena *a, const struct read_input *in,
                     const struct outlets *outlets, const struct limits *limits,
                     struct ts_error *err) {
    struct builder b;
    struct article *article = arena_zero(a, 1, sizeof *article);
    struct decoded *decoded = arena_zero(a, 1, sizeof *decoded);
    if (!article || !decoded)
        return arena_fail(a, err);
    int status = copy_source(article, a, in, err);
    if (status == TS_OK)
        status = decode(article, decoded, a, in, err);
    if (status != TS_OK)
        return status;
    builder_init(&b, a, article, decoded, err);
    *out = article;
    return fill(&b, in, outlets, limits);
}

int read_article(struct article **out, struct arena *a, const struct read_input *in,
                 const struct outlets *outlets, const struct limits *limits, struct ts_error *err) {
    struct arena scratch;
    struct article *article = NULL;
    int status = refuse(in, limits, err);
    if (status != TS_OK)
        return status;
    /* a page's tree takes many times what its article takes */
    arena_init(&scratch, &(struct mem){a->mem.resize, a->mem.context}, a->budget_bytes);
    struct read_input with_tables = *in;
    struct read_tables *own = NULL;
    status = in->tables ? TS_OK : read_tables_new(&own, &scratch, err);
    if (own)
        with_tables.tables = own;
    if (status == TS_OK)
        status = read_into(&article, &scratch, &with_tables, outlets, limits, err);
    if (status == TS_OK)
        status = article_copy(out, a, article, err);
    arena_clear(&scratch);
    return status;
}
