/* twosource.article/1, both ways (DESIGN section 5). */
#include "base/err.h"
#include "read/article.h"

#include <string.h>

static const char schema[] = "twosource.article/1";

/* ---- Writing */

static void put_date_value(struct json_out *j, const struct when *when) {
    char text[WHEN_TEXT];
    when_text(text, when);
    jout_key_str(j, "value", str_of(text));
    jout_key_str(j, "precision", str_of(when_precision_name(when->precision)));
}

void article_json_date(struct json_out *j, const char *key, const struct article_date *d) {
    jout_key(j, key);
    if (d->when.precision == WHEN_NONE) {
        jout_null(j);
        return;
    }
    jout_object(j);
    put_date_value(j, &d->when);
    jout_key_str(j, "from", d->from);
    jout_object_end(j);
}

static void put_dates(struct json_out *j, const struct article *a) {
    jout_key(j, "dates");
    jout_array(j);
    for (uint32_t i = 0; i < a->dates.n; i++) {
        const struct article_date *d = &a->dates.at[i];
        jout_object(j);
        jout_key_str(j, "role", d->role);
        put_date_value(j, &d->when);
        jout_key_str(j, "from", d->from);
        jout_object_end(j);
    }
    jout_array_end(j);
}

static void put_span(struct json_out *j, const struct article *a, struct span span) {
    jout_key_uint(j, "start", utf8_index_cp(&a->index, span.start));
    jout_key_uint(j, "end", utf8_index_cp(&a->index, span.end));
}

static void put_ranges(struct json_out *j, const struct article *a, struct range_run run) {
    jout_key(j, "source");
    jout_array(j);
    for (uint32_t i = 0; i < run.count; i++) {
        struct byte_range r = a->ranges.at[run.first + i];
        jout_array(j);
        jout_uint(j, r.start);
        jout_uint(j, r.end);
        jout_array_end(j);
    }
    jout_array_end(j);
}

static void put_source(struct json_out *j, const struct article_source *s) {
    jout_key(j, "source");
    jout_object(j);
    if (s->path.at)
        jout_key_str(j, "path", s->path);
    else
        jout_key_str(j, "url", s->url);
    jout_key_null(j, "record");
    jout_key_uint(j, "bytes", s->bytes);
    jout_key_str(j, "sha256", str_of(s->sha256));
    jout_key_str(j, "media_type", s->media_type);
    jout_key_str(j, "charset", s->charset);
    jout_object_end(j);
}

static void put_body(struct json_out *j, const struct article *a) {
    jout_key_str(j, "text", a->text);
    jout_key(j, "paragraphs");
    jout_array(j);
    for (uint32_t i = 0; i < a->paragraphs.n; i++) {
        jout_object(j);
        put_span(j, a, a->paragraphs.at[i].text);
        put_ranges(j, a, a->paragraphs.at[i].source);
        jout_object_end(j);
    }
    jout_array_end(j);
    jout_key(j, "links");
    jout_array(j);
    for (uint32_t i = 0; i < a->links.n; i++) {
        jout_object(j);
        put_span(j, a, a->links.at[i].text);
        jout_key_str(j, "href", a->links.at[i].href);
        jout_object_end(j);
    }
    jout_array_end(j);
    jout_key(j, "left_out");
    jout_array(j);
    for (uint32_t i = 0; i < a->left_out.n; i++) {
        jout_object(j);
        jout_key_str(j, "why", a->left_out.at[i].why);
        jout_key_str(j, "text", a->left_out.at[i].text);
        put_ranges(j, a, a->left_out.at[i].source);
        jout_object_end(j);
    }
    jout_array_end(j);
}

