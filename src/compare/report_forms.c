#include "compare/report_forms.h"

#include "compare/normal_names.h"

#include <string.h>

/* The report's number before the form. */
struct form_key {
    char bytes[sizeof(uint32_t) + NORMAL_NAME_BYTES];
    size_t n;
};

static void make_key(struct form_key *key, uint32_t report, struct str form) {
    size_t n = form.n < NORMAL_NAME_BYTES ? form.n : NORMAL_NAME_BYTES;
    memcpy(key->bytes, &report, sizeof report);
    if (n)
        memcpy(key->bytes + sizeof report, form.at, n);
    key->n = sizeof report + n;
}

uint32_t *report_forms_put(struct map *forms, struct work *w, uint32_t report, struct str form) {
    struct form_key key;
    make_key(&key, report, form);
    struct str kept = str_copy(w->scratch, (struct str){key.bytes, key.n});
    return kept.at ? map_put(forms, kept) : NULL;
}

uint32_t report_forms_get(const struct map *forms, uint32_t report, struct str form) {
    struct form_key key;
    make_key(&key, report, form);
    return map_get(forms, (struct str){key.bytes, key.n});
}
