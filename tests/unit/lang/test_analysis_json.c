/* analysis/1 is read back as it was written, and nothing damaged is taken. */
#include "lang_fixture.h"

#include "base/buf.h"

static const char sample[] =
    "WELDON (Reuters) - Two officials told the Vessmouth Ledger that “at least 44 tonnes” were "
    "lost on Tuesday.\n\n"
    "“The tide took all of it,” said Orla Tew, a diver. The Ledger has confirmed it by reading the "
    "logs. "
    "An op-ed in Le Monde argued that the board paid €3.2 million for nothing.\n\n"
    "The Ledger reported that Tad Dunmore, who asked not to be named, had allegedly sold the boat. "
    "Dunmore was arrested. Dunmore would reportedly pay.\n\n"
    "Unfortunately, the board sleeps. It must wake up.\n\n"
    "The claim could not be independently verified. With reporting by AFP.";

static int append(void *context, const char *bytes, size_t n) {
    return buf_put(context, (struct str){bytes, n}) ? 0 : 1;
}

static struct str written(struct arena *a, const struct analysis *analysis) {
    struct buf b;
    struct out out;
    struct json_out j;
    buf_init(&b, a, 1 << 24);
    out_init(&out, append, &b);
    jout_init(&j, &out);
    analysis_json(&j, analysis);
    return out_end(&out, NULL) == TS_OK ? buf_str(&b) : STR_NONE;
}

static struct analysis *analysed(struct lang_fixture *f) {
    struct article *article = fixture_article(&f->arena, str_of(sample));
    struct analysis *analysis = NULL;
    if (!article)
        return NULL;
    article->title = STR("Silt “vanished”, Reuters says");
    article->outlet_name = STR("The Vessmouth Ledger");
    article->language = STR("en");
    when_parse_iso(&article->published.when, STR("2025-05-14"));
    article->published.role = STR("published");
    article->published.from = STR("text");
    return fixture_analyse(&analysis, f, article) == TS_OK ? analysis : NULL;
}

static int read_back(struct analysis **out, struct lang_fixture *f, const json_t *root) {
    struct article *article;
    int status = article_from_json(&article, &f->arena, root, &f->err);
    return status == TS_OK ? analysis_from_json(out, &f->arena, article, root, &f->err) : status;
}

static void test_round_trip(void) {
    struct lang_fixture f;
    CHECK_NEED(fixture_init(&f));
    struct analysis *analysis = analysed(&f), *again = NULL;
    CHECK_NEED(analysis != NULL);
    CHECK(analysis->statements.n > 6);
    uint32_t carried = 0, opinion = 0, hedged = 0;
    for (uint32_t i = 0; i < analysis->sentences.n; i++) {
        carried += analysis->sentences.at[i].carried;
        opinion += analysis->sentences.at[i].voice == VOICE_OPINION;
    }
    for (uint32_t i = 0; i < analysis->statements.n; i++)
        hedged += analysis->statements.at[i].hedge.end > 0;
    CHECK(carried > 0 && opinion > 0 && hedged > 0);
    struct str first = written(&f.arena, analysis);
    json_t *root;
    CHECK_NEED(json_in_parse(&root, first, &f.err) == TS_OK);
    if (CHECK_INT(read_back(&again, &f, root), TS_OK)) {
        struct str second = written(&f.arena, again);
        CHECK(str_eq(first, second));
        CHECK_INT(again->tokens.n, analysis->tokens.n);
        CHECK_INT(again->statements.n, analysis->statements.n);
    } else {
        printf("# %s\n", f.err.message);
    }
    json_decref(root);
    fixture_clear(&f);
}

/* The value of a path like "statements.0.content", or NULL. */
static json_t *at_path(json_t *root, const char *path) {
    for (struct str rest = str_of(path); rest.at && root;) {
        struct str key = str_split(&rest, '.');
        uint64_t index;
        char name[32];
        snprintf(name, sizeof name, "%.*s", STR_FMT(key));
        root = str_uint(&index, key) ? json_array_get(root, index) : json_object_get(root, name);
    }
    return root;
}

static void test_damaged(void) {
    static const struct {
        const char *path, *key, *value;
    } rows[] = {
        {"", "schema", "\"twosource.analysis/2\""},
        {"", "sentences", "null"},
        {"", "statements", "{}"},
        {"sentences.0", "end", "100000"},
        {"sentences.1", "start", "0"},
        {"sentences.0.tokens.0", "start", "9"},
        {"sentences.0.tokens.1", "head", "900"},
        {"sentences.0.tokens.1", "tag", "7"},
        {"sentences.0.tokens.1", "lemma", "null"},
        {"entities.0", "name", "7"},
        {"entities.0.mentions.0", "end", "4294967295"},
        {"times.0", "value", "null"},
        {"quantities.0", "value", "\"many\""},
        {"statements.1", "type", "\"rumour\""},
        {"statements.1", "in", "\"margin\""},
        {"statements.1", "sentence", "900"},
        {"statements.1.source", "entity", "\"e900\""},
        {"statements.1.source", "entity", "\"e0\""},
        {"statements.1.source", "class", "\"oracle\""},
        {"statements.1.source", "start", "-1"},
        {"statements.1", "content", "[{\"start\":5,\"end\":2}]"},
        {"statements.1", "rule", "null"},
        {"statements.1", "attitude", "\"dreams\""},
        {"statements.1", "modality", "\"never\""},
        {"sentences.0", "voice", "\"loud\""},
        {"sentences.0", "voice_because", "{}"},
        {"sentences.1", "on", "\"s900\""},
        {"entities.0.mentions.0", "as", "\"rumour\""},
    };
    struct lang_fixture f;
    CHECK_NEED(fixture_init(&f));
    struct analysis *analysis = analysed(&f), *again;
    CHECK_NEED(analysis != NULL);
    struct str text = written(&f.arena, analysis);
    CHECK_ROWS (i, rows) {
        json_t *root, *object, *value = json_loads(rows[i].value, JSON_DECODE_ANY, NULL);
        CHECK_NEED(json_in_parse(&root, text, &f.err) == TS_OK);
        object = rows[i].path[0] ? at_path(root, rows[i].path) : root;
        if (CHECK(object != NULL) && CHECK(json_object_get(object, rows[i].key) != NULL))
            json_object_set(object, rows[i].key, value);
        CHECK_INT(read_back(&again, &f, root), TS_E_FORMAT);
        CHECK_STR(f.err.outcome, strlen(f.err.outcome), "bad_record");
        json_decref(value);
        json_decref(root);
    }
    fixture_clear(&f);
}

static void test_not_supported(void) {
    struct lang_fixture f;
    CHECK_NEED(fixture_init(&f));
    struct article *article = fixture_article(&f.arena, STR("Der Hafen ist leer."));
    struct analysis *analysis, *again = NULL;
    article->language = STR("de");
    CHECK_NEED(fixture_analyse(&analysis, &f, article) == TS_OK);
    CHECK(!analysis->supported);
    json_t *root;
    CHECK_NEED(json_in_parse(&root, written(&f.arena, analysis), &f.err) == TS_OK);
    if (CHECK_INT(read_back(&again, &f, root), TS_OK))
        CHECK(!again->supported && again->tokens.n == 0);
    json_decref(root);
    fixture_clear(&f);
}

CHECK_MAIN({"what is written is read back and written the same", test_round_trip},
           {"a damaged record is refused with its key", test_damaged},
           {"a report in another language keeps its place", test_not_supported})
