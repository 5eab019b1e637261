#include "convert/package_config.h"

/* The value of key in [section] as it is written there: JSON, or "${...}". */
static struct str config_value(struct str config, const char *section, const char *key) {
    bool inside = false;
    for (struct str rest = config; rest.at;) {
        struct str line = str_trim(str_split(&rest, '\n'));
        if (line.n > 1 && line.at[0] == '[' && line.at[line.n - 1] == ']') {
            inside = str_eq(str_cut(line, 1, line.n - 1), str_of(section));
            continue;
        }
        struct str value = line, name = str_trim(str_split(&value, '='));
        if (inside && value.at && str_eq(name, str_of(key)))
            return str_trim(value);
    }
    return STR_NONE;
}

/* What changes what the pipeline computes, and what the program has no other way to do. */
static const struct {
    const char *section, *key, *value;
} rules[] = {
    {"nlp", "lang", "\"en\""},
    {"nlp", "pipeline",
     "[\"tok2vec\",\"tagger\",\"parser\",\"senter\",\"attribute_ruler\",\"lemmatizer\",\"ner\"]"},
    {"nlp", "disabled", "[\"senter\"]"},
    {"nlp", "before_creation", "null"},
    {"nlp", "after_creation", "null"},
    {"nlp", "after_pipeline_creation", "null"},
    {"nlp", "tokenizer", "{\"@tokenizers\":\"spacy.Tokenizer.v1\"}"},
    {"components.tok2vec", "factory", "\"tok2vec\""},
    {"components.tok2vec.model", "@architectures", "\"spacy.Tok2Vec.v2\""},
    {"components.tok2vec.model.embed", "@architectures", "\"spacy.MultiHashEmbed.v2\""},
    {"components.tok2vec.model.embed", "include_static_vectors", "false"},
    {"components.tok2vec.model.encode", "@architectures", "\"spacy.MaxoutWindowEncoder.v2\""},
    {"components.tok2vec.model.encode", "window_size", "1"},
    {"components.tok2vec.model.encode", "depth", "4"},
    {"components.tagger", "factory", "\"tagger\""},
    {"components.tagger", "overwrite", "false"},
    {"components.tagger.model", "@architectures", "\"spacy.Tagger.v2\""},
    {"components.tagger.model.tok2vec", "@architectures", "\"spacy.Tok2VecListener.v1\""},
    {"components.tagger.model.tok2vec", "upstream", "\"tok2vec\""},
    {"components.parser", "factory", "\"parser\""},
    {"components.parser", "moves", "null"},
    {"components.parser", "learn_tokens", "false"},
    {"components.parser.model", "@architectures", "\"spacy.TransitionBasedParser.v2\""},
    {"components.parser.model", "state_type", "\"parser\""},
    {"components.parser.model", "extra_state_tokens", "false"},
    {"components.parser.model", "use_upper", "true"},
    {"components.parser.model.tok2vec", "@architectures", "\"spacy.Tok2VecListener.v1\""},
    {"components.parser.model.tok2vec", "upstream", "\"tok2vec\""},
    {"components.attribute_ruler", "factory", "\"attribute_ruler\""},
    {"components.attribute_ruler", "validate", "false"},
    {"components.lemmatizer", "factory", "\"lemmatizer\""},
    {"components.lemmatizer", "mode", "\"rule\""},
    {"components.lemmatizer", "model", "null"},
    {"components.lemmatizer", "overwrite", "false"},
    {"components.ner", "factory", "\"ner\""},
    {"components.ner", "moves", "null"},
    {"components.ner", "incorrect_spans_key", "null"},
    {"components.ner.model", "@architectures", "\"spacy.TransitionBasedParser.v2\""},
    {"components.ner.model", "state_type", "\"ner\""},
    {"components.ner.model", "extra_state_tokens", "false"},
    {"components.ner.model", "use_upper", "true"},
    {"components.ner.model.tok2vec", "@architectures", "\"spacy.Tok2Vec.v2\""},
    {"components.ner.model.tok2vec.embed", "@architectures", "\"spacy.MultiHashEmbed.v2\""},
    {"components.ner.model.tok2vec.embed", "include_static_vectors", "false"},
    {"components.ner.model.tok2vec.encode", "@architectures", "\"spacy.MaxoutWindowEncoder.v2\""},
    {"components.ner.model.tok2vec.encode", "window_size", "1"},
    {"components.ner.model.tok2vec.encode", "depth", "4"},
};

static int differs(struct ts_error *err, const char *where, const char *key, const char *wanted,
                   struct str found) {
    return err_set(err, TS_E_FORMAT, "bad_package",
                   "the package is not en_core_web_sm 3.8.0: %s %s is %.*s, not %s", where, key,
                   found.n < 100 ? (int)found.n : 100, found.at ? found.at : "", wanted);
}

static int check_meta(struct package *p, struct ts_error *err) {
    static const struct {
        const char *key, *value;
    } meta[] = {{"lang", "en"}, {"version", "3.8.0"}, {"license", "MIT"}};
    json_t *json;
    int status = package_json(&json, p, "meta.json", err);
    if (status != TS_OK)
        return status;
    for (size_t i = 0; status == TS_OK && i < sizeof meta / sizeof *meta; i++) {
        struct str found = json_in_str(json, meta[i].key);
        if (!str_eq(found, str_of(meta[i].value)))
            status = differs(err, "meta.json", meta[i].key, meta[i].value, found);
    }
    /* the same model is also given out under names with an ending */
    struct str found = json_in_str(json, "name");
    if (status == TS_OK && !str_starts(found, STR("core_web_sm")))
        status = differs(err, "meta.json", "name", "core_web_sm", found);
    json_decref(json);
    return status;
}

int package_config_check(struct package *p, struct ts_error *err) {
    struct str config;
    int status = check_meta(p, err);
    if (status == TS_OK)
        status = package_file(&config, p, "config.cfg", err);
    for (size_t i = 0; status == TS_OK && i < sizeof rules / sizeof *rules; i++) {
        struct str found = config_value(config, rules[i].section, rules[i].key);
        if (!str_eq(found, str_of(rules[i].value)))
            status = differs(err, rules[i].section, rules[i].key, rules[i].value, found);
    }
    return status;
}
