/* attribute_ruler/patterns: a list of {patterns: [[{condition...}, ...], ...], attrs, index}, to
 * the rows that english/ruler.h describes. Whatever is not known here is refused. */
#include "convert/convert.h"

#include "base/map.h"
#include "convert/msgpack_in.h"
#include "nn/string_table.h"

#include <string.h>

enum { SPAN = 4, MOST_STRINGS = 4096, MOST_SPELLINGS = 64, ATTRIBUTES = 5 };
enum set_kind { ANY, IN, NOT_IN };

struct pattern_row {
    uint32_t rule, first, end, target, set[ATTRIBUTES];
};

struct set_row {
    uint32_t kind, first, end;
};

struct spec_row {
    uint32_t is_space;
    struct set_row tag, lower, dep;
};

struct rows {
    struct arena *arena;
    struct ts_error *err;
    uint32_t rule;
    struct map numbers;
    VEC_OF(struct str) strings;
    VEC_OF(struct pattern_row) patterns;
    VEC_OF(struct spec_row) specs;
    VEC_OF(uint32_t) values;
};

static int bad(struct rows *o, const char *why) {
    return err_set(o->err, TS_E_FORMAT, "bad_package", "attribute_ruler: rule %u: %s",
                   (unsigned)o->rule, why);
}

static int number_of(uint32_t *out, struct rows *o, struct str s) {
    uint32_t *number = map_put(&o->numbers, s);
    if (!number)
        return arena_fail(o->arena, o->err);
    if (*number == MAP_NONE) {
        struct str *string = o->strings.n < MOST_STRINGS ? VEC_PUSH(o->arena, &o->strings) : NULL;
        if (!string)
            return o->strings.n < MOST_STRINGS ? arena_fail(o->arena, o->err)
                                               : bad(o, "too many strings");
        *string = s;
        *number = o->strings.n - 1;
    }
    *out = *number;
    return TS_OK;
}

static int add_value(struct rows *o, struct str s) {
    uint32_t number = 0;
    int status = number_of(&number, o, s);
    uint32_t *value = status == TS_OK ? VEC_PUSH(o->arena, &o->values) : NULL;
    if (!value)
        return status == TS_OK ? arena_fail(o->arena, o->err) : status;
    *value = number;
    return TS_OK;
}

/* ---- Regular expressions: ^...$ around letters, [sets] of letters and ? behind either */

static bool plain(char c) {
    return c > ' ' && c < 0x7f && !memchr("\\.*+?{}()|[]^$", c, 14);
}

/* Takes one letter or set, with its ?, off the expression; false when it is something else. */
static bool take_letters(struct str *letters, bool *optional, struct str *rest) {
    size_t n = 1;
    if (!rest->n)
        return false;
    if (rest->at[0] == '[') {
        while (n < rest->n && plain(rest->at[n]) && rest->at[n] != '-')
            n++;
        if (n == 1 || n == rest->n || rest->at[n] != ']')
            return false;
        *letters = str_cut(*rest, 1, n);
        n++;
    } else {
        if (!plain(rest->at[0]))
            return false;
        *letters = str_cut(*rest, 0, 1);
    }
    *optional = n < rest->n && rest->at[n] == '?';
    *rest = str_cut(*rest, n + *optional, rest->n);
    return true;
}

static struct str joined(struct arena *a, struct str s, char c) {
    char *at = arena_alloc(a, s.n + 1);
    if (!at)
        return STR_NONE;
    if (s.n)
        memcpy(at, s.at, s.n);
    at[s.n] = c;
    return (struct str){at, s.n + 1};
}

/* Adds all spellings that match. ($ also matches before a last line end, which no word has.) */
static int add_expression(struct rows *o, struct str s) {
    struct str all[MOST_SPELLINGS] = {STR("")}, letters;
    uint32_t n = 1;
    bool optional;
    if (s.n < 3 || s.at[0] != '^' || s.at[s.n - 1] != '$')
        return bad(o, "a regular expression that is not ^...$");
    for (struct str rest = str_cut(s, 1, s.n - 1); rest.n;) {
        if (!take_letters(&letters, &optional, &rest) || n * (letters.n + 1) > MOST_SPELLINGS)
            return bad(o, "a regular expression of a kind that is not known");
        struct str before[MOST_SPELLINGS];
        uint32_t before_n = n;
        memcpy(before, all, n * sizeof *all);
        n = optional ? n : 0;
        for (uint32_t i = 0; i < before_n; i++)
            for (size_t j = 0; j < letters.n; j++) {
                all[n] = joined(o->arena, before[i], letters.at[j]);
                if (!all[n++].at)
                    return arena_fail(o->arena, o->err);
            }
    }
    int status = TS_OK;
    for (uint32_t i = 0; i < n && status == TS_OK; i++)
        status = add_value(o, all[i]);
    return status;
}

