/* A package of a sentence network, made here with numbers that tell where they were, is converted
 * number by number; one that is wrong in one thing is refused. */
#include "check.h"
#include "convert/convert.h"
#include "nn/bf16.h"
#include "nn/string_table.h"
#include "zip_fixture.h"

#include <math.h>

enum { PIECES = 30522, HEADER = 1 << 15, TENSORS = 128, WIDTH = 384, CYCLE = 1021 };

/* ---- The files of a good package */

static const struct {
    const char *path, *text;
} files[] = {
    {"m/README.md", "---\nlanguage: en\nlicense: apache-2.0\n---\n# A card\n"},
    {"m/config.json",
     "{\"architectures\": [\"BertModel\"], \"hidden_act\": \"gelu\", \"hidden_size\": 384,"
     "\"intermediate_size\": 1536, \"layer_norm_eps\": 1e-12, \"model_type\": \"bert\","
     "\"num_attention_heads\": 12, \"num_hidden_layers\": 6, \"vocab_size\": 30522,"
     "\"position_embedding_type\": \"absolute\", \"pad_token_id\": 0}"},
    {"m/tokenizer_config.json",
     "{\"do_lower_case\": true, \"unk_token\": \"[UNK]\", \"sep_token\": \"[SEP]\","
     "\"cls_token\": \"[CLS]\", \"tokenize_chinese_chars\": true, \"strip_accents\": null,"
     "\"do_basic_tokenize\": true, \"never_split\": null,"
     "\"tokenizer_class\": \"BertTokenizer\"}"},
    {"m/sentence_bert_config.json", "{\"max_seq_length\": 256, \"do_lower_case\": false}"},
    {"m/modules.json", "[{\"idx\": 0, \"name\": \"0\", \"path\": \"\","
                       "\"type\": \"sentence_transformers.models.Transformer\"},"
                       "{\"idx\": 1, \"name\": \"1\", \"path\": \"1_Pooling\","
                       "\"type\": \"sentence_transformers.models.Pooling\"},"
                       "{\"idx\": 2, \"name\": \"2\", \"path\": \"2_Normalize\","
                       "\"type\": \"sentence_transformers.models.Normalize\"}]"},
    {"m/1_Pooling/config.json",
     "{\"word_embedding_dimension\": 384, \"pooling_mode_cls_token\": false,"
     "\"pooling_mode_mean_tokens\": true, \"pooling_mode_max_tokens\": false,"
     "\"pooling_mode_mean_sqrt_len_tokens\": false}"},
};

enum { FILES = sizeof files / sizeof *files };

/* Lines p0, p1 ..., but line 100 and its two neighbours. */
static struct str vocabulary(struct arena *a, size_t lines) {
    static const char *const known[] = {"[UNK]", "[CLS]", "[SEP]"};
    char *text = arena_alloc(a, lines * 8);
    size_t n = 0;
    for (size_t i = 0; text && i < lines; i++)
        if (i >= 100 && i < 103)
            n += (size_t)snprintf(text + n, 8, "%s\n", known[i - 100]);
        else
            n += (size_t)snprintf(text + n, 8, "p%zu\n", i);
    return text ? (struct str){text, n} : STR_NONE;
}

/* ---- Its tensors */

enum wrong { NOTHING, MISSING, TYPE, SHAPE, NOT_FINITE, MORE };

struct tensors {
    char header[HEADER];
    size_t n;   /* of the header */
    size_t end; /* of the numbers, in bytes */
    char names[TENSORS][64];
    size_t starts[TENSORS]; /* in floats */
    size_t count;
    const char *wrong_name;
    enum wrong wrong;
    size_t spoilt; /* this number is not finite; SIZE_MAX: none is */
};

static void put_tensor(struct tensors *t, const char *name, size_t rows, size_t columns) {
    size_t bytes = 4 * rows * (columns ? columns : 1);
    enum wrong wrong = strcmp(name, t->wrong_name) == 0 ? t->wrong : NOTHING;
    char shape[32];
    snprintf(t->names[t->count], sizeof t->names[0], "%s", name);
    t->starts[t->count++] = t->end / 4;
    if (wrong == MISSING)
        return;
    if (wrong == NOT_FINITE)
        t->spoilt = t->end / 4;
    if (columns && wrong != SHAPE)
        snprintf(shape, sizeof shape, "%zu,%zu", rows, columns);
    else
        snprintf(shape, sizeof shape, "%zu", bytes / 4);
    t->n += (size_t)snprintf(t->header + t->n, HEADER - t->n,
                             ",\"%s\":{\"dtype\":\"%s\",\"shape\":[%s],\"data_offsets\":[%zu,%zu]}",
                             name, wrong == TYPE ? "U32" : "F32", shape, t->end, t->end + bytes);
    t->end += bytes;
}

