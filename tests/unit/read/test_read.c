#include "check.h"
#include "read/read.h"

#include <stdlib.h>

struct got {
    struct arena arena;
    struct outlets outlets;
    struct article *article;
    struct ts_error err;
    int status;
};

static void read_bytes(struct got *g, struct read_input in, size_t page_bytes) {
    struct mem mem = mem_system();
    struct limits limits = LIMITS_DEFAULT;
    if (page_bytes)
        limits.page_bytes = page_bytes;
    *g = (struct got){0};
    arena_init(&g->arena, &mem, 0);
    outlets_init(&g->outlets, &g->arena);
    outlets_add(&g->outlets, &g->arena,
                STR("The Vale Courier\tVale Courier\tvalecourier.example\toutlet\nHill "
                    "Post\t\thill.co.uk\toutlet\n"),
                &g->err);
    g->status = read_article(&g->article, &g->arena, &in, &g->outlets, &limits, &g->err);
}

struct bytes {
    const char *at;
    size_t n;
};
#define B(literal)                                                                                 \
    { (literal), sizeof(literal) - 1 }

static void test_refused(void) {
    static const struct {
        struct bytes in;
        const char *outcome, *message;
    } rows[] = {
        {B(""), "empty", "is empty"},
        {B("%PDF-1.7\n..."), "not_text", "pdftotext"},
        {B("PK\x03\x04....word/document.xml"), "not_text", "Word"},
        {B("PK\x03\x04...."), "not_text", "archive"},
        {B("\x1F\x8B\x08"), "not_text", "gunzip"},
        {B("\x89PNG\r\n\x1A\n"), "not_text", "image"},
        {B("\xFF\xD8\xFF\xE0 JFIF"), "not_text", "image"},
        {B("....ftypisom"), "not_text", "video"},
        {B("\x7F"
           "ELF"),
         "not_text", "program"},
        {B("\0\0\0\0\0\0\0\0"), "not_text", "zero bytes"},
        {B("h\0e\0l\0l\0o\0 \0m\0i\0l\0l\0"), "not_text", "iconv -f UTF-16LE"},
        {B("\0h\0e\0l\0l\0o\0 \0m\0i\0l\0l"), "not_text", "iconv -f UTF-16BE"},
        {B("a\x01\x02\x03\x04 b"), "not_text", "binary"},
        {B("<?xml version=\"1.0\"?><rss></rss>"), "not_text", "feed"},
        {B("<?xml version=\"1.0\"?><sitemap/>"), "not_text", "XML"},
        {B("more than eight"), "too_large", "larger than"},
    };
    CHECK_ROWS (i, rows) {
        struct got g;
        bool small = strcmp(rows[i].outcome, "too_large") == 0;
        read_bytes(&g,
                   (struct read_input){.bytes = {rows[i].in.at, rows[i].in.n}, .path = STR("x")},
                   small ? 8 : 0);
        CHECK_INT(g.status, small ? TS_E_LIMIT : TS_E_FORMAT);
        CHECK_STR(g.err.outcome, strlen(g.err.outcome), rows[i].outcome);
        CHECK(strstr(g.err.message, rows[i].message) != NULL);
        arena_clear(&g.arena);
    }
}

static void test_kind_of_input(void) {
    static const struct {
        const char *in, *path, *type;
        enum read_as as;
        bool verbatim;
    } rows[] = {
        {"<!DOCTYPE html><p>The mill.</p>", "x", "text/html", READ_AUTO, false},
        {"\xEF\xBB\xBF \n<HTML><p>The mill.</p>", "x", "text/html", READ_AUTO, false},
        {"<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" "
         "\"\"><html><p>x</p></html>",
         "x", "text/html", READ_AUTO, false},
        {"<!-- saved --><p>The mill.</p>", "x", "text/html", READ_AUTO, false},
        {"The <b>mill</b> burned.", "x", "text/plain", READ_AUTO, false},
        {"The mill burned.<p>Nobody was hurt.</p>", "x.HTML", "text/html", READ_AUTO, false},
        {"The mill burned.", "x.html", "text/plain", READ_AUTO, false},
        {"<p>The mill.</p>", "x", "text/plain", READ_TEXT, false},
        {"<p>The mill.</p>", "x", "text/plain", READ_AUTO, true},
        {"The mill.", "x", "text/html", READ_HTML, false},
        {"<abc> is no tag", "x", "text/plain", READ_AUTO, false},
    };
    CHECK_ROWS (i, rows) {
        struct got g;
        read_bytes(&g,
                   (struct read_input){.bytes = str_of(rows[i].in),
                                       .path = str_of(rows[i].path),
                                       .as = rows[i].as,
                                       .verbatim = rows[i].verbatim},
                   0);
        if (CHECK_INT(g.status, TS_OK))
            CHECK_STR(g.article->source.media_type.at, g.article->source.media_type.n,
                      rows[i].type);
        arena_clear(&g.arena);
    }
}

