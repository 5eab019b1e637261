/* Whole pages: what is text, what is left out, and what is known of the article. */
#include "html_fixture.h"

/* Three paragraphs that are surely an article's. */
#define BODY                                                                                       \
    "<p>The ferry company of Quillport will stop its winter service from November, its director "  \
    "said, after two "                                                                             \
    "years of losses that nobody had foreseen.</p>"                                                \
    "<p>About 40 islanders had gathered at the quay when the notice was put up on the wall of "    \
    "the old customs "                                                                             \
    "house, and few of them were pleased with it.</p>"                                             \
    "<p>The council of the island is to meet next week, and it wants to hear from the company "    \
    "what a service of "                                                                           \
    "two boats a day would cost the town.</p>"

static bool text_has(const struct article *a, const char *words) {
    return str_find(a->text, str_of(words), 0) != SIZE_MAX;
}

static const struct left_out *left_out_of(const struct article *a, const char *words) {
    for (uint32_t i = 0; i < a->left_out.n; i++)
        if (str_find(a->left_out.at[i].text, str_of(words), 0) != SIZE_MAX)
            return &a->left_out.at[i];
    return NULL;
}

static void test_left_out(void) {
    static const struct {
        const char *page, *words, *why;
    } rows[] = {
        {"<nav>Town Harbour Sport</nav><article>" BODY "</article>", "Harbour Sport", "navigation"},
        {"<article>" BODY "</article><footer>Ropewalk 4, Quillport</footer>", "Ropewalk",
         "navigation"},
        {"<article>" BODY
         "<aside><p>Six more tales of ferries that went wrong</p></aside></article>",
         "Six more", "related"},
        {"<article>" BODY "<div class='newsletter-box'>A letter each morning</div></article>",
         "letter each", "promotion"},
        {"<article>" BODY
         "<div id=comments><p>Nobody asked the gulls what they think of it all, I say.</p></div>"
         "</article>",
         "gulls", "comments"},
        {"<article><figure><img><figcaption>The quay in May</figcaption></figure>" BODY
         "</article>",
         "The quay", "caption"},
        {"<article>" BODY "<p hidden>Not to be seen</p></article>", "Not to be", "hidden"},
        {"<article>" BODY "<p style='display: none'>Not to be seen</p></article>", "Not to be",
         "hidden"},
        {"<article>" BODY
         "<p>Read more: <a href=/x>Ferries of the north, a history</a></p></article>",
         "Read more", "related"},
        {"<article>" BODY "<p>\xC2\xA9 2031 Quillport Post. All rights reserved.</p></article>",
         "2031", "legal"},
        {"<article><p class=byline>By Ann Bell</p>" BODY "</article>", "Ann Bell", "head"},
        {"<article>" BODY
         "<h2>Related articles</h2><p>Tern found on roof of the town hall in a storm, again.</p>"
         "</article>",
         "Related articles", "related"},
        {"<article>" BODY "<p>The ferry company of Quillport will stop its winter service from "
         "November, its director "
         "said, after two years of losses that nobody had foreseen.</p></article>",
         "The ferry company", "repeated"},
    };
    CHECK_ROWS (i, rows) {
        struct html_got g;
        html_got_read(&g, str_of(rows[i].page));
        if (CHECK_INT(g.status, TS_OK)) {
            const struct left_out *l = left_out_of(g.article, rows[i].words);
            if (CHECK(l != NULL))
                CHECK_STR(l->why.at, l->why.n, rows[i].why);
            CHECK(text_has(g.article, "about 40") || text_has(g.article, "About 40 islanders"));
            CHECK(text_has(g.article, "cost the town."));
        }
        html_got_clear(&g);
    }
}

static void test_kept(void) {
    static const struct {
        const char *page, *words;
    } rows[] = {
        {"<article>" BODY "<ul><li>Boats a day in summer: nine.</li><li>Boats a day in winter: "
         "two.</li></ul></article>",
         "summer: nine.\n\nBoats a day"},
        {"<article>" BODY "<blockquote>We will row if we have to.</blockquote>" BODY "</article>",
         "We will row"},
        {"<article><h1>A title of its own</h1><h2 class=standfirst>A ferry stops, and an island "
         "asks what comes next."
         "</h2>" BODY "</article>",
         "an island asks"},
        {"<article><p>One<b>word</b> an<i>d</i> an&shy;other are <a href=/x>not glued</a>. " BODY
         "</article>",
         "Oneword and an\xC2\xADother are not glued."},
        {"<article>" BODY "<p>First line<br>second line of the same, which is long enough to be "
         "kept here.</p></article>",
         "First line second line"},
        {"<article>" BODY
         "<table><tr><td>Boat</td><td>Seats for all</td></tr><tr><td>Tern</td><td>120 and a half"
         "</td></tr></table></article>",
         "Tern 120 and a half"},
        {"<article>" BODY "<p>Before <span class=sr-only>unseen</span> after, in one sentence of "
         "some length.</p></article>",
         "Before after, in one"},
        {"<body class='has-sidebar comments-open'><form><div class=newsletter-wrapper>" BODY
         "</div></form>",
         "About 40 islanders"},
        {"<div class=story><div class=paywall-wrap hidden>" BODY "</div></div>",
         "About 40 islanders"},
        {"<div class=article-body><p>The first part of the text stands in a box of its own, for "
         "the advert.</p></div>"
         "<div class=advert>Buy</div><div class=article-body>" BODY "</div>",
         "The first part of the text"},
    };
    CHECK_ROWS (i, rows) {
        struct html_got g;
        html_got_read(&g, str_of(rows[i].page));
        if (CHECK_INT(g.status, TS_OK))
            CHECK(text_has(g.article, rows[i].words));
        html_got_clear(&g);
    }
}