static void put_both(struct tensors *t, const char *name, size_t outputs, size_t inputs) {
    char full[64];
    snprintf(full, sizeof full, "%s.weight", name);
    put_tensor(t, full, outputs, inputs);
    snprintf(full, sizeof full, "%s.bias", name);
    put_tensor(t, full, outputs, 0);
}

static void put_all(struct tensors *t) {
    static const struct {
        const char *name;
        size_t outputs, inputs;
    } parts[] = {
        {"attention.self.query", WIDTH, WIDTH},
        {"attention.self.key", WIDTH, WIDTH},
        {"attention.self.value", WIDTH, WIDTH},
        {"attention.output.dense", WIDTH, WIDTH},
        {"attention.output.LayerNorm", WIDTH, 0},
        {"intermediate.dense", 1536, WIDTH},
        {"output.dense", WIDTH, 1536},
        {"output.LayerNorm", WIDTH, 0},
    };
    t->n = (size_t)snprintf(t->header, HEADER, "{\"__metadata__\":{\"format\":\"pt\"}");
    put_tensor(t, "embeddings.word_embeddings.weight", PIECES, WIDTH);
    put_tensor(t, "embeddings.position_embeddings.weight", 512, WIDTH);
    put_tensor(t, "embeddings.token_type_embeddings.weight", 2, WIDTH);
    put_both(t, "embeddings.LayerNorm", WIDTH, 0);
    for (int layer = 0; layer < 6; layer++)
        for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
            char name[64];
            snprintf(name, sizeof name, "encoder.layer.%d.%s", layer, parts[i].name);
            put_both(t, name, parts[i].outputs, parts[i].inputs);
        }
    put_both(t, "pooler.dense", WIDTH, WIDTH);
    put_tensor(t, "embeddings.position_ids", 1, 512); /* of another type, which does not matter */
    if (t->wrong == MORE)
        put_both(t, t->wrong_name, WIDTH, 0);
    t->n += (size_t)snprintf(t->header + t->n, HEADER - t->n, "}");
    while (t->n % 8)
        t->header[t->n++] = ' ';
}

/* Small, of both signs, and not all of them in bfloat16's reach. */
static float number_at(size_t i) {
    return (float)(int)(i % CYCLE) / 997 - 0.5F;
}

static struct str tensors_bytes(struct arena *a, const struct tensors *t) {
    char *bytes = arena_zero(a, 1, 8 + t->n + t->end);
    if (!bytes)
        return STR_NONE;
    for (size_t i = 0; i < 8; i++)
        bytes[i] = (char)(t->n >> 8 * i & 0xFF);
    memcpy(bytes + 8, t->header, t->n);
    for (size_t i = 0; i < t->end / 4; i++) {
        float x = i == t->spoilt ? NAN : number_at(i);
        memcpy(bytes + 8 + t->n + 4 * i, &x, 4);
    }
    return (struct str){bytes, 8 + t->n + t->end};
}

/* Converts the files, with path's (may be NULL) in the place of its own or, when bytes are none,
 * without it. */
static int convert(struct str *out, struct arena *a, const char *path, struct str bytes,
                   struct str vocab, struct str weights, struct ts_error *err) {
    struct zip_member members[FILES + 3] = {{NULL, STR_NONE}};
    char zip[ZIP_PATH];
    size_t n = 0;
    for (size_t i = 0; i < FILES + 2; i++) {
        struct zip_member m = {"m/model.safetensors", weights};
        if (i < FILES)
            m = (struct zip_member){files[i].path, str_of(files[i].text)};
        else if (i == FILES)
            m = (struct zip_member){"m/vocab.txt", vocab};
        if (path && strcmp(m.path + 2, path) == 0)
            m.bytes = bytes;
        if (m.bytes.at)
            members[n++] = m;
    }
    if (!zip_write(zip, members, true))
        return TS_E_IO;
    int status = convert_package(out, a, zip, err);
    unlink(zip);
    return status;
}

/* ---- Tests */

