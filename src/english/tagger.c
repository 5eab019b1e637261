#include "english/tagger.h"

int tagger_open(struct tagger *out, struct arena *a, const struct model_file *m,
                struct labels *labels, struct ts_error *err) {
    struct string_list names;
    int status = packed_open(&out->layer, m, "tagger", err);
    if (status == TS_OK)
        status = string_list_open(&names, m, "tagger.labels", err);
    if (status != TS_OK)
        return status;
    if (out->layer.pieces != 1 || out->layer.outputs > TAGGER_TAGS ||
        out->layer.outputs != names.n || !names.n)
        return model_bad(err, m, "the tagger has %u tags for %u outputs", (unsigned)names.n,
                         (unsigned)out->layer.outputs);
    uint16_t *tags = arena_alloc(a, names.n * sizeof *tags);
    if (!tags)
        return arena_fail(a, err);
    for (uint32_t i = 0; i < names.n; i++) {
        uint32_t label = labels_add(labels, string_list_at(&names, i));
        if (label == LABELS_MAX)
            return arena_fail(a, err);
        tags[i] = (uint16_t)label;
    }
    out->tags = tags;
    return TS_OK;
}

static uint16_t best_tag(const struct tagger *t, const float *scores) {
    uint32_t best = 0;
    for (uint32_t i = 1; i < t->layer.outputs; i++)
        if (scores[i] > scores[best])
            best = i;
    return t->tags[best];
}

void tagger_run(const struct tagger *t, const struct kernels *kernels, struct doc_token *tokens,
                uint32_t count, const float *vectors, size_t stride) {
    float scores[TAGGER_ROWS * TAGGER_TAGS];
    size_t width = ((size_t)t->layer.outputs + 15) / 16 * 16;
    for (uint32_t done = 0; done < count; done += TAGGER_ROWS) {
        uint32_t rows = count - done < TAGGER_ROWS ? count - done : TAGGER_ROWS;
        kernels->maxout(scores, width, vectors + done * stride, stride, rows, &t->layer);
        for (uint32_t i = 0; i < rows; i++)
            tokens[done + i].tag = best_tag(t, scores + i * width);
    }
}
