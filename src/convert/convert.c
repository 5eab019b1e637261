#include "convert/convert.h"

#include "convert/package_config.h"
#include "convert/sentence_config.h"

typedef int part(struct model_writer *, struct package *, struct ts_error *);

static int convert_parts(struct model_writer *w, struct package *p, struct ts_error *err) {
    static part *const pipeline[] = {
        convert_about,       convert_networks, convert_tokenizer,  convert_forms,
        convert_transitions, convert_ruler,    convert_lemmatizer, NULL,
    };
    static part *const sentences[] = {convert_sentence_pieces, convert_sentences, NULL};
    int status = TS_OK;
    for (part *const *i = package_kind(p) == PACKAGE_SPACY ? pipeline : sentences;
         *i && status == TS_OK; i++)
        status = (*i)(w, p, err);
    return status;
}

int convert_package(struct str *out, struct arena *a, const char *path, struct ts_error *err) {
    struct package *p;
    struct model_writer w;
    int status = package_open(&p, a, path, err);
    if (status == TS_OK)
        status = package_kind(p) == PACKAGE_SPACY ? package_config_check(p, err)
                                                  : sentence_config_check(p, err);
    model_writer_init(&w, a);
    if (status == TS_OK)
        status = convert_parts(&w, p, err);
    if (status == TS_OK)
        status = model_write(out, &w, err);
    package_close(p);
    return status;
}