#define LD(json) "<script type='application/ld+json'>" json "</script>"

static void test_title(void) {
    static const struct {
        const char *head, *title;
    } rows[] = {
        {"<title>Ferry to stop | Quillport Post</title><h1>Ferry to stop</h1>", "Ferry to stop"},
        {"<title>Ferry to stop in winter - Quillport Post</title><meta property=og:site_name "
         "content='Quillport Post'>",
         "Ferry to stop in winter"},
        {"<meta property=og:title content='Ferry to stop'><h1>Quillport Post</h1>"
         "<meta property=og:site_name content='Quillport Post'>",
         "Ferry to stop"},
        {"<h1 class=logo>The Quillport Post</h1><h1>Ferry to stop, islanders angry</h1>"
         "<title>Ferry to stop, islanders angry</title>",
         "Ferry to stop, islanders angry"},
        {LD("{\"@type\":\"NewsArticle\",\"headline\":\"Ferry &amp; quay to stop\"}"),
         "Ferry & quay to stop"},
        {"", NULL},
    };
    CHECK_ROWS (i, rows) {
        char page[4096];
        struct html_got g;
        snprintf(page, sizeof page, "%s<article>%s</article>", rows[i].head, BODY);
        html_got_read(&g, str_of(page));
        if (CHECK_INT(g.status, TS_OK))
            CHECK_STR(g.article->title.at, g.article->title.n, rows[i].title);
        html_got_clear(&g);
    }
}

static void test_byline(void) {
    static const struct {
        const char *head;
        uint32_t count;
        const char *last;
    } rows[] = {
        {LD("{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"Ann Bell\"},{\"name\":\"Joss "
            "Pell\"}]}"),
         2, "Joss Pell"},
        {LD("{\"@graph\":[{\"@id\":\"#a\",\"@type\":\"Person\",\"name\":\"Ann Bell\"},"
            "{\"@type\":[\"Article\",\"Thing\"],\"author\":{\"@id\":\"#a\"}}]}"),
         1, "Ann Bell"},
        {LD("{\"@type\":\"NewsArticle\",\"author\":\"By Ann Bell and Joss Pell\"}"), 2,
         "Joss Pell"},
        {"<meta name=author content='Ann Bell'>", 1, "Ann Bell"},
        {"<meta property=og:site_name content='Quillport Post'><meta name=author "
         "content='Quillport Post'>",
         0, NULL},
        {"<meta name=author content='https://quill.example/ann'>", 0, NULL},
        {"<h1>Ferry to stop</h1><p>By Ann Bell, Joss Pell and Una Gray</p>", 3, "Una Gray"},
        {"<h1>Ferry to stop</h1><p>By Ann Bell, Coast correspondent, 7 April 2031</p>", 1,
         "Ann Bell"},
        {"<h1>Ferry to stop</h1><p><a rel=author href=/ann>Ann Bell</a></p>", 1, "Ann Bell"},
        {"<h1>Ferry to stop</h1>", 0, NULL},
    };
    CHECK_ROWS (i, rows) {
        char page[4096];
        struct html_got g;
        snprintf(page, sizeof page, "<article>%s%s</article>", rows[i].head, BODY);
        html_got_read(&g, str_of(page));
        if (CHECK_INT(g.status, TS_OK) && CHECK_INT(g.article->byline.n, rows[i].count) &&
            rows[i].count) {
            struct str last = g.article->byline.at[rows[i].count - 1];
            CHECK_STR(last.at, last.n, rows[i].last);
        }
        html_got_clear(&g);
    }
}

