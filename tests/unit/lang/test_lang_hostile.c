/* Texts that nobody would print, and memory that runs out. */
#include "lang_fixture.h"

#include <stdlib.h>

/* Every span lies in the text, every index in its array, and things come in the order of the text.
 */
static void check_sound(const struct analysis *a) {
    size_t n = a->article->text.n, title_n = a->article->title.n;
    uint32_t last = 0;
    bool sound = true;
    for (uint32_t i = 0; i < a->tokens.n; i++) {
        sound &= a->tokens.at[i].text.start >= last &&
                 a->tokens.at[i].text.end > a->tokens.at[i].text.start;
        last = a->tokens.at[i].text.end;
    }
    sound &= last <= n;
    for (uint32_t i = 0; i < a->sentences.n; i++)
        sound &= a->sentences.at[i].first_token + a->sentences.at[i].token_count <= a->tokens.n &&
                 a->sentences.at[i].text.end <= n;
    for (uint32_t i = 0; i < a->statements.n; i++) {
        const struct statement *s = &a->statements.at[i];
        size_t room = s->in_title ? title_n : n;
        sound &= s->source.end <= room && s->cue.end <= room && s->means.end <= room &&
                 s->described_as.end <= room;
        sound &= s->entity == NO_INDEX || s->entity < a->entities.n;
        for (uint32_t k = 0; k < s->candidates.n; k++)
            sound &= s->candidates.at[k] < a->entities.n;
        for (uint32_t k = 0; k < s->content.n; k++)
            sound &= s->content.at[k].start < s->content.at[k].end && s->content.at[k].end <= room;
    }
    for (uint32_t i = 0; i < a->entities.n; i++) {
        const struct entity *e = &a->entities.at[i];
        for (uint32_t k = 0; k < e->mentions.n; k++)
            sound &= e->mentions.at[k].text.start < e->mentions.at[k].text.end &&
                     e->mentions.at[k].text.end <= n &&
                     e->mentions.at[k].sentence < a->sentences.n &&
                     (k == 0 || e->mentions.at[k - 1].text.start < e->mentions.at[k].text.start);
    }
    CHECK(sound);
}

static void test_odd_texts(void) {
    static const struct {
        const char *unit;
        size_t times;
    } rows[] = {
        {"", 1},
        {"a", 5000},
        {" ", 5000},
        {"\n\n", 2000},
        {"\"", 5000},
        {"“", 2000},
        {"‘a’ ", 2000},
        {"!", 5000},
        {"!a ", 2000},
        {".", 5000},
        {"told Reuters and ", 500},
        {"Reuters, AP, ", 500},
        {"Reuters could not verify and ", 300},
        {"said Reuters \"a b c d\" ", 400},
        {"(", 5000},
        {"A ", 3000},
        {"1,", 3000},
        {"2025-", 1000},
        {"a-", 3000},
        {"two hundred and ", 1000},
        {"$", 3000},
        {"May ", 2000},
        {"the newspaper said ", 500},
        {"according to ", 1000},
        {"citing two officials, ", 500},
        {"’s ", 2000},
        {"''", 2000},
        {"«»", 2000},
        {"שלום ", 1000},
        {"\x01\x02", 2000},
        {"Mr. ", 2000},
        {"we confirmed by ", 500},
        {"The Ledger Times ", 500},
        {"http://", 500},
    };
    struct lang_fixture f;
    CHECK_NEED(fixture_init(&f));
    CHECK_ROWS (i, rows) {
        size_t n = strlen(rows[i].unit), all = n * rows[i].times;
        char *text = arena_alloc(&f.arena, all + 1);
        CHECK_NEED(text != NULL);
        for (size_t k = 0; k < rows[i].times; k++)
            memcpy(text + k * n, rows[i].unit, n);
        struct article *article = fixture_article(&f.arena, (struct str){text, all});
        struct analysis *analysis = NULL;
        CHECK_NEED(article != NULL);
        article->language = STR("en");
        article->title = str_cut(article->text, 0, all < 200 ? 0 : n * 8);
        if (CHECK_INT(fixture_analyse(&analysis, &f, article), TS_OK))
            check_sound(analysis);
        arena_clear(&f.arena);
    }
    fixture_clear(&f);
}

/* An allocator that refuses its n-th call and all later ones. */
struct meter {
    long left;
    bool refused;
};

static void *metered(void *context, void *old, size_t bytes) {
    struct meter *m = context;
    if (bytes == 0) {
        free(old);
        return NULL;
    }
    if (m->left-- <= 0) {
        m->refused = true;
        return NULL;
    }
    return realloc(old, bytes);
}

static const char story[] = "Two officials told the Vessmouth Ledger that 44 tonnes of copper were "
                            "lost on Tuesday, 5 April. \"Nobody saw it "
                            "go,\" said Orla Tew. The Northmere Press Agency (NPA) could not "
                            "verify it. Reuters reported that it cost $3m.";

static void test_memory(void) {
    struct lang_fixture f;
    CHECK_NEED(fixture_init(&f));
    bool done = false;
    for (long n = 0; n < 100000 && !done; n++) {
        struct meter meter = {.left = n};
        struct mem mem = {metered, &meter};
        struct arena a;
        arena_init(&a, &mem, 0);
        struct article *article = fixture_article(&a, str_of(story));
        struct analysis *analysis = NULL;
        if (article) {
            article->language = STR("en");
            article->title = STR("Reuters: 44 tonnes gone");
            int status =
                lang_analyse(&analysis, &a, article, &f.outlets, f.tables, f.model.worker, &f.err);
            CHECK_INT(status, meter.refused ? TS_E_MEMORY : TS_OK);
            done = !meter.refused;
        }
        arena_clear(&a);
    }
    CHECK(done);
    done = false;
    for (long n = 0; n < 100000 && !done; n++) {
        struct meter meter = {.left = n};
        struct mem mem = {metered, &meter};
        struct arena a;
        struct lang_tables *tables;
        arena_init(&a, &mem, 0);
        int status = lang_tables_new(&tables, &a, &f.err);
        CHECK_INT(status, meter.refused ? TS_E_MEMORY : TS_OK);
        done = !meter.refused;
        arena_clear(&a);
    }
    CHECK(done);
    fixture_clear(&f);
}

static void test_budget(void) {
    struct lang_fixture f;
    CHECK_NEED(fixture_init(&f));
    struct mem mem = mem_system();
    struct arena small;
    arena_init(&small, &mem, 4096);
    struct article *article = fixture_article(&f.arena, str_of(story));
    struct analysis *analysis;
    CHECK_INT(
        lang_analyse(&analysis, &small, article, &f.outlets, f.tables, f.model.worker, &f.err),
        TS_E_LIMIT);
    arena_clear(&small);
    fixture_clear(&f);
}

CHECK_MAIN({"odd texts give sound analyses", test_odd_texts},
           {"each refused allocation is an error", test_memory},
           {"a budget that is too small is a limit", test_budget})