static void test_configs(void) {
    static const struct {
        const char *path, *from, *to, *what; /* from NULL: the whole file is to, or is not there */
    } rows[] = {
        {"config.json", "384", "385", "hidden_size is 385, not 384"},
        {"config.json", "BertModel", "RobertaModel", "architectures"},
        {"config.json", "\"bert\"", "\"roberta\"", "model_type"},
        {"config.json", "30522", "30523", "vocab_size"},
        {"config.json", ": 6,", ": 12,", "num_hidden_layers is 12, not 6"},
        {"config.json", ": 12,", ": 6,", "num_attention_heads is 6, not 12"},
        {"config.json", "1536", "\"1536\"", "intermediate_size"},
        {"config.json", "gelu", "relu", "hidden_act"},
        {"config.json", "1e-12", "1e-5", "layer_norm_eps"},
        {"config.json", "1e-12", "1.000001e-12", "layer_norm_eps"},
        {"config.json", "absolute", "relative_key", "position_embedding_type"},
        {"config.json", "hidden_act", "hidden_pact", "hidden_act is , not"},
        {"config.json", NULL, "[]", "architectures"},
        {"config.json", NULL, "{", "no JSON"},
        {"config.json", NULL, NULL, "holds no config.json"},
        {"tokenizer_config.json", "true", "false", "do_lower_case"},
        {"tokenizer_config.json", "_chars\": true", "_chars\": false", "tokenize_chinese_chars"},
        {"tokenizer_config.json", "accents\": null", "accents\": false", "strip_accents"},
        {"tokenizer_config.json", "split\": null", "split\": [\"x\"]", "never_split"},
        {"tokenizer_config.json", "[SEP]", "</s>", "sep_token"},
        {"sentence_bert_config.json", "256", "512", "sentence_bert_config.json is {"},
        {"modules.json", "models.Normalize", "models.Dense", "modules.json"},
        {"modules.json", NULL, "[]", "modules.json is []"},
        {"modules.json", NULL, NULL, "modules.json"},
        {"1_Pooling/config.json", "cls_token\": false", "cls_token\": true", "1_Pooling"},
        {"1_Pooling/config.json", "mean_tokens\": true", "mean_tokens\": false", "1_Pooling"},
        {"README.md", "apache-2.0", "mit", "licence"},
        {"README.md", NULL, "---\nlanguage: en\n---\nlicense: apache-2.0\n", "licence"},
        {"README.md", NULL, "license: apache-2.0\n---\n", "licence"},
        {"README.md", NULL, "---", "licence"},
        {"README.md", NULL, "", "licence"},
        {"README.md", NULL, NULL, "README.md"},
    };
    CHECK_ROWS (i, rows) {
        struct mem mem = mem_system();
        struct arena a;
        struct str out, text = str_of(rows[i].to);
        struct ts_error err = {0};
        char changed[1024];
        arena_init(&a, &mem, 0);
        for (size_t f = 0; f < FILES && rows[i].from; f++) {
            struct str was = str_of(files[f].text), from = str_of(rows[i].from);
            if (strcmp(files[f].path + 2, rows[i].path) != 0)
                continue;
            size_t at = str_find(was, from, 0);
            CHECK_NEED(at != SIZE_MAX);
            int n = snprintf(changed, sizeof changed, "%.*s%s%.*s", (int)at, was.at, rows[i].to,
                             (int)(was.n - at - from.n), was.at + at + from.n);
            text = (struct str){changed, (size_t)n};
        }
        CHECK_INT(convert(&out, &a, rows[i].path, text, STR("x"), STR("x"), &err), TS_E_FORMAT);
        CHECK_STR(err.outcome, strlen(err.outcome), "bad_package");
        if (!CHECK(strstr(err.message, rows[i].what) != NULL))
            printf("# %s\n", err.message);
        arena_clear(&a);
    }
}

static void test_pieces(void) {
    static const struct {
        size_t lines, at; /* at: where with stands instead of what is there */
        const char *with, *what;
    } rows[] = {
        {PIECES, 0, "", "model.safetensors"}, /* good as far as it goes */
        {PIECES - 1, 0, "", "fewer"},
        {PIECES + 1, 0, "", "more"},
        {0, 0, "", "fewer"},
        {PIECES, 0, "p1", "twice"},
        {PIECES, 3, "\n\n", "empty"},
        {PIECES, 0, "\xFF", "UTF-8"},
    };
    CHECK_ROWS (i, rows) {
        struct mem mem = mem_system();
        struct arena a;
        struct str out;
        struct ts_error err = {0};
        arena_init(&a, &mem, 0);
        struct str vocab = vocabulary(&a, rows[i].lines);
        CHECK_NEED(vocab.at != NULL);
        if (vocab.n)
            memcpy((char *)(uintptr_t)vocab.at + rows[i].at, rows[i].with, strlen(rows[i].with));
        CHECK_INT(convert(&out, &a, NULL, STR_NONE, vocab, STR("x"), &err), TS_E_FORMAT);
        if (!CHECK(strstr(err.message, rows[i].what) != NULL))
            printf("# %s\n", err.message);
        arena_clear(&a);
    }
}