/* ---- Conditions */

/* "x", {"IN": [...]}, {"NOT_IN": [...]} or, of spellings, {"REGEX": "^...$"} */
static int add_set(struct rows *o, struct set_row *set, const msgpack_object *condition,
                   bool spellings) {
    struct str one = msgpack_in_text(condition);
    const msgpack_object *in = msgpack_in_get(condition, "IN");
    const msgpack_object *not_in = msgpack_in_get(condition, "NOT_IN");
    struct str expression = msgpack_in_text(msgpack_in_get(condition, "REGEX"));
    const msgpack_object *list = in ? in : not_in;
    *set = (struct set_row){.kind = not_in ? NOT_IN : IN, .first = o->values.n};
    int status = TS_OK;
    if (one.at) {
        status = add_value(o, one);
    } else if (condition->type != MSGPACK_OBJECT_MAP || condition->via.map.size != 1) {
        return bad(o, "a condition that is not known");
    } else if (expression.at && spellings) {
        status = add_expression(o, expression);
    } else if (list && list->type == MSGPACK_OBJECT_ARRAY) {
        for (uint32_t i = 0; i < list->via.array.size && status == TS_OK; i++) {
            struct str value = msgpack_in_text(&list->via.array.ptr[i]);
            status = value.at ? add_value(o, value) : bad(o, "a value that is no string");
        }
    } else {
        return bad(o, "a condition that is not known");
    }
    set->end = o->values.n;
    return status;
}

static int add_condition(struct rows *o, struct spec_row *spec, struct str name,
                         const msgpack_object *value) {
    struct set_row *set = NULL;
    if (str_eq(name, STR("TAG")))
        set = &spec->tag;
    else if (str_eq(name, STR("LOWER")))
        set = &spec->lower;
    else if (str_eq(name, STR("DEP")))
        set = &spec->dep;
    if (set)
        return set->kind == ANY ? add_set(o, set, value, set == &spec->lower)
                                : bad(o, "two conditions on one attribute");
    if (!str_eq(name, STR("IS_SPACE")) || value->type != MSGPACK_OBJECT_BOOLEAN || spec->is_space)
        return bad(o, "a condition on an attribute that is not known");
    spec->is_space = value->via.boolean ? 2 : 1;
    return TS_OK;
}

static int add_spec(struct rows *o, const msgpack_object *conditions) {
    struct spec_row spec = {0};
    if (conditions->type != MSGPACK_OBJECT_MAP || !conditions->via.map.size)
        return bad(o, "a token without conditions");
    int status = TS_OK;
    for (uint32_t i = 0; i < conditions->via.map.size && status == TS_OK; i++) {
        const msgpack_object_kv *kv = &conditions->via.map.ptr[i];
        status = add_condition(o, &spec, msgpack_in_text(&kv->key), &kv->val);
    }
    struct spec_row *row = status == TS_OK ? VEC_PUSH(o->arena, &o->specs) : NULL;
    if (!row)
        return status == TS_OK ? arena_fail(o->arena, o->err) : status;
    *row = spec;
    return TS_OK;
}

/* ---- What is set, and whole rules */

/* spaCy writes the features in order; it would put others in order before it sets them. */
static bool features_in_order(struct str s) {
    struct str before = STR_NONE;
    for (struct str rest = s; rest.at;) {
        struct str feature = str_split(&rest, '|');
        size_t equal = str_find_byte(feature, '=', 0);
        if (equal == 0 || equal >= feature.n - 1 || str_find_byte(feature, ',', 0) != SIZE_MAX ||
            str_find_byte(feature, '=', equal + 1) != SIZE_MAX ||
            (before.at && str_cmp(before, feature) >= 0))
            return false;
        before = feature;
    }
    return true;
}

