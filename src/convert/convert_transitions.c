/* parser/moves and ner/moves: the classes of the two transition systems, in the order of the rows
 * of their networks' last layers, to "parser.actions", "parser.moves" and the same for "ner". */
#include "convert/convert.h"
#include "convert/msgpack_in.h"
#include "nn/string_table.h"

#include <stdio.h>
#include <stdlib.h>

enum { MOST_MOVES = 1024, NER_MISSING = 0, NER_OUT = 5, ACTIONS = 6 };

/* A label under an action, with how often it was seen in training. */
struct move {
    uint32_t action;
    json_int_t seen;
    struct str label;
};

struct moves {
    struct arena *arena;
    bool ner;
    VEC_OF(struct move) read, classes;
};

static int bad(const char *path, const char *why, struct ts_error *err) {
    return err_set(err, TS_E_FORMAT, "bad_package", "%s: %s", path, why);
}

/*
 * Classes are numbered by action, then by how often they were seen, then by label, both downwards.
 * Labels that were added after training have negative counts; they come behind all the others, in
 * the order of the counts and labels alone.
 */
static int by_class(const void *left, const void *right) {
    const struct move *a = left, *b = right;
    bool late = a->seen < 0;
    if (late != (b->seen < 0))
        return late ? 1 : -1;
    int by_action = (a->action > b->action) - (a->action < b->action);
    if (by_action && !late)
        return by_action;
    int by_seen = (a->seen < b->seen) - (a->seen > b->seen);
    int by_label = str_cmp(b->label, a->label);
    return by_seen ? by_seen : by_label ? by_label : by_action;
}

/* {"action": {"label": count}} */
static int read_moves(struct moves *m, const json_t *json, const char *path, struct ts_error *err) {
    const char *key, *label;
    json_t *labels, *seen;
    if (!json_is_object(json))
        return bad(path, "its moves are no object", err);
    json_object_foreach((json_t *)json, key, labels) {
        uint64_t action;
        if (!str_uint(&action, str_of(key)) || action >= ACTIONS || key[1] ||
            !json_is_object(labels))
            return bad(path, "an action is not known", err);
        json_object_foreach(labels, label, seen) {
            struct move *move = m->read.n < MOST_MOVES ? VEC_PUSH(m->arena, &m->read) : NULL;
            if (m->read.n == MOST_MOVES)
                return bad(path, "it has too many moves", err);
            if (!move)
                return arena_fail(m->arena, err);
            *move = (struct move){(uint32_t)action, json_integer_value(seen),
                                  str_copy(m->arena, str_of(label))};
            if (!move->label.at)
                return arena_fail(m->arena, err);
            if (!json_is_integer(seen))
                return bad(path, "a count is no number", err);
        }
    }
    return TS_OK;
}

static bool add_class(struct moves *m, const struct move *move) {
    if (m->ner && (move->action == NER_MISSING || (move->action == NER_OUT && move->label.n > 0)))
        return true;
    for (uint32_t i = 0; i < m->classes.n; i++)
        if (m->classes.at[i].action == move->action && str_eq(m->classes.at[i].label, move->label))
            return true;
    struct move *at = VEC_PUSH(m->arena, &m->classes);
    if (at)
        *at = *move;
    return at;
}

/* The first of the late labels brings its other actions with it. */
static bool number_classes(struct moves *m) {
    qsort(m->read.at, m->read.n, sizeof *m->read.at, by_class);
    for (uint32_t i = 0; i < m->read.n; i++) {
        const struct move *move = &m->read.at[i];
        if (move->seen >= 0) {
            if (!add_class(m, move))
                return false;
            continue;
        }
        for (uint32_t action = 0; action < ACTIONS; action++)
            for (uint32_t j = 0; j < m->read.n; j++) {
                const struct move *other = &m->read.at[j];
                if (other->seen < 0 && other->action == action &&
                    str_eq(other->label, move->label) && !add_class(m, other))
                    return false;
            }
    }
    return true;
}

static int add_tensors(struct model_writer *w, const struct moves *m, const char *name,
                       struct ts_error *err) {
    uint32_t *actions = arena_zero(w->arena, m->classes.n, sizeof *actions);
    struct str *labels = arena_zero(w->arena, m->classes.n, sizeof *labels);
    if (!actions || !labels)
        return arena_fail(w->arena, err);
    for (uint32_t i = 0; i < m->classes.n; i++) {
        actions[i] = m->classes.at[i].action;
        labels[i] = m->classes.at[i].label;
    }
    char part[MODEL_NAME];
    snprintf(part, sizeof part, "%s.actions", name);
    model_add(w, part, TENSOR_U32, 1, (size_t[]){m->classes.n}, actions);
    snprintf(part, sizeof part, "%s.moves", name);
    model_add_strings(w, part, labels, m->classes.n, false);
    return TS_OK;
}

static int convert_moves(struct model_writer *w, struct package *p, const char *name, bool ner,
                         struct ts_error *err) {
    char path[MODEL_NAME];
    snprintf(path, sizeof path, "%s/moves", name);
    struct str bytes;
    struct msgpack_in packed;
    json_t *json = NULL;
    int status = package_file(&bytes, p, path, err);
    if (status == TS_OK)
        status = msgpack_in_parse(&packed, bytes, err);
    if (status != TS_OK)
        return status;
    struct moves m = {.arena = w->arena, .ner = ner};
    status = json_in_parse(&json, msgpack_in_text(msgpack_in_get(&packed.root, "moves")), err);
    if (status == TS_OK)
        status = read_moves(&m, json, path, err);
    json_decref(json);
    msgpack_in_free(&packed);
    if (status == TS_OK && m.read.n == 0)
        status = bad(path, "it has no moves", err);
    if (status == TS_OK && !number_classes(&m))
        status = arena_fail(w->arena, err);
    return status == TS_OK ? add_tensors(w, &m, name, err) : status;
}

int convert_transitions(struct model_writer *w, struct package *p, struct ts_error *err) {
    int status = convert_moves(w, p, "parser", false, err);
    return status == TS_OK ? convert_moves(w, p, "ner", true, err) : status;
}
