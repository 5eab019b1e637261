#include "english/tag_labels.h"

bool labels_init(struct labels *l, struct arena *a) {
    *l = (struct labels){.arena = a};
    map_init(&l->by_name, a);
    return labels_add(l, STR("")) == LABEL_NONE;
}

uint32_t labels_add(struct labels *l, struct str name) {
    if (!name.at)
        name = STR("");
    uint32_t number = labels_find(l, name);
    if (number != LABELS_MAX || l->at.n >= LABELS_MAX)
        return number;
    struct str copy = str_copy(l->arena, name);
    struct str *at = copy.at ? VEC_PUSH(l->arena, &l->at) : NULL;
    if (!at)
        return LABELS_MAX;
    *at = copy;
    uint32_t *value = map_put(&l->by_name, copy);
    if (!value) {
        l->at.n--;
        return LABELS_MAX;
    }
    *value = l->at.n - 1;
    return *value;
}

uint32_t labels_find(const struct labels *l, struct str name) {
    uint32_t number = map_get(&l->by_name, name.at ? name : STR(""));
    return number == MAP_NONE ? LABELS_MAX : number;
}

struct str labels_name(const struct labels *l, uint32_t label) {
    return label < l->at.n ? l->at.at[label] : STR_NONE;
}
