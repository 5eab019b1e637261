/* The tokenizer against what spaCy 3.8 with the same model answers; and what must hold for any
 * text. */
#include "base/utf8.h"
#include "check.h"
#include "english/string_id.h"
#include "english/tokenizer.h"
#include "model_fixture.h"

#include <stdlib.h>

static struct {
    struct model_file model;
    struct arena arena;
    struct norms norms;
    struct tokenizer tokenizer;
    struct forms forms;
    struct tokenizer_work work;
} fixture;

static bool begin(void) {
    struct mem mem = mem_system();
    struct ts_error err = {0};
    arena_init(&fixture.arena, &mem, 0);
    if (model_open(&fixture.model, model_fixture_path(), &err) != TS_OK)
        return false;
    CHECK_INT(norms_open(&fixture.norms, &fixture.arena, &fixture.model, &err), TS_OK);
    CHECK_INT(tokenizer_open(&fixture.tokenizer, &fixture.arena, &fixture.model, &err), TS_OK);
    forms_init(&fixture.forms, &fixture.norms, &mem);
    tokenizer_work_init(&fixture.work, &mem);
    return true;
}

static void end(void) {
    tokenizer_work_clear(&fixture.work);
    forms_clear(&fixture.forms);
    arena_clear(&fixture.arena);
    model_close(&fixture.model);
}

static int run(struct doc *doc, struct arena *a, struct str text) {
    struct ts_error err = {0};
    *doc = (struct doc){.arena = a, .text = text};
    return tokenizer_run(&fixture.tokenizer, &fixture.work, &fixture.forms, doc, &err);
}

/* Tokens are all of the text but for the blanks behind them, in order. */
static void check_whole(const struct doc *doc) {
    size_t at = 0;
    bool good = true;
    for (uint32_t i = 0; i < doc->tokens.n && good; i++) {
        const struct doc_token *t = &doc->tokens.at[i];
        struct str form = fixture.forms.at.at[t->form].text;
        good = t->text.start == at && t->text.end > at && t->text.end <= doc->text.n &&
               str_eq(str_span(doc->text, t->text), form);
        at = t->text.end;
        if (t->space)
            good = good && at < doc->text.n && doc->text.at[at++] == ' ';
    }
    CHECK(good);
    CHECK_INT(at, doc->text.n);
}

/* "Tokens |with |their |blanks|." */
static struct str show(struct arena *a, const struct doc *doc) {
    char *out = arena_alloc(a, doc->text.n + doc->tokens.n + 1);
    size_t n = 0;
    for (uint32_t i = 0; i < doc->tokens.n; i++) {
        const struct doc_token *t = &doc->tokens.at[i];
        struct str text = str_span(doc->text, t->text);
        if (i)
            out[n++] = '|';
        memcpy(out + n, text.at, text.n);
        n += text.n;
        if (t->space)
            out[n++] = ' ';
    }
    return (struct str){out, n};
}

