#include "compare/name_ties.h"

#include "compare/normal_names.h"
#include "compare/report_forms.h"
#include "compare/source_names.h"

#include <stdlib.h>
#include <string.h>

enum { INITIALS_MIN = 3, INITIALS_MAX = 10, NAMES_MAX = 4096 };

/* A name as the text has it, and its normal form. */
struct body_name {
    struct str name, form;
    uint32_t report, index; /* in the forms, when it is entered */
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
    int order = str_cmp(a->form, b->form);
    return order != 0 ? order : (a->report > b->report) - (a->report < b->report);
}

static bool list_names(struct body_names *out, struct name_ties *t, const struct story *story) {
    for (uint32_t i = 0; i < story->reports.n; i++) {
        uint32_t report = story->reports.at[i];
        const struct analysis *n = t->w->c->reports.at[report].analysis;
        for (uint32_t e = 0; e < n->entities.n && out->at.n < NAMES_MAX; e++) {
            const struct entity *x = &n->entities.at[e];
            if (!str_eq(x->kind, STR("ORG")))
                continue;
            struct str form = compare_normal_name(t->w, x->name, "");
            struct body_name *added = form.at ? VEC_PUSH(t->w->scratch, &out->at) : NULL;
            if (!added)
                return false;
            *added = (struct body_name){x->name, form, report, NO_INDEX, x};
        }
    }
    if (out->at.n)
        qsort(out->at.at, out->at.n, sizeof *out->at.at, longest_first);
    return true;
}