static int add_attributes(struct rows *o, uint32_t set[ATTRIBUTES], const msgpack_object *attrs) {
    static const char *const names[ATTRIBUTES] = {"TAG", "POS", "MORPH", "DEP", "LEMMA"};
    uint32_t known = 0;
    if (!attrs || attrs->type != MSGPACK_OBJECT_MAP)
        return bad(o, "nothing to set");
    for (uint32_t i = 0; i < ATTRIBUTES; i++) {
        struct str value = msgpack_in_text(msgpack_in_get(attrs, names[i]));
        bool morph = i == 2;
        if (!value.at)
            continue;
        known++;
        if (morph && str_eq(value, STR("_")))
            value = STR("");
        else if (!value.n || (morph && !features_in_order(value)))
            return bad(o, "a value to set that is not known");
        int status = number_of(&set[i], o, value);
        if (status != TS_OK)
            return status;
        set[i]++;
    }
    return known == attrs->via.map.size ? TS_OK : bad(o, "it sets what is not known");
}

static int add_pattern(struct rows *o, const struct pattern_row *like,
                       const msgpack_object *specs) {
    if (specs->type != MSGPACK_OBJECT_ARRAY || like->target >= specs->via.array.size ||
        specs->via.array.size > SPAN)
        return bad(o, "a pattern that is too long, or shorter than its index");
    struct pattern_row row = *like;
    int status = TS_OK;
    row.first = o->specs.n;
    for (uint32_t i = 0; i < specs->via.array.size && status == TS_OK; i++)
        status = add_spec(o, &specs->via.array.ptr[i]);
    row.end = o->specs.n;
    struct pattern_row *to = status == TS_OK ? VEC_PUSH(o->arena, &o->patterns) : NULL;
    if (!to)
        return status == TS_OK ? arena_fail(o->arena, o->err) : status;
    *to = row;
    return TS_OK;
}

static int add_rule(struct rows *o, const msgpack_object *rule) {
    const msgpack_object *patterns = msgpack_in_get(rule, "patterns");
    const msgpack_object *index = msgpack_in_get(rule, "index");
    if (!patterns || patterns->type != MSGPACK_OBJECT_ARRAY || !index ||
        index->type != MSGPACK_OBJECT_POSITIVE_INTEGER || index->via.u64 >= SPAN ||
        rule->via.map.size != 3)
        return bad(o, "it is not patterns, attrs and index");
    struct pattern_row row = {.rule = o->rule, .target = (uint32_t)index->via.u64};
    int status = add_attributes(o, row.set, msgpack_in_get(rule, "attrs"));
    for (uint32_t i = 0; i < patterns->via.array.size && status == TS_OK; i++)
        status = add_pattern(o, &row, &patterns->via.array.ptr[i]);
    return status;
}

static void add_tensors(struct model_writer *w, const struct rows *o) {
    size_t patterns[] = {o->patterns.n, sizeof(struct pattern_row) / sizeof(uint32_t)};
    size_t specs[] = {o->specs.n, sizeof(struct spec_row) / sizeof(uint32_t)};
    size_t values = o->values.n;
    model_add(w, "ruler.patterns", TENSOR_U32, 2, patterns, o->patterns.at);
    model_add(w, "ruler.specs", TENSOR_U32, 2, specs, o->specs.at);
    model_add(w, "ruler.values", TENSOR_U32, 1, &values, o->values.at);
    model_add_strings(w, "ruler.strings", o->strings.at, o->strings.n, false);
}

int convert_ruler(struct model_writer *w, struct package *p, struct ts_error *err) {
    struct rows o = {.arena = w->arena, .err = err};
    struct msgpack_in in;
    struct str bytes;
    int status = package_file(&bytes, p, "attribute_ruler/patterns", err);
    if (status == TS_OK)
        status = msgpack_in_parse(&in, bytes, err);
    if (status != TS_OK)
        return status;
    map_init(&o.numbers, w->arena);
    if (in.root.type != MSGPACK_OBJECT_ARRAY || !in.root.via.array.size)
        status = bad(&o, "there is no list of rules");
    for (; status == TS_OK && o.rule < in.root.via.array.size; o.rule++)
        status = add_rule(&o, &in.root.via.array.ptr[o.rule]);
    msgpack_in_free(&in);
    if (status == TS_OK)
        add_tensors(w, &o);
    return status;
}