/* What article_json_keys writes, but for the schema, which analysis/1 has of its own. */
void article_json_keys(struct json_out *j, const struct article *a) {
    jout_key_str(j, "id", str_of(a->id));
    put_source(j, &a->source);
    jout_key_str(j, "kind", str_of(article_kind_name(a->kind)));
    jout_key_str(j, "kind_because", a->kind_because);
    jout_key(j, "outlet");
    jout_object(j);
    jout_key_str(j, "name", a->outlet_name);
    jout_key_str(j, "domain", a->outlet_domain);
    jout_object_end(j);
    jout_key_str(j, "title", a->title);
    jout_key_strs(j, "byline", a->byline.at, a->byline.n);
    jout_key_str(j, "dateline", a->dateline);
    jout_key_str(j, "language", a->language);
    article_json_date(j, "published", &a->published);
    article_json_date(j, "modified", &a->modified);
    put_dates(j, a);
    jout_key_str(j, "url", a->url);
    jout_key_str(j, "canonical_url", a->canonical_url);
    put_body(j, a);
    jout_key_strs(j, "flags", a->flags.at, a->flags.n);
}

void article_json(struct json_out *j, const struct article *article) {
    jout_object(j);
    jout_key_str(j, "schema", str_of(schema));
    article_json_keys(j, article);
    jout_object_end(j);
}

/* ---- Reading */

struct reader {
    struct article *article;
    struct arena *arena;
    struct ts_error *err;
    int status; /* the first that is not TS_OK stays */
};

static void bad(struct reader *r, const char *key) {
    if (r->status == TS_OK)
        r->status = err_set(r->err, TS_E_FORMAT, "bad_record",
                            "not a %s object: key \"%s\" is absent or wrong", schema, key);
}

static void no_memory(struct reader *r) {
    if (r->status == TS_OK)
        r->status = arena_fail(r->arena, r->err);
}

enum { NULLABLE = 1, NEEDED = 0 };

static struct str text_of(struct reader *r, const json_t *value, const char *key, int nullable) {
    if (nullable && (!value || json_is_null(value)))
        return STR_NONE;
    struct str s = json_in_text(value);
    if (!s.at) {
        bad(r, key);
        return STR_NONE;
    }
    struct str copy = str_copy(r->arena, s);
    if (!copy.at)
        no_memory(r);
    return copy;
}

static struct str text_at(struct reader *r, const json_t *object, const char *key, int nullable) {
    return text_of(r, json_object_get(object, key), key, nullable);
}

/* The array of a key; NULL, with the record refused, when it is none. An absent one is empty. */
static const json_t *array_at(struct reader *r, const json_t *object, const char *key) {
    const json_t *array = json_object_get(object, key);
    if (!array || json_is_array(array))
        return array;
    bad(r, key);
    return NULL;
}

static uint64_t number_at(struct reader *r, const json_t *object, const char *key) {
    uint64_t v = 0;
    if (!json_in_uint(&v, object, key))
        bad(r, key);
    return v;
}

static bool is_hex(struct str s, size_t n) {
    for (size_t i = 0; i < s.n; i++)
        if (!ascii_digit(s.at[i]) && !(s.at[i] >= 'a' && s.at[i] <= 'f'))
            return false;
    return s.n == n;
}

static void take_source(struct reader *r, const json_t *root) {
    const json_t *source = json_object_get(root, "source");
    struct article_source *s = &r->article->source;
    if (!json_is_object(source)) {
        bad(r, "source");
        return;
    }
    s->path = text_at(r, source, "path", NULLABLE);
    s->url = text_at(r, source, "url", NULLABLE);
    if (!s->path.at == !s->url.at)
        bad(r, "path");
    s->bytes = number_at(r, source, "bytes");
    struct str hash = json_in_str(source, "sha256"), id = json_in_str(root, "id");
    if (!is_hex(hash, SHA256_HEX))
        bad(r, "sha256");
    else
        memcpy(s->sha256, hash.at, SHA256_HEX);
    if (!is_hex(id, sizeof r->article->id - 1))
        bad(r, "id");
    else
        memcpy(r->article->id, id.at, id.n);
    s->media_type = text_at(r, source, "media_type", NULLABLE);
    s->charset = text_at(r, source, "charset", NULLABLE);
}

