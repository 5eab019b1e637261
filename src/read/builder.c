#include "read/builder.h"

#include <string.h>

enum { LEFT_OUT_CODE_POINTS = 80, TEXT_BYTES_MAX = 1 << 30 };

/* ---- White space */

/* The bytes that are or may begin white space: ASCII's, and the lead bytes of U+0085, U+00A0,
 * U+1680, U+2000.., U+3000. */
static bool maybe_space(unsigned char b) {
    return b <= ' ' || b == 0xC2 || (b >= 0xE1 && b <= 0xE3);
}

/* Bytes of the white space character at i; 0 when it is none. */
static size_t space_at(struct str s, size_t i) {
    unsigned char b = (unsigned char)s.at[i];
    if (!maybe_space(b))
        return 0;
    if (b <= ' ')
        return b == ' ' || (b >= '\t' && b <= '\r');
    if (b == 0xE2 && i + 1 < s.n && s.at[i + 1] == '\x80' && i + 2 < s.n &&
        (unsigned char)s.at[i + 2] >= 0x90 &&
        (unsigned char)s.at[i + 2] <=
            0xA7) /* dashes, quotation marks, ellipsis: the most common of them */
        return 0;
    size_t next = i;
    return utf8_is_space(utf8_next(s, &next)) ? next - i : 0;
}

static bool only_space(struct str s, size_t from, size_t to) {
    while (from < to) {
        size_t n = space_at(s, from);
        if (!n)
            return false;
        from += n;
    }
    return true;
}

static struct span trim_space(struct str s, struct span span) {
    for (size_t n; span.start < span.end && (n = space_at(s, span.start)) != 0;)
        span.start += (uint32_t)n;
    while (span.end > span.start) {
        size_t at = span.end;
        if (!utf8_is_space(utf8_before(s, &at)))
            break;
        span.end = (uint32_t)at;
    }
    return span;
}

/* The end of the stretch from i on that is folded already: no white space but single blanks between
 * words. */
static size_t folded_end(struct str s, size_t i) {
    for (; i < s.n; i++) {
        unsigned char b = (unsigned char)s.at[i];
        if (b > ' ' && b < 0xC2) /* most of all text */
            continue;
        if (b == ' ' && i + 1 < s.n && !space_at(s, i + 1))
            continue;
        if (b == ' ' || space_at(s, i))
            return i;
    }
    return i;
}

/* ---- Paragraphs */

void builder_init(struct builder *b, struct arena *a, struct article *article,
                  const struct decoded *decoded, struct ts_error *err) {
    *b = (struct builder){.arena = a, .article = article, .decoded = decoded, .err = err};
    buf_init(&b->text, a, TEXT_BYTES_MAX);
}

static int text_fail(const struct builder *b) {
    if (b->text.n > TEXT_BYTES_MAX / 2)
        return err_set(b->err, TS_E_LIMIT, "too_large", "its text is beyond 1 GiB; split it");
    return arena_fail(b->arena, b->err);
}

/* Appends stretches of the decoded text, white space at their ends off, to the article's ranges. */
static int push_ranges(struct range_run *run, struct builder *b, const struct span *from,
                       uint32_t count) {
    *run = (struct range_run){b->article->ranges.n, 0};
    for (uint32_t i = 0; i < count; i++) {
        struct span s = trim_space(b->decoded->text, from[i]);
        if (s.start == s.end)
            continue;
        struct byte_range *r = VEC_PUSH(b->arena, &b->article->ranges);
        if (!r)
            return arena_fail(b->arena, b->err);
        *r = decoded_range(b->decoded, s);
        run->count++;
    }
    return TS_OK;
}

static int hold_range(struct builder *b, struct span from) {
    struct str text = b->decoded->text;
    from = trim_space(text, from);
    if (from.start == from.end)
        return TS_OK;
    struct span *last = b->held.n ? &b->held.at[b->held.n - 1] : NULL;
    if (last && from.start >= last->start &&
        (from.start <= last->end || only_space(text, last->end, from.start))) {
        if (from.end > last->end)
            last->end = from.end;
        return TS_OK;
    }
    last = VEC_PUSH(b->arena, &b->held);
    if (!last)
        return arena_fail(b->arena, b->err);
    *last = from;
    return TS_OK;
}

int builder_paragraph(struct builder *b) {
    int status = builder_paragraph_end(b);
    b->open = true;
    b->blank = false;
    b->now = (struct paragraph){0};
    b->held.n = 0;
    return status;
}

/* Puts what parts the next characters from those before: paragraphs, or a blank that is owed. */
static void put_border(struct builder *b) {
    if (b->now.text.end == 0) {
        if (b->text.n)
            buf_put(&b->text, STR("\n\n"));
        b->now.text.start = (uint32_t)b->text.n;
    } else if (b->blank) {
        buf_putc(&b->text, ' ');
    }
    b->blank = false;
}

int builder_add(struct builder *b, struct str text, struct span from) {
    if (!b->open) {
        int status = builder_paragraph(b);
        if (status != TS_OK)
            return status;
    }
    bool some = false;
    for (size_t i = 0; i < text.n;) {
        size_t n = space_at(text, i);
        if (n) {
            b->blank = true;
            i += n;
            continue;
        }
        size_t end = folded_end(text, i);
        put_border(b);
        buf_put(&b->text, str_cut(text, i, end));
        b->now.text.end = (uint32_t)b->text.n;
        some = true;
        i = end;
    }
    if (b->text.failed)
        return text_fail(b);
    return some ? hold_range(b, from) : TS_OK;
}

void builder_blank(struct builder *b) {
    b->blank = true;
}