/* Another form of the body in a report, or in any: of two bodies it is neither's. */
static bool tie(struct map *ties, struct name_ties *t, uint32_t report, struct str other,
                uint32_t index) {
    uint32_t *slot = report_forms_put(ties, t->w, report, other);
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

static bool tie_within(struct name_ties *t, const struct body_name *x, struct str other) {
    struct str form = compare_normal_name(t->w, other, "");
    return form.at && (!form.n || tie(&t->within, t, x->report, form, x->index));
}

/* "nhb" for "Norland Harbour Board". */
static bool tie_initials(struct name_ties *t, const struct body_name *x) {
    char letters[INITIALS_MAX];
    size_t n = 0;
    for (size_t i = 0; i < x->name.n; i++)
        if (ascii_upper(x->name.at[i]) && (i == 0 || !ascii_alpha(x->name.at[i - 1]))) {
            if (n == INITIALS_MAX)
                return true;
            letters[n++] = x->name.at[i];
        }
    return n < INITIALS_MIN || tie_within(t, x, (struct str){letters, n});
}

/* "Harbour Board", "NHB" for "Norland Harbour Board", "Norland NHB": what begins with a capital. */
static bool tie_ends(struct name_ties *t, const struct body_name *x) {
    bool ok = true;
    for (size_t at = str_find_byte(x->name, ' ', 0); ok && at != SIZE_MAX;
         at = str_find_byte(x->name, ' ', at + 1)) {
        struct str end = str_cut(x->name, at + 1, x->name.n);
        bool several = str_find_byte(end, ' ', 0) != SIZE_MAX;
        if (end.n && ascii_upper(end.at[0]) && (several || is_capitals(end)))
            ok = tie_within(t, x, end);
    }
    return ok;
}

/* "Norland Harbour Board (NHB)": the abbreviation that a report brings in. */
static bool tie_brackets(struct name_ties *t, const struct body_name *x) {
    struct str text = t->w->c->reports.at[x->report].article->text;
    bool ok = true;
    for (uint32_t m = 0; ok && m < x->entity->mentions.n; m++) {
        uint32_t at = x->entity->mentions.at[m].text.end;
        if (!str_starts(str_cut(text, at, text.n), STR(" (")))
            continue;
        size_t close = str_find_byte(str_cut(text, at, at + INITIALS_MAX + 3), ')', 0);
        struct str inside = close == SIZE_MAX ? STR("") : str_cut(text, at + 2, at + close);
        if (!is_capitals(inside))
            continue;
        struct str form = compare_normal_name(t->w, inside, "");
        ok = form.at && tie(&t->brackets, t, x->report, form, x->index) &&
             tie(&t->brackets, t, ANY_REPORT, form, x->index);
    }
    return ok;
}

/* What a report says itself goes before what another says, and that before the table. */
static uint32_t index_of(const struct name_ties *t, uint32_t report, struct str form) {
    uint32_t index = report_forms_get(&t->brackets, report, form);
    if (index == MAP_NONE || index == TIE_AMBIGUOUS)
        index = report_forms_get(&t->brackets, ANY_REPORT, form);
    if (index == MAP_NONE || index == TIE_AMBIGUOUS)
        index = map_get(&t->known, form);
    if (index == MAP_NONE)
        index = report_forms_get(&t->within, report, form);
    if (index == MAP_NONE || index == TIE_AMBIGUOUS)
        index = map_get(&t->names, form);
    return index;
}

/* The longest come first, so that each is known for the end of a longer one of its report. */
static bool enter(struct name_ties *t, struct body_name *x) {
    x->index = index_of(t, x->report, x->form);
    if (x->index == MAP_NONE) {
        x->index = add_form(t, x->form);
        uint32_t *slot = x->index == NO_INDEX ? NULL : map_put(&t->names, x->form);
        if (!slot)
            return false;
        *slot = x->index;
    }
    uint32_t *here = report_forms_put(&t->here, t->w, x->report, t->forms.at[x->index]);
    if (!here)
        return false;
    *here = x->index;
    if (str_find_byte(x->name, ' ', 0) == SIZE_MAX)
        return true;
    return tie_initials(t, x) && tie_ends(t, x) && tie_brackets(t, x);
}

int name_ties_init(struct name_ties *t, struct work *w, const struct story *story) {
    struct body_names names = {.at = {0}};
    *t = (struct name_ties){.w = w};
    map_init(&t->known, w->scratch);
    map_init(&t->names, w->scratch);
    map_init(&t->brackets, w->scratch);
    map_init(&t->within, w->scratch);
    map_init(&t->here, w->scratch);
    int status = read_table(t);
    if (status != TS_OK)
        return status;
    bool ok = list_names(&names, t, story);
    for (uint32_t i = 0; ok && i < names.at.n; i++)
        ok = enter(t, &names.at.at[i]);
    return ok ? TS_OK : work_memory(w);
}

/* "Norland NHB", printed so: an abbreviation behind the words that its full name begins with. */
static uint32_t by_last_word(const struct name_ties *t, uint32_t report, struct str name,
                             struct str form) {
    struct str last = source_last_word(form);
    if (last.n == form.n || !is_capitals(source_last_word(name)))
        return MAP_NONE;
    uint32_t index = index_of(t, report, last);
    struct str before = str_cut(form, 0, form.n - last.n);
    bool same = index != MAP_NONE && str_starts(t->forms.at[index], before);
    return same ? index : MAP_NONE;
}

struct str name_ties_form(const struct name_ties *t, uint32_t report, struct str name,
                          struct str form) {
    static const char *const people[] = {" militants", " militant group", " fighters",
                                         " jihadists", " jihadis",        " insurgents",
                                         " group",     " terror group",   " extremists"};
    uint32_t index = index_of(t, report, form);
    for (size_t i = 0; index == MAP_NONE && i < sizeof people / sizeof *people; i++)
        if (str_ends(form, str_of(people[i])))
            index = index_of(t, report, str_cut(form, 0, form.n - strlen(people[i])));
    if (index == MAP_NONE)
        index = by_last_word(t, report, name, form);
    return index == MAP_NONE ? form : t->forms.at[index];
}

bool name_ties_has(const struct name_ties *t, uint32_t report, struct str form) {
    return report_forms_get(&t->here, report, form) != MAP_NONE;
}
