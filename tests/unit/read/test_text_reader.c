#include "check.h"
#include "read/read.h"

struct page {
    struct arena arena;
    struct outlets outlets;
    struct article *article;
    struct ts_error err;
    int status;
};

static void read_page(struct page *p, struct str bytes, bool verbatim) {
    struct mem mem = mem_system();
    struct limits limits = LIMITS_DEFAULT;
    *p = (struct page){0};
    arena_init(&p->arena, &mem, 0);
    outlets_init(&p->outlets, &p->arena);
    outlets_add(&p->outlets, &p->arena,
                STR("Northern Press Agency\tNPA\tnpa.example\tagency\n"
                    "The Vale Courier\tVale Courier\tvalecourier.example\toutlet\n"),
                &p->err);
    struct read_input in = {.bytes = bytes, .path = STR("page.txt"), .verbatim = verbatim};
    p->status = read_article(&p->article, &p->arena, &in, &p->outlets, &limits, &p->err);
    CHECK_INT(p->status, TS_OK);
}

static void close_page(struct page *p) {
    arena_clear(&p->arena);
}

static const char *why_of(const struct page *p, const char *words) {
    for (uint32_t i = 0; i < p->article->left_out.n; i++)
        if (str_starts(p->article->left_out.at[i].text, str_of(words)))
            return p->article->left_out.at[i].why.at;
    return "kept";
}

static void check_text(const struct page *p, const char *starts, const char *ends,
                       uint32_t paragraphs) {
    struct str text = p->article->text, head = str_cut(text, 0, strlen(starts));
    struct str tail = str_cut(text, text.n < strlen(ends) ? 0 : text.n - strlen(ends), text.n);
    CHECK_STR(head.at, head.n, starts);
    CHECK_STR(tail.at, tail.n, ends);
    CHECK_INT(p->article->paragraphs.n, paragraphs);
}

/* Each paragraph's source ranges, white space folded, are its text. */
static void check_ranges(struct page *p, struct str bytes) {
    const struct article *a = p->article;
    for (uint32_t i = 0; i < a->paragraphs.n; i++) {
        const struct paragraph *par = &a->paragraphs.at[i];
        CHECK_INT(par->source.count, 1);
        struct byte_range r = a->ranges.at[par->source.first];
        struct str got = str_fold_space(&p->arena, str_cut(bytes, r.start, r.end));
        struct str want = str_copy(&p->arena, str_span(a->text, par->text));
        CHECK_STR(got.at, got.n, want.at);
    }
}

#define MILL_1                                                                                     \
    "The mill at Orrin burned for a second night while crews from three towns carried water up "   \
    "the hill."
#define MILL_2                                                                                     \
    "Nobody was hurt when the roof of the old mill fell in, the chief of the fire brigade said "   \
    "on Monday."
#define MILL_3                                                                                     \
    "The owners had asked the council twice for money to mend the roof, according to papers seen " \
    "by this paper."
#define MILL_4                                                                                     \
    "It is not known how the fire began, and the brigade will look at the ruins when they are "    \
    "cold enough."

