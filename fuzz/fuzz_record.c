/* Lines of JSON as `analyse` and `compare` take them: any bytes are an error or a record, and a
 * record is written and compared in every form. */
#include "must.h"
#include "twosource/engine.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static int swallow(void *context, const char *bytes, size_t n) {
    (void)bytes;
    *(size_t *)context += n;
    return 0;
}

/* A broken promise of the library, not a bad input. */
static void compare_with_itself(const ts_engine *engine, const ts_analysis *analysis) {
    static const enum ts_format formats[] = {TS_FORMAT_TEXT, TS_FORMAT_JSON, TS_FORMAT_HTML};
    const ts_analysis *both[] = {analysis, analysis};
    struct ts_write_options w = TS_WRITE_INIT;
    struct ts_error err;
    ts_comparison *c;
    size_t written = 0;
    int status = ts_comparison_new(&c, engine, both, 2, NULL, &err);
    must(status == TS_OK || status == TS_E_LIMIT);
    for (size_t i = 0; status == TS_OK && i < sizeof formats / sizeof *formats; i++) {
        w.format = formats[i];
        must(ts_comparison_write(c, &w, swallow, &written, &err) == TS_OK);
    }
    ts_comparison_free(c);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    static ts_engine *engine; /* made once: its tables are the same for every input */
    struct ts_options options = TS_OPTIONS_INIT;
    struct ts_write_options w = TS_WRITE_INIT;
    struct ts_error err;
    ts_analysis *analysis;
    size_t written = 0;
    options.limits.document_bytes = (size_t)32 << 20;
    options.limits.compare_bytes = (size_t)64 << 20;
    if (!engine)
        must(ts_engine_new(&engine, &options, &err) == TS_OK);
    if (ts_analysis_from_json(&analysis, engine, (const char *)data, n, &err) != TS_OK)
        return 0;
    w.format = TS_FORMAT_JSON;
    must(ts_analysis_write(analysis, &w, swallow, &written, &err) == TS_OK);
    compare_with_itself(engine, analysis);
    ts_analysis_free(analysis);
    return 0;
}
