#include "convert/sentence_config.h"

enum { VALUE_BYTES = 512, REAL_DIGITS = 15 };

/* What changes what the network computes; a value as JSON without blanks. Without a key it is the
 * whole file. */
static const struct {
    const char *file, *key, *value;
} rules[] = {
    {"config.json", "architectures", "[\"BertModel\"]"},
    {"config.json", "model_type", "\"bert\""},
    {"config.json", "vocab_size", "30522"},
    {"config.json", "hidden_size", "384"},
    {"config.json", "num_hidden_layers", "6"},
    {"config.json", "num_attention_heads", "12"},
    {"config.json", "intermediate_size", "1536"},
    {"config.json", "hidden_act", "\"gelu\""},
    {"config.json", "layer_norm_eps", "1e-12"},
    {"config.json", "position_embedding_type", "\"absolute\""},
    {"tokenizer_config.json", "tokenizer_class", "\"BertTokenizer\""},
    {"tokenizer_config.json", "do_lower_case", "true"},
    {"tokenizer_config.json", "do_basic_tokenize", "true"},
    {"tokenizer_config.json", "tokenize_chinese_chars", "true"},
    {"tokenizer_config.json", "strip_accents", "null"}, /* null: as do_lower_case */
    {"tokenizer_config.json", "never_split", "null"},
    {"tokenizer_config.json", "unk_token", "\"[UNK]\""},
    {"tokenizer_config.json", "cls_token", "\"[CLS]\""},
    {"tokenizer_config.json", "sep_token", "\"[SEP]\""},
    {"sentence_bert_config.json", NULL, "{\"max_seq_length\":256,\"do_lower_case\":false}"},
    {"modules.json", NULL,
     "[{\"idx\":0,\"name\":\"0\",\"path\":\"\","
     "\"type\":\"sentence_transformers.models.Transformer\"},"
     "{\"idx\":1,\"name\":\"1\",\"path\":\"1_Pooling\","
     "\"type\":\"sentence_transformers.models.Pooling\"},"
     "{\"idx\":2,\"name\":\"2\",\"path\":\"2_Normalize\","
     "\"type\":\"sentence_transformers.models.Normalize\"}]"},
    {"1_Pooling/config.json", NULL,
     "{\"word_embedding_dimension\":384,\"pooling_mode_cls_token\":false,"
     "\"pooling_mode_mean_tokens\":true,\"pooling_mode_max_tokens\":false,"
     "\"pooling_mode_mean_sqrt_len_tokens\":false}"},
};

static int differs(struct ts_error *err, const char *where, const char *key, const char *wanted,
                   struct str found) {
    return err_set(err, TS_E_FORMAT, "bad_package",
                   "the package is not all-MiniLM-L6-v2: %s%s%s is %.*s, not %s", where,
                   key ? " " : "", key ? key : "", found.n < 200 ? (int)found.n : 200, found.at,
                   wanted);
}

static int check_rule(struct package *p, size_t i, struct ts_error *err) {
    char found[VALUE_BYTES];
    json_t *json;
    size_t n = 0;
    int status = package_json(&json, p, rules[i].file, err);
    if (status != TS_OK)
        return status;
    const json_t *value = rules[i].key ? json_object_get(json, rules[i].key) : json;
    if (value) {
        n = json_dumpb(value, found, sizeof found,
                       JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(REAL_DIGITS));
        if (!n) /* of what has been parsed, only for want of memory */
            status = err_memory(err);
    }
    struct str text = {found, n < sizeof found ? n : sizeof found};
    if (status == TS_OK && (n > sizeof found || !str_eq(text, str_of(rules[i].value))))
        status = differs(err, rules[i].file, rules[i].key, rules[i].value, text);
    json_decref(json);
    return status;
}

/* The lines between the first "---" of the card and the next are what it says of the model. */
static int check_licence(struct package *p, struct ts_error *err) {
    struct str card;
    int status = package_file(&card, p, "README.md", err);
    if (status != TS_OK)
        return status;
    struct str rest = card, line = str_trim(str_split(&rest, '\n'));
    bool inside = str_eq(line, STR("---"));
    while (inside && rest.at) {
        line = str_trim(str_split(&rest, '\n'));
        if (str_eq(line, STR("license: apache-2.0")))
            return TS_OK;
        inside = !str_eq(line, STR("---"));
    }
    return err_set(err, TS_E_FORMAT, "bad_package",
                   "the package is not all-MiniLM-L6-v2: README.md does not say at its head that "
                   "its licence is apache-2.0");
}

int sentence_config_check(struct package *p, struct ts_error *err) {
    int status = check_licence(p, err);
    for (size_t i = 0; status == TS_OK && i < sizeof rules / sizeof *rules; i++)
        status = check_rule(p, i, err);
    return status;
}
