#include "compare/name_ties.h"

#include "compare/normal_names.h"

#include <stdlib.h>
#include <string.h>

enum { INITIALS_MIN = 3, INITIALS_MAX = 10, NAMES_MAX = 4096 };

/* A name as the text has it, and its normal form. */
struct body_name {
    struct str name, form;
    const struct analysis *in;
    const struct entity *entity;
};
struct body_names {
    VEC_OF(struct body_name) at;
};

static uint32_t add_form(struct name_ties *t, struct str form) {
    struct str *added = VEC_PUSH(t->w->scratch, &t->forms);
    if (!added)
        return NO_INDEX;
    *added = form;
    return t->forms.n - 1;
}

static int read_table(struct name_ties *t) {
    struct table_row *rows;
    uint32_t count;
    int status = table_rows(&rows, &count, t->w->scratch, table_embedded("bodies"), 2, t->w->err);
    for (uint32_t i = 0; status == TS_OK && i < count; i++) {
        struct str form = compare_normal_name(t->w, rows[i].field[0], "");
        uint32_t index = form.at ? add_form(t, form) : NO_INDEX;
        if (index == NO_INDEX)
            return work_memory(t->w);
        struct str rest = rows[i].field[1], other = form;
        for (bool more = true; more; more = rest.at != NULL, other = STR_NONE) {
            if (!other.at)
                other = compare_normal_name(t->w, str_split(&rest, '|'), "");
            uint32_t *slot = other.at ? map_put(&t->known, other) : NULL;
            if (!slot)
                return work_memory(t->w);
            *slot = index;
        }
    }
    return status;
}

/* ---- The names of the story */

static int longest_first(const void *x, const void *y) {
    const struct body_name *a = x, *b = y;
    if (a->form.n != b->form.n)
        return a->form.n > b->form.n ? -1 : 1;
    return str_cmp(a->form, b->form);
}

static bool list_names(struct body_names *out, struct name_ties *t, const struct story *story) {
    for (uint32_t i = 0; i < story->reports.n; i++) {
        const struct analysis *n = t->w->c->reports.at[story->reports.at[i]].analysis;
        for (uint32_t e = 0; e < n->entities.n && out->at.n < NAMES_MAX; e++) {
            const struct entity *x = &n->entities.at[e];
            if (!str_eq(x->kind, STR("ORG")))
                continue;
            struct str form = compare_normal_name(t->w, x->name, "");
            struct body_name *added = form.at ? VEC_PUSH(t->w->scratch, &out->at) : NULL;
            if (!added)
                return false;
            *added = (struct body_name){x->name, form, n, x};
        }
    }
    if (out->at.n)
        qsort(out->at.at, out->at.n, sizeof *out->at.at, longest_first);
    return true;
}

/* Another form of the body: of two bodies it is neither's. */
static bool tie(struct name_ties *t, struct str other, uint32_t index) {
    if (map_get(&t->known, other) != MAP_NONE)
        return true;
    uint32_t *slot = map_put(&t->same, other);
    if (!slot)
        return false;
    *slot = *slot == MAP_NONE || *slot == index ? index : TIE_AMBIGUOUS;
    return true;
}

static bool is_capitals(struct str word) {
    for (size_t i = 0; i < word.n; i++)
        if (!ascii_upper(word.at[i]))
            return false;
    return word.n >= INITIALS_MIN && word.n <= INITIALS_MAX;
}

static bool tie_copy(struct name_ties *t, struct str letters, uint32_t index) {
    struct str form = compare_normal_name(t->w, letters, "");
    return form.at && (!form.n || tie(t, form, index));
}

/* "nhb" for "Norland Harbour Board". */
static bool tie_initials(struct name_ties *t, struct str name, uint32_t index) {
    char letters[INITIALS_MAX];
    size_t n = 0;
    for (size_t i = 0; i < name.n; i++)
        if (ascii_upper(name.at[i]) && (i == 0 || !ascii_alpha(name.at[i - 1]))) {
            if (n == INITIALS_MAX)
                return true;
            letters[n++] = name.at[i];
        }
    return n < INITIALS_MIN || tie_copy(t, (struct str){letters, n}, index);
}

