/* The one-file page: what is escaped, marked and linked, and what it must never hold. */
#include "check.h"

#include "report/page.h"

#define SINK_ROOM (256 * 1024)
#include "made_comparison.h"
#include "sink.h"

#include <stdlib.h>

/* ---- Output into memory */

static struct sink sinks[2];

static struct out *begin(struct out *o) {
    sinks[0].n = 0;
    out_init(o, take, &sinks[0]);
    return o;
}

static struct str taken(struct out *o) {
    CHECK_INT(out_end(o, NULL), TS_OK);
    return (struct str){sinks[0].at, sinks[0].n};
}

static struct str write_page(struct sink *into, const struct comparison *c, const struct mem *mem,
                             int *status) {
    struct arena arena;
    struct out o;
    into->n = 0;
    out_init(&o, take, into);
    arena_init(&arena, mem, 0);
    *status = report_comparison_html(&o, &arena, c, NULL);
    arena_clear(&arena);
    CHECK_INT(out_end(&o, NULL), TS_OK);
    return (struct str){into->at, into->n};
}

static struct str page_of(const struct comparison *c) {
    struct mem mem = mem_system();
    int status;
    struct str page = write_page(&sinks[0], c, &mem, &status);
    CHECK_INT(status, TS_OK);
    return page;
}

static bool has(struct str page, const char *words) {
    return str_find(page, str_of(words), 0) != SIZE_MAX;
}

/* ---- Pieces */

static void test_escape(void) {
    static const struct {
        const char *in, *out;
    } rows[] = {
        {"plain", "plain"},
        {"<b a=\"1\" c='2'>&", "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;"},
        {"a\001b\x7F", "a\xEF\xBF\xBD"
                       "b\xEF\xBF\xBD"},
        {"\xE2\x80\xAE"
         "right to left\xE2\x81\xA9",
         "\xEF\xBF\xBDright to left\xEF\xBF\xBD"},
        {"tab\tand\nline\r", "tab\tand\nline "},
        {"ill\xFF-formed \xC3", "ill\xEF\xBF\xBD-formed \xEF\xBF\xBD"},
        {"na\xC3\xAFve \xE2\x80\x9Cquote\xE2\x80\x9D",
         "na\xC3\xAFve \xE2\x80\x9Cquote\xE2\x80\x9D"},
        {"c1 \xC2\x85, none \xEF\xBF\xBF", "c1 \xEF\xBF\xBD, none \xEF\xBF\xBD"},
    };
    struct out o;
    CHECK_ROWS (i, rows) {
        page_escape(begin(&o), str_of(rows[i].in));
        struct str got = taken(&o);
        CHECK_STR(got.at, got.n, rows[i].out);
    }
}

static void test_urls(void) {
    static const struct {
        const char *url;
        bool link;
    } rows[] = {
        {"https://a.example/x?y=1&z=2", true},
        {"HTTP://a.example", true},
        {"javascript:alert(1)", false},
        {" https://a.example", false},
        {"data:text/html,x", false},
        {"https://a.example/\nx", false},
        {"//a.example", false},
        {"https:\\\\a.example", false},
        {"https://a.example/\xE2\x80\xAEx", false},
        {"httpsx://a.example", false},
        {"", false},
    };
    struct out o;
    CHECK_ROWS (i, rows) {
        struct page page = {.out = begin(&o)};
        page_url(&page, str_of(rows[i].url));
        struct str got = taken(&o);
        CHECK(has(got, "href") == rows[i].link);
        CHECK(!rows[i].link || has(got, "rel=\"noreferrer noopener\""));
    }
}

