/* The real model with damage in one tensor and checksums that fit it: it is refused, or whatever it
 * makes of a text is within bounds. */
#include "english/english.h"

#include "model_fixture.h"
#include "nn/file_fixture.h"

/* How a tensor is damaged: all of it, or a few bytes by a fixed series of numbers. */
enum damage { ZEROS, ONES, INFINITIES, FEW, MANY, DAMAGES };

static const char text[] =
    "Two officials told the Vessmouth Ledger on Tuesday, 5 April, that 44 tonnes of copper were "
    "lost. \"Nobody saw it go,\" said Orla Tew :) (can't say who).\n\n\tSee "
    "http://ledger.example/a "
    "or don't; it's been $3m, e.g. in the U.K.\xE2\x80\x94\xD7\xA9 100km/h, 10-year-olds' dogs ...";

static uint32_t state = 1;

static uint32_t random_number(void) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state;
}

static void damage(char *at, size_t n, enum damage how) {
    static const uint32_t infinity = 0x7f800000;
    if (how == ZEROS || how == ONES)
        memset(at, how == ONES ? 0xff : 0, n);
    for (size_t i = 0; how == INFINITIES && i + sizeof infinity <= n; i += sizeof infinity)
        memcpy(at + i, &infinity, sizeof infinity);
    for (size_t i = 0; (how == FEW && i < 3) || (how == MANY && i < n / 8 + 1); i++)
        at[random_number() % n] ^= (char)(1 << random_number() % 8);
}

/* From each token its heads lead to a root, within the text. */
static bool is_forest(const struct doc *d) {
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        uint32_t at = i, steps = 0;
        while (at < d->tokens.n && d->tokens.at[at].head != at && steps++ < d->tokens.n)
            at = d->tokens.at[at].head;
        if (at >= d->tokens.n || steps > d->tokens.n)
            return false;
    }
    return true;
}

static bool is_sound(const struct doc *d, const struct labels *l) {
    bool sound = is_forest(d);
    uint32_t at = 0;
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        const struct doc_token *t = &d->tokens.at[i];
        sound &= t->text.start == at && t->text.end > at && t->lemma.at;
        sound &= t->tag < l->at.n && t->pos < l->at.n && t->morph < l->at.n && t->dep < l->at.n;
        at = t->text.end + t->space;
    }
    sound &= at == d->text.n;
    at = 0;
    for (uint32_t i = 0; i < d->entities.n; i++) {
        const struct doc_entity *e = &d->entities.at[i];
        sound &= e->first >= at && e->first < e->end && e->kind < l->at.n;
        at = e->end;
    }
    sound &= at <= d->tokens.n;
    at = 0;
    for (uint32_t i = 0; i < d->chunks.n; i++) {
        const struct doc_chunk *c = &d->chunks.at[i];
        sound &= c->first >= at && c->first <= c->root && c->root < c->end;
        at = c->end;
    }
    return sound && at <= d->tokens.n;
}

/* Whether the model opened. */
static bool try_model(const char *file, size_t n) {
    struct mem mem = mem_system();
    struct model_file m;
    struct english *e;
    struct english_worker *w;
    struct arena a;
    struct ts_error err = {0};
    arena_init(&a, &mem, 0);
    CHECK_INT(model_from_bytes(&m, file, n, &err), TS_OK);
    int status = english_open(&e, &mem, &m, NULL, &err);
    CHECK(status == TS_OK || (status == TS_E_MODEL && strcmp(err.outcome, "bad_model") == 0));
    if (status == TS_OK && CHECK_INT(english_worker_new(&w, e, &err), TS_OK)) {
        struct doc doc = {.arena = &a, .text = str_of(text)};
        CHECK_INT(english_run(w, &doc, 1, &err), TS_OK);
        CHECK(is_sound(&doc, english_labels(e)));
        english_worker_free(w);
    }
    english_close(e);
    arena_clear(&a);
    return status == TS_OK;
}

static void test_each_tensor(void) {
    struct model_file good;
    struct ts_error err = {0};
    CHECK_NEED(model_open(&good, model_fixture_path(), &err) == TS_OK);
    char *room = malloc(good.n + MODEL_ALIGN), *file = room;
    CHECK_NEED(room != NULL);
    file += (MODEL_ALIGN - (uintptr_t)room % MODEL_ALIGN) % MODEL_ALIGN;
    memcpy(file, good.bytes, good.n);
    CHECK(try_model(file, good.n));
    uint32_t opened = 0, refused = 0;
    for (uint32_t t = 0; t < good.tensor_count; t++) {
        struct tensor tensor = model_tensor(&good, t);
        char *entry = fixture_entry(file, t);
        size_t at = get_u64(entry + ENTRY_OFFSET), n = get_u64(entry + ENTRY_BYTES);
        for (int how = 0; how < DAMAGES && n; how++) {
            if (how == INFINITIES && tensor.type != TENSOR_F32)
                continue;
            int failed = check_state.failed_count;
            damage(file + at, n, (enum damage)how);
            put_u64(entry + ENTRY_XXH3, XXH3_64bits(file + at, n));
            *(try_model(file, good.n) ? &opened : &refused) += 1;
            if (check_state.failed_count > failed)
                printf("# %s, damage %d\n", entry, how);
            memcpy(file + at, good.bytes + at, n);
            memcpy(entry, good.bytes + (entry - file), MODEL_ENTRY);
        }
    }
    CHECK(opened > 200 && refused > 100);
    free(room);
    model_close(&good);
}

CHECK_MAIN({"a model that is damaged in any tensor is refused or stays within bounds",
            test_each_tensor})
