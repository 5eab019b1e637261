#include "compare/event_words.h"

static const double WEIGHT_OF_TIER[] = {
    [TIER_RARE] = 1, [TIER_KNOWN] = 0.8, [TIER_COMMON] = 0.5, [TIER_STOP] = 0};

enum { EVENT_WORD_BYTES_MAX = 64 };

static bool add_kind(struct event_words *t, struct str word, enum event_word_class word_class,
                     uint32_t kind) {
    uint32_t *slot = map_put(&t->table[word_class], word);
    if (!slot)
        return false;
    if (*slot == MAP_NONE) {
        struct event_kinds *added = VEC_PUSH(t->w->scratch, &t->kinds);
        if (!added)
            return false;
        *added = (struct event_kinds){{0}};
        *slot = t->kinds.n - 1;
    }
    struct event_kinds *kinds = &t->kinds.at[*slot];
    for (unsigned i = 0; i < EVENT_KINDS_MAX; i++)
        if (!kinds->at[i]) {
            kinds->at[i] = kind;
            break;
        }
    return true;
}

int event_words_init(struct event_words *t, struct work *w) {
    *t = (struct event_words){.w = w};
    map_init(&t->ids, w->scratch);
    for (unsigned i = 0; i < EVENT_CLASSES; i++)
        map_init(&t->table[i], w->scratch);
    struct event_kinds *none = VEC_PUSH(w->scratch, &t->kinds);
    if (!none)
        return work_memory(w);
    *none = (struct event_kinds){{0}};
    struct table_row *rows;
    int status = table_rows(&rows, &t->kind_count, w->scratch, table_embedded("events"), 4, w->err);
    for (uint32_t i = 0; status == TS_OK && i < t->kind_count; i++) {
        t->light = str_eq(rows[i].field[0], STR("light")) ? i + 1 : t->light;
        t->refute = str_eq(rows[i].field[0], STR("refute")) ? i + 1 : t->refute;
        t->judge = str_eq(rows[i].field[0], STR("judge")) ? i + 1 : t->judge;
        for (unsigned word_class = 0; word_class < EVENT_CLASSES; word_class++)
            for (struct str rest = rows[i].field[1 + word_class]; rest.at;) {
                struct str word = str_split(&rest, ' ');
                if (word.n && !str_eq(word, STR("-")) && !add_kind(t, word, word_class, i + 1))
                    return work_memory(w);
            }
    }
    for (uint32_t i = 0; status == TS_OK && i < t->kind_count; i++) {
        struct event_word *kind = VEC_PUSH(w->scratch, &t->words);
        if (!kind)
            return work_memory(w);
        *kind = (struct event_word){.weight = WEIGHT_OF_TIER[TIER_KNOWN]};
    }
    return status;
}

static double weight_of(const struct event_words *t, struct str word) {
    uint32_t known = map_get(&t->w->vocabulary.ids, word);
    enum word_tier tier =
        known == MAP_NONE ? TIER_RARE : (enum word_tier)t->w->vocabulary.words.at[known].tier;
    return word.n < 2 ? 0 : WEIGHT_OF_TIER[tier];
}

static struct event_word describe(const struct event_words *t, struct str word) {
    struct event_word x = {.weight = weight_of(t, word),
                           .classes = lemma_classes_of(&t->w->lemma_classes, word)};
    for (unsigned word_class = 0; word_class < EVENT_CLASSES; word_class++) {
        uint32_t found = map_get(&t->table[word_class], word);
        if (found == MAP_NONE)
            continue;
        uint32_t kind = t->kinds.at[found].at[0];
        x.light = x.light || kind == t->light;
        x.refutes = x.refutes || kind == t->refute;
        x.judges = x.judges || (kind == t->judge && word_class != EVENT_VERB);
        x.kinds[word_class] = kind == t->light || kind == t->refute || kind == t->judge ? 0 : found;
    }
    return x;
}

uint32_t event_words_id(struct event_words *t, struct str word) {
    char folded[EVENT_WORD_BYTES_MAX];
    struct str key = {folded, word.n < EVENT_WORD_BYTES_MAX ? word.n : EVENT_WORD_BYTES_MAX};
    for (size_t i = 0; i < key.n; i++)
        folded[i] = ascii_lower(word.at[i]);
    uint32_t id = map_get(&t->ids, key);
    if (id != MAP_NONE)
        return id;
    struct str copy = str_copy(t->w->scratch, key);
    uint32_t *slot = copy.at ? map_put(&t->ids, copy) : NULL;
    struct event_word *added = slot ? VEC_PUSH(t->w->scratch, &t->words) : NULL;
    if (!added)
        return NO_INDEX;
    *added = describe(t, copy);
    *slot = t->words.n - 1;
    return *slot;
}
