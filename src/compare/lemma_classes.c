#include "compare/lemma_classes.h"

#include "tables/tables.h"

enum { LEMMA_BYTES_MAX = 32 };

static const char *const class_names[LEMMA_CLASSES] = {
    [LEMMA_ACT_QUALITY] = "act_quality",
    [LEMMA_ANNOUNCING] = "announcing",
    [LEMMA_ANOTHER] = "another",
    [LEMMA_ASKING] = "asking",
    [LEMMA_ASSERT] = "assert",
    [LEMMA_BARE_SAYING] = "bare_saying",
    [LEMMA_BEST] = "best",
    [LEMMA_BODY] = "body",
    [LEMMA_CALL] = "call",
    [LEMMA_CHECK] = "check",
    [LEMMA_CLAUSE_VERB] = "clause_verb",
    [LEMMA_CONFIRM] = "confirm",
    [LEMMA_CONTENT] = "content",
    [LEMMA_DOCUMENT] = "document",
    [LEMMA_DROP] = "drop",
    [LEMMA_EARLY] = "early",
    [LEMMA_FALSIFY] = "falsify",
    [LEMMA_FINITE_VERB] = "finite_verb",
    [LEMMA_GROUP] = "group",
    [LEMMA_HEARSAY] = "hearsay",
    [LEMMA_HELD] = "held",
    [LEMMA_JOINT] = "joint",
    [LEMMA_JUDGED_OBJECT] = "judged_object",
    [LEMMA_KNOW_OF] = "know_of",
    [LEMMA_LABEL] = "label",
    [LEMMA_MOCKERY] = "mockery",
    [LEMMA_NAMING] = "naming",
    [LEMMA_NEWS_OF] = "news_of",
    [LEMMA_NO_DEED] = "no_deed",
    [LEMMA_NO_TIME] = "no_time",
    [LEMMA_NONE] = "none",
    [LEMMA_NONSENSE] = "nonsense",
    [LEMMA_NOT_ONLY] = "not_only",
    [LEMMA_OF_ALL] = "of_all",
    [LEMMA_OFFICE] = "office",
    [LEMMA_OPENER] = "opener",
    [LEMMA_PART_OF_ALL] = "part_of_all",
    [LEMMA_PARTICIPANT] = "participant",
    [LEMMA_PICTURE] = "picture",
    [LEMMA_PLAN] = "plan",
    [LEMMA_POINTER] = "pointer",
    [LEMMA_PUBLIC] = "public",
    [LEMMA_PUBLISH] = "publish",
    [LEMMA_QUESTION] = "question",
    [LEMMA_REACTION] = "reaction",
    [LEMMA_RECKONING] = "reckoning",
    [LEMMA_REPORT] = "report",
    [LEMMA_SHOWN_PART] = "shown_part",
    [LEMMA_SOMEDAY] = "someday",
    [LEMMA_SPEAKER] = "speaker",
    [LEMMA_SPOKEN_DEED] = "spoken_deed",
    [LEMMA_STATE] = "state",
    [LEMMA_SUPPOSE] = "suppose",
    [LEMMA_TALK] = "talk",
    [LEMMA_TEXT] = "text",
    [LEMMA_TIME] = "time",
    [LEMMA_TOLD] = "told",
    [LEMMA_UNDO] = "undo",
    [LEMMA_URGE] = "urge",
    [LEMMA_WHERE_POSTED] = "where_posted",
    [LEMMA_WITHHOLD] = "withhold",
};

static int bad_row(struct ts_error *err, const struct table_row *row, const char *what,
                   struct str word) {
    return err_set(err, TS_E_FORMAT, "bad_table", "lemma_classes.tsv, line %u: `%.*s` %s",
                   (unsigned)row->line, STR_FMT(word), what);
}

static enum lemma_class class_named(struct str name) {
    enum lemma_class c = 0;
    while (c < LEMMA_CLASSES && !str_eq(name, str_of(class_names[c])))
        c++;
    return c;
}

/* What a look-up would never find. */
static bool is_out_of_reach(struct str lemma) {
    bool upper = false;
    for (size_t i = 0; i < lemma.n; i++)
        upper = upper || ascii_upper(lemma.at[i]);
    return upper || lemma.n > LEMMA_BYTES_MAX;
}

/* The set of a lemma, made when it is new; NULL when memory is refused. */
static struct lemma_set *set_of(struct lemma_classes *t, struct arena *a, struct str lemma) {
    uint32_t *slot = map_put(&t->ids, lemma);
    if (slot && *slot == MAP_NONE) {
        struct lemma_set *added = VEC_PUSH(a, &t->sets);
        if (!added)
            return NULL;
        *added = (struct lemma_set){{0}};
        *slot = t->sets.n - 1;
    }
    return slot ? &t->sets.at[*slot] : NULL;
}

static int read_row(struct lemma_classes *t, struct arena *a, const struct table_row *row,
                    struct lemma_set *read, struct ts_error *err) {
    enum lemma_class c = class_named(row->field[0]);
    if (c == LEMMA_CLASSES)
        return bad_row(err, row, "is no class", row->field[0]);
    if (lemma_set_has(read, c))
        return bad_row(err, row, "stands twice", row->field[0]);
    read->bits[c / 64] |= (uint64_t)1 << c % 64;
    for (struct str rest = row->field[2]; rest.at;) {
        struct str lemma = str_split(&rest, ' ');
        if (!lemma.n)
            continue;
        if (is_out_of_reach(lemma))
            return bad_row(err, row, "is too long or not in lower case", lemma);
        struct lemma_set *set = set_of(t, a, lemma);
        if (!set)
            return arena_fail(a, err);
        set->bits[c / 64] |= (uint64_t)1 << c % 64;
    }
    return TS_OK;
}

int lemma_classes_read(struct lemma_classes *t, struct arena *a, struct str table,
                       struct ts_error *err) {
    struct lemma_set read = {{0}};
    struct table_row *rows;
    uint32_t count;
    *t = (struct lemma_classes){{0}, {0}};
    map_init(&t->ids, a);
    struct lemma_set *none = VEC_PUSH(a, &t->sets);
    if (!none)
        return arena_fail(a, err);
    *none = (struct lemma_set){{0}};
    int status = table_rows(&rows, &count, a, table, 3, err);
    for (uint32_t i = 0; status == TS_OK && i < count; i++)
        status = read_row(t, a, &rows[i], &read, err);
    return status;
}

struct lemma_set lemma_classes_of(const struct lemma_classes *t, struct str lemma) {
    uint32_t found = map_get_nocase(&t->ids, lemma);
    return t->sets.at[found == MAP_NONE ? 0 : found];
}