static void test_whole_page(void) {
    struct str bytes =
        STR("ValeDaily.Example\n\nFriday May 10 2024\n\nFire at Orrin mill burns for a second "
            "night\n\n"
            "9 May 2024 18:45 (UTC+03:00)\nFire at Orrin mill burns for a second night\n"
            "Ana Brook\nAna Brook\nRead more\n\n" MILL_1 "\n\n" MILL_2 "\n\n" MILL_3 "\n\n"
            "Our four reporters walk to your door for every story.\n\n"
            "Join our supporters now and get the newsletter in your inbox before breakfast.\n\n"
            "Subscribe\n\nFind more from us on your Instagram and Telegram channels\n\n"
            "Thanks for reading!\n\nLoading...\n"
            "Top stories View all");
    struct page p;
    read_page(&p, bytes, false);
    CHECK_NEED(p.article != NULL);
    const struct article *a = p.article;
    char text[WHEN_TEXT];
    when_text(text, &a->published.when);
    check_text(&p, "The mill at Orrin", "seen by this paper.", 3);
    check_ranges(&p, bytes);
    CHECK_STR(a->title.at, a->title.n, "Fire at Orrin mill burns for a second night");
    CHECK_STR(a->outlet_name.at, a->outlet_name.n, "ValeDaily");
    CHECK_STR(a->outlet_domain.at, a->outlet_domain.n, "valedaily.example");
    CHECK_STR(text, strlen(text), "2024-05-09T18:45:00+03:00");
    CHECK_INT(a->published.when.precision, WHEN_MINUTE);
    CHECK_STR(a->published.from.at, a->published.from.n, "text");
    CHECK_INT(a->dates.n, 2);
    CHECK_NEED(a->byline.n == 1);
    CHECK_STR(a->byline.at[0].at, a->byline.at[0].n, "Ana Brook");
    CHECK_STR(a->language.at, a->language.n, "en");
    static const struct {
        const char *words, *why;
    } cuts[] = {
        {"ValeDaily.Example", "head"}, {"Friday May", "head"},      {"Fire at Orrin", "head"},
        {"Ana Brook", "head"},         {"Read more", "navigation"}, {"Our four", "promotion"},
        {"Join our", "promotion"},     {"Subscribe", "promotion"},  {"Find more", "promotion"},
        {"Thanks for", "promotion"},   {"Loading", "navigation"},   {"Top stories", "navigation"},
    };
    CHECK_ROWS (i, cuts)
        CHECK_STR(why_of(&p, cuts[i].words), strlen(why_of(&p, cuts[i].words)), cuts[i].why);
    CHECK_INT(a->left_out.n, 15);
    close_page(&p);
}

static void test_teaser(void) {
    struct str bytes =
        STR("\nLighthouse keeper of Saint Brannoc wins damages against harbour insurers\n"
            "Judge Tessaly Quint ruled that the insurers must pay the keeper for eleven years of "
            "wages.\n"
            "Our newsroom has two people left. Donate a little each month, and we and our "
            "journalism will be here next year.\n"
            "Sign up todayThe mill at Orrin burned for a second night, the brigade said, citing "
            "its chief.\n" MILL_2 "\n" MILL_3 "\n" MILL_4);
    struct page p;
    read_page(&p, bytes, false);
    CHECK_NEED(p.article != NULL);
    const struct article *a = p.article;
    check_text(&p, "The mill at Orrin burned", "cold enough.", 4);
    check_ranges(&p, bytes);
    CHECK(!a->title.at && !a->outlet_name.at && !a->outlet_domain.at && a->byline.n == 0 &&
          a->dates.n == 0);
    CHECK_INT(a->left_out.n, 4);
    CHECK_STR(why_of(&p, "Lighthouse"), strlen(why_of(&p, "Lighthouse")), "related");
    CHECK_STR(why_of(&p, "Judge"), strlen(why_of(&p, "Judge")), "related");
    CHECK_STR(why_of(&p, "Our newsroom"), strlen(why_of(&p, "Our newsroom")), "promotion");
    CHECK_STR(why_of(&p, "Sign up today"), strlen(why_of(&p, "Sign up today")), "promotion");
    close_page(&p);
}

/* The report's own first sentences stay, also above a call to the reader. */
static void test_own_lede_stays(void) {
    struct page p;
    read_page(
        &p,
        STR("Orrin mill burns again as crews carry water\n" MILL_1
            "\nSign up for our newsletter and follow us on Facebook for the latest news.\n" MILL_2
            "\nThe crews from three towns had carried water up the hill to the mill all "
            "night.\n" MILL_4),
        false);
    CHECK_NEED(p.article != NULL);
    CHECK(str_find(p.article->text, STR("The mill at Orrin burned for a second night"), 0) !=
          SIZE_MAX);
    CHECK_STR(why_of(&p, "Sign up"), strlen(why_of(&p, "Sign up")), "promotion");
    close_page(&p);
}

