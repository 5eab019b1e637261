/* Pages made to be slow or to mislead: each ends in its outcome, and every range gives its text
 * back. */
#include "html_fixture.h"

#include "base/buf.h"
#include "read/html_entity.h"

#include <stdlib.h>

static struct str repeated(struct arena *a, const char *front, const char *unit, unsigned times) {
    struct buf b;
    buf_init(&b, a, (size_t)64 << 20);
    buf_put(&b, str_of(front));
    for (unsigned i = 0; i < times; i++)
        buf_put(&b, str_of(unit));
    return buf_str(&b);
}

static void test_outcomes(void) {
    static const struct {
        const char *front, *unit;
        unsigned times;
        const char *outcome; /* "": it is read */
    } rows[] = {
        {"", "<div>", 100000, "too_deep"},
        {"", "<b>", 100000, "too_deep"},
        {"<p>", "<br>", 1000001, "too_complex"},
        {"", "<a>", 50000, ""},
        {"<div><b><i><u><s><em><tt><big><b><i></div>", "<p>x</p>", 50000, ""},
        {"<table>", "x<b>y</b>", 20000, ""},
        {"<p ", "a=b ", 200000, ""},
        {"<p ", "class=nav ", 200000, ""},
        {"", "<!--", 100000, ""},
        {"<script>", "<!--<script>", 50000, ""},
        {"", "<noscript>", 50000, ""},
        {"", "&CounterClockwiseContourIntegra", 50000, ""},
        {"<script type=application/ld+json>", "[", 100000, ""},
        {"<script type=application/ld+json>[1", ",{\"@type\":\"NewsArticle\"}", 20000, ""},
        {"<h1>Ferry</h1>", "<time datetime=2031-01-01>x</time>", 20000, ""},
        {"", "<div class=article-body><p>Some words for the sum of it all, you see.</p></div>",
         10000, ""},
    };
    CHECK_ROWS (i, rows) {
        struct mem mem = mem_system();
        struct arena a;
        struct html_got g;
        arena_init(&a, &mem, 0);
        html_got_read(&g, repeated(&a, rows[i].front, rows[i].unit, rows[i].times));
        CHECK_STR(g.err.outcome, strlen(g.err.outcome), rows[i].outcome);
        CHECK_INT(g.status, *rows[i].outcome ? TS_E_LIMIT : TS_OK);
        html_got_clear(&g);
        arena_clear(&a);
    }
}

/* The bytes of a paragraph's ranges, references decoded and white space taken out. */
static struct str solid(struct arena *a, struct str s) {
    struct buf b;
    buf_init(&b, a, s.n + 1);
    for (size_t i = 0; i < s.n; i++) {
        if (i + 1 < s.n && memcmp(s.at + i, "\xC2\xA0", 2) == 0)
            i++;
        else if (!ascii_space(s.at[i]))
            buf_putc(&b, s.at[i]);
    }
    return b.n ? buf_str(&b) : STR("");
}

static void check_ranges(struct html_got *g, struct str page) {
    const struct article *article = g->article;
    for (uint32_t i = 0; i < article->paragraphs.n; i++) {
        struct paragraph p = article->paragraphs.at[i];
        struct buf b;
        buf_init(&b, &g->arena, page.n * 8 + 64);
        for (uint32_t k = 0; k < p.source.count; k++) {
            struct byte_range r = article->ranges.at[p.source.first + k];
            buf_put(&b, html_entity_decode(&g->arena, str_cut(page, r.start, r.end), false));
        }
        struct str want = solid(&g->arena, str_span(article->text, p.text));
        struct str got = solid(&g->arena, buf_str(&b));
        CHECK(str_eq(got, want));
    }
}

/* Pieces of mark-up and text in every order that a small generator finds. */
static void test_ranges(void) {
    static const char *const pieces[] = {
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<i class=x>",
        "</i>",
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
        "<div>",
        "</div>",
        "<a href=x>",
        "</a>",
        "<br>",
        "<!-- c -->",
        "</x>",
        "<ul><li>",
        "The quay was shut, and nobody said why it was. ",
        "word",
        "&amp;",
        "&#8217;s",
        "&nbsp;",
        " ",
        "<h2>",
        "</h2>",
        "<select><option>",
        "</select>",
        "<svg><path/></svg>",
        "<template>",
        "</template>",
        "<script>x</script>",
        "1 < 2 ",
        "<form>",
        "</form>",
        "caf\xC3\xA9 ",
        "<article>",
        "</article>",
        "<li>",
        "<dd>",
        "<blockquote>",
        "</blockquote>",
        "<caption>",
        "<button>",
        "</button>",
        "</body>",
        "<pre>\n",
    };
    uint32_t state = 20310407;
    for (unsigned round = 0; round < 1500; round++) {
        struct mem mem = mem_system();
        struct arena a;
        struct buf b;
        struct html_got g;
        CHECK_ROW(round);
        arena_init(&a, &mem, 0);
        buf_init(&b, &a, 1 << 20);
        for (unsigned i = 0; i < 60; i++) {
            state = state * 1664525u + 1013904223u;
            buf_put(&b, str_of(pieces[(state >> 8) % (sizeof pieces / sizeof *pieces)]));
        }
        html_got_read(&g, buf_str(&b));
        if (CHECK_INT(g.status, TS_OK))
            check_ranges(&g, buf_str(&b));
        html_got_clear(&g);
        arena_clear(&a);
    }
}

CHECK_MAIN({"pages made to be slow end in their outcome", test_outcomes},
           {"each paragraph's ranges give its text back, however broken the page", test_ranges})
