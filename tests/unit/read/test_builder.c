#include "check.h"
#include "read/builder.h"

struct fixture {
    struct arena arena;
    struct article article;
    struct decoded decoded;
    struct builder b;
    struct ts_error err;
};

static void begin(struct fixture *f, const char *payload) {
    struct mem mem = mem_system();
    *f = (struct fixture){0};
    arena_init(&f->arena, &mem, 0);
    charset_decode(&f->decoded, &f->arena, str_of(payload), STR_NONE, &f->err);
    builder_init(&f->b, &f->arena, &f->article, &f->decoded, &f->err);
}

static void end(struct fixture *f) {
    arena_clear(&f->arena);
}

/* Adds the payload's stretch as it stands. */
static void add(struct fixture *f, uint32_t start, uint32_t stop) {
    struct span span = {start, stop};
    CHECK_INT(builder_add(&f->b, str_span(f->decoded.text, span), span), TS_OK);
}

static void test_folding(void) {
    static const struct {
        const char *in, *out;
    } rows[] = {
        {"one two", "one two"},
        {"  one \n\t two  ", "one two"},
        {"one\xC2\xA0\xE2\x80\x83two\xE3\x80\x80", "one two"},
        {"a \xE2\x80\x94 b", "a \xE2\x80\x94 b"},
        {"a\xE2\x80\x8B"
         "b",
         "a\xE2\x80\x8B"
         "b"},
        {" \xC2\xA0 ", ""},
        {"caf\xC3\xA9", "caf\xC3\xA9"},
    };
    CHECK_ROWS (i, rows) {
        struct fixture f;
        begin(&f, rows[i].in);
        add(&f, 0, (uint32_t)strlen(rows[i].in));
        CHECK_INT(builder_end(&f.b), TS_OK);
        CHECK_STR(f.article.text.at, f.article.text.n, rows[i].out);
        CHECK_INT(f.article.paragraphs.n, *rows[i].out ? 1 : 0);
        end(&f);
    }
}

static void test_ranges(void) {
    struct fixture f;
    begin(&f, "A mill <b>burned</b>  down.\n<p>Nobody &amp; nothing</p>");
    builder_paragraph(&f.b);
    add(&f, 0, 7);
    CHECK_INT(buf_str(&f.b.text).n, 6);
    add(&f, 10, 16);
    CHECK_INT(builder_left_out(&f.b, "related", STR("x"), &(struct span){10, 16}, 1), TS_OK);
    builder_blank(&f.b);
    add(&f, 20, 22);
    add(&f, 22, 27);
    builder_paragraph(&f.b);
    CHECK_INT(buf_str(&f.b.text).n, 19);
    add(&f, 31, 38);
    CHECK_INT(builder_add(&f.b, STR("&"), (struct span){38, 43}), TS_OK);
    add(&f, 43, 51);
    CHECK_INT(builder_end(&f.b), TS_OK);
    CHECK_STR(f.article.text.at, f.article.text.n, "A mill burned down.\n\nNobody & nothing");
    CHECK_NEED(f.article.paragraphs.n == 2);
    struct paragraph *p = f.article.paragraphs.at;
    CHECK_INT(p[0].text.end, 19);
    CHECK_INT(p[1].text.start, 21);
    CHECK_NEED(p[0].source.count == 3 && p[1].source.count == 1);
    struct byte_range *r = &f.article.ranges.at[p[0].source.first];
    CHECK_INT(r[0].start, 0);
    CHECK_INT(r[0].end, 6);
    CHECK_INT(r[1].start, 10);
    CHECK_INT(r[1].end, 16);
    CHECK_INT(r[2].start, 22);
    CHECK_INT(r[2].end, 27);
    r = &f.article.ranges.at[p[1].source.first];
    CHECK_INT(r->start, 31);
    CHECK_INT(r->end, 51);
    CHECK_INT(f.article.index.count, f.article.text.n);
    end(&f);
}