/* The special pieces have their places. */
static void test_special_pieces(void) {
    struct mem mem = mem_system();
    struct arena a;
    struct str out;
    struct ts_error err = {0};
    arena_init(&a, &mem, 0);
    struct str vocab = vocabulary(&a, PIECES);
    CHECK_NEED(vocab.at != NULL);
    size_t at = str_find(vocab, STR("[CLS]\n[SEP]"), 0);
    CHECK_NEED(at != SIZE_MAX);
    memcpy((char *)(uintptr_t)vocab.at + at, "[SEP]\n[CLS]", 11);
    CHECK_INT(convert(&out, &a, NULL, STR_NONE, vocab, STR("x"), &err), TS_E_FORMAT);
    CHECK(strstr(err.message, "101 to 103") != NULL);
    arena_clear(&a);
}

static struct tensors made; /* too large for a stack */

static struct str make(struct arena *a, const char *name, enum wrong wrong) {
    made = (struct tensors){.wrong_name = name, .wrong = wrong, .spoilt = SIZE_MAX};
    put_all(&made);
    return tensors_bytes(a, &made);
}

static size_t start_of(const char *name) {
    for (size_t i = 0; i < made.count; i++)
        if (strcmp(made.names[i], name) == 0)
            return made.starts[i];
    printf("# there is no %s\n", name);
    CHECK(false);
    return 0;
}

/* The layer called to: rows of it are, height at a time, those of the tensors from (with %s). */
static void check_layer(const struct model_file *m, const char *to, const char *from,
                        const char *const *parts, size_t height, size_t outputs, size_t inputs) {
    struct bf16_layer l;
    char name[96];
    CHECK_NEED(bf16_open(&l, m, to, NULL) == TS_OK);
    CHECK_INT(l.outputs, outputs);
    CHECK_INT(l.inputs, inputs);
    size_t wrong = 0;
    for (size_t part = 0; part < outputs / height; part++) {
        snprintf(name, sizeof name, "%s%s.weight", from, parts[part]);
        size_t weights = start_of(name);
        snprintf(name, sizeof name, "%s%s.bias", from, parts[part]);
        size_t bias = start_of(name);
        for (size_t row = 0; row < height; row++) {
            size_t o = part * height + row;
            wrong += l.bias[o] != number_at(bias + row);
            for (size_t i = 0; i < inputs; i++)
                wrong += l.weights[((o / 16 * (inputs / 2) + i / 2) * 16 + o % 16) * 2 + i % 2] !=
                         bf16_of(number_at(weights + row * inputs + i));
        }
    }
    CHECK_INT(wrong, 0);
}

static void check_norm(const struct model_file *m, const char *to, const char *from) {
    static const char *const parts[][2] = {{"gain", "weight"}, {"bias", "bias"}};
    for (size_t p = 0; p < 2; p++) {
        char name[96];
        struct tensor t;
        snprintf(name, sizeof name, "%s.%s", to, parts[p][0]);
        CHECK_NEED(model_get(&t, m, name, TENSOR_F32, 1, (size_t[]){WIDTH}, NULL) == TS_OK);
        snprintf(name, sizeof name, "%s.%s", from, parts[p][1]);
        size_t start = start_of(name), wrong = 0;
        for (size_t i = 0; i < WIDTH; i++)
            wrong += ((const float *)t.at)[i] != number_at(start + i);
        CHECK_INT(wrong, 0);
    }
}

static void check_words(const struct model_file *m) {
    struct tensor t;
    size_t wrong = 0;
    size_t start = start_of("embeddings.word_embeddings.weight");
    CHECK_NEED(model_get(&t, m, "words", TENSOR_U16, 2, (size_t[]){PIECES, WIDTH}, NULL) == TS_OK);
    for (size_t i = 0; i < t.count; i++)
        wrong += ((const uint16_t *)t.at)[i] != bf16_of(number_at(start + i));
    CHECK_INT(wrong, 0);
    start = start_of("embeddings.position_embeddings.weight");
    size_t type = start_of("embeddings.token_type_embeddings.weight");
    CHECK_NEED(model_get(&t, m, "places", TENSOR_F32, 2, (size_t[]){256, WIDTH}, NULL) == TS_OK);
    for (size_t i = 0; i < t.count; i++)
        wrong += ((const float *)t.at)[i] != number_at(start + i) + number_at(type + i % WIDTH);
    CHECK_INT(wrong, 0);
}