static void test_texts(void) {
    static const struct {
        const char *text, *tokens;
    } rows[] = {
        {"", ""},
        {" ", " "},
        {"   ", "   "},
        {"Word", "Word"},
        {" Word", " |Word"},
        {"Word ", "Word "},
        {"Two  words", "Two | |words"},
        {"One\nline\n\nmore\n", "One|\n|line|\n\n|more|\n"},
        {"\t\ttabs\t", "\t\t|tabs|\t"},
        {"a \n b", "a |\n |b"},
        {"Mayor Ines Halloran didn't say \"yes\".",
         "Mayor |Ines |Halloran |did|n't |say |\"|yes|\"|."},
        {"They've gone; she'll stay, won't she?",
         "They|'ve |gone|; |she|'ll |stay|, |wo|n't |she|?"},
        {"He can’t and we’d better not.", "He |ca|n’t |and |we|’d |better |not|."},
        {"I'm gonna lemme go.", "I|'m |gon|na |lemme |go|."},
        {"CAN'T", "CAN'T"},
        {"cant", "ca|nt"},
        {"Dr. Bell of Quillport Corp. spoke at 9a.m. on Jan. 3.",
         "Dr. |Bell |of |Quillport |Corp. |spoke |at |9|a.m. |on |Jan. |3|."},
        {"It rose to 10 p.m. prices.", "It |rose |to |10 |p.m. |prices|."},
        {"the U.S. and the U.K.", "the |U.S. |and |the |U.K."},
        {"i.e. this, e.g. that, vs. those etc.", "i.e. |this|, |e.g. |that|, |vs. |those |etc|."},
        {"Ph.D. in Ga.", "Ph.D. |in |Ga."},
        {"$3.2 million, US$40 and C$5; 30€ or £1,000",
         "$|3.2 |million|, |US$|40 |and |C$|5|; |30|€ |or |£|1,000"},
        {"5km, 30°C. 12m² 7kg. 40% 60mph 1/2",
         "5|km|, |30|°|C|. |12|m² |7|kg|. |40|% |60|mph |1/2"},
        {"(see p. 3)", "(|see |p. |3|)"},
        {"[a](b){c}<d>", "[|a](b){c}<d|>"},
        {"((nested))!!", "(|(|nested|)|)|!|!"},
        {"...and then… so....", "...|and |then|… |so|...."},
        {"wait..what", "wait|..|what"},
        {"—dash—dash–dash--dash", "—|dash|—|dash|–|dash|--|dash"},
        {"well-known Anglo-French 2010-12 x-1", "well|-|known |Anglo|-|French |2010|-|12 |x-1"},
        {"and/or yes/no 3/4 a:b 1:2 x=y a<b", "and/or |yes|/|no |3/4 |a|:|b |1:2 |x|=|y |a|<|b"},
        {"1+1 2*3 4^5 6-7 +8 + +x", "1|+|1 |2|*|3 |4|^|5 |6|-|7 |+8 |+ |+|x"},
        {"end.Start Mr.Smith a,b 1,2 A.B", "end|.|Start |Mr.|Smith |a|,|b |1,2 |A.B"},
        {"snake_case _under_ #tag @user", "snake_case |_|under|_ |#|tag |@user"},
        {"rock 'n' roll 'quoted' ''double''", "rock |'|n|' |roll |'|quoted|' |'|'|double|''"},
        {"‘single’ “double” «guill» „low“", "‘|single|’ |“|double|” |«|guill|» |„|low|“"},
        {"dogs' the dog's DOG'S dog’s", "dogs|' |the |dog|'s |DOG|'S |dog|’s"},
        {"See http://example.com/a?b=c#d, or www.example.org.",
         "See |http://example.com/a?b=c#d|, |or |www.example.org|."},
        {"(https://a.example.co.uk:8080/x_(y))", "(|https://a.example.co.uk:8080/x_(y|)|)"},
        {"ann@example.com mailto:bob@mail.example", "ann@example.com |mailto:bob@mail.example"},
        {"example.com a.b.c file.txt x.Y", "example.com |a.b.c |file.txt |x.|Y"},
        {"8.8.8.8 10.0.0.1 192.168.1.1/x 1.2.3.4:80",
         "8.8.8.8 |10.0.0.1 |192.168.1.1|/|x |1.2.3.4:80"},
        {"ftp://user:pass@host.example/path", "ftp://user:pass@host.example/path"},
        {"http://localhost http:// ://x", "http://localhost |http:// |:|//x"},
        {":) :-( (: ;) :( :)) x:) (:)", ":) |:-( |(: |;) |:( |:)) |x|:) |(|:)"},
        {": ) : - (", ": |) |: |- |("},
        {"<3 </3 :D xD ^_^ (^_^) >.<", "<3 |</3 |:D |xD |^_^ |(^_^) |>.<"},
        {"o.O O.o 0_o", "o.O |O.o |0_o"},
        {"C++ C# .NET", "C++ |C|# |.NET"},
        {"a. b.x z.", "a. |b.x |z."},
        {"(a.m.) (10a.m.)", "(|a.m.|) |(|10|a.m.|)"},
        {"'s 'S ’s s'", "'s |'S |’s |s|'"},
        {"...) .) ).", "...|) |.|) |)|."},
        {"co. Co.,Ltd.", "co. |Co.|,Ltd|."},
        {"😀😀 👍🏽! ™® 5☺", "😀|😀 |👍|🏽|! |™|® |5|☺"},
        {"漢字。かな、カナ！", "漢字。かな、カナ|！"},
        {"Привет, мир. 5км", "Привет|, |мир|. |5|км"},
        {"שלום (עולם)", "שלום |(|עולם|)"},
        {"مرحبا، بالعالم؟", "مرحبا|، |بالعالم|؟"},
        {"a\xc2\xa0"
         "b \xc2\xa0 c",
         "a|\xc2\xa0|b |\xc2\xa0 |c"},
        {"a\xe2\x80\x83"
         "b\xe3\x80\x80"
         "c",
         "a|\xe2\x80\x83|b|\xe3\x80\x80|c"},
        {"a\034b\xc2\x85"
         "c",
         "a|\034|b|\xc2\x85|c"},
        {"\xef\xbb\xbf"
         "BOM \xe2\x80\x8bzw",
         "\xef\xbb\xbf"
         "BOM |\xe2\x80\x8bzw"},
        {"<space> \\n \\t \\\")", "<space> |\\n |\\t |\\\")"},
        {"¯\\(ツ)/¯ ಠ_ಠ", "¯\\(ツ)/¯ |ಠ_ಠ"},
        {"ÄÖ. ü. É.X", "ÄÖ|. |ü. |É.X"},
        {"°C. 3°F. °K", "°|C|. |3|°|F|. |°|K"},
        {"x.x..x...x", "x.x|..|x|...|x"},
        {"-- --- ---- -", "-- |--- |---- |-"},
        {"Mrs.O'Hara's \"it's\"", "Mrs.|O'Hara|'s |\"|it|'s|\""},
        {"nothin' doin’ ol' ’cause 'em", "nothin' |doin’ |ol' |’cause |'em"},
    };
    CHECK_NEED(begin());
    for (unsigned round = 0; round < 2; round++) { /* the second from the store of chunks */
        CHECK_ROWS (i, rows) {
            struct mem mem = mem_system();
            struct arena a;
            struct doc doc;
            arena_init(&a, &mem, 0);
            CHECK_INT(run(&doc, &a, str_of(rows[i].text)), TS_OK);
            struct str got = show(&a, &doc);
            CHECK_STR(got.at, got.n, rows[i].tokens);
            check_whole(&doc);
            arena_clear(&a);
        }
    }
    end();
}