static void test_kept(void) {
    static const char *const rows[] = {
        "You can support the mill by joining its members, the owner told the council.",
        "\xE2\x80\x9CSubscribe to our newsletter and become a member of our app,\xE2\x80\x9D she "
        "said.",
        "(Reporting by Ana Brook; editing by Tom Vale)",
        "Originally published in the Vale Courier",
        "Copyright 2025 Northern Press Agency. All rights reserved",
        "What happens next",
        "Photos of the fire were shared by hundreds of people.",
        "Facebook members in the vale have raised money for the mill.",
        "PlayStation players in the vale, of whom there are many, have raised much money for the "
        "old mill.",
    };
    CHECK_ROWS (i, rows) {
        char bytes[1024];
        snprintf(bytes, sizeof bytes, "%s\n\n%s\n\n%s\n\n%s", MILL_1, MILL_2, rows[i],
                 i < 4 ? MILL_3 : "");
        struct page p;
        read_page(&p, str_of(bytes), false);
        CHECK_NEED(p.article != NULL);
        CHECK(str_find(p.article->text, str_of(rows[i]), 0) != SIZE_MAX);
        close_page(&p);
    }
}

static void test_left_out(void) {
    static const struct {
        const char *line, *why;
    } rows[] = {
        {"Read also: Bakers of Orrin strike for a third week", "related"},
        {"Advertisement", "promotion"},
        {"Follow Ana Brook on Twitter", "promotion"},
        {"The mill in spring. (Photo: Tom Vale)", "caption"},
        {"Share this article", "navigation"},
        {"12 comments", "comments"},
        {"Subscribe to our newsletter and support our newsroom with a monthly donation.",
         "promotion"},
    };
    CHECK_ROWS (i, rows) {
        char bytes[1024];
        snprintf(bytes, sizeof bytes, "%s\n\n%s\n\n%s\n\n%s", MILL_1, MILL_2, rows[i].line, MILL_3);
        struct page p;
        read_page(&p, str_of(bytes), false);
        CHECK_NEED(p.article != NULL);
        check_text(&p, "The mill", "this paper.", 3);
        CHECK_STR(why_of(&p, rows[i].line), strlen(why_of(&p, rows[i].line)), rows[i].why);
        close_page(&p);
    }
}

static void test_heads(void) {
    static const struct {
        const char *head, *title, *byline, *published, *modified, *outlet;
    } rows[] = {
        {"", NULL, NULL, "", "", NULL},
        {"A sentence without a stop that sums up how the mill at Orrin burned\n", NULL, NULL, "",
         "", NULL},
        {"Second Night of Fire at Orrin Mill\n", "Second Night of Fire at Orrin Mill", NULL, "", "",
         NULL},
        {"Orrin mill burns for a second night\nBy Ana Brook and Tom de Vale | 7 April 2025\n",
         "Orrin mill burns for a second night", "Ana Brook", "2025-04-07", "", NULL},
        {"Orrin mill burns for a second night\nPublished: 7 April 2025 08:00 GMT, Updated: 8 April "
         "2025 09:30 GMT\n",
         "Orrin mill burns for a second night", NULL, "2025-04-07T08:00:00+00:00",
         "2025-04-08T09:30:00+00:00", NULL},
        {"The Vale Courier\nOrrin mill burns for a second night\nApril 7, 2025\n",
         "Orrin mill burns for a second night", NULL, "2025-04-07", "", "The Vale Courier"},
        {"By the river\n", NULL, NULL, "", "", NULL},
        {"Home\nNews\nOpinion\nSport\nOrrin mill burns for a second night\nApril 7, 2025\n",
         "Orrin mill burns for a second night", NULL, "2025-04-07", "", NULL},
    };
    CHECK_ROWS (i, rows) {
        char bytes[1024], text[WHEN_TEXT];
        snprintf(bytes, sizeof bytes, "%s%s\n%s\n%s\n", rows[i].head, MILL_1, MILL_2, MILL_3);
        struct page p;
        read_page(&p, str_of(bytes), false);
        CHECK_NEED(p.article != NULL);
        const struct article *a = p.article;
        CHECK_STR(a->title.at, a->title.n, rows[i].title);
        CHECK_STR(a->byline.n ? a->byline.at[0].at : NULL, a->byline.n ? a->byline.at[0].n : 0,
                  rows[i].byline);
        when_text(text, &a->published.when);
        CHECK_STR(text, strlen(text), rows[i].published);
        when_text(text, &a->modified.when);
        CHECK_STR(text, strlen(text), rows[i].modified);
        CHECK_STR(a->outlet_name.at, a->outlet_name.n, rows[i].outlet);
        CHECK_INT(a->kind, ARTICLE_REPORT);
        close_page(&p);
    }
}