static void test_dates(void) {
    static const struct {
        const char *head, *published, *modified, *from;
    } rows[] = {
        {LD("{\"@type\":\"NewsArticle\",\"datePublished\":\"2031-04-07T20:11:00+04:00\","
            "\"dateModified\":\"2031-04-08\"}"),
         "2031-04-07T20:11:00+04:00", "2031-04-08", "json-ld"},
        {"<meta property='article:published_time' content='2031-04-07T09:00:00Z'>",
         "2031-04-07T09:00:00+00:00", NULL, "meta"},
        {"<h1>Ferry</h1><time datetime=2031-04-07>today</time>", "2031-04-07", NULL, "time"},
        {"<h1>Ferry</h1><p>Updated: <time datetime=2031-04-08>yesterday</time></p>", NULL,
         "2031-04-08", NULL},
        {"<h1>Ferry</h1><p class=date>7. M\xC3\xA4rz 2031, 20:11</p>", "2031-03-07T20:11:00", NULL,
         "visible"},
        {"<html lang=fr><h1>Ferry</h1><p class=date>04/07/2031</p>", "2031-07-04", NULL, "visible"},
        {"<h1>Ferry</h1><p class=date>07.04.2031</p>", "2031-04-07", NULL, "visible"},
        {"<link rel=canonical href=https://quill.example/2031/04/07/ferry><h1>Ferry</h1>",
         "2031-04-07", NULL, "url"},
        /* a change before the publication does not make the publication untrue */
        {"<meta property='article:published_time' content='2031-04-07'>"
         "<meta property='article:modified_time' content='2031-04-01'>",
         "2031-04-07", "2031-04-01", "meta"},
        /* the same moment, as it is called there */
        {LD("{\"@type\":\"NewsArticle\",\"datePublished\":\"2031-04-06T22:30:00Z\"}") "<meta "
                                                                                      "property='"
                                                                                      "article:"
                                                                                      "published_"
                                                                                      "time' "
                                                                                      "content='"
                                                                                      "2031-04-"
                                                                                      "07T00:30:00+"
                                                                                      "02:00'>",
         "2031-04-07T00:30:00+02:00", NULL, "meta"},
        {"<h1>Ferry</h1>", NULL, NULL, NULL},
        {"<h1>Ferry</h1><div class=related><time datetime=2031-01-01>x</time></div>", NULL, NULL,
         NULL},
    };
    CHECK_ROWS (i, rows) {
        char page[4096], got[WHEN_TEXT];
        struct html_got g;
        snprintf(page, sizeof page, "%s<article>%s</article>", rows[i].head, BODY);
        html_got_read(&g, str_of(page));
        if (CHECK_INT(g.status, TS_OK)) {
            const struct article_date *p = &g.article->published, *m = &g.article->modified;
            if (p->when.precision != WHEN_NONE)
                when_text(got, &p->when);
            CHECK_STR(p->when.precision ? got : NULL, p->when.precision ? strlen(got) : 0,
                      rows[i].published);
            if (rows[i].from)
                CHECK_STR(p->from.at, p->from.n, rows[i].from);
            if (m->when.precision != WHEN_NONE)
                when_text(got, &m->when);
            CHECK_STR(m->when.precision ? got : NULL, m->when.precision ? strlen(got) : 0,
                      rows[i].modified);
        }
        html_got_clear(&g);
    }
}

static void test_kind(void) {
    static const struct {
        const char *head;
        enum article_kind kind;
    } rows[] = {
        {"", ARTICLE_REPORT},
        {LD("{\"@type\":\"OpinionNewsArticle\"}"), ARTICLE_OPINION},
        {LD("{\"@type\":[\"NewsArticle\",\"LiveBlogPosting\"]}"), ARTICLE_LIVE_BLOG},
        {LD("[{\"@type\":\"ClaimReview\"}]"), ARTICLE_FACT_CHECK},
        {LD("{\"@type\":\"AdvertiserContentArticle\"}"), ARTICLE_SPONSORED},
        {"<meta property=article:section content=Opinion>", ARTICLE_OPINION},
        {"<link rel=canonical href=https://quill.example/comment/ferry>", ARTICLE_OPINION},
        {"<link rel=canonical href=https://quill.example/opinion>", ARTICLE_REPORT},
        {"<link rel=canonical href=https://quill.example/press-releases/ferry>",
         ARTICLE_PRESS_RELEASE},
        {"<link rel=canonical href=https://quill.example/>", ARTICLE_NOT_ARTICLE},
    };
    CHECK_ROWS (i, rows) {
        char page[4096];
        struct html_got g;
        snprintf(page, sizeof page, "%s<article>%s</article>", rows[i].head, BODY);
        html_got_read(&g, str_of(page));
        if (CHECK_INT(g.status, TS_OK))
            CHECK_INT(g.article->kind, rows[i].kind);
        html_got_clear(&g);
    }
    struct html_got g;
    html_got_read(&g,
                  STR("<ul><li><a href=/a>Ferry to stop</a><li><a href=/b>Tern found</a></ul>"));
    CHECK_INT(g.status, TS_OK);
    CHECK_INT(g.article->kind, ARTICLE_NOT_ARTICLE);
    html_got_clear(&g);
}