static void test_norms_of_exceptions(void) {
    static const struct {
        const char *text, *norms[3];
    } rows[] = {
        {"don't", {"do", "not"}},
        {"gonna", {"going", "to"}},
        {"(gonna)", {"(", "going", "to"}},
        {"Colo.", {"Colorado"}},
        {"\xC2\xA0", {"  "}},
        {"10a.m.", {"10", "a.m."}},
        {"(10a.m.)", {"(", "10", "a.m."}},
    };
    CHECK_NEED(begin());
    CHECK_ROWS (i, rows) {
        struct doc doc;
        CHECK_INT(run(&doc, &fixture.arena, str_of(rows[i].text)), TS_OK);
        for (uint32_t k = 0; k < 3 && rows[i].norms[k] && CHECK(k < doc.tokens.n); k++)
            CHECK(fixture.forms.at.at[doc.tokens.at[k].form].norm ==
                  string_id(str_of(rows[i].norms[k])));
    }
    end();
}

static void test_control_characters(void) {
    struct doc doc;
    CHECK_NEED(begin());
    const struct str text = STR("a\0b \0 c.\0\x1C\x1D\x7F.");
    CHECK_INT(run(&doc, &fixture.arena, text), TS_OK);
    check_whole(&doc);
    CHECK_INT(doc.tokens.n, 5);
    CHECK(doc.tokens.at[3].is_space == 1 && doc.tokens.at[2].is_space == 0);
    end();
}