static void test_left_out(void) {
    struct fixture f;
    begin(&f, "  Sign  up \xC3\xA9 now  ");
    struct span whole = {0, (uint32_t)f.decoded.text.n};
    char many[400];
    memset(many, 'x', sizeof many);
    CHECK_INT(builder_left_out(&f.b, "promotion", f.decoded.text, &whole, 1), TS_OK);
    CHECK_INT(builder_left_out(&f.b, "promotion", (struct str){many, sizeof many}, NULL, 0), TS_OK);
    CHECK_INT(builder_flag(&f.b, "odd"), TS_OK);
    CHECK_INT(builder_flag(&f.b, "odd"), TS_OK);
    builder_end(&f.b);
    CHECK_NEED(f.article.left_out.n == 2);
    struct left_out *l = f.article.left_out.at;
    CHECK_STR(l[0].text.at, l[0].text.n, "Sign up \xC3\xA9 now");
    CHECK_INT(f.article.ranges.at[l[0].source.first].start, 2);
    CHECK_INT(f.article.ranges.at[l[0].source.first].end, 17);
    CHECK_INT(l[1].text.n, 80);
    CHECK_INT(l[1].source.count, 0);
    CHECK_INT(f.article.flags.n, 1);
    end(&f);
}

static void test_dates(void) {
    static const struct {
        struct {
            const char *value, *role, *from;
        } dates[4];
        const char *published, *modified;
    } rows[] = {
        {{{"2025-04-07", "published", "url"}, {"2025-04-06T10:00:00Z", "published", "json-ld"}},
         "2025-04-06T10:00:00+00:00",
         ""},
        {{{"2025-04-07T09:00:00", "unknown", "time"}, {"2025-04-07", "published", "visible"}},
         "2025-04-07",
         ""},
        {{{"2025-04-07T09:00:00", "unknown", "time"}, {"2025-04-07", "published", "url"}},
         "2025-04-07T09:00:00",
         ""},
        {{{"1970-01-01", "published", "json-ld"}, {"2025-04-07", "published", "meta"}},
         "2025-04-07",
         ""},
        {{{"2025-05-07", "published", "json-ld"},
          {"2025-04-09", "modified", "json-ld"},
          {"2025-04-07", "published", "url"}},
         "2025-04-07",
         "2025-04-09"},
        {{{"2025-04-07T09:10:00Z", "published", "json-ld"},
          {"2025-04-07T09:00:00Z", "modified", "json-ld"}},
         "2025-04-07T09:10:00+00:00",
         "2025-04-07T09:00:00+00:00"},
        {{{"2025-04-07", "published", "json-ld"}, {"2024-01-01", "published", "user"}},
         "2024-01-01",
         ""},
        {{{"2025-04-07", "unknown", "text"}}, "", ""},
        {{{"2025-04-07", "published", "text"}}, "2025-04-07", ""},
    };
    CHECK_ROWS (i, rows) {
        struct fixture f;
        begin(&f, "x");
        for (int k = 0; k < 4 && rows[i].dates[k].value; k++) {
            struct when when;
            CHECK(when_parse_iso(&when, str_of(rows[i].dates[k].value)));
            builder_date(&f.b, when, rows[i].dates[k].role, rows[i].dates[k].from);
        }
        builder_end(&f.b);
        char text[WHEN_TEXT];
        when_text(text, &f.article.published.when);
        CHECK_STR(text, strlen(text), rows[i].published);
        when_text(text, &f.article.modified.when);
        CHECK_STR(text, strlen(text), rows[i].modified);
        end(&f);
    }
}

CHECK_MAIN({"white space of every kind is folded", test_folding},
           {"ranges that only white space parts are one, others stay apart", test_ranges},
           {"what was left out keeps its first words and its bytes", test_left_out},
           {"the most trusted sensible date is the published one", test_dates})