static void test_whole(void) {
    static const char *const asked[] = {"query", "key", "value"}, *const one[] = {""};
    struct mem mem = mem_system();
    struct arena a;
    struct str out;
    struct model_file m;
    struct string_table pieces;
    struct ts_error err = {0};
    arena_init(&a, &mem, 0);
    struct str weights = make(&a, "", NOTHING), vocab = vocabulary(&a, PIECES);
    CHECK_NEED(weights.at && vocab.at);
    if (!CHECK_INT(convert(&out, &a, NULL, STR_NONE, vocab, weights, &err), TS_OK))
        printf("# %s\n", err.message);
    CHECK_NEED(err.message[0] == 0 && model_from_bytes(&m, out.at, out.n, &err) == TS_OK);
    CHECK_NEED(string_table_open(&pieces, &m, "pieces", NULL) == TS_OK);
    CHECK_INT(pieces.list.n, PIECES);
    CHECK_INT(string_table_find(&pieces, STR("[CLS]")), 101);
    CHECK_INT(string_table_find(&pieces, STR("p30521")), 30521);
    check_words(&m);
    check_norm(&m, "start", "embeddings.LayerNorm");
    for (int layer = 0; layer < 6; layer += 5) {
        static const struct {
            const char *to, *from;
            size_t outputs, inputs;
        } rows[] = {{"seen", "attention.output.dense", WIDTH, WIDTH},
                    {"inner", "intermediate.dense", 1536, WIDTH},
                    {"outer", "output.dense", WIDTH, 1536},
                    {"seen_norm", "attention.output.LayerNorm", 0, 0},
                    {"outer_norm", "output.LayerNorm", 0, 0}};
        char to[48], from[64];
        snprintf(to, sizeof to, "layer.%d.asked", layer);
        snprintf(from, sizeof from, "encoder.layer.%d.attention.self.", layer);
        check_layer(&m, to, from, asked, WIDTH, (size_t)3 * WIDTH, WIDTH);
        CHECK_ROWS (i, rows) {
            snprintf(to, sizeof to, "layer.%d.%s", layer, rows[i].to);
            snprintf(from, sizeof from, "encoder.layer.%d.%s", layer, rows[i].from);
            if (rows[i].outputs)
                check_layer(&m, to, from, one, rows[i].outputs, rows[i].outputs, rows[i].inputs);
            else
                check_norm(&m, to, from);
        }
    }
    arena_clear(&a);
}

static void test_tensors(void) {
    static const struct {
        const char *name;
        enum wrong wrong;
        const char *what;
    } rows[] = {
        {"embeddings.word_embeddings.weight", SHAPE, "shape"},
        {"embeddings.token_type_embeddings.weight", MISSING, "not there"},
        {"encoder.layer.2.attention.self.key.bias", TYPE, "F32"},
        {"encoder.layer.5.output.dense.weight", NOT_FINITE, "finite"},
        {"encoder.layer.6.output.LayerNorm", MORE, "no layer that is known"},
    };
    CHECK_ROWS (i, rows) {
        struct mem mem = mem_system();
        struct arena a;
        struct str out;
        struct ts_error err = {0};
        arena_init(&a, &mem, 0);
        struct str weights = make(&a, rows[i].name, rows[i].wrong);
        struct str vocab = vocabulary(&a, PIECES);
        CHECK_NEED(weights.at && vocab.at);
        CHECK_INT(convert(&out, &a, NULL, STR_NONE, vocab, weights, &err), TS_E_FORMAT);
        if (!CHECK(strstr(err.message, rows[i].name) && strstr(err.message, rows[i].what)))
            printf("# %s\n", err.message);
        arena_clear(&a);
    }
}

CHECK_MAIN({"other settings, modules and licences are refused, with the key", test_configs},
           {"the pieces are 30,522, all different", test_pieces},
           {"the special pieces are where the tokenizer wants them", test_special_pieces},
           {"every number of a whole package comes to its place", test_whole},
           {"a tensor that is missing, more, or of another kind is refused", test_tensors})