static void test_numbers(void) {
    static const struct {
        double value;
        const char *number, *share;
    } rows[] = {
        {0, "0", "0&#8239;%"},   {0.004, "0.004", "&lt;1&#8239;%"}, {0.5, "0.5", "50&#8239;%"},
        {1, "1", "100&#8239;%"}, {0.995, "0.995", "100&#8239;%"},   {0.014, "0.014", "1&#8239;%"},
    };
    static const struct {
        double value;
        const char *number;
    } large[] = {{999, "999"},
                 {1000, "1,000"},
                 {1234567, "1,234,567"},
                 {-4600, "\xE2\x88\x92"
                         "4,600"},
                 {2.5, "2.5"}};
    struct out o;
    CHECK_ROWS (i, rows) {
        struct page page = {.out = begin(&o)};
        page_number(&page, rows[i].value);
        struct str got = taken(&o);
        CHECK_STR(got.at, got.n, rows[i].number);
        page.out = begin(&o);
        page_share(&page, rows[i].value);
        got = taken(&o);
        CHECK_STR(got.at, got.n, rows[i].share);
    }
    CHECK_ROWS (i, large) {
        struct page page = {.out = begin(&o)};
        page_number(&page, large[i].value);
        struct str got = taken(&o);
        CHECK_STR(got.at, got.n, large[i].number);
    }
}

static void test_words(void) {
    static const struct {
        const char *a, *b, *marked_a, *marked_b; /* [..]: marked */
    } rows[] = {
        {"one two three", "one two three", "one two three", "one two three"},
        {"One, two three.", "one two \"three\"", "One, two three.", "one two \"three\""},
        {"one two three", "one 2 three", "one [two] three", "one [2] three"},
        {"a b c d", "a c d", "a [b] c d", "a c d"},
        {"a b", "x y a b", "a b", "[x y] a b"},
        {"it\xE2\x80\x99s so", "it's so", "it\xE2\x80\x99s so", "it's so"},
        {"", "new", "", "[new]"},
        {"4,600 tonnes", "6,400 tonnes", "[4,600] tonnes", "[6,400] tonnes"},
        {"\xC3\x89t\xC3\xA9 chaud", "\xC3\xA9t\xC3\xA9 froid", "\xC3\x89t\xC3\xA9 [chaud]",
         "\xC3\xA9t\xC3\xA9 [froid]"},
    };
    struct mem mem = mem_system();
    struct arena arena;
    struct out o;
    arena_init(&arena, &mem, 0);
    CHECK_ROWS (i, rows) {
        for (unsigned side = 0; side < 2; side++) {
            struct page page = {.out = begin(&o), .arena = &arena};
            page_words_compare(&page, str_of(rows[i].a), str_of(rows[i].b));
            page_words_put(&page, str_of(side ? rows[i].b : rows[i].a), side);
            struct str got = taken(&o);
            char plain[256];
            size_t n = 0;
            for (size_t at = 0; at < got.n && n < sizeof plain; at++) {
                struct str rest = str_cut(got, at, got.n);
                bool opens = str_starts(rest, STR("<mark class=\"d\">")),
                     closes = str_starts(rest, STR("</mark>"));
                bool quote = str_starts(rest, STR("&quot;")), tick = str_starts(rest, STR("&#39;"));
                plain[n++] = (char)(opens    ? '['
                                    : closes ? ']'
                                    : quote  ? '"'
                                    : tick   ? '\''
                                             : got.at[at]);
                at += opens ? 15 : closes ? 6 : quote ? 5 : tick ? 4 : 0;
            }
            CHECK_STR(plain, n, side ? rows[i].marked_b : rows[i].marked_a);
        }
    }
    arena_clear(&arena);
}

/* More differences than a block holds: what is the same before and after them is still found. */
static void test_many_words(void) {
    enum { WORDS = 3000 };
    static char a[WORDS * 8], b[WORDS * 8];
    size_t an = 0, bn = 0;
    for (unsigned i = 0; i < WORDS; i++) {
        an += (size_t)snprintf(a + an, sizeof a - an, "w%u ", i);
        bn += (size_t)snprintf(b + bn, sizeof b - bn, i > 500 && i < 1500 ? "x%u " : "w%u ", i);
    }
    struct mem mem = mem_system();
    struct arena arena;
    arena_init(&arena, &mem, 0);
    struct page page = {.arena = &arena};
    page_words_compare(&page, (struct str){a, an}, (struct str){b, bn});
    CHECK_INT(page.words[0].n, WORDS);
    for (uint32_t i = 0; i < page.words[0].n; i++)
        if (!CHECK(page.words[0].at[i].same == (i <= 500 || i >= 1500)))
            break;
    arena_clear(&arena);
}