/* A megabyte of one thing and no blank: in time (the test would not end otherwise), and whole. */
static void test_long_chunks(void) {
    static const struct {
        const char *unit;
        uint32_t tokens; /* of a million bytes; 0: not counted */
    } rows[] = {
        {"a", 1},       {".", 1},   {")", 1000000},  {":", 1000000},  {"@", 1},
        {"-", 1},       {"a.", 0},  {"((a", 0},      {"a@", 0},       {"a.a@", 0},
        {"x@a.com", 0}, {"://", 0}, {"'s", 0},       {"\xC3\xA9", 1}, {"\n", 1},
        {":)", 0},      {"a-", 0},  {"1.1.1.1@", 0}, {"10a.m.", 0},   {"\xCE\xA3'", 0},
    };
    enum { BYTES = 1000000 };
    struct mem mem = mem_system();
    char *text = malloc(BYTES);
    CHECK_NEED(text != NULL && begin());
    CHECK_ROWS (i, rows) {
        struct arena a;
        struct doc doc;
        size_t unit = strlen(rows[i].unit), n = BYTES / unit * unit;
        arena_init(&a, &mem, 0);
        for (size_t k = 0; k < n; k += unit)
            memcpy(text + k, rows[i].unit, unit);
        CHECK_INT(run(&doc, &a, (struct str){text, n}), TS_OK);
        check_whole(&doc);
        if (rows[i].tokens)
            CHECK_INT(doc.tokens.n, rows[i].tokens);
        arena_clear(&a);
    }
    free(text);
    end();
}

/* ---- Memory that is refused */

static long allocations_left = -1, allocations_live;

static void *counting_resize(void *context, void *old, size_t new_bytes) {
    (void)context;
    if (new_bytes == 0) {
        allocations_live -= old != NULL;
        free(old);
        return NULL;
    }
    if (allocations_left == 0)
        return NULL;
    if (allocations_left > 0)
        allocations_left--;
    allocations_live += old == NULL;
    return realloc(old, new_bytes);
}

static int open_and_run(const struct mem *mem, struct ts_error *err) {
    const struct str text = STR("Mayor Halloran (Quillport) can't :) pay $5m by 10a.m.!");
    struct arena a;
    struct doc doc = {.arena = &a, .text = text};
    arena_init(&a, mem, 0);
    forms_init(&fixture.forms, &fixture.norms, mem);
    tokenizer_work_init(&fixture.work, mem);
    int status = norms_open(&fixture.norms, &a, &fixture.model, err);
    if (status == TS_OK)
        status = tokenizer_open(&fixture.tokenizer, &a, &fixture.model, err);
    if (status == TS_OK)
        status = tokenizer_run(&fixture.tokenizer, &fixture.work, &fixture.forms, &doc, err);
    tokenizer_work_clear(&fixture.work);
    forms_clear(&fixture.forms);
    arena_clear(&a);
    return status;
}

static void test_refused(void) {
    struct mem mem = {counting_resize, NULL};
    struct ts_error err = {0};
    CHECK_NEED(model_open(&fixture.model, model_fixture_path(), &err) == TS_OK);
    int status = TS_E_MEMORY;
    for (long n = 0; status != TS_OK && n < 1000; n++) {
        CHECK_ROW((size_t)n);
        allocations_left = n;
        status = open_and_run(&mem, &err);
        CHECK(status == TS_OK || status == TS_E_MEMORY);
        CHECK_INT(allocations_live, 0);
    }
    CHECK_INT(status, TS_OK);
    allocations_left = -1;
    model_close(&fixture.model);
}

CHECK_MAIN({"tokens are those of spaCy", test_texts},
           {"an exception's tokens have its norms", test_norms_of_exceptions},
           {"control characters are text, but for Python's separators", test_control_characters},
           {"a long chunk is cut in linear time", test_long_chunks},
           {"each refused allocation is an error and leaves nothing behind", test_refused})