static void test_meta(void) {
    struct got g;
    read_bytes(&g,
               (struct read_input){
                   .bytes = STR("The mill at Orrin burned for a second night, the brigade said."),
                   .path = STR("-"),
                   .meta_outlet = STR("Orrin Times"),
                   .meta_title = STR(" Mill burns "),
                   .meta_url = STR("https://news.orrin.co.uk/2025/mill"),
                   .meta_date = STR("7 April 2025")},
               0);
    CHECK_NEED(g.status == TS_OK);
    CHECK_STR(g.article->outlet_name.at, g.article->outlet_name.n, "Orrin Times");
    CHECK_STR(g.article->outlet_domain.at, g.article->outlet_domain.n, "orrin.co.uk");
    CHECK_STR(g.article->title.at, g.article->title.n, "Mill burns");
    CHECK_STR(g.article->url.at, g.article->url.n, "https://news.orrin.co.uk/2025/mill");
    CHECK_STR(g.article->published.from.at, g.article->published.from.n, "user");
    CHECK_INT(g.article->published.when.day, 7);
    CHECK_STR(g.article->kind_because.at, g.article->kind_because.n,
              "nothing says that it is of another kind");
    arena_clear(&g.arena);
}

static void test_outlet(void) {
    static const struct {
        const char *url, *name, *domain;
    } rows[] = {
        {"https://www.valecourier.example/a", "The Vale Courier", "valecourier.example"},
        {"https://user@News.ValeCourier.example:8080?x", "The Vale Courier", "valecourier.example"},
        {"http://m.hill.co.uk/", "Hill Post", "hill.co.uk"},
        {"http://www.other.example/", NULL, "other.example"},
        {"http://www.other.com.au/", NULL, "other.com.au"},
        {"http://other.com.au/", NULL, "other.com.au"},
        {"http://127.0.0.1/x", NULL, "127.0.0.1"},
        {"nonsense", NULL, NULL},
        {"", NULL, NULL},
    };
    CHECK_ROWS (i, rows) {
        struct got g;
        read_bytes(&g,
                   (struct read_input){
                       .bytes = STR("x"), .path = STR("x"), .meta_url = str_of(rows[i].url)},
                   0);
        CHECK_NEED(g.status == TS_OK);
        CHECK_STR(g.article->outlet_name.at, g.article->outlet_name.n, rows[i].name);
        CHECK_STR(g.article->outlet_domain.at, g.article->outlet_domain.n, rows[i].domain);
        CHECK_INT(g.article->kind, ARTICLE_NOT_ARTICLE);
        arena_clear(&g.arena);
    }
}

static void test_tables_shared(void) {
    struct got g, h;
    struct read_input in = {
        .bytes = STR("The mill burned, and nobody was hurt by it.\n\nAdvertisement\n"),
        .path = STR("x")};
    read_bytes(&g, in, 0);
    struct read_tables *tables;
    CHECK_NEED(read_tables_new(&tables, &g.arena, &g.err) == TS_OK);
    in.tables = tables;
    read_bytes(&h, in, 0);
    CHECK_NEED(g.status == TS_OK && h.status == TS_OK);
    CHECK_STR(h.article->text.at, h.article->text.n, "The mill burned, and nobody was hurt by it.");
    CHECK_INT(g.article->left_out.n, 1);
    CHECK_INT(h.article->left_out.n, 1);
    arena_clear(&h.arena);
    arena_clear(&g.arena);
}

CHECK_MAIN({"what is no text is refused with what it is and what to do", test_refused},
           {"pages are told from texts", test_kind_of_input},
           {"what the user knows stands above what the text says", test_meta},
           {"the outlet is known by the domain of its URL", test_outlet},
           {"tables that are made once read the same", test_tables_shared})