static bool take_when(struct when *when, const json_t *object) {
    static const enum when_precision all[] = {WHEN_YEAR, WHEN_MONTH, WHEN_DAY, WHEN_MINUTE,
                                              WHEN_SECOND};
    struct str precision = json_in_str(object, "precision");
    if (!when_parse_iso(when, json_in_str(object, "value")))
        return false;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (str_eq(precision, str_of(when_precision_name(all[i])))) {
            /* seconds that are zero leave it open which of the two it was */
            bool clock = when->precision >= WHEN_MINUTE && all[i] >= WHEN_MINUTE;
            if (when->precision != all[i] && !clock)
                return false;
            when->precision = all[i];
            return true;
        }
    return false;
}

static void take_date(struct reader *r, struct article_date *d, const json_t *root,
                      const char *key) {
    const json_t *object = json_object_get(root, key);
    *d = (struct article_date){0};
    if (!object || json_is_null(object))
        return;
    if (!json_is_object(object) || !take_when(&d->when, object)) {
        bad(r, key);
        return;
    }
    d->from = text_at(r, object, "from", NEEDED);
    d->role = str_of(strcmp(key, "published") == 0 ? "published" : "modified");
}

static void take_dates(struct reader *r, const json_t *root) {
    const json_t *array = array_at(r, root, "dates");
    for (size_t i = 0; i < json_array_size(array) && r->status == TS_OK; i++) {
        const json_t *object = json_array_get(array, i);
        struct article_date d = {0};
        if (!json_is_object(object) || !take_when(&d.when, object)) {
            bad(r, "dates");
            return;
        }
        d.role = text_at(r, object, "role", NEEDED);
        d.from = text_at(r, object, "from", NEEDED);
        struct article_date *to = VEC_PUSH(r->arena, &r->article->dates);
        if (!to) {
            no_memory(r);
            return;
        }
        *to = d;
    }
}

/* Code points of the record to a byte span of its text. */
static struct span take_span(struct reader *r, const json_t *object, const char *key) {
    uint32_t start, end;
    struct span none = {0, 0};
    const struct utf8_index *index = &r->article->index;
    if (!json_in_u32(&start, object, "start") || !json_in_u32(&end, object, "end") || start > end ||
        end > index->count) {
        bad(r, key);
        return none;
    }
    return (struct span){utf8_index_byte(index, start), utf8_index_byte(index, end)};
}

static struct range_run take_ranges(struct reader *r, const json_t *object) {
    struct range_run run = {r->article->ranges.n, 0};
    const json_t *array = array_at(r, object, "source");
    for (size_t i = 0; i < json_array_size(array) && r->status == TS_OK; i++) {
        const json_t *pair = json_array_get(array, i), *from = json_array_get(pair, 0),
                     *to = json_array_get(pair, 1);
        json_int_t start = json_integer_value(from), end = json_integer_value(to);
        if (json_array_size(pair) != 2 || !json_is_integer(from) || !json_is_integer(to) ||
            start < 0 || end < start || end > UINT32_MAX ||
            (uint64_t)end > r->article->source.bytes) {
            bad(r, "source");
            break;
        }
        struct byte_range *range = VEC_PUSH(r->arena, &r->article->ranges);
        if (!range) {
            no_memory(r);
            break;
        }
        *range = (struct byte_range){(uint32_t)start, (uint32_t)end};
        run.count++;
    }
    return run;
}

static void take_paragraphs(struct reader *r, const json_t *root) {
    const json_t *array = array_at(r, root, "paragraphs");
    uint32_t before = 0;
    for (size_t i = 0; i < json_array_size(array) && r->status == TS_OK; i++) {
        const json_t *object = json_array_get(array, i);
        struct paragraph p = {.text = take_span(r, object, "paragraphs")};
        if (p.text.start < before)
            bad(r, "paragraphs");
        before = p.text.end;
        p.source = take_ranges(r, object);
        struct paragraph *to =
            r->status == TS_OK ? VEC_PUSH(r->arena, &r->article->paragraphs) : NULL;
        if (!to)
            no_memory(r);
        else
            *to = p;
    }
}

