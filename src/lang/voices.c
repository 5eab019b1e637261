/* What the voices of a report's sentences say together: of a paragraph that is mostly opinion, and
 * of the report. */
#include "lang/tree_words.h"

/* A report is opinion when this share of its sentences is, of this many or more. */
enum { OPINION_PERCENT = 35, ENOUGH_SENTENCES = 8 };

/* In a paragraph that mostly judges, a sentence on how things are is part of the argument. */
static void spread(struct unit *u, uint32_t first, uint32_t end) {
    struct sentence *s = u->analysis->sentences.at;
    uint32_t opinions = 0, others = 0;
    for (uint32_t i = first; i < end; i++) {
        opinions += s[i].voice == VOICE_OPINION;
        others += s[i].voice == VOICE_OWN;
    }
    if (opinions < 2 || opinions < others)
        return;
    for (uint32_t i = first; i < end; i++) {
        uint32_t root = s[i].voice == VOICE_OWN ? tree_root(u, i) : NO_INDEX;
        if (root == NO_INDEX || tree_is_past(u, root))
            continue;
        s[i].voice = VOICE_OPINION;
        s[i].voice_rule = STR("among-opinion");
    }
}

int unit_find_voices(struct unit *u) {
    struct analysis *a = u->analysis;
    uint32_t opinions = 0;
    for (uint32_t first = 0, end; first < a->sentences.n; first = end) {
        for (end = first; end < a->sentences.n &&
                          a->sentences.at[end].paragraph == a->sentences.at[first].paragraph;
             end++)
            ;
        spread(u, first, end);
    }
    for (uint32_t i = 0; i < a->sentences.n; i++)
        opinions += a->sentences.at[i].voice == VOICE_OPINION;
    bool report = str_eq(str_of(article_kind_name(a->article->kind)), STR("report"));
    if (report && a->sentences.n >= ENOUGH_SENTENCES &&
        (uint64_t)opinions * 100 >= (uint64_t)a->sentences.n * OPINION_PERCENT)
        a->kind_revised = STR("opinion");
    return TS_OK;
}
