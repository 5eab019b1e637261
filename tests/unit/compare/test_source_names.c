/* One source under all the names that reports give it. */
#include "check.h"

#include "base/mem.h"
#include "compare/bare_names.h"
#include "compare/claim_sources.h"
#include "compare/family_sources.h"
#include "compare/normal_names.h"

#include <string.h>

struct bench {
    struct arena arena;
    struct ts_error err;
    struct comparison c;
    struct work w;
    struct story story;
    struct claim_sources s;
};

/* A name that a report of the story has, and the pronoun behind it that stands for it. */
struct named {
    uint32_t report;
    const char *kind, *name, *pronoun;
};

static void add_mention(struct bench *b, struct entity *x, struct str text, const char *words,
                        enum mention_form form) {
    size_t at = words ? str_find(text, str_of(words), 0) : SIZE_MAX;
    if (at != SIZE_MAX)
        *(struct mention *)VEC_PUSH(&b->arena, &x->mentions) =
            (struct mention){{(uint32_t)at, (uint32_t)(at + strlen(words))}, 0, form};
}

/* A story of reports with these texts that name these people and organisations. */
static bool set_up(struct bench *b, const char *const *texts, uint32_t reports,
                   const struct named *names, size_t n) {
    struct mem mem = mem_system();
    *b = (struct bench){.err = {0}};
    arena_init(&b->arena, &mem, 0);
    for (uint32_t r = 0; r < reports; r++) {
        struct article *article = arena_zero(&b->arena, 1, sizeof *article);
        struct analysis *analysis = arena_zero(&b->arena, 1, sizeof *analysis);
        article->text = str_of(texts[r]);
        analysis->article = article;
        for (size_t i = 0; i < n; i++) {
            struct entity x = {.name = str_of(names[i].name), .kind = str_of(names[i].kind)};
            if (names[i].report != r)
                continue;
            add_mention(b, &x, article->text, names[i].name, MENTION_NAME);
            add_mention(b, &x, article->text, names[i].pronoun, MENTION_PRONOUN);
            *(struct entity *)VEC_PUSH(&b->arena, &analysis->entities) = x;
        }
        *(struct report *)VEC_PUSH(&b->arena, &b->c.reports) =
            (struct report){.article = article, .analysis = analysis};
        *(uint32_t *)VEC_PUSH(&b->arena, &b->story.reports) = r;
    }
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
    static const char *const texts[] = {
        "The Society for Ferry Help (SFH) said so.", "The Harbour Board and the NHB said so.",
        "The Confederation of Boat Inspectors (CBI) said so. So did the Marsh Pump Union."};
    static const struct named names[] = {{0, "ORG", "Norland Harbour Board", NULL},
                                         {0, "ORG", "Harbour Board", NULL},
                                         {0, "ORG", "Society for Ferry Help", NULL},
                                         {0, "ORG", "East Police Office", NULL},
                                         {0, "ORG", "West Police Office", NULL},
                                         {0, "ORG", "Marsh Front", NULL},
                                         {1, "ORG", "Harbour Board", NULL},
                                         {2, "ORG", "Confederation of Boat Inspectors", NULL},
                                         {2, "ORG", "Marsh Pump Union", NULL}};
    static const struct {
        uint32_t report;
        const char *name, *form, *is;
    } rows[] = {{0, "NHB", "nhb", "norland harbour board"},
                {0, "Harbour Board", "harbour board", "norland harbour board"},
                {0, "Norland NHB", "norland nhb", "norland harbour board"},
                {0, "Souland NHB", "souland nhb", "souland nhb"},
                {0, "Norland Nhb", "norland nhb", "norland nhb"},
                {1, "SFH", "sfh", "society for ferry help"},
                {1, "Harbour Board", "harbour board", "harbour board"}, /* has no longer name */
                {1, "NHB", "nhb", "nhb"},
                {1, "MPU", "mpu", "mpu"},
                {2, "MPU", "mpu", "marsh pump union"},
                {0, "Marsh Front fighters", "marsh front fighters", "marsh front"},
                {0, "Police Office", "police office", "police office"}, /* of two */
                {0, "UN", "un", "united nations"},
                {0, "ISIS militants", "isis militants", "islamic state"},
                {2, "CBI", "cbi", "confederation of boat inspectors"},
                {0, "Ministry of Defence", "ministry of defence", "ministry of defence"},
                {0, "MoD", "mod", "mod"},
                {0, "Department of Justice", "department of justice", "department of justice"},
                {0, "anything", "anything", "anything"}};
    struct bench b;
    if (CHECK(set_up(&b, texts, 3, names, sizeof names / sizeof *names)))
        CHECK_ROWS (i, rows) {
            struct str is = name_ties_form(&b.s.ties, rows[i].report, str_of(rows[i].name),
                                           str_of(rows[i].form));
            CHECK_STR(is.at, is.n, rows[i].is);
        }
    arena_clear(&b.arena);
}

