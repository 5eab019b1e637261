#include "compare/family_sources.h"

#include "compare/normal_names.h"

#include <string.h>

enum { LOOKED_AT = 256, WORDS_MAX = 60 };

/* Where the words of those who speak for a family begin: " spokesman". */
static struct str without_speaker(struct str words) {
    static const char *const tails[] = {" spokesman",      " spokeswoman",     " spokesperson",
                                        " representative", " representatives", " members"};
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
        if (str_ends(words, str_of(tails[i])))
            return str_cut(words, 0, words.n - strlen(tails[i]));
    size_t at = str_find(words, STR(" for the "), 0);
    bool speaks = at != SIZE_MAX && str_find(str_cut(words, 0, at), STR("spokes"), 0) != SIZE_MAX;
    return speaks ? str_cut(words, at + sizeof " for " - 1, words.n) : words;
}

/* "Roe" of "Jane Roe's family" and "the Roe family"; empty of "her family"; none of other words. */
static struct str family_name(struct str words) {
    static const char *const any[] = {"the", "his", "her", "their", "a", "an", "victim"};
    words = without_speaker(words);
    if (words.n > WORDS_MAX || !str_ends(words, STR(" family")))
        return STR_NONE;
    struct str name = source_last_word(str_cut(words, 0, words.n - (sizeof " family" - 1)));
    static const char *const signs[] = {"'s", "\xE2\x80\x99s", "'", "\xE2\x80\x99"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_ends(name, str_of(signs[i])))
            name = str_cut(name, 0, name.n - strlen(signs[i]));
    size_t at = 0;
    if (str_is_one_of(name, any, sizeof any / sizeof *any))
        return STR("");
    return utf8_is_upper(utf8_next(name, &at)) ? name : STR_NONE;
}

/* How many families of the story have a name; *found: the last of them. */
static unsigned named_families(uint32_t *found, const struct claim_sources *s) {
    unsigned count = 0;
    for (uint32_t i = 0; i < s->at.n && i < LOOKED_AT; i++)
        if (s->at.at[i].kind == ORIGIN_ORGANISATION && str_ends(s->at.at[i].form, STR(" family"))) {
            *found = i;
            count++;
        }
    return count;
}

int family_source(uint32_t *source, struct claim_sources *s, struct str words) {
    struct str name = family_name(words);
    *source = NO_INDEX;
    if (!name.at)
        return TS_OK;
    uint32_t known = NO_INDEX;
    unsigned families = name.n ? 0 : named_families(&known, s);
    if (families) { /* of several it may be any */
        *source = families == 1 ? known : NO_INDEX;
        return TS_OK;
    }
    struct str form = STR("family"), called = STR("the family");
    if (name.n) {
        char room[WORDS_MAX + sizeof " family"];
        memcpy(room, name.at, name.n);
        memcpy(room + name.n, " family", sizeof " family" - 1);
        called = str_copy(s->w->a, (struct str){room, name.n + sizeof " family" - 1});
        form = called.at ? compare_normal_name(s->w, called, "") : STR_NONE;
    }
    *source = form.at ? source_named(s, called, form, ORIGIN_ORGANISATION) : NO_INDEX;
    return *source == NO_INDEX ? work_memory(s->w) : TS_OK;
}
