#include "read/text_parts.h"

#include <string.h>

enum {
    TAIL_WORDS = 15,   /* of a line in the tail that is no sentence */
    TAIL_UNKNOWN = 40, /* such lines in a row, at most */
    RELATED_LABEL_BYTES = 40,
    RELATED_WORDS = 4, /* of a headline under "Related stories", at least, ... */
    RELATED_LINES = 8  /* ... and as many of them at most */
};

static bool is_why(const struct text_unit *u, const char *why) {
    return u->kind == TEXT_LABEL && u->why && strcmp(u->why, why) == 0;
}

/* Whether a page surely has only this behind its article. */
static bool is_sure(const struct text_unit *u) {
    return u->kind == TEXT_PROMOTION || u->kind == TEXT_LABEL;
}

static bool may_be_tail(const struct text_unit *u) {
    return u->kind == TEXT_PLEA || u->kind == TEXT_SITE || u->kind == TEXT_DATE ||
           (u->kind == TEXT_SHORT && u->words <= TAIL_WORDS && !u->quoted);
}

/* The first unit of the tail; the number of units when there is none. */
static uint32_t tail_start(const struct text_parts *p) {
    const struct text_unit *u = p->page.units.at;
    uint32_t cut = p->page.units.n, unknown = 0;
    for (uint32_t i = p->page.units.n; i > p->body + 1 && unknown <= TAIL_UNKNOWN;) {
        i--;
        if (is_sure(&u[i]) || (u[i].kind == TEXT_PLEA && cut == i + 1 && cut < p->page.units.n)) {
            cut = i;
            unknown = 0;
        } else if (may_be_tail(&u[i])) {
            unknown++;
        } else {
            break;
        }
    }
    return cut;
}

static void mark_tail(struct text_parts *p) {
    const char *section = "navigation";
    for (uint32_t i = tail_start(p); i < p->page.units.n; i++) {
        struct text_unit *u = &p->page.units.at[i];
        if (u->kind == TEXT_PROMOTION || u->kind == TEXT_PLEA)
            u->why = "promotion";
        else if (u->kind == TEXT_LABEL)
            section = strcmp(u->why, "related") == 0 || strcmp(u->why, "comments") == 0
                          ? u->why
                          : "navigation";
        else
            u->why = section;
    }
}

/* Headlines under a line such as "Related stories". */
static void mark_related(struct text_parts *p, uint32_t label) {
    for (uint32_t i = label + 1; i < p->page.units.n && i <= label + RELATED_LINES; i++) {
        struct text_unit *u = &p->page.units.at[i];
        if (u->kind != TEXT_SHORT || u->words < RELATED_WORDS || u->quoted)
            return;
        u->why = "related";
    }
}

void text_tail_mark(struct text_parts *p) {
    mark_tail(p);
    for (uint32_t i = p->body; i < p->page.units.n; i++) {
        struct text_unit *u = &p->page.units.at[i];
        if (u->kind == TEXT_PROMOTION && !u->why)
            u->why = "promotion";
        if (is_why(u, "related") && text_part(p, i).n < RELATED_LABEL_BYTES)
            mark_related(p, i);
    }
}