static void take_links(struct reader *r, const json_t *root) {
    const json_t *array = array_at(r, root, "links");
    for (size_t i = 0; i < json_array_size(array) && r->status == TS_OK; i++) {
        const json_t *object = json_array_get(array, i);
        struct article_link l = {.text = take_span(r, object, "links")};
        l.href = text_at(r, object, "href", NEEDED);
        struct article_link *to =
            r->status == TS_OK ? VEC_PUSH(r->arena, &r->article->links) : NULL;
        if (!to)
            no_memory(r);
        else
            *to = l;
    }
}

static void take_left_out(struct reader *r, const json_t *root) {
    const json_t *array = array_at(r, root, "left_out");
    for (size_t i = 0; i < json_array_size(array) && r->status == TS_OK; i++) {
        const json_t *object = json_array_get(array, i);
        struct left_out l = {.why = text_at(r, object, "why", NEEDED),
                             .text = text_at(r, object, "text", NEEDED)};
        l.source = take_ranges(r, object);
        struct left_out *to = r->status == TS_OK ? VEC_PUSH(r->arena, &r->article->left_out) : NULL;
        if (!to)
            no_memory(r);
        else
            *to = l;
    }
}

/* byline or flags */
static struct str *take_strings(uint32_t *n, struct reader *r, const json_t *root,
                                const char *key) {
    VEC_OF(struct str) all = {0};
    const json_t *array = array_at(r, root, key);
    for (size_t i = 0; i < json_array_size(array) && r->status == TS_OK; i++) {
        struct str s = text_of(r, json_array_get(array, i), key, NEEDED);
        struct str *to = r->status == TS_OK ? VEC_PUSH(r->arena, &all) : NULL;
        if (!to)
            no_memory(r);
        else
            *to = s;
    }
    *n = all.n;
    return all.at;
}

static void take_kind(struct reader *r, const json_t *root) {
    struct str kind = json_in_str(root, "kind");
    for (int i = 0; i < ARTICLE_KINDS; i++)
        if (str_eq(kind, str_of(article_kind_name((enum article_kind)i)))) {
            r->article->kind = (enum article_kind)i;
            r->article->kind_because = text_at(r, root, "kind_because", NULLABLE);
            return;
        }
    bad(r, "kind");
}

static void take_names(struct reader *r, const json_t *root) {
    struct article *a = r->article;
    const json_t *outlet = json_object_get(root, "outlet");
    a->outlet_name = text_at(r, outlet, "name", NULLABLE);
    a->outlet_domain = text_at(r, outlet, "domain", NULLABLE);
    a->title = text_at(r, root, "title", NULLABLE);
    a->byline.at = take_strings(&a->byline.n, r, root, "byline");
    a->byline.cap = a->byline.n;
    a->dateline = text_at(r, root, "dateline", NULLABLE);
    a->language = text_at(r, root, "language", NULLABLE);
    a->url = text_at(r, root, "url", NULLABLE);
    a->canonical_url = text_at(r, root, "canonical_url", NULLABLE);
    a->flags.at = take_strings(&a->flags.n, r, root, "flags");
    a->flags.cap = a->flags.n;
}

int article_from_json(struct article **out, struct arena *a, const json_t *root,
                      struct ts_error *err) {
    struct article *article = arena_zero(a, 1, sizeof *article);
    struct reader r = {.article = article, .arena = a, .err = err, .status = TS_OK};
    if (!article)
        return arena_fail(a, err);
    struct str name = json_in_str(root, "schema");
    if (!str_eq(name, str_of(schema)) && !str_eq(name, STR("twosource.analysis/1")))
        bad(&r, "schema");
    take_source(&r, root);
    take_kind(&r, root);
    take_names(&r, root);
    article->text = text_at(&r, root, "text", NEEDED);
    if (r.status == TS_OK && !utf8_index_init(&article->index, a, article->text))
        no_memory(&r);
    take_date(&r, &article->published, root, "published");
    take_date(&r, &article->modified, root, "modified");
    take_dates(&r, root);
    if (r.status == TS_OK) {
        take_paragraphs(&r, root);
        take_links(&r, root);
        take_left_out(&r, root);
    }
    if (r.status == TS_OK)
        *out = article;
    return r.status;
}
