#include "compare/normal_names.h"

#include <string.h>

struct str compare_normal_name(struct work *w, struct str name, const char *kept) {
    struct str lower = utf8_lower_copy(w->scratch, str_cut(name, 0, NORMAL_NAME_BYTES));
    if (!lower.at)
        return STR_NONE;
    char *out = (char *)lower.at; /* the copy is ours to write */
    size_t n = 0;
    bool blank = false;
    for (size_t at = 0; at < lower.n;) {
        size_t start = at;
        uint32_t cp = utf8_next(lower, &at);
        bool stays = cp && cp < 128 && strchr(kept, (int)cp);
        if (cp == '\'' || cp == 0x2019 || (cp == '.' && !stays))
            continue;
        if (!utf8_is_letter(cp) && !utf8_is_digit(cp) && !stays) {
            blank = n > 0;
            continue;
        }
        if (blank)
            out[n++] = ' ';
        blank = false;
        for (size_t i = start; i < at; i++)
            out[n++] = out[i];
    }
    struct str result = {out, n};
    return str_starts(result, STR("the ")) ? str_cut(result, 4, n) : result;
}