static void test_persons(void) {
    static const char *const texts[] = {"Pamela Riquelme said so.", "Nobody said so."};
    static const struct named names[] = {{0, "PERSON", "Pamela Riquelme", NULL}};
    static const struct {
        uint32_t report;
        const char *name;
        bool same; /* as the first */
    } rows[] = {{0, "Pamela Riquelme", true},
                {1, "Pam Riquelme", true},
                {1, "Ms Riquelme", true},
                {1, "Pamela Riguelme", true},
                {1, "Paula Riguelme", false},
                {1, "Biquelme", false}, /* by another letter and no given name */
                {1, "Pamela Biquelme", false},
                {0, "Pamela", true},
                {1, "Pamela", false},
                {0, "Screenwriter Pamela Riquelme", true},
                {0, "John Riquelme", false},
                {0, "Marsh's Pamela Riquelme", true},
                {0, "Queen Pamela", false},
                {0, "King Riquelme", false}};
    struct bench b;
    uint32_t first = NO_INDEX;
    if (CHECK(set_up(&b, texts, 2, names, 1)))
        CHECK_ROWS (i, rows) {
            uint32_t found = person_named(&b.s, rows[i].report, str_of(rows[i].name));
            first = i ? first : found;
            CHECK(found != NO_INDEX && (found == first) == rows[i].same);
        }
    arena_clear(&b.arena);
}

/* Two names, the second in another report. */
static void test_two_people(void) {
    static const char *const texts[] = {"Mike Tew and Michael Tew said so.", ""};
    static const struct named names[] = {{0, "PERSON", "Mike Tew", NULL},
                                         {0, "PERSON", "Michael Tew", NULL},
                                         {0, "ORG", "Regional Office of Energy", NULL}};
    static const struct {
        const char *name, *other;
        bool same;
    } rows[] = {{"Paul Roe", "Paula Roe", false},       {"Jan Roe", "Janet Roe", false},
                {"Dan Roe", "Danielle Roe", false},     {"Ann Roe", "Anna Roe", false},
                {"Patrick Roe", "Patricia Roe", false}, {"Daniel Roe", "Daniela Roe", false},
                {"Bill Roe", "William Roe", true},      {"J. Roe", "Jane Roe", true},
                {"Mohammed Roe", "Mohammad Roe", true}, {"Naser Roe", "Nasser Roe", true},
                {"Mike Tew", "Michael Tew", false}, /* the report has both */
                {"Jane Parker", "Jane Barker", false},  {"Jane Parker", "Janet Parken", false},
                {"Jane Parker", "Jane Parkes", true},   {"Jane Morris", "Mr Norris", false}};
    CHECK_ROWS (i, rows) {
        struct bench b;
        if (CHECK(set_up(&b, texts, 2, names, sizeof names / sizeof *names))) {
            uint32_t first = person_named(&b.s, 0, str_of(rows[i].name));
            uint32_t second = person_named(&b.s, 1, str_of(rows[i].other));
            CHECK(first != NO_INDEX && second != NO_INDEX && (first == second) == rows[i].same);
            struct str office = STR("Regional Office of Energy");
            uint32_t body = source_named(&b.s, 0, office, STR("regional office of energy"),
                                         ORIGIN_ORGANISATION);
            CHECK(body != person_named(&b.s, 0, STR("Jane Roe")));
        }
        arena_clear(&b.arena);
    }
}

static void test_public_bodies(void) {
    static const char *const texts[] = {
        "Norland Police came, then soldiers. The Weldon Fire Department came.",
        "Police came in Weldon.",
        "Norlandic police came. So did the Marsh police.",
        "Weldon came.",
        "The Weldon County Sheriff\xE2\x80\x99s Office came.",
        "The Norland state police came, and the Norland police.",
    };
    static const struct named names[] = {
        {0, "ORG", "Norland Police", NULL}, {0, "ORG", "Weldon Fire Department", NULL},
        {2, "NORP", "Norlandic", NULL},     {2, "GPE", "Marsh", NULL},
        {3, "GPE", "Weldon", NULL},         {4, "GPE", "Weldon County", NULL},
        {5, "GPE", "Norland", NULL}};
    static const struct {
        uint32_t report;
        const char *form, *is;
    } rows[] = {{0, "police", "norland police"},
                {0, "norland police department", "norland police"},
                {0, "norlandic police", "norland police"},
                {0, "norlands police", "norland police"},
                {0, "detectives", "norland police"},
                {0, "local police officers", "norland police"},
                {0, "tuesday police", "norland police"},
                {0, "officers", "officers"},
                {0, "two officers", "two officers"},
                {0, "two police officers", "two police officers"},
                {0, "state police", "state police"},
                {0, "west norland police", "west norland police"},
                {0, "norland city police", "norland city police"},
                {0, "norland police union", "norland police union"},
                {0, "norland ministry of defence", "norland ministry of defence"},
                {0, "head of the norland police", "head of the norland police"},
                {0, "fire crews", "weldon fire department"},
                {1, "police", "police"}, /* of two in the story */
                {1, "detectives", "detectives"},
                {1, "fire brigade", "fire department"},
                {2, "fire brigade", "fire department"},
                {2, "police", "police"},
                {2, "marsh police", "marsh police"},
                {4, "sheriffs office", "weldon county sheriffs office"},
                {4, "sheriffs deputies", "weldon county sheriffs office"},
                {5, "police", "police"}, /* beside the state police */
                {0, "mayor", "mayor"},
                {0, "", ""}};
    struct bench b;
    if (CHECK(set_up(&b, texts, 6, names, sizeof names / sizeof *names)))
        CHECK_ROWS (i, rows) {
            struct str is =
                public_bodies_find(&b.s.bodies, rows[i].report, str_of(rows[i].form)).form;
            CHECK_STR(is.at, is.n, rows[i].is);
        }
    arena_clear(&b.arena);
}

