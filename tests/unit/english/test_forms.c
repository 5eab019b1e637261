#include "check.h"
#include "english/string_id.h"
#include "model_fixture.h"

static struct {
    struct model_file model;
    struct arena arena;
    struct norms norms;
    struct forms forms;
} fixture;

static bool begin(void) {
    struct mem mem = mem_system();
    struct ts_error err = {0};
    arena_init(&fixture.arena, &mem, 0);
    if (model_open(&fixture.model, model_fixture_path(), &err) != TS_OK)
        return false;
    CHECK_INT(norms_open(&fixture.norms, &fixture.arena, &fixture.model, &err), TS_OK);
    forms_init(&fixture.forms, &fixture.norms, &mem);
    return true;
}

static void end(void) {
    forms_clear(&fixture.forms);
    arena_clear(&fixture.arena);
    model_close(&fixture.model);
}

static uint64_t id(const char *s) {
    return string_id(str_of(s));
}

static void test_parts(void) {
    static const struct {
        const char *text, *lower, *norm, *prefix, *suffix, *shape;
    } rows[] = {
        {"colour", "colour", "color", "c", "our", "xxxx"},
        {"favourite", "favourite", "favorite", "f", "ite", "xxxx"},
        {"’", "’", "'", "’", "’", "’"},
        {"€", "€", "$", "€", "€", "€"},
        {"ΟΔΟΣ", "οδος", "οδος", "Ο", "ΔΟΣ", "XXXX"},
        {"X", "x", "x", "X", "X", "X"},
        {"ABCDEfgh12345", "abcdefgh12345", "abcdefgh12345", "A", "345", "XXXXxxxdddd"},
        {"’Cause", "’cause", "’cause", "’", "use", "’Xxxxx"},
        {"--", "--", "-", "-", "--", "--"},
        {"......", "......", "......", ".", "...", "...."},
        {"Mex$", "mex$", "$", "M", "ex$", "Xxx$"},
        {"½²٣", "½²٣", "½²٣", "½", "½²٣", "½dd"},
    };
    CHECK_NEED(begin());
    CHECK_ROWS (i, rows) {
        uint32_t n = forms_intern(&fixture.forms, str_of(rows[i].text), STR_NONE);
        CHECK_INT(n, i);
        const struct form *form = &fixture.forms.at.at[n];
        CHECK_STR(form->text.at, form->text.n, rows[i].text);
        CHECK_STR(form->lower.at, form->lower.n, rows[i].lower);
        CHECK(form->orth == id(rows[i].text));
        CHECK(form->lower_id == id(rows[i].lower));
        CHECK(form->norm == id(rows[i].norm));
        CHECK(form->prefix == id(rows[i].prefix));
        CHECK(form->suffix == id(rows[i].suffix));
        CHECK(form->shape == id(rows[i].shape));
        CHECK(!form->is_space);
    }
    end();
}

static void test_length(void) {
    char text[100];
    memset(text, 'x', sizeof text);
    CHECK_NEED(begin());
    uint32_t below = forms_intern(&fixture.forms, (struct str){text, 99}, STR_NONE);
    uint32_t at = forms_intern(&fixture.forms, (struct str){text, 100}, STR_NONE);
    CHECK(fixture.forms.at.at[below].shape == id("xxxx"));
    CHECK(fixture.forms.at.at[at].shape == id("LONG"));
    end();
}

static void test_norms(void) {
    CHECK_NEED(begin());
    struct forms *f = &fixture.forms;
    uint32_t word = forms_intern(f, STR("wo"), STR_NONE);
    uint32_t will = forms_intern(f, STR("wo"), STR("will"));
    uint32_t empty = forms_intern(f, STR("wo"), STR(""));
    CHECK(word != will && word != empty && will != empty);
    CHECK(f->at.at[word].norm == id("wo") && f->at.at[will].norm == id("will"));
    CHECK(f->at.at[empty].norm == 0);
    CHECK_INT(forms_intern(f, STR("wo"), STR("will")), will);
    CHECK_INT(forms_intern(f, STR("wo"), STR_NONE), word);
    uint32_t space = forms_intern(f, STR("\n \xC2\xA0"), STR_NONE);
    CHECK(f->at.at[space].is_space);
    forms_clear(f);
    CHECK_INT(forms_intern(f, STR("wo"), STR_NONE), 0);
    end();
}

CHECK_MAIN({"a form has what its spelling tells", test_parts},
           {"a text of a hundred characters has no shape of its own", test_length},
           {"a spelling with a norm of its own is another form", test_norms})