/* ---- Marks */

static void test_marks_nest(void) {
    struct made m;
    struct out o;
    struct page page = {.out = begin(&o), .arena = &make(&m)->arena, .c = &m.c};
    CHECK_NEED(page_marks_make(&page, NULL) == TS_OK);
    page_marked(&page, 0);
    struct str got = taken(&o);
    CHECK_STR(got.at, got.n,
              "<p class=\"title\" dir=\"auto\">A bell &quot;lost&quot;</p>\n"
              "<p dir=\"auto\"><mark id=\"r1-0-63\" class=\"k kc\"><mark id=\"r1-0-35\" "
              "class=\"k kl\">The board paid 40 crowns for <mark id=\"r1-29-80\" class=\"k "
              "kp\">a bell</mark></mark><mark class=\"k kp r1-29-80\">, the Fenwick Lamp "
              "reported.</mark></mark></p>\n"
              "<p dir=\"auto\"><mark class=\"k kp r1-29-80\"><mark id=\"r1-65-79\" class=\"k "
              "kl\">Nobody rang it</mark>.</mark></p>\n"
              "<p dir=\"auto\">&quot;<mark id=\"r1-83-103\" class=\"k kq\">It is &lt;lost&gt; "
              "&amp; gone,</mark>&quot; "
              "said Ada Quill.</p>\n");
    page.out = begin(&o);
    page_marked(&page, 1);
    CHECK(has(taken(&o), "<p class=\"title\" dir=\"auto\"><mark id=\"r2-t-0-4\" class=\"k "
                         "kc\">Bell</mark> bought</p>"));
    arena_clear(&m.arena);
}

/* Every stretch of a text that begins and ends anywhere, so that all ways of crossing occur. */
static void test_any_marks_are_well_formed(void) {
    struct made m;
    struct out o;
    make(&m);
    uint32_t n =
        (uint32_t)m.articles[1].text.n - 3; /* before the last character, which has three bytes */
    for (uint32_t i = 0; i < 400; i++) {
        uint32_t start = i * 37 % (n - 1), end = start + 1 + i * 53 % (n - start);
        *VEC_PUSH(&m.arena, &m.c.copies) =
            (struct copy){0, 1, {0, 3}, {start, end < n ? end : n}, 8, true};
    }
    struct page page = {.out = begin(&o), .arena = &m.arena, .c = &m.c};
    CHECK_NEED(page_marks_make(&page, NULL) == TS_OK);
    page_marked(&page, 1);
    struct str got = taken(&o);
    int open = 0, most = 0;
    uint32_t ids = 0;
    for (size_t at = 0; at < got.n; at++) {
        struct str rest = str_cut(got, at, got.n);
        open += str_starts(rest, STR("<mark")) - str_starts(rest, STR("</mark>"));
        ids += str_starts(rest, STR(" id=\"r2-"));
        most = open > most ? open : most;
        if (!CHECK(open >= 0) || (str_starts(rest, STR("</p>")) && !CHECK_INT(open, 0)))
            break;
    }
    CHECK(most <= 16);
    CHECK_INT(ids, page.marks_of[4] - page.marks_of[2]);
    arena_clear(&m.arena);
}

/* ---- The whole */

static void test_links_have_targets(void) {
    struct made m;
    struct str page = page_of(&make(&m)->c);
    struct map ids;
    uint32_t links = 0;
    map_init(&ids, &m.arena);
    for (size_t at = str_find(page, STR(" id=\""), 0); at != SIZE_MAX;
         at = str_find(page, STR(" id=\""), at + 1)) {
        uint32_t *known = map_put(&ids, str_cut(page, at + 5, str_find_byte(page, '"', at + 5)));
        CHECK_NEED(known != NULL);
        CHECK(*known == MAP_NONE); /* each id once */
        *known = 0;
    }
    for (size_t at = str_find(page, STR("href=\"#"), 0); at != SIZE_MAX;
         at = str_find(page, STR("href=\"#"), at + 1)) {
        CHECK(map_get(&ids, str_cut(page, at + 7, str_find_byte(page, '"', at + 7))) != MAP_NONE);
        links++;
    }
    CHECK(links > 20);
    arena_clear(&m.arena);
}