int builder_paragraph_end(struct builder *b) {
    if (!b->open)
        return TS_OK;
    b->open = false;
    b->blank = false;
    if (b->now.text.end == 0)
        return TS_OK;
    int status = push_ranges(&b->now.source, b, b->held.at, b->held.n);
    if (status != TS_OK)
        return status;
    struct paragraph *p = VEC_PUSH(b->arena, &b->article->paragraphs);
    if (!p)
        return arena_fail(b->arena, b->err);
    *p = b->now;
    return TS_OK;
}

/* ---- What stands beside the text */

/* The first 80 code points, white space folded. */
static struct str excerpt(struct arena *a, struct str text) {
    struct buf out;
    buf_init(&out, a, LEFT_OUT_CODE_POINTS * 4);
    bool blank = false;
    unsigned count = 0;
    for (size_t i = 0; i < text.n && count < LEFT_OUT_CODE_POINTS;) {
        size_t n = space_at(text, i), start = i;
        if (n) {
            blank = count > 0;
            i += n;
            continue;
        }
        if (blank && ++count < LEFT_OUT_CODE_POINTS)
            buf_putc(&out, ' ');
        blank = false;
        if (count >= LEFT_OUT_CODE_POINTS)
            break;
        utf8_next(text, &i);
        buf_put(&out, str_cut(text, start, i));
        count++;
    }
    return out.failed ? STR_NONE : buf_str(&out);
}

int builder_left_out(struct builder *b, const char *why, struct str text, const struct span *from,
                     uint32_t from_count) {
    struct left_out *l = VEC_PUSH(b->arena, &b->article->left_out);
    if (!l)
        return arena_fail(b->arena, b->err);
    *l = (struct left_out){.why = str_of(why), .text = excerpt(b->arena, text)};
    if (!l->text.at)
        return arena_fail(b->arena, b->err);
    return push_ranges(&l->source, b, from, from_count);
}

int builder_date(struct builder *b, struct when when, const char *role, const char *from) {
    if (!when_valid(&when))
        return TS_OK;
    struct article_date *d = VEC_PUSH(b->arena, &b->article->dates);
    if (!d)
        return arena_fail(b->arena, b->err);
    *d = (struct article_date){.when = when, .role = str_of(role), .from = str_of(from)};
    return TS_OK;
}

int builder_link(struct builder *b, struct span text, struct str href) {
    struct article_link *l = VEC_PUSH(b->arena, &b->article->links);
    if (!l)
        return arena_fail(b->arena, b->err);
    *l = (struct article_link){.text = text, .href = href};
    return TS_OK;
}

int builder_flag(struct builder *b, const char *flag) {
    struct str name = str_of(flag);
    for (uint32_t i = 0; i < b->article->flags.n; i++)
        if (str_eq(b->article->flags.at[i], name))
            return TS_OK;
    struct str *f = VEC_PUSH(b->arena, &b->article->flags);
    if (!f)
        return arena_fail(b->arena, b->err);
    *f = name;
    return TS_OK;
}

/* ---- The end */

static bool sensible(const struct when *w) {
    return w->year >= 1990 && w->year <= 2100;
}

enum { NOT_TRUSTED = 100 };

/* Smaller is better. A page says for itself what its dates mean; a URL's day and a dateline are the
 * last resort. */
static unsigned trust(const struct article_date *d, struct str role) {
    static const char *const order[] = {"user",    "json-ld", "meta", "time",
                                        "visible", "text",    "url",  "dateline"};
    enum { TEXT = 5, UNKNOWN_LATER = 4 };
    unsigned rank = 0;
    while (rank < sizeof order / sizeof *order && !str_eq(d->from, str_of(order[rank])))
        rank++;
    if (rank == sizeof order / sizeof *order || !sensible(&d->when))
        return NOT_TRUSTED;
    bool late = rank > TEXT;
    if (rank == TEXT)
        rank--; /* "text" is to a text what "visible" is to a page */
    if (late)
        rank += UNKNOWN_LATER + 2;
    if (str_eq(d->role, role))
        return rank;
    bool may = str_eq(role, STR("published")) && str_eq(d->role, STR("unknown")) &&
               !str_eq(d->from, STR("text"));
    return !may ? NOT_TRUSTED : late ? rank : rank + UNKNOWN_LATER + 1;
}

/* Later than the change of the page by more than zones and coarse dates explain. */
static bool after_change(const struct article *a, const struct when *w) {
    return a->modified.when.precision != WHEN_NONE &&
           when_seconds(w) > when_seconds(&a->modified.when) + 86400;
}

static struct article_date best_date(const struct article *a, struct str role) {
    struct article_date best = {0};
    unsigned best_trust = NOT_TRUSTED;
    bool published = str_eq(role, STR("published"));
    for (uint32_t i = 0; i < a->dates.n; i++) {
        const struct article_date *d = &a->dates.at[i];
        unsigned t = trust(d, role);
        if (t >= best_trust || (published && t > 0 && after_change(a, &d->when)))
            continue;
        best = *d;
        best_trust = t;
    }
    return best;
}

int builder_end(struct builder *b) {
    struct article *a = b->article;
    int status = a->text.at ? TS_OK : builder_paragraph_end(b);
    if (status != TS_OK || a->text.at)
        return status;
    a->text = buf_str(&b->text);
    if (!utf8_index_init(&a->index, b->arena, a->text))
        return arena_fail(b->arena, b->err);
    if (a->modified.when.precision == WHEN_NONE)
        a->modified = best_date(a, STR("modified"));
    if (a->published.when.precision == WHEN_NONE)
        a->published = best_date(a, STR("published"));
    return TS_OK;
}