static void test_outlet(void) {
    static const struct {
        const char *head, *outlet;
    } rows[] = {
        {"<meta property=og:site_name content='Quillport Post'>", "Quillport Post"},
        {LD("{\"@type\":\"NewsArticle\",\"publisher\":{\"name\":\"Quillport Post\"}}"),
         "Quillport Post"},
        {"<link rel=canonical href=https://www.quillportpost.example/x><title>Ferry | The "
         "Quillport Post</title>"
         "<meta name=application-name content='The Quillport Post'>",
         "The Quillport Post"},
        {"<link rel=canonical href=https://www.quillportpost.example/x><p>Quillport Post, 7 "
         "April</p>",
         "Quillport Post"},
        {"<title>Ferry to stop</title>", NULL},
    };
    CHECK_ROWS (i, rows) {
        char page[4096];
        struct html_got g;
        snprintf(page, sizeof page, "%s<article>%s</article>", rows[i].head, BODY);
        html_got_read(&g, str_of(page));
        if (CHECK_INT(g.status, TS_OK))
            CHECK_STR(g.article->outlet_name.at, g.article->outlet_name.n, rows[i].outlet);
        html_got_clear(&g);
    }
}

static void test_broken_json_ld(void) {
    struct html_got g;
    html_got_read(
        &g, STR(LD("{\"@type\": oh no") LD(
                "{\"@type\":\"NewsArticle\",\"headline\":\"Ferry\tto\nstop\"}") "<article>" BODY
                                                                                "</article>"));
    CHECK_NEED(g.status == TS_OK);
    CHECK_INT(g.article->flags.n, 1);
    CHECK_STR(g.article->flags.at[0].at, g.article->flags.at[0].n, "json_ld_broken");
    CHECK_STR(g.article->title.at, g.article->title.n, "Ferry to stop");
    CHECK_INT(g.article->paragraphs.n, 3);
    html_got_clear(&g);
}

static void test_dateline(void) {
    struct html_got g;
    struct str page = STR("<article><p><b>QUILLPORT</b>, 7&nbsp;April (HPA) &mdash; The quay is "
                          "&quot;shut&quot;, a man "
                          "of the company said there on Monday.</p>" BODY "</article>");
    html_got_read(&g, page);
    CHECK_NEED(g.status == TS_OK && g.article->paragraphs.n == 4);
    CHECK_STR(g.article->dateline.at, g.article->dateline.n, "QUILLPORT, 7 April (HPA)");
    const struct left_out *l = left_out_of(g.article, "QUILLPORT");
    CHECK_NEED(l != NULL);
    CHECK_STR(l->why.at, l->why.n, "dateline");
    struct paragraph p = g.article->paragraphs.at[0];
    CHECK(str_starts(str_span(g.article->text, p.text), STR("The quay is \"shut\"")));
    CHECK_NEED(p.source.count == 1);
    struct byte_range r = g.article->ranges.at[p.source.first];
    CHECK(str_starts(str_cut(page, r.start, r.end), STR("The quay is &quot;shut&quot;")));
    html_got_clear(&g);
}

static void test_links(void) {
    struct html_got g;
    html_got_read(&g, STR("<base href=https://quill.example/news/><article>" BODY
                          "<p>As the <a href='../post/1?a=1&amp;b=2'>Quillport <b>Post</b></a> and "
                          "<a href='#x'>others</a> "
                          "wrote, it will stop.</p></article>"));
    CHECK_NEED(g.status == TS_OK && g.article->links.n == 1);
    struct article_link l = g.article->links.at[0];
    struct str words = str_span(g.article->text, l.text);
    CHECK_STR(words.at, words.n, "Quillport Post");
    CHECK_STR(l.href.at, l.href.n, "https://quill.example/post/1?a=1&b=2");
    html_got_clear(&g);
}

CHECK_MAIN({"what is no part of the text is left out with its reason", test_left_out},
           {"what is part of the text is kept", test_kept},
           {"the title is the headline without the outlet", test_title},
           {"authors are parted from what stands beside them", test_byline},
           {"dates are taken with what they are dates of", test_dates},
           {"the kind is what the page says", test_kind},
           {"the outlet is what the page calls it", test_outlet},
           {"broken JSON-LD is flagged and the rest read", test_broken_json_ld},
           {"a dateline is of no paragraph", test_dateline},
           {"links keep their words and address", test_links})