static void test_nothing_foreign_runs(void) {
    struct made m;
    struct str page = page_of(&make(&m)->c);
    CHECK(!has(page, "<script") && !has(page, "href=\"javascript") && !has(page, "style=\"") &&
          !has(page, " src="));
    CHECK(has(page, "&lt;script&gt;alert(1)&lt;/script&gt;"));
    CHECK(has(page, "saved/&lt;page&gt;.html"));
    size_t policy = str_find(page, STR("Content-Security-Policy"), 0),
           style = str_find(page, STR("<style>"), 0);
    CHECK(policy < style);
    CHECK(has(page, "default-src 'none'; style-src 'sha256-"));
    arena_clear(&m.arena);
}

/* The policy allows the style that is there: its hash, out of base64, is the style's. */
static void test_policy_hash(void) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    struct made m;
    struct str page = page_of(&make(&m)->c);
    size_t hash = str_find(page, STR("'sha256-"), 0) + 8,
           from = str_find(page, STR("<style>"), 0) + 7;
    struct str style = str_cut(page, from, str_find(page, STR("</style>"), from));
    char want[SHA256_HEX + 1], got[SHA256_HEX + 3];
    uint32_t held = 0;
    unsigned bits = 0, n = 0;
    sha256_hex(want, style);
    for (size_t at = hash; page.at[at] != '=' && n < SHA256_HEX; at++) {
        held = held << 6 | (uint32_t)(strchr(digits, page.at[at]) - digits);
        for (bits += 6; bits >= 4 && n < SHA256_HEX; bits -= 4)
            got[n++] = "0123456789abcdef"[held >> (bits - 4) & 15];
    }
    CHECK_STR(got, n, want);
    arena_clear(&m.arena);
}

static void test_sections(void) {
    static const char *const parts[] = {"Who is credited",
                                        "Figures",
                                        "Copies side by side",
                                        "Who said what",
                                        "Inputs that were skipped",
                                        "What this cannot tell",
                                        "Where it comes from",
                                        "Reports that stand alone",
                                        "<svg",
                                        "The texts",
                                        "Claims of several reports",
                                        "Only in one report",
                                        "Origins of single claims"};
    struct comparison none = {0};
    struct made m;
    struct str page = page_of(&none);
    CHECK_ROWS (i, parts)
        CHECK(!has(page, parts[i])); /* an empty comparison has no section but how it was made */
    make(&m);
    page = page_of(&m.c);
    static const bool there[] = {false, false, true, true, false, false, true,
                                 true,  true,  true, true, true,  true};
    CHECK_ROWS (i, there)
        CHECK(has(page, parts[i]) == there[i]);
    CHECK(has(page, "no name is shared"));
    arena_clear(&m.arena);
}

/* Where a text stands on a page; SIZE_MAX, and a failure, when it is not there. */
static size_t place_of(struct str page, const char *words) {
    size_t at = str_find(page, str_of(words), 0);
    CHECK(at != SIZE_MAX);
    return at;
}