/* "Harbour Board", "NHB" for "Norland Harbour Board", "Norland NHB": what begins with a capital. */
static bool tie_ends(struct name_ties *t, struct str name, uint32_t index) {
    bool ok = true;
    for (size_t at = str_find_byte(name, ' ', 0); ok && at != SIZE_MAX;
         at = str_find_byte(name, ' ', at + 1)) {
        struct str end = str_cut(name, at + 1, name.n);
        bool several = str_find_byte(end, ' ', 0) != SIZE_MAX;
        if (end.n && ascii_upper(end.at[0]) && (several || is_capitals(end)))
            ok = tie_copy(t, end, index);
    }
    return ok;
}

/* "Norland Harbour Board (NHB)": the abbreviation that a report brings in. */
static bool tie_brackets(struct name_ties *t, const struct body_name *x, uint32_t index) {
    struct str text = x->in->article->text;
    bool ok = true;
    for (uint32_t m = 0; ok && m < x->entity->mentions.n; m++) {
        uint32_t at = x->entity->mentions.at[m].text.end;
        if (!str_starts(str_cut(text, at, text.n), STR(" (")))
            continue;
        size_t close = str_find_byte(str_cut(text, at, at + INITIALS_MAX + 3), ')', 0);
        struct str inside = close == SIZE_MAX ? STR("") : str_cut(text, at + 2, at + close);
        if (is_capitals(inside))
            ok = tie_copy(t, inside, index);
    }
    return ok;
}

static uint32_t index_of(const struct name_ties *t, struct str form) {
    uint32_t index = map_get(&t->known, form);
    if (index == MAP_NONE)
        index = map_get(&t->same, form);
    if (index == MAP_NONE || index == TIE_AMBIGUOUS)
        index = map_get(&t->names, form);
    return index;
}

/* The longest come first, so that each is known for the end of a longer one. */
static bool enter(struct name_ties *t, const struct body_name *x) {
    uint32_t index = index_of(t, x->form);
    if (index == MAP_NONE)
        index = add_form(t, x->form);
    uint32_t *slot = index == NO_INDEX ? NULL : map_put(&t->names, x->form);
    if (!slot)
        return false;
    *slot = index;
    if (str_find_byte(x->name, ' ', 0) == SIZE_MAX)
        return true;
    return tie_initials(t, x->name, index) && tie_ends(t, x->name, index) &&
           tie_brackets(t, x, index);
}

int name_ties_init(struct name_ties *t, struct work *w, const struct story *story) {
    struct body_names names = {.at = {0}};
    *t = (struct name_ties){.w = w};
    map_init(&t->known, w->scratch);
    map_init(&t->names, w->scratch);
    map_init(&t->same, w->scratch);
    int status = read_table(t);
    if (status != TS_OK)
        return status;
    bool ok = list_names(&names, t, story);
    for (uint32_t i = 0; ok && i < names.at.n; i++)
        ok = enter(t, &names.at.at[i]);
    return ok ? TS_OK : work_memory(w);
}

static struct str last_word(struct str form) {
    size_t at = form.n;
    while (at > 0 && form.at[at - 1] != ' ')
        at--;
    return str_cut(form, at, form.n);
}

struct str name_ties_form(const struct name_ties *t, struct str form) {
    static const char *const people[] = {" militants", " militant group", " fighters",
                                         " jihadists", " jihadis",        " insurgents",
                                         " group",     " terror group",   " extremists"};
    uint32_t index = index_of(t, form);
    for (size_t i = 0; index == MAP_NONE && i < sizeof people / sizeof *people; i++)
        if (str_ends(form, str_of(people[i])))
            index = index_of(t, str_cut(form, 0, form.n - strlen(people[i])));
    if (index == MAP_NONE) /* "Norland NHB": one word is tied as an abbreviation alone */
        index = map_get(&t->same, last_word(form));
    return index == MAP_NONE || index == TIE_AMBIGUOUS ? form : t->forms.at[index];
}
