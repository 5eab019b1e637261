/* What a model says of itself: "about.name", "about.version", "about.licence" (its short name), and
 * the texts of its licence and of those it was made under, "about.licence_text", "about.sources".
 */
#include "convert/convert.h"

int convert_about(struct model_writer *w, struct package *p, struct ts_error *err) {
    struct str licence, sources;
    int status = package_file(&licence, p, "LICENSE", err);
    if (status == TS_OK)
        status = package_file(&sources, p, "LICENSES_SOURCES", err);
    if (status != TS_OK)
        return status;
    /* package_config_check has seen that they are these; a package's own name may have an ending */
    model_add_text(w, "about.name", STR("en_core_web_sm"));
    model_add_text(w, "about.version", STR("3.8.0"));
    model_add_text(w, "about.licence", STR("MIT"));
    model_add_text(w, "about.licence_text", licence);
    model_add_text(w, "about.sources", sources);
    return TS_OK;
}