static void test_claims(void) {
    struct made m;
    struct str page = page_of(&make(&m)->c);
    CHECK(place_of(page, "One origin, or none") < place_of(page, "<tr id=\"c2\">"));
    CHECK(place_of(page, "<tr id=\"c2\">") < place_of(page, "More than one origin"));
    CHECK(place_of(page, "More than one origin") < place_of(page, "<tr id=\"c1\">"));
    CHECK(place_of(page, "<tr id=\"c1\">") < place_of(page, "<li id=\"c3\">"));
    static const char *const words[] = {
        "<strong>1 to 2</strong>",
        "Ada &lt;Quill&gt;</bdi></a>",
        "</span> denied by</span> <strong>1</strong>",
        "denied with no source in <a class=\"id\" href=\"#r2\">",
        "no source in <a class=\"id\" href=\"#r1\">",
        "</span> states<span class=\"vh\">, in the text of R1</span></a>",
        "±</span> both: <a class=\"use\" href=\"#r2-0-41\">states<span",
        "</span> denies<span",
        "attributed: <bdi class=\"w\">the Fenwick Lamp</bdi>",
        ", citing <bdi class=\"w\">Ada Quill</bdi>, “<bdi class=\"w\">lost</bdi>”",
        "<path class=\"l denies\"",
        "via <tspan class=\"w\">the Fenwick Lamp</tspan>",
        "id=\"rule-1-denial-apart\"",
        "claims of several reports</dt>",
        "<th scope=\"col\"><a class=\"id\" href=\"#r1\">",
    };
    CHECK_ROWS (i, words)
        CHECK(has(page, words[i]));
    arena_clear(&m.arena);
}

/* With more reports than a table has columns, the cells become lists; the silent ones are named. */
static void test_claims_of_many_reports(void) {
    struct made m;
    make(&m);
    for (uint32_t i = 0; i < 6; i++) {
        *VEC_PUSH(&m.arena, &m.c.reports) = m.c.reports.at[1];
        *VEC_PUSH(&m.arena, &m.c.stories.at[0].reports) = i + 3;
    }
    struct str page = page_of(&m.c);
    CHECK(has(page, "<li id=\"c1\"><div class=\"what\">") && !has(page, "<tr id=\"c1\">"));
    CHECK(has(page, "</span> silent: <a class=\"id\" href=\"#r4\">R4</a>"));
    arena_clear(&m.arena);
}

static void test_same_bytes(void) {
    struct made m;
    struct mem mem = mem_system();
    int status[2];
    make(&m);
    struct str a = write_page(&sinks[0], &m.c, &mem, &status[0]);
    struct str b = write_page(&sinks[1], &m.c, &mem, &status[1]);
    CHECK(str_eq(a, b));
    arena_clear(&m.arena);
}

/* ---- Memory that is refused */

struct counted {
    struct mem mem;
    unsigned left;
};

static void *refuse_later(void *context, void *old, size_t new_bytes) {
    struct counted *c = context;
    if (new_bytes && c->left-- == 0) {
        c->left = 0;
        return NULL;
    }
    return c->mem.resize(c->mem.context, old, new_bytes);
}

static void test_refused_memory(void) {
    struct made m;
    make(&m);
    for (unsigned i = 0;; i++) {
        struct counted counted = {mem_system(), i};
        struct mem mem = {refuse_later, &counted};
        int status;
        write_page(&sinks[0], &m.c, &mem, &status);
        if (status == TS_OK)
            break;
        CHECK_INT(status, TS_E_MEMORY);
        if (!CHECK(i < 10000))
            break;
    }
    arena_clear(&m.arena);
}

CHECK_MAIN({"foreign text is escaped, and what would steer the display is not written",
            test_escape},
           {"addresses of the web alone become links", test_urls},
           {"numbers and shares are written for people", test_numbers},
           {"words that the other wording lacks are marked", test_words},
           {"wordings with many differences are compared in blocks", test_many_words},
           {"marks that cross a border are drawn in pieces", test_marks_nest},
           {"any stretches give well-formed marks, and each has its id once",
            test_any_marks_are_well_formed},
           {"every link on the page finds its target", test_links_have_targets},
           {"nothing of a report can run or be loaded", test_nothing_foreign_runs},
           {"the policy's hash is that of the style", test_policy_hash},
           {"sections without content are left out", test_sections},
           {"claims are told with their origins, those of one origin first", test_claims},
           {"claims of many reports are lists", test_claims_of_many_reports},
           {"the same comparison gives the same bytes", test_same_bytes},
           {"a refused allocation is an error", test_refused_memory})