/* A rank before a person's name. */
static void test_ranks(void) {
    static const char *const texts[] = {"Norland Police came.", "Police came.", "Nobody came."};
    static const struct named names[] = {{0, "ORG", "Norland Police", NULL}};
    static const struct {
        uint32_t report;
        const char *rank;
        bool speaks;
    } rows[] = {
        {0, "det insp", true},    {0, "sgt", false}, {0, "captain", false}, {0, "dc", false},
        {0, "fire chief", false}, {1, "sgt", false}, {2, "sgt", false},     {0, "", false}};
    struct bench b;
    if (CHECK(set_up(&b, texts, 3, names, sizeof names / sizeof *names)))
        CHECK_ROWS (i, rows) {
            const struct public_body *body =
                public_bodies_of_rank(&b.s.bodies, rows[i].report, str_of(rows[i].rank));
            CHECK(rows[i].speaks == (body != NULL));
            CHECK(!body || str_eq(body->form, STR("norland police")));
        }
    arena_clear(&b.arena);
}

/* The family that the words, which stand in the report, name as the source. */
static uint32_t family_in(struct bench *b, uint32_t report, const char *words) {
    struct str text = b->c.reports.at[report].article->text;
    size_t at = str_find(text, str_of(words), 0);
    struct statement x = {.entity = NO_INDEX};
    uint32_t found = NO_INDEX;
    if (CHECK(at != SIZE_MAX)) {
        x.source = (struct span){(uint32_t)at, (uint32_t)(at + strlen(words))};
        CHECK_INT(family_source(&found, &b->s, report, &x), TS_OK);
    }
    return found;
}

static void test_families(void) {
    static const char *const texts[] = {
        "Jane Roe died. Jane Roe's family wept. the family spokesperson said so. "
        "a spokesman for the Roe family said so. a family doctor said so. the Roe report said so.",
        "Jane Roe died. her family said so.",
        "John Tew's family said so.",
        "James Tew's family said so. the Tew family said so.",
        "Jane Roe and John Doe died. his family said so. the family said so.",
        "the family said so."};
    static const struct named names[] = {
        {0, "PERSON", "Jane Roe", NULL}, {1, "PERSON", "Jane Roe", "her"},
        {2, "PERSON", "John Tew", NULL}, {3, "PERSON", "James Tew", NULL},
        {4, "PERSON", "Jane Roe", NULL}, {4, "PERSON", "John Doe", NULL}};
    static const struct {
        uint32_t report;
        const char *words;
        bool family, same; /* as the first */
    } rows[] = {{0, "Jane Roe's family", true, true},
                {0, "the family spokesperson", true, true},
                {0, "a spokesman for the Roe family", true, true},
                {0, "a family doctor", false, false},
                {0, "the Roe report", false, false},
                {1, "her family", true, true},
                {2, "John Tew's family", true, false},
                {3, "the Tew family", false, false}, /* of two */
                {4, "his family", false, false},     /* nothing tells whose */
                {4, "the family", false, false},
                {5, "the family", false, false}};
    struct bench b;
    uint32_t first = NO_INDEX;
    if (CHECK(set_up(&b, texts, 6, names, sizeof names / sizeof *names))) {
        CHECK_ROWS (i, rows) {
            uint32_t found = family_in(&b, rows[i].report, rows[i].words);
            first = i ? first : found;
            CHECK((found != NO_INDEX) == rows[i].family);
            CHECK(!rows[i].family || (found == first) == rows[i].same);
        }
        CHECK(family_in(&b, 2, "John Tew's family") != family_in(&b, 3, "James Tew's family"));
    }
    arena_clear(&b.arena);
}

CHECK_MAIN({"a person's name is bare of titles, employers and owners", test_bare},
           {"an organisation's other names lead to one form", test_ties},
           {"a person is one under every spelling", test_persons},
           {"people of like names are two", test_two_people},
           {"a public body is known by what it is called", test_public_bodies},
           {"who has a rank speaks for a public body", test_ranks},
           {"a family that speaks is one source", test_families})