static void test_dateline(void) {
    static const struct {
        const char *start, *dateline;
    } rows[] = {
        {"ORRIN, April 7 (NPA) \xE2\x80\x94 ", "ORRIN, April 7 (NPA)"},
        {"ORRIN (NPA) - ", "ORRIN (NPA)"},
        {"", NULL},
        {"Orrin burns - ", NULL},
    };
    CHECK_ROWS (i, rows) {
        char bytes[1024];
        snprintf(bytes, sizeof bytes, "%s%s\n\n%s\n", rows[i].start, MILL_1, MILL_2);
        struct page p;
        read_page(&p, str_of(bytes), false);
        CHECK_NEED(p.article != NULL);
        CHECK_STR(p.article->dateline.at, p.article->dateline.n, rows[i].dateline);
        check_text(&p,
                   rows[i].dateline || !i ? "The mill"
                   : *rows[i].start       ? "Orrin burns"
                                          : "The mill",
                   "on Monday.", 2);
        check_ranges(&p, str_of(bytes));
        close_page(&p);
    }
}

static void test_opinion(void) {
    struct page p;
    read_page(&p,
              STR("Opinion\nThe mill at Orrin should never be built again\nApril 7, 2025\n" MILL_1
                  "\n" MILL_2),
              false);
    CHECK_NEED(p.article != NULL);
    CHECK_INT(p.article->kind, ARTICLE_OPINION);
    close_page(&p);
}

static void test_wrapped(void) {
    struct str bytes = STR("The mill at Orrin burned for a second night while crews from\r\n"
                           "three towns carried water up the hill, where it has stood since\r\n"
                           "the river was turned in the year of the great frost.\r\n\r\n"
                           "Nobody was hurt when the roof of the old mill fell in, but the\r\n"
                           "miller lost all that he had, and the horses ran off to the woods\r\n"
                           "and were not seen again until the evening.\r\n");
    struct page p;
    read_page(&p, bytes, false);
    CHECK_NEED(p.article != NULL);
    check_text(&p, "The mill at Orrin burned for a second night while crews from three towns",
               "until the evening.", 2);
    check_ranges(&p, bytes);
    close_page(&p);
}

static void test_verbatim(void) {
    static const struct {
        const char *in;
        uint32_t paragraphs;
    } rows[] = {
        {"Orrin.example\r\n\r\n" MILL_1 "\r\n\r\nSubscribe\r\n", 3},
        {"\n\n one\ntwo  \n\tthree", 3},
        {"x", 1},
        {" \n ", 0},
        {"caf\xC3\xA9 \xE2\x80\x94\n<p>no page</p>", 2},
    };
    CHECK_ROWS (i, rows) {
        struct page p;
        read_page(&p, str_of(rows[i].in), true);
        CHECK_NEED(p.article != NULL);
        const struct article *a = p.article;
        CHECK_STR(a->text.at, a->text.n, rows[i].in);
        CHECK_INT(a->paragraphs.n, rows[i].paragraphs);
        CHECK_INT(a->left_out.n, 0);
        CHECK(!a->title.at && !a->outlet_name.at && !a->dateline.at && a->byline.n == 0 &&
              a->dates.n == 0);
        for (uint32_t k = 0; k < a->paragraphs.n; k++) {
            struct byte_range r = a->ranges.at[a->paragraphs.at[k].source.first];
            CHECK_INT(r.start, a->paragraphs.at[k].text.start);
            CHECK_INT(r.end, a->paragraphs.at[k].text.end);
        }
        close_page(&p);
    }
}

CHECK_MAIN(
    {"head and tail of a copied page are left out, and what they say is kept", test_whole_page},
    {"a teaser for another story and a call glued to the first word are left out", test_teaser},
    {"a report's own first sentences stay above a call to the reader", test_own_lede_stays},
    {"sentences and credits that only look like furniture stay", test_kept},
    {"furniture between paragraphs is left out with its reason", test_left_out},
    {"title, byline, dates and outlet are read from the head, and none invented", test_heads},
    {"a dateline is taken off the first paragraph", test_dateline},
    {"a page that says opinion is one", test_opinion},
    {"lines that an editor wrapped are one paragraph", test_wrapped},
    {"verbatim text is the file's, byte for byte", test_verbatim})
