#include "base/buf.h"
#include "check.h"
#include "read/html_depth.h"
#include "read/html_scan.h"

/* "<div>text|_|</div>{raw}": one stretch a mark. */
static struct str shape(struct arena *a, const struct html_scan *scan) {
    struct buf b;
    buf_init(&b, a, 4096);
    for (uint32_t i = 0; i < scan->tokens.n; i++) {
        const struct html_token *t = &scan->tokens.at[i];
        static const char *const open[] = {"<", "</", "(", "_", "{"};
        static const char *const close[] = {">", ">", ")", "", "}"};
        buf_put(&b, str_of(open[t->kind]));
        if (t->kind != HTML_SPACE)
            buf_put(&b, t->text);
        buf_put(&b, str_of(close[t->kind]));
    }
    return b.n ? buf_str(&b) : STR("");
}

static void test_tokens(void) {
    static const struct {
        const char *page, *shape;
    } rows[] = {
        {"", ""},
        {"plain", "(plain)"},
        {"<p>one <b>two</b></p>", "<p>(one )<b>(two)</b></p>"},
        {"a<!-- b -->c", "(a)(c)"},
        {"a<!-->b<!--->c<!-- --!>d<!x>e<?y?>f</ z>g", "(a)(b)(c)(d)(e)(f)(g)"},
        {"1 < 2 <3 <", "(1 < 2 <3 <)"},
        {"<p", ""},
        {"<a href='x>y'>z", "<a>(z)"},
        {"<a href=\"no end>z", ""},
        {"<script>if (a < b) '</p>'</script >c", "<script>{if (a < b) '</p>'}(c)"},
        {"<script><!-- <script>x</script> y</script>z", "<script>{<!-- <script>x</script> y}(z)"},
        {"<script>no end <p>", "<script>{no end <p>}"},
        {"<noscript><img></noscript>a<noscript>b", "<noscript>{<img>}(a)<noscript>(b)"},
        {"<textarea><p></TEXTAREA>x", "<textarea>{<p>}(x)"},
        {"<svg><path d=''/></svg>x<svg/>y", "<svg>{<path d=''/>}(x)<svg>(y)"},
        {"<template><p>a</template><template shadowrootmode=open>b",
         "<template>{<p>a}<template>(b)"},
        {"<title>A &amp; B</title> <p>", "<title>{A &amp; B}_<p>"},
        {"<P CLASS=x>y</P>", "<P>(y)</P>"},
        {"<!-- no end <p>x", ""},
        {"</>x</", "(x</)"},
    };
    struct mem mem = mem_system();
    CHECK_ROWS (i, rows) {
        struct arena a;
        struct html_scan scan;
        arena_init(&a, &mem, 0);
        CHECK_INT(html_scan(&scan, &a, str_of(rows[i].page), NULL), TS_OK);
        struct str got = shape(&a, &scan);
        CHECK_STR(got.at, got.n, rows[i].shape);
        arena_clear(&a);
    }
}

static void test_attributes(void) {
    static const char page[] =
        "<a data-x=1 CLASS = 'big &amp; red' class=second href=/x?a&b=1 hidden title/rel=\">\" >";
    struct mem mem = mem_system();
    struct arena a;
    struct html_scan scan;
    arena_init(&a, &mem, 0);
    CHECK_INT(html_scan(&scan, &a, str_of(page), NULL), TS_OK);
    CHECK_NEED(scan.tokens.n == 1);
    static const struct {
        enum html_attr_name name;
        const char *value;
    } rows[] = {
        {HTML_ATTR_CLASS, "big & red"}, {HTML_ATTR_HREF, "/x?a&b=1"}, {HTML_ATTR_HIDDEN, ""},
        {HTML_ATTR_TITLE, ""},          {HTML_ATTR_REL, ">"},         {HTML_ATTR_ID, NULL},
    };
    CHECK_ROWS (i, rows) {
        struct str got = html_token_value(&scan, &a, &scan.tokens.at[0], rows[i].name);
        CHECK_STR(got.at, got.n, rows[i].value);
    }
    arena_clear(&a);
}

static void test_names(void) {
    for (unsigned tag = 1; tag < HTML_TAGS; tag++) {
        CHECK_ROW(tag);
        CHECK_INT(html_tag_named(html_tag_name((enum html_tag)tag)), tag);
    }
    CHECK_ROW(SIZE_MAX);
    CHECK_INT(html_tag_named(STR("BLOCKquote")), HTML_BLOCKQUOTE);
    CHECK_INT(html_tag_named(STR("x-harbour")), HTML_OTHER);
    CHECK_INT(html_tag_named(STR("a-name-longer-than-any")), HTML_OTHER);
}

/* unit, repeated, with so many elements allowed */
static void test_depth(void) {
    static const struct {
        const char *unit;
        unsigned times;
        bool deep;
    } rows[] = {
        {"<div>", 98, false},
        {"<div>", 99, true},
        {"<b>", 99, true},
        {"<p>x", 5000, false},
        {"<li>x", 5000, false},
        {"<ul><li>", 50, true},
        {"<a href=x>", 5000, false},
        {"<a><div></a>", 99, true},
        {"<table><td>", 25, true},
        {"<tr><td>", 5000, false},
        {"<div></span>", 99, true},
        {"<span><div></span>", 60, true},
        {"<div><span></div>", 5000, false},
        {"<h2>", 5000, false},
        {"<br><hr><img>", 5000, false},
        {"<form><div></form>", 60, true},
        {"<div><table><td></div>", 99, true},
        {"<table>", 5000, false},
        {"<dt>a<dd>b", 5000, false},
        {"<x-one>", 99, true},
        {"<x-one></x-two>", 99, true},
        {"<x-one/>", 5000, false},
        {"<button><p></button>", 5000, false},
        {"<option>a", 5000, false},
    };
    struct mem mem = mem_system();
    CHECK_ROWS (i, rows) {
        struct arena a;
        struct buf b;
        struct html_scan scan;
        struct ts_error err = {0};
        arena_init(&a, &mem, 0);
        buf_init(&b, &a, 1 << 20);
        for (unsigned k = 0; k < rows[i].times; k++)
            buf_put(&b, str_of(rows[i].unit));
        CHECK_INT(html_scan(&scan, &a, buf_str(&b), &err), TS_OK);
        CHECK_INT(html_depth_check(&scan, &a, 100, &err), rows[i].deep ? TS_E_LIMIT : TS_OK);
        CHECK_STR(err.outcome, strlen(err.outcome), rows[i].deep ? "too_deep" : "");
        arena_clear(&a);
    }
}

CHECK_MAIN({"a page is cut into tags and texts", test_tokens},
           {"attributes are kept once, decoded", test_attributes},
           {"each element is found by its name", test_names},
           {"open elements are counted", test_depth})
