/* The outlets of one article: full names, the short forms they bring up, and the report's own
 * outlet. */
#include "lang/outlet_names.h"

struct str outlet_name_bare(struct str name) {
    return str_starts(name, STR("The ")) || str_starts(name, STR("the ")) ? str_cut(name, 4, name.n)
                                                                          : name;
}

/* The last word of a name of several words. */
static struct str head_of(struct str bare) {
    size_t at = bare.n;
    while (at > 0 && bare.at[at - 1] != ' ')
        at--;
    return at ? str_cut(bare, at, bare.n) : STR_NONE;
}

static struct str first_of(struct str bare) {
    size_t end = str_find_byte(bare, ' ', 0);
    return end == SIZE_MAX ? bare : str_cut(bare, 0, end);
}

static bool put(struct map *m, struct str key, uint32_t value) {
    uint32_t *slot = map_put(m, key);
    if (slot)
        *slot = value;
    return slot != NULL;
}

static int register_head(struct unit *u, struct str name, uint32_t index) {
    uint64_t heads = CLASS(C_OUTLET_HEAD) | CLASS(C_OUTLET_HEAD_WEAK);
    struct str head = head_of(outlet_name_bare(name));
    if (!head.n || !(u->tables->lexemes.at[lexicon_word(u->tables, head)].classes & heads))
        return TS_OK;
    if (str_eq(head, STR("News")) &&
        str_find_byte(name, ' ', 0) + 5 == name.n) /* "Fox News": "Fox" */
        if (!put(&u->names->by_short, str_cut(name, 0, name.n - 5), index))
            return arena_fail(u->a, u->err);
    return put(&u->names->by_head, head, index) ? TS_OK : arena_fail(u->a, u->err);
}

int outlet_names_add(uint32_t *index, struct unit *u, struct str name, uint32_t row, bool agency) {
    struct outlet_names *names = u->names;
    struct str key =
        row == NO_INDEX ? outlet_name_bare(name) : outlet_name_bare(u->outlets->rows.at[row].name);
    uint32_t *slot = map_put(&names->by_name, key);
    if (!slot || !put(&names->by_first, first_of(key), 1))
        return arena_fail(u->a, u->err);
    if (*slot == MAP_NONE) {
        struct outlet_name *added = VEC_PUSH(u->a, &names->at);
        if (!added)
            return arena_fail(u->a, u->err);
        *added = (struct outlet_name){
            .name = row == NO_INDEX ? name : u->outlets->rows.at[row].name,
            .row = row,
            .entity = NO_INDEX,
            .agency = row == NO_INDEX ? agency : u->outlets->rows.at[row].agency};
        *slot = names->at.n - 1;
    }
    *index = *slot;
    int status = register_head(u, name, *index);
    return status == TS_OK && row != NO_INDEX
               ? register_head(u, u->outlets->rows.at[row].name, *index)
               : status;
}

int outlet_names_bare_head(uint32_t *index, struct unit *u, struct str name, struct str head) {
    struct outlet_names *names = u->names;
    *index = map_get(&names->by_head, head);
    if (*index != MAP_NONE)
        return TS_OK;
    uint32_t *slot = map_put(&names->by_bare, head);
    struct outlet_name *added = slot && *slot == MAP_NONE ? VEC_PUSH(u->a, &names->at) : NULL;
    if (!slot || (*slot == MAP_NONE && !added))
        return arena_fail(u->a, u->err);
    if (added) {
        *added = (struct outlet_name){.name = name, .row = NO_INDEX, .entity = NO_INDEX};
        *slot = names->at.n - 1;
    }
    *index = *slot;
    return TS_OK;
}

int outlet_names_short(struct unit *u, struct str form, uint32_t index) {
    return put(&u->names->by_short, form, index) ? TS_OK : arena_fail(u->a, u->err);
}

static bool has_initials(struct str name, struct str letters) {
    size_t k = 0;
    for (size_t i = 0; i < name.n; i++)
        if ((i == 0 || name.at[i - 1] == ' ') && ascii_upper(name.at[i]))
            if (k >= letters.n || letters.at[k++] != name.at[i])
                return false;
    return k == letters.n && k > 1;
}

uint32_t outlet_names_initials(const struct unit *u, struct str letters) {
    for (uint32_t i = 0; i < u->names->at.n; i++)
        if (has_initials(outlet_name_bare(u->names->at.at[i].name), letters))
            return i;
    return NO_INDEX;
}

int outlet_names_init(struct outlet_names *names, struct unit *u) {
    *names = (struct outlet_names){.self = NO_INDEX, .last_credited = NO_INDEX};
    map_init(&names->by_name, u->a);
    map_init(&names->by_first, u->a);
    map_init(&names->by_head, u->a);
    map_init(&names->by_short, u->a);
    map_init(&names->by_bare, u->a);
    map_init(&names->people, u->a);
    u->names = names;
    const struct article *article = u->article;
    struct str own = article->outlet_name;
    uint32_t row = own.n ? outlets_named(u->outlets, own) : OUTLET_NONE;
    if (row == OUTLET_NONE && article->outlet_domain.n)
        row = outlets_at_domain(u->outlets, article->outlet_domain);
    if (row == OUTLET_NONE && !own.n)
        return TS_OK;
    bool agency = str_ends(own, STR("News Agency")) || str_ends(own, STR("Press Agency")) ||
                  str_ends(own, STR("Press Association"));
    int status =
        outlet_names_add(&names->self, u, own.n ? own : u->outlets->rows.at[row].name, row, agency);
    if (status == TS_OK && own.n && row != OUTLET_NONE) /* the table may call it otherwise */
        status = put(&names->by_name, outlet_name_bare(own), names->self) &&
                         put(&names->by_first, first_of(outlet_name_bare(own)), 1)
                     ? TS_OK
                     : arena_fail(u->a, u->err);
    if (status == TS_OK)
        names->at.at[names->self].self = true;
    return status;
}
