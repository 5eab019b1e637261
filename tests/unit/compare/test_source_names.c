/* One source under all the names that reports give it. */
#include "check.h"

#include "base/mem.h"
#include "compare/bare_names.h"
#include "compare/claim_sources.h"
#include "compare/family_sources.h"
#include "compare/normal_names.h"

struct bench {
    struct arena arena;
    struct ts_error err;
    struct comparison c;
    struct work w;
    struct story story;
    struct claim_sources s;
};

/* A story of one report that names these organisations. */
static bool set_up(struct bench *b, const char *text, const char *const *bodies, size_t n) {
    struct mem mem = mem_system();
    *b = (struct bench){.err = {0}};
    arena_init(&b->arena, &mem, 0);
    struct article *article = arena_zero(&b->arena, 1, sizeof *article);
    struct analysis *analysis = arena_zero(&b->arena, 1, sizeof *analysis);
    article->text = str_of(text);
    analysis->article = article;
    for (size_t i = 0; i < n; i++) {
        struct entity x = {.name = str_of(bodies[i]), .kind = STR("ORG")};
        size_t at = str_find(article->text, x.name, 0);
        if (at != SIZE_MAX)
            *(struct mention *)VEC_PUSH(&b->arena, &x.mentions) =
                (struct mention){{(uint32_t)at, (uint32_t)(at + x.name.n)}, 0, MENTION_NAME};
        *(struct entity *)VEC_PUSH(&b->arena, &analysis->entities) = x;
    }
    *(struct report *)VEC_PUSH(&b->arena, &b->c.reports) =
        (struct report){.article = article, .analysis = analysis};
    *(uint32_t *)VEC_PUSH(&b->arena, &b->story.reports) = 0;
    b->w = (struct work){.a = &b->arena, .scratch = &b->arena, .c = &b->c, .err = &b->err};
    return claim_sources_init(&b->s, &b->w, &b->story) == TS_OK;
}

static void test_bare(void) {
    static const struct {
        const char *name, *bare;
    } rows[] = {{"Marsh & Moor's Jane Roe", "Jane Roe"},
                {"Marsh\xE2\x80\x99s Jane Roe", "Jane Roe"},
                {"Miss Roe", "Roe"},
                {"Insp. Roe", "Roe"},
                {"Mum Jane Roe", "Jane Roe"},
                {"local man Jane Roe", "Jane Roe"},
                {"Vice President Jane Roe", "Jane Roe"},
                {"Jane Roe of Marsh & Moor", "Jane Roe"},
                {"Joan of Norland", "Joan of Norland"},
                {"al-Roe", "al-Roe"},
                {"van Roe", "van Roe"},
                {"Chief", "Chief"},
                {"", ""}};
    CHECK_ROWS (i, rows) {
        struct str bare = bare_person_name(str_of(rows[i].name));
        CHECK_STR(bare.at, bare.n, rows[i].bare);
    }
}

static void test_ties(void) {
    static const char *const bodies[] = {"Norland Harbour Board",  "Harbour Board",
                                         "Society for Ferry Help", "East Police Office",
                                         "West Police Office",     "Marsh Front"};
    static const struct {
        const char *form, *is;
    } rows[] = {{"nhb", "norland harbour board"},
                {"harbour board", "norland harbour board"},
                {"ferry sfh", "society for ferry help"},
                {"marsh front fighters", "marsh front"},
                {"police office", "police office"}, /* of two */
                {"un", "united nations"},
                {"isis militants", "islamic state"},
                {"anything", "anything"}};
    struct bench b;
    if (CHECK(set_up(&b, "The Society for Ferry Help (SFH) said so.", bodies,
                     sizeof bodies / sizeof *bodies)))
        CHECK_ROWS (i, rows) {
            struct str is = name_ties_form(&b.s.ties, str_of(rows[i].form));
            CHECK_STR(is.at, is.n, rows[i].is);
        }
    arena_clear(&b.arena);
}

static void test_persons(void) {
    static const struct {
        const char *name;
        bool same; /* as the first */
    } rows[] = {{"Pamela Riquelme", true}, {"Pam Riquelme", true},
                {"Ms Riquelme", true},     {"Riguelme", true},
                {"Pamela", true},          {"Screenwriter Pamela Riquelme", true},
                {"John Riquelme", false},  {"Marsh's Pamela Riquelme", true},
                {"Queen Pamela", false}};
    struct bench b;
    uint32_t first = NO_INDEX;
    if (CHECK(set_up(&b, "", NULL, 0)))
        CHECK_ROWS (i, rows) {
            uint32_t found = person_named(&b.s, str_of(rows[i].name));
            first = i ? first : found;
            CHECK(found != NO_INDEX && (found == first) == rows[i].same);
        }
    arena_clear(&b.arena);
}

static void test_families(void) {
    static const struct {
        const char *words;
        bool family;
    } rows[] = {{"Jane Roe's family", true},       {"her family", true},
                {"the family spokesperson", true}, {"a spokesman for the Roe family", true},
                {"a family doctor", false},        {"the Roe report", false}};
    struct bench b;
    uint32_t first = NO_INDEX;
    if (CHECK(set_up(&b, "", NULL, 0)))
        CHECK_ROWS (i, rows) {
            uint32_t found;
            CHECK_INT(family_source(&found, &b.s, str_of(rows[i].words)), TS_OK);
            first = i ? first : found;
            CHECK(found == (rows[i].family ? first : NO_INDEX));
        }
    uint32_t other;
    CHECK(family_source(&other, &b.s, STR("the Doe family")) == TS_OK && other != first);
    CHECK(family_source(&other, &b.s, STR("the family")) == TS_OK && other == NO_INDEX);
    arena_clear(&b.arena);
}

CHECK_MAIN({"a person's name is bare of titles, employers and owners", test_bare},
           {"an organisation's other names lead to one form", test_ties},
           {"a person is one under every spelling", test_persons},
           {"a family that speaks is one source", test_families})
