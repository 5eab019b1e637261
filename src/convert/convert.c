#include "convert/convert.h"

#include "convert/package_config.h"

int convert_package(struct str *out, struct arena *a, const char *path, struct ts_error *err) {
    static int (*const parts[])(struct model_writer *, struct package *, struct ts_error *) = {
        convert_about,       convert_networks, convert_tokenizer,  convert_forms,
        convert_transitions, convert_ruler,    convert_lemmatizer,
    };
    struct package *p;
    struct model_writer w;
    int status = package_open(&p, a, path, err);
    if (status == TS_OK)
        status = package_config_check(p, err);
    model_writer_init(&w, a);
    for (size_t i = 0; status == TS_OK && i < sizeof parts / sizeof *parts; i++)
        status = parts[i](&w, p, err);
    if (status == TS_OK)
        status = model_write(out, &w, err);
    package_close(p);
    return status;
}
